//! What the slots of a reading took, as records, dates and numbers.

use std::borrow::Cow;
use std::cell::RefCell;

use super::lexicon::{suits, want};
use super::pattern::SlotKind;
use super::problem::Problem;
use super::read::{Reader, SlotMatch, Value};
use crate::form::{Pick, Time, Unit};
use crate::model::{
    ActorIx, Base, Closed, Date, Day, DisputeIx, Entity, Level, ResolutionIx, SourceIx, TreatyAct, TreatyIx,
};
use crate::query::{Called, Named, bearers, mistyped, resolve};

/// The slots of a reading.
pub(super) struct Parts<'r> {
    reader: &'r Reader<'r>,
    question: &'r str,
    caught: &'r [SlotMatch],
    /// The day in whose light names are read.
    day: Day,
    /// Names that were read otherwise than they are written.
    notes: &'r RefCell<Vec<(String, Entity)>>,
}

impl<'r> Parts<'r> {
    pub(super) fn new(
        reader: &'r Reader<'r>,
        question: &'r str,
        caught: &'r [SlotMatch],
        notes: &'r RefCell<Vec<(String, Entity)>>,
    ) -> Self {
        let mut parts = Self { reader, question, caught, day: reader.today, notes };
        parts.day = parts.time().context().unwrap_or(reader.today);
        parts
    }

