//! Paths: how one actor is joined with another, and by which statements.

use std::collections::{BTreeMap, VecDeque};

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
    /// The path of fewest steps from one actor to another along the edges, and of several such the one whose weakest step is
    /// the strongest by `strength`, over steps that pass; empty when they are the same, `None` when there is none.
    ///
    /// *Guarantees:* of several that are as good, the first in the order of the actors on the way; of several ways to
    /// make a step, a certain one before a possible one, then the first in the order of statements. `strength` is asked only of
    /// steps on a path of fewest steps.
    pub fn shortest_path<S: Ord + Clone>(
        &self,
        from: ActorIx,
        to: ActorIx,
        passes: impl Fn(&Hop) -> bool,
        strength: impl Fn(&Hop) -> S,
    ) -> Option<Vec<Hop>> {
        // How far each actor is, and every last step that makes a way no longer.
        let mut far: Vec<Option<usize>> = vec![None; self.graph.actors];
        let mut came_by: Vec<Vec<Hop>> = vec![Vec::new(); self.graph.actors];
        let mut queue = VecDeque::from([from]);
        far[from.index()] = Some(0);
        while let Some(actor) = queue.pop_front().filter(|actor| *actor != to) {
            let next = far[actor.index()].map(|steps| steps + 1);
            for hop in self.hops(actor).into_iter().filter(&passes) {
                let at = hop.to.index();
                if far[at].is_none() {
                    queue.push_back(hop.to);
                    far[at] = next;
                }
                if far[at] == next {
                    came_by[at].push(hop);
                }
            }
        }
        let steps = far[to.index()]?;
        // Back from the end, layer by layer: who lies on such a path. Then forth: the best way to each of them.
        let mut layers = vec![vec![to]];
        for _ in 0..steps {
            let last = layers.last().into_iter().flatten();
            let mut layer: Vec<ActorIx> = last.flat_map(|at| came_by[at.index()].iter().map(|hop| hop.from)).collect();
            layer.sort_unstable();
            layer.dedup();
            layers.push(layer);
        }
        let mut best: BTreeMap<ActorIx, (Option<S>, Option<Hop>)> = BTreeMap::from([(from, (None, None))]);
        for &at in layers.iter().rev().skip(1).flatten() {
            let mut way: Option<(S, Hop)> = None;
            for hop in &came_by[at.index()] {
                let Some((before, _)) = best.get(&hop.from) else { continue };
                let own = strength(hop);
                let weakest = before.clone().map_or(own.clone(), |before| before.min(own));
                if way.as_ref().is_none_or(|(so_far, _)| weakest > *so_far) {
                    way = Some((weakest, hop.clone()));
                }
            }
            let (weakest, hop) = way?;
            best.insert(at, (Some(weakest), Some(hop)));
        }
        let mut hops: Vec<Hop> = Vec::new();
        let mut at = to;
        while let Some(hop) = best.remove(&at).and_then(|(_, hop)| hop) {
            at = hop.from;
            hops.push(hop);
        }
        hops.reverse();
        Some(hops)
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
