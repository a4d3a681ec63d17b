//! Which edges statements make, projection by projection; each in one pass over the base.

use super::{Edge, EdgeDetail, Node, Projection};
use crate::model::{
    ActorIx, Base, Day, Fact, Force, Pair, Spell, all_force, all_recognition_spells, all_relations_spells,
};

pub(super) fn edges(base: &Base, projection: Projection) -> Vec<Edge> {
    match projection {
        Projection::Recognition => recognition(base),
        Projection::Relations => relations(base),
        Projection::CoParty => parties(base),
        Projection::Membership | Projection::Votes | Projection::Positions => plain(base, projection),
    }
}

fn recognition(base: &Base) -> Vec<Edge> {
    let edge = |(by, of, spell): (ActorIx, ActorIx, Spell)| {
        let (from, to) = (Node::Actor(by), Node::Actor(of));
        Some(Edge { from, to, statement: spell.begun_by, period: spell.period()?, about: EdgeDetail::Nothing })
    };
    all_recognition_spells(base).into_iter().filter_map(edge).collect()
}

fn relations(base: &Base) -> Vec<Edge> {
    let edge = |(pair, spell): (Pair, Spell)| {
        let [from, to] = pair.parties().map(Node::Actor);
        Some(Edge { from, to, statement: spell.begun_by, period: spell.period()?, about: EdgeDetail::Nothing })
    };
    all_relations_spells(base).into_iter().filter_map(edge).collect()
}

/// Edges that are one statement each.
fn plain(base: &Base, projection: Projection) -> Vec<Edge> {
    let mut found = Vec::new();
    for ix in base.statement_handles() {
        let statement = &base[ix];
        let (from, to, about) = match (projection, &statement.fact) {
            (Projection::Membership, &Fact::Membership { organization, member, .. }) => {
                (member, organization, EdgeDetail::Nothing)
            }
            (Projection::Votes, &Fact::Vote { resolution, by, choice }) => {
                (by, base[resolution].by, EdgeDetail::Vote(choice))
            }
            (Projection::Positions, &Fact::Position { dispute, by, backs }) => {
                (by, backs, EdgeDetail::Dispute(dispute))
            }
            _ => continue,
        };
        let Some(period) = statement.period() else { continue };
        found.push(Edge { from: Node::Actor(from), to: Node::Actor(to), statement: ix, period, about });
    }
    found
}

/// From a party to the treaty that binds it. What is recorded without a date binds possibly, not certainly.
fn parties(base: &Base) -> Vec<Edge> {
    let edge = |(treaty, party, Force { begun_by, period })| {
        let (from, to) = (Node::Actor(party), Node::Treaty(treaty));
        Edge { from, to, statement: begun_by, period, about: EdgeDetail::Nothing }
    };
    all_force(base, Day::FUTURE).into_iter().map(edge).collect()
}
