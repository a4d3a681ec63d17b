//! All worlds of some marks, by cells of days within which no span begins or ends.

use std::collections::{BTreeMap, BTreeSet};

use super::{Mark, May, State, Stretch, Turn, push};
use crate::model::{Day, Level, StatementIx};

/// So many ways of putting marks in order are followed.
const FOLLOWED: usize = 20_000;

/// What has happened so far, in one or more worlds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Node {
    /// Which marks have happened, a bit each.
    done: u128,
    state: State,
    by: Option<StatementIx>,
}

/// One step from one node to another: an act, or a change that nobody recorded.
struct Edge {
    to: usize,
    cost: u32,
}

/// The nodes of a cell: days within which no mark's span begins or ends.
struct Cell {
    from: Day,
    until: Day,
    nodes: Vec<Node>,
    cost: Vec<u32>,
    /// Steps within the cell.
    edges: Vec<Vec<Edge>>,
    /// The same node in the next cell.
    onward: Vec<Option<usize>>,
}

/// All worlds of some marks, by cells.
pub(super) struct Worlds {
    cells: Vec<Cell>,
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
        self.cells.last().is_some_and(|cell| cell.until == Day::FUTURE && cell.onward.iter().any(Option::is_some))
    }

    /// The worlds that cost no more than this.
    fn within(marks: &[Mark], limit: u32) -> Option<Self> {
        let mut cuts: BTreeSet<Day> = BTreeSet::from([Day::PAST]);
        for mark in marks {
            cuts.insert(mark.span.0);
            if mark.span.1 < Day::FUTURE {
                cuts.insert(mark.span.1.plus(1));
            }
        }
        let cuts: Vec<Day> = cuts.into_iter().collect();
        let mut cells: Vec<Cell> = Vec::new();
        let first = Node { done: 0, state: State::Never, by: None };
        let mut entering: BTreeMap<Node, u32> = BTreeMap::from([(first, 0)]);
        let mut followed = 0;
        for (index, &from) in cuts.iter().enumerate() {
            let until = cuts.get(index + 1).copied().unwrap_or(Day::FUTURE);
            let mut cell = Cell::of(marks, (from, until), entering, limit);
            followed += cell.nodes.len();
            if followed > FOLLOWED {
                return None;
            }
            entering = BTreeMap::new();
            let last = if until == Day::FUTURE { Day::FUTURE } else { until.plus(-1) };
            for (node, cost) in cell.nodes.iter().zip(&cell.cost) {
                let over = |at: usize| marks[at].span.1 > last || node.has(at);
                let leaves = (0..marks.len()).all(over);
                cell.onward.push(leaves.then_some(0));
                if leaves {
                    let known = entering.entry(*node).or_insert(*cost);
                    *known = (*known).min(*cost);
                }
            }
            cells.push(cell);
            if entering.is_empty() && limit < u32::MAX {
                break;
            }
        }
        // Where each node goes on to in the next cell.
        for at in 0..cells.len() {
            let (left, right) = cells.split_at_mut(at + 1);
            let (cell, next) = (&mut left[at], right.first());
            for (node, onward) in cell.nodes.iter().zip(&mut cell.onward) {
                if onward.is_some() {
                    *onward = match next {
                        Some(next) => next.nodes.binary_search(node).ok(),
                        None => Some(usize::MAX),
                    };
                }
            }
        }
        Some(Self { cells })
    }

    /// What can be on each day in the worlds that need the fewest unrecorded changes, and how many they need.
    pub(super) fn stretches(&self) -> (u32, Vec<Stretch>) {
        // The least cost from each node to the end.
        let mut rest: Vec<Vec<u32>> = self.cells.iter().map(|cell| vec![u32::MAX; cell.nodes.len()]).collect();
        for at in (0..self.cells.len()).rev() {
            let cell = &self.cells[at];
            for node in 0..cell.nodes.len() {
                rest[at][node] = match cell.onward[node] {
                    Some(usize::MAX) => 0,
                    Some(next) => rest[at + 1][next],
                    None => u32::MAX,
                };
            }
            // Steps within a cell lead to more acts done or cost something, so a few rounds settle it.
            let mut changed = true;
            while changed {
                changed = false;
                for node in 0..cell.nodes.len() {
                    for edge in &cell.edges[node] {
                        let through = rest[at][edge.to].saturating_add(edge.cost);
                        if through < rest[at][node] {
                            rest[at][node] = through;
                            changed = true;
                        }
                    }
                }
            }
        }
        let least = rest
            .first()
            .and_then(|first| first.iter().zip(&self.cells[0].cost).map(|(a, b)| a.saturating_add(*b)).min());
        let least = least.unwrap_or(u32::MAX);
        let mut found: Vec<Stretch> = Vec::new();
        for (at, cell) in self.cells.iter().enumerate() {
            let best = |node: usize| cell.cost[node].saturating_add(rest[at][node]) == least;
            let may = |leaving: bool| {
                let there = (0..cell.nodes.len()).filter(|&node| {
                    let leaves = || match cell.onward[node] {
                        Some(usize::MAX) => cell.cost[node] == least,
                        Some(next) => cell.cost[node].saturating_add(rest[at + 1][next]) == least,
                        None => false,
                    };
                    if leaving { leaves() } else { best(node) }
                });
                let all: BTreeSet<May> = there.map(|node| cell.nodes[node].may()).collect();
                all
            };
            let of = |may: BTreeSet<May>| may.into_iter().collect::<Vec<May>>();
            let last = if cell.until == Day::FUTURE { Day::FUTURE } else { cell.until.plus(-1) };
            if cell.from < last {
                push(&mut found, cell.from, of(may(false)));
            }
            if last < Day::FUTURE {
                push(&mut found, last, of(may(true)));
            }
        }
        (least / UNRECORDED, found)
    }
}

