//! The rules of the house, held by reading its files: who may import whom, who may touch the world outside.
//!
//! The table below is the house plan. Where a room needs something new, its row is changed in the same commit, with
//! the reason; ARCHITECTURE.md tells the plan in words.

mod circles;
mod code;
mod files;
mod limits;

use std::collections::BTreeSet;
use std::fmt;
use std::fs;
use std::path::{Path as FilePath, PathBuf};

use code::{Path, Token};

/// A room of the house: a folder below `src/`.
struct Room {
    name: &'static str,
    /// The rooms that it may import.
    rooms: &'static [&'static str],
    /// The outside crates that it may name, with the file, or the folder with its
    /// slash, that alone may (`""`: all its files).
    crates: &'static [(&'static str, &'static str)],
    /// The parts of the world outside that it may touch, likewise.
    system: &'static [(&'static str, &'static str)],
}

const HOUSE: &[Room] = &[
    Room {
        name: "model",
        rooms: &[],
        crates: &[("chrono", "day.rs"), ("edtf_core", ""), ("serde", ""), ("thiserror", "")],
        system: &[],
    },
    Room {
        name: "diag",
        rooms: &["model"],
        crates: &[("annotate_snippets", "render.rs"), ("strsim", "nearest.rs")],
        system: &[],
    },
    Room {
        name: "load",
        rooms: &["model", "diag"],
        crates: &[("rayon", ""), ("ron", ""), ("serde", "raw/"), ("siphasher", ""), ("thiserror", "disk.rs")],
        system: &[("fs", "disk.rs")],
    },
    Room { name: "graph", rooms: &["model"], crates: &[("petgraph", "")], system: &[] },
    Room { name: "form", rooms: &["model"], crates: &[], system: &[] },
    Room {
        name: "query",
        rooms: &["model", "form", "graph"],
        crates: &[("any_ascii", "names.rs"), ("strsim", "names.rs")],
        system: &[],
    },
    Room { name: "check", rooms: &["model", "diag", "graph", "query"], crates: &[], system: &[] },
    Room {
        name: "chart",
        rooms: &["model", "form", "query"],
        crates: &[
            ("plotters", "canvas/"),
            ("plotters_backend", "canvas/"),
            ("ab_glyph", "font.rs"),
            ("notosans", "font.rs"),
            ("any_ascii", "font.rs"),
            // Behind the feature `image`.
            ("notosans", "raster.rs"),
            ("resvg", "raster.rs"),
            ("svg2pdf", "raster.rs"),
        ],
        system: &[],
    },
    Room {
        name: "report",
        rooms: &["model", "form", "query", "chart"],
        crates: &[
            ("ics", "calendar.rs"),
            ("serde_json", "cite.rs"),
            // The processor of citation styles and the typesetter, behind features of their own.
            ("hayagriva", "styles.rs"),
            ("any_ascii", "render/pdf.rs"),
            ("notosans", "render/pdf.rs"),
            ("serde_json", "render/pdf.rs"),
            ("typst", "render/pdf.rs"),
            ("typst_assets", "render/pdf.rs"),
            ("typst_pdf", "render/pdf.rs"),
        ],
        system: &[],
    },
    Room { name: "ask", rooms: &["model", "form", "query"], crates: &[], system: &[] },
    Room {
        name: "export",
        // `diag`, because what `check` finds has a published shape too, and `ask`, because answers in words have one.
        rooms: &["model", "form", "query", "diag", "ask"],
        crates: &[("serde", ""), ("serde_json", "")],
        system: &[],
    },
    Room {
        name: "cli",
        rooms: &["model", "diag", "load", "form", "graph", "query", "check", "chart", "report", "ask", "export"],
        crates: &[
            ("clap", ""),
            ("comfy_table", "words.rs"),
            ("serde_json", ""),
            ("shlex", "gallery.rs"),
            ("tempfile", "output.rs"),
            ("thiserror", "error.rs"),
        ],
        system: &[
            ("env", ""),
            ("fs", "output.rs"),
            ("os", "output.rs"),
            ("process", "mod.rs"),
            ("stdio", "outside.rs"),
            // A text may be read from stdin.
            ("stdio", "output.rs"),
            ("time", "mod.rs"),
        ],
    },
];

