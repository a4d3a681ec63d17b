//! What is counted, and how many, in words.

use super::{Words, an, capacity_words, date_words, level_words, voted};
use crate::ask::request::Number;
use crate::ask::time::Time;
use crate::model::{Asserts, Counted, CountedAct, ordinal};
use crate::query::Want;

impl Words<'_> {
    /// Who counts: "country", "member of NATO".
    pub(super) fn among(&self, counted: &Counted) -> String {
        match (counted.among, counted.except) {
            (Some(among), _) => format!("member of {}", self.actor(among)),
            (None, Some(except)) => format!("non {} member", self.actor(except)),
            (None, None) => "country".to_owned(),
        }
    }

    pub(super) fn of(&self, counted: &Counted) -> String {
        let want = if counted.act == CountedAct::Adopted { Want::Subject } else { Want::Actor };
        let name = self.name(counted.of, want);
        capacity_words(counted.capacity.filter(|_| counted.act == CountedAct::Recognized), &name)
    }

    pub(super) fn to_do(&self, counted: &Counted) -> String {
        let of = self.of(counted);
        match counted.act {
            CountedAct::Recognized | CountedAct::Adopted => format!("to recognize {of}"),
            CountedAct::Withdrawn => format!("to withdraw its recognition of {of}"),
            CountedAct::Established => format!("to establish relations with {of}"),
            CountedAct::Severed => format!("to sever relations with {of}"),
            CountedAct::MissionOpened => format!("to open {} in {of}", an(&level_words(counted.level))),
            CountedAct::Joined => format!("to join {of}"),
            CountedAct::Backed => format!("to back {of}{}", self.dispute(counted.over)),
        }
    }

    /// What still holds: of recognition and relations alone.
    fn does(&self, counted: &Counted) -> String {
        let of = self.of(counted);
        match counted.act {
            CountedAct::Established => format!("has relations with {of}"),
            _ => format!("recognizes {of}"),
        }
    }

    pub(super) fn did(&self, counted: &Counted) -> String {
        let of = self.of(counted);
        match counted.act {
            CountedAct::Recognized | CountedAct::Adopted => format!("recognized {of}"),
            CountedAct::Withdrawn => format!("withdrew its recognition of {of}"),
            CountedAct::Established => format!("established relations with {of}"),
            CountedAct::Severed => format!("severed relations with {of}"),
            CountedAct::MissionOpened => format!("opened {} in {of}", an(&level_words(counted.level))),
            CountedAct::Joined => format!("joined {of}"),
            CountedAct::Backed => format!("backed {of}"),
        }
    }

    pub(super) fn claim(&self, asserts: &Asserts) -> String {
        let Some(counted) = asserts.counted() else {
            return match asserts {
                Asserts::Countries { count, on } => {
                    format!("there were {count} countries{}", self.on(&Some(on.clone())))
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
        match asserts {
            Asserts::Nth { nth, by, .. } => {
                format!(
                    "{} was the {} {} {}{time}",
                    self.actor(*by),
                    ordinal(*nth),
                    self.among(counted),
                    self.to_do(counted)
                )
            }
            Asserts::Last { by, .. } => {
                format!("{} was the last {} {}{time}", self.actor(*by), self.among(counted), self.to_do(counted))
            }
            Asserts::Only { by, still: true, .. } => {
                format!("{} is the only {} that {}{time}", self.actor(*by), self.among(counted), self.does(counted))
            }
            Asserts::Only { by, .. } => {
                format!("{} was the only {} {}{time}", self.actor(*by), self.among(counted), self.to_do(counted))
            }
            Asserts::OnlyWithout { by, .. } => {
                format!("{} was the only {} not {}{time}", self.actor(*by), self.among(counted), self.to_do(counted))
            }
            Asserts::Never { by, .. } => format!("{} never {}{time}", self.actor(*by), self.did(counted)),
            Asserts::Count { count, .. } => {
                format!("exactly {count} {} {}{time}", self.several(counted), self.did(counted))
            }
            Asserts::AtLeast { count, .. } => {
                format!("at least {count} {} {}{time}", self.several(counted), self.did(counted))
            }
            Asserts::Order { by, .. } => match by[..] {
                [first, second, ..] => {
                    format!(
                        "{} and {} were the first countries {}",
                        self.actor(first),
                        self.actor(second),
                        self.to_do(counted)
                    )
                }
                _ => String::new(),
            },
            _ => String::new(),
        }
    }

    pub(super) fn several(&self, counted: &Counted) -> String {
        match (counted.among, counted.except) {
            (Some(among), _) => format!("members of {}", self.actor(among)),
            (None, Some(except)) => format!("non {} members", self.actor(except)),
            (None, None) => "countries".to_owned(),
        }
    }

    pub(super) fn how_many(&self, number: &Number, time: &Time) -> String {
        let on = match time {
            Time::On(date) => format!(" in {}", date_words(date)),
            _ => String::new(),
        };
        match number {
            Number::Recognizers(of, None) => format!("how many countries recognize {}{on}", self.actor(*of)),
            Number::Recognizers(of, Some(among)) => {
                format!("how many members of {} recognize {}{on}", self.actor(*among), self.actor(*of))
            }
            Number::Recognitions(of) => format!("how many countries recognized {}{}", self.actor(*of), self.time(time)),
            Number::RecognizedBy(by) => format!("how many countries does {} recognize{on}", self.actor(*by)),
            Number::Withdrawals(of) => {
                format!("how many countries withdrew recognition of {}{}", self.actor(*of), self.time(time))
            }
            Number::Partners(actor) => format!("how many countries have relations with {}{on}", self.actor(*actor)),
            Number::Members(organization) => format!("how many members does {} have{on}", self.actor(*organization)),
            Number::Parties(treaty) => format!("how many parties does {} have{on}", self.treaty(*treaty)),
            Number::Treaties(actors) => match actors[..] {
                [a, b, ..] => {
                    format!("how many treaties do {} and {} have in common{on}", self.actor(a), self.actor(b))
                }
                _ => String::new(),
            },
            Number::Resolutions(None, about) => {
                format!("how many resolutions are there{}{}", self.subject(*about), self.time(time))
            }
            Number::Resolutions(Some(by), about) => {
                format!("how many resolutions did {} adopt{}{}", self.actor(*by), self.subject(*about), self.time(time))
            }
            Number::Votes(resolution, choice) => {
                format!("how many countries {} {}", voted(*choice), self.resolution(*resolution))
            }
            Number::Countries => format!("how many countries were there{on}"),
        }
    }
}
