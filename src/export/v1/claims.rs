//! `chancery.v1/claims`: claims of sources, tried against the record.

use serde::Serialize;

use super::parts::{CitationOut, citations};
use crate::model::{Base, Claim, ClaimIx, Closed, SourceIx, StatementIx, stated};
use crate::query::{Settles, Trial, Untried};

#[derive(Serialize)]
struct Claims<'a> {
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
    let document = Claims { schema: "chancery.v1/claims", claims };
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
        would_settle: trial.settles.iter().map(|what| settles(base, what)).collect(),
        place: trial.place.map(|place| [place.least, place.most]),
        number: trial.number.map(|(least, most)| [least, most]),
        implied: trial.implied,
        definition: trial.definition.map(|group| base[group].id.as_str()),
        why: trial.why.as_ref().map(untried),
    }
}

/// What would settle a claim, in words.
pub fn settles(base: &Base, what: &Settles) -> String {
    let dated = |ix: StatementIx| {
        let statement = &base[ix];
        let date = statement.date().map_or_else(|| "no date".to_owned(), |date| date.in_words());
        (stated(base, &statement.fact), date)
    };
    match *what {
        Settles::Day(ix) => {
            let (did, date) = dated(ix);
            format!("the day on which {did} ({date})")
        }
        Settles::Contest(ix) => {
            let (did, date) = dated(ix);
            format!("which source is right on when {did} ({date})")
        }
        Settles::Denial(ix) => {
            let (did, date) = dated(ix);
            format!("whether {did} ({date}), which a source denies")
        }
        Settles::Hours(ix) => {
            let (did, date) = dated(ix);
            format!("at which hour {did} ({date}), as another act is of the same day")
        }
        Settles::Unrecorded(actor) => format!("whether {} did, of which nothing is recorded", base[actor].name),
        Settles::More(1) => "1 more act, which isn't recorded".to_owned(),
        Settles::More(count) => format!("{count} more acts, which aren't recorded"),
    }
}

/// Why a claim can't be tried, in words.
pub fn untried(why: &Untried) -> String {
    match why {
        Untried::NotRecorded => "the record holds no such act".to_owned(),
        Untried::NoDate => "the act is recorded without a date".to_owned(),
        Untried::Form(why) => why.to_string(),
    }
}
