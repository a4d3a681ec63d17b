//! How sure a verdict can be: what rests on absence is as sure as the record is complete.
//!
//! A counterexample on record decides at any extent. That nobody else did it, that so many did, or that one never did rests
//! on what isn't recorded: complete cover bears it out, a survey makes it fit, and without cover it stays untested.

use super::doers::{acts_counted, doers};
use super::{Settles, Trial, Untried, Verdict};
use crate::form::{Pattern, What};
use crate::model::{
    ActorIx, AsOf, Asserts, Base, Counted, Date, Day, Entity, Extent, Fact, Key, Matter, Scope, StatementIx,
};
use crate::query::cover::matter;
use crate::query::ranking::Ranking;

/// The verdict with regard to how far the record reaches.
pub(super) fn reached(base: &Base, asserts: &Asserts, trial: Trial, today: Day) -> Trial {
    let Some(counted) = asserts.counted() else { return trial };
    let scope = scope_of(base, asserts, counted, today);
    let extent = scope.map(|index| base.scopes[index].extent);
    let verdict = match (trial.verdict, asserts) {
        // So many are on record, or a refusal is. What rests on what is only presumed fits.
        (Verdict::Supported, Asserts::AtLeast { .. }) if trial.presumed => Verdict::Fits,
        (Verdict::Supported, Asserts::AtLeast { .. }) => Verdict::Supported,
        (Verdict::Supported, Asserts::Never { .. }) if !trial.supporting.is_empty() => Verdict::Supported,
        (Verdict::Supported, _) => match extent {
            Some(Extent::Complete) if trial.implied == 0 && !trial.presumed => Verdict::Supported,
            Some(_) => Verdict::Fits,
            None => Verdict::Untested,
        },
        // Where all is on record, there are no more of them.
        (Verdict::Undecided, _)
            if extent == Some(Extent::Complete)
                && trial.settles.iter().any(|what| matches!(what, Settles::More(_))) =>
        {
            Verdict::Contradicted
        }
        (Verdict::Untested, Asserts::Nth { .. } | Asserts::Last { .. } | Asserts::Only { .. })
            if extent == Some(Extent::Complete) && trial.why == Some(Untried::NotRecorded) =>
        {
            Verdict::Contradicted
        }
        // An act on record that may lie within the time keeps it open, whatever isn't recorded.
        (Verdict::Undecided, Asserts::Never { .. }) if !trial.against.is_empty() => Verdict::Undecided,
        (Verdict::Undecided, _) if !trial.settles.iter().all(|what| can_fit(what, asserts)) => Verdict::Undecided,
        (Verdict::Undecided, _) => match extent {
            Some(_) => Verdict::Fits,
            None => Verdict::Untested,
        },
        (Verdict::Untested, Asserts::Never { .. }) if trial.why == Some(Untried::NotRecorded) => match extent {
            Some(Extent::Complete) => Verdict::Supported,
            Some(Extent::Surveyed) => Verdict::Fits,
            None => Verdict::Untested,
        },
        (verdict, _) => verdict,
    };
    let why = match (trial.verdict, verdict) {
        (_, Verdict::Untested) => trial.why.or(Some(Untried::Uncovered)),
        _ => None,
    };
    Trial { verdict, why, scope, ..trial }
}

/// Whether it is only a vague or missing date that leaves it open, and no dissent.
fn can_fit(what: &Settles, asserts: &Asserts) -> bool {
    match what {
        Settles::Day(_) | Settles::Hours(_) => true,
        Settles::Unrecorded(who) => {
            matches!(asserts, Asserts::OnlyWithout { by, .. } if by == who)
        }
        Settles::Contest(_) | Settles::Denial(_) | Settles::More(_) => false,
    }
}

/// What has to be covered for what is counted.
pub fn matter_of(counted: &Counted) -> Option<Matter> {
    matter(&Pattern::counted(counted)?.what)
}

