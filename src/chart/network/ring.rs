//! Places on a circle, with names outside of it that have room.

use super::order::Seating;
use crate::chart::font::{self, Face};
use crate::chart::furniture::{BODY, MARGIN};
use crate::chart::plan::{Label, MARK, Style};

/// The distance of the lines of a name.
const LINE: f64 = 14.5;

/// The size of what stands below a name.
const TAG: f64 = 10.0;

/// How far names stand from the circle, to its sides and above and below.
const OUT: (f64, f64) = (10.0, 14.0);

/// The room that names have at most to the sides, and the bounds of the radius.
const NAMES: f64 = 150.0;
const RADII: (f64, f64) = (105.0, 330.0);

/// A gap between neighbours who have little in common, in places.
const GAP: f64 = 0.7;

/// Whoever stands on the circle.
pub(super) struct Nameplate {
    /// The name.
    pub(super) text: String,
    /// What stands below: the alliances, if there are any; `None` where none are asked for.
    pub(super) tag: Option<String>,
}

/// The circle.
pub(super) struct Ring {
    /// Its centre.
    pub(super) centre: (f64, f64),
    /// Its radius.
    pub(super) radius: f64,
    /// Where each stands, in the order of the names.
    pub(super) places: Vec<(f64, f64)>,
    /// What is written for each.
    pub(super) labels: Vec<Vec<Label>>,
    /// Whether what stands below the names had room.
    pub(super) tagged: bool,
    /// Where the next thing can begin.
    pub(super) bottom: f64,
}

/// The radius of a circle in a picture of a width.
pub(super) fn radius(width: f64) -> f64 {
    (width / 2.0 - MARGIN - OUT.0 - 6.0 - NAMES).clamp(RADII.0, RADII.1)
}

/// How far above and below the centre names can stand, so that those of both sides don't meet.
fn reach(radius: f64) -> f64 {
    const ASIDE: f64 = 12.0;
    (radius + OUT.1) * (1.0 - (ASIDE / radius).powi(2)).sqrt()
}

/// How many have room on a circle in a picture of a width.
pub(super) fn most(width: f64) -> usize {
    2 * (2.0 * reach(radius(width)) / (LINE + 1.0)) as usize
}

/// How much is written of each name.
#[derive(Clone, Copy)]
struct Measure {
    lines: usize,
    tagged: bool,
    gap: f64,
}

/// Places these names, in their order, from `top` on: as generously as there is room.
///
/// *Guarantee:* the places depend on the texts, not on the tags: below each name stays room for one.
pub(super) fn ring(names: &[Nameplate], order: &Seating, width: f64, top: f64) -> Ring {
    let radius = radius(width).min(80.0 + 16.0 * names.len() as f64);
    let measures = [(2, true, GAP), (1, true, GAP), (1, false, GAP), (1, false, 0.0)];
    let measures = measures.map(|(lines, tagged, gap)| Measure { lines, tagged, gap });
    let fits = measures.iter().find_map(|&measure| Some((measure, blocks(names, order, width, radius, measure)?)));
    let (measure, blocks) = fits.unwrap_or_default();
    let least = blocks.iter().map(|block| block.point.1 - block.up).fold(-radius - MARK, f64::min);
    let most = blocks.iter().map(|block| block.point.1 + block.down).fold(radius + MARK, f64::max);
    let centre = (width / 2.0, top - least);
    Ring {
        centre,
        radius,
        places: blocks.iter().map(|block| block.place(radius, centre)).collect(),
        labels: blocks.iter().map(|block| block.labels(centre, width)).collect(),
        tagged: measure.tagged,
        bottom: centre.1 + most,
    }
}

impl Default for Measure {
    fn default() -> Self {
        Self { lines: 1, tagged: false, gap: 0.0 }
    }
}

/// A name in lines, and where it stands, counted from the centre.
struct NameBlock {
    lines: Vec<(String, f64, Style)>,
    right: bool,
    /// The point to which it is fixed.
    point: (f64, f64),
    /// How far above that its first line begins, and how high all its lines are.
    start: f64,
    height: f64,
    /// The room that is kept above and below that.
    up: f64,
    down: f64,
}

impl NameBlock {
    /// The point of the circle beside which it stands.
    fn place(&self, radius: f64, centre: (f64, f64)) -> (f64, f64) {
        let y = self.point.1 * radius / (radius + OUT.1);
        let x = (radius * radius - y * y).max(0.0).sqrt();
        (centre.0 + if self.right { x } else { -x }, centre.1 + y)
    }

    fn labels(&self, centre: (f64, f64), width: f64) -> Vec<Label> {
        let x = centre.0 + self.point.0;
        let room = if self.right { width - MARGIN - x } else { x - MARGIN };
        let mut y = centre.1 + self.point.1 - self.start;
        let mut labels = Vec::new();
        for (text, size, style) in &self.lines {
            let text = font::cut(text, *size, Face::Regular, room);
            let label = Label::new(text, x, y + font::ASCENT * size, *size, *style);
            labels.push(if self.right { label } else { label.ending_at(x) });
            y += size / BODY * LINE;
        }
        labels
    }
}

