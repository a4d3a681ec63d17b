//! Anniversaries as a calendar that programs import (iCalendar, RFC 5545).

use ics::properties::{Categories, Description, DtEnd, DtStart, RRule, Summary, Transp};
use ics::{Event, ICalendar, escape_text, parameters};

use super::limits::CALENDAR_SOURCES;
use crate::model::{Base, Date, Day, StatementIx, begun};
use crate::query::{AnniversariesAnswer, Anniversary};

/// How many octets a line has at most (RFC 5545, 3.1).
const LINE: usize = 75;

/// The calendar of an answer.
///
/// *Shape:* one all-day event for each act, that begins with its first anniversary in the time asked for and comes back
/// every year; with `round`, one event for each anniversary, which doesn't. What happened on 29 February comes back on the
/// last day of February. Ids are made of the statement's, so that a calendar that is imported again replaces its entries.
/// *Guarantees:* the same answer gives the same bytes: the stamp is the day of the act, and no clock is read. Lines end with
/// CRLF and have at most 75 octets, none of which parts a letter.
pub fn calendar(base: &Base, answer: &AnniversariesAnswer) -> String {
    let mut calendar = ICalendar::new("2.0", "-//Chancery//Anniversaries//EN");
    let mut seen = std::collections::BTreeSet::new();
    for entry in &answer.entries {
        // Of an act that comes back each year, the first year is enough.
        if answer.request.round.is_some() || seen.insert(entry.statement) {
            calendar.add_event(event(base, answer, entry));
        }
    }
    folded(&calendar.to_string())
}

fn event<'a>(base: &Base, answer: &AnniversariesAnswer, entry: &Anniversary) -> Event<'a> {
    let statement = &base[entry.statement];
    let yearly = answer.request.round.is_none();
    let years = if yearly { String::new() } else { format!("-{}", entry.years) };
    // The stamp says when the entry was made: by the act, for no clock is read.
    let mut event = Event::new(
        format!("{}{years}@chancery", statement.id.replace('/', ".")),
        format!("{}T000000Z", basic(entry.day)),
    );
    let mut starts = DtStart::new(basic(entry.on));
    starts.append(parameters!("VALUE" => "DATE"));
    event.push(starts);
    let mut ends = DtEnd::new(basic(entry.on.next()));
    ends.append(parameters!("VALUE" => "DATE"));
    event.push(ends);
    if yearly {
        event.push(RRule::new(rule(entry.day)));
    }
    event.push(Summary::new(escape_text(summary(base, entry, yearly))));
    event.push(Description::new(escape_text(description(base, entry.statement))));
    event.push(Categories::new(entry.occasion.to_string()));
    event.push(Transp::new("TRANSPARENT"));
    event
}

/// Every year; of 29 February, the last day of that month.
fn rule(day: Day) -> &'static str {
    match day.ymd() {
        Some((_, 2, 29)) => "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1",
        _ => "FREQ=YEARLY",
    }
}

/// `19920609`.
fn basic(day: Day) -> String {
    day.to_string().replace('-', "")
}

/// "Azerbaijan and Pakistan established relations (1992)", or how many years it is.
fn summary(base: &Base, entry: &Anniversary, yearly: bool) -> String {
    let what = begun(base, &base[entry.statement]);
    let year = entry.day.ymd().map_or_else(String::new, |(year, ..)| year.to_string());
    if yearly { format!("{what} ({year})") } else { format!("{what} ({year}, {} years ago)", entry.years) }
}

fn description(base: &Base, ix: StatementIx) -> String {
    let statement = &base[ix];
    let mut publishers: Vec<&str> = Vec::new();
    for citation in statement.attestations.iter().filter(|one| one.counts()).flat_map(|one| &one.sources) {
        let publisher = &*base[citation.source].publisher;
        if !publishers.contains(&publisher) {
            publishers.push(publisher);
        }
    }
    let more = publishers.len().saturating_sub(CALENDAR_SOURCES);
    publishers.truncate(CALENDAR_SOURCES);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    let date = statement.date().map_or_else(String::new, Date::in_words);
    format!("{date}\nSources: {}{more}\n{}", publishers.join("; "), statement.id)
}

/// Folds lines to 75 octets, the space that begins a continuation among them. (The crate leaves it out of its count.)
fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len() + text.len() / LINE * 3);
    for line in text.replace("\r\n ", "").split_terminator("\r\n") {
        let mut length = 0;
        for c in line.chars() {
            if length + c.len_utf8() > LINE {
                folded += "\r\n ";
                length = 1;
            }
            folded.push(c);
            length += c.len_utf8();
        }
        folded += "\r\n";
    }
    folded
}
