//! The timeline of recognitions in words: its summary, its description, the dates of its rows.

use super::rows::{RecognizerRow, Rows, act_of};
use super::{NamedBase, name};
use crate::chart::limits;
use crate::chart::words::{self, Months};
use crate::model::{ActorIx, Base, Ends, Fact, RecognitionAct, RecognitionForm, StatementIx};

/// What a reader should know before reading the rows.
pub(crate) fn subtitle(base: &Base, rows: &Rows) -> String {
    let recognized: Vec<StatementIx> = rows.dated.iter().filter_map(|row| row.acts.first().copied()).collect();
    let count = |test: &dyn Fn(StatementIx) -> bool| recognized.iter().filter(|&&ix| test(ix)).count();
    let contested = count(&|ix| base[ix].begins.contested);
    let imprecise = count(&|ix| !base[ix].begins.contested && base[ix].date().is_some_and(|date| !date.is_day()));
    let withdrawn = rows.on_scale().filter(|&ix| act_of(base, ix) == Some(RecognitionAct::Withdrawn)).count();
    let mut parts = vec![match recognized.len() {
        0 => "No recognition with a date is recorded".to_owned(),
        1 => "1 dated recognition".to_owned(),
        n => format!("{n} dated recognitions in the order of their places"),
    }];
    for (n, what) in [
        (contested, "with sources that differ on the date"),
        (imprecise, "known only to a month, a year or a span"),
        (withdrawn, "withdrawn later"),
        (rows.undated.len(), "undated"),
        (rows.beyond, "outside of the days shown"),
    ] {
        if n > 0 {
            parts.push(format!("{n} {what}"));
        }
    }
    parts.join("; ") + "."
}

/// The reading of the chart, for whoever doesn't see it.
pub(crate) fn description(base: &NamedBase<'_>, of: ActorIx, rows: &Rows) -> String {
    let mut sentences = vec![format!("Who recognized {}, by date. {}", name(base, of), subtitle(base, rows))];
    let told = |row: &RecognizerRow| {
        let when = row.acts.first().map_or(String::new(), |&ix| words::when(&base[ix], Months::Full));
        format!("{} ({when})", name(base, row.by))
    };
    let first: Vec<String> = rows.dated.iter().filter(|row| row.place.is_some_and(|p| p.can_be(1))).map(told).collect();
    if !first.is_empty() {
        sentences.push(format!("First: {}.", words::list(&first, "or")));
    }
    let second: Vec<String> =
        rows.dated.iter().filter(|row| row.place.is_some_and(|p| p.can_be(2) && p.least > 1)).map(told).collect();
    if !second.is_empty() && second.len() <= limits::SECONDS_NAMED {
        sentences.push(format!("Second: {}.", words::list(&second, "or")));
    }
    if let Some(last) = rows.dated.last().filter(|_| rows.dated.len() > 2) {
        sentences.push(format!("Last in the list: {}.", told(last)));
    }
    let contested: Vec<String> = rows
        .dated
        .iter()
        .filter(|row| row.acts.first().is_some_and(|&ix| base[ix].begins.contested))
        .map(told)
        .collect();
    if !contested.is_empty() {
        sentences.push(format!("Sources differ on: {}.", words::list(&contested, "and")));
    }
    for (act, what) in [(RecognitionAct::Withdrawn, "Withdrawn"), (RecognitionAct::Withheld, "Withheld")] {
        let acts = rows.on_scale().filter(|&ix| act_of(base, ix) == Some(act));
        let named: Vec<String> = acts
            .filter_map(|ix| {
                let by = base[ix].fact.actors().next()?;
                Some(format!("{} ({})", name(base, by), words::when(&base[ix], Months::Full)))
            })
            .collect();
        if !named.is_empty() {
            sentences.push(format!("{what}: {}.", words::list(&named, "and")));
        }
    }
    if !rows.undated.is_empty() {
        let names: Vec<&str> = rows.undated.iter().map(|row| name(base, row.by)).collect();
        sentences.push(format!("Without a date: {}.", words::list(&names, "and")));
    }
    sentences.join(" ")
}

/// The date column of an act: for all but plain recognition, what the act is.
pub(crate) fn dated(base: &Base, ix: StatementIx) -> String {
    let statement = &base[ix];
    let when = words::when(statement, Months::Short);
    let Fact::Recognition { act, form, .. } = statement.fact else { return when };
    match (act, form) {
        (RecognitionAct::Recognized, RecognitionForm::DeJure | RecognitionForm::NotSaid) => when,
        (RecognitionAct::Recognized, RecognitionForm::DeFacto) => format!("de facto {when}"),
        (RecognitionAct::Recognized, RecognitionForm::Implied) => format!("implied {when}"),
        (RecognitionAct::Withheld, _) => match &statement.ends {
            Ends::At(end) => match &end.shown {
                Some(date) => format!("withheld {when}, to {}", words::date(date, Months::Short)),
                None => format!("withheld {when}"),
            },
            Ends::Ongoing if !statement.tells_since() => format!("withheld {when}, and still"),
            Ends::Ongoing => format!("withheld since {when}"),
            _ => format!("withheld {when}"),
        },
        (act, _) => format!("{act} {when}"),
    }
}

/// An act in a sentence.
pub(crate) fn words_for(base: &NamedBase<'_>, ix: StatementIx) -> String {
    let statement = &base[ix];
    let Fact::Recognition { by, of, act, capacity, .. } = statement.fact else { return statement.id.to_string() };
    let when = words::when(statement, Months::Full);
    let doubt = match (statement.is_denied(), statement.is_contested()) {
        (true, _) => "; a source denies it",
        (_, true) => "; sources differ",
        _ => "",
    };
    format!("{} {} {}: {when}{doubt}", name(base, by), act.in_words(), capacity.in_words(name(base, of)))
}
