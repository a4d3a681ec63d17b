//! The life of an actor: its periods of existence, its end, and the times between.

use super::{ActorIx, Band, Base, Day, Ends, Fact, Key, SpellEnd, StatementIx};

/// The first day on which an actor can have existed, by all sources that count; [`Day::PAST`] where nobody says.
pub fn first_day_of(base: &Base, actor: ActorIx) -> Day {
    periods_of(base, actor).first().map_or(Day::PAST, |&ix| base[ix].begins.earliest)
}

/// Whether an actor existed on a day; `None` where the record leaves it open.
pub fn existed_on(base: &Base, actor: ActorIx, day: Day) -> Option<bool> {
    let periods = periods_of(base, actor);
    if periods.is_empty() {
        return None;
    }
    let bands = periods.iter().map(|&ix| base[ix].holds(day));
    match bands.max() {
        Some(Band::Certain) => Some(true),
        Some(Band::No) => Some(false),
        _ => None,
    }
}

/// The days on which it can become another whether an actor exists.
pub(super) fn days_of_life(base: &Base, actor: ActorIx) -> impl Iterator<Item = Day> {
    periods_of(base, actor).into_iter().flat_map(|ix| {
        let (first, last) = base[ix].ends.bounds();
        [base[ix].begins.earliest, base[ix].begins.latest, first, last]
    })
}

/// Whether an actor wasn't there on a day: before its first period or after its last, or between two of them while another
/// continued it.
pub fn is_gone(base: &Base, actor: ActorIx, day: Day) -> bool {
    if existed_on(base, actor, day) != Some(false) {
        return false;
    }
    let between = absences_of(base, actor).iter().any(|gap| gap.from <= day && day < gap.to);
    !between || !super::continuers(base, actor).is_empty()
}

impl Base {
    /// Lets a refusal, a position, or the absence of relations, begin no sooner than both its parties can have existed, where its sources
    /// leave open since when: nobody refuses what isn't there yet.
    pub(crate) fn begin_refusals_with_parties(&mut self) {
        for ix in self.statement_handles() {
            let statement = &self[ix];
            let refused =
                matches!(statement.fact, Fact::Recognition { .. } | Fact::Relations { .. } | Fact::Position { .. });
            if !(refused && statement.fact.lasts()) || statement.begins.earliest > Day::PAST {
                continue;
            }
            let first = statement.fact.actors().map(|actor| first_day_of(self, actor)).max().unwrap_or(Day::PAST);
            let begins = &mut self.statements[ix.index()].begins;
            begins.earliest = first.min(begins.latest);
        }
    }
}

/// The last end of an actor, if it comes after something began: nothing outlasts its parties. `None` when the actor
/// still exists, when its end isn't known, or when no period of it is recorded.
pub fn end_of(base: &Base, actor: ActorIx, begun: Day) -> Option<SpellEnd> {
    let by = *periods_of(base, actor).last()?;
    let Ends::At(when) = &base[by].ends else { return None };
    (when.latest > begun).then_some(SpellEnd { by, earliest: when.earliest, latest: when.latest })
}

/// A time between two periods of an actor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Absence {
    /// The period after which it lies.
    pub after: StatementIx,
    /// The first day on which the actor can have been gone.
    pub from: Day,
    /// The first day on which it certainly is back.
    pub to: Day,
}

/// The times in which an actor certainly was gone between two of its periods.
pub fn absences_of(base: &Base, actor: ActorIx) -> Vec<Absence> {
    let periods = periods_of(base, actor);
    let pairs = periods.iter().zip(periods.iter().skip(1));
    let gap = |(&after, &next): (&StatementIx, &StatementIx)| {
        let Ends::At(when) = &base[after].ends else { return None };
        let back = &base[next].begins;
        (when.latest < back.earliest).then_some(Absence { after, from: when.earliest, to: back.latest })
    };
    pairs.filter_map(gap).collect()
}

/// The periods of an actor's existence, in the order of time.
fn periods_of(base: &Base, actor: ActorIx) -> Vec<StatementIx> {
    let mut periods: Vec<StatementIx> =
        base.under(Key::Existence(actor)).filter(|&ix| base[ix].stands() && base[ix].fact.lasts()).collect();
    periods.sort_by_key(|&ix| (base[ix].begins.earliest, base[ix].begins.latest, ix));
    periods
}
