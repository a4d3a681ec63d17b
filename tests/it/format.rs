//! The examples of `data/FORMAT.md` are read as what they are.

use std::borrow::Cow;

use chancery::diag::{Code, RenderFormat, render};
use chancery::load::{SourceFile, load};

use crate::program::run;

const FORMAT: &str = include_str!("../../data/FORMAT.md");

#[test]
fn every_example_reads() {
    let examples = examples();
    assert!(examples.len() >= 15, "only {} examples are found", examples.len());
    for example in examples {
        let word = example.lines().find(|line| !line.starts_with("//")).and_then(|line| line.split('(').next());
        let path = match word {
            Some("Dataset") => "dataset.ron".to_owned(),
            Some(word) => format!("{}/example.ron", folder(word)),
            None => panic!("an example without a first word: {example}"),
        };
        let mut files = vec![file(&path, example)];
        if path != "dataset.ron" {
            files.push(file("dataset.ron", "Dataset(name: \"Example\", version: \"1\", format: 2)"));
        }
        let mut loaded = load(files, Vec::new());
        // Other records are missing, and nothing else may be wrong.
        loaded.diagnostics.retain(|finding| !matches!(finding.code, Code::UnknownId | Code::UnknownStatementId));
        let told = render(&loaded.locate(&loaded.diagnostics), RenderFormat::Text);
        assert!(loaded.diagnostics.is_empty(), "{told}");
    }
}

#[test]
fn every_kind_of_file_has_an_example() {
    for word in FORMAT.lines().filter_map(|line| line.split("| `").nth(2)).filter_map(|cell| cell.split('`').next()) {
        if FORMAT.contains(&format!("/` | `{word}` |")) {
            let has = examples().iter().any(|example| example.contains(&format!("{word}(")));
            assert!(has, "{word} has no example");
        }
    }
}

/// The folder of a kind of file, by the table of the page itself.
fn folder(word: &str) -> &'static str {
    let row = FORMAT.lines().find(|line| line.contains(&format!("/` | `{word}` |")));
    let cell =
        row.and_then(|row| row.split('`').nth(1)).unwrap_or_else(|| panic!("{word} isn't in the table of files"));
    cell.trim_end_matches('/')
}

fn examples() -> Vec<&'static str> {
    FORMAT.split("```ron\n").skip(1).filter_map(|rest| rest.split("\n```").next()).collect()
}

fn file(path: &str, text: &'static str) -> SourceFile {
    SourceFile { path: path.to_owned(), root: String::new(), text: Cow::Borrowed(text) }
}

#[test]
fn a_set_of_the_former_format_is_read_and_moved() {
    let folder = tempfile::tempdir().expect("a folder");
    let manifest = folder.path().join("dataset.ron");
    let written = "// ours\nDataset(name: \"d\", /* first */ format: 1, version: \"1\")\n";
    std::fs::write(&manifest, written).expect("a file");
    let at = folder.path().display();
    let checked = run(&format!("check --data {at}"));
    assert!(checked.out.contains("warning[C014]"), "{checked:?}");
    let moved = run(&format!("move --data {at}"));
    assert_eq!(moved.code, Some(0), "{moved:?}");
    assert_eq!(std::fs::read_to_string(&manifest).expect("a file"), written.replace("format: 1", "format: 2"));
    assert_eq!(run(&format!("check --data {at}")).out, "");
    // What the program carries can't be moved.
    assert_eq!(run("move").code, Some(2));
}
