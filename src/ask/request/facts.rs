//! What a question may ask of the record: that something happened, or that something holds.

use crate::model::{ActorIx, Capacity, DisputeIx, EventIx, Level, RelationsAct, ResolutionIx, TreatyAct, TreatyIx};

/// Something that happened, or may have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Happening {
    /// `by` recognized `of`.
    Recognized {
        /// Who.
        by: ActorIx,
        /// Whom.
        of: ActorIx,
        /// As what.
        capacity: Option<Capacity>,
    },
    /// `by` withdrew or suspended recognition of `of`.
    Withdrew {
        /// Who.
        by: ActorIx,
        /// From whom.
        of: ActorIx,
    },
    /// `by` went over from recognizing `from` to recognizing `to`.
    Switched {
        /// Who.
        by: ActorIx,
        /// From whom.
        from: ActorIx,
        /// To whom.
        to: ActorIx,
    },
    /// Something in the relations of two.
    Relations {
        /// What.
        act: RelationsAct,
        /// The one.
        a: ActorIx,
        /// The other.
        b: ActorIx,
    },
    /// `of` opened or closed a mission.
    Mission {
        /// Which of both.
        act: RelationsAct,
        /// Who sent it.
        of: ActorIx,
        /// Where it is.
        at: ActorIx,
        /// Of which level.
        level: Option<Level>,
    },
    /// An actor became a member.
    Joined {
        /// Who.
        member: ActorIx,
        /// Of what.
        organization: ActorIx,
    },
    /// An actor ceased to be a member.
    Left {
        /// Who.
        member: ActorIx,
        /// Of what.
        organization: ActorIx,
    },
    /// A party did something to a treaty.
    Acted {
        /// What; `None`: whatever bound it.
        act: Option<TreatyAct>,
        /// Who.
        party: ActorIx,
        /// Which treaty.
        treaty: TreatyIx,
    },
    /// Something was done to a treaty as a whole.
    Treaty {
        /// What.
        act: TreatyAct,
        /// Which treaty.
        treaty: TreatyIx,
    },
    /// A resolution was adopted.
    Adopted(ResolutionIx),
    /// An event happened.
    Event(EventIx),
    /// An actor came to exist.
    Began(ActorIx),
    /// An actor ceased to exist.
    Ended(ActorIx),
    /// `by` began to back a claimant.
    Backed {
        /// Who.
        by: ActorIx,
        /// Whom.
        backs: ActorIx,
    },
}

/// Something that lasts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// `by` recognizes `of`.
    Recognizes {
        /// Who.
        by: ActorIx,
        /// Whom.
        of: ActorIx,
    },
    /// Two recognize each other.
    Mutual(ActorIx, ActorIx),
    /// `by` doesn't recognize `of`, whether it refuses to or not.
    DoesntRecognize {
        /// Who doesn't recognize.
        by: ActorIx,
        /// Whom.
        of: ActorIx,
    },
    /// `by` withholds recognition from `of`.
    Withholds {
        /// Who.
        by: ActorIx,
        /// From whom.
        of: ActorIx,
    },
    /// Two have relations.
    Related(ActorIx, ActorIx),
    /// `of` has a mission.
    Mission {
        /// Who sent it.
        of: ActorIx,
        /// Where it is.
        at: ActorIx,
        /// Of which level.
        level: Option<Level>,
    },
    /// An actor is a member.
    Member {
        /// Who.
        member: ActorIx,
        /// Of what.
        organization: ActorIx,
    },
    /// A treaty is in force for a party.
    Party {
        /// For whom.
        party: ActorIx,
        /// Which.
        treaty: TreatyIx,
    },
    /// A treaty is in force.
    InForce(TreatyIx),
    /// An actor backs a claimant.
    Backs {
        /// Who.
        by: ActorIx,
        /// Whom.
        backs: ActorIx,
        /// In which dispute.
        dispute: Option<DisputeIx>,
    },
    /// Two back each other.
    BackEachOther(ActorIx, ActorIx),
    /// An actor exists.
    Exists(ActorIx),
}
