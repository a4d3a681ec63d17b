//! The course of what lasts for periods that are told: memberships, positions, refusals, existence.

use super::{Course, May, State, push};
use crate::model::{Band, Base, Date, Day, Period, StatementIx};

impl Course {
    /// The course of what lasts for these periods, each with the statement that tells of it.
    pub fn of_periods(periods: &[(StatementIx, Period)]) -> Self {
        let (first, mut days) = (periods.iter().map(|(_, period)| period.possible().0).min(), vec![Day::PAST]);
        let mut attested = Vec::new();
        for (_, period) in periods {
            let (from, until) = period.possible();
            days.extend([from, until]);
            if let Some((from, until)) = period.certain() {
                days.extend([from, until]);
                attested.extend([(from, true), (until.previous(), true)]);
            }
            // What begins again wasn't there the day before.
            if first.is_some_and(|first| first < from) {
                attested.push((from.previous(), false));
            }
            attested.push((until, false));
        }
        days.retain(|day| *day < Day::FUTURE);
        days.sort_unstable();
        days.dedup();
        attested.retain(|(day, _)| day.bounded().is_some());
        attested.sort_unstable();
        let mut stretches = Vec::new();
        for day in days {
            let held = periods.iter().map(|&(by, period)| (period.holds(day), by));
            let ended = periods.iter().filter(|(_, period)| period.possible().1 <= day).map(|(by, _)| *by).next_back();
            let past = first.is_some_and(|first| first <= day);
            let not = May { state: if past { State::Ended } else { State::Never }, by: ended };
            let is = |by| May { state: State::Holds(None), by: Some(by) };
            let may = match held.max() {
                Some((Band::Certain, by)) => vec![is(by)],
                Some((Band::Possible, by)) => vec![not, is(by)],
                _ => vec![not],
            };
            push(&mut stretches, day, may);
        }
        Self { stretches, attested }
    }

    /// The course of what these statements say lasts.
    pub fn of_statements(base: &Base, statements: impl IntoIterator<Item = StatementIx>) -> Self {
        let statements: Vec<StatementIx> = statements.into_iter().collect();
        let periods = statements.iter().filter_map(|&ix| Some((ix, base[ix].period()?)));
        let course = Self::of_periods(&periods.collect::<Vec<_>>());
        course.attested_on(statements.iter().flat_map(|&ix| base[ix].attested().map(Date::earliest)))
    }

    /// The same, with more days on which sources or acts say that it holds.
    #[must_use]
    pub fn attested_on(mut self, days: impl IntoIterator<Item = Day>) -> Self {
        self.attested.extend(days.into_iter().filter(|day| day.bounded().is_some()).map(|day| (day, true)));
        self.attested.sort_unstable();
        self
    }
}
