//! From records to bytes: where in the files something stands.

use std::cmp::Ordering;
use std::ops::Range;
use std::sync::OnceLock;

use super::outline::{OutlineNode, outline};
use super::{Loaded, SourceFile};
use crate::diag::{Diagnostic, FileIx, LocatedDiagnostic, LocatedPointer, Location, Origin, Path, Target};
use crate::model::Entity;

/// Where each record of a base stands, list by list.
#[derive(Debug, Default)]
pub struct Origins {
    pub(super) actors: Vec<Origin>,
    pub(super) treaties: Vec<Origin>,
    pub(super) resolutions: Vec<Origin>,
    pub(super) disputes: Vec<Origin>,
    pub(super) events: Vec<Origin>,
    pub(super) claims: Vec<Origin>,
    pub(super) sources: Vec<Origin>,
    pub(super) statements: Vec<Origin>,
    pub(super) exceptions: Vec<Origin>,
    pub(super) retired: Vec<Origin>,
    pub(super) gaps: Vec<Origin>,
    pub(super) scopes: Vec<Origin>,
    pub(super) counts: Vec<Origin>,
    /// The texts that were mended: locations in them are found in the mended text, which has the same bytes elsewhere.
    mended: Vec<Option<String>>,
    /// Outlines of files in which something was looked for.
    outlines: Vec<OnceLock<Option<OutlineNode>>>,
}

impl Origins {
    pub(super) fn with_mended(mut self, mended: Vec<Option<String>>) -> Self {
        self.outlines = mended.iter().map(|_| OnceLock::new()).collect();
        self.mended = mended;
        self
    }

    /// Where a record stands.
    pub fn of(&self, target: Target) -> Option<Origin> {
        let (list, index) = match target {
            Target::Statement(ix) => (&self.statements, ix.index()),
            Target::Exception(index) => (&self.exceptions, index),
            Target::Retired(index) => (&self.retired, index),
            Target::Gap(index) => (&self.gaps, index),
            Target::Scope(index) => (&self.scopes, index),
            Target::Count(index) => (&self.counts, index),
            Target::Entity(Entity::Actor(ix)) => (&self.actors, ix.index()),
            Target::Entity(Entity::Treaty(ix)) => (&self.treaties, ix.index()),
            Target::Entity(Entity::Resolution(ix)) => (&self.resolutions, ix.index()),
            Target::Entity(Entity::Dispute(ix)) => (&self.disputes, ix.index()),
            Target::Entity(Entity::Event(ix)) => (&self.events, ix.index()),
            Target::Entity(Entity::Claim(ix)) => (&self.claims, ix.index()),
            Target::Entity(Entity::Source(ix)) => (&self.sources, ix.index()),
        };
        list.get(index).copied()
    }
}

/// A location as file and bytes; no bytes for a file as a whole.
type FileRange = (FileIx, Option<Range<usize>>);

impl Loaded {
    /// Finds the files and bytes of diagnostics, in their order.
    pub fn locate<'a>(&'a self, diagnostics: &'a [Diagnostic]) -> Vec<LocatedDiagnostic<'a>> {
        diagnostics
            .iter()
            .map(|diagnostic| LocatedDiagnostic {
                diagnostic,
                pointers: diagnostic
                    .pointers
                    .iter()
                    .filter_map(|pointer| {
                        if let Location::Disk { path } = &pointer.location {
                            return Some(LocatedPointer { file: path.clone(), spot: None, text: &pointer.text });
                        }
                        let (file, span) = self.spot(&pointer.location)?;
                        let source = self.file(file)?;
                        let spot = span.map(|span| (&*source.text, span));
                        Some(LocatedPointer { file: source.shown(), spot, text: &pointer.text })
                    })
                    .collect(),
            })
            .collect()
    }

    /// Sorts diagnostics by file and location; those without a location come first.
    pub fn sort(&self, diagnostics: &mut [Diagnostic]) {
        let key = |diagnostic: &Diagnostic| {
            let location = diagnostic.pointers.first().map(|pointer| &pointer.location);
            let spot = location.and_then(|location| self.spot(location));
            spot.map(|(file, span)| (file, span.map_or(0, |span| span.start)))
        };
        let order = |a: &Diagnostic, b: &Diagnostic| -> Ordering {
            a.code.cmp(&b.code).then_with(|| a.message.cmp(&b.message))
        };
        diagnostics.sort_by(order);
        diagnostics.sort_by_cached_key(key);
    }

    fn file(&self, file: FileIx) -> Option<&SourceFile> {
        self.files.get(file.0 as usize)
    }

    fn spot(&self, location: &Location) -> Option<FileRange> {
        match location {
            Location::Disk { .. } => None,
            Location::File(file) => Some((*file, None)),
            Location::Span { file, span } => Some((*file, Some(span.clone()))),
            Location::Value { file, path, offset } => Some((*file, self.find(*file, path, *offset))),
            Location::Of { target, path } => {
                let origin = self.origins.of(*target)?;
                let mut whole = origin.path();
                whole.extend(path.iter().cloned());
                Some((origin.file, self.find(origin.file, &whole, None)))
            }
        }
    }

    fn find(&self, file: FileIx, path: &Path, offset: Option<usize>) -> Option<Range<usize>> {
        let index = file.0 as usize;
        let mended = self.origins.mended.get(index).and_then(Option::as_deref);
        let text = mended.unwrap_or(&self.files.get(index)?.text);
        let node = self.origins.outlines.get(index)?.get_or_init(|| outline(text).ok()).as_ref()?;
        let found = node.content(text).follow(text, path);
        if found.bracketed {
            return Some(first_field(found));
        }
        let mut span = found.span.clone();
        if let Some(offset) = offset.filter(|_| text[span.clone()].starts_with('"')) {
            // Within the quotes; a text with escapes is shown from its beginning.
            let inner = span.start + 1 + offset;
            if inner + 1 < span.end && !text[span.clone()].contains('\\') && text.is_char_boundary(inner) {
                span = inner..span.end - 1;
            }
        }
        Some(span)
    }
}

/// What a record or a list is shown by: its first field, which says what it is about, or all of it if it is empty.
fn first_field(node: &OutlineNode) -> Range<usize> {
    match node.parts.first() {
        Some(first) if first.value.bracketed => {
            let inner = first_field(&first.value);
            first.span.start.min(inner.start)..inner.end
        }
        Some(first) => first.span.start..first.value.span.end,
        None => node.span.clone(),
    }
}
