//! From records to bytes: where in the files something stands.

use std::cmp::Ordering;
use std::ops::Range;
use std::sync::OnceLock;

use super::outline::{Node, outline};
use super::{Loaded, SourceFile};
use crate::diag::{Diagnostic, FileIx, Located, LocatedLabel, Origin, Path, Place, Subject};
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
    /// The texts that were mended: places in them are found in the mended text, which has the same bytes elsewhere.
    mended: Vec<Option<String>>,
    /// Outlines of files in which something was looked for.
    outlines: Vec<OnceLock<Option<Node>>>,
}

impl Origins {
    pub(super) fn with_mended(mut self, mended: Vec<Option<String>>) -> Self {
        self.outlines = mended.iter().map(|_| OnceLock::new()).collect();
        self.mended = mended;
        self
    }

    /// Where a record stands.
    pub fn of(&self, subject: Subject) -> Option<Origin> {
        let (list, index) = match subject {
            Subject::Statement(ix) => (&self.statements, ix.index()),
            Subject::Exception(index) => (&self.exceptions, index),
            Subject::Retired(index) => (&self.retired, index),
            Subject::Gap(index) => (&self.gaps, index),
            Subject::Scope(index) => (&self.scopes, index),
            Subject::Count(index) => (&self.counts, index),
            Subject::Entity(Entity::Actor(ix)) => (&self.actors, ix.index()),
            Subject::Entity(Entity::Treaty(ix)) => (&self.treaties, ix.index()),
            Subject::Entity(Entity::Resolution(ix)) => (&self.resolutions, ix.index()),
            Subject::Entity(Entity::Dispute(ix)) => (&self.disputes, ix.index()),
            Subject::Entity(Entity::Event(ix)) => (&self.events, ix.index()),
            Subject::Entity(Entity::Claim(ix)) => (&self.claims, ix.index()),
            Subject::Entity(Entity::Source(ix)) => (&self.sources, ix.index()),
        };
        list.get(index).copied()
    }
}

/// A place as file and bytes; no bytes for a file as a whole.
type Spot = (FileIx, Option<Range<usize>>);

impl Loaded {
    /// Finds the files and bytes of diagnostics, in their order.
    pub fn locate<'a>(&'a self, diagnostics: &'a [Diagnostic]) -> Vec<Located<'a>> {
        diagnostics
            .iter()
            .map(|diagnostic| Located {
                diagnostic,
                labels: diagnostic
                    .labels
                    .iter()
                    .filter_map(|label| {
                        if let Place::Disk { path } = &label.place {
                            return Some(LocatedLabel { file: path.clone(), spot: None, text: &label.text });
                        }
                        let (file, span) = self.spot(&label.place)?;
                        let source = self.file(file)?;
                        let spot = span.map(|span| (&*source.text, span));
                        Some(LocatedLabel { file: source.shown(), spot, text: &label.text })
                    })
                    .collect(),
            })
            .collect()
    }

    /// Sorts diagnostics by file and place; those without a place come first.
    pub fn sort(&self, diagnostics: &mut [Diagnostic]) {
        let key = |diagnostic: &Diagnostic| {
            let place = diagnostic.labels.first().map(|label| &label.place);
            let spot = place.and_then(|place| self.spot(place));
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

    fn spot(&self, place: &Place) -> Option<Spot> {
        match place {
            Place::Disk { .. } => None,
            Place::File(file) => Some((*file, None)),
            Place::Span { file, span } => Some((*file, Some(span.clone()))),
            Place::Value { file, path, offset } => Some((*file, self.find(*file, path, *offset))),
            Place::Of { subject, path } => {
                let origin = self.origins.of(*subject)?;
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
fn first_field(node: &Node) -> Range<usize> {
    match node.parts.first() {
        Some(first) if first.value.bracketed => {
            let inner = first_field(&first.value);
            first.span.start.min(inner.start)..inner.end
        }
        Some(first) => first.span.start..first.value.span.end,
        None => node.span.clone(),
    }
}
