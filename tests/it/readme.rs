//! The README and the pages of the verbs tell the truth: what they show is what the program answers.

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

use super::differs;

/// How many lines of an answer a page of `docs/` shows.
const SHOWN: usize = 24;

/// The lines of a text's `console` blocks: commands, and what they are said to print.
fn sessions(text: &str) -> Vec<(String, Vec<String>)> {
    let mut sessions: Vec<(String, Vec<String>)> = Vec::new();
    let mut inside = false;
    for line in text.lines() {
        match line {
            "```console" => inside = true,
            "```" => inside = false,
            _ if !inside => {}
            _ => match (line.strip_prefix("$ chancery "), sessions.last_mut()) {
                (Some(command), _) => sessions.push((command.to_owned(), Vec::new())),
                (None, Some((_, shown))) => shown.push(line.to_owned()),
                (None, None) => panic!("{line:?} stands before a command"),
            },
        }
    }
    sessions
}

/// What the program prints, with the data beside it and a day that doesn't change.
fn printed(command: &str) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_chancery"))
        .args(crate::program::words(&command.replace('"', "'")))
        .args(["--today", "2026-11-23", "--data", concat!(env!("CARGO_MANIFEST_DIR"), "/data")])
        .output()
        .expect("the program runs");
    let text = if output.stdout.is_empty() { output.stderr } else { output.stdout };
    String::from_utf8(text).expect("answers are UTF-8")
}

/// The first shown line that isn't printed where it should be; `…` stands for any lines.
fn missing<'a>(shown: &'a [String], printed: &str) -> Option<&'a str> {
    let mut rest = printed.lines();
    let mut skips = false;
    for line in shown {
        if line == "…" {
            skips = true;
            continue;
        }
        let found = if skips { rest.any(|other| other == line) } else { rest.next() == Some(line) };
        if !found {
            return Some(line);
        }
        skips = false;
    }
    // Blank lines at the end don't matter.
    (!skips && rest.any(|line| !line.is_empty())).then_some("the end of the answer")
}

#[test]
fn the_readme_shows_what_the_program_answers() {
    let sessions = sessions(include_str!("../../README.md"));
    assert!(sessions.len() >= 4, "the README shows answers");
    for (command, shown) in sessions {
        let printed = printed(&command);
        let missing = missing(&shown, &printed);
        assert_eq!(missing, None, "README.md: `chancery {command}` prints\n{printed}");
    }
}

#[test]
fn a_wrong_answer_is_caught() {
    let shown = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(missing(&shown("a\n…\nc"), "a\nb\nc\n"), None);
    assert_eq!(missing(&shown("a\n…"), "a\nb\nc\n"), None);
    assert_eq!(missing(&shown("a\nc"), "a\nb\nc\n"), Some("c"));
    assert_eq!(missing(&shown("…\nd\n…"), "a\nb\nc\n"), Some("d"));
    assert_eq!(missing(&shown("a"), "a\nb\n"), Some("the end of the answer"));
}

/// A page with its answers written anew; long ones are cut.
fn rewritten(page: &str) -> String {
    let mut text = String::new();
    let mut inside = false;
    for line in page.lines() {
        match line {
            "```console" => inside = true,
            "```" => inside = false,
            _ => {}
        }
        let command = line.strip_prefix("$ chancery ").filter(|_| inside);
        if let Some(command) = command {
            let printed = printed(command);
            let lines: Vec<&str> = printed.trim_end().lines().collect();
            let _ = writeln!(text, "{line}");
            // One line more isn't worth a cut.
            let shown = if lines.len() > SHOWN + 1 { SHOWN } else { lines.len() };
            lines[..shown].iter().for_each(|line| {
                let _ = writeln!(text, "{line}");
            });
            if shown < lines.len() {
                text += "…\n";
            }
        } else if !inside || line == "```console" {
            let _ = writeln!(text, "{line}");
        }
    }
    text
}

#[test]
fn every_verb_has_a_page_that_shows_what_it_answers() {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    let help = String::from_utf8(
        Command::new(env!("CARGO_BIN_EXE_chancery")).arg("--help").output().expect("the program runs").stdout,
    )
    .expect("help is UTF-8");
    let verbs: Vec<&str> = help
        .lines()
        .skip_while(|line| *line != "Commands:")
        .skip(1)
        .take_while(|line| line.starts_with("  "))
        .filter_map(|line| line.strip_prefix("  ").filter(|line| !line.starts_with(' '))?.split_whitespace().next())
        .filter(|verb| *verb != "help")
        .collect();
    assert!(verbs.len() > 15, "{verbs:?}");
    let index = std::fs::read_to_string(docs.join("README.md")).expect("docs/README.md can be read");
    let mut wrong = Vec::new();
    for verb in verbs {
        assert!(index.contains(&format!("[`{verb}`]({verb}.md)")), "docs/README.md lists {verb}");
        let file = docs.join(format!("{verb}.md"));
        let page = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("docs/{verb}.md: {error}"));
        wrong.extend(differs(&file, &rewritten(&page)));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
