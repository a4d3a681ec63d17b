//! Timelines: from the base to a plan.
//!
//! *May know:* the base and its statements. *Never* draws; what it returns is places and words.

mod gather;
mod pair;
mod recognitions;
mod recount;
mod rows;
mod tell;

pub use pair::pair;
pub use recognitions::recognitions;

use super::furniture;
use super::plan::Label;
use super::ticks::Scale;
use crate::model::{ActorIx, Base, Day, Name, NameKind, Statement, StatementIx};

/// What a chart leaves to whoever asks for it.
#[derive(Debug, Clone, PartialEq)]
pub struct Options {
    /// The width of the picture in CSS pixels; at least [`Options::NARROWEST`].
    pub width: f64,
    /// The day to which what is ongoing lasts.
    pub today: Day,
    /// Another heading than the usual one.
    pub title: Option<String>,
    /// The first day to show; `None`: the first of which something is known.
    pub from: Option<Day>,
    /// The last day to show; `None`: as long as something happens or lasts.
    pub to: Option<Day>,
    /// Where the picture stands.
    pub setting: Setting,
}

/// Where a picture stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    /// By itself: with a heading and the names of its sources.
    Alone,
    /// In a text that has both.
    InText,
}

impl Options {
    /// The least width that leaves room for time.
    pub const NARROWEST: f64 = 480.0;

    /// The usual chart: as wide as a page of a report, everything that is known until `today`.
    pub fn new(today: Day) -> Self {
        Self { width: 820.0, today, title: None, from: None, to: None, setting: Setting::Alone }
    }

    /// The heading of the picture, unless the text around has it; and where the next thing can begin.
    fn heading(&self, title: &str, subtitle: &str) -> (Vec<Label>, f64) {
        match self.setting {
            Setting::Alone => furniture::heading(title, subtitle, self.page()),
            Setting::InText => (Vec::new(), 0.0),
        }
    }

    /// The names of the sources of these statements, unless the text around has them.
    fn sources(&self, base: &Base, statements: &[StatementIx]) -> Vec<String> {
        match self.setting {
            Setting::Alone => furniture::sources(base, statements, self.today).into(),
            Setting::InText => Vec::new(),
        }
    }

    fn page(&self) -> f64 {
        if self.width.is_finite() { self.width.clamp(Self::NARROWEST, 10_000.0) } else { Self::NARROWEST }
    }
}

/// The days on which a statement is bounded: of its beginning, and of its end where it has one.
fn bounds(statement: &Statement) -> impl Iterator<Item = Day> {
    let begins = [statement.begins.earliest, statement.begins.latest];
    let (first, last) = statement.ends.bounds();
    begins.into_iter().chain([first, last]).filter_map(Day::bounded)
}

/// A scale over all these days and the wish of the reader, with a little room on both sides.
fn scale(days: impl Iterator<Item = Day>, lasting: bool, options: &Options, left: f64, right: f64) -> Scale {
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
    let to = if options.to.is_some() { to.plus(1) } else { to.plus(1 + room) };
    Scale { from, to, left, right }
}

/// The name for captions: the shortest of its name and of the short names that still hold.
fn name(base: &Base, actor: ActorIx) -> &str {
    let actor = &base[actor];
    let holds = |name: &&Name| name.kind == NameKind::Short && name.lang.is_none() && name.until.is_none();
    let short = actor.names.iter().filter(holds).map(|name| &*name.text);
    std::iter::once(&*actor.name).chain(short).min_by_key(|name| name.chars().count()).unwrap_or(&actor.name)
}
