//! Periods with two bands: the days on which something certainly holds, and those on which it may.

use super::{Band, Day, Ends, Spell, Statement};

/// The days on which something holds, half-open. [`Day::FUTURE`] as an end: it holds still.
///
/// *Guarantees:* the certain days lie within the possible ones; neither range is empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    possible: (Day, Day),
    certain: Option<(Day, Day)>,
}

impl Period {
    /// What begins within `begins` and ends within `ends`, each from the first to the last day on which it can;
    /// `None` when there is no day on which it can hold.
    pub fn new(begins: (Day, Day), ends: (Day, Day)) -> Option<Self> {
        let possible = (begins.0, ends.1);
        let certain = Some((begins.1, ends.0)).filter(|(from, until)| from < until);
        (possible.0 < possible.1).then_some(Self { possible, certain })
    }

    /// The same days, none of them certain.
    #[must_use]
    pub fn doubted(self) -> Self {
        Self { certain: None, ..self }
    }

    /// The days on which it certainly holds; `None` when there is none.
    pub fn certain(self) -> Option<(Day, Day)> {
        self.certain
    }

    /// The days on which it certainly or possibly holds.
    pub fn possible(self) -> (Day, Day) {
        self.possible
    }

    /// Whether it holds on `day`.
    pub fn holds(self, day: Day) -> Band {
        let within = |(from, until): (Day, Day)| from <= day && day < until;
        if self.certain.is_some_and(within) {
            Band::Certain
        } else if within(self.possible) {
            Band::Possible
        } else {
            Band::No
        }
    }

    /// Whether it holds on any day at all.
    pub fn ever(self) -> Band {
        if self.certain.is_some() { Band::Certain } else { Band::Possible }
    }

    /// The days on which both hold; `None` when there is none.
    pub fn and(self, other: Self) -> Option<Self> {
        let both = |a: (Day, Day), b: (Day, Day)| {
            let (from, until) = (a.0.max(b.0), a.1.min(b.1));
            (from < until).then_some((from, until))
        };
        let possible = both(self.possible, other.possible)?;
        let certain = self.certain.zip(other.certain).and_then(|(a, b)| both(a, b));
        Some(Self { possible, certain })
    }
}

impl Spell {
    /// The days on which it holds; `None` when it can't have lasted a day.
    pub fn period(&self) -> Option<Period> {
        let ends = self.end.as_ref().map_or((Day::FUTURE, Day::FUTURE), |end| (end.earliest, end.latest));
        Period::new((self.earliest, self.latest), ends)
    }
}

impl Statement {
    /// The days on which what it states holds; of an act, the days from it on. `None` when there is none, as of a
    /// retracted statement.
    pub fn period(&self) -> Option<Period> {
        let begins = (self.begins.earliest, self.begins.latest);
        let ends = match &self.ends {
            Ends::AtOnce | Ends::Ongoing => (Day::FUTURE, Day::FUTURE),
            // It can have ended at once, and it can hold still.
            Ends::Unknown => {
                let last = self.attested().map(super::Date::earliest).max();
                (last.map_or(Day::PAST, |last| last.next()), Day::FUTURE)
            }
            Ends::At(when) => (when.earliest, when.latest),
        };
        let period = Period::new(begins, ends).filter(|_| self.stands())?;
        Some(if self.is_denied() { period.doubted() } else { period })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn range() -> impl Strategy<Value = (Day, Day)> {
        (0..20i32, 0..5i32).prop_map(|(from, length)| (Day::from_number(from), Day::from_number(from + length)))
    }

    proptest! {
        #[test]
        fn a_day_holds_by_every_choice_certainly_and_by_some_possibly(begins in range(), ends in range()) {
            let days = |(from, to): (Day, Day)| (from.number().unwrap_or(0)..=to.number().unwrap_or(0)).map(Day::from_number);
            for day in (0..30).map(Day::from_number) {
                let choices = || days(begins).flat_map(|b| days(ends).map(move |e| b <= day && day < e));
                let expected = if choices().all(|holds| holds) {
                    Band::Certain
                } else if choices().any(|holds| holds) {
                    Band::Possible
                } else {
                    Band::No
                };
                let found = Period::new(begins, ends).map_or(Band::No, |period| period.holds(day));
                prop_assert_eq!(found, expected);
            }
        }
    }
}
