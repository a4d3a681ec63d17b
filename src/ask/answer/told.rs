//! Words that answers share.

use crate::ask::limits::{CONTESTS, LINES, NAMES};
use crate::model::{ActorIx, Base, Date, Day, Ends, Fact, Statement, StatementIx, stated, with_article};
use crate::query::{are_of_days, continues_one};

/// A name as it stands in a sentence.
pub(super) fn name(base: &Base, actor: ActorIx) -> String {
    with_article(&base[actor].name)
}

/// The same at the beginning of a sentence.
pub(super) fn first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}

/// "on 9 November 1991", "in December 1991", "by 25 December 1991": a date with its preposition.
pub(super) fn on(date: &Date) -> String {
    let words = date.in_words();
    let text = date.as_str();
    let is_day = date.earliest() == date.latest() || text.starts_with('[');
    if let Some(rest) = words.strip_prefix("perhaps ").filter(|rest| !rest.starts_with("about ")) {
        return if is_day { format!("perhaps on {rest}") } else { format!("perhaps in {rest}") };
    }
    if words.starts_with("about ") || words.starts_with("perhaps about ") {
        return words;
    }
    if words.starts_with("by ") || words.starts_with("between ") || words.ends_with(" or later") {
        words
    } else if is_day {
        format!("on {words}")
    } else {
        format!("in {words}")
    }
}

/// When an act was done, with a mark where sources disagree; "on an unknown day", with what bounds it.
pub(super) fn dated(statement: &Statement) -> String {
    let Some(date) = statement.date() else {
        return unknown_day(statement.begins.earliest, statement.begins.latest) + &statement.date_mark();
    };
    on(date) + &statement.date_mark()
}

/// "on an unknown day, between 15 November 1988 and 1 November 2013": a day that no source gives, with what bounds it.
pub(super) fn unknown_day(earliest: Day, latest: Day) -> String {
    let told = |day: Day| day.bounded().map(Day::in_words);
    let bound = match (told(earliest), told(latest)) {
        (Some(from), Some(to)) => format!(", between {from} and {to}"),
        (Some(from), None) => format!(", not before {from}"),
        (None, Some(to)) => format!(", by {to}"),
        (None, None) => String::new(),
    };
    format!("on an unknown day{bound}")
}

/// "14 February 2012", "14 February 2012 at the latest".
fn since(date: &Date) -> String {
    let words = date.in_words();
    words.strip_prefix("by ").map_or(words.clone(), |rest| format!("{rest} at the latest"))
}

/// From when until when something lasts.
pub(super) fn period(statement: &Statement) -> String {
    let from = statement.date().map_or_else(|| "an unknown day".to_owned(), since);
    let mark = statement.date_mark();
    match &statement.ends {
        Ends::AtOnce => dated(statement),
        Ends::Ongoing => format!("since {from}{mark}"),
        Ends::Unknown => format!("from {from}, until when isn't known{mark}"),
        Ends::At(when) => {
            let until = when.shown.as_ref().map_or_else(|| "an unknown day".to_owned(), Date::in_words);
            let how = match statement.fact {
                Fact::Membership { ended: Some(how), .. } => format!(" ({how})"),
                _ => String::new(),
            };
            format!("from {from} until {until}{how}{mark}")
        }
    }
}

/// "A, B and C", or the first of them and how many more.
pub(super) fn list(names: &[String]) -> String {
    match names {
        [] => "none".to_owned(),
        [one] => one.clone(),
        _ if names.len() > NAMES + 1 => {
            format!("{} and {} more", names[..NAMES].join(", "), names.len() - NAMES)
        }
        [front @ .., last] => format!("{} and {last}", front.join(", ")),
    }
}

/// Why the attestations of contested statements differ.
pub(super) fn contests(base: &Base, statements: &[StatementIx]) -> Vec<String> {
    let contested = statements.iter().map(|&ix| &base[ix]).filter(|statement| statement.is_contested());
    let reasons = contested.filter_map(|statement| statement.contest.as_ref());
    reasons.take(CONTESTS).map(|why| format!("Why sources differ: {why}")).collect()
}

/// Names, and behind them their day after a comma; days that differ stand behind each name.
pub(super) fn shared(told: &[(String, String)]) -> (String, String) {
    let same = told.windows(2).all(|pair| pair[0].1 == pair[1].1);
    if let Some((_, day)) = told.first().filter(|_| same) {
        let names: Vec<String> = told.iter().map(|(name, _)| name.clone()).collect();
        return (list(&names), format!(", {day}"));
    }
    let names: Vec<String> = told.iter().map(|(name, day)| format!("{name} ({day})")).collect();
    (list(&names), String::new())
}

/// How several share a place: whose days are one and the same do; of others nobody knows who came first.
pub(super) fn together(base: &Base, shown: &[StatementIx]) -> &'static str {
    match shown.len() {
        0 | 1 => "",
        _ if are_of_days(base, shown.iter().copied()) => ", sharing the place",
        _ => ", in an order that nobody gives",
    }
}

/// That an act is of another, whom one of the two who are asked about continues.
pub(super) fn continued(base: &Base, parties: [ActorIx; 2], ix: StatementIx) -> Option<String> {
    let (heir, was) = continues_one(base, parties, ix)?;
    let statement = &base[ix];
    let (who, whom) = (first(&name(base, heir)), name(base, was));
    Some(format!("{who} continues {whom}: {} {}.", stated(base, &statement.fact), dated(statement)))
}

/// A number with its noun.
pub(super) fn count(number: usize, one: &str, many: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{number} {many}") }
}

/// The names of actors, without articles.
pub(super) fn names(base: &Base, actors: &[ActorIx]) -> Vec<String> {
    actors.iter().map(|actor| base[*actor].name.to_string()).collect()
}

/// The first lines, and how many more there are.
pub(super) fn lines(mut all: Vec<String>, what: &str) -> Vec<String> {
    if all.len() > LINES + 1 {
        let more = all.len() - LINES;
        all.truncate(LINES);
        all.push(format!("And {more} more {what}: the command shows all."));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letters(number: usize) -> Vec<String> {
        (0..number).map(|n| format!("line {n}")).collect()
    }

    #[test]
    fn what_is_too_much_is_counted_and_never_one_alone() {
        for (most, told) in
            [(NAMES, (|all| list(&all)) as fn(Vec<String>) -> String), (LINES, |all| lines(all, "acts").join("\n"))]
        {
            for all in [most, most + 1] {
                assert_eq!(told(letters(all)).matches("line").count(), all);
                assert!(!told(letters(all)).contains("more"));
            }
            assert_eq!(told(letters(most + 2)).matches("line").count(), most);
            assert!(told(letters(most + 2)).contains("nd 2 more"));
        }
    }
}
