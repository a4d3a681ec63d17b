//! Recognition: who recognized whom, in which order, and how sure that is.

mod bounds;
mod pick;

use std::collections::BTreeMap;

pub(super) use self::bounds::{bounds, implied};
use self::pick::pick;
use super::ranking::{Doer, Ranking};
use crate::model::{
    ActorIx, Asked, Band, Base, Capacity, ClaimIx, Counted, CountedAct, Day, Ends, Entity, Fact, Key, Matter, Place,
    RecognitionAct, Statement, StatementIx, first_day_of,
};

/// What is asked about recognition. At least one of `of` and `by` is given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecognitionsRequest {
    /// Who is recognized.
    pub of: Option<ActorIx>,
    /// Who recognizes.
    pub by: Option<ActorIx>,
    /// Only recognition as this; `None`: as a state or as the government of one.
    pub capacity: Option<Capacity>,
    /// Which acts.
    pub pick: Pick,
    /// Within which time.
    pub window: Window,
    /// The day that counts as today.
    pub today: Day,
}

/// Which acts are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pick {
    /// All.
    All,
    /// The nth, from 1.
    Nth(usize),
    /// The last.
    Last,
    /// Only those that were withdrawn or suspended.
    Withdrawn,
    /// Only recognition that is or was withheld.
    Withheld,
}

/// A time to which an answer is limited.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Window {
    /// Only what came before this day.
    pub before: Option<Day>,
    /// Only what came after this day.
    pub after: Option<Day>,
}

impl Window {
    /// Whether a span of days lies in the window: certainly, possibly, or no.
    pub fn holds(self, earliest: Day, latest: Day) -> Band {
        let before = self.before.map_or(Band::Certain, |day| Band::of(latest < day, earliest < day));
        let after = self.after.map_or(Band::Certain, |day| Band::of(earliest > day, latest > day));
        before.and(after)
    }

    /// Whether there can be a day in the window on which what lasts holds, and which isn't before `since`.
    fn meets(self, statement: &Statement, since: Day) -> bool {
        let end = match &statement.ends {
            Ends::At(when) => when.latest,
            Ends::AtOnce | Ends::Ongoing | Ends::Unknown => Day::FUTURE,
        };
        self.before.is_none_or(|day| statement.begins.earliest.max(since) < day)
            && self.after.is_none_or(|day| end > day.plus(1))
    }
}

impl RecognitionsRequest {
    /// What it asks about.
    pub fn matters(&self) -> Vec<Matter> {
        match (self.of, self.by) {
            (Some(of), Some(by)) => vec![Matter::RecognitionsBetween(by, of)],
            (Some(of), None) => vec![Matter::RecognitionsOf(of)],
            (None, by) => by.into_iter().map(Matter::RecognitionsBy).collect(),
        }
    }
}

/// An act of recognition with what follows from the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recognition {
    /// The act.
    pub statement: StatementIx,
    /// Who recognizes.
    pub by: ActorIx,
    /// Who is recognized.
    pub of: ActorIx,
    /// Its place among all recognitions of the same actor; `None` when it has no date.
    pub place: Option<Place>,
    /// The days on which it can have happened: by its date, not before its object can have existed, and not after
    /// relations with it certainly began.
    pub earliest: Day,
    /// See `earliest`.
    pub latest: Day,
    /// The act that took it back.
    pub withdrawn: Option<StatementIx>,
    /// Whether it lies in the time asked for: certainly or possibly. Of withdrawn recognition that is the time of the
    /// withdrawal.
    pub band: Band,
}

/// A recognition that no record states and that relations imply.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Implied {
    /// Who must have recognized.
    pub by: ActorIx,
    /// The statement that relations were established.
    pub statement: StatementIx,
    /// The first day on which it can have happened.
    pub earliest: Day,
    /// The last day on which it can have happened.
    pub latest: Day,
}

/// The acts that hold a place that was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picked {
    /// The nth, from 1; `None` for the last.
    pub nth: Option<usize>,
    /// Those that had certainly happened when the nth of all had: positions in the answer's acts.
    pub shown: Vec<usize>,
    /// Others that can hold the place, because their date is imprecise or contested.
    pub possible: Vec<usize>,
    /// How many without a date can change the place.
    pub undated: usize,
    /// How many implied by relations alone can change the place.
    pub implied: usize,
    /// Claims of sources about this place; none when a window moves it.
    pub claims: Vec<ClaimIx>,
}

