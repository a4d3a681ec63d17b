//! The order on the circle: those who have much in common stand side by side, whatever the day.

/// Who stands beside whom, and after whom there is a gap.
pub(super) struct Seating {
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
pub(super) fn order(affinity: &[Vec<i64>]) -> Seating {
    let mut places = nearest(affinity);
    for _ in 0..ROUNDS {
        let moved = (0..places.len()).map(|from| walk(affinity, &mut places, from)).sum::<i64>();
        let swapped = swaps(affinity, &mut places);
        if moved + swapped == 0 {
            break;
        }
    }
    begun(affinity, places)
}

/// Lets the one in a place walk around the circle, and leaves it where the sum is least; how much that changes it.
fn walk(affinity: &[Vec<i64>], places: &mut [usize], from: usize) -> i64 {
    let n = places.len();
    let mut trial = places.to_vec();
    let (mut sum, mut best) = (0, 0);
    for step in 1..n {
        let (here, next) = ((from + step - 1) % n, (from + step) % n);
        sum += swap(affinity, &trial, here, next);
        trial.swap(here, next);
        if sum < best {
            best = sum;
            places.copy_from_slice(&trial);
        }
    }
    best
}

/// Swaps each two whose swap makes the sum less; how much that changes it.
fn swaps(affinity: &[Vec<i64>], places: &mut [usize]) -> i64 {
    let mut sum = 0;
    for one in 0..places.len() {
        for other in one + 1..places.len() {
            let change = swap(affinity, places, one, other);
            if change < 0 {
                places.swap(one, other);
                sum += change;
            }
        }
    }
    sum
}

/// How much it changes the sum to swap those in two places.
fn swap(affinity: &[Vec<i64>], places: &[usize], one: usize, other: usize) -> i64 {
    let n = places.len();
    let apart = |a: usize, b: usize| a.abs_diff(b).min(n - a.abs_diff(b)) as i64;
    let (first, second) = (&affinity[places[one]], &affinity[places[other]]);
    let all = places.iter().enumerate().filter(|(at, _)| *at != one && *at != other);
    all.map(|(at, &third)| (first[third] - second[third]) * (apart(other, at) - apart(one, at))).sum()
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

/// The circle cut where neighbours have least in common, in the direction in which the first handle comes first; with gaps where
/// neighbours have less than half in common of what neighbours have.
fn begun(affinity: &[Vec<i64>], mut places: Vec<usize>) -> Seating {
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
    Seating { places, gaps }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cost(affinity: &[Vec<i64>], places: &[usize]) -> i64 {
        let n = places.len();
        let pairs = (0..n).flat_map(|a| (0..a).map(move |b| (a, b)));
        pairs.map(|(a, b)| affinity[places[a]][places[b]] * (a - b).min(n - (a - b)) as i64).sum()
    }

    #[test]
    fn a_swap_changes_the_sum_as_told() {
        let affinity: Vec<Vec<i64>> = (0..7_i64).map(|a| (0..7).map(|b| (a * b) % 5 - 1).collect()).collect();
        let places = [3, 1, 4, 0, 5, 2, 6];
        for (one, other) in [(0, 1), (0, 6), (2, 5), (1, 4)] {
            let mut swapped = places;
            swapped.swap(one, other);
            let change = cost(&affinity, &swapped) - cost(&affinity, &places);
            assert_eq!(swap(&affinity, &places, one, other), change, "{one} {other}");
        }
        let best = cost(&affinity, &order(&affinity).places);
        assert!(best <= cost(&affinity, &nearest(&affinity)));
    }

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
