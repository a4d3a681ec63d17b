//! What is known of a state on one day, in words.

use super::told::{continued, dated, first, name, period};
use crate::form::State;
use crate::model::{ActorIx, AsOf, Base, Closed, Day, Fact, Known, Reach, Said, StatementIx, stated};
use crate::query::{Holds, Why};

/// What decides, besides the acts on it.
pub(super) fn why(base: &Base, what: &State<ActorIx>, found: &Holds) -> Option<String> {
    Some(match found.why? {
        Why::Continued(ix) => {
            let parties = what.places();
            let &[&one, &other] = &parties[..] else { return None };
            return continued(base, [one, other], ix);
        }
        Why::Implied => {
            let &[by, of] = &what.places()[..] else { return None };
            let [by, of] = [by, of].map(|actor| name(base, *actor));
            format!("No act by which {by} recognized {of} is recorded; relations imply it.")
        }
        Why::Given => "Recognition is recorded.".to_owned(),
        Why::NoRelations => "There were no relations, without which there is none.".to_owned(),
        Why::Rival(rival) => format!(
            "{} is recorded as a member; which of the two governments sat for the state isn't said by that.",
            first(&name(base, rival))
        ),
        Why::Suspended(ix) => format!("Suspended {}.", period(&base[ix])),
        Why::Standing(standing) => format!("Its standing was: {standing}."),
        Why::Made(ix) => format!("{} {}, and binds nobody before.", stated(base, &base[ix].fact), dated(&base[ix])),
        Why::Acts(since) => {
            let since = since.map_or_else(String::new, |day| format!("; in force for it from {}", day.in_words()));
            format!("Recorded: {}{since}.", deeds(base, &found.known.by).join(", "))
        }
        Why::Parties => "It follows from what its parties did.".to_owned(),
        Why::Backs(whom) => format!("It backs {}.", name(base, whom)),
    })
}

/// Acts on a treaty, each with its day.
fn deeds(base: &Base, acts: &[StatementIx]) -> Vec<String> {
    let told = |&ix: &StatementIx| match base[ix].fact {
        Fact::Treaty { act, .. } => Some(format!("{} {}", act.name().replace('-', " "), dated(&base[ix]))),
        _ => None,
    };
    acts.iter().filter_map(told).collect()
}

/// What a reader should know of how far the record reaches; `None` where it reaches the day by acts alone.
pub(super) fn reach(base: &Base, found: &Known, asked: AsOf) -> Option<String> {
    let last = |day: Option<Day>| {
        day.map_or_else(
            || "no day is recorded on which it was attested".to_owned(),
            |day| format!("last attested on {}", day.in_words()),
        )
    };
    match found.reach {
        Reach::Covered(index) | Reach::Fresh(_, Some(index)) => {
            Some(format!("Record: {}.", base.scopes[index].in_words()))
        }
        Reach::Ahead(day) => Some(format!("{} lies ahead; {}.", asked.day.in_words(), last(day))),
        Reach::Nobody(actor) => Some(format!("{} did not exist.", first(&name(base, actor)))),
        Reach::Fresh(day, None) => Some(format!("Record: {}.", last(Some(day)))),
        Reach::Beyond(day) if matches!(found.said, Said::Presumably | Said::PresumablyNot) => {
            Some(format!("Record: {}; what came later isn’t covered.", last(day)))
        }
        Reach::Between(_) | Reach::Beyond(_) => None,
    }
}
