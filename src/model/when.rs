//! Several attestations, one answer: when a statement can have been, and what is shown.

use super::{Attestation, Band, Date, Day, Rank, Until};

/// When something can have happened, by all attestations that count.
///
/// *Guarantees:* earliest ≤ latest; a day outside them is certainly wrong by every source that counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct When {
    /// The date to show; `None` when no source gives one.
    pub shown: Option<Date>,
    /// The first day on which it can have happened.
    pub earliest: Day,
    /// The last day on which it can have happened.
    pub latest: Day,
    /// Whether sources that count give dates that don't nest.
    pub contested: bool,
}

/// When what lasts can have ended, by all attestations that count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ends {
    /// It is an act: it doesn't last.
    AtOnce,
    /// It holds still.
    Ongoing,
    /// Nobody knows.
    Unknown,
    /// It ended then; half-open, the first day on which it no longer holds.
    At(When),
}

impl When {
    /// Known, and without a date.
    pub const UNDATED: Self = Self { shown: None, earliest: Day::PAST, latest: Day::FUTURE, contested: false };

    /// Whether it certainly happened on `day` or before, possibly, or no.
    pub fn by(&self, day: Day) -> Band {
        if self.latest <= day {
            Band::Certain
        } else if self.earliest <= day {
            Band::Possible
        } else {
            Band::No
        }
    }

    /// Narrows it by a day on which it had happened. A day that contradicts its dates narrows nothing.
    pub(super) fn had_by(&mut self, day: &Date) {
        if day.latest() >= self.earliest {
            self.latest = self.latest.min(day.latest());
        }
    }

    /// Narrows an end by a day on which what lasts still held.
    pub(super) fn came_after(&mut self, day: Day) {
        if day < self.latest {
            self.earliest = self.earliest.max(day.next());
        }
    }

    /// Whether it certainly came before `other`, possibly, or no. Two acts of one day come neither before the other.
    pub fn before(&self, other: &Self) -> Band {
        if self.latest < other.earliest {
            Band::Certain
        } else if self.earliest < other.latest {
            Band::Possible
        } else {
            Band::No
        }
    }
}

impl Ends {
    /// Whether it still holds on `day`, given that it had begun.
    pub fn lasts(&self, day: Day) -> Band {
        match self {
            Self::AtOnce => Band::No,
            Self::Ongoing => Band::Certain,
            Self::Unknown => Band::Possible,
            Self::At(when) => match when.by(day) {
                Band::Certain => Band::No,
                Band::Possible => Band::Possible,
                Band::No => Band::Certain,
            },
        }
    }

    /// When it ended; `None` where no end is on record.
    pub fn when(&self) -> Option<&When> {
        match self {
            Self::At(when) => Some(when),
            Self::AtOnce | Self::Ongoing | Self::Unknown => None,
        }
    }

    /// The first and the last day on which it can end; [`Day::FUTURE`] for what is ongoing.
    pub fn bounds(&self) -> (Day, Day) {
        match self {
            Self::AtOnce | Self::Unknown => (Day::PAST, Day::FUTURE),
            Self::Ongoing => (Day::FUTURE, Day::FUTURE),
            Self::At(when) => (when.earliest, when.latest),
        }
    }
}

/// Combines dates with their ranks, in the order of the attestations.
///
/// A date that contains another is corroboration and widens nothing. Dates that don't nest are a contest: what is
/// possible is their union. Deprecated ones don't count. A preferred one decides what is shown.
pub fn combine<'a>(dates: impl IntoIterator<Item = (&'a Date, Rank)>) -> When {
    let counted: Vec<(&Date, Rank)> = dates.into_iter().filter(|(_, rank)| *rank != Rank::Deprecated).collect();
    if let [(date, _)] = counted[..] {
        return When { shown: Some(date.clone()), earliest: date.earliest(), latest: date.latest(), contested: false };
    }
    let mut narrowest: Vec<&Date> = Vec::new();
    for (date, _) in &counted {
        if narrowest.iter().any(|other| date.contains(other)) {
            // A plain date speaks for the same range with a mark of doubt.
            if let Some(same) = narrowest.iter_mut().find(|other| other.contains(date))
                && date.is_plain()
                && !same.is_plain()
            {
                *same = date;
            }
            continue;
        }
        narrowest.retain(|other| !other.contains(date));
        narrowest.push(date);
    }
    let Some(earliest) = narrowest.iter().map(|date| date.earliest()).min() else { return When::UNDATED };
    let latest = narrowest.iter().map(|date| date.latest()).max().unwrap_or(Day::FUTURE);
    let preferred = counted.iter().find(|(_, rank)| *rank == Rank::Preferred).map(|(date, _)| *date);
    let shown = match (preferred, &narrowest[..]) {
        (Some(date), _) => date.clone(),
        (None, [date]) => (*date).clone(),
        (None, several) => Date::one_of(several),
    };
    When { shown: Some(shown), earliest, latest, contested: narrowest.len() > 1 }
}

