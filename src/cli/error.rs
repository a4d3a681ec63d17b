//! Why a command could not be carried out, and what to do about it.

use std::error::Error as _;
use std::io;
use std::path::PathBuf;

use crate::load::disk::DiskError;
use crate::query::NoActor;

/// Why a command could not be carried out. Each of these ends with exit code 2.
#[derive(Debug, thiserror::Error)]
pub(crate) enum CliError {
    /// The data folder can't be read.
    #[error("{error}{}\nhelp: name a data folder with --data, or leave it out to use the data set inside the program", cause(.error))]
    Data { error: DiskError },
    /// Nothing goes by this name.
    #[error("no {kind} goes by the name {name:?}{}", did_you_mean(.near))]
    Unknown { kind: &'static str, name: String, near: Vec<String> },
    /// Several records go by this name.
    #[error("{name:?} could be any of these; write its id:\n{}", lines(.choices))]
    Ambiguous { name: String, choices: Vec<(String, String)> },
    /// A question isn't understood.
    #[error("{message}{}", indented(.hints))]
    Question { message: String, hints: Vec<String> },
    /// The arguments don't make sense together.
    #[error("{message}\nhelp: {help}")]
    Usage { message: String, help: String },
    /// The answer has no such form.
    #[error("{verb} can't be written as {format}\nhelp: {help}")]
    Format { verb: &'static str, format: String, help: &'static str },
    /// A text can't be read.
    #[error("can't read {}: {error}\nhelp: name a text file in UTF-8, or - for stdin", .path.display())]
    Read { path: PathBuf, error: io::Error },
    /// The answer can't be written.
    #[error("can't write {}: {error}", .path.display())]
    Write { path: PathBuf, error: io::Error },
    /// stdout can't be written to.
    #[error("can't write the answer: {0}")]
    Stdout(io::Error),
    /// The system's clock makes no sense.
    #[error("the system's clock can't be read\nhelp: give the day with --today YYYY-MM-DD")]
    Clock,
}

impl From<NoActor> for CliError {
    fn from(error: NoActor) -> Self {
        match error {
            NoActor::Unknown { name, near } => {
                Self::Unknown { kind: "actor", name, near: near.into_iter().map(|one| one.id.into()).collect() }
            }
            NoActor::Several { name, choices } => Self::Ambiguous {
                name,
                choices: choices.into_iter().map(|one| (one.id.into(), one.name.into())).collect(),
            },
        }
    }
}

impl CliError {
    /// Whether the reader of our output went away.
    pub(crate) fn is_broken_pipe(&self) -> bool {
        matches!(self, Self::Stdout(error) if error.kind() == io::ErrorKind::BrokenPipe)
    }
}

fn cause(error: &DiskError) -> String {
    error.source().map_or_else(String::new, |cause| format!(": {cause}"))
}

fn did_you_mean(near: &[String]) -> String {
    if near.is_empty() { String::new() } else { format!("\nhelp: did you mean {}?", near.join(", ")) }
}

fn indented(hints: &[String]) -> String {
    hints.iter().map(|hint| format!("\n  {hint}")).collect()
}

fn lines(choices: &[(String, String)]) -> String {
    let width = choices.iter().map(|(id, _)| id.len()).max().unwrap_or(0);
    let lines: Vec<String> = choices.iter().map(|(id, name)| format!("  {id:width$}  {name}")).collect();
    lines.join("\n")
}
