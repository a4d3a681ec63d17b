//! The manners of the program: formats, files, exit codes, data sets, messages.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::Stdio;

use serde_json::Value;
use tempfile::TempDir;

use super::program::{answer, command, document, run_in, wait, words};

/// One run of every verb.
const VERBS: &[&str] = &[
    "recognitions azerbaijan",
    "relations azerbaijan pakistan",
    "treaties azerbaijan pakistan --on 2020-01-01",
    "resolutions --about khojaly-massacre",
    "positions --reciprocal",
    "show azerbaijan",
    "list countries",
    "stats",
];

fn folder() -> TempDir {
    TempDir::new().expect("a folder")
}

#[test]
fn two_runs_answer_the_same() {
    let more =
        ["recognitions azerbaijan --nth 2", "treaties un-charter", "positions nagorno-karabakh", "list statements"];
    for verb in VERBS.iter().chain(&more) {
        for format in ["table", "json"] {
            let line = format!("{verb} --format {format}");
            assert_eq!(answer(&line), answer(&line), "{line} differs from run to run");
        }
    }
}

#[test]
fn every_verb_answers_in_every_format() {
    for verb in VERBS {
        for format in ["table", "json", "jsonl", "csv", "tsv", "md"] {
            let line = format!("{verb} --format {format}");
            let first = answer(&line);
            assert!(first.ends_with('\n') && first.trim() != "", "{line}");
            assert!(!first.contains('\u{1b}'), "{line} has colours without a terminal");
            match format {
                "json" => {
                    let value: Value = serde_json::from_str(&first).expect("one document");
                    let schema = value["schema"].as_str().expect("the name of its shape");
                    assert!(schema.starts_with("chancery.v1/"), "{line}: {schema}");
                }
                "jsonl" => {
                    for item in first.lines() {
                        let value: Value = serde_json::from_str(item).unwrap_or_else(|error| panic!("{line}: {error}"));
                        assert!(value.is_object(), "{line}: {item}");
                    }
                }
                "csv" => check_table(&line, &records(&first)),
                "tsv" => check_table(
                    &line,
                    &first.lines().map(|row| row.split('\t').map(str::to_owned).collect()).collect::<Vec<_>>(),
                ),
                "md" => check_table(
                    &line,
                    &first
                        .lines()
                        .map(|row| row.replace("\\|", "").split('|').map(str::to_owned).collect())
                        .collect::<Vec<_>>(),
                ),
                _ => {}
            }
        }
    }
}

/// A table has a head, and every row has as many cells.
fn check_table(line: &str, rows: &[Vec<String>]) {
    assert!(rows.len() > 1, "{line}: {rows:?}");
    for row in rows {
        assert_eq!(row.len(), rows[0].len(), "{line}: {row:?}");
    }
}

/// The records of a CSV text (RFC 4180).
fn records(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => cell.extend(chars.next()),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted => {}
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            _ => cell.push(c),
        }
    }
    assert!(!quoted && cell.is_empty() && row.is_empty(), "the text ends within a record");
    rows
}

#[test]
fn drawings_are_svg_and_twice_the_same() {
    for line in ["timeline azerbaijan pakistan", "timeline --recognitions azerbaijan"] {
        let drawing = answer(line);
        assert!(drawing.starts_with("<svg ") && drawing.ends_with("</svg>\n"), "{line}");
        assert!(drawing.contains("<title") && drawing.contains("data-statement=\""), "{line}");
        assert_eq!(drawing, answer(line), "{line} differs from run to run");
    }
}

