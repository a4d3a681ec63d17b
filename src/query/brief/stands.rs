//! Positions in a brief: who backs whom, and who backs each other.

use super::Subject;
use crate::model::{ActorIx, AsOf, Base};
use crate::query::{Backing, PositionsRequest, Reciprocal, positions};

/// Positions held on a day, certainly or possibly.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Stances {
    /// Of a pair: one backs the other. Of one actor: it backs somebody.
    pub given: Vec<Backing>,
    /// Of a pair: one backs somebody else in a dispute of the other. Of one actor: others back it.
    pub other: Vec<Backing>,
    /// Of a pair: each backs the other. Of one actor: it and another do.
    pub reciprocal: Vec<Reciprocal>,
    /// Of a pair: both take a position in a dispute that is neither's; the first one's stands first.
    pub alike: Vec<[Backing; 2]>,
}

impl Stances {
    pub(super) fn of(base: &Base, subject: Subject, on: AsOf) -> Self {
        let by = |actor: ActorIx| positions(base, &PositionsRequest::all().by(actor).on(on));
        match subject {
            Subject::One(actor) => {
                let own = by(actor);
                let all = positions(base, &PositionsRequest::all().on(on));
                Self {
                    given: own.positions,
                    other: all.positions.into_iter().filter(|backing| backing.backs == actor).collect(),
                    reciprocal: own.reciprocal,
                    alike: Vec::new(),
                }
            }
            Subject::Two([a, b], _) => {
                let (of_a, of_b) = (by(a), by(b));
                let mut found = Self::default();
                let claims = |backing: &Backing, actor: ActorIx| base[backing.dispute].claimants.contains(&actor);
                for (backing, other) in
                    of_a.positions.iter().map(|it| (it, b)).chain(of_b.positions.iter().map(|it| (it, a)))
                {
                    if backing.backs == other {
                        found.given.push(*backing);
                    } else if claims(backing, other) {
                        found.other.push(*backing);
                    }
                }
                for one in of_a.positions.iter().filter(|one| !claims(one, a) && !claims(one, b)) {
                    let same = of_b.positions.iter().filter(|other| other.dispute == one.dispute);
                    found.alike.extend(same.map(|other| [*one, *other]));
                }
                let both = |pair: &&Reciprocal| [pair.one.by, pair.other.by].iter().all(|by| [a, b].contains(by));
                found.reciprocal = of_a.reciprocal.iter().filter(both).copied().collect();
                found
            }
        }
    }
}
