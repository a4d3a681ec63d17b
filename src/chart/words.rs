//! Dates and lists in words, as captions and descriptions write them.

use super::limits;
use crate::model::{Date, Day, MONTHS, Statement};

/// How months are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Months {
    /// In three letters, for captions.
    Short,
    /// In full, for text that is read aloud.
    Full,
}

impl Months {
    /// The name of a month, counted from 1.
    pub(crate) fn name(self, month: u32) -> &'static str {
        let name = MONTHS[(month as usize + 11) % 12];
        if self == Self::Short { &name[..3] } else { name }
    }
}

/// When a statement happened or began: one date, or all between which its sources differ.
pub(crate) fn when(statement: &Statement, months: Months) -> String {
    let when = match &candidates(statement)[..] {
        [] => "undated".to_owned(),
        [one] => date(one, months),
        several => alternatives(several, months),
    };
    // Captions have no room for what else sources say of a date.
    let remarks: Vec<String> = match months {
        Months::Short => Vec::new(),
        Months::Full => statement.date_marks().into_iter().filter(|mark| mark != "contested").collect(),
    };
    if remarks.is_empty() { when } else { format!("{when} ({})", remarks.join("; ")) }
}

/// The dates that count and that no other of them makes more precise, in the order of time.
pub(crate) fn candidates(statement: &Statement) -> Vec<Date> {
    let mut kept: Vec<&Date> = Vec::new();
    for date in statement.attestations.iter().filter(|a| a.counts()).filter_map(|a| a.date.as_ref()) {
        if !kept.iter().any(|other| date.contains(other)) {
            kept.retain(|other| !other.contains(date));
            kept.push(date);
        }
    }
    kept.sort_by_key(|date| (date.earliest(), date.latest()));
    // A single set of candidates is as good as several dates.
    if let [date] = kept[..]
        && let Some(parts) = members(date)
    {
        return parts;
    }
    kept.into_iter().cloned().collect()
}

/// A date in words, with "c." where it is approximate and "(?)" where it is doubtful.
pub(crate) fn date(date: &Date, months: Months) -> String {
    if let Some(parts) = members(date) {
        return alternatives(&parts, months);
    }
    let halves = date.as_str().split_once('/').map(|(from, to)| (Date::parse(from), Date::parse(to)));
    let plain = match halves {
        Some((Err(_), Ok(to))) => format!("by {}", span(to.earliest(), to.latest(), months)),
        Some((Ok(from), Err(_))) => format!("{} or later", span(from.earliest(), from.latest(), months)),
        _ => span(date.earliest(), date.latest(), months),
    };
    let about = if date.is_approximate() { "c. " } else { "" };
    let doubt = if date.is_uncertain() { " (?)" } else { "" };
    format!("{about}{plain}{doubt}")
}

/// A span of days in words: the shortest that tells it exactly.
pub(crate) fn span(from: Day, to: Day, months: Months) -> String {
    let (Some(a), Some(b)) = (from.ymd(), to.ymd()) else {
        return match (from.bounded(), to.bounded()) {
            (None, Some(to)) => format!("by {}", day(to, months)),
            (Some(from), None) => format!("{} or later", day(from, months)),
            _ => "undated".to_owned(),
        };
    };
    let starts_month = a.2 == 1;
    let ends_month = to.next().ymd().is_some_and(|next| next.2 == 1);
    let whole_years = starts_month && ends_month && a.1 == 1 && b.1 == 12;
    if from == to {
        day(from, months)
    } else if whole_years && a.0 == b.0 {
        year(a.0)
    } else if whole_years && a.0 > 0 && a.0 % 10 == 0 && b.0 == a.0 + 9 {
        format!("{}s", a.0)
    } else if whole_years {
        format!("{}–{}", year(a.0), year(b.0))
    } else if starts_month && ends_month && (a.0, a.1) == (b.0, b.1) {
        format!("{} {}", months.name(a.1), year(a.0))
    } else if starts_month && ends_month && a.0 == b.0 {
        format!("{}–{} {}", months.name(a.1), months.name(b.1), year(a.0))
    } else if starts_month && ends_month {
        format!("{} {} – {} {}", months.name(a.1), year(a.0), months.name(b.1), year(b.0))
    } else if (a.0, a.1) == (b.0, b.1) {
        format!("{}–{}", a.2, day(to, months))
    } else if a.0 == b.0 {
        format!("{} {} – {}", a.2, months.name(a.1), day(to, months))
    } else {
        format!("{} – {}", day(from, months), day(to, months))
    }
}

