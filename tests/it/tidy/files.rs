//! Rules of files: size, opening, leftovers, silenced lints, machine paths, names of data files.

use std::io::Write as _;

use super::code;
use super::{Finding, demand_none, files_below, root, text_of};

/// Lines beyond which a file is talked about, and beyond which it fails.
const TALK: usize = 400;
const FAIL: usize = 600;

/// Folders of the package that hold text of ours.
const FOLDERS: &[&str] = &[".cargo", ".ci", "benches", "data", "docs", "output", "src", "tests"];

/// Beginnings of paths that exist on one machine only. Split, so that this file doesn't hold them.
const MACHINE_PATHS: &[&str] = &[
    concat!("/ho", "me/"),
    concat!("/ro", "ot/"),
    concat!("/wo", "rk/"),
    concat!("/Us", "ers/"),
    concat!("/tm", "p/"),
    concat!("/mn", "t/"),
    concat!("C:", "\\"),
];

/// What nobody leaves behind, split likewise.
const LEFTOVERS: &[&str] =
    &[concat!("TO", "DO"), concat!("FIX", "ME"), concat!("to", "do!"), concat!("unimple", "mented!")];

/// Settings that take crates from elsewhere than crates.io.
const REGISTRIES: &[&str] = &["[source", "[registries", "registry =", "replace-with", "local-registry", "index ="];

/// What crates.io is called in a lock file.
const CRATES_IO: &str = "\"registry+https://github.com/rust-lang/crates.io-index\"";

/// Folders of data with one record a file, and the field that the file's name repeats.
const NAMED: &[(&str, &str)] = &[
    ("countries", "id"),
    ("organizations", "id"),
    ("treaties", "id"),
    ("disputes", "id"),
    ("memberships", "of"),
    ("recognitions", "of"),
    ("relations", "of"),
];

/// Every file of the package that is text: in its folders, and beside its manifest.
fn texts() -> Vec<(String, String)> {
    let beside = std::fs::read_dir(root()).expect("the package can be listed").filter_map(|entry| {
        let entry = entry.expect("the package can be listed");
        let is_file = entry.file_type().is_ok_and(|kind| kind.is_file());
        // A worktree's `.git` is a file, and no file of ours.
        let name = entry.file_name().to_string_lossy().into_owned();
        (is_file && name != ".git").then_some(name)
    });
    let mut files: Vec<String> = beside.collect();
    files.sort();
    files.extend(FOLDERS.iter().flat_map(|folder| files_below(folder)));
    let text = |file: String| Some((std::fs::read_to_string(root().join(&file)).ok()?, file));
    files.into_iter().filter_map(text).map(|(text, file)| (file, text)).collect()
}

fn rust(file: &str) -> bool {
    file.ends_with(".rs")
}

fn found(file: &str, line: usize, rule: impl Into<String>) -> Finding {
    Finding { file: file.to_owned(), line, rule: rule.into() }
}

/// How a file of code is written.
fn code_rules(file: &str, text: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    if !text.starts_with("//!") {
        findings.push(found(file, 1, "a file opens with `//!` and what it is for"));
    }
    let lines = text.lines().count();
    if lines > FAIL {
        findings.push(found(file, lines, format!("{lines} lines; no file has more than {FAIL}")));
    }
    for (index, line) in text.lines().enumerate() {
        if let Some(word) = LEFTOVERS.iter().find(|word| line.contains(**word)) {
            findings.push(found(file, index + 1, format!("{word:?} is unfinished work")));
        }
    }
    let tokens = code::tokens(text);
    let word = |at: usize| tokens.get(at).map_or("", |token| token.text.as_str());
    for (at, token) in tokens.iter().enumerate() {
        let opens = word(at + 1) == "[" || word(at + 1) == "!" && word(at + 2) == "[";
        if token.text != "#" || !opens {
            continue;
        }
        let inside: Vec<&str> = (at + 2..tokens.len()).map(word).take_while(|text| *text != "]").collect();
        let silences = inside.windows(2).any(|pair| matches!(pair, ["allow" | "expect", "("]));
        if silences && !inside.contains(&"reason") {
            findings.push(found(file, token.line, "a silenced lint has no `reason`"));
        }
    }
    findings
}

