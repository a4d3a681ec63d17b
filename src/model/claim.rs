//! What sources assert and the base can test.

use super::closed::closed;
use super::{ActorIx, Citation, Date, Pair, Slug, StatementIx};

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
        /// Opening a mission.
        MissionOpened => "mission-opened",
    }
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

/// A claim in a form that can be tested.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asserts {
    /// `by` was the `nth` to do it, among a group if one is named.
    Nth {
        /// The place, from 1.
        nth: usize,
        /// Who.
        by: ActorIx,
        /// To whom.
        of: ActorIx,
        /// What.
        act: CountedAct,
        /// Among whom.
        among: Option<ActorIx>,
    },
    /// `by` was the last to do it.
    Last {
        /// Who.
        by: ActorIx,
        /// To whom.
        of: ActorIx,
        /// What.
        act: CountedAct,
        /// Among whom.
        among: Option<ActorIx>,
    },
    /// These were the first ones, in this order.
    Order {
        /// Who, the first one first.
        by: Vec<ActorIx>,
        /// To whom.
        of: ActorIx,
        /// What.
        act: CountedAct,
    },
    /// `by` was the only one to have done it.
    Only {
        /// Who.
        by: ActorIx,
        /// To whom.
        of: ActorIx,
        /// What.
        act: CountedAct,
        /// Among whom.
        among: Option<ActorIx>,
        /// By when.
        on: Option<Date>,
    },
    /// `by` hadn't done it.
    Never {
        /// Who.
        by: ActorIx,
        /// To whom.
        of: ActorIx,
        /// What.
        act: CountedAct,
        /// By when.
        on: Option<Date>,
    },
    /// So many had done it.
    Count {
        /// How many.
        count: usize,
        /// To whom.
        of: ActorIx,
        /// What.
        act: CountedAct,
        /// By when.
        on: Option<Date>,
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
