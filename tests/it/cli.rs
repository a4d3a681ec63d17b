//! The manners of the program: files, exit codes, data sets, messages; in `formats`, its formats.
//!
//! Most runs are within this process. The program is started where that is what is tried: its streams, its folder, its
//! environment, the data set that it carries.

pub(crate) mod formats;

use std::collections::BTreeSet;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::Stdio;

use serde_json::Value;
use tempfile::TempDir;

use super::bases::{at, carried_miniature};
use super::program::{
    Ended, answer, command, document, ended_well, run, run_in, run_on_dataset, run_with, wait, words,
};

fn folder() -> TempDir {
    TempDir::new().expect("a folder")
}

/// The words of a line for a program that is started and is to read the miniature world.
fn on_the_world(line: &str) -> Vec<String> {
    let mut words = words(line);
    words.extend(["--data".to_owned(), at("tests/fixtures/world").display().to_string()]);
    words
}

#[test]
fn the_schema_names_the_verb() {
    for (line, schema) in [
        ("recognitions karvelia", "recognitions"),
        ("relations karvelia pashtar", "relations"),
        ("treaties pashtar", "treaties"),
        ("resolutions", "resolutions"),
        ("positions", "positions"),
        ("show pashtar", "record"),
        ("show existence/pashtar", "record"),
        ("list gaps", "list"),
        ("stats", "stats"),
    ] {
        assert_eq!(document(line)["schema"], format!("chancery.v2/{schema}"), "{line}");
    }
}

#[test]
fn lists_as_json_lines_have_ids() {
    for kind in [
        "countries",
        "organizations",
        "bodies",
        "groups",
        "treaties",
        "resolutions",
        "disputes",
        "events",
        "claims",
        "sources",
        "statements",
        "contests",
        "gaps",
    ] {
        let text = answer(&format!("list {kind} --format jsonl"));
        let mut ids = BTreeSet::new();
        for line in text.lines() {
            let value: Value = serde_json::from_str(line).expect("an object");
            let id = value["id"].as_str().unwrap_or_else(|| panic!("{kind}: {line}"));
            assert!(ids.insert(id.to_owned()), "{kind}: {id} twice");
        }
        assert!(!ids.is_empty(), "{kind}");
    }
}

#[test]
fn the_extension_of_the_file_picks_the_format() {
    let folder = folder();
    for (file, format) in [
        ("a.json", "json"),
        ("a.jsonl", "jsonl"),
        ("a.csv", "csv"),
        ("a.tsv", "tsv"),
        ("a.md", "md"),
        ("a.txt", "table"),
    ] {
        let written = folder.path().join(file);
        let line = format!("recognitions karvelia -o '{}'", written.display());
        let ended = run(&line);
        assert_eq!((ended.code, &*ended.out, &*ended.err), (Some(0), "", ""), "{line}");
        let written = fs::read_to_string(written).expect("the file is there");
        assert_eq!(written, answer(&format!("recognitions karvelia --format {format}")), "{file}");
    }
    // A format that is named wins, a file is replaced, and `-` is stdout. Without a folder, it is the one that we are in.
    let ended = run_in(folder.path(), &on_the_world("stats -o a.txt --format json --today 2026-11-23"));
    assert_eq!((ended.code, &*ended.out, &*ended.err), (Some(0), "", ""));
    let written = fs::read_to_string(folder.path().join("a.txt")).expect("the file is there");
    assert_eq!(written, answer("stats --format json"));
    assert_eq!(answer("stats -o -"), answer("stats"));
    let mut left: Vec<String> = names(folder.path());
    left.sort();
    assert_eq!(left, ["a.csv", "a.json", "a.jsonl", "a.md", "a.tsv", "a.txt"], "nothing else is left behind");
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("the folder is there");
    entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect()
}

