//! Dates with doubt: EDTF text that knows its earliest and its latest day.

use std::fmt;

use edtf_core::{Bound, BoundDate, Edtf, SetElement, SetKind};

use super::Day;

/// A date as a source gives it: a day, a month, a year, a span, a set of candidates, with or without a mark of doubt.
///
/// *Shape:* EDTF (ISO 8601-2:2019), levels 0 and 1, and from level 2 sets, open ends and qualified components.
/// *Guarantees:* the text is kept as written; earliest ≤ latest; marks of doubt don't move the bounds
/// (ISO 8601-2 § 8.4.2: approximation widens confidence, not the written value).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Date {
    text: Box<str>,
    earliest: Day,
    latest: Day,
    uncertain: bool,
    approximate: bool,
}

/// Why a text is no date.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// Not EDTF, or a day that isn't in the calendar.
    #[error("{message}")]
    Syntax {
        /// What is wrong.
        message: &'static str,
        /// Where, in bytes from the start of the text.
        offset: usize,
    },
    /// A time of day: the base counts in days.
    #[error("dates go to the day; give the time of day in `wording`")]
    TimeOfDay,
    /// No bound on either side, or outside years −9999 to 9999.
    #[error("the date bounds nothing")]
    Boundless,
    /// An interval or set whose end comes before its beginning.
    #[error("the end comes before the beginning")]
    Inverted,
}

