//! What holds when, by what acts are recorded: the rule below all rooms.
//!
//! A *course* is what happened to one thing that lasts (a recognition, relations, a mission), as [`Mark`]s whose days are
//! known within a span. A *world* puts all of them in one order and gives each a day of its span. A record often doesn't
//! explain itself: an end without a beginning needs a beginning that nobody recorded. Of all worlds those count that need
//! the fewest such unrecorded changes, so an end lies after its beginning wherever the dates allow it, and ranges narrow each
//! other. On a day a thing holds certainly if it does in every one of these worlds.
//!
//! Two acts of one recorded day that exclude each other can have come in either order, whatever the order of lines.

mod periods;
mod worlds;

use std::collections::BTreeSet;

use super::{Day, Level, StatementIx};
use worlds::{Worlds, apply};

/// What is so on a day, in one world.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// It hasn't begun.
    Never,
    /// It has ended.
    Ended,
    /// It rests: what ends it altogether, and what resumes it, can still come.
    Suspended,
    /// One of those whom it concerns is no more.
    Gone,
    /// It ended because something else did, on which it rests.
    Lapsed,
    /// It ended so, and what it rests on has begun anew: whether it has, nobody recorded.
    Unrecorded,
    /// Nobody recorded it; something else implies it.
    Implied,
    /// It holds; of a mission, at this level.
    Holds(Option<Level>),
}

impl State {
    /// Whether it holds, be it by implication alone; `None` where nobody recorded it.
    pub fn holds(self) -> Option<bool> {
        match self {
            Self::Unrecorded => None,
            Self::Holds(_) | Self::Implied => Some(true),
            Self::Never | Self::Ended | Self::Suspended | Self::Gone | Self::Lapsed => Some(false),
        }
    }
}

/// What an act does to a thing that lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Turn {
    /// It begins, or goes on at this level.
    Begins(Option<Level>),
    /// It begins again, or goes on as before, after an end wherever one can have come before.
    Resumes,
    /// It rests from then on, so it was there before.
    Suspends,
    /// It ends, so it was there before.
    Ends,
    /// From then on it isn't there, whether it was before or not: it is refused, or a source says that there is none.
    Ceases,
    /// One of those whom it concerns is no more.
    Dies,
    /// What it rests on ends, and so does it, if it stands at a level that needs it.
    Breaks,
    /// What it rests on begins again.
    Returns,
    /// Something is done that there is only while it holds: it had begun by then.
    Attests,
    /// A source says that it isn't there: it had ended by then.
    AttestsNone,
    /// What implies it begins: it holds from then on, unless an act on record had brought it about.
    Implies,
    /// What implied it ends, and so does it, unless an act on record had brought it about.
    ImpliesNoMore,
    /// One of those whom it concerns continues another, for whom it held.
    Inherits,
}

/// An act in the course of something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// The act.
    pub by: StatementIx,
    /// The first and the last day on which it can have happened.
    pub span: (Day, Day),
    /// What it does.
    pub turn: Turn,
    /// Whether a source denies it, so that it may not have happened at all.
    pub denied: bool,
    /// The act that it came after, where a source says so.
    pub after: Option<StatementIx>,
}

impl Mark {
    /// Whether its day is known and the same as that of `other`.
    fn ties(&self, other: &Self) -> bool {
        self.span == other.span && self.span.0 == self.span.1
    }
}

/// What can be on a day, and by which act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct May {
    /// What is so.
    pub state: State,
    /// The act that made it so; `None` before the first and after a change that nobody recorded.
    pub by: Option<StatementIx>,
}

/// A run of days on which the same can be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// The first day.
    pub from: Day,
    /// All that can be, each once.
    pub may: Vec<May>,
}

/// What can be so on each day: stretches in the order of time, the first from [`Day::PAST`] on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Course {
    /// Each lasts until the next begins.
    pub stretches: Vec<Stretch>,
    /// Days on which acts attest that it holds, or doesn't; in their order. One that the dates of others contradict counts
    /// for nothing.
    pub attested: Vec<(Day, bool)>,
}

/// Of so many acts that are denied every choice is tried.
const DENIED: usize = 6;

impl Course {
    /// The course that these marks come to. Their order doesn't matter.
    pub fn of(marks: &[Mark]) -> Self {
        let mut sorted: Vec<Mark> = marks.to_vec();
        sorted.sort_by_key(|mark| (mark.span, mark.turn, mark.denied, mark.by));
        // What is said twice is one act.
        sorted.dedup_by(|next, mark| {
            (mark.span, mark.turn, mark.denied) == (next.span, next.turn, next.denied)
                && mark.after.is_none()
                && next.after.is_none()
        });
        let stretches = chosen(&sorted).unwrap_or_else(|| anything(&sorted));
        let mut course = Self { stretches, attested: Vec::new() };
        course.attested = attested(&sorted, &course);
        course
    }

