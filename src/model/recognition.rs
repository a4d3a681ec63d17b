//! Recognition: which acts give it, take it or refuse it, and what relations imply.

use std::collections::BTreeSet;

use super::heirs::{continuers, inherited};
use super::life::days_of_life;
use super::relations::relations_steps;
use super::said::turning_days;
use super::spell::{course_with, spells_in, steps};
use super::{
    ActorIx, AsOf, Base, Capacity, Course, Day, Fact, Key, Known, Matter, Pair, RecognitionAct, Said, Spell, Statement,
    StatementIx, Turn, known,
};

/// The times during which `by` recognizes `of` by an act on record: first as a state, then as the government of one.
pub fn recognition_spells(base: &Base, by: ActorIx, of: ActorIx) -> Vec<Spell> {
    let acts = recognition_acts(base, by, of);
    let mut spells = recognition_spells_among(base, [by, of], &acts);
    if !denied(base, &acts, Day::FUTURE).is_empty() {
        // Where sources disagree on the act itself, nothing makes it sure.
        spells.iter_mut().for_each(|spell| spell.latest = Day::FUTURE);
    }
    spells
}

/// The acts that gave recognition by a day, where sources deny every one of them; else none.
fn denied(base: &Base, acts: &[StatementIx], by: Day) -> Vec<StatementIx> {
    let given = |ix: &&StatementIx| {
        let is_given = matches!(base[**ix].fact, Fact::Recognition { act: RecognitionAct::Recognized, .. });
        is_given && base[**ix].stands() && base[**ix].begins.earliest <= by
    };
    let given: Vec<StatementIx> = acts.iter().filter(given).copied().collect();
    if given.iter().all(|&ix| base[ix].is_denied()) { given } else { Vec::new() }
}

/// The acts by which `by` recognizes `of`, withdraws or refuses that.
fn recognition_acts(base: &Base, by: ActorIx, of: ActorIx) -> Vec<StatementIx> {
    let own = |ix: &StatementIx| matches!(base[*ix].fact, Fact::Recognition { by: who, .. } if who == by);
    base.recognitions_of(of).filter(own).collect()
}

fn recognition_spells_among(base: &Base, parties: [ActorIx; 2], acts: &[StatementIx]) -> Vec<Spell> {
    let courses = [Capacity::State, Capacity::Government].map(|capacity| recognition(base, parties, capacity, acts, 0));
    courses.iter().flat_map(|course| spells_in(base, parties, course)).collect()
}

/// The course of recognition of `of` by `by`, as a state or as the government of one. The two run apart: a government
/// that loses recognition leaves that of the state as it was, while nothing is recognized of a state that isn't any
/// more. Relations imply recognition of the state, as long as no act on record decides and they last.
pub fn recognition_course(base: &Base, by: ActorIx, of: ActorIx, capacity: Capacity) -> Course {
    recognition(base, [by, of], capacity, &recognition_acts(base, by, of), 0)
}

/// What is known of recognition of `of` by `by` on a day, as a state or as the government of one. Where governments of one state
/// rival each other, recognition of the government decides as soon as there is an act.
pub fn recognition_known(base: &Base, by: ActorIx, of: ActorIx, asked: AsOf) -> Known {
    let found = recognition_by_courses(base, by, of, asked);
    // Where sources disagree on the act itself, relations don't make it sure.
    let acts = denied(base, &recognition_acts(base, by, of), asked.day);
    if found.said >= Said::Presumably && !acts.is_empty() {
        return Known { said: Said::CantTell, by: acts, reach: found.reach };
    }
    found
}

fn recognition_by_courses(base: &Base, by: ActorIx, of: ActorIx, asked: AsOf) -> Known {
    let matter = Matter::RecognitionsBetween(by, of);
    let [state, government] = [Capacity::State, Capacity::Government].map(|capacity| {
        let course = recognition_course(base, by, of, capacity);
        let found = known(base, &course, &[by, of], matter, asked);
        (course, found)
    });
    let decided = !government.1.by.is_empty() && base.has_rivals(of);
    if decided || !state.0.begins() && government.0.begins() {
        government.1
    } else if government.1.said == Said::Yes || state.0.begins() && government.0.begins() {
        state.1.or(government.1)
    } else {
        state.1
    }
}

