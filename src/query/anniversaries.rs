//! Anniversaries: what happened on a day of an earlier year, and is certain to the day.

use std::collections::BTreeSet;

use super::breadth::MANY_PARTIES;
use crate::model::{
    ActorIx, ActorKind, Base, Day, Entity, Fact, Key, RecognitionAct, RelationsAct, StatementIx, TreatyAct, closed,
};

closed! {
    /// What has anniversaries: what is commemorated. What is broken off, withdrawn or denounced has none.
    pub enum Occasion {
        /// A country began to exist.
        Independence => "independence",
        /// One actor recognized another.
        Recognition => "recognition",
        /// Relations were established or resumed.
        Relations => "relations",
        /// An embassy or legation opened.
        Mission => "mission",
        /// An actor joined an organization.
        Membership => "membership",
        /// A treaty was signed or entered into force; of one actor alone, that it bound itself.
        Treaty => "treaty",
        /// A body adopted a resolution.
        Resolution => "resolution",
        /// An event happened.
        Event => "event",
    }
}

/// How many days, weeks, months or years ahead may be asked for: more than any calendar of four digits has.
pub const FURTHEST: u32 = 5_000_000;

/// What is asked about anniversaries.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AnniversariesRequest {
    /// The first day that is asked for.
    pub from: Day,
    /// The last day, which is in.
    pub to: Day,
    /// Only what concerns all of these: none, one, or a pair.
    pub actors: Vec<ActorIx>,
    /// Only these occasions; empty: all.
    pub occasions: Vec<Occasion>,
    /// Only every so many years: 5 for the 5th, 10th, 15th…; `None`: every year.
    pub round: Option<u32>,
}

impl AnniversariesRequest {
    /// All of them from a day to another, which are both in.
    pub fn between(from: Day, to: Day) -> Self {
        Self { from, to, actors: Vec::new(), occasions: Vec::new(), round: None }
    }

    /// Only what concerns all of these.
    #[must_use]
    pub fn of(self, actors: impl Into<Vec<ActorIx>>) -> Self {
        Self { actors: actors.into(), ..self }
    }

    /// Only these occasions.
    #[must_use]
    pub fn occasions(self, occasions: impl Into<Vec<Occasion>>) -> Self {
        Self { occasions: occasions.into(), ..self }
    }

    /// Only every so many years.
    #[must_use]
    pub fn round(self, years: impl Into<Option<u32>>) -> Self {
        Self { round: years.into(), ..self }
    }
}

/// An anniversary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct Anniversary {
    /// The day on which it falls.
    pub on: Day,
    /// How many years it is, from 1.
    pub years: u32,
    /// What it commemorates.
    pub statement: StatementIx,
    /// Of which occasion.
    pub occasion: Occasion,
    /// The day of the act.
    pub day: Day,
}

/// What has no anniversary because its day isn't certain, and may fall within the time asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct Uncertain {
    /// How many years it is, when the year is certain.
    pub years: Option<u32>,
    /// The statement.
    pub statement: StatementIx,
    /// Of which occasion.
    pub occasion: Occasion,
}

/// The answer to an [`AnniversariesRequest`].
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AnniversariesAnswer {
    /// What was asked.
    pub request: AnniversariesRequest,
    /// Anniversaries, by day, then the oldest first.
    pub entries: Vec<Anniversary>,
    /// What may fall within the time, and isn't certain to the day: contested, or dated to a month or a span of less than a
    /// year.
    pub uncertain: Vec<Uncertain>,
    /// How many more are dated to a year or worse, or not at all.
    pub undated: usize,
}