/// Nothing names a path of one machine, or takes crates from elsewhere than crates.io.
fn place_rules(file: &str, text: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    let is_manifest = file.ends_with(".toml");
    for (index, line) in text.lines().enumerate() {
        for path in MACHINE_PATHS {
            // Within an address, something other than a quote or a space stands before the slash.
            let alone = |at: usize| {
                line[..at].chars().next_back().is_none_or(|c| c.is_whitespace() || "\"'`(=:<[,".contains(c))
            };
            if line.match_indices(path).any(|(at, _)| alone(at)) {
                findings.push(found(file, index + 1, format!("{path:?} begins a path of one machine")));
            }
        }
        let elsewhere = is_manifest && REGISTRIES.iter().any(|setting| line.trim_start().starts_with(setting));
        let locked = file.ends_with(".lock") && line.starts_with("source = ") && !line.ends_with(CRATES_IO);
        if elsewhere || locked {
            findings.push(found(file, index + 1, "crates come from crates.io and from nowhere else"));
        }
    }
    findings
}

/// A file of data with one record is named after it, or lies in a folder named after it.
fn name_rules(file: &str, text: &str) -> Vec<Finding> {
    let mut parts = file.trim_end_matches(".ron").split('/').skip(1);
    let Some((_, field)) = parts.next().and_then(|folder| NAMED.iter().find(|(name, _)| *name == folder)) else {
        return Vec::new();
    };
    let opening = format!("{field}: \"");
    let line = text.lines().position(|line| line.trim_start().starts_with(&opening));
    let value = line.and_then(|at| text.lines().nth(at)?.trim_start().strip_prefix(&opening)?.split('"').next());
    match value {
        Some(id) if parts.any(|part| part == id) => Vec::new(),
        Some(id) => vec![found(file, line.unwrap_or(0) + 1, format!("the file holds {id:?} and isn't named after it"))],
        None => vec![found(file, 1, format!("the file has no {field:?} on a line of its own"))],
    }
}

/// Data files keep an order in which a person finds the place to edit: relations by the other party, roll calls and
/// sources by id.
fn order_rules(file: &str, text: &str) -> Vec<Finding> {
    let folder = file.split('/').nth(1).unwrap_or_default();
    // A record of such a list opens with the field that orders it; a roll call is a list of ids on its own.
    let field = match folder {
        "relations" => "            with: \"",
        "sources" => "        id: \"",
        "resolutions" => return roll_calls(file, text),
        _ => return Vec::new(),
    };
    let ids = text.lines().enumerate().filter_map(|(index, line)| Some((index, line.strip_prefix(field)?)));
    out_of_order(file, ids.map(|(index, rest)| (index, rest.split('"').next().unwrap_or_default())))
}

/// The lists of voters, one after the other.
fn roll_calls(file: &str, text: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut list: Option<Vec<(usize, &str)>> = None;
    for (index, line) in text.lines().enumerate() {
        let mut rest = line;
        while !rest.is_empty() {
            match &mut list {
                None => {
                    let opens = ["favour: [", "against: [", "abstaining: [", "absent: ["];
                    let at = opens.iter().filter_map(|open| Some(rest.find(open)? + open.len())).min();
                    let Some(at) = at else { break };
                    (list, rest) = (Some(Vec::new()), &rest[at..]);
                }
                Some(voters) => {
                    let end = rest.find(']');
                    let ids = rest[..end.unwrap_or(rest.len())].split('"').skip(1).step_by(2);
                    voters.extend(ids.map(|id| (index, id)));
                    let Some(end) = end else { break };
                    rest = &rest[end..];
                    findings.extend(out_of_order(file, list.take().into_iter().flatten()));
                }
            }
        }
    }
    findings
}

fn out_of_order<'a>(file: &str, ids: impl Iterator<Item = (usize, &'a str)>) -> Vec<Finding> {
    let ids: Vec<(usize, &str)> = ids.collect();
    let pairs = ids.windows(2).filter(|pair| pair[1].1 < pair[0].1);
    pairs.map(|pair| found(file, pair[1].0 + 1, format!("{:?} comes after {:?}", pair[1].1, pair[0].1))).collect()
}

