//! Who holds a place: shown by the dates that are preferred or certain, with everyone else who can hold it.

use super::{PickAnswer, Recognition, RecognitionsRequest};
use crate::form::{Pick, Window};
use crate::model::{ActorIx, Asserts, Band, Base, ClaimIx, CountedAct, Entity};
use crate::query::matches::Implied;
use crate::query::ranking::{Doer, Ranking};

pub(super) fn pick(
    base: &Base,
    of: ActorIx,
    request: &RecognitionsRequest,
    acts: &[Recognition],
    implied: &[Implied],
) -> Option<PickAnswer> {
    let nth = match request.pick {
        Pick::Nth(nth) => Some(nth),
        Pick::Last => None,
        Pick::All => return None,
    };
    // Within a window, places count from its beginning.
    let windowed = request.window != Window::EVER;
    let inside: Vec<usize> = (0..acts.len()).filter(|&at| acts[at].band != Band::No).collect();
    let ranking = Ranking::of(base, inside.iter().map(|&at| acts[at].doer(base)));
    let holders = ranking.holders(nth);
    let at = |doer: &Doer| inside.iter().copied().find(|&at| acts[at].statement == doer.statement);
    let shown: Vec<usize> = holders.shown.iter().filter_map(at).collect();
    let possible: Vec<usize> = holders.possible.iter().filter_map(at).collect();
    let undated = inside.iter().filter(|&&at| !acts[at].dated).filter(|&&at| {
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
    Some(PickAnswer { nth, shown, possible, undated, implied, claims })
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
