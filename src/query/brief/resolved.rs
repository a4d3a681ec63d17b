//! Resolutions in a brief: by whose bodies, about whom.

use super::Subject;
use crate::model::{ActorIx, Base, Day, Entity, ResolutionIx};
use crate::query::{ResolutionsRequest, resolutions};

/// Resolutions adopted by a day, oldest first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct ResolutionsOf {
    /// By one of the two or a body of it, about the other: it, its disputes, or events in these. Of one actor: by it and
    /// its bodies.
    pub own: Vec<ResolutionIx>,
    /// By others, about both. Of one actor: by others, about it.
    pub others: Vec<ResolutionIx>,
}

impl ResolutionsOf {
    pub(super) fn of(base: &Base, subject: Subject, on: Day) -> Self {
        let mut found = Self::default();
        for ix in resolutions(base, &ResolutionsRequest::default()).resolutions {
            if !super::has_begun(base, base[ix].adopted, on) {
                continue;
            }
            let by = base.owner_of(base[ix].by);
            let (own, others) = match subject {
                Subject::One(actor) => (by == actor, by != actor && names(base, ix, actor)),
                Subject::Two([a, b], _) => {
                    let own = by == a && touches(base, ix, b) || by == b && touches(base, ix, a);
                    (own, by != a && by != b && names(base, ix, a) && names(base, ix, b))
                }
            };
            if own {
                found.own.push(ix);
            } else if others {
                found.others.push(ix);
            }
        }
        found
    }
}

/// Whether a resolution is about the actor itself, or does something to it.
fn names(base: &Base, ix: ResolutionIx, actor: ActorIx) -> bool {
    base[ix].concerns(Entity::Actor(actor))
}

/// Whether a resolution is about the actor, a dispute in which it claims, or an event in one.
fn touches(base: &Base, ix: ResolutionIx, actor: ActorIx) -> bool {
    let resolution = &base[ix];
    let subjects = resolution.about.iter().copied().chain(resolution.deeds.iter().filter_map(|deed| deed.what));
    subjects.into_iter().any(|entity| {
        let dispute = match entity {
            Entity::Actor(named) => return named == actor,
            Entity::Dispute(dispute) => Some(dispute),
            Entity::Event(event) => base[event].dispute,
            _ => None,
        };
        dispute.is_some_and(|dispute| base[dispute].claimants.contains(&actor))
    })
}
