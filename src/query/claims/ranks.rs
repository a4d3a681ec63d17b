//! Claims about a place: the nth, the last, an order of several.

use super::doers::{acts_counted, resolutions};
use super::{Settles, Trial, Untried, Verdict, settles};
use crate::model::{
    ActorIx, Band, Base, Counted, CountedAct, Day, Entity, Order, ResolutionIx, StatementIx, first_day_of,
};
use crate::query::matches::implied;
use crate::query::ranking::{Doer, Ranked, Ranking};

/// Something with a span of days that may or may not count.
#[derive(Clone, Copy)]
struct Spanned {
    statement: StatementIx,
    earliest: Day,
    latest: Day,
    sure: bool,
}

impl Spanned {
    fn of(ranked: &Ranked) -> Self {
        let Doer { statement, latest, counts, .. } = ranked.doer;
        Self { statement, earliest: ranked.span.0, latest, sure: counts == Band::Certain }
    }

    fn of_undated(doer: &Doer) -> Self {
        Self { statement: doer.statement, earliest: doer.earliest, latest: doer.latest, sure: false }
    }

    /// What may not count never certainly comes before.
    fn span(&self) -> (Day, Day) {
        (self.earliest, if self.sure { self.latest } else { Day::FUTURE })
    }
}

/// `by` was the nth to do it.
pub(super) fn nth(base: &Base, nth: usize, by: ActorIx, counted: &Counted) -> Trial {
    let ranking = Ranking::of(base, acts_counted(base, counted));
    let undated = || ranking.undated.iter().find(|doer| doer.by == by);
    let Some(own) = ranking.get(by).map(Spanned::of).or_else(|| undated().map(Spanned::of_undated)) else {
        return not_recorded(base, by, counted);
    };
    let others: Vec<Spanned> = ranking.dated().filter(|one| one.doer.by != by).map(Spanned::of).collect();
    let mut trial = rank(base, nth, own, &others);
    // Undated acts have no place. One that can have come before leaves it open.
    let unplaced = ranking.undated.iter().filter(|doer| doer.by != by && doer.earliest < own.latest);
    let unplaced: Vec<Settles> = unplaced.map(|doer| settles(base, doer.statement)).collect();
    if !unplaced.is_empty() && trial.verdict != Verdict::Contradicted {
        trial.verdict = Verdict::Undecided;
        trial.settles.extend(unplaced);
    }
    if let (CountedAct::Recognized, Entity::Actor(of), None, None) =
        (counted.act, counted.of, counted.among, counted.except)
    {
        // Nobody recognizes before there is something to be recognized.
        if nth > 1 && trial.verdict != Verdict::Supported && own.latest <= first_day_of(base, of) {
            trial.verdict = Verdict::Contradicted;
            trial.supporting.clear();
            trial.against.push(own.statement);
        }
        trial.implied = implied(base, of).iter().filter(|other| other.by != by && other.earliest < own.latest).count();
    }
    trial
}

/// `by` was the last to do it.
pub(super) fn last(base: &Base, by: ActorIx, counted: &Counted) -> Trial {
    let ranking = Ranking::of(base, acts_counted(base, counted));
    let all: Vec<&Doer> = ranking.last().map(|one| &one.doer).chain(&ranking.undated).collect();
    let Some(own) = all.iter().find(|doer| doer.by == by) else { return not_recorded(base, by, counted) };
    // Acts of one day share it; which came last, only hours tell.
    let later: Vec<&Doer> = all.iter().copied().filter(|doer| doer.by != by && doer.latest >= own.earliest).collect();
    let certainly: Vec<StatementIx> = later
        .iter()
        .filter(|doer| doer.counts == Band::Certain && doer.earliest > own.latest)
        .map(|doer| doer.statement)
        .collect();
    let mut trial = Trial::of(if !certainly.is_empty() {
        Verdict::Contradicted
    } else if later.is_empty() && own.counts == Band::Certain && own.dated {
        Verdict::Supported
    } else {
        Verdict::Undecided
    });
    trial.supporting.push(own.statement);
    trial.against = certainly;
    if own.earliest != own.latest || own.counts != Band::Certain {
        trial.settles.push(settles(base, own.statement));
    }
    let days = |doer: &Doer| (doer.earliest, doer.latest);
    let of_the_day = |doer: &&Doer| own.earliest == own.latest && doer.dated && days(doer) == days(own);
    let (same, open): (Vec<&Doer>, Vec<&Doer>) = later.into_iter().partition(of_the_day);
    trial.settles.extend(open.into_iter().map(|doer| settles(base, doer.statement)));
    if !same.is_empty() && trial.verdict == Verdict::Undecided {
        trial.settles.push(Settles::Hours(own.statement));
    }
    trial
}

