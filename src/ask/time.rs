//! When: the times that questions name.

use crate::model::{Counted, Date, Day};
use crate::query::Window;

/// When something is asked to hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Moment {
    /// Today.
    Today,
    /// On this date, or on some day of it.
    On(Date),
    /// On any day up to today.
    Ever,
}

/// When.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Time {
    /// At any time.
    #[default]
    Ever,
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

impl Time {
    /// The days that it allows.
    pub fn window(&self) -> Window {
        let window = |after: Option<Day>, before: Option<Day>| Window { before, after };
        match self {
            Self::Ever => Window::default(),
            Self::On(date) => window(Some(date.earliest().plus(-1)), Some(date.latest().plus(1))),
            Self::Before(date) => window(None, Some(date.earliest())),
            Self::After(date) => window(Some(date.latest()), None),
            Self::By(date) => window(None, Some(date.latest().plus(1))),
            Self::Since(date) => window(Some(date.earliest().plus(-1)), None),
            Self::Between(from, to) => window(Some(from.earliest().plus(-1)), Some(to.latest().plus(1))),
        }
    }

    /// The time in which something is counted: a day, a month or a year that is counted from its first to its last day is
    /// told as such.
    pub fn of(counted: &Counted) -> Self {
        match (&counted.since, &counted.on) {
            (None, None) => Self::Ever,
            (None, Some(on)) => Self::By(on.clone()),
            (Some(since), None) => Self::Since(since.clone()),
            (Some(since), Some(on)) => {
                let (first, last) = (since.earliest(), on.latest());
                let whole = first.ymd().and_then(|(year, month, _)| {
                    let forms = [first.to_string(), format!("{year:04}-{month:02}"), format!("{year:04}")];
                    let dates = forms.iter().filter_map(|form| Date::parse(form).ok());
                    dates.into_iter().find(|date| (date.earliest(), date.latest()) == (first, last))
                });
                whole.map_or_else(|| Self::Between(since.clone(), on.clone()), Self::On)
            }
        }
    }

    /// The day in whose light names are read: the first that it names.
    pub(super) fn context(&self) -> Option<Day> {
        match self {
            Self::Ever => None,
            Self::Since(date) | Self::After(date) | Self::On(date) | Self::Between(date, _) => {
                date.earliest().bounded()
            }
            Self::Before(date) | Self::By(date) => date.latest().bounded().or(date.earliest().bounded()),
        }
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
