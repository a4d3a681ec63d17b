//! Missions: which acts make one, move it, change its level or end it.

use std::collections::BTreeMap;

use super::relations::all_relations;
use super::spell::{Turning, course, spells};
use super::{
    ActorIx, Base, Course, Date, Day, Fact, Level, May, Pair, RelationsAct, Spell, SpellEnd, State, StatementIx, Turn,
};

/// The missions of a pair, by who sent them and by town; each level is a spell of its own.
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

/// An act on a mission: who sent it, what was done, at which level and in which town.
type Done<'b> = (StatementIx, ActorIx, RelationsAct, Option<Level>, Option<&'b str>);

/// A mission is whose it is, in which town it stands, and whether it is a consulate.
type Seat<'b> = (ActorIx, bool, &'b str);

fn missions_among(base: &Base, pair: Pair, acts: impl Iterator<Item = StatementIx>) -> Vec<(ActorIx, Spell)> {
    let of = |(by, _, acts): (ActorIx, bool, Vec<Turning>)| {
        spells(base, pair.parties(), &acts).into_iter().map(move |spell| (by, unclosed(spell)))
    };
    mission_acts(base, acts).into_iter().flat_map(of).collect()
}

/// The course of each mission of a pair: who sent it, whether it is a consulate, and what became of it.
///
/// Sources tell when a consulate opened, and seldom when it closed: after the last that is recorded of it, it can have closed on any day.
/// What stood before relations were broken, and closed later by the record, may have been closed by the break.
pub fn mission_courses(base: &Base, pair: Pair) -> Vec<(ActorIx, bool, Course)> {
    let breaks: Vec<StatementIx> = base
        .relations_of(pair)
        .filter(|&ix| {
            let ends =
                matches!(base[ix].fact, Fact::Relations { act: RelationsAct::Severed | RelationsAct::Absent, .. });
            ends && base[ix].stands()
        })
        .collect();
    let broken: Vec<Day> = breaks.iter().map(|&ix| base[ix].begins.latest).collect();
    let of = |(by, consulate, acts): (ActorIx, bool, Vec<Turning>)| {
        let course = course(base, pair.parties(), &acts);
        let last = course.stretches.last().and_then(|stretch| stretch.may.last()).and_then(|may| may.by);
        let course = course.with_days(&broken, |day, may| {
            let Some(opened) = may.by.filter(|_| matches!(may.state, State::Holds(_))) else { return vec![may] };
            let shaken = |ix: &StatementIx| {
                base[*ix].begins.latest <= day && base[*ix].begins.earliest >= base[opened].begins.latest
            };
            let closed = May { state: State::Ended, by: breaks.iter().copied().find(shaken).or(may.by) };
            let open = breaks.iter().any(shaken) || consulate && last == may.by;
            if open { vec![may, closed] } else { vec![may] }
        });
        (by, consulate, course)
    };
    mission_acts(base, base.relations_of(pair)).into_iter().map(of).collect()
}

