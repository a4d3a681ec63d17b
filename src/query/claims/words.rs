//! Trials in words.

use super::{Settles, Untried};
use crate::model::{Base, Date, StatementIx, stated};

impl Settles {
    /// What would settle it, in words: "the day on which Pakistan recognized Azerbaijan (12 or 13 December 1991)".
    pub fn in_words(&self, base: &Base) -> String {
        let dated = |ix: StatementIx| {
            let statement = &base[ix];
            let date = statement.date().map_or_else(|| "no date".to_owned(), Date::in_words);
            (stated(base, &statement.fact), date)
        };
        match *self {
            Self::Day(ix) => {
                let (did, date) = dated(ix);
                format!("the day on which {did} ({date})")
            }
            Self::Contest(ix) => {
                let (did, date) = dated(ix);
                format!("which source is right on when {did} ({date})")
            }
            Self::Denial(ix) => {
                let (did, date) = dated(ix);
                format!("whether {did} ({date}), which a source denies")
            }
            Self::Hours(ix) => {
                let (did, date) = dated(ix);
                format!("at which hour {did} ({date}), as another act is of the same day")
            }
            Self::Unrecorded(actor) => format!("whether {} did, of which nothing is recorded", base[actor].name),
            Self::More(1) => "1 more act, which isn't recorded".to_owned(),
            Self::More(count) => format!("{count} more acts, which aren't recorded"),
        }
    }
}

impl Untried {
    /// Why it can't be tried, in words.
    pub fn in_words(&self) -> String {
        match self {
            Self::NotRecorded => "the record holds no such act".to_owned(),
            Self::Uncovered => "no scope says how much of it is missing".to_owned(),
            Self::NoDate => "the act is recorded without a date".to_owned(),
            Self::Form(why) => why.to_string(),
        }
    }
}
