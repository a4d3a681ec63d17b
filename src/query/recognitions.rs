//! Recognition: who recognized whom, in which order, and how sure that is.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{
    ActorIx, Asserts, Band, Base, Capacity, ClaimIx, CountedAct, Day, Ends, Entity, Fact, Key, Level, Order, Pair,
    Place, Rank, RecognitionAct, RelationsAct, Statement, StatementIx,
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
        let side = |certain: bool, possible: bool| match (certain, possible) {
            (true, _) => Band::Certain,
            (false, true) => Band::Possible,
            (false, false) => Band::No,
        };
        let before = self.before.map_or(Band::Certain, |day| side(latest < day, earliest < day));
        let after = self.after.map_or(Band::Certain, |day| side(earliest > day, latest > day));
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
        act.band = request.window.holds(earliest, latest);
    }
    // Nothing is refused to what isn't there yet.
    let since = |ix: StatementIx| match base[ix].fact {
        Fact::Recognition { of, by, .. } => existence(base, of).max(existence(base, by)),
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
    RecognitionsAnswer { request: request.clone(), undated: others, acts, implied, withheld, denied, picked }
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
        let since = existence(base, of);
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

    /// Gives each dated act its place: one more than the number of other actors that came before. A recognition that
    /// a source denies may not have happened, so it only can come before.
    fn place(&mut self, base: &Base) {
        let mut first: BTreeMap<ActorIx, (Day, Day, bool)> = BTreeMap::new();
        for act in self.acts.iter().filter(|act| base[act.statement].date().is_some()) {
            let sure = !base[act.statement].is_denied();
            let entry = first.entry(act.by).or_insert((act.earliest, act.latest, sure));
            *entry = (entry.0.min(act.earliest), entry.1.min(act.latest), entry.2 || sure);
        }
        // A denied act may not have happened: it never certainly came before.
        let span = |&(from, to, sure): &(Day, Day, bool)| (from, if sure { to } else { Day::FUTURE });
        let order = Order::of(first.values().map(span));
        for act in self.acts.iter_mut().filter(|act| base[act.statement].date().is_some()) {
            act.place = Some(order.place((act.earliest, act.latest), span(&first[&act.by])));
        }
    }
}

/// The first day on which an actor can have existed, by all sources that count.
pub(super) fn existence(base: &Base, actor: ActorIx) -> Day {
    base.under(Key::Existence(actor))
        .filter(|&ix| base[ix].stands() && matches!(base[ix].fact, Fact::Existence { .. }))
        .map(|ix| base[ix].begins.earliest)
        .min()
        .unwrap_or(Day::PAST)
}

/// The days on which a recognition can have happened. What must hold narrows an imprecise date, and never empties it.
pub(super) fn bounds(base: &Base, by: ActorIx, of: ActorIx, ix: StatementIx, since: Day) -> (Day, Day) {
    let when = &base[ix].begins;
    if when.earliest == when.latest {
        return (when.earliest, when.latest);
    }
    let established = Pair::new(by, of).into_iter().flat_map(|pair| base.relations_of(pair)).filter(|&ix| {
        let statement = &base[ix];
        let begins = matches!(statement.fact, Fact::Relations { act: RelationsAct::Established, .. });
        begins && statement.stands() && !statement.is_denied() && statement.date().is_some()
    });
    let related = established.map(|ix| base[ix].begins.latest).min().unwrap_or(Day::FUTURE);
    let since = since.max(existence(base, by));
    let (earliest, latest) = (when.earliest.max(since), when.latest.min(related));
    if earliest <= latest { (earliest, latest) } else { (when.earliest, when.latest) }
}

/// Who has relations with `of`, and no recognition of it on record: neither given, withheld nor denied.
pub(super) fn implied(base: &Base, of: ActorIx) -> Vec<Implied> {
    let since = existence(base, of);
    let recorded: BTreeSet<ActorIx> = base.recognitions_of(of).map(|ix| recognizer(base, ix)).collect();
    let mut found: BTreeMap<ActorIx, Implied> = BTreeMap::new();
    for ix in base.under(Key::RelationsWith(of)).filter(|&ix| base[ix].stands() && !base[ix].is_denied()) {
        let Fact::Relations { pair, act, level, .. } = base[ix].fact else { continue };
        let envoy = matches!(level, Some(Level::Embassy | Level::Legation | Level::NonResident));
        let implies = matches!(act, RelationsAct::Established | RelationsAct::Resumed);
        if !(implies || act == RelationsAct::MissionOpened && envoy) {
            continue;
        }
        let by = pair.other(of);
        let latest = base[ix].begins.latest;
        let earliest = since.max(existence(base, by)).min(latest);
        let entry = Implied { by, statement: ix, earliest, latest };
        if !recorded.contains(&by) && found.get(&by).is_none_or(|other| latest < other.latest) {
            found.insert(by, entry);
        }
    }
    let mut found: Vec<Implied> = found.into_values().collect();
    found.sort_by_key(|implied| (implied.latest, &base[implied.by].id));
    found
}

fn pick(
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
