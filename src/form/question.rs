//! What is asked: the value that every room makes, and `query` answers.

use super::{Act, Pattern, Pick, Time, Unit, What};
use crate::model::{ActorIx, Asserts, Counted, Date, Day, Entity, Projection, SourceIx, Verdict};

/// A question.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Question {
    /// Who or what matches.
    Which {
        /// What is to be matched; its holes are asked for.
        of: Pattern,
        /// Which of those that match.
        pick: Pick,
    },
    /// How many match.
    HowMany(Pattern),
    /// Whether something happened or holds.
    Whether {
        /// What.
        what: What<ActorIx>,
        /// When.
        time: Time,
    },
    /// Which place an actor has among those who did it.
    Place {
        /// Who.
        by: ActorIx,
        /// What they did.
        of: Pattern,
    },
    /// When something happened.
    When(Act<ActorIx>),
    /// Whether something that can be claimed is borne out.
    Claim(Asserts),
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
        earlier: Act<ActorIx>,
        /// What came after.
        later: Act<ActorIx>,
    },
    /// How long it was from one thing to another, or to today.
    HowLong {
        /// From what.
        from: Act<ActorIx>,
        /// To what; `None`: today.
        to: Option<Act<ActorIx>>,
    },
    /// Whether so much time lay between two things.
    Lasted {
        /// From what.
        from: Act<ActorIx>,
        /// To what.
        to: Act<ActorIx>,
        /// How many units.
        count: usize,
        /// Which unit.
        unit: Unit,
    },
    /// How something is known: every attestation.
    Evidence(Act<ActorIx>),
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
    /// How often two actors voted alike.
    Agreement {
        /// The one.
        a: ActorIx,
        /// The other.
        b: ActorIx,
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
    /// Everything between two actors, or about one.
    Brief(Vec<ActorIx>),
    /// One record.
    Show(Entity),
}

impl Question {
    /// Who or what matches: all of them.
    pub fn which(of: Pattern) -> Self {
        Self::Which { of, pick: Pick::All }
    }

    /// The time that it is about; `None` where it names none.
    pub fn time(&self) -> Option<Time> {
        match self {
            Self::Which { of, .. } | Self::HowMany(of) => Some(of.time.clone()),
            Self::Whether { time, .. } => Some(time.clone()),
            Self::Relations { on, .. } | Self::Path { on, .. } | Self::Snapshot { on, .. } => on.clone().map(Time::On),
            Self::Changes { from, to, .. } => Some(Time::Between(from.clone(), to.clone())),
            Self::Claim(asserts) => asserts.counted().map(Time::of),
            _ => None,
        }
    }
}
