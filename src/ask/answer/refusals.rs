//! Who refuses to recognize whom.

use super::Answer;
use super::recognition::{found, within};
use super::told::{count, first, list, name};
use crate::form::{Pick, State, Time};
use crate::model::{ActorIx, AsOf, Base, Day, Fact, Said, StatementIx};
use crate::query::{Acts, holds};

/// Whom an actor refuses to recognize.
pub(super) fn refused_by(base: &Base, by: ActorIx, time: &Time, today: Day) -> Answer {
    let found = found(base, (None, Some(by)), (None, Acts::Withheld), Pick::All, time, today);
    let who = name(base, by);
    let refusals = Refusals::of(base, &found.withheld, 1, time, today);
    let answer = if refusals.lasting.is_empty() {
        Answer::nothing(format!("No refusal by {who} to recognize anybody {}.", refusals.none()))
    } else {
        Answer::found(format!("{} withheld recognition from {}.", first(&who), list(&refusals.lasting)), Vec::new())
    };
    Answer { rests_on: found.withheld, ..answer.with_all(refusals.others()) }
}

/// Who refused to recognize an actor.
pub(super) fn refusals(base: &Base, of: ActorIx, time: &Time, today: Day) -> Answer {
    let found = found(base, (Some(of), None), (None, Acts::Withheld), Pick::All, time, today);
    let (whom, when) = (name(base, of), within(time));
    let refusals = Refusals::of(base, &found.withheld, 0, time, today);
    let others = "Of others that don't recognize it nothing need be recorded: what isn't recorded isn't \"no\".";
    let answer = if refusals.lasting.is_empty() {
        Answer::nothing(format!("No refusal to recognize {whom}{when} {}.", refusals.none()))
    } else {
        let number = count(refusals.lasting.len(), "refusal", "refusals");
        Answer::found(format!("{number} to recognize {whom}{when}: {}.", list(&refusals.lasting)), Vec::new())
    };
    Answer { rests_on: found.withheld, ..answer.with_all(refusals.others()).with(others) }
}

/// Refusals to recognize, with whose they are and their periods.
struct Refusals {
    /// Those that last, or whose end isn't known.
    lasting: Vec<String>,
    /// Those of whom dates leave it open whether they held then.
    possible: Vec<String>,
    /// Those that are over.
    over: Vec<String>,
}

impl Refusals {
    /// By the name of the `nth` actor of each. Within a time that is asked about nothing is over.
    fn of(base: &Base, all: &[StatementIx], nth: usize, time: &Time, today: Day) -> Self {
        let told = |ix: &StatementIx| {
            let who = base[*ix].fact.actors().nth(nth)?;
            Some(format!("{} ({})", base[who].name, super::told::period(&base[*ix])))
        };
        let is_over = |ix: &&StatementIx| *time == Time::Ever && base[**ix].ends.bounds().1 <= today;
        let (over, lasting): (Vec<&StatementIx>, Vec<&StatementIx>) = all.iter().partition(is_over);
        let asked = AsOf::of(time.day(today), today);
        let is_open = |ix: &&StatementIx| match base[**ix].fact {
            Fact::Recognition { by, of, .. } if *time != Time::Ever => {
                holds(base, &State::Withholds { by, of }, asked).known.said == Said::CantTell
            }
            _ => false,
        };
        let (possible, lasting): (Vec<&StatementIx>, Vec<&StatementIx>) = lasting.into_iter().partition(is_open);
        Self {
            lasting: lasting.into_iter().filter_map(told).collect(),
            possible: possible.into_iter().filter_map(told).collect(),
            over: over.into_iter().filter_map(told).collect(),
        }
    }

    /// What there isn't, where none lasts.
    fn none(&self) -> &'static str {
        match (self.possible.is_empty(), self.over.is_empty()) {
            (false, _) => "is certain",
            (true, true) => "is recorded",
            (true, false) => "is recorded that lasts",
        }
    }

    /// Those that possibly held, and those that are over.
    fn others(&self) -> Vec<String> {
        let told = |what: &str, some: &[String]| (!some.is_empty()).then(|| format!("{what}: {}.", list(some)));
        told("Possibly", &self.possible).into_iter().chain(told("No longer", &self.over)).collect()
    }
}