/// A day in words; empty for a side without a bound.
pub(crate) fn day(day: Day, months: Months) -> String {
    day.ymd().map_or(String::new(), |(y, m, d)| format!("{d} {} {}", months.name(m), year(y)))
}

/// A year of the calendar without a year 0.
pub(crate) fn year(year: i32) -> String {
    if year > 0 { year.to_string() } else { format!("{} BC", 1 - year) }
}

/// "a", "a and b", "a, b and c", with the last word of the list given.
pub(crate) fn list<T: AsRef<str>>(items: &[T], last: &str) -> String {
    match items {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [many @ .., end] => {
            let many: Vec<&str> = many.iter().map(AsRef::as_ref).collect();
            format!("{} {last} {}", many.join(", "), end.as_ref())
        }
    }
}

/// The dates of a set such as `[1991-12-12,1991-12-13]`.
fn members(date: &Date) -> Option<Vec<Date>> {
    let inner = date.as_str().strip_prefix('[')?.strip_suffix(']')?;
    inner.split(',').map(|part| Date::parse(part.trim()).ok()).collect()
}

/// "12 or 13 Dec 1991", "Dec 1991 or 9 Jan 1992"; of many, their range and number.
fn alternatives(dates: &[Date], months: Months) -> String {
    let (Some(first), Some(last)) = (dates.first(), dates.last()) else { return "undated".to_owned() };
    if dates.len() > limits::DATES_NAMED {
        let latest = dates.iter().map(Date::latest).max().unwrap_or(last.latest());
        return format!("{} ({} dates)", span(first.earliest(), latest, months), dates.len());
    }
    let month = |date: &Date| date.earliest().ymd().map(|(y, m, _)| (y, m));
    if dates.iter().all(|d| d.is_day() && month(d) == month(last)) {
        let days: Vec<String> = dates.iter().filter_map(|d| Some(d.earliest().ymd()?.2.to_string())).collect();
        let end = day(last.earliest(), months);
        let month_and_year = end.split_once(' ').map_or("", |(_, rest)| rest);
        return format!("{} {month_and_year}", list(&days, "or"));
    }
    let texts: Vec<String> = dates.iter().map(|d| self::date(d, months)).collect();
    let same_year = dates.iter().all(|d| d.earliest().ymd().map(|x| x.0) == last.latest().ymd().map(|x| x.0));
    let ending = last.latest().ymd().map_or(String::new(), |(y, ..)| format!(" {}", year(y)));
    let texts: Vec<&str> = texts
        .iter()
        .enumerate()
        .map(|(i, text)| {
            let short = if same_year && i + 1 < dates.len() { text.strip_suffix(&*ending) } else { None };
            short.unwrap_or(text)
        })
        .collect();
    list(&texts, "or")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(edtf: &str, expected: &str) {
        assert_eq!(date(&Date::parse(edtf).expect("a date"), Months::Short), expected, "{edtf}");
    }

    #[test]
    fn dates_read_as_they_are_known() {
        check("1991-12-12", "12 Dec 1991");
        check("1991-12", "Dec 1991");
        check("1991", "1991");
        check("199X", "1990s");
        check("1991?", "1991 (?)");
        check("1991-12~", "c. Dec 1991");
        check("../2019-08", "by Aug 2019");
        check("../2015-05-03", "by 3 May 2015");
        check("1991-12-25/1992-01-04", "25 Dec 1991 – 4 Jan 1992");
        check("1991-11/1992-02", "Nov 1991 – Feb 1992");
        check("1991-11-09/..", "9 Nov 1991 or later");
        check("[1991-12-12,1991-12-13]", "12 or 13 Dec 1991");
        check("[1991-12-31,1992-01-02]", "31 Dec 1991 or 2 Jan 1992");
        check("[1991-11-30,1991-12-02]", "30 Nov or 2 Dec 1991");
        check("-0044-03-15", "15 Mar 45 BC");
    }

    #[test]
    fn too_many_dates_are_told_by_their_range() {
        let of = |dates: usize| {
            let all: Vec<String> = (1..=dates).map(|day| format!("1991-12-{day:02}")).collect();
            let date = Date::parse(&format!("[{}]", all.join(","))).expect("a date");
            super::date(&date, Months::Short)
        };
        let most = limits::DATES_NAMED;
        assert_eq!(of(most).matches(|c: char| c.is_ascii_digit()).count(), most + "1991".len(), "{}", of(most));
        assert_eq!(of(most + 1), format!("1–{0} Dec 1991 ({0} dates)", most + 1));
    }

    #[test]
    fn lists_read_as_words() {
        assert_eq!(list(&["a", "b", "c"], "and"), "a, b and c");
    }
}
