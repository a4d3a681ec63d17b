//! Places in an order of events whose days aren't certain.

use super::Day;

/// The places that something can take in an order: from the least to the most, both counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// One more than the number of others that certainly came before.
    pub least: usize,
    /// One more than the number of others that can have come before.
    pub most: usize,
}

impl Place {
    /// Whether `nth` is one of the places that it can take.
    pub fn can_be(self, nth: usize) -> bool {
        self.least <= nth && nth <= self.most
    }

    /// Whether `nth` is certainly its place.
    pub fn is_certainly(self, nth: usize) -> bool {
        self.least == nth && self.most == nth
    }
}

/// An order of events, each with the span of days `(earliest, latest)` on which it can have happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// Sorted.
    starts: Vec<Day>,
    /// Sorted.
    ends: Vec<Day>,
}

impl Order {
    /// The order of these.
    pub fn of(spans: impl IntoIterator<Item = (Day, Day)>) -> Self {
        let (mut starts, mut ends): (Vec<Day>, Vec<Day>) = spans.into_iter().unzip();
        starts.sort_unstable();
        ends.sort_unstable();
        Self { starts, ends }
    }

    /// The place of a span among the others, `own` being what stands in the order for itself.
    ///
    /// A place is one more than the number of others on an earlier day, so that what falls on the same day shares a
    /// place and the next one counts on (1, 2, 2, 4). Over all choices of one day from each span, `least` is the
    /// smallest place that occurs and `most` the largest.
    pub fn place(&self, (earliest, latest): (Day, Day), own: (Day, Day)) -> Place {
        let certainly_before = self.ends.partition_point(|&end| end < earliest) - usize::from(own.1 < earliest);
        let possibly_before = self.starts.partition_point(|&start| start < latest) - usize::from(own.0 < latest);
        Place { least: certainly_before + 1, most: possibly_before + 1 }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Least and most place of each, by trying every day of every span.
    fn by_brute_force(spans: &[(i32, i32)]) -> Vec<Place> {
        let mut found = vec![Place { least: usize::MAX, most: 0 }; spans.len()];
        let mut days: Vec<i32> = spans.iter().map(|span| span.0).collect();
        loop {
            for (slot, day) in found.iter_mut().zip(&days) {
                let place = 1 + days.iter().filter(|other| *other < day).count();
                slot.least = slot.least.min(place);
                slot.most = slot.most.max(place);
            }
            let Some(next) = (0..days.len()).find(|&i| days[i] < spans[i].1) else { return found };
            days[next] += 1;
            for i in 0..next {
                days[i] = spans[i].0;
            }
        }
    }

    proptest! {
        #[test]
        fn places_are_what_all_possible_dates_allow(
            raw in prop::collection::vec((0..12i32, 0..4i32), 0..7)
        ) {
            let spans: Vec<(i32, i32)> = raw.iter().map(|&(from, length)| (from, from + length)).collect();
            let days: Vec<(Day, Day)> =
                spans.iter().map(|&(a, b)| (Day::from_number(a), Day::from_number(b))).collect();
            let expected = by_brute_force(&spans);
            let order = Order::of(days.iter().copied());
            let places: Vec<Place> = days.iter().map(|&span| order.place(span, span)).collect();
            prop_assert_eq!(places, expected);
        }
    }
}
