//! Every verb in every format: an answer that is well formed, or a refusal that says which formats there are.
//!
//! A new verb needs a line in [`VERBS`], a new format a line in [`check_form`].

use std::collections::BTreeSet;
use std::fs;

use serde_json::Value;
use tempfile::TempDir;

use crate::bases::{at, carried_miniature};
use crate::program::{Ended, run, run_in, run_with, words};

/// A verb: a command, the shape of its document, its formats, and what becomes of the others.
struct Verb {
    line: &'static str,
    shape: &'static str,
    formats: &'static str,
    others: Others,
}

/// What becomes of a format that a verb doesn't have.
#[derive(Clone, Copy)]
enum Others {
    /// It is refused, with this advice.
    Refused(&'static str),
    /// It isn't asked for: the answer is the same in each.
    Same,
}

const fn verb(line: &'static str, shape: &'static str, formats: &'static str, others: Others) -> Verb {
    Verb { line, shape, formats, others }
}

const ALL: &str = "table json jsonl csv tsv md";
const DATA: Others = Others::Refused("use table, json, jsonl, csv, tsv or md");
const ALL_OF_PICTURE: &str = "svg png pdf table json csv tsv md";
const PICTURE: Others =
    Others::Refused("use svg, png or pdf for the picture, csv, tsv, md or json for the table behind it");
const BRIEF: Others = Others::Refused("use md, html or pdf; `relations`, `treaties` and the other verbs give data");

/// A line for every verb that `chancery --help` lists.
const VERBS: &[Verb] = &[
    verb("ask 'Who recognized Karvelia first?'", "answer", ALL, DATA),
    verb("recognitions karvelia", "recognitions", ALL, DATA),
    verb("relations karvelia pashtar", "relations", ALL, DATA),
    verb("treaties karvelia pashtar --on 2020-01-01", "treaties", ALL, DATA),
    verb("resolutions --about fire-of-harrow", "resolutions", ALL, DATA),
    verb("positions --reciprocal", "positions", ALL, DATA),
    verb("snapshot 1992-01-01 --actor karvelia", "snapshot", ALL, DATA),
    verb("diff 1991-01-01 1993-01-01 --actor karvelia", "diff", ALL, DATA),
    verb("path karvelia deltara", "path", ALL, DATA),
    verb("anniversaries --actor karvelia", "anniversaries", "table json jsonl csv tsv md ics", DATA),
    verb("claims", "claims", ALL, DATA),
    verb("brief karvelia pashtar", "", "table md html pdf", BRIEF),
    verb("cite recognition/karvelia/pashtar", "citations", "table json jsonl csv tsv md bibtex csl-json", DATA),
    verb("evidence recognition/karvelia/pashtar", "evidence", ALL, DATA),
    verb("chart votes unga-62-43", "chart", ALL_OF_PICTURE, PICTURE),
    verb("timeline karvelia pashtar", "chart", ALL_OF_PICTURE, PICTURE),
    // Without a folder, it lists its pictures.
    verb("gallery", "", "table", Others::Same),
    verb("show karvelia", "record", ALL, DATA),
    verb("list countries", "list", ALL, DATA),
    verb("stats", "stats", ALL, DATA),
    verb("coverage karvelia", "coverage", ALL, DATA),
    // A set of the format of today stays as it is.
    verb("move --data tests/fixtures/world", "", "table", Others::Same),
    // Of a world that is sound there would be nothing to write.
    verb(
        "check --data tests/fixtures/broken/C301",
        "diagnostics",
        "table json github",
        Others::Refused("use text, json or github"),
    ),
];

/// Formats that a verb has, and that its advice doesn't name.
const UNNAMED: &[&str] = &[
    "anniversaries ics",
    "brief table",
    "chart table",
    "check table",
    "cite bibtex",
    "cite csl-json",
    "timeline table",
];

impl Verb {
    fn name(&self) -> &'static str {
        self.line.split(' ').next().expect("a word")
    }

    fn has(&self, format: &str) -> bool {
        self.formats.split(' ').any(|one| one == format)
    }

