//! Affinity: how much actors have in common by all that is recorded of any time.
//!
//! It says which of them belong side by side, for pictures in which everyone keeps a place from day to day.

use std::collections::{BTreeMap, BTreeSet};

use crate::graph::{Graph, Node, Projection};
use crate::model::{ActorIx, ActorKind, Base, DisputeIx, Entity, Fact, TreatyIx};

/// How much each has in common with each, in the order of `actors`: more is closer, and below zero stands apart.
///
/// What few of them share says more than what all share: to have an organization or whom they recognize in common counts as many
/// points as there are actors who don't share it. To be allied, or to back one another, counts as many as there are actors, and
/// as many again; to back the same claimant of a dispute as many, to back its rival, or to be that, so many less.
///
/// *Guarantees:* the same for a pair from both sides; doesn't depend on any day.
pub fn affinity(base: &Base, actors: &[ActorIx], alliances: &[Entity]) -> Vec<Vec<i64>> {
    let place: BTreeMap<ActorIx, usize> = actors.iter().enumerate().map(|(n, actor)| (*actor, n)).collect();
    let all = actors.len() as i64;
    let mut found = Points(vec![vec![0; actors.len()]; actors.len()]);
    for (entity, members) in belonging(base, &place) {
        let rarity = all - members.len() as i64;
        let allied = if alliances.contains(&entity) { 2 * all } else { 0 };
        // A treaty that isn't an alliance says little: hundreds of them bind nearly all.
        let points = if matches!(entity, Entity::Treaty(_)) { allied } else { allied + rarity };
        found.among(&members, points);
    }
    let (mut recognized, mut related) = (BTreeMap::<usize, BTreeSet<usize>>::new(), BTreeSet::new());
    for (from, to) in pairs(base, Projection::Recognition, &place) {
        recognized.entry(to).or_default().insert(from);
    }
    for (of, by) in &recognized {
        by.iter().for_each(|by| found.add(*by, *of, all - recognized[of].len() as i64));
    }
    related.extend(pairs(base, Projection::Relations, &place));
    related.into_iter().for_each(|(one, other)| found.add(one, other, all / 2));
    for (claimants, sides) in disputes(base, &place) {
        for (one, backs) in &sides {
            // Who backs somebody stands by it; who stands by another side of the dispute doesn't.
            for (other, theirs) in sides.iter().filter(|(other, _)| other > one) {
                found.add(*one, *other, if backs == theirs { all } else { -all });
            }
            if let Some(&backed) = place.get(backs) {
                found.add(*one, backed, all);
            }
        }
        for (n, one) in claimants.iter().enumerate() {
            claimants[n + 1..].iter().for_each(|other| found.add(*one, *other, -2 * all));
        }
    }
    found.0
}

/// Points for pairs, on both sides.
struct Points(Vec<Vec<i64>>);

impl Points {
    fn add(&mut self, one: usize, other: usize, points: i64) {
        if one != other {
            self.0[one][other] += points;
            self.0[other][one] += points;
        }
    }

    fn among(&mut self, members: &BTreeSet<usize>, points: i64) {
        for one in members {
            members.iter().filter(|other| *other > one).for_each(|other| self.add(*one, *other, points));
        }
    }
}

/// Who has ever belonged to which organization, and been bound by which treaty.
fn belonging(base: &Base, place: &BTreeMap<ActorIx, usize>) -> BTreeMap<Entity, BTreeSet<usize>> {
    let mut found: BTreeMap<Entity, BTreeSet<usize>> = BTreeMap::new();
    for ix in base.statement_handles().filter(|&ix| base[ix].stands()) {
        let (whole, part) = match base[ix].fact {
            // Groups are lists for questions: nobody joins them.
            Fact::Membership { organization, member, standing, .. }
                if standing.is_full() && base[organization].kind != ActorKind::Group =>
            {
                (Entity::Actor(organization), member)
            }
            Fact::Treaty { treaty, party: Some(party), .. } => (Entity::Treaty(treaty), party),
            _ => continue,
        };
        if let Some(&n) = place.get(&part) {
            found.entry(whole).or_default().insert(n);
        }
    }
    for treaty in (0..base.treaties.len()).map(TreatyIx::new) {
        let parties = base[treaty].parties.iter().filter_map(|party| place.get(party).copied());
        found.entry(Entity::Treaty(treaty)).or_default().extend(parties);
    }
    found
}

/// The pairs that a projection has ever joined.
fn pairs(base: &Base, projection: Projection, place: &BTreeMap<ActorIx, usize>) -> BTreeSet<(usize, usize)> {
    let graph = Graph::project(base, projection);
    let ends = graph.ever().edges().into_iter().filter_map(|edge| match (edge.from, edge.to) {
        (Node::Actor(from), Node::Actor(to)) => Some((*place.get(&from)?, *place.get(&to)?)),
        _ => None,
    });
    ends.collect()
}

/// Who backs whom.
type Sides = BTreeSet<(usize, ActorIx)>;

/// Of each dispute the claimants, and who has ever backed whom.
fn disputes(base: &Base, place: &BTreeMap<ActorIx, usize>) -> Vec<(Vec<usize>, Sides)> {
    let mut found: BTreeMap<DisputeIx, Sides> = BTreeMap::new();
    for ix in base.statement_handles().filter(|&ix| base[ix].stands()) {
        if let Fact::Position { dispute, by, backs } = base[ix].fact {
            let sides = found.entry(dispute).or_default();
            sides.extend(place.get(&by).map(|&n| (n, backs)));
        }
    }
    let claimants = |dispute: DisputeIx| base[dispute].claimants.iter().filter_map(|one| place.get(one).copied());
    (0..base.disputes.len())
        .map(DisputeIx::new)
        .map(|dispute| (claimants(dispute).collect(), found.remove(&dispute).unwrap_or_default()))
        .collect()
}
