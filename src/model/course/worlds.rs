//! All worlds of some marks, by runs of days within which no span begins or ends.

use std::collections::{BTreeMap, BTreeSet};

use super::{Mark, May, State, Stretch, Turn, push};
use crate::model::{Day, Level, StatementIx};

/// So many ways of putting marks in order are followed.
const FOLLOWED: usize = 20_000;

/// What has happened so far, in one or more worlds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Situation {
    /// Which marks have happened, a bit each.
    done: u128,
    state: State,
    by: Option<StatementIx>,
}

/// One move from one situation to another: an act, or a change that nobody recorded.
struct Move {
    to: usize,
    cost: u32,
}

/// A run of days within which no mark's span begins or ends, with what can be in it.
struct DayRun {
    from: Day,
    until: Day,
    situations: Vec<Situation>,
    cost: Vec<u32>,
    /// Moves within the run.
    moves: Vec<Vec<Move>>,
    /// The same situation in the next run.
    onward: Vec<Option<usize>>,
}

/// All worlds of some marks, by runs.
pub(super) struct Worlds {
    runs: Vec<DayRun>,
}

/// A change that nobody recorded.
pub(super) const UNRECORDED: u32 = 10;
/// The same on the very day of an act.
pub(super) const UNRECORDED_THAT_DAY: u32 = 11;

/// What an unrecorded change costs on a day: more on the very day of an act. That something is attested on it is no act.
pub(super) fn price(marks: &[Mark], day: Day) -> u32 {
    let act = |mark: &Mark| mark.span == (day, day) && !matches!(mark.turn, Turn::Attests | Turn::AttestsNone);
    if marks.iter().any(act) { UNRECORDED_THAT_DAY } else { UNRECORDED }
}

/// That something outlasts for a while what it rests on: less than a change that nobody recorded.
const OUTLASTING: u32 = 1;
/// That something resumes that no end had broken.
const UNBROKEN: u32 = 1;

impl Worlds {
    /// `None` where there are too many marks, or too many ways of putting them in order.
    pub(super) fn of(marks: &[Mark]) -> Option<Self> {
        if marks.len() > u128::BITS as usize {
            return None;
        }
        // Only the worlds that cost least count, so that what costs more needn't be followed. Most cost nothing, or one change.
        for limit in [0, UNRECORDED_THAT_DAY, 2 * UNRECORDED_THAT_DAY] {
            let found = Self::within(marks, limit)?;
            if found.is_whole() {
                return Some(found);
            }
        }
        Self::within(marks, u32::MAX)
    }

    /// Whether a world leads to the end.
    fn is_whole(&self) -> bool {
        self.runs.last().is_some_and(|run| run.until == Day::FUTURE && run.onward.iter().any(Option::is_some))
    }

    /// The worlds that cost no more than this.
    fn within(marks: &[Mark], limit: u32) -> Option<Self> {
        let mut cuts: BTreeSet<Day> = BTreeSet::from([Day::PAST]);
        for mark in marks {
            cuts.insert(mark.span.0);
            if mark.span.1 < Day::FUTURE {
                cuts.insert(mark.span.1.next());
            }
        }
        let cuts: Vec<Day> = cuts.into_iter().collect();
        let mut runs: Vec<DayRun> = Vec::new();
        let first = Situation { done: 0, state: State::Never, by: None };
        let mut entering: BTreeMap<Situation, u32> = BTreeMap::from([(first, 0)]);
        let mut followed = 0;
        for (index, &from) in cuts.iter().enumerate() {
            let until = cuts.get(index + 1).copied().unwrap_or(Day::FUTURE);
            let mut run = DayRun::of(marks, (from, until), entering, limit);
            followed += run.situations.len();
            if followed > FOLLOWED {
                return None;
            }
            entering = BTreeMap::new();
            let last = if until == Day::FUTURE { Day::FUTURE } else { until.previous() };
            for (situation, cost) in run.situations.iter().zip(&run.cost) {
                let over = |at: usize| marks[at].span.1 > last || situation.has(at);
                let leaves = (0..marks.len()).all(over);
                run.onward.push(leaves.then_some(0));
                if leaves {
                    let known = entering.entry(*situation).or_insert(*cost);
                    *known = (*known).min(*cost);
                }
            }
            runs.push(run);
            if entering.is_empty() && limit < u32::MAX {
                break;
            }
        }
        // Where each situation goes on to in the next run.
        for at in 0..runs.len() {
            let (left, right) = runs.split_at_mut(at + 1);
            let (run, next) = (&mut left[at], right.first());
            for (situation, onward) in run.situations.iter().zip(&mut run.onward) {
                if onward.is_some() {
                    *onward = match next {
                        Some(next) => next.situations.binary_search(situation).ok(),
                        None => Some(usize::MAX),
                    };
                }
            }
        }
        Some(Self { runs })
    }

