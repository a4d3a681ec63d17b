//! Runs the program: within this process on a base that is loaded once, or started, where pipes, files, folders and the
//! environment are what is tried. Always on a fixed day, with an empty environment, and never for long.

use std::ffi::OsStr;
use std::io::Read;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use chancery::cli;
use chancery::load::Loaded;
use serde_json::Value;

use crate::bases::{carried_miniature, dataset};

/// How a run ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Ended {
    /// The exit code; `None` when a signal ended it.
    pub(crate) code: Option<i32>,
    /// What was written to stdout.
    pub(crate) out: String,
    /// What was written to stderr.
    pub(crate) err: String,
}

/// Runs within this process, as a program that carries this data set, with no other in sight.
pub(crate) fn run_with<S: AsRef<OsStr>>(carried: &'static Loaded, args: &[S]) -> Ended {
    let cli::Transcript { code, out, err } = cli::run_within(carried, args.iter().map(|word| word.as_ref().to_owned()));
    Ended { code: Some(i32::from(code)), out, err }
}

/// Runs on the miniature world, on 23 November 2026. Words are parted by spaces; `'…'` holds them together.
pub(crate) fn run(line: &str) -> Ended {
    run_with(carried_miniature(), &dated(line))
}

/// The same on the data set.
pub(crate) fn run_on_dataset(line: &str) -> Ended {
    run_with(dataset(), &dated(line))
}

/// The answer of a run that ends well.
pub(crate) fn answer(line: &str) -> String {
    ended_well(line, run(line))
}

/// The answer as a document.
pub(crate) fn document(line: &str) -> Value {
    serde_json::from_str(&answer(&format!("{line} --format json"))).unwrap_or_else(|error| panic!("{line}: {error}"))
}

/// What was written by a run that ends well.
#[track_caller]
pub(crate) fn ended_well(line: &str, ended: Ended) -> String {
    assert_eq!((ended.code, &*ended.err), (Some(0), ""), "{line}");
    ended.out
}

/// The words of a line, and the day; but help and the like take none.
fn dated(line: &str) -> Vec<String> {
    let mut words = words(line);
    if !words.iter().any(|word| word == "--today") {
        words.extend(["--today".to_owned(), "2026-11-23".to_owned()]);
    }
    words
}

pub(crate) fn words(line: &str) -> Vec<String> {
    let parts = line.split('\'').enumerate();
    let words = parts.flat_map(|(index, part)| match index % 2 {
        0 => part.split_whitespace().map(str::to_owned).collect(),
        _ => vec![part.to_owned()],
    });
    words.collect()
}

/// The program with these arguments, in this folder, to be started.
pub(crate) fn command<S: AsRef<OsStr>>(folder: &Path, args: &[S]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_chancery"));
    command
        .env_clear()
        .current_dir(folder)
        .args(args)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

/// Starts it in this folder, and waits for its end.
pub(crate) fn run_in<S: AsRef<OsStr>>(folder: &Path, args: &[S]) -> Ended {
    wait(command(folder, args).spawn().expect("the program starts"))
}

/// Waits for a child that must end soon: a program that hangs fails the test instead of hanging it.
pub(crate) fn wait(mut child: Child) -> Ended {
    let reader = |pipe: Option<Box<dyn Read + Send>>| {
        thread::spawn(move || {
            let mut bytes = Vec::new();
            pipe.map(|mut pipe| pipe.read_to_end(&mut bytes));
            String::from_utf8(bytes).expect("the program writes UTF-8")
        })
    };
    let out = reader(child.stdout.take().map(|pipe| Box::new(pipe) as Box<dyn Read + Send>));
    let err = reader(child.stderr.take().map(|pipe| Box::new(pipe) as Box<dyn Read + Send>));
    let patience = Instant::now() + Duration::from_secs(60);
    let status = loop {
        match child.try_wait().expect("the child can be waited for") {
            Some(status) => break status,
            None if Instant::now() > patience => {
                child.kill().expect("the child can be stopped");
                panic!("the program hangs");
            }
            None => thread::sleep(Duration::from_millis(2)),
        }
    };
    let ended = Ended { code: status.code(), out: out.join().expect("stdout"), err: err.join().expect("stderr") };
    assert!(!ended.err.contains("panicked"), "{}", ended.err);
    ended
}
