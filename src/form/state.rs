//! What holds.

use crate::model::{DisputeIx, Level, TreatyIx};

/// Something that lasts.
///
/// In its places stand actors, or slots where it is a pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum State<W> {
    /// `by` recognizes `of`.
    Recognizes {
        /// Who.
        by: W,
        /// Whom.
        of: W,
    },
    /// Two recognize each other.
    EachOther {
        /// The one.
        a: W,
        /// The other.
        b: W,
    },
    /// `by` doesn't recognize `of`, whether it refuses to or not.
    DoesntRecognize {
        /// Who doesn't recognize.
        by: W,
        /// Whom.
        of: W,
    },
    /// `by` withholds recognition from `of`.
    Withholds {
        /// Who.
        by: W,
        /// From whom.
        of: W,
    },
    /// Two have relations.
    Related {
        /// The one.
        a: W,
        /// The other.
        b: W,
    },
    /// `of` has a mission.
    Mission {
        /// Who sent it.
        of: W,
        /// Where it is.
        at: W,
        /// Of which level; `None`: of any.
        level: Option<Level>,
    },
    /// An actor is a member.
    Member {
        /// Who.
        member: W,
        /// Of what.
        organization: W,
    },
    /// A treaty is in force for a party.
    Party {
        /// For whom.
        party: W,
        /// Which; `None`: it is asked for.
        treaty: Option<TreatyIx>,
    },
    /// A treaty is in force.
    InForce {
        /// Which.
        treaty: TreatyIx,
    },
    /// An actor backs a claimant.
    Backs {
        /// Who.
        by: W,
        /// Whom.
        backs: W,
        /// In which dispute; `None`: in any.
        dispute: Option<DisputeIx>,
    },
    /// Two back each other.
    BackEachOther {
        /// The one.
        a: W,
        /// The other.
        b: W,
    },
    /// An actor exists.
    Exists {
        /// Who.
        actor: W,
    },
}

impl<W> State<W> {
    /// The same with other things in its places, asked for in their order.
    pub fn map<T>(&self, mut place: impl FnMut(&W) -> T) -> State<T> {
        match self {
            Self::Recognizes { by, of } => State::Recognizes { by: place(by), of: place(of) },
            Self::EachOther { a, b } => State::EachOther { a: place(a), b: place(b) },
            Self::DoesntRecognize { by, of } => State::DoesntRecognize { by: place(by), of: place(of) },
            Self::Withholds { by, of } => State::Withholds { by: place(by), of: place(of) },
            Self::Related { a, b } => State::Related { a: place(a), b: place(b) },
            Self::Mission { of, at, level } => State::Mission { of: place(of), at: place(at), level: *level },
            Self::Member { member, organization } => {
                State::Member { member: place(member), organization: place(organization) }
            }
            Self::Party { party, treaty } => State::Party { party: place(party), treaty: *treaty },
            Self::InForce { treaty } => State::InForce { treaty: *treaty },
            Self::Backs { by, backs, dispute } => {
                State::Backs { by: place(by), backs: place(backs), dispute: *dispute }
            }
            Self::BackEachOther { a, b } => State::BackEachOther { a: place(a), b: place(b) },
            Self::Exists { actor } => State::Exists { actor: place(actor) },
        }
    }

    /// What stands in its places, in their order.
    pub fn places(&self) -> Vec<&W> {
        match self {
            Self::Recognizes { by, of } => vec![by, of],
            Self::EachOther { a, b } => vec![a, b],
            Self::DoesntRecognize { by, of } => vec![by, of],
            Self::Withholds { by, of } => vec![by, of],
            Self::Related { a, b } => vec![a, b],
            Self::Mission { of, at, .. } => vec![of, at],
            Self::Member { member, organization } => vec![member, organization],
            Self::Party { party, .. } => vec![party],
            Self::InForce { .. } => vec![],
            Self::Backs { by, backs, .. } => vec![by, backs],
            Self::BackEachOther { a, b } => vec![a, b],
            Self::Exists { actor } => vec![actor],
        }
    }
}