/// The scope that covers what is claimed best: an order from the first day on which it was possible, the last from its own day on,
/// what stands on a day on that day. For what one never did a scope of the two is enough.
fn scope_of(base: &Base, asserts: &Asserts, counted: &Counted, today: Day) -> Option<usize> {
    let to = counted.on.as_ref().map_or(today, Date::latest).min(today);
    let first = || Some(possible(base, counted));
    match *asserts {
        Asserts::Count { .. } | Asserts::AtLeast { .. } | Asserts::OnlyWithout { .. } => {
            best_of(base, matter_of(counted)?, None, to)
        }
        Asserts::Never { by, .. } => best_of(base, of_one(counted, by)?, first(), to),
        Asserts::Nth { by, .. } => {
            let own = doers(base, counted).into_iter().find(|doer| doer.by == by);
            history_of(base, counted, (None, own.map_or(to, |own| own.latest.min(to))))
        }
        Asserts::Last { by, .. } => {
            let ranking = Ranking::of(base, acts_counted(base, counted));
            history_of(base, counted, (ranking.last_of(by).map(|own| own.span.0), to))
        }
        _ => history_of(base, counted, (None, to)),
    }
}

/// The scope that covers all of what is counted between two days, the first of which is the first on which it was possible where none
/// is given: a list of a day tells nothing of what was done before.
pub fn history_of(base: &Base, counted: &Counted, (from, to): (Option<Day>, Day)) -> Option<usize> {
    let from = from.unwrap_or_else(|| possible(base, counted));
    best_of(base, matter_of(counted)?, Some(from), to)
}

/// The same in a sentence each.
pub fn history_in_words(base: &Base, counted: &Counted, days: (Option<Day>, Day), today: Day) -> Vec<String> {
    match (history_of(base, counted, days), matter_of(counted)) {
        (Some(index), _) => vec![format!("Record: {}.", base.scopes[index].in_words())],
        (None, Some(matter)) => {
            let asked = AsOf::of(days.1, today);
            let mut lines = base.record_of(&[matter], asked);
            if base.scope_for(matter, asked).is_some() {
                lines.iter_mut().for_each(|line| *line += " It doesn't cover all the days that this rests on.");
            }
            lines
        }
        (None, None) => Vec::new(),
    }
}

/// The scope that covers a matter best up to a day; from a day on, only one that is no list.
fn best_of(base: &Base, matter: Matter, from: Option<Day>, to: Day) -> Option<usize> {
    let covers = |scope: &Scope| {
        let begins = from.is_none_or(|from| !scope.is_list() && scope.first() <= from);
        begins && scope.first() <= to && to <= scope.last().plus(base.fresh.0)
    };
    let found = base.scopes_of(matter).filter(|(_, scope)| covers(scope));
    found.max_by_key(|(_, scope)| (scope.extent, scope.last())).map(|(index, _)| index)
}

/// What has to be covered for what one actor did.
fn of_one(counted: &Counted, by: ActorIx) -> Option<Matter> {
    let what = Pattern::counted(counted)?.what.of(by)?;
    matter(&What::from(&what)).or_else(|| matter_of(counted))
}

/// The first day on which the act was possible: since its object exists, by the date that is shown; where nobody tells
/// that, since somebody did it.
fn possible(base: &Base, counted: &Counted) -> Day {
    let since = counted.since.as_ref().map_or(Day::PAST, Date::earliest);
    let begins = |ix: StatementIx| base[ix].date().map_or(base[ix].begins.latest, Date::latest);
    let exists = match counted.of {
        Entity::Actor(of) => base
            .under(Key::Existence(of))
            .filter(|&ix| base[ix].stands() && matches!(base[ix].fact, Fact::Existence { .. }))
            .map(begins)
            .min(),
        _ => None,
    };
    let done = || doers(base, counted).iter().map(|doer| doer.earliest).filter(|day| *day > Day::PAST).min();
    since.max(exists.or_else(done).unwrap_or(Day::FUTURE))
}
