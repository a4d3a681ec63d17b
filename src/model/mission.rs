//! Missions: which acts make one, move it, change its level or end it.

use std::collections::BTreeMap;

use super::spell::{Step, Turn, all_relations, spells};
use super::{ActorIx, Base, Day, Fact, Level, Pair, RelationsAct, Spell, SpellEnd, StatementIx};

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
