//! The relations of a pair: their history, and their state on a day in two bands.

use std::collections::BTreeSet;

use super::recognitions::existence;
use crate::model::{
    ActorIx, Band, Base, Capacity, Day, Fact, Key, Level, Pair, RecognitionAct, RelationsAct, Spell, StatementIx,
    Status, absences_of, end_of, missions, recognition_spells,
};

/// What is asked about a pair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RelationsRequest {
    /// The two parties, in the order of the question.
    pub parties: [ActorIx; 2],
    /// The pair of them.
    pub pair: Pair,
    /// The day whose state is asked for; `None`: the whole history, with today's state.
    pub on: Option<Day>,
    /// The day that counts as today.
    pub today: Day,
}

/// The status of a pair on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatusOn {
    /// The day.
    pub day: Day,
    /// The status, when only one is possible.
    pub certain: Option<Status>,
    /// Every status that is possible; empty when nothing on the pair is recorded.
    pub possible: Vec<Status>,
}

/// One actor recognizes the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mutual {
    /// Who recognizes.
    pub by: ActorIx,
    /// Whom.
    pub of: ActorIx,
    /// How sure that is; never [`Band::No`].
    pub band: Band,
    /// The act.
    pub statement: StatementIx,
}

/// A mission on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mission {
    /// Who sent it.
    pub of: ActorIx,
    /// Where it is.
    pub at: ActorIx,
    /// Its level; `None` when no source names it.
    pub level: Option<Level>,
    /// How sure that is; never [`Band::No`].
    pub band: Band,
    /// The act that opened it, or gave it its level.
    pub statement: StatementIx,
}

/// The answer to a [`RelationsRequest`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RelationsAnswer {
    /// What was asked.
    pub request: RelationsRequest,
    /// The status on the day, or today.
    pub status: StatusOn,
    /// Recognition on the day, or today.
    pub recognition: Vec<Mutual>,
    /// Recognition that is certainly or possibly withheld on the day, or today.
    pub withheld: Vec<Mutual>,
    /// Missions on the day, or today.
    pub missions: Vec<Mission>,
    /// Everything that is recorded, in the order of time.
    pub history: Vec<StatementIx>,
}

/// Answers about the relations of a pair.
pub fn relations(base: &Base, request: &RelationsRequest) -> RelationsAnswer {
    let RelationsRequest { parties: [a, b], pair, on, today } = *request;
    let day = on.unwrap_or(today);
    let directions = [(a, b), (b, a)];
    let recognition = directions.into_iter().filter_map(|(by, of)| recognized(base, by, of, day)).collect::<Vec<_>>();
    let withheld = directions.into_iter().flat_map(|(by, of)| withheld(base, by, of, day)).collect();
    let mut history: Vec<StatementIx> = base.relations_of(pair).chain(recognition_acts(base, pair)).collect();
    history.sort_by_key(|&ix| {
        let statement = &base[ix];
        let when = &statement.begins;
        // What is recognized on the day on which relations begin comes first.
        let rank = u8::from(matches!(statement.fact, Fact::Relations { .. }));
        (statement.date().is_none(), when.earliest, when.latest, rank, ix)
    });
    RelationsAnswer {
        request: request.clone(),
        status: StatusOn { day, ..status(base, pair, day, today, &recognition, &history) },
        missions: missions_on(base, pair, day),
        recognition,
        withheld,
        history,
    }
}

/// The acts by which either party recognizes the other, withdraws or withholds that.
fn recognition_acts(base: &Base, pair: Pair) -> impl Iterator<Item = StatementIx> {
    pair.parties().into_iter().flat_map(move |of| {
        base.recognitions_of(of)
            .filter(move |&ix| matches!(base[ix].fact, Fact::Recognition { by, .. } if by == pair.other(of)))
    })
}

