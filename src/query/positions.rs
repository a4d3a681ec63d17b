//! Positions: who backs whom in a dispute, and who backs each other.

use crate::graph::{Graph, Projection};
use crate::model::{
    ActorIx, AsOf, Band, Base, Course, DisputeIx, Fact, Matter, Period, Said, Statement, StatementIx, Sure, known,
};

/// What is asked about positions. Without a limit: all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct PositionsRequest {
    /// In this dispute.
    pub dispute: Option<DisputeIx>,
    /// Of this actor.
    pub by: Option<ActorIx>,
    /// Only those held on a day, certainly, presumably or possibly.
    pub on: Option<AsOf>,
}

impl Backing {
    /// How sure it is that it is held.
    pub fn sure(&self) -> Sure {
        Sure::of(self.band, self.presumed)
    }
}

impl PositionsRequest {
    /// All positions.
    pub fn all() -> Self {
        Self::default()
    }

    /// Only in this dispute.
    #[must_use]
    pub fn dispute(self, dispute: impl Into<Option<DisputeIx>>) -> Self {
        Self { dispute: dispute.into(), ..self }
    }

    /// Only those of this actor.
    #[must_use]
    pub fn by(self, actor: impl Into<Option<ActorIx>>) -> Self {
        Self { by: actor.into(), ..self }
    }

    /// Only those held on this day.
    #[must_use]
    pub fn on(self, asked: impl Into<Option<AsOf>>) -> Self {
        Self { on: asked.into(), ..self }
    }
}

/// A position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Backing {
    /// The statement.
    pub statement: StatementIx,
    /// In which dispute.
    pub dispute: DisputeIx,
    /// Who backs.
    pub by: ActorIx,
    /// Whom.
    pub backs: ActorIx,
    /// Whether it is held on the day asked for; [`Band::Certain`] when none was.
    pub band: Band,
    /// Whether the record doesn't reach the day asked for, so that it is presumed from the last that is recorded.
    pub presumed: bool,
}

/// Two actors that back each other: each in a dispute of the other, at one time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Reciprocal {
    /// The one whose id comes first.
    pub one: Backing,
    /// The other.
    pub other: Backing,
    /// Whether there certainly were days on which both held; never [`Band::No`].
    pub band: Band,
}

/// The answer to a [`PositionsRequest`].
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct PositionsAnswer {
    /// What was asked.
    pub request: PositionsRequest,
    /// Positions by dispute, whom they back, and who takes them.
    pub positions: Vec<Backing>,
    /// Those that back each other.
    pub reciprocal: Vec<Reciprocal>,
}

/// Answers about positions.
pub fn positions(base: &Base, request: &PositionsRequest) -> PositionsAnswer {
    let mut found: Vec<Backing> = base
        .statement_handles()
        .filter_map(|statement| {
            let Fact::Position { dispute, by, backs } = base[statement].fact else { return None };
            let said = request.on.map_or(Said::Yes, |asked| held(base, statement, (by, backs, dispute), asked));
            let (band, presumed) = (said.band(), said == Said::Presumably);
            let fits = base[statement].stands() && band != Band::No;
            fits.then_some(Backing { statement, dispute, by, backs, band, presumed })
        })
        .collect();
    found.sort_by_key(|b| (&base[b.dispute].id, &base[b.backs].id, &base[b.by].id, b.statement));
    let asked = |backing: &Backing| {
        request.dispute.is_none_or(|dispute| dispute == backing.dispute) && request.by.is_none_or(|by| by == backing.by)
    };
    let backing = |statement| found.iter().find(|backing| backing.statement == statement).copied();
    let graph = Graph::project(base, Projection::Positions);
    let view = request.on.map_or_else(|| graph.ever(), |asked| graph.as_of(asked.day, Band::Possible));
    let mut reciprocal = Vec::new();
    for both in view.reciprocal() {
        for (forth, back) in both.forth.iter().flat_map(|forth| both.back.iter().map(move |back| (forth, back))) {
            let (Some(one), Some(other)) = (backing(forth.statement), backing(back.statement)) else { continue };
            let band = at_one_time(&base[one.statement], &base[other.statement]);
            if (asked(&one) || asked(&other)) && band != Band::No {
                reciprocal.push(Reciprocal { one, other, band });
            }
        }
    }
    found.retain(asked);
    reciprocal
        .sort_by_key(|pair| (&base[pair.one.by].id, &base[pair.other.by].id, pair.one.statement, pair.other.statement));
    PositionsAnswer { request: request.clone(), positions: found, reciprocal }
}

/// Whether a position is held on a day: by nobody who isn't there, and of nobody.
fn held(base: &Base, ix: StatementIx, (by, backs, dispute): (ActorIx, ActorIx, DisputeIx), asked: AsOf) -> Said {
    known(base, &Course::of_statements(base, [ix]), &[by, backs], Matter::Positions(dispute), asked).said
}

/// Whether there certainly are days on which both hold, or can be.
fn at_one_time(one: &Statement, other: &Statement) -> Band {
    let both = one.period().zip(other.period()).and_then(|(one, other)| one.and(other));
    both.map_or(Band::No, Period::ever)
}
