//! How two actors are joined: the shortest path, with the statements that make it.

use super::matches::holds;
use crate::form::State;
use crate::graph::{Graph, Hop, Projection};
use crate::model::{ActorIx, AsOf, Band, Base, Day, Fact, Said, existed_on, known_as};

/// What is asked about two actors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct PathRequest {
    /// From whom.
    pub from: ActorIx,
    /// To whom.
    pub to: ActorIx,
    /// By which edges.
    pub via: Projection,
    /// The day.
    pub day: Day,
    /// The day that counts as today.
    pub today: Day,
}

impl PathRequest {
    /// From one to another, by these edges, today.
    pub fn between(from: ActorIx, to: ActorIx, via: Projection, today: Day) -> Self {
        Self { from, to, via, day: today, today }
    }

    /// On this day.
    #[must_use]
    pub fn on(self, day: Day) -> Self {
        Self { day, ..self }
    }
}

/// The answer to a [`PathRequest`].
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct PathAnswer {
    /// What was asked.
    pub request: PathRequest,
    /// The shortest path of steps that certainly hold, if there is one.
    pub certain: Option<Vec<Hop>>,
    /// Which steps of it are only presumed: the record doesn't reach the day.
    pub presumed: Vec<usize>,
    /// The shortest path of steps that certainly or possibly hold, where it is shorter, or where there is no other.
    pub possible: Option<Vec<Hop>>,
}

/// Finds the path of fewest steps, and of several such the one with the best weakest step.
pub fn path(base: &Base, request: &PathRequest) -> PathAnswer {
    let PathRequest { from, to, via, day, today } = *request;
    let graph = Graph::project(base, via);
    let asked = AsOf::of(day, today);
    let said = |hop: &Hop| if hop.band == Band::Certain { said(base, via, hop, asked) } else { Said::CantTell };
    // Through who wasn't there on the day nothing passes for sure.
    let there = |hop: &Hop| [hop.from, hop.to].into_iter().all(|actor| existed_on(base, actor, day) != Some(false));
    let view = |band: Band| graph.as_of(day, band);
    let certain = view(Band::Certain).shortest_path(from, to, there, said);
    let certain = certain.filter(|path| path.iter().all(|hop| said(hop) >= Said::Presumably));
    let possible = view(Band::Possible).shortest_path(from, to, |_| true, said);
    let possible = possible.filter(|path| certain.as_ref().is_none_or(|certain| path.len() < certain.len()));
    let hops = certain.iter().flatten().enumerate();
    let presumed = hops.filter(|(_, hop)| said(hop).is_presumed()).map(|(nth, _)| nth).collect();
    PathAnswer { request: *request, certain, presumed, possible }
}

/// What is known of a step whose dates make it certain.
fn said(base: &Base, via: Projection, hop: &Hop, asked: AsOf) -> Said {
    let (from, to) = (hop.from, hop.to);
    let said = |state: State<ActorIx>| holds(base, &state, asked).known.said;
    match via {
        Projection::Relations => said(State::Related { a: from, b: to }),
        Projection::Recognition => said(State::Recognizes { by: from, of: to }),
        Projection::CoParty => {
            let bound = [from, to].map(|party| said(State::Party { party, treaty: hop.via }));
            bound.into_iter().fold(Said::Yes, Said::and)
        }
        // Who observes, or is suspended, is joined by that, too.
        Projection::Membership => {
            let [one, other] =
                [(from, to), (to, from)].map(|(member, of)| known_as(base, member, of, |_| true, asked).said);
            one.or(other)
        }
        // Votes are acts, which don't lapse.
        Projection::Votes => Said::Yes,
        Projection::Positions => {
            let dispute = hop.statements.iter().find_map(|&ix| match base[ix].fact {
                Fact::Position { dispute, .. } => Some(dispute),
                _ => None,
            });
            said(State::Backs { by: from, backs: to, dispute })
        }
    }
}
