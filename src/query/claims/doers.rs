//! Who did what a claim counts, when, and how sure that is.

use crate::form::Pattern;
use crate::model::{ActorIx, Band, Base, Counted, Day, Entity, ResolutionIx, StatementIx};
use crate::query::matches;
use crate::query::ranking::Doer;

/// Everybody who did it, each by the first act; by latest day.
pub(super) fn doers(base: &Base, counted: &Counted) -> Vec<Doer> {
    matches::first_of_each(&acts_counted(base, counted))
}

/// Every act that counts or may count.
pub(super) fn acts_counted(base: &Base, counted: &Counted) -> Vec<Doer> {
    // What is counted at whatever time doesn't depend on today.
    let mut found = Pattern::counted(counted).map_or_else(Vec::new, |of| matches::doers(base, &of, Day::FUTURE));
    for doer in &mut found {
        doer.counts = doer.counts.and(in_time(counted, (doer.earliest, doer.latest)));
    }
    found.retain(|doer| doer.counts != Band::No);
    found
}

/// The resolutions about something, of these bodies or of all, with the days on which they can have been adopted.
pub(super) fn resolutions(base: &Base, about: Entity, by: &[ActorIx]) -> Vec<(ResolutionIx, StatementIx, Day, Day)> {
    let listed = base.resolutions.iter().enumerate();
    let fits = listed.filter(|(_, resolution)| {
        let of_them = by.is_empty() || by.iter().any(|&whole| base.belongs_to(resolution.by, whole));
        resolution.concerns(about) && of_them && base[resolution.adopted].stands()
    });
    fits.map(|(index, resolution)| {
        let when = &base[resolution.adopted].begins;
        (ResolutionIx::new(index), resolution.adopted, when.earliest, when.latest)
    })
    .collect()
}

/// Whether an act lies in the time that counts.
fn in_time(counted: &Counted, (from, to): (Day, Day)) -> Band {
    let since =
        counted.since.as_ref().map_or(Band::Certain, |date| Band::of(from >= date.latest(), to >= date.earliest()));
    let on = counted.on.as_ref().map_or(Band::Certain, |date| Band::of(to <= date.earliest(), from <= date.latest()));
    since.and(on)
}
