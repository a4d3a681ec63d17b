//! The question as a plain value: patterns with holes, picks, times, and what is wanted.
//!
//! Words, the command line, claims, charts and documents all make this value; `query` evaluates it. The room knows the
//! model and evaluates nothing.

mod act;
mod counted;
mod pattern;
mod pick;
mod question;
mod state;
mod time;

pub use act::Act;
pub use pattern::{Pattern, Set, Slot, What};

pub use pick::Pick;
pub use question::Question;
pub use state::State;
pub use time::{Time, Unit, Window};
