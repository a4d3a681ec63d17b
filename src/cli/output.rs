//! Where answers go, and in which format.

use std::cell::OnceCell;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use crate::export::{Table, TableFormat};
use crate::load::Loaded;
use clap::{ColorChoice, ValueEnum};
use serde_json::{Value, json};

use super::error::CliError;
use super::{Global, Outside};

/// How an answer is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people
    #[value(alias = "text")]
    Table,
    /// One JSON document of a published shape
    Json,
    /// One JSON object a line
    Jsonl,
    /// Comma-separated values
    Csv,
    /// Tab-separated values
    Tsv,
    /// A Markdown table; of a brief, a document
    Md,
    /// A page (brief only)
    Html,
    /// Printed pages of a brief; a drawing (timeline and chart)
    Pdf,
    /// Annotations for GitHub (check only)
    Github,
    /// A drawing (timeline and chart)
    Svg,
    /// A picture of pixels (timeline and chart)
    Png,
    /// A calendar (iCalendar), of anniversaries
    Ics,
    /// References for LaTeX (cite only)
    Bibtex,
    /// References as CSL-JSON (cite only)
    CslJson,
}

/// The forms of an answer; each is made only when it is asked for.
pub(crate) struct Forms<'a> {
    /// For people.
    pub(crate) text: &'a dyn Fn() -> String,
    /// As a table.
    pub(crate) table: &'a dyn Fn() -> Table,
    /// As a document.
    pub(crate) json: &'a dyn Fn() -> Value,
    /// The list in the document whose items make the lines of JSONL.
    pub(crate) items: &'static str,
}

/// Where the answer goes.
pub(crate) struct Output<'a> {
    outside: &'a Outside<'a>,
    path: Option<&'a Path>,
    format: Option<Format>,
    color: ColorChoice,
    quiet: bool,
    /// The data set from which answers are made, once it is loaded.
    data: OnceCell<&'static Loaded>,
}

impl<'a> Output<'a> {
    /// By the global options. The format that is named wins over the extension.
    pub(crate) fn new(global: &'a Global, outside: &'a Outside<'a>) -> Result<Self, CliError> {
        let path = global.output.as_deref().filter(|path| *path != Path::new("-"));
        let by_extension = match path {
            Some(path) => Some(by_extension(path).map(Ok).unwrap_or_else(|| {
                global.format.ok_or_else(|| CliError::Usage {
                    message: format!("the extension of {:?} names no format", path.display().to_string()),
                    help: "use .txt, .json, .jsonl, .csv, .tsv, .md, .svg, .png, .html, .pdf, .ics or .bib, or name the --format"
                        .into(),
                })
            })?),
            None => None,
        };
        Ok(Self {
            outside,
            path,
            format: global.format.or(by_extension),
            color: global.color,
            quiet: global.quiet,
            data: OnceCell::new(),
        })
    }

    /// Says from which data set answers are made.
    pub(crate) fn made_from(&self, loaded: &'static Loaded) {
        // The first one stays; a run loads one.
        let _ = self.data.set(loaded);
    }

    /// A document that names the data set it was made from.
    pub(crate) fn document(&self, mut document: Value) -> String {
        if let (Value::Object(fields), Some(loaded)) = (&mut document, self.data.get()) {
            let data = json!({ "version": loaded.base.dataset.version, "hash": loaded.base.dataset.hash });
            fields.insert("data".to_owned(), data);
        }
        pretty(&document)
    }

    /// The last line of an answer for people, and the last cell of a row: which data set it was made from.
    fn stamp(&self) -> Option<String> {
        self.data.get().map(|loaded| loaded.base.dataset.in_words())
    }

    /// The format asked for.
    pub(crate) fn format(&self) -> Option<Format> {
        self.format
    }

    /// Whether the answer goes to a person's screen.
    pub(crate) fn is_terminal(&self) -> bool {
        self.path.is_none() && self.outside.answers.is_terminal
    }

    /// Whether text may have colours.
    pub(crate) fn colours(&self) -> bool {
        match self.color {
            ColorChoice::Always => true,
            ColorChoice::Never => false,
            ColorChoice::Auto => {
                let unwanted = (self.outside.variable)("NO_COLOR").is_some_and(|value| !value.is_empty());
                self.is_terminal() && !unwanted
            }
        }
    }