#[test]
fn an_unwritable_place_is_told_and_nothing_is_left() {
    let folder = folder();
    fs::create_dir(folder.path().join("taken.json")).expect("a folder");
    fs::write(folder.path().join("file"), "").expect("a file");
    for (target, expected) in [
        ("nowhere/x.json", "can't write HERE/nowhere/x.json: there is no folder HERE/nowhere\n"),
        ("taken.json", "can't write HERE/taken.json: "),
        ("file/x.json", "can't write HERE/file/x.json: there is no folder HERE/file\n"),
        ("x.doc", "the extension of \"HERE/x.doc\" names no format"),
        ("x", "the extension of \"HERE/x\" names no format"),
    ] {
        let here = folder.path().display().to_string();
        let ended = run(&format!("stats -o '{here}/{target}'"));
        assert_eq!((ended.code, &*ended.out), (Some(2), ""), "{target}");
        assert!(ended.err.contains(&expected.replace("HERE", &here)), "{target}: {}", ended.err);
        assert!(!ended.err.contains(".chancery-"), "{}", ended.err);
    }
    let mut left = names(folder.path());
    left.sort();
    assert_eq!(left, ["file", "taken.json"]);
    // Without a folder before it, a name is told as it was given.
    let ended = run("stats -o nowhere/x.json");
    assert_eq!(ended.err, "chancery: can't write nowhere/x.json: there is no folder nowhere\n");
}

const SMALL: &[(&str, &str)] = &[
    ("dataset.ron", "Dataset(name: \"Small\", version: \"1\", format: 2)"),
    ("countries/a.ron", "Country(id: \"a\", name: \"Alba\", class: Sovereign)"),
    ("countries/b.ron", "Country(id: \"b\", name: \"Brig\", class: Sovereign)"),
    ("sources/s.ron", "Sources([(id: \"s\", title: \"S\", publisher: \"P\", grade: Primary, kind: News)])"),
    ("recognitions/a.ron", "Recognitions(of: \"a\", acts: [(by: \"b\", on: \"1991-12\", sources: [\"s\"])])"),
];

/// Writes a small data set into a folder.
fn small(folder: &Path) {
    for (path, text) in SMALL {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }
}

#[test]
fn the_data_set_is_chosen_by_option_then_environment_then_upwards_then_embedded() {
    let root = folder();
    let work = root.path().join("work/deep");
    fs::create_dir_all(&work).expect("a folder");
    let embedded = run_in(&work, &["stats", "-v"]);
    assert!(embedded.out.starts_with("Chancery "), "{embedded:?}");
    assert_eq!(embedded.err, "chancery: data: the data set inside the program\n");

    // A folder `data` without a manifest isn't one.
    fs::create_dir(root.path().join("work/data")).expect("a folder");
    assert_eq!(run_in(&work, &["stats", "-v"]), embedded);
    small(&root.path().join("work/data"));
    let upwards = run_in(&work, &["stats", "-v"]);
    assert!(upwards.out.starts_with("Small 1\n"), "{upwards:?}");
    assert!(upwards.err.starts_with("chancery: data: ") && upwards.err.ends_with("data\n"), "{}", upwards.err);
    assert_eq!(run_in(&work, &["stats"]).err, "", "only with -v");

    let other = root.path().join("other");
    small(&other);
    fs::write(other.join("dataset.ron"), "Dataset(name: \"Other\", version: \"2\", format: 2)").expect("a file");
    let mut by_environment = command(&work, &["stats"]);
    by_environment.env("CHANCERY_DATA", &other);
    let ended = wait(by_environment.spawn().expect("the program starts"));
    assert!(ended.out.starts_with("Other 2\n"), "{ended:?}");

    let mut by_option = command(&work, &["stats", "-v", "--data", "../data"]);
    by_option.env("CHANCERY_DATA", &other);
    let ended = wait(by_option.spawn().expect("the program starts"));
    assert!(ended.out.starts_with("Small 1\n"), "{ended:?}");
    assert_eq!(ended.err, "chancery: data: ../data\n");
}

#[test]
fn the_embedded_data_set_is_the_one_in_the_folder() {
    let line = "list statements --format json";
    assert_eq!(run_in(folder().path(), &words(line)).out, ended_well(line, run_on_dataset(line)));
}

