//! Treaties: of an actor, of two in common, in force on a day, and who did what.

use crate::model::{
    ActorIx, AsOf, Band, Base, Closed, Day, Fact, Key, Matter, Said, StatementIx, TreatyIx, bound_by, force,
};

/// What is asked about treaties. With no actor: all treaties.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct TreatiesRequest {
    /// Those who must all be parties.
    pub actors: Vec<ActorIx>,
    /// One treaty, rather than all.
    pub treaty: Option<TreatyIx>,
    /// Only those in force for all the actors on this day, certainly or possibly.
    pub on: Option<Day>,
    /// The day that counts as today.
    pub today: Day,
}

impl TreatiesRequest {
    /// All treaties.
    pub fn all(today: Day) -> Self {
        Self { actors: Vec::new(), treaty: None, on: None, today }
    }

    /// The treaties to which all of these are parties.
    pub fn of(actors: impl Into<Vec<ActorIx>>, today: Day) -> Self {
        Self { actors: actors.into(), ..Self::all(today) }
    }

    /// One treaty.
    pub fn one(treaty: TreatyIx, today: Day) -> Self {
        Self { treaty: Some(treaty), ..Self::all(today) }
    }

    /// Only what is in force on this day.
    #[must_use]
    pub fn on(self, day: impl Into<Option<Day>>) -> Self {
        Self { on: day.into(), ..self }
    }

    /// What it asks about.
    pub fn matters(&self) -> Vec<Matter> {
        match self.treaty {
            Some(treaty) if self.actors.is_empty() => vec![Matter::Parties(treaty)],
            Some(treaty) => self.actors.iter().map(|party| Matter::Party(treaty, *party)).collect(),
            None => self.actors.iter().map(|party| Matter::TreatiesOf(*party)).collect(),
        }
    }
}

/// A treaty with its parties on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct TreatyState {
    /// The treaty.
    pub treaty: TreatyIx,
    /// The acts of the treaty as a whole, in the order of time.
    pub acts: Vec<StatementIx>,
    /// Its parties: those who were asked about, or all; by id.
    pub parties: Vec<PartyState>,
    /// Whether it is in force for all of the parties listed, by the recorded dates.
    pub in_force: Band,
    /// The same with regard to how far the record reaches.
    pub said: Said,
}

/// A party to a treaty on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct PartyState {
    /// The party.
    pub actor: ActorIx,
    /// What it did, with the acts of the treaty as a whole that were done for it, in the order of time.
    pub actions: Vec<StatementIx>,
    /// Whether the treaty is in force for it, by the recorded dates.
    pub in_force: Band,
    /// The same with regard to how far the record reaches.
    pub said: Said,
}

/// The answer to a [`TreatiesRequest`].
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct TreatiesAnswer {
    /// What was asked.
    pub request: TreatiesRequest,
    /// The day for which force is told.
    pub day: Day,
    /// The treaties, oldest first.
    pub treaties: Vec<TreatyState>,
}

/// Answers about treaties.
pub fn treaties(base: &Base, request: &TreatiesRequest) -> TreatiesAnswer {
    let day = request.on.unwrap_or(request.today);
    let mut found: Vec<TreatyState> = (0..base.treaties.len())
        .map(TreatyIx::new)
        .filter(|&treaty| request.treaty.is_none_or(|wanted| wanted == treaty))
        .filter_map(|treaty| state(base, treaty, &request.actors, day, request.today))
        .filter(|state| request.on.is_none() || request.actors.is_empty() || state.in_force != Band::No)
        .collect();
    found.sort_by_key(|state| {
        let acts = state.acts.iter().chain(state.parties.iter().flat_map(|party| &party.actions));
        let first = acts.map(|&ix| base[ix].begins.latest).min().unwrap_or(Day::FUTURE);
        (first, &base[state.treaty].id)
    });
    TreatiesAnswer { request: request.clone(), day, treaties: found }
}

/// The treaty on a day for these actors, or for all its parties; `None` when one of them isn't a party.
fn state(base: &Base, treaty: TreatyIx, actors: &[ActorIx], day: Day, today: Day) -> Option<TreatyState> {
    let mut all: Vec<StatementIx> = base.under(Key::Treaty(treaty)).filter(|&ix| base[ix].stands()).collect();
    all.sort_by_key(|&ix| (base[ix].begins.earliest, base[ix].begins.latest, ix));
    let party_of = |ix: StatementIx| match base[ix].fact {
        Fact::Treaty { party, .. } => party,
        _ => None,
    };
    let named = &base[treaty].parties;
    let mut parties: Vec<ActorIx> = if actors.is_empty() {
        all.iter().filter_map(|&ix| party_of(ix)).chain(named.iter().copied()).collect()
    } else {
        actors.to_vec()
    };
    if actors.is_empty() {
        parties.sort_unstable_by(|a, b| base[*a].id.cmp(&base[*b].id));
        parties.dedup();
    }
    let acts: Vec<StatementIx> = all.iter().copied().filter(|&ix| party_of(ix).is_none()).collect();
    let states: Option<Vec<PartyState>> = parties
        .into_iter()
        .map(|actor| {
            let is_named = named.contains(&actor);
            let own: Vec<StatementIx> = all
                .iter()
                .copied()
                .filter(|&ix| party_of(ix) == Some(actor) || (is_named && party_of(ix).is_none()))
                .collect();
            let takes_part = is_named || own.iter().any(|&ix| party_of(ix) == Some(actor));
            takes_part.then(|| {
                let times = force(base, treaty, actor, base.known_by().min(today));
                PartyState {
                    actor,
                    in_force: times.iter().map(|force| force.period.holds(day)).max().unwrap_or(Band::No),
                    said: bound_by(base, treaty, actor, &times, AsOf::of(day, today)).said,
                    actions: own,
                }
            })
        })
        .collect();
    let states = states?;
    let in_force = states.iter().map(|party| party.in_force).min().unwrap_or(Band::No);
    let said = states.iter().map(|party| party.said).reduce(Said::and).unwrap_or(Said::NotRecorded);
    Some(TreatyState { treaty, acts, parties: states, in_force, said })
}

/// What is said of a treaty's force, for people.
pub fn force_in_words(said: Said) -> &'static str {
    match said {
        Said::Yes => "in force",
        Said::Presumably => "presumably in force",
        Said::CantTell => "possibly in force",
        Said::NotRecorded => "not recorded",
        Said::PresumablyNot => "presumably not in force",
        Said::No => "not in force",
    }
}

impl PartyState {
    /// What it did, with the dates as written.
    pub fn deeds<'a>(&'a self, base: &'a Base) -> impl Iterator<Item = (&'static str, Option<&'a str>)> + 'a {
        self.actions.iter().filter_map(|&ix| match base[ix].fact {
            Fact::Treaty { act, .. } => Some((act.name(), base[ix].date().map(crate::model::Date::as_str))),
            _ => None,
        })
    }
}