fn recognized(base: &Base, by: ActorIx, of: ActorIx, day: Day) -> Option<Mutual> {
    // What is refused on a day isn't certainly given on it. Who refuses to recognize a government may well recognize
    // the state; who doesn't recognize the state recognizes no government of it.
    let refused = withheld(base, by, of, day);
    let limit = |spell: &Spell| {
        let given = base[spell.begun_by].fact.capacity();
        let denies = |refusal: &Mutual| {
            let refused = base[refusal.statement].fact.capacity();
            refused == Some(Capacity::State) || refused == given
        };
        if refused.iter().any(denies) { Band::Possible } else { Band::Certain }
    };
    recognition_spells(base, by, of)
        .into_iter()
        .map(|spell| Mutual { by, of, band: spell.holds(day).and(limit(&spell)), statement: spell.begun_by })
        .filter(|mutual| mutual.band != Band::No)
        .max_by_key(|mutual| mutual.band)
}

fn withheld(base: &Base, by: ActorIx, of: ActorIx, day: Day) -> Vec<Mutual> {
    base.recognitions_of(of)
        .filter(|&ix| {
            let statement = &base[ix];
            let withheld =
                matches!(statement.fact, Fact::Recognition { by: who, act: RecognitionAct::Withheld, .. } if who == by);
            withheld && statement.stands()
        })
        .map(|statement| Mutual { by, of, band: base[statement].holds(day), statement })
        .filter(|mutual| mutual.band != Band::No)
        .collect()
}

/// A consulate or a section outlasts broken relations only as far as a source says so: from then on it is possible, not
/// certain.
fn missions_on(base: &Base, pair: Pair, day: Day) -> Vec<Mission> {
    let broken = |since: Day| {
        base.relations_of(pair).any(|ix| {
            let statement = &base[ix];
            let ends =
                matches!(statement.fact, Fact::Relations { act: RelationsAct::Severed | RelationsAct::Absent, .. });
            ends && statement.stands()
                && statement.begins.by(day) == Band::Certain
                && statement.begins.earliest >= since
        })
    };
    let mut found: Vec<Mission> = missions(base, pair)
        .into_iter()
        .map(|(of, spell)| {
            let mut band = spell.holds(day);
            if band == Band::Certain && broken(spell.latest) {
                band = Band::Possible;
            }
            Mission { of, at: pair.other(of), level: spell.level, band, statement: spell.begun_by }
        })
        .filter(|mission| mission.band != Band::No)
        .collect();
    found.sort_by_key(|mission| (&base[mission.of].id, mission.level, mission.statement));
    found
}

/// An act that changes the status, as far as its day is known.
struct Change {
    earliest: Day,
    latest: Day,
    to: Status,
    sure: bool,
}

fn status(base: &Base, pair: Pair, day: Day, today: Day, recognition: &[Mutual], history: &[StatementIx]) -> StatusOn {
    let changes = changes(base, pair, today);
    let mut possible: BTreeSet<Status> = BTreeSet::new();
    // Whether there can be no relations, with or without recognition.
    let mut without = false;
    for (at, change) in changes.iter().enumerate() {
        let can_be_last = change.earliest <= day
            && !changes.iter().enumerate().any(|(other_at, other)| {
                // Of two acts on one day, the later one in the file is the later one.
                let after = other.earliest > change.latest.min(day)
                    || (other.earliest == change.latest.min(day) && other.earliest == other.latest && other_at > at);
                other_at != at && other.sure && other.latest <= day && after
            });
        match change.to {
            Status::None => without |= can_be_last,
            to if can_be_last => drop(possible.insert(to)),
            _ => {}
        }
    }
    let certainly_changed = changes.iter().any(|change| change.sure && change.latest <= day);
    if (without || !certainly_changed) && !history.is_empty() {
        match recognition.iter().map(|mutual| mutual.band).max() {
            Some(Band::Certain) => {
                possible.insert(Status::Recognized);
            }
            Some(_) => possible.extend([Status::None, Status::Recognized]),
            None => {
                possible.insert(Status::None);
            }
        }
        // What was broken off or resumed had been established before, even where no act of that is recorded.
        let first = changes.iter().find(|change| change.to != Status::None);
        if !certainly_changed && first.is_some_and(|first| is_break(first.to)) {
            possible.insert(Status::Established);
        }
    }
    // Where nothing about relations is recorded, recognition may have led to them; a refusal to recognize hasn't.
    let refused = pair
        .parties()
        .into_iter()
        .any(|of| withheld(base, pair.other(of), of, day).iter().any(|refusal| refusal.band == Band::Certain));
    if changes.is_empty() && possible.contains(&Status::Recognized) && !refused {
        possible.insert(Status::Established);
    }
    // What lasted before one of them was gone for a time may have rested.
    let gone = |party: ActorIx| absences_of(base, party).iter().any(|gap| gap.from <= day && day < gap.to);
    if !possible.is_empty() && pair.parties().into_iter().any(gone) {
        possible.insert(Status::None);
    }
    let possible: Vec<Status> = possible.into_iter().collect();
    let certain = if let [status] = possible[..] { Some(status) } else { None };
    StatusOn { day, certain, possible }
}

