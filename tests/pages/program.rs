//! The program, run within this process over the data in their folder.

use std::cell::RefCell;
use std::ffi::OsString;
use std::io::{self, Write};
use std::path::Path;
use std::rc::Rc;

use chancery::cli::{self, Outside, Stream};
use chancery::load::{self, Loaded, disk};

use crate::TODAY;

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

    /// The exit code, stdout and stderr of a command.
    fn run(&self, words: Vec<String>) -> (u8, String, String) {
        let (out, err) = (Kept::default(), Kept::default());
        let outside = Outside {
            carried: &|| self.data,
            folder: None,
            variable: &|_| None,
            answers: Stream::to(out.clone()),
            messages: Stream::to(err.clone()),
        };
        let words = ["chancery".to_owned()].into_iter().chain(words).chain(["--today".to_owned(), TODAY.to_owned()]);
        let code = cli::run(words.map(OsString::from), &outside);
        (code, out.text(), err.text())
    }

    /// What a command prints, be it an answer or a message.
    pub(crate) fn printed(&self, command: &str) -> Result<String, String> {
        let words = shlex::split(command).ok_or_else(|| format!("a quotation mark is open in {command:?}"))?;
        let (_, out, err) = self.run(words);
        Ok(if out.is_empty() { err } else { out })
    }

    /// The answer of a command that must end well.
    pub(crate) fn answer(&self, command: &str) -> Result<String, String> {
        let words = shlex::split(command).ok_or_else(|| format!("a quotation mark is open in {command:?}"))?;
        match self.run(words) {
            (0, out, _) => Ok(out),
            (code, _, err) => Err(format!("`chancery {command}` ended with {code}: {err}")),
        }
    }

    /// The files of the gallery, by name.
    pub(crate) fn gallery(&self) -> Result<Vec<(String, String)>, String> {
        let folder = tempfile::tempdir().map_err(|error| format!("no temporary folder: {error}"))?;
        let shown = folder.path().to_string_lossy().into_owned();
        let (code, _, err) = self.run(vec!["gallery".to_owned(), shown, "--quiet".to_owned()]);
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

/// What is written is kept.
#[derive(Clone, Default)]
struct Kept(Rc<RefCell<Vec<u8>>>);

impl Write for Kept {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Kept {
    fn text(&self) -> String {
        String::from_utf8(self.0.take()).expect("answers are UTF-8")
    }
}
