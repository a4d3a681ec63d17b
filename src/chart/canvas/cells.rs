//! Cells of maps, matrices and roll calls.

use super::pen::{BAND, GRID_MAJOR, GROUND, LEADER, Paint, Pen, paint as inked};
use super::{diamond, draw_hatched};
use crate::chart::plan::{BAR, Cell, Ink, Rect};

/// How much of its colour the shade of each step of a share has, the palest first. On all but the last dark text can be read.
pub(super) const SHADES: [f64; Cell::STEPS] = [0.05, 0.16, 0.3, 0.48, 1.0];

/// A cell: told apart by filling, frame and strokes, not by colour alone.
pub(super) fn draw_cell(pen: &Pen, frame: &Rect, cell: Cell, paint: Paint) {
    let Rect { left, top, right, bottom } = *frame;
    let within = |by: f64| {
        let corner = (left + by, top + by);
        [corner, (right - by, top + by), (right - by, bottom - by), (left + by, bottom - by), corner]
    };
    let edge = within(0.6);
    match cell {
        Cell::Certain => pen.rect(frame, paint),
        Cell::Presumed => {
            pen.rect(frame, paint);
            pen.dashed(&within(2.2), 1.5, GROUND, "1.5 2.5");
        }
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
        Cell::Favour => pen.rect(frame, paint),
        Cell::Against => {
            pen.rect(frame, GROUND);
            let strokes = foot(frame);
            slanted(pen, &strokes, strokes.bottom - strokes.top, 1.3, paint);
            pen.path(&edge, 1.2, paint);
        }
        Cell::Abstaining => {
            pen.rect(frame, GROUND);
            rising(pen, &foot(frame), 3.6, 1.0, paint);
            pen.path(&edge, 0.9, paint);
        }
        Cell::Absent => {
            pen.rect(frame, GROUND);
            pen.path(&edge, 0.9, paint);
        }
        Cell::Unnamed => {
            pen.rect(frame, paint.pale(0.14));
            pen.dashed(&edge, 1.0, paint, "3 2");
        }
        Cell::Differs => {
            let Rect { top: upper, .. } = foot(frame);
            if upper > top {
                pen.rect(frame, GROUND);
                pen.dashed(&edge, 1.2, paint, "3 2");
            }
            let r = (bottom - upper).min(right - left) / 2.0 - 0.7;
            let corners = diamond(((left + right) / 2.0, (upper + bottom) / 2.0), r);
            pen.fill(&corners, GROUND);
            pen.outline(&corners, 1.4, paint);
        }
        Cell::Alike => shade(pen, frame, &edge, SHADES[3], paint),
        Cell::Apart => shade(pen, frame, &edge, SHADES[1], paint),
        Cell::Opposed => shade(pen, frame, &edge, 0.0, paint),
        Cell::Share(share) => shade(pen, frame, &edge, SHADES[Cell::step(share)], paint),
        Cell::Incomparable => {
            pen.rect(frame, GROUND);
            pen.path(&edge, 0.8, GRID_MAJOR);
            let (x, y, r) = ((left + right) / 2.0, (top + bottom) / 2.0, ((right - left) / 6.0).min(4.0));
            pen.line((x - r, y), (x + r, y), 1.2, LEADER);
        }
    }
}

/// Where the strokes of a cell are: all over it, or, on a tile, at its foot, below what is written.
fn foot(frame: &Rect) -> Rect {
    const SMALL: f64 = 12.0;
    let tall = frame.bottom - frame.top > SMALL;
    Rect { top: if tall { frame.bottom - BAR } else { frame.top }, ..*frame }
}

/// A shade of a colour, in a thin frame that keeps the palest from being lost.
fn shade(pen: &Pen, frame: &Rect, edge: &[(f64, f64)], strength: f64, paint: Paint) {
    pen.rect(frame, GROUND);
    pen.rect(frame, paint.pale(strength));
    pen.path(edge, 0.6, paint.pale(0.5));
}

/// Strokes that rise to the right, and strokes that fall: a row of crosses where they are as far apart as the frame is high.
fn slanted(pen: &Pen, frame: &Rect, apart: f64, stroke: f64, paint: Paint) {
    let Rect { left, top, right, bottom } = *frame;
    let mut x = left;
    while x < right - 0.5 {
        let end = (x + bottom - top).min(right);
        pen.line((x, bottom), (end, bottom - (end - x)), stroke, paint);
        pen.line((x, top), (end, top + (end - x)), stroke, paint);
        x += apart;
    }
}

/// Strokes that rise to the right, over all the frame.
fn rising(pen: &Pen, frame: &Rect, apart: f64, stroke: f64, paint: Paint) {
    let Rect { left, top, right, bottom } = *frame;
    let mut x = left - (bottom - top) + apart / 2.0;
    while x < right {
        let (start, end) = (x.max(left), (x + bottom - top).min(right));
        if end - start > 0.5 {
            pen.line((start, bottom - (start - x)), (end, bottom - (end - x)), stroke, paint);
        }
        x += apart;
    }
}