    /// Writes an answer in the format asked for.
    pub(crate) fn answer(&self, verb: &'static str, forms: &Forms<'_>) -> Result<(), CliError> {
        let table = |format| self.table((forms.table)(), format);
        let text = match self.format.unwrap_or(Format::Table) {
            Format::Table => {
                let stamp = self.stamp().filter(|_| !self.quiet);
                (forms.text)() + &stamp.map_or_else(String::new, |stamp| format!("\ndata: {stamp}\n"))
            }
            Format::Json => self.document((forms.json)()),
            Format::Jsonl => lines((forms.json)(), forms.items, self.stamp()),
            Format::Csv => table(TableFormat::Csv),
            Format::Tsv => table(TableFormat::Tsv),
            Format::Md => table(TableFormat::Markdown),
            format @ (Format::Github
            | Format::Svg
            | Format::Png
            | Format::Html
            | Format::Pdf
            | Format::Ics
            | Format::Bibtex
            | Format::CslJson) => {
                return Err(CliError::Format {
                    verb,
                    format: format!("{format:?}").to_lowercase(),
                    help: "use table, json, jsonl, csv, tsv or md",
                });
            }
        };
        self.bytes(text.as_bytes())
    }

    /// A table that names the data set in each row, so that rows of several can be told apart.
    pub(crate) fn table(&self, table: Table, format: TableFormat) -> String {
        table.with("data", &self.stamp().unwrap_or_default()).render(format)
    }

    /// Writes bytes: to stdout, or to the file in one step, so that no half of it is ever seen.
    pub(crate) fn bytes(&self, bytes: &[u8]) -> Result<(), CliError> {
        match self.path {
            None => self.outside.answers.write(bytes).map_err(CliError::Stdout),
            Some(path) => write(path, bytes),
        }
    }
}

/// Writes a file in one step, so that no half of it is ever seen.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<(), CliError> {
    replace(path, bytes).map_err(|error| CliError::Write { path: PathBuf::from(path), error })
}

fn by_extension(path: &Path) -> Option<Format> {
    match path.extension()?.to_str()? {
        "txt" => Some(Format::Table),
        "json" => Some(Format::Json),
        "jsonl" => Some(Format::Jsonl),
        "csv" => Some(Format::Csv),
        "tsv" => Some(Format::Tsv),
        "md" => Some(Format::Md),
        "svg" => Some(Format::Svg),
        "png" => Some(Format::Png),
        "html" => Some(Format::Html),
        "pdf" => Some(Format::Pdf),
        "ics" => Some(Format::Ics),
        "bib" => Some(Format::Bibtex),
        _ => None,
    }
}

/// Writes beside the file and renames: readers see the old file or the new one.
fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    // Devices such as /dev/stdout can't be replaced by a file.
    if path.exists() && !path.is_file() {
        return std::fs::write(path, bytes);
    }
    if !folder.is_dir() {
        return Err(io::Error::new(io::ErrorKind::NotFound, format!("there is no folder {}", folder.display())));
    }
    // The name of the temporary file is nobody's business.
    let unnamed = |error: io::Error| io::Error::from(error.kind());
    let mut file = tempfile::Builder::new().prefix(".chancery-").tempfile_in(folder).map_err(unnamed)?;
    file.write_all(bytes)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = std::fs::metadata(path).map_or(0o644, |metadata| metadata.permissions().mode());
        file.as_file().set_permissions(std::fs::Permissions::from_mode(mode))?;
    }
    file.persist(path).map(drop).map_err(|error| error.error)
}

fn pretty(value: &Value) -> String {
    let mut text = serde_json::to_string_pretty(value).expect("a JSON value can be written");
    text.push('\n');
    text
}

/// The items of a list in a document, one a line; a document without it is one line.
fn lines(value: Value, items: &str, stamp: Option<String>) -> String {
    let list = match value {
        Value::Array(list) => list,
        Value::Object(mut fields) => match fields.remove(items) {
            Some(Value::Array(list)) => list,
            Some(item) => vec![item],
            None => vec![Value::Object(fields)],
        },
        other => vec![other],
    };
    let stamped = |mut item: Value| {
        if let (Value::Object(fields), Some(stamp)) = (&mut item, &stamp) {
            fields.insert("data".to_owned(), json!(stamp));
        }
        format!("{item}\n")
    };
    list.into_iter().map(stamped).collect()
}

/// The text of a file, or of stdin (`-`).
pub(crate) fn read(path: &Path) -> Result<String, CliError> {
    let text = if path == Path::new("-") { io::read_to_string(io::stdin()) } else { std::fs::read_to_string(path) };
    text.map_err(|error| CliError::Read { path: PathBuf::from(path), error })
}