    /// What can be on each day in the worlds that need the fewest unrecorded changes, and how many they need.
    pub(super) fn stretches(&self) -> (u32, Vec<Stretch>) {
        // The least cost from each situation to the end.
        let mut rest: Vec<Vec<u32>> = self.runs.iter().map(|run| vec![u32::MAX; run.situations.len()]).collect();
        for at in (0..self.runs.len()).rev() {
            let run = &self.runs[at];
            for situation in 0..run.situations.len() {
                rest[at][situation] = match run.onward[situation] {
                    Some(usize::MAX) => 0,
                    Some(next) => rest[at + 1][next],
                    None => u32::MAX,
                };
            }
            // Moves within a run lead to more acts done or cost something, so a few rounds settle it.
            let mut changed = true;
            while changed {
                changed = false;
                for situation in 0..run.situations.len() {
                    for one in &run.moves[situation] {
                        let through = rest[at][one.to].saturating_add(one.cost);
                        if through < rest[at][situation] {
                            rest[at][situation] = through;
                            changed = true;
                        }
                    }
                }
            }
        }
        let least = rest
            .first()
            .and_then(|first| first.iter().zip(&self.runs[0].cost).map(|(a, b)| a.saturating_add(*b)).min());
        let least = least.unwrap_or(u32::MAX);
        let mut found: Vec<Stretch> = Vec::new();
        for (at, run) in self.runs.iter().enumerate() {
            let best = |situation: usize| run.cost[situation].saturating_add(rest[at][situation]) == least;
            let may = |leaving: bool| {
                let there = (0..run.situations.len()).filter(|&situation| {
                    let leaves = || match run.onward[situation] {
                        Some(usize::MAX) => run.cost[situation] == least,
                        Some(next) => run.cost[situation].saturating_add(rest[at + 1][next]) == least,
                        None => false,
                    };
                    if leaving { leaves() } else { best(situation) }
                });
                let all: BTreeSet<May> = there.map(|situation| run.situations[situation].may()).collect();
                all
            };
            let of = |may: BTreeSet<May>| may.into_iter().collect::<Vec<May>>();
            let last = if run.until == Day::FUTURE { Day::FUTURE } else { run.until.previous() };
            if run.from < last {
                push(&mut found, run.from, of(may(false)));
            }
            if last < Day::FUTURE {
                push(&mut found, last, of(may(true)));
            }
        }
        (least / UNRECORDED, found)
    }
}

impl DayRun {
    /// All that can be in a run, from what can be at its beginning.
    fn of(marks: &[Mark], (from, until): (Day, Day), entering: BTreeMap<Situation, u32>, limit: u32) -> Self {
        let last = if until == Day::FUTURE { Day::FUTURE } else { until.previous() };
        let here: Vec<usize> =
            (0..marks.len()).filter(|&at| marks[at].span.0 <= from && last <= marks[at].span.1).collect();
        let unrecorded = price(marks, from);
        let mut known: BTreeMap<Situation, u32> = entering;
        let mut moves: BTreeMap<Situation, Vec<(Situation, u32)>> = BTreeMap::new();
        let mut queue: BTreeSet<(u32, Situation)> = known.iter().map(|(situation, cost)| (*cost, *situation)).collect();
        while let Some((cost, situation)) = queue.pop_first() {
            if moves.contains_key(&situation) || known.len() > FOLLOWED {
                continue;
            }
            let mut steps: Vec<(Situation, u32)> = Vec::new();
            for &at in here.iter().filter(|&&at| !situation.has(at) && situation.may_follow(marks, at)) {
                for (state, changed, cost) in apply(marks, at, situation.may()) {
                    let by = if changed { Some(marks[at].by) } else { situation.by };
                    steps.push((situation.with(at, state, by), cost));
                }
            }
            for state in unrecorded_changes(situation.state) {
                steps.push((Situation { state, by: None, ..situation }, unrecorded));
            }
            for (next, step) in &steps {
                let through = cost + step;
                if through > limit {
                    continue;
                }
                let better = known.get(next).is_none_or(|known| through < *known);
                if better {
                    known.insert(*next, through);
                    queue.insert((through, *next));
                }
            }
            moves.insert(situation, steps);
        }
        let (situations, cost): (Vec<Situation>, Vec<u32>) = known.into_iter().unzip();
        let number = |situation: &Situation| situations.binary_search(situation).ok();
        let moves = situations
            .iter()
            .map(|situation| {
                let steps = moves.get(situation).into_iter().flatten();
                steps.filter_map(|(to, cost)| Some(Move { to: number(to)?, cost: *cost })).collect()
            })
            .collect();
        Self { from, until, situations, cost, moves, onward: Vec::new() }
    }
}

impl Situation {
    fn has(self, at: usize) -> bool {
        self.done >> at & 1 == 1
    }

