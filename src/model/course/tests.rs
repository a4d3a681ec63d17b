//! Courses held against every world, followed a day at a time.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::worlds::{UNRECORDED, apply, price, unrecorded_changes};
use super::*;
use crate::model::{Day, Level, StatementIx};

/// What can be on each day, and by which act.
type Days = BTreeMap<i32, BTreeSet<(State, Option<StatementIx>)>>;

const DAYS: std::ops::Range<i32> = -2..7;

/// Everything that can be on each day, by following every world a day at a time.
struct Brute<'m> {
    marks: &'m [Mark],
    least: u32,
    found: Days,
}

#[derive(Clone)]
struct World {
    day: i32,
    done: Vec<usize>,
    state: State,
    by: Option<StatementIx>,
    cost: u32,
    days: Vec<(State, Option<StatementIx>)>,
}

impl Brute<'_> {
    fn follow(&mut self, world: &World) {
        if world.cost > self.least || world.cost > 33 {
            return;
        }
        let today = Day::from_number(world.day);
        for at in (0..self.marks.len()).filter(|at| !world.done.contains(at)) {
            let mark = &self.marks[at];
            let waits = mark.after.is_some_and(|after| {
                let before = self.marks.iter().position(|mark| mark.by == after);
                before.is_some_and(|before| !world.done.contains(&before))
            });
            if mark.span.0 <= today && today <= mark.span.1 && !waits {
                for (state, changed, cost) in apply(self.marks, at, May { state: world.state, by: world.by }) {
                    let mut next = World { state, cost: world.cost + cost, ..world.clone() };
                    next.done.push(at);
                    if changed {
                        next.by = Some(mark.by);
                    }
                    self.follow(&next);
                }
            }
        }
        for state in unrecorded_changes(world.state) {
            self.follow(&World { state, by: None, cost: world.cost + price(self.marks, today), ..world.clone() });
        }
        if (0..self.marks.len()).all(|at| world.done.contains(&at) || self.marks[at].span.1 > today) {
            let mut next = world.clone();
            next.days.push((world.state, world.by));
            next.day += 1;
            if next.day < DAYS.end {
                self.follow(&next);
            } else {
                if next.cost < self.least {
                    self.least = next.cost;
                    self.found.clear();
                }
                for (day, so) in DAYS.zip(next.days) {
                    self.found.entry(day).or_default().insert(so);
                }
            }
        }
    }
}

/// `None` where a record needs more unrecorded changes than are followed.
fn by_brute_force(marks: &[Mark]) -> Option<Days> {
    let denied: Vec<usize> = (0..marks.len()).filter(|&at| marks[at].denied).collect();
    let mut found: Days = BTreeMap::new();
    let mut least = u32::MAX;
    for choice in 0..1 << denied.len() {
        let left: Vec<Mark> = (0..marks.len())
            .filter(|at| denied.iter().position(|one| one == at).is_none_or(|at| choice >> at & 1 == 1))
            .map(|at| marks[at])
            .collect();
        let mut brute = Brute { marks: &left, least: u32::MAX, found: BTreeMap::new() };
        let world =
            World { day: DAYS.start, done: Vec::new(), state: State::Never, by: None, cost: 0, days: Vec::new() };
        brute.follow(&world);
        if brute.found.is_empty() {
            return None;
        }
        let unrecorded = brute.least / UNRECORDED;
        if unrecorded < least {
            least = unrecorded;
            found.clear();
        }
        if unrecorded > least {
            continue;
        }
        for (day, so) in brute.found {
            found.entry(day).or_default().extend(so);
        }
    }
    Some(found)
}

fn turn() -> impl Strategy<Value = Turn> {
    prop_oneof![
        3 => Just(Turn::Begins(None)),
        1 => Just(Turn::Begins(Some(Level::Embassy))),
        1 => Just(Turn::Begins(Some(Level::Consulate))),
        3 => Just(Turn::Ends),
        2 => Just(Turn::Resumes),
        1 => Just(Turn::Suspends),
        1 => Just(Turn::Ceases),
        1 => Just(Turn::Dies),
        1 => Just(Turn::Breaks),
        1 => Just(Turn::Returns),
        1 => Just(Turn::Attests),
        1 => Just(Turn::Implies),
        1 => Just(Turn::ImpliesNoMore),
        1 => Just(Turn::AttestsNone),
        1 => Just(Turn::Inherits),
    ]
}

