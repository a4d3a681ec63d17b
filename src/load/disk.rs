//! Reading the folder of a data set: the one place that touches files.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::{Loaded, SourceFile, load};
use crate::diag::{Code, Diagnostic, Location};
use crate::model::Base;

/// How much a data set may hold. Beyond it, files are left out with a diagnostic.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Bytes in one file.
    pub file_bytes: u64,
    /// Bytes in all files.
    pub total_bytes: u64,
    /// Files.
    pub files: usize,
    /// Folders within folders.
    pub depth: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { file_bytes: 16 << 20, total_bytes: 1 << 30, files: 50_000, depth: 8 }
    }
}

/// Why a data set can't be read at all.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DiskError {
    /// There is no such folder, or it can't be listed.
    #[error("can't read the data folder {path:?}")]
    Folder {
        /// The folder.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The folder has no manifest.
    #[error("{path:?} is not a data folder: it has no dataset.ron")]
    NoManifest {
        /// The folder.
        path: PathBuf,
    },
}

impl Base {
    /// Loads the data set in a folder: the base, with what is wrong in the data. [`Limits::default`] are its limits.
    ///
    /// # Errors
    /// [`DiskError`] when the folder can't be read, or isn't a data folder. What is wrong in the data is no error: it is told by
    /// [`Loaded::diagnostics`].
    pub fn folder(path: impl AsRef<Path>) -> Result<Loaded, DiskError> {
        let (files, found) = read(path.as_ref(), Limits::default())?;
        Ok(load(files, found))
    }
}

/// Reads every `.ron` file of a folder and the folders in it, in parallel.
///
/// Files that can't be read, aren't UTF-8, or exceed a limit are left out, each with a diagnostic. Hidden files and
/// folders are passed over.
///
/// # Errors
/// [`DiskError`] when the folder itself can't be read, or isn't a data folder.
pub fn read(folder: &Path, limits: Limits) -> Result<(Vec<SourceFile>, Vec<Diagnostic>), DiskError> {
    let unreadable = |source| DiskError::Folder { path: folder.to_owned(), source };
    let root = fs::canonicalize(folder).map_err(unreadable)?;
    fs::read_dir(folder).map_err(unreadable)?;
    if !folder.join("dataset.ron").is_file() {
        return Err(DiskError::NoManifest { path: folder.to_owned() });
    }
    let mut walk =
        Walk { limits, seen: BTreeSet::from([root.clone()]), found: Vec::new(), total: 0, diagnostics: Vec::new() };
    walk.folder(folder, &root, "", 0);
    let Walk { mut found, mut diagnostics, .. } = walk;
    found.sort();
    let shown = folder.to_string_lossy().into_owned();
    let read: Vec<Result<SourceFile, Diagnostic>> = found
        .into_par_iter()
        .map(|(path, at, bytes)| {
            let text = read_text(&at, bytes, limits)?;
            Ok(SourceFile { path, root: shown.clone(), text: Cow::Owned(text) })
        })
        .collect();
    let mut files = Vec::with_capacity(read.len());
    for outcome in read {
        match outcome {
            Ok(file) => files.push(file),
            Err(diagnostic) => diagnostics.push(diagnostic),
        }
    }
    Ok((files, diagnostics))
}

struct Walk {
    limits: Limits,
    /// The folders that are read already, by their real paths.
    seen: BTreeSet<PathBuf>,
    /// Files: the path below the folder of the data, the path to open, and the bytes.
    found: Vec<(String, PathBuf, u64)>,
    total: u64,
    diagnostics: Vec<Diagnostic>,
}