/// What a run writes where: an answer, or why there is none.
fn check_ended(line: &str, code: i32, ended: &Ended) {
    assert_eq!(ended.code, Some(code), "{line}: {ended:?}");
    match code {
        0 | 1 | 3 => assert!(!ended.out.is_empty() && ended.err.is_empty(), "{line}: {ended:?}"),
        _ => assert!(ended.out.is_empty() && !ended.err.is_empty(), "{line}: {ended:?}"),
    }
}

#[test]
fn exit_codes() {
    for (code, lines) in [
        (
            0,
            &[
                "stats",
                "recognitions karvelia",
                "ask 'Did Rovinia recognize Karvelia?'",
                "ask who recognized karvelia first",
                "claims try 'Rovinia recognized Karvelia in 1991'",
                "claims try 'Özmara was the first to recognize Karvelia'",
            ][..],
        ),
        (
            1,
            &[
                "ask 'Did Pashtar recognize Armoria in 2010?'",
                "claims try 'Pashtar was the second country to recognize Karvelia'",
                // It wasn't there yet.
                "treaties karvelia --on 1800-01-01",
            ],
        ),
        (
            3,
            &[
                // Nothing on record, and no scope says that there is nothing.
                "relations kirghen tirana-nova",
                "recognitions kirghen",
                "recognitions karvelia --nth 400",
                "recognitions karvelia --before 1900",
                "resolutions --by northern-pact",
                "positions lake-country --by westria",
                "positions lake-country --backs westria",
                "evidence 'Who recognized Kirghen?'",
                "recognitions kirghen --on 2000-01-01",
                "ask 'Who recognized Kirghen?'",
                "ask 'Did Irenia recognize Karvelia in 1991?'",
                "ask 'Who recognized Skadria first?'",
                "claims try 'Almania was the first to recognize Hesperia'",
                "coverage serica",
            ],
        ),
        (
            2,
            &[
                "recognitions atlantis",
                "recognitions",
                "recognitions karvelia --nth 0",
                "recognitions karvelia --nth x",
                "recognitions karvelia --first --last",
                "recognitions karvelia --first --by pashtar",
                "recognitions --by pashtar --first",
                "recognitions karvelia --before 1991-02-30",
                "relations armoria armoria",
                "relations armoria",
                "relations armoria rovinia --on 1991-13",
                "treaties un-charter lighthouse-convention",
                "treaties armoria armoria",
                "list actors",
                "show atlantis/atlantis",
                "stats --today yesterday",
                "stats --today 1991-02-30",
                "stats --format svg",
                "stats --format xml",
                "stats -q -v",
                "stats --data nowhere",
                "frobnicate",
                "rec karvelia",
                "ask",
                "ask 'Why did Pashtar recognize Karvelia?'",
                "ask 'Who recognized Choria?'",
                "ask 'Who recognized Atlantis?'",
                "claims try",
                "evidence",
                "evidence recognition/karvelia/atlantis",
                "evidence 'Why did Pashtar recognize Karvelia?'",
                "claims try 'Who recognized Karvelia?'",
                "claims try --file nowhere.txt",
                "claims try 'Rovinia recognized Karvelia' --file draft.txt",
                "recognitions karvelia --also armoria",
                "recognitions --by pashtar --on 2000-01-01",
            ],
        ),
    ] {
        for line in lines {
            check_ended(line, code, &run(line));
        }
    }
    // Of these no day is today.
    for (line, code) in [("--help", 0), ("recognitions --help", 0), ("--version", 0), ("help relations", 0), ("", 2)] {
        check_ended(line, code, &run_with(carried_miniature(), &words(line)));
    }
}

#[test]
fn the_system_is_told_the_exit_code() {
    let empty = folder();
    for (line, code) in [
        ("--version", 0),
        ("ask 'Did Pashtar recognize Armoria in 2010?'", 1),
        ("recognitions atlantis", 2),
        ("ask 'Did Irenia recognize Karvelia in 1991?'", 3),
    ] {
        check_ended(line, code, &run_in(empty.path(), &on_the_world(line)));
    }
}