#[test]
fn code_is_written_as_the_rules_say() {
    let mut findings = Vec::new();
    for (file, text) in texts().iter().filter(|(file, _)| rust(file)) {
        let lines = text.lines().count();
        if (TALK..=FAIL).contains(&lines) {
            // Straight to stderr: a note that only a failing test shows is no note.
            let _ =
                writeln!(std::io::stderr(), "note: {file} has {lines} lines; a file to sit down with has 100 to 300");
        }
        findings.extend(code_rules(file, text));
    }
    demand_none(&findings);
}

#[test]
fn no_file_names_a_machine_or_a_registry() {
    let findings: Vec<Finding> = texts().iter().flat_map(|(file, text)| place_rules(file, text)).collect();
    demand_none(&findings);
}

#[test]
fn data_files_are_named_after_their_records() {
    let files = files_below("data");
    let data = files.iter().filter(|file| file.ends_with(".ron"));
    let findings: Vec<Finding> = data.flat_map(|file| name_rules(file, &text_of(file))).collect();
    demand_none(&findings);
}

#[test]
fn data_files_are_in_order() {
    let files = files_below("data");
    let data = files.iter().filter(|file| file.ends_with(".ron"));
    let findings: Vec<Finding> = data.flat_map(|file| order_rules(file, &text_of(file))).collect();
    demand_none(&findings);
}

/// What a rule says of a text; empty when all is well.
fn check(rule: fn(&str, &str) -> Vec<Finding>, file: &str, text: &str, expected: &str) {
    let said: Vec<String> = rule(file, text).iter().map(ToString::to_string).collect();
    assert_eq!(said.join("\n"), expected, "{text}");
}

#[test]
fn a_bad_file_is_caught() {
    let open = "//! A room.\n";
    check(code_rules, "a.rs", open, "");
    check(code_rules, "a.rs", "fn f() {}", "a.rs:1: a file opens with `//!` and what it is for");
    check(code_rules, "a.rs", &format!("{open}{}", "\n".repeat(600)), "a.rs:601: 601 lines; no file has more than 600");
    for word in LEFTOVERS {
        check(code_rules, "a.rs", &format!("{open}// {word}: later"), &format!("a.rs:2: {word:?} is unfinished work"));
    }
    check(code_rules, "a.rs", &format!("{open}#[allow(dead_code)]"), "a.rs:2: a silenced lint has no `reason`");
    check(code_rules, "a.rs", &format!("{open}#![allow(dead_code)]"), "a.rs:2: a silenced lint has no `reason`");
    check(code_rules, "a.rs", &format!("{open}#[allow(dead_code, reason = \"x\")]"), "");
    for path in MACHINE_PATHS {
        let rule = format!("a.md:1: {path:?} begins a path of one machine");
        check(place_rules, "a.md", &format!("see `{path}x`"), &rule);
        check(place_rules, "a.md", &format!("see https://example.org{path}x"), "");
    }
    let elsewhere = "crates come from crates.io and from nowhere else";
    check(place_rules, "a.toml", "[source.mirror]", &format!("a.toml:1: {elsewhere}"));
    check(place_rules, "Cargo.lock", "source = \"git+https://example.org\"", &format!("Cargo.lock:1: {elsewhere}"));
    check(place_rules, "Cargo.lock", &format!("source = {CRATES_IO}"), "");
    check(name_rules, "data/countries/a.ron", "Country(\n    id: \"a\",\n)", "");
    check(name_rules, "data/relations/a/b.ron", "Relations(\n    of: \"a\",\n)", "");
    let rule = "data/countries/a.ron:2: the file holds \"b\" and isn't named after it";
    check(name_rules, "data/countries/a.ron", "Country(\n    id: \"b\",\n)", rule);
    check(name_rules, "data/sources/a.ron", "Sources([])", "");
    let pairs = "        (\n            with: \"b\",\n        ),\n        (\n            with: \"a\",\n";
    check(order_rules, "data/relations/x.ron", pairs, "data/relations/x.ron:5: \"a\" comes after \"b\"");
    check(order_rules, "data/sources/x.ron", "        id: \"a\",\n        id: \"b\",\n", "");
    let roll = "roll_call: (favour: [\"a\", \"b\"], against: [\n\"d\",\n\"c\"\n])";
    check(order_rules, "data/resolutions/x.ron", roll, "data/resolutions/x.ron:3: \"c\" comes after \"d\"");
}
