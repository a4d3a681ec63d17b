//! Everything that holds on a day, found without looking at what doesn't.
//!
//! A statement lasts, or its act begins a spell (of recognition, relations or a mission): either way it holds for a
//! [`Period`]. A centered interval tree over these periods answers for any day with a few slices of arrays that were
//! sorted beforehand, so that the count is known at once and only what is read is looked at. This is no matter of
//! graphs: nothing here has two ends.

use super::lasting::lasting_but_treaties;
use super::{Base, Day, Period, StatementIx};

/// An index of a base by days. Building it takes longer than one look at every statement; it is for many questions.
#[derive(Debug)]
pub struct Snapshot {
    certain: Stabbing,
    possible_only: Stabbing,
}

/// What holds on a day: statements that last, and acts that began what lasts.
#[derive(Debug)]
pub struct Holding<'s> {
    /// What certainly holds.
    pub certain: StatementSet<'s>,
    /// What may hold and doesn't certainly.
    pub possible_only: StatementSet<'s>,
}

/// Statements that hold, each once, in an order that is always the same and means nothing.
#[derive(Debug)]
pub struct StatementSet<'s> {
    slices: Vec<&'s [StatementIx]>,
}

impl Snapshot {
    /// Builds the index of everything that [lasts](super::lasting()) but the force of treaties, which one act often gives
    /// to many parties. Retracted statements aren't in it.
    pub fn of(base: &Base) -> Self {
        Self::of_periods(lasting_but_treaties(base).into_iter().map(|one| (one.statement, one.period)))
    }

    fn of_periods(periods: impl IntoIterator<Item = (StatementIx, Period)>) -> Self {
        let (mut certain, mut possible_only) = (Vec::new(), Vec::new());
        for (statement, period) in periods {
            let (from, until) = period.possible();
            let mut may = |from: Day, until: Day| {
                if from < until {
                    possible_only.push(Interval { from, until, statement });
                }
            };
            match period.certain() {
                Some((surely, no_longer)) => {
                    certain.push(Interval { from: surely, until: no_longer, statement });
                    may(from, surely);
                    may(no_longer, until);
                }
                None => may(from, until),
            }
        }
        Self { certain: Stabbing::of(certain), possible_only: Stabbing::of(possible_only) }
    }

    /// What holds on `day`, in two bands.
    pub fn on(&self, day: Day) -> Holding<'_> {
        Holding { certain: self.certain.at(day), possible_only: self.possible_only.at(day) }
    }
}

impl<'s> StatementSet<'s> {
    /// How many.
    pub fn len(&self) -> usize {
        self.slices.iter().map(|slice| slice.len()).sum()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.slices.is_empty()
    }

    /// Each of them.
    pub fn iter(&self) -> impl Iterator<Item = StatementIx> + use<'_, 's> {
        self.slices.iter().flat_map(|slice| slice.iter().copied())
    }
}

/// The days from `from` to before `until`.
#[derive(Debug, Clone, Copy)]
struct Interval {
    from: Day,
    until: Day,
    statement: StatementIx,
}

/// A centered interval tree (Edelsbrunner 1980), laid out flat: the nodes are the sorted days on which something
/// begins, searched by halves; each holds the intervals that its day lies in and no node above it does.
#[derive(Debug, Default)]
struct Stabbing {
    centers: Vec<Day>,
    /// Where the intervals of each node begin, and at the end where the last ones end.
    starts: Vec<u32>,
    /// Intervals by node, then by their beginning, the first one first.
    rising: Sorted,
    /// Intervals by node, then by their end, the last one first.
    falling: Sorted,
}

#[derive(Debug, Default)]
struct Sorted {
    days: Vec<Day>,
    statements: Vec<StatementIx>,
}

