//! What a question asks, in a form that can be answered, put into words, and given as a command.

mod facts;

pub use facts::{Happening, State};

use super::time::{Moment, Time, Unit};
use crate::model::{
    ActorIx, Asserts, Capacity, Choice, Counted, Date, Day, DisputeIx, Entity, Level, ResolutionIx, SourceIx, TreatyIx,
};
use crate::query::{Pick, Projection, Verdict};

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Request {
    /// Who recognized `of`, in which order.
    Recognitions {
        /// Who is recognized.
        of: ActorIx,
        /// Only recognition as this.
        capacity: Option<Capacity>,
        /// Which acts.
        pick: Pick,
        /// Within which time.
        time: Time,
    },
    /// Whom `by` recognized.
    RecognizedBy {
        /// Who recognizes.
        by: ActorIx,
        /// Which acts: all, those withdrawn, or those withheld.
        pick: Pick,
        /// Within which time.
        time: Time,
    },
    /// Who recognizes `of` on a day.
    Recognizers {
        /// Who is recognized.
        of: ActorIx,
        /// Only those who recognize this one, too.
        also: Option<ActorIx>,
        /// Only those who don't recognize this one.
        not: Option<ActorIx>,
        /// Only those who belong to this group.
        among: Option<ActorIx>,
        /// On which date; `None`: today.
        on: Option<Date>,
    },
    /// Of whom no recognition of `of` is on record on a day.
    NonRecognizers {
        /// Who isn't recognized.
        of: ActorIx,
        /// Among whose members.
        among: ActorIx,
        /// On which date; `None`: today.
        on: Option<Date>,
    },
    /// Who did something else that can be counted, or did it among a group: all, the nth, the last.
    Doers {
        /// What they did.
        counted: Counted,
        /// Which of them.
        pick: Pick,
    },
    /// Which place an actor has among those who did it.
    Place {
        /// Who.
        by: ActorIx,
        /// What.
        counted: Counted,
    },
    /// Who went over from recognizing the one to recognizing the other.
    Switchers {
        /// From whom.
        from: ActorIx,
        /// To whom.
        to: ActorIx,
        /// Within which time.
        time: Time,
    },
    /// How many there are.
    HowMany {
        /// Of what.
        what: Number,
        /// When.
        time: Time,
    },
    /// When something happened.
    When(Happening),
    /// Whether something happened, in a time.
    Did {
        /// What.
        what: Happening,
        /// In which time.
        time: Time,
    },
    /// Whether something holds.
    Holds {
        /// What.
        what: State,
        /// When.
        when: Moment,
    },
    /// Whether something that can be claimed is borne out.
    Test(Asserts),
    /// Whether somebody was the nth to do it, and on that date, and after that other: several claims in one.
    Placed {
        /// The place, from 1.
        nth: usize,
        /// Who.
        by: ActorIx,
        /// What.
        counted: Counted,
        /// On which date.
        on: Option<Date>,
        /// After whom.
        after: Option<ActorIx>,
    },
    /// Whether one thing came before another.
    Order {
        /// What came before.
        earlier: Happening,
        /// What came after.
        later: Happening,
    },
    /// How long it was from one thing to another, or to today.
    HowLong {
        /// From what.
        from: Happening,
        /// To what; `None`: today.
        to: Option<Happening>,
    },
    /// Whether so much time lay between two things.
    Lasted {
        /// From what.
        from: Happening,
        /// To what.
        to: Happening,
        /// How many units.
        count: usize,
        /// Which unit.
        unit: Unit,
    },
    /// The relations of a pair: their history, or their state on a date.
    Relations {
        /// The one.
        a: ActorIx,
        /// The other.
        b: ActorIx,
        /// On which date; `None`: the history, and today.
        on: Option<Date>,
    },
    /// What changed between two dates.
    Changes {
        /// The earlier.
        from: Date,
        /// The later.
        to: Date,
        /// For whom: nobody in particular, one, or a pair.
        actors: Vec<ActorIx>,
    },
    /// Which missions there are.
    Missions {
        /// Who sent them.
        of: Option<ActorIx>,
        /// Where they are.
        at: Option<ActorIx>,
        /// Of which level.
        level: Option<Level>,
        /// On which date; `None`: today.
        on: Option<Date>,
    },
    /// With whom an actor has relations.
    Partners {
        /// Who.
        actor: ActorIx,
        /// On which date; `None`: today.
        on: Option<Date>,
    },
    /// Treaties of all of these actors.
    Treaties {
        /// Who: one or two.
        actors: Vec<ActorIx>,
        /// Only those in force then.
        on: Option<Date>,
    },
    /// The parties to a treaty.
    Parties {
        /// Which treaty.
        treaty: TreatyIx,
        /// On which date; `None`: today.
        on: Option<Date>,
    },
    /// Resolutions.
    Resolutions {
        /// By whom.
        by: Option<ActorIx>,
        /// About what.
        about: Option<Entity>,
        /// In which time.
        time: Time,
    },
    /// Who voted in a way.
    RollCall {
        /// On what.
        resolution: ResolutionIx,
        /// How; `None`: each choice.
        choice: Option<Choice>,
    },
    /// How an actor voted.
    Vote {
        /// Who.
        by: ActorIx,
        /// On what.
        resolution: ResolutionIx,
    },
    /// Whether an actor voted in a way.
    Voted {
        /// Who.
        by: ActorIx,
        /// How.
        choice: Choice,
        /// On what.
        resolution: ResolutionIx,
    },
    /// How often two actors voted alike.
    Agreement {
        /// The one.
        a: ActorIx,
        /// The other.
        b: ActorIx,
    },
    /// Who backs whom.
    Positions {
        /// In which dispute.
        dispute: Option<DisputeIx>,
        /// Who backs.
        by: Option<ActorIx>,
        /// Whom.
        backs: Option<ActorIx>,
        /// On which date.
        on: Option<Date>,
    },
    /// Who backs each other; with an actor, who is in it.
    Reciprocal {
        /// Who is one of them.
        actor: Option<ActorIx>,
    },
    /// Who belongs to an organization.
    Members {
        /// Which.
        organization: ActorIx,
        /// On which date; `None`: today.
        on: Option<Date>,
    },
    /// To which organizations all of these belong.
    Memberships {
        /// Who: one or two.
        actors: Vec<ActorIx>,
        /// On which date; `None`: today.
        on: Option<Date>,
    },
    /// How two actors are joined.
    Path {
        /// From whom.
        from: ActorIx,
        /// To whom.
        to: ActorIx,
        /// By which edges.
        via: Projection,
        /// On which date; `None`: today.
        on: Option<Date>,
    },
    /// What holds on a date.
    Snapshot {
        /// For whom.
        actor: Option<ActorIx>,
        /// On which date; `None`: today.
        on: Option<Date>,
    },
    /// The claims of sources.
    Claims {
        /// Of which source.
        source: Option<SourceIx>,
        /// With which verdict.
        verdict: Option<Verdict>,
    },
    /// Which anniversaries fall within a time.
    Anniversaries {
        /// For whom: nobody in particular, one, or a pair.
        actors: Vec<ActorIx>,
        /// From which day, which is in.
        from: Day,
        /// To which day, which is in.
        to: Day,
        /// Only every so many years.
        round: Option<u32>,
    },
    /// How something is known: every attestation.
    Evidence(Happening),
    /// Everything between two actors, or about one.
    Brief(Vec<ActorIx>),
    /// One record.
    Show(Entity),
}

