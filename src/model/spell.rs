//! From acts to what they bring about: the times during which recognition, relations and missions last.

use super::life::{Absence, absences_of, end_of};
use super::{ActorIx, Base, Capacity, Day, Fact, Level, Pair, RecognitionAct, RelationsAct, Statement, StatementIx};

/// Three-valued: whether something certainly holds, possibly, or no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Band {
    /// It certainly doesn't.
    No,
    /// It may.
    Possible,
    /// It certainly does.
    Certain,
}

impl Band {
    /// Of what certainly holds, and of what possibly does.
    pub fn of(certain: bool, possible: bool) -> Self {
        match (certain, possible) {
            (true, _) => Self::Certain,
            (false, true) => Self::Possible,
            (false, false) => Self::No,
        }
    }

    /// Both must hold.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        self.min(other)
    }

    /// That it doesn't hold.
    #[must_use]
    #[allow(clippy::should_implement_trait, reason = "it is said of bands, and has no operator")]
    pub fn not(self) -> Self {
        match self {
            Self::Certain => Self::No,
            Self::Possible => Self::Possible,
            Self::No => Self::Certain,
        }
    }

    /// The published name.
    pub fn name(self) -> &'static str {
        match self {
            Self::No => "no",
            Self::Possible => "possible",
            Self::Certain => "certain",
        }
    }
}

/// A time during which something holds, from the act that began it to the act that ended it.
///
/// *Ranges:* half-open. The beginning lies within `[earliest, latest]`; so does the end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spell {
    /// The act that began it.
    pub begun_by: StatementIx,
    /// The first day on which it can have begun.
    pub earliest: Day,
    /// The last day on which it can have begun; [`Day::FUTURE`] when that is unknown.
    pub latest: Day,
    /// How it ended.
    pub end: Option<SpellEnd>,
    /// The level of a mission.
    pub level: Option<Level>,
}

/// The end of a [`Spell`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpellEnd {
    /// The act that ended it; of a consulate whose closing nobody records, the act that opened it.
    pub by: StatementIx,
    /// The first day on which it can have ended.
    pub earliest: Day,
    /// The last day on which it can have ended; [`Day::FUTURE`] where a source denies that it did.
    pub latest: Day,
}

impl Spell {
    /// Whether it holds on `day`.
    pub fn holds(&self, day: Day) -> Band {
        let begun = if self.latest <= day {
            Band::Certain
        } else if self.earliest <= day {
            Band::Possible
        } else {
            Band::No
        };
        let lasts = match &self.end {
            None => Band::Certain,
            Some(end) if day < end.earliest => Band::Certain,
            Some(end) if day < end.latest => Band::Possible,
            Some(_) => Band::No,
        };
        begun.and(lasts)
    }

    /// The days on which it certainly holds, half-open; `None` when there is none.
    pub fn certain(&self) -> Option<(Day, Day)> {
        let end = self.end.as_ref().map_or(Day::FUTURE, |end| end.earliest);
        (self.latest < end).then_some((self.latest, end))
    }

    /// The days on which it possibly holds, half-open.
    pub fn possible(&self) -> (Day, Day) {
        (self.earliest, self.end.as_ref().map_or(Day::FUTURE, |end| end.latest))
    }
}

/// What an act does to the spell of its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Turn {
    /// Something begins, of a mission at this level, or goes on at it.
    Begins(Option<Level>),
    Ends,
    /// It ends, unless it is said to end later.
    Breaks,
    Nothing,
}

/// An act and what it does.
pub(super) type Step = (StatementIx, Turn);

/// The times during which `by` recognizes `of`: first as a state, then as the government of one. The two run apart:
/// a government that loses recognition leaves that of the state as it was, while nothing is recognized of a state that
/// isn't any more.
pub fn recognition_spells(base: &Base, by: ActorIx, of: ActorIx) -> Vec<Spell> {
    let acts: Vec<StatementIx> = base
        .recognitions_of(of)
        .filter(|&ix| matches!(base[ix].fact, Fact::Recognition { by: who, .. } if who == by))
        .collect();
    recognition_spells_among(base, [by, of], &acts)
}

