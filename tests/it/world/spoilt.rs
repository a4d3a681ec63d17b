//! What is left of records with a fault, and what answers say of it.

use chancery::ask::{Asker, Exchange, Said};
use chancery::check::check;
use chancery::diag::{Code, Severity};
use chancery::export::v2;
use chancery::load::Loaded;
use chancery::model::{Ends, Extent, Statement};
use chancery::query::{RelationsRequest, relations};

use super::{actor, today};
use crate::bases::spoilt_world;

/// The codes of what is wrong, checks included.
fn codes(loaded: &Loaded) -> Vec<Code> {
    let mut found = check(&loaded.base, today());
    found.retain(|finding| finding.code.severity() == Severity::Error);
    loaded.diagnostics.iter().chain(&found).map(|finding| finding.code).collect()
}

fn statement<'l>(loaded: &'l Loaded, id: &str) -> &'l Statement {
    &loaded.base[loaded.base.find_statement(id).unwrap_or_else(|| panic!("no {id}"))]
}

#[test]
fn a_date_that_cant_be_read_takes_away_no_act() {
    let loaded = spoilt_world(
        "a b c",
        &[
            (
                "recognitions/a.ron",
                "Recognitions(of: 'a', sources: ['s'], acts: [(by: 'b', on: '1991-02-30'), (by: 'c', on: '1991-03-01'), \
                 (by: 'c', act: Withdrawn, on: '1995-03-01', sources: ['s'], or: [(on: 'spring', sources: ['s'])])])",
            ),
            (
                "relations/b.ron",
                "Relations(of: 'b', sources: ['s'], pairs: [(with: 'c', acts: [(act: Absent, from: '1990-13', until: 'then')])])",
            ),
        ],
    );
    assert_eq!(codes(&loaded), [Code::BadDate; 4]);
    let recognized = statement(&loaded, "recognition/a/b");
    assert!(recognized.date().is_none() && recognized.stands());
    let absent = statement(&loaded, "relations/b/c/absent");
    assert!(absent.date().is_none() && absent.ends == Ends::Unknown);
    // Another attestation without its date still attests.
    let withdrawn = statement(&loaded, "recognition/a/c/withdrawn");
    assert_eq!(withdrawn.attestations.len(), 2);
    assert_eq!(withdrawn.date().map(|date| date.as_str()), Some("1995-03-01"));
}

/// B and C recognized A, and the scopes are complete; in the first act `by` can be spoilt.
fn recognized(by: &str) -> Loaded {
    let acts = format!(
        "Recognitions(of: 'a', sources: ['s'], acts: [(by: '{by}', on: '1991-03-01'), (by: 'c', on: '1992-03-01')])"
    );
    let scope =
        |of: &str| format!("(of: [{of}], extent: Complete, from: '1990-01-01', through: '2026-06-01', sources: ['s'])");
    let scopes = ["RecognitionsOf('a')", "RecognitionsOf('b')", "RecognitionsBy('d')", "RelationsOf('a')"].map(scope);
    let coverage = format!("Coverage(scopes: [{}])", scopes.join(", "));
    spoilt_world("a b c d", &[("recognitions/a.ron", &acts), ("coverage/x.ron", &coverage)])
}

fn ask(loaded: &Loaded, question: &str) -> Exchange {
    Asker::new(&loaded.base, today()).ask(question).unwrap_or_else(|problem| panic!("{question}: {problem:?}"))
}

fn is_told(asked: &Exchange) -> bool {
    asked.answer.points.iter().any(|point| point.contains("were left out for a fault: run chancery check."))
}

#[test]
fn what_was_left_out_leaves_no_scope_complete_that_it_may_lie_in() {
    let extents = |loaded: &Loaded| loaded.base.scopes.iter().map(|scope| scope.extent).collect::<Vec<Extent>>();
    assert_eq!(extents(&recognized("b")), [Extent::Complete; 4]);
    // It may have been d's act: who it was can't be read. It wasn't recognition of b, nor relations.
    let expected = [Extent::Surveyed, Extent::Complete, Extent::Surveyed, Extent::Complete];
    assert_eq!(extents(&recognized("nobody")), expected);
}

#[test]
fn answers_on_what_was_left_out_say_so() {
    let (whole, spoilt) = (recognized("b"), recognized("nobody"));
    // Nobody is the only one or the first for a fault.
    for question in ["How many countries recognized A?", "Was C the only country to recognize A?", "Did D recognize A?"]
    {
        let (whole, spoilt) = (ask(&whole, question).answer, ask(&spoilt, question));
        assert!(!whole.open && is_told(&spoilt), "{question}: {spoilt:#?}");
        let undecided = spoilt.answer.open || spoilt.answer.said == Some(Said::NotRecorded);
        assert!(undecided && !spoilt.answer.fits, "{question}: {spoilt:#?}");
    }
    // What is on record decides.
    let one = ask(&spoilt, "Did C recognize A?");
    assert!(is_told(&one) && one.answer.said == Some(Said::Yes) && !one.answer.open);
    // Another matter isn't concerned.
    assert!(!is_told(&ask(&spoilt, "How many countries recognized B?")));
}

#[test]
fn a_file_that_doesnt_read_marks_what_it_names() {
    let file = "Relations(of: 'a', sources: ['s'], pairs: [(with: 'b', acts: [(act: Established, on: '1992-06-09')]";
    let loaded = spoilt_world("a b c", &[("relations/a.ron", file)]);
    let document = |other: &str| {
        let [a, b] = [actor(&loaded.base, "c"), actor(&loaded.base, other)];
        let answer = relations(&loaded.base, &RelationsRequest::between(a, b, today()).expect("two"));
        v2::relations(&loaded.base, &answer)
    };
    let told = document("a");
    crate::schema::check("chancery.v2/relations", &told);
    assert_eq!(told["left_out"], true);
    assert!(is_told(&ask(&loaded, "Do A and B have diplomatic relations?")));
    // What names nothing may have told anything.
    let loaded = spoilt_world("a b c", &[("relations/a.ron", "Relations(")]);
    assert!(loaded.base.left_out.anything && is_told(&ask(&loaded, "Do B and C have diplomatic relations?")));
    // A field that is unknown takes nothing away.
    let loaded = spoilt_world("a", &[("recognitions/a.ron", "Recognitions(of: 'a', nte: 'x', acts: [])")]);
    assert_eq!(loaded.base.left_out, chancery::model::LeftOut::default());
}
