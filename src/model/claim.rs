//! What sources assert and the base can test.

use super::closed::closed;
use super::{
    ActorIx, Capacity, Citation, Date, DisputeIx, Entity, Level, Pair, RecognitionForm, ResolutionIx, Slug, StatementIx,
};

/// Something that a source asserts of the record as a whole.
#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    /// Its id.
    pub id: Slug,
    /// The claim in a sentence.
    pub text: Box<str>,
    /// What it asserts, in a form that the base can test.
    pub asserts: Asserts,
    /// Who makes it; never empty in a base.
    pub sources: Vec<Citation>,
    /// What a reader should know.
    pub note: Option<Box<str>>,
}

closed! {
    /// Acts whose order is claimed.
    #[derive(Default)]
    pub enum CountedAct {
        /// Recognizing.
        #[default]
        Recognized => "recognized",
        /// Withdrawing recognition.
        Withdrawn => "withdrawn",
        /// Establishing relations.
        Established => "established",
        /// Severing relations.
        Severed => "severed",
        /// Opening a mission.
        MissionOpened => "mission-opened",
        /// Joining an organization.
        Joined => "joined",
        /// Adopting a resolution about something, by whichever of the actor's bodies.
        Adopted => "adopted",
        /// Backing a claimant in a dispute.
        Backed => "backed",
    }
}

/// What a claim counts: an act done to one object, by anybody or among a group, in a time.
///
/// Who belongs to the group is asked of the day of the act; of a number, of the day to which is counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// The act.
    pub act: CountedAct,
    /// To whom or what: an actor; of a resolution, anything that it can be about.
    pub of: Entity,
    /// Only those who belong to this organization or group.
    pub among: Option<ActorIx>,
    /// Only those who don't belong to this organization or group.
    pub except: Option<ActorIx>,
    /// Only recognition in this form.
    pub form: Option<RecognitionForm>,
    /// Only recognition as this.
    pub capacity: Option<Capacity>,
    /// Only missions of this level.
    pub level: Option<Level>,
    /// In which dispute a claimant is backed.
    pub over: Option<DisputeIx>,
    /// Only from this date.
    pub since: Option<Date>,
    /// Only to this date, which is in.
    pub on: Option<Date>,
}

closed! {
    /// The state of the relations of a pair.
    pub enum Status {
        /// Neither recognition nor relations.
        None => "none",
        /// Recognition without relations.
        Recognized => "recognized",
        /// Relations.
        Established => "established",
        /// Relations rest.
        Suspended => "suspended",
        /// Relations are broken off.
        Severed => "severed",
    }
}

impl Status {
    /// The state in words: "diplomatic relations".
    pub fn in_words(self) -> &'static str {
        match self {
            Self::None => "no relations",
            Self::Recognized => "recognition without relations",
            Self::Established => "diplomatic relations",
            Self::Suspended => "relations suspended",
            Self::Severed => "relations severed",
        }
    }
}

/// A claim in a form that can be tested.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asserts {
    /// `by` was the `nth` to do it.
    Nth {
        /// The place, from 1.
        nth: usize,
        /// Who.
        by: ActorIx,
        /// What.
        counted: Counted,
    },
    /// `by` was the last to do it.
    Last {
        /// Who.
        by: ActorIx,
        /// What.
        counted: Counted,
    },
    /// These were the first ones, in this order.
    Order {
        /// Who, the first one first.
        by: Vec<ActorIx>,
        /// What.
        counted: Counted,
    },
    /// `by` was the only one to have done it; `still`: of those who haven't undone it.
    Only {
        /// Who.
        by: ActorIx,
        /// Whether only those count with whom it still holds.
        still: bool,
        /// What.
        counted: Counted,
    },
    /// `by` was the only one not to have done it.
    OnlyWithout {
        /// Who.
        by: ActorIx,
        /// What.
        counted: Counted,
    },
    /// `by` hadn't done it.
    Never {
        /// Who.
        by: ActorIx,
        /// What.
        counted: Counted,
    },
    /// So many had done it, and hadn't undone it.
    Count {
        /// How many.
        count: usize,
        /// What.
        counted: Counted,
    },
    /// So many or more had done it, and hadn't undone it.
    AtLeast {
        /// How many.
        count: usize,
        /// What.
        counted: Counted,
    },
    /// The resolution was the `nth` about something.
    NthResolution {
        /// The place, from 1.
        nth: usize,
        /// Which resolution.
        resolution: ResolutionIx,
        /// About what.
        about: Entity,
        /// Among the resolutions of these bodies; empty: of all.
        by: Vec<ActorIx>,
    },
    /// So many countries existed.
    Countries {
        /// How many.
        count: usize,
        /// On this date.
        on: Date,
    },
    /// The statement has this date.
    Dated {
        /// Which statement.
        statement: StatementIx,
        /// Its date by the claim.
        on: Date,
    },
    /// One statement came before another.
    Before {
        /// What came before.
        earlier: StatementIx,
        /// What came after.
        later: StatementIx,
    },
    /// The relations of a pair had this status.
    Status {
        /// The pair.
        pair: Pair,
        /// Its status by the claim.
        status: Status,
        /// On this date.
        on: Date,
    },
    /// Kept, and not tested.
    Untestable {
        /// Why not.
        why: Box<str>,
    },
}

impl Counted {
    /// All acts of one kind to whom or what it is done.
    pub fn all(act: CountedAct, of: Entity) -> Self {
        Self {
            act,
            of,
            among: None,
            except: None,
            form: None,
            capacity: None,
            level: None,
            over: None,
            since: None,
            on: None,
        }
    }

    /// Whether all acts count: of any form, by anybody, at any time.
    pub fn is_plain(&self) -> bool {
        let Self { act: _, of: _, among, except, form, capacity, level, over, since, on } = self;
        among.is_none()
            && except.is_none()
            && form.is_none()
            && capacity.is_none()
            && level.is_none()
            && over.is_none()
            && since.is_none()
            && on.is_none()
    }
}

impl Asserts {
    /// What it counts, if it counts acts.
    pub fn counted(&self) -> Option<&Counted> {
        match self {
            Self::Nth { counted, .. }
            | Self::Last { counted, .. }
            | Self::Order { counted, .. }
            | Self::Only { counted, .. }
            | Self::OnlyWithout { counted, .. }
            | Self::Never { counted, .. }
            | Self::Count { counted, .. }
            | Self::AtLeast { counted, .. } => Some(counted),
            _ => None,
        }
    }
}

closed! {
    /// What the record says of a claim.
    pub enum Verdict {
        /// It bears it out.
        Supported => "supported",
        /// It agrees with it as far as it goes; only what isn't recorded, or not dated well, could still change it.
        Fits => "fits",
        /// It contradicts it, by every date that is possible.
        Contradicted => "contradicted",
        /// Doubt or dissent on dates decides.
        Undecided => "undecided",
        /// It holds nothing by which the claim could be tried.
        Untested => "untested",
    }
}