/// The blocks of all names; `None` when they don't have room.
fn blocks(names: &[Nameplate], order: &Seating, width: f64, radius: f64, measure: Measure) -> Option<Vec<NameBlock>> {
    let gaps = order.gaps.iter().filter(|gap| **gap).count() as f64;
    let whole = names.len() as f64 + gaps * measure.gap;
    let mut at = 0.5;
    let mut blocks = Vec::new();
    for (name, gap) in names.iter().zip(&order.gaps) {
        let angle = at / whole * std::f64::consts::TAU;
        at += 1.0 + if *gap { measure.gap } else { 0.0 };
        blocks.push(block(name, angle, width, radius, measure));
    }
    for right in [true, false] {
        let mut side: Vec<&mut NameBlock> = blocks.iter_mut().filter(|block| block.right == right).collect();
        if !right {
            side.reverse();
        }
        part(&mut side, reach(radius))?;
    }
    for block in &mut blocks {
        let out = block.point.1 / (radius + OUT.1);
        let x = (radius + OUT.0) * (1.0 - out * out).max(0.0).sqrt();
        // Beside its place, not on it; and nowhere within the circle, where the lines are.
        let place = block.place(radius, (0.0, 0.0));
        let (top, bottom) = (block.point.1 - block.start, block.point.1 - block.start + block.height);
        let beside = top < place.1 + MARK + 1.0 && place.1 - MARK - 1.0 < bottom;
        let least = if beside { place.0.abs() + MARK + 3.0 } else { 0.0 };
        let inmost = if top < 0.0 && bottom > 0.0 { 0.0 } else { top.abs().min(bottom.abs()) };
        let outside = ((radius + 1.0).powi(2) - inmost * inmost).max(0.0).sqrt();
        let x = x.max(least).max(outside);
        block.point.0 = if block.right { x } else { -x };
    }
    Some(blocks)
}

/// A name at an angle, clockwise from the top.
fn block(name: &Nameplate, angle: f64, width: f64, radius: f64, measure: Measure) -> NameBlock {
    let (sine, up) = (angle.sin(), angle.cos());
    let room = width / 2.0 - MARGIN - (radius + OUT.0) * sine.abs();
    let mut lines: Vec<(String, f64, Style)> = font::wrap(&name.text, BODY, Face::Regular, room, measure.lines)
        .into_iter()
        .map(|line| (line, BODY, Style::Plain))
        .collect();
    // The line nearest to the circle stands at its point, not the middle of the block.
    let above = |height: f64| height / 2.0 + up * (height - LINE) / 2.0;
    let height = |lines: &[(String, f64, Style)]| lines.iter().map(|(_, size, _)| size / BODY * LINE).sum::<f64>();
    let mut room_for = height(&lines);
    if let (true, Some(tag)) = (measure.tagged, &name.tag) {
        room_for += TAG / BODY * LINE;
        if !tag.is_empty() {
            lines.push((font::cut(tag, TAG, Face::Regular, room), TAG, Style::Muted));
        }
    }
    NameBlock {
        start: above(height(&lines)),
        height: height(&lines),
        lines,
        right: angle < std::f64::consts::PI,
        point: (0.0, -(radius + OUT.1) * up),
        up: above(room_for),
        down: room_for - above(room_for),
    }
}

/// Moves what stands on one side, from above to below, apart as little as possible, within `reach` of the centre; `None` when
/// there is no room.
///
/// *Source:* isotonic regression by pooling adjacent violators.
fn part(side: &mut [&mut NameBlock], reach: f64) -> Option<()> {
    let mut offsets = Vec::new();
    let mut offset = 0.0;
    for n in 0..side.len() {
        offset += if n == 0 { 0.0 } else { side[n - 1].down + side[n].up + 1.0 };
        offsets.push(offset);
    }
    if offset > 2.0 * reach {
        return None;
    }
    // Pools of equal height: the sum of the wishes, and how many.
    let mut pools: Vec<(f64, usize)> = Vec::new();
    for (block, offset) in side.iter().zip(&offsets) {
        let mut pool = (block.point.1 - offset, 1);
        while let Some(&(sum, count)) = pools.last()
            && sum / count as f64 > pool.0 / pool.1 as f64
        {
            pools.pop();
            pool = (pool.0 + sum, pool.1 + count);
        }
        pools.push(pool);
    }
    let heights = pools.into_iter().flat_map(|(sum, count)| std::iter::repeat_n(sum / count as f64, count));
    for ((block, height), own) in side.iter_mut().zip(heights).zip(&offsets) {
        block.point.1 = height.clamp(-reach, reach - offset) + own;
    }
    Some(())
}
