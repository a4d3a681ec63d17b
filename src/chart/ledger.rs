//! A ledger: rows under headings, their names on the left and their shapes along time on the right.

use std::collections::BTreeMap;

use super::font::{self, Face};
use super::furniture::{self, Axes, BODY, INSET, LEADING, MARGIN};
use super::limits;
use super::options::Options;
use super::plan::{Item, Label, Plan, Rect, Shade, Style, Tone};
use super::ticks::Scale;
use crate::model::{Base, StatementIx};

/// The height of a line of text in a row.
const LINE: f64 = 18.0;

/// Rows that belong together.
pub(crate) struct LedgerSection {
    /// What stands above them.
    pub(crate) heading: Option<String>,
    /// The rows.
    pub(crate) rows: Vec<LedgerRow>,
}

/// A name and what belongs to it.
pub(crate) struct LedgerRow {
    /// The name.
    pub(crate) name: String,
    /// Its statements, with their shapes on the line y = 0.
    pub(crate) items: Vec<Item>,
}

/// What is to stand in the ledger and around it.
pub(crate) struct Ledger {
    /// The heading.
    pub(crate) title: String,
    /// What a reader should know before reading the rows.
    pub(crate) subtitle: String,
    /// The reading of the chart in words.
    pub(crate) description: String,
    /// Where days are.
    pub(crate) scale: Scale,
    /// The rows.
    pub(crate) sections: Vec<LedgerSection>,
    /// Shapes that the legend explains besides those that are drawn.
    pub(crate) samples: Vec<Item>,
    /// What a reader should know of what isn't shown.
    pub(crate) remarks: Vec<String>,
    /// The statements whose sources are named.
    pub(crate) cited: Vec<StatementIx>,
}

/// Where a scale begins whose rows have these names, and where it ends.
pub(crate) fn room<'a>(names: impl Iterator<Item = &'a str>, options: &Options) -> (f64, f64) {
    let widest = names.map(|name| font::width(name, BODY, Face::Regular)).fold(0.0, f64::max);
    let left = MARGIN + widest.clamp(60.0, options.page() * 0.2) + 14.0;
    (left + INSET, options.page() - MARGIN - INSET)
}

impl Ledger {
    /// Puts everything in its place.
    pub(crate) fn plan(self, base: &Base, options: &Options) -> Plan {
        let width = options.page();
        let title = options.title.clone().unwrap_or(self.title);
        let (mut texts, y) = options.heading(&title, &self.subtitle);
        let axis = furniture::axis_height(&[self.scale]);
        let top = y + 8.0 + axis;
        let (names, mut lines, first) = furniture::marked(&options.marked, &[self.scale], top);
        texts.extend(names);
        let long = self.sections.iter().map(|section| section.rows.len()).sum::<usize>() > limits::ROWS_WITH_ONE_AXIS;
        let mut sheet = Sheet { scale: &self.scale, width, y: first + 4.0, items: Vec::new(), shades: Vec::new() };
        for section in self.sections {
            sheet.section(section, &mut texts);
        }
        let Sheet { y, mut items, shades, .. } = sheet;
        let bottom = y.max(top + 30.0) + 4.0;
        let axes = if long { Axes::AboveAndBelow } else { Axes::Above };
        let mut field = furniture::field(self.scale, top, bottom, axes);
        field.marked = lines.pop().unwrap_or_default();
        let after = bottom + if long { axis + 8.0 } else { 10.0 };
        let drawn = items.len();
        items.extend(self.samples);
        let (legend, y) = furniture::legend(&items, after, width);
        items.truncate(drawn);
        let mut notes = self.remarks;
        notes.extend(options.sources(base, &self.cited));
        let (notes, y) = furniture::notes(&notes, y + 4.0, width);
        texts.extend(notes);
        Plan {
            width,
            height: y + MARGIN - 6.0,
            title,
            description: self.description,
            fields: vec![field],
            shades,
            hairlines: Vec::new(),
            texts,
            items,
            legend,
            left_out: 0,
        }
    }
}

/// The part of the picture that is being filled from above.
struct Sheet<'a> {
    scale: &'a Scale,
    width: f64,
    y: f64,
    items: Vec<Item>,
    shades: Vec<Shade>,
}

impl Sheet<'_> {
    fn section(&mut self, section: LedgerSection, texts: &mut Vec<Label>) {
        let LedgerSection { heading, rows } = section;
        let grouped = heading.is_some();
        let start = self.y;
        let mut written: Vec<Label> = Vec::new();
        if let Some(heading) = heading {
            self.y += 3.0;
            for line in font::wrap(&heading, BODY, Face::Bold, self.width - 2.0 * MARGIN, limits::LEDGER_LINES) {
                self.y += LEADING;
                written.push(Label::new(line, MARGIN, self.y, BODY, Style::Strong));
            }
            self.y += 5.0;
        }
        // A statement that stands in several rows is one item.
        let mut known: BTreeMap<String, usize> = BTreeMap::new();
        for (n, row) in rows.into_iter().enumerate() {
            let top = self.y;
            let room = self.scale.left - INSET - MARGIN - 8.0;
            let lines = font::wrap(&row.name, BODY, Face::Regular, room, limits::LEDGER_LINES);
            for (i, line) in lines.iter().enumerate() {
                texts.push(Label::new(&**line, MARGIN, top + LINE * i as f64 + 13.0, BODY, Style::Plain));
            }
            for item in row.items {
                let item = item.down(top + LINE / 2.0);
                match known.get(&item.statement) {
                    Some(&at) => self.items[at].glyphs.extend(item.glyphs),
                    None => {
                        known.insert(item.statement.clone(), self.items.len());
                        self.items.push(item);
                    }
                }
            }
            self.y += LINE * lines.len().max(1) as f64;
            if !grouped && n % 2 == 0 {
                self.shade(top, self.y);
            }
        }
        // The heading belongs to the first statement, so that it has a ground on the grid.
        match known.values().min() {
            Some(&at) => self.items[at].labels.extend(written),
            None => texts.extend(written),
        }
        if grouped {
            self.y += 4.0;
            self.shade(start + LEADING + 8.0, self.y - 2.0);
        }
    }

    fn shade(&mut self, top: f64, bottom: f64) {
        let frame = Rect { left: MARGIN - 6.0, right: self.scale.right + INSET, top, bottom };
        self.shades.push(Shade { frame, tone: Tone::Row });
    }
}
