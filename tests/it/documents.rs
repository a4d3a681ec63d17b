//! The published documents keep to their JSON Schemas, whatever a base holds: here on the miniature world, in `dataset.rs` on the
//! data set.

use std::collections::BTreeSet;

use chancery::export::v2;
use chancery::form::{Pick, Window};
use chancery::graph::Projection;
use chancery::model::{self, AsOf, Base, Closed, Day, Entity, Fact, Pair};
use chancery::query::{self, Acts, RecognitionsRequest, RecordKind};

use crate::bases::{day, miniature, today};
use crate::schema::check;

/// Who recognizes, and who is recognized: every pick, with and without a window. Returns how many documents there are.
pub(crate) fn recognitions(base: &Base, windows: &[Window]) -> usize {
    let mut documents = 0;
    for actor in base.actor_handles() {
        let has = |key: model::Key| base.under(key).next().is_some();
        let of = has(model::Key::RecognitionOf(actor)).then(|| RecognitionsRequest::of(actor, today()));
        let by = has(model::Key::RecognitionBy(actor)).then(|| RecognitionsRequest::by(actor, today()));
        for all in of.into_iter().chain(by) {
            let picks = [Pick::All, Pick::Nth(1), Pick::Nth(2), Pick::Last].map(|pick| (Acts::Given, pick));
            let others = [Acts::Withheld, Acts::Withdrawn].map(|acts| (acts, Pick::All));
            for (acts, pick) in picks.into_iter().chain(others) {
                for &window in windows {
                    let request = all.clone().acts(acts).pick(pick).within(window);
                    check("chancery.v2/recognitions", &v2::recognitions(base, &query::recognitions(base, &request)));
                    documents += 1;
                }
            }
        }
    }
    documents
}

/// Every pair of which relations or a recognition are recorded, today and on these days. Returns how many pairs there are.
pub(crate) fn relations(base: &Base, days: &[Day]) -> usize {
    let mut pairs: BTreeSet<Pair> = BTreeSet::new();
    for statement in &base.statements {
        match statement.fact {
            Fact::Relations { pair, .. } => pairs.extend([pair]),
            Fact::Recognition { of, by, .. } => pairs.extend(Pair::new(of, by)),
            _ => {}
        }
    }
    for &pair in &pairs {
        let [a, b] = pair.parties();
        for on in days.iter().copied().map(Some).chain([None]) {
            let request = query::RelationsRequest::between(b, a, today()).expect("a pair").on(on);
            let document = v2::relations(base, &query::relations(base, &request));
            check("chancery.v2/relations", &document);
            // The certain status is one of the possible ones.
            let status = &document["status"];
            let possible = status["possible"].as_array().expect("a list");
            assert!(status["certain"].is_null() || possible.contains(&status["certain"]), "{status}");
        }
    }
    pairs.len()
}

/// All treaties, those of each actor, and each of them, today and on these days.
pub(crate) fn treaties(base: &Base, days: &[Day]) -> usize {
    let mut requests = vec![(Vec::new(), None)];
    requests.extend(base.actor_handles().map(|actor| (vec![actor], None)));
    requests.extend(base.records().filter_map(|entity| match entity {
        Entity::Treaty(treaty) => Some((Vec::new(), Some(treaty))),
        _ => None,
    }));
    for (actors, treaty) in &requests {
        for on in days.iter().copied().map(Some).chain([None]) {
            let mut request = query::TreatiesRequest::of(actors.clone(), today()).on(on);
            request.treaty = *treaty;
            check("chancery.v2/treaties", &v2::treaties(base, &query::treaties(base, &request)));
        }
    }
    requests.len()
}

/// Every record, every statement, every list.
pub(crate) fn records(base: &Base) {
    let world = base.find_actor(query::WORLD);
    for entity in base.records() {
        let mut document = v2::record(base, entity);
        check("chancery.v2/record", &document);
        if let Entity::Actor(of) = entity
            && base[of].kind.is_country()
        {
            let request = query::RecognizersRequest::of(of, today()).among(world);
            document["recognized"] = v2::recognized(base, &query::recognizers(base, &request));
            check("chancery.v2/record", &document);
        }
    }
    for statement in base.statement_handles() {
        check("chancery.v2/record", &v2::statement(base, statement));
    }
    for kind in RecordKind::ALL {
        let document = v2::list(base, *kind, &query::list(base, *kind));
        check("chancery.v2/list", &document);
        let records = document["records"].as_array().expect("a list");
        assert!(!records.is_empty(), "no {kind}");
        assert!(records.iter().all(|record| record["id"].is_string()), "{kind}");
    }
}

