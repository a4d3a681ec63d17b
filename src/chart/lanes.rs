//! Lanes: statements of one kind below each other, on lines of their own or in rows with their captions.

use super::font::{self, Face};
use super::furniture::{BODY, LEADING};
use super::labels::{self, Flag};
use super::limits;
use super::plan::{BAR, Hairline, Item, Label, MARK, Rect, Style};
use crate::model::Kind;

/// Statements under one name.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Lane {
    /// What kind its statements are of.
    pub(crate) kind: Kind,
    /// The name.
    pub(crate) name: String,
    /// Lines, each with all that happens to one thing: bars, their beginnings and ends.
    pub(crate) tracks: Vec<Vec<LaneAct>>,
    /// Acts that stand alone.
    pub(crate) acts: Vec<LaneAct>,
    /// The most rows that these acts take before captions are left out.
    pub(crate) rows: usize,
}

/// A statement with what is to be written beside it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct LaneAct {
    /// Its shapes on the line y = 0; no labels yet.
    pub(crate) item: Item,
    /// What to write; empty: nothing.
    pub(crate) caption: Vec<(String, Style)>,
    /// What goes first when room is scarce.
    pub(crate) importance: u32,
}

/// A lane with its place.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct PlacedLane {
    /// The statements, placed.
    pub(crate) items: Vec<Item>,
    /// Where the lane ends.
    pub(crate) bottom: f64,
    /// How many captions had no room.
    pub(crate) left_out: usize,
}

impl Lane {
    /// An empty lane.
    pub(crate) fn new(kind: Kind, name: &str) -> Self {
        Self { kind, name: name.to_owned(), tracks: Vec::new(), acts: Vec::new(), rows: limits::CAPTION_ROWS }
    }
}

const PAD: f64 = 9.0;

/// Places a lane below `top`, its captions between `left` and `right`.
pub(crate) fn lay(lane: Lane, top: f64, left: f64, right: f64) -> PlacedLane {
    let mut laid = PlacedLane { items: Vec::new(), bottom: top + PAD, left_out: 0 };
    for track in lane.tracks {
        lay_track(track, &mut laid, left, right);
    }
    lay_acts(lane.acts, lane.rows, &mut laid, left, right);
    laid.bottom += PAD - 4.0;
    laid
}

/// One line: captions above in levels, with leaders from the second on.
fn lay_track(track: Vec<LaneAct>, laid: &mut PlacedLane, left: f64, right: f64) {
    let captions: Vec<(usize, String, Style)> = track
        .iter()
        .enumerate()
        .filter_map(|(i, act)| act.caption.first().map(|(text, style)| (i, text.clone(), *style)))
        .collect();
    let texts: Vec<String> =
        captions.iter().map(|(_, text, style)| font::cut(text, BODY, style.face(), right - left)).collect();
    let flags: Vec<Flag> = captions
        .iter()
        .zip(&texts)
        .map(|((i, _, style), text)| {
            // A line's first glyph may be its bar; the caption belongs to the mark at its beginning.
            let frames: Vec<Rect> = track[*i].item.glyphs.iter().map(super::plan::Glyph::frame).collect();
            let mark = frames.last().copied().unwrap_or(Rect { left, right: left, top: 0.0, bottom: 0.0 });
            let wide = mark.right - mark.left > 3.0 * MARK;
            let foot = if wide { mark.left + MARK } else { f64::midpoint(mark.left, mark.right) };
            // A bar that runs off the frame has its caption within.
            let foot = foot.max(left + MARK);
            Flag {
                left: mark.left.max(left),
                right: mark.right.min(right),
                foot,
                width: font::width(text, BODY, style.face()),
            }
        })
        .collect();
    let spots = labels::flags(&flags, left, right, limits::CAPTION_LEVELS);
    let up = spots.iter().flatten().map(|spot| spot.level + 1).max().unwrap_or(0).max(0);
    let down = spots.iter().flatten().map(|spot| -spot.level).max().unwrap_or(0).max(0);
    let line = laid.bottom + f64::from(up) * LEADING + MARK + 1.0;
    let mut items: Vec<Item> = track.into_iter().map(|act| act.item.down(line)).collect();
    for (((i, _, style), text), (spot, flag)) in captions.iter().zip(texts).zip(spots.into_iter().zip(&flags)) {
        let Some(spot) = spot else {
            laid.left_out += 1;
            continue;
        };
        let (base, end) = if spot.level >= 0 {
            let base = line - MARK - 5.0 - f64::from(spot.level) * LEADING;
            (base, base + 3.5)
        } else {
            let base = line + MARK + 1.0 + f64::from(-spot.level) * LEADING - 3.0;
            (base, base - BODY)
        };
        let label = Label::new(text, spot.left, base, BODY, *style);
        let shifted = spot.left < flag.left - 0.5;
        items[*i].labels.push(if shifted { label.ending_at(spot.left + flag.width) } else { label });
        if spot.level > 0 || spot.level < -1 {
            let start = if spot.level > 0 { line - MARK } else { line + MARK };
            items[*i].leaders.push(Hairline { from: (flag.foot, start), to: (flag.foot, end) });
        }
    }
    laid.items.extend(items);
    laid.bottom = line + MARK + 3.0 + f64::from(down) * LEADING + 3.0;
}

