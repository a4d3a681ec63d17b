//! The README tells the truth: what it shows is what the program answers.

use std::process::Command;

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
        .args(command.split(' '))
        .args(["--today", "2026-11-23", "--data", concat!(env!("CARGO_MANIFEST_DIR"), "/data")])
        .output()
        .expect("the program runs");
    String::from_utf8(output.stdout).expect("answers are UTF-8")
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