impl Date {
    /// Reads EDTF.
    ///
    /// # Errors
    /// [`DateError`], with the offset where the text stops being a date.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        if let Some((earliest, latest)) = plain(text.as_bytes()) {
            return Ok(Self { text: text.into(), earliest, latest, uncertain: false, approximate: false });
        }
        let edtf =
            Edtf::parse(text).map_err(|error| DateError::Syntax { message: error.message, offset: error.offset })?;
        if matches!(edtf, Edtf::DateTime(_)) {
            return Err(DateError::TimeOfDay);
        }
        let bounds = edtf.bounds();
        let earliest = day(bounds.earliest, Day::PAST).ok_or(DateError::Boundless)?;
        let latest = day(bounds.latest, Day::FUTURE).ok_or(DateError::Boundless)?;
        if earliest == Day::PAST && latest == Day::FUTURE {
            return Err(DateError::Boundless);
        }
        if earliest > latest {
            return Err(DateError::Inverted);
        }
        Ok(Self {
            text: text.into(),
            earliest,
            latest,
            uncertain: edtf.is_uncertain(),
            approximate: edtf.is_approximate(),
        })
    }

    /// The date that is this day.
    pub fn of(day: Day) -> Self {
        Self { text: day.to_string().into(), earliest: day, latest: day, uncertain: false, approximate: false }
    }

    /// The date that is one of these, as an EDTF set where the parts allow it, else the span that holds them all.
    pub(crate) fn one_of(dates: &[&Self]) -> Self {
        let simple = |date: &&Self| !date.text.contains(['/', '[', '{']);
        let mut sorted = dates.to_vec();
        sorted.sort_by_key(|date| (date.earliest, date.latest));
        let earliest = dates.iter().map(|d| d.earliest).min().unwrap_or(Day::PAST);
        let latest = dates.iter().map(|d| d.latest).max().unwrap_or(Day::FUTURE);
        let text = if sorted.iter().all(simple) {
            let parts: Vec<&str> = sorted.iter().map(|date| &*date.text).collect();
            format!("[{}]", parts.join(","))
        } else {
            format!("{earliest}/{latest}")
        };
        Self {
            text: text.into(),
            earliest,
            latest,
            uncertain: dates.iter().any(|d| d.uncertain),
            approximate: dates.iter().any(|d| d.approximate),
        }
    }

    /// The date as written.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The first day on which it can be; [`Day::PAST`] when nothing bounds it.
    pub fn earliest(&self) -> Day {
        self.earliest
    }

    /// The last day on which it can be; [`Day::FUTURE`] when nothing bounds it.
    pub fn latest(&self) -> Day {
        self.latest
    }

    /// The first day that is after all on which it can be; [`Day::FUTURE`] when nothing bounds it.
    pub fn end(&self) -> Day {
        self.latest.next()
    }

    /// Whether the source marks it as doubtful (`?`, `%`).
    pub fn is_uncertain(&self) -> bool {
        self.uncertain
    }

    /// Whether the source marks it as approximate (`~`, `%`).
    pub fn is_approximate(&self) -> bool {
        self.approximate
    }

    /// Whether the source marks neither doubt nor approximation.
    pub fn is_plain(&self) -> bool {
        !self.uncertain && !self.approximate
    }

    /// Whether it is one certain day.
    pub fn is_day(&self) -> bool {
        self.earliest == self.latest && self.is_plain()
    }

    /// Whether every day on which `other` can be is a day on which this one can be: then `other` corroborates it.
    pub fn contains(&self, other: &Self) -> bool {
        let parts = self.parts();
        if parts.is_empty() {
            return self.earliest <= other.earliest && other.latest <= self.latest;
        }
        let holds = |from: Day, to: Day| parts.iter().any(|&(a, b)| a <= from && to <= b);
        let theirs = other.parts();
        if theirs.is_empty() {
            holds(other.earliest, other.latest)
        } else {
            theirs.iter().all(|&(from, to)| holds(from, to))
        }
    }

    /// The separate ranges of a set of candidates, as far as there are gaps between them; empty for another date.
    fn parts(&self) -> Vec<(Day, Day)> {
        if !self.text.starts_with('[') {
            return Vec::new();
        }
        let Ok(Edtf::Set(set)) = Edtf::parse(&self.text) else { return Vec::new() };
        if set.kind != SetKind::OneMember {
            return Vec::new();
        }
        let mut ranges: Vec<(Day, Day)> = set.elements.iter().map(|element| element_range(*element)).collect();
        ranges.sort_unstable();
        ranges.dedup_by(|later, earlier| {
            let adjoins = later.0 <= earlier.1.next();
            if adjoins {
                earlier.1 = earlier.1.max(later.1);
            }
            adjoins
        });
        ranges
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

/// The bounds of a plain day, month or year, which most dates are; `None` for whatever needs a closer look.
fn plain(text: &[u8]) -> Option<(Day, Day)> {
    let number = |digits: &[u8]| {
        digits.iter().try_fold(0u32, |sum, digit| digit.is_ascii_digit().then(|| sum * 10 + u32::from(digit - b'0')))
    };
    let year = i32::try_from(number(text.get(..4)?)?).ok()?;
    let (month, day) = match text[4..] {
        [] => return Some((Day::find(year, 1, 1)?, Day::find(year, 12, 31)?)),
        [b'-', m, n] => (number(&[m, n])?, None),
        [b'-', m, n, b'-', d, e] => (number(&[m, n])?, Some(number(&[d, e])?)),
        _ => return None,
    };
    let first = Day::find(year, month, day.unwrap_or(1))?;
    let last = match (day, month) {
        (Some(_), _) => first,
        (None, 12) => Day::find(year, 12, 31)?,
        (None, _) => Day::find(year, month + 1, 1)?.previous(),
    };
    Some((first, last))
}

fn element_range(element: SetElement) -> (Day, Day) {
    let range = |date: edtf_core::Date| {
        let bounds = Edtf::Date(date).bounds();
        (day(bounds.earliest, Day::PAST).unwrap_or(Day::PAST), day(bounds.latest, Day::FUTURE).unwrap_or(Day::FUTURE))
    };
    match element {
        SetElement::Date(date) => range(date),
        SetElement::OnOrBefore(date) => (Day::PAST, range(date).1),
        SetElement::OnOrAfter(date) => (range(date).0, Day::FUTURE),
        SetElement::Range(from, to) => (range(from).0, range(to).1),
    }
}

/// `None` when the bound lies outside the years that a [`Day`] can hold.
fn day(bound: Bound, unknown: Day) -> Option<Day> {
    match bound {
        Bound::NegativeInfinity => Some(Day::PAST),
        Bound::PositiveInfinity => Some(Day::FUTURE),
        Bound::Unknown => Some(unknown),
        Bound::Date(BoundDate { year, month, day }) => {
            let year = i32::try_from(year).ok().filter(|year| (-9999..=9999).contains(year))?;
            Day::find(year, month.into(), day.into())
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// `"earliest..latest marks"`, or the error.
    fn read(text: &str) -> String {
        match Date::parse(text) {
            Ok(date) => {
                assert_eq!(date.to_string(), text);
                let mark = match (date.uncertain, date.approximate) {
                    (false, false) => "",
                    (true, false) => " ?",
                    (false, true) => " ~",
                    (true, true) => " %",
                };
                let side = |day: Day| day.bounded().map_or(String::new(), |day| day.to_string());
                format!("{}..{}{mark}", side(date.earliest), side(date.latest))
            }
            Err(error) => format!("error: {error}"),
        }
    }

    /// The examples of the EDTF specification (Library of Congress, 4 February 2019) that the base accepts.
    #[test]
    fn examples_of_the_specification() {
        for (text, expected) in [
            // Level 0
            ("1985-04-12", "1985-04-12..1985-04-12"),
            ("1985-04", "1985-04-01..1985-04-30"),
            ("1985", "1985-01-01..1985-12-31"),
            ("1964/2008", "1964-01-01..2008-12-31"),
            ("2004-06/2006-08", "2004-06-01..2006-08-31"),
            ("2004-02-01/2005-02-08", "2004-02-01..2005-02-08"),
            ("2004-02-01/2005-02", "2004-02-01..2005-02-28"),
            ("2004-02-01/2005", "2004-02-01..2005-12-31"),
            ("2005/2006-02", "2005-01-01..2006-02-28"),
            // Level 1
            ("2001-21", "2001-03-01..2001-05-31"),
            ("1984?", "1984-01-01..1984-12-31 ?"),
            ("2004-06~", "2004-06-01..2004-06-30 ~"),
            ("2004-06-11%", "2004-06-11..2004-06-11 %"),
            ("201X", "2010-01-01..2019-12-31"),
            ("20XX", "2000-01-01..2099-12-31"),
            ("2004-XX", "2004-01-01..2004-12-31"),
            ("1985-04-XX", "1985-04-01..1985-04-30"),
            ("1985-XX-XX", "1985-01-01..1985-12-31"),
            ("1985-04-12/..", "1985-04-12.."),
            ("1985-04/..", "1985-04-01.."),
            ("1985/..", "1985-01-01.."),
            ("../1985-04-12", "..1985-04-12"),
            ("../1985-04", "..1985-04-30"),
            ("../1985", "..1985-12-31"),
            ("1985-04-12/", "1985-04-12.."),
            ("1985-04/", "1985-04-01.."),
            ("1985/", "1985-01-01.."),
            ("/1985-04-12", "..1985-04-12"),
            ("/1985-04", "..1985-04-30"),
            ("/1985", "..1985-12-31"),
            ("-1985", "-1985-01-01..-1985-12-31"),
            // Level 2
            ("[1667,1668,1670..1672]", "1667-01-01..1672-12-31"),
            ("[..1760-12-03]", "..1760-12-03"),
            ("[1760-12..]", "1760-12-01.."),
            ("[1760-01,1760-02,1760-12..]", "1760-01-01.."),
            ("[1667,1760-12]", "1667-01-01..1760-12-31"),
            ("[..1984]", "..1984-12-31"),
            ("{1667,1668,1670..1672}", "1667-01-01..1672-12-31"),
            ("{1960,1961-12}", "1960-01-01..1961-12-31"),
            ("{..1984}", "..1984-12-31"),
            ("2004-06-11%", "2004-06-11..2004-06-11 %"),
            ("2004-06~-11", "2004-06-11..2004-06-11 ~"),
            ("2004?-06-11", "2004-06-11..2004-06-11 ?"),
            ("?2004-06-~11", "2004-06-11..2004-06-11 %"),
            ("2004-%06-11", "2004-06-11..2004-06-11 %"),
            ("156X-12-25", "1560-12-25..1569-12-25"),
            ("15XX-12-25", "1500-12-25..1599-12-25"),
            ("2004-06-~01/2004-06-~20", "2004-06-01..2004-06-20 ~"),
            ("1984~/2004-06", "1984-01-01..2004-06-30 ~"),
            ("1984-06-02?/2004-08-08~", "1984-06-02..2004-08-08 %"),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    proptest! {
        /// Digits and hyphens, most of them dates; months and days reach beyond the calendar.
        #[test]
        fn plain_dates_are_what_edtf_says(year in 0..10_000u32, month in 0..25u32, day in 0..33u32, cut in 0..11usize) {
            let whole = format!("{year:04}-{month:02}-{day:02}");
            for text in [&whole[..cut], &whole[..4], &whole[..7], &whole] {
                let Some(bounds) = plain(text.as_bytes()) else { continue };
                let said = Edtf::parse(text).expect("what is plain is EDTF").bounds();
                prop_assert_eq!(Some(bounds.0), super::day(said.earliest, Day::PAST), "{}", text);
                prop_assert_eq!(Some(bounds.1), super::day(said.latest, Day::FUTURE), "{}", text);
            }
            let exists = Day::find(year as i32, month, day).is_some();
            prop_assert_eq!(plain(whole.as_bytes()).is_some(), exists);
        }
    }

    #[test]
    fn what_is_no_date_says_so() {
        for text in ["", "yesterday", "1991-13", "1991-02-30", "12.12.1991", "1991-11-9", "1991-12-12/1991-13", "[1991"]
        {
            assert!(read(text).starts_with("error: "), "{text}: {}", read(text));
        }
        assert_eq!(Date::parse("1985-04-12T23:20:30"), Err(DateError::TimeOfDay));
        assert!(Date::parse("../..").is_err());
        assert_eq!(Date::parse("Y170000002"), Err(DateError::Boundless));
    }

    #[test]
    fn a_set_with_gaps_contains_only_its_members() {
        let date = |text| Date::parse(text).expect("a date");
        assert!(date("1991-12").contains(&date("1991-12-11")));
        assert!(!date("1991-12-11").contains(&date("1991-12")));
        assert!(date("[1991-12-12,1991-12-20]").contains(&date("1991-12-20")));
        assert!(!date("[1991-12-12,1991-12-20]").contains(&date("1991-12-15")));
        assert!(date("[1991-11,1991-12]").contains(&date("1991-11-20/1991-12-05")));
        assert!(!date("[1991-11,1992-01]").contains(&date("1991-11-20/1992-01-05")));
        assert!(date("[1991-11,1992-01]").contains(&date("[1991-11-02,1992-01-05]")));
        assert!(!date("../1991-12-25").contains(&date("1991")));
    }
}
