//! Several attestations and several acts: what combining and ordering say is what all possible dates allow.

use std::collections::BTreeSet;

use chancery::model::{Date, Day, Order, Place, Rank, When, combine};
use proptest::prelude::*;

/// A date of a source, as the days on which it can be.
#[derive(Debug, Clone)]
struct Said {
    text: String,
    days: BTreeSet<i32>,
    rank: Rank,
}

/// The first of the days among which all dates of these tests lie: 1 January 2000.
const FIRST: i32 = 10_957;

fn day(number: i32) -> Day {
    Day::from_number(FIRST + number)
}

fn said() -> impl Strategy<Value = Said> {
    let rank = prop_oneof![6 => Just(Rank::Normal), 2 => Just(Rank::Deprecated), 1 => Just(Rank::Preferred)];
    let one = (0..10i32).prop_map(|at| (day(at).to_string(), BTreeSet::from([at])));
    let range = (0..9i32, 1..4i32)
        .prop_map(|(from, length)| (format!("{}/{}", day(from), day(from + length)), (from..=from + length).collect()));
    let set = prop::collection::btree_set(0..10i32, 2..4).prop_map(|days: BTreeSet<i32>| {
        let texts: Vec<String> = days.iter().map(|at| day(*at).to_string()).collect();
        (format!("[{}]", texts.join(",")), days)
    });
    (prop_oneof![3 => one, 2 => range, 1 => set], rank).prop_map(|((text, days), rank)| Said { text, days, rank })
}

fn when(said: &[Said]) -> When {
    let dates: Vec<(Date, Rank)> =
        said.iter().map(|said| (Date::parse(&said.text).expect("EDTF"), said.rank)).collect();
    combine(dates.iter().map(|(date, rank)| (date, *rank)))
}

/// The days of the narrowest dates that count: of each that contains no other.
fn narrowest(said: &[Said]) -> BTreeSet<&BTreeSet<i32>> {
    let counted: BTreeSet<&BTreeSet<i32>> =
        said.iter().filter(|said| said.rank != Rank::Deprecated).map(|said| &said.days).collect();
    let holds_another = |days: &BTreeSet<i32>| counted.iter().any(|other| *other != days && other.is_subset(days));
    counted.iter().copied().filter(|days| !holds_another(days)).collect()
}

/// Least and most place of each, by trying every choice of one possible day for each.
fn by_brute_force(possible: &[Vec<i32>]) -> Vec<Place> {
    let mut found = vec![Place { least: usize::MAX, most: 0 }; possible.len()];
    let mut choice = vec![0; possible.len()];
    loop {
        let days: Vec<i32> = choice.iter().zip(possible).map(|(at, days)| days[*at]).collect();
        for (place, day) in found.iter_mut().zip(&days) {
            let there = 1 + days.iter().filter(|other| *other < day).count();
            place.least = place.least.min(there);
            place.most = place.most.max(there);
        }
        let Some(next) = (0..choice.len()).find(|&index| choice[index] + 1 < possible[index].len()) else {
            return found;
        };
        choice[next] += 1;
        choice[..next].fill(0);
    }
}

proptest! {
    #[test]
    fn possible_days_are_the_union_of_the_narrowest_that_count(said in prop::collection::vec(said(), 0..6)) {
        let when = when(&said);
        let narrowest = narrowest(&said);
        let union: BTreeSet<i32> = narrowest.iter().flat_map(|days| days.iter().copied()).collect();
        match (union.first(), union.last()) {
            (Some(first), Some(last)) => {
                prop_assert_eq!((when.earliest, when.latest), (day(*first), day(*last)));
                let shown = when.shown.as_ref().expect("a date counts");
                prop_assert!(Date::parse(shown.as_str()).is_ok(), "{shown} is a date");
                if said.iter().all(|said| said.rank != Rank::Preferred) {
                    prop_assert_eq!((shown.earliest(), shown.latest()), (when.earliest, when.latest));
                }
            }
            _ => prop_assert_eq!(&when, &When::UNDATED),
        }
        prop_assert_eq!(when.contested, narrowest.len() > 1);
    }

    #[test]
    fn what_is_deprecated_does_not_count(said in prop::collection::vec(said(), 0..6)) {
        let kept: Vec<Said> = said.iter().filter(|said| said.rank != Rank::Deprecated).cloned().collect();
        prop_assert_eq!(when(&said), when(&kept));
    }

    #[test]
    fn corroboration_widens_nothing(said in prop::collection::vec(said(), 1..5), before in 0..3i32, after in 0..3i32) {
        let alone = when(&said);
        let Some(narrow) = said.iter().find(|said| said.rank != Rank::Deprecated) else { return Ok(()) };
        let (first, last) = (narrow.days.first().expect("a day"), narrow.days.last().expect("a day"));
        let text = format!("{}/{}", day(first - before), day(last + after));
        let wider = Said { text, days: (first - before..=last + after).collect(), rank: Rank::Normal };
        let mut more = said.clone();
        more.push(wider);
        let corroborated = when(&more);
        prop_assert_eq!(
            (corroborated.earliest, corroborated.latest, corroborated.contested),
            (alone.earliest, alone.latest, alone.contested)
        );
    }

    #[test]
    fn the_order_of_attestations_does_not_matter(said in prop::collection::vec(said(), 0..6)) {
        let mut turned = said.clone();
        turned.reverse();
        let (one, other) = (when(&said), when(&turned));
        prop_assert_eq!((one.earliest, one.latest, one.contested), (other.earliest, other.latest, other.contested));
    }

    /// Contest and imprecision alike: the places of acts are those of all their possible days.
    #[test]
    fn places_are_what_all_possible_days_of_contested_acts_allow(
        acts in prop::collection::vec(prop::collection::vec(said(), 1..4), 1..5)
    ) {
        let acts: Vec<Vec<Said>> =
            acts.into_iter().filter(|said| said.iter().any(|said| said.rank != Rank::Deprecated)).collect();
        let spans: Vec<(Day, Day)> = acts.iter().map(|said| when(said)).map(|when| (when.earliest, when.latest)).collect();
        let possible: Vec<Vec<i32>> = acts
            .iter()
            .map(|said| {
                let union: BTreeSet<i32> = narrowest(said).into_iter().flatten().copied().collect();
                union.into_iter().collect()
            })
            .collect();
        let order = Order::of(spans.iter().copied());
        let places: Vec<Place> = spans.iter().map(|&span| order.place(span, span)).collect();
        prop_assert_eq!(places, by_brute_force(&possible));
    }
}
