//! Status as data: who recognizes an actor on a day, among the members of an organization or among all.

use crate::model::{ActorIx, Band, Base, Day, Fact, Key, Standing, recognition_spells};

/// Who recognizes an actor on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recognizers {
    /// Who is recognized.
    pub of: ActorIx,
    /// Only these are counted: the members of an organization or group; `None`: all.
    pub among: Option<ActorIx>,
    /// The day.
    pub day: Day,
    /// Who certainly recognizes it, in the order of names.
    pub certain: Vec<ActorIx>,
    /// Who possibly does.
    pub possible: Vec<ActorIx>,
    /// How many could: the members on that day, without the one who is recognized. 0 where all are counted.
    pub members: usize,
}

/// Finds who recognizes `of` on `day`.
pub fn recognizers(base: &Base, of: ActorIx, among: Option<ActorIx>, day: Day) -> Recognizers {
    let mut by: Vec<ActorIx> = base
        .recognitions_of(of)
        .filter_map(|ix| if let Fact::Recognition { by, .. } = base[ix].fact { Some(by) } else { None })
        .collect();
    by.sort_unstable_by_key(|&by| (&base[by].name, by));
    by.dedup();
    let mut found = Recognizers { of, among, day, certain: Vec::new(), possible: Vec::new(), members: 0 };
    for by in by {
        let spells = recognition_spells(base, by, of);
        let given = spells.iter().map(|spell| spell.holds(day)).max().unwrap_or(Band::No);
        let counts = among.map_or(Band::Certain, |among| belongs(base, among, by, day));
        match given.and(counts) {
            Band::Certain => found.certain.push(by),
            Band::Possible => found.possible.push(by),
            Band::No => {}
        }
    }
    found.members = among.map_or(0, |among| members_on(base, among, day).into_iter().filter(|by| *by != of).count());
    found
}

/// The members that an organization or group certainly has on a day; observers and associates are none.
pub fn members_on(base: &Base, organization: ActorIx, day: Day) -> Vec<ActorIx> {
    standing_on(base, organization, day, |standing| matches!(standing, Standing::Member | Standing::Founder))
}

/// Who certainly has one of these standings on a day.
pub(super) fn standing_on(
    base: &Base,
    organization: ActorIx,
    day: Day,
    wanted: impl Fn(Standing) -> bool,
) -> Vec<ActorIx> {
    let holds = base.under(Key::MembersOf(organization)).filter_map(|ix| match base[ix].fact {
        Fact::Membership { member, standing, .. } if base[ix].stands() && wanted(standing) => {
            (base[ix].holds(day) == Band::Certain).then_some(member)
        }
        _ => None,
    });
    let mut found: Vec<ActorIx> = holds.collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// Whether an actor is a member on a day.
fn belongs(base: &Base, organization: ActorIx, member: ActorIx, day: Day) -> Band {
    let bands = base.under(Key::MembershipsOf(member)).map(|ix| match base[ix].fact {
        Fact::Membership { organization: of, standing: Standing::Member | Standing::Founder, .. }
            if of == organization && base[ix].stands() =>
        {
            base[ix].holds(day)
        }
        _ => Band::No,
    });
    bands.max().unwrap_or(Band::No)
}
