//! Lines between actors: told apart by dash, body and width, not by colour alone.

use super::pen::{GROUND, Paint, Pen};
use super::{PIERCED, lengths};
use crate::chart::plan::{Body, Dash, LineEnd, Stress};

/// The length of an arrow head.
const HEAD: f64 = 7.5;

/// Half its width.
const SPREAD: f64 = 3.4;

/// A line, with what ends it, what it is made of and how much it stands out.
pub(super) fn draw(
    pen: &Pen,
    points: &[(f64, f64)],
    paint: Paint,
    dash: Dash,
    (head, body, stress): (LineEnd, Body, Stress),
) {
    let (width, paint) = match stress {
        Stress::Plain => (1.7, paint),
        Stress::Fine => (1.0, paint.pale(0.6)),
        Stress::New => (3.2, paint),
        Stress::Gone => (1.2, paint),
    };
    // Dots are light: they need more ink to be seen as well as a line.
    let width = if dash == Dash::Dots { width * 1.5 } else { width };
    let line = if head == LineEnd::Arrow { shortened(points, HEAD - 1.5) } else { points.to_vec() };
    let dash = lengths(dash);
    match body {
        Body::Full => pen.dashed(&line, width, paint, dash),
        Body::Pierced => {
            pen.dashed(&line, width + 1.4, paint, dash);
            pen.dashed(&line, width, GROUND, PIERCED);
        }
        Body::Hollow => {
            pen.dashed(&line, width + 2.2, paint, dash);
            pen.path(&line, width + 0.4, GROUND);
        }
    }
    if stress == Stress::Gone {
        let (x, y) = points[points.len() / 2];
        let r = 3.6;
        pen.line((x - r, y - r), (x + r, y + r), 1.4, paint);
        pen.line((x - r, y + r), (x + r, y - r), 1.4, paint);
    }
    if let (LineEnd::Arrow, Some(&tip)) = (head, points.last()) {
        arrow(pen, tip, shortened(points, HEAD).last().copied().unwrap_or(tip), paint, body);
    }
}

/// An arrow head whose tip is here and that comes from there.
fn arrow(pen: &Pen, tip: (f64, f64), from: (f64, f64), paint: Paint, body: Body) {
    let (dx, dy) = (tip.0 - from.0, tip.1 - from.1);
    let length = dx.hypot(dy);
    if length == 0.0 {
        return;
    }
    let (dx, dy) = (dx / length, dy / length);
    let side = |way: f64| (tip.0 - HEAD * dx + way * SPREAD * dy, tip.1 - HEAD * dy - way * SPREAD * dx);
    let corners = [tip, side(1.0), side(-1.0)];
    match body {
        Body::Full | Body::Pierced => pen.fill(&corners, paint),
        Body::Hollow => {
            pen.fill(&corners, GROUND);
            pen.outline(&corners, 1.0, paint);
        }
    }
}

/// The line without so much of its end.
fn shortened(points: &[(f64, f64)], by: f64) -> Vec<(f64, f64)> {
    let mut kept = points.to_vec();
    let mut left = by;
    while let [.., before, last] = kept[..] {
        let (dx, dy) = (last.0 - before.0, last.1 - before.1);
        let length = dx.hypot(dy);
        kept.pop();
        if length > left {
            let part = (length - left) / length;
            kept.push((before.0 + dx * part, before.1 + dy * part));
            break;
        }
        left -= length;
    }
    kept
}
