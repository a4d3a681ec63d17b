//! Limits of what is shown stand in the `limits.rs` of their room, each with a name and with what happens beyond it.

use super::code::{self, Token};
use super::{Finding, demand_none, files_below, text_of};

/// Rooms that show something.
const SHOWING: &[&str] = &["ask", "chart", "cli", "report"];

/// Numbers that limit nothing that is shown: rounds and corners of an algorithm, and the lines of a published format.
const MEASURES: &[(&str, &str)] = &[
    ("src/chart/network/chords.rs", "CORNERS"),
    ("src/chart/network/order.rs", "ROUNDS"),
    ("src/chart/plan/cell.rs", "STEPS"),
    ("src/report/calendar.rs", "LINE"),
];

/// A list that is cut at a bare number, or a limit that stands by itself.
fn findings(file: &str, text: &str) -> Vec<Finding> {
    let tokens = code::tokens(text);
    let word = |at: usize| tokens.get(at).map_or("", |token| token.text.as_str());
    let rule = |at: usize| match word(at) {
        "const" if [word(at + 2), word(at + 3), word(at + 4)] == [":", "usize", "="] => {
            let name = word(at + 1);
            (!MEASURES.contains(&(file, name))).then(|| format!("the limit {name} stands in the limits.rs of its room"))
        }
        method @ ("take" | "truncate") if word(at + 1) == "(" && word(at + 3) == ")" => {
            let number: Option<usize> = word(at + 2).replace('_', "").parse().ok();
            let most = number.filter(|number| *number >= 2)?;
            Some(format!("{method}({most}) has a limit without a name; limits.rs has them"))
        }
        _ => None,
    };
    let is_code = |(_, token): &(usize, &Token)| !token.in_test;
    let found = tokens.iter().enumerate().filter(is_code);
    found.filter_map(|(at, token)| Some(Finding { file: file.into(), line: token.line, rule: rule(at)? })).collect()
}

/// The files of these rooms, each with its text.
fn shown() -> impl Iterator<Item = (String, String)> {
    let files = SHOWING.iter().flat_map(|room| files_below(&format!("src/{room}")));
    let code = files.filter(|file| file.ends_with(".rs") && !file.ends_with("/tests.rs"));
    code.map(|file| {
        let text = text_of(&file);
        (file, text)
    })
}

#[test]
fn limits_have_a_name_and_a_place() {
    let elsewhere = shown().filter(|(file, _)| !file.ends_with("/limits.rs"));
    demand_none(&elsewhere.flat_map(|(file, text)| findings(&file, &text)).collect::<Vec<_>>());
}

/// What happens beyond it is said at each.
#[test]
fn limits_are_explained() {
    for (file, text) in shown().filter(|(file, _)| file.ends_with("/limits.rs")) {
        let lines: Vec<&str> = text.lines().map(str::trim_start).collect();
        for (n, line) in lines.iter().enumerate().filter(|(_, line)| line.contains("const ")) {
            let above = lines[..n].iter().rfind(|line| !line.starts_with("#["));
            assert!(above.is_some_and(|above| above.starts_with("/// ")), "{file}: {line} says nothing");
        }
    }
}

#[test]
fn measures_are_there() {
    for (file, name) in MEASURES {
        assert!(text_of(file).contains(&format!("const {name}: usize")), "{file} has no {name}");
    }
}

#[test]
fn a_limit_in_the_wrong_place_is_caught() {
    let check = |text: &str, expected: &str| {
        let rules: Vec<String> = findings("src/chart/ticks.rs", text).iter().map(ToString::to_string).collect();
        assert_eq!(rules.first().map_or("", String::as_str), expected, "{text}");
    };
    check("\nconst MOST: usize = 21;", "src/chart/ticks.rs:2: the limit MOST stands in the limits.rs of its room");
    check(
        "fn f() { const MOST: usize = 8; }",
        "src/chart/ticks.rs:1: the limit MOST stands in the limits.rs of its room",
    );
    check("a.take(2)", "src/chart/ticks.rs:1: take(2) has a limit without a name; limits.rs has them");
    check("a.truncate(1_000)", "src/chart/ticks.rs:1: truncate(1000) has a limit without a name; limits.rs has them");
    check("a.take(1).take(MOST).take(n + 2)", "");
    check("const GAP: f64 = 8.0; const NAMES: [&str; 3] = []; fn f<const N: usize>() {}", "");
    check("// a.take(2)\nmod tests { const MOST: usize = 2; fn f() { a.take(2); } }", "");
    check("const ROUNDS: usize = 12;", "src/chart/ticks.rs:1: the limit ROUNDS stands in the limits.rs of its room");
}
