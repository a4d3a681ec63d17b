//! How far the record reaches: the scopes and stated counts of a subject, and which scopes have grown old.

use crate::model::{ActorIx, Base, Day, Entity, Matter, end_of};

/// What is asked about coverage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CoverageRequest {
    /// Only what is about this record; `None`: all.
    pub of: Option<Entity>,
    /// Only scopes that ended so many days before today, or more, and whose subjects still exist.
    pub stale: Option<i32>,
    /// The day that counts as today.
    pub today: Day,
}

/// A scope, and what lies in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct ScopeCover {
    /// Its position.
    pub scope: usize,
    /// How many statements are about its matter: as many answers hang on it.
    pub statements: usize,
}

/// A stated count, and what the record has of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CountHeld {
    /// Its position.
    pub count: usize,
    /// How many certainly hold on its last day, by the record; `None` of what isn't counted by actors.
    pub held: Option<usize>,
}

/// The answer to a [`CoverageRequest`].
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CoverageAnswer {
    /// What was asked.
    pub request: CoverageRequest,
    /// The scopes: of one subject, the newest first; of all, in the order of the files; stale ones, the oldest first,
    /// and of one day those first on which most hangs.
    pub scopes: Vec<ScopeCover>,
    /// The stated counts, by day.
    pub counts: Vec<CountHeld>,
}

/// Finds how far the record reaches.
pub fn coverage(base: &Base, request: &CoverageRequest) -> CoverageAnswer {
    let about = |matter: &Matter| request.of.is_none_or(|of| matter.about().any(|entity| entity == of));
    let mut statements = vec![0; base.scopes.len()];
    for matter in base.statements.iter().filter(|one| one.stands()).filter_map(|one| Matter::of(&one.fact)) {
        base.scopes_of(matter).for_each(|(scope, _)| statements[scope] += 1);
    }
    let wanted = |scope: &usize| {
        let scope = &base.scopes[*scope];
        let old = request
            .stale
            .is_none_or(|days| scope.last().plus(days) < request.today && is_open(base, scope, request.today));
        scope.of.iter().any(about) && old
    };
    let mut scopes: Vec<ScopeCover> = (0..base.scopes.len())
        .filter(wanted)
        .map(|scope| ScopeCover { scope, statements: statements[scope] })
        .collect();
    if request.stale.is_some() {
        scopes.sort_by_key(|one| (base.scopes[one.scope].last(), std::cmp::Reverse(one.statements), one.scope));
    } else if request.of.is_some() {
        scopes.sort_by_key(|one| (std::cmp::Reverse(base.scopes[one.scope].last()), one.scope));
    }
    let mut counts: Vec<CountHeld> = (0..base.counts.len())
        .filter(|count| request.stale.is_none() && about(&base.counts[*count].of))
        .map(|count| {
            let held = base.counts[count].held(base, &[base.counts[count].on.latest()]).map(|held| held.len());
            CountHeld { count, held }
        })
        .collect();
    counts.sort_by_key(|one| (base.counts[one.count].on.earliest(), one.count));
    CoverageAnswer { request: *request, scopes, counts }
}

/// Whether there can be more to tell: its actors still exist, or existed long after its last day.
fn is_open(base: &Base, scope: &crate::model::Scope, today: Day) -> bool {
    const A_YEAR: i32 = 366;
    let actors = scope.of.iter().flat_map(|matter| matter.about()).filter_map(|entity| match entity {
        Entity::Actor(actor) => Some(actor),
        _ => None,
    });
    let closed = |actor: ActorIx| {
        end_of(base, actor, Day::PAST)
            .is_some_and(|end| end.latest <= today && end.earliest <= scope.last().plus(A_YEAR))
    };
    !actors.into_iter().any(closed)
}