/// The days on which what is known of recognition of `of` by `by` can become another, in order.
pub fn recognition_turns(base: &Base, by: ActorIx, of: ActorIx) -> BTreeSet<Day> {
    let matter = Matter::RecognitionsBetween(by, of);
    let courses = [Capacity::State, Capacity::Government].map(|capacity| recognition_course(base, by, of, capacity));
    let mut days: BTreeSet<Day> = courses.iter().flat_map(|course| turning_days(base, course, matter)).collect();
    days.extend([by, of].into_iter().flat_map(|actor| days_of_life(base, actor)));
    // Sources may deny all that was given by a day, and not what was given later.
    days.extend(recognition_acts(base, by, of).into_iter().map(|ix| base[ix].begins.earliest));
    days
}

/// The same, so many generations back: recognition passes to those who continue one that gave or received it.
fn recognition(base: &Base, [by, of]: [ActorIx; 2], capacity: Capacity, acts: &[StatementIx], back: u8) -> Course {
    let of_it = |ix: &StatementIx| match base[*ix].fact {
        Fact::Recognition { act, capacity: of, .. } => {
            of == capacity || capacity == Capacity::Government && act != RecognitionAct::Recognized
        }
        _ => false,
    };
    let before =
        |[by, of]: [ActorIx; 2], back| recognition(base, [by, of], capacity, &recognition_acts(base, by, of), back);
    let passed = inherited(base, [by, of], back, &before);
    // That recognition of the state was taken back tells nothing of its government, where nothing else is on record of that.
    let of_government = |ix: &StatementIx| base[*ix].fact.capacity() == Some(Capacity::Government);
    let silent = capacity == Capacity::Government && passed.is_empty() && !acts.iter().any(of_government);
    let acts: &[StatementIx] = if silent { &[] } else { acts };
    let mut acts = steps(base, acts.iter().copied().filter(of_it), recognition_turn);
    match capacity {
        // Who recognizes one of two governments of a state no longer recognizes the other.
        Capacity::Government if acts.iter().any(|(_, turn)| matches!(turn, Turn::Begins(_))) => {
            let rival = |ix: &StatementIx| match base[*ix].fact {
                Fact::Recognition {
                    of: other,
                    act: RecognitionAct::Recognized,
                    capacity: Capacity::Government,
                    ..
                } => other != of && base.are_rivals(of, other),
                _ => false,
            };
            acts.extend(base.under(Key::RecognitionBy(by)).filter(rival).map(|ix| (ix, Turn::Ceases)));
        }
        Capacity::Government => {}
        Capacity::State => {
            let relations = Pair::new(by, of).map(|pair| relations_steps(base, base.relations_of(pair)));
            acts.extend(relations.into_iter().flatten().map(|(ix, turn)| {
                let ends = matches!(turn, Turn::Ends | Turn::Suspends | Turn::Ceases);
                (ix, if ends { Turn::ImpliesNoMore } else { Turn::Implies })
            }));
        }
    }
    course_with(base, [by, of], &acts, passed)
}

/// The times during which anybody recognizes anybody: who, whom, when; in the order of who and whom.
pub fn all_recognition_spells(base: &Base) -> Vec<(ActorIx, ActorIx, Spell)> {
    let mut pairs: BTreeSet<(ActorIx, ActorIx)> = BTreeSet::new();
    for ix in base.statement_handles() {
        if let Fact::Recognition { by, of, .. } = base[ix].fact {
            pairs.insert((by, of));
        }
    }
    // Who continues another stands by its acts, and is recognized as it was.
    let passed = |&(by, of): &(ActorIx, ActorIx)| {
        let given = continuers(base, by).into_iter().map(move |heir| (heir, of));
        given.chain(continuers(base, of).into_iter().map(move |heir| (by, heir))).collect::<Vec<_>>()
    };
    let more: Vec<(ActorIx, ActorIx)> = pairs.iter().flat_map(passed).filter(|(by, of)| by != of).collect();
    pairs.extend(more);
    let of =
        |(by, of): (ActorIx, ActorIx)| recognition_spells(base, by, of).into_iter().map(move |spell| (by, of, spell));
    pairs.into_iter().flat_map(of).collect()
}

fn recognition_turn(statement: &Statement) -> Option<Turn> {
    Some(match statement.fact {
        Fact::Recognition { act: RecognitionAct::Recognized, .. } => Turn::Begins(None),
        Fact::Recognition { act: RecognitionAct::Withdrawn, .. } => Turn::Ends,
        Fact::Recognition { act: RecognitionAct::Suspended, .. } => Turn::Suspends,
        Fact::Recognition { act: RecognitionAct::Withheld, .. } => Turn::Ceases,
        _ => return None,
    })
}
