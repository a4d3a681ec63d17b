//! What happened: the acts that match a pattern, by whom, and when.

use std::collections::BTreeMap;

use super::gather::{Hit, gathered};
use crate::form::{Act, Pattern, Time, What};
use crate::model::{ActorIx, Band, Base, Day, StatementIx, continues};
use crate::query::ranking::Doer;

/// Every act that matches or may match, none of which is known not to; by days.
pub fn acts(base: &Base, of: &Pattern, today: Day) -> Vec<Hit> {
    let What::Act(act) = &of.what else { return Vec::new() };
    let window = of.time.window(today);
    let mut hits = gathered(base, act);
    for hit in &mut hits {
        hit.counts = hit.counts.and(window.holds((hit.earliest, hit.latest)));
    }
    hits.retain(|hit| hit.counts != Band::No);
    hits.sort_by_key(order);
    hits
}

/// The order of days; what has no date comes last.
fn order(hit: &Hit) -> (bool, Day, Day, StatementIx, Option<ActorIx>) {
    (!hit.dated, hit.latest, hit.earliest, hit.statement, hit.who)
}

/// The same with who did it, for a ranking.
pub fn doers(base: &Base, of: &Pattern, today: Day) -> Vec<Doer> {
    let doer = |hit: Hit| {
        let Hit { who, statement, earliest, latest, counts, dated } = hit;
        Some(Doer { by: who?, statement, earliest, latest, counts, dated })
    };
    acts(base, of, today).into_iter().filter_map(doer).collect()
}

/// Every record that something happened, the first one first. Who continues another stands by its recognition, unless it acted
/// itself.
pub fn happened(base: &Base, act: &Act<ActorIx>, today: Day) -> Vec<Hit> {
    let what = What::from(&What::Act(act.clone()));
    let own = acts(base, &Pattern { what, time: Time::Ever }, today);
    match *act {
        Act::Recognized { by, of, capacity, form } if own.is_empty() => {
            let before = continues(base, by).into_iter().filter(|was| *was != of);
            let mut passed: Vec<Hit> =
                before.flat_map(|by| happened(base, &Act::Recognized { by, of, capacity, form }, today)).collect();
            passed.sort_by_key(order);
            passed
        }
        _ => own,
    }
}

/// Everybody who did it, each by the first act; by latest day.
pub fn first_of_each(doers: &[Doer]) -> Vec<Doer> {
    let mut first: BTreeMap<ActorIx, Doer> = BTreeMap::new();
    for &doer in doers {
        let known = first.entry(doer.by).or_insert(doer);
        // One that counts for certain goes before one that may not; then the earlier one.
        let rank = |one: &Doer| (std::cmp::Reverse(one.counts), !one.dated, one.latest, one.earliest);
        if rank(&doer) < rank(known) {
            *known = doer;
        }
    }
    let mut found: Vec<Doer> = first.into_values().collect();
    found.sort_by_key(|doer| (!doer.dated, doer.latest, doer.earliest, doer.by));
    found
}
