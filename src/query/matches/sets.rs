//! Who is in a set, on which days.

use super::satisfies;
use super::states::holds;
use crate::form::{Pattern, Set, Slot, What};
use crate::model::{ActorIx, AsOf, Band, Base, Day, Standing, belongs, known_as};

/// Whether an actor is in a set, on whichever day of a span.
pub(super) fn in_set(base: &Base, set: &Set, who: ActorIx, days: (Day, Day)) -> Band {
    let all = |sets: &[Set]| sets.iter().map(|set| in_set(base, set, who, days)).fold(Band::Certain, Band::and);
    match set {
        Set::Anybody => Band::Certain,
        Set::Named(actors) => Band::of(actors.contains(&who), actors.contains(&who)),
        Set::Members(group) => {
            let (first, last) = (belongs(base, *group, who, days.0), belongs(base, *group, who, days.1));
            if first == last { first } else { Band::Possible }
        }
        Set::All(sets) => all(sets),
        Set::Either(sets) => sets.iter().map(|set| in_set(base, set, who, days)).max().unwrap_or(Band::No),
        Set::Not(set) => in_set(base, set, who, days).not(),
        Set::That(pattern) => satisfies(base, pattern, who, days),
    }
}

/// Whether an actor can stand in a place.
pub(super) fn fits(base: &Base, slot: &Slot, who: ActorIx, days: (Day, Day)) -> Band {
    match slot {
        Slot::Is(actor) => Band::of(*actor == who, *actor == who),
        Slot::Each(actors) => Band::of(actors.contains(&who), actors.contains(&who)),
        Slot::Asked(set) | Slot::Some(set) => in_set(base, set, who, days),
    }
}

/// Whether an actor is in the set of which something is counted, on a day.
pub fn in_group(base: &Base, of: &Pattern, who: ActorIx, day: Day) -> Band {
    let asked = match &of.what {
        What::Act(act) => act.places().into_iter().find_map(Slot::asked),
        What::State(state) => state.places().into_iter().find_map(Slot::asked),
    };
    asked.map_or(Band::Certain, |set| in_set(base, set, who, (day, day)))
}

/// Whether an actor is in a set only by what is presumed: the record of its membership, or of what it has to satisfy, doesn't reach the
/// day.
pub(super) fn is_presumed_in(base: &Base, set: &Set, who: ActorIx, asked: AsOf) -> bool {
    set.parts().iter().any(|part| match part {
        Set::Members(group) => known_as(base, who, *group, Standing::is_full, asked).said.is_presumed(),
        Set::That(pattern) => match pattern.what.of(who) {
            Some(What::State(state)) => holds(base, &state, asked).known.said.is_presumed(),
            _ => false,
        },
        _ => false,
    })
}
