//! `chancery.v2/claims`: claims of sources, tried against the record.

use serde::Serialize;

use super::parts::{CitationOut, citations};
use crate::model::{Base, Claim, ClaimIx, Closed, SourceIx, StatementIx};
use crate::query::{Trial, Untried};

#[derive(Serialize)]
struct ClaimsOut<'a> {
    schema: &'static str,
    claims: Vec<ClaimOut<'a>>,
}

#[derive(Serialize)]
struct ClaimOut<'a> {
    id: &'a str,
    text: &'a str,
    source: &'a str,
    sources: Vec<CitationOut<'a>>,
    verdict: &'static str,
    #[serde(rename = "for")]
    supporting: Vec<&'a str>,
    against: Vec<&'a str>,
    would_settle: Vec<String>,
    place: Option<[usize; 2]>,
    number: Option<[usize; 2]>,
    implied: usize,
    definition: Option<&'a str>,
    why: Option<String>,
}

/// The trials as a document. `source` is the document that was asked for, else the first that makes the claim.
pub fn claims(base: &Base, trials: &[(ClaimIx, Trial)], source: Option<SourceIx>) -> serde_json::Value {
    let claims = trials.iter().map(|(ix, trial)| claim(base, &base[*ix], trial, source)).collect();
    let document = ClaimsOut { schema: "chancery.v2/claims", claims };
    serde_json::to_value(document).expect("published shapes are plain")
}

fn claim<'a>(base: &'a Base, claim: &'a Claim, trial: &'a Trial, source: Option<SourceIx>) -> ClaimOut<'a> {
    let ids = |list: &'a [StatementIx]| list.iter().map(|ix| &*base[*ix].id).collect();
    let first = claim.sources.first().map(|citation| citation.source);
    ClaimOut {
        id: claim.id.as_str(),
        text: &claim.text,
        source: source.or(first).map_or("", |ix| base[ix].id.as_str()),
        sources: citations(base, &claim.sources),
        verdict: trial.verdict.name(),
        supporting: ids(&trial.supporting),
        against: ids(&trial.against),
        would_settle: trial.settles.iter().map(|what| what.in_words(base)).collect(),
        place: trial.place.map(|place| [place.least, place.most]),
        number: trial.number.map(|(least, most)| [least, most]),
        implied: trial.implied,
        definition: trial.definition.map(|group| base[group].id.as_str()),
        why: trial.why.as_ref().map(Untried::in_words),
    }
}
