//! For whom a treaty is in force.

use chancery::model::{ActorIx, Base};
use chancery::query::{TreatiesAnswer, TreatiesRequest, treaties};

use super::{actor, day, today, world};

fn treaty(fields: &str, acts: &str) -> Base {
    let text = format!("Treaty(id: 't', title: 'T', {fields} sources: ['s'], acts: [{acts}])");
    world("a b c", &[("treaties/t.ron", &text)])
}

fn ask(base: &Base, actors: &[&str], on: Option<&str>) -> TreatiesAnswer {
    let actors: Vec<ActorIx> = actors.iter().map(|id| actor(base, id)).collect();
    treaties(base, &TreatiesRequest::of(actors, today()).on(on.map(day)))
}

/// Force for a on days.
#[track_caller]
fn check(fields: &str, acts: &str, expected: &[(&str, &str)]) {
    let base = treaty(fields, acts);
    for (on, force) in expected {
        let answer = ask(&base, &["a"], Some(on));
        let found = answer.treaties.first().map_or("no", |state| state.in_force.name());
        assert_eq!(found, *force, "{acts} on {on}");
    }
}

#[test]
fn the_later_of_the_treatys_entry_and_the_partys_consent() {
    let entry = "(act: EnteredIntoForce, on: '1970-01-01')";
    check(
        "",
        &format!("{entry}, (act: Ratified, by: 'a', on: '1965-01-01')"),
        &[("1969-12-31", "no"), ("1970-01-01", "certain")],
    );
    check(
        "",
        &format!("{entry}, (act: Acceded, by: 'a', on: '1980')"),
        &[("1979-12-31", "no"), ("1980-06-01", "possible"), ("1980-12-31", "certain")],
    );
    check("", &format!("{entry}, (act: Signed, by: 'a', on: '1969-01-01')"), &[("2000-01-01", "no")]);
}

#[test]
fn an_own_entry_stands_before_what_follows_from_consent() {
    check(
        "",
        "(act: EnteredIntoForce, on: '1970-01-01'), (act: Acceded, by: 'a', on: '1980-01-01'), (act: EnteredIntoForce, by: 'a', on: '1980-04-01')",
        &[("1980-03-31", "no"), ("1980-04-01", "certain")],
    );
}

#[test]
fn days_between_consent_and_force() {
    let acts = "(act: EnteredIntoForce, on: '1970-01-01'), (act: Acceded, by: 'a', on: '1980-01-01')";
    check("lag: 30,", acts, &[("1980-01-30", "no"), ("1980-01-31", "certain")]);
    // A successor is bound at once.
    let acts = "(act: EnteredIntoForce, on: '1970-01-01'), (act: Succeeded, by: 'a', on: '1980-01-01')";
    check("lag: 30,", acts, &[("1979-12-31", "no"), ("1980-01-01", "certain")]);
}

#[test]
fn leaving_and_coming_back() {
    let acts = "(act: EnteredIntoForce, on: '1970-01-01'), (act: Ratified, by: 'a', on: '1970-01-01'), \
        (act: Denounced, by: 'a', on: '1990'), (act: Acceded, by: 'a', on: '2000-01-01')";
    let expected = [
        ("1989-12-31", "certain"),
        ("1990-06-01", "possible"),
        ("1990-12-31", "no"),
        ("1999-12-31", "no"),
        ("2000-01-01", "certain"),
    ];
    check("", acts, &expected);
    // The days between consent and force count again.
    check("lag: 30,", acts, &[("1970-01-31", "certain"), ("2000-01-01", "no"), ("2000-01-31", "certain")]);
    check(
        "",
        "(act: EnteredIntoForce, on: '1970-01-01'), (act: Ratified, by: 'a', on: '1970-01-01'), (act: Withdrawn, by: 'a', on: '1990-01-01'), \
         (act: Acceded, by: 'a', on: '2000')",
        &[("1999-12-31", "no"), ("2000-06-01", "possible"), ("2000-12-31", "certain")],
    );
}

#[test]
fn a_treaty_that_ended_is_in_force_for_nobody() {
    check(
        "",
        "(act: EnteredIntoForce, on: '1970-01-01'), (act: Ratified, by: 'a', on: '1970-01-01'), (act: Terminated, on: '1990-01-01'), \
         (act: Acceded, by: 'a', on: '2000-01-01')",
        &[("1989-12-31", "certain"), ("1990-01-01", "no"), ("2000-01-01", "no")],
    );
}

