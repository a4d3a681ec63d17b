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
enum Turn {
    Begins(Option<Level>),
    Ends,
    Nothing,
}

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
        spells(base, parties, acts.iter().filter(of_it).copied().collect(), recognition_turn)
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
    spells(base, pair.parties(), base.relations_of(pair).collect(), relations_turn)
}

/// The times during which any pair has diplomatic relations, in the order of pairs.
pub fn all_relations_spells(base: &Base) -> Vec<(Pair, Spell)> {
    let mut found = Vec::new();
    for group in all_relations(base).chunk_by(|a, b| a.0 == b.0) {
        let (pair, acts) = (group[0].0, group.iter().map(|(_, ix)| *ix).collect());
        found.extend(spells(base, pair.parties(), acts, relations_turn).into_iter().map(|spell| (pair, spell)));
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
    let mut series: BTreeMap<(ActorIx, Option<&str>), Vec<StatementIx>> = BTreeMap::new();
    let mut breaks: Vec<StatementIx> = Vec::new();
    for ix in acts {
        if matches!(base[ix].fact, Fact::Relations { act: RelationsAct::Severed, .. }) {
            breaks.push(ix);
        } else if let Fact::Relations { act, by: Some(by), level, ref at, .. } = base[ix].fact
            && act.is_of_mission()
        {
            let consulate = (level == Some(Level::Consulate)).then(|| at.as_deref().unwrap_or(""));
            series.entry((by, consulate)).or_default().push(ix);
        }
    }
    let mut found = Vec::new();
    for ((by, consulate), acts) in series {
        let given = if consulate.is_some() { Some(Level::Consulate) } else { None };
        let spells = spells(base, pair.parties(), acts, |statement| match statement.fact {
            Fact::Relations { act: RelationsAct::MissionClosed | RelationsAct::MissionSuspended, .. } => Turn::Ends,
            Fact::Relations { act: RelationsAct::MissionMoved, level: None, .. } => Turn::Nothing,
            Fact::Relations { level, .. } => Turn::Begins(level.or(given)),
            _ => Turn::Nothing,
        });
        found.extend(spells.into_iter().map(|spell| (by, broken_off(base, unclosed(spell), &breaks))));
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

/// A mission of a level that only relations allow ends with them, unless a source has it close later.
fn broken_off(base: &Base, mut spell: Spell, breaks: &[StatementIx]) -> Spell {
    let closes = spell.end.as_ref().is_some_and(|end| base[end.by].fact.kind() == super::Kind::Relations);
    if closes || !spell.level.is_some_and(Level::needs_relations) {
        return spell;
    }
    let ended = |end: &SpellEnd| spell.end.as_ref().is_some_and(|known| known.latest <= end.earliest);
    let breaks = breaks.iter().filter(|&&ix| base[ix].stands() && !base[ix].is_denied()).map(|&by| {
        let when = &base[by].begins;
        SpellEnd { by, earliest: when.earliest, latest: when.latest }
    });
    let first = breaks.filter(|end| end.earliest >= spell.latest && !ended(end)).min_by_key(|end| end.latest);
    if let Some(end) = first {
        spell.end = Some(end);
    }
    spell
}

/// Walks acts in the order of time. An act that begins what already holds changes its level or nothing.
fn spells(
    base: &Base,
    parties: [ActorIx; 2],
    mut acts: Vec<StatementIx>,
    turn: impl Fn(&Statement) -> Turn,
) -> Vec<Spell> {
    acts.retain(|&ix| base[ix].stands());
    acts.sort_by_key(|&ix| {
        let when = &base[ix].begins;
        // Of acts without a date, a beginning comes first and an end last: nothing ends before it began.
        let ends_undated = when.shown.is_none() && matches!(turn(&base[ix]), Turn::Ends);
        (if ends_undated { Day::FUTURE } else { when.earliest }, when.latest, ix)
    });
    let mut found: Vec<Spell> = Vec::new();
    for ix in acts {
        let statement = &base[ix];
        let (earliest, latest) = (statement.begins.earliest, statement.begins.latest);
        let denied = statement.is_denied();
        let open = found.last_mut().filter(|spell| spell.end.is_none());
        match turn(statement) {
            Turn::Begins(level) => {
                if let Some(spell) = open {
                    if level.is_none() || spell.level == level {
                        continue;
                    }
                    spell.end = Some(SpellEnd { by: ix, earliest, latest });
                }
                let latest = if denied { Day::FUTURE } else { latest };
                found.push(Spell { begun_by: ix, earliest, latest, end: None, level });
            }
            Turn::Ends => {
                if let Some(spell) = open {
                    // What began without a date began before it ended.
                    spell.latest = spell.latest.min(latest);
                    spell.end = Some(SpellEnd { by: ix, earliest, latest: if denied { Day::FUTURE } else { latest } });
                }
            }
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
