//! Status as data: who recognizes an actor on a day, among the members of an organization or among all.

use std::collections::BTreeMap;

use crate::model::{ActorIx, Band, Base, Day, Matter, RecognitionOf, belongs, members_on};

/// What is asked about those who recognize an actor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RecognizersRequest {
    /// Who is recognized.
    pub of: ActorIx,
    /// Only those who recognize this one, too.
    pub also: Option<ActorIx>,
    /// Only those who don't recognize this one, as far as is recorded.
    pub not: Option<ActorIx>,
    /// Only these are counted: the members of an organization or group; `None`: all.
    pub among: Option<ActorIx>,
    /// The day.
    pub day: Day,
}

impl RecognizersRequest {
    /// What it asks about.
    pub fn matters(&self) -> Vec<Matter> {
        [Some(self.of), self.also, self.not].into_iter().flatten().map(Matter::RecognitionsOf).collect()
    }
}

/// Who recognizes an actor on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recognizers {
    /// What was asked.
    pub request: RecognizersRequest,
    /// Who certainly recognizes it, in the order of names.
    pub certain: Vec<ActorIx>,
    /// Who possibly does.
    pub possible: Vec<ActorIx>,
    /// How many could: the members on that day, without the one who is recognized. 0 where all are counted.
    pub members: usize,
}

/// Finds who recognizes `of` on `day`. Who continues another under a new name stands by what that one did, unless it
/// acted itself.
pub fn recognizers(base: &Base, request: &RecognizersRequest) -> Recognizers {
    recognizers_by(base, request, &RecognitionOf::of(base, request.of))
}

/// The same, by recognition that was gathered before: for many days of one actor.
pub(super) fn recognizers_by(base: &Base, request: &RecognizersRequest, recognition: &RecognitionOf) -> Recognizers {
    let RecognizersRequest { of, also, not, among, day } = *request;
    let other = |other: Option<ActorIx>| other.map(|other| RecognitionOf::of(base, other).bands(base, day));
    let (also, not) = (other(also), other(not));
    let of_other = |bands: &BTreeMap<ActorIx, Band>, by: ActorIx| bands.get(&by).copied().unwrap_or(Band::No);
    let mut found = Recognizers { request: *request, certain: Vec::new(), possible: Vec::new(), members: 0 };
    for (by, band) in recognition.bands(base, day) {
        let also = also.as_ref().map_or(Band::Certain, |also| of_other(also, by));
        let not = not.as_ref().map_or(Band::Certain, |not| of_other(not, by).not());
        let among = among.map_or(Band::Certain, |among| belongs(base, among, by, day));
        // Nobody is asked whether he recognizes himself.
        let itself = [request.also, request.not].contains(&Some(by));
        match band.and(also).and(not).and(among) {
            _ if itself => {}
            Band::Certain => found.certain.push(by),
            Band::Possible => found.possible.push(by),
            Band::No => {}
        }
    }
    found.certain.sort_by_key(|&by| (&base[by].name, by));
    found.possible.sort_by_key(|&by| (&base[by].name, by));
    found.members = among.map_or(0, |among| members_on(base, among, day).into_iter().filter(|by| *by != of).count());
    found
}