/// The answer to a [`RecognitionsRequest`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecognitionsAnswer {
    /// What was asked.
    pub request: RecognitionsRequest,
    /// Recognitions that stand, in order: least place first, undated ones last.
    pub acts: Vec<Recognition>,
    /// How many recognitions of the same actors have no date, by whomever: they have no place, and could come before.
    pub undated: usize,
    /// Actors that have or had relations with the one asked about and whose recognition isn't recorded. Relations imply
    /// it, so that each recognized on a day within the bounds; by latest day.
    pub implied: Vec<Implied>,
    /// Recognition that was withheld in the time asked for.
    pub withheld: Vec<StatementIx>,
    /// Recognitions that sources deny and none affirms.
    pub denied: Vec<StatementIx>,
    /// Who holds the place that was asked for.
    pub picked: Option<Picked>,
}

/// Answers who recognized whom.
pub fn recognitions(base: &Base, request: &RecognitionsRequest) -> RecognitionsAnswer {
    let mut acts = Vec::new();
    let mut withheld = Vec::new();
    let mut denied = Vec::new();
    let mut others = 0;
    let mut gather = |of: ActorIx| {
        let found = Gathered::of(base, of, request.capacity);
        let wanted = |by: ActorIx| request.by.is_none_or(|wanted| wanted == by);
        others += found.acts.iter().filter(|act| act.place.is_none()).count();
        acts.extend(found.acts.into_iter().filter(|act| wanted(act.by)));
        withheld.extend(found.withheld.into_iter().filter(|ix| wanted(recognizer(base, *ix))));
        denied.extend(found.denied.into_iter().filter(|ix| wanted(recognizer(base, *ix))));
    };
    match (request.of, request.by) {
        (Some(of), _) => gather(of),
        (None, Some(by)) => {
            let mut objects: Vec<ActorIx> = base
                .under(Key::RecognitionBy(by))
                .filter_map(|ix| match base[ix].fact {
                    Fact::Recognition { of, .. } => Some(of),
                    _ => None,
                })
                .collect();
            objects.sort_unstable();
            objects.dedup();
            objects.into_iter().for_each(&mut gather);
        }
        (None, None) => {}
    }
    for act in &mut acts {
        let ended = act.withdrawn.filter(|_| request.pick == Pick::Withdrawn).map(|ix| &base[ix].begins);
        let (earliest, latest) = ended.map_or((act.earliest, act.latest), |when| (when.earliest, when.latest));
        // What a source denies may not have happened.
        let denied =
            base[if ended.is_some() { act.withdrawn.unwrap_or(act.statement) } else { act.statement }].is_denied();
        act.band = request.window.holds(earliest, latest).and(if denied { Band::Possible } else { Band::Certain });
    }
    // Nothing is refused to what isn't there yet.
    let since = |ix: StatementIx| match base[ix].fact {
        Fact::Recognition { of, by, .. } => first_day_of(base, of).max(first_day_of(base, by)),
        _ => Day::PAST,
    };
    withheld.retain(|&ix| request.window.meets(&base[ix], since(ix)));
    let by_place = request.of.is_some();
    acts.sort_by(|a, b| {
        let key = |act: &Recognition| {
            let place = act.place.filter(|_| by_place).map(|place| (place.least, place.most));
            (act.place.is_none(), place, act.earliest, act.latest)
        };
        let name = |act: &Recognition| (&base[act.by].name, &base[act.of].name);
        key(a).cmp(&key(b)).then_with(|| name(a).cmp(&name(b)))
    });
    let mut implied = match (request.of, request.by) {
        (Some(of), None) if request.capacity.is_none() => implied(base, of),
        _ => Vec::new(),
    };
    implied.retain(|other| request.window.holds(other.earliest, other.latest) != Band::No);
    let picked = request.of.and_then(|of| pick(base, of, request, &acts, &implied));
    match request.pick {
        Pick::Withdrawn => acts.retain(|act| act.withdrawn.is_some()),
        Pick::Withheld => acts.clear(),
        Pick::All | Pick::Nth(_) | Pick::Last => {}
    }
    if picked.is_none() {
        acts.retain(|act| act.band != Band::No);
    }
    if !matches!(request.pick, Pick::All | Pick::Withheld) {
        withheld.clear();
    }
    if request.pick == Pick::Withdrawn {
        denied.clear();
    }
    RecognitionsAnswer { request: request.clone(), undated: others, acts, implied, withheld, denied, picked }
}