/// Finds the anniversaries that fall within a time.
///
/// What happened on 29 February has its anniversary on the last day of February.
pub fn anniversaries(base: &Base, request: &AnniversariesRequest) -> AnniversariesAnswer {
    let (mut entries, mut uncertain, mut undated) = (Vec::new(), Vec::new(), 0);
    for statement in base.statement_handles().filter(|&ix| base[ix].stands() && !base[ix].is_denied()) {
        let Some(occasion) = occasion(base, statement, &request.actors) else { continue };
        if !request.occasions.is_empty() && !request.occasions.contains(&occasion) {
            continue;
        }
        if !request.actors.iter().all(|&actor| concerns(base, statement, actor)) {
            continue;
        }
        let when = &base[statement].begins;
        let (Some(first), Some(last)) = (when.earliest.bounded(), when.latest.bounded()) else {
            undated += 1;
            continue;
        };
        if first == last && !when.contested {
            let falls = |on: (Day, u32)| (request.from..=request.to).contains(&on.0) && is_round(request.round, on.1);
            entries.extend(returns(first, request).filter(|on| falls(*on)).map(|(on, years)| Anniversary {
                on,
                years,
                statement,
                occasion,
                day: first,
            }));
            continue;
        }
        let length = last.number().unwrap_or(0) - first.number().unwrap_or(0);
        if length >= 364 {
            undated += 1;
            continue;
        }
        // Some day of the span comes back within the time.
        let days = (0..=length).map(|days| first.plus(days));
        let mut years: BTreeSet<u32> = BTreeSet::new();
        for day in days {
            years.extend(
                returns(day, request)
                    .filter(|(on, _)| (request.from..=request.to).contains(on))
                    .map(|(_, years)| years),
            );
        }
        years.retain(|&years| is_round(request.round, years));
        if !years.is_empty() {
            let years = if years.len() == 1 { years.first().copied() } else { None };
            uncertain.push(Uncertain { years, statement, occasion });
        }
    }
    entries.sort_by_key(|one: &Anniversary| (one.on, one.day, one.occasion, one.statement));
    uncertain.sort_by_key(|one: &Uncertain| (base[one.statement].begins.earliest, one.statement));
    AnniversariesAnswer { request: request.clone(), entries, uncertain, undated }
}

fn is_round(round: Option<u32>, years: u32) -> bool {
    round.is_none_or(|round| round > 0 && years.is_multiple_of(round))
}

/// The days on which a day comes back in the years of the request, with how many years it is.
fn returns(day: Day, request: &AnniversariesRequest) -> impl Iterator<Item = (Day, u32)> {
    let year = |day: Day| day.ymd().map(|(year, ..)| year);
    let own = day.ymd();
    let (from, to) = (year(request.from).unwrap_or(0), year(request.to).unwrap_or(-1));
    (from..=to).filter_map(move |year| {
        let (born, month, of_month) = own?;
        let years = u32::try_from(year - born).ok().filter(|years| *years > 0)?;
        // The last day of February in a common year.
        let on = Day::find(year, month, of_month).or_else(|| Day::find(year, month, of_month - 1))?;
        Some((on, years))
    })
}

/// Of which occasion a statement is, if it is commemorated.
fn occasion(base: &Base, ix: StatementIx, actors: &[ActorIx]) -> Option<Occasion> {
    Some(match base[ix].fact {
        Fact::Existence { actor } if base[actor].kind.is_country() => Occasion::Independence,
        Fact::Recognition { act: RecognitionAct::Recognized, .. } => Occasion::Recognition,
        Fact::Relations { act: RelationsAct::Established | RelationsAct::Resumed, .. } => Occasion::Relations,
        Fact::Relations { act: RelationsAct::MissionOpened, level: Some(level), .. } if level.needs_relations() => {
            Occasion::Mission
        }
        Fact::Membership { organization, standing, .. }
            if standing.is_full() && base[organization].kind == ActorKind::Organization =>
        {
            Occasion::Membership
        }
        Fact::Treaty { act: TreatyAct::Signed | TreatyAct::EnteredIntoForce, party: None, .. } => Occasion::Treaty,
        Fact::Treaty { act, party: Some(_), .. } if act.is_consent() && actors.len() == 1 => Occasion::Treaty,
        Fact::Resolution { .. } => Occasion::Resolution,
        Fact::Event { .. } => Occasion::Event,
        _ => return None,
    })
}

/// Whether a statement concerns an actor: as one of its actors, a party, the owner of a body, a subject, or a claimant in
/// the dispute of an event.
fn concerns(base: &Base, ix: StatementIx, actor: ActorIx) -> bool {
    let fact = &base[ix].fact;
    match *fact {
        // The day of a treaty that is open to many is nobody's own.
        Fact::Treaty { treaty, party: None, .. } => {
            let acts = base.under(Key::Treaty(treaty)).filter_map(|other| match base[other].fact {
                Fact::Treaty { party, .. } => party,
                _ => None,
            });
            let parties: BTreeSet<ActorIx> = acts.chain(base[treaty].parties.iter().copied()).collect();
            parties.contains(&actor) && parties.len() < MANY_PARTIES
        }
        Fact::Resolution { resolution } => {
            let resolution = &base[resolution];
            base.belongs_to(resolution.by, actor) || resolution.concerns(Entity::Actor(actor))
        }
        Fact::Event { event } => base[event].dispute.is_some_and(|dispute| {
            base.under(Key::Positions(dispute))
                .any(|other| matches!(base[other].fact, Fact::Position { backs, .. } if backs == actor))
        }),
        _ => fact.actors().any(|one| one == actor),
    }
}
