//! Questions to miniature worlds: the smallest data that shows one thing, and the answer in a line.

mod agreement;
#[cfg(feature = "report")]
mod anniversaries;
mod brief;
mod claims;
mod evidence;
mod memberships;
mod names;
mod networks;
mod positions;
mod recognitions;
mod recognizers;
mod relations;
mod resolutions;
mod snapshot;
mod treaties;

use chancery::load::{self, SourceFile};
use chancery::model::{ActorIx, Base, Day, StatementIx};

/// A base with these countries, one source `s`, and these files. In the texts `'` stands for `"`.
fn world(countries: &str, files: &[(&str, &str)]) -> Base {
    let mut texts: Vec<(String, String)> = vec![
        ("dataset.ron".into(), "Dataset(name: 'Miniature', version: '1', format: 1)".into()),
        ("sources/s.ron".into(), "Sources([(id: 's', title: 'S', publisher: 'P', grade: Primary, kind: News)])".into()),
    ];
    texts.extend(countries.split_whitespace().map(|id| {
        let text = format!("Country(id: '{id}', name: '{}', class: Sovereign)", id.to_uppercase());
        (format!("countries/{id}.ron"), text)
    }));
    texts.extend(files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())));
    let files = texts
        .into_iter()
        .map(|(path, text)| SourceFile { path, root: String::new(), text: text.replace('\'', "\"").into() })
        .collect();
    let loaded = load::load(files, Vec::new());
    assert!(loaded.diagnostics.is_empty(), "{:#?}", loaded.diagnostics);
    loaded.base
}

fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

fn today() -> Day {
    day("2026-11-23")
}

fn actor(base: &Base, id: &str) -> ActorIx {
    base.find_actor(id).unwrap_or_else(|| panic!("no actor {id}"))
}

fn id(base: &Base, actor: ActorIx) -> &str {
    base[actor].id.as_str()
}

/// What comes after the fixed part of a statement's id.
fn tail<'a>(base: &'a Base, statement: StatementIx, prefix: &str) -> &'a str {
    let id = &base[statement].id;
    id.strip_prefix(prefix).unwrap_or(id)
}
