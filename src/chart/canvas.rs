//! From a plan to SVG. It knows nothing of statements.
//!
//! plotters, which only the files below know, draws its elements on a backend of our own, which writes them as SVG.
//! Groups, titles and ids, which plotters doesn't have, are written between them.

mod cells;
mod link;
mod pen;
mod svg;
mod theme;

pub use self::theme::Theme;

use self::cells::draw_cell;
use self::pen::{BAND, GRID, GRID_MAJOR, GROUND, LEADER, Paint, Pen, RULE, WINDOW, paint};
use self::svg::{escaped, number, told};
use super::font;
use super::plan::{BAR, BarEnd, Dash, Field, Fill, Glyph, Hairline, Ink, Item, Label, MARK, Plan, Rect, Shape, Tone};
use super::ticks::TickRank;

/// Draws a plan as an SVG document.
///
/// *Guarantees:* well-formed XML; the same plan gives the same bytes.
///
/// ```
/// # use chancery::model::{Base, Day};
/// use chancery::chart::{self, Options, Theme};
///
/// # let loaded = Base::folder("../tests/fixtures/world")?;
/// # let (base, today) = (&loaded.base, Day::parse("2026-11-23")?);
/// let (a, b) = (base.actor("Karvelia", today)?, base.actor("Pashtar", today)?);
/// let plan = chart::pair(base, a, b, &Options::new(today));
/// let picture = chart::draw(&plan, Theme::Light);
/// assert!(picture.starts_with("<svg"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn draw(plan: &Plan, theme: Theme) -> String {
    let pen = Pen::new(plan.width, plan.height, theme);
    let (width, height) = (number(plan.width), number(plan.height));
    pen.write(&format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
         class=\"chancery\" role=\"img\" aria-labelledby=\"chart-title chart-desc\" font-family=\"{}\">\n\
         <title id=\"chart-title\">{}</title>\n<desc id=\"chart-desc\">{}</desc>\n",
        font::FAMILIES,
        told(&plan.title),
        told(&plan.description),
    ));
    pen.write(&theme.sheet());
    pen.open("class=\"grid\" aria-hidden=\"true\"");
    pen.rect(&Rect { left: 0.0, top: 0.0, right: plan.width, bottom: plan.height }, GROUND);
    for shade in &plan.shades {
        pen.rect(&shade.frame, if shade.tone == Tone::Row { BAND } else { WINDOW });
    }
    plan.fields.iter().for_each(|field| grid(&pen, field));
    plan.hairlines.iter().for_each(|line| pen.line(line.from, line.to, 1.0, RULE));
    pen.close();
    pen.open("class=\"text\"");
    plan.texts.iter().for_each(|label| pen.text(label));
    pen.close();
    plan.items.iter().for_each(|item| draw_item(&pen, item, &plan.fields));
    if !plan.legend.is_empty() {
        pen.open("class=\"legend\"");
        for entry in &plan.legend {
            draw_glyph(&pen, &entry.glyph);
            pen.text(&entry.label);
        }
        pen.close();
    }
    pen.write("</svg>\n");
    pen.finish()
}

fn grid(pen: &Pen, field: &Field) {
    for tick in &field.ticks.ticks {
        let paint = if tick.rank == TickRank::Major { GRID_MAJOR } else { GRID };
        pen.line((tick.x, field.frame.top), (tick.x, field.frame.bottom), 1.0, paint);
    }
    let Rect { left, top, right, bottom } = field.frame;
    pen.line((left, top), (right, top), 1.0, GRID_MAJOR);
    pen.line((left, bottom), (right, bottom), 1.0, GRID_MAJOR);
    for &(x, from) in &field.marked {
        pen.dashed(&[(x, from), (x, bottom)], 1.2, LEADER, "5 3");
    }
    field.labels.iter().for_each(|label| pen.text(label));
}

fn draw_item(pen: &Pen, item: &Item, fields: &[Field]) {
    pen.open(&format!("class=\"{}\" data-statement=\"{}\"", escaped(&item.class), escaped(&item.statement)));
    pen.write(&format!("<title>{}</title>\n", told(&item.title)));
    item.leaders.iter().for_each(|Hairline { from, to }| pen.line(*from, *to, 0.8, LEADER));
    item.glyphs.iter().for_each(|glyph| draw_glyph(pen, glyph));
    for frame in item.labels.iter().map(Label::frame) {
        // The lines of the grid end where captions stand; rows without a grid behind them need no ground.
        if fields.iter().any(|field| field.frame.overlaps(&frame)) {
            pen.rect(&Rect { left: frame.left - 1.0, right: frame.right + 1.0, ..frame }, GROUND.pale(0.85));
        }
    }
    item.labels.iter().for_each(|label| pen.text(label));
    pen.close();
}

