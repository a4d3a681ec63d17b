//! What stands around every chart: heading, axes, legend, notes and sources.

use std::collections::BTreeMap;

use super::font::{self, Face};
use super::glyphs;
use super::labels;
use super::limits;
use super::plan::{Anchor, BarEnd, Field, Fill, Glyph, Item, Label, LegendEntry, MARK, Rect, Shape, Style};
use super::ticks::{self, Scale};
use super::words::{self, Months};
use crate::model::{Base, Day, SourceIx, StatementIx};

/// The space at the edges of the picture.
pub const MARGIN: f64 = 20.0;

/// The size of captions.
pub(crate) const BODY: f64 = 12.0;

/// The size of notes and sources.
pub(crate) const SMALL: f64 = 11.0;

/// The distance of the lines of captions.
pub(crate) const LEADING: f64 = 15.0;

/// The height of the axis of these scales: of one line of labels, or of two.
pub(crate) fn axis_height(scales: &[Scale]) -> f64 {
    let two = scales.iter().any(|scale| !ticks::ticks(scale).unit_labels.is_empty());
    if two { 34.0 } else { 20.0 }
}

/// How far a field reaches beyond the ends of its scale, so that marks at the ends stay within.
pub(crate) const INSET: f64 = 9.0;

const HEADING: f64 = 17.0;

/// A heading and what explains it below: the lines, and where the next thing can begin.
pub(crate) fn heading(title: &str, subtitle: &str, width: f64) -> (Vec<Label>, f64) {
    let room = width - 2.0 * MARGIN;
    let mut y = MARGIN + HEADING;
    let mut lines = Vec::new();
    for text in font::wrap(title, HEADING, Face::Bold, room, limits::TITLE_LINES) {
        lines.push(Label::new(text, MARGIN, y, HEADING, Style::Strong));
        y += HEADING * 1.3;
    }
    for text in font::wrap(subtitle, BODY, Face::Regular, room, limits::SUBTITLE_LINES) {
        lines.push(Label::new(text, MARGIN, y, BODY, Style::Muted));
        y += LEADING + 1.0;
    }
    (lines, y)
}

/// A field whose frame reaches from `top` to `bottom`, its axis above and, if `repeated`, below.
pub(crate) fn field(scale: Scale, top: f64, bottom: f64, axes: Axes) -> Field {
    let ticks = ticks::ticks(&scale);
    let mut labels = Vec::new();
    let mut write = |upper: f64, lower: f64| {
        for tick in &ticks.ticks {
            if let Some(text) = &tick.label {
                labels.push(Label::new(&**text, 0.0, upper, ticks::SIZE, Style::Muted).centred_at(tick.x));
            }
        }
        for unit in &ticks.unit_labels {
            labels.push(Label::new(&*unit.text, unit.x, lower, ticks::SIZE, Style::Strong));
        }
    };
    if axes != Axes::Below {
        write(top - 6.0, top - 20.0);
    }
    if axes != Axes::Above {
        write(bottom + 14.0, bottom + 28.0);
    }
    let frame = Rect { left: scale.left - INSET, right: scale.right + INSET, top, bottom };
    Field { frame, scale, ticks, labels, marked: Vec::new() }
}

/// Where upright lines stand, and where each begins.
pub(crate) type Lines = Vec<(f64, f64)>;

/// The names of days that the reader asked for, below `top`, each over its line; where the lines stand on each scale and
/// begin; and where the next thing can begin.
pub(crate) fn marked(days: &[Day], scales: &[Scale], top: f64) -> (Vec<Label>, Vec<Lines>, f64) {
    let mut days: Vec<Day> = days.to_vec();
    days.sort_unstable();
    days.dedup();
    let mut labels: Vec<Label> = Vec::new();
    let mut lines: Vec<Lines> = vec![Vec::new(); scales.len()];
    let mut bottom = top;
    for day in days {
        // A day that two scales show has its name on the one that shows it larger, which is the last.
        let Some(scale) = scales.iter().rev().find(|scale| scale.shows(day)) else { continue };
        let name =
            Label::new(words::day(day, Months::Short), 0.0, 0.0, SMALL, Style::Strong).centred_at(scale.noon(day));
        let (left, right) = (scale.left - INSET + 2.0, scale.right + INSET - 2.0);
        let x = name.x.min(right - name.width()).max(left);
        let mut placed = Label { x, y: top + SMALL + 3.0, anchor: Anchor::Start, ..name };
        while labels.iter().any(|other| other.frame().overlaps(&placed.frame())) {
            placed.y += LEADING;
        }
        for (lines, scale) in lines.iter_mut().zip(scales).filter(|(_, scale)| scale.shows(day)) {
            lines.push((scale.noon(day), 0.0));
        }
        bottom = bottom.max(placed.y + 5.0);
        labels.push(placed);
    }
    // No line runs through the name of another.
    lines.iter_mut().flatten().for_each(|line| line.1 = bottom - 3.0);
    (labels, lines, bottom)
}

