//! What has to be covered for what is asked.

use crate::form::{Act, Slot, State, What};
use crate::model::{ActorIx, Matter, Pair};

/// The matter that a fact with holes belongs to: the narrowest one that holds whatever may fill them. `None` where no scope could
/// cover it.
pub fn matter(what: &What<Slot>) -> Option<Matter> {
    match what {
        What::Act(act) => of_act(act),
        What::State(state) => of_state(state),
    }
}

fn of_act(act: &Act<Slot>) -> Option<Matter> {
    match act {
        Act::Recognized { by, of, .. } | Act::Withdrew { by, of } => recognition(by, of),
        Act::Relations { a, b, .. } => relations(a, b),
        Act::Mission { of, at, .. } => missions(of, at),
        Act::Joined { member, organization } | Act::Left { member, organization } => membership(member, organization),
        Act::Acted { party, treaty, .. } => {
            Some(party.is().map_or(Matter::Parties(*treaty), |party| Matter::Party(*treaty, party)))
        }
        Act::Treaty { treaty, .. } => Some(Matter::Parties(*treaty)),
        Act::Adopted { about: Some(about), .. } => Some(Matter::ResolutionsAbout(*about)),
        Act::Adopted { by, resolution: None, .. } => by.is().map(Matter::ResolutionsOf),
        Act::Voted { resolution, .. } => Some(Matter::Votes(*resolution)),
        Act::Backed { over, .. } => over.map(Matter::Positions),
        Act::Switched { .. } | Act::Adopted { .. } | Act::Event { .. } | Act::Began { .. } | Act::Ended { .. } => None,
    }
}

fn of_state(state: &State<Slot>) -> Option<Matter> {
    match state {
        State::Recognizes { by, of } | State::DoesntRecognize { by, of } | State::Withholds { by, of } => {
            recognition(by, of)
        }
        State::Related { a, b } => relations(a, b),
        State::Mission { of, at, .. } => missions(of, at),
        State::Member { member, organization } => membership(member, organization),
        State::Party { party, treaty: Some(treaty) } => {
            Some(party.is().map_or(Matter::Parties(*treaty), |party| Matter::Party(*treaty, party)))
        }
        State::Party { party, treaty: None } => match *party.each() {
            [one] => Some(Matter::TreatiesOf(one)),
            [one, other] => Pair::new(one, other).map(Matter::TreatiesBetween),
            _ => None,
        },
        State::InForce { treaty } => Some(Matter::Parties(*treaty)),
        State::Backs { dispute, .. } => dispute.map(Matter::Positions),
        State::Exists { .. } => Some(Matter::Countries),
        State::EachOther { .. } | State::BackEachOther { .. } => None,
    }
}

fn recognition(by: &Slot, of: &Slot) -> Option<Matter> {
    match (by.is(), of.is()) {
        (Some(by), Some(of)) => Some(Matter::RecognitionsBetween(by, of)),
        (None, Some(of)) => Some(Matter::RecognitionsOf(of)),
        (by, None) => by.map(Matter::RecognitionsBy),
    }
}

fn relations(a: &Slot, b: &Slot) -> Option<Matter> {
    of_two(a, b, Matter::RelationsOf, Matter::RelationsBetween)
}

fn missions(of: &Slot, at: &Slot) -> Option<Matter> {
    of_two(of, at, Matter::MissionsOf, Matter::MissionsBetween)
}

fn of_two(a: &Slot, b: &Slot, one: fn(ActorIx) -> Matter, both: fn(Pair) -> Matter) -> Option<Matter> {
    match (a.is(), b.is()) {
        (Some(a), Some(b)) => Pair::new(a, b).map(both),
        (a, b) => a.or(b).map(one),
    }
}

fn membership(member: &Slot, organization: &Slot) -> Option<Matter> {
    match (member.is(), organization.is()) {
        (Some(member), Some(organization)) => Some(Matter::Membership(organization, member)),
        (None, Some(organization)) => Some(Matter::Members(organization)),
        (member, None) => member.map(Matter::MembershipsOf),
    }
}
