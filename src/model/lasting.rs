//! Everything that lasts, whatever it rests on: existence, recognition, relations, missions, memberships, treaties that
//! bind, positions.

use super::{
    ActorIx, Base, Capacity, Day, DisputeIx, Fact, Kind, Level, Pair, Period, StatementIx, TreatyIx, all_force,
    all_missions, all_recognition_spells, all_relations_spells, membership_period,
};

/// What can hold: the same thing on two days is one thing, whatever act it rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Thing {
    /// An actor exists.
    Existence(ActorIx),
    /// The first recognizes the second.
    Recognition(ActorIx, ActorIx, Capacity),
    /// Recognition is withheld by the first from the second.
    Refusal(ActorIx, ActorIx),
    /// A pair has relations.
    Relations(Pair),
    /// A source says that a pair has no relations.
    NoRelations(Pair),
    /// A mission of an actor with the other of a pair; of consulates, each act that opened one.
    Mission(ActorIx, Pair, Option<StatementIx>),
    /// An actor belongs to an organization.
    Membership(ActorIx, ActorIx),
    /// A treaty binds a party.
    Treaty(TreatyIx, ActorIx),
    /// An actor backs a claimant.
    Position(ActorIx, DisputeIx),
}

impl Thing {
    /// The kind of statement that it rests on.
    pub fn kind(self) -> Kind {
        match self {
            Self::Existence(_) => Kind::Existence,
            Self::Recognition(..) | Self::Refusal(..) => Kind::Recognition,
            Self::Relations(_) | Self::NoRelations(_) | Self::Mission(..) => Kind::Relations,
            Self::Membership(..) => Kind::Membership,
            Self::Treaty(..) => Kind::Treaty,
            Self::Position(..) => Kind::Position,
        }
    }

    /// Between whom it is, whoever does it first; one, of what one has alone.
    pub fn actors(self) -> [Option<ActorIx>; 2] {
        match self {
            Self::Existence(one) | Self::Treaty(_, one) | Self::Position(one, _) => [Some(one), None],
            Self::Recognition(a, b, _) | Self::Refusal(a, b) | Self::Membership(a, b) => [Some(a), Some(b)],
            Self::Relations(pair) | Self::NoRelations(pair) => pair.parties().map(Some),
            Self::Mission(by, pair, _) => [Some(by), Some(pair.other(by))],
        }
    }

    /// Whether it concerns an actor.
    pub fn concerns(self, actor: ActorIx) -> bool {
        self.actors().contains(&Some(actor))
    }
}

/// A time during which something holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lasting {
    /// What it is.
    pub thing: Thing,
    /// The statement that lasts, or the act that began it.
    pub statement: StatementIx,
    /// When it holds.
    pub period: Period,
    /// The act that ended it, if one is recorded.
    pub ended_by: Option<StatementIx>,
}

/// Finds everything that lasts. What is recorded without a date is taken to have happened by `known`.
pub fn lasting(base: &Base, known: Day) -> Vec<Lasting> {
    let mut found = lasting_but_treaties(base);
    found.extend(all_force(base, known).into_iter().map(|(treaty, party, force)| Lasting {
        thing: Thing::Treaty(treaty, party),
        statement: force.begun_by,
        period: force.period,
        ended_by: None,
    }));
    found
}

/// The same without treaties: one act often binds many parties, and here each statement stands for one thing.
pub(super) fn lasting_but_treaties(base: &Base) -> Vec<Lasting> {
    let mut found = Vec::new();
    for ix in base.statement_handles() {
        let thing = match base[ix].fact {
            Fact::Existence { actor } => Thing::Existence(actor),
            Fact::Membership { organization, member, .. } => Thing::Membership(member, organization),
            Fact::Position { dispute, by, .. } => Thing::Position(by, dispute),
            Fact::Recognition { of, by, .. } if base[ix].fact.lasts() => Thing::Refusal(by, of),
            Fact::Relations { pair, .. } if base[ix].fact.lasts() => Thing::NoRelations(pair),
            _ => continue,
        };
        // Who is no more belongs to nothing, and to a group belongs for ever whom nothing dates.
        let period = membership_period(base, ix)
            .or_else(|| base[ix].period().filter(|_| !matches!(thing, Thing::Membership(..))));
        found.extend(period.map(|period| Lasting { thing, statement: ix, period, ended_by: None }));
    }
    let recognition = all_recognition_spells(base).into_iter().map(|(by, of, spell)| {
        let capacity = base[spell.begun_by].fact.capacity().unwrap_or_default();
        (Thing::Recognition(by, of, capacity), spell)
    });
    let relations = all_relations_spells(base).into_iter().map(|(pair, spell)| (Thing::Relations(pair), spell));
    let missions = all_missions(base).into_iter().map(|(pair, by, spell)| {
        let consulate = (spell.level == Some(Level::Consulate)).then_some(spell.begun_by);
        (Thing::Mission(by, pair, consulate), spell)
    });
    found.extend(recognition.chain(relations).chain(missions).filter_map(|(thing, spell)| {
        let ended_by = spell.end.as_ref().map(|end| end.by).filter(|by| *by != spell.begun_by);
        Some(Lasting { thing, statement: spell.begun_by, period: spell.period()?, ended_by })
    }));
    found
}
