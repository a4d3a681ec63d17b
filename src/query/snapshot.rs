//! Everything that holds on a day, in two bands; and what changed from one day to another.

use std::collections::BTreeMap;

use crate::model::{
    ActorIx, Band, Base, Capacity, Day, DisputeIx, Ends, Fact, Kind, Level, Pair, Period, StatementIx, TreatyIx,
    all_force, all_missions, all_recognition_spells, all_relations_spells,
};

/// What is asked about a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SnapshotRequest {
    /// The day.
    pub day: Day,
    /// Only what concerns this actor.
    pub actor: Option<ActorIx>,
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

/// What can hold: the same thing on two days is one thing, whatever act it rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Thing {
    /// An actor exists.
    Existence(ActorIx),
    /// The first recognizes the second.
    Recognition(ActorIx, ActorIx, Capacity),
    /// Recognition is withheld by the first from the second.
    Refusal(ActorIx, ActorIx),
    /// A pair has relations.
    Relations(Pair),
    /// A source says that a pair has no relations.
    NoRelations(Pair),
    /// A mission of an actor with the other of a pair; of consulates, each act that opened one.
    Mission(ActorIx, Pair, Option<StatementIx>),
    /// An actor belongs to an organization.
    Membership(ActorIx, ActorIx),
    /// A treaty binds a party.
    Treaty(TreatyIx, ActorIx),
    /// An actor backs a claimant.
    Position(ActorIx, DisputeIx),
}

impl Thing {
    /// The kind of statement that it rests on.
    pub fn kind(self) -> Kind {
        match self {
            Self::Existence(_) => Kind::Existence,
            Self::Recognition(..) | Self::Refusal(..) => Kind::Recognition,
            Self::Relations(_) | Self::NoRelations(_) | Self::Mission(..) => Kind::Relations,
            Self::Membership(..) => Kind::Membership,
            Self::Treaty(..) => Kind::Treaty,
            Self::Position(..) => Kind::Position,
        }
    }

    /// Whether it concerns an actor.
    fn concerns(self, actor: ActorIx) -> bool {
        match self {
            Self::Existence(one) | Self::Treaty(_, one) | Self::Position(one, _) => one == actor,
            Self::Recognition(a, b, _) | Self::Refusal(a, b) | Self::Membership(a, b) => a == actor || b == actor,
            Self::Relations(pair) | Self::NoRelations(pair) | Self::Mission(_, pair, _) => {
                pair.parties().contains(&actor)
            }
        }
    }
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
    let SnapshotRequest { day, actor, today } = *request;
    SnapshotAnswer { request: *request, held: held(&lasting(base, actor, today), day).into_values().collect() }
}

/// Finds what changed between two days.
pub fn diff(base: &Base, request: &DiffRequest) -> DiffAnswer {
    let all = lasting(base, request.actor, request.today);
    let (was, is) = (held(&all, request.from), held(&all, request.to));
    let only = |here: &BTreeMap<Thing, Held>, there: &BTreeMap<Thing, Held>| -> Vec<Held> {
        here.iter().filter(|(thing, _)| !there.contains_key(thing)).map(|(_, held)| *held).collect()
    };
    // What changed its form in between was ended by what ended its last form.
    let last = |thing: Thing| {
        let forms = all.iter().filter(|(other, _, period, _)| *other == thing && period.possible().0 < request.to);
        forms.max_by_key(|(_, _, period, _)| period.possible().0).and_then(|(.., ended_by)| *ended_by)
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
fn held(all: &[(Thing, StatementIx, Period, Option<StatementIx>)], day: Day) -> BTreeMap<Thing, Held> {
    let mut found: BTreeMap<Thing, Held> = BTreeMap::new();
    for &(thing, statement, period, ended_by) in all {
        let band = period.holds(day);
        if band != Band::No && found.get(&thing).is_none_or(|known| known.band <= band) {
            found.insert(thing, Held { thing, statement, band, ended_by });
        }
    }
    found
}

/// Everything that lasts, with the statement that it rests on, its period and the act that ended it.
fn lasting(base: &Base, actor: Option<ActorIx>, today: Day) -> Vec<(Thing, StatementIx, Period, Option<StatementIx>)> {
    let mut found = Vec::new();
    let mut add = |thing: Thing, statement: StatementIx, period: Option<Period>, ended_by: Option<StatementIx>| {
        if let Some(period) = period
            && actor.is_none_or(|actor| thing.concerns(actor))
        {
            found.push((thing, statement, period, ended_by.filter(|by| *by != statement)));
        }
    };
    for ix in base.statement_handles() {
        let thing = match base[ix].fact {
            Fact::Existence { actor } => Thing::Existence(actor),
            Fact::Membership { organization, member, .. } => Thing::Membership(member, organization),
            Fact::Position { dispute, by, .. } => Thing::Position(by, dispute),
            Fact::Recognition { of, by, .. } if base[ix].fact.lasts() => Thing::Refusal(by, of),
            Fact::Relations { pair, .. } if base[ix].fact.lasts() => Thing::NoRelations(pair),
            _ => continue,
        };
        let itself = matches!(base[ix].ends, Ends::At(_)).then_some(ix);
        add(thing, ix, base[ix].period(), itself);
    }
    for (by, of, spell) in all_recognition_spells(base) {
        let Some(capacity) = base[spell.begun_by].fact.capacity() else { continue };
        let end = spell.end.as_ref().map(|end| end.by);
        add(Thing::Recognition(by, of, capacity), spell.begun_by, spell.period(), end);
    }
    for (pair, spell) in all_relations_spells(base) {
        add(Thing::Relations(pair), spell.begun_by, spell.period(), spell.end.as_ref().map(|end| end.by));
    }
    for (pair, by, spell) in all_missions(base) {
        let consulate = (spell.level == Some(Level::Consulate)).then_some(spell.begun_by);
        let end = spell.end.as_ref().map(|end| end.by);
        add(Thing::Mission(by, pair, consulate), spell.begun_by, spell.period(), end);
    }
    for (treaty, party, force) in all_force(base, today) {
        add(Thing::Treaty(treaty, party), force.begun_by, Some(force.period), None);
    }
    found
}