    /// Whether anything is recorded that begins, ends or refuses it.
    pub fn begins(&self) -> bool {
        self.stretches.iter().any(|stretch| stretch.may.iter().any(|may| may.state != State::Never))
    }

    /// The same with some states taken for others.
    #[must_use]
    pub fn with(&self, change: impl Fn(May) -> Vec<May>) -> Self {
        self.with_days(&[], |_, may| change(may))
    }

    /// The same with some states taken for others, from each of these days on anew.
    #[must_use]
    pub(super) fn with_days(&self, days: &[Day], change: impl Fn(Day, May) -> Vec<May>) -> Self {
        let days: BTreeSet<Day> =
            self.stretches.iter().map(|stretch| stretch.from).chain(days.iter().copied()).collect();
        let mut stretches = Vec::new();
        for day in days {
            let may: BTreeSet<May> = self.on(day).iter().flat_map(|&may| change(day, may)).collect();
            push(&mut stretches, day, may.into_iter().collect());
        }
        Self { stretches, attested: self.attested.clone() }
    }

    /// Whether it holds on a day, if only one is possible.
    fn certain(&self, day: Day) -> Option<bool> {
        let mut states = self.on(day).iter().map(|may| may.state.holds());
        let first = states.next()??;
        states.all(|other| other == Some(first)).then_some(first)
    }

    /// The days about `day` on which the same certainly is so: from, and until.
    pub(super) fn unchanged(&self, day: Day) -> (Day, Day) {
        let is = self.certain(day);
        let at = self.stretches.partition_point(|stretch| stretch.from <= day);
        let same = |stretch: &&Stretch| self.certain(stretch.from) == is;
        let since = self.stretches[..at].iter().rev().take_while(same).last().map_or(day, |stretch| stretch.from);
        let until = self.stretches[at..].iter().find(|stretch| !same(stretch));
        (since, until.map_or(Day::FUTURE, |stretch| stretch.from))
    }

    /// The last day up to `day` on which an act attests what is so on it.
    pub(super) fn attested_by(&self, day: Day) -> Option<Day> {
        let right = |(on, holds): &&(Day, bool)| *on <= day && self.certain(*on) == Some(*holds);
        self.attested.iter().rev().find(right).map(|(on, _)| *on)
    }

    /// Whether it is attested by a day that it isn't so, or isn't any more.
    pub(super) fn is_absent_by(&self, day: Day) -> bool {
        self.attested.iter().any(|(on, holds)| !holds && *on <= day && self.certain(*on) == Some(false))
    }

    /// The first day after `day` and before `until` on which an act attests what is so on it.
    pub(super) fn attested_after(&self, day: Day, until: Day) -> Option<Day> {
        let right = |(on, holds): &&(Day, bool)| day <= *on && *on < until && self.certain(*on) == Some(*holds);
        self.attested.iter().find(right).map(|(on, _)| *on)
    }

    /// What can be so on a day.
    pub fn on(&self, day: Day) -> &[May] {
        let after = self.stretches.partition_point(|stretch| stretch.from <= day);
        after.checked_sub(1).map_or(&[], |at| &self.stretches[at].may)
    }
}

/// What can be by each choice of what happened of all that is denied; `None` where there is too much to choose from.
/// Of the choices, too, only those count that need the fewest unrecorded changes: what was withdrawn had been given.
fn chosen(marks: &[Mark]) -> Option<Vec<Stretch>> {
    let denied: Vec<usize> = (0..marks.len()).filter(|&at| marks[at].denied).collect();
    if denied.len() > DENIED {
        return None;
    }
    let mut all: Vec<(u32, Vec<Stretch>)> = Vec::new();
    for choice in 0..1 << denied.len() {
        let happened = |at: &usize| denied.iter().position(|one| one == at).is_none_or(|nth| choice >> nth & 1 == 1);
        let marks: Vec<Mark> = (0..marks.len()).filter(happened).map(|at| marks[at]).collect();
        all.push(match in_turn(&marks) {
            Some(found) => (0, found),
            None => Worlds::of(&marks)?.stretches(),
        });
    }
    let least = all.iter().map(|(unrecorded, _)| *unrecorded).min()?;
    all.retain(|(unrecorded, _)| *unrecorded == least);
    let all: Vec<Vec<Stretch>> = all.into_iter().map(|(_, stretches)| stretches).collect();
    Some(joined(&all))
}