/// What the program names: the library, the data that it carries, and an allocator.
const PROGRAM: &[&str] = &["chancery", "chancery_data", "mimalloc"];

/// What the tests within any room may name besides: a world is written most clearly as the RON that it is loaded from.
const IN_TESTS: &[&str] = &["load", "proptest"];

/// Crates whose types stay within the room that names them.
const HIDDEN: &[&str] = &["petgraph", "plotters", "plotters_backend", "ron", "clap", "typst"];

/// Files that may keep things by hash. Such a table is looked up, never walked, so that no order depends on it.
const HASHED: &[&str] = &["src/load/resolve/ids.rs", "src/load/resolve/mod.rs", "src/model/base.rs"];

/// What is against a rule.
#[derive(Debug, PartialEq, Eq)]
struct Finding {
    file: String,
    line: usize,
    rule: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.rule)
    }
}

/// A file of `src/` with what its room may do, and what of that it did.
struct Reader<'a> {
    file: &'a str,
    room: Option<&'static Room>,
    /// The file within its room.
    within: &'a str,
    dependencies: &'a BTreeSet<String>,
    findings: Vec<Finding>,
    used: BTreeSet<(&'static str, &'static str, &'static str)>,
}

impl<'a> Reader<'a> {
    fn new(file: &'a str, dependencies: &'a BTreeSet<String>) -> Self {
        let below = file.strip_prefix("src/").unwrap_or(file);
        let (room, within) = below.split_once('/').unwrap_or((below.strip_suffix(".rs").unwrap_or(below), below));
        let room = HOUSE.iter().find(|known| known.name == room);
        Self { file, room, within, dependencies, findings: Vec::new(), used: BTreeSet::new() }
    }

    fn read(&mut self, text: &str) {
        let tokens = code::tokens(text);
        let paths = code::paths(&tokens);
        let is_root = matches!(self.file, "src/lib.rs" | "src/main.rs");
        if self.room.is_none() && !is_root {
            self.report(1, "the folder is no room of the house; give it a row in tests/it/tidy.rs".into());
        }
        for path in &paths {
            self.import(path);
            self.outside_crate(path);
            self.system(path);
        }
        self.words(&tokens);
        self.signatures(&tokens, &paths);
    }

    fn report(&mut self, line: usize, rule: String) {
        self.findings.push(Finding { file: self.file.to_owned(), line, rule });
    }

