//! A page of cells, finished: what is drawn, then the legend, the notes and the sources below it.

use super::furniture::{self, MARGIN};
use super::glyphs;
use super::options::Options;
use super::plan::{Hairline, Item, Label, LegendEntry, Plan, Shade};
use crate::model::{Base, StatementIx};

/// What is drawn on a page, before its foot is set.
#[derive(Default)]
pub(super) struct Page {
    /// The name of the chart.
    pub(super) title: String,
    /// Its reading in words.
    pub(super) description: String,
    /// Shaded rectangles.
    pub(super) shades: Vec<Shade>,
    /// Thin lines.
    pub(super) hairlines: Vec<Hairline>,
    /// Heading, names, notes.
    pub(super) texts: Vec<Label>,
    /// The statements.
    pub(super) items: Vec<Item>,
    /// Shapes that are explained where they stand, and needn't be in the legend.
    pub(super) key: Vec<LegendEntry>,
    /// How many had no room.
    pub(super) left_out: usize,
}

impl Page {
    /// The plan of the page: the legend begins at `y`, then come the notes and the sources of these statements.
    pub(super) fn finish(
        mut self,
        base: &Base,
        options: &Options,
        y: f64,
        notes: &[String],
        statements: &[StatementIx],
    ) -> Plan {
        let width = options.page();
        let explained: Vec<&str> = self.key.iter().map(|entry| glyphs::meaning(&entry.glyph)).collect();
        let glyphs = self.items.iter().flat_map(|item| &item.glyphs);
        let unexplained = glyphs.filter(|glyph| !explained.contains(&glyphs::meaning(glyph)));
        let (legend, y) = furniture::legend_of(unexplained, y, width);
        let (lines, y) = furniture::notes(notes, y + 2.0, width);
        self.texts.extend(lines);
        let (sources, y) = furniture::notes(&options.sources(base, statements), y + 4.0, width);
        self.texts.extend(sources);
        Plan {
            width,
            height: y + MARGIN - 6.0,
            title: self.title,
            description: self.description,
            fields: Vec::new(),
            shades: self.shades,
            hairlines: self.hairlines,
            texts: self.texts,
            items: self.items,
            legend: self.key.into_iter().chain(legend).collect(),
            left_out: self.left_out,
        }
    }
}