#[test]
fn the_schema_names_the_verb() {
    for (line, schema) in [
        ("recognitions azerbaijan", "recognitions"),
        ("relations azerbaijan pakistan", "relations"),
        ("treaties pakistan", "treaties"),
        ("resolutions", "resolutions"),
        ("positions", "positions"),
        ("show pakistan", "record"),
        ("show existence/pakistan", "record"),
        ("list gaps", "list"),
        ("stats", "stats"),
    ] {
        assert_eq!(document(line)["schema"], format!("chancery.v1/{schema}"), "{line}");
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
        let mut ids = Vec::new();
        for line in text.lines() {
            let value: Value = serde_json::from_str(line).expect("an object");
            ids.push(value["id"].as_str().unwrap_or_else(|| panic!("{kind}: {line}")).to_owned());
        }
        let count = ids.len();
        ids.dedup();
        assert!(count > 0 && ids.len() == count, "{kind}");
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
        let line = format!("recognitions azerbaijan -o {file} --today 2026-11-23");
        let ended = run_in(folder.path(), &words(&line));
        assert_eq!((ended.code, &*ended.out, &*ended.err), (Some(0), "", ""), "{line}");
        let written = fs::read_to_string(folder.path().join(file)).expect("the file is there");
        assert_eq!(written, answer(&format!("recognitions azerbaijan --format {format}")), "{file}");
    }
    // A format that is named wins, a file is replaced, and `-` is stdout.
    run_in(folder.path(), &words("stats -o a.txt --format json"));
    let written = fs::read_to_string(folder.path().join("a.txt")).expect("the file is there");
    assert!(written.starts_with('{'), "{written}");
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
        ("nowhere/x.json", "can't write nowhere/x.json: there is no folder nowhere"),
        ("taken.json", "can't write taken.json: "),
        ("file/x.json", "can't write file/x.json: there is no folder file"),
        ("x.doc", "the extension of \"x.doc\" names no format"),
        ("x", "the extension of \"x\" names no format"),
    ] {
        let ended = run_in(folder.path(), &["stats", "-o", target]);
        assert_eq!((ended.code, &*ended.out), (Some(2), ""), "{target}");
        assert!(ended.err.contains(expected), "{target}: {}", ended.err);
        assert!(!ended.err.contains(".chancery-"), "{}", ended.err);
    }
    let mut left = names(folder.path());
    left.sort();
    assert_eq!(left, ["file", "taken.json"]);
}

const MINIATURE: &[(&str, &str)] = &[
    ("dataset.ron", "Dataset(name: \"Miniature\", version: \"1\", format: 1)"),
    ("countries/a.ron", "Country(id: \"a\", name: \"Alba\", class: Sovereign)"),
    ("countries/b.ron", "Country(id: \"b\", name: \"Brig\", class: Sovereign)"),
    ("sources/s.ron", "Sources([(id: \"s\", title: \"S\", publisher: \"P\", grade: Primary, kind: News)])"),
    ("recognitions/a.ron", "Recognitions(of: \"a\", acts: [(by: \"b\", on: \"1991-12\", sources: [\"s\"])])"),
];

/// Writes a small data set into a folder.
fn miniature(folder: &Path) {
    for (path, text) in MINIATURE {
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
    miniature(&root.path().join("work/data"));
    let upwards = run_in(&work, &["stats", "-v"]);
    assert!(upwards.out.starts_with("Miniature 1\n"), "{upwards:?}");
    assert!(upwards.err.starts_with("chancery: data: ") && upwards.err.ends_with("data\n"), "{}", upwards.err);
    assert_eq!(run_in(&work, &["stats"]).err, "", "only with -v");

    let other = root.path().join("other");
    miniature(&other);
    fs::write(other.join("dataset.ron"), "Dataset(name: \"Other\", version: \"2\", format: 1)").expect("a file");
    let mut by_environment = command(&work, &["stats"]);
    by_environment.env("CHANCERY_DATA", &other);
    let ended = wait(by_environment.spawn().expect("the program starts"));
    assert!(ended.out.starts_with("Other 2\n"), "{ended:?}");

    let mut by_option = command(&work, &["stats", "-v", "--data", "../data"]);
    by_option.env("CHANCERY_DATA", &other);
    let ended = wait(by_option.spawn().expect("the program starts"));
    assert!(ended.out.starts_with("Miniature 1\n"), "{ended:?}");
    assert_eq!(ended.err, "chancery: data: ../data\n");
}

#[test]
fn the_embedded_data_set_is_the_one_in_the_folder() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let empty = folder();
    let mut listed = command(empty.path(), &["list", "statements", "--format", "json", "--data"]);
    let ended = wait(listed.arg(data).spawn().expect("the program starts"));
    assert_eq!(ended.out, answer("list statements --format json"));
}

