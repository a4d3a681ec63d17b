//! The last closed state: its program and its data, from git, and what it answered.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::ask::{self, Answer, Question};
use crate::{TODAY, say};

/// What answers are compared with.
pub(crate) struct Pin {
    /// The commit of the last closed state: its program is asked over its data.
    pub(crate) state: String,
    /// A commit with the same data in the present format; it is the same one until a change of format moves it along.
    pub(crate) data: String,
}

/// Reads `state COMMIT`, and `data COMMIT` where the format has changed since.
pub(crate) fn pin(text: &str) -> Result<Pin, String> {
    let field = |name: &str| {
        let lines = text.lines().filter_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
        lines.map(|commit| commit.trim().to_owned()).next()
    };
    let state = field("state").ok_or("pin.txt names no state")?;
    Ok(Pin { data: field("data").unwrap_or_else(|| state.clone()), state })
}

/// What the last closed state answers. Answers are kept: only questions that are new since the last time are asked.
pub(crate) fn answers(root: &Path, kept: &Path, pin: &Pin, questions: &[Question]) -> Result<Vec<Answer>, String> {
    let file = kept.join(format!("{}-{TODAY}.json", pin.state));
    let mut known: BTreeMap<String, Answer> = match fs::read_to_string(&file) {
        Ok(text) => serde_json::from_str(&text).map_err(|error| format!("{}: {error}", file.display()))?,
        Err(_) => BTreeMap::new(),
    };
    let new = questions.iter().filter(|question| !known.contains_key(&question.command));
    let new: Vec<Question> = new.cloned().collect();
    if !new.is_empty() {
        let program = program(root, kept, &pin.state)?;
        say(&format!("asking the program of {} {} questions", &pin.state[..12.min(pin.state.len())], new.len()));
        let told = ask::program(&program, &data(root, kept, &pin.state)?, &new)?;
        known.extend(new.into_iter().map(|question| question.command).zip(told));
        write(&file, &serde_json::to_string(&known).expect("texts and numbers"))?;
    }
    Ok(questions.iter().map(|question| known[&question.command].clone()).collect())
}

/// The program of a commit, built unless it is kept.
fn program(root: &Path, kept: &Path, commit: &str) -> Result<PathBuf, String> {
    let program = kept.join(format!("chancery-{commit}{}", std::env::consts::EXE_SUFFIX));
    if program.is_file() {
        return Ok(program);
    }
    let source = kept.join(format!("source-{commit}"));
    unpack(root, commit, &["."], &source)?;
    say(&format!("building the program of {commit}"));
    let mut cargo = Command::new("cargo");
    // Its own target folder within the source, whatever the environment says.
    cargo.args(["build", "--release", "--locked", "--bin", "chancery", "--target-dir", "target"]).current_dir(&source);
    run(&mut cargo)?;
    let built = source.join("target/release").join(format!("chancery{}", std::env::consts::EXE_SUFFIX));
    fs::copy(&built, &program).map_err(|error| format!("can't keep {}: {error}", built.display()))?;
    fs::remove_dir_all(&source).map_err(|error| format!("can't clear {}: {error}", source.display()))?;
    Ok(program)
}

/// The folder with the data of a commit.
pub(crate) fn data(root: &Path, kept: &Path, commit: &str) -> Result<PathBuf, String> {
    let folder = kept.join(format!("data-{commit}"));
    if !folder.is_dir() {
        // Unpacked beside and renamed, so that half of it is never taken for all.
        let half = kept.join(format!("half-{commit}"));
        unpack(root, commit, &["data"], &half)?;
        let moved = fs::rename(half.join("data"), &folder).and_then(|()| fs::remove_dir_all(&half));
        moved.map_err(|error| format!("can't keep {}: {error}", folder.display()))?;
    }
    Ok(folder)
}

/// Unpacks paths of a commit into a folder, which is emptied first.
fn unpack(root: &Path, commit: &str, paths: &[&str], into: &Path) -> Result<(), String> {
    let _ = fs::remove_dir_all(into);
    fs::create_dir_all(into).map_err(|error| format!("can't make {}: {error}", into.display()))?;
    let mut archive = Command::new("git");
    archive.arg("-C").arg(root).args(["archive", commit, "--"]).args(paths).stdout(Stdio::piped());
    let mut archive = archive.spawn().map_err(|error| format!("git can't be started: {error}"))?;
    let packed = archive.stdout.take().expect("a pipe");
    let unpacked = run(Command::new("tar").arg("-x").arg("-C").arg(into).stdin(packed));
    let status = archive.wait().map_err(|error| format!("git archive: {error}"))?;
    if !status.success() {
        return Err(format!("git doesn't have {commit}; a clone with its history has: git fetch --unshallow"));
    }
    unpacked
}

fn run(command: &mut Command) -> Result<(), String> {
    let status = command.status().map_err(|error| format!("{command:?} can't be started: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("{command:?} failed: {status}")) }
}

pub(crate) fn text(file: &Path) -> Result<String, String> {
    fs::read_to_string(file).map_err(|error| format!("can't read {}: {error}", file.display()))
}

pub(crate) fn write(file: &Path, text: &str) -> Result<(), String> {
    let made = file.parent().map_or(Ok(()), fs::create_dir_all);
    made.and_then(|()| fs::write(file, text)).map_err(|error| format!("can't write {}: {error}", file.display()))
}
