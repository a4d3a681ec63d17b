//! Parts that several documents share.

use serde::Serialize;

use crate::model::{
    ActorIx, AsOf, Attestation, Base, Calendar, Citation, Closed, Date, Day, Ends, Matter, Place, Says, Statement,
    StatementIx, Until,
};

/// An actor: its id and its name.
#[derive(Serialize)]
pub(super) struct ActorRef<'a> {
    id: &'a str,
    name: &'a str,
}

impl<'a> ActorRef<'a> {
    pub(super) fn new(base: &'a Base, ix: ActorIx) -> Self {
        Self { id: base[ix].id.as_str(), name: &base[ix].name }
    }
}

/// A place in an order.
#[derive(Serialize)]
pub(super) struct PlaceRange {
    least: usize,
    most: usize,
}

impl From<Place> for PlaceRange {
    fn from(place: Place) -> Self {
        Self { least: place.least, most: place.most }
    }
}

/// What one or more sources say.
#[derive(Serialize)]
pub(super) struct AttestationOut<'a> {
    date: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<&'a str>,
    says: &'static str,
    rank: &'static str,
    sources: Vec<&'a str>,
    citations: Vec<CitationOut<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    inferred: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    wording: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    calendar: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    zone: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    attested: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tally: Option<TallyOut>,
    #[serde(skip_serializing_if = "Option::is_none")]
    vote: Option<&'static str>,
}

/// A source with its words.
#[derive(Serialize)]
pub(super) struct CitationOut<'a> {
    source: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    quote: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<&'a str>,
}

/// What a scope or a count is about.
#[derive(Serialize)]
pub(super) struct MatterOut<'a> {
    kind: &'static str,
    about: Vec<&'a str>,
}

impl<'a> MatterOut<'a> {
    pub(super) fn new(base: &'a Base, matter: Matter) -> Self {
        Self { kind: matter.word(), about: matter.about().map(|entity| base.id(entity)).collect() }
    }
}

/// How far the record of a matter reaches.
#[derive(Serialize)]
pub(super) struct ReachOut<'a> {
    of: MatterOut<'a>,
    extent: Option<&'static str>,
    through: Option<&'a str>,
    pub(super) reached: bool,
}

/// How far the record of each matter reaches.
pub(super) fn reach(base: &Base, matters: impl IntoIterator<Item = Matter>, asked: AsOf) -> Vec<ReachOut<'_>> {
    let of = |matter: Matter| {
        let found = base.scope_for(matter, asked);
        let scope = found.map(|(index, _)| &base.scopes[index]);
        ReachOut {
            of: MatterOut::new(base, matter),
            extent: scope.map(|scope| scope.extent.name()),
            through: scope.map(|scope| scope.through().as_str()),
            reached: found.is_some_and(|(_, reached)| reached),
        }
    };
    matters.into_iter().map(of).collect()
}

/// A count of votes.
#[derive(Serialize)]
pub(super) struct TallyOut {
    favour: u32,
    against: u32,
    abstaining: u32,
}

impl From<crate::model::Tally> for TallyOut {
    fn from(tally: crate::model::Tally) -> Self {
        Self { favour: tally.favour, against: tally.against, abstaining: tally.abstaining }
    }
}

pub(super) fn citations<'a>(base: &'a Base, list: &'a [Citation]) -> Vec<CitationOut<'a>> {
    let out = |citation: &'a Citation| CitationOut {
        source: base[citation.source].id.as_str(),
        quote: citation.quote.as_deref(),
        at: citation.at.as_deref(),
    };
    list.iter().map(out).collect()
}

pub(super) fn attestations<'a>(base: &'a Base, statement: &'a Statement) -> Vec<AttestationOut<'a>> {
    statement.attestations.iter().map(|attestation| attestation_out(base, attestation)).collect()
}

fn attestation_out<'a>(base: &'a Base, attestation: &'a Attestation) -> AttestationOut<'a> {
    let particulars = attestation.particulars.as_ref();
    AttestationOut {
        date: attestation.date.as_ref().map(Date::as_str),
        until: attestation.until.as_ref().map(|until| match until {
            Until::Date(date) => date.as_str(),
            Until::Ongoing => "ongoing",
            Until::Unknown => "unknown",
        }),
        says: if attestation.says == Says::Denies { "denies" } else { "affirms" },
        rank: attestation.rank.name(),
        sources: attestation.sources.iter().map(|citation| base[citation.source].id.as_str()).collect(),
        citations: citations(base, &attestation.sources),
        reason: attestation.reason(),
        inferred: attestation.inferred(),
        wording: particulars.and_then(|particulars| particulars.wording.as_deref()),
        calendar: particulars
            .map(|particulars| particulars.calendar)
            .filter(|c| *c != Calendar::Gregorian)
            .map(Closed::name),
        zone: particulars.and_then(|particulars| particulars.zone.as_deref()),
        attested: attestation.attested().iter().map(Date::as_str).collect(),
        note: attestation.note(),
        tally: attestation.tally().map(TallyOut::from),
        vote: attestation.vote().map(Closed::name),
    }
}

/// The date that is shown.
pub(super) fn date(base: &Base, ix: StatementIx) -> Option<&str> {
    base[ix].date().map(Date::as_str)
}

/// The end of what lasts; nothing for an act.
pub(super) fn until(statement: &Statement) -> Option<&str> {
    match &statement.ends {
        Ends::AtOnce => None,
        Ends::Ongoing => Some("ongoing"),
        Ends::Unknown => Some("unknown"),
        Ends::At(when) => when.shown.as_ref().map(Date::as_str).or(Some("ongoing")),
    }
}

/// A day, or nothing for a side without a bound.
pub(super) fn day(day: Day) -> Option<String> {
    day.bounded().map(|day| day.to_string())
}
