//! Status as data: who recognizes an actor on a day, among the members of an organization or among all.

use std::collections::{BTreeMap, BTreeSet};

use super::memberships::membership;
use crate::model::{
    ActorIx, Band, Base, Day, Fact, Key, Matter, Spell, Standing, StatementIx, SuccessionForm, recognition_spells,
};

/// What is asked about those who recognize an actor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RecognizersRequest {
    /// Who is recognized.
    pub of: ActorIx,
    /// Only those who recognize this one, too.
    pub also: Option<ActorIx>,
    /// Only those who don't recognize this one, as far as is recorded.
    pub not: Option<ActorIx>,
    /// Only these are counted: the members of an organization or group; `None`: all.
    pub among: Option<ActorIx>,
    /// The day.
    pub day: Day,
}

impl RecognizersRequest {
    /// What it asks about.
    pub fn matters(&self) -> Vec<Matter> {
        [Some(self.of), self.also, self.not].into_iter().flatten().map(Matter::RecognitionsOf).collect()
    }
}

/// Who recognizes an actor on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recognizers {
    /// What was asked.
    pub request: RecognizersRequest,
    /// Who certainly recognizes it, in the order of names.
    pub certain: Vec<ActorIx>,
    /// Who possibly does.
    pub possible: Vec<ActorIx>,
    /// How many could: the members on that day, without the one who is recognized. 0 where all are counted.
    pub members: usize,
}

/// Finds who recognizes `of` on `day`. Who continues another under a new name stands by what that one did, unless it
/// acted itself.
pub fn recognizers(base: &Base, request: &RecognizersRequest) -> Recognizers {
    recognizers_by(base, request, &Recognition::of(base, request.of))
}

/// The same, by recognition that was gathered before: for many days of one actor.
pub(super) fn recognizers_by(base: &Base, request: &RecognizersRequest, recognition: &Recognition) -> Recognizers {
    let RecognizersRequest { of, also, not, among, day } = *request;
    let other = |other: Option<ActorIx>| other.map(|other| Recognition::of(base, other).bands(base, day));
    let (also, not) = (other(also), other(not));
    let of_other = |bands: &BTreeMap<ActorIx, Band>, by: ActorIx| bands.get(&by).copied().unwrap_or(Band::No);
    let mut found = Recognizers { request: *request, certain: Vec::new(), possible: Vec::new(), members: 0 };
    for (by, band) in recognition.bands(base, day) {
        let also = also.as_ref().map_or(Band::Certain, |also| of_other(also, by));
        let not = not.as_ref().map_or(Band::Certain, |not| of_other(not, by).not());
        let among = among.map_or(Band::Certain, |among| belongs(base, among, by, day));
        // Nobody is asked whether he recognizes himself.
        let itself = [request.also, request.not].contains(&Some(by));
        match band.and(also).and(not).and(among) {
            _ if itself => {}
            Band::Certain => found.certain.push(by),
            Band::Possible => found.possible.push(by),
            Band::No => {}
        }
    }
    found.certain.sort_by_key(|&by| (&base[by].name, by));
    found.possible.sort_by_key(|&by| (&base[by].name, by));
    found.members = among.map_or(0, |among| members_on(base, among, day).into_iter().filter(|by| *by != of).count());
    found
}

/// The recognition of an actor by all who acted: when it lasts, and who continues whom.
pub(super) struct Recognition {
    of: ActorIx,
    spells: BTreeMap<ActorIx, Vec<Spell>>,
    continued: Vec<Continued>,
}

/// Who certainly had continued whom from a day on.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Continued {
    from: Day,
    was: ActorIx,
    heir: ActorIx,
}

impl Recognition {
    pub(super) fn of(base: &Base, of: ActorIx) -> Self {
        let acts = base.recognitions_of(of);
        let acted: BTreeSet<ActorIx> = acts
            .filter_map(|ix| if let Fact::Recognition { by, .. } = base[ix].fact { Some(by) } else { None })
            .collect();
        let spells = acted.into_iter().map(|by| (by, recognition_spells(base, by, of))).collect();
        Self { of, spells, continued: continued(base) }
    }

