//! The actor that goes by a name, or why there is none.

use std::error::Error;
use std::fmt;

use super::{Named, Want, resolve};
use crate::model::{ActorIx, Base, Day, Entity};

/// A record with what it is called: an error that keeps it can be told without the base.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Called {
    /// The record.
    pub entity: Entity,
    /// Its id.
    pub id: Box<str>,
    /// Its name.
    pub name: Box<str>,
}

impl Called {
    /// These records, in their order.
    pub fn all(base: &Base, entities: &[Entity]) -> Vec<Self> {
        let of = |&entity: &Entity| Self { entity, id: base.id(entity).into(), name: base.name(entity).into() };
        entities.iter().map(of).collect()
    }
}

impl fmt::Display for Called {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.name, self.id)
    }
}

/// Why a name stands for no actor.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum NoActor {
    /// None goes by it.
    Unknown {
        /// As written.
        name: String,
        /// What comes near, the nearest first.
        near: Vec<Called>,
    },
    /// Several go by it, and whoever asked has to choose.
    Several {
        /// As written.
        name: String,
        /// Those, by id.
        choices: Vec<Called>,
    },
}

impl fmt::Display for NoActor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let list = |all: &[Called]| all.iter().map(Called::to_string).collect::<Vec<_>>().join(", ");
        match self {
            Self::Unknown { name, near } if near.is_empty() => write!(f, "no actor goes by the name {name:?}"),
            Self::Unknown { name, near } => write!(f, "no actor goes by the name {name:?}; near it: {}", list(near)),
            Self::Several { name, choices } => write!(f, "{name:?} could be any of these: {}", list(choices)),
        }
    }
}

impl Error for NoActor {}

impl Base {
    /// The actor that an id, a former id, a name, a former name, an alias or a code stands for; of names that several had, the
    /// one who has it on that day. See [`resolve`].
    ///
    /// # Errors
    /// [`NoActor`], when none or several go by the name.
    pub fn actor(&self, name: &str, on: Day) -> Result<ActorIx, NoActor> {
        match resolve(self, name, Want::Actor, Some(on)) {
            Named::One(Entity::Actor(actor)) => Ok(actor),
            Named::One(other) => Err(NoActor::Unknown { name: name.to_owned(), near: Called::all(self, &[other]) }),
            Named::None(near) => Err(NoActor::Unknown { name: name.to_owned(), near: Called::all(self, &near) }),
            Named::Several(choices) => {
                Err(NoActor::Several { name: name.to_owned(), choices: Called::all(self, &choices) })
            }
        }
    }
}
