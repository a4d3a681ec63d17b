//! The six answers: what the recorded dates allow on a day, together with whether the record reaches it.
//!
//! The last recorded change decides; on a day that the record doesn't reach, only *presumably*. Dates and sources that could
//! turn it leave it open. What isn't recorded isn't *no*, unless a complete scope covers the day.

use super::closed::closed;
use super::life::{existed_on, first_day_of, is_gone};
use super::{ActorIx, Band, Base, Course, Day, Matter, State, StatementIx};

/// What is said to a question that asks whether.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Said {
    /// No.
    No,
    /// No by the last that is recorded, and the record doesn't reach the day.
    PresumablyNot,
    /// Dates or sources that could turn it leave it open.
    CantTell,
    /// Nothing is recorded that decides.
    NotRecorded,
    /// Yes by the last that is recorded, and the record doesn't reach the day.
    Presumably,
    /// Yes.
    Yes,
}

impl Said {
    /// Every one, the least first.
    pub const ALL: [Self; 6] =
        [Self::No, Self::PresumablyNot, Self::CantTell, Self::NotRecorded, Self::Presumably, Self::Yes];

    /// The published name.
    pub fn name(self) -> &'static str {
        match self {
            Self::No => "no",
            Self::PresumablyNot => "presumably not",
            Self::CantTell => "can't tell",
            Self::NotRecorded => "not recorded",
            Self::Presumably => "presumably",
            Self::Yes => "yes",
        }
    }

    /// Whether it is what the last that is recorded came to, and the record doesn't reach the day.
    pub fn is_presumed(self) -> bool {
        matches!(self, Self::Presumably | Self::PresumablyNot)
    }

    /// How sure it is by the recorded dates alone, wherever the record ends.
    pub fn band(self) -> Band {
        match self {
            Self::Yes | Self::Presumably => Band::Certain,
            Self::CantTell => Band::Possible,
            Self::NotRecorded | Self::PresumablyNot | Self::No => Band::No,
        }
    }

    /// Both: the least. Where *can't tell* and *not recorded* meet, *not recorded*.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        let least = self.min(other);
        if least == Self::CantTell && self.max(other) == Self::NotRecorded { Self::NotRecorded } else { least }
    }

    /// Either: the greatest.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        self.max(other)
    }

    /// That it isn't so: the mirror. *Not recorded* stays.
    #[must_use]
    #[allow(clippy::should_implement_trait, reason = "it is said of answers, and has no operator")]
    pub fn not(self) -> Self {
        match self {
            Self::No => Self::Yes,
            Self::PresumablyNot => Self::Presumably,
            Self::CantTell => Self::CantTell,
            Self::NotRecorded => Self::NotRecorded,
            Self::Presumably => Self::PresumablyNot,
            Self::Yes => Self::No,
        }
    }

    /// At least so many of several: the answer that so many of them reach.
    #[must_use]
    pub fn at_least(count: usize, of: impl IntoIterator<Item = Self>) -> Self {
        let mut all: Vec<Self> = of.into_iter().collect();
        all.sort_unstable_by(|a, b| b.cmp(a));
        match count.checked_sub(1) {
            None => Self::Yes,
            Some(last) => all.get(..=last).map_or(Self::No, |best| best.iter().copied().fold(Self::Yes, Self::and)),
        }
    }

    /// What is left of it where the record doesn't reach.
    #[must_use]
    fn presumed(self) -> Self {
        match self {
            Self::No => Self::PresumablyNot,
            Self::Yes => Self::Presumably,
            open => open,
        }
    }
}

closed! {
    /// How sure it is of one of those that are listed or counted, the surest first: a count is three numbers.
    pub enum Sure {
        /// By every choice of dates, and the record reaches the day.
        Surely => "certain",
        /// By the last that is recorded, and the record doesn't reach the day.
        Presumably => "presumed",
        /// By some choice of dates.
        Possibly => "possible",
    }
}

impl Sure {
    /// Of what certainly or possibly holds by its dates, and is only presumed where the record doesn't reach the day.
    pub fn of(band: Band, presumed: bool) -> Self {
        match (band, presumed) {
            (Band::Certain, false) => Self::Surely,
            (Band::Certain, true) => Self::Presumably,
            _ => Self::Possibly,
        }
    }

