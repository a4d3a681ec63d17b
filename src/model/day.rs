//! A single day of the Gregorian calendar.

use std::fmt;

use chrono::{Datelike, Months, NaiveDate};

/// A day of the proleptic Gregorian calendar, counted from 1 January 1970.
///
/// *Units:* whole days; years −9999 to 9999, months and days from 1. [`Day::PAST`] and [`Day::FUTURE`] lie
/// before and after every day and stand for a side without a bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i32);

/// Why a text is no day.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DayError {
    /// Not of the shape YYYY-MM-DD.
    #[error("{0:?} is not a day; write it as YYYY-MM-DD")]
    Shape(String),
    /// Of the right shape, and not in the calendar.
    #[error("{0} is not in the calendar")]
    Impossible(String),
}

impl Day {
    /// Before every day.
    pub const PAST: Self = Self(i32::MIN);
    /// After every day.
    pub const FUTURE: Self = Self(i32::MAX);

    /// The day with this year, month (from 1) and day of the month (from 1), if the calendar has it.
    pub fn find(year: i32, month: u32, day: u32) -> Option<Self> {
        let date = NaiveDate::from_ymd_opt(year, month, day)?;
        Some(Self(date.to_epoch_days()))
    }

    /// Reads `YYYY-MM-DD`, strictly.
    ///
    /// # Errors
    /// [`DayError::Shape`] for anything else, [`DayError::Impossible`] for a day that doesn't exist.
    pub fn parse(text: &str) -> Result<Self, DayError> {
        let shape = || DayError::Shape(text.to_owned());
        let bytes = text.as_bytes();
        let digits = |part: &[u8]| part.iter().all(u8::is_ascii_digit);
        if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
            return Err(shape());
        }
        if !(digits(&bytes[..4]) && digits(&bytes[5..7]) && digits(&bytes[8..])) {
            return Err(shape());
        }
        let number = |part: &str| part.parse::<u32>().map_err(|_| shape());
        let (year, month, day) = (number(&text[..4])?, number(&text[5..7])?, number(&text[8..])?);
        let year = i32::try_from(year).map_err(|_| shape())?;
        Self::find(year, month, day).ok_or_else(|| DayError::Impossible(text.to_owned()))
    }

    /// Year, month (from 1), day (from 1). `None` for a side without a bound.
    pub fn ymd(self) -> Option<(i32, u32, u32)> {
        if self == Self::PAST || self == Self::FUTURE {
            return None;
        }
        let date = NaiveDate::from_epoch_days(self.0)?;
        Some((date.year(), date.month(), date.day()))
    }

    /// This many days later (earlier if negative). Sides without a bound stay where they are.
    #[must_use]
    pub fn plus(self, days: i32) -> Self {
        if self == Self::PAST || self == Self::FUTURE { self } else { Self(self.0.saturating_add(days)) }
    }

    /// The day after it. Sides without a bound stay where they are.
    #[must_use]
    pub fn next(self) -> Self {
        self.plus(1)
    }

    /// The day before it. Sides without a bound stay where they are.
    #[must_use]
    pub fn previous(self) -> Self {
        self.plus(-1)
    }

    /// The whole months of the calendar to a later day, and the days that remain: from 31 January to 1 March it is one
    /// month and one day. `None` for a side without a bound, and for an earlier day.
    pub fn months_to(self, later: Self) -> Option<(u32, u32)> {
        let date = |day: Self| day.number().and_then(NaiveDate::from_epoch_days);
        let (from, to) = (date(self)?, date(later)?);
        let years = (to.year() - from.year()).max(0).unsigned_abs();
        // Never too many, at most a year too few.
        let mut months = (years * 12).saturating_sub(12);
        let after = |months: u32| from.checked_add_months(Months::new(months));
        while after(months + 1).is_some_and(|next| next <= to) {
            months += 1;
        }
        let days = (to - after(months)?).num_days();
        u32::try_from(days).ok().map(|days| (months, days))
    }

    /// So many months of the calendar later; where that month is shorter, its last day. `None` for a side without a bound.
    pub fn after_months(self, months: u32) -> Option<Self> {
        let date = self.number().and_then(NaiveDate::from_epoch_days)?.checked_add_months(Months::new(months))?;
        (date.year() <= 9999).then(|| Self(date.to_epoch_days()))
    }

    /// Days since 1 January 1970, for plotting. `None` for a side without a bound.
    pub fn number(self) -> Option<i32> {
        (self != Self::PAST && self != Self::FUTURE).then_some(self.0)
    }

    /// The day with this number of days since 1 January 1970.
    pub fn from_number(number: i32) -> Self {
        Self(number)
    }

    /// The day, unless it is a side without a bound.
    pub fn bounded(self) -> Option<Self> {
        self.number().map(|_| self)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.ymd() {
            Some((year, month, day)) if year < 0 => f.pad(&format!("-{:04}-{month:02}-{day:02}", -year)),
            Some((year, month, day)) => f.pad(&format!("{year:04}-{month:02}-{day:02}")),
            None => f.pad(".."),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_go_round() {
        for text in ["1970-01-01", "1991-12-12", "2000-02-29", "0001-01-01", "9999-12-31"] {
            assert_eq!(Day::parse(text).expect("a day").to_string(), text);
        }
        assert_eq!(Day::parse("1970-01-02").expect("a day").number(), Some(1));
        assert_eq!(Day::FUTURE.plus(1), Day::FUTURE);
    }

    #[test]
    fn months_are_whole_ones_of_the_calendar() {
        for (from, to, expected) in [
            ("1991-10-18", "1991-12-12", Some((1, 24))),
            ("1991-10-18", "1991-10-18", Some((0, 0))),
            ("2000-01-31", "2000-03-01", Some((1, 1))),
            ("1991-10-18", "2026-10-17", Some((419, 29))),
            ("1991-10-18", "2026-10-18", Some((420, 0))),
            ("1991-10-18", "1991-10-17", None),
        ] {
            let day = |text| Day::parse(text).expect("a day");
            assert_eq!(day(from).months_to(day(to)), expected, "{from} {to}");
        }
        assert_eq!(Day::PAST.months_to(Day::FUTURE), None);
    }

    #[test]
    fn lax_and_impossible_days_are_refused() {
        for lax in ["1991-11-9", "1991-1-09", "1991", "+1991-11-09", " 1991-11-09", "1991-11-0é"] {
            assert_eq!(Day::parse(lax), Err(DayError::Shape(lax.to_owned())));
        }
        for impossible in ["1991-02-29", "1991-13-01", "1991-00-10", "1991-04-31"] {
            assert_eq!(Day::parse(impossible), Err(DayError::Impossible(impossible.to_owned())));
        }
    }
}
