//! The library from outside: one binary, a module for each thing that is tested.

#[cfg(all(feature = "cli", feature = "chart", feature = "report"))]
mod abuse;
#[cfg(all(feature = "cli", feature = "chart", feature = "report"))]
mod answers;
mod ask;
#[cfg(all(feature = "cli", feature = "chart", feature = "report"))]
mod brief_verb;
#[cfg(all(feature = "chart", feature = "report"))]
mod briefs;
mod broken;
mod catalogue;
mod chart_verb;
mod charts;
mod check;
#[cfg(feature = "report")]
mod cite;
#[cfg(all(feature = "cli", feature = "chart", feature = "report"))]
mod cli;
mod dependencies;
mod format;
mod hostile;
mod mutated;
mod order;
#[cfg(all(feature = "cli", feature = "chart", feature = "report"))]
mod program;
#[cfg(all(feature = "cli", feature = "chart", feature = "report"))]
mod readme;
mod schema;
mod tidy;
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
