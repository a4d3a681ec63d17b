//! Writes everything anew that is made from the data: the answers that the README and `docs/` show, the catalogue of findings, and
//! the pictures and briefs in `output/`.
//!
//! ```sh
//! cargo run --release --example pages              # writes what is out of date
//! cargo run --release --example pages -- --check   # writes nothing, says what is out of date
//! ```
//!
//! It ends with 0 if all was as it should be, or is now; 1 if `--check` finds something, or a page can only be mended by hand.

mod program;
mod sessions;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use similar::TextDiff;

use program::Program;

/// The day for which everything is made, so that it doesn't change with the calendar.
const TODAY: &str = "2026-11-23";

/// How many lines of what differs are shown.
const SHOWN: usize = 12;

/// The documents beside the pictures: the file, and the command that makes it.
const DOCUMENTS: [(&str, &str); 3] = [
    ("data/FINDINGS.md", "check --explain all"),
    ("output/azerbaijan-pakistan.md", "brief azerbaijan pakistan --on 2022-05-31 --format md"),
    ("output/azerbaijan-pakistan.html", "brief azerbaijan pakistan --on 2022-05-31 --format html"),
];

fn main() -> ExitCode {
    let checks = match std::env::args().skip(1).collect::<Vec<_>>().as_slice() {
        [] => false,
        [option] if option == "--check" => true,
        other => {
            say(&format!("pages: there is only the option --check, not {}", other.join(" ")));
            return ExitCode::from(2);
        }
    };
    match pages(checks) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(error) => {
            say(&format!("pages: {error}"));
            ExitCode::from(2)
        }
    }
}

/// Whether everything is as it should be.
fn pages(checks: bool) -> Result<bool, String> {
    let program = Program::new(&root().join("data"))?;
    let mut made: Vec<(String, String)> = Vec::new();
    let mut is_well = true;
    let mut pages = vec![("README.md".to_owned(), sessions::updated as sessions::Writer)];
    for entry in fs::read_dir(root().join("docs")).map_err(|error| format!("docs: {error}"))? {
        let name = entry.map_err(|error| format!("docs: {error}"))?.file_name().to_string_lossy().into_owned();
        pages.push((format!("docs/{name}"), sessions::rewritten));
    }
    for (file, writer) in pages {
        match writer(&text(&root().join(&file))?, &|command| program.printed(command)) {
            Ok(page) => made.push((file, page)),
            Err(error) => {
                say(&format!("{file} has to be mended by hand: {error}"));
                is_well = false;
            }
        }
    }
    for (file, command) in DOCUMENTS {
        made.push((file.to_owned(), program.answer(command)?));
    }
    made.extend(program.gallery()?.into_iter().map(|(name, text)| (format!("output/{name}"), text)));
    made.sort();
    let stray = strays(&made)?;
    for file in &stray {
        say(&format!("output/{file} is made by nothing; delete it, or name its command"));
    }
    let mut stale = 0;
    for (file, text) in &made {
        let path = root().join(file);
        let before = fs::read_to_string(&path).unwrap_or_default();
        if unhashed(&before) == unhashed(text) {
            continue;
        }
        stale += 1;
        say(&format!(
            "{file} {}\n{}",
            if checks { "is out of date" } else { "is written anew" },
            difference(&before, text)
        ));
        if !checks {
            fs::write(&path, text).map_err(|error| format!("can't write {file}: {error}"))?;
        }
    }
    say(&format!(
        "{} files are made from the data, {stale} of them {}",
        made.len(),
        if checks { "out of date" } else { "anew" }
    ));
    if checks && stale > 0 {
        say("cargo run --release --example pages writes them anew");
    }
    Ok(is_well && stray.is_empty() && (stale == 0 || !checks))
}

/// A text without the hashes of the data set it was made from. What is as it was stays as it is: it names the data set from which
/// it was first made so.
fn unhashed(text: &str) -> String {
    const HASH: &str = ", hash ";
    const DIGITS: usize = 12;
    let mut parts = text.split(HASH);
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let hashed = part.len() >= DIGITS && part.bytes().take(DIGITS).all(|byte| byte.is_ascii_hexdigit());
        plain += HASH;
        plain += if hashed { &part[DIGITS..] } else { part };
    }
    plain
}

/// Files of `output/` that nothing makes.
fn strays(made: &[(String, String)]) -> Result<Vec<String>, String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(root().join("output")).map_err(|error| format!("output: {error}"))? {
        let name = entry.map_err(|error| format!("output: {error}"))?.file_name().to_string_lossy().into_owned();
        if !made.iter().any(|(file, _)| *file == format!("output/{name}")) {
            found.push(name);
        }
    }
    Ok(found)
}

fn difference(before: &str, now: &str) -> String {
    let diff = TextDiff::from_lines(before, now);
    let text = diff.unified_diff().context_radius(0).to_string();
    let lines: Vec<&str> = text.lines().collect();
    let more = lines.len().saturating_sub(SHOWN);
    let note = if more > 0 { format!("\n  … and {more} lines more") } else { String::new() };
    let cut = |line: &&str| line.chars().take(160).collect::<String>();
    lines.iter().take(SHOWN).map(cut).collect::<Vec<_>>().join("\n") + &note
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn text(file: &Path) -> Result<String, String> {
    fs::read_to_string(file).map_err(|error| format!("can't read {}: {error}", file.display()))
}

#[allow(clippy::print_stdout, reason = "it is a program that reports")]
fn say(text: &str) {
    println!("{text}");
}
