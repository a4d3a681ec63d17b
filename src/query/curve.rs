//! How many recognize an actor over time: a count with its doubt, for every day on which it changes.

use std::collections::BTreeSet;

use crate::model::{ActorIx, Band, Base, Day, Key, RecognitionOf, StatementIx, belongs, continuation_days};

/// What is asked about the number of those who recognize an actor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CurveRequest {
    /// Who is recognized.
    pub of: ActorIx,
    /// Only these are counted: the members of an organization or group; `None`: all.
    pub among: Option<ActorIx>,
    /// The first day; `None`: that of the first change.
    pub from: Option<Day>,
    /// The last day, which is in.
    pub to: Day,
}

/// How many recognize an actor from a day on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Count {
    /// The day.
    pub day: Day,
    /// How many certainly do.
    pub certain: usize,
    /// How many can at most: those who certainly or possibly do.
    pub most: usize,
}

/// The answer to a [`CurveRequest`].
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CurveAnswer {
    /// What was asked.
    pub request: CurveRequest,
    /// The counts, each holding until the next; the last until the end of what was asked. Empty when nobody recognizes it.
    pub counts: Vec<Count>,
    /// How many acts of recognition have no date: they are among the certain from the day of the first source that tells of
    /// them, and before that among the most.
    pub undated: usize,
    /// The acts that it rests on.
    pub acts: Vec<StatementIx>,
    /// The day from which the time since independence is counted, by the date that is shown, and the statement.
    pub independence: Option<(Day, StatementIx)>,
}

/// Counts who recognizes an actor, over time.
pub fn curve(base: &Base, request: &CurveRequest) -> CurveAnswer {
    let CurveRequest { of, among, from, to } = *request;
    let acts: Vec<StatementIx> = base.recognitions_of(of).filter(|&ix| base[ix].stands()).collect();
    let recognition = RecognitionOf::of(base, of);
    let days = changes(base, request, &recognition);
    let first = from.or(days.first().copied());
    let mut counts: Vec<Count> = Vec::new();
    for day in first.into_iter().chain(days.into_iter().filter(|day| Some(*day) > first)) {
        let bands = recognition
            .bands(day)
            .into_iter()
            .map(|(by, band)| band.and(among.map_or(Band::Certain, |among| belongs(base, among, by, day))));
        let bands: Vec<Band> = bands.collect();
        let number = |wanted: Band| bands.iter().filter(|band| **band == wanted).count();
        let certain = number(Band::Certain);
        let count = Count { day, certain, most: certain + number(Band::Possible) };
        let same = |last: &Count| (last.certain, last.most) == (count.certain, count.most);
        if !counts.last().is_some_and(same) && (day <= to) {
            counts.push(count);
        }
    }
    // Before the first who recognizes it there is nothing to draw, unless it is asked for.
    if from.is_none() && counts.iter().all(|count| count.most == 0) {
        counts.clear();
    }
    let undated = acts.iter().filter(|&&ix| base[ix].date().is_none()).count();
    CurveAnswer { request: *request, counts, undated, acts, independence: independence(base, of) }
}

/// The days on which the count can change, in order.
fn changes(base: &Base, request: &CurveRequest, recognition: &RecognitionOf) -> BTreeSet<Day> {
    let CurveRequest { among, to, .. } = *request;
    let mut days: BTreeSet<Day> = BTreeSet::new();
    for (_, spell) in recognition.spells() {
        days.extend([spell.earliest, spell.latest]);
        days.extend(spell.end.iter().flat_map(|end| [end.earliest, end.latest]));
    }
    // Before the first day that an act can have there is nothing to count; one without a date bounds nothing.
    let first = days.iter().copied().find(|day| day.bounded().is_some()).unwrap_or(Day::FUTURE);
    let bounds = |ix: StatementIx| {
        let (first, last) = base[ix].ends.bounds();
        [base[ix].begins.earliest, base[ix].begins.latest, first, last]
    };
    // Who continues another takes its place; who joins or leaves a group is counted or isn't.
    days.extend(continuation_days(base));
    if let Some(among) = among {
        days.extend(base.under(Key::MembersOf(among)).flat_map(bounds));
    }
    days.retain(|day| day.bounded().is_some() && (first..=to).contains(day));
    days
}

/// When the last existence on record of an actor began.
fn independence(base: &Base, of: ActorIx) -> Option<(Day, StatementIx)> {
    let existences = base.under(Key::Existence(of)).filter(|&ix| base[ix].stands() && !base[ix].is_denied());
    let dated = existences.filter_map(|ix| Some((base[ix].date()?.earliest().bounded()?, ix)));
    dated.max()
}