impl Request {
    /// The time that it is about; `None` where it names none.
    pub(super) fn time(&self) -> Option<Time> {
        match self {
            Self::Recognitions { time, .. }
            | Self::RecognizedBy { time, .. }
            | Self::Did { time, .. }
            | Self::HowMany { time, .. }
            | Self::Switchers { time, .. }
            | Self::Resolutions { time, .. } => Some(time.clone()),
            Self::Recognizers { on, .. }
            | Self::NonRecognizers { on, .. }
            | Self::Relations { on, .. }
            | Self::Missions { on, .. }
            | Self::Partners { on, .. }
            | Self::Treaties { on, .. }
            | Self::Parties { on, .. }
            | Self::Positions { on, .. }
            | Self::Members { on, .. }
            | Self::Memberships { on, .. }
            | Self::Path { on, .. }
            | Self::Snapshot { on, .. } => on.clone().map(Time::On),
            Self::Changes { from, to, .. } => Some(Time::Between(from.clone(), to.clone())),
            Self::Holds { when: Moment::On(date), .. } => Some(Time::On(date.clone())),
            Self::Doers { counted, .. } => Some(Time::of(counted)),
            Self::Test(asserts) => asserts.counted().map(Time::of),
            _ => None,
        }
    }
}

/// What can be counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Number {
    /// Those who recognize an actor; among a group.
    Recognizers(ActorIx, Option<ActorIx>),
    /// Acts that recognized an actor.
    Recognitions(ActorIx),
    /// Those whom an actor recognizes.
    RecognizedBy(ActorIx),
    /// Those who withdrew recognition of an actor.
    Withdrawals(ActorIx),
    /// Those with whom an actor has relations.
    Partners(ActorIx),
    /// The members of an organization.
    Members(ActorIx),
    /// The parties to a treaty.
    Parties(TreatyIx),
    /// Treaties that these actors have in common.
    Treaties(Vec<ActorIx>),
    /// Resolutions, by whom and about what.
    Resolutions(Option<ActorIx>, Option<Entity>),
    /// Votes of a kind.
    Votes(ResolutionIx, Choice),
    /// Countries that exist.
    Countries,
}
