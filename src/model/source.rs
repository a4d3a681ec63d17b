//! Documents that attest.

use super::closed::closed;
use super::{Date, Slug, SourceIx};

/// A document that attests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Its id.
    pub id: Slug,
    /// Its title.
    pub title: Box<str>,
    /// Who published it.
    pub publisher: Box<str>,
    /// When; `None` when it bears no date.
    pub date: Option<Date>,
    /// When it was read, of a document that bears no date and may change.
    pub seen: Option<Date>,
    /// Where to find it.
    pub url: Option<Box<str>>,
    /// How near it is to what it tells.
    pub grade: Grade,
    /// What kind of document.
    pub kind: SourceKind,
    /// Its language, as an ISO 639 code; `None`: English.
    pub lang: Option<Box<str>>,
    /// The source whose text it repeats. Copies are one witness, not many.
    pub copy_of: Option<SourceIx>,
    /// What it is good for.
    pub good_for: Option<Box<str>>,
    /// Its defects, or what else a reader should know.
    pub note: Option<Box<str>>,
}

impl Source {
    /// The date after which it can tell of nothing: its own, else when it was read.
    pub fn read_by(&self) -> Option<&Date> {
        self.date.as_ref().or(self.seen.as_ref())
    }
}

closed! {
    /// How near a source is to what it tells.
    pub enum Grade {
        /// The actor's own word or act.
        Primary => "primary",
        /// Somebody reports or studies it.
        Secondary => "secondary",
        /// An encyclopedia, a copy of one, an unsigned compilation.
        Tertiary => "tertiary",
    }
}

closed! {
    /// Kinds of documents.
    pub enum SourceKind {
        /// Of a ministry, an embassy, a government or an organization.
        Official => "official",
        /// The text of a treaty, or its depositary's record.
        Treaty => "treaty",
        /// Minutes, and the record of votes.
        Minutes => "minutes",
        /// A data set.
        Dataset => "dataset",
        /// A book or an article of research.
        Study => "study",
        /// A newspaper or a news agency.
        News => "news",
        /// An encyclopedia or another work of reference.
        Reference => "reference",
        /// Any other site.
        Website => "website",
    }
}
