//! How far the record reaches, as `coverage` lists it.

use chancery::model::Base;
use chancery::query::{CoverageRequest, coverage};

use super::{day, world};

/// Two scopes that end on days one after the other, of which one is of a country that is gone; and a stated count.
fn base() -> Base {
    world(
        "a b c",
        &[
            ("countries/y.ron", "Country(id: 'y', name: 'Y', class: Sovereign, existence: [(from: '1950-01-01', until: '2020-06-30', sources: ['s'])])"),
            (
                "relations/a.ron",
                "Relations(of: 'a', sources: ['s'], pairs: [(with: 'b', acts: [(act: Established, on: '1992-06-01'), (act: Severed, on: '1993-01-01', withdrawn: 'a mistake')])])",
            ),
            ("recognitions/a.ron", "Recognitions(of: 'a', sources: ['s'], acts: [(by: 'b', on: '1991-01-01'), (by: 'c', on: '2020-06-01')])"),
            (
                "coverage/c.ron",
                "Coverage(
                    scopes: [
                        (of: [RelationsBetween('a', 'b')], extent: Complete, from: '1990-01-01', through: '2020-01-01', sources: ['s']),
                        (of: [RelationsBetween('a', 'y')], extent: Complete, from: '1990-01-01', through: '2020-01-02', sources: ['s']),
                    ],
                    counts: [(of: RecognitionsOf('a'), number: 2, on: '2020', sources: ['s'])],
                )",
            ),
        ],
    )
}

/// The scopes that ended so many days before a day, each with its number of statements.
fn scopes(stale: Option<i32>, today: &str) -> Vec<(usize, usize)> {
    let answer = coverage(&base(), &CoverageRequest { of: None, stale, today: day(today) });
    answer.scopes.iter().map(|one| (one.scope, one.statements)).collect()
}

#[test]
fn what_was_retracted_is_no_statement_of_a_scope() {
    assert_eq!(scopes(None, "2021-01-01"), [(0, 1), (1, 0)]);
}

#[test]
fn a_scope_is_old_on_the_day_after_so_many_days() {
    assert_eq!(scopes(Some(730), "2021-12-31"), []);
    assert_eq!(scopes(Some(730), "2022-01-01"), [(0, 1)]);
}

#[test]
fn nothing_more_is_to_be_told_of_a_pair_one_of_whom_is_gone() {
    assert_eq!(scopes(Some(730), "2026-01-01"), [(0, 1)]);
}

#[test]
fn a_stated_count_is_held_against_the_last_day_of_its_date() {
    let answer = coverage(&base(), &CoverageRequest { of: None, stale: None, today: day("2021-01-01") });
    assert_eq!(answer.counts[0].held, Some(2), "c recognized it in the year of the count");
}