impl RecognitionsAnswer {
    /// Up to when it has to be covered: of a place, until its holder had acted.
    pub fn asked(&self, base: &Base) -> Asked {
        let today = self.request.today;
        let nth = self.picked.as_ref().filter(|picked| picked.nth.is_some());
        let shown = nth.into_iter().flat_map(|picked| &picked.shown);
        let acted = shown.map(|&at| base[self.acts[at].statement].begins.latest).max().filter(|day| *day <= today);
        Asked::of(acted.unwrap_or(today), today)
    }
}

impl RecognitionsAnswer {
    /// What a place rests on, with the days: all acts until its holder had acted; of the last, all since. `None` of any other answer.
    pub fn rests_on_all(&self, base: &Base) -> Option<(Counted, (Option<Day>, Day))> {
        let (of, picked) = (self.request.of?, self.picked.as_ref()?);
        let counted =
            Counted { capacity: self.request.capacity, ..Counted::all(CountedAct::Recognized, Entity::Actor(of)) };
        let shown = picked.shown.iter().map(|&at| self.acts[at].earliest);
        let from = self.request.window.after.max(shown.min().filter(|_| picked.nth.is_none()));
        Some((counted, (from, self.asked(base).day)))
    }
}

fn recognizer(base: &Base, ix: StatementIx) -> ActorIx {
    match base[ix].fact {
        Fact::Recognition { by, .. } => by,
        _ => unreachable!("statements under recognition keys are recognitions"),
    }
}

/// Everything about the recognition of one actor.
struct Gathered {
    acts: Vec<Recognition>,
    withheld: Vec<StatementIx>,
    denied: Vec<StatementIx>,
}

impl Gathered {
    fn of(base: &Base, of: ActorIx, wanted: Option<Capacity>) -> Self {
        let mut found = Self { acts: Vec::new(), withheld: Vec::new(), denied: Vec::new() };
        let mut ends: BTreeMap<ActorIx, Vec<(Capacity, StatementIx)>> = BTreeMap::new();
        let since = first_day_of(base, of);
        for ix in base.recognitions_of(of).filter(|&ix| base[ix].withdrawn.is_none()) {
            let statement = &base[ix];
            let Fact::Recognition { by, act, capacity, .. } = statement.fact else { continue };
            let is_end = matches!(act, RecognitionAct::Withdrawn | RecognitionAct::Suspended);
            if wanted.is_some_and(|wanted| wanted != capacity) && !is_end {
                continue;
            }
            match act {
                RecognitionAct::Recognized if !statement.is_affirmed() && statement.is_denied() => {
                    found.denied.push(ix)
                }
                _ if !statement.is_affirmed() => {}
                RecognitionAct::Withheld => found.withheld.push(ix),
                RecognitionAct::Withdrawn | RecognitionAct::Suspended => {
                    ends.entry(by).or_default().push((capacity, ix))
                }
                RecognitionAct::Recognized => {
                    let (earliest, latest) = bounds(base, by, of, ix, since);
                    found.acts.push(Recognition {
                        statement: ix,
                        by,
                        of,
                        place: None,
                        earliest,
                        latest,
                        withdrawn: None,
                        band: Band::Certain,
                    });
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
            if let Some(ix) = act.withdrawn.filter(|_| act.place.is_none()) {
                act.latest = act.latest.min(base[ix].begins.latest);
            }
        }
        found
    }

    /// Gives each dated act its place: one more than the number of other actors that came before.
    fn place(&mut self, base: &Base) {
        let ranking = Ranking::of(base, self.acts.iter().map(|act| act.doer(base)));
        for act in self.acts.iter_mut().filter(|act| base[act.statement].date().is_some()) {
            act.place = ranking.place_of(act.by, (act.earliest, act.latest));
        }
    }
}

impl Recognition {
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
            dated: statement.date().is_some(),
        }
    }
}
