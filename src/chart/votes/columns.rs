//! Names in columns, each with a cell before it: down one column, then down the next.
//!
//! It knows names and places only.

use crate::chart::font::{self, Face};
use crate::chart::furniture::{MARGIN, SMALL};
use crate::chart::limits;
use crate::chart::plan::{Cell, Glyph, Ink, Label, Rect, Style};

/// The side of a cell, the space after it, and the height of a line.
const CELL: f64 = 10.0;
const AFTER: f64 = 5.0;
const LINE: f64 = 15.0;

/// The space between columns.
const GAP: f64 = 14.0;

/// Who is placed.
#[derive(Clone, Copy)]
pub(super) struct Voter<'a> {
    /// The name.
    pub(super) name: &'a str,
    /// Whether a diamond stands before it besides the cell.
    pub(super) is_open: bool,
}

/// Columns that are alike in all blocks of a figure.
pub(super) struct Columns {
    count: usize,
    width: f64,
}

/// Where a voter went.
pub(super) struct VoterPlace {
    left: f64,
    top: f64,
    indent: f64,
    lines: Vec<String>,
}

impl Voter<'_> {
    /// What stands before the name.
    fn indent(&self) -> f64 {
        if self.is_open { 2.0 * CELL + 2.0 + AFTER } else { CELL + AFTER }
    }

    fn width(&self) -> f64 {
        self.indent() + font::width(self.name, SMALL, Face::Regular)
    }
}

impl Columns {
    /// As many columns as leave nineteen names of twenty on one line.
    pub(super) fn new(voters: &[Voter<'_>], width: f64) -> Self {
        let room = width - 2.0 * MARGIN;
        let of = |count: usize| (room + GAP) / count as f64 - GAP;
        let mut widths: Vec<f64> = voters.iter().map(Voter::width).collect();
        widths.sort_by(f64::total_cmp);
        let usual = widths.get((widths.len() * 19).div_ceil(20).saturating_sub(1)).copied().unwrap_or(room);
        let count = (1..=limits::VOTER_COLUMNS).rev().find(|&count| of(count) >= usual).unwrap_or(1);
        Self { count, width: of(count) }
    }

    /// The places of these voters in a block from `top` on, in their order, and where the block ends. Its columns are as even as
    /// can be; a name stays in one of them.
    pub(super) fn place(&self, voters: &[Voter<'_>], top: f64) -> (Vec<VoterPlace>, f64) {
        let broken: Vec<Vec<String>> = voters
            .iter()
            .map(|voter| font::wrap(voter.name, SMALL, Face::Regular, self.width - voter.indent(), limits::VOTER_LINES))
            .collect();
        let heights: Vec<usize> = broken.iter().map(|lines| lines.len().max(1)).collect();
        let height = even(&heights, self.count);
        let (mut column, mut line) = (0, 0);
        let mut places = Vec::new();
        for ((voter, lines), own) in voters.iter().zip(broken).zip(heights) {
            if line + own > height {
                (column, line) = (column + 1, 0);
            }
            let left = MARGIN + column as f64 * (self.width + GAP);
            places.push(VoterPlace { left, top: top + line as f64 * LINE, indent: voter.indent(), lines });
            line += own;
        }
        (places, top + height as f64 * LINE)
    }
}

/// The least height of so many columns that hold all of these, in their order.
fn even(heights: &[usize], columns: usize) -> usize {
    let fits = |most: &usize| {
        let (mut used, mut line) = (1, 0);
        for own in heights {
            if line + own > *most {
                (used, line) = (used + 1, 0);
            }
            line += own;
        }
        used <= columns
    };
    let least = heights.iter().sum::<usize>().div_ceil(columns).max(heights.iter().copied().max().unwrap_or(0));
    (least..).find(fits).unwrap_or(least)
}

impl VoterPlace {
    /// The cell, the diamond if sources differ, and the name.
    pub(super) fn draw(self, (cell, ink): (Cell, Ink), is_open: bool) -> (Vec<Glyph>, Vec<Label>) {
        let top = self.top + (LINE - CELL) / 2.0;
        let at = |left: f64| Rect { left, top, right: left + CELL, bottom: top + CELL };
        let mut glyphs = vec![Glyph::Cell { frame: at(self.left), cell, ink }];
        if is_open {
            glyphs.push(Glyph::Cell { frame: at(self.left + CELL + 2.0), cell: Cell::Differs, ink: Ink::Contest });
        }
        let x = self.left + self.indent;
        let label =
            |(n, text): (usize, String)| Label::new(text, x, self.top + n as f64 * LINE + 11.4, SMALL, Style::Plain);
        (glyphs, self.lines.into_iter().enumerate().map(label).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_even_and_names_stay_whole() {
        for (heights, columns, expected) in [
            (&[1, 1, 1, 1, 1, 1, 1][..], 4, 2),
            (&[1, 1, 1, 1], 4, 1),
            (&[1, 1, 1, 1, 1], 1, 5),
            // Two lines of one name aren't parted, so the first column stays shorter.
            (&[1, 2, 1, 2], 2, 3),
            (&[1, 1, 2, 2], 2, 4),
            (&[3, 1], 4, 3),
            (&[], 3, 0),
        ] {
            assert_eq!(even(heights, columns), expected, "{heights:?} in {columns}");
        }
    }
}
