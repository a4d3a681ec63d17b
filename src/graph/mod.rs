//! Statements as edges: projections of a base, and what can be asked of them.
//!
//! A statement is not an edge: a treaty binds many, a vote is cast in a body on a text. Each [`Projection`] says
//! which edges statements make; each [`Edge`] keeps its statement and the [`Period`] during which it holds. Parallel
//! edges are kept apart. Everything is answered through a [`View`]: on a day, in a band, or ever. Lists are sorted;
//! no answer depends on the order in which edges were added.
//!
//! Only this room knows petgraph, and no type of it leaves the room. It knows the model and nothing else.

mod path;
mod project;
mod reciprocal;
#[cfg(test)]
mod tests;

use petgraph::Direction;
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::unionfind::UnionFind;
use petgraph::visit::EdgeRef;

pub use crate::model::Projection;
use crate::model::{ActorIx, Band, Base, Choice, Day, DisputeIx, Period, StatementIx, TreatyIx};
pub use path::Hop;
pub use reciprocal::{MutualEdge, MutualPair};

/// The edges of one projection.
#[derive(Debug)]
pub struct Graph {
    projection: Projection,
    /// Actors come first, in the order of their handles.
    inner: DiGraph<Node, EdgeData>,
    actors: usize,
}

/// What edges join.
///
/// A treaty is an end of its own: 190 parties make 190 edges to it, not 18 thousand among themselves. Paths,
/// neighbours and components pass through it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Node {
    /// An actor.
    Actor(ActorIx),
    /// A treaty, in the co-party projection.
    Treaty(TreatyIx),
}

/// What an edge says beside its ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EdgeDetail {
    /// Nothing more.
    Nothing,
    /// How the vote was cast.
    Vote(Choice),
    /// What the position is about.
    Dispute(DisputeIx),
}

/// An edge: what one statement says of two ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Edge {
    /// Where it begins; of an undirected one, the end with the smaller handle.
    pub from: Node,
    /// Where it leads.
    pub to: Node,
    /// The statement that makes it; of what lasts between two acts, the act that began it.
    pub statement: StatementIx,
    /// When it holds.
    pub period: Period,
    /// What else it says.
    pub about: EdgeDetail,
}

/// What an edge carries within the graph.
#[derive(Debug, Clone, Copy)]
struct EdgeData {
    statement: StatementIx,
    period: Period,
    about: EdgeDetail,
}

/// When edges are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ViewTime {
    Ever,
    /// On a day, in this band or a surer one.
    On(Day, Band),
}

/// A graph at a moment: only the edges that hold then.
#[derive(Debug, Clone, Copy)]
pub struct View<'g> {
    graph: &'g Graph,
    moment: ViewTime,
}

impl Graph {
    /// The edges that the statements of a base make. Retracted ones make none.
    pub fn project(base: &Base, projection: Projection) -> Self {
        let edges = project::edges(base, projection);
        let treaties = if projection == Projection::CoParty { base.treaties.len() } else { 0 };
        let mut inner = DiGraph::with_capacity(base.actors.len() + treaties, edges.len());
        let nodes = base.actor_handles().map(Node::Actor);
        for node in nodes.chain((0..treaties).map(|treaty| Node::Treaty(TreatyIx::new(treaty)))) {
            inner.add_node(node);
        }
        let actors = base.actors.len();
        for Edge { from, to, statement, period, about } in edges {
            inner.add_edge(index(actors, from), index(actors, to), EdgeData { statement, period, about });
        }
        Self { projection, inner, actors }
    }

    /// Which projection it is.
    pub fn projection(&self) -> Projection {
        self.projection
    }

    /// All edges, whenever they hold, in the order of ends and statements.
    pub fn ever(&self) -> View<'_> {
        View { graph: self, moment: ViewTime::Ever }
    }

    /// The edges that hold on `day`: certainly, or with [`Band::Possible`] at least possibly.
    pub fn as_of(&self, day: Day, band: Band) -> View<'_> {
        View { graph: self, moment: ViewTime::On(day, band.max(Band::Possible)) }
    }
}

