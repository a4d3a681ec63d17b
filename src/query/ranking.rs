//! Who came first, nth or last: the one ranking of lists, questions and claims.
//!
//! An actor has one place, by its first act; only the last one is who did it last, by whichever act. Undated acts widen no place and are told beside it; an act that a source denies, or that may
//! not count, only can come before. Whoever holds a place is shown by the date that is preferred, else by the latest day.

use std::collections::BTreeMap;

use crate::model::{ActorIx, Band, Base, Day, Fact, Order, Place, Rank, RecognitionAct, Statement, StatementIx};

/// Somebody that did it, by one act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Doer {
    /// Who did it.
    pub by: ActorIx,
    /// The act.
    pub statement: StatementIx,
    /// The first day on which it can have done it.
    pub earliest: Day,
    /// The last.
    pub latest: Day,
    /// Whether the act counts: a denied one, or one by somebody who may not belong to the group, only possibly does.
    pub counts: Band,
    /// Whether a source gives a date.
    pub dated: bool,
}

/// An actor in a ranking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ranked {
    /// Its first act, as far as is known.
    pub doer: Doer,
    /// The first day on which it can have done it, by any of its acts, and the last by which it certainly had; that is
    /// [`Day::FUTURE`] where no act of it certainly counts.
    pub span: (Day, Day),
    /// The days of the date by which it is shown.
    shown: (Day, Day),
}

/// Those who did something, by days.
pub struct Ranking {
    /// By when each had certainly done it.
    ranked: Vec<Ranked>,
    /// By when each had certainly done it for the last time.
    last: Vec<Ranked>,
    /// Those of whom no act has a date.
    pub undated: Vec<Doer>,
    order: Order,
}

/// Who holds a place.
pub struct Holders {
    /// By the dates that are shown; of several, they share it.
    pub shown: Vec<Doer>,
    /// Who else can hold it, because days are imprecise or contested.
    pub possible: Vec<Doer>,
}

impl Ranking {
    /// The ranking of these acts, in any order.
    pub fn of(base: &Base, acts: impl IntoIterator<Item = Doer>) -> Self {
        let mut dated: BTreeMap<ActorIx, Vec<Doer>> = BTreeMap::new();
        let mut without: BTreeMap<ActorIx, Doer> = BTreeMap::new();
        for act in acts.into_iter().filter(|act| act.counts != Band::No) {
            if act.dated {
                dated.entry(act.by).or_default().push(act);
            } else {
                without.entry(act.by).or_insert(act);
            }
        }
        without.retain(|by, _| !dated.contains_key(by));
        let mut ranked: Vec<Ranked> = dated.values().filter_map(|acts| first_of(base, acts)).collect();
        ranked.sort_by_key(|one| (one.doer.latest, one.doer.earliest, one.doer.by));
        let order = Order::of(ranked.iter().map(|one| one.span));
        let last = dated.values().filter_map(|acts| last_of(base, acts)).collect();
        Self { ranked, last, undated: without.into_values().collect(), order }
    }

    /// All that have a date.
    pub fn dated(&self) -> impl Iterator<Item = &Ranked> {
        self.ranked.iter()
    }

    /// An actor that has a date.
    pub fn get(&self, by: ActorIx) -> Option<&Ranked> {
        self.ranked.iter().find(|one| one.doer.by == by)
    }

    /// The last act of each that has a date.
    pub fn last(&self) -> impl Iterator<Item = &Ranked> {
        self.last.iter()
    }

    /// The last act of an actor that has a date.
    pub fn last_of(&self, by: ActorIx) -> Option<&Ranked> {
        self.last.iter().find(|one| one.doer.by == by)
    }

    /// The place of an actor.
    pub fn place(&self, one: &Ranked) -> Place {
        self.order.place((one.span.0, one.doer.latest), one.span)
    }

    /// The place of an act by an actor that is in the ranking: one more than the number of others that came before it.
    pub fn place_of(&self, by: ActorIx, days: (Day, Day)) -> Option<Place> {
        self.get(by).map(|own| self.order.place(days, own.span))
    }

