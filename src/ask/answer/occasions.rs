//! Of several occasions of one happening, which leads: the latest whose effect still holds, or else the latest.

use super::occurrences::{Occurrence, occurrences};
use super::told::{dated, on as on_date};
use crate::form::Act;
use crate::model::{
    ActorIx, Band, Base, Capacity, Day, Ends, Fact, Pair, RelationsAct, Spell, StatementIx, force, missions,
    recognition_spells, relations_spells,
};

/// One time that it happened.
#[derive(Debug, Clone)]
pub(super) struct Instance {
    /// What happened: where relations are asked for, that they were resumed may answer, too.
    pub(super) what: Act<ActorIx>,
    /// The record of it.
    pub(super) record: Occurrence,
    /// How surely what it brought about holds today; nothing of what brings about nothing that lasts.
    holds: Option<Band>,
    /// Since when what it brought about holds: acts that found it so are no new beginning.
    since: Day,
    /// That it ended, in words.
    ended: Option<String>,
}

impl Instance {
    /// When, and when it ended.
    pub(super) fn when(&self) -> String {
        match &self.ended {
            Some(ended) => format!("{} (and {ended})", self.record.when),
            None => self.record.when.clone(),
        }
    }
}

/// Every time that it happened: the one that leads, then the others in the order of time.
///
/// Relations that were resumed after a break began anew: that answers when they were established, where nothing holds today
/// that was established.
pub(super) fn occasions(base: &Base, what: &Act<ActorIx>, today: Day) -> Vec<Instance> {
    let mut found = told(base, what, today);
    if let Act::Relations { act: RelationsAct::Established, a, b } = *what
        && !found.iter().any(|one| one.holds.is_some_and(|holds| holds != Band::No))
    {
        found.extend(told(base, &Act::Relations { act: RelationsAct::Resumed, a, b }, today));
        found.sort_by_key(|one| (!one.record.dated, one.record.latest, one.record.earliest, one.record.statement));
    }
    if let Some(lead) = lead(base, &found) {
        found[..=lead].rotate_right(1);
    }
    found
}

/// The record of the occasion that leads.
pub(super) fn leading(base: &Base, what: &Act<ActorIx>, today: Day) -> Option<Occurrence> {
    let found = told(base, what, today);
    lead(base, &found).map(|at| found[at].record.clone())
}

fn told(base: &Base, what: &Act<ActorIx>, today: Day) -> Vec<Instance> {
    let lasting = StateOccasion::of(base, what, today);
    occurrences(base, what, today)
        .into_iter()
        .map(|record| {
            let (holds, since, ended) = lasting.brought_about(base, &record, today);
            Instance { what: what.clone(), record, holds, since, ended }
        })
        .collect()
}

/// Which of them leads; they are in the order of time, those without a date last.
fn lead(base: &Base, found: &[Instance]) -> Option<usize> {
    // Recognition of a state comes before that of its government.
    let of_state = |one: &Instance| match base[one.record.statement].fact {
        Fact::Recognition { capacity, .. } => capacity == Capacity::State,
        _ => true,
    };
    let ranked = |holds: Band| {
        let at = (0..found.len()).filter(|&at| found[at].holds == Some(holds));
        let latest = at.clone().map(|at| (of_state(&found[at]), found[at].since)).max()?;
        // What holds was begun by the first act within it.
        at.clone().find(|&at| (of_state(&found[at]), found[at].since) == latest)
    };
    // What brings about nothing that lasts has no effect to compare; of the same kind the dated ones come first.
    let dated = found.iter().rposition(|one| one.record.dated);
    ranked(Band::Certain).or_else(|| ranked(Band::Possible)).or(dated).or_else(|| (!found.is_empty()).then_some(0))
}

/// The times during which there is what a happening brings about.
enum StateOccasion {
    /// From the one act to the other.
    Spells(Vec<Spell>),
    /// As long as the treaty is in force for the party.
    Forces(Vec<(StatementIx, Day, Day)>),
    /// As long as the statement says.
    Statement,
    /// It is done at once.
    Nothing,
}

impl StateOccasion {
    fn of(base: &Base, what: &Act<ActorIx>, today: Day) -> Self {
        match *what {
            Act::Recognized { by, of, .. } => Self::Spells(recognition_spells(base, by, of)),
            Act::Relations { act: RelationsAct::Established | RelationsAct::Resumed, a, b } => {
                Self::Spells(Pair::new(a, b).map(|pair| relations_spells(base, pair)).unwrap_or_default())
            }
            Act::Mission { act: RelationsAct::MissionOpened, of, at, .. } => {
                let all = Pair::new(of, at).map(|pair| missions(base, pair)).unwrap_or_default();
                Self::Spells(all.into_iter().filter(|(by, _)| *by == of).map(|(_, spell)| spell).collect())
            }
            Act::Joined { .. } | Act::Backed { .. } | Act::Began { actor: _ } => Self::Statement,
            Act::Acted { act, party, treaty } if act.is_none_or(crate::model::TreatyAct::is_consent) => {
                let forces = force(base, treaty, party, today).into_iter();
                let possible = |force: &crate::model::Force| force.period.possible();
                Self::Forces(forces.map(|one| (one.begun_by, possible(&one).0, possible(&one).1)).collect())
            }
            _ => Self::Nothing,
        }
    }

    /// How surely what an act brought about holds, since when, and that it ended.
    fn brought_about(&self, base: &Base, record: &Occurrence, today: Day) -> (Option<Band>, Day, Option<String>) {
        let act = record.statement;
        match self {
            Self::Nothing => (None, Day::PAST, None),
            Self::Statement => {
                let statement = &base[act];
                let ended = match &statement.ends {
                    Ends::At(when) => Some(match &when.shown {
                        Some(date) => format!("ended {}", on_date(date)),
                        None => "ended".to_owned(),
                    }),
                    _ => None,
                };
                (Some(statement.holds(today)), statement.begins.latest, ended)
            }
            Self::Forces(forces) => {
                let own = forces.iter().find(|(begun_by, ..)| *begun_by == act);
                let within = || forces.iter().rfind(|(_, _, until)| record.earliest < *until);
                match own.or_else(within) {
                    Some(&(_, from, until)) if until > today => (Some(Band::Certain), from, None),
                    Some(&(_, from, _)) => (Some(Band::No), from, Some("ended".to_owned())),
                    None => (Some(Band::No), Day::PAST, None),
                }
            }
            Self::Spells(spells) => {
                let capacity = |ix: StatementIx| match base[ix].fact {
                    Fact::Recognition { capacity, .. } => Some(capacity),
                    _ => None,
                };
                let alike = |spell: &&Spell| capacity(spell.begun_by) == capacity(act);
                let meets = |spell: &&Spell| {
                    let (from, until) = spell.possible();
                    from <= record.latest && record.earliest < until && record.dated
                };
                // A level that changed is a spell of its own: the last that an act began tells what has become of it.
                let own = spells.iter().filter(alike).rfind(|spell| spell.begun_by == act);
                let Some(spell) = own.or_else(|| spells.iter().filter(alike).rfind(meets)) else {
                    return (Some(Band::No), Day::PAST, None);
                };
                let ended = spell.end.as_ref().filter(|end| end.earliest <= today).map(|end| {
                    let by = &base[end.by];
                    let told = end.by != spell.begun_by && !by.fact.lasts() && by.date().is_some();
                    if told { format!("ended {}", dated(by)) } else { "ended".to_owned() }
                });
                let holds = spell.holds(today);
                (Some(holds), spell.latest, ended.filter(|_| holds == Band::No))
            }
        }
    }
}