    /// How its run ends: only `check` finds something to object to.
    fn code(&self) -> i32 {
        i32::from(self.name() == "check")
    }

    /// What this program says of a format for which it needs more than it was built with.
    fn built_without(&self, format: &str) -> Option<&'static str> {
        match (self.name(), format) {
            ("brief", "pdf") if !cfg!(feature = "pdf") => Some("or use -o brief.html"),
            ("chart" | "timeline", "png" | "pdf") if !cfg!(feature = "image") => Some("or use -o FILE.svg"),
            _ => None,
        }
    }
}

/// The formats that there are, as the program lists them.
fn formats() -> Vec<String> {
    let told = run("stats --format none-of-these").err;
    let (_, listed) = told.split_once("[possible values: ").expect("a list");
    let (listed, _) = listed.split_once(']').expect("its end");
    listed.split(", ").map(str::to_owned).collect()
}

/// The verbs that `chancery --help` lists.
pub(crate) fn listed_verbs() -> BTreeSet<String> {
    let help = run_with(carried_miniature(), &["--help"]).out;
    let lines = help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| line.starts_with("  "));
    let verbs = lines.filter_map(|line| {
        line.strip_prefix("  ").filter(|line| !line.starts_with(' '))?.split_whitespace().next().map(str::to_owned)
    });
    verbs.filter(|verb| verb != "help").collect()
}

#[test]
fn every_verb_is_tried() {
    let listed = listed_verbs();
    assert!(listed.len() > 15, "{listed:?}");
    assert_eq!(VERBS.iter().map(|verb| verb.name().to_owned()).collect::<BTreeSet<_>>(), listed);
}

#[test]
fn every_verb_answers_in_its_formats_and_refuses_the_others() {
    let formats = formats();
    for verb in VERBS {
        assert!(verb.formats.split(' ').all(|one| formats.iter().any(|format| format == one)), "{}", verb.line);
        for format in &formats {
            if let Some(instead) = verb.built_without(format) {
                let ended = run(&format!("{} --format {format}", verb.line));
                assert_eq!((ended.code, &*ended.out), (Some(2), ""), "{} {format}: {ended:?}", verb.line);
                assert!(ended.err.starts_with("chancery: this chancery was built without "), "{}", ended.err);
                assert!(ended.err.contains(instead), "{}", ended.err);
            } else if verb.has(format) {
                check_form(verb, format, &written(verb, format));
            } else {
                check_other(verb, format);
            }
        }
    }
}

/// An answer, by way of a file: some are no text.
fn written(verb: &Verb, format: &str) -> Vec<u8> {
    let folder = TempDir::new().expect("a folder");
    let file = folder.path().join("answer.txt");
    let ended = run(&format!("{} --format {format} -o '{}'", verb.line, file.display()));
    let expected = Ended { code: Some(verb.code()), out: String::new(), err: String::new() };
    assert_eq!(ended, expected, "{} as {format}", verb.line);
    fs::read(file).expect("the file is written")
}

fn check_other(verb: &Verb, format: &str) {
    let ended = run(&format!("{} --format {format}", verb.line));
    match verb.others {
        Others::Same => assert_eq!(ended, run(verb.line), "{} as {format}", verb.line),
        Others::Refused(advice) => {
            assert_eq!((ended.code, ended.out.len()), (Some(2), 0), "{} as {format}: {}", verb.line, ended.err);
            // A hyphen may get lost.
            let refused = format!("chancery: {} can't be written as {format}", verb.name()).replace('-', "");
            assert_eq!(ended.err.lines().next().map(|told| told.replace('-', "")), Some(refused), "{}", ended.err);
            assert!(ended.err.ends_with(&format!("\nhelp: {advice}\n")), "{advice:?} isn't in {}", ended.err);
        }
    }
}

#[test]
fn the_advice_names_the_formats_that_a_verb_has() {
    let formats = formats();
    for verb in VERBS {
        let Others::Refused(advice) = verb.others else { continue };
        let (advice, _) = advice.split_once(';').unwrap_or((advice, ""));
        let named: Vec<&str> = advice.split([' ', ',']).collect();
        for format in &formats {
            let unnamed = UNNAMED.contains(&&*format!("{} {format}", verb.name()));
            let expected = verb.has(format) && !unnamed;
            // "The table behind it" is no format.
            let told = named.contains(&&**format) && !advice.contains(&format!("the {format} "));
            assert_eq!(told, expected, "{} and {format}: {advice}", verb.name());
        }
    }
}

