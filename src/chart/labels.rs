//! Where captions go: beside their marks in rows, or above a line in levels with leaders.
//!
//! This file knows boxes and numbers only; what it places, others write.

/// The space kept between captions.
pub(crate) const GAP: f64 = 8.0;

/// What wants a caption on a line: relative to that line, y upwards being negative.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Flag {
    /// The left end of the mark.
    pub(crate) left: f64,
    /// The right end of the mark.
    pub(crate) right: f64,
    /// Where a leader meets the mark.
    pub(crate) foot: f64,
    /// The width of the caption.
    pub(crate) width: f64,
}

/// Where a caption went.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Spot {
    /// Its left end.
    pub(crate) left: f64,
    /// Its level: 0 right above the line, 1 above that; −1 right below.
    pub(crate) level: i32,
}

/// Places the captions of marks on one line, all of one height, between `left` and `right`.
///
/// A caption begins over its mark, or ends over it near the right end. What has no room goes a level higher, or
/// below the line, with a leader. *Guarantees:* captions and leaders never cross. `None`: no room at all.
pub(crate) fn flags(flags: &[Flag], left: f64, right: f64, levels: i32) -> Vec<Option<Spot>> {
    // From right to left: a caption that begins at its mark is then never in the way of the leaders of the next.
    // Those that have to be shifted come last. Which of two ways leaves fewer out is found by trying both.
    let mut by_foot: Vec<usize> = (0..flags.len()).collect();
    by_foot.sort_by(|&a, &b| flags[b].foot.total_cmp(&flags[a].foot).then(b.cmp(&a)));
    let fits = |i: &usize| flags[*i].left + flags[*i].width <= right;
    let (roomy, tight): (Vec<usize>, Vec<usize>) = by_foot.iter().partition(|i| fits(i));
    let shifted_last: Vec<usize> = roomy.into_iter().chain(tight).collect();
    let one = place_in_order(flags, &by_foot, left, right, levels);
    let other = place_in_order(flags, &shifted_last, left, right, levels);
    let cost = |spots: &[Option<Spot>]| -> i32 { spots.iter().map(|s| s.map_or(1000, |s| level_cost(s.level))).sum() };
    let (mut best, mut order) = if cost(&other) < cost(&one) { (other, shifted_last) } else { (one, by_foot) };
    // What found no room is placed before the others, as long as that helps.
    while best.iter().any(Option::is_none) {
        order.sort_by_key(|&i| best[i].is_some());
        let next = place_in_order(flags, &order, left, right, levels);
        if cost(&next) >= cost(&best) {
            break;
        }
        best = next;
    }
    best
}

fn level_cost(level: i32) -> i32 {
    if level >= 0 { level } else { -level }
}

fn place_in_order(flags: &[Flag], order: &[usize], left: f64, right: f64, levels: i32) -> Vec<Option<Spot>> {
    let mut spots: Vec<Option<Spot>> = vec![None; flags.len()];
    for &i in order {
        let flag = flags[i];
        // A caption that begins at its mark is found sooner than one that ends there: a level more is a fair price.
        let begins = (0..levels).flat_map(|n| [n, -1 - n]).map(|level| (2 * level_cost(level), flag.left, level));
        let ends = (0..levels).flat_map(|n| [n, -1 - n]).flat_map(|level| {
            [flag.right - flag.width, right - flag.width].map(|left| (2 * level_cost(level) + 3, left, level))
        });
        let mut candidates: Vec<(i32, f64, i32)> = begins.chain(ends).collect();
        candidates.sort_by_key(|candidate| candidate.0);
        spots[i] = candidates
            .into_iter()
            .map(|(_, left, level)| Spot { left, level })
            .filter(|spot| spot.left >= left && spot.left + flag.width <= right)
            // A caption stands over its mark.
            .filter(|spot| spot.left <= flag.foot && flag.foot <= spot.left + flag.width)
            .find(|spot| {
                spots
                    .iter()
                    .zip(flags)
                    .filter_map(|(there, theirs)| Some((there.as_ref()?, theirs)))
                    .all(|(there, theirs)| !clash(spot, &flag, there, theirs))
            });
    }
    spots
}

/// Whether two captions share room, or the leader of one crosses the other.
fn clash(a: &Spot, of_a: &Flag, b: &Spot, of_b: &Flag) -> bool {
    let meet = a.left < b.left + of_b.width + GAP && b.left < a.left + of_a.width + GAP;
    let crosses = |one: &Spot, flag: &Flag, other: &Spot, theirs: &Flag| {
        let beyond = if one.level >= 0 {
            (0..one.level).contains(&other.level)
        } else {
            (one.level + 1..0).contains(&other.level)
        };
        beyond && other.left - GAP / 2.0 < flag.foot && flag.foot < other.left + theirs.width + GAP / 2.0
    };
    (a.level == b.level && meet) || crosses(a, of_a, b, of_b) || crosses(b, of_b, a, of_a)
}

