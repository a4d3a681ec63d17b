//! Dates and places in English words: "12 or 13 December 1991", "2nd–17th".

use std::fmt;

use edtf_core::{Edtf, IntervalEndpoint, Set, SetElement, SetKind};

use super::{Attestation, Calendar, Capacity, Date, Day, Place, RecognitionAct, Statement};

/// The names of the months, from January.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Day, month and year of a date as far as they are given. Compared part by part, so that "12 or 13 December 1991"
/// names month and year once.
#[derive(Clone, Copy, PartialEq, Eq)]
struct DateParts {
    year: i64,
    month: Option<u8>,
    day: Option<u8>,
}

impl RecognitionAct {
    /// The act as a verb, before whom it is done to.
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Recognized => "recognizes",
            Self::Withdrawn => "withdraws recognition of",
            Self::Suspended => "suspends recognition of",
            Self::Withheld => "withholds recognition of",
        }
    }
}

impl Capacity {
    /// Whom an act of recognition is done to: "China", or "the government of China".
    pub fn in_words(self, name: &str) -> String {
        match self {
            Self::State => name.to_owned(),
            Self::Government => format!("the government of {name}"),
        }
    }
}

impl Date {
    /// The date in English: "9 November 1991", "about June 1992", "12 or 13 December 1991", "by 25 December 1991".
    /// A date that has no plain wording, such as `156X-12-25`, stays as written.
    pub fn in_words(&self) -> String {
        let words = match Edtf::parse(self.as_str()) {
            Ok(Edtf::Date(date)) => single(date),
            Ok(Edtf::Interval(interval)) => interval_words(interval.start, interval.end),
            Ok(Edtf::Set(set)) => set_words(&set),
            _ => None,
        };
        let Some(words) = words else { return self.as_str().to_owned() };
        match (self.is_uncertain(), self.is_approximate()) {
            (false, false) => words,
            (true, false) => format!("perhaps {words}"),
            (false, true) => format!("about {words}"),
            (true, true) => format!("perhaps about {words}"),
        }
    }
}

impl Attestation {
    /// What its source says of its date beside the date: its own words, its calendar, its time zone.
    pub fn date_remarks(&self) -> Vec<String> {
        let Some(particulars) = &self.particulars else { return Vec::new() };
        let words = particulars.wording.as_ref().map(|words| format!("“{words}”"));
        let calendar = (particulars.calendar == Calendar::Julian).then(|| "of the Julian calendar".to_owned());
        let zone = particulars.zone.as_ref().map(|zone| format!("time zone: {zone}"));
        [words, calendar, zone].into_iter().flatten().collect()
    }
}

impl Statement {
    /// What stands beside its date wherever that is shown: that sources contest it, and what they say of it beside the date.
    pub fn date_marks(&self) -> Vec<String> {
        let contested = self.is_contested().then(|| "contested".to_owned());
        let counted = || self.attestations.iter().filter(|said| said.counts());
        let shown = counted().filter(|said| said.date.is_some() && said.date.as_ref() == self.date());
        let mut marks: Vec<String> = contested.into_iter().collect();
        for remark in shown.flat_map(Attestation::date_remarks) {
            if !marks.contains(&remark) {
                marks.push(remark);
            }
        }
        marks
    }

    /// The same in brackets, with a space before; nothing where there is none.
    pub fn date_mark(&self) -> String {
        let marks = self.date_marks();
        if marks.is_empty() { String::new() } else { format!(" ({})", marks.join("; ")) }
    }
}

impl Day {
    /// The day in English: "9 November 1991". Empty for a side without a bound.
    pub fn in_words(self) -> String {
        let Some((year, month, day)) = self.ymd() else { return String::new() };
        DateParts { year: year.into(), month: Some(month as u8), day: Some(day as u8) }.to_string()
    }
}

impl fmt::Display for DateParts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(day) = self.day {
            write!(f, "{day} ")?;
        }
        if let Some(month) = self.month {
            write!(f, "{} ", MONTHS.get(usize::from(month).wrapping_sub(1)).unwrap_or(&"?"))?;
        }
        match self.year {
            year @ ..=0 => write!(f, "{} BC", 1 - year),
            year => write!(f, "{year}"),
        }
    }
}

fn parts(date: edtf_core::Date) -> Option<DateParts> {
    let field = |field: Option<edtf_core::DateField>| match field {
        None => Some(None),
        Some(field) => field.value().map(Some),
    };
    let (month, day) = (field(date.month)?, field(date.day)?);
    (month.is_none_or(|month| (1..=12).contains(&month))).then_some(DateParts { year: date.year.value()?, month, day })
}

fn single(date: edtf_core::Date) -> Option<String> {
    if let Some(parts) = parts(date) {
        return Some(parts.to_string());
    }
    let bounds = Edtf::Date(date).bounds();
    let (edtf_core::Bound::Date(from), edtf_core::Bound::Date(to)) = (bounds.earliest, bounds.latest) else {
        return None;
    };
    let whole_decade = from.month == 1 && from.day == 1 && to.year == from.year + 9 && from.year % 10 == 0;
    (date.month.is_none() && whole_decade).then(|| format!("the {}s", from.year))
}

fn interval_words(start: IntervalEndpoint, end: IntervalEndpoint) -> Option<String> {
    let plain = |point: IntervalEndpoint| match point {
        IntervalEndpoint::Date(date) => Some(parts(date)?.to_string()),
        _ => None,
    };
    Some(match (start.is_dated(), end.is_dated()) {
        (true, true) => format!("between {} and {}", plain(start)?, plain(end)?),
        (false, true) => format!("by {}", plain(end)?),
        (true, false) => format!("{} or later", plain(start)?),
        (false, false) => return None,
    })
}

