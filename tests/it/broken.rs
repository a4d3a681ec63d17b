//! Every code of the catalogue has a broken data set, and fires exactly there.
//!
//! `tests/fixtures/broken/CNNN/` is the smallest data set with that finding, and `expected.txt` is what a person is
//! told. `CHANCERY_BLESS=1` writes what is told now. What can't be committed (a file that isn't UTF-8, a folder
//! that leads back to itself) is made here in a temporary folder.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use chancery::check::check;
use chancery::diag::{Code, Diagnostic, RenderFormat, catalogue, render};
use chancery::load::disk::{self, Limits};
use chancery::load::load;
use chancery::model::Day;

const FIXTURES: &str = "tests/fixtures/broken";

/// Codes that come along where a fixture can't avoid it.
const COMPANIONS: &[(Code, Code, &str)] = &[];

#[test]
fn every_code_fires_exactly_on_its_fixture() {
    let mut wrong = Vec::new();
    for &code in Code::ALL {
        let fixture = Path::new(FIXTURES).join(code.as_str());
        assert!(fixture.is_dir(), "{} has no fixture", code.as_str());
        let made = tempfile::tempdir().expect("a temporary folder");
        let folder = if make(code, made.path()) { made.path().to_owned() } else { fixture.clone() };
        let (codes, text) = judge(&folder);
        if !codes.contains(&code) {
            wrong.push(format!("{} isn't found on its fixture: {text}", code.as_str()));
        }
        for other in codes.iter().filter(|other| **other != code) {
            if !COMPANIONS.iter().any(|(on, comes, _)| *on == code && comes == other) {
                wrong.push(format!("{} is found on the fixture of {}: {text}", other.as_str(), code.as_str()));
            }
        }
        wrong.extend(crate::differs(&fixture.join("expected.txt"), &text));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The catalogue shows the expected texts as they were built in: the one of `data/` is written by the example `pages`.
#[test]
fn the_catalogue_shows_what_a_person_is_told() {
    let text = catalogue();
    for code in Code::ALL {
        let head = format!("## {}", code.as_str());
        let (_, entry) = text.split_once(&head).unwrap_or_else(|| panic!("{} isn't in the catalogue", code.as_str()));
        let entry = entry.split("\n## ").next().unwrap_or_default();
        let parts = [code.title(), code.explanation(), code.fix(), code.example().trim_end()];
        for part in parts {
            assert!(entry.contains(part), "{}: {part:?} isn't in\n{entry}", code.as_str());
        }
    }
}

#[test]
fn every_fixture_is_of_a_code() {
    for entry in fs::read_dir(FIXTURES).expect("the fixtures") {
        let name = entry.expect("an entry").file_name().to_string_lossy().into_owned();
        assert!(Code::find(&name).is_some_and(|code| code.as_str() == name), "{name} is no code");
    }
}

/// Loads and checks a folder: the codes found, and what a person is told, with the folder called `data`.
fn judge(folder: &Path) -> (BTreeSet<Code>, String) {
    let (files, found) = disk::read(folder, Limits::default()).expect("a data folder");
    let loaded = load(files, found);
    let mut judged = check(&loaded.base, Day::parse("2026-11-23").expect("a day"));
    if loaded.has_errors() {
        judged.retain(|finding| !finding.code.is_of_absence());
    }
    loaded.sort(&mut judged);
    let all: Vec<Diagnostic> = loaded.diagnostics.iter().cloned().chain(judged).collect();
    let text = render(&loaded.locate(&all), RenderFormat::Text);
    (all.iter().map(|finding| finding.code).collect(), text.replace(&*folder.to_string_lossy(), "data"))
}

/// Makes the data set of a code that a repository can't hold; `false` for all others.
fn make(code: Code, folder: &Path) -> bool {
    let manifest = "Dataset(name: \"Broken\", version: \"1\", format: 2)\n";
    fs::write(folder.join("dataset.ron"), manifest).expect("a manifest");
    let countries = folder.join("countries");
    fs::create_dir(&countries).expect("a folder");
    let file = countries.join("azerbaijan.ron");
    match code {
        Code::Unreadable => symlink(Path::new("nowhere.ron"), &file),
        Code::NotUtf8 => {
            let text =
                b"Country(\n    id: \"cote-d-ivoire\",\n    name: \"C\xf4te d'Ivoire\",\n    class: Sovereign,\n)\n";
            fs::write(file, text).expect("a file");
        }
        Code::TooLarge => {
            // A sparse file: it has a size and takes no room.
            fs::File::create(file).and_then(|file| file.set_len(1 << 30)).expect("a large file");
        }
        Code::FolderLoop => symlink(Path::new(".."), &countries.join("again")),
        Code::ByteOrderMark => {
            let text = "\u{feff}Country(id: \"azerbaijan\", name: \"Azerbaijan\", class: Sovereign)\n";
            fs::write(file, text).expect("a file");
        }
        _ => return false,
    }
    true
}

#[cfg(unix)]
fn symlink(to: &Path, at: &PathBuf) {
    std::os::unix::fs::symlink(to, at).expect("a link");
}
