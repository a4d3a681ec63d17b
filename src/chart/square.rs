//! A square of cells: actors in rows and, by number, in columns, both in an order in which neighbours are alike, so that
//! blocs show.
//!
//! It knows names and places only; what the cells say, others tell.

use super::font::{self, Face};
use super::furniture::{BODY, MARGIN, SMALL};
use super::options::Options;
use super::plan::{Label, Rect, Style};

/// The largest side of a cell, and the smallest in which a matrix can be read.
const SIDES: (f64, f64) = (34.0, 14.0);

/// The most room that the names of the rows take.
const NAMES: f64 = 160.0;

/// The most actors that a matrix of a width can have.
pub fn most_in_matrix(options: &Options) -> usize {
    ((options.page() - 2.0 * MARGIN - NAMES - 8.0) / SIDES.1) as usize
}

/// Where the cells of a square are.
pub(super) struct Square {
    left: f64,
    top: f64,
    /// The side of a cell.
    pub(super) side: f64,
    among: usize,
}

impl Square {
    /// The square of those who have these names, in their order, from `y` on, and what is written beside and above it.
    pub(super) fn new(names: &[&str], y: f64, width: f64) -> (Self, Vec<Label>) {
        let numbered = |n: usize| format!("  {}", n + 1);
        let whole: Vec<String> = names.iter().enumerate().map(|(n, name)| format!("{name}{}", numbered(n))).collect();
        let widest = whole.iter().map(|text| font::width(text, BODY, Face::Regular)).fold(0.0, f64::max);
        let left = MARGIN + widest.min(NAMES) + 8.0;
        let side = ((width - MARGIN - left) / names.len().max(1) as f64).clamp(SIDES.1, SIDES.0);
        let square = Self { left, top: y + 22.0, side, among: names.len() };
        let size = (side * 0.42).clamp(6.0, SMALL);
        let mut texts = Vec::new();
        for (n, (text, name)) in whole.iter().zip(names).enumerate() {
            let Rect { left: x, top, .. } = square.frame(n, n);
            let height = BODY.min(side * 0.8);
            let room = left - MARGIN - 8.0;
            // A long name is cut, its number never: the columns have no other name.
            let label = if font::width(text, height, Face::Regular) > room {
                let number = numbered(n);
                let room = room - font::width(&number, height, Face::Regular);
                font::cut(name, height, Face::Regular, room) + &number
            } else {
                text.clone()
            };
            let y = top + 0.5 * side + 0.33 * height;
            texts.push(Label::new(label, 0.0, y, height, Style::Plain).ending_at(left - 6.0));
            let head = Label::new((n + 1).to_string(), 0.0, square.top - 6.0, size, Style::Muted);
            texts.push(head.centred_at(x + 0.5 * side));
        }
        (square, texts)
    }

    /// The cell of a row and a column.
    pub(super) fn frame(&self, row: usize, column: usize) -> Rect {
        let (left, top) = (self.left + column as f64 * self.side, self.top + row as f64 * self.side);
        Rect { left, top, right: left + self.side - 1.0, bottom: top + self.side - 1.0 }
    }

    /// Where the next thing can begin.
    pub(super) fn bottom(&self) -> f64 {
        self.top + self.among as f64 * self.side
    }
}

/// An order of so many in which neighbours are alike: from the one with most in common with all, always the nearest of the
/// rest, by a distance that is the same from both sides.
///
/// *Source:* seriation by nearest neighbours; see Liiv, Seriation and matrix reordering methods (2010).
pub(super) fn seriation(among: usize, distance: impl Fn(usize, usize) -> usize) -> Vec<usize> {
    let whole = |a: usize| (0..among).filter(|&b| b != a).map(|b| distance(a, b)).sum::<usize>();
    let Some(first) = (0..among).min_by_key(|&a| (whole(a), a)) else { return Vec::new() };
    let mut order = vec![first];
    while let Some(next) = (0..among)
        .filter(|a| !order.contains(a))
        .min_by_key(|&a| (order.last().map_or(0, |&last| distance(last, a)), a))
    {
        order.push(next);
    }
    order
}