fn set_words(set: &Set) -> Option<String> {
    let dates: Option<Vec<DateParts>> = set
        .elements
        .iter()
        .map(|element| match element {
            SetElement::Date(date) => parts(*date),
            _ => None,
        })
        .collect();
    let dates = dates?;
    let (last, earlier) = dates.split_last()?;
    let conjunction = if set.kind == SetKind::OneMember { "or" } else { "and" };
    let shared = |other: &DateParts| {
        // "12 or 13 December 1991": what the last one names, the earlier ones needn't.
        if other.year == last.year && other.month == last.month && other.day.is_some() && last.day.is_some() {
            other.day.map(|day| day.to_string()).unwrap_or_default()
        } else if other.year == last.year && other.month.is_some() && last.month.is_some() {
            other.to_string().rsplit_once(' ').map(|(front, _)| front.to_owned()).unwrap_or_default()
        } else {
            other.to_string()
        }
    };
    if earlier.is_empty() {
        return Some(last.to_string());
    }
    let earlier: Vec<String> = earlier.iter().map(shared).collect();
    Some(format!("{} {conjunction} {last}", earlier.join(", ")))
}

/// Names in a row: "A", "A and B", "A, B and C".
pub fn and(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// "1st", "2nd", "11th", "23rd".
pub fn ordinal(number: usize) -> String {
    let ending = match (number % 10, number % 100) {
        (1, tens) if tens != 11 => "st",
        (2, tens) if tens != 12 => "nd",
        (3, tens) if tens != 13 => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

/// "3rd", or "2nd–17th".
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.least == self.most {
            f.pad(&ordinal(self.least))
        } else {
            f.pad(&format!("{}–{}", ordinal(self.least), ordinal(self.most)))
        }
    }
}

/// A name as it stands in a sentence: with its article, where English has one ("the United States").
pub fn with_article(name: &str) -> String {
    const FRONTS: [&str; 22] = [
        "United ",
        "Union ",
        "State of ",
        "Republic of ",
        "Kingdom of ",
        "Dominican ",
        "Central African ",
        "Democratic ",
        "European ",
        "North Atlantic ",
        "Organization ",
        "Soviet ",
        "Holy See",
        "League ",
        "Council ",
        "Commonwealth ",
        "Federation of",
        "Ottoman ",
        "Sahrawi ",
        "Russian ",
        "Congo Free",
        "Papal ",
    ];
    const WHOLE: [&str; 12] = [
        "Netherlands",
        "Philippines",
        "Gambia",
        "Bahamas",
        "Maldives",
        "Comoros",
        "Senate",
        "Bundestag",
        "Riksdag",
        "Transvaal",
        "Vatican",
        "Milli Majlis",
    ];
    const ENDS: [&str; 15] = [
        " Islands",
        " Republic",
        " Union",
        " Kingdom",
        " Emirates",
        " Federation",
        " Empire",
        " Movement",
        " Organization",
        " Council",
        " States",
        " Confederation",
        " Assembly",
        " massacre",
        " war",
    ];
    let fits = FRONTS.iter().any(|front| name.starts_with(front))
        || WHOLE.iter().any(|whole| name == *whole || name.starts_with(&format!("{whole} of ")))
        || ENDS.iter().any(|end| name.ends_with(end))
        || name.contains(" of the ")
        || name.contains("Parliament")
        || name.contains("Assembly of")
        || name.contains("Republic of");
    if fits && !name.starts_with("the ") { format!("the {name}") } else { name.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_read_as_people_say_them() {
        for (date, expected) in [
            ("1991-11-09", "9 November 1991"),
            ("1991-12", "December 1991"),
            ("1991", "1991"),
            ("199X", "the 1990s"),
            ("1991?", "perhaps 1991"),
            ("1992-06-09~", "about 9 June 1992"),
            ("1992-06%", "perhaps about June 1992"),
            ("[1991-12-12,1991-12-13]", "12 or 13 December 1991"),
            ("[1991-12-25,1992-01-04]", "25 December 1991 or 4 January 1992"),
            ("[1991-10-18,1991-11-02,1991-12-26]", "18 October, 2 November or 26 December 1991"),
            ("{1960,1961-12}", "1960 and December 1961"),
            ("1991-11/1992-02", "between November 1991 and February 1992"),
            ("../1991-12-25", "by 25 December 1991"),
            ("1991-12-25/..", "25 December 1991 or later"),
            ("-0043", "44 BC"),
            ("156X-12-25", "156X-12-25"),
            ("2001-21", "2001-21"),
        ] {
            assert_eq!(Date::parse(date).expect("a date").in_words(), expected, "{date}");
        }
    }

    #[test]
    fn names_take_their_article() {
        for (name, expected) in [
            ("United States", "the United States"),
            ("Gambia", "the Gambia"),
            ("Marshall Islands", "the Marshall Islands"),
            ("Democratic Republic of the Congo", "the Democratic Republic of the Congo"),
            ("Central African Republic", "the Central African Republic"),
            ("Senate of Pakistan", "the Senate of Pakistan"),
            ("Azerbaijan", "Azerbaijan"),
            ("Congo", "Congo"),
            ("South Sudan", "South Sudan"),
        ] {
            assert_eq!(with_article(name), expected);
        }
    }

    #[test]
    fn places_read_as_ordinals() {
        let place = |least, most| Place { least, most }.to_string();
        assert_eq!(place(1, 1), "1st");
        assert_eq!(place(2, 17), "2nd–17th");
        assert_eq!(place(11, 13), "11th–13th");
        assert_eq!(place(21, 103), "21st–103rd");
    }
}
