//! A bar of parts: how many of a whole are what, the number and the words of each part above it.

use super::font::{self, Face};
use super::furniture::{BODY, MARGIN};
use super::labels;
use super::plan::{Cell, Glyph, Ink, Item, Label, LegendEntry, Rect, Style};

/// The height of the bar.
const HEIGHT: f64 = 12.0;

/// The side of the samples above it.
const SAMPLE: f64 = 10.0;

/// The space between two words above the bar.
const GAP: f64 = 16.0;

/// A part of the whole.
pub(super) struct BarPart {
    /// How it is drawn.
    pub(super) cell: Cell,
    /// Its colour.
    pub(super) ink: Ink,
    /// How many it counts.
    pub(super) count: usize,
    /// What stands above it.
    pub(super) words: String,
}

/// The bar, and what stands above it.
pub(super) struct StackedBar {
    /// The parts that count something.
    pub(super) items: Vec<Item>,
    /// The words, each with a sample.
    pub(super) key: Vec<LegendEntry>,
    /// Where the next thing can begin.
    pub(super) bottom: f64,
}

/// The bar of these parts of what the record `of` counts, from `top` on.
pub(super) fn stacked(parts: &[BarPart], of: &str, top: f64, width: f64) -> StackedBar {
    let total: usize = parts.iter().map(|part| part.count).sum();
    let room = width - 2.0 * MARGIN;
    let mut begun = 0;
    let mut places = Vec::new();
    for part in parts {
        let at = |count: usize| if total == 0 { 0.0 } else { room * count as f64 / total as f64 };
        places.push((at(begun), at(begun + part.count)));
        begun += part.count;
    }
    let wide = |part: &BarPart| SAMPLE + 5.0 + font::width(&part.words, BODY, Face::Regular);
    let widths: Vec<f64> = parts.iter().map(wide).collect();
    let starts: Vec<f64> = places.iter().map(|(start, _)| *start).collect();
    let words = above(&starts, &widths, room);
    let lines = words.iter().map(|(_, line)| line + 1).max().unwrap_or(0);
    let entry = |(part, (x, line)): (&BarPart, &(f64, usize))| {
        let (left, y) = (MARGIN + x, top + *line as f64 * 18.0 + 9.0);
        let frame = Rect { left, top: y - SAMPLE / 2.0, right: left + SAMPLE, bottom: y + SAMPLE / 2.0 };
        LegendEntry {
            glyph: Glyph::Cell { frame, cell: part.cell, ink: part.ink },
            label: Label::new(&*part.words, left + SAMPLE + 5.0, y + 4.2, BODY, Style::Plain),
        }
    };
    let key = parts.iter().zip(&words).map(entry).collect();
    let bar = top + lines as f64 * 18.0 + 5.0;
    let item = |(part, (start, end)): (&BarPart, (f64, f64))| Item {
        statement: of.to_owned(),
        class: format!("statement count {}", part.cell.name()),
        title: part.words.clone(),
        glyphs: vec![Glyph::Cell {
            // A hair of ground between parts, which is less than the least part has.
            frame: Rect { left: MARGIN + start, top: bar, right: MARGIN + end - 1.0, bottom: bar + HEIGHT },
            cell: part.cell,
            ink: part.ink,
        }],
        labels: Vec::new(),
        leaders: Vec::new(),
    };
    let items: Vec<Item> = parts.iter().zip(places).filter(|(part, _)| part.count > 0).map(item).collect();
    let bottom = if items.is_empty() { bar } else { bar + HEIGHT };
    StackedBar { items, key, bottom }
}

/// Where words of these widths stand: where their parts start, pushed aside by each other, and on one line; where that can't
/// be, one after the other on as many lines as they need.
fn above(starts: &[f64], widths: &[f64], room: f64) -> Vec<(f64, usize)> {
    let together = widths.iter().sum::<f64>() + GAP * widths.len().saturating_sub(1) as f64;
    if together > room {
        return labels::flow(widths, GAP, room);
    }
    let mut places = Vec::new();
    let mut free = 0.0f64;
    for (start, width) in starts.iter().zip(widths) {
        let place = start.max(free);
        places.push(place);
        free = place + width + GAP;
    }
    let mut limit = room;
    for (place, width) in places.iter_mut().zip(widths).rev() {
        *place = place.min(limit - width);
        limit = *place - GAP;
    }
    places.into_iter().map(|place| (place, 0)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(starts: &[f64], widths: &[f64], expected: &[(f64, usize)]) {
        assert_eq!(above(starts, widths, 100.0), expected);
    }

    #[test]
    fn words_stand_at_their_parts_or_as_near_as_can_be() {
        check(&[0.0, 50.0], &[10.0, 10.0], &[(0.0, 0), (50.0, 0)]);
        // Pushed to the right by the one before, and to the left by the end.
        check(&[0.0, 5.0], &[20.0, 20.0], &[(0.0, 0), (36.0, 0)]);
        check(&[0.0, 98.0], &[20.0, 20.0], &[(0.0, 0), (80.0, 0)]);
        check(&[60.0, 98.0], &[40.0, 30.0], &[(14.0, 0), (70.0, 0)]);
        // Too long for one line.
        check(&[0.0, 50.0], &[60.0, 60.0], &[(0.0, 0), (0.0, 1)]);
        check(&[], &[], &[]);
    }
}