#[test]
fn exit_codes() {
    for (code, lines) in [
        (
            0,
            &[
                "stats",
                "--help",
                "recognitions --help",
                "--version",
                "help relations",
                "recognitions azerbaijan",
                "ask 'Did Romania recognize Azerbaijan?'",
                "ask who recognized azerbaijan first",
                "claims try 'Romania recognized Azerbaijan in 1991'",
            ][..],
        ),
        (
            1,
            &[
                "relations france germany",
                "recognitions monaco",
                "recognitions azerbaijan --nth 400",
                "recognitions azerbaijan --before 1900",
                "treaties azerbaijan --on 1800-01-01",
                "resolutions --by nato",
                "positions kashmir --by france",
                "positions kashmir --backs france",
                "evidence 'Who recognized Monaco?'",
                "recognitions monaco --on 2000-01-01",
                "ask 'Who recognized Monaco?'",
                "ask 'Did Pakistan recognize Armenia in 2010?'",
                "claims try 'Pakistan was the second country to recognize Azerbaijan'",
            ],
        ),
        (
            3,
            &[
                "ask 'Did Iran recognize Azerbaijan in 1991?'",
                "claims try 'Türkiye was the first to recognize Azerbaijan'",
            ],
        ),
        (
            2,
            &[
                "recognitions atlantis",
                "recognitions",
                "recognitions azerbaijan --nth 0",
                "recognitions azerbaijan --nth x",
                "recognitions azerbaijan --first --last",
                "recognitions azerbaijan --first --by pakistan",
                "recognitions --by pakistan --first",
                "recognitions azerbaijan --before 1991-02-30",
                "relations armenia armenia",
                "relations armenia",
                "relations armenia hungary --on 1991",
                "treaties un-charter genocide-convention",
                "treaties armenia armenia",
                "list actors",
                "show atlantis/atlantis",
                "stats --today yesterday",
                "stats --today 1991-02-30",
                "stats --format svg",
                "stats --format xml",
                "stats -q -v",
                "stats --data nowhere",
                "frobnicate",
                "rec azerbaijan",
                "ask",
                "ask 'Why did Pakistan recognize Azerbaijan?'",
                "ask 'Who recognized Congo?'",
                "ask 'Who recognized Atlantis?'",
                "claims try",
                "evidence",
                "evidence recognition/azerbaijan/atlantis",
                "evidence 'Why did Pakistan recognize Azerbaijan?'",
                "claims try 'Who recognized Azerbaijan?'",
                "claims try --file nowhere.txt",
                "claims try 'Romania recognized Azerbaijan' --file draft.txt",
                "recognitions azerbaijan --also armenia",
                "recognitions --by pakistan --on 2000-01-01",
                "",
            ],
        ),
    ] {
        for line in lines {
            let empty = folder();
            let ended = run_in(empty.path(), &words(line));
            assert_eq!(ended.code, Some(code), "{line}: {ended:?}");
            match code {
                0 => assert!(!ended.out.is_empty() && ended.err.is_empty(), "{line}: {ended:?}"),
                1 | 3 => assert!(!ended.out.is_empty() && ended.err.is_empty(), "{line}: {ended:?}"),
                _ => assert!(ended.out.is_empty() && !ended.err.is_empty(), "{line}: {ended:?}"),
            }
        }
    }
}

