//! Documents: answers in the forms in which they are handed over.
//!
//! The room knows queries and their answers, and makes bytes of them. It knows neither files nor the clock.

mod calendar;
mod cite;

pub use calendar::calendar;
pub use cite::{Style, bibtex, csl_json, references};
