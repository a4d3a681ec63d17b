//! What must hold narrows what is possible: the days on which a recognition can lie, recorded or implied by relations.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{ActorIx, Base, Day, Fact, Key, Level, Pair, RelationsAct, StatementIx, first_day_of};

/// A recognition that no record states and that relations imply.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Implied {
    /// Who must have recognized.
    pub by: ActorIx,
    /// The statement that relations were established.
    pub statement: StatementIx,
    /// The first day on which it can have happened.
    pub earliest: Day,
    /// The last day on which it can have happened.
    pub latest: Day,
}

/// The days on which a recognition can have happened. What must hold narrows an imprecise date, and never empties it.
pub(super) fn bounds(base: &Base, by: ActorIx, of: ActorIx, ix: StatementIx, since: Day) -> (Day, Day) {
    let when = &base[ix].begins;
    if when.earliest == when.latest {
        return (when.earliest, when.latest);
    }
    let established = Pair::new(by, of).into_iter().flat_map(|pair| base.relations_of(pair)).filter(|&ix| {
        let statement = &base[ix];
        let begins = matches!(statement.fact, Fact::Relations { act: RelationsAct::Established, .. });
        begins && statement.stands() && !statement.is_denied() && statement.date().is_some()
    });
    let related = established.map(|ix| base[ix].begins.latest).min().unwrap_or(Day::FUTURE);
    let since = since.max(first_day_of(base, by));
    let (earliest, latest) = (when.earliest.max(since), when.latest.min(related));
    if earliest <= latest { (earliest, latest) } else { (when.earliest, when.latest) }
}

/// Who has relations with `of`, and no recognition of it on record: neither given, withheld nor denied.
pub(in crate::query) fn implied(base: &Base, of: ActorIx) -> Vec<Implied> {
    let since = first_day_of(base, of);
    let recorded: BTreeSet<ActorIx> = base.recognitions_of(of).filter_map(|ix| base[ix].fact.actors().next()).collect();
    let mut found: BTreeMap<ActorIx, Implied> = BTreeMap::new();
    for ix in base.under(Key::RelationsWith(of)).filter(|&ix| base[ix].stands() && !base[ix].is_denied()) {
        let Fact::Relations { pair, act, level, .. } = base[ix].fact else { continue };
        let envoy = level.is_some_and(Level::needs_relations);
        let implies = matches!(act, RelationsAct::Established | RelationsAct::Resumed);
        if !(implies || act == RelationsAct::MissionOpened && envoy) {
            continue;
        }
        let by = pair.other(of);
        let latest = base[ix].begins.latest;
        let earliest = since.max(first_day_of(base, by)).min(latest);
        let entry = Implied { by, statement: ix, earliest, latest };
        // Of several of one day, whatever the order of lines, one is named.
        let first = |other: &Implied| (latest, &base[ix].id) < (other.latest, &base[other.statement].id);
        if !recorded.contains(&by) && found.get(&by).is_none_or(first) {
            found.insert(by, entry);
        }
    }
    let mut found: Vec<Implied> = found.into_values().collect();
    found.sort_by_key(|implied| (implied.latest, &base[implied.by].id));
    found
}
