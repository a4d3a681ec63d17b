//! Runs the program in an empty folder, with an empty environment, on a fixed day, and never for long.

use std::io::Read;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;
use tempfile::TempDir;

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

/// The program with these arguments, in this folder.
pub(crate) fn command<S: AsRef<std::ffi::OsStr>>(folder: &Path, args: &[S]) -> Command {
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

/// Runs in this folder.
pub(crate) fn run_in<S: AsRef<std::ffi::OsStr>>(folder: &Path, args: &[S]) -> Ended {
    wait(command(folder, args).spawn().expect("the program starts"))
}

/// Runs on the embedded data set, on 23 November 2026. Words are parted by spaces; `'…'` holds them together.
pub(crate) fn run(line: &str) -> Ended {
    let empty = TempDir::new().expect("a folder");
    run_in(empty.path(), &words(&format!("{line} --today 2026-11-23")))
}

/// The answer of a run that ends well.
pub(crate) fn answer(line: &str) -> String {
    let ended = run(line);
    assert_eq!((ended.code, &*ended.err), (Some(0), ""), "{line}");
    ended.out
}

/// The answer as a document.
pub(crate) fn document(line: &str) -> Value {
    serde_json::from_str(&answer(&format!("{line} --format json"))).unwrap_or_else(|error| panic!("{line}: {error}"))
}

pub(crate) fn words(line: &str) -> Vec<String> {
    let parts = line.split('\'').enumerate();
    let words = parts.flat_map(|(index, part)| match index % 2 {
        0 => part.split_whitespace().map(str::to_owned).collect(),
        _ => vec![part.to_owned()],
    });
    words.collect()
}
