//! What happens.

use super::State;
use crate::model::{
    Capacity, Choice, DisputeIx, Entity, EventIx, Level, RecognitionForm, RelationsAct, ResolutionIx, TreatyAct,
    TreatyIx,
};

/// Something that happens.
///
/// In its places stand actors, or slots where it is a pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Act<W> {
    /// `by` recognized `of`.
    Recognized {
        /// Who.
        by: W,
        /// Whom.
        of: W,
        /// As what; `None`: as a state or as the government of one.
        capacity: Option<Capacity>,
        /// In which form; `None`: in any.
        form: Option<RecognitionForm>,
    },
    /// `by` withdrew or suspended recognition of `of`.
    Withdrew {
        /// Who.
        by: W,
        /// From whom.
        of: W,
    },
    /// `by` went over from recognizing `from` to recognizing `to`.
    Switched {
        /// Who.
        by: W,
        /// From whom.
        from: W,
        /// To whom.
        to: W,
    },
    /// Something in the relations of two.
    Relations {
        /// What.
        act: RelationsAct,
        /// The one.
        a: W,
        /// The other.
        b: W,
    },
    /// `of` opened or closed a mission.
    Mission {
        /// Which of both.
        act: RelationsAct,
        /// Who sent it.
        of: W,
        /// Where it is.
        at: W,
        /// Of which level; `None`: of any.
        level: Option<Level>,
    },
    /// An actor became a member.
    Joined {
        /// Who.
        member: W,
        /// Of what.
        organization: W,
    },
    /// An actor ceased to be a member.
    Left {
        /// Who.
        member: W,
        /// Of what.
        organization: W,
    },
    /// A party did something to a treaty.
    Acted {
        /// What; `None`: whatever bound it.
        act: Option<TreatyAct>,
        /// Who.
        party: W,
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
    Adopted {
        /// By which body, or by a body of whom.
        by: W,
        /// About what, or doing something to it; `None`: about anything.
        about: Option<Entity>,
        /// Which resolution; `None`: any.
        resolution: Option<ResolutionIx>,
    },
    /// An actor voted.
    Voted {
        /// Who.
        by: W,
        /// How; `None`: in whichever way.
        choice: Option<Choice>,
        /// On what.
        resolution: ResolutionIx,
    },
    /// An event happened.
    Event {
        /// Which.
        event: EventIx,
    },
    /// An actor came to exist.
    Began {
        /// Who.
        actor: W,
    },
    /// An actor ceased to exist.
    Ended {
        /// Who.
        actor: W,
    },
    /// `by` began to back a claimant.
    Backed {
        /// Who.
        by: W,
        /// Whom.
        backs: W,
        /// In which dispute; `None`: in any.
        over: Option<DisputeIx>,
    },
}

impl<W> Act<W> {
    /// The same with other things in its places, asked for in their order.
    pub fn map<T>(&self, mut place: impl FnMut(&W) -> T) -> Act<T> {
        match self {
            Self::Recognized { by, of, capacity, form } => {
                Act::Recognized { by: place(by), of: place(of), capacity: *capacity, form: *form }
            }
            Self::Withdrew { by, of } => Act::Withdrew { by: place(by), of: place(of) },
            Self::Switched { by, from, to } => Act::Switched { by: place(by), from: place(from), to: place(to) },
            Self::Relations { act, a, b } => Act::Relations { act: *act, a: place(a), b: place(b) },
            Self::Mission { act, of, at, level } => {
                Act::Mission { act: *act, of: place(of), at: place(at), level: *level }
            }
            Self::Joined { member, organization } => {
                Act::Joined { member: place(member), organization: place(organization) }
            }
            Self::Left { member, organization } => {
                Act::Left { member: place(member), organization: place(organization) }
            }
            Self::Acted { act, party, treaty } => Act::Acted { act: *act, party: place(party), treaty: *treaty },
            Self::Treaty { act, treaty } => Act::Treaty { act: *act, treaty: *treaty },
            Self::Adopted { by, about, resolution } => {
                Act::Adopted { by: place(by), about: *about, resolution: *resolution }
            }
            Self::Voted { by, choice, resolution } => {
                Act::Voted { by: place(by), choice: *choice, resolution: *resolution }
            }
            Self::Event { event } => Act::Event { event: *event },
            Self::Began { actor } => Act::Began { actor: place(actor) },
            Self::Ended { actor } => Act::Ended { actor: place(actor) },
            Self::Backed { by, backs, over } => Act::Backed { by: place(by), backs: place(backs), over: *over },
        }
    }

    /// What it brings about, which lasts until something ends it; `None` of what stays done.
    pub fn begins(&self) -> Option<State<W>>
    where
        W: Clone,
    {
        Some(match self {
            Self::Recognized { by, of, .. } => State::Recognizes { by: by.clone(), of: of.clone() },
            Self::Relations { act: RelationsAct::Established | RelationsAct::Resumed, a, b } => {
                State::Related { a: a.clone(), b: b.clone() }
            }
            Self::Mission { act: RelationsAct::MissionOpened, of, at, level } => {
                State::Mission { of: of.clone(), at: at.clone(), level: *level }
            }
            Self::Joined { member, organization } => {
                State::Member { member: member.clone(), organization: organization.clone() }
            }
            Self::Backed { by, backs, over } => State::Backs { by: by.clone(), backs: backs.clone(), dispute: *over },
            Self::Began { actor } => State::Exists { actor: actor.clone() },
            _ => return None,
        })
    }

    /// What stands in its places, in their order.
    pub fn places(&self) -> Vec<&W> {
        match self {
            Self::Recognized { by, of, .. } => vec![by, of],
            Self::Withdrew { by, of } => vec![by, of],
            Self::Switched { by, from, to } => vec![by, from, to],
            Self::Relations { a, b, .. } => vec![a, b],
            Self::Mission { of, at, .. } => vec![of, at],
            Self::Joined { member, organization } => vec![member, organization],
            Self::Left { member, organization } => vec![member, organization],
            Self::Acted { party, .. } => vec![party],
            Self::Treaty { .. } => vec![],
            Self::Adopted { by, .. } => vec![by],
            Self::Voted { by, .. } => vec![by],
            Self::Event { .. } => vec![],
            Self::Began { actor } => vec![actor],
            Self::Ended { actor } => vec![actor],
            Self::Backed { by, backs, .. } => vec![by, backs],
        }
    }
}
