//! `chancery.v2/stats`

use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::{Base, Closed};
use crate::query::{Breadth, Stats};

#[derive(Serialize)]
struct StatsOut<'a> {
    schema: &'static str,
    dataset: DatasetOut<'a>,
    counts: CountsOut,
    statements_by_kind: BTreeMap<&'static str, usize>,
    sources_by_grade: BTreeMap<&'static str, usize>,
    tertiary_only: f64,
    curated: CuratedOut,
    scopes: BTreeMap<&'static str, usize>,
    scopes_that_reach_today: BTreeMap<&'static str, usize>,
    stated_counts: usize,
    without_source: usize,
    coverage: BreadthOut,
}

/// Of all but votes and treaty acts.
#[derive(Serialize)]
struct CuratedOut {
    statements: usize,
    tertiary_only: f64,
    single_witness: f64,
}

/// What the data set covers, part by part.
#[derive(Serialize)]
struct BreadthOut {
    united_nations_members: usize,
    united_nations_observers: usize,
    countries_by_class: BTreeMap<&'static str, usize>,
    countries_coded: BTreeMap<&'static str, usize>,
    contested_existence: usize,
    organizations_with_members: usize,
    recognitions: BTreeMap<&'static str, usize>,
    recognized: usize,
    recognizing: usize,
    pairs: usize,
    missions: usize,
    open_treaties: usize,
    roll_calls: usize,
    admissions_recommended: usize,
    backed_disputes: usize,
    testable_claims: usize,
    dated_attestations: usize,
}

#[derive(Serialize)]
struct DatasetOut<'a> {
    name: &'a str,
    version: &'a str,
    license: Option<&'a str>,
}

#[derive(Serialize)]
struct CountsOut {
    countries: usize,
    organizations: usize,
    bodies: usize,
    statements: usize,
    dated: usize,
    attestations: usize,
    citations: usize,
    sources: usize,
    treaties: usize,
    resolutions: usize,
    disputes: usize,
    events: usize,
    claims: usize,
    contests: usize,
    denied: usize,
    gaps: usize,
    tertiary_only: usize,
    single_witness: usize,
}

/// The figures as a document.
pub fn stats(base: &Base, stats: &Stats) -> serde_json::Value {
    let document = StatsOut {
        schema: "chancery.v2/stats",
        dataset: DatasetOut {
            name: &base.dataset.name,
            version: &base.dataset.version,
            license: base.dataset.license.as_deref(),
        },
        counts: CountsOut {
            countries: stats.countries,
            organizations: stats.organizations,
            bodies: stats.bodies,
            statements: stats.statements,
            dated: stats.dated,
            attestations: stats.attestations,
            citations: stats.citations,
            sources: stats.sources,
            treaties: stats.treaties,
            resolutions: stats.resolutions,
            disputes: stats.disputes,
            events: stats.events,
            claims: stats.claims,
            contests: stats.contests,
            denied: stats.denied,
            gaps: stats.gaps,
            tertiary_only: stats.tertiary_only,
            single_witness: stats.single_witness,
        },
        statements_by_kind: named(&stats.by_kind),
        sources_by_grade: named(&stats.by_grade),
        tertiary_only: rounded(stats.tertiary_share()),
        curated: CuratedOut {
            statements: stats.curated.statements,
            tertiary_only: rounded(stats.curated.tertiary_share()),
            single_witness: rounded(stats.curated.single_share()),
        },
        scopes: named(&stats.scopes),
        scopes_that_reach_today: named(&stats.fresh_scopes),
        stated_counts: stats.stated_counts,
        without_source: stats.without_source,
        coverage: coverage(&stats.breadth),
    };
    serde_json::to_value(document).expect("published shapes are plain")
}

/// To a tenth of a percent: more digits would say more than is known.
fn rounded(share: f64) -> f64 {
    (share * 1000.0).round() / 1000.0
}

fn coverage(breadth: &Breadth) -> BreadthOut {
    BreadthOut {
        united_nations_members: breadth.members,
        united_nations_observers: breadth.observers,
        countries_by_class: named(&breadth.by_class),
        countries_coded: named(&breadth.coded),
        contested_existence: breadth.contested_existence,
        organizations_with_members: breadth.with_members,
        recognitions: named(&breadth.recognitions),
        recognized: breadth.recognized,
        recognizing: breadth.recognizing,
        pairs: breadth.pairs,
        missions: breadth.missions,
        open_treaties: breadth.open_treaties,
        roll_calls: breadth.roll_calls,
        admissions_recommended: breadth.admissions,
        backed_disputes: breadth.backed_disputes,
        testable_claims: breadth.testable_claims,
        dated_attestations: breadth.dated_attestations,
    }
}

fn named<T: Closed>(counts: &BTreeMap<T, usize>) -> BTreeMap<&'static str, usize> {
    counts.iter().map(|(member, count)| (member.name(), *count)).collect()
}
