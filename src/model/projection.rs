//! Named ways in which statements join actors.

use super::closed::closed;

closed! {
    /// Which edges statements make.
    pub enum Projection {
        /// From who recognizes to who is recognized, as long as it does.
        Recognition => "recognition",
        /// Between two that have relations, as long as they have.
        Relations => "relations",
        /// Between the parties of a treaty, by way of the treaty, as long as both are bound.
        CoParty => "co-party",
        /// From a member to the organization.
        Membership => "membership",
        /// From who votes to the body that votes, from the day of the vote on.
        Votes => "votes",
        /// From who backs a claimant to the claimant.
        Positions => "positions",
    }
}

impl Projection {
    /// Whether an edge leads from one end to the other, rather than both ways.
    pub fn is_directed(self) -> bool {
        !matches!(self, Self::Relations | Self::CoParty)
    }
}
