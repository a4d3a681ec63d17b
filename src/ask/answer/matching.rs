//! Who or what matches: each kind of fact has its words.

use super::{Answer, belonging, happened, order, recognition, refusals, relations, treaties, votes};
use crate::form::{Act, Pattern, Pick, Set, Slot, State, Time, What};
use crate::model::{Base, Day};

pub(super) fn which(base: &Base, of: &Pattern, pick: Pick, today: Day) -> Answer {
    match &of.what {
        What::Act(act) => did(base, (of, act), pick, today),
        What::State(state) => does(base, state, &of.time, today),
    }
}

fn did(base: &Base, (of, act): (&Pattern, &Act<Slot>), pick: Pick, today: Day) -> Answer {
    let time = &of.time;
    match act {
        Act::Recognized { by: Slot::Is(by), .. } => recognition::by(base, *by, time, today),
        Act::Recognized { by: Slot::Asked(Set::Anybody), of: Slot::Is(of), capacity, .. } => {
            recognition::acts(base, (*of, *capacity), pick, time, today)
        }
        Act::Withdrew { by: Slot::Asked(Set::Anybody), of: Slot::Is(of) } if pick == Pick::All => {
            recognition::withdrawals(base, *of, time, today)
        }
        Act::Switched { from: Slot::Is(from), to: Slot::Is(to), .. } => {
            happened::switchers(base, *from, *to, time, today)
        }
        Act::Adopted { by, about, .. } if by.asked().is_none() => {
            votes::resolutions_of(base, by.is(), *about, time, today)
        }
        Act::Voted { by: Slot::Is(by), resolution, .. } => votes::vote(base, *by, *resolution),
        Act::Voted { choice, resolution, .. } => votes::roll_call(base, *resolution, *choice),
        _ => order::doers_of(base, of, act, pick, today),
    }
}

fn does(base: &Base, state: &State<Slot>, time: &Time, today: Day) -> Answer {
    match state {
        State::Withholds { by: Slot::Is(by), .. } => refusals::refused_by(base, *by, time, today),
        State::Withholds { of: Slot::Is(of), .. } => refusals::refusals(base, *of, time, today),
        State::Recognizes { by: Slot::Asked(who), of: Slot::Is(of) } => {
            recognition::recognizers_of(base, *of, who, time, today)
        }
        State::DoesntRecognize { by: Slot::Asked(Set::Members(group)), of: Slot::Is(of) } => {
            recognition::without(base, *of, *group, time, today)
        }
        State::Related { a: Slot::Is(actor), .. } => relations::partners(base, *actor, time, today),
        State::Mission { of, at, level } => relations::missions(base, (of.is(), at.is()), *level, time, today),
        State::Member { organization: Slot::Is(organization), .. } => {
            belonging::members(base, *organization, time, today)
        }
        State::Member { member, .. } => belonging::memberships(base, member.each(), time, today),
        State::Party { treaty: Some(treaty), .. } => treaties::parties(base, *treaty, time, today),
        State::Party { party, .. } => treaties::treaties_of(base, party.each(), time, today),
        State::Backs { by, backs, dispute } => {
            belonging::positions_of(base, *dispute, (by.is(), backs.is()), time, today)
        }
        State::BackEachOther { a, .. } => belonging::reciprocal(base, a.is()),
        _ => Answer::nothing("That can’t be asked of a list."),
    }
}