fn draw_glyph(pen: &Pen, glyph: &Glyph) {
    match glyph {
        Glyph::Mark { shape, x, y, ink } => draw_mark(pen, *shape, (*x, *y), paint(*ink)),
        Glyph::Joined { shape, xs, y } => draw_joined(pen, *shape, xs, *y),
        Glyph::Span { from, to, y, ink, start, end } => draw_span(pen, (*from, *to), *y, paint(*ink), (*start, *end)),
        Glyph::Bar { certain, possible, start, end, y, ink, fill } => {
            let bar = Bar { certain: *certain, possible: *possible, start: *start, end: *end };
            draw_bar(pen, &bar, *y, paint(*ink), *fill);
        }
        Glyph::Cell { frame, cell, ink } => draw_cell(pen, frame, *cell, paint(*ink)),
        Glyph::Steps { line, upper, pierced, ink, dash } => {
            draw_steps(pen, [line, upper], pierced, paint(*ink), *dash);
        }
        Glyph::Link { points, ink, dash, head, body, stress } => {
            link::draw(pen, points, paint(*ink), *dash, (*head, *body, *stress));
        }
    }
}

/// A line in steps, and the band above it with a thin edge.
fn draw_steps(pen: &Pen, [line, upper]: [&[(f64, f64)]; 2], pierced: &[[(f64, f64); 2]], paint: Paint, dash: Dash) {
    let band: Vec<(f64, f64)> = line.iter().chain(upper.iter().rev()).copied().collect();
    pen.fill(&band, paint.pale(0.16));
    if line != upper {
        pen.path(upper, 0.7, paint.pale(0.6));
    }
    let width = if dash == Dash::Dots { 2.4 } else { 2.2 };
    pen.dashed(line, width, paint, lengths(dash));
    for part in pierced {
        pen.dashed(part, width - 0.4, pen::GROUND, PIERCED);
    }
}

/// The dots that are left free in a line where it is only presumed.
const PIERCED: &str = "1.6 3.2";

/// The lengths of dashes and gaps; of a whole line there are none.
fn lengths(dash: Dash) -> &'static str {
    match dash {
        Dash::Whole => "",
        Dash::Long => "9 3",
        Dash::Short => "4 2.5",
        Dash::Mixed => "9 3 2.5 3",
        Dash::Dots => "2 2.4",
        Dash::Wide => "6 6",
    }
}

/// Candidates for one act: hollow diamonds, or crosses for what takes something back, and a line from each to the next.
fn draw_joined(pen: &Pen, shape: Shape, xs: &[f64], y: f64) {
    let paint = paint(Ink::Contest);
    let xs = apart(xs);
    for pair in xs.windows(2) {
        if pair[1] - pair[0] > 2.0 * MARK {
            pen.line((pair[0] + MARK, y), (pair[1] - MARK, y), 1.5, paint);
        }
    }
    if shape == Shape::Cross {
        return xs.iter().for_each(|x| draw_mark(pen, shape, (*x, y), paint));
    }
    // All white first: where two lie close, both outlines stay to be seen.
    xs.iter().for_each(|x| pen.fill(&diamond((*x, y), MARK), GROUND));
    xs.iter().for_each(|x| pen.outline(&diamond((*x, y), MARK - 0.7), 1.4, paint));
}

/// The centres, moved apart where they would hide each other: by less than half a mark, about their middle.
fn apart(xs: &[f64]) -> Vec<f64> {
    const LEAST: f64 = 7.0;
    let mut moved = xs.to_vec();
    for i in 1..moved.len() {
        moved[i] = moved[i].max(moved[i - 1] + LEAST);
    }
    let excess = moved.last().zip(xs.last()).map_or(0.0, |(there, here)| there - here);
    moved.iter().map(|x| x - excess / 2.0).collect()
}