/// What is told of the whole base, and of all claims and some statements.
pub(crate) fn whole(base: &Base, every: usize) {
    let resolutions = query::resolutions(base, &query::ResolutionsRequest::default());
    assert!(!resolutions.resolutions.is_empty());
    check("chancery.v2/resolutions", &v2::resolutions(base, &resolutions));
    for on in [None, Some(day("1995-01-01")), Some(day("2022-06-01"))] {
        let positions = query::positions(base, &query::PositionsRequest::all().on(on.map(|on| AsOf::of(on, today()))));
        check("chancery.v2/positions", &v2::positions(base, &positions));
    }
    for stale in [None, Some(730)] {
        let covered = query::coverage(base, &query::CoverageRequest { of: None, stale, today: today() });
        assert!(!covered.scopes.is_empty());
        check("chancery.v2/coverage", &v2::coverage(base, &covered));
    }
    let trials: Vec<_> =
        base.claim_handles().map(|ix| (ix, query::try_claim(base, &base[ix].asserts, today()))).collect();
    check("chancery.v2/claims", &v2::claims(base, &trials, None));
    let some: Vec<_> = base.statement_handles().step_by(every).collect();
    check("chancery.v2/evidence", &v2::evidence(base, &query::evidence(base, &some)));
    check("chancery.v2/stats", &v2::stats(base, &query::stats(base, today())));
}

fn windows() -> [Window; 3] {
    [Window::EVER, Window::before(day("1992-01-01")), Window::since(day("1991-12-21"))]
}

fn actor(id: &str) -> model::ActorIx {
    crate::bases::actor(miniature(), id)
}

#[test]
fn recognitions_of_every_actor() {
    let documents = recognitions(miniature(), &windows());
    assert!(documents > 500, "only {documents}");
}

#[test]
fn relations_of_every_recorded_pair() {
    let days = ["1918-06-01", "1991-12-12", "2015-01-01", "2025-08-31"].map(day);
    let pairs = relations(miniature(), &days);
    assert!(pairs > 100, "only {pairs}");
}

#[test]
fn treaties_of_all_of_one_and_of_two() {
    let base = miniature();
    assert!(treaties(base, &["1992-06-01", "2020-01-01"].map(day)) > 50);
    let actors = vec![actor("karvelia"), actor("pashtar")];
    let request = query::TreatiesRequest::of(actors, today());
    check("chancery.v2/treaties", &v2::treaties(base, &query::treaties(base, &request)));
}

#[test]
fn every_record_and_every_list() {
    records(miniature());
}

#[test]
fn resolutions_positions_and_stats() {
    whole(miniature(), 1);
}

#[test]
fn agreement_of_two() {
    let base = miniature();
    let mut ballots = 0;
    for actors in [["karvelia", "pashtar"], ["united-provinces", "westria"], ["zemlya", "senate-of-pashtar"]] {
        let request = query::AgreementRequest { actors: actors.map(actor), on: query::ResolutionsRequest::default() };
        let answer = query::agreement(base, &request);
        ballots += answer.ballots.len();
        check("chancery.v2/agreement", &v2::agreement(base, &answer));
    }
    assert!(ballots > 5, "only {ballots}");
}

#[test]
fn snapshots_and_differences() {
    let base = miniature();
    for actor in [None, Some(actor("karvelia")), Some(actor("galvan-union"))] {
        let day = day("1992-06-09");
        let request = query::SnapshotRequest { day, actor, kind: None, today: today() };
        check("chancery.v2/snapshot", &v2::snapshot(base, &query::snapshot(base, &request)));
        let request = query::DiffRequest { from: day.plus(-400), to: day, actor, with: None, today: today() };
        check("chancery.v2/diff", &v2::diff(base, &query::diff(base, &request)));
    }
}

#[test]
fn paths_by_every_projection() {
    let base = miniature();
    let [from, to] = ["armoria", "pashtar"].map(actor);
    for &via in Projection::ALL {
        let request = query::PathRequest::between(from, to, via, today()).on(day("2020-01-01"));
        check("chancery.v2/path", &v2::path(base, &query::path(base, &request)));
    }
}

#[test]
fn recognizers_of_one_and_not_of_another() {
    let base = miniature();
    let [of, other] = ["skadria", "sandreach"].map(actor);
    for (also, not) in [(None, None), (Some(other), None), (None, Some(other))] {
        let among = base.find_actor(query::WORLD);
        let request = query::RecognizersRequest::of(of, today()).also(also).but_not(not).among(among);
        check("chancery.v2/recognizers", &v2::recognizers(base, &query::recognizers(base, &request)));
    }
}
