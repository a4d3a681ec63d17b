//! What is left of records with a fault, and what answers say of it.

use chancery::check::check;
use chancery::diag::{Code, Severity};
use chancery::load::Loaded;
use chancery::model::{Ends, Statement};

use super::today;
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
