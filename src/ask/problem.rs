//! Why a question could not be understood.

use crate::model::{Base, Entity};

/// Why a question could not be understood, and what could be asked instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// There is nothing to read.
    Empty,
    /// These words are not understood here, and the nearest questions that are.
    Words {
        /// As written.
        words: Vec<String>,
        /// Questions that are understood.
        nearest: Vec<String>,
    },
    /// Every word is known, and the question as a whole isn't.
    Form {
        /// Questions that are understood.
        nearest: Vec<String>,
    },
    /// A name could be any of these.
    Ambiguous {
        /// As written.
        name: String,
        /// What it could be.
        choices: Vec<Entity>,
    },
    /// Nothing goes by a name.
    Unknown {
        /// As written.
        name: String,
        /// What comes near.
        near: Vec<Entity>,
    },
    /// It makes no sense.
    Senseless(String),
}

impl Problem {
    /// What is wrong, in a line; and what to do, in further ones.
    pub fn in_words(&self, base: &Base) -> (String, Vec<String>) {
        let list = |entities: &[Entity]| {
            entities.iter().map(|entity| format!("{} ({})", base.name(*entity), base.id(*entity))).collect()
        };
        match self {
            Self::Empty => ("there is no question".to_owned(), Vec::new()),
            Self::Words { words, nearest } => {
                let quoted: Vec<String> = words.iter().map(|word| format!("{word:?}")).collect();
                (format!("not understood: {}", quoted.join(", ")), nearest.clone())
            }
            Self::Form { nearest } => ("every word is known, but not in this order".to_owned(), nearest.clone()),
            Self::Ambiguous { name, choices } => {
                (format!("{name:?} could be any of these; write which"), list(choices))
            }
            Self::Unknown { name, near } if near.is_empty() => {
                (format!("nothing goes by the name {name:?}"), Vec::new())
            }
            Self::Unknown { name, near } => (format!("nothing goes by the name {name:?}; near it are"), list(near)),
            Self::Senseless(why) => (why.clone(), Vec::new()),
        }
    }
}
