//! Dates as people write them: "12 December 1991", "December 12, 1991", "Dec. 1991", "1991-12-12", "the 1990s", "today".

use super::lex::Token;
use crate::model::{Date, Day, MONTHS};

/// Every date that begins at a word, with how many words it takes; the longest first.
pub(super) fn dates_at(tokens: &[Token], at: usize, today: Day) -> Vec<(usize, Date)> {
    let word = |offset: usize| tokens.get(at + offset).map_or("", |token| token.text.as_str());
    // A comma ends a date, but for the one in "December 12, 1991".
    let joined = |offset: usize| tokens.get(at + offset).is_some_and(|token| !token.comma);
    let mut found = Vec::new();
    let mut add = |length: usize, text: String| {
        if let Ok(date) = Date::parse(&text) {
            found.push((length, date));
        }
    };
    if let (Some(day), Some(month), Some(year)) = (day(word(0)), month(word(1)), year(word(2)))
        && joined(0)
    {
        add(3, format!("{year:04}-{month:02}-{day:02}"));
    }
    // "the 12th of December 1991"
    if let (Some(day), "of", Some(month), Some(year)) = (day(word(0)), word(1), month(word(2)), year(word(3))) {
        add(4, format!("{year:04}-{month:02}-{day:02}"));
    }
    if let (Some(month), Some(day), Some(year)) = (month(word(0)), day(word(1)), year(word(2))) {
        add(3, format!("{year:04}-{month:02}-{day:02}"));
    }
    if let (Some(month), Some(year)) = (month(word(0)), year(word(1)))
        && joined(0)
    {
        add(2, format!("{year:04}-{month:02}"));
    }
    if word(0).contains('-') {
        add(1, word(0).to_owned());
    }
    if let Some(year) = year(word(0)) {
        add(1, format!("{year:04}"));
    }
    if let Some(decade) =
        word(0).strip_suffix("0s").filter(|text| text.len() == 3 && text.bytes().all(|b| b.is_ascii_digit()))
    {
        add(1, format!("{decade}X"));
    }
    if matches!(word(0), "today" | "now") {
        add(1, today.to_string());
    }
    found.sort_by_key(|(length, _)| std::cmp::Reverse(*length));
    found
}

/// A year of four digits, which no count of states reaches.
fn year(word: &str) -> Option<u32> {
    let year = word.parse().ok().filter(|_| word.len() == 4)?;
    (1000..=2999).contains(&year).then_some(year)
}

/// "12", "12th"; the calendar is asked later.
fn day(word: &str) -> Option<u32> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ending = &word[digits.len()..];
    let day = digits.parse().ok().filter(|_| digits.len() <= 2 && matches!(ending, "" | "st" | "nd" | "rd" | "th"))?;
    (1..=31).contains(&day).then_some(day)
}

/// "December", "Dec".
fn month(word: &str) -> Option<usize> {
    let named = |name: &str| {
        let name = name.to_lowercase();
        word == name || word == &name[..3] || (word == "sept" && name == "september")
    };
    MONTHS.iter().position(|name| named(name)).map(|index| index + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ask::lex::tokens;

    #[test]
    fn dates_read_as_people_write_them() {
        let today = Day::parse("2026-11-25").expect("a day");
        for (text, expected) in [
            ("12 December 1991", "3 1991-12-12"),
            ("12th of December 1991", "4 1991-12-12"),
            ("December 12, 1991", "3 1991-12-12"),
            ("Dec. 1991", "2 1991-12"),
            ("Sept 1991", "2 1991-09"),
            ("1991-12-12", "1 1991-12-12"),
            ("1991-12", "1 1991-12"),
            ("1991", "1 1991"),
            ("1990s", "1 199X"),
            ("today", "1 2026-11-25"),
            ("31 February 1991", ""),
            ("193", ""),
            ("May", ""),
        ] {
            let found = dates_at(&tokens(text), 0, today);
            let best = found.first().map_or_else(String::new, |(length, date)| format!("{length} {date}"));
            assert_eq!(best, expected, "{text}");
        }
    }
}
