//! Everything that holds on a day, in two bands; and what changed from one day to another.

use std::collections::BTreeMap;

use super::matches::{StateOnDay, Things};
use crate::model::{ActorIx, AsOf, Band, Base, Closed, Day, Kind, Lasting, Matter, Thing};

/// What is asked about a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SnapshotRequest {
    /// The day.
    pub day: Day,
    /// Only what concerns this actor.
    pub actor: Option<ActorIx>,
    /// Only what rests on statements of this kind.
    pub kind: Option<Kind>,
    /// The day that counts as today.
    pub today: Day,
}

/// What is asked about two days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DiffRequest {
    /// The earlier day.
    pub from: Day,
    /// The later day.
    pub to: Day,
    /// Only what concerns this actor.
    pub actor: Option<ActorIx>,
    /// Only what concerns this one, too.
    pub with: Option<ActorIx>,
    /// The day that counts as today.
    pub today: Day,
}

/// The answer to a [`SnapshotRequest`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SnapshotAnswer {
    /// What was asked.
    pub request: SnapshotRequest,
    /// What certainly or possibly holds, in the order of things.
    pub held: Vec<StateOnDay>,
}

/// How far the record reaches of what holds, by kind: of how many it reaches the day, and when the record of the others ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reached {
    /// The kind of what holds.
    pub kind: Kind,
    /// How many hold, as far as dates are known.
    pub all: usize,
    /// Of how many of them the record reaches the day.
    pub reached: usize,
    /// The first and the last day on which scopes of the others end; `None` where none of them has one.
    pub ends: Option<(Day, Day)>,
}

impl Reached {
    /// "Record of treaty: 3 of 52 reach 31 December 2020; the others end from 1 July 2014 to 1 March 2015."
    pub fn in_words(&self, day: Day) -> String {
        let Self { kind, all, reached, ends } = self;
        let others = match ends {
            _ if reached == all => String::new(),
            None => "; of the others no scope tells when they end".to_owned(),
            Some((from, to)) if from == to => format!("; scopes of the others end on {}", from.in_words()),
            Some((from, to)) => format!("; scopes of the others end from {} to {}", from.in_words(), to.in_words()),
        };
        format!("Record of {kind}: {reached} of {all} reach {}{others}.", day.in_words())
    }
}

/// How far the record reaches of all this, by kind.
pub fn reached(base: &Base, held: &[StateOnDay], asked: AsOf) -> Vec<Reached> {
    let of = |kind: Kind| {
        let own: Vec<&StateOnDay> =
            held.iter().filter(|one| one.thing.kind() == kind && one.band == Band::Certain).collect();
        let presumed = own.iter().filter(|one| one.presumed);
        let matter = |one: &&&StateOnDay| match one.thing {
            Thing::Treaty(treaty, party) => Some(Matter::Party(treaty, party)),
            _ => Matter::of(&base[one.statement].fact),
        };
        let ends: Vec<Day> = presumed
            .clone()
            .filter_map(|one| base.scope_for(matter(&one)?, asked))
            .map(|(index, _)| base.scopes[index].last())
            .collect();
        let ends = ends.iter().min().copied().zip(ends.iter().max().copied());
        (!own.is_empty()).then(|| Reached { kind, all: own.len(), reached: own.len() - presumed.count(), ends })
    };
    Kind::ALL.iter().filter(|kind| **kind != Kind::Existence).filter_map(|&kind| of(kind)).collect()
}

/// Something that holds on both days, and not in the same way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Changed {
    /// As it was.
    pub from: StateOnDay,
    /// As it is.
    pub to: StateOnDay,
}

/// The answer to a [`DiffRequest`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DiffAnswer {
    /// What was asked.
    pub request: DiffRequest,
    /// What holds on the later day only.
    pub new: Vec<StateOnDay>,
    /// What held on the earlier day only.
    pub ended: Vec<StateOnDay>,
    /// What rests on another act, or is more or less sure.
    pub changed: Vec<Changed>,
    /// How far the record reaches of what holds on the later day, or held on the earlier.
    pub reached: Vec<Reached>,
}

/// Finds what holds on a day.
pub fn snapshot(base: &Base, request: &SnapshotRequest) -> SnapshotAnswer {
    let SnapshotRequest { day, actor, kind, today } = *request;
    let things = Things::of(base, actor.as_slice(), kind, today);
    SnapshotAnswer { request: *request, held: things.on(base, AsOf::of(day, today)).into_values().collect() }
}

/// Finds what changed between two days.
pub fn diff(base: &Base, request: &DiffRequest) -> DiffAnswer {
    let actors: Vec<ActorIx> = request.actor.into_iter().chain(request.with).collect();
    let things = Things::of(base, &actors, None, request.today);
    let [before, after] = [request.from, request.to].map(|day| AsOf::of(day, request.today));
    // Of the whole world it is told of what changed alone.
    let [was, is] = match request.actor {
        Some(_) => [before, after].map(|asked| things.on(base, asked)),
        None => things.on_either(base, [before, after]),
    };
    let only = |here: &Holdings, there: &Holdings| -> Vec<StateOnDay> {
        here.iter().filter(|(thing, _)| !there.contains_key(thing)).map(|(_, held)| *held).collect()
    };
    // What changed its form in between was ended by what ended its last form.
    let last = |thing: Thing| {
        let begun = |form: &Lasting| form.period.possible().0;
        let forms = things.forms(thing).filter(|form| begun(form) < request.to);
        forms.max_by_key(|form| begun(form)).and_then(|form| form.ended_by)
    };
    let new = only(&is, &was);
    let mut ended = only(&was, &is);
    ended.iter_mut().for_each(|held| held.ended_by = last(held.thing));
    let both = was.iter().filter_map(|(thing, from)| Some((from, is.get(thing)?)));
    let changed: Vec<Changed> = both
        .filter(|(from, to)| from.statement != to.statement || from.band != to.band)
        .map(|(from, to)| Changed { from: *from, to: *to })
        .collect();
    let all_held: Vec<StateOnDay> = match request.actor {
        Some(_) => is.values().chain(&ended).copied().collect(),
        None => new.iter().chain(&ended).chain(changed.iter().map(|one| &one.to)).copied().collect(),
    };
    let reached = reached(base, &all_held, after);
    DiffAnswer { request: *request, new, ended, changed, reached }
}

/// What holds.
type Holdings = BTreeMap<Thing, StateOnDay>;