#[test]
fn between_named_parties() {
    let parties = "kind: Bilateral, parties: ['a', 'b'],";
    check(
        parties,
        "(act: Signed, on: '1990-01-01'), (act: EnteredIntoForce, on: '1991-01-01')",
        &[("1990-12-31", "no"), ("1991-01-01", "certain")],
    );
    check(parties, "(act: Signed, on: '1990-01-01')", &[("1989-12-31", "no"), ("1990-01-01", "possible")]);
    check(parties, "(act: Adopted, on: '1990-01-01')", &[("2000-01-01", "no")]);
    let base = treaty(
        parties,
        "(act: Signed, on: '1990-01-01'), (act: EnteredIntoForce, on: '1991-01-01'), (act: Ratified, by: 'a', on: '1990-06-01')",
    );
    let answer = ask(&base, &["a", "b"], None);
    let deeds = |at: usize| answer.treaties[0].parties[at].actions.len();
    assert_eq!((deeds(0), deeds(1)), (3, 2), "acts of the whole are done for each");
    assert!(ask(&base, &["a", "c"], None).treaties.is_empty(), "c is no party");
}

#[test]
fn doubt_about_consent() {
    let entry = "(act: EnteredIntoForce, on: '1970-01-01')";
    // Without a day: by today it has happened.
    check(
        "",
        &format!("{entry}, (act: Ratified, by: 'a')"),
        &[("1969-12-31", "no"), ("1980-01-01", "possible"), ("2026-11-23", "certain")],
    );
    check(
        "",
        &format!(
            "{entry}, (act: Ratified, by: 'a', on: '1970-01-01', or: [(says: Denies, sources: ['s'])], contest: 'w')"
        ),
        &[("2000-01-01", "possible")],
    );
    check(
        "",
        &format!("{entry}, (act: Ratified, by: 'a', on: '1970-01-01', rank: Deprecated, reason: 'wrong')"),
        &[("2000-01-01", "no")],
    );
    check(
        "",
        &format!(
            "{entry}, (act: Ratified, by: 'a', on: '1970-01-01'), (act: Denounced, by: 'a', on: '1980-01-01', or: [(says: Denies, sources: ['s'])], contest: 'w')"
        ),
        &[("1979-12-31", "certain"), ("2000-01-01", "possible")],
    );
    // The treaty's own day isn't recorded: it may not be in force.
    check("", "(act: Ratified, by: 'a', on: '1970-01-01')", &[("1969-12-31", "no"), ("2000-01-01", "possible")]);
}

#[test]
fn in_force_for_all_who_were_asked_about() {
    let base = treaty(
        "",
        "(act: EnteredIntoForce, on: '1970-01-01'), (act: Ratified, by: 'a', on: '1970-01-01'), (act: Ratified, by: 'b', on: '1980')",
    );
    let force = |actors: &[&str], on: &str| {
        ask(&base, actors, Some(on)).treaties.first().map_or("-", |state| state.in_force.name())
    };
    assert_eq!(force(&["a", "b"], "1979-12-31"), "-");
    assert_eq!(force(&["a", "b"], "1980-06-01"), "possible");
    assert_eq!(force(&["a", "b"], "1981-01-01"), "certain");
    assert_eq!(ask(&base, &[], None).treaties[0].parties.len(), 2);
}

#[test]
fn a_treaty_whose_entry_into_force_is_denied_binds_nobody() {
    let acts = "(act: EnteredIntoForce, says: Denies), (act: Ratified, by: 'a', on: '1998-01-01')";
    check("", acts, &[("2020-01-01", "no")]);
    // Where another source affirms it, it may.
    let acts = "(act: EnteredIntoForce, says: Denies, or: [(on: '1999-01-01', sources: ['s'])], contest: 'w'), \
        (act: Ratified, by: 'a', on: '1998-01-01')";
    check("", acts, &[("2020-01-01", "possible")]);
}

#[test]
fn nobody_is_bound_after_its_end() {
    let base = world(
        "b",
        &[
            (
                "countries/a.ron",
                "Country(id: 'a', name: 'A', class: Historical, existence: [(from: '1922', until: '1991-12-26', sources: ['s'])])",
            ),
            (
                "treaties/t.ron",
                "Treaty(id: 't', title: 'T', sources: ['s'], acts: [(act: EnteredIntoForce, on: '1951-01-12'), (act: Ratified, by: 'a', on: '1954-05-03')])",
            ),
        ],
    );
    for (on, force) in [("1990-01-01", "certain"), ("2020-01-01", "no")] {
        let answer = ask(&base, &["a"], Some(on));
        assert_eq!(answer.treaties.first().map_or("no", |state| state.in_force.name()), force, "{on}");
    }
}

#[test]
fn a_treaty_of_two_ends_for_both_when_one_leaves() {
    let acts = "(act: EnteredIntoForce, on: '1970-01-01'), (act: Denounced, by: 'b', on: '1980-01-01')";
    let check_of = |kind: &str, after: &str| {
        check(
            &format!("kind: {kind}, parties: ['a', 'b'],"),
            acts,
            &[("1979-12-31", "certain"), ("1980-01-01", after)],
        );
    };
    check_of("Bilateral", "no");
    check_of("Multilateral", "certain");
}