impl Cell {
    /// All that can be in a cell, from what can be at its beginning.
    fn of(marks: &[Mark], (from, until): (Day, Day), entering: BTreeMap<Node, u32>, limit: u32) -> Self {
        let last = if until == Day::FUTURE { Day::FUTURE } else { until.plus(-1) };
        let here: Vec<usize> =
            (0..marks.len()).filter(|&at| marks[at].span.0 <= from && last <= marks[at].span.1).collect();
        let unrecorded = price(marks, from);
        let mut known: BTreeMap<Node, u32> = entering;
        let mut edges: BTreeMap<Node, Vec<(Node, u32)>> = BTreeMap::new();
        let mut queue: BTreeSet<(u32, Node)> = known.iter().map(|(node, cost)| (*cost, *node)).collect();
        while let Some((cost, node)) = queue.pop_first() {
            if edges.contains_key(&node) || known.len() > FOLLOWED {
                continue;
            }
            let mut steps: Vec<(Node, u32)> = Vec::new();
            for &at in here.iter().filter(|&&at| !node.has(at) && node.may_follow(marks, at)) {
                for (state, changed, cost) in apply(marks, at, node.may()) {
                    let by = if changed { Some(marks[at].by) } else { node.by };
                    steps.push((node.with(at, state, by), cost));
                }
            }
            for state in unrecorded_changes(node.state) {
                steps.push((Node { state, by: None, ..node }, unrecorded));
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
            edges.insert(node, steps);
        }
        let (nodes, cost): (Vec<Node>, Vec<u32>) = known.into_iter().unzip();
        let number = |node: &Node| nodes.binary_search(node).ok();
        let edges = nodes
            .iter()
            .map(|node| {
                let steps = edges.get(node).into_iter().flatten();
                steps.filter_map(|(to, cost)| Some(Edge { to: number(to)?, cost: *cost })).collect()
            })
            .collect();
        Self { from, until, nodes, cost, edges, onward: Vec::new() }
    }
}

impl Node {
    fn has(self, at: usize) -> bool {
        self.done >> at & 1 == 1
    }

    /// Whether what a mark came after has happened.
    fn may_follow(self, marks: &[Mark], at: usize) -> bool {
        let Some(after) = marks[at].after else { return true };
        (0..marks.len()).find(|&other| other != at && marks[other].by == after).is_none_or(|before| self.has(before))
    }

    /// The node after a mark has happened.
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
