//! An index that finds statements by what they are about.

use super::{ActorIx, Base, DisputeIx, Fact, Pair, ResolutionIx, StatementIx, TreatyIx};

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

/// How many kinds of keys there are.
const KINDS: usize = 13;

impl Key {
    /// The kind, the handle that comes first, and the second one of a pair.
    fn parts(self) -> (usize, u32, u32) {
        match self {
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
            Self::TreatiesOf(a) => (7, a.0, 0),
            Self::VotesBy(a) => (8, a.0, 0),
            Self::PositionsBy(a) => (9, a.0, 0),
            Self::Treaty(t) => (10, t.0, 0),
            Self::VotesOn(r) => (11, r.0, 0),
            Self::Positions(d) => (12, d.0, 0),
        }
    }
}

/// Statements by what they are about: one list for each first handle of each kind of key, all in one array.
///
/// A counting sort builds it in two passes over the statements and takes no memory but its own; comparing sorts take
/// more than twice as long.
#[derive(Debug)]
pub(crate) struct Keys {
    /// The number of the first list of each kind.
    kinds: [u32; KINDS],
    /// Where each list begins, and at the end where the last one ends.
    starts: Vec<u32>,
    /// The second handle, or 0, and the statement; sorted within each list.
    entries: Vec<(u32, u32)>,
}

impl Keys {
    pub(crate) fn of(base: &Base) -> Self {
        let mut sizes = [base.actors.len(); KINDS];
        sizes[10..].copy_from_slice(&[base.treaties.len(), base.resolutions.len(), base.disputes.len()]);
        let mut kinds = [0; KINDS];
        let mut lists = 0;
        for (first, size) in kinds.iter_mut().zip(sizes) {
            *first = lists as u32;
            lists += size;
        }
        let list_of = |key: Key| {
            let (kind, first, second) = key.parts();
            ((kinds[kind] + first) as usize, second)
        };
        let mut starts = vec![0; lists + 1];
        for statement in &base.statements {
            each_key(&statement.fact, |key| starts[list_of(key).0 + 1] += 1);
        }
        for list in 0..lists {
            starts[list + 1] += starts[list];
        }
        let mut next = starts.clone();
        let mut entries = vec![(0, 0); starts[lists] as usize];
        for (index, statement) in base.statements.iter().enumerate() {
            each_key(&statement.fact, |key| {
                let (list, second) = list_of(key);
                let at = &mut next[list];
                entries[*at as usize] = (second, index as u32);
                *at += 1;
            });
        }
        // Statements come in their order; only lists of pairs are still to be sorted.
        let pairs = kinds[3] as usize;
        for list in pairs..pairs + sizes[3] {
            entries[starts[list] as usize..starts[list + 1] as usize].sort_unstable();
        }
        Self { kinds, starts, entries }
    }

    pub(crate) fn under(&self, key: Key) -> impl Iterator<Item = StatementIx> {
        let (kind, first, second) = key.parts();
        let list = (self.kinds[kind] + first) as usize;
        let entries = &self.entries[self.starts[list] as usize..self.starts[list + 1] as usize];
        let from = entries.partition_point(|entry| entry.0 < second);
        entries[from..].iter().take_while(move |entry| entry.0 == second).map(|entry| StatementIx(entry.1))
    }
}

fn each_key(fact: &Fact, mut add: impl FnMut(Key)) {
    match *fact {
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
