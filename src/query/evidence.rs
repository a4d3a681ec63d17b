//! Evidence: every attestation of a statement side by side, and what follows from it.

use std::collections::BTreeSet;

use crate::model::{Attestation, Base, Grade, Rank, Says, SourceIx, StatementIx, closed};

closed! {
    /// What an attestation brings to what is said.
    pub enum Bearing {
        /// Its date is the one that is shown, and no other contests it.
        Decides => "decides",
        /// Its date holds a narrower one: it bears it out and widens nothing.
        Corroborates => "corroborates",
        /// Its date and another's don't fit together: both count.
        Contests => "contests",
        /// It says that it happened, and not when.
        Affirms => "affirms",
        /// It says that it didn't happen, or has no effect.
        Denies => "denies",
        /// It is kept to be seen, and no longer counts.
        SetAside => "set-aside",
    }
}

/// An attestation with what it brings.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Testimony {
    /// Which of the statement's attestations.
    pub attestation: usize,
    /// What it brings.
    pub bearing: Bearing,
    /// How many of its sources are of each grade: primary, secondary, tertiary.
    pub grades: [usize; 3],
    /// How many of its sources are witnesses of their own: copies of one text are one.
    pub witnesses: usize,
}

/// What is known of a statement, and by whose word.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Evidence {
    /// The statement.
    pub statement: StatementIx,
    /// Its attestations, in their order.
    pub testimonies: Vec<Testimony>,
    /// How many witnesses there are in all that count.
    pub witnesses: usize,
}

/// Lays out the evidence of statements.
pub fn evidence(base: &Base, statements: &[StatementIx]) -> Vec<Evidence> {
    statements.iter().map(|&statement| one(base, statement)).collect()
}

fn one(base: &Base, ix: StatementIx) -> Evidence {
    let attestations = &base[ix].attestations;
    let testimonies = attestations
        .iter()
        .enumerate()
        .map(|(at, attestation)| Testimony {
            attestation: at,
            bearing: bearing(attestations, at, base[ix].begins.contested),
            grades: grades(base, attestation),
            witnesses: witnesses(base, [attestation]).len(),
        })
        .collect();
    let counting = attestations.iter().filter(|attestation| attestation.counts());
    Evidence { statement: ix, testimonies, witnesses: witnesses(base, counting).len() }
}

/// What one attestation brings, beside the others that count (`model/when.rs` combines them).
fn bearing(attestations: &[Attestation], at: usize, contested: bool) -> Bearing {
    let own = &attestations[at];
    match (own.rank, own.says, &own.date) {
        (Rank::Deprecated, ..) => Bearing::SetAside,
        (_, Says::Denies, _) => Bearing::Denies,
        (.., None) => Bearing::Affirms,
        (.., Some(date)) => {
            let others = attestations.iter().enumerate().filter(|(other, one)| *other != at && one.counts());
            let dates = others.filter_map(|(other, one)| Some((other, one.date.as_ref()?)));
            // Of two dates of one range, the first stands for both.
            let narrower = |(other, its): (usize, &crate::model::Date)| {
                let same = (its.earliest(), its.latest()) == (date.earliest(), date.latest());
                date.contains(its) && (!same || other < at)
            };
            if dates.into_iter().any(narrower) {
                Bearing::Corroborates
            } else if contested {
                Bearing::Contests
            } else {
                Bearing::Decides
            }
        }
    }
}

fn grades(base: &Base, attestation: &Attestation) -> [usize; 3] {
    let mut counts = [0; 3];
    for citation in &attestation.sources {
        counts[match base[citation.source].grade {
            Grade::Primary => 0,
            Grade::Secondary => 1,
            Grade::Tertiary => 2,
        }] += 1;
    }
    counts
}

/// The sources that stand on their own: copies stand for what they copy.
fn witnesses<'a>(base: &Base, attestations: impl IntoIterator<Item = &'a Attestation>) -> BTreeSet<SourceIx> {
    let cited = attestations.into_iter().flat_map(|attestation| &attestation.sources);
    cited.map(|citation| original(base, citation.source)).collect()
}

/// The text that a source repeats, or the source.
fn original(base: &Base, source: SourceIx) -> SourceIx {
    let mut at = source;
    // A copy of a copy of …: longer chains than this are a mistake in the data.
    for _ in 0..8 {
        match base[at].copy_of {
            Some(of) => at = of,
            None => break,
        }
    }
    at
}
