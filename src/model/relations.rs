//! Diplomatic relations: which acts begin and end them, and the envoys that attest them.

use std::collections::BTreeSet;

use super::heirs::{continuers, inherited};
use super::spell::{Turning, course, course_with, span, spells_in, steps};
use super::{ActorIx, Base, Course, Day, Fact, Level, Pair, RelationsAct, Spell, Statement, StatementIx, Turn};

/// The times during which a pair has diplomatic relations.
pub fn relations_spells(base: &Base, pair: Pair) -> Vec<Spell> {
    spells_in(base, pair.parties(), &relations_course(base, pair))
}

/// The course of the relations of a pair.
pub fn relations_course(base: &Base, pair: Pair) -> Course {
    let mut course = relations_back(base, pair, 0);
    // Every envoy attests them, not only the first in a row.
    let envoy = |ix: &StatementIx| relations_turn(&base[*ix]) == Some(Turn::Attests) && base[*ix].stands();
    let days = base.relations_of(pair).filter(envoy).flat_map(|ix| {
        let stands = base[ix].attested().map(super::Date::earliest);
        std::iter::once(base[ix].begins.latest).chain(stands)
    });
    course.attested.extend(days.filter_map(Day::bounded).map(|day| (day, true)));
    course.attested.sort_unstable();
    course
}

/// The course of the relations of a pair, so many generations back.
fn relations_back(base: &Base, pair: Pair, back: u8) -> Course {
    let acts = relations_steps(base, base.relations_of(pair));
    let before = |[one, other]: [ActorIx; 2], back| match Pair::new(one, other) {
        Some(pair) => relations_back(base, pair, back),
        None => Course::of(&[]),
    };
    course_with(base, pair.parties(), &acts, inherited(base, pair.parties(), back, &before))
}

/// Whether the relations of a pair are lowered: the acts that lower them, and those that raise, end or renew them.
pub fn lowered_course(base: &Base, pair: Pair) -> Course {
    let turn = |statement: &Statement| match statement.fact {
        Fact::Relations { act: RelationsAct::Downgraded | RelationsAct::Recalled, .. } => Some(Turn::Begins(None)),
        Fact::Relations {
            act:
                RelationsAct::Upgraded
                | RelationsAct::MissionRaised
                | RelationsAct::Established
                | RelationsAct::Resumed
                | RelationsAct::Severed
                | RelationsAct::Absent,
            ..
        } => Some(Turn::Ceases),
        _ => None,
    };
    course(base, pair.parties(), &steps(base, base.relations_of(pair), turn))
}

/// Whether a pair has agreed to establish or resume relations, and hasn't done so yet by an act on record.
pub fn agreed_course(base: &Base, pair: Pair) -> Course {
    let turn = |statement: &Statement| match (&statement.fact, relations_turn(statement)) {
        (Fact::Relations { act: RelationsAct::Agreed, .. }, _) => Some(Turn::Begins(None)),
        (_, Some(_)) => Some(Turn::Ceases),
        _ => None,
    };
    course(base, pair.parties(), &steps(base, base.relations_of(pair), turn))
}

/// The times during which any pair has diplomatic relations, in the order of pairs.
pub fn all_relations_spells(base: &Base) -> Vec<(Pair, Spell)> {
    let mut pairs: BTreeSet<Pair> = all_relations(base).into_iter().map(|(pair, _)| pair).collect();
    // Who continues another has its relations, whether it acted itself or not.
    let passed = |pair: &Pair| {
        let [one, other] = pair.parties();
        let heirs =
            |of: ActorIx, with: ActorIx| continuers(base, of).into_iter().filter_map(move |heir| Pair::new(heir, with));
        heirs(one, other).chain(heirs(other, one)).collect::<Vec<Pair>>()
    };
    let more: Vec<Pair> = pairs.iter().flat_map(passed).collect();
    pairs.extend(more);
    pairs
        .into_iter()
        .flat_map(|pair| relations_spells(base, pair).into_iter().map(move |spell| (pair, spell)))
        .collect()
}

/// Everything in anybody's relations, by pairs.
pub(super) fn all_relations(base: &Base) -> Vec<(Pair, StatementIx)> {
    let of = |ix: StatementIx| if let Fact::Relations { pair, .. } = base[ix].fact { Some((pair, ix)) } else { None };
    let mut acts: Vec<(Pair, StatementIx)> = base.statement_handles().filter_map(of).collect();
    acts.sort_unstable();
    acts
}

/// What happened in the relations of a pair, and the envoys that attest them.
///
/// Envoys are exchanged within relations, even where no act of establishing them is recorded. One who comes before the
/// act that establishes or resumes them is no sign of earlier ones, and of several in a row the first is enough. One who came nobody
/// knows when is a sign on the days on which a source says that he is there.
pub(super) fn relations_steps(base: &Base, acts: impl Iterator<Item = StatementIx>) -> Vec<Turning> {
    let mut acts: Vec<Turning> = steps(base, acts, relations_turn);
    acts.retain(|(ix, _)| base[*ix].stands());
    acts.sort_by_key(|&(ix, turn)| (span(base, ix), turn, ix));
    let mut found: Vec<Turning> = Vec::with_capacity(acts.len());
    for (at, &(ix, turn)) in acts.iter().enumerate() {
        if turn == Turn::Attests {
            let next = acts[at..].iter().find(|(_, turn)| *turn != Turn::Attests);
            let announced = matches!(next, Some((_, Turn::Begins(_) | Turn::Resumes)));
            let dateless = |ix: StatementIx| base[ix].date().is_none();
            let known = match found.last() {
                Some(&(last, Turn::Attests)) => !dateless(last),
                Some((_, turn)) => matches!(turn, Turn::Begins(_) | Turn::Resumes),
                None => false,
            };
            let untold = dateless(ix) && base[ix].attested().next().is_none();
            if announced || known || untold {
                continue;
            }
        }
        found.push((ix, turn));
    }
    found
}

fn relations_turn(statement: &Statement) -> Option<Turn> {
    let Fact::Relations { act, level, .. } = statement.fact else { return None };
    Some(match act {
        RelationsAct::Established => Turn::Begins(None),
        RelationsAct::Resumed => Turn::Resumes,
        RelationsAct::Suspended => Turn::Suspends,
        RelationsAct::Severed => Turn::Ends,
        RelationsAct::Absent => Turn::Ceases,
        RelationsAct::MissionOpened
        | RelationsAct::MissionRaised
        | RelationsAct::MissionLowered
        | RelationsAct::MissionMoved
            if level.is_some_and(Level::needs_relations) =>
        {
            Turn::Attests
        }
        _ => return None,
    })
}
