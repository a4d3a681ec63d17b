//! A chart before it is drawn: marks, bars, labels and lines with their places, as plain data.
//!
//! *Units:* CSS pixels from the upper left corner, y downwards. *Guarantee:* [`Plan::collisions`] finds nothing.

mod cell;
mod collisions;
mod glyph;

pub use cell::Cell;
pub use glyph::{BarEnd, Body, Dash, Fill, Glyph, Ink, LineEnd, Shape, Stress};

use super::font::{self, Face};
use super::ticks::{Scale, Ticks};

/// Half the size of a mark.
pub const MARK: f64 = 5.0;

/// The height of a bar.
pub const BAR: f64 = 7.0;

/// A chart, planned.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// The width of the picture.
    pub width: f64,
    /// The height of the picture.
    pub height: f64,
    /// The name of the chart.
    pub title: String,
    /// The reading of the chart in words.
    pub description: String,
    /// Where time runs; most charts have one.
    pub fields: Vec<Field>,
    /// Lightly shaded rectangles behind everything.
    pub shades: Vec<Shade>,
    /// Thin lines that part and connect.
    pub hairlines: Vec<Hairline>,
    /// Heading, names of lanes and columns, notes, sources.
    pub texts: Vec<Label>,
    /// The statements, in the order of reading.
    pub items: Vec<Item>,
    /// The shapes that are used, explained.
    pub legend: Vec<LegendEntry>,
    /// How many captions had no room. The figure says so.
    pub left_out: usize,
}

/// What a chart shows, as a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tabular {
    /// The names of the columns.
    pub columns: Vec<&'static str>,
    /// The rows, each with a cell for each column.
    pub rows: Vec<Vec<String>>,
}

/// A lightly shaded rectangle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shade {
    /// Where it is.
    pub frame: Rect,
    /// What it is for.
    pub tone: Tone,
}

/// What a shade is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Every second row, to lead the eye.
    Row,
    /// The time that another field shows enlarged.
    Window,
    /// The time of an event that lasted, behind what happened during it.
    Era,
}

/// An area in which time runs from left to right.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// Its frame.
    pub frame: Rect,
    /// Its scale.
    pub scale: Scale,
    /// Its grid.
    pub ticks: Ticks,
    /// The names of the ticks, placed.
    pub labels: Vec<Label>,
    /// Where a dashed line stands for a day that the reader asked for, and where it begins; it ends with the frame.
    pub marked: Vec<(f64, f64)>,
}

/// A statement, or what belongs to it in this chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// The id of the statement, or of the record that is counted.
    pub statement: String,
    /// Its kind and its doubts, as words for style sheets.
    pub class: String,
    /// What it states, in words.
    pub title: String,
    /// What is drawn.
    pub glyphs: Vec<Glyph>,
    /// What is written.
    pub labels: Vec<Label>,
    /// Thin lines from marks to labels that stand apart.
    pub leaders: Vec<Hairline>,
}

/// A thin line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hairline {
    /// From here.
    pub from: (f64, f64),
    /// To here.
    pub to: (f64, f64),
}

/// A rectangle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rect {
    /// The left edge.
    pub left: f64,
    /// The upper edge.
    pub top: f64,
    /// The right edge.
    pub right: f64,
    /// The lower edge.
    pub bottom: f64,
}

/// A line of text.
#[derive(Debug, Clone, PartialEq)]
pub struct Label {
    /// What is written, in letters that the bundled font has.
    pub text: String,
    /// The left end of the line.
    pub x: f64,
    /// The baseline.
    pub y: f64,
    /// The size.
    pub size: f64,
    /// The look.
    pub style: Style,
    /// Which of its points stays where it is when a reader's font is wider or narrower.
    pub anchor: Anchor,
}

/// The fixed point of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// Its left end.
    Start,
    /// Its middle.
    Middle,
    /// Its right end.
    End,
}

/// The look of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Bold and dark.
    Strong,
    /// Dark.
    Plain,
    /// Grey.
    Muted,
    /// In the colour of the ground, on something filled.
    Inverse,
}

/// An entry of the legend.
#[derive(Debug, Clone, PartialEq)]
pub struct LegendEntry {
    /// A sample.
    pub glyph: Glyph,
    /// What it means.
    pub label: Label,
}

