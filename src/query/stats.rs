//! How much is in the base, and how well it is sourced.

use std::collections::{BTreeMap, BTreeSet};

use super::breadth::{Breadth, breadth};
use crate::model::{ActorKind, Base, Day, Grade, Kind, Says, SourceIx, Statement};

/// Figures about a base. Retracted statements don't count.
#[derive(Debug, Clone, PartialEq)]
pub struct Stats {
    /// Countries.
    pub countries: usize,
    /// Organizations, bodies and groups.
    pub organizations: usize,
    /// Bodies among them.
    pub bodies: usize,
    /// Statements.
    pub statements: usize,
    /// Statements by kind.
    pub by_kind: BTreeMap<Kind, usize>,
    /// Statements with a date.
    pub dated: usize,
    /// Attestations: each what one or more sources say of a statement.
    pub attestations: usize,
    /// Citations of sources in attestations.
    pub citations: usize,
    /// Sources.
    pub sources: usize,
    /// Sources by grade.
    pub by_grade: BTreeMap<Grade, usize>,
    /// Treaties.
    pub treaties: usize,
    /// Resolutions.
    pub resolutions: usize,
    /// Disputes.
    pub disputes: usize,
    /// Events.
    pub events: usize,
    /// Claims.
    pub claims: usize,
    /// Statements whose sources contradict each other.
    pub contests: usize,
    /// Statements that a source denies.
    pub denied: usize,
    /// Recorded gaps.
    pub gaps: usize,
    /// Statements that rest on tertiary sources alone.
    pub tertiary_only: usize,
    /// Statements that rest on a single witness: copies of one text count once.
    pub single_witness: usize,
    /// Statements that no source attests.
    pub without_source: usize,
    /// What is in the base, part by part.
    pub breadth: Breadth,
}

impl Stats {
    /// The share of statements that rest on tertiary sources alone, from 0 to 1.
    pub fn tertiary_share(&self) -> f64 {
        if self.statements == 0 { 0.0 } else { self.tertiary_only as f64 / self.statements as f64 }
    }
}

/// Counts what is in the base, as of `today` where membership is asked for.
pub fn stats(base: &Base, today: Day) -> Stats {
    let standing: Vec<&Statement> = base.statements.iter().filter(|statement| statement.withdrawn.is_none()).collect();
    let count = |wanted: &dyn Fn(&Statement) -> bool| standing.iter().filter(|statement| wanted(statement)).count();
    let mut by_kind = BTreeMap::new();
    for statement in &standing {
        *by_kind.entry(statement.fact.kind()).or_insert(0) += 1;
    }
    let mut by_grade = BTreeMap::new();
    for source in &base.sources {
        *by_grade.entry(source.grade).or_insert(0) += 1;
    }
    let countries = base.actors.iter().filter(|actor| actor.kind.is_country()).count();
    Stats {
        countries,
        organizations: base.actors.len() - countries,
        bodies: base.actors.iter().filter(|actor| matches!(actor.kind, ActorKind::Body(_))).count(),
        statements: standing.len(),
        by_kind,
        dated: count(&|statement| statement.date().is_some()),
        attestations: standing.iter().map(|statement| statement.attestations.len()).sum(),
        citations: standing.iter().map(|statement| sources(statement).count()).sum(),
        sources: base.sources.len(),
        by_grade,
        treaties: base.treaties.len(),
        resolutions: base.resolutions.len(),
        disputes: base.disputes.len(),
        events: base.events.len(),
        claims: base.claims.len(),
        contests: count(&Statement::is_contested),
        denied: count(&|statement| statement.attestations.iter().any(|a| a.says == Says::Denies)),
        gaps: base.gaps.len(),
        tertiary_only: count(&|statement| {
            let mut grades = sources(statement).map(|ix| base[ix].grade).peekable();
            grades.peek().is_some() && grades.all(|grade| grade == Grade::Tertiary)
        }),
        single_witness: count(&|statement| {
            sources(statement).map(|ix| witness(base, ix)).collect::<BTreeSet<_>>().len() == 1
        }),
        without_source: count(&|statement| sources(statement).next().is_none()),
        breadth: breadth(base, today),
    }
}

fn sources(statement: &Statement) -> impl Iterator<Item = SourceIx> {
    statement.attestations.iter().flat_map(|attestation| attestation.sources.iter().map(|citation| citation.source))
}

/// The text that a source repeats, through whatever copies lie between.
fn witness(base: &Base, source: SourceIx) -> SourceIx {
    let mut at = source;
    for _ in 0..8 {
        match base[at].copy_of {
            Some(original) => at = original,
            None => break,
        }
    }
    at
}
