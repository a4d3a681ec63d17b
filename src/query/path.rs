//! How two actors are joined: the shortest path, with the statements that make it.

use crate::graph::{Graph, Hop, Projection};
use crate::model::{ActorIx, Band, Base, Day};

/// What is asked about two actors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PathRequest {
    /// From whom.
    pub from: ActorIx,
    /// To whom.
    pub to: ActorIx,
    /// By which edges.
    pub via: Projection,
    /// The day.
    pub day: Day,
}

/// The answer to a [`PathRequest`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PathAnswer {
    /// What was asked.
    pub request: PathRequest,
    /// The shortest path of steps that certainly hold, if there is one.
    pub certain: Option<Vec<Hop>>,
    /// The shortest path of steps that certainly or possibly hold, where it is shorter, or where there is no other.
    pub possible: Option<Vec<Hop>>,
}

/// Finds the shortest path.
pub fn path(base: &Base, request: &PathRequest) -> PathAnswer {
    let PathRequest { from, to, via, day } = *request;
    let graph = Graph::project(base, via);
    let shortest = |band: Band| graph.as_of(day, band).shortest_path(from, to);
    let certain = shortest(Band::Certain);
    let possible =
        shortest(Band::Possible).filter(|path| certain.as_ref().is_none_or(|certain| path.len() < certain.len()));
    PathAnswer { request: *request, certain, possible }
}