    fn room_name(&self) -> &'static str {
        self.room.map_or("the crate's root", |room| room.name)
    }

    /// Rooms import only those that their row names, and name them from the root.
    fn import(&mut self, path: &Path) {
        let other = match path.segment(0) {
            "crate" | "chancery" => path.segment(1),
            "super" => {
                let climbed = path.segments.iter().take_while(|segment| *segment == "super").count();
                if climbed >= self.depth() + path.nested {
                    self.report(path.line, "`super` leaves the room; write `crate::…`".into());
                }
                return;
            }
            _ => return,
        };
        let is_room = HOUSE.iter().any(|room| room.name == other);
        let allowed = self.room.is_none_or(|room| room.name == other || room.rooms.contains(&other));
        if is_room && !allowed && !self.is_for_tests(path, other) {
            self.report(path.line, format!("{} may not import {other}", self.room_name()));
        }
    }

    fn is_for_tests(&self, path: &Path, name: &str) -> bool {
        (path.in_test || self.within.ends_with("tests.rs")) && IN_TESTS.contains(&name)
    }

    /// How many modules deep the file is: 1 for the door of a room.
    fn depth(&self) -> usize {
        let parts = self.file.trim_start_matches("src/").trim_end_matches(".rs").split('/');
        parts.filter(|part| !matches!(*part, "mod" | "lib" | "main")).count()
    }

    /// Outside crates are named only where the row says so.
    fn outside_crate(&mut self, path: &Path) {
        let name = path.segment(0);
        let is_path = path.segments.len() > 1;
        if self.file == "src/main.rs" && PROGRAM.contains(&name) {
            return;
        }
        if !is_path || !self.dependencies.contains(name) || self.is_for_tests(path, name) {
            return;
        }
        if !self.may("crate", name, self.room.map_or(&[], |room| room.crates)) {
            self.report(path.line, format!("{} may not name the crate {name} in this file", self.room_name()));
        }
    }

    /// The world outside is touched only where the row says so.
    fn system(&mut self, path: &Path) {
        let parts: Vec<&str> = path.segments.iter().map(String::as_str).collect();
        let area = match parts[..] {
            ["std", area @ ("fs" | "env" | "process" | "net" | "thread" | "os"), ..] => area,
            ["std", "time", "SystemTime" | "Instant" | "self", ..] => "time",
            ["std", "io", "stdout" | "stderr" | "stdin", ..] | ["io", "stdout" | "stderr" | "stdin", ..] => "stdio",
            _ => return,
        };
        // The program's first function hands its exit code to the system.
        let is_main = self.file == "src/main.rs" && area == "process";
        if !is_main && !self.may("system", area, self.room.map_or(&[], |room| room.system)) {
            self.report(path.line, format!("{} may not touch {area} in this file", self.room_name()));
        }
    }

    fn may(&mut self, sort: &'static str, name: &str, list: &'static [(&'static str, &'static str)]) -> bool {
        let within = self.within;
        let here = |file: &str| file.is_empty() || file == within || file.ends_with('/') && within.starts_with(file);
        let found = list.iter().find(|(known, file)| *known == name && here(file));
        self.used.extend(found.map(|(known, _)| (self.room_name(), sort, *known)));
        found.is_some()
    }

    /// Words that are no path: macros that print, tables by hash, lints that are silenced.
    fn words(&mut self, tokens: &[Token]) {
        let text = |at: usize| tokens.get(at).map_or("", |token| token.text.as_str());
        for (at, token) in tokens.iter().enumerate() {
            match token.text.as_str() {
                "print" | "println" | "eprint" | "eprintln" | "dbg" if text(at + 1) == "!" => {
                    self.report(token.line, format!("nothing prints with {}!; cli/output.rs writes", token.text));
                }
                "HashMap" | "HashSet" if !token.in_test && !HASHED.contains(&self.file) => {
                    self.report(token.line, format!("{} has no order; use BTree, or say why in HASHED", token.text));
                }
                _ => {}
            }
        }
    }

    /// What is public doesn't show the crates that a room keeps to itself.
    fn signatures(&mut self, tokens: &[Token], paths: &[Path]) {
        if self.room.is_none_or(|room| room.name == "cli") {
            return;
        }
        let hidden = paths.iter().filter(|path| path.segments.len() > 1 && HIDDEN.contains(&path.segment(0)));
        let names: BTreeSet<&str> = hidden
            .flat_map(|path| path.segments.first().into_iter().chain(path.segments.last()))
            .map(String::as_str)
            .collect();
        for (line, words) in code::signatures(tokens) {
            if let Some(word) = words.iter().find(|word| names.contains(**word)) {
                self.report(line, format!("a public signature shows {word:?}, which belongs to a hidden crate"));
            }
        }
    }
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The manifests of the program, the library and the data.
const MANIFESTS: [&str; 3] = ["Cargo.toml", "src/Cargo.toml", "data/Cargo.toml"];

/// The crates that the manifests list, as code names them, and the library itself.
fn dependencies() -> BTreeSet<String> {
    let manifests = MANIFESTS.map(text_of);
    let mut names = BTreeSet::from(["chancery".to_owned()]);
    let mut listed = false;
    for line in manifests.iter().flat_map(|text| text.lines()) {
        if line.starts_with('[') {
            listed = line.ends_with("dependencies]");
        } else if let Some((name, _)) = line.split_once([' ', '=', '.']).filter(|_| listed) {
            names.insert(name.replace('-', "_"));
        }
    }
    names
}

/// Every file below a folder, with slashes, in order.
fn files_below(folder: &str) -> Vec<String> {
    fn collect(root: &FilePath, below: &FilePath, found: &mut Vec<String>) {
        let Ok(entries) = fs::read_dir(root.join(below)) else { return };
        for entry in entries.map(|entry| entry.expect("the folder can be listed")) {
            let path = below.join(entry.file_name());
            if root.join(&path).is_dir() {
                collect(root, &path, found);
            } else {
                found.push(path.to_string_lossy().replace('\\', "/"));
            }
        }
    }
    let mut found = Vec::new();
    collect(&root(), FilePath::new(folder), &mut found);
    found.sort();
    found
}

