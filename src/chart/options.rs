//! What every chart leaves to whoever asks for it.

use super::furniture;
use super::limits;
use super::names::NamedBase;
use super::plan::Label;
use crate::model::{AsOf, Base, Day, Matter, StatementIx};

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
    /// The language of the names of actors, as an ISO 639 code, where they have one in it; `None`: the usual names. Which
    /// there are, [`languages`](super::languages) tells.
    pub lang: Option<String>,
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
    pub const NARROWEST: f64 = limits::NARROWEST_PAGE;

    /// The usual chart: as wide as a page of a report, everything that is known until `today`.
    pub fn new(today: Day) -> Self {
        Self {
            width: 820.0,
            today,
            title: None,
            from: None,
            to: None,
            lang: None,
            setting: Setting::Alone,
            source_line: true,
            marked: Vec::new(),
        }
    }

    /// The base with the names that are asked for, as they are on the last day shown.
    pub(super) fn named<'a>(&'a self, base: &'a Base) -> NamedBase<'a> {
        self.named_on(base, self.to.unwrap_or(self.today))
    }

    /// The same, with the names of a day.
    pub(super) fn named_on<'a>(&'a self, base: &'a Base, day: Day) -> NamedBase<'a> {
        NamedBase::new(base, self.lang.as_deref(), day)
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

    /// How far the record of what is shown reaches on a day, unless the text around has it.
    pub(super) fn record(&self, base: &Base, matters: &[Matter], day: Day) -> Vec<String> {
        match self.setting {
            Setting::Alone => base.record_of(matters, AsOf::of(day, self.today)),
            Setting::InText => Vec::new(),
        }
    }

    pub(super) fn page(&self) -> f64 {
        if self.width.is_finite() { self.width.clamp(Self::NARROWEST, limits::WIDEST_PAGE) } else { Self::NARROWEST }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_neither_too_narrow_nor_too_wide() {
        let page = |width: f64| Options { width, ..Options::new(Day::FUTURE) }.page();
        for width in [limits::NARROWEST_PAGE, 820.0, limits::WIDEST_PAGE] {
            assert_eq!(page(width), width);
        }
        assert_eq!(page(limits::NARROWEST_PAGE - 1.0), limits::NARROWEST_PAGE);
        assert_eq!(page(limits::WIDEST_PAGE + 1.0), limits::WIDEST_PAGE);
        assert_eq!(page(f64::NAN), limits::NARROWEST_PAGE);
    }
}