/// Acts in rows: each mark has its caption beside it, and both are moved to the first row with room.
fn lay_acts(acts: Vec<LaneAct>, most: usize, laid: &mut PlacedLane, left: f64, right: f64) {
    let blocks: Vec<CaptionBlock> = acts.iter().map(|act| block(act, left, right)).collect();
    let spans: Vec<(f64, f64)> = blocks.iter().map(|block| (block.left, block.right)).collect();
    let importance: Vec<u32> = acts.iter().map(|act| act.importance).collect();
    let rows = labels::rows(&spans, &importance, most);
    let count = rows.iter().flatten().max().map_or(0, |row| row + 1);
    let mut heights = vec![0.0_f64; count];
    for (block, row) in blocks.iter().zip(&rows) {
        if let Some(row) = row {
            heights[*row] = heights[*row].max(block.height);
        }
    }
    let mut tops = vec![laid.bottom; count + 1];
    for row in 0..count {
        tops[row + 1] = tops[row] + heights[row] + 5.0;
    }
    let strip = rows.iter().any(Option::is_none);
    for ((act, block), row) in acts.into_iter().zip(blocks).zip(rows) {
        let mut item = act.item;
        match row {
            Some(row) => {
                item = item.down(block.line);
                item.labels = block.labels;
                laid.items.push(item.down(tops[row]));
            }
            None => {
                laid.left_out += usize::from(!act.caption.is_empty());
                laid.items.push(item.down(tops[count] + MARK));
            }
        }
    }
    laid.bottom = tops[count] + if strip { 2.0 * MARK + 5.0 } else { 0.0 };
}

/// A mark with its caption, from y = 0 down.
struct CaptionBlock {
    left: f64,
    right: f64,
    height: f64,
    /// The line of the mark.
    line: f64,
    labels: Vec<Label>,
}

fn block(act: &LaneAct, left: f64, right: f64) -> CaptionBlock {
    const BESIDE: f64 = 4.0;
    const NARROW: f64 = 180.0;
    const WIDE: f64 = 280.0;
    let frame = act.item.glyphs.iter().map(super::plan::Glyph::frame).reduce(Rect::with);
    let frame = frame.unwrap_or(Rect { left, right: left, top: 0.0, bottom: 0.0 });
    let (after, before) = (right - frame.right - BESIDE, frame.left - BESIDE - left);
    let room = if after >= NARROW {
        after
    } else if before >= NARROW {
        before
    } else {
        right - left
    };
    let most = room.min(WIDE);
    let lines: Vec<(String, Style)> = act
        .caption
        .iter()
        .flat_map(|(text, style)| {
            let lines = if *style == Style::Strong { 1 } else { limits::CAPTION_LINES };
            font::wrap(text, BODY, style.face(), most, lines).into_iter().map(|line| (line, *style))
        })
        .collect();
    let width = lines.iter().map(|(text, style)| font::width(text, BODY, style.face())).fold(0.0, f64::max);
    let text_height = lines.len() as f64 * LEADING;
    let at = |x: f64, y: f64| -> Vec<Label> {
        let label = |(i, (text, style)): (usize, &(String, Style))| {
            Label::new(&**text, x, y + BODY + i as f64 * LEADING, BODY, *style)
        };
        lines.iter().enumerate().map(label).collect()
    };
    let middle = MARK.max(BAR / 2.0) + 3.0;
    if frame.right + BESIDE + width <= right {
        let labels = at(frame.right + BESIDE, 0.0);
        let end = if lines.is_empty() { frame.right } else { frame.right + BESIDE + width };
        return CaptionBlock {
            left: frame.left,
            right: end,
            height: text_height.max(2.0 * middle),
            line: middle,
            labels,
        };
    }
    if frame.left - BESIDE - width >= left {
        let start = frame.left - BESIDE - width;
        let labels = at(start, 0.0).into_iter().map(|label| label.ending_at(frame.left - BESIDE)).collect();
        return CaptionBlock {
            left: start,
            right: frame.right,
            height: text_height.max(2.0 * middle),
            line: middle,
            labels,
        };
    }
    // Neither side has room: the caption goes above.
    let start = frame.left.min(right - width).max(left);
    CaptionBlock {
        left: frame.left.min(start),
        right: frame.right.max(start + width),
        height: text_height + 2.0 * middle,
        line: text_height + middle,
        labels: at(start, 0.0),
    }
}

/// The width that the names of lanes take.
pub(crate) fn gutter<'a>(names: impl IntoIterator<Item = &'a str>) -> f64 {
    names.into_iter().map(|name| font::width(name, BODY, Face::Bold)).fold(0.0, f64::max)
}