fn marks() -> impl Strategy<Value = Vec<Mark>> {
    let mark = (turn(), 0..5i32, 0..4i32, prop::bool::weighted(0.1), prop::option::weighted(0.15, 0..4usize));
    prop::collection::vec(mark, 0..4).prop_map(|raw| {
        let one = |(at, (turn, from, length, denied, after)): (usize, (Turn, i32, i32, bool, Option<usize>))| Mark {
            by: StatementIx::new(at),
            span: (Day::from_number(from), Day::from_number((from + length).min(5))),
            turn,
            denied,
            after: after.filter(|after| *after < at).map(StatementIx::new),
        };
        raw.into_iter().enumerate().map(one).collect()
    })
}

/// Whether marks can be put in an order at all: nothing comes after what is later, and nothing is said twice.
fn orderly(marks: &[Mark]) -> bool {
    marks.iter().enumerate().all(|(at, mark)| {
        let waits = mark.after.and_then(|after| marks.iter().find(|other| other.by == after));
        let possible = waits.is_none_or(|before| before.span.0 <= mark.span.1 && !before.denied);
        let twice = |other: &Mark| (other.span, other.turn) == (mark.span, mark.turn);
        possible && !marks[..at].iter().any(twice)
    })
}

proptest! {
    #[test]
    fn a_course_is_what_every_world_allows(marks in marks()) {
        prop_assume!(orderly(&marks));
        let course = Course::of(&marks);
        let expected = by_brute_force(&marks);
        prop_assume!(expected.is_some());
        for (day, expected) in expected.unwrap_or_default() {
            let may = course.on(Day::from_number(day));
            let found: BTreeSet<_> = may.iter().map(|may| (may.state, may.by)).collect();
            prop_assert_eq!(found, expected, "day {} of {:?}", day, marks);
        }
    }

    #[test]
    fn the_order_of_lines_means_nothing(marks in marks(), turned in any::<prop::sample::Index>()) {
        let mut other = marks.clone();
        other.rotate_left(turned.index(marks.len().max(1)).min(marks.len()));
        prop_assert_eq!(Course::of(&marks), Course::of(&other));
    }
}

/// `Begins 1..3; Ends 2` and what holds on days 0 to 6: yes, no, or a question mark where it can't be told.
fn check(marks: &[(Turn, i32, i32)], expected: &str) {
    let one = |(at, &(turn, from, to)): (usize, &(Turn, i32, i32))| Mark {
        by: StatementIx::new(at),
        span: (Day::from_number(from), Day::from_number(to)),
        turn,
        denied: false,
        after: None,
    };
    let course = Course::of(&marks.iter().enumerate().map(one).collect::<Vec<_>>());
    let told = |day: i32| {
        let may = course.on(Day::from_number(day));
        let holds: BTreeSet<Option<bool>> = may.iter().map(|may| may.state.holds()).collect();
        match holds.into_iter().collect::<Vec<_>>()[..] {
            [Some(true)] => 'y',
            [Some(false)] => 'n',
            [None] => 'u',
            _ => '?',
        }
    };
    assert_eq!((0..7).map(told).collect::<String>(), expected, "{marks:?}");
}

#[test]
fn an_end_lies_after_its_beginning() {
    check(&[(Turn::Begins(None), 2, 2), (Turn::Ends, 0, 4)], "nn??nnn");
    check(&[(Turn::Begins(None), 0, 4), (Turn::Ends, 2, 2)], "??nnnnn");
    check(&[(Turn::Begins(None), 1, 4), (Turn::Ends, 1, 4)], "n???nnn");
    check(&[(Turn::Begins(None), 1, 1), (Turn::Ends, 0, 5), (Turn::Resumes, 3, 3)], "n??yyyy");
}

#[test]
fn what_rests_can_end_or_be_resumed() {
    let (begun, rests) = ((Turn::Begins(None), 1, 1), (Turn::Suspends, 2, 2));
    check(&[begun, rests, (Turn::Ends, 4, 4)], "nynnnnn");
    check(&[begun, rests, (Turn::Resumes, 4, 4)], "nynnyyy");
}

#[test]
fn an_end_without_a_beginning_tells_that_it_held() {
    check(&[(Turn::Ends, 3, 3)], "??ynnnn");
    check(&[(Turn::Resumes, 3, 3)], "??nyyyy");
    check(&[(Turn::Begins(None), 1, 1), (Turn::Resumes, 3, 3)], "nyyyyyy");
}

