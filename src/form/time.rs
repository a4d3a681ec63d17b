//! When: the times that questions name, and the days that they allow.

use crate::model::{Band, Counted, Date, Day};

/// When.
///
/// Two times are equal if they allow the same days: "by 1991" and "before 1992".
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub enum Time {
    /// At any time.
    #[default]
    Ever,
    /// Today.
    Today,
    /// On this date, or within it.
    On(Date),
    /// Before it begins.
    Before(Date),
    /// After it ends.
    After(Date),
    /// Before it ends.
    By(Date),
    /// From its beginning on.
    Since(Date),
    /// From the beginning of the one to the end of the other.
    Between(Date, Date),
}

/// The days that are allowed, half-open: from the first to before the last. [`Day::PAST`] and [`Day::FUTURE`] are no bounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// The first day that is in.
    pub from: Day,
    /// The first day that no longer is.
    pub until: Day,
}

impl Default for Window {
    fn default() -> Self {
        Self::EVER
    }
}

impl Window {
    /// Every day.
    pub const EVER: Self = Self { from: Day::PAST, until: Day::FUTURE };

    /// From a day on.
    pub fn since(from: Day) -> Self {
        Self { from, ..Self::EVER }
    }

    /// Before a day.
    pub fn before(until: Day) -> Self {
        Self { until, ..Self::EVER }
    }

    /// The days of both; empty where there are none.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self { from: self.from.max(other.from), until: self.until.min(other.until) }
    }

    /// Whether what happened on one day of a span did so within: certainly, possibly, or no.
    pub fn holds(self, (earliest, latest): (Day, Day)) -> Band {
        // What has no last day lies within what has none.
        let ends = self.until == Day::FUTURE;
        let sure = self.from <= earliest && (ends || latest < self.until);
        let may = self.from <= latest && (ends || earliest < self.until);
        Band::of(sure, may)
    }

    /// Whether it has a day in common with what lasts from a day to before another.
    pub fn meets(self, from: Day, until: Day) -> bool {
        self.from.max(from) < self.until.min(until)
    }

    /// The last day that is in; `today` where it has no end.
    pub fn last(self, today: Day) -> Day {
        if self.until == Day::FUTURE { today } else { self.until.previous() }
    }
}

/// A measure of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Days.
    Days,
    /// Weeks of seven days.
    Weeks,
    /// Months of the calendar.
    Months,
    /// Years of the calendar.
    Years,
}

impl Unit {
    /// Several of them: "days".
    pub fn name(self) -> &'static str {
        match self {
            Self::Days => "days",
            Self::Weeks => "weeks",
            Self::Months => "months",
            Self::Years => "years",
        }
    }
}

impl PartialEq for Time {
    fn eq(&self, other: &Self) -> bool {
        let days = |time: &Self| match time {
            Self::Today => None,
            // What is asked of a day doesn't depend on today.
            dated => Some(dated.window(Day::PAST)),
        };
        days(self) == days(other)
    }
}

impl Eq for Time {}

impl Time {
    /// On a date, or today.
    pub fn on(date: Option<Date>) -> Self {
        date.map_or(Self::Today, Self::On)
    }

    /// The time in which something is counted.
    pub fn of(counted: &Counted) -> Self {
        match (&counted.since, &counted.on) {
            (None, None) => Self::Ever,
            (None, Some(on)) => Self::By(on.clone()),
            (Some(since), None) => Self::Since(since.clone()),
            (Some(since), Some(on)) => Self::of_days(since, on),
        }
    }

    /// From the beginning of the one to the end of the other: a day, a month or a year that is asked for from its first to
    /// its last day is told as such.
    fn of_days(since: &Date, on: &Date) -> Self {
        let (first, last) = (since.earliest(), on.latest());
        let whole = first.ymd().and_then(|(year, month, _)| {
            let forms = [first.to_string(), format!("{year:04}-{month:02}"), format!("{year:04}")];
            let dates = forms.iter().filter_map(|form| Date::parse(form).ok());
            dates.into_iter().find(|date| (date.earliest(), date.latest()) == (first, last))
        });
        whole.map_or_else(|| Self::Between(since.clone(), on.clone()), Self::On)
    }

    /// The date on which something is asked to hold; `None` for today, and for a time that is no date.
    pub fn date(&self) -> Option<&Date> {
        match self {
            Self::On(date) | Self::By(date) => Some(date),
            _ => None,
        }
    }

    /// The day on which something is asked to hold: the last of its date, or today.
    pub fn day(&self, today: Day) -> Day {
        self.date().map_or(today, Date::latest)
    }

    /// The day in whose light names are read: the first that it names.
    pub fn context(&self) -> Option<Day> {
        match self {
            Self::Ever | Self::Today => None,
            Self::Since(date) | Self::After(date) | Self::On(date) | Self::Between(date, _) => {
                date.earliest().bounded()
            }
            Self::Before(date) | Self::By(date) => date.latest().bounded().or(date.earliest().bounded()),
        }
    }

    /// The days that it allows.
    pub fn window(&self, today: Day) -> Window {
        match self {
            Self::Ever => Window::EVER,
            Self::Today => Window { from: today, until: today.next() },
            Self::On(date) => Window { from: date.earliest(), until: date.end() },
            Self::Before(date) => Window::before(date.earliest()),
            Self::After(date) => Window::since(date.end()),
            Self::By(date) => Window::before(date.end()),
            Self::Since(date) => Window::since(date.earliest()),
            Self::Between(from, to) => Window { from: from.earliest(), until: to.end() },
        }
    }
}