/// These were the first ones, in this order.
pub(super) fn order(base: &Base, by: &[ActorIx], counted: &Counted) -> Trial {
    let mut whole = Trial::of(Verdict::Supported);
    for (index, &one) in by.iter().enumerate() {
        let part = nth(base, index + 1, one, counted);
        // One that is contradicted sinks the whole; else one that isn't known leaves it open.
        let rank = |verdict: Verdict| match verdict {
            Verdict::Contradicted => 4,
            Verdict::Untested => 3,
            Verdict::Undecided => 2,
            Verdict::Fits => 1,
            Verdict::Supported => 0,
        };
        if rank(part.verdict) > rank(whole.verdict) {
            whole.verdict = part.verdict;
            whole.why = part.why.clone();
        }
        whole.supporting.extend(part.supporting);
        whole.against.extend(part.against);
        whole.settles.extend(part.settles);
        whole.implied = whole.implied.max(part.implied);
    }
    whole
}

/// The resolution was the nth about something.
pub(super) fn nth_resolution(
    base: &Base,
    nth: usize,
    resolution: ResolutionIx,
    about: Entity,
    by: &[ActorIx],
) -> Trial {
    let listed = resolutions(base, about, by);
    let spanned = |&(_, statement, earliest, latest): &(ResolutionIx, StatementIx, Day, Day)| Spanned {
        statement,
        earliest,
        latest,
        sure: !base[statement].is_denied(),
    };
    let Some(own) = listed.iter().find(|(ix, ..)| *ix == resolution).map(spanned) else {
        return Trial::untested(Untried::NotRecorded);
    };
    let others: Vec<Spanned> = listed.iter().filter(|(ix, ..)| *ix != resolution).map(spanned).collect();
    rank(base, nth, own, &others)
}

/// The verdict on a place. Acts that aren't recorded could still come before: too few before contradict nothing.
fn rank(base: &Base, nth: usize, own: Spanned, others: &[Spanned]) -> Trial {
    let order = Order::of(others.iter().map(Spanned::span));
    // `own` doesn't stand in the order, so nothing is taken off for it.
    let place = order.place((own.earliest, own.latest), (Day::FUTURE, Day::FUTURE));
    let before = |other: &&Spanned| other.sure && other.latest < own.earliest;
    let open: Vec<&Spanned> = others.iter().filter(|other| !before(other) && other.earliest < own.latest).collect();
    // Acts of one day share a place; which came first, only hours tell.
    let shares = others.iter().any(|other| other.earliest <= own.latest && own.earliest <= other.span().1);
    let mut trial = Trial::of(if place.least > nth {
        Verdict::Contradicted
    } else if place.is_certainly(nth) && own.sure && !shares {
        Verdict::Supported
    } else {
        Verdict::Undecided
    });
    trial.place = Some(place);
    trial.supporting.push(own.statement);
    if trial.verdict == Verdict::Contradicted {
        trial.against = others.iter().filter(before).map(|other| other.statement).collect();
        trial.supporting.clear();
        trial.against.push(own.statement);
    }
    if trial.verdict == Verdict::Undecided {
        if own.earliest != own.latest || !own.sure {
            trial.settles.push(settles(base, own.statement));
        }
        trial.settles.extend(open.iter().map(|other| settles(base, other.statement)));
        if shares && own.earliest == own.latest && open.is_empty() {
            trial.settles.push(Settles::Hours(own.statement));
        }
        if nth > place.most {
            trial.settles.push(Settles::More(nth - place.most));
        }
    }
    trial
}

/// Nothing of `by` is recorded: a refusal or a denial contradicts, nothing at all leaves it untried.
fn not_recorded(base: &Base, by: ActorIx, counted: &Counted) -> Trial {
    let refusals = super::counts::refusals(base, by, counted);
    if refusals.is_empty() {
        return Trial::untested(Untried::NotRecorded);
    }
    Trial { against: refusals, ..Trial::of(Verdict::Contradicted) }
}