/// Stacks blocks of given left and right ends into at most `rows` rows: which row each has, `None` for what had no room.
///
/// With room enough, they are taken as given. Where room is scarce the most important come first, and among equals those that leave no long gap between them.
/// What is chosen is stacked from left to right, so that reading down a row's beginnings is reading on in time.
pub(crate) fn rows(blocks: &[(f64, f64)], importance: &[u32], rows: usize) -> Vec<Option<usize>> {
    let mut by_left: Vec<usize> = (0..blocks.len()).collect();
    let all = stacked(blocks, &by_left, rows);
    if all.iter().all(Option::is_some) {
        return all;
    }
    by_left.sort_by(|&a, &b| blocks[a].0.total_cmp(&blocks[b].0).then(a.cmp(&b)));
    // The reversed bits of 0, 1, 2… jump through all ranks evenly.
    let mut chosen_first: Vec<(std::cmp::Reverse<u32>, u32, usize)> = by_left
        .iter()
        .enumerate()
        .map(|(rank, &i)| (std::cmp::Reverse(importance[i]), (rank as u32).reverse_bits(), i))
        .collect();
    chosen_first.sort_unstable();
    let order: Vec<usize> = chosen_first.into_iter().map(|(.., i)| i).collect();
    let chosen = stacked(blocks, &order, rows);
    by_left.retain(|&i| chosen[i].is_some());
    // What fits into so many rows in any order fits from left to right, and may leave room for others.
    by_left.extend(order.into_iter().filter(|&i| chosen[i].is_none()));
    stacked(blocks, &by_left, rows)
}

/// Each block of `order` in the first of so many rows that has room.
fn stacked(blocks: &[(f64, f64)], order: &[usize], rows: usize) -> Vec<Option<usize>> {
    let mut taken: Vec<Vec<(f64, f64)>> = Vec::new();
    let mut found = vec![None; blocks.len()];
    for &i in order {
        let (left, right) = blocks[i];
        let free = |row: &Vec<(f64, f64)>| row.iter().all(|&(a, b)| b + GAP <= left || right + GAP <= a);
        let row = taken.iter().position(free).unwrap_or(taken.len());
        if row < rows {
            if row == taken.len() {
                taken.push(Vec::new());
            }
            taken[row].push((left, right));
            found[i] = Some(row);
        }
    }
    found
}

/// Flows boxes of given widths into lines no longer than `width`: where each begins, and on which line.
pub(crate) fn flow(widths: &[f64], gap: f64, width: f64) -> Vec<(f64, usize)> {
    let (mut x, mut line) = (0.0, 0);
    widths
        .iter()
        .map(|w| {
            if x > 0.0 && x + w > width {
                (x, line) = (0.0, line + 1);
            }
            let at = (x, line);
            x += w + gap;
            at
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::chart::plan::Rect;

    /// Feet and widths → `left@level` of each.
    fn check(marks: &[(f64, f64)], expected: &str) {
        let given: Vec<Flag> =
            marks.iter().map(|&(foot, width)| Flag { left: foot, right: foot, foot, width }).collect();
        let found: Vec<String> = flags(&given, 0.0, 100.0, 4)
            .into_iter()
            .map(|spot| spot.map_or("–".to_owned(), |spot| format!("{}@{}", spot.left, spot.level)))
            .collect();
        assert_eq!(found.join(" "), expected, "{marks:?}");
    }

    #[test]
    fn captions_begin_at_their_marks_and_give_way() {
        check(&[(10.0, 30.0)], "10@0");
        check(&[(10.0, 30.0), (60.0, 30.0)], "10@0 60@0");
        check(&[(10.0, 30.0), (20.0, 30.0)], "10@-1 20@0");
        check(&[(10.0, 30.0), (20.0, 30.0), (30.0, 30.0)], "10@1 20@-1 30@0");
        check(&[(90.0, 30.0)], "60@0");
        check(&[(10.0, 300.0)], "–");
    }

    proptest! {
        #[test]
        fn captions_and_leaders_never_cross(marks in prop::collection::vec((0.0..300.0f64, 5.0..120.0f64), 0..40)) {
            let given: Vec<Flag> =
                marks.iter().map(|&(foot, width)| Flag { left: foot, right: foot, foot, width }).collect();
            let spots = flags(&given, 0.0, 300.0, 8);
            let line = |level: i32| f64::from(-level) * 10.0;
            let frames: Vec<(Rect, Rect)> = given.iter().zip(&spots).filter_map(|(flag, spot)| {
                let spot = spot.as_ref()?;
                let top = line(spot.level);
                let caption = Rect { left: spot.left, right: spot.left + flag.width, top, bottom: top + 10.0 };
                let (a, b) = if spot.level >= 0 { (top + 10.0, 10.0) } else { (10.0, top) };
                Some((caption, Rect { left: flag.foot, right: flag.foot + 0.02, top: a, bottom: b }))
            }).collect();
            for (i, (caption, _)) in frames.iter().enumerate() {
                for (j, (other, leader)) in frames.iter().enumerate().filter(|(j, _)| *j != i) {
                    prop_assert!(!caption.overlaps(other), "{i} {j}");
                    prop_assert!(!caption.overlaps(leader), "{i} {j}");
                }
            }
        }

        #[test]
        fn rows_never_overlap_and_leave_out_only_for_want_of_room(blocks in prop::collection::vec((0.0..300.0f64, 5.0..120.0f64, 0..9u32), 0..400)) {
            let spans: Vec<(f64, f64)> = blocks.iter().map(|&(x, w, _)| (x, x + w)).collect();
            let importance: Vec<u32> = blocks.iter().map(|block| block.2).collect();
            let placed = rows(&spans, &importance, 30);
            let frames: Vec<Rect> = spans.iter().zip(&placed).filter_map(|(&(left, right), row)| {
                let top = row.as_ref().copied()? as f64;
                Some(Rect { left, right, top, bottom: top + 1.0 })
            }).collect();
            let placed_all = placed.iter().all(Option::is_some);
            let used: std::collections::BTreeSet<usize> = placed.iter().flatten().copied().collect();
            prop_assert!(placed_all || used.len() == 30);
            for (i, frame) in frames.iter().enumerate() {
                prop_assert!(!frames[i + 1..].iter().any(|other| frame.overlaps(other)));
            }
        }
    }
}
