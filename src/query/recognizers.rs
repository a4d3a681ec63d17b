//! Status as data: who recognizes an actor on a day, among the members of an organization or among all.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{
    ActorIx, Asked, Band, Base, Day, Fact, Key, Matter, RecognitionOf, Said, Standing, StatementIx, belongs, known_as,
    members_on, recognition_known,
};

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
    /// The day that counts as today.
    pub today: Day,
}

impl RecognizersRequest {
    /// The day, and today.
    pub fn asked(&self) -> Asked {
        Asked::of(self.day, self.today)
    }

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
    /// Which of these only presumably do: the record doesn't reach the day.
    pub presumed: BTreeSet<ActorIx>,
    /// Who possibly does.
    pub possible: Vec<ActorIx>,
    /// Who recognizes it, for sure or presumably, by relations alone: no act is on record. Counted apart.
    pub implied: Vec<ActorIx>,
    /// Who recognized it until it was no more itself, and whom nobody continues.
    pub ended: Vec<ActorIx>,
    /// How many could: the members on that day, without the one who is recognized. 0 where all are counted.
    pub members: usize,
}

/// Finds who recognizes `of` on `day`. Who continues another under a new name stands by what that one did, unless it
/// acted itself.
pub fn recognizers(base: &Base, request: &RecognizersRequest) -> Recognizers {
    let recognition = RecognitionOf::of(base, request.of);
    let mut found = recognizers_by(base, request, &recognition);
    let asked = request.asked();
    let presumed = |by: &ActorIx| {
        let whom = std::iter::once(request.of).chain(request.also);
        whom.into_iter().any(|of| recognition_known(base, *by, of, asked).said.is_presumed())
            || request
                .among
                .is_some_and(|among| known_as(base, *by, among, Standing::is_full, asked).said.is_presumed())
    };
    found.presumed = found.certain.iter().copied().filter(presumed).collect();
    found.ended = recognition.ended_with_recognizer(base, request.day);
    // Of those who recognize another, too, or not another, only acts tell.
    if request.also.is_none() && request.not.is_none() {
        found.implied = implied(base, request, &found, asked);
    }
    found
}

/// Who recognizes an actor by relations alone.
fn implied(base: &Base, request: &RecognizersRequest, found: &Recognizers, asked: Asked) -> Vec<ActorIx> {
    let of = request.of;
    let with = |ix: StatementIx| match base[ix].fact {
        Fact::Relations { pair, .. } => Some(pair.other(of)),
        _ => None,
    };
    let partners: BTreeSet<ActorIx> = base.under(Key::RelationsWith(of)).filter_map(with).collect();
    let counts = |by: &ActorIx| {
        let listed = found.certain.contains(by) || found.possible.contains(by);
        let among = request.among.is_none_or(|among| belongs(base, among, *by, request.day) == Band::Certain);
        !listed && among && recognition_known(base, *by, of, asked).said >= Said::Presumably
    };
    let mut implied: Vec<ActorIx> = partners.into_iter().filter(counts).collect();
    implied.sort_by_key(|&by| (&base[by].name, by));
    implied
}

impl Recognizers {
    /// Who certainly recognizes it, and the record reaches the day.
    pub fn surely(&self) -> impl Iterator<Item = ActorIx> {
        self.certain.iter().copied().filter(|by| !self.presumed.contains(by))
    }
}

/// The same, by recognition that was gathered before: for many days of one actor, and without telling whose day the record reaches.
pub(super) fn recognizers_by(base: &Base, request: &RecognizersRequest, recognition: &RecognitionOf) -> Recognizers {
    let RecognizersRequest { of, also, not, among, day, .. } = *request;
    let other = |other: Option<ActorIx>| other.map(|other| RecognitionOf::of(base, other).bands(day));
    let (also, not) = (other(also), other(not));
    let of_other = |bands: &BTreeMap<ActorIx, Band>, by: ActorIx| bands.get(&by).copied().unwrap_or(Band::No);
    let mut found = Recognizers {
        request: *request,
        certain: Vec::new(),
        presumed: BTreeSet::new(),
        possible: Vec::new(),
        implied: Vec::new(),
        ended: Vec::new(),
        members: 0,
    };
    for (by, band) in recognition.bands(day) {
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