impl Style {
    /// The cut of the font.
    pub(crate) fn face(self) -> Face {
        if self == Self::Strong { Face::Bold } else { Face::Regular }
    }
}

impl Rect {
    /// Whether the two share more than an edge.
    pub fn overlaps(&self, other: &Self) -> bool {
        const TOUCH: f64 = 0.01;
        self.left + TOUCH < other.right
            && other.left + TOUCH < self.right
            && self.top + TOUCH < other.bottom
            && other.top + TOUCH < self.bottom
    }

    /// Whether a straight line from here to there passes through it.
    ///
    /// *Source:* Liang and Barsky, A new concept and method for line clipping (1984).
    pub fn crosses(&self, from: (f64, f64), to: (f64, f64)) -> bool {
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let sides = [
            (-dx, from.0 - self.left),
            (dx, self.right - from.0),
            (-dy, from.1 - self.top),
            (dy, self.bottom - from.1),
        ];
        let (mut enters, mut leaves) = (0.0_f64, 1.0_f64);
        for (slope, room) in sides {
            if slope == 0.0 {
                if room <= 0.0 {
                    return false;
                }
            } else if slope < 0.0 {
                enters = enters.max(room / slope);
            } else {
                leaves = leaves.min(room / slope);
            }
        }
        enters < leaves
    }

    /// The rectangle, moved down.
    #[must_use]
    pub fn down(self, by: f64) -> Self {
        Self { top: self.top + by, bottom: self.bottom + by, ..self }
    }

    /// The smallest rectangle that holds both.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    fn holds(&self, other: &Self) -> bool {
        self.left <= other.left && self.top <= other.top && self.right >= other.right && self.bottom >= other.bottom
    }
}

impl Hairline {
    /// The rectangle that the line crosses.
    pub fn frame(&self) -> Rect {
        Rect {
            left: self.from.0.min(self.to.0),
            top: self.from.1.min(self.to.1),
            right: self.from.0.max(self.to.0) + 0.02,
            bottom: self.from.1.max(self.to.1) + 0.02,
        }
    }
}

impl Label {
    /// A line of text whose left end and baseline are here. Letters that the bundled font lacks become Latin ones.
    pub fn new(text: impl AsRef<str>, x: f64, y: f64, size: f64, style: Style) -> Self {
        Self { text: font::drawn(text.as_ref()).into_owned(), x, y, size, style, anchor: Anchor::Start }
    }

    /// The label, ending at `right` instead.
    #[must_use]
    pub fn ending_at(mut self, right: f64) -> Self {
        self.x = right - self.width();
        self.anchor = Anchor::End;
        self
    }

    /// The label, with its middle at `middle` instead.
    #[must_use]
    pub fn centred_at(mut self, middle: f64) -> Self {
        self.x = middle - self.width() / 2.0;
        self.anchor = Anchor::Middle;
        self
    }

    /// Its width.
    pub fn width(&self) -> f64 {
        font::width(&self.text, self.size, self.style.face())
    }

    /// The box that it takes.
    pub fn frame(&self) -> Rect {
        let top = self.y - font::ASCENT * self.size;
        Rect { left: self.x, top, right: self.x + self.width(), bottom: top + font::LINE * self.size }
    }
}

impl Item {
    /// The item, moved down.
    #[must_use]
    pub fn down(mut self, by: f64) -> Self {
        self.glyphs = self.glyphs.into_iter().map(|glyph| glyph.down(by)).collect();
        self.labels.iter_mut().for_each(|label| label.y += by);
        for leader in &mut self.leaders {
            leader.from.1 += by;
            leader.to.1 += by;
        }
        self
    }
}

impl Plan {
    /// Every label, in the order of reading.
    pub fn labels(&self) -> impl Iterator<Item = &Label> {
        self.texts
            .iter()
            .chain(self.fields.iter().flat_map(|field| &field.labels))
            .chain(self.items.iter().flat_map(|item| &item.labels))
            .chain(self.legend.iter().map(|entry| &entry.label))
    }

    /// The statements that are shown, as a table.
    pub fn statements(&self) -> Tabular {
        let row = |item: &Item| vec![item.statement.clone(), item.class.clone(), item.title.clone()];
        Tabular { columns: vec!["statement", "class", "told"], rows: self.items.iter().map(row).collect() }
    }
}
