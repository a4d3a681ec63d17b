//! Treaties: of an actor, of two in common, in force on a day, and who did what.

use crate::model::{ActorIx, Band, Base, Closed, Day, Fact, Key, StatementIx, TreatyAct, TreatyIx};

/// What is asked about treaties. With no actor: all treaties.
#[derive(Debug, Clone, PartialEq, Eq)]
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

/// A treaty with its parties on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TreatyState {
    /// The treaty.
    pub treaty: TreatyIx,
    /// The acts of the treaty as a whole, in the order of time.
    pub acts: Vec<StatementIx>,
    /// Its parties: those who were asked about, or all; by id.
    pub parties: Vec<PartyState>,
    /// Whether it is in force for all of the parties listed.
    pub in_force: Band,
}

/// A party to a treaty on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartyState {
    /// The party.
    pub actor: ActorIx,
    /// What it did, with the acts of the treaty as a whole that were done for it, in the order of time.
    pub actions: Vec<StatementIx>,
    /// Whether the treaty is in force for it.
    pub in_force: Band,
}

/// The answer to a [`TreatiesRequest`].
#[derive(Debug, Clone, PartialEq, Eq)]
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
            takes_part.then(|| PartyState {
                actor,
                in_force: in_force(base, treaty, actor, &acts, &own, [day, today]),
                actions: own,
            })
        })
        .collect();
    let states = states?;
    let in_force = states.iter().map(|party| party.in_force).min().unwrap_or(Band::No);
    Some(TreatyState { treaty, acts, parties: states, in_force })
}

/// Whether a treaty is in force for a party on a day.
///
/// *Source:* Vienna Convention on the Law of Treaties, article 24: a treaty enters into force for a party on the day of
/// its own entry into force or of the party's consent, whichever is later, unless the treaty provides otherwise (`lag`).
fn in_force(
    base: &Base,
    treaty: TreatyIx,
    actor: ActorIx,
    whole: &[StatementIx],
    own: &[StatementIx],
    [day, today]: [Day; 2],
) -> Band {
    let act_of = |ix: StatementIx| match base[ix].fact {
        Fact::Treaty { act, party, .. } => Some((act, party)),
        _ => None,
    };
    let span = |ix: StatementIx| {
        let statement = &base[ix];
        let latest = match statement.date() {
            // What a source denies may not have happened.
            _ if statement.is_denied() => Day::FUTURE,
            Some(_) => statement.begins.latest,
            // What is recorded has happened, even when its day isn't known.
            None => today,
        };
        (statement.begins.earliest, latest)
    };
    let first = |list: &[StatementIx], wanted: &dyn Fn(TreatyAct, Option<ActorIx>) -> bool| {
        let found = list.iter().filter(|&&ix| act_of(ix).is_some_and(|(act, party)| wanted(act, party)));
        found.map(|&ix| span(ix)).min()
    };
    let own_entry = first(own, &|act, party| act == TreatyAct::EnteredIntoForce && party == Some(actor));
    let entry = first(whole, &|act, _| act == TreatyAct::EnteredIntoForce);
    let consent = first(own, &|act, _| act.is_consent());
    let succeeded = first(own, &|act, _| act == TreatyAct::Succeeded).is_some();
    let signed = first(own, &|act, _| act == TreatyAct::Signed).is_some();
    // A successor is bound from the succession on: no lag (Vienna Convention on Succession of States, article 23).
    let lag = if succeeded { 0 } else { i32::try_from(base[treaty].lag.unwrap_or(0)).unwrap_or(i32::MAX) };
    let named = base[treaty].parties.contains(&actor);
    let begins = match (own_entry, entry, consent) {
        (Some(own), _, _) => Some(own),
        // The lag counts from the consent: those who consented before have the treaty's own day.
        (None, Some(entry), Some(consent)) => {
            Some((entry.0.max(consent.0.plus(lag)), entry.1.max(consent.1.plus(lag))))
        }
        (None, Some(entry), None) if named => Some(entry),
        // Consent or, between named parties, signature: in force some day from then on, if at all.
        (None, None, Some(consent)) => Some((consent.0, Day::FUTURE)),
        (None, None, None) if named && signed => {
            first(own, &|act, _| act == TreatyAct::Signed).map(|(from, _)| (from, Day::FUTURE))
        }
        _ => None,
    };
    let Some((earliest, latest)) = begins else { return Band::No };
    let begun = band(latest <= day, earliest <= day);
    let ends = own.iter().chain(whole).filter_map(|&ix| {
        let (act, party) = act_of(ix)?;
        act.is_end().then(|| (span(ix), party.is_some()))
    });
    // A party that left comes back by its own entry or by consent given anew; a treaty that ended doesn't.
    let renewed = |left: Day| {
        let after = |wanted: &dyn Fn(TreatyAct) -> bool| {
            own.iter()
                .filter(|&&ix| act_of(ix).is_some_and(|(act, party)| party == Some(actor) && wanted(act)))
                .map(|&ix| span(ix))
                .filter(|(from, _)| *from > left)
                .min()
        };
        let entry = after(&|act| act == TreatyAct::EnteredIntoForce);
        let consent = || after(&|act| act.is_consent()).map(|(from, to)| (from.plus(lag), to.plus(lag)));
        entry.or_else(consent).map_or(Band::No, |(from, to)| band(to <= day, from <= day))
    };
    let lasts = ends.map(|((from, to), by_party)| {
        let lasts = band(day < from, day < to);
        if by_party { lasts.max(renewed(to)) } else { lasts }
    });
    begun.and(lasts.min().unwrap_or(Band::Certain))
}

fn band(certain: bool, possible: bool) -> Band {
    match (certain, possible) {
        (true, _) => Band::Certain,
        (false, true) => Band::Possible,
        (false, false) => Band::No,
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
