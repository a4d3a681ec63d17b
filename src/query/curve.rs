//! How many recognize an actor over time: a count with its doubt, for every day on which it changes.

use std::collections::BTreeMap;

use super::matches::{candidates, one};
use crate::form::{Set, Slot, State};
use crate::model::{ActorIx, AsOf, Base, Day, Key, StatementIx, Sure, membership_turns, recognition_turns};

/// What is asked about the number of those who recognize an actor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CurveRequest {
    /// Who is recognized.
    pub of: ActorIx,
    /// Only these are counted: the members of an organization or group; `None`: all.
    pub among: Option<ActorIx>,
    /// The first day; `None`: that of the first change.
    pub from: Option<Day>,
    /// The last day, which is in.
    pub to: Day,
    /// The day that counts as today.
    pub today: Day,
}

/// How many recognize an actor from a day on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Count {
    /// The day.
    pub day: Day,
    /// How many certainly do.
    pub certain: usize,
    /// How many more presumably do: the record doesn't reach the day.
    pub presumed: usize,
    /// How many more possibly do: dates and sources leave it open.
    pub possible: usize,
}

impl Count {
    /// How many do, as far as is recorded: certainly or presumably.
    pub fn recorded(&self) -> usize {
        self.certain + self.presumed
    }

    /// How many can at most.
    pub fn most(&self) -> usize {
        self.recorded() + self.possible
    }
}

/// The answer to a [`CurveRequest`].
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CurveAnswer {
    /// What was asked.
    pub request: CurveRequest,
    /// The counts, each holding until the next; the last until the end of what was asked. Empty when nobody recognizes it.
    pub counts: Vec<Count>,
    /// How many acts of recognition have no date: they are among the certain from the day of the first source that tells of
    /// them, and before that among the most.
    pub undated: usize,
    /// The acts that it rests on.
    pub acts: Vec<StatementIx>,
    /// The day from which the time since independence is counted, by the date that is shown, and the statement.
    pub independence: Option<(Day, StatementIx)>,
}

/// How many more there are from a day on, of each sort: surely, presumably, possibly.
type Steps = BTreeMap<Day, [i32; 3]>;

/// Counts who recognizes an actor, over time: on each day those whom a list of that day has.
pub fn curve(base: &Base, request: &CurveRequest) -> CurveAnswer {
    let CurveRequest { of, from, to, .. } = *request;
    let acts: Vec<StatementIx> = base.recognitions_of(of).filter(|&ix| base[ix].stands()).collect();
    let mut counts: Vec<Count> = Vec::new();
    let mut now = [0; 3];
    for (day, more) in steps(base, request) {
        now.iter_mut().zip(more).for_each(|(count, more)| *count += more);
        let [certain, presumed, possible] = now.map(|count| usize::try_from(count).unwrap_or_default());
        let count = Count { day: from.map_or(day, |from| from.max(day)), certain, presumed, possible };
        if counts.last().is_some_and(|last| last.day == count.day) {
            counts.pop();
        }
        let same = |last: &Count| (last.certain, last.presumed, last.possible) == (certain, presumed, possible);
        if !counts.last().is_some_and(same) && count.day.bounded().is_some() && count.day <= to {
            counts.push(count);
        }
    }
    // Before the first who recognizes it there is nothing to draw, unless it is asked for.
    if from.is_none() {
        let begin = counts.iter().position(|count| count.most() > 0).unwrap_or(counts.len());
        counts.drain(..begin);
    }
    let undated = acts.iter().filter(|&&ix| base[ix].date().is_none()).count();
    CurveAnswer { request: *request, counts, undated, acts, independence: independence(base, of) }
}

/// What each of those who recognize it adds, on the days on which that changes.
fn steps(base: &Base, request: &CurveRequest) -> Steps {
    let CurveRequest { of, among, to, today, .. } = *request;
    let set = Set::members(among);
    let state = State::Recognizes { by: Slot::Asked(set.clone()), of: Slot::Is(of) };
    let mut steps: Steps = BTreeMap::from([(Day::PAST, [0; 3])]);
    for by in candidates(base, &state) {
        let mut days = recognition_turns(base, by, of);
        days.extend(among.into_iter().flat_map(|among| membership_turns(base, by, among)));
        days.insert(today.next());
        days.retain(|day| *day <= to);
        let mut was = [0; 3];
        for day in days {
            let found = one(base, (&state, &set), by, AsOf::of(day, today)).filter(|found| !found.implied);
            let is = [Sure::Surely, Sure::Presumably, Sure::Possibly]
                .map(|sure| i32::from(found.as_ref().is_some_and(|found| found.sure() == sure)));
            if is != was {
                let step = steps.entry(day).or_default();
                step.iter_mut().zip(is).zip(was).for_each(|((step, is), was)| *step += is - was);
                was = is;
            }
        }
    }
    steps
}

/// When the last existence on record of an actor began.
fn independence(base: &Base, of: ActorIx) -> Option<(Day, StatementIx)> {
    let existences = base.under(Key::Existence(of)).filter(|&ix| base[ix].stands() && !base[ix].is_denied());
    let dated = existences.filter_map(|ix| Some((base[ix].date()?.earliest().bounded()?, ix)));
    dated.max()
}