    /// Whether what a mark came after has happened.
    fn may_follow(self, marks: &[Mark], at: usize) -> bool {
        let Some(after) = marks[at].after else { return true };
        (0..marks.len()).find(|&other| other != at && marks[other].by == after).is_none_or(|before| self.has(before))
    }

    /// The situation after a mark has happened.
    fn with(self, at: usize, state: State, by: Option<StatementIx>) -> Self {
        Self { done: self.done | 1 << at, state, by }
    }

    fn may(self) -> May {
        May { state: self.state, by: self.by }
    }
}

/// What a mark can make of a state, whether it is what made it so, and at what cost; nothing where it needs an
/// unrecorded change before.
pub(super) fn apply(marks: &[Mark], at: usize, May { state, by }: May) -> Vec<(State, bool, u32)> {
    let mark = &marks[at];
    let excludes = |other: &Mark| {
        matches!(
            (mark.turn, other.turn),
            (Turn::Ends | Turn::Suspends, Turn::Begins(_) | Turn::Resumes)
                | (Turn::Resumes, Turn::Ends | Turn::Suspends | Turn::Ceases)
        )
    };
    let free = |other: &Mark| other.after.is_none() && mark.ties(other) && excludes(other);
    let tied = || mark.after.is_none() && marks.iter().any(free);
    let holds = state.holds() == Some(true);
    let inherited = || marks.iter().any(|other| other.turn == Turn::Inherits && Some(other.by) == by);
    let becomes = |next: State| vec![(next, true, 0)];
    let stays = || vec![(state, false, 0)];
    match mark.turn {
        // Acts are done only between those that exist.
        Turn::Begins(_) | Turn::Resumes if state == State::Gone => Vec::new(),
        Turn::Begins(level) => match state {
            // What implies an act came after it, wherever its days allow that.
            State::Implied => vec![(State::Holds(level), true, OUTLASTING)],
            // Its own act decides, and not what was done by whom it continues.
            State::Holds(_) if inherited() => becomes(State::Holds(level)),
            State::Holds(now) if level.is_none() || level == now => stays(),
            _ => becomes(State::Holds(level)),
        },
        // Envoys that go back to their posts resume relations that nobody had ended.
        Turn::Resumes if holds && (tied() || by.is_some()) => vec![(state, false, if tied() { 0 } else { UNBROKEN })],
        Turn::Resumes if holds || (state == State::Never && !tied()) => Vec::new(),
        Turn::Resumes => becomes(State::Holds(None)),
        Turn::Ends if holds || matches!(state, State::Unrecorded | State::Suspended) => becomes(State::Ended),
        Turn::Suspends if holds || state == State::Unrecorded => becomes(State::Suspended),
        Turn::Suspends if state == State::Suspended => stays(),
        Turn::Ends | Turn::Suspends if tied() => stays(),
        Turn::Ends | Turn::Suspends => Vec::new(),
        Turn::Ceases if holds => becomes(State::Lapsed),
        Turn::Ceases if matches!(state, State::Lapsed | State::Gone) => stays(),
        Turn::Ceases => vec![(State::Ended, state != State::Ended, 0)],
        Turn::Dies => vec![(State::Gone, holds || state == State::Unrecorded, 0)],
        Turn::Breaks => match state {
            State::Holds(level) if level.is_none_or(Level::needs_relations) => {
                vec![(State::Lapsed, true, 0), (state, false, OUTLASTING)]
            }
            _ => stays(),
        },
        Turn::Attests if holds => stays(),
        Turn::Attests if state == State::Unrecorded => becomes(State::Holds(None)),
        Turn::Attests if state == State::Gone => Vec::new(),
        // It can have begun that very day, too.
        Turn::Attests => vec![(State::Holds(None), true, price(marks, mark.span.1))],
        Turn::Inherits if matches!(state, State::Holds(_) | State::Gone) => stays(),
        Turn::Inherits => becomes(State::Holds(None)),
        Turn::AttestsNone if holds => vec![(State::Ended, true, price(marks, mark.span.1))],
        Turn::AttestsNone if state == State::Never => becomes(State::Ended),
        Turn::AttestsNone => stays(),
        Turn::Implies if holds || state == State::Gone => stays(),
        Turn::Implies => becomes(State::Implied),
        Turn::ImpliesNoMore if state == State::Implied => becomes(State::Lapsed),
        Turn::ImpliesNoMore => stays(),
        Turn::Returns if state == State::Lapsed => becomes(State::Unrecorded),
        Turn::Returns => stays(),
    }
}

/// To what a state can have changed without anybody recording it.
pub(super) fn unrecorded_changes(state: State) -> Vec<State> {
    match state {
        State::Holds(_) => vec![State::Ended],
        _ => vec![State::Holds(None)],
    }
}