/// An answer is well formed, by the rules of its format.
fn check_form(verb: &Verb, format: &str, bytes: &[u8]) {
    let line = format!("{} --format {format}", verb.line);
    match format {
        "pdf" => return assert!(bytes.starts_with(b"%PDF-1."), "{line}"),
        "png" => return assert!(bytes.starts_with(b"\x89PNG\r\n"), "{line}"),
        _ => {}
    }
    let text = std::str::from_utf8(bytes).unwrap_or_else(|error| panic!("{line}: {error}"));
    assert!(text.ends_with('\n') && text.trim() != "", "{line}");
    assert!(!text.contains('\u{1b}'), "{line} has colours without a terminal");
    match (verb.name(), format) {
        ("brief", "table" | "md") => assert!(text.starts_with("# Karvelia and Pashtar\n"), "{line}: {text}"),
        ("chart" | "timeline", "table") | (_, "md") => check_table(&line, &markdown(text)),
        (_, "table") => {}
        (_, "json") => {
            let document = serde_json::from_str(text).unwrap_or_else(|error| panic!("{line}: {error}"));
            crate::schema::check(&format!("chancery.v2/{}", verb.shape), &document);
        }
        (name, "jsonl") => {
            for item in text.lines() {
                let value: Value = serde_json::from_str(item).unwrap_or_else(|error| panic!("{line}: {error}"));
                // An answer in words has ids for items: those of the statements on which it rests.
                assert!(value.is_object() || (name == "ask" && value.is_string()), "{line}: {item}");
            }
        }
        (_, "csv") => check_table(&line, &records(text)),
        (_, "tsv") => {
            check_table(
                &line,
                &text.lines().map(|row| row.split('\t').map(str::to_owned).collect()).collect::<Vec<_>>(),
            );
        }
        (_, "html") => assert!(text.starts_with("<!DOCTYPE html>\n") && text.ends_with("</html>\n"), "{line}"),
        (_, "svg") => assert!(text.starts_with("<svg ") && text.ends_with("</svg>\n"), "{line}"),
        (_, "github") => assert!(text.lines().all(|row| row.starts_with("::error file=")), "{line}: {text}"),
        (_, "ics") => check_calendar(&line, text),
        (_, "bibtex") => {
            let entries = text.trim_end().split("\n\n");
            entries.for_each(|entry| assert!(entry.starts_with('@') && entry.ends_with("\n}"), "{line}: {entry}"));
            assert_eq!(text.matches('{').count(), text.matches('}').count(), "{line}: {text}");
        }
        (_, "csl-json") => {
            let items: Vec<Value> = serde_json::from_str(text).unwrap_or_else(|error| panic!("{line}: {error}"));
            assert!(!items.is_empty() && items.iter().all(|item| item["id"].is_string() && item["type"].is_string()));
        }
        _ => panic!("{line}: how is it well formed?"),
    }
}

/// A table has a head, and every row has as many cells.
fn check_table(line: &str, rows: &[Vec<String>]) {
    assert!(rows.len() > 1, "{line}: {rows:?}");
    for row in rows {
        assert_eq!(row.len(), rows[0].len(), "{line}: {row:?}");
    }
}

/// A calendar has events; its lines end as the standard says (RFC 5545), and are short.
fn check_calendar(line: &str, text: &str) {
    assert!(text.starts_with("BEGIN:VCALENDAR\r\n") && text.ends_with("END:VCALENDAR\r\n"), "{line}");
    for row in text.split_terminator("\r\n") {
        assert!(row.len() <= 75 && !row.contains(['\r', '\n']), "{line}: {row:?}");
    }
    let count = |what: &str| text.matches(what).count();
    assert!(count("\nBEGIN:VEVENT\r") > 0, "{line}");
    assert_eq!(count("\nBEGIN:VEVENT\r"), count("\nEND:VEVENT\r"), "{line}");
}

