//! From acts to what they bring about: the times during which recognition, relations and missions last.

use std::collections::BTreeMap;

use super::{
    ActorIx, Base, Capacity, Day, Ends, Fact, Key, Level, Pair, RecognitionAct, RelationsAct, Statement, StatementIx,
};

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
    /// Both must hold.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        self.min(other)
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
enum Turn {
    /// Something begins, of a mission at this level, or goes on at it.
    Begins(Option<Level>),
    Ends,
    /// It ends, unless it is said to end later.
    Breaks,
    Nothing,
}

/// An act and what it does.
type Step = (StatementIx, Turn);

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

/// The missions of a pair, by who sent them; consulates by town, each level a spell of its own.
pub fn missions(base: &Base, pair: Pair) -> Vec<(ActorIx, Spell)> {
    missions_among(base, pair, base.relations_of(pair))
}

/// The missions of all pairs: whose, who sent them, when; in the order of pairs.
pub fn all_missions(base: &Base) -> Vec<(Pair, ActorIx, Spell)> {
    let mut found = Vec::new();
    for group in all_relations(base).chunk_by(|a, b| a.0 == b.0) {
        let pair = group[0].0;
        let missions = missions_among(base, pair, group.iter().map(|(_, ix)| *ix));
        found.extend(missions.into_iter().map(|(by, spell)| (pair, by, spell)));
    }
    found
}

/// Everything in anybody's relations, by pairs.
fn all_relations(base: &Base) -> Vec<(Pair, StatementIx)> {
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

fn missions_among(base: &Base, pair: Pair, acts: impl Iterator<Item = StatementIx>) -> Vec<(ActorIx, Spell)> {
    // The embassy, legation or section of each is one series, each consulate by town another.
    let mut series: BTreeMap<(ActorIx, Option<&str>), Vec<Step>> = BTreeMap::new();
    let mut breaks: Vec<Step> = Vec::new();
    let mut raised: Vec<((ActorIx, Option<&str>), StatementIx)> = Vec::new();
    for ix in acts {
        let Fact::Relations { act, by, level, ref at, .. } = base[ix].fact else { continue };
        if act == RelationsAct::Severed {
            breaks.push((ix, Turn::Breaks));
        }
        let Some(by) = by.filter(|_| act.is_of_mission()) else { continue };
        let town = at.as_deref();
        let consulate = level == Some(Level::Consulate);
        let turn = match act {
            RelationsAct::MissionClosed | RelationsAct::MissionSuspended => Turn::Ends,
            _ => Turn::Begins(level),
        };
        series.entry((by, consulate.then(|| town.unwrap_or("")))).or_default().push((ix, turn));
        match act {
            // What is lowered to a consulate is a consulate from then on, and what is raised from one isn't.
            RelationsAct::MissionLowered if consulate => {
                series.entry((by, None)).or_default().push((ix, Turn::Ends));
            }
            RelationsAct::MissionRaised if !consulate => raised.extend(town.map(|town| ((by, Some(town)), ix))),
            _ => {}
        }
    }
    for (key, ix) in raised {
        series.entry(key).and_modify(|acts| acts.push((ix, Turn::Ends)));
    }
    let mut found = Vec::new();
    for ((by, consulate), mut acts) in series {
        if consulate.is_none() {
            acts.extend(&breaks);
        }
        let spells = spells(base, pair.parties(), acts);
        found.extend(spells.into_iter().map(|spell| (by, unclosed(spell))));
    }
    found
}

/// Sources tell when a consulate opened, and seldom when it closed: without a recorded closing it can have closed on
/// any day since.
fn unclosed(mut spell: Spell) -> Spell {
    if spell.level == Some(Level::Consulate) && spell.end.is_none() {
        spell.end = Some(SpellEnd { by: spell.begun_by, earliest: spell.latest, latest: Day::FUTURE });
    }
    spell
}

/// Walks acts in the order of time. An act that begins what already holds changes its level or its town, or nothing.
fn spells(base: &Base, parties: [ActorIx; 2], mut acts: Vec<Step>) -> Vec<Spell> {
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

/// The last end of an actor, if it comes after something began: nothing outlasts its parties. `None` when the actor
/// still exists, when its end isn't known, or when no period of it is recorded.
pub fn end_of(base: &Base, actor: ActorIx, begun: Day) -> Option<SpellEnd> {
    let by = *periods_of(base, actor).last()?;
    let Ends::At(when) = &base[by].ends else { return None };
    (when.latest > begun).then_some(SpellEnd { by, earliest: when.earliest, latest: when.latest })
}

/// A time between two periods of an actor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Absence {
    /// The period after which it lies.
    pub after: StatementIx,
    /// The first day on which the actor can have been gone.
    pub from: Day,
    /// The first day on which it certainly is back.
    pub to: Day,
}

/// The times in which an actor certainly was gone between two of its periods.
pub fn absences_of(base: &Base, actor: ActorIx) -> Vec<Absence> {
    let periods = periods_of(base, actor);
    let pairs = periods.iter().zip(periods.iter().skip(1));
    let gap = |(&after, &next): (&StatementIx, &StatementIx)| {
        let Ends::At(when) = &base[after].ends else { return None };
        let back = &base[next].begins;
        (when.latest < back.earliest).then_some(Absence { after, from: when.earliest, to: back.latest })
    };
    pairs.filter_map(gap).collect()
}

/// The periods of an actor's existence, in the order of time.
fn periods_of(base: &Base, actor: ActorIx) -> Vec<StatementIx> {
    let mut periods: Vec<StatementIx> =
        base.under(Key::Existence(actor)).filter(|&ix| base[ix].stands() && base[ix].fact.lasts()).collect();
    periods.sort_by_key(|&ix| (base[ix].begins.earliest, base[ix].begins.latest, ix));
    periods
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