    /// The base.
    pub(super) fn base(&self) -> &'r Base {
        self.reader.base
    }

    /// The day that counts as today.
    pub(super) fn today(&self) -> Day {
        self.reader.today
    }

    /// The same, as a date.
    pub(super) fn today_date(&self) -> Date {
        Date::of(self.reader.today)
    }

    /// Whether the way led past a mark.
    pub(super) fn has(&self, mark: &str) -> bool {
        self.caught.iter().any(|caught| &*caught.name == mark)
    }

    fn find(&self, name: &str) -> Option<&'r SlotMatch> {
        self.caught.iter().find(|caught| &*caught.name == name)
    }

    /// The record in a slot, if it was filled.
    pub(super) fn entity(&self, name: &str) -> Result<Option<Entity>, Problem> {
        let Some(caught) = self.find(name) else { return Ok(None) };
        let Value::Name(kind) = caught.value else { return Ok(None) };
        self.resolve(caught, kind).map(Some)
    }

    fn resolve(&self, caught: &SlotMatch, kind: SlotKind) -> Result<Entity, Problem> {
        let base = self.reader.base;
        let tokens = &self.reader.tokens[caught.words.clone()];
        let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return Err(Problem::Empty) };
        let text = match self.question.get(first.span.start..last.span.end) {
            Some(text) => Cow::Borrowed(text),
            // A time that stood in front was put behind, and what nobody knows was taken on over the seam.
            None => tokens.iter().map(|token| &self.question[token.span.clone()]).collect::<Vec<_>>().join(" ").into(),
        };
        let text = &*text;
        let want = want(kind).expect("slots of names want records");
        let choices = |all: &[Entity]| Problem::Ambiguous { name: text.to_owned(), choices: Called::all(base, all) };
        let mut several = bearers(base, text, want, self.day);
        several.retain(|entity| suits(base, *entity, kind));
        // Who asks what "Kosovo" is means the country before the dispute.
        let actors: Vec<Entity> = several.iter().copied().filter(|entity| matches!(entity, Entity::Actor(_))).collect();
        match (&several[..], &actors[..]) {
            ([_, _, ..], [actor]) => return Ok(*actor),
            ([_, _, ..], _) => return Err(choices(&several)),
            _ => {}
        }
        let near = match resolve(base, text, want, Some(self.day)) {
            Named::One(entity) if suits(base, entity, kind) => return Ok(entity),
            Named::One(_) => Vec::new(),
            Named::Several(mut several) => {
                several.retain(|entity| suits(base, *entity, kind));
                match several[..] {
                    [] => Vec::new(),
                    [entity] => return Ok(entity),
                    _ => return Err(choices(&several)),
                }
            }
            Named::None(near) => near,
        };
        let mut senses = self.reader.lexicon.senses(tokens);
        senses.retain(|entity| suits(base, *entity, kind));
        match senses[..] {
            [entity] => return Ok(entity),
            [_, _, ..] => return Err(choices(&senses)),
            [] => {}
        }
        if let Some(entity) = mistyped(base, text, want).filter(|entity| suits(base, *entity, kind)) {
            self.notes.borrow_mut().push((text.to_owned(), entity));
            return Ok(entity);
        }
        Err(Problem::Unknown { name: text.to_owned(), near: Called::all(base, &near) })
    }

    /// The actor in a slot that is always filled.
    pub(super) fn actor(&self, name: &str) -> Result<ActorIx, Problem> {
        Ok(self.maybe_actor(name)?.expect("the pattern fills the slot"))
    }

    /// The actor in a slot.
    pub(super) fn maybe_actor(&self, name: &str) -> Result<Option<ActorIx>, Problem> {
        Ok(match self.entity(name)? {
            Some(Entity::Actor(ix)) => Some(ix),
            _ => None,
        })
    }

    /// Two actors that must differ.
    pub(super) fn pair(&self, one: &str, other: &str) -> Result<(ActorIx, ActorIx), Problem> {
        let (a, b) = (self.actor(one)?, self.actor(other)?);
        if a == b {
            return Err(Problem::Senseless(format!("both are {}", self.base()[a].name)));
        }
        Ok((a, b))
    }

    /// The treaty in a slot that is always filled.
    pub(super) fn treaty(&self, name: &str) -> Result<TreatyIx, Problem> {
        match self.entity(name)? {
            Some(Entity::Treaty(ix)) => Ok(ix),
            _ => unreachable!("the pattern fills the slot"),
        }
    }

    /// The resolution in a slot that is always filled.
    pub(super) fn resolution(&self, name: &str) -> Result<ResolutionIx, Problem> {
        match self.entity(name)? {
            Some(Entity::Resolution(ix)) => Ok(ix),
            _ => unreachable!("the pattern fills the slot"),
        }
    }

    /// The dispute in a slot.
    pub(super) fn dispute(&self, name: &str) -> Result<Option<DisputeIx>, Problem> {
        Ok(match self.entity(name)? {
            Some(Entity::Dispute(ix)) => Some(ix),
            _ => None,
        })
    }

    /// The source in a slot.
    pub(super) fn source(&self, name: &str) -> Result<Option<SourceIx>, Problem> {
        Ok(match self.entity(name)? {
            Some(Entity::Source(ix)) => Some(ix),
            _ => None,
        })
    }

    /// The date in a slot.
    pub(super) fn date(&self, name: &str) -> Option<Date> {
        match &self.find(name)?.value {
            Value::Date(date) => Some(date.clone()),
            _ => None,
        }
    }

    /// Whether a comma stands before the preposition of a slot.
    pub(super) fn follows_comma(&self, name: &str) -> bool {
        let before =
            |caught: &SlotMatch| caught.words.start.checked_sub(2).is_some_and(|at| self.reader.tokens[at].comma);
        self.find(name).is_some_and(before)
    }

    /// The number in a slot.
    pub(super) fn number(&self, name: &str) -> Option<usize> {
        match self.find(name)?.value {
            Value::Number(number) => Some(number),
            _ => None,
        }
    }

    /// The place in an order in a slot.
    pub(super) fn nth(&self, name: &str) -> Option<Pick> {
        match self.find(name)?.value {
            Value::Nth(pick) => Some(pick),
            _ => None,
        }
    }

    /// The unit in a slot that is always filled.
    pub(super) fn unit(&self, name: &str) -> Unit {
        match self.find(name).map(|caught| &caught.value) {
            Some(Value::Unit(unit)) => *unit,
            _ => unreachable!("the pattern fills the slot"),
        }
    }

    /// The level in a slot.
    pub(super) fn level(&self, name: &str) -> Option<Level> {
        match self.find(name)?.value {
            Value::Level(level) => Some(level),
            _ => None,
        }
    }

    /// The act on a treaty that a mark names; `None`: whatever bound it.
    pub(super) fn treaty_act(&self) -> Option<TreatyAct> {
        TreatyAct::ALL.iter().copied().find(|act| self.has(act.name()))
    }

    /// The time.
    pub(super) fn time(&self) -> Time {
        let date = |name: &str| self.date(name);
        if let Some(date) = date("on") {
            Time::On(date)
        } else if let Some(date) = date("before") {
            Time::Before(date)
        } else if let Some(date) = date("after") {
            Time::After(date)
        } else if let Some(date) = date("until") {
            Time::By(date)
        } else if let Some(date) = date("since") {
            Time::Since(date)
        } else if let (Some(from), Some(to)) = (date("begin"), date("end")) {
            Time::Between(from, to)
        } else if self.has("today") {
            Time::Today
        } else {
            Time::Ever
        }
    }

    /// The date of what holds: "in 1992", "on 9 June 1992", "by 1992"; `None` for today. Of a year that isn't over it is today.
    pub(super) fn on(&self) -> Option<Date> {
        let today = self.today();
        let is_on = |date: &Date| date.earliest() <= today && today < date.latest();
        self.within().map(|date| if is_on(&date) { self.today_date() } else { date })
    }

    /// The same as a time: today, where it names none.
    pub(super) fn standing(&self) -> Time {
        Time::on(self.on().filter(|date| *date != self.today_date()))
    }

    /// The date in which something is asked to hold, on any day of it; `None` for today.
    pub(super) fn within(&self) -> Option<Date> {
        match self.time() {
            Time::On(date) | Time::By(date) => Some(date),
            Time::Today => Some(self.today_date()),
            _ => None,
        }
    }

    /// The phrase in a slot: the number of its rule, and its own slots.
    pub(super) fn phrase(&self, name: &str) -> (usize, Self) {
        match self.find(name).map(|caught| &caught.value) {
            Some(Value::Phrase(rule, caught)) => (*rule, Self { caught, ..*self }),
            _ => unreachable!("the pattern fills the slot"),
        }
    }
}