#[test]
fn acts_of_one_day_can_have_come_in_either_order() {
    check(&[(Turn::Begins(None), 3, 3), (Turn::Ends, 3, 3)], "nnn????");
    check(&[(Turn::Begins(None), 1, 1), (Turn::Ends, 3, 3), (Turn::Resumes, 3, 3)], "nyy????");
}

#[test]
fn what_rests_on_something_else_is_unrecorded_when_that_begins_anew() {
    check(&[(Turn::Begins(Some(Level::Embassy)), 1, 1), (Turn::Breaks, 3, 3), (Turn::Returns, 5, 5)], "nyynnuu");
    check(&[(Turn::Begins(Some(Level::Consulate)), 1, 1), (Turn::Breaks, 3, 3), (Turn::Returns, 5, 5)], "nyyyyyy");
    let opened = (Turn::Begins(Some(Level::Embassy)), 1, 1);
    check(&[opened, (Turn::Breaks, 3, 3), (Turn::Ends, 5, 5)], "nyyyynn");
    check(&[opened, (Turn::Breaks, 2, 2), (Turn::Returns, 4, 4), (Turn::Ends, 6, 6)], "nynnuun");
}

#[test]
fn what_was_refused_for_a_time_is_unrecorded_after_it() {
    check(&[(Turn::Begins(None), 1, 1), (Turn::Ceases, 3, 3), (Turn::Returns, 5, 5)], "nyynnuu");
    check(&[(Turn::Ceases, 3, 3), (Turn::Returns, 5, 5)], "nnnnnnn");
}

#[test]
fn what_is_only_done_while_it_holds_tells_that_it_had_begun() {
    check(&[(Turn::Attests, 3, 3)], "???yyyy");
    check(&[(Turn::Begins(None), 1, 1), (Turn::Ends, 3, 3), (Turn::Attests, 5, 5)], "nyyn?yy");
    check(&[(Turn::Begins(None), 1, 1), (Turn::Attests, 3, 3), (Turn::Ends, 5, 5)], "nyyyynn");
}

#[test]
fn an_act_on_record_outranks_what_is_implied() {
    check(&[(Turn::Implies, 2, 2)], "nnyyyyy");
    check(&[(Turn::Implies, 2, 2), (Turn::ImpliesNoMore, 4, 4)], "nnyynnn");
    check(&[(Turn::Begins(None), 1, 1), (Turn::Implies, 2, 2), (Turn::ImpliesNoMore, 4, 4)], "nyyyyyy");
    check(&[(Turn::Implies, 1, 1), (Turn::Ends, 3, 3)], "nyynnnn");
    check(&[(Turn::Implies, 1, 1), (Turn::Ceases, 3, 3)], "nyynnnn");
}

#[test]
fn nothing_begins_between_those_who_are_no_more() {
    check(&[(Turn::Begins(None), 1, 3), (Turn::Dies, 3, 3)], "n??nnnn");
}

/// Beyond what can be followed nothing is certain: what isn't looked at mustn't make an answer surer.
#[test]
fn where_too_much_is_open_nothing_is_certain() {
    let mark = |at: usize, span: (i32, i32), turn: Turn, denied: bool| Mark {
        by: StatementIx::new(at),
        span: (Day::from_number(span.0), Day::from_number(span.1)),
        turn,
        denied,
        after: None,
    };
    let turn = |at: usize| if at.is_multiple_of(2) { Turn::Begins(None) } else { Turn::Ends };
    // It holds if all that is denied happened, and if nothing of it did, but not by every choice.
    let denied: Vec<Mark> = (0..9).map(|at| mark(at, (at as i32, at as i32), turn(at), at > 0)).collect();
    // It begins again for certain, and the widest of many vague acts can have ended it after that.
    let mut vague: Vec<Mark> = (0..24).map(|at| mark(at, (at as i32 % 20, 40 + at as i32), turn(at), false)).collect();
    vague.extend([mark(24, (70, 70), Turn::Begins(None), false), mark(25, (0, 90), Turn::Ends, false)]);
    assert!(super::worlds::Worlds::of(&vague).is_none(), "these can be followed");
    for marks in [denied, vague] {
        let course = Course::of(&marks);
        let holds: BTreeSet<_> = course.on(Day::from_number(200)).iter().map(|may| may.state.holds()).collect();
        assert_eq!(holds, BTreeSet::from([Some(false), Some(true)]), "{marks:?}");
    }
}
