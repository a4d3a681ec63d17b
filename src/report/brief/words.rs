//! Words that the parts of a brief share: dates with their doubt, bands, lists, counts.

use crate::model::{ActorIx, Band, Base, Date, Ends, Fact, Level, RelationsAct, Statement, StatementIx, headed};
use crate::query::Recognition;
use crate::report::document::{RichText, Run};

/// What is said of a date on which sources differ.
const CONTESTED: &str = "sources differ";

/// The date of a statement, with a mark when its sources differ.
pub(super) fn date(statement: &Statement) -> RichText {
    let words = statement.date().map_or_else(|| "date not recorded".to_owned(), Date::in_words);
    marked(RichText::plain(words), statement)
}

/// The date as it follows a verb: "on 9 June 1992", "in 1991", "by May 2015".
pub(super) fn when(statement: &Statement) -> RichText {
    let Some(date) = statement.date() else {
        return marked(RichText::plain("on a day that isn't recorded"), statement);
    };
    let words = date.in_words();
    let first = words.split(' ').next().unwrap_or_default();
    let numbered = first.trim_end_matches(',').parse::<u32>().is_ok();
    // "9 June 1992" and "12 or 13 December 1991" are days; "1991" and "December 1991" aren't.
    let plain = if numbered && words.contains(' ') {
        format!("on {words}")
    } else if numbered || first == "the" || first.starts_with(char::is_uppercase) {
        format!("in {words}")
    } else {
        words
    };
    marked(RichText::plain(plain), statement)
}

/// Since when, and until when if that has ended or isn't known.
pub(super) fn period(statement: &Statement) -> RichText {
    let from = statement.date().map_or_else(|| "begin not recorded".to_owned(), Date::in_words);
    let text = match &statement.ends {
        Ends::AtOnce => from,
        Ends::Ongoing => format!("since {from}"),
        Ends::Unknown => format!("{from}; end not recorded"),
        Ends::At(when) => match &when.shown {
            Some(until) => format!("{from} to {}", until.in_words()),
            None => format!("since {from}"),
        },
    };
    let text = text.replace("since by ", "held by ").replace("since begin", "begin");
    marked(RichText::plain(text), statement)
}

fn marked(text: RichText, statement: &Statement) -> RichText {
    let ends = matches!(&statement.ends, Ends::At(when) if when.contested);
    let differ = statement.begins.contested || ends || statement.is_denied();
    let remarks: Vec<String> = statement.date_marks().into_iter().filter(|mark| mark != "contested").collect();
    let text = if remarks.is_empty() { text } else { text.say(format!(" ({})", remarks.join("; "))) };
    if differ { text.say(" ").with(Run::Mark(CONTESTED.to_owned())) } else { text }
}

/// A text that only possibly holds says so.
pub(super) fn banded(text: RichText, band: Band) -> RichText {
    if band == Band::Certain { text } else { text.say(" ").with(Run::Mark("possibly".to_owned())) }
}

/// A number with its noun.
pub(super) fn count(number: usize, one: &str, many: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{number} {many}") }
}

/// Names in a row: "A", "A and B", "A, B and C".
pub(super) fn and(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// The text with its first letter raised.
pub(super) fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// A mission of a level, without its article.
pub(super) fn mission(level: Option<Level>) -> &'static str {
    match level {
        Some(Level::Embassy) => "embassy",
        Some(Level::Legation) => "legation",
        Some(Level::LiaisonOffice) => "liaison office",
        Some(Level::InterestsSection) => "interests section",
        Some(Level::NonResident) => "non-resident mission",
        Some(Level::Consulate) => "consulate",
        None => "mission",
    }
}

/// What happened in the relations of a pair, as a heading would say it.
pub(super) fn relations_act(base: &Base, ix: StatementIx) -> String {
    let Fact::Relations { act, by, level, at, pair, .. } = &base[ix].fact else { return String::new() };
    let name = |actor: ActorIx| &*base[actor].name;
    let level = self::mission(*level);
    let town = at.as_deref().map_or_else(String::new, |town| format!(" in {town}"));
    let mission = by.map_or_else(
        || capital(level),
        |by| format!("{} of {} in {}", capital(level), name(by), at.as_deref().unwrap_or(name(pair.other(by)))),
    );
    let who = by.map_or_else(String::new, |by| format!(" by {}", name(by)));
    match act {
        RelationsAct::Agreed => format!("Agreement on relations{who}"),
        RelationsAct::Established => "Diplomatic relations established".to_owned(),
        RelationsAct::Downgraded => format!("Relations downgraded{who}{}", headed(&base[ix].fact)),
        RelationsAct::Recalled => format!("Head of mission recalled{who}"),
        RelationsAct::Upgraded => format!("Relations upgraded{who}{}", headed(&base[ix].fact)),
        RelationsAct::Suspended => format!("Relations suspended{who}"),
        RelationsAct::Severed => format!("Relations severed{who}"),
        RelationsAct::Resumed => "Relations resumed".to_owned(),
        RelationsAct::Absent => "No diplomatic relations".to_owned(),
        RelationsAct::MissionOpened => format!("{mission} opened"),
        RelationsAct::MissionRaised => format!("Mission of {} raised to {level}{town}", by.map_or("", name)),
        RelationsAct::MissionLowered => format!("Mission of {} lowered to {level}{town}", by.map_or("", name)),
        RelationsAct::MissionMoved => format!("{mission} moved"),
        RelationsAct::MissionSuspended => format!("{mission} suspended its work"),
        RelationsAct::MissionClosed => format!("{mission} closed"),
    }
}

/// Why an act has no place of its own.
pub(super) fn without_place(act: &Recognition) -> &'static str {
    if act.again { "again" } else { "not dated" }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Attestation;

    fn statement(date: &str) -> Statement {
        let said = Attestation {
            says: crate::model::Says::Affirms,
            rank: crate::model::Rank::Normal,
            date: Date::parse(date).ok(),
            until: None,
            sources: Vec::new(),
            particulars: None,
        };
        let fact = Fact::Event { event: crate::model::EventIx::new(0) };
        Statement::new("event/e".into(), fact, vec![said])
    }

    #[test]
    fn dates_follow_verbs() {
        for (date, expected) in [
            ("1992-06-09", "on 9 June 1992"),
            ("[1991-12-12,1991-12-13]", "on 12 or 13 December 1991"),
            ("1991-12", "in December 1991"),
            ("1991", "in 1991"),
            ("199X", "in the 1990s"),
            ("../2015-05", "by May 2015"),
            ("1992-06~", "about June 1992"),
            ("1991-11/1992-02", "between November 1991 and February 1992"),
            ("", "on a day that isn't recorded"),
        ] {
            assert_eq!(when(&statement(date)).words(), expected, "{date}");
        }
    }
}
