//! Recognition: who recognized whom, in which order, and how sure that is.

mod gathered;
mod pick;

use self::gathered::{ActsFound, recognizer};
use self::pick::pick;
use super::matches::{Implied, implied, recognized_by};
use crate::form::{Pick, Window};
use crate::model::{
    ActorIx, AsOf, Band, Base, Capacity, ClaimIx, Counted, CountedAct, Day, Entity, Fact, Matter, Place, StatementIx,
    first_day_of,
};

/// What is asked about recognition. At least one of `of` and `by` is given.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct RecognitionsRequest {
    /// Who is recognized.
    pub of: Option<ActorIx>,
    /// Who recognizes.
    pub by: Option<ActorIx>,
    /// Only recognition as this; `None`: as a state or as the government of one.
    pub capacity: Option<Capacity>,
    /// Which acts.
    pub acts: Acts,
    /// Which of those that gave recognition.
    pub pick: Pick,
    /// Within which time.
    pub window: Window,
    /// The day that counts as today.
    pub today: Day,
}

/// Which acts are asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Acts {
    /// Those that gave recognition.
    #[default]
    Given,
    /// Only those that were withdrawn or suspended.
    Withdrawn,
    /// Only recognition that is or was withheld.
    Withheld,
}

impl RecognitionsRequest {
    /// Every act that gave recognition to an actor.
    pub fn of(of: ActorIx, today: Day) -> Self {
        Self { of: Some(of), ..Self::everything(today) }
    }

    /// Every act by which an actor gave recognition.
    pub fn by(by: ActorIx, today: Day) -> Self {
        Self { by: Some(by), ..Self::everything(today) }
    }

    fn everything(today: Day) -> Self {
        let (acts, pick, window) = (Acts::Given, Pick::All, Window::EVER);
        Self { of: None, by: None, capacity: None, acts, pick, window, today }
    }

    /// Only by this actor.
    #[must_use]
    pub fn given_by(self, by: impl Into<Option<ActorIx>>) -> Self {
        Self { by: by.into(), ..self }
    }

    /// Only as this.
    #[must_use]
    pub fn capacity(self, capacity: impl Into<Option<Capacity>>) -> Self {
        Self { capacity: capacity.into(), ..self }
    }

    /// Only these acts.
    #[must_use]
    pub fn acts(self, acts: Acts) -> Self {
        Self { acts, ..self }
    }

    /// Only those that hold a place.
    #[must_use]
    pub fn pick(self, pick: Pick) -> Self {
        Self { pick, ..self }
    }

    /// Only within this time.
    #[must_use]
    pub fn within(self, window: Window) -> Self {
        Self { window, ..self }
    }

    /// Whether it asks for every act that gave recognition.
    pub fn is_whole(&self) -> bool {
        self.acts == Acts::Given && self.pick == Pick::All
    }

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
#[non_exhaustive]
pub struct Recognition {
    /// The act.
    pub statement: StatementIx,
    /// Who recognizes.
    pub by: ActorIx,
    /// Who is recognized.
    pub of: ActorIx,
    /// The place of its actor among all that recognized the same one; `None` when it has no date, and of one that was done again.
    pub place: Option<Place>,
    /// Whether a source gives a date.
    pub dated: bool,
    /// Whether its actor had recognized the same one before: it has one place, by its first act.
    pub again: bool,
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
    /// Where it stands in the list: at its place, or where its days are.
    stands: Option<Place>,
}

/// The acts that hold a place that was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct PickAnswer {
    /// The nth, from 1; `None` for the last.
    pub nth: Option<usize>,
    /// Those that had certainly happened when the nth of all had; see [`RecognitionsAnswer::shown`].
    shown: Vec<usize>,
    /// Others that can hold the place; see [`RecognitionsAnswer::possible`].
    possible: Vec<usize>,
    /// How many without a date can change the place.
    pub undated: usize,
    /// How many implied by relations alone can change the place.
    pub implied: usize,
    /// Claims of sources about this place; none when a window moves it.
    pub claims: Vec<ClaimIx>,
}

/// The answer to a [`RecognitionsRequest`].
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
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
    /// Of withdrawn recognition: withdrawals and suspensions in the time asked for that aren't the first end of an act on record.
    pub withdrawals: Vec<StatementIx>,
    /// Who holds the place that was asked for.
    pub picked: Option<PickAnswer>,
}