    /// "certainly", "presumably", "possibly".
    pub fn adverb(self) -> &'static str {
        match self {
            Self::Surely => "certainly",
            Self::Presumably => "presumably",
            Self::Possibly => "possibly",
        }
    }

    /// The adverb where something is to be said of it; nothing where it is sure.
    pub fn doubt(self) -> Option<&'static str> {
        (self != Self::Surely).then(|| self.adverb())
    }
}

/// The day that is asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AsOf {
    /// The day.
    pub day: Day,
    /// The day that counts as today: nothing is known of what comes after it.
    pub today: Day,
}

impl AsOf {
    /// About a day.
    pub fn of(day: Day, today: Day) -> Self {
        Self { day, today }
    }
}

/// How far the record reaches towards the day that is asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// The day is covered by this scope.
    Covered(usize),
    /// It lies between a day on which it is attested and another one, with no recorded change between.
    Between(Day),
    /// It was last attested not long before: on this day, and by this scope if by one.
    Fresh(Day, Option<usize>),
    /// It was last attested, if ever, long before.
    Beyond(Option<Day>),
    /// The day lies ahead; it was last attested on this day, if ever.
    Ahead(Option<Day>),
    /// It doesn't matter: one of the parties didn't exist.
    Nobody(ActorIx),
}

/// What is known of a thing on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// The answer.
    pub said: Said,
    /// The acts that made it so, or could have.
    pub by: Vec<StatementIx>,
    /// How far the record reaches.
    pub reach: Reach,
}

impl Known {
    /// Nothing is recorded.
    pub const NOTHING: Self = Self { said: Said::NotRecorded, by: Vec::new(), reach: Reach::Beyond(None) };

    /// Either of two: the greater answer, with what it rests on.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        let said = self.said.or(other.said);
        let of = if other.said > self.said { other } else { self };
        Self { said, ..of }
    }

    /// Both of two: the lesser answer, with what it rests on; where both hold, with what both rest on.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        let said = self.said.and(other.said);
        let (mut least, more) = if other.said < self.said { (other, self) } else { (self, other) };
        if said >= Said::Presumably {
            least.by.extend(more.by);
        }
        Self { said, ..least }
    }
}

