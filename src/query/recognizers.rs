//! Status as data: who recognizes an actor on a day, among the members of an organization or among all.

use super::matches::{Match, matching};
use crate::form::{Pattern, Set, Slot, State, Time};
use crate::model::{ActorIx, AsOf, Base, Date, Day, Matter, RecognitionOf, Sure, members_on};

/// What is asked about those who recognize an actor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct RecognizersRequest {
    /// Who is recognized.
    pub of: ActorIx,
    /// Only those who recognize this one, too.
    pub also: Option<ActorIx>,
    /// Only those who don't recognize this one, as far as is recorded.
    pub not: Option<ActorIx>,
    /// Only these are counted: the members of an organization or group; `None`: all.
    pub among: Option<ActorIx>,
    /// The day.
    pub day: Day,
    /// The day that counts as today.
    pub today: Day,
}

impl RecognizersRequest {
    /// Who recognizes an actor today.
    pub fn of(of: ActorIx, today: Day) -> Self {
        Self { of, also: None, not: None, among: None, day: today, today }
    }

    /// On this day.
    #[must_use]
    pub fn on(self, day: Day) -> Self {
        Self { day, ..self }
    }

    /// Only among the members of this organization or group.
    #[must_use]
    pub fn among(self, group: impl Into<Option<ActorIx>>) -> Self {
        Self { among: group.into(), ..self }
    }

    /// Only those who recognize this one, too.
    #[must_use]
    pub fn also(self, other: impl Into<Option<ActorIx>>) -> Self {
        Self { also: other.into(), ..self }
    }

    /// Only those who don't recognize this one, as far as is recorded.
    #[must_use]
    pub fn but_not(self, other: impl Into<Option<ActorIx>>) -> Self {
        Self { not: other.into(), ..self }
    }

    /// The day, and today.
    pub fn asked(&self) -> AsOf {
        AsOf::of(self.day, self.today)
    }

    /// What holds of those who are asked for.
    fn state(&self) -> State<Slot> {
        let on = || Time::On(Date::of(self.day));
        let others = |of: ActorIx| {
            let state = State::Recognizes { by: Slot::WHO, of: Slot::Is(of) };
            Set::That(Box::new(Pattern::state(state).at(on())))
        };
        let mut who = Set::members(self.among);
        if let Some(also) = self.also {
            who = who.and(others(also));
        }
        if let Some(not) = self.not {
            who = who.but_not(others(not));
        }
        State::Recognizes { by: Slot::Asked(who), of: Slot::Is(self.of) }
    }

    /// What it asks about.
    pub fn matters(&self) -> Vec<Matter> {
        [Some(self.of), self.also, self.not].into_iter().flatten().map(Matter::RecognitionsOf).collect()
    }
}

/// Who recognizes an actor on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Recognizers {
    /// What was asked.
    pub request: RecognizersRequest,
    /// Who certainly, presumably or possibly recognizes it, in the order of names.
    pub found: Vec<Match>,
    /// Who recognized it until it was no more itself, and whom nobody continues.
    pub ended: Vec<ActorIx>,
    /// How many could: the members on that day, without the one who is recognized. 0 where all are counted.
    pub members: usize,
}

/// Finds who recognizes `of` on `day`. Who continues another under a new name stands by what that one did, unless it
/// acted itself.
pub fn recognizers(base: &Base, request: &RecognizersRequest) -> Recognizers {
    let RecognizersRequest { of, among, day, .. } = *request;
    let found = matching(base, &request.state(), request.asked());
    let ended = RecognitionOf::of(base, of).ended_with_recognizer(base, day);
    let members = among.map_or(0, |among| members_on(base, among, day).into_iter().filter(|by| *by != of).count());
    Recognizers { request: *request, found, ended, members }
}

impl Recognizers {
    /// Who recognizes it so surely, by an act on record.
    pub fn so(&self, sure: Sure) -> impl Iterator<Item = &Match> {
        self.acted().filter(move |one| one.sure() == sure)
    }

    /// Who recognizes it for sure or presumably, by an act on record.
    pub fn certain(&self) -> impl Iterator<Item = &Match> {
        self.acted().filter(|one| one.sure() != Sure::Possibly)
    }

    /// Who recognizes it, for sure or presumably, by relations alone: no act is on record. Counted apart; of those who recognize
    /// another, too, or not another, only acts tell.
    pub fn implied(&self) -> impl Iterator<Item = &Match> {
        self.by_relations().filter(|one| one.sure() != Sure::Possibly)
    }

    /// Who possibly recognizes it by relations alone, likewise.
    pub fn possibly_implied(&self) -> impl Iterator<Item = &Match> {
        self.by_relations().filter(|one| one.sure() == Sure::Possibly)
    }

    fn by_relations(&self) -> impl Iterator<Item = &Match> {
        let told = self.request.also.is_none() && self.request.not.is_none();
        self.found.iter().filter(move |one| told && one.implied)
    }

    fn acted(&self) -> impl Iterator<Item = &Match> {
        self.found.iter().filter(|one| !one.implied)
    }
}
