//! What a brief says of doubt: contests between sources, claims on trial, what was looked for and not found.

use std::collections::BTreeSet;

use super::{About, BriefAnswer, Subject};
use crate::model::{ActorIx, Asserts, Base, ClaimIx, Day, Entity, StatementIx};
use crate::query::{Trial, Verdict, try_claim};

/// A claim with what the record says of it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ClaimTrial {
    /// The claim.
    pub claim: ClaimIx,
    /// Its trial.
    pub trial: Trial,
}

/// Claims about the two, or about the recognition and relations of the one; those against which the record speaks first.
pub(super) fn claims(base: &Base, subject: Subject, on: Day, today: Day) -> Vec<ClaimTrial> {
    let concerns = |ix: &ClaimIx| {
        let asserts = &base[*ix].asserts;
        let (named, statements) = named(base, asserts);
        let in_time = statements.iter().all(|&ix| super::has_begun(base, ix, on));
        let about = match subject {
            Subject::Two([a, b], _) => named.contains(&a) && named.contains(&b),
            Subject::One(actor) => asserts.counted().is_some_and(|counted| counted.of == Entity::Actor(actor)),
        };
        in_time && about
    };
    let mut found: Vec<ClaimTrial> = base
        .claim_handles()
        .filter(concerns)
        .map(|claim| ClaimTrial { claim, trial: try_claim(base, &base[claim].asserts, today) })
        .collect();
    let rank = |verdict: Verdict| match verdict {
        Verdict::Contradicted => 0,
        Verdict::Undecided => 1,
        Verdict::Fits => 2,
        Verdict::Supported => 3,
        Verdict::Untested => 4,
    };
    found.sort_by_key(|tried| (rank(tried.trial.verdict), tried.claim));
    found
}

/// The actors that a claim names, and the statements that it is about.
fn named(base: &Base, asserts: &Asserts) -> (BTreeSet<ActorIx>, Vec<StatementIx>) {
    let mut actors = BTreeSet::new();
    let mut statements = Vec::new();
    match asserts {
        Asserts::Nth { by, .. }
        | Asserts::Last { by, .. }
        | Asserts::Only { by, .. }
        | Asserts::OnlyWithout { by, .. }
        | Asserts::Never { by, .. } => drop(actors.insert(*by)),
        Asserts::Order { by, .. } => actors.extend(by),
        Asserts::Dated { statement, .. } => statements.push(*statement),
        Asserts::Before { earlier, later } => statements.extend([*earlier, *later]),
        Asserts::Status { pair, .. } => actors.extend(pair.parties()),
        Asserts::Count { .. }
        | Asserts::AtLeast { .. }
        | Asserts::NthResolution { .. }
        | Asserts::Countries { .. }
        | Asserts::Untestable { .. } => {}
    }
    if let Some(Entity::Actor(of)) = asserts.counted().map(|counted| counted.of) {
        actors.insert(of);
    }
    actors.extend(statements.iter().flat_map(|&ix| base[ix].fact.actors()));
    (actors, statements)
}

/// What was looked for about both, or about the one, and not found.
pub(super) fn gaps(base: &Base, subject: Subject) -> Vec<usize> {
    let about = |actor: &ActorIx, about: &[Entity]| about.contains(&Entity::Actor(*actor));
    let found = base.gaps.iter().enumerate();
    found.filter(|(_, gap)| subject.actors().iter().all(|actor| about(actor, &gap.about))).map(|(at, _)| at).collect()
}

/// The statements of the brief on which sources contradict each other, each once.
pub(super) fn contests(base: &Base, answer: &BriefAnswer) -> Vec<StatementIx> {
    let mut told: Vec<StatementIx> = Vec::new();
    match &answer.about {
        About::Two(between) => told.extend(&between.relations.history),
        About::One(alone) => {
            told.extend(&alone.existence);
            told.extend(alone.recognitions.acts.iter().flat_map(|act| [Some(act.statement), act.withdrawn]).flatten());
            told.extend(&alone.recognitions.withheld);
            told.extend(alone.held.iter().map(|held| held.statement));
        }
    }
    for state in &answer.treaties.near {
        told.extend(&state.acts);
        told.extend(state.parties.iter().flat_map(|party| &party.actions));
    }
    told.extend(answer.resolutions.own.iter().chain(&answer.resolutions.others).map(|&ix| base[ix].adopted));
    told.extend(answer.stances.given.iter().chain(&answer.stances.other).map(|backing| backing.statement));
    let mut seen = BTreeSet::new();
    told.retain(|&ix| base[ix].is_contested() && seen.insert(ix));
    told
}
