//! Reports: answers in the forms in which they are handed over.
//!
//! A [`Document`] is plain data: sections of paragraphs, lists, tables and figures, with numbered citations. One file of
//! `render/` writes it as Markdown, one as HTML, one as PDF (feature `pdf`); none of them knows what is told. What the
//! documents say is chosen in files of their own, such as `brief`, which know the base and no form. Beside the documents
//! stand the calendar and the references for other programs. The room never reads a clock, a file or a font of the
//! system: the same answer gives the same bytes.

#[cfg(feature = "chart")]
mod brief;
mod calendar;
mod cite;
mod document;
mod gallery;
mod limits;
mod references;
mod render;
#[cfg(feature = "styles")]
mod styles;

#[cfg(feature = "chart")]
pub use brief::brief;
pub use calendar::calendar;
pub use cite::{bibtex, csl_json};
pub use document::{Block, Column, Document, DocumentTable, Figure, Reference, RichText, Row, Run, Section, WebLink};
pub use gallery::{Picture, gallery};
#[cfg(feature = "pdf")]
pub use render::{PdfError, pdf};
pub use render::{html, markdown};
#[cfg(feature = "styles")]
pub use styles::{CitationStyle, references};