/// Where a field has axes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Axes {
    /// Above only.
    Above,
    /// Below only.
    Below,
    /// Above and below.
    AboveAndBelow,
}

/// The legend of the shapes that are used, from `top` on, and where the next thing can begin.
pub(crate) fn legend(items: &[Item], top: f64, width: f64) -> (Vec<LegendEntry>, f64) {
    legend_of(items.iter().flat_map(|item| &item.glyphs), top, width)
}

/// The legend of these shapes; see [`legend`].
pub(crate) fn legend_of<'a>(glyphs: impl Iterator<Item = &'a Glyph>, top: f64, width: f64) -> (Vec<LegendEntry>, f64) {
    const SAMPLE: f64 = 34.0;
    let mut used: BTreeMap<(u8, u8, &'static str), Glyph> = BTreeMap::new();
    for glyph in glyphs {
        let (rank, ink) = order(glyph);
        used.entry((rank, ink, glyphs::meaning(glyph))).or_insert_with(|| sample(glyph));
    }
    // One entry for each meaning, whatever its colour.
    let mut seen: Vec<&str> = Vec::new();
    used.retain(|(_, _, meaning), _| {
        let new = !seen.contains(meaning);
        seen.push(meaning);
        new
    });
    let widths: Vec<f64> = used
        .iter()
        .map(|((.., meaning), glyph)| sample_width(glyph) + 6.0 + font::width(meaning, SMALL, Face::Regular))
        .collect();
    debug_assert!(used.values().all(|glyph| sample_width(glyph) <= SAMPLE));
    let places = labels::flow(&widths, 16.0, width - 2.0 * MARGIN);
    let lines = places.last().map_or(0, |place| place.1 + 1);
    let entries = used
        .into_iter()
        .zip(places)
        .map(|(((.., meaning), glyph), (x, line))| {
            let y = top + line as f64 * 18.0 + 9.0;
            let left = MARGIN + x;
            let room = sample_width(&glyph);
            let label = Label::new(meaning, left + room + 6.0, y + 4.0, SMALL, Style::Plain);
            LegendEntry { glyph: shifted(glyph, left).down(y), label }
        })
        .collect();
    (entries, top + lines as f64 * 18.0)
}

/// Lines of small grey text from `top` on, and where the next thing can begin.
pub(crate) fn notes(texts: &[String], top: f64, width: f64) -> (Vec<Label>, f64) {
    let mut y = top;
    let mut lines = Vec::new();
    for text in texts.iter().filter(|text| !text.is_empty()) {
        for line in font::wrap(text, SMALL, Face::Regular, width - 2.0 * MARGIN, limits::NOTE_LINES) {
            y += LEADING;
            lines.push(Label::new(line, MARGIN, y, SMALL, Style::Muted));
        }
    }
    (lines, y + SMALL * 0.4)
}

/// Who published the sources of these statements, the most used first, and which data on which day.
pub(crate) fn sources(base: &Base, statements: &[StatementIx], today: Day) -> [String; 2] {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut cited: Vec<SourceIx> = Vec::new();
    for &ix in statements {
        for citation in base[ix].attestations.iter().flat_map(|attestation| &attestation.sources) {
            *counts.entry(&base[citation.source].publisher).or_default() += 1;
            cited.push(citation.source);
        }
    }
    let mut publishers: Vec<(&str, usize)> = counts.into_iter().collect();
    publishers.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    let named: Vec<&str> = publishers.iter().take(limits::PUBLISHERS_BELOW).map(|(name, _)| *name).collect();
    let more = publishers.len().saturating_sub(limits::PUBLISHERS_BELOW);
    let list = match (named.is_empty(), more) {
        (true, _) => String::new(),
        (false, 0) => format!("Sources: {}.", named.join("; ").trim_end_matches('.')),
        (false, more) => format!("Sources: {}; and {more} more.", named.join("; ")),
    };
    let name = if base.dataset.name.is_empty() { "Chancery" } else { &base.dataset.name };
    let version = format!("{name}, data of {}", base.dataset.in_words());
    [list, format!("{version}; as of {}.", words::day(today, Months::Full))]
}

/// Where a shape stands in the legend: acts, doubts, refusals, what lasts.
fn order(glyph: &Glyph) -> (u8, u8) {
    match glyph {
        Glyph::Mark { shape, ink, .. } => {
            let late = matches!(shape, Shape::Denied | Shape::Earlier | Shape::Later | Shape::Actor | Shape::NoActor);
            (if late { 100 } else { *shape as u8 }, *ink as u8)
        }
        Glyph::Joined { shape, .. } => (50, *shape as u8),
        Glyph::Span { start, end, ink, .. } => {
            let open = u8::from(*start == BarEnd::Unknown) + 2 * u8::from(*end == BarEnd::Unknown);
            (51 + open, *ink as u8)
        }
        Glyph::Bar { fill: Fill::Solid, end, ink, .. } => (60 + *end as u8, *ink as u8),
        Glyph::Bar { ink, fill, .. } => (70 + *fill as u8, *ink as u8),
        Glyph::Cell { cell, .. } => (90 + cell.rank(), 0),
        Glyph::Steps { ink, .. } => (80, *ink as u8),
        Glyph::Link { ink, body, stress, .. } => (30 + *ink as u8, 3 * *stress as u8 + *body as u8),
    }
}

fn sample_width(glyph: &Glyph) -> f64 {
    let frame = glyph.frame();
    frame.right - frame.left
}

/// A small example of a shape, its left end at x = 0, on the line y = 0.
fn sample(glyph: &Glyph) -> Glyph {
    match *glyph {
        Glyph::Mark { shape, ink, .. } => Glyph::Mark { shape, x: MARK, y: 0.0, ink },
        Glyph::Joined { shape, .. } => Glyph::Joined { shape, xs: vec![1.6 * MARK, 1.6 * MARK + 14.0], y: 0.0 },
        Glyph::Span { ink, start, end, .. } => {
            let [start, end] = [start, end].map(|edge| if edge == BarEnd::Beyond { BarEnd::Known } else { edge });
            Glyph::Span { from: 0.0, to: 26.0, y: 0.0, ink, start, end }
        }
        Glyph::Bar { certain, possible, end, ink, fill, .. } => {
            let pale = glyphs::has_pale_part(certain, possible);
            let patterned = fill != Fill::Solid;
            let (certain, start) = match (fill, end) {
                _ if patterned => ((0.0, 26.0), BarEnd::Known),
                (_, BarEnd::Ongoing) if certain.0 >= certain.1 => ((22.0, 22.0), BarEnd::Known),
                (_, BarEnd::Ongoing) => ((0.0, 22.0), BarEnd::Known),
                (_, BarEnd::Unknown) => ((0.0, 8.0), BarEnd::Known),
                _ if pale => ((7.0, 22.0), BarEnd::Known),
                _ => ((0.0, 28.0), BarEnd::Known),
            };
            let end = if patterned { BarEnd::Known } else { end };
            let to = if end == BarEnd::Ongoing { 30.0 } else { 28.0 };
            let to = if patterned { 26.0 } else { to };
            Glyph::Bar { certain, possible: (0.0, to), start, end, y: 0.0, ink, fill }
        }
        Glyph::Cell { frame, cell, ink } => {
            let half = ((frame.bottom - frame.top) / 2.0).clamp(5.0, 8.0);
            Glyph::Cell { frame: Rect { left: 0.0, top: -half, right: 2.0 * half, bottom: half }, cell, ink }
        }
        Glyph::Steps { ink, dash, .. } => {
            let (line, upper) = (vec![(0.0, 2.0), (26.0, 2.0)], vec![(0.0, -2.0), (26.0, -2.0)]);
            Glyph::Steps { line, upper, pierced: vec![[(13.0, 2.0), (26.0, 2.0)]], ink, dash }
        }
        Glyph::Link { ink, dash, head, body, stress, .. } => {
            let points = (0..=4).map(|n| (f64::from(n) * 7.5, 0.0)).collect();
            Glyph::Link { points, ink, dash, head, body, stress }
        }
    }
}

fn shifted(glyph: Glyph, by: f64) -> Glyph {
    match glyph {
        Glyph::Mark { shape, x, y, ink } => Glyph::Mark { shape, x: x + by, y, ink },
        Glyph::Joined { shape, xs, y } => Glyph::Joined { shape, xs: xs.into_iter().map(|x| x + by).collect(), y },
        Glyph::Span { from, to, y, ink, start, end } => {
            Glyph::Span { from: from + by, to: to + by, y, ink, start, end }
        }
        Glyph::Bar { certain, possible, start, end, y, ink, fill } => {
            let move_both = |(a, b): (f64, f64)| (a + by, b + by);
            Glyph::Bar { certain: move_both(certain), possible: move_both(possible), start, end, y, ink, fill }
        }
        Glyph::Cell { frame, cell, ink } => {
            Glyph::Cell { frame: Rect { left: frame.left + by, right: frame.right + by, ..frame }, cell, ink }
        }
        Glyph::Steps { line, upper, pierced, ink, dash } => {
            let moved = |points: Vec<(f64, f64)>| points.into_iter().map(|(x, y)| (x + by, y)).collect();
            let pierced = pierced.into_iter().map(|part| part.map(|(x, y)| (x + by, y))).collect();
            Glyph::Steps { line: moved(line), upper: moved(upper), pierced, ink, dash }
        }
        Glyph::Link { points, ink, dash, head, body, stress } => {
            let points = points.into_iter().map(|(x, y)| (x + by, y)).collect();
            Glyph::Link { points, ink, dash, head, body, stress }
        }
    }
}
