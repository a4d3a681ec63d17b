//! The question as a plain value: patterns with holes, picks, times, and what is wanted.
//!
//! Words, the command line, claims, charts and documents all make this value; `query` evaluates it. The room knows the
//! model and evaluates nothing.

mod act;
mod pattern;
mod pick;
mod question;
mod set;
mod state;
mod time;

pub use act::Act;
pub use pattern::{Pattern, What};

pub use pick::Pick;
pub use question::Question;
pub use set::{Set, Slot};
pub use state::State;
pub use time::{Time, Unit, Window};
