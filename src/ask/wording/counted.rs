//! What is counted, and how many, in words.

use super::{Words, an, level_words};
use crate::form::{Act, Pattern, Slot, Time, What};
use crate::model::{Asserts, Counted, RelationsAct, ordinal};

impl Words<'_> {
    /// What somebody did as one of many: "country to recognize Azerbaijan".
    pub(super) fn done(&self, counted: &Counted) -> String {
        self.of_counted(counted, |words, act| format!("{} {}", words.one_of(act.asked()), words.to_do(act)))
    }

    fn of_counted(&self, counted: &Counted, told: impl Fn(&Self, &Act<Slot>) -> String) -> String {
        match Pattern::counted(counted).map(|pattern| pattern.what) {
            Some(What::Act(act)) => told(self, &act),
            _ => String::new(),
        }
    }

    pub(super) fn to_do(&self, act: &Act<Slot>) -> String {
        format!("to {}", self.infinitive(act))
    }

    /// What is done, after "did" or "to".
    pub(super) fn infinitive(&self, act: &Act<Slot>) -> String {
        match act {
            Act::Recognized { .. } => format!("recognize {}", self.recognized(act)),
            Act::Withdrew { of, .. } => format!("withdraw its recognition of {}", self.slot(of)),
            Act::Relations { act: RelationsAct::Severed, b, .. } => format!("sever relations with {}", self.slot(b)),
            Act::Relations { b, .. } => format!("establish relations with {}", self.slot(b)),
            Act::Mission { at, level, .. } => format!("open {} in {}", an(&level_words(*level)), self.slot(at)),
            Act::Joined { organization, .. } => format!("join {}", self.slot(organization)),
            Act::Backed { backs, over, .. } => format!("back {}{}", self.slot(backs), self.dispute(*over)),
            Act::Adopted { about, .. } => format!("adopt a resolution{}", self.subject(*about)),
            _ => String::new(),
        }
    }

    pub(super) fn did(&self, act: &Act<Slot>) -> String {
        match act {
            Act::Recognized { .. } => format!("recognized {}", self.recognized(act)),
            Act::Withdrew { of, .. } => format!("withdrew its recognition of {}", self.slot(of)),
            Act::Relations { act: RelationsAct::Severed, b, .. } => format!("severed relations with {}", self.slot(b)),
            Act::Relations { b, .. } => format!("established relations with {}", self.slot(b)),
            Act::Mission { at, level, .. } => format!("opened {} in {}", an(&level_words(*level)), self.slot(at)),
            Act::Joined { organization, .. } => format!("joined {}", self.slot(organization)),
            Act::Backed { backs, .. } => format!("backed {}", self.slot(backs)),
            Act::Adopted { about, .. } => format!("adopted a resolution{}", self.subject(*about)),
            _ => String::new(),
        }
    }

    /// What still holds: of recognition and relations alone.
    fn does(&self, act: &Act<Slot>) -> String {
        match act {
            Act::Relations { b, .. } => format!("has relations with {}", self.slot(b)),
            _ => format!("recognizes {}", self.recognized(act)),
        }
    }

    /// What is claimed, in a sentence.
    pub(super) fn claim(&self, asserts: &Asserts) -> String {
        let Some(counted) = asserts.counted() else {
            return match asserts {
                Asserts::Countries { count, on } => {
                    format!("there were {count} countries{}", self.on(&Time::On(on.clone())))
                }
                _ => "is there such a claim".to_owned(),
            };
        };
        let time = match (asserts, &counted.since, &counted.on) {
            (Asserts::Nth { .. } | Asserts::Last { .. } | Asserts::Order { .. }, ..) => Time::of(counted),
            // As of a date.
            (_, None, Some(on)) => Time::On(on.clone()),
            (_, Some(since), Some(on)) => Time::Between(since.clone(), on.clone()),
            _ => Time::of(counted),
        };
        let time = self.time(&time);
        let did = || self.of_counted(counted, Self::did);
        let one = |told: fn(&Self, &Act<Slot>) -> String| {
            self.of_counted(counted, |words, act| format!("{} {}", words.one_of(act.asked()), told(words, act)))
        };
        match asserts {
            Asserts::Nth { nth, by, .. } => {
                format!("{} was the {} {}{time}", self.actor(*by), ordinal(*nth), self.done(counted))
            }
            Asserts::Last { by, .. } => format!("{} was the last {}{time}", self.actor(*by), self.done(counted)),
            Asserts::Only { by, still: true, .. } => {
                let does = one(|words, act| format!("that {}", words.does(act)));
                format!("{} is the only {does}{time}", self.actor(*by))
            }
            Asserts::Only { by, .. } => format!("{} was the only {}{time}", self.actor(*by), self.done(counted)),
            Asserts::OnlyWithout { by, .. } => {
                let not = one(|words, act| format!("not {}", words.to_do(act)));
                format!("{} was the only {not}{time}", self.actor(*by))
            }
            Asserts::Never { by, .. } => format!("{} never {}{time}", self.actor(*by), did()),
            Asserts::Count { count, .. } => format!("exactly {count} {} {}{time}", self.several(counted), did()),
            Asserts::AtLeast { count, .. } => format!("at least {count} {} {}{time}", self.several(counted), did()),
            Asserts::Order { by, .. } => match by[..] {
                [first, second, ..] => {
                    let to_do = self.of_counted(counted, Self::to_do);
                    format!("{} and {} were the first countries {to_do}", self.actor(first), self.actor(second))
                }
                _ => String::new(),
            },
            _ => String::new(),
        }
    }

    fn several(&self, counted: &Counted) -> String {
        match (counted.among, counted.except) {
            (Some(among), _) => format!("members of {}", self.actor(among)),
            (None, Some(except)) => format!("non {} members", self.actor(except)),
            (None, None) => "countries".to_owned(),
        }
    }
}
