//! Succession: who continues whom, and what passes on with that.
//!
//! Who continues another, or goes by another name, stands by its recognitions and its relations, unless it acted itself, and is
//! recognized as that one was. What nobody continues ends with its actor. Memberships go by the organization's own record, and treaties
//! by what each successor did (Vienna Convention on Succession of States in respect of Treaties): neither passes here.

use std::collections::{BTreeMap, BTreeSet};

use super::course::{Mark, Turn};
use super::life::{end_of, existed_on};
use super::{ActorIx, Base, Course, Day, Fact, Spell, State, StatementIx, SuccessionForm, recognition_spells};

/// That one actor continues another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Continued {
    /// The days on which it can have begun to.
    span: (Day, Day),
    was: ActorIx,
    heir: ActorIx,
    by: StatementIx,
}

/// So many generations are followed; more than any record has.
const GENERATIONS: u8 = 8;

impl Base {
    /// Who continues whom, in the order of time.
    fn continuations(&self) -> &[Continued] {
        self.continued.get_or_init(|| {
            let succession = |ix: StatementIx| match self[ix].fact {
                Fact::Succession {
                    successor,
                    predecessor,
                    form: SuccessionForm::Continuation | SuccessionForm::Renaming,
                } if self[ix].stands() && self[ix].begins.latest.bounded().is_some() => {
                    let span = (self[ix].begins.earliest, self[ix].begins.latest);
                    Some(Continued { span, was: predecessor, heir: successor, by: ix })
                }
                _ => None,
            };
            let mut found: Vec<Continued> = self.statement_handles().filter_map(succession).collect();
            found.sort_unstable();
            found
        })
    }
}

/// Whom an actor continues, directly or through others.
pub fn continues(base: &Base, heir: ActorIx) -> Vec<ActorIx> {
    follow(heir, |at| base.continuations().iter().filter(move |one| one.heir == at).map(|one| one.was).collect())
}

/// Who continues an actor, directly or through others.
pub fn continuers(base: &Base, was: ActorIx) -> Vec<ActorIx> {
    follow(was, |at| base.continuations().iter().filter(move |one| one.was == at).map(|one| one.heir).collect())
}

fn follow(from: ActorIx, next: impl Fn(ActorIx) -> Vec<ActorIx>) -> Vec<ActorIx> {
    let mut found: Vec<ActorIx> = Vec::new();
    let mut queue = next(from);
    while let Some(one) = queue.pop() {
        if one != from && !found.contains(&one) {
            found.push(one);
            queue.extend(next(one));
        }
    }
    found
}

/// What passes to two parties from those whom they continue: that it held when they began to, or had ended. `of` is the course
/// of the same between others, so many generations back.
pub(super) fn inherited(
    base: &Base,
    parties: [ActorIx; 2],
    back: u8,
    of: &dyn Fn([ActorIx; 2], u8) -> Course,
) -> Vec<Mark> {
    let mut found = Vec::new();
    if back >= GENERATIONS {
        return found;
    }
    for side in 0..2 {
        for one in base.continuations().iter().filter(|one| one.heir == parties[side]) {
            let mut before = parties;
            before[side] = one.was;
            if before[0] == before[1] {
                continue;
            }
            let course = of(before, back + 1);
            // What held when it still was: who continues it can have begun to a few days before or after its end.
            let ended = end_of(base, one.was, Day::PAST).map_or(Day::FUTURE, |end| end.earliest);
            let may = course.on(one.span.1.min(ended).previous());
            let held = may.iter().filter(|may| matches!(may.state, State::Holds(_)));
            let by = held.clone().find_map(|may| may.by).unwrap_or(one.by);
            let not = may.iter().filter(|may| may.state != State::Never && may.state.holds() == Some(false));
            let (turn, by, sure) = match (held.count(), not.clone().count()) {
                (0, 0) => continue,
                (0, _) => (Turn::Ceases, not.clone().find_map(|may| may.by).unwrap_or(one.by), true),
                (some, _) => (Turn::Inherits, by, some == may.len()),
            };
            found.push(Mark { by, span: one.span, turn, denied: !sure, after: None });
        }
    }
    found
}

/// The recognition of an actor by all who acted, and by those who continue them.
pub struct RecognitionOf {
    spells: BTreeMap<ActorIx, Vec<Spell>>,
}

impl RecognitionOf {
    /// Gathers it, for as many days as are asked about.
    pub fn of(base: &Base, of: ActorIx) -> Self {
        let recognizers = recognizers_ever(base, of).into_iter();
        Self { spells: recognizers.map(|by| (by, recognition_spells(base, by, of))).collect() }
    }

    /// Who recognizes the actor, or did, and when.
    pub fn by_whom(&self) -> impl Iterator<Item = (ActorIx, &[Spell])> {
        self.spells.iter().map(|(&by, spells)| (by, &**spells))
    }

    /// When it lasts, by whom.
    pub fn spells(&self) -> impl Iterator<Item = (ActorIx, &Spell)> {
        self.spells.iter().flat_map(|(&by, spells)| spells.iter().map(move |spell| (by, spell)))
    }

    /// Who recognized it until it was no more itself, and whom nobody continues: its recognition ended with it.
    pub fn ended_with_recognizer(&self, base: &Base, day: Day) -> Vec<ActorIx> {
        let with_it = |by: ActorIx, spell: &Spell| {
            let end = spell.end.as_ref().filter(|end| end.latest <= day)?;
            matches!(base[end.by].fact, Fact::Existence { actor } if actor == by).then_some(by)
        };
        let ended: BTreeSet<ActorIx> = self.spells().filter_map(|(by, spell)| with_it(by, spell)).collect();
        let gone = |by: ActorIx| existed_on(base, by, day) == Some(false) && continuers(base, by).is_empty();
        ended.into_iter().filter(|&by| gone(by)).collect()
    }
}

/// Everybody of whom an act of recognition of an actor is recorded, or of whom it is continued.
pub fn recognizers_ever(base: &Base, of: ActorIx) -> BTreeSet<ActorIx> {
    let whom = std::iter::once(of).chain(continues(base, of));
    let by = |ix: StatementIx| if let Fact::Recognition { by, .. } = base[ix].fact { Some(by) } else { None };
    let acted: BTreeSet<ActorIx> = whom.flat_map(|whom| base.recognitions_of(whom)).filter_map(by).collect();
    let mut found = acted.clone();
    found.extend(acted.into_iter().flat_map(|by| continuers(base, by)));
    found.remove(&of);
    found
}
