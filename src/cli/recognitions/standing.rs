//! Who recognizes an actor on a day: two bands, with those who recognize another, or don't.

use std::fmt::Write as _;

use crate::export::{Table, v2};
use crate::model::{ActorIx, Base, Closed, Date, StatementIx, Sure};
use crate::query::{Match, Recognizers};

use super::super::Context;
use super::super::error::CliError;
use super::super::output::Forms;
use super::super::words;

/// Writes the answer.
pub(super) fn write(context: &Context<'_>, base: &Base, answer: &Recognizers) -> Result<(), CliError> {
    context.output.answer(
        "recognitions",
        &Forms {
            text: &|| text(base, answer),
            table: &|| table(base, answer),
            json: &|| v2::recognizers(base, answer),
            items: "certain",
        },
    )
}

fn text(base: &Base, answer: &Recognizers) -> String {
    let request = &answer.request;
    let name = |actor: ActorIx| &*base[actor].name;
    let also = request.also.map_or_else(String::new, |also| format!(" and {}", name(also)));
    let not = request.not.map_or_else(String::new, |not| format!(" and not {}", name(not)));
    let among =
        request.among.map_or_else(String::new, |among| format!(", of {} members of {}", answer.members, name(among)));
    let mut text = format!("Who recognizes {}{also}{not} on {}{among}\n", name(request.of), request.day.in_words());
    for &sure in Sure::ALL {
        let rows: Vec<Vec<String>> = answer.so(sure).map(|one| row(base, one)).collect();
        if !rows.is_empty() {
            let _ = writeln!(text, "\n{}: {}", sure.adverb(), rows.len());
            text += &words::columns(&["by", "since", "sources"], rows);
        }
    }
    if answer.found.iter().all(|one| one.implied) {
        text += "Nobody by the record. What isn't recorded isn't \"no\".\n";
    }
    let named = |one: &Match| base[one.who].name.to_string();
    let implied: [(&str, Vec<String>); 2] = [
        ("by relations alone, without an act on record", answer.implied().map(named).collect()),
        ("possibly by relations alone", answer.possibly_implied().map(named).collect()),
    ];
    for (how, names) in implied.iter().filter(|(_, names)| !names.is_empty()) {
        let _ = writeln!(text, "\n{how}: {}: {}", names.len(), words::and(names));
    }
    text += &ended(base, answer);
    text + &words::record(base, &request.matters(), request.asked())
}

/// Whose recognition ended with it.
fn ended(base: &Base, answer: &Recognizers) -> String {
    let names: Vec<String> = answer.ended.iter().map(|&by| base[by].name.to_string()).collect();
    match names.len() {
        0 => String::new(),
        _ => format!("\nnot counted, because they ended and nobody continues them: {}\n", words::and(&names)),
    }
}

/// The act by which it stands.
fn act(one: &Match) -> Option<StatementIx> {
    one.by.first().copied()
}

fn row(base: &Base, one: &Match) -> Vec<String> {
    let name = base[one.who].name.to_string();
    match act(one) {
        Some(ix) => vec![name, words::date(&base[ix]), words::publishers(base, &base[ix])],
        None => vec![name, "as heir of another".to_owned(), String::new()],
    }
}

fn table(base: &Base, answer: &Recognizers) -> Table {
    let mut table = Table::new(&["by", "band", "statement", "date", "sources"]);
    for &sure in Sure::ALL {
        for one in answer.so(sure) {
            let statement = act(one).map(|ix| &base[ix]);
            table.row(vec![
                base[one.who].id.to_string(),
                sure.name().to_owned(),
                statement.map(|statement| statement.id.to_string()).unwrap_or_default(),
                statement.and_then(|statement| statement.date()).map(Date::to_string).unwrap_or_default(),
                statement.map(|statement| words::source_ids(base, statement)).unwrap_or_default(),
            ]);
        }
    }
    table
}
