//! Reports: from an answer to a document, and from a document to a page.
//!
//! A [`Document`] is plain data: sections of paragraphs, lists, tables and figures, with numbered citations. One file of
//! `render/` writes it as Markdown, one as HTML, one as PDF (feature `pdf`); none of them knows what is told. What the
//! documents say is chosen in files of their own, such as `brief`, which know the base and no form. The room never reads a
//! clock, a file or a font of the system: the same answer gives the same bytes.

#[cfg(feature = "chart")]
mod brief;
mod document;
mod references;
mod render;

#[cfg(feature = "chart")]
pub use brief::brief;
pub use document::{Block, Column, Document, Figure, Link, Reference, Row, Run, Section, Table, Text};
#[cfg(feature = "pdf")]
pub use render::{PdfError, pdf};
pub use render::{html, markdown};
