//! Who recognizes an actor on a day: two bands, with those who recognize another, or don't.

use std::fmt::Write as _;

use crate::export::{Table, v2};
use crate::model::{ActorIx, Band, Base, Closed, Date, StatementIx, Sure, recognition_spells};
use crate::query::Recognizers;

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
    for (band, list) in bands(answer) {
        if !list.is_empty() {
            let _ = writeln!(text, "\n{}: {}", band.adverb(), list.len());
            let rows = list.iter().map(|&by| row(base, answer, by)).collect();
            text += &words::columns(&["by", "since", "sources"], rows);
        }
    }
    if answer.certain.is_empty() && answer.possible.is_empty() {
        text += "Nobody by the record. What isn't recorded isn't \"no\".\n";
    }
    if !answer.implied.is_empty() {
        let names: Vec<String> = answer.implied.iter().map(|&by| base[by].name.to_string()).collect();
        let _ =
            writeln!(text, "\nby relations alone, without an act on record: {}: {}", names.len(), words::and(&names));
    }
    text += &ended(base, answer);
    text + &words::record(base, &request.matters(), request.asked())
}

/// Who does, in three numbers: surely, presumably, possibly.
fn bands(answer: &Recognizers) -> [(Sure, Vec<ActorIx>); 3] {
    let presumed = answer.certain.iter().copied().filter(|by| answer.presumed.contains(by)).collect();
    [(Sure::Surely, answer.surely().collect()), (Sure::Presumably, presumed), (Sure::Possibly, answer.possible.clone())]
}

/// Whose recognition ended with it.
fn ended(base: &Base, answer: &Recognizers) -> String {
    let names: Vec<String> = answer.ended.iter().map(|&by| base[by].name.to_string()).collect();
    match names.len() {
        0 => String::new(),
        _ => format!("\nnot counted, because they ended and nobody continues them: {}\n", words::and(&names)),
    }
}

/// The act by which it stands; none of those who continue another.
fn act(base: &Base, answer: &Recognizers, by: ActorIx) -> Option<StatementIx> {
    let spells = recognition_spells(base, by, answer.request.of);
    let standing = spells.iter().filter(|spell| spell.holds(answer.request.day) != Band::No);
    standing.max_by_key(|spell| spell.holds(answer.request.day)).map(|spell| spell.begun_by)
}

fn row(base: &Base, answer: &Recognizers, by: ActorIx) -> Vec<String> {
    match act(base, answer, by) {
        Some(ix) => vec![base[by].name.to_string(), words::date(&base[ix]), words::publishers(base, &base[ix])],
        None => vec![base[by].name.to_string(), "as heir of another".to_owned(), String::new()],
    }
}

fn table(base: &Base, answer: &Recognizers) -> Table {
    let mut table = Table::new(&["by", "band", "statement", "date", "sources"]);
    for (band, list) in bands(answer) {
        for by in list {
            let statement = act(base, answer, by).map(|ix| &base[ix]);
            table.row(vec![
                base[by].id.to_string(),
                band.name().to_owned(),
                statement.map(|statement| statement.id.to_string()).unwrap_or_default(),
                statement.and_then(|statement| statement.date()).map(Date::to_string).unwrap_or_default(),
                statement.map(|statement| words::source_ids(base, statement)).unwrap_or_default(),
            ]);
        }
    }
    table
}
