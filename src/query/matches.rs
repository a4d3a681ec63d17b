//! The evaluator: what matches a pattern, with its answer, its days and its statements.
//!
//! Every room that asks who did something, who stands so, or whether, asks here; the rules of what holds are the model's.

mod acts;
mod bearing;
mod bounds;
mod gather;
mod sets;
mod states;
mod things;
mod who;

pub use acts::{acts, doers, first_of_each, happened};
pub use bearing::{continues_one, refusals};
pub use bounds::Implied;
pub(super) use bounds::implied;
pub use gather::Hit;
pub use sets::in_group;
pub use states::{Holds, Why, holds};
pub use things::StateOnDay;
pub(super) use things::Things;
pub use who::{Match, matching};
pub(super) use who::{candidates, one, recognized_by};

use crate::form::{Pattern, What};
use crate::model::{ActorIx, AsOf, Band, Base, Day};

/// Whether an actor fills the hole of a pattern: of what holds, on a day of the span; of what happens, at its time.
fn satisfies(base: &Base, pattern: &Pattern, who: ActorIx, days: (Day, Day)) -> Band {
    match pattern.what.of(who) {
        Some(What::State(state)) => {
            let band = |day: Day| holds(base, &state, AsOf::of(day, day)).known.said.band();
            let (first, last) = (band(days.0), band(days.1));
            if first == last { first } else { Band::Possible }
        }
        Some(What::Act(_)) => {
            let own = acts(base, pattern, Day::FUTURE).into_iter().filter(|hit| hit.who == Some(who));
            own.map(|hit| hit.counts).max().unwrap_or(Band::No)
        }
        None => Band::No,
    }
}
