//! What statements state: the forms of facts.

use super::closed::closed;
use super::{
    ActorIx, Capacity, Choice, Departure, DisputeIx, EventIx, Head, Level, RecognitionAct, RecognitionForm,
    RelationsAct, ResolutionIx, Standing, SuccessionForm, TreatyAct, TreatyIx,
};

/// What a statement states.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fact {
    /// An actor exists.
    Existence {
        /// The actor.
        actor: ActorIx,
    },
    /// One actor follows another.
    Succession {
        /// Who follows.
        successor: ActorIx,
        /// Whom.
        predecessor: ActorIx,
        /// In which way.
        form: SuccessionForm,
    },
    /// One actor recognizes another, or takes that back, or refuses it.
    Recognition {
        /// Who is recognized.
        of: ActorIx,
        /// Who recognizes.
        by: ActorIx,
        /// What is done.
        act: RecognitionAct,
        /// In which form.
        form: RecognitionForm,
        /// As what.
        capacity: Capacity,
        /// Whose recognition ended with it.
        instead_of: Option<ActorIx>,
    },
    /// Something in the relations of a pair.
    Relations {
        /// The two parties.
        pair: Pair,
        /// What happened.
        act: RelationsAct,
        /// Who acted or sent the mission; `None` where both did.
        by: Option<ActorIx>,
        /// The level of the mission.
        level: Option<Level>,
        /// By whom missions are headed from then on.
        head: Option<Head>,
        /// The town.
        at: Option<Box<str>>,
    },
    /// An actor belongs to an organization or a group.
    Membership {
        /// The organization.
        organization: ActorIx,
        /// The member.
        member: ActorIx,
        /// As what.
        standing: Standing,
        /// How it ended, where a source says so.
        ended: Option<Departure>,
    },
    /// An act under the law of treaties.
    Treaty {
        /// The treaty.
        treaty: TreatyIx,
        /// What is done.
        act: TreatyAct,
        /// The party; `None` for the treaty as a whole.
        party: Option<ActorIx>,
    },
    /// A body adopts a resolution.
    Resolution {
        /// The resolution.
        resolution: ResolutionIx,
    },
    /// An actor votes.
    Vote {
        /// On what.
        resolution: ResolutionIx,
        /// Who votes.
        by: ActorIx,
        /// How.
        choice: Choice,
    },
    /// An actor backs a claimant in a dispute.
    Position {
        /// The dispute.
        dispute: DisputeIx,
        /// Who backs.
        by: ActorIx,
        /// Whom.
        backs: ActorIx,
    },
    /// An event happens.
    Event {
        /// The event.
        event: EventIx,
    },
}

closed! {
    /// The kinds of statements, one for each form of [`Fact`].
    pub enum Kind {
        /// [`Fact::Existence`]
        Existence => "existence",
        /// [`Fact::Succession`]
        Succession => "succession",
        /// [`Fact::Recognition`]
        Recognition => "recognition",
        /// [`Fact::Relations`]
        Relations => "relations",
        /// [`Fact::Membership`]
        Membership => "membership",
        /// [`Fact::Treaty`]
        Treaty => "treaty",
        /// [`Fact::Resolution`]
        Resolution => "resolution",
        /// [`Fact::Vote`]
        Vote => "vote",
        /// [`Fact::Position`]
        Position => "position",
        /// [`Fact::Event`]
        Event => "event",
    }
}

/// Two different actors, in the order of their handles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pair {
    first: ActorIx,
    second: ActorIx,
}

impl Pair {
    /// The pair of these two; `None` when they are the same.
    pub fn new(one: ActorIx, other: ActorIx) -> Option<Self> {
        (one != other).then(|| Self { first: one.min(other), second: one.max(other) })
    }

    /// Both, in the order of their handles.
    pub fn parties(self) -> [ActorIx; 2] {
        [self.first, self.second]
    }

    /// The one that isn't `actor`.
    pub fn other(self, actor: ActorIx) -> ActorIx {
        if self.first == actor { self.second } else { self.first }
    }
}

impl Fact {
    /// Which form it is of.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Existence { .. } => Kind::Existence,
            Self::Succession { .. } => Kind::Succession,
            Self::Recognition { .. } => Kind::Recognition,
            Self::Relations { .. } => Kind::Relations,
            Self::Membership { .. } => Kind::Membership,
            Self::Treaty { .. } => Kind::Treaty,
            Self::Resolution { .. } => Kind::Resolution,
            Self::Vote { .. } => Kind::Vote,
            Self::Position { .. } => Kind::Position,
            Self::Event { .. } => Kind::Event,
        }
    }

    /// As what an act of recognition recognizes; `None` of any other fact.
    pub fn capacity(&self) -> Option<Capacity> {
        if let Self::Recognition { capacity, .. } = self { Some(*capacity) } else { None }
    }

    /// Whether it states something that lasts, rather than an act.
    pub fn lasts(&self) -> bool {
        match self {
            Self::Existence { .. } | Self::Membership { .. } | Self::Position { .. } => true,
            Self::Recognition { act, .. } => *act == RecognitionAct::Withheld,
            Self::Relations { act, .. } => *act == RelationsAct::Absent,
            _ => false,
        }
    }

    /// The actors that it is about, the acting one first.
    pub fn actors(&self) -> impl Iterator<Item = ActorIx> {
        let (one, other) = match *self {
            Self::Existence { actor } => (Some(actor), None),
            Self::Succession { successor, predecessor, .. } => (Some(successor), Some(predecessor)),
            Self::Recognition { of, by, .. } => (Some(by), Some(of)),
            Self::Relations { pair, by, .. } => {
                let first = by.unwrap_or(pair.first);
                (Some(first), Some(pair.other(first)))
            }
            Self::Membership { organization, member, .. } => (Some(member), Some(organization)),
            Self::Treaty { party, .. } => (party, None),
            Self::Vote { by, .. } => (Some(by), None),
            Self::Position { by, backs, .. } => (Some(by), Some(backs)),
            Self::Resolution { .. } | Self::Event { .. } => (None, None),
        };
        one.into_iter().chain(other)
    }
}
