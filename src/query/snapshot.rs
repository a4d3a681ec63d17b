//! Everything that holds on a day, in two bands; and what changed from one day to another.

use std::collections::BTreeMap;

use crate::model::{ActorIx, Band, Base, Day, Kind, Lasting, StatementIx, Thing, lasting};

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

/// Something that holds on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    /// What it is.
    pub thing: Thing,
    /// The statement that lasts, or the act that began it.
    pub statement: StatementIx,
    /// How sure that is; never [`Band::No`].
    pub band: Band,
    /// The act that ended it, or will, if one is recorded.
    pub ended_by: Option<StatementIx>,
}

/// The answer to a [`SnapshotRequest`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SnapshotAnswer {
    /// What was asked.
    pub request: SnapshotRequest,
    /// What certainly or possibly holds, in the order of things.
    pub held: Vec<Held>,
}

/// Something that holds on both days, and not in the same way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Changed {
    /// As it was.
    pub from: Held,
    /// As it is.
    pub to: Held,
}

/// The answer to a [`DiffRequest`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DiffAnswer {
    /// What was asked.
    pub request: DiffRequest,
    /// What holds on the later day only.
    pub new: Vec<Held>,
    /// What held on the earlier day only.
    pub ended: Vec<Held>,
    /// What rests on another act, or is more or less sure.
    pub changed: Vec<Changed>,
}

/// Finds what holds on a day.
pub fn snapshot(base: &Base, request: &SnapshotRequest) -> SnapshotAnswer {
    let SnapshotRequest { day, actor, kind, today } = *request;
    let mut all = concerning(base, actor, today);
    all.retain(|one| kind.is_none_or(|kind| one.thing.kind() == kind));
    SnapshotAnswer { request: *request, held: held(&all, day).into_values().collect() }
}

/// Finds what changed between two days.
pub fn diff(base: &Base, request: &DiffRequest) -> DiffAnswer {
    let mut all = concerning(base, request.actor, request.today);
    all.retain(|one| request.with.is_none_or(|with| one.thing.concerns(with)));
    let (was, is) = (held(&all, request.from), held(&all, request.to));
    let only = |here: &BTreeMap<Thing, Held>, there: &BTreeMap<Thing, Held>| -> Vec<Held> {
        here.iter().filter(|(thing, _)| !there.contains_key(thing)).map(|(_, held)| *held).collect()
    };
    // What changed its form in between was ended by what ended its last form.
    let last = |thing: Thing| {
        let begun = |form: &Lasting| form.period.possible().0;
        let forms = all.iter().filter(|form| form.thing == thing && begun(form) < request.to);
        forms.max_by_key(|form| begun(form)).and_then(|form| form.ended_by)
    };
    let mut ended = only(&was, &is);
    ended.iter_mut().for_each(|held| held.ended_by = last(held.thing));
    let both = was.iter().filter_map(|(thing, from)| Some((*from, *is.get(thing)?)));
    DiffAnswer {
        request: *request,
        new: only(&is, &was),
        ended,
        changed: both
            .filter(|(from, to)| from.statement != to.statement || from.band != to.band)
            .map(|(from, to)| Changed { from, to })
            .collect(),
    }
}

/// The surest way in which each thing holds on a day; of several, the latest.
fn held(all: &[Lasting], day: Day) -> BTreeMap<Thing, Held> {
    let mut found: BTreeMap<Thing, Held> = BTreeMap::new();
    for &Lasting { thing, statement, period, ended_by } in all {
        let band = period.holds(day);
        if band != Band::No && found.get(&thing).is_none_or(|known| known.band <= band) {
            found.insert(thing, Held { thing, statement, band, ended_by });
        }
    }
    found
}

/// Everything that lasts, or what of it concerns an actor.
fn concerning(base: &Base, actor: Option<ActorIx>, today: Day) -> Vec<Lasting> {
    let mut found = lasting(base, today);
    found.retain(|one| actor.is_none_or(|actor| one.thing.concerns(actor)));
    found
}