/// A beginning attests that it holds from its day on; an end, that it held until the day before, and no longer.
fn attested(marks: &[Mark], course: &Course) -> Vec<(Day, bool)> {
    let mut found = Vec::new();
    for mark in marks.iter().filter(|mark| !mark.denied) {
        let (from, to) = mark.span;
        match mark.turn {
            Turn::Begins(_) | Turn::Implies | Turn::Inherits => found.push((to, true)),
            // Of a source that leaves the day open, only the first is sure to be no later.
            Turn::Attests | Turn::AttestsNone => {
                let holds = mark.turn == Turn::Attests;
                found.push((if course.certain(from) == Some(holds) { from } else { to }, holds));
            }
            // What is resumed wasn't there the day before.
            Turn::Resumes => found.extend([(from.previous(), false), (to, true)]),
            Turn::Ends | Turn::Suspends => found.extend([(from.previous(), true), (to, false)]),
            Turn::Ceases | Turn::Dies | Turn::Breaks | Turn::ImpliesNoMore => found.push((to, false)),
            Turn::Returns => {}
        }
    }
    found.retain(|(day, _)| day.bounded().is_some());
    found.sort_unstable();
    found
}

/// What can be where too much is open to follow it: from the first day on, everything.
fn anything(marks: &[Mark]) -> Vec<Stretch> {
    let by = |mark: &Mark| {
        let state = if let Turn::Begins(level) = mark.turn { State::Holds(level) } else { State::Holds(None) };
        let begins = matches!(mark.turn, Turn::Begins(_) | Turn::Resumes);
        May { state: if begins { state } else { State::Ended }, by: Some(mark.by) }
    };
    let mut may: BTreeSet<May> = marks.iter().map(by).collect();
    may.insert(May { state: State::Never, by: None });
    may.insert(May { state: State::Holds(None), by: None });
    let mut found = Vec::new();
    push(&mut found, Day::PAST, vec![May { state: State::Never, by: None }]);
    let first = marks.iter().map(|mark| mark.span.0).min().unwrap_or(Day::PAST);
    if first == Day::PAST {
        found.clear();
    }
    push(&mut found, first, may.into_iter().collect());
    found
}

/// The stretches of marks that can only have come in one order and explain themselves; `None` of any other. Most are so.
fn in_turn(marks: &[Mark]) -> Option<Vec<Stretch>> {
    let mut now = May { state: State::Never, by: None };
    let mut found = Vec::new();
    push(&mut found, Day::PAST, vec![now]);
    let mut free = Day::PAST;
    // Where one way costs nothing, no world takes another.
    let step = |at: usize, now: May| {
        let (state, changed, _) = apply(marks, at, now).into_iter().find(|(.., cost)| *cost == 0)?;
        Some(May { state, by: if changed { Some(marks[at].by) } else { now.by } })
    };
    let mut at = 0;
    while at < marks.len() {
        let mark = &marks[at];
        let (from, to) = mark.span;
        if from < free || mark.after.is_some() || from == Day::PAST || to == Day::FUTURE {
            return None;
        }
        // Two of one day can have come in either order, if that costs nothing; it doesn't matter where both come to the same.
        let two = marks.get(at + 1).filter(|next| next.ties(mark) && next.after.is_none()).is_some();
        let next = if two {
            let orders = [(at, at + 1), (at + 1, at)].map(|(one, other)| step(other, step(one, now)?));
            let mut ends = orders.into_iter().flatten();
            let end = ends.next()?;
            ends.all(|other| other == end).then_some(end)?
        } else {
            step(at, now)?
        };
        if from < to {
            push(&mut found, from, if next < now { vec![next, now] } else { vec![now, next] });
        }
        push(&mut found, to, vec![next]);
        now = next;
        free = to.next();
        at += if two { 2 } else { 1 };
    }
    Some(found)
}

/// Days on which all that can be by one course can be, or by another.
fn joined(all: &[Vec<Stretch>]) -> Vec<Stretch> {
    if let [one] = all {
        return one.clone();
    }
    let days: BTreeSet<Day> = all.iter().flatten().map(|stretch| stretch.from).collect();
    let mut found: Vec<Stretch> = Vec::new();
    for day in days {
        let mut may: BTreeSet<May> = BTreeSet::new();
        for one in all {
            let after = one.partition_point(|stretch| stretch.from <= day);
            may.extend(after.checked_sub(1).into_iter().flat_map(|at| &one[at].may));
        }
        push(&mut found, day, may.into_iter().collect());
    }
    found
}

fn push(found: &mut Vec<Stretch>, from: Day, may: Vec<May>) {
    match found.last() {
        Some(last) if last.may == may => {}
        _ => found.push(Stretch { from, may }),
    }
}

#[cfg(test)]
mod tests;
