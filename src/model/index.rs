//! One sorted list that finds statements by what they are about.

use super::{ActorIx, DisputeIx, Fact, Pair, ResolutionIx, Statement, StatementIx, TreatyIx};

/// What statements can be found by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// The existence of an actor, and its succession to others.
    Existence(ActorIx),
    /// The recognition of an actor by others.
    RecognitionOf(ActorIx),
    /// The recognition of others by an actor.
    RecognitionBy(ActorIx),
    /// The relations of a pair.
    Relations(Pair),
    /// The relations of an actor with anybody.
    RelationsWith(ActorIx),
    /// The members of an organization.
    MembersOf(ActorIx),
    /// The memberships of an actor.
    MembershipsOf(ActorIx),
    /// The acts of a treaty.
    Treaty(TreatyIx),
    /// The treaty actions of a party.
    TreatiesOf(ActorIx),
    /// The votes on a resolution.
    VotesOn(ResolutionIx),
    /// The votes of an actor.
    VotesBy(ActorIx),
    /// The positions in a dispute.
    Positions(DisputeIx),
    /// The positions of an actor.
    PositionsBy(ActorIx),
}

impl Key {
    fn packed(self) -> u128 {
        let (tag, a, b) = match self {
            Self::Existence(a) => (0, a.0, 0),
            Self::RecognitionOf(a) => (1, a.0, 0),
            Self::RecognitionBy(a) => (2, a.0, 0),
            Self::Relations(pair) => {
                let [a, b] = pair.parties();
                (3, a.0, b.0)
            }
            Self::RelationsWith(a) => (4, a.0, 0),
            Self::MembersOf(a) => (5, a.0, 0),
            Self::MembershipsOf(a) => (6, a.0, 0),
            Self::Treaty(t) => (7, t.0, 0),
            Self::TreatiesOf(a) => (8, a.0, 0),
            Self::VotesOn(r) => (9, r.0, 0),
            Self::VotesBy(a) => (10, a.0, 0),
            Self::Positions(d) => (11, d.0, 0),
            Self::PositionsBy(a) => (12, a.0, 0),
        };
        (tag << 96) | (u128::from(a) << 64) | (u128::from(b) << 32)
    }
}

/// Keys and statements, sorted: each entry holds the key in its upper bits and the statement in its lowest 32.
#[derive(Debug)]
pub(crate) struct Keys(Vec<u128>);

impl Keys {
    pub(crate) fn of(statements: &[Statement]) -> Self {
        let mut entries = Vec::with_capacity(statements.len() * 3);
        for (index, statement) in statements.iter().enumerate() {
            let mut add = |key: Key| entries.push(key.packed() | index as u128);
            match statement.fact {
                Fact::Existence { actor } => add(Key::Existence(actor)),
                Fact::Succession { successor, .. } => add(Key::Existence(successor)),
                Fact::Recognition { of, by, .. } => {
                    add(Key::RecognitionOf(of));
                    add(Key::RecognitionBy(by));
                }
                Fact::Relations { pair, .. } => {
                    add(Key::Relations(pair));
                    pair.parties().into_iter().for_each(|party| add(Key::RelationsWith(party)));
                }
                Fact::Membership { organization, member, .. } => {
                    add(Key::MembersOf(organization));
                    add(Key::MembershipsOf(member));
                }
                Fact::Treaty { treaty, party, .. } => {
                    add(Key::Treaty(treaty));
                    party.into_iter().for_each(|party| add(Key::TreatiesOf(party)));
                }
                Fact::Vote { resolution, by, .. } => {
                    add(Key::VotesOn(resolution));
                    add(Key::VotesBy(by));
                }
                Fact::Position { dispute, by, .. } => {
                    add(Key::Positions(dispute));
                    add(Key::PositionsBy(by));
                }
                Fact::Resolution { .. } | Fact::Event { .. } => {}
            }
        }
        entries.sort_unstable();
        Self(entries)
    }

    pub(crate) fn under(&self, key: Key) -> impl Iterator<Item = StatementIx> {
        let packed = key.packed();
        let from = self.0.partition_point(|entry| *entry < packed);
        self.0[from..]
            .iter()
            .take_while(move |entry| (**entry >> 32) == (packed >> 32))
            .map(|entry| StatementIx((*entry & u128::from(u32::MAX)) as u32))
    }
}
