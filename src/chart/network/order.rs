//! The order on the circle: those who have much in common stand side by side, whatever the day.

/// Who stands beside whom, and after whom there is a gap.
pub(super) struct Order {
    /// The places in the list of actors, clockwise from the top.
    pub(super) places: Vec<usize>,
    /// After which of them the next stands apart.
    pub(super) gaps: Vec<bool>,
}

/// How often the whole circle is looked through for a better place.
const ROUNDS: usize = 12;

/// An order in which what is alike is near: the sum of affinity times distance on the circle is small.
///
/// *Source:* seriation as an arrangement of least weighted distance, by nearest neighbours and then by moving one at a time; see Liiv,
/// Seriation and matrix reordering methods (2010). *Guarantee:* doesn't depend on anything but `affinity`.
pub(super) fn order(affinity: &[Vec<i64>]) -> Order {
    let mut places = nearest(affinity);
    let mut best = cost(affinity, &places);
    for _ in 0..ROUNDS {
        let before = best;
        for from in 0..places.len() {
            for to in 0..places.len() {
                let mut moved = places.clone();
                let one = moved.remove(from);
                moved.insert(to, one);
                let mut swapped = places.clone();
                swapped.swap(from, to);
                for other in [moved, swapped] {
                    let its = cost(affinity, &other);
                    if its < best {
                        (places, best) = (other, its);
                    }
                }
            }
        }
        if best == before {
            break;
        }
    }
    begun(affinity, places)
}

/// From the one with most in common with all, always the nearest of the rest.
fn nearest(affinity: &[Vec<i64>]) -> Vec<usize> {
    let n = affinity.len();
    let whole = |a: usize| affinity[a].iter().sum::<i64>();
    let Some(first) = (0..n).min_by_key(|&a| (-whole(a), a)) else { return Vec::new() };
    let mut places = vec![first];
    while let Some(next) =
        (0..n).filter(|a| !places.contains(a)).min_by_key(|&a| (places.last().map_or(0, |&last| -affinity[last][a]), a))
    {
        places.push(next);
    }
    places
}

fn cost(affinity: &[Vec<i64>], places: &[usize]) -> i64 {
    let n = places.len();
    let mut sum = 0;
    for (i, &one) in places.iter().enumerate() {
        for (j, &other) in places.iter().enumerate().skip(i + 1) {
            let apart = (j - i).min(n - (j - i));
            sum += affinity[one][other] * apart as i64;
        }
    }
    sum
}

/// The circle cut where neighbours have least in common, in the direction in which the first handle comes first; with gaps where
/// neighbours have less than half in common of what neighbours have.
fn begun(affinity: &[Vec<i64>], mut places: Vec<usize>) -> Order {
    let n = places.len();
    let beside = |places: &[usize], i: usize| affinity[places[i]][places[(i + 1) % n]];
    if let Some(cut) = (0..n).min_by_key(|&i| (beside(&places, i), places[i])) {
        places.rotate_left((cut + 1) % n);
    }
    if places.first() > places.last() {
        places.reverse();
    }
    let sum: i64 = (0..n).map(|i| beside(&places, i).max(0)).sum();
    let gaps = (0..n).map(|i| n > 3 && beside(&places, i) * 2 * (n as i64) < sum).collect();
    Order { places, gaps }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocs_stand_together_and_apart_from_others() {
        // 0, 2 and 4 have much in common; so have 1, 3 and 5; nobody across.
        let points = |a: usize, b: usize| if a != b && a % 2 == b % 2 { 10 } else { 0 };
        let affinity: Vec<Vec<i64>> = (0..6).map(|a| (0..6).map(|b| points(a, b)).collect()).collect();
        let found = order(&affinity);
        let sides: Vec<usize> = found.places.iter().map(|place| place % 2).collect();
        assert!(sides == [0, 0, 0, 1, 1, 1] || sides == [1, 1, 1, 0, 0, 0], "{:?}", found.places);
        assert_eq!(found.gaps, [false, false, true, false, false, true]);
        assert!(order(&[]).places.is_empty());
        assert_eq!(order(&[vec![0]]).places, [0]);
    }
}
