//! Who recognizes an actor on a day, be it by what another did, whom it continues.
//!
//! Who continues another, or goes by another name, stands by what that one did, unless it acted itself.

use std::collections::{BTreeMap, BTreeSet};

use super::{ActorIx, Band, Base, Day, Fact, Spell, StatementIx, SuccessionForm, recognition_spells};

/// The recognition of an actor by all who acted: when it lasts, and who continues whom.
pub struct RecognitionOf {
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

impl RecognitionOf {
    /// Gathers it, for as many days as are asked about.
    pub fn of(base: &Base, of: ActorIx) -> Self {
        let acts = base.recognitions_of(of);
        let acted: BTreeSet<ActorIx> = acts
            .filter_map(|ix| if let Fact::Recognition { by, .. } = base[ix].fact { Some(by) } else { None })
            .collect();
        let spells = acted.into_iter().map(|by| (by, recognition_spells(base, by, of))).collect();
        Self { of, spells, continued: continued(base) }
    }

    /// How sure it is of each that it recognizes the actor on a day.
    pub fn bands(&self, base: &Base, day: Day) -> BTreeMap<ActorIx, Band> {
        let holds = |spells: &Vec<Spell>| spells.iter().map(|spell| spell.holds(day)).max().unwrap_or(Band::No);
        let mut bands: BTreeMap<ActorIx, Band> = self.spells.iter().map(|(&by, spells)| (by, holds(spells))).collect();
        let acted: BTreeSet<ActorIx> = self.spells.keys().copied().collect();
        let heirs = heirs_by(base, self.of, &acted, &self.continued, day);
        bands.extend(heirs.into_iter().map(|(heir, (_, band))| (heir, band)));
        bands
    }
}

/// Whether `by` recognizes `of` on a day.
pub fn recognizes(base: &Base, by: ActorIx, of: ActorIx, day: Day) -> Band {
    recognition_spells(base, by, of).iter().map(|spell| spell.holds(day)).max().unwrap_or(Band::No)
}

/// Who stands on a day by the recognition that another gave, whom it continues: who it was, and whether that lasted to
/// its end. Those who acted themselves aren't among them.
pub fn heirs(base: &Base, of: ActorIx, acted: &BTreeSet<ActorIx>, day: Day) -> BTreeMap<ActorIx, (ActorIx, Band)> {
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
