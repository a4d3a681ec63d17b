//! Treaty actions in the order of time: text, consent, force.

use super::{CheckInput, words};
use crate::diag::{Code, Diagnostic};
use crate::model::{ActorIx, Fact, Key, StatementIx, TreatyAct, TreatyIx, TreatyKind};

/// Sign before consent, and consent before force.
pub(super) fn out_of_order(input: &CheckInput<'_>, found: &mut Vec<Diagnostic>) {
    for index in 0..input.base.treaties.len() {
        treaty(input, TreatyIx::new(index), found);
    }
}

fn treaty(input: &CheckInput<'_>, treaty: TreatyIx, found: &mut Vec<Diagnostic>) {
    let base = input.base;
    let acts: Vec<(StatementIx, TreatyAct, Option<ActorIx>)> = base
        .under(Key::Treaty(treaty))
        .filter(|&ix| base[ix].stands())
        .filter_map(|ix| match base[ix].fact {
            Fact::Treaty { act, party, .. } => Some((ix, act, party)),
            _ => None,
        })
        .collect();
    let earliest = |suits: &dyn Fn(TreatyAct, Option<ActorIx>) -> bool| {
        let suiting = acts.iter().filter(|(_, act, party)| suits(*act, *party)).map(|(ix, ..)| *ix);
        suiting.min_by_key(|&ix| base[ix].begins.earliest)
    };
    let text = earliest(&|act, _| matches!(act, TreatyAct::Adopted | TreatyAct::Initialled | TreatyAct::Signed));
    for &(ix, act, party) in &acts {
        let in_force = matches!(act, TreatyAct::EnteredIntoForce | TreatyAct::ProvisionallyApplied);
        if !in_force && !act.is_consent() {
            continue;
        }
        if let Some(text) = text.filter(|&text| certainly_before(input, ix, text)) {
            found.push(finding(input, ix, text));
            continue;
        }
        if act != TreatyAct::EnteredIntoForce {
            continue;
        }
        // A treaty of two is in force only when both have consented; one of many may be without most of them.
        let parties = match party {
            Some(party) => vec![party],
            None if base[treaty].kind == TreatyKind::Bilateral => base[treaty].parties.clone(),
            None => Vec::new(),
        };
        for party in parties {
            let consent = earliest(&|act, by| act.is_consent() && by == Some(party));
            found.extend(
                consent
                    .filter(|&consent| certainly_before(input, ix, consent))
                    .map(|consent| finding(input, ix, consent)),
            );
        }
    }
}

fn certainly_before(input: &CheckInput<'_>, one: StatementIx, other: StatementIx) -> bool {
    input.base[one].begins.latest < input.base[other].begins.earliest
}

fn finding(input: &CheckInput<'_>, early: StatementIx, late: StatementIx) -> Diagnostic {
    let base = input.base;
    let message = format!("{} before {}", words::told(base, early), words::told(base, late));
    let finding = words::at(Diagnostic::new(Code::ForceBeforeSignature, message), base, early);
    words::at(finding, base, late).help_by_code()
}