/// What is known of a thing between `parties` on a day: by its course, and by what covers it.
pub fn known(base: &Base, course: &Course, parties: &[ActorIx], matter: Matter, asked: AsOf) -> Known {
    let AsOf { day, today } = asked;
    let may = course.on(day);
    let by: Vec<StatementIx> = may.iter().filter_map(|may| may.by).collect();
    // Who is on record as having acted before it existed was there for that: Ukraine in the United Nations of 1945.
    let own = |party: ActorIx| {
        let by = may.iter().filter(|may| may.state.holds() == Some(true)).filter_map(|may| may.by);
        let mut by = by.filter(|&ix| base[ix].fact.actors().any(|actor| actor == party));
        by.any(|ix| base[ix].begins.latest <= day && day < first_day_of(base, party))
    };
    if let Some(&nobody) = parties.iter().find(|&&party| is_gone(base, party, day) && !own(party)) {
        let by = by.into_iter().filter(|_| first_day_of(base, nobody) <= day).collect();
        return Known { said: Said::No, by, reach: Reach::Nobody(nobody) };
    }
    let scope = base.cover_of(matter, day).filter(|_| day <= today);
    let last = course.attested_by(day);
    let ended = base.scopes_of(matter).map(|(_, scope)| scope.last()).filter(|last| *last <= today).max();
    let beyond = if day > today { Reach::Ahead(last.max(ended)) } else { Reach::Beyond(last) };
    let mut states = may.iter().map(|may| may.state.holds());
    let first = states.next().unwrap_or(Some(false));
    if states.any(|other| other != first) {
        return Known { said: Said::CantTell, by, reach: scope.map_or(beyond, Reach::Covered) };
    }
    let Some(holds) = first else { return Known { said: Said::NotRecorded, by, reach: beyond } };
    // What lasted before one of them was gone for a time may have rested, or been carried on.
    if holds && parties.iter().any(|&party| existed_on(base, party, day) == Some(false) && !own(party)) {
        return Known { said: Said::CantTell, by, reach: scope.map_or(beyond, Reach::Covered) };
    }
    if may.iter().all(|may| may.state == State::Never) {
        let (said, reach) = match base.absence_of(matter, course, asked) {
            Some(reach) => (Said::No, reach),
            // Something is recorded, and begins later; or a complete list of an earlier day lacks it.
            None if course.begins() || base.spoke_of(matter, day).is_some() => {
                let spoke = base.spoke_of(matter, day);
                let beyond = if day > today { Reach::Ahead(spoke) } else { Reach::Beyond(spoke) };
                (Said::PresumablyNot, scope.map_or(beyond, Reach::Covered))
            }
            None => (Said::NotRecorded, scope.map_or(beyond, Reach::Covered)),
        };
        return Known { said, by, reach };
    }
    let said = if holds { Said::Yes } else { Said::No };
    if let Some(index) = scope {
        return Known { said, by, reach: Reach::Covered(index) };
    }
    if day > today {
        return Known { said: said.presumed(), by, reach: beyond };
    }
    // What is so, and since when and until when without a recorded change.
    let (since, until) = course.unchanged(day);
    let mut before = last.filter(|last| *last >= since).map(|last| (last, None));
    let mut after = course.attested_after(day, until).is_some();
    // A survey tells who does, and of others what it knew: an end that came before its last day.
    let knew = |scope: &super::Scope| course.is_absent_by(scope.last());
    for (index, scope) in base.scopes_of(matter).filter(|(_, scope)| holds || scope.is_complete() || knew(scope)) {
        let within = scope.first() < until && since <= scope.last() && scope.first() <= scope.last();
        if within && scope.last() <= day {
            before = before.max(Some((scope.last(), Some(index))));
        }
        after |= within && scope.last() > day;
    }
    let reach = match before {
        Some((before, _)) if after => Reach::Between(before),
        Some((before, scope)) if day <= before.plus(base.fresh.0) => Reach::Fresh(before, scope),
        before => Reach::Beyond(before.map(|(before, _)| before)),
    };
    let said = if matches!(reach, Reach::Beyond(_)) { said.presumed() } else { said };
    Known { said, by, reach }
}

/// The days on which what is [`known`] of a course can become another, besides those of the lives of its parties.
pub(super) fn turning_days(base: &Base, course: &Course, matter: Matter) -> Vec<Day> {
    // What was attested on a day is fresh for a while after it.
    let after = |day: Day| [day, day.next(), day.plus(base.fresh.0).next()];
    let stretches = course.stretches.iter().map(|stretch| stretch.from);
    let attested = course.attested.iter().flat_map(|(day, _)| after(*day));
    let scopes = base.scopes_of(matter).flat_map(|(_, scope)| [scope.first()].into_iter().chain(after(scope.last())));
    stretches.chain(attested).chain(scopes).collect()
}

/// What is known of an act that isn't recorded: whether it was done on a day from `from` to `to`. Complete cover of all of
/// these days makes it *no*; what was looked for and not found stays *not recorded*.
pub fn undone(base: &Base, parties: &[ActorIx], matter: Matter, (from, to): (Day, Day), asked: AsOf) -> Known {
    let exist = parties.iter().map(|&party| first_day_of(base, party)).max().unwrap_or(Day::PAST);
    let from = from.max(exist);
    let histories = base.scopes_of(matter).filter(|(_, scope)| !scope.is_list() && scope.first() <= from);
    let Some((index, scope)) = histories.max_by_key(|(_, scope)| (scope.extent, scope.last())) else {
        return Known::NOTHING;
    };
    // That nothing was done is attested by nobody, so that it doesn't outlast the scope.
    let reach = match from <= scope.last() {
        true => Reach::Covered(index),
        false => Reach::Beyond(Some(scope.last())),
    };
    let said = match (scope.is_complete(), reach) {
        (true, Reach::Covered(_)) if to <= scope.last() && to <= asked.today => Said::No,
        // What was asked about began within the scope, and lasts longer.
        (true, Reach::Covered(_)) => Said::PresumablyNot,
        _ => Said::NotRecorded,
    };
    Known { said, by: Vec::new(), reach }
}

#[cfg(test)]
mod tests;
