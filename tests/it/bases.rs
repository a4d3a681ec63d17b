//! The bases that tests ask: worlds of a few lines, the miniature world, and the data set.
//!
//! A world of a few lines shows one thing; the miniature world (`tests/fixtures/world`) has one of each kind, and what the
//! grammar, the verbs, the charts and the documents do is tested on it. The data set has tests of its own, in `dataset.rs`.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use chancery::load::{self, Loaded, SourceFile, disk};
use chancery::model::{ActorIx, Base, Day};

/// A file or folder of the project.
pub(crate) fn at(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// A base with these countries, one source `s`, and these files. In the texts `'` stands for `"`.
pub(crate) fn world(countries: &str, files: &[(&str, &str)]) -> Base {
    sound(spoilt_world(countries, files)).base
}

/// The same, whatever is wrong with it.
pub(crate) fn spoilt_world(countries: &str, files: &[(&str, &str)]) -> Loaded {
    let mut texts: Vec<(String, String)> = vec![
        ("dataset.ron".into(), "Dataset(name: 'Small', version: '1', format: 2)".into()),
        ("sources/s.ron".into(), "Sources([(id: 's', title: 'S', publisher: 'P', grade: Primary, kind: News)])".into()),
    ];
    texts.extend(countries.split_whitespace().map(|id| {
        let text = format!("Country(id: '{id}', name: '{}', class: Sovereign)", id.to_uppercase());
        (format!("countries/{id}.ron"), text)
    }));
    texts.extend(files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())));
    load::load(texts.iter().map(|(path, text)| quoted(path, text)).collect(), Vec::new())
}

/// The miniature world.
pub(crate) fn miniature() -> &'static Base {
    &carried_miniature().base
}

/// The miniature world, as a program that carries it has it.
pub(crate) fn carried_miniature() -> &'static Loaded {
    static MINIATURE: LazyLock<Loaded> = LazyLock::new(|| read("tests/fixtures/world", &[]));
    &MINIATURE
}

/// The miniature world with more files, in which `'` stands for `"`.
pub(crate) fn miniature_with(more: &[(&str, &str)]) -> Base {
    read("tests/fixtures/world", more).base
}

/// The data set, from its folder.
pub(crate) fn dataset() -> &'static Loaded {
    static DATASET: LazyLock<Loaded> = LazyLock::new(|| read("data", &[]));
    &DATASET
}

fn read(folder: &str, more: &[(&str, &str)]) -> Loaded {
    let (mut files, found) = disk::read(&at(folder), disk::Limits::default()).expect("the folder is there");
    files.extend(more.iter().map(|(path, text)| quoted(path, text)));
    sound(load::load(files, found))
}

fn quoted(path: &str, text: &str) -> SourceFile {
    SourceFile { path: path.to_owned(), root: String::new(), text: text.replace('\'', "\"").into() }
}

/// A base is tested only if nothing of it was left out.
fn sound(loaded: Loaded) -> Loaded {
    assert!(loaded.diagnostics.is_empty(), "{:#?}", loaded.diagnostics);
    loaded
}

pub(crate) fn actor(base: &Base, id: &str) -> ActorIx {
    base.find_actor(id).unwrap_or_else(|| panic!("no actor {id}"))
}

pub(crate) fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

/// The day that counts as today in most tests.
pub(crate) fn today() -> Day {
    day("2026-11-23")
}
