//! Reciprocity: edges that lead both ways between two actors.

use std::collections::BTreeMap;

use super::{EdgeDetail, Node, Projection, View};
use crate::model::{Band, Pair, StatementIx};

/// Two actors with edges both ways: in the projection of positions, each backs the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MutualPair {
    /// The two.
    pub pair: Pair,
    /// Edges from the first to the second, in the order of statements; never empty.
    pub forth: Vec<MutualEdge>,
    /// Edges from the second to the first, in the order of statements; never empty.
    pub back: Vec<MutualEdge>,
}

/// One edge of a reciprocity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MutualEdge {
    /// The statement that makes it.
    pub statement: StatementIx,
    /// What else it says: of a position, the dispute.
    pub about: EdgeDetail,
    /// Whether it certainly holds at the moment of the view, or ever.
    pub band: Band,
}

impl View<'_> {
    /// The pairs with edges both ways, in the order of pairs; in the same dispute or in different ones. Seen ever,
    /// the two ways need not have held at the same time. An undirected projection has none: all its edges are both
    /// ways.
    pub fn reciprocal(&self) -> Vec<MutualPair> {
        let mut pairs: BTreeMap<Pair, [Vec<MutualEdge>; 2]> = BTreeMap::new();
        let directed = Projection::is_directed(self.graph.projection);
        for edge in if directed { self.edges() } else { Vec::new() } {
            let (Node::Actor(from), Node::Actor(to)) = (edge.from, edge.to) else { continue };
            let (Some(pair), Some(band)) = (Pair::new(from, to), self.band(edge.period)) else { continue };
            let way = usize::from(pair.parties()[0] != from);
            let backing = MutualEdge { statement: edge.statement, about: edge.about, band };
            pairs.entry(pair).or_default()[way].push(backing);
        }
        let both = pairs.into_iter().filter(|(_, ways)| ways.iter().all(|way| !way.is_empty()));
        both.map(|(pair, [forth, back])| MutualPair { pair, forth, back }).collect()
    }
}