/// What goes wrong is said on stderr, with an act that helps.
#[test]
fn messages_say_what_is_wrong_and_what_to_do() {
    for (line, expected) in [
        ("recognitions azerbijan", "no actor goes by the name \"azerbijan\"\nhelp: did you mean azerbaijan"),
        ("recognitions Pakstan", "did you mean pakistan"),
        ("recognitions qqqqqq", "no actor goes by the name \"qqqqqq\"\n"),
        ("show recognition/azerbaijan/pakistn", "did you mean recognition/azerbaijan/pakistan?"),
        ("positions karabach", "no dispute goes by the name \"karabach\""),
        ("treaties 'un charta'", "no actor or treaty goes by the name \"un charta\"\nhelp: did you mean un-charter"),
        ("relations armenia armenia", "both parties are Armenia\nhelp: name two different actors"),
        ("treaties un-charter genocide-convention", "two treaties are named\nhelp: "),
        ("stats --format svg", "stats can't be written as svg\nhelp: use table, json"),
        ("stats --data nowhere", "can't read the data folder \"nowhere\""),
        ("frobnicate", "For more information, try '--help'"),
        ("stats --today", "For more information, try '--help'"),
    ] {
        let ended = run_in(folder().path(), &words(line));
        assert!(ended.code == Some(2) && ended.err.contains(expected), "{line}: {}", ended.err);
    }
}

#[test]
fn an_ambiguous_name_lists_what_it_could_be() {
    let data = folder();
    miniature(data.path());
    for id in ["north", "south"] {
        let text = format!("Country(id: \"{id}\", name: \"{id} Korea\", class: Sovereign, aliases: [\"Korea\"])");
        fs::write(data.path().join(format!("countries/{id}.ron")), text).expect("a file");
    }
    let ended = run_in(data.path(), &["recognitions", "KOREA", "--data", "."]);
    assert_eq!(ended.code, Some(2));
    assert_eq!(
        ended.err,
        "chancery: \"KOREA\" could be any of these; write its id:\n  north  north Korea\n  south  south Korea\n"
    );
}

#[test]
fn today_is_given_and_shown() {
    let status = |today: &str| {
        let line = format!("relations armenia hungary --today {today}");
        run_in(folder().path(), &words(&line)).out.lines().nth(1).map(str::to_owned)
    };
    assert_eq!(status("2015-06-01").as_deref(), Some("on 1 June 2015, certainly:"));
    assert_eq!(status("2023-06-01").as_deref(), Some("on 1 June 2023, certainly:"));
}

#[test]
fn a_closed_pipe_is_no_failure() {
    for line in ["list statements --format json", "recognitions azerbaijan", "--help"] {
        let empty = folder();
        let mut child = command(empty.path(), &words(line)).spawn().expect("the program starts");
        drop(child.stdout.take());
        let ended = wait(child);
        assert_eq!((ended.code, &*ended.err), (Some(0), ""), "{line}");
    }
}

#[test]
fn a_closed_stderr_is_no_reason_to_stop() {
    let empty = folder();
    for (line, code) in [("stats -v", 0), ("recognitions atlantis", 2), ("frobnicate", 2)] {
        let mut child = command(empty.path(), &words(line)).spawn().expect("the program starts");
        drop(child.stderr.take());
        assert_eq!(wait(child).code, Some(code), "{line}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told() {
    let full = fs::OpenOptions::new().write(true).open("/dev/full").expect("Linux has it");
    let empty = folder();
    let mut stats = command(empty.path(), &["stats"]);
    stats.stdout(Stdio::from(full));
    let ended = wait(stats.spawn().expect("the program starts"));
    assert_eq!(ended.code, Some(2));
    assert!(ended.err.starts_with("chancery: can't write the answer: "), "{}", ended.err);
}

#[test]
fn nothing_is_read_from_stdin() {
    let empty = folder();
    let mut stats = command(empty.path(), &["stats"]);
    let mut child = stats.stdin(Stdio::piped()).spawn().expect("the program starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    // The program may be gone by now: that is no failure of the test.
    let _ = stdin.write_all(b"recognitions\n");
    assert_eq!(wait(child).code, Some(0));
    drop(stdin);
}