    /// Who holds the nth place, or the last. Nobody is shown whose act only possibly counts, unless none certainly does.
    pub fn holders(&self, nth: Option<usize>) -> Holders {
        // Who did it several times was last by the last of them.
        let ranked = if nth.is_some() { &self.ranked } else { &self.last };
        let certain = |one: &&Ranked| one.doer.counts == Band::Certain;
        let mut sure: Vec<&Ranked> = ranked.iter().filter(certain).collect();
        if sure.is_empty() {
            sure = ranked.iter().collect();
        }
        match nth {
            Some(_) => sure.sort_by_key(|one| (one.shown.1, one.shown.0)),
            None => sure.sort_by_key(|one| one.shown),
        }
        let holder = nth.unwrap_or(sure.len()).checked_sub(1).and_then(|index| sure.get(index)).copied();
        let shown: Vec<Doer> = sure
            .iter()
            .filter(|one| holder.is_some_and(|holder| one.shown == holder.shown))
            .map(|one| one.doer)
            .collect();
        // Nobody whose act certainly came before another's was the last.
        let last_begins = sure.iter().map(|one| one.span.0).max().unwrap_or(Day::PAST);
        let can = |one: &&Ranked| match nth {
            Some(nth) => self.place(one).can_be(nth),
            None => one.doer.latest >= last_begins,
        };
        let others = ranked.iter().filter(|one| !shown.iter().any(|doer| doer.by == one.doer.by));
        let possible = others.filter(can).map(|one| one.doer).collect();
        Holders { shown, possible }
    }
}

/// What the acts of one actor come to: who recognizes again, or in another form, doesn't take another place.
fn first_of(base: &Base, acts: &[Doer]) -> Option<Ranked> {
    let sure = |act: &&Doer| act.counts == Band::Certain;
    let first = acts.iter().min_by_key(|act| (!sure(act), act.latest, act.earliest, act.statement))?;
    let earliest = acts.iter().map(|act| act.earliest).min()?;
    let latest = acts.iter().filter(sure).map(|act| act.latest).min().unwrap_or(Day::FUTURE);
    let shown = preferred(&base[first.statement]).unwrap_or((first.earliest, first.latest));
    Some(Ranked { doer: *first, span: (earliest, latest), shown })
}

/// The acts of one actor that did something anew: who recognizes again, or in another form, did it before, unless recognition had
/// been withdrawn in between.
fn anew<'a>(base: &Base, acts: &'a [Doer]) -> Vec<&'a Doer> {
    let withdrawn = |act: &Doer, before: &Doer| {
        match base[act.statement].fact {
        Fact::Recognition { of, act: RecognitionAct::Recognized, .. } => base.recognitions_of(of).any(|ix| {
            let ended = matches!(base[ix].fact, Fact::Recognition { by, act: RecognitionAct::Withdrawn | RecognitionAct::Suspended, .. } if by == act.by);
            ended && base[ix].stands() && base[ix].begins.latest >= before.earliest && base[ix].begins.earliest <= act.latest
        }),
        _ => true,
    }
    };
    let earlier = |act: &Doer| {
        acts.iter()
            .filter(|other| other.statement != act.statement && other.latest <= act.earliest)
            .max_by_key(|other| other.latest)
            .copied()
    };
    acts.iter().filter(|act| earlier(act).is_none_or(|before| withdrawn(act, &before))).collect()
}

/// The last of the acts of one actor: of those that certainly count, the one with the latest days.
fn last_of(base: &Base, acts: &[Doer]) -> Option<Ranked> {
    let acts = anew(base, acts);
    let sure = |act: &&&Doer| act.counts == Band::Certain;
    let last = acts.iter().max_by_key(|act| (sure(act), act.earliest, act.latest, act.statement))?;
    let latest = acts.iter().map(|act| act.latest).max()?;
    let earliest = acts.iter().filter(sure).map(|act| act.earliest).max().unwrap_or(last.earliest);
    let shown = preferred(&base[last.statement]).unwrap_or((last.earliest, last.latest));
    Some(Ranked { doer: Doer { latest, ..**last }, span: (earliest, latest), shown })
}

/// Whether these acts are all known to the day, so that those who share a place by them do so for sure.
pub fn are_of_days(base: &Base, acts: impl IntoIterator<Item = StatementIx>) -> bool {
    let is_day = |ix: StatementIx| base[ix].date().is_some_and(|date| date.earliest() == date.latest());
    acts.into_iter().all(is_day)
}

/// The days of the date that a source is preferred for.
fn preferred(statement: &Statement) -> Option<(Day, Day)> {
    let mut dates = statement.attestations.iter().filter(|a| a.counts() && a.rank == Rank::Preferred);
    dates.find_map(|a| a.date.as_ref()).map(|date| (date.earliest(), date.latest()))
}
