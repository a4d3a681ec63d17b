//! From text to a base: every file is read, every reference resolved, every problem reported.
//!
//! Loading never stops at a problem: it returns what could be understood, with the diagnostics and the origins of
//! every record. Only [`disk`] touches files; whoever embeds a data set hands over texts.

pub mod disk;
mod limits;
mod locate;
mod outline;
mod parse;
mod raw;
mod resolve;

use std::borrow::Cow;
use std::hash::Hasher as _;

use rayon::prelude::*;
use siphasher::sip128::{Hasher128 as _, SipHasher13};

use crate::diag::{Code, Diagnostic, FileIx, Location, Severity};
use crate::model::{Base, Fresh};
pub use locate::Origins;
use parse::Parsed;
use raw::Root;
pub use resolve::FORMAT;
use resolve::Lacking;

/// A file of a data set.
#[derive(Debug, Clone)]
pub struct SourceFile {
    /// Its path below the folder of the data, with slashes.
    pub path: String,
    /// The folder of the data as the user gave it, to be put before the path in messages.
    pub root: String,
    /// What stands in it.
    pub text: Cow<'static, str>,
}

impl SourceFile {
    /// A text that stands in no folder, under the path that it has below one.
    pub fn new(path: impl Into<String>, text: impl Into<Cow<'static, str>>) -> Self {
        Self { path: path.into(), root: String::new(), text: text.into() }
    }

    /// The path as the user knows it.
    pub fn shown(&self) -> String {
        if self.root.is_empty() {
            self.path.clone()
        } else {
            format!("{}/{}", self.root.trim_end_matches('/'), self.path)
        }
    }
}

/// A base with what was wrong on the way to it.
#[derive(Debug)]
#[non_exhaustive]
pub struct Loaded {
    /// What could be understood.
    pub base: Base,
    /// Where each record stands.
    pub origins: Origins,
    /// The files, sorted by path.
    pub files: Vec<SourceFile>,
    /// What is wrong, in the order of files and locations.
    pub diagnostics: Vec<Diagnostic>,
}

impl Loaded {
    /// The manifest in the format of today, with its path below the folder; `None` where it is of that format already, or can't
    /// be read. Nothing else of a data set changes.
    pub fn in_format_of_today(&self) -> Option<(&str, String)> {
        let manifest = self.files.iter().find(|file| parse::first_word(&file.text) == "Dataset")?;
        let text = &*manifest.text;
        let node = outline::outline(text).ok()?;
        let named = |part: &&outline::Part| part.name.as_ref().is_some_and(|name| &text[name.clone()] == "format");
        let format = node.parts.iter().find(named)?.value.span.clone();
        if text[format.clone()].trim() != resolve::FORMER.to_string() {
            return None;
        }
        let mut moved = text.to_owned();
        moved.replace_range(format, &FORMAT.to_string());
        Some((&manifest.path, moved))
    }

    /// The same data set, where what was attested counts as known for another number of days.
    pub fn with_fresh(&self, days: i32) -> Self {
        let mut again = load(self.files.clone(), Vec::new());
        again.base.fresh = Fresh(days);
        again
    }

    /// Whether anything that was found is an error.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|d| d.code.severity() == Severity::Error)
    }
}

/// Loads a data set from texts. `found` is what was wrong with reading them.
pub fn load(mut files: Vec<SourceFile>, found: Vec<Diagnostic>) -> Loaded {
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let mut diagnostics = found;
    // What couldn't be read at all may have told anything.
    let unread = diagnostics.iter().any(|problem| problem.code.severity() == Severity::Error);
    let mut lacking: Vec<&str> = Vec::new();
    let mut mended: Vec<Option<String>> = Vec::new();
    let parsed: Vec<Parsed<'_>> =
        files.par_iter().enumerate().map(|(index, file)| parse::parse(FileIx(index as u32), &file.text)).collect();
    let mut roots: Vec<Option<Box<Root<'_>>>> = Vec::with_capacity(files.len());
    for (file, outcome) in files.iter().zip(parsed) {
        let (root, text) = match outcome {
            Parsed::Whole(root) => (Some(root), None),
            Parsed::Mended { text, diagnostics: problems, lacks_records } => {
                diagnostics.extend(problems);
                lacking.extend(lacks_records.then_some(&*file.text));
                (None, Some(text))
            }
            Parsed::Lost(problems) => {
                diagnostics.extend(problems);
                lacking.push(&file.text);
                (None, None)
            }
        };
        roots.push(root);
        mended.push(text);
    }
    for (root, text) in roots.iter_mut().zip(&mended) {
        if let Some(text) = text {
            *root = parse::parse_mended(text).map(Box::new);
        }
    }
    for (index, (file, root)) in files.iter().zip(&roots).enumerate() {
        diagnostics.extend(root.as_deref().and_then(|root| misplaced(FileIx(index as u32), file, root)));
    }
    let ((mut base, origins), hash) = rayon::join(
        || resolve::resolve(&roots, Lacking { texts: &lacking, unread }, &mut diagnostics),
        || hash(&files),
    );
    base.dataset.hash = hash.into();
    drop((roots, lacking));
    let mut loaded = Loaded { base, origins: origins.with_mended(mended), files, diagnostics: Vec::new() };
    loaded.sort(&mut diagnostics);
    loaded.diagnostics = diagnostics;
    loaded
}

/// A hash of files, their paths and texts, as 32 hexadecimal digits (SipHash-1-3 of 128 bits).
fn hash(files: &[SourceFile]) -> String {
    let mut hasher = SipHasher13::new();
    for file in files {
        for part in [file.path.as_bytes(), file.text.as_bytes()] {
            hasher.write(&(part.len() as u64).to_le_bytes());
            hasher.write(part);
        }
    }
    format!("{:032x}", hasher.finish128().as_u128())
}

/// Parses texts one after the other, and does nothing else: the yardstick of the benchmarks. How many read at once.
#[doc(hidden)]
pub fn parse_only(files: &[SourceFile]) -> usize {
    let whole = |file: &&SourceFile| matches!(parse::parse(FileIx(0), &file.text), Parsed::Whole(_));
    files.iter().filter(whole).count()
}

/// A file that stands in another folder than its kind has.
fn misplaced(file: FileIx, source: &SourceFile, root: &Root<'_>) -> Option<Diagnostic> {
    let word = parse::first_word(&source.text);
    let (_, folder) = Root::WORDS.iter().find(|(name, _)| *name == word)?;
    let stands_in = source.path.split_once('/').map_or("", |(folder, _)| folder);
    if matches!(root, Root::Dataset(_)) && source.path == "dataset.ron" || !folder.is_empty() && stands_in == *folder {
        return None;
    }
    let place = if folder.is_empty() { "dataset.ron".to_owned() } else { format!("{folder}/") };
    Some(
        Diagnostic::new(Code::WrongFolder, format!("a file that begins with {word} stands in {place}"))
            .at(Location::File(file), "")
            .help(format!("move it to {place}")),
    )
}