fn text_of(file: &str) -> String {
    fs::read_to_string(root().join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// Fails with every finding, one a line.
fn demand_none(findings: &[Finding]) {
    let lines: Vec<String> = findings.iter().map(ToString::to_string).collect();
    assert!(findings.is_empty(), "{} against the rules of the house:\n{}", lines.len(), lines.join("\n"));
}

#[test]
fn rooms_keep_to_the_house_plan() {
    let dependencies = dependencies();
    let mut findings = Vec::new();
    let mut used = BTreeSet::new();
    for file in files_below("src").iter().filter(|file| file.ends_with(".rs")) {
        let mut reader = Reader::new(file, &dependencies);
        reader.read(&text_of(file));
        findings.append(&mut reader.findings);
        used.append(&mut reader.used);
    }
    for room in HOUSE.iter().filter(|room| root().join("src").join(room.name).is_dir()) {
        let rows = [("crate", room.crates), ("system", room.system)];
        for (sort, (name, _)) in rows.into_iter().flat_map(|(sort, list)| list.iter().map(move |item| (sort, item))) {
            if !used.contains(&(room.name, sort, *name)) {
                let rule = format!("the row of {} allows {name}, which it doesn't use", room.name);
                findings.push(Finding { file: "tests/it/tidy.rs".into(), line: 1, rule });
            }
        }
    }
    demand_none(&findings);
}

/// `text` as the file, against the rule whose message contains `expected`; empty when all is well.
fn check(file: &str, text: &str, expected: &str) {
    let dependencies = ["petgraph", "ron", "clap", "serde", "proptest"].map(str::to_owned).into();
    let mut reader = Reader::new(file, &dependencies);
    reader.read(text);
    let rules: Vec<String> = reader.findings.iter().map(ToString::to_string).collect();
    if expected.is_empty() {
        assert!(rules.is_empty(), "{text}: {rules:?}");
    } else {
        assert!(rules.iter().any(|rule| rule.contains(expected)), "{text}: {expected:?} isn't in {rules:?}");
    }
}

#[test]
fn a_bad_line_is_caught() {
    check("src/model/day.rs", "\n\nuse crate::load::Loaded;", "src/model/day.rs:3: model may not import load");
    check("src/graph/mod.rs", "use crate::{model::Day, query::list};", "graph may not import query");
    check("src/query/list.rs", "fn f() -> crate::chart::Plan { todo() }", "query may not import chart");
    check("src/load/resolve/ids.rs", "use super::super::super::check;", "`super` leaves the room");
    check("src/load/disk.rs", "use super::check;", "");
    check("src/load/mod.rs", "mod tests { use super::*; }", "");
    check("src/query/list.rs", "use petgraph::Graph;", "query may not name the crate petgraph");
    check("src/graph/mod.rs", "fn f() { let graph = petgraph::Graph::new(); }", "");
    check("src/model/day.rs", "mod tests { use proptest::prelude::*; }", "");
    check("src/graph/tests.rs", "use crate::load::SourceFile;", "");
    check("src/graph/mod.rs", "mod tests { use crate::check; }", "graph may not import check");
    check("src/model/day.rs", "use proptest::prelude::*;", "may not name the crate proptest");
    check("src/load/parse.rs", "use std::{fmt, fs};", "load may not touch fs");
    check("src/load/disk.rs", "use std::fs;", "");
    check("src/query/list.rs", "use std::time::SystemTime;", "query may not touch time");
    check("src/export/table.rs", "use std::io; fn f() { io::stdout(); }", "export may not touch stdio");
    check("src/check/mod.rs", "fn f() { println!(\"x\") }", "nothing prints");
    check("src/query/list.rs", "use std::collections::HashMap;", "HashMap has no order");
    check("src/graph/mod.rs", "use petgraph::Graph; pub fn f() -> Graph<u8, u8> {}", "shows \"Graph\"");
    check("src/load/parse.rs", "pub struct A { pub b: ron::Value }", "shows \"ron\"");
    check("src/graph/mod.rs", "use petgraph::Graph; pub(crate) fn f() -> Graph<u8, u8> {}", "");
    check("src/utils/mod.rs", "//! Misc.", "no room of the house");
    check("src/model/day.rs", "// use crate::load;\nconst A: &str = \"crate::load::x\";", "");
}
