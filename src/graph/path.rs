//! Paths: how one actor is joined with another, and by which statements.

use std::collections::VecDeque;

use petgraph::Direction;

use super::{Edge, Node, View, index};
use crate::model::{ActorIx, Band, StatementIx, TreatyIx};

/// A step from one actor to the next.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hop {
    /// Where it begins.
    pub from: ActorIx,
    /// Where it leads.
    pub to: ActorIx,
    /// The statements that make it: one, or of two parties of a treaty one each, in the order of the ends.
    pub statements: Vec<StatementIx>,
    /// The treaty that it passes through.
    pub via: Option<TreatyIx>,
    /// Whether it certainly holds at the moment of the view, or ever.
    pub band: Band,
}

impl View<'_> {
    /// The shortest path from one actor to another along the edges; empty when they are the same, `None` when there
    /// is none.
    ///
    /// *Guarantees:* of several shortest ones, the first in the order of the actors on the way; of several ways to
    /// make a step, a certain one before a possible one, then the first in the order of statements.
    pub fn shortest_path(&self, from: ActorIx, to: ActorIx) -> Option<Vec<Hop>> {
        let mut came_by: Vec<Option<Hop>> = vec![None; self.graph.actors];
        let mut queue = VecDeque::from([from]);
        while let Some(actor) = queue.pop_front() {
            if actor == to {
                return Some(way_back(&came_by, from, to));
            }
            for hop in self.hops(actor) {
                let slot = &mut came_by[hop.to.index()];
                if slot.is_none() && hop.to != from {
                    queue.push_back(hop.to);
                    *slot = Some(hop);
                }
            }
        }
        None
    }

    /// Every step from an actor, by where it leads, the best one first.
    pub(super) fn hops(&self, from: ActorIx) -> Vec<Hop> {
        let mut found: Vec<Hop> = Vec::new();
        for edge in self.leading_from(Node::Actor(from)) {
            match other_end(&edge, Node::Actor(from)) {
                Node::Actor(to) => found.extend(self.band(edge.period).map(|band| Hop {
                    from,
                    to,
                    statements: vec![edge.statement],
                    via: None,
                    band,
                })),
                Node::Treaty(treaty) => {
                    for beyond in self.leading_from(Node::Treaty(treaty)) {
                        let Node::Actor(to) = other_end(&beyond, Node::Treaty(treaty)) else { continue };
                        let Some(both) = edge.period.and(beyond.period).filter(|_| to != from) else { continue };
                        let statements = vec![edge.statement, beyond.statement];
                        found.extend(self.band(both).map(|band| Hop { from, to, statements, via: Some(treaty), band }));
                    }
                }
            }
        }
        found.sort_unstable_by(|a, b| (a.to, b.band, a.via, &a.statements).cmp(&(b.to, a.band, b.via, &b.statements)));
        found
    }

    /// The edges that can be walked from a node.
    fn leading_from(&self, node: Node) -> Vec<Edge> {
        let at = index(self.graph.actors, node);
        let mut edges: Vec<Edge> = self.at(at, Direction::Outgoing).map(|(edge, _)| edge).collect();
        if !self.graph.projection.is_directed() {
            edges.extend(self.at(at, Direction::Incoming).map(|(edge, _)| edge));
        }
        edges
    }
}

fn other_end(edge: &Edge, end: Node) -> Node {
    if edge.from == end { edge.to } else { edge.from }
}

fn way_back(came_by: &[Option<Hop>], from: ActorIx, to: ActorIx) -> Vec<Hop> {
    let mut hops: Vec<Hop> = Vec::new();
    let mut at = to;
    while at != from {
        let hop = came_by[at.index()].clone().expect("whoever was reached was reached by a step");
        at = hop.from;
        hops.push(hop);
    }
    hops.reverse();
    hops
}