fn is_break(status: Status) -> bool {
    matches!(status, Status::Suspended | Status::Severed)
}

/// The acts that change the status, in the order of time.
fn changes(base: &Base, pair: Pair, today: Day) -> Vec<Change> {
    // There are no relations before both exist.
    let since = pair.parties().into_iter().map(|party| existence(base, party)).max().unwrap_or(Day::PAST);
    let mut found: Vec<(Change, StatementIx)> = Vec::new();
    for ix in base.under(Key::Relations(pair)).filter(|&ix| base[ix].stands()) {
        let statement = &base[ix];
        let to = match statement.fact {
            Fact::Relations { act: RelationsAct::Established | RelationsAct::Resumed, .. } => Status::Established,
            Fact::Relations { act: RelationsAct::Suspended, .. } => Status::Suspended,
            Fact::Relations { act: RelationsAct::Severed, .. } => Status::Severed,
            // There are none, with or without recognition.
            Fact::Relations { act: RelationsAct::Absent, .. } => Status::None,
            _ => continue,
        };
        // What is recorded has happened, even when its day isn't known.
        let (earliest, latest) = match statement.date() {
            Some(_) => (statement.begins.earliest, statement.begins.latest),
            None => (since.min(today), today),
        };
        found.push((Change { earliest, latest, to, sure: !statement.is_denied() }, ix));
    }
    let established = found.iter().any(|(change, _)| change.to == Status::Established);
    if !established && let Some((opened, ix)) = first_envoy(base, pair) {
        // Envoys are exchanged within relations, even where no act of establishing them is recorded.
        let broken = found.iter().map(|(change, _)| change.latest).filter(|day| *day < opened).max();
        let earliest = broken.map_or(since, |day| day.plus(1)).min(opened);
        found.push((Change { earliest, latest: opened, to: Status::Established, sure: true }, ix));
    }
    // What is broken off or resumed was established before: that bounds an establishment without a date.
    let first_break = found.iter().filter(|(change, _)| is_break(change.to)).map(|(change, _)| change.latest).min();
    for (change, ix) in &mut found {
        if base[*ix].date().is_none() && change.to == Status::Established {
            change.latest = change.latest.min(first_break.unwrap_or(Day::FUTURE)).max(change.earliest);
        }
    }
    // Nothing outlasts its parties.
    let begun = found.iter().map(|(change, _)| change.earliest).min();
    for end in begun.into_iter().flat_map(|begun| pair.parties().map(|party| end_of(base, party, begun))).flatten() {
        let change = Change { earliest: end.earliest, latest: end.latest, to: Status::None, sure: true };
        found.push((change, end.by));
    }
    found.sort_by_key(|(change, ix)| (change.earliest, change.latest, *ix));
    found.into_iter().map(|(change, _)| change).collect()
}

/// The first mission of a level that only relations allow, and the day by which it certainly was there.
fn first_envoy(base: &Base, pair: Pair) -> Option<(Day, StatementIx)> {
    let envoys = base.under(Key::Relations(pair)).filter(|&ix| {
        let statement = &base[ix];
        let is_envoy = matches!(
            statement.fact,
            Fact::Relations {
                act:
                    RelationsAct::MissionOpened
                    | RelationsAct::MissionRaised
                    | RelationsAct::MissionLowered
                    | RelationsAct::MissionMoved,
                level: Some(level),
                ..
            } if level.needs_relations()
        );
        is_envoy && statement.stands() && !statement.is_denied() && statement.date().is_some()
    });
    envoys.map(|ix| (base[ix].begins.latest, ix)).min()
}
