//! Words that several verbs share: dates, sources, attestations, and aligned columns.

use super::limits::PUBLISHERS;
pub(crate) use crate::model::and;
use crate::model::{
    AsOf, Attestation, Base, Citation, Closed, Date, Ends, Matter, Rank, Says, Source, Statement, Until,
};
use clap::builder::PossibleValuesParser;
use comfy_table::{Table, presets};

/// The names of a closed list, for an option that takes one of them.
pub(crate) fn names<T: Closed>() -> PossibleValuesParser {
    PossibleValuesParser::new(T::ALL.iter().map(|member| member.name()))
}

/// Rows as aligned columns, without frames.
pub(crate) fn columns(header: &[&str], rows: Vec<Vec<String>>) -> String {
    let mut table = Table::new();
    table.load_style(presets::NOTHING);
    table.set_header(header.to_vec());
    for row in rows {
        table.add_row(row);
    }
    for column in table.column_iter_mut() {
        column.set_padding((0, 2));
    }
    let lines: Vec<String> = table.lines().map(|line| line.trim_end().to_owned() + "\n").collect();
    lines.concat()
}

/// The date of a statement in words, with a mark when it is contested.
pub(crate) fn date(statement: &Statement) -> String {
    let words = statement.date().map_or_else(|| "undated".to_owned(), Date::in_words);
    words + &statement.date_mark()
}

/// From when until when something lasts, in words.
pub(crate) fn period(statement: &Statement) -> String {
    let from = statement.date().map_or_else(|| "an unknown day".to_owned(), Date::in_words);
    let until = match &statement.ends {
        Ends::AtOnce => return date(statement),
        Ends::Ongoing => "today".to_owned(),
        Ends::Unknown => "an unknown day".to_owned(),
        Ends::At(when) => when.shown.as_ref().map_or_else(|| "today".to_owned(), Date::in_words),
    };
    format!("{from} to {until}{}", statement.date_mark())
}

/// The publishers of all sources that count for a statement, each once.
pub(crate) fn publishers(base: &Base, statement: &Statement) -> String {
    let counting = statement.attestations.iter().filter(|attestation| attestation.rank != Rank::Deprecated);
    named(base, counting.flat_map(|attestation| &attestation.sources))
}

/// The publishers of one attestation, each once.
pub(crate) fn publishers_of(base: &Base, attestation: &Attestation) -> String {
    named(base, &attestation.sources)
}

fn named<'a>(base: &'a Base, citations: impl IntoIterator<Item = &'a Citation>) -> String {
    let mut names: Vec<&str> = Vec::new();
    for citation in citations {
        let name = &*base[citation.source].publisher;
        if !names.contains(&name) {
            names.push(name);
        }
    }
    shortened(&names)
}

/// The ids of all sources of a statement, with spaces between.
pub(crate) fn source_ids(base: &Base, statement: &Statement) -> String {
    let citations = statement.attestations.iter().flat_map(|attestation| &attestation.sources);
    citations.map(|citation| base[citation.source].id.as_str()).collect::<Vec<_>>().join(" ")
}

/// The first few of a list, and how many more there are.
fn shortened(names: &[&str]) -> String {
    match names.len() {
        count if count > PUBLISHERS + 1 => {
            format!("{} and {} more", names[..PUBLISHERS].join("; "), count - PUBLISHERS)
        }
        _ => names.join("; "),
    }
}

/// A source in a line: publisher, title, date, grade, address.
pub(crate) fn source(source: &Source) -> String {
    let mut text = format!("{}: {}", source.publisher, source.title);
    if let Some(date) = &source.date {
        text += &format!(", {}", date.in_words());
    }
    text += &format!(" [{}]", source.grade.name());
    if let Some(url) = &source.url {
        text += &format!(" {url}");
    }
    text
}

/// A citation: the source, and its words on a line of their own.
pub(crate) fn citation(base: &Base, citation: &Citation, indent: &str) -> String {
    let mut text = format!("{indent}{}", source(&base[citation.source]));
    if let Some(at) = &citation.at {
        text += &format!(", {at}");
    }
    text.push('\n');
    if let Some(quote) = &citation.quote {
        text += &format!("{indent}  “{quote}”\n");
    }
    text
}

