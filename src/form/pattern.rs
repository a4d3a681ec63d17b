//! A fact with holes, at a time; and the sets out of which the holes are filled.

use super::{Act, State, Time};
use crate::model::ActorIx;

/// What happens or holds, with holes where it is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What<W> {
    /// Something happens.
    Act(Act<W>),
    /// Something holds.
    State(State<W>),
}

/// A fact with holes, at a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    /// What happens or holds.
    pub what: What<Slot>,
    /// When. Of what holds, on some day of it; [`Time::Ever`]: on any day up to today.
    pub time: Time,
}

impl Pattern {
    /// Something that happens, at whatever time.
    pub fn act(act: Act<Slot>) -> Self {
        Self { what: What::Act(act), time: Time::Ever }
    }

    /// Something that holds today.
    pub fn state(state: State<Slot>) -> Self {
        Self { what: What::State(state), time: Time::Today }
    }

    /// The same at a time.
    #[must_use]
    pub fn at(self, time: Time) -> Self {
        Self { time, ..self }
    }
}

impl<W> What<W> {
    /// The same with other things in its places.
    pub fn map<T>(&self, place: impl FnMut(&W) -> T) -> What<T> {
        match self {
            Self::Act(act) => What::Act(act.map(place)),
            Self::State(state) => What::State(state.map(place)),
        }
    }
}

impl From<&What<ActorIx>> for What<Slot> {
    fn from(closed: &What<ActorIx>) -> Self {
        closed.map(|actor| Slot::Is(*actor))
    }
}

impl What<Slot> {
    /// The fact with somebody in its hole; `None` where another place is open.
    pub fn of(&self, who: ActorIx) -> Option<What<ActorIx>> {
        let mut open = false;
        let fact = self.map(|slot| match slot {
            Slot::Is(actor) => *actor,
            Slot::Asked(_) => who,
            Slot::Some(_) | Slot::Each(_) => {
                open = true;
                who
            }
        });
        (!open).then_some(fact)
    }
}

/// A set of actors.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Set {
    /// Whoever there is.
    #[default]
    Anybody,
    /// These.
    Named(Vec<ActorIx>),
    /// The members of an organization or group, on the day that is asked about; of an act, on its day.
    Members(ActorIx),
    /// Who fills the hole of another pattern.
    That(Box<Pattern>),
    /// Who is in all of these.
    All(Vec<Set>),
    /// Who is in any of these.
    Either(Vec<Set>),
    /// Who isn't in this.
    Not(Box<Set>),
}

impl Set {
    /// Who is in both.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Anybody, set) | (set, Self::Anybody) => set,
            (Self::All(mut sets), Self::All(more)) => {
                sets.extend(more);
                Self::All(sets)
            }
            (Self::All(mut sets), set) => {
                sets.push(set);
                Self::All(sets)
            }
            (set, Self::All(mut sets)) => {
                sets.insert(0, set);
                Self::All(sets)
            }
            (one, other) => Self::All(vec![one, other]),
        }
    }

    /// Who is in this, and not in the other.
    #[must_use]
    pub fn but_not(self, other: Self) -> Self {
        self.and(Self::Not(Box::new(other)))
    }

    /// The members of the group, where there is one.
    pub fn members(group: Option<ActorIx>) -> Self {
        group.map_or(Self::Anybody, Self::Members)
    }

    /// The sets of which it is the intersection; none of whoever there is.
    pub fn parts(&self) -> &[Self] {
        match self {
            Self::Anybody => &[],
            Self::All(sets) => sets,
            one => std::slice::from_ref(one),
        }
    }

    /// The group whose members alone are in it, where one is named.
    pub fn group(&self) -> Option<ActorIx> {
        self.parts().iter().find_map(|set| match set {
            Self::Members(group) => Some(*group),
            _ => None,
        })
    }

    /// The group whose members are left out, where one is named.
    pub fn except(&self) -> Option<ActorIx> {
        self.parts().iter().find_map(|set| match set {
            Self::Not(not) => not.group(),
            _ => None,
        })
    }
}

impl Set {
    /// Of those who recognize somebody: whom they recognize, too, and whom they don't.
    pub fn recognizing(&self) -> (Option<ActorIx>, Option<ActorIx>) {
        let of = |set: &Self| match set {
            Self::That(pattern) => match &pattern.what {
                What::State(State::Recognizes { of, .. }) => of.is(),
                _ => None,
            },
            _ => None,
        };
        let also = self.parts().iter().find_map(of);
        let not = self.parts().iter().find_map(|set| match set {
            Self::Not(not) => of(not),
            _ => None,
        });
        (also, not)
    }
}

/// A place in a pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Slot {
    /// This one.
    Is(ActorIx),
    /// Who is asked for, out of a set.
    Asked(Set),
    /// Any of a set, without asking which.
    Some(Set),
    /// Each of these.
    Each(Vec<ActorIx>),
}

impl Slot {
    /// Whoever is asked for.
    pub const WHO: Self = Self::Asked(Set::Anybody);

    /// Who is named, else whoever is asked for.
    pub fn named(who: Option<ActorIx>) -> Self {
        who.map_or(Self::WHO, Self::Is)
    }

    /// Who stands there, where it is one.
    pub fn is(&self) -> Option<ActorIx> {
        match self {
            Self::Is(actor) => Some(*actor),
            _ => None,
        }
    }

    /// Those who stand there, where all of them do.
    pub fn each(&self) -> &[ActorIx] {
        match self {
            Self::Is(actor) => std::slice::from_ref(actor),
            Self::Each(actors) => actors,
            Self::Asked(_) | Self::Some(_) => &[],
        }
    }

    /// Out of which set is asked, where it is a hole.
    pub fn asked(&self) -> Option<&Set> {
        match self {
            Self::Asked(set) => Some(set),
            _ => None,
        }
    }
}

impl From<ActorIx> for Slot {
    fn from(actor: ActorIx) -> Self {
        Self::Is(actor)
    }
}

impl Act<Slot> {
    /// Out of which set is asked who did it; whoever there is where nobody is asked for.
    pub fn asked(&self) -> &Set {
        const ANYBODY: &Set = &Set::Anybody;
        self.places().first().and_then(|slot| slot.asked()).unwrap_or(ANYBODY)
    }
}