    /// How sure it is of each that it recognizes the actor on a day.
    fn bands(&self, base: &Base, day: Day) -> BTreeMap<ActorIx, Band> {
        let holds = |spells: &Vec<Spell>| spells.iter().map(|spell| spell.holds(day)).max().unwrap_or(Band::No);
        let mut bands: BTreeMap<ActorIx, Band> = self.spells.iter().map(|(&by, spells)| (by, holds(spells))).collect();
        let acted: BTreeSet<ActorIx> = self.spells.keys().copied().collect();
        let heirs = heirs_by(base, self.of, &acted, &self.continued, day);
        bands.extend(heirs.into_iter().map(|(heir, (_, band))| (heir, band)));
        bands
    }
}

/// Whether `by` recognizes `of` on a day.
pub(super) fn recognizes(base: &Base, by: ActorIx, of: ActorIx, day: Day) -> Band {
    recognition_spells(base, by, of).iter().map(|spell| spell.holds(day)).max().unwrap_or(Band::No)
}

/// Who stands on a day by the recognition that another gave, whom it continues: who it was, and whether that lasted to
/// its end. Those who acted themselves aren't among them.
pub(super) fn heirs(
    base: &Base,
    of: ActorIx,
    acted: &BTreeSet<ActorIx>,
    day: Day,
) -> BTreeMap<ActorIx, (ActorIx, Band)> {
    heirs_by(base, of, acted, &continued(base), day)
}

fn heirs_by(
    base: &Base,
    of: ActorIx,
    acted: &BTreeSet<ActorIx>,
    continued: &[Continued],
    day: Day,
) -> BTreeMap<ActorIx, (ActorIx, Band)> {
    let mut found: BTreeMap<ActorIx, (ActorIx, Band)> = BTreeMap::new();
    for &Continued { was, heir, .. } in continued.iter().take_while(|one| one.from <= day) {
        let left = match found.remove(&was) {
            _ if acted.contains(&was) => (was, recognized_to_its_end(base, was, of)),
            Some(inherited) => inherited,
            None => continue,
        };
        if !acted.contains(&heir) {
            found.insert(heir, left);
        }
    }
    found
}

/// Whether an actor that is no more recognized `of` until it ended.
fn recognized_to_its_end(base: &Base, was: ActorIx, of: ActorIx) -> Band {
    let lasted = recognition_spells(base, was, of).into_iter().filter_map(|spell| {
        let end = spell.end.as_ref()?;
        let ended_itself = matches!(base[end.by].fact, Fact::Existence { actor } if actor == was);
        ended_itself.then(|| spell.holds(end.earliest.plus(-1)))
    });
    lasted.max().unwrap_or(Band::No)
}

/// Who continued whom, in the order of time.
fn continued(base: &Base) -> Vec<Continued> {
    let succession = |ix: StatementIx| match base[ix].fact {
        Fact::Succession { successor, predecessor, form: SuccessionForm::Continuation | SuccessionForm::Renaming }
            if base[ix].stands() =>
        {
            Some(Continued { from: base[ix].begins.latest, was: predecessor, heir: successor })
        }
        _ => None,
    };
    let mut found: Vec<Continued> = base.statement_handles().filter_map(succession).collect();
    found.sort_unstable();
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
            (membership(base, ix, organization, day) == Band::Certain).then_some(member)
        }
        _ => None,
    });
    let mut found: Vec<ActorIx> = holds.collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// Whether an actor is a member on a day.
pub fn belongs(base: &Base, organization: ActorIx, member: ActorIx, day: Day) -> Band {
    let bands = base.under(Key::MembershipsOf(member)).map(|ix| match base[ix].fact {
        Fact::Membership { organization: of, standing: Standing::Member | Standing::Founder, .. }
            if of == organization && base[ix].stands() =>
        {
            membership(base, ix, organization, day)
        }
        _ => Band::No,
    });
    bands.max().unwrap_or(Band::No)
}
