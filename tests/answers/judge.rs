//! The judge of answers: which answers does a change move?
//!
//! It asks every question of `questions.txt` twice: the program of the last closed state (the commit in `pin.txt`, built from git
//! and kept below the target folder) and the present one, which it has within it, over the same data, those of that state. It
//! prints only what moved, by kind. A move is meant: then `--accept 'why'` writes it down in `moved.txt`, for the commit that
//! makes it; or it is a fault.
//!
//! ```sh
//! cargo run --release --example judge                          # what moved and isn't accepted
//! cargo run --release --example judge -- recognitions          # only kinds or commands with this word
//! cargo run --release --example judge -- --accept 'a withdrawal counts' recognitions
//! ```
//!
//! It ends with 0 if every move is accepted, 1 if not, 2 if it can't be done.

mod ask;
mod moved;
mod state;

use std::collections::BTreeMap;
use std::env;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use ask::{Answer, Question};
use chancery::load::{self, Loaded, disk};
use moved::Accepted;

/// The day that counts as today in every answer.
const TODAY: &str = "2026-11-28";

fn main() -> ExitCode {
    match judge() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(error) => {
            say(&format!("judge: {error}"));
            ExitCode::from(2)
        }
    }
}

/// A question whose answer moved, with the answer of the last closed state and the present one.
struct Move<'a> {
    question: &'a Question,
    before: &'a Answer,
    now: &'a Answer,
}

/// Whether every move is accepted.
fn judge() -> Result<bool, String> {
    let mut reason = None;
    let mut words: Vec<String> = Vec::new();
    let mut args = env::args().skip(1);
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--accept" => {
                let why = args.next().filter(|why| !why.trim().is_empty() && !why.contains('\n'));
                reason = Some(why.ok_or("--accept wants a reason, in one line")?);
            }
            option if option.starts_with('-') => return Err(format!("there is no option {option}")),
            _ => words.push(arg),
        }
    }
    let folder = root().join("tests/answers");
    let questions = ask::questions(&state::text(&folder.join("questions.txt"))?)?;
    let pin = state::pin(&state::text(&folder.join("pin.txt"))?)?;
    let mut accepted = Accepted::parse(&state::text(&folder.join("moved.txt"))?)?;

    let kept = target()?.join("judge");
    let mut before = state::answers(&root(), &kept, &pin, &questions)?;
    let data = state::data(&root(), &kept, &pin.data)?;
    say(&format!("asking the present program {} questions", questions.len()));
    let loaded = loaded(&data)?;
    let mut now = ask::present(loaded, &questions)?;
    before.iter_mut().chain(&mut now).for_each(|answer| answer.forget_data(&loaded.base.dataset.in_words()));

    let mut moves: Vec<Move<'_>> = Vec::new();
    for ((question, before), now) in questions.iter().zip(&before).zip(&now) {
        if before != now {
            moves.push(Move { question, before, now });
        }
    }
    let stale = accepted.forget(|command, hash| {
        moves.iter().any(|one| one.question.command == command && moved::hash(command, one.now) == hash)
    });
    let all = moves.len();
    moves.retain(|one| !accepted.contains(&one.question.command, one.now));
    let open = moves.len();
    moves.retain(|one| one.question.is_meant_by(&words));
    if let Some(reason) = reason {
        moves.iter().for_each(|one| accepted.add(&reason, &one.question.command, one.now));
        state::write(&folder.join("moved.txt"), &accepted.written())?;
        say(&format!("{} accepted, {} forgotten, {} left", moves.len(), stale.len(), open - moves.len()));
        return Ok(open == moves.len());
    }
    print(&moves);
    let asked = questions.len();
    say(&format!("{asked} questions, {all} moved, {} of them accepted, {open} not", all - open));
    stale.iter().for_each(|command| say(&format!("accepted and no longer so: {command}")));
    Ok(open == 0 && stale.is_empty())
}

/// Prints the moves by kind; those with the same difference once.
fn print(moves: &[Move<'_>]) {
    let mut kinds: BTreeMap<&str, BTreeMap<&str, Vec<&Move<'_>>>> = BTreeMap::new();
    for one in moves {
        let sort = moved::sort(one.before, one.now);
        kinds.entry(&one.question.kind).or_default().entry(sort).or_default().push(one);
    }
    for (kind, sorts) in &kinds {
        for (sort, moves) in sorts {
            say(&format!("\n== {kind}: {sort} ({})", moves.len()));
            let mut alike: Vec<(String, Vec<&str>)> = Vec::new();
            for one in moves {
                let shown = moved::difference(one.before, one.now);
                match alike.iter_mut().find(|(other, _)| *other == shown) {
                    Some((_, commands)) => commands.push(&one.question.command),
                    None => alike.push((shown, vec![&one.question.command])),
                }
            }
            for (shown, commands) in alike {
                say(&format!("\nchancery {}", commands.join("\nchancery ")));
                say(shown.trim_end());
            }
        }
    }
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The folder of the build to which this program belongs: `target`, of `target/release/examples/judge`.
fn target() -> Result<PathBuf, String> {
    let own = env::current_exe().map_err(|error| format!("can't find itself: {error}"))?;
    own.ancestors().nth(3).map(Path::to_path_buf).ok_or_else(|| format!("{} lies in no target folder", own.display()))
}

/// The data of a folder, in the format of today. They stay until the end: taking them apart would cost time for nothing.
fn loaded(folder: &Path) -> Result<&'static Loaded, String> {
    let (mut files, found) = disk::read(folder, disk::Limits::default()).map_err(|error| error.to_string())?;
    let loaded = load::load(files.clone(), found.clone());
    let moved = loaded.in_format_of_today().map(|(path, text)| (path.to_owned(), text));
    let Some((path, text)) = moved else { return Ok(Box::leak(Box::new(loaded))) };
    files.iter_mut().filter(|file| file.path == path).for_each(|file| file.text = text.clone().into());
    Ok(Box::leak(Box::new(load::load(files, found))))
}

#[allow(clippy::print_stdout, reason = "it is a program that reports")]
fn say(text: &str) {
    println!("{text}");
}
