//! What is in the base, part by part: how broad it is, which is not how complete.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{
    ActorClass, ActorIx, ActorKind, Asserts, Base, Closed, CodeScheme, Day, DeedAct, DisputeIx, Fact, Key, Pair,
    RecognitionAct, ResolutionIx, Standing, Statement, StatementIx, TreatyIx, members_on, standing_on,
};

/// The organization whose members are counted.
pub const WORLD: &str = "united-nations";

/// From how many parties on a treaty counts as open to many.
pub const MANY_PARTIES: usize = 20;

/// What is in the base, part by part. Retracted statements don't count.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Breadth {
    /// Members of the United Nations today.
    pub members: usize,
    /// Countries that are observers there today.
    pub observers: usize,
    /// Countries by where they stand today.
    pub by_class: BTreeMap<ActorClass, usize>,
    /// Countries with a code, by scheme.
    pub coded: BTreeMap<CodeScheme, usize>,
    /// Countries on whose existence sources disagree.
    pub contested_existence: usize,
    /// Organizations and groups whose members are recorded.
    pub with_members: usize,
    /// Recognitions by what is done.
    pub recognitions: BTreeMap<RecognitionAct, usize>,
    /// Actors whose recognition is recorded.
    pub recognized: usize,
    /// Actors that recognize.
    pub recognizing: usize,
    /// Pairs whose relations are recorded.
    pub pairs: usize,
    /// Acts about missions.
    pub missions: usize,
    /// Treaties with acts of many parties, [`MANY_PARTIES`] or more.
    pub open_treaties: usize,
    /// Resolutions with a roll call.
    pub roll_calls: usize,
    /// Resolutions that recommend the admission of a member.
    pub admissions: usize,
    /// Disputes in which somebody takes a position.
    pub backed_disputes: usize,
    /// Claims in a form that can be tested.
    pub testable_claims: usize,
    /// Attestations with a date.
    pub dated_attestations: usize,
}

/// Counts what is in the base, part by part.
pub fn breadth(base: &Base, today: Day) -> Breadth {
    let standing: Vec<&Statement> = base.statements.iter().filter(|statement| statement.withdrawn.is_none()).collect();
    let mut found = Breadth::default();
    countries(base, today, &mut found);
    let mut recognized = BTreeSet::new();
    let mut recognizing = BTreeSet::new();
    let mut pairs: BTreeSet<Pair> = BTreeSet::new();
    let mut parties: BTreeMap<TreatyIx, BTreeSet<ActorIx>> = BTreeMap::new();
    for statement in &standing {
        match &statement.fact {
            Fact::Recognition { of, by, act, .. } => {
                *found.recognitions.entry(*act).or_default() += 1;
                recognized.insert(*of);
                recognizing.insert(*by);
            }
            Fact::Relations { pair, act, .. } => {
                pairs.insert(*pair);
                found.missions += usize::from(act.is_of_mission());
            }
            Fact::Treaty { treaty, party: Some(party), .. } => {
                parties.entry(*treaty).or_default().insert(*party);
            }
            _ => {}
        }
        found.dated_attestations += statement.attestations.iter().filter(|one| one.date.is_some()).count();
    }
    found.recognized = recognized.len();
    found.recognizing = recognizing.len();
    found.pairs = pairs.len();
    found.open_treaties = parties.values().filter(|parties| parties.len() >= MANY_PARTIES).count();
    let any = |key: Key| base.under(key).any(|ix| base[ix].withdrawn.is_none());
    let resolutions = (0..base.resolutions.len()).map(ResolutionIx::new);
    found.roll_calls = resolutions.filter(|&ix| any(Key::VotesOn(ix))).count();
    found.admissions = base
        .resolutions
        .iter()
        .filter(|resolution| resolution.deeds.iter().any(|deed| deed.act == DeedAct::RecommendsAdmission))
        .count();
    found.backed_disputes = (0..base.disputes.len()).map(DisputeIx::new).filter(|&ix| any(Key::Positions(ix))).count();
    found.testable_claims =
        base.claims.iter().filter(|claim| !matches!(claim.asserts, Asserts::Untestable { .. })).count();
    found
}

fn countries(base: &Base, today: Day, found: &mut Breadth) {
    for ix in base.actor_handles() {
        let actor = &base[ix];
        match actor.kind {
            ActorKind::Country(class) => {
                *found.by_class.entry(class).or_default() += 1;
                for &scheme in CodeScheme::ALL {
                    if actor.codes.iter().any(|code| code.scheme == scheme) {
                        *found.coded.entry(scheme).or_default() += 1;
                    }
                }
                let contested = |ix: StatementIx| base[ix].fact.lasts() && base[ix].is_contested();
                found.contested_existence += usize::from(base.under(Key::Existence(ix)).any(contested));
            }
            ActorKind::Organization | ActorKind::Group => {
                found.with_members += usize::from(base.under(Key::MembersOf(ix)).next().is_some());
            }
            ActorKind::Body(_) => {}
        }
    }
    if let Some(world) = base.find_actor(WORLD) {
        let is_country = |ix: &&ActorIx| base[**ix].kind.is_country();
        found.members = members_on(base, world, today).iter().filter(is_country).count();
        found.observers = standing_on(base, world, today, |standing| standing == Standing::Observer)
            .iter()
            .filter(is_country)
            .count();
    }
}