impl Stabbing {
    fn of(mut intervals: Vec<Interval>) -> Self {
        intervals.sort_unstable_by_key(|interval| (interval.from, interval.statement));
        let mut centers: Vec<Day> = intervals.iter().map(|interval| interval.from).collect();
        centers.dedup();
        let mut placed: Vec<(u32, Interval)> =
            intervals.into_iter().map(|interval| (node(&centers, interval) as u32, interval)).collect();
        let mut starts = vec![0; centers.len() + 1];
        placed.iter().for_each(|(node, _)| starts[*node as usize + 1] += 1);
        for at in 0..centers.len() {
            starts[at + 1] += starts[at];
        }
        let rising = Sorted::of(&placed, &starts, |interval| interval.from);
        placed.sort_unstable_by_key(|(_, interval)| (std::cmp::Reverse(interval.until), interval.statement));
        let falling = Sorted::of(&placed, &starts, |interval| interval.until);
        Self { centers, starts, rising, falling }
    }

    fn at(&self, day: Day) -> StatementSet<'_> {
        let mut slices = Vec::new();
        let (mut low, mut high) = (0, self.centers.len());
        while low < high {
            let node = low.midpoint(high);
            let (from, to) = (self.starts[node] as usize, self.starts[node + 1] as usize);
            let slice = if day < self.centers[node] {
                high = node;
                let count = self.rising.days[from..to].partition_point(|begins| *begins <= day);
                &self.rising.statements[from..from + count]
            } else {
                low = node + 1;
                let count = self.falling.days[from..to].partition_point(|ends| *ends > day);
                &self.falling.statements[from..from + count]
            };
            if !slice.is_empty() {
                slices.push(slice);
            }
        }
        StatementSet { slices }
    }
}

/// The first node on the way down whose day lies in the interval. There is one: the day on which it begins.
fn node(centers: &[Day], interval: Interval) -> usize {
    let (mut low, mut high) = (0usize, centers.len());
    loop {
        let node = low.midpoint(high);
        let center = centers[node];
        if center < interval.from {
            low = node + 1;
        } else if center >= interval.until {
            high = node;
        } else {
            return node;
        }
    }
}

impl Sorted {
    /// Deals intervals out to their nodes, in the order given.
    fn of(placed: &[(u32, Interval)], starts: &[u32], day: impl Fn(&Interval) -> Day) -> Self {
        let mut next = starts.to_vec();
        let mut days = vec![Day::PAST; placed.len()];
        let mut statements = vec![StatementIx::new(0); placed.len()];
        for (node, interval) in placed {
            let at = &mut next[*node as usize];
            days[*at as usize] = day(interval);
            statements[*at as usize] = interval.statement;
            *at += 1;
        }
        Self { days, statements }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::Band;

    proptest! {
        #[test]
        fn a_day_finds_what_looking_at_everything_finds(
            raw in prop::collection::vec((0..40i32, 0..9i32, 0..30i32, 0..9i32, any::<bool>()), 0..60)
        ) {
            let day = |number, open| if open { Day::FUTURE } else { Day::from_number(number) };
            let periods: Vec<(StatementIx, Period)> = raw
                .iter()
                .enumerate()
                .filter_map(|(n, &(from, doubt, length, other, open))| {
                    let begins = (Day::from_number(from), Day::from_number(from + doubt));
                    let until = from + length;
                    Some((StatementIx::new(n), Period::new(begins, (day(until, open), day(until + other, open)))?))
                })
                .collect();
            let snapshot = Snapshot::of_periods(periods.iter().copied());
            for day in (-1..90).map(Day::from_number) {
                let holding = snapshot.on(day);
                for (held, band) in [(holding.certain, Band::Certain), (holding.possible_only, Band::Possible)] {
                    let mut found: Vec<StatementIx> = held.iter().collect();
                    found.sort_unstable();
                    let all = periods.iter().filter(|(_, period)| period.holds(day) == band);
                    let expected: Vec<StatementIx> = all.map(|(ix, _)| *ix).collect();
                    prop_assert_eq!(held.len(), expected.len());
                    prop_assert_eq!(held.is_empty(), expected.is_empty());
                    prop_assert_eq!(found, expected);
                }
            }
        }
    }
}
