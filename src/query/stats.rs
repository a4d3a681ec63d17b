//! How much is in the base, and how well it is sourced.

use std::collections::{BTreeMap, BTreeSet};

use super::breadth::{Breadth, breadth};
use crate::model::{ActorKind, Base, Day, Extent, Grade, Kind, Says, SourceIx, Statement};

/// Figures about a base. Retracted statements don't count.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
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
    /// The same of all but votes and treaty acts, which come by the thousand from a few lists and hide the rest.
    pub curated: Sourcing,
    /// Scopes, by extent.
    pub scopes: BTreeMap<Extent, usize>,
    /// Scopes, by extent, that reach today or a day at most as long ago as what was attested counts as known.
    pub fresh_scopes: BTreeMap<Extent, usize>,
    /// Counts that sources state.
    pub stated_counts: usize,
    /// Statements that no source attests.
    pub without_source: usize,
    /// What is in the base, part by part.
    pub breadth: Breadth,
}

/// How well statements are sourced.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Sourcing {
    /// How many there are.
    pub statements: usize,
    /// How many rest on tertiary sources alone.
    pub tertiary_only: usize,
    /// How many rest on a single witness: copies of one text count once.
    pub single_witness: usize,
}

impl Sourcing {
    /// The share that rests on tertiary sources alone, from 0 to 1.
    pub fn tertiary_share(self) -> f64 {
        share(self.tertiary_only, self.statements)
    }

    /// The share that rests on a single witness, from 0 to 1.
    pub fn single_share(self) -> f64 {
        share(self.single_witness, self.statements)
    }
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

impl Stats {
    /// The share of statements that rest on tertiary sources alone, from 0 to 1.
    pub fn tertiary_share(&self) -> f64 {
        share(self.tertiary_only, self.statements)
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
    let tertiary = |statement: &Statement| {
        let mut grades = sources(statement).map(|ix| base[ix].grade).peekable();
        grades.peek().is_some() && grades.all(|grade| grade == Grade::Tertiary)
    };
    let single =
        |statement: &Statement| sources(statement).map(|ix| witness(base, ix)).collect::<BTreeSet<_>>().len() == 1;
    let curated = |statement: &Statement| !matches!(statement.fact.kind(), Kind::Vote | Kind::Treaty);
    let (mut scopes, mut fresh_scopes) = (BTreeMap::new(), BTreeMap::new());
    for scope in &base.scopes {
        *scopes.entry(scope.extent).or_default() += 1;
        if scope.last().plus(base.fresh.0) >= today {
            *fresh_scopes.entry(scope.extent).or_default() += 1;
        }
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
        tertiary_only: count(&tertiary),
        single_witness: count(&single),
        curated: Sourcing {
            statements: count(&curated),
            tertiary_only: count(&|statement| curated(statement) && tertiary(statement)),
            single_witness: count(&|statement| curated(statement) && single(statement)),
        },
        scopes,
        fresh_scopes,
        stated_counts: base.counts.len(),
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
