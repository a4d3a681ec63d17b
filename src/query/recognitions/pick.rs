//! Who holds a place: shown by the dates that are preferred or certain, with everyone else who can hold it.

use std::collections::BTreeMap;

use super::{Implied, Pick, Picked, Recognition, RecognitionsRequest, Window};
use crate::model::{ActorIx, Asserts, Band, Base, ClaimIx, CountedAct, Day, Entity, Order, Rank, Statement};

pub(super) fn pick(
    base: &Base,
    of: ActorIx,
    request: &RecognitionsRequest,
    acts: &[Recognition],
    implied: &[Implied],
) -> Option<Picked> {
    let nth = match request.pick {
        Pick::Nth(nth) => Some(nth),
        Pick::Last => None,
        _ => return None,
    };
    // Within a window, places count from its beginning.
    let windowed = request.window != Window::default();
    let inside: Vec<usize> = (0..acts.len()).filter(|&at| acts[at].band != Band::No).collect();
    let dated = first_acts(acts, &inside);
    let span = |at: usize| (acts[at].earliest, acts[at].latest);
    let order = Order::of(dated.iter().map(|&at| span(at)));
    let place_of = |at: usize| match acts[at].place {
        Some(place) if !windowed && request.by.is_none() => place,
        _ => order.place(span(at), span(at)),
    };
    // By when each had certainly recognized, or by the date that is preferred: the nth of these holds the place as far
    // as days are known.
    let shown_span = |at: usize| preferred(&base[acts[at].statement]).unwrap_or_else(|| span(at));
    let mut sorted = dated.clone();
    match nth {
        Some(_) => sorted.sort_by_key(|&at| (shown_span(at).1, shown_span(at).0)),
        None => sorted.sort_by_key(|&at| shown_span(at)),
    }
    let holder = nth.unwrap_or(sorted.len()).checked_sub(1).and_then(|index| sorted.get(index)).copied();
    let shown: Vec<usize> = match holder {
        Some(holder) => sorted.iter().copied().filter(|&at| shown_span(at) == shown_span(holder)).collect(),
        None => Vec::new(),
    };
    // Nobody whose recognition certainly came before another's was the last.
    let sure = dated.iter().filter(|&&at| !base[acts[at].statement].is_denied());
    let last_begins = sure.map(|&at| acts[at].earliest).max().unwrap_or(Day::PAST);
    let possible: Vec<usize> = dated
        .iter()
        .copied()
        .filter(|at| !shown.contains(at))
        .filter(|&at| match nth {
            Some(nth) => place_of(at).can_be(nth),
            None => acts[at].latest >= last_begins,
        })
        .collect();
    let undated = inside.iter().filter(|&&at| acts[at].place.is_none()).filter(|&&at| {
        shown.iter().any(|&holder| match nth {
            Some(_) => acts[at].earliest < acts[holder].latest,
            None => acts[at].latest > acts[holder].earliest,
        })
    });
    let undated = undated.count();
    let implied = implied.iter().filter(|other| {
        shown.iter().any(|&holder| match nth {
            Some(_) => other.earliest < acts[holder].latest,
            None => other.latest > acts[holder].earliest,
        })
    });
    let implied = implied.count();
    let narrowed = windowed || request.capacity.is_some();
    let claims = if narrowed { Vec::new() } else { claims(base, of, nth) };
    Some(Picked { nth, shown, possible, undated, implied, claims })
}

/// The days of the date that a source is preferred for.
fn preferred(statement: &Statement) -> Option<(Day, Day)> {
    let mut dates = statement.attestations.iter().filter(|a| a.counts() && a.rank == Rank::Preferred);
    dates.find_map(|a| a.date.as_ref()).map(|date| (date.earliest(), date.latest()))
}

/// The first dated act of each actor: who recognizes again, or in another form, doesn't take another place.
fn first_acts(acts: &[Recognition], inside: &[usize]) -> Vec<usize> {
    let mut first: BTreeMap<ActorIx, usize> = BTreeMap::new();
    for &at in inside.iter().filter(|&&at| acts[at].place.is_some()) {
        let when = |at: usize| (acts[at].earliest, acts[at].latest);
        let known = first.entry(acts[at].by).or_insert(at);
        if when(at) < when(*known) {
            *known = at;
        }
    }
    let mut found: Vec<usize> = first.into_values().collect();
    found.sort_unstable();
    found
}

/// The claims of sources about the nth place, or about the last.
fn claims(base: &Base, of: ActorIx, nth: Option<usize>) -> Vec<ClaimIx> {
    let about = |ix: &ClaimIx| {
        let place = match (&base[*ix].asserts, nth) {
            (Asserts::Nth { nth: claimed, counted, .. }, Some(nth)) if *claimed == nth => counted,
            (Asserts::Last { counted, .. }, None) => counted,
            _ => return false,
        };
        place.act == CountedAct::Recognized && place.of == Entity::Actor(of)
    };
    (0..base.claims.len()).map(ClaimIx::new).filter(about).collect()
}
