//! Documents as pages: Markdown, HTML, PDF. Each knows the document, and nothing of what it tells.

mod html;
mod markdown;
#[cfg(feature = "pdf")]
mod pdf;

pub use html::html;
pub use markdown::markdown;
#[cfg(feature = "pdf")]
pub use pdf::{PdfError, pdf};