/// The beginning (or the day) of a statement, from its attestations.
pub(crate) fn combine_dates(attestations: &[Attestation]) -> When {
    combine(attestations.iter().filter(|a| a.counts()).filter_map(|a| Some((a.date.as_ref()?, a.rank))))
}

/// The end of what lasts, from its attestations.
pub(crate) fn combine_ends(attestations: &[Attestation]) -> Ends {
    let said: Vec<(&Until, Rank)> =
        attestations.iter().filter(|a| a.counts()).filter_map(|a| Some((a.until.as_ref()?, a.rank))).collect();
    let preferred: Vec<_> = said.iter().filter(|(_, rank)| *rank == Rank::Preferred).copied().collect();
    let mut when = combine(said.iter().filter_map(|(until, rank)| match until {
        Until::Date(date) => Some((date, *rank)),
        Until::Ongoing | Until::Unknown => None,
    }));
    if when.shown.is_none() {
        let unknown = said.is_empty() || said.iter().any(|(until, _)| **until == Until::Unknown);
        return if unknown { Ends::Unknown } else { Ends::Ongoing };
    }
    if said.iter().any(|(until, _)| **until == Until::Ongoing) {
        when.latest = Day::FUTURE;
        when.contested = true;
        if matches!(preferred[..], [(Until::Ongoing, _), ..]) {
            when.shown = None;
        }
    }
    Ends::At(when)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `"shown earliest..latest"`, with `!` for a contest. `+` prefers a date, `-` deprecates it.
    fn check(dates: &[&str], expected: &str) {
        let parsed: Vec<(Date, Rank)> = dates
            .iter()
            .map(|text| match text.split_at(1) {
                ("+", date) => (date, Rank::Preferred),
                ("-", date) => (date, Rank::Deprecated),
                _ => (*text, Rank::Normal),
            })
            .map(|(text, rank)| (Date::parse(text).expect("a date"), rank))
            .collect();
        let when = combine(parsed.iter().map(|(date, rank)| (date, *rank)));
        let shown = when.shown.map_or("undated".to_owned(), |date| date.to_string());
        let mark = if when.contested { "!" } else { "" };
        assert_eq!(format!("{shown} {}..{}{mark}", when.earliest, when.latest), expected, "{dates:?}");
    }

    #[test]
    fn one_date_stands() {
        check(&["1991-12-12"], "1991-12-12 1991-12-12..1991-12-12");
        check(&[], "undated ......");
    }

    #[test]
    fn a_date_that_contains_another_corroborates_it() {
        check(&["1991-12", "1991-12-11"], "1991-12-11 1991-12-11..1991-12-11");
        check(&["1991-12-11", "1991", "1991-12"], "1991-12-11 1991-12-11..1991-12-11");
        check(&["1991?", "1991"], "1991 1991-01-01..1991-12-31");
    }

    #[test]
    fn dates_that_do_not_nest_are_a_contest_and_their_union_is_possible() {
        check(&["1991-12-13", "1991-12-12"], "[1991-12-12,1991-12-13] 1991-12-12..1991-12-13!");
        check(&["1991-12-12", "1991-12-13", "1991-12"], "[1991-12-12,1991-12-13] 1991-12-12..1991-12-13!");
        check(&["1991-12-12~", "1992-01"], "[1991-12-12~,1992-01] 1991-12-12..1992-01-31!");
        check(&["1991-11/1991-12", "1992-01"], "1991-11-01/1992-01-31 1991-11-01..1992-01-31!");
    }

    #[test]
    fn a_preferred_date_is_shown_and_the_others_still_widen() {
        check(&["1992-01-23", "+1991-12-25"], "1991-12-25 1991-12-25..1992-01-23!");
    }

    #[test]
    fn a_deprecated_date_does_not_count() {
        check(&["-1991-01-31", "1991-12-31"], "1991-12-31 1991-12-31..1991-12-31");
    }
}