fn draw_mark(pen: &Pen, shape: Shape, (x, y): (f64, f64), paint: Paint) {
    let r = MARK;
    let at =
        |points: &[(f64, f64)]| -> Vec<(f64, f64)> { points.iter().map(|(a, b)| (x + a * r, y + b * r)).collect() };
    // A white edge parts a filled mark from the bar that it stands on.
    let filled = |points: &[(f64, f64)]| {
        pen.outline(points, 2.0, GROUND);
        pen.fill(points, paint);
    };
    match shape {
        Shape::Diamond => filled(&diamond((x, y), r)),
        Shape::Disc => filled(&circle((x, y), r * 0.9)),
        Shape::Square => filled(&at(&[(-0.8, -0.8), (0.8, -0.8), (0.8, 0.8), (-0.8, 0.8)])),
        Shape::Triangle => filled(&at(&[(0.0, -1.0), (1.0, 0.8), (-1.0, 0.8)])),
        Shape::HollowTriangle => {
            let triangle = at(&[(0.0, -0.85), (0.85, 0.7), (-0.85, 0.7)]);
            pen.fill(&triangle, GROUND);
            pen.outline(&triangle, 1.4, paint);
        }
        Shape::House => filled(&at(&[(0.0, -1.0), (0.85, -0.2), (0.85, 0.9), (-0.85, 0.9), (-0.85, -0.2)])),
        Shape::Cross => {
            for (from, to) in [((-0.75, -0.75), (0.75, 0.75)), ((-0.75, 0.75), (0.75, -0.75))] {
                let points = at(&[from, to]);
                pen.line(points[0], points[1], 2.2, paint);
            }
        }
        Shape::Pause => {
            for side in [-0.45, 0.45] {
                let points = at(&[(side, -0.9), (side, 0.9)]);
                pen.line(points[0], points[1], 2.4, paint);
            }
        }
        Shape::Denied => {
            pen.fill(&circle((x, y), r * 0.85), GROUND);
            pen.outline(&circle((x, y), r * 0.85), 1.4, paint);
            let points = at(&[(-0.6, 0.6), (0.6, -0.6)]);
            pen.line(points[0], points[1], 1.4, paint);
        }
        Shape::Ring => {
            pen.fill(&circle((x, y), r * 0.8), GROUND);
            pen.outline(&circle((x, y), r * 0.8), 1.6, paint);
        }
        Shape::Stroke => {
            let points = at(&[(0.0, -1.0), (0.0, 1.0)]);
            pen.outline(&at(&[(-0.3, -1.0), (0.3, -1.0), (0.3, 1.0), (-0.3, 1.0)]), 1.0, GROUND);
            pen.line(points[0], points[1], 3.0, paint);
        }
        Shape::Actor => {
            pen.fill(&circle((x, y), r + 1.0), GROUND);
            pen.fill(&circle((x, y), r), paint);
        }
        Shape::NoActor => {
            pen.fill(&circle((x, y), r + 1.0), GROUND);
            pen.outline(&circle((x, y), r - 0.8), 1.4, paint);
        }
        Shape::Earlier => pen.path(&at(&[(0.4, -0.7), (-0.4, 0.0), (0.4, 0.7)]), 1.3, paint),
        Shape::Later => pen.path(&at(&[(-0.4, -0.7), (0.4, 0.0), (-0.4, 0.7)]), 1.3, paint),
    }
}

/// A bar that fades a little at its ends, over all its length towards a side without a bound, and not at all where
/// the frame cuts it off.
fn draw_span(pen: &Pen, (from, to): (f64, f64), y: f64, paint: Paint, edges: (BarEnd, BarEnd)) {
    let length = to - from;
    let fade = (length / 3.0).min(16.0);
    let (left, right) = match edges {
        (BarEnd::Unknown, _) => (length - 1.5, 0.0),
        (_, BarEnd::Unknown) => (0.0, length - 1.5),
        (start, end) => {
            (if start == BarEnd::Beyond { 0.0 } else { fade }, if end == BarEnd::Beyond { 0.0 } else { fade })
        }
    };
    draw_fade(pen, from, from + left, y, paint);
    pen.rect(&strip(from + left, to - right, y), paint);
    draw_fade(pen, to, to - right, y, paint);
}

/// A strip that grows from nothing at `faint` to full at `full`: strips on top of each other, so that none shows a seam.
fn draw_fade(pen: &Pen, faint: f64, full: f64, y: f64, paint: Paint) {
    let steps = ((full - faint).abs() / 2.0).clamp(4.0, 16.0) as i32;
    let step = (full - faint) / f64::from(steps);
    let layer = Paint(paint.0, 1.0 - (1.0 - paint.1.min(0.94)).powf(1.0 / f64::from(steps)));
    for n in 0..steps {
        let start = faint + step * f64::from(n);
        pen.rect(&strip(start.min(full), start.max(full), y), layer);
    }
}

