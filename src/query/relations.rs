//! The relations of a pair: their history, and their state on a day in two bands.

use std::collections::{BTreeMap, BTreeSet};

use super::matches::one;
use crate::form::{self, Set, Slot};
use crate::model::{
    ActorIx, AsOf, Band, Base, Course, Day, Fact, Level, Matter, Pair, RecognitionAct, RelationsAct, Said, State,
    StatementIx, Status, absences_of, agreed_course, continues, known, lowered_course, mission_courses,
    relations_course,
};

/// What is asked about a pair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RelationsRequest {
    parties: [ActorIx; 2],
    pair: Pair,
    /// The day whose state is asked for; `None`: the whole history, with today's state.
    pub on: Option<Day>,
    /// The day that counts as today.
    pub today: Day,
}

impl RelationsRequest {
    /// The whole history of two, with today's state; `None` where both are the same.
    pub fn between(one: ActorIx, other: ActorIx, today: Day) -> Option<Self> {
        Pair::new(one, other).map(|pair| Self { parties: [one, other], pair, on: None, today })
    }

    /// The same of a pair, in the order of their handles.
    pub fn of(pair: Pair, today: Day) -> Self {
        Self { parties: pair.parties(), pair, on: None, today }
    }

    /// With the state on this day.
    #[must_use]
    pub fn on(self, day: impl Into<Option<Day>>) -> Self {
        Self { on: day.into(), ..self }
    }

    /// The two parties, in the order of the question.
    pub fn parties(&self) -> [ActorIx; 2] {
        self.parties
    }

    /// The pair of them.
    pub fn pair(&self) -> Pair {
        self.pair
    }

    /// What it asks about.
    pub fn matters(&self) -> Vec<Matter> {
        let [one, other] = self.parties;
        vec![
            Matter::RelationsBetween(self.pair),
            Matter::MissionsBetween(self.pair),
            Matter::RecognitionsBetween(one, other),
            Matter::RecognitionsBetween(other, one),
        ]
    }
}

/// The status of a pair on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct StatusOn {
    /// The day.
    pub day: Day,
    /// The status, when only one is possible.
    pub certain: Option<Status>,
    /// Every status that is possible; empty when nothing on the pair is recorded.
    pub possible: Vec<Status>,
    /// Whether the record doesn't reach the day, so that the status is presumed from the last that is recorded.
    pub presumed: bool,
    /// Whether there are relations. Where only recognition is on record nothing is recorded of them, and the status may yet be that.
    pub related: Said,
}

/// One actor recognizes the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Mutual {
    /// Who recognizes.
    pub by: ActorIx,
    /// Whom.
    pub of: ActorIx,
    /// How sure that is; never [`Band::No`].
    pub band: Band,
    /// Whether the record doesn't reach the day.
    pub presumed: bool,
    /// The act.
    pub statement: StatementIx,
}

/// A mission on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Mission {
    /// Who sent it.
    pub of: ActorIx,
    /// Where it is.
    pub at: ActorIx,
    /// Its level; `None` when no source names it.
    pub level: Option<Level>,
    /// How sure that is; never [`Band::No`].
    pub band: Band,
    /// Whether the record doesn't reach the day.
    pub presumed: bool,
    /// The act that opened it, or gave it its level.
    pub statement: StatementIx,
}

/// What relations were lowered or agreed by, on a day on which nothing has undone it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Lowered {
    /// How sure that is; never [`Band::No`].
    pub band: Band,
    /// Whether the record doesn't reach the day.
    pub presumed: bool,
    /// The act.
    pub statement: StatementIx,
}

/// The answer to a [`RelationsRequest`].
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
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
    /// The acts by which relations stand lower, or are only agreed, on the day, or today.
    pub level: Vec<Lowered>,
    /// Everything that is recorded, in the order of time.
    pub history: Vec<StatementIx>,
}