/// The acts of each mission: who sent it, whether it is a consulate, and what was done.
fn mission_acts(base: &Base, acts: impl Iterator<Item = StatementIx>) -> Vec<(ActorIx, bool, Vec<Turning>)> {
    let mut of_missions: Vec<Done> = Vec::new();
    let mut within: Vec<Turning> = Vec::new();
    for ix in acts.filter(|&ix| base[ix].stands()) {
        let Fact::Relations { act, by, level, ref at, .. } = base[ix].fact else { continue };
        match (act, by) {
            (RelationsAct::Severed, _) => within.push((ix, Turn::Breaks)),
            (RelationsAct::Established | RelationsAct::Resumed, _) => within.push((ix, Turn::Returns)),
            (_, Some(by)) if act.is_of_mission() => of_missions.push((ix, by, act, level, at.as_deref())),
            _ => {}
        }
    }
    // What nobody dates is in order by the day on which it is told to stand.
    let told = |ix: StatementIx| base[ix].attested().map(Date::earliest).min().filter(|_| base[ix].date().is_none());
    let days = |ix: StatementIx| told(ix).map_or((base[ix].begins.earliest, base[ix].begins.latest), |day| (day, day));
    of_missions.sort_by_key(|&(ix, ..)| (days(ix), &base[ix].id));
    let mut series: BTreeMap<Seat, Vec<Turning>> = BTreeMap::new();
    let mut towns: BTreeMap<ActorIx, &str> = BTreeMap::new();
    for &(_, by, _, level, at) in of_missions.iter().rev() {
        if let Some(town) = at.filter(|_| level != Some(Level::Consulate)) {
            towns.insert(by, town);
        }
    }
    for (nth, &(ix, by, act, level, at)) in of_missions.iter().enumerate() {
        let consulate = level == Some(Level::Consulate);
        // An act that names no town is done where the mission was, or where it is first told of.
        let known = towns.get(&by).copied().unwrap_or("");
        let town = at.unwrap_or(if consulate || act == RelationsAct::MissionMoved { "" } else { known });
        let turn = match act {
            RelationsAct::MissionClosed | RelationsAct::MissionSuspended => Turn::Ends,
            _ => Turn::Begins(level),
        };
        // What closes in a town of which nothing opened is the mission whose town nobody named.
        let unnamed = turn == Turn::Ends && known.is_empty() && !series.contains_key(&(by, consulate, town));
        let town = if unnamed { "" } else { town };
        let seat = (by, consulate, town);
        match act {
            RelationsAct::MissionMoved if !consulate && town != known => {
                let former = series.entry((by, false, known)).or_default();
                let level = level.or(last_level(former));
                former.push((ix, Turn::Ends));
                series.entry(seat).or_default().push((ix, Turn::Begins(level)));
            }
            _ => series.entry(seat).or_default().push((ix, turn)),
        }
        match act {
            // What is lowered to a consulate is a consulate from then on, and what is raised from one isn't.
            RelationsAct::MissionLowered if consulate => {
                let seat = (by, false, at.unwrap_or(known));
                series.entry(seat).or_default().push((ix, Turn::Ends));
            }
            RelationsAct::MissionRaised if !consulate => {
                series.entry((by, true, town)).and_modify(|acts| acts.push((ix, Turn::Ends)));
            }
            _ => {}
        }
        if !consulate {
            // Where a mission opens after one closed, only its own act tells.
            towns.insert(by, if turn == Turn::Ends { "" } else { town });
            // Who opens a mission in one town has left another, unless something is still told of it there.
            if turn != Turn::Ends && matches!(level, Some(Level::Embassy | Level::Legation)) {
                let told =
                    |town: &str| of_missions[nth + 1..].iter().any(|other| other.1 == by && other.4 == Some(town));
                let left = series.iter_mut().filter(|((of, consulate, at), acts)| {
                    let elsewhere = *of == by && !consulate && *at != town;
                    elsewhere && (last_level(acts) == Some(Level::NonResident) || !told(at))
                });
                let dated = base[ix].date().is_some();
                left.for_each(|(_, acts)| match acts.last() {
                    // Nobody knows when it was left: after it stood there.
                    Some((_, Turn::Begins(_))) if !dated => acts.push((ix, Turn::Ends)),
                    _ if dated => acts.push((ix, Turn::Ceases)),
                    _ => {}
                });
            }
        }
    }
    let mut found = Vec::new();
    for ((by, consulate, _), mut acts) in series {
        if !consulate {
            acts.extend(&within);
        }
        found.push((by, consulate, acts));
    }
    found
}

/// The level of a mission after these acts.
fn last_level(acts: &[Turning]) -> Option<Level> {
    acts.iter().rev().find_map(|(_, turn)| if let Turn::Begins(level) = turn { *level } else { None })
}

/// Sources tell when a consulate opened, and seldom when it closed: without a recorded closing it can have closed on
/// any day since.
fn unclosed(mut spell: Spell) -> Spell {
    if spell.level == Some(Level::Consulate) && spell.end.is_none() {
        spell.end = Some(SpellEnd { by: spell.begun_by, earliest: spell.latest, latest: Day::FUTURE });
    }
    spell
}