struct Bar {
    certain: (f64, f64),
    possible: (f64, f64),
    start: BarEnd,
    end: BarEnd,
}

fn draw_bar(pen: &Pen, bar: &Bar, y: f64, paint: Paint, fill: Fill) {
    const FADE: f64 = 30.0;
    const ARROW: f64 = 8.0;
    let pale = paint.pale(0.38);
    let (mut from, mut to) = bar.possible;
    let length = to - from;
    if bar.start == BarEnd::Unknown {
        let end = from + FADE.min(length / 2.0);
        draw_fade(pen, from, end, y, pale);
        from = end;
    }
    if bar.end == BarEnd::Unknown {
        let start = to - FADE.min(length / 2.0);
        draw_fade(pen, to, start, y, pale);
        to = start;
    }
    if bar.end == BarEnd::Ongoing {
        to -= ARROW.min(length);
        pen.fill(&[(to, y - BAR / 2.0 - 1.5), (to + ARROW, y), (to, y + BAR / 2.0 + 1.5)], paint);
    }
    let (a, b) = (bar.certain.0.max(bar.possible.0), bar.certain.1.min(bar.possible.1));
    match fill {
        Fill::Solid => {
            pen.rect(&strip(from, to, y), pale);
            if a < b {
                pen.rect(&strip(a, b, y), paint);
            }
        }
        Fill::Hatched => {
            draw_hatched(pen, from, to, y, pale);
            if a < b {
                draw_hatched(pen, a.max(from), b.min(to), y, paint);
            }
        }
        patterned => {
            draw_pattern(pen, (from, to), y, pale, patterned);
            if a < b {
                draw_pattern(pen, (a, b.min(to)), y, paint, patterned);
            }
        }
    }
}

/// What tells one kind of bar from another without its colour.
fn draw_pattern(pen: &Pen, (from, to): (f64, f64), y: f64, paint: Paint, fill: Fill) {
    let (top, bottom) = (y - BAR / 2.0 + 0.5, y + BAR / 2.0 - 0.5);
    let outline = |pen: &Pen| {
        pen.rect(&strip(from, to, y), GROUND);
        pen.outline(&[(from + 0.5, top), (to - 0.5, top), (to - 0.5, bottom), (from + 0.5, bottom)], 1.2, paint);
    };
    match fill {
        Fill::Striped => {
            outline(pen);
            let strokes = ((to - from) / 4.0) as i32;
            (1..=strokes).for_each(|n| {
                let x = from + 4.0 * f64::from(n);
                pen.line((x, top), (x, bottom), 1.6, paint);
            });
        }
        Fill::Hollow => outline(pen),
        Fill::Dotted => pen.dashed(&[(from, y), (to, y)], 3.0, paint, "3 3"),
        Fill::Thin => pen.line((from, y), (to, y), 1.6, paint),
        Fill::Half => pen.rect(&Rect { left: from, top: y, right: to, bottom }, paint),
        Fill::Solid | Fill::Hatched => {}
    }
}

/// Slanted strokes between two lines.
fn draw_hatched(pen: &Pen, from: f64, to: f64, y: f64, paint: Paint) {
    let (top, bottom) = (y - BAR / 2.0 + 0.5, y + BAR / 2.0 - 0.5);
    pen.rect(&strip(from, to, y), GROUND);
    pen.line((from, top), (to, top), 1.0, paint);
    pen.line((from, bottom), (to, bottom), 1.0, paint);
    let mut x = from;
    while x + BAR <= to {
        pen.line((x, bottom), (x + BAR, top), 1.0, paint);
        x += 5.0;
    }
}

fn strip(from: f64, to: f64, y: f64) -> Rect {
    Rect { left: from, top: y - BAR / 2.0, right: to, bottom: y + BAR / 2.0 }
}

fn diamond((x, y): (f64, f64), r: f64) -> Vec<(f64, f64)> {
    vec![(x, y - r), (x + r, y), (x, y + r), (x - r, y)]
}

fn circle((x, y): (f64, f64), r: f64) -> Vec<(f64, f64)> {
    const CORNERS: i32 = 20;
    let angle = |n: i32| f64::from(n) * std::f64::consts::TAU / f64::from(CORNERS);
    (0..CORNERS).map(|n| (x + r * angle(n).cos(), y + r * angle(n).sin())).collect()
}
