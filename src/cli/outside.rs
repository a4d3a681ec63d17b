//! What the program has from outside: its data set, its folder, its environment, the streams that it writes to.
//!
//! The program takes them from the system. Another program gives its own: a test runs a command without starting the program.

use std::cell::RefCell;
use std::ffi::OsString;
use std::io::{self, IsTerminal as _, Write};
use std::iter;
use std::path::PathBuf;
use std::rc::Rc;

use crate::load::Loaded;

/// What the program has from outside.
pub struct Outside<'a> {
    /// The data set that it carries with it, for when nothing else is named.
    pub carried: &'a dyn Fn() -> &'static Loaded,
    /// The folder from which a folder of data is looked for upwards; `None`: it isn't looked for.
    pub folder: Option<PathBuf>,
    /// The value of a variable of the environment.
    pub variable: &'a dyn Fn(&str) -> Option<OsString>,
    /// Where answers go.
    pub answers: Stream,
    /// Where messages go.
    pub messages: Stream,
}

/// Something that is written to.
pub struct Stream {
    writer: RefCell<Box<dyn Write>>,
    /// Whether a person looks at it.
    pub(crate) is_terminal: bool,
}

/// How a run ended within another program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transcript {
    /// The exit code.
    pub code: u8,
    /// What was written to stdout.
    pub out: String,
    /// What was written to stderr.
    pub err: String,
}

/// What is written is kept.
#[derive(Clone, Default)]
struct Buffer(Rc<RefCell<Vec<u8>>>);

impl Write for Buffer {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Buffer {
    fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.take()).into_owned()
    }
}

/// Runs a command within this program, over a data set that it has already: words without the name of the program. There is no
/// folder to look in and no environment, and nobody looks at a screen.
pub fn run_within(carried: &'static Loaded, words: impl IntoIterator<Item = OsString>) -> Transcript {
    let (out, err) = (Buffer::default(), Buffer::default());
    let outside = Outside {
        carried: &|| carried,
        folder: None,
        variable: &|_| None,
        answers: Stream::to(out.clone()),
        messages: Stream::to(err.clone()),
    };
    let code = super::run(iter::once(OsString::from("chancery")).chain(words), &outside);
    Transcript { code, out: out.text(), err: err.text() }
}

impl Stream {
    /// Writes here, as to a file: without colours, in lines of one width.
    pub fn to(writer: impl Write + 'static) -> Self {
        Self { writer: RefCell::new(Box::new(writer)), is_terminal: false }
    }

    /// What is written is there when this returns.
    pub(crate) fn write(&self, bytes: &[u8]) -> io::Result<()> {
        let mut writer = self.writer.borrow_mut();
        writer.write_all(bytes)?;
        writer.flush()
    }

    pub(crate) fn stdout() -> Self {
        let stdout = io::stdout();
        Self { is_terminal: stdout.is_terminal(), ..Self::to(stdout.lock()) }
    }

    pub(crate) fn stderr() -> Self {
        let stderr = io::stderr();
        Self { is_terminal: stderr.is_terminal(), ..Self::to(stderr) }
    }
}

impl Outside<'_> {
    /// Says something to the person at the terminal.
    pub(crate) fn say(&self, text: &str) {
        // A closed stderr is no reason to stop.
        let _ = self.messages.write(format!("chancery: {text}\n").as_bytes());
    }
}
