//! Documents: answers in the forms in which they are handed over.
//!
//! The room knows queries and their answers, and makes bytes of them. It knows neither files nor the clock.

mod calendar;
mod cite;
#[cfg(feature = "styles")]
mod styles;

pub use calendar::calendar;
pub use cite::{bibtex, csl_json};
#[cfg(feature = "styles")]
pub use styles::{Style, references};
