//! Timelines: from the base to a plan.
//!
//! *May know:* the base and its statements. *Never* draws; what it returns is places and words.

mod actor;
mod dispute;
mod gather;
mod page;
mod pair;
mod recognitions;
mod recount;
mod rows;
mod tell;
mod wording;

pub use actor::actor;
pub use dispute::dispute;
pub use pair::pair;
pub use recognitions::recognitions;

pub(super) use gather::series;
pub(super) use page::{LanesPage, room};
pub(super) use tell::{Teller, level_fill, on_scale, treaty_shape};
pub(super) use wording::{own_caption, sentence};

use super::names::{NamedBase, name};
use super::options::Options;
use super::ticks::Scale;
use crate::model::{Day, Statement};

/// The days on which a statement is bounded: of its beginning, and of its end where it has one.
pub(super) fn bounds(statement: &Statement) -> impl Iterator<Item = Day> {
    let begins = [statement.begins.earliest, statement.begins.latest];
    let (first, last) = statement.ends.bounds();
    begins.into_iter().chain([first, last]).filter_map(Day::bounded)
}

/// A scale over all these days and the wish of the reader, with a little room on both sides.
pub(super) fn scale(days: impl Iterator<Item = Day>, lasting: bool, options: &Options, left: f64, right: f64) -> Scale {
    let today = options.today.bounded().unwrap_or(Day::from_number(0));
    let days: Vec<Day> = days.filter_map(Day::bounded).collect();
    let first = days.iter().min().copied().unwrap_or(today.plus(-365));
    let last = days.iter().max().copied().unwrap_or(today);
    let last = if lasting { last.max(today) } else { last };
    let from = options.from.and_then(Day::bounded).unwrap_or(first);
    let to = options.to.and_then(Day::bounded).unwrap_or(last).max(from);
    let length = to.number().unwrap_or(0).saturating_sub(from.number().unwrap_or(0));
    let room = (length / 40).max(3);
    let from = if options.from.is_some() { from } else { from.plus(-room) };
    let to = if options.to.is_some() { to.next() } else { to.plus(1 + room) };
    Scale { from, to, left, right }
}
