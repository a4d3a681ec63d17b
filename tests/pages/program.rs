//! The program, run within this process over the data in their folder.

use std::ffi::OsString;
use std::path::Path;

use chancery::cli::{self, Transcript};
use chancery::load::{self, Loaded, disk};

use crate::TODAY;
use crate::sessions::Printed;

pub(crate) struct Program {
    data: &'static Loaded,
}

impl Program {
    pub(crate) fn new(folder: &Path) -> Result<Self, String> {
        let (files, found) = disk::read(folder, disk::Limits::default()).map_err(|error| error.to_string())?;
        let loaded = load::load(files, found);
        if !loaded.diagnostics.is_empty() {
            return Err(format!("problems in the data: {}; `chancery check` tells them", loaded.diagnostics.len()));
        }
        // It stays until the end: taking it apart would cost time for nothing.
        Ok(Self { data: Box::leak(Box::new(loaded)) })
    }

    fn run(&self, words: Vec<String>) -> Transcript {
        let words = words.into_iter().chain(["--today".to_owned(), TODAY.to_owned()]);
        cli::run_within(self.data, words.map(OsString::from))
    }

    /// What a command prints: an answer, or why it can't be carried out.
    pub(crate) fn printed(&self, command: &str) -> Result<Printed, String> {
        let words = shlex::split(command).ok_or_else(|| format!("a quotation mark is open in {command:?}"))?;
        Ok(match self.run(words) {
            Transcript { code: 2, err, .. } => Printed::Refusal(err),
            Transcript { out, .. } => Printed::Answer(out),
        })
    }

    /// The answer of a command that must end well.
    pub(crate) fn answer(&self, command: &str) -> Result<String, String> {
        let words = shlex::split(command).ok_or_else(|| format!("a quotation mark is open in {command:?}"))?;
        match self.run(words) {
            Transcript { code: 0, out, .. } => Ok(out),
            Transcript { code, err, .. } => Err(format!("`chancery {command}` ended with {code}: {err}")),
        }
    }

    /// The files of the gallery, by name.
    pub(crate) fn gallery(&self) -> Result<Vec<(String, String)>, String> {
        let folder = tempfile::tempdir().map_err(|error| format!("no temporary folder: {error}"))?;
        let shown = folder.path().to_string_lossy().into_owned();
        let Transcript { code, err, .. } = self.run(vec!["gallery".to_owned(), shown, "--quiet".to_owned()]);
        if code != 0 {
            return Err(format!("the gallery ended with {code}: {err}"));
        }
        let entries = std::fs::read_dir(folder.path()).map_err(|error| error.to_string())?;
        let mut files = Vec::new();
        for entry in entries {
            let entry = entry.map_err(|error| error.to_string())?;
            let text = std::fs::read_to_string(entry.path()).map_err(|error| error.to_string())?;
            files.push((entry.file_name().to_string_lossy().into_owned(), text));
        }
        Ok(files)
    }
}
