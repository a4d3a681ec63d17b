//! Recognition: which acts give it, take it or refuse it, and what relations imply.

use super::relations::relations_steps;
use super::spell::{course, spells_in, steps};
use super::{ActorIx, Base, Capacity, Course, Fact, Key, Pair, RecognitionAct, Spell, Statement, StatementIx, Turn};

/// The times during which `by` recognizes `of` by an act on record: first as a state, then as the government of one.
pub fn recognition_spells(base: &Base, by: ActorIx, of: ActorIx) -> Vec<Spell> {
    recognition_spells_among(base, [by, of], &recognition_acts(base, by, of))
}

/// The acts by which `by` recognizes `of`, withdraws or refuses that.
fn recognition_acts(base: &Base, by: ActorIx, of: ActorIx) -> Vec<StatementIx> {
    let own = |ix: &StatementIx| matches!(base[*ix].fact, Fact::Recognition { by: who, .. } if who == by);
    base.recognitions_of(of).filter(own).collect()
}

fn recognition_spells_among(base: &Base, parties: [ActorIx; 2], acts: &[StatementIx]) -> Vec<Spell> {
    let courses = [Capacity::State, Capacity::Government].map(|capacity| recognition(base, parties, capacity, acts));
    courses.iter().flat_map(|course| spells_in(base, parties, course)).collect()
}

/// The course of recognition of `of` by `by`, as a state or as the government of one. The two run apart: a government
/// that loses recognition leaves that of the state as it was, while nothing is recognized of a state that isn't any
/// more. Relations imply recognition of the state, as long as no act on record decides and they last.
pub fn recognition_course(base: &Base, by: ActorIx, of: ActorIx, capacity: Capacity) -> Course {
    recognition(base, [by, of], capacity, &recognition_acts(base, by, of))
}

fn recognition(base: &Base, [by, of]: [ActorIx; 2], capacity: Capacity, acts: &[StatementIx]) -> Course {
    let of_it = |ix: &StatementIx| match base[*ix].fact {
        Fact::Recognition { act, capacity: of, .. } => {
            of == capacity || capacity == Capacity::Government && act != RecognitionAct::Recognized
        }
        _ => false,
    };
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
    course(base, [by, of], &acts)
}

/// The times during which anybody recognizes anybody: who, whom, when; in the order of who and whom.
pub fn all_recognition_spells(base: &Base) -> Vec<(ActorIx, ActorIx, Spell)> {
    let mut acts: Vec<(ActorIx, ActorIx, StatementIx)> = Vec::new();
    for ix in base.statement_handles() {
        if let Fact::Recognition { by, of, .. } = base[ix].fact {
            acts.push((by, of, ix));
        }
    }
    acts.sort_unstable();
    let mut found = Vec::new();
    for group in acts.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
        let (by, of, _) = group[0];
        let acts: Vec<StatementIx> = group.iter().map(|(.., ix)| *ix).collect();
        found.extend(recognition_spells_among(base, [by, of], &acts).into_iter().map(|spell| (by, of, spell)));
    }
    found
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
