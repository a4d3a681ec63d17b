//! The library from outside: one binary, a module for each thing that is tested.

mod abuse;
mod answers;
mod ask;
mod bases;
mod brief_verb;
mod briefs;
mod broken;
mod chart_verb;
mod charts;
mod check;
mod cite;
mod cli;
mod dataset;
mod dependencies;
mod docs;
mod documents;
mod format;
mod hostile;
mod library;
mod limits;
mod mutated;
mod order;
mod program;
mod rooms;
mod schema;
mod tidy;
mod worked;
mod world;

use std::path::Path;

/// Compares a text with a file that holds what is expected; with `CHANCERY_BLESS=1`, writes it there. Returns what
/// is wrong.
fn differs(file: &Path, text: &str) -> Option<String> {
    if std::env::var_os("CHANCERY_BLESS").is_some_and(|value| value == "1") {
        std::fs::write(file, text).expect("the expected text can be written");
        return None;
    }
    let expected = std::fs::read_to_string(file).unwrap_or_default();
    (expected != text).then(|| {
        let shown = file.display();
        format!("{shown} differs; CHANCERY_BLESS=1 writes it anew\n--- expected\n{expected}\n--- actual\n{text}")
    })
}
