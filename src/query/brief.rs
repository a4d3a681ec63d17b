//! Everything that is recorded between two actors on a day, or of one: what a brief tells.
//!
//! It asks the other queries and keeps what had happened by that day. Each part stands as its own query answers it.

mod doubt;
mod resolved;
mod stands;

pub use doubt::ClaimTrial;
pub use resolved::ResolutionsOf;
pub use stands::Stances;

use super::{
    AgreementAnswer, AgreementRequest, AnniversariesRequest, Anniversary, MembershipsAnswer, MembershipsRequest,
    Occasion, Recognition, RecognitionsAnswer, RecognitionsRequest, Recognizers, RecognizersRequest, RelationsAnswer,
    RelationsRequest, ResolutionsRequest, SnapshotRequest, StateOnDay, TreatiesAnswer, TreatiesRequest, TreatyState,
    WORLD, agreement, anniversaries, memberships, reached, recognitions, recognizers, relations, snapshot, treaties,
};
use crate::form::Window;
use crate::model::{
    ActorIx, AsOf, Band, Base, Day, Fact, Key, Matter, Pair, Said, StatementIx, Thing, TreatyKind, bound_by, force,
};

/// Whom a brief is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// One actor, with everybody.
    One(ActorIx),
    /// Two, with each other: in the order of the question, and as a pair.
    Two([ActorIx; 2], Pair),
}

impl Subject {
    /// Two actors; `None` when they are the same.
    pub fn two(one: ActorIx, other: ActorIx) -> Option<Self> {
        Pair::new(one, other).map(|pair| Self::Two([one, other], pair))
    }

    /// The one, or both.
    pub fn actors(&self) -> &[ActorIx] {
        match self {
            Self::One(actor) => std::slice::from_ref(actor),
            Self::Two(actors, _) => actors,
        }
    }
}

/// What is asked for a brief.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BriefRequest {
    /// Whom it is about.
    pub subject: Subject,
    /// The day for which it is told.
    pub on: Day,
    /// The day that counts as today: what is recorded without a date is taken to have happened by it.
    pub today: Day,
}

/// The answer to a [`BriefRequest`].
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct BriefAnswer {
    /// What was asked.
    pub request: BriefRequest,
    /// What only a pair has, or only one.
    pub about: About,
    /// Treaties by how they stand on the day.
    pub treaties: Treaties,
    /// Resolutions adopted by the day.
    pub resolutions: ResolutionsOf,
    /// Positions held on the day.
    pub stances: Stances,
    /// Where they belong on the day.
    pub memberships: MembershipsAnswer,
    /// What comes back in the year after the day; of one actor alone, round years only.
    pub anniversaries: Vec<Anniversary>,
    /// Claims of sources, tried against the record.
    pub claims: Vec<ClaimTrial>,
    /// Statements told in the brief on which sources contradict each other, in the order of the brief.
    pub contests: Vec<StatementIx>,
    /// What was looked for and not found: positions in the base's list.
    pub gaps: Vec<usize>,
    /// How far the record reaches, a sentence each.
    pub record: Vec<String>,
}

/// What only a pair has, or only one.
#[derive(Debug, Clone, PartialEq)]
pub enum About {
    /// Of two.
    Two(Box<Between>),
    /// Of one.
    One(Box<Alone>),
}

/// What there is between two.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Between {
    /// Their relations on the day, with the history by then.
    pub relations: RelationsAnswer,
    /// Recognition given by the day, the first of the two by the second and the second by the first.
    pub recognition: [OneWayRecognition; 2],
    /// How they voted on the same texts.
    pub agreement: AgreementAnswer,
}

/// Recognition of one of a pair by the other.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct OneWayRecognition {
    /// Who would recognize.
    pub by: ActorIx,
    /// Whom.
    pub of: ActorIx,
    /// The acts, with their places among all.
    pub acts: Vec<Recognition>,
    /// Refusals.
    pub withheld: Vec<StatementIx>,
    /// How many recognize `of` with a date: the acts among which the places are.
    pub dated: usize,
}

/// What one actor has with everybody.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Alone {
    /// When it existed, by the day.
    pub existence: Vec<StatementIx>,
    /// Who recognized it.
    pub recognitions: RecognitionsAnswer,
    /// Who among the members of the United Nations recognizes it on the day; `None` in a base without them.
    pub recognizers: Option<Recognizers>,
    /// Everything that certainly or possibly holds.
    pub held: Vec<StateOnDay>,
}

/// Treaties by how they stand on the day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Treaties {
    /// Between the two, or between few: whatever their force.
    pub near: Vec<TreatyState>,
    /// Open to many, certainly or possibly in force for all that the brief is about.
    pub wide: Vec<TreatyState>,
}

/// Gathers a brief.
pub fn brief(base: &Base, request: &BriefRequest) -> BriefAnswer {
    let BriefRequest { subject, on, today } = *request;
    let actors = subject.actors();
    let held = match subject {
        Subject::Two(..) => Vec::new(),
        Subject::One(actor) => snapshot(base, &SnapshotRequest { day: on, actor: Some(actor), kind: None, today }).held,
    };
    let about = match subject {
        Subject::Two(parties, _) => About::Two(Box::new(between(base, parties, request))),
        Subject::One(actor) => About::One(Box::new(alone(base, actor, held.clone(), request))),
    };
    let all = treaties(base, &TreatiesRequest::of(actors, today));
    let mut answer = BriefAnswer {
        request: *request,
        about,
        treaties: by_reach(base, all, request),
        resolutions: ResolutionsOf::of(base, subject, on),
        stances: Stances::of(base, subject, AsOf::of(on, today)),
        memberships: memberships(base, &MembershipsRequest::of(actors, on)),
        anniversaries: coming(base, subject, on),
        claims: doubt::claims(base, subject, on, today),
        contests: Vec::new(),
        gaps: doubt::gaps(base, subject),
        record: record(base, subject, &held, AsOf::of(on, today)),
    };
    answer.contests = doubt::contests(base, &answer);
    answer
}

