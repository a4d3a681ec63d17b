//! Treaty actions in the order of time: text, consent, force.

use super::{Context, words};
use crate::diag::{Code, Diagnostic};
use crate::model::{ActorIx, Fact, Key, StatementIx, TreatyAct, TreatyIx, TreatyKind};

/// Sign before consent, and consent before force.
pub(super) fn out_of_order(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for index in 0..context.base.treaties.len() {
        treaty(context, TreatyIx::new(index), found);
    }
}

fn treaty(context: &Context<'_>, treaty: TreatyIx, found: &mut Vec<Diagnostic>) {
    let base = context.base;
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
        if let Some(text) = text.filter(|&text| certainly_before(context, ix, text)) {
            found.push(finding(context, ix, text));
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
                    .filter(|&consent| certainly_before(context, ix, consent))
                    .map(|consent| finding(context, ix, consent)),
            );
        }
    }
}

fn certainly_before(context: &Context<'_>, one: StatementIx, other: StatementIx) -> bool {
    context.base[one].begins.latest < context.base[other].begins.earliest
}

fn finding(context: &Context<'_>, early: StatementIx, late: StatementIx) -> Diagnostic {
    let base = context.base;
    let message = format!("{} before {}", words::told(base, early), words::told(base, late));
    let finding = words::at(Diagnostic::new(Code::ForceBeforeSignature, message), base, early);
    words::at(finding, base, late).help_by_code()
}