impl Walk {
    /// `real` is the folder's path without links.
    fn folder(&mut self, folder: &Path, real: &Path, below: &str, depth: usize) {
        if depth > self.limits.depth {
            let message = format!("folders nest more than {} deep", self.limits.depth);
            return self.diagnostics.push(on_disk(Code::TooLarge, message, folder));
        }
        let entries = match fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(error) => {
                return self.diagnostics.push(on_disk(
                    Code::Unreadable,
                    format!("can't list the folder: {error}"),
                    folder,
                ));
            }
        };
        let mut paths: Vec<PathBuf> = Vec::new();
        for entry in entries {
            match entry {
                Ok(entry) => paths.push(entry.path()),
                Err(error) => {
                    self.diagnostics.push(on_disk(Code::Unreadable, format!("can't list the folder: {error}"), folder));
                }
            }
        }
        paths.sort();
        for path in paths {
            self.entry(&path, real, below, depth);
        }
    }

    fn entry(&mut self, path: &Path, parent: &Path, below: &str, depth: usize) {
        let Some(name) = path.file_name().map(|name| name.to_string_lossy().into_owned()) else { return };
        if name.starts_with('.') {
            return;
        }
        let is_data = path.extension().is_some_and(|extension| extension == "ron");
        let own = fs::symlink_metadata(path);
        let is_link = own.as_ref().is_ok_and(fs::Metadata::is_symlink);
        let metadata = match if is_link { fs::metadata(path) } else { own } {
            Ok(metadata) => metadata,
            Err(error) => {
                if is_data || is_link {
                    self.diagnostics.push(on_disk(Code::Unreadable, format!("can't read it: {error}"), path));
                }
                return;
            }
        };
        let inner = if below.is_empty() { name } else { format!("{below}/{name}") };
        if metadata.is_dir() {
            // Only a link can lead elsewhere; asking the system for every folder is slow.
            let real =
                if is_link { fs::canonicalize(path).ok() } else { path.file_name().map(|name| parent.join(name)) };
            let real = real.unwrap_or_else(|| path.to_owned());
            if self.seen.insert(real.clone()) {
                self.folder(path, &real, &inner, depth + 1);
            } else {
                self.diagnostics.push(on_disk(
                    Code::FolderLoop,
                    "the link leads to a folder that is read already".into(),
                    path,
                ));
            }
        } else if is_data && !metadata.is_file() {
            self.diagnostics.push(on_disk(Code::Unreadable, "it is not a regular file".into(), path));
        } else if is_data {
            self.file(path, inner, metadata.len());
        }
    }

    fn file(&mut self, path: &Path, inner: String, bytes: u64) {
        let Limits { file_bytes, total_bytes, files, .. } = self.limits;
        let message = if bytes > file_bytes {
            format!("the file has {bytes} bytes; a data file has at most {file_bytes}")
        } else if self.total + bytes > total_bytes {
            format!("the files before this one and it have more than {total_bytes} bytes together")
        } else if self.found.len() >= files {
            format!("there are more than {files} files")
        } else {
            self.total += bytes;
            self.found.push((inner, path.to_owned(), bytes));
            return;
        };
        self.diagnostics.push(on_disk(Code::TooLarge, message, path));
    }
}

fn read_text(path: &Path, listed: u64, limits: Limits) -> Result<String, Diagnostic> {
    let unreadable = |error: io::Error| on_disk(Code::Unreadable, format!("can't read it: {error}"), path);
    let file = fs::File::open(path).map_err(unreadable)?;
    // Room for all of it and for finding its end saves many small reads.
    let mut bytes = Vec::with_capacity(listed as usize + 1);
    // A file may have grown since it was listed.
    file.take(limits.file_bytes + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() as u64 > limits.file_bytes {
        return Err(on_disk(Code::TooLarge, format!("a data file has at most {} bytes", limits.file_bytes), path));
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let line = 1 + error.as_bytes()[..at].iter().filter(|byte| **byte == b'\n').count();
        on_disk(Code::NotUtf8, format!("line {line} isn't UTF-8 (byte {at} of the file)"), path)
    })?;
    if text.starts_with('\u{feff}') {
        return Err(on_disk(Code::ByteOrderMark, "the file begins with a byte order mark".into(), path));
    }
    Ok(text)
}

fn on_disk(code: Code, message: String, path: &Path) -> Diagnostic {
    Diagnostic::new(code, message).at(Location::Disk { path: path.to_string_lossy().into_owned() }, "").help_by_code()
}
