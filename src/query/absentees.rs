//! Who wasn't there to vote: the members of the day, less those whose vote is recorded.

use std::collections::BTreeSet;

use super::ResolutionsAnswer;
use super::resolutions::possible_choices;
use crate::model::{ActorIx, Band, Base, Choice, Day, DeedAct, Entity, Fact, Key, ResolutionIx, StatementIx, belongs};

/// A member of the day that isn't on the roll call. Nobody states that it was absent: it follows from the others' votes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Absentee {
    /// Who.
    pub member: ActorIx,
    /// The membership that it follows from.
    pub membership: StatementIx,
    /// How sure that is: only possibly, where it possibly was a member, or where some source counts more votes than are
    /// recorded, or fewer; never [`Band::No`].
    pub band: Band,
}

/// The members without a recorded vote, by id; recorded absences are votes, and aren't among them. `None` where that can't be
/// told: the roll call isn't recorded in full, or isn't one of these members.
///
/// Members are those of the body, and where none are recorded those of whose body it is. A state that joined on the day, or
/// whose admission the resolution is about, had no vote to cast.
pub fn absentees(base: &Base, resolution: ResolutionIx) -> Option<Vec<Absentee>> {
    let when = &base[base[resolution].adopted].begins;
    let (from, to) = (when.earliest.bounded()?, when.latest.bounded()?);
    let votes = ResolutionsAnswer::roll_call(base, resolution);
    let in_full = in_full(base, resolution, &votes);
    if in_full == Band::No {
        return None;
    }
    let members = electorate(base, base[resolution].by, (from, to));
    let voters: BTreeSet<ActorIx> = votes.iter().map(|&(_, by, _)| by).collect();
    let sure = members.iter().filter(|one| one.band == Band::Certain).count();
    let voted = members.iter().filter(|one| voters.contains(&one.member)).count();
    // No assembly decides without half of its members: a council of a few isn't all whose body it is.
    if voted == 0 || 2 * voted < sure {
        return None;
    }
    let joins = |actor: ActorIx| {
        base[resolution].deeds.iter().any(|deed| {
            matches!(deed.act, DeedAct::Admits | DeedAct::RecommendsAdmission)
                && deed.what == Some(Entity::Actor(actor))
        })
    };
    // A government that others hold for that of the member, and that is no member itself, votes from the member's seat.
    let from_seat = |member: ActorIx| {
        let rivals = voters.iter().filter(|&&voter| base.are_rivals(voter, member));
        rivals.into_iter().any(|voter| members.iter().all(|one| one.member != *voter))
    };
    let missing =
        members.iter().filter(|one| !voters.contains(&one.member) && !joins(one.member) && !from_seat(one.member));
    let mut found: Vec<Absentee> = missing.map(|one| Absentee { band: one.band.and(in_full), ..*one }).collect();
    found.sort_by_key(|one| &base[one.member].id);
    Some(found)
}

/// Whether everybody's vote is recorded: as many as every source counts that counts them, or possibly as many as some do.
fn in_full(base: &Base, resolution: ResolutionIx, votes: &[(Choice, ActorIx, StatementIx)]) -> Band {
    // By some sources a vote can have been cast, and by others not.
    let (mut least, mut most) = (0, 0);
    for &(_, _, vote) in votes {
        let choices = possible_choices(base, vote);
        least += u32::from(!choices.contains(&Choice::Absent));
        most += u32::from(choices.iter().any(|choice| *choice != Choice::Absent));
    }
    let said = base[base[resolution].adopted].attestations.iter().filter(|said| said.counts());
    let tallies: Vec<u32> =
        said.filter_map(|said| said.tally()).map(|tally| tally.favour + tally.against + tally.abstaining).collect();
    let fits = |count: &u32| (least..=most).contains(count);
    Band::of(most > 0 && tallies.iter().all(fits), most > 0 && tallies.iter().any(fits))
}

/// The full members of a body between two days, or where nobody's membership of it is recorded, of whose body it is; each
/// by the membership that is surest.
fn electorate(base: &Base, body: ActorIx, days: (Day, Day)) -> Vec<Absentee> {
    let full = |organization: ActorIx| -> Vec<(ActorIx, StatementIx)> {
        let memberships = base.under(Key::MembersOf(organization)).filter(|&ix| base[ix].stands());
        memberships
            .filter_map(|ix| match base[ix].fact {
                Fact::Membership { member, standing, .. } if standing.is_full() => Some((member, ix)),
                _ => None,
            })
            .collect()
    };
    let own = full(body);
    let (organization, mut memberships) = match base.owner_of(body) {
        owner if own.is_empty() => (owner, full(owner)),
        _ => (body, own),
    };
    // A member may have left and come back: the membership of that time is shown.
    memberships.sort_by_key(|&(member, ix)| (member, std::cmp::Reverse(base[ix].holds(days.0)), ix));
    memberships.dedup_by_key(|(member, _)| *member);
    let with_band = memberships.into_iter().map(|(member, membership)| {
        // Whoever joined on the day wasn't there the day before.
        let on = |day: Day| {
            belongs(base, organization, member, day.previous()).and(belongs(base, organization, member, day))
        };
        let (first, last) = (on(days.0), on(days.1));
        Absentee { member, membership, band: if first == last { first } else { Band::Possible } }
    });
    with_band.filter(|one| one.band != Band::No).collect()
}
