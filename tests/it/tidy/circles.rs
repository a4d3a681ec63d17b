//! Files of a room import each other in one direction: no file needs itself by way of others.
//!
//! A file may use what the modules around it hold, as a child its parent; what the parent only passes on is looked for
//! where it stands.

use std::collections::{BTreeMap, BTreeSet};

use super::code::{self, Path};
use super::{Finding, demand_none, files_below, text_of};

/// Rooms in which files may need each other: a base holds statements, and a statement is asked of a base.
const KNOTTED: &[&str] = &["model"];

/// The files of a tree by their modules, each with the paths that it names.
struct Tree {
    modules: BTreeMap<Vec<String>, Vec<Path>>,
    files: BTreeMap<Vec<String>, String>,
}

impl Tree {
    fn of(texts: &[(String, String)]) -> Self {
        let mut tree = Self { modules: BTreeMap::new(), files: BTreeMap::new() };
        for (file, text) in texts {
            let below = file.trim_start_matches("src/").trim_end_matches(".rs");
            let module: Vec<String> =
                below.split('/').filter(|part| !matches!(*part, "mod" | "lib")).map(str::to_owned).collect();
            let mut paths = code::paths(&code::tokens(text));
            paths.retain(|path| !path.in_test && path.segments.len() > 1);
            tree.modules.insert(module.clone(), paths);
            tree.files.insert(module, file.clone());
        }
        tree
    }

    /// A path from the root on, as it is written in a module; `None`: it leads out of the crate, or stands in scope.
    fn absolute(&self, module: &[String], path: &Path) -> Option<Vec<String>> {
        let mut whole = match path.segment(0) {
            "crate" => Vec::new(),
            "super" | "self" => module.to_vec(),
            child => {
                let child = [module, &[child.to_owned()]].concat();
                self.modules.contains_key(&child).then(|| module.to_vec())?
            }
        };
        let mut inner = path.nested;
        for segment in &path.segments {
            match segment.as_str() {
                "crate" | "self" => {}
                "super" if inner > 0 => inner -= 1,
                "super" => {
                    whole.pop();
                }
                name => whole.push(name.to_owned()),
            }
        }
        Some(whole)
    }

    /// The module in which what a path names stands, wherever it was passed on.
    fn home(&self, module: &[String], path: &Path, passed: &mut BTreeSet<Vec<String>>) -> Option<Vec<String>> {
        let whole = self.absolute(module, path)?;
        let depth = (0..=whole.len()).rev().find(|&depth| self.modules.contains_key(&whole[..depth]))?;
        let home = &whole[..depth];
        if let Some(name) = whole.get(depth).filter(|_| passed.insert(whole[..=depth].to_vec())) {
            let named = self.modules[home].iter().filter(|path| path.segments.last() == Some(name));
            let mut further = named.filter_map(|path| self.home(home, path, passed)).filter(|other| *other != home);
            if let Some(other) = further.next() {
                return Some(other);
            }
        }
        Some(home.to_vec())
    }

    /// The modules of its room that each needs, but for those around it.
    fn needs(&self) -> BTreeMap<&Vec<String>, BTreeSet<Vec<String>>> {
        let needs_of = |module: &Vec<String>, paths: &[Path]| {
            let homes = paths.iter().filter_map(|path| self.home(module, path, &mut BTreeSet::new()));
            homes.filter(|home| home.first() == module.first() && !module.starts_with(home)).collect()
        };
        let rooms = self.modules.iter().filter(|(module, _)| !module.is_empty());
        rooms.map(|(module, paths)| (module, needs_of(module, paths))).collect()
    }

    /// For each file that needs itself, unless a circle before goes through it: a shortest circle.
    fn circles(&self) -> Vec<Vec<&str>> {
        let needs = self.needs();
        let mut found: Vec<Vec<&Vec<String>>> = Vec::new();
        for module in needs.keys() {
            if found.iter().flatten().any(|known| known == module) {
                continue;
            }
            let mut before: BTreeMap<&Vec<String>, &Vec<String>> = BTreeMap::new();
            let mut reached = vec![*module];
            while !reached.is_empty() && !before.contains_key(*module) {
                let mut next = Vec::new();
                for from in reached {
                    for to in needs.get(from).into_iter().flatten().filter(|to| needs.contains_key(*to)) {
                        if !before.contains_key(to) {
                            before.insert(to, from);
                            next.push(to);
                        }
                    }
                }
                reached = next;
            }
            if let Some(&last) = before.get(*module) {
                let mut circle = vec![last];
                while circle[circle.len() - 1] != *module {
                    circle.push(before[circle[circle.len() - 1]]);
                }
                circle.reverse();
                found.push(circle);
            }
        }
        found.iter().map(|circle| circle.iter().map(|module| &*self.files[*module]).collect()).collect()
    }
}

fn texts() -> Vec<(String, String)> {
    let files = files_below("src").into_iter();
    let code = files.filter(|file| file.ends_with(".rs") && !file.ends_with("/tests.rs") && file != "src/main.rs");
    code.map(|file| (file.clone(), text_of(&file))).collect()
}

#[test]
fn files_of_a_room_import_each_other_in_one_direction() {
    let texts = texts();
    let tree = Tree::of(&texts);
    let circles = tree.circles();
    let is_in = |circle: &[&str], room: &str| circle[0].split('/').nth(1) == Some(room);
    for room in KNOTTED {
        assert!(circles.iter().any(|circle| is_in(circle, room)), "{room} has no circle any more: take it off KNOTTED");
    }
    let findings: Vec<Finding> = circles
        .iter()
        .filter(|circle| !KNOTTED.iter().any(|room| is_in(circle, room)))
        .map(|circle| {
            let rule = format!("a circle of imports: {} → {}", circle.join(" → "), circle[0]);
            Finding { file: circle[0].to_owned(), line: 1, rule }
        })
        .collect();
    demand_none(&findings);
}

/// The circles among some files, one a line.
fn check(files: &[(&str, &str)], expected: &str) {
    let texts: Vec<(String, String)> =
        files.iter().map(|(file, text)| (format!("src/{file}"), text.to_string())).collect();
    let tree = Tree::of(&texts);
    let circles: Vec<String> = tree.circles().iter().map(|circle| circle.join(" ")).collect();
    assert_eq!(circles.join("\n").replace("src/", ""), expected);
}

#[test]
fn a_circle_is_caught() {
    check(&[("ask/a.rs", "use super::b::B;"), ("ask/b.rs", "fn f() { crate::ask::a::A }")], "ask/a.rs ask/b.rs");
    check(&[("ask/a.rs", "use super::b::B;"), ("ask/b.rs", "mod tests { use super::super::a::A; }")], "");
    // A parent knows its children, and they use what stands in it.
    check(&[("ask/mod.rs", "use a::A;"), ("ask/a.rs", "use super::X;")], "");
    // What it only passes on is not its own.
    let passing = ("ask/mod.rs", "pub use self::{a::A, b::B};");
    check(&[passing, ("ask/a.rs", "use super::B;"), ("ask/b.rs", "use crate::ask::A;")], "ask/a.rs ask/b.rs");
    let file = ("ask.rs", "mod a;");
    check(
        &[file, ("ask/a/mod.rs", "use c::C;"), ("ask/a/c.rs", "use crate::ask::b;"), ("ask/b.rs", "use super::a::f;")],
        "ask/a/mod.rs ask/a/c.rs ask/b.rs",
    );
    check(
        &[("ask/a.rs", "use crate::{chart::c::C, ask::b};"), ("ask/b.rs", ""), ("chart/c.rs", "use crate::ask::a;")],
        "",
    );
}
