//! Cells of maps and matrices.

use super::draw_hatched;
use super::pen::{BAND, GRID_MAJOR, GROUND, Paint, Pen, paint as inked};
use crate::chart::plan::{BAR, Cell, Ink, Rect};

/// A cell: told apart by filling, frame and strokes, not by colour alone.
pub(super) fn draw_cell(pen: &Pen, frame: &Rect, cell: Cell, paint: Paint) {
    let Rect { left, top, right, bottom } = *frame;
    let inner = 0.6;
    let edge = [
        (left + inner, top + inner),
        (right - inner, top + inner),
        (right - inner, bottom - inner),
        (left + inner, bottom - inner),
        (left + inner, top + inner),
    ];
    match cell {
        Cell::Certain => pen.rect(frame, paint),
        Cell::Itself => pen.rect(frame, inked(Ink::Refusal)),
        Cell::Possible => {
            pen.rect(frame, paint.pale(0.3));
            pen.dashed(&edge, 1.2, paint, "3 2");
        }
        Cell::Withdrawn => {
            pen.rect(frame, GROUND);
            pen.path(&edge, 1.2, inked(Ink::Refusal));
            let (x, y, r) = ((left + right) / 2.0, bottom - 5.0, 2.6);
            pen.line((x - r, y - r), (x + r, y + r), 1.3, inked(Ink::Refusal));
            pen.line((x - r, y + r), (x + r, y - r), 1.3, inked(Ink::Refusal));
        }
        Cell::Withheld => {
            draw_hatched(pen, left, right, bottom - BAR / 2.0, inked(Ink::Refusal));
            pen.path(&edge, 1.2, inked(Ink::Refusal));
        }
        Cell::Blank => {
            pen.rect(frame, BAND);
            pen.path(&edge, 0.8, GRID_MAJOR);
        }
    }
}