fn index(actors: usize, node: Node) -> NodeIndex {
    NodeIndex::new(match node {
        Node::Actor(actor) => actor.index(),
        Node::Treaty(treaty) => actors + treaty.index(),
    })
}

impl<'g> View<'g> {
    /// Every edge, in the order of ends and statements.
    pub fn edges(&self) -> Vec<Edge> {
        let all = self.graph.inner.edge_references().filter(|edge| self.band(edge.weight().period).is_some());
        sorted(all.map(|edge| self.edge(edge)).collect())
    }

    /// The edges that begin or end at `node`, in the order of ends and statements.
    pub fn edges_of(&self, node: Node) -> Vec<Edge> {
        let both = [Direction::Outgoing, Direction::Incoming];
        let edges = both.into_iter().flat_map(|direction| self.at(index(self.graph.actors, node), direction));
        sorted(edges.map(|(edge, _)| edge).collect())
    }

    /// Whom the edges of `actor` lead to (in an undirected projection: whom they join it with), each once, sorted.
    pub fn neighbours(&self, actor: ActorIx) -> Vec<ActorIx> {
        let mut found: Vec<ActorIx> = self.hops(actor).iter().map(|hop| hop.to).collect();
        found.dedup();
        found
    }

    /// The sets of actors that hang together, whichever way edges lead; each sorted, in the order of their first
    /// members. Actors without any edge are left out. Through a treaty hang all that it binds at the moment.
    pub fn components(&self) -> Vec<Vec<ActorIx>> {
        let inner = &self.graph.inner;
        let mut sets: UnionFind<usize> = UnionFind::new(inner.node_count());
        let mut joined = vec![false; inner.node_count()];
        for edge in inner.edge_references().filter(|edge| self.band(edge.weight().period).is_some()) {
            let (one, other) = (edge.source().index(), edge.target().index());
            sets.union(one, other);
            joined[one] = true;
            joined[other] = true;
        }
        let mut place: Vec<Option<usize>> = vec![None; inner.node_count()];
        let mut found: Vec<Vec<ActorIx>> = Vec::new();
        for actor in (0..self.graph.actors).filter(|actor| joined[*actor]) {
            let at = *place[sets.find(actor)].get_or_insert(found.len());
            if at == found.len() {
                found.push(Vec::new());
            }
            found[at].push(ActorIx::new(actor));
        }
        found
    }

    /// The band in which something holds at the moment; `None` when it isn't to be seen.
    fn band(&self, period: Period) -> Option<Band> {
        match self.moment {
            ViewTime::Ever => Some(period.ever()),
            ViewTime::On(day, wanted) => Some(period.holds(day)).filter(|band| *band >= wanted),
        }
    }

    /// The edges at a node that can be seen, and the node at the other end; in no order.
    fn at(&self, node: NodeIndex, direction: Direction) -> impl Iterator<Item = (Edge, NodeIndex)> + use<'g> {
        let view = *self;
        let edges = self.graph.inner.edges_directed(node, direction);
        let seen = edges.filter(move |edge| view.band(edge.weight().period).is_some());
        seen.map(move |edge| {
            let other = if direction == Direction::Outgoing { edge.target() } else { edge.source() };
            (view.edge(edge), other)
        })
    }

    fn edge<'e>(&self, edge: impl EdgeRef<NodeId = NodeIndex, Weight = EdgeData> + 'e) -> Edge {
        let (from, to) = (self.graph.inner[edge.source()], self.graph.inner[edge.target()]);
        let EdgeData { statement, period, about } = *edge.weight();
        Edge { from, to, statement, period, about }
    }
}

/// petgraph gives edges in the reverse order of their insertion.
fn sorted(mut edges: Vec<Edge>) -> Vec<Edge> {
    edges.sort_unstable_by_key(|edge| (edge.from, edge.to, edge.statement));
    edges
}
