//! Who or what matches, and how many do, in words.

use super::{Words, capacity_words, plural, voted};
use crate::form::{Act, Pattern, Pick, Set, Slot, State, Time, What};
use crate::model::ordinal;

impl Words<'_> {
    /// Who or what matches.
    pub(super) fn which(&self, of: &Pattern, pick: Pick) -> String {
        match &of.what {
            What::Act(act) => self.which_did(act, pick, &of.time),
            What::State(state) => self.which_does(state, &of.time),
        }
    }

    fn which_did(&self, act: &Act<Slot>, pick: Pick, time: &Time) -> String {
        let when = self.time(time);
        match act {
            Act::Recognized { by: Slot::Is(by), .. } => format!("whom did {} recognize{when}", self.actor(*by)),
            Act::Adopted { by, about, .. } if by.asked().is_none() => match by.is() {
                Some(by) => {
                    format!("which resolutions did {} adopt{}{when}", self.actor(by), self.subject(*about))
                }
                None => format!("which resolutions were adopted{}{when}", self.subject(*about)),
            },
            Act::Voted { by: Slot::Is(by), resolution, .. } => {
                format!("how did {} vote on {}", self.actor(*by), self.resolution(*resolution))
            }
            Act::Voted { choice: Some(choice), resolution, .. } => {
                format!("who {} {}", voted(*choice), self.resolution(*resolution))
            }
            Act::Voted { resolution, .. } => format!("what was the vote on {}", self.resolution(*resolution)),
            Act::Switched { from, to, .. } => {
                format!("who switched from {} to {}{when}", self.slot(from), self.slot(to))
            }
            act => {
                let set = act.asked();
                match pick {
                    Pick::Nth(nth) => {
                        format!("who was the {} {} {}{when}", ordinal(nth), self.one_of(set), self.to_do(act))
                    }
                    Pick::Last => format!("who was the last {} {}{when}", self.one_of(set), self.to_do(act)),
                    Pick::All => match (act, set.parts()) {
                        (Act::Recognized { .. }, []) => format!("who {}{when}", self.did(act)),
                        (Act::Withdrew { of, .. }, []) => {
                            format!("who withdrew recognition of {}{when}", self.slot(of))
                        }
                        _ => format!("which {} {}{when}", self.one_of(set), self.did(act)),
                    },
                }
            }
        }
    }

    fn which_does(&self, state: &State<Slot>, time: &Time) -> String {
        let on = self.on(time);
        match state {
            State::Withholds { by: Slot::Is(by), .. } => format!("whom does {} refuse to recognize", self.actor(*by)),
            State::Withholds { of, .. } => format!("who refused to recognize {}{}", self.slot(of), self.time(time)),
            State::Recognizes { by, of } => {
                let set = by.asked().unwrap_or(&Set::Anybody);
                let who =
                    set.group().map_or_else(|| "who".to_owned(), |of| format!("which members of {}", self.actor(of)));
                let (also, not) = set.recognizing();
                let also = also.map_or_else(String::new, |also| format!(" and {}", self.actor(also)));
                let not = not.map_or_else(String::new, |not| format!(" but not {}", self.actor(not)));
                format!("{who} recognize {}{also}{not}{on}", self.slot(of))
            }
            State::DoesntRecognize { by, of } => {
                let group = by.asked().and_then(Set::group).map_or_else(String::new, |group| self.actor(group));
                format!("which members of {group} don't recognize {}{on}", self.slot(of))
            }
            State::Mission { of, at, level } => {
                let missions = level.map_or("missions".to_owned(), plural);
                match (of.is(), at.is()) {
                    (Some(of), Some(at)) => format!("{missions} of {} in {}{on}", self.actor(of), self.actor(at)),
                    (Some(of), None) => format!("where does {} have {missions}{on}", self.actor(of)),
                    (None, Some(at)) => format!("which countries have {missions} in {}{on}", self.actor(at)),
                    (None, None) => "which missions are there".to_owned(),
                }
            }
            State::Related { a, .. } => format!("with whom does {} have relations{on}", self.slot(a)),
            State::Party { treaty: Some(treaty), .. } => format!("who are the parties to {}{on}", self.treaty(*treaty)),
            State::Party { party, .. } => match party.each() {
                [a, b] if *time == Time::Today => {
                    format!("which treaties bind {} and {}", self.actor(*a), self.actor(*b))
                }
                [a, b] => format!("which treaties do {} and {} have in common{on}", self.actor(*a), self.actor(*b)),
                [a, ..] if *time == Time::Today => format!("which treaties bind {}", self.actor(*a)),
                [a, ..] => format!("which treaties is {} a party to{on}", self.actor(*a)),
                [] => "which treaties are there".to_owned(),
            },
            State::Backs { by, backs, dispute } => {
                let over = self.dispute(*dispute);
                match (by.is(), backs.is()) {
                    (Some(by), _) => format!("whom does {} back{over}{on}", self.actor(by)),
                    (None, Some(backs)) => format!("who backs {}{over}{on}", self.actor(backs)),
                    (None, None) => format!("who backs whom{over}{on}"),
                }
            }
            State::BackEachOther { a, .. } => match a.is() {
                None => "which countries back each other".to_owned(),
                Some(actor) => format!("reciprocal backing of {}", self.actor(actor)),
            },
            State::Member { member, organization } => match member.each() {
                [a, b] => {
                    format!("which organizations do {} and {} both belong to{on}", self.actor(*a), self.actor(*b))
                }
                [a, ..] => format!("which organizations does {} belong to{on}", self.actor(*a)),
                [] => format!("who are the members of {}{on}", self.slot(organization)),
            },
            State::EachOther { .. } | State::InForce { .. } | State::Exists { .. } => String::new(),
        }
    }

    /// How many match.
    pub(super) fn how_many(&self, of: &Pattern) -> String {
        let (on, when) = (self.on(&of.time), self.time(&of.time));
        match &of.what {
            What::Act(Act::Recognized { of, .. }) => format!("how many countries recognized {}{when}", self.slot(of)),
            What::Act(Act::Withdrew { of, .. }) => {
                format!("how many countries withdrew recognition of {}{when}", self.slot(of))
            }
            What::Act(Act::Adopted { by, about, .. }) => match by.is() {
                None => format!("how many resolutions are there{}{when}", self.subject(*about)),
                Some(by) => format!("how many resolutions did {} adopt{}{when}", self.actor(by), self.subject(*about)),
            },
            What::Act(Act::Voted { choice: Some(choice), resolution, .. }) => {
                format!("how many countries {} {}", voted(*choice), self.resolution(*resolution))
            }
            What::State(State::Recognizes { by: Slot::Is(by), .. }) => {
                format!("how many countries does {} recognize{on}", self.actor(*by))
            }
            What::State(State::Recognizes { by, of }) => match by.asked().and_then(Set::group) {
                None => format!("how many countries recognize {}{on}", self.slot(of)),
                Some(group) => format!("how many members of {} recognize {}{on}", self.actor(group), self.slot(of)),
            },
            What::State(State::Related { a, .. }) => {
                format!("how many countries have relations with {}{on}", self.slot(a))
            }
            What::State(State::Member { organization, .. }) => {
                format!("how many members does {} have{on}", self.slot(organization))
            }
            What::State(State::Party { treaty: Some(treaty), .. }) => {
                format!("how many parties does {} have{on}", self.treaty(*treaty))
            }
            What::State(State::Party { party, .. }) => match party.each() {
                [a, b, ..] => {
                    format!("how many treaties do {} and {} have in common{on}", self.actor(*a), self.actor(*b))
                }
                _ => String::new(),
            },
            What::State(State::Exists { .. }) => format!("how many countries were there{on}"),
            What::Act(_) | What::State(_) => String::new(),
        }
    }

    /// Who stands in a place, where it is one.
    pub(super) fn slot(&self, slot: &Slot) -> String {
        slot.is().map_or_else(String::new, |actor| self.actor(actor))
    }

    /// One of a set: "country", "member of NATO".
    pub(super) fn one_of(&self, set: &Set) -> String {
        match (set.group(), set.except()) {
            (Some(group), _) => format!("member of {}", self.actor(group)),
            (None, Some(except)) => format!("non {} member", self.actor(except)),
            (None, None) => "country".to_owned(),
        }
    }

    /// Who is recognized, as what.
    pub(super) fn recognized(&self, act: &Act<Slot>) -> String {
        match act {
            Act::Recognized { of, capacity, .. } => capacity_words(*capacity, &self.slot(of)),
            _ => String::new(),
        }
    }
}
