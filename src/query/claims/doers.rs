//! Who did what a claim counts, when, and how sure that is.

use std::collections::BTreeMap;

use crate::model::{
    ActorIx, Band, Base, Counted, CountedAct, Day, DisputeIx, Entity, Fact, Key, RecognitionAct, RecognitionForm,
    RelationsAct, ResolutionIx, StatementIx, belongs, first_day_of,
};
use crate::query::ranking::Doer;
use crate::query::recognitions::bounds;

/// Everybody who did it, each by the first act; by latest day.
pub fn doers(base: &Base, counted: &Counted) -> Vec<Doer> {
    let mut first: BTreeMap<ActorIx, Doer> = BTreeMap::new();
    for doer in acts_counted(base, counted) {
        let known = first.entry(doer.by).or_insert(doer);
        // One that counts for certain goes before one that may not; then the earlier one.
        let rank = |one: &Doer| (std::cmp::Reverse(one.counts), !one.dated, one.latest, one.earliest);
        if rank(&doer) < rank(known) {
            *known = doer;
        }
    }
    let mut found: Vec<Doer> = first.into_values().collect();
    found.sort_by_key(|doer| (!doer.dated, doer.latest, doer.earliest, doer.by));
    found
}

/// Every act that counts or may count.
pub fn acts_counted(base: &Base, counted: &Counted) -> Vec<Doer> {
    let mut found = Vec::new();
    let mut add = |by: ActorIx, ix: StatementIx, span: (Day, Day)| {
        let statement = &base[ix];
        if !statement.stands() {
            return;
        }
        let sure = if statement.is_denied() { Band::Possible } else { Band::Certain };
        // A mission whose level no source names may be of any.
        let sure = match (counted.level, &statement.fact) {
            (Some(wanted), Fact::Relations { level: Some(level), .. }) if *level != wanted => Band::No,
            (Some(_), Fact::Relations { level: None, .. }) => sure.and(Band::Possible),
            _ => sure,
        };
        let counts = sure.and(in_group(base, counted, by, span)).and(in_time(counted, span));
        found.push(Doer {
            by,
            statement: ix,
            earliest: span.0,
            latest: span.1,
            counts,
            dated: statement.date().is_some(),
        });
    };
    let plain = |ix: StatementIx| (base[ix].begins.earliest, base[ix].begins.latest);
    // Nothing passes between two before both exist.
    let between = |ix: StatementIx, of: ActorIx, by: ActorIx| {
        let (earliest, latest) = plain(ix);
        (earliest.max(first_day_of(base, of)).max(first_day_of(base, by)).min(latest), latest)
    };
    match (counted.act, counted.of) {
        (CountedAct::Recognized | CountedAct::Withdrawn, Entity::Actor(of)) => {
            let wanted = match counted.act {
                CountedAct::Recognized => RecognitionAct::Recognized,
                _ => RecognitionAct::Withdrawn,
            };
            let since = first_day_of(base, of);
            for ix in base.recognitions_of(of) {
                let Fact::Recognition { by, act, form, capacity, .. } = base[ix].fact else { continue };
                // What no source calls by a form may have had it.
                let unsaid = form == RecognitionForm::NotSaid && counted.form.is_some();
                let fits = act == wanted
                    && counted.form.is_none_or(|wanted| wanted == form || unsaid)
                    && counted.capacity.is_none_or(|wanted| wanted == capacity);
                if fits {
                    let bounded = act == RecognitionAct::Recognized;
                    let (from, to) = if bounded { bounds(base, by, of, ix, since) } else { plain(ix) };
                    add(by, ix, (from, if unsaid { Day::FUTURE } else { to }));
                }
            }
        }
        (CountedAct::Established | CountedAct::Severed | CountedAct::MissionOpened, Entity::Actor(of)) => {
            let wanted = match counted.act {
                CountedAct::Established => RelationsAct::Established,
                CountedAct::Severed => RelationsAct::Severed,
                _ => RelationsAct::MissionOpened,
            };
            for ix in base.under(Key::RelationsWith(of)) {
                let Fact::Relations { pair, act, by, .. } = base[ix].fact else { continue };
                let other = pair.other(of);
                // A mission is counted where it stands; what both did counts for the other.
                let doer = by.unwrap_or(other);
                if act == wanted && doer == other {
                    add(other, ix, between(ix, of, other));
                }
            }
        }
        (CountedAct::Joined, Entity::Actor(of)) => {
            for ix in base.under(Key::MembersOf(of)) {
                if let Fact::Membership { member, standing, .. } = base[ix].fact
                    && standing.is_full()
                {
                    add(member, ix, plain(ix));
                }
            }
        }
        (CountedAct::Adopted, about) => {
            for resolution in base.resolutions.iter().filter(|resolution| resolution.concerns(about)) {
                add(adopter(base, resolution.by), resolution.adopted, plain(resolution.adopted));
            }
        }
        (CountedAct::Backed, Entity::Actor(of)) => {
            let disputes: Vec<DisputeIx> = match counted.over {
                Some(over) => vec![over],
                None => (0..base.disputes.len()).map(DisputeIx::new).collect(),
            };
            for ix in disputes.into_iter().flat_map(|dispute| base.under(Key::Positions(dispute))) {
                if let Fact::Position { by, backs, .. } = base[ix].fact
                    && backs == of
                {
                    add(by, ix, plain(ix));
                }
            }
        }
        _ => {}
    }
    found.retain(|doer: &Doer| doer.counts != Band::No);
    found
}

/// Who adopted what a body adopted: the country, where it is a country's. Organizations are counted by their bodies.
fn adopter(base: &Base, body: ActorIx) -> ActorIx {
    let owner = base.owner_of(body);
    if base[owner].kind.is_country() { owner } else { body }
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

/// Whether an actor belongs to the group that counts, on whichever day it did it.
pub(super) fn in_group(base: &Base, counted: &Counted, by: ActorIx, (from, to): (Day, Day)) -> Band {
    let member = |group: ActorIx| {
        let (first, last) = (belongs(base, group, by, from), belongs(base, group, by, to));
        if first == last { first } else { Band::Possible }
    };
    let among = counted.among.map_or(Band::Certain, member);
    let except = counted.except.map_or(Band::Certain, |group| member(group).not());
    among.and(except)
}

/// Whether an act lies in the time that counts.
fn in_time(counted: &Counted, (from, to): (Day, Day)) -> Band {
    let since =
        counted.since.as_ref().map_or(Band::Certain, |date| Band::of(from >= date.latest(), to >= date.earliest()));
    let on = counted.on.as_ref().map_or(Band::Certain, |date| Band::of(to <= date.earliest(), from <= date.latest()));
    since.and(on)
}