/// What goes wrong is said on stderr, with an act that helps.
#[test]
fn messages_say_what_is_wrong_and_what_to_do() {
    for (line, expected) in [
        ("recognitions karvlia", "no actor goes by the name \"karvlia\"\nhelp: did you mean karvelia"),
        ("recognitions Pashtr", "did you mean pashtar"),
        ("recognitions qqqqqq", "no actor goes by the name \"qqqqqq\"\n"),
        ("show recognition/karvelia/pashtr", "did you mean recognition/karvelia/pashtar?"),
        ("positions gardn", "no dispute goes by the name \"gardn\""),
        ("treaties 'un charta'", "no actor or treaty goes by the name \"un charta\"\nhelp: did you mean un-charter"),
        ("relations armoria armoria", "both parties are Armoria\nhelp: name two different actors"),
        ("treaties un-charter lighthouse-convention", "two treaties are named\nhelp: "),
        ("stats --format svg", "stats can't be written as svg\nhelp: use table, json"),
        ("stats --data nowhere", "can't read the data folder \"nowhere\""),
        ("frobnicate", "For more information, try '--help'"),
        ("stats --today", "For more information, try '--help'"),
    ] {
        let ended = run(line);
        assert!(ended.code == Some(2) && ended.err.contains(expected), "{line}: {}", ended.err);
    }
}

#[test]
fn an_ambiguous_name_lists_what_it_could_be() {
    let ended = run("recognitions ALBA");
    assert_eq!(ended.code, Some(2));
    assert_eq!(
        ended.err,
        "chancery: \"ALBA\" could be any of these; write its id:\n  cisalba    Cisalba\n  transalba  Transalba\n"
    );
}

#[test]
fn today_is_given_and_shown() {
    let lines = |today: &str| {
        let text = answer(&format!("relations armoria rovinia --today {today}"));
        text.lines().skip(1).take(2).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(lines("2015-06-01"), ["on 1 June 2015, certainly:", "  relations suspended"]);
    assert_eq!(lines("2023-06-01"), ["on 1 June 2023, certainly:", "  diplomatic relations"]);
}

#[test]
fn a_closed_pipe_is_no_failure() {
    for line in ["list statements --format json", "recognitions karvelia", "--help"] {
        let empty = folder();
        let mut child = command(empty.path(), &on_the_world(line)).spawn().expect("the program starts");
        drop(child.stdout.take());
        let ended = wait(child);
        assert_eq!((ended.code, &*ended.err), (Some(0), ""), "{line}");
    }
}

#[test]
fn a_closed_stderr_is_no_reason_to_stop() {
    let empty = folder();
    for (line, code) in [("stats -v", 0), ("recognitions atlantis", 2), ("frobnicate", 2)] {
        let mut child = command(empty.path(), &on_the_world(line)).spawn().expect("the program starts");
        drop(child.stderr.take());
        assert_eq!(wait(child).code, Some(code), "{line}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told() {
    let full = fs::OpenOptions::new().write(true).open("/dev/full").expect("Linux has it");
    let empty = folder();
    let mut stats = command(empty.path(), &on_the_world("stats"));
    stats.stdout(Stdio::from(full));
    let ended = wait(stats.spawn().expect("the program starts"));
    assert_eq!(ended.code, Some(2));
    assert!(ended.err.starts_with("chancery: can't write the answer: "), "{}", ended.err);
}

#[test]
fn nothing_is_read_from_stdin() {
    let empty = folder();
    let mut stats = command(empty.path(), &on_the_world("stats"));
    let mut child = stats.stdin(Stdio::piped()).spawn().expect("the program starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    // The program may be gone by now: that is no failure of the test.
    let _ = stdin.write_all(b"recognitions\n");
    assert_eq!(wait(child).code, Some(0));
    drop(stdin);
}
