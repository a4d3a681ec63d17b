//! What happened and what holds, in the forms that stand inside of questions.

use super::{Words, an, capacity_words, level_words, voted};
use crate::form::{Act, State};
use crate::model::{ActorIx, Entity, RelationsAct, ResolutionIx, TreatyAct};
use crate::query::Want;

impl Words<'_> {
    /// Something that happened, after "did"; `None` where there is no such form.
    pub(super) fn base_form(&self, happening: &Act<ActorIx>) -> Option<String> {
        Some(match *happening {
            Act::Recognized { by, of, capacity, .. } => {
                format!("{} recognize {}", self.actor(by), capacity_words(capacity, &self.actor(of)))
            }
            Act::Withdrew { by, of } => {
                format!("{} withdraw its recognition of {}", self.actor(by), self.actor(of))
            }
            Act::Switched { by, from, to } => {
                format!("{} switch from {} to {}", self.actor(by), self.actor(from), self.actor(to))
            }
            Act::Relations { act, a, b } => {
                let verb = match act {
                    RelationsAct::Severed => "sever",
                    RelationsAct::Suspended => "suspend",
                    RelationsAct::Resumed => "resume",
                    _ => "establish",
                };
                format!("{} and {} {verb} relations", self.actor(a), self.actor(b))
            }
            Act::Mission { act, of, at, level } => {
                let verb = if act == RelationsAct::MissionClosed { "close" } else { "open" };
                format!("{} {verb} its {} in {}", self.actor(of), level_words(level), self.actor(at))
            }
            Act::Joined { member, organization } => {
                format!("{} join {}", self.actor(member), self.actor(organization))
            }
            Act::Left { member, organization } => {
                format!("{} leave {}", self.actor(member), self.actor(organization))
            }
            Act::Acted { act, party, treaty } => {
                format!("{} {} {}", self.actor(party), act_words(act).0, self.treaty(treaty))
            }
            Act::Treaty { act: TreatyAct::EnteredIntoForce, treaty } => {
                format!("{} enter into force", self.treaty(treaty))
            }
            Act::Treaty { act: TreatyAct::Terminated, treaty } => format!("{} end", self.treaty(treaty)),
            Act::Event { event } => format!("{} happen", self.name(Entity::Event(event), Want::Event)),
            Act::Began { actor } => format!("{} become independent", self.actor(actor)),
            Act::Ended { actor } => format!("{} cease to exist", self.actor(actor)),
            Act::Backed { by, backs, .. } => format!("{} begin to back {}", self.actor(by), self.actor(backs)),
            Act::Treaty { .. } | Act::Adopted { .. } | Act::Voted { .. } => return None,
        })
    }

    /// Something that happened, in the past tense.
    pub(super) fn past(&self, happening: &Act<ActorIx>) -> String {
        match *happening {
            Act::Recognized { by, of, capacity, .. } => {
                format!("{} recognized {}", self.actor(by), capacity_words(capacity, &self.actor(of)))
            }
            Act::Withdrew { by, of } => {
                format!("{} withdrew its recognition of {}", self.actor(by), self.actor(of))
            }
            Act::Switched { by, from, to } => {
                format!("{} switched from {} to {}", self.actor(by), self.actor(from), self.actor(to))
            }
            Act::Relations { act, a, b } => {
                let verb = match act {
                    RelationsAct::Severed => "severed",
                    RelationsAct::Suspended => "suspended",
                    RelationsAct::Resumed => "resumed",
                    _ => "established",
                };
                format!("{} and {} {verb} relations", self.actor(a), self.actor(b))
            }
            Act::Mission { act, of, at, level } => {
                let verb = if act == RelationsAct::MissionClosed { "closed" } else { "opened" };
                format!("{} {verb} its {} in {}", self.actor(of), level_words(level), self.actor(at))
            }
            Act::Joined { member, organization } => {
                format!("{} joined {}", self.actor(member), self.actor(organization))
            }
            Act::Left { member, organization } => {
                format!("{} left {}", self.actor(member), self.actor(organization))
            }
            Act::Acted { act, party, treaty } => {
                format!("{} {} {}", self.actor(party), act_words(act).1, self.treaty(treaty))
            }
            Act::Treaty { act, treaty } => {
                let what = match act {
                    TreatyAct::EnteredIntoForce => "entered into force",
                    TreatyAct::Terminated => "was terminated",
                    TreatyAct::Adopted => "was adopted",
                    _ => "was signed",
                };
                format!("{} {what}", self.treaty(treaty))
            }
            Act::Adopted { resolution, .. } => format!("{} was adopted", self.adopted(resolution)),
            Act::Voted { by, choice, resolution } => {
                let did = choice.map_or("voted on", voted);
                format!("{} {did} {}", self.actor(by), self.resolution(resolution))
            }
            Act::Event { event } => format!("{} happened", self.name(Entity::Event(event), Want::Event)),
            Act::Began { actor } => format!("{} became independent", self.actor(actor)),
            Act::Ended { actor } => format!("{} ceased to exist", self.actor(actor)),
            Act::Backed { by, backs, .. } => format!("{} began to back {}", self.actor(by), self.actor(backs)),
        }
    }

    /// Something that happened, as a noun.
    pub(super) fn noun(&self, happening: &Act<ActorIx>) -> String {
        match *happening {
            Act::Recognized { by, of, capacity, .. } => {
                format!("the recognition of {} by {}", capacity_words(capacity, &self.actor(of)), self.actor(by))
            }
            Act::Withdrew { by, of } => {
                format!("the withdrawal of recognition of {} by {}", self.actor(of), self.actor(by))
            }
            Act::Switched { by, from, to } => {
                format!("the switch of {} from {} to {}", self.actor(by), self.actor(from), self.actor(to))
            }
            Act::Relations { act, a, b } => {
                let what = match act {
                    RelationsAct::Severed => "severance",
                    RelationsAct::Suspended => "suspension",
                    RelationsAct::Resumed => "resumption",
                    _ => "establishment",
                };
                format!("the {what} of relations between {} and {}", self.actor(a), self.actor(b))
            }
            Act::Mission { act, of, at, level } => {
                let what = if act == RelationsAct::MissionClosed { "closing" } else { "opening" };
                format!("the {what} of the {} of {} in {}", level_words(level), self.actor(of), self.actor(at))
            }
            Act::Joined { member, organization } => {
                format!("the accession of {} to {}", self.actor(member), self.actor(organization))
            }
            Act::Left { member, organization } => {
                format!("the withdrawal of {} from {}", self.actor(member), self.actor(organization))
            }
            Act::Acted { act, party, treaty } => {
                format!("{}'s {} {}", self.actor(party), act_words(act).2, self.treaty(treaty))
            }
            Act::Treaty { act, treaty } => {
                let what = match act {
                    TreatyAct::EnteredIntoForce => "entry into force",
                    TreatyAct::Terminated => "termination",
                    TreatyAct::Adopted => "adoption",
                    _ => "signature",
                };
                format!("the {what} of {}", self.treaty(treaty))
            }
            Act::Adopted { resolution, .. } => format!("the adoption of {}", self.adopted(resolution)),
            Act::Voted { by, resolution, .. } => {
                format!("{}'s vote on {}", self.actor(by), self.resolution(resolution))
            }
            Act::Event { event } => self.name(Entity::Event(event), Want::Event),
            Act::Began { actor } => format!("the independence of {}", self.actor(actor)),
            Act::Ended { actor } => format!("the dissolution of {}", self.actor(actor)),
            Act::Backed { by, backs, .. } => format!("{} began to back {}", self.actor(by), self.actor(backs)),
        }
    }

    fn adopted(&self, resolution: Option<ResolutionIx>) -> String {
        resolution.map_or_else(String::new, |resolution| self.resolution(resolution))
    }

    /// Something that holds.
    pub(super) fn now(&self, state: &State<ActorIx>) -> String {
        match *state {
            State::Recognizes { by, of } => format!("{} recognizes {}", self.actor(by), self.actor(of)),
            State::EachOther { a, b } => format!("{} and {} recognize each other", self.actor(a), self.actor(b)),
            State::DoesntRecognize { by, of } => {
                format!("{} does not recognize {}", self.actor(by), self.actor(of))
            }
            State::Withholds { by, of } => format!("{} refuses to recognize {}", self.actor(by), self.actor(of)),
            State::Related { a, b } => format!("{} and {} have relations", self.actor(a), self.actor(b)),
            State::Mission { of, at, level } => {
                format!("{} has {} in {}", self.actor(of), an(&level_words(level)), self.actor(at))
            }
            State::Member { member, organization } => {
                format!("{} is a member of {}", self.actor(member), self.actor(organization))
            }
            State::Party { party, treaty } => {
                let treaty = treaty.map_or_else(String::new, |treaty| self.treaty(treaty));
                format!("{} is a party to {treaty}", self.actor(party))
            }
            State::InForce { treaty } => format!("{} is in force", self.treaty(treaty)),
            State::Backs { by, backs, dispute } => {
                format!("{} backs {}{}", self.actor(by), self.actor(backs), self.dispute(dispute))
            }
            State::BackEachOther { a, b } => format!("{} and {} back each other", self.actor(a), self.actor(b)),
            State::Exists { actor } => format!("{} exists", self.actor(actor)),
        }
    }
}

/// An act on a treaty after "did", in the past tense, and as a noun with its preposition.
fn act_words(act: Option<TreatyAct>) -> (&'static str, &'static str, &'static str) {
    match act {
        Some(TreatyAct::Signed) => ("sign", "signed", "signature of"),
        Some(TreatyAct::Ratified) => ("ratify", "ratified", "ratification of"),
        Some(TreatyAct::Accepted) => ("accept", "accepted", "acceptance of"),
        Some(TreatyAct::Approved) => ("approve", "approved", "approval of"),
        Some(TreatyAct::Acceded) => ("accede to", "acceded to", "accession to"),
        Some(TreatyAct::Succeeded) => ("succeed to", "succeeded to", "succession to"),
        Some(TreatyAct::Denounced) => ("denounce", "denounced", "denunciation of"),
        Some(TreatyAct::Withdrawn) => ("withdraw from", "withdrew from", "withdrawal from"),
        _ => ("become a party to", "became a party to", "joining of"),
    }
}
