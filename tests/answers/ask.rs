//! The questions, and asking them of a program.

use std::ffi::OsString;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::thread;

use chancery::cli;
use chancery::load::Loaded;
use serde::{Deserialize, Serialize};

use crate::{TODAY, say};

/// A command, without the name of the program.
#[derive(Clone)]
pub(crate) struct Question {
    /// What kind it is of, by the heading above it.
    pub(crate) kind: String,
    /// The command as it is written.
    pub(crate) command: String,
    words: Vec<String>,
}

impl Question {
    /// Whether one of the words names its kind or stands in its command; no words mean everything.
    pub(crate) fn is_meant_by(&self, words: &[String]) -> bool {
        words.is_empty() || words.iter().any(|word| self.kind == *word || self.command.contains(word.as_str()))
    }
}

/// What a program answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Answer {
    /// The exit code; `None` when a signal ended it.
    pub(crate) code: Option<i32>,
    /// What it wrote to stdout.
    pub(crate) out: String,
    /// What it wrote to stderr.
    pub(crate) err: String,
}

impl Answer {
    /// Leaves out which data set it was made from: a line of a text, a column of a table. Both programs have the same one.
    pub(crate) fn forget_data(&mut self, stamp: &str) {
        let plain = |line: &str| {
            let line = line.strip_suffix(&format!(",\"{stamp}\"")).or_else(|| line.strip_suffix(&format!("\t{stamp}")));
            line.map(str::to_owned)
        };
        let table = self.out.lines().nth(1).is_some_and(|line| plain(line).is_some());
        let kept = self.out.lines().filter(|line| *line != format!("data: {stamp}"));
        let lines: Vec<String> = kept
            .map(|line| {
                plain(line).unwrap_or_else(|| match table {
                    true => line.strip_suffix(",data").unwrap_or(line).to_owned(),
                    false => line.replace(&format!(", hash {}", stamp.rsplit(' ').next().unwrap_or_default()), ""),
                })
            })
            .collect();
        self.out = lines.join("\n").trim_end().to_owned();
    }
}

/// Reads the questions: `# kind`, and below it the commands, one a line. What stands above the first empty line is a preface.
pub(crate) fn questions(text: &str) -> Result<Vec<Question>, String> {
    let (_, text) = text.split_once("\n\n").ok_or("questions.txt has no empty line behind its preface")?;
    let mut kind = None;
    let mut questions: Vec<Question> = Vec::new();
    for line in text.lines().filter(|line| !line.is_empty()) {
        if let Some(heading) = line.strip_prefix("# ") {
            kind = Some(heading.to_owned());
            continue;
        }
        let kind = kind.clone().ok_or_else(|| format!("{line:?} has no kind"))?;
        let words = shlex::split(line).ok_or_else(|| format!("a quotation mark is open in {line:?}"))?;
        questions.push(Question { kind, command: line.to_owned(), words });
    }
    let mut commands: Vec<&str> = questions.iter().map(|question| &*question.command).collect();
    commands.sort_unstable();
    match commands.windows(2).find(|pair| pair[0] == pair[1]) {
        Some(pair) => Err(format!("{:?} stands twice in questions.txt", pair[0])),
        None => Ok(questions),
    }
}

/// Asks a program all of them over the data in a folder.
pub(crate) fn program(program: &Path, data: &Path, questions: &[Question]) -> Result<Vec<Answer>, String> {
    each(questions, |question| {
        let mut command = Command::new(program);
        command.env_clear().stdin(Stdio::null()).args(&question.words);
        let output = command.args(["--today", TODAY, "--data"]).arg(data).output();
        let output = output.map_err(|error| format!("{} can't be started: {error}", program.display()))?;
        Ok(Answer { code: output.status.code(), out: text(output.stdout)?, err: text(output.stderr)? })
    })
}

/// Asks the program as it is now all of them, within this process, over data that are loaded once.
pub(crate) fn present(data: &'static Loaded, questions: &[Question]) -> Result<Vec<Answer>, String> {
    each(questions, |question| {
        let words = question.words.iter().map(String::as_str).chain(["--today", TODAY]);
        let cli::Transcript { code, out, err } = cli::run_within(data, words.map(OsString::from));
        Ok(Answer { code: Some(i32::from(code)), out, err })
    })
}

fn text(bytes: Vec<u8>) -> Result<String, String> {
    String::from_utf8(bytes).map_err(|error| format!("an answer isn't UTF-8: {error}"))
}

/// Asks as many at once as there are processors.
fn each(
    questions: &[Question],
    ask: impl Fn(&Question) -> Result<Answer, String> + Sync,
) -> Result<Vec<Answer>, String> {
    let left = Mutex::new(questions.iter().enumerate());
    let answers = Mutex::new(vec![None; questions.len()]);
    let work = || -> Result<(), String> {
        loop {
            let next = left.lock().expect("nobody panics with it").next();
            let Some((at, question)) = next else { return Ok(()) };
            let answer = ask(question).map_err(|error| format!("{}: {error}", question.command))?;
            answers.lock().expect("nobody panics with it")[at] = Some(answer);
            if at % 200 == 199 {
                say(&format!("  {} of {}", at + 1, questions.len()));
            }
        }
    };
    let workers = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let threads: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        threads.into_iter().try_for_each(|thread| thread.join().expect("asking doesn't panic"))
    })?;
    let answers = answers.into_inner().expect("nobody panics with it");
    Ok(answers.into_iter().map(|answer| answer.expect("each was asked")).collect())
}