fn recognition_spells_among(base: &Base, parties: [ActorIx; 2], acts: &[StatementIx]) -> Vec<Spell> {
    let walk = |wanted: &dyn Fn(Capacity, RecognitionAct) -> bool| {
        let of_it = |ix: &&StatementIx| match base[**ix].fact {
            Fact::Recognition { act, capacity, .. } => wanted(capacity, act),
            _ => false,
        };
        spells(base, parties, acts.iter().filter(of_it).map(|&ix| (ix, recognition_turn(&base[ix]))).collect())
    };
    let mut found = walk(&|capacity, _| capacity == Capacity::State);
    found.extend(walk(&|capacity, act| capacity == Capacity::Government || act != RecognitionAct::Recognized));
    found
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

/// The times during which a pair has diplomatic relations.
pub fn relations_spells(base: &Base, pair: Pair) -> Vec<Spell> {
    spells(base, pair.parties(), base.relations_of(pair).map(|ix| (ix, relations_turn(&base[ix]))).collect())
}

/// The times during which any pair has diplomatic relations, in the order of pairs.
pub fn all_relations_spells(base: &Base) -> Vec<(Pair, Spell)> {
    let mut found = Vec::new();
    for group in all_relations(base).chunk_by(|a, b| a.0 == b.0) {
        let pair = group[0].0;
        let acts = group.iter().map(|&(_, ix)| (ix, relations_turn(&base[ix]))).collect();
        found.extend(spells(base, pair.parties(), acts).into_iter().map(|spell| (pair, spell)));
    }
    found
}

/// Everything in anybody's relations, by pairs.
pub(super) fn all_relations(base: &Base) -> Vec<(Pair, StatementIx)> {
    let of = |ix: StatementIx| if let Fact::Relations { pair, .. } = base[ix].fact { Some((pair, ix)) } else { None };
    let mut acts: Vec<(Pair, StatementIx)> = base.statement_handles().filter_map(of).collect();
    acts.sort_unstable();
    acts
}

fn recognition_turn(statement: &Statement) -> Turn {
    match statement.fact {
        Fact::Recognition { act: RecognitionAct::Recognized, .. } => Turn::Begins(None),
        Fact::Recognition { act: RecognitionAct::Withdrawn | RecognitionAct::Suspended, .. } => Turn::Ends,
        _ => Turn::Nothing,
    }
}

fn relations_turn(statement: &Statement) -> Turn {
    match statement.fact {
        Fact::Relations { act: RelationsAct::Established | RelationsAct::Resumed, .. } => Turn::Begins(None),
        Fact::Relations { act: RelationsAct::Suspended | RelationsAct::Severed | RelationsAct::Absent, .. } => {
            Turn::Ends
        }
        _ => Turn::Nothing,
    }
}

/// Walks acts in the order of time. An act that begins what already holds changes its level or its town, or nothing.
pub(super) fn spells(base: &Base, parties: [ActorIx; 2], mut acts: Vec<Step>) -> Vec<Spell> {
    acts.retain(|&(ix, turn)| base[ix].stands() && !(turn == Turn::Breaks && base[ix].is_denied()));
    acts.sort_by_key(|&(ix, turn)| {
        let when = &base[ix].begins;
        // Of acts without a date, a beginning comes first and an end last: nothing ends before it began.
        let ends_undated = when.shown.is_none() && matches!(turn, Turn::Ends | Turn::Breaks);
        (if ends_undated { Day::FUTURE } else { when.earliest }, when.latest, turn == Turn::Breaks, ix)
    });
    let mut found: Vec<Spell> = Vec::new();
    // Whether the last spell was broken off, so that a closing may still follow.
    let mut broken = false;
    for (ix, turn) in acts {
        let statement = &base[ix];
        let (earliest, latest) = (statement.begins.earliest, statement.begins.latest);
        let denied = statement.is_denied();
        let was_broken = std::mem::take(&mut broken);
        let last = found.last_mut();
        let open = last.as_ref().is_some_and(|spell| spell.end.is_none());
        match turn {
            Turn::Begins(level) => {
                let begun = if denied { Day::FUTURE } else { latest };
                if let Some(spell) = last.filter(|_| open) {
                    let level_stays = level.is_none() || spell.level == level;
                    if level_stays && !moves(base, spell.begun_by, ix) {
                        continue;
                    }
                    spell.end = Some(SpellEnd { by: ix, earliest, latest });
                    let level = level.or(spell.level);
                    found.push(Spell { begun_by: ix, earliest, latest: begun, end: None, level });
                } else {
                    found.push(Spell { begun_by: ix, earliest, latest: begun, end: None, level });
                }
            }
            Turn::Ends => match last {
                Some(spell) if open => {
                    // What began without a date began before it ended.
                    spell.latest = spell.latest.min(latest);
                    spell.end = Some(SpellEnd { by: ix, earliest, latest: if denied { Day::FUTURE } else { latest } });
                }
                // It lasted on for a while after the break.
                Some(Spell { end: Some(end), .. }) if was_broken && end.earliest <= earliest => {
                    *end = SpellEnd { by: ix, earliest: end.earliest, latest };
                }
                _ => {}
            },
            Turn::Breaks => match last {
                Some(spell) if open && spell.level.is_none_or(Level::needs_relations) => {
                    spell.latest = spell.latest.min(latest);
                    spell.end = Some(SpellEnd { by: ix, earliest, latest });
                    broken = true;
                }
                _ => broken = was_broken,
            },
            Turn::Nothing => {}
        }
    }
    for spell in found.iter_mut().filter(|spell| spell.end.is_none()) {
        spell.end =
            parties.into_iter().filter_map(|party| end_of(base, party, spell.latest)).min_by_key(|end| end.latest);
    }
    let gaps: Vec<Absence> = parties.into_iter().flat_map(|party| absences_of(base, party)).collect();
    found.into_iter().flat_map(|spell| interrupted(spell, &gaps)).collect()
}

/// Whether an act has a mission in another town than the one that began it.
fn moves(base: &Base, begun_by: StatementIx, ix: StatementIx) -> bool {
    let town = |ix: StatementIx| match &base[ix].fact {
        Fact::Relations { at, .. } => at.as_deref(),
        _ => None,
    };
    town(ix).is_some_and(|there| town(begun_by) != Some(there))
}

/// What lasts while a party is gone for a time: possible in the gap, and going on after it. Whether it rested or was
/// carried on, lists of states don't tell.
fn interrupted(spell: Spell, gaps: &[Absence]) -> Vec<Spell> {
    let mut found = Vec::new();
    let mut rest = spell;
    let mut gaps: Vec<&Absence> = gaps.iter().filter(|gap| gap.to > rest.latest).collect();
    gaps.sort_by_key(|gap| gap.from);
    for gap in gaps {
        let end = rest.end.clone();
        if end.as_ref().is_some_and(|end| end.latest <= gap.from) {
            break;
        }
        let from = gap.from.max(rest.latest);
        let ends_within = end.as_ref().filter(|end| end.earliest <= gap.to).cloned();
        let latest = ends_within.as_ref().map_or(gap.to, |end| end.latest);
        let by = ends_within.as_ref().map_or(gap.after, |end| end.by);
        found.push(Spell { end: Some(SpellEnd { by, earliest: from, latest }), ..rest.clone() });
        if ends_within.is_some() {
            return found;
        }
        rest = Spell { earliest: gap.to, latest: gap.to, ..rest };
    }
    found.push(rest);
    found
}