/// Answers about the relations of a pair.
pub fn relations(base: &Base, request: &RelationsRequest) -> RelationsAnswer {
    let RelationsRequest { parties: [a, b], pair, on, today } = *request;
    let day = on.unwrap_or(today);
    let asked = AsOf::of(day, today);
    let directions = [(a, b), (b, a)];
    let recognition = directions.into_iter().filter_map(|(by, of)| recognized(base, by, of, asked)).collect::<Vec<_>>();
    let withheld = directions.into_iter().flat_map(|(by, of)| withheld(base, by, of, asked)).collect();
    // What passed to one of them from whom it continues belongs to their history.
    let before = pairs_before(base, pair);
    let mut history: Vec<StatementIx> = std::iter::once(pair)
        .chain(before)
        .flat_map(|pair| base.relations_of(pair).chain(recognition_acts(base, pair)))
        .collect();
    history.sort_by_key(|&ix| {
        let statement = &base[ix];
        let when = &statement.begins;
        // What is recognized on the day on which relations begin comes first.
        let rank = u8::from(matches!(statement.fact, Fact::Relations { .. }));
        (statement.date().is_none(), when.earliest, when.latest, rank, ix)
    });
    RelationsAnswer {
        request: request.clone(),
        status: status(base, pair, asked, &recognition, &history),
        missions: missions_on(base, pair, asked),
        level: level(base, pair, asked),
        recognition,
        withheld,
        history,
    }
}

/// The pairs of those whom the parties continue.
fn pairs_before(base: &Base, pair: Pair) -> Vec<Pair> {
    let [one, other] = pair.parties();
    let with = |of: ActorIx, with: ActorIx| continues(base, of).into_iter().filter_map(move |was| Pair::new(was, with));
    with(one, other).chain(with(other, one)).collect()
}

/// The acts by which either party recognizes the other, withdraws or withholds that.
fn recognition_acts(base: &Base, pair: Pair) -> impl Iterator<Item = StatementIx> {
    pair.parties().into_iter().flat_map(move |of| {
        base.recognitions_of(of)
            .filter(move |&ix| matches!(base[ix].fact, Fact::Recognition { by, .. } if by == pair.other(of)))
    })
}

/// The recognition of one by the other by an act on record.
fn recognized(base: &Base, by: ActorIx, of: ActorIx, asked: AsOf) -> Option<Mutual> {
    let who = Set::Anybody;
    let state = form::State::Recognizes { by: Slot::Asked(who.clone()), of: Slot::Is(of) };
    let found = one(base, (&state, &who), by, asked)?;
    let given = |ix: &StatementIx| matches!(base[*ix].fact, Fact::Recognition { act: RecognitionAct::Recognized, .. });
    // Of several acts by which it holds, the last is told.
    let statement = found.by.iter().copied().rfind(given)?;
    let (band, presumed) = (found.said.band(), found.said == Said::Presumably);
    Some(Mutual { by, of, band, presumed, statement })
}

fn withheld(base: &Base, by: ActorIx, of: ActorIx, asked: AsOf) -> Vec<Mutual> {
    base.recognitions_of(of)
        .filter(|&ix| {
            let statement = &base[ix];
            let withheld =
                matches!(statement.fact, Fact::Recognition { by: who, act: RecognitionAct::Withheld, .. } if who == by);
            withheld && statement.stands()
        })
        .map(|statement| {
            let course = Course::of_statements(base, [statement]);
            let found = known(base, &course, &[by, of], Matter::RecognitionsBetween(by, of), asked);
            Mutual { by, of, band: base[statement].holds(asked.day), presumed: found.said.is_presumed(), statement }
        })
        .filter(|mutual| mutual.band != Band::No)
        .collect()
}

/// The missions that stand on a day, or may: of one whose level nobody tells for sure, each that it can have.
fn missions_on(base: &Base, pair: Pair, asked: AsOf) -> Vec<Mission> {
    let mut found: Vec<Mission> = Vec::new();
    for (of, _, course) in mission_courses(base, pair) {
        let said = known(base, &course, &pair.parties(), Matter::MissionsBetween(pair), asked).said;
        let mut by_level: BTreeMap<Option<Level>, StatementIx> = BTreeMap::new();
        for may in course.on(asked.day) {
            if let (State::Holds(level), Some(by)) = (may.state, may.by) {
                let own = by_level.entry(level).or_insert(by);
                if base[*own].in_time() < base[by].in_time() {
                    *own = by;
                }
            }
        }
        let sure = by_level.len() == 1;
        found.extend(by_level.into_iter().map(|(level, statement)| Mission {
            of,
            at: pair.other(of),
            level,
            band: if sure { said.band() } else { said.band().and(Band::Possible) },
            presumed: sure && said.is_presumed(),
            statement,
        }));
    }
    found.retain(|mission| mission.band != Band::No);
    found.sort_by_key(|mission| (&base[mission.of].id, mission.level, mission.statement));
    found
}