/// Answers who recognized whom.
///
/// ```
/// # use chancery::model::{Base, Day};
/// use chancery::query::{RecognitionsRequest, recognitions};
///
/// # let loaded = Base::folder("../tests/fixtures/world")?;
/// # let (base, today) = (&loaded.base, Day::parse("2026-11-23")?);
/// let karvelia = base.actor("Karvelia", today)?;
/// let answer = recognitions(base, &RecognitionsRequest::of(karvelia, today));
/// let first = &answer.acts[0];
/// let place = first.place.expect("it has a date");
/// // Two others acted on some day of 1991, which may be an earlier one.
/// assert_eq!((&*base[first.by].name, place.least, place.most), ("Özmara", 1, 3));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn recognitions(base: &Base, request: &RecognitionsRequest) -> RecognitionsAnswer {
    let mut acts = Vec::new();
    let mut withheld = Vec::new();
    let mut denied = Vec::new();
    let mut withdrawals = Vec::new();
    let mut others = 0;
    let mut gather = |of: ActorIx| {
        let found = ActsFound::of(base, of, request.capacity, request.today);
        let wanted = |by: ActorIx| request.by.is_none_or(|wanted| wanted == by);
        others += found.acts.iter().filter(|act| !act.dated).count();
        acts.extend(found.acts.into_iter().filter(|act| wanted(act.by)));
        withheld.extend(found.withheld.into_iter().filter(|ix| wanted(recognizer(base, *ix))));
        denied.extend(found.denied.into_iter().filter(|ix| wanted(recognizer(base, *ix))));
        withdrawals.extend(found.withdrawals.into_iter().filter(|ix| wanted(recognizer(base, *ix))));
    };
    match (request.of, request.by) {
        (Some(of), _) => gather(of),
        (None, by) => by.into_iter().flat_map(|by| recognized_by(base, by)).for_each(&mut gather),
    }
    acts.iter_mut().for_each(|act| act.band = within(base, act, request));
    // Nothing is refused to what isn't there yet.
    let since = |ix: StatementIx| match base[ix].fact {
        Fact::Recognition { of, by, .. } => first_day_of(base, of).max(first_day_of(base, by)),
        _ => Day::PAST,
    };
    withheld.retain(|&ix| request.window.meets(base[ix].begins.earliest.max(since(ix)), base[ix].ends.bounds().1));
    in_order(base, &mut acts, request.of.is_some());
    let mut implied = match (request.of, request.by) {
        (Some(of), None) if request.capacity.is_none() => implied(base, of),
        _ => Vec::new(),
    };
    implied.retain(|other| request.window.holds((other.earliest, other.latest)) != Band::No);
    let picked = request.of.and_then(|of| pick(base, of, request, &acts, &implied));
    match request.acts {
        Acts::Withdrawn => acts.retain(|act| act.withdrawn.is_some()),
        Acts::Withheld => acts.clear(),
        Acts::Given => {}
    }
    if picked.is_none() {
        acts.retain(|act| act.band != Band::No);
    }
    if request.acts == Acts::Withdrawn || request.pick != Pick::All {
        withheld.clear();
    }
    if request.acts == Acts::Withdrawn {
        denied.clear();
    }
    let when = |ix: StatementIx| (base[ix].begins.earliest, base[ix].begins.latest);
    withdrawals.retain(|&ix| request.acts == Acts::Withdrawn && request.window.holds(when(ix)) != Band::No);
    RecognitionsAnswer {
        request: request.clone(),
        undated: others,
        acts,
        implied,
        withheld,
        denied,
        withdrawals,
        picked,
    }
}

/// Whether an act lies in the time that is asked about. What a source denies may not have happened.
fn within(base: &Base, act: &Recognition, request: &RecognitionsRequest) -> Band {
    let ended = act.withdrawn.filter(|_| request.acts == Acts::Withdrawn);
    let when = ended.map(|ix| &base[ix].begins);
    let days = when.map_or((act.earliest, act.latest), |when| (when.earliest, when.latest));
    let denied = base[ended.unwrap_or(act.statement)].is_denied();
    request.window.holds(days).and(if denied { Band::Possible } else { Band::Certain })
}

/// Least place first, where there are places, then by days; what has none comes last.
fn in_order(base: &Base, acts: &mut [Recognition], by_place: bool) {
    acts.sort_by(|a, b| {
        let key = |act: &Recognition| {
            let place = act.stands.filter(|_| by_place).map(|place| (place.least, place.most));
            (!act.dated, place, act.again && by_place, act.earliest, act.latest)
        };
        let name = |act: &Recognition| (&base[act.by].name, &base[act.of].name);
        key(a).cmp(&key(b)).then_with(|| name(a).cmp(&name(b)))
    });
}

impl RecognitionsAnswer {
    /// The acts that were asked for: of a place, those that hold it; else all.
    pub fn shown(&self) -> impl Iterator<Item = &Recognition> {
        // Without a place to hold, every act is shown.
        let (picked, all) = match &self.picked {
            Some(picked) => (&picked.shown[..], &self.acts[..0]),
            None => (&[][..], &self.acts[..]),
        };
        picked.iter().map(|&at| &self.acts[at]).chain(all)
    }

    /// Of a place, the other acts that can hold it, because their date is imprecise or contested; else none.
    pub fn possible(&self) -> impl Iterator<Item = &Recognition> {
        self.picked.iter().flat_map(|picked| &picked.possible).map(|&at| &self.acts[at])
    }

    /// Up to when it has to be covered: of a place, until its holder had acted.
    pub fn asked(&self, base: &Base) -> AsOf {
        let today = self.request.today;
        let is_nth = self.picked.as_ref().is_some_and(|picked| picked.nth.is_some());
        let shown = self.shown().filter(|_| is_nth);
        let acted = shown.map(|act| base[act.statement].begins.latest).max().filter(|day| *day <= today);
        AsOf::of(acted.unwrap_or(today), today)
    }

    /// What a place rests on, with the days: all acts until its holder had acted; of the last, all since. `None` of any other answer.
    pub fn rests_on_all(&self, base: &Base) -> Option<(Counted, (Option<Day>, Day))> {
        let (of, picked) = (self.request.of?, self.picked.as_ref()?);
        let counted =
            Counted { capacity: self.request.capacity, ..Counted::all(CountedAct::Recognized, Entity::Actor(of)) };
        let shown = self.shown().map(|act| act.earliest).min();
        let from = self.request.window.from.bounded().max(shown.filter(|_| picked.nth.is_none()));
        Some((counted, (from, self.asked(base).day)))
    }
}