/// Every attestation of a statement with its sources, each group under what it says.
pub(crate) fn attestations(base: &Base, statement: &Statement, indent: &str) -> String {
    let mut text = String::new();
    let several = statement.attestations.len() > 1;
    for attestation in &statement.attestations {
        let inner = if several { format!("{indent}  ") } else { indent.to_owned() };
        if several {
            text += &format!("{indent}{}\n", saying(attestation));
        }
        for note in remarks(attestation) {
            text += &format!("{inner}{note}\n");
        }
        for each in &attestation.sources {
            text += &citation(base, each, &inner);
        }
    }
    if let Some(contest) = &statement.contest {
        text += &format!("{indent}why they differ: {contest}\n");
    }
    text
}

/// What an attestation says, in a few words.
pub(crate) fn saying(attestation: &Attestation) -> String {
    let mut text = match (&attestation.date, attestation.says) {
        (Some(date), Says::Affirms) => date.in_words(),
        (None, Says::Affirms) if !attestation.attested().is_empty() => {
            format!("attested: {}", and(&attestation.attested().iter().map(Date::in_words).collect::<Vec<_>>()))
        }
        (None, Says::Affirms) => "without a date".to_owned(),
        (Some(date), Says::Denies) => format!("denied ({})", date.in_words()),
        (None, Says::Denies) => "denied".to_owned(),
    };
    match &attestation.until {
        Some(Until::Date(date)) => text += &format!(", until {}", date.in_words()),
        Some(Until::Unknown) => text += ", end unknown",
        Some(Until::Ongoing) | None => {}
    }
    if let Some(tally) = attestation.tally() {
        text += &format!(", {tally}");
    }
    if let Some(vote) = attestation.vote() {
        text += &format!(", {}", vote.name());
    }
    if attestation.rank != Rank::Normal {
        text += &format!(" — {}", attestation.rank.name());
    }
    text + ":"
}

fn remarks(attestation: &Attestation) -> Vec<String> {
    let reason = attestation.reason().map(|reason| format!("{} because: {reason}", attestation.rank.name()));
    let inferred = attestation.inferred().map(|how| format!("date inferred: {how}"));
    let note = attestation.note().map(|note| format!("note: {note}"));
    let attested: Vec<String> = attestation.attested().iter().map(Date::in_words).collect();
    // Without a date it stands in the head already.
    let attested =
        (!attested.is_empty() && attestation.date.is_some()).then(|| format!("attested: {}", and(&attested)));
    let dated = attestation.date_remarks();
    let dated = (!dated.is_empty()).then(|| format!("date: {}", dated.join("; ")));
    [reason, inferred, dated, attested, note].into_iter().flatten().collect()
}

/// "first" to "tenth", then "11th".
pub(crate) fn nth(number: usize) -> String {
    const WORDS: [&str; 10] =
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
    number
        .checked_sub(1)
        .and_then(|index| WORDS.get(index))
        .map_or_else(|| crate::model::ordinal(number), |word| (*word).to_owned())
}

/// A number with its noun.
pub(crate) fn count(number: usize, one: &str, many: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{number} {many}") }
}

/// "none of these", "1 of these".
pub(crate) fn some(number: usize) -> String {
    if number == 0 { "none of these".to_owned() } else { format!("{number} of these") }
}

/// The last lines of an answer: how far the record of each matter reaches, and that records were left out for a fault.
pub(crate) fn record(base: &Base, matters: &[Matter], asked: AsOf) -> String {
    self::lines(base, matters, base.record_of(matters, asked))
}

/// These lines on the record, and that records were left out for a fault.
pub(crate) fn lines(base: &Base, matters: &[Matter], record: Vec<String>) -> String {
    let lines = record.into_iter().chain(base.left_out_of(matters));
    let lines: String = lines.map(|line| format!("{line}\n")).collect();
    if lines.is_empty() { lines } else { format!("\n{lines}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn publishers_are_counted_and_never_one_alone() {
        let named = |number: usize| shortened(&vec!["P"; number]);
        assert_eq!(named(PUBLISHERS), "P; P; P");
        assert_eq!(named(PUBLISHERS + 1), "P; P; P; P");
        assert_eq!(named(PUBLISHERS + 2), "P; P; P and 2 more");
    }
}
