//! Common memberships: where two or more actors belong on a day.

use std::collections::BTreeMap;

use crate::model::{ActorIx, AsOf, Band, Base, Day, Fact, Key, Standing, StatementIx, known_as, membership};

/// What is asked about memberships.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct MembershipsRequest {
    /// Those who must all belong, in the order of the question.
    pub actors: Vec<ActorIx>,
    /// The day.
    pub day: Day,
}

impl MembershipsRequest {
    /// Where all of these belong on a day.
    pub fn of(actors: impl Into<Vec<ActorIx>>, day: Day) -> Self {
        Self { actors: actors.into(), day }
    }
}

/// A membership on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Belonging {
    /// Who belongs.
    pub member: ActorIx,
    /// As what.
    pub standing: Standing,
    /// The statement.
    pub statement: StatementIx,
    /// How sure that is; never [`Band::No`].
    pub band: Band,
}

/// An organization to which all of them belong.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Common {
    /// The organization, body or group.
    pub organization: ActorIx,
    /// The membership of each, in the order of the request: the surest, and of equals the fullest.
    pub belongings: Vec<Belonging>,
    /// Whether all certainly belong.
    pub band: Band,
}

impl Common {
    /// Whether all are members, and none an observer, an associate or suspended.
    pub fn is_full(&self) -> bool {
        self.belongings.iter().all(|one| one.standing.is_full())
    }
}

/// The answer to a [`MembershipsRequest`].
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct MembershipsAnswer {
    /// What was asked.
    pub request: MembershipsRequest,
    /// Where all of them certainly or possibly belong, by name.
    pub common: Vec<Common>,
}

/// Finds where all of the actors belong on a day, whatever their standing.
pub fn memberships(base: &Base, request: &MembershipsRequest) -> MembershipsAnswer {
    let each: Vec<BTreeMap<ActorIx, Belonging>> =
        request.actors.iter().map(|&actor| belongings(base, actor, request.day)).collect();
    let mut common: Vec<Common> = Vec::new();
    for &organization in each.first().into_iter().flat_map(BTreeMap::keys) {
        let all: Option<Vec<Belonging>> = each.iter().map(|own| own.get(&organization).copied()).collect();
        common.extend(all.map(|belongings| Common {
            organization,
            band: belongings.iter().map(|one| one.band).min().unwrap_or(Band::No),
            belongings,
        }));
    }
    common.sort_by_key(|one| (&base[one.organization].name, one.organization));
    MembershipsAnswer { request: request.clone(), common }
}

fn belongings(base: &Base, member: ActorIx, day: Day) -> BTreeMap<ActorIx, Belonging> {
    let mut found: BTreeMap<ActorIx, Belonging> = BTreeMap::new();
    for statement in base.under(Key::MembershipsOf(member)).filter(|&ix| base[ix].stands()) {
        let Fact::Membership { organization, standing, .. } = base[statement].fact else { continue };
        // By its own dates it may hold, and by what else is known it does.
        let own = membership(base, statement, day);
        let as_such = |its: Standing| its == standing || its.is_full() && standing.is_full();
        let known = known_as(base, member, organization, as_such, AsOf::of(day, day)).said.band();
        let band = if own == Band::No { own } else { known };
        let surer = |known: &Belonging| (band, fullness(standing)) > (known.band, fullness(known.standing));
        if band != Band::No && found.get(&organization).is_none_or(surer) {
            found.insert(organization, Belonging { member, standing, statement, band });
        }
    }
    found
}

/// A suspension stands beside the membership that it suspends, and tells more; who only observes or is associated is less than a
/// member.
fn fullness(standing: Standing) -> u8 {
    match standing {
        Standing::Suspended => 4,
        Standing::Founder => 3,
        Standing::Member => 2,
        Standing::Associate => 1,
        Standing::Observer => 0,
    }
}