/// Of several acts that lowered relations, the last that was done by the day.
fn level(base: &Base, pair: Pair, asked: AsOf) -> Vec<Lowered> {
    let acts = |wanted: &'static [RelationsAct]| {
        base.relations_of(pair).filter(move |&ix| {
            matches!(base[ix].fact, Fact::Relations { act, .. } if wanted.contains(&act)) && base[ix].stands()
        })
    };
    let of = |course: Course, wanted: &'static [RelationsAct]| {
        let found = known(base, &course, &pair.parties(), Matter::RelationsBetween(pair), asked);
        let states: Vec<Option<bool>> = course.on(asked.day).iter().map(|may| may.state.holds()).collect();
        if !states.contains(&Some(true)) {
            return None;
        }
        let sure = states.iter().all(|state| *state == Some(true));
        let done = acts(wanted).filter(|&ix| base[ix].begins.by(asked.day) != Band::No);
        let statement = done.max_by_key(|&ix| (base[ix].begins.earliest, base[ix].begins.latest, ix))?;
        let band = if sure { Band::Certain } else { Band::Possible };
        Some(Lowered { band, presumed: found.said.is_presumed(), statement })
    };
    let lowered = of(lowered_course(base, pair), &[RelationsAct::Downgraded, RelationsAct::Recalled]);
    let agreed = of(agreed_course(base, pair), &[RelationsAct::Agreed]);
    lowered.into_iter().chain(agreed).collect()
}

/// The status by the course of relations; where there are none, by recognition.
fn status(base: &Base, pair: Pair, asked: AsOf, recognition: &[Mutual], history: &[StatementIx]) -> StatusOn {
    let day = asked.day;
    let course = relations_course(base, pair);
    let mut possible: BTreeSet<Status> = BTreeSet::new();
    // Whether there can be no relations, with or without recognition.
    let mut without = false;
    for may in course.on(day) {
        match may.state {
            State::Holds(_) | State::Implied => drop(possible.insert(Status::Established)),
            State::Unrecorded => {
                possible.insert(Status::Established);
                without = true;
            }
            State::Suspended => drop(possible.insert(Status::Suspended)),
            State::Ended | State::Lapsed => match may.by.map(|by| &base[by].fact) {
                Some(Fact::Relations { act: RelationsAct::Severed, .. }) => drop(possible.insert(Status::Severed)),
                _ => without = true,
            },
            State::Never | State::Gone => without = true,
        }
    }
    if without && !history.is_empty() {
        match recognition.iter().map(|mutual| mutual.band).max() {
            Some(Band::Certain) => drop(possible.insert(Status::Recognized)),
            Some(_) => possible.extend([Status::None, Status::Recognized]),
            None => drop(possible.insert(Status::None)),
        }
    }
    if history.is_empty() {
        possible.clear();
    }
    // Where nothing about relations is recorded, recognition may have led to them; a refusal to recognize hasn't.
    let refused = pair
        .parties()
        .into_iter()
        .any(|of| withheld(base, pair.other(of), of, asked).iter().any(|refusal| refusal.band == Band::Certain));
    // Of nothing but envoys recalled or consulates, too, nothing is recorded of relations.
    let unrecorded = course.stretches.iter().all(|stretch| stretch.may.iter().all(|may| may.state == State::Never));
    let found = known(base, &course, &pair.parties(), Matter::RelationsBetween(pair), asked);
    let acted = history
        .iter()
        .any(|&ix| matches!(base[ix].fact, Fact::Relations { .. }) && base[ix].begins.by(day) != Band::No);
    let silent = acted && found.said == Said::NotRecorded;
    let told = possible.contains(&Status::Recognized) || silent && !possible.is_empty();
    if unrecorded && told && !refused {
        possible.insert(Status::Established);
    }
    // What lasted before one of them was gone for a time may have rested.
    let gone = |party: ActorIx| absences_of(base, party).iter().any(|gap| gap.from <= day && day < gap.to);
    if !possible.is_empty() && pair.parties().into_iter().any(gone) {
        possible.insert(Status::None);
    }
    let possible: Vec<Status> = possible.into_iter().collect();
    let certain = if let [status] = possible[..] { Some(status) } else { None };
    StatusOn { day, certain, possible, presumed: found.said.is_presumed(), related: found.said }
}