/// How far the record reaches: of a pair by what is asked about it, of one by what holds for it.
fn record(base: &Base, subject: Subject, held: &[StateOnDay], asked: AsOf) -> Vec<String> {
    match subject {
        Subject::Two(parties, pair) => {
            let mut matters = relations_of(parties, asked.today).matters();
            matters.push(Matter::TreatiesBetween(pair));
            base.record_of(&matters, asked)
        }
        Subject::One(_) => reached(base, held, asked).iter().map(|one| one.in_words(asked.day)).collect(),
    }
}

/// What comes back in the year after a day. One actor alone has hundreds of anniversaries, of which the round ones count.
fn coming(base: &Base, subject: Subject, on: Day) -> Vec<Anniversary> {
    let round = match subject {
        Subject::One(_) => Some(10),
        Subject::Two(..) => None,
    };
    let to = on.after_months(12).unwrap_or(on);
    let request = AnniversariesRequest::between(on.next(), to).of(subject.actors()).round(round);
    let mut entries = anniversaries(base, &request).entries;
    // What happened after the day isn't told; what one says of the other is no common memory.
    let is_common = |entry: &Anniversary| matches!(subject, Subject::One(_)) || entry.occasion != Occasion::Resolution;
    entries.retain(|entry| entry.day <= on && is_common(entry));
    entries
}

/// Whether a statement has begun by a day, certainly or possibly.
fn has_begun(base: &Base, ix: StatementIx, day: Day) -> bool {
    base[ix].begins.by(day) != Band::No
}

fn by_the_end_of(day: Day) -> Window {
    Window::before(day.next())
}

fn given(base: &Base, by: ActorIx, of: ActorIx, request: &BriefRequest) -> OneWayRecognition {
    let BriefRequest { on, today, .. } = *request;
    let of_all = RecognitionsRequest::of(of, today).within(by_the_end_of(on));
    let own = recognitions(base, &of_all.clone().given_by(by));
    let all = recognitions(base, &of_all);
    OneWayRecognition {
        by,
        of,
        acts: own.acts,
        withheld: own.withheld.into_iter().filter(|&ix| has_begun(base, ix, on)).collect(),
        dated: all.acts.iter().filter(|act| act.place.is_some()).count(),
    }
}

fn relations_of([a, b]: [ActorIx; 2], today: Day) -> RelationsRequest {
    RelationsRequest::between(a, b, today).expect("a subject of two has two")
}

fn between(base: &Base, parties: [ActorIx; 2], request: &BriefRequest) -> Between {
    let BriefRequest { on, today, .. } = *request;
    let mut relations = relations(base, &relations_of(parties, today).on(on));
    relations.history.retain(|&ix| base[ix].stands() && has_begun(base, ix, on));
    let [a, b] = parties;
    Between {
        relations,
        recognition: [given(base, b, a, request), given(base, a, b, request)],
        agreement: agreement(
            base,
            &AgreementRequest { actors: parties, on: ResolutionsRequest::all().within(by_the_end_of(on)) },
        ),
    }
}

fn alone(base: &Base, actor: ActorIx, mut held: Vec<StateOnDay>, request: &BriefRequest) -> Alone {
    let BriefRequest { on, today, .. } = *request;
    let recognition = RecognitionsRequest::of(actor, today).within(by_the_end_of(on));
    let existence = base
        .under(Key::Existence(actor))
        .filter(|&ix| matches!(base[ix].fact, Fact::Existence { .. }) && base[ix].stands() && has_begun(base, ix, on));
    // Treaties and memberships have their own parts.
    held.retain(|one| !matches!(one.thing, Thing::Treaty(..) | Thing::Membership(..)));
    Alone {
        existence: existence.collect(),
        recognitions: recognitions(base, &recognition),
        recognizers: base
            .find_actor(WORLD)
            .map(|world| recognizers(base, &RecognizersRequest::of(actor, today).on(on).among(world))),
        held,
    }
}

/// Those of the pair or of few with what was done by the day, and those of many that may bind on it.
fn by_reach(base: &Base, answer: TreatiesAnswer, request: &BriefRequest) -> Treaties {
    let BriefRequest { on, today, .. } = *request;
    let (mut near, mut wide) = (Vec::new(), Vec::new());
    for mut state in answer.treaties {
        state.acts.retain(|&ix| has_begun(base, ix, on));
        for party in &mut state.parties {
            party.actions.retain(|&ix| has_begun(base, ix, on));
            let times = force(base, state.treaty, party.actor, base.known_by().min(today));
            party.in_force = times.iter().map(|force| force.period.holds(on)).max().unwrap_or(Band::No);
            party.said = bound_by(base, state.treaty, party.actor, &times, AsOf::of(on, today)).said;
        }
        state.said = state.parties.iter().map(|party| party.said).reduce(Said::and).unwrap_or(Said::NotRecorded);
        state.in_force = state.parties.iter().map(|party| party.in_force).min().unwrap_or(Band::No);
        let acted = state.parties.iter().all(|party| !party.actions.is_empty());
        if base[state.treaty].kind == TreatyKind::Multilateral {
            wide.push(state);
        } else if acted {
            near.push(state);
        }
    }
    wide.retain(|state| state.in_force != Band::No);
    Treaties { near, wide }
}