fn markdown(text: &str) -> Vec<Vec<String>> {
    text.lines().map(|row| row.replace("\\|", "").split('|').map(str::to_owned).collect()).collect()
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

/// The same command, by a program that is started and reads the folder itself.
fn started(line: &str) -> Ended {
    let line = format!("{line} --today 2026-11-23");
    // Where a folder of data is named already, it is named from the project on.
    let words = if line.contains("--data") { words(&line) } else { super::on_the_world(&line) };
    run_in(&at(""), &words)
}

/// Within one process, an order by addresses or by the seeds of hash tables could come out the same twice; in another one it
/// hardly does.
#[test]
fn two_processes_answer_the_same() {
    // The document has all that the table has: a started program is dear, and one form of each is enough.
    let forms = VERBS.iter().map(|verb| match ["json", "table"].into_iter().find(|form| verb.has(form)) {
        Some(form) => format!("{} --format {form}", verb.line),
        None => verb.line.to_owned(),
    });
    for line in forms.chain(["list statements --format json".to_owned()]) {
        assert_eq!(run(&line), started(&line), "{line} differs from run to run");
    }
}

#[test]
fn drawings_are_svg_and_twice_the_same() {
    for line in ["timeline karvelia pashtar", "timeline --recognitions karvelia"] {
        let ended = run(line);
        assert_eq!(ended, started(line), "{line} differs from run to run");
        let drawing = ended.out;
        assert!(drawing.starts_with("<svg ") && drawing.ends_with("</svg>\n"), "{line}");
        assert!(drawing.contains("<title") && drawing.contains("data-statement=\""), "{line}");
    }
}

/// What a document says, object by object, under the names of fields that are asked for.
fn told<const N: usize>(document: &Value, fields: [&str; N]) -> Vec<[String; N]> {
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let inner: Vec<&Value> = match document {
        Value::Object(all) => all.values().collect(),
        Value::Array(all) => all.iter().collect(),
        _ => Vec::new(),
    };
    let own = fields.iter().all(|field| document[*field].is_string() || document[*field].is_boolean());
    let own = own.then(|| fields.map(|field| text(&document[field])));
    own.into_iter().chain(inner.into_iter().flat_map(|one| told(one, fields))).collect()
}

/// A list has no row more or less as a table than as a document.
#[test]
fn a_table_has_what_the_document_has() {
    fn same<const N: usize>(line: &str, fields: [&str; N]) {
        let document = crate::program::document(line);
        let rows = records(&run(&format!("{line} --format csv")).out);
        let at = fields
            .map(|field| rows[0].iter().position(|name| name == field).unwrap_or_else(|| panic!("{line}: {field}")));
        let listed: BTreeSet<[String; N]> = rows[1..].iter().map(|row| at.map(|at| row[at].clone())).collect();
        let documented: BTreeSet<[String; N]> = told(&document, fields).into_iter().collect();
        assert_eq!(listed, documented, "{line}");
        assert!(!listed.is_empty(), "{line}");
    }
    same("treaties karvelia pashtar", ["statement"]);
    same("anniversaries --year 2027", ["statement"]);
    same("diff 1992-01-01 2026-01-01 --actor karvelia", ["statement", "band", "presumed"]);
    same("snapshot 2020-01-01 --actor karvelia", ["statement", "band", "presumed"]);
    same("relations karvelia pashtar", ["statement", "date"]);
}

/// Nor than in words.
#[test]
fn words_have_what_the_document_has() {
    for pair in ["united-provinces irenia", "united-provinces honduria", "karvelia almania"] {
        let document = crate::program::document(&format!("relations {pair} --on 2020-01-01"));
        let text = run(&format!("relations {pair} --on 2020-01-01")).out;
        let number = |list: &str| document[list].as_array().map_or(0, Vec::len);
        let documented = ["recognition", "withheld", "missions", "level"].map(number).iter().sum::<usize>() + 1;
        let lines = text.lines().filter(|line| line.starts_with("  ") && !line.starts_with("  (")).count();
        assert_eq!(lines, documented, "{pair}, and the status\n{text}");
    }
    let line = "path karvelia deltara --on 2020-01-01";
    let presumed = crate::program::document(line)["certain"]
        .as_array()
        .into_iter()
        .flatten()
        .filter(|hop| hop["presumed"] == true)
        .count();
    assert!(presumed > 0);
    assert_eq!(run(line).out.matches("(presumably)").count(), presumed);
    let rows = records(&run(&format!("{line} --format csv")).out);
    assert_eq!(rows.iter().filter(|row| row.contains(&"true".to_owned())).count(), presumed);
}

/// What was set aside is kept to be seen, in each form.
#[test]
fn what_is_set_aside_is_seen_in_each_form() {
    let line = "evidence recognition/karvelia/indria";
    let document = crate::program::document(line);
    let bearings: BTreeSet<String> = told(&document, ["bearing"]).into_iter().map(|[bearing]| bearing).collect();
    let rows = records(&run(&format!("{line} --format csv")).out);
    let listed: BTreeSet<String> = rows[1..].iter().map(|row| row[3].clone()).collect();
    assert!(bearings.contains("set-aside"), "{bearings:?}");
    assert_eq!(listed, bearings);
}

#[test]
fn a_scope_of_several_matters_has_a_row_for_each() {
    let scope = "Coverage(scopes: [(of: [RecognitionsOf('a'), RelationsOf('a')], extent: Complete, from: '1990', through: '2020', sources: ['s'])])";
    let loaded = Box::leak(Box::new(crate::bases::spoilt_world("a", &[("coverage/c.ron", scope)])));
    let rows = records(&run_with(loaded, &["coverage", "--format", "csv"]).out);
    assert_eq!(rows.len(), 3, "{rows:?}");
}

#[test]
fn a_roll_call_in_words_has_who_was_absent() {
    let call = "Resolutions([(id: 'r', by: 'g', title: 'R', on: '1980-01-01', sources: ['s'], roll_call: (sources: ['s'], favour: ['a'], absent: ['b']))])";
    let files = [("organizations/g.ron", "Organization(id: 'g', name: 'G', kind: Body)"), ("resolutions/r.ron", call)];
    let loaded = Box::leak(Box::new(crate::bases::spoilt_world("a b", &files)));
    let text = run_with(loaded, &["resolutions", "r"]).out;
    assert!(text.contains("  favour (1): A\n  absent (1): B\n"), "{text}");
}

/// Each party has its own force, in the document as in the table: of these two the one left.
#[test]
fn each_party_has_its_own_force() {
    let treaty = "Treaty(id: 't', title: 'T', kind: Multilateral, sources: ['s'], acts: [(act: EnteredIntoForce, on: '1990-01-01'), \
         (act: Ratified, by: 'a', on: '1990-01-01'), (act: Ratified, by: 'b', on: '1990-01-01'), (act: Denounced, by: 'b', on: '2000-01-01')])";
    let loaded = Box::leak(Box::new(crate::bases::spoilt_world("a b", &[("treaties/t.ron", treaty)])));
    let on = ["treaties", "t", "--on", "2001-01-01", "--format"];
    let ask = |form: &str| run_with(loaded, &[&on[..], &[form]].concat()).out;
    let document: Value = serde_json::from_str(&ask("json")).expect("a document");
    let parties = document["treaties"][0]["parties"].as_array().expect("parties");
    let said: BTreeSet<[String; 2]> = parties
        .iter()
        .map(|party| ["actor", "said"].map(|field| party[field].as_str().unwrap_or_default().to_owned()))
        .collect();
    let rows = records(&ask("csv"));
    let listed: BTreeSet<[String; 2]> =
        rows[1..].iter().filter(|row| !row[2].is_empty()).map(|row| [row[2].clone(), row[6].clone()]).collect();
    assert_eq!(listed, said);
    assert!(
        said.contains(&["b".to_owned(), "no".to_owned()]) && said.iter().any(|[id, said]| id == "a" && said != "no"),
        "{said:?}"
    );
}
