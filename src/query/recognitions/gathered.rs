//! Everything about the recognition of one actor, as it is gathered: acts with their places, refusals, denials, ends.

use std::collections::{BTreeMap, BTreeSet};

use super::Recognition;
use crate::form::{Act, Pattern, Slot};
use crate::model::{ActorIx, Band, Base, Capacity, Day, Fact, RecognitionAct, StatementIx};
use crate::query::matches::{Hit, acts};
use crate::query::ranking::{Doer, Ranking};

pub(super) fn recognizer(base: &Base, ix: StatementIx) -> ActorIx {
    match base[ix].fact {
        Fact::Recognition { by, .. } => by,
        _ => unreachable!("statements under recognition keys are recognitions"),
    }
}

/// Everything about the recognition of one actor.
pub(super) struct ActsFound {
    pub(super) acts: Vec<Recognition>,
    pub(super) withheld: Vec<StatementIx>,
    pub(super) denied: Vec<StatementIx>,
    /// Those that are the first end of no act.
    pub(super) withdrawals: Vec<StatementIx>,
}

impl ActsFound {
    pub(super) fn of(base: &Base, of: ActorIx, wanted: Option<Capacity>, today: Day) -> Self {
        let given = Act::Recognized { by: Slot::WHO, of: Slot::Is(of), capacity: wanted, form: None };
        let given = acts(base, &Pattern::act(given), today);
        let acts = given.into_iter().filter_map(|hit| Recognition::of(of, hit)).collect();
        let mut found = Self { acts, withheld: Vec::new(), denied: Vec::new(), withdrawals: Vec::new() };
        let mut ends: BTreeMap<ActorIx, Vec<(Capacity, StatementIx)>> = BTreeMap::new();
        for ix in base.recognitions_of(of).filter(|&ix| base[ix].withdrawn.is_none()) {
            let statement = &base[ix];
            let Fact::Recognition { by, act, capacity, .. } = statement.fact else { continue };
            let is_end = matches!(act, RecognitionAct::Withdrawn | RecognitionAct::Suspended);
            if wanted.is_some_and(|wanted| wanted != capacity) && !is_end {
                continue;
            }
            match act {
                RecognitionAct::Recognized if !statement.is_affirmed() && statement.is_denied() => {
                    found.denied.push(ix);
                }
                _ if !statement.is_affirmed() => {}
                RecognitionAct::Recognized => {}
                RecognitionAct::Withheld => found.withheld.push(ix),
                RecognitionAct::Withdrawn | RecognitionAct::Suspended => {
                    ends.entry(by).or_default().push((capacity, ix));
                }
            }
        }
        found.place(base);
        for list in ends.values_mut() {
            list.sort_by_key(|&(_, ix)| {
                (base[ix].date().is_none(), base[ix].begins.earliest, base[ix].begins.latest, ix)
            });
        }
        for act in &mut found.acts {
            // The first act that ended it: not before it can have been given. Who no longer recognizes a government
            // may still recognize the state.
            let of_state = base[act.statement].fact.capacity() == Some(Capacity::State);
            let ended = |&&(capacity, ix): &&(Capacity, StatementIx)| {
                base[ix].begins.latest >= act.earliest && !(of_state && capacity == Capacity::Government)
            };
            act.withdrawn = ends.get(&act.by).and_then(|ends| ends.iter().find(ended)).map(|&(_, ix)| ix);
            if let Some(ix) = act.withdrawn.filter(|_| !act.dated) {
                act.latest = act.latest.min(base[ix].begins.latest);
            }
        }
        let ended: BTreeSet<StatementIx> = found.acts.iter().filter_map(|act| act.withdrawn).collect();
        found.withdrawals = ends.values().flatten().map(|(_, ix)| *ix).filter(|ix| !ended.contains(ix)).collect();
        found
    }

    /// Gives each actor its place, by its first act; what it did again stands where its days are, and never before that.
    fn place(&mut self, base: &Base) {
        let ranking = Ranking::of(base, self.acts.iter().map(|act| act.doer(base)));
        for act in self.acts.iter_mut().filter(|act| act.dated) {
            let Some(own) = ranking.get(act.by) else { continue };
            let place = ranking.place(own);
            // One that may not have happened comes before the first that did, and shares its place.
            act.again = own.doer.statement != act.statement
                && (act.latest, act.earliest) >= (own.doer.latest, own.doer.earliest);
            act.place = (!act.again).then_some(place);
            act.stands = ranking.place_of(act.by, (act.earliest, act.latest)).map(|by_days| by_days.max(place));
        }
    }
}

impl Recognition {
    /// By an act that matches; its place and what took it back are told later.
    fn of(of: ActorIx, hit: Hit) -> Option<Self> {
        let Hit { who, statement, earliest, latest, dated, .. } = hit;
        let (place, again, withdrawn, band) = (None, false, None, Band::Certain);
        Some(Self { statement, by: who?, of, place, dated, again, stands: None, earliest, latest, withdrawn, band })
    }

    /// Who did it, for a ranking. A recognition that a source denies may not have happened, so it only can come before.
    pub(super) fn doer(&self, base: &Base) -> Doer {
        let statement = &base[self.statement];
        let denied = if statement.is_denied() { Band::Possible } else { Band::Certain };
        Doer {
            by: self.by,
            statement: self.statement,
            earliest: self.earliest,
            latest: self.latest,
            counts: self.band.and(denied),
            dated: self.dated,
        }
    }
}
