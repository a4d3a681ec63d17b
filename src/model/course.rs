//! What holds when, by what acts are recorded: the rule below all rooms.
//!
//! A *course* is what happened to one thing that lasts (a recognition, relations, a mission), as [`Mark`]s whose days are
//! known within a span. A *world* puts all of them in one order and gives each a day of its span. A record often doesn't
//! explain itself: an end without a beginning needs a beginning that nobody recorded. Of all worlds those count that need
//! the fewest such unrecorded changes, so an end lies after its beginning wherever the dates allow it, and ranges narrow each
//! other. On a day a thing holds certainly if it does in every one of these worlds.
//!
//! Two acts of one recorded day that exclude each other can have come in either order, whatever the order of lines.

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
    /// One of those whom it concerns is no more.
    Gone,
    /// It ended because something else did, on which it rests.
    Lapsed,
    /// It ended so, and what it rests on has begun anew: whether it has, nobody recorded.
    Unrecorded,
    /// It holds, because something else implies it.
    Implied,
    /// It holds; of a mission, at this level.
    Holds(Option<Level>),
}

impl State {
    /// Whether it holds; `None` where nobody recorded it.
    pub fn holds(self) -> Option<bool> {
        match self {
            Self::Unrecorded => None,
            Self::Implied | Self::Holds(_) => Some(true),
            Self::Never | Self::Ended | Self::Gone | Self::Lapsed => Some(false),
        }
    }
}

/// What an act does to a thing that lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Turn {
    /// It begins, or goes on at this level.
    Begins(Option<Level>),
    /// Something begins that implies it.
    Implies,
    /// It begins again, so it wasn't there before.
    Resumes,
    /// It ends, so it was there before; with a level only what holds at that level.
    Ends(Option<Level>),
    /// From then on it isn't there, whether it was before or not: it is refused, or a source says that there is none.
    Ceases,
    /// One of those whom it concerns is no more.
    Dies,
    /// What it rests on ends, and so does it, if it stands at a level that needs it.
    Breaks,
    /// What implies it ends.
    ImpliesNoMore,
    /// What it rests on begins again.
    Returns,
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
    /// The first day on which the last act before can have happened; [`Day::PAST`] before the first.
    pub seen: Day,
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
}

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
        let denied: Vec<usize> = (0..sorted.len()).filter(|&index| sorted[index].denied).collect();
        let mut all: Vec<Vec<Stretch>> = Vec::new();
        // Each choice of what happened of all that is denied; of many, all or nothing.
        let choices: Vec<u32> = if denied.len() <= 4 { (0..1 << denied.len()).collect() } else { vec![0, u32::MAX] };
        for choice in choices {
            let happened = |index: usize| {
                denied.iter().position(|&one| one == index).is_none_or(|at| choice >> at.min(31) & 1 == 1)
            };
            let marks: Vec<Mark> = (0..sorted.len()).filter(|&i| happened(i)).map(|i| sorted[i]).collect();
            all.push(in_turn(&marks).unwrap_or_else(|| Worlds::of(&marks).stretches()));
        }
        Self { stretches: joined(&all) }
    }

    /// What can be so on a day.
    pub fn on(&self, day: Day) -> &[May] {
        let after = self.stretches.partition_point(|stretch| stretch.from <= day);
        after.checked_sub(1).map_or(&[], |at| &self.stretches[at].may)
    }
}

/// The stretches of marks that can only have come in one order and explain themselves; `None` of any other. Most are so.
fn in_turn(marks: &[Mark]) -> Option<Vec<Stretch>> {
    let mut now = May { state: State::Never, by: None, seen: Day::PAST };
    let mut found = Vec::new();
    push(&mut found, Day::PAST, vec![now]);
    let mut free = Day::PAST;
    for (at, mark) in marks.iter().enumerate() {
        let (from, to) = mark.span;
        // Where one way costs nothing, no world takes another.
        let (state, changed, _) = apply(marks, at, now.state).into_iter().find(|(.., cost)| *cost == 0)?;
        if from < free || mark.after.is_some() || from == Day::PAST || to == Day::FUTURE {
            return None;
        }
        let next = May { state, by: if changed { Some(mark.by) } else { now.by }, seen: from };
        if from < to {
            push(&mut found, from, if next < now { vec![next, now] } else { vec![now, next] });
        }
        push(&mut found, to, vec![next]);
        now = next;
        free = to.plus(1);
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
