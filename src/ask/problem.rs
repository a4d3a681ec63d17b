//! Why a question could not be understood.

use std::error::Error;
use std::fmt;

use crate::query::Called;

/// Why a question could not be understood, and what could be asked instead.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
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
        choices: Vec<Called>,
    },
    /// Nothing goes by a name.
    Unknown {
        /// As written.
        name: String,
        /// What comes near.
        near: Vec<Called>,
    },
    /// It makes no sense.
    Senseless(String),
}

impl Problem {
    /// What is wrong, in a line; and what to do, in further ones.
    pub fn in_words(&self) -> (String, Vec<String>) {
        let list = |all: &[Called]| all.iter().map(Called::to_string).collect();
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

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (message, further) = self.in_words();
        f.write_str(&message)?;
        further.iter().try_for_each(|line| write!(f, "\n  {line}"))
    }
}

impl Error for Problem {}
