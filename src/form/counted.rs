//! What claims count, as patterns, and back.

use super::{Act, Pattern, Set, Slot, Time, What};
use crate::model::{Counted, CountedAct, Date, Entity, RelationsAct};

impl Pattern {
    /// What a claim counts, with a hole for who did it, at whatever time. `None` where it can't be done to what is named.
    pub fn counted(counted: &Counted) -> Option<Self> {
        let by = Set::members(counted.among);
        let by = match counted.except {
            Some(except) => by.but_not(Set::Members(except)),
            None => by,
        };
        let by = Slot::Asked(by);
        let Counted { act, form, capacity, level, over, .. } = *counted;
        if act == CountedAct::Adopted {
            return Some(Self::act(Act::Adopted { by, about: Some(counted.of), resolution: None }));
        }
        let Entity::Actor(of) = counted.of else { return None };
        let of = Slot::Is(of);
        Some(Self::act(match act {
            CountedAct::Recognized => Act::Recognized { by, of, capacity, form },
            CountedAct::Withdrawn => Act::Withdrew { by, of },
            CountedAct::Established => Act::Relations { act: RelationsAct::Established, a: by, b: of },
            CountedAct::Severed => Act::Relations { act: RelationsAct::Severed, a: by, b: of },
            CountedAct::MissionOpened => Act::Mission { act: RelationsAct::MissionOpened, of: by, at: of, level },
            CountedAct::Joined => Act::Joined { member: by, organization: of },
            CountedAct::Backed => Act::Backed { by, backs: of, over },
            CountedAct::Adopted => return None,
        }))
    }

    /// What it counts, where a claim could: an act with a hole for who did it.
    pub fn as_counted(&self) -> Option<Counted> {
        let What::Act(act) = &self.what else { return None };
        let set = act.asked();
        let (since, on) = match &self.time {
            Time::On(date) => (Some(date.clone()), Some(date.clone())),
            Time::By(date) => (None, Some(date.clone())),
            Time::Before(date) => (None, date.earliest().previous().bounded().map(Date::of)),
            Time::Since(date) => (Some(date.clone()), None),
            Time::After(date) => (date.end().bounded().map(Date::of), None),
            Time::Between(from, to) => (Some(from.clone()), Some(to.clone())),
            Time::Ever | Time::Today => (None, None),
        };
        let counted = |act: CountedAct, of: &Slot| {
            let of = Entity::Actor(of.is()?);
            let (among, except) = (set.group(), set.except());
            Some(Counted { among, except, since: since.clone(), on: on.clone(), ..Counted::all(act, of) })
        };
        match act {
            Act::Recognized { of, capacity, form, .. } => {
                counted(CountedAct::Recognized, of).map(|all| Counted { capacity: *capacity, form: *form, ..all })
            }
            Act::Withdrew { of, .. } => counted(CountedAct::Withdrawn, of),
            Act::Relations { act: RelationsAct::Severed, b, .. } => counted(CountedAct::Severed, b),
            Act::Relations { act: RelationsAct::Established, b, .. } => counted(CountedAct::Established, b),
            Act::Mission { act: RelationsAct::MissionOpened, at, level, .. } => {
                counted(CountedAct::MissionOpened, at).map(|all| Counted { level: *level, ..all })
            }
            Act::Joined { organization, .. } => counted(CountedAct::Joined, organization),
            Act::Backed { backs, over, .. } => {
                counted(CountedAct::Backed, backs).map(|all| Counted { over: *over, ..all })
            }
            Act::Adopted { about: Some(about), .. } => {
                let (among, except) = (set.group(), set.except());
                Some(Counted { among, except, since, on, ..Counted::all(CountedAct::Adopted, *about) })
            }
            _ => None,
        }
    }
}
