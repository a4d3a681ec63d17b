//! What every chart leaves to whoever asks for it.

use super::furniture;
use super::plan::Label;
use crate::model::{ActorIx, Base, Day, Name, NameKind, StatementIx};

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
    /// Whether a picture that stands by itself names its sources.
    pub source_line: bool,
    /// Days at which an upright line stands, on charts along time.
    pub marked: Vec<Day>,
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
        Self {
            width: 820.0,
            today,
            title: None,
            from: None,
            to: None,
            setting: Setting::Alone,
            source_line: true,
            marked: Vec::new(),
        }
    }

    /// The heading of the picture, unless the text around has it; and where the next thing can begin.
    pub(super) fn heading(&self, title: &str, subtitle: &str) -> (Vec<Label>, f64) {
        match self.setting {
            Setting::Alone => furniture::heading(title, subtitle, self.page()),
            Setting::InText => (Vec::new(), 0.0),
        }
    }

    /// The names of the sources of these statements, unless the text around has them.
    pub(super) fn sources(&self, base: &Base, statements: &[StatementIx]) -> Vec<String> {
        match self.setting {
            Setting::Alone if self.source_line => furniture::sources(base, statements, self.today).into(),
            Setting::Alone | Setting::InText => Vec::new(),
        }
    }

    pub(super) fn page(&self) -> f64 {
        if self.width.is_finite() { self.width.clamp(Self::NARROWEST, 10_000.0) } else { Self::NARROWEST }
    }
}

/// The name for captions: the shortest of its name and of the short names that still hold.
pub(super) fn name(base: &Base, actor: ActorIx) -> &str {
    let actor = &base[actor];
    let holds = |name: &&Name| name.kind == NameKind::Short && name.lang.is_none() && name.until.is_none();
    let short = actor.names.iter().filter(holds).map(|name| &*name.text);
    std::iter::once(&*actor.name).chain(short).min_by_key(|name| name.chars().count()).unwrap_or(&actor.name)
}
