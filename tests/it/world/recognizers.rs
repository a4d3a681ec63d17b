//! Status as data: who recognizes x, among the members of an organization.

use super::{actor, day, id, world};
use chancery::model::{ActorIx, Base, Sure, members_on};
use chancery::query::{Match, RecognizersRequest, recognizers};

/// Who recognizes x on a day.
fn request(base: &Base, among: Option<ActorIx>, on: &str) -> RecognizersRequest {
    RecognizersRequest::of(actor(base, "x"), day(on)).among(among)
}

/// `certain | possible | other members`, among the members of `org` and among all.
#[track_caller]
fn check(acts: &str, members: &str, on: &str, among_members: &str, among_all: &str) {
    let base = world(
        "a b c x",
        &[
            ("organizations/org.ron", "Organization(id: 'org', name: 'Org', kind: Organization)"),
            ("memberships/org.ron", &format!("Memberships(of: 'org', sources: ['s'], members: [{members}])")),
            ("recognitions/x.ron", &format!("Recognitions(of: 'x', sources: ['s'], acts: [{acts}])")),
        ],
    );
    for (among, expected) in [(Some(actor(&base, "org")), among_members), (None, among_all)] {
        let found = recognizers(&base, &request(&base, among, on));
        let names = |list: Vec<&Match>| list.iter().map(|one| id(&base, one.who)).collect::<Vec<_>>().join(" ");
        let told = format!(
            "{} | {} | {}",
            names(found.certain().collect()),
            names(found.so(Sure::Possibly).collect()),
            found.members
        );
        assert_eq!(told, expected, "{acts} on {on}");
    }
}

#[test]
fn members_count_while_they_are_members() {
    let acts = "(by: 'a', on: '2000-01-01'), (by: 'b', on: '2001'), (by: 'c', on: '1999-01-01'), \
                (by: 'c', act: Withdrawn, on: '2005-01-01')";
    let members = "(member: 'a', from: '1990'), (member: 'b', from: '2003-01-01', as: Founder), \
                   (member: 'c', from: '1990', as: Observer), (member: 'x', from: '2004-01-01')";
    check(acts, members, "1999-06-01", " |  | 1", "c |  | 0");
    check(acts, members, "2001-06-01", "a |  | 1", "a c | b | 0");
    check(acts, members, "2003-06-01", "a b |  | 2", "a b c |  | 0");
    check(acts, members, "2005-01-01", "a b |  | 2", "a b |  | 0");
}

#[test]
fn a_membership_that_may_hold_counts_as_possible() {
    let acts = "(by: 'a', on: '2000-01-01')";
    check(acts, "(member: 'a', from: '2000')", "2000-06-01", " | a | 0", "a |  | 0");
    check(acts, "(member: 'a', from: '1990', until: '2000-03-01')", "2000-06-01", " |  | 0", "a |  | 0");
}

#[test]
fn observers_are_no_members() {
    let members = "(member: 'a', from: '1990'), (member: 'b', as: Observer, from: '1990')";
    let base = world(
        "a b",
        &[
            ("organizations/org.ron", "Organization(id: 'org', name: 'Org', kind: Organization)"),
            ("memberships/org.ron", &format!("Memberships(of: 'org', sources: ['s'], members: [{members}])")),
        ],
    );
    let found: Vec<&str> =
        members_on(&base, actor(&base, "org"), day("2000-01-01")).into_iter().map(|ix| id(&base, ix)).collect();
    assert_eq!(found, ["a"]);
}

/// Who continues another stands by its recognition, unless it acted itself, or that one had taken it back.
#[test]
fn a_continued_state_still_recognizes() {
    let told = |acts: &str| {
        let base = world(
            "x z",
            &[
                (
                    "countries/old.ron",
                    "Country(id: 'old', name: 'Old', class: Historical, existence: [(from: '1922', until: '1991-12-26', sources: ['s'])])",
                ),
                (
                    "countries/new.ron",
                    "Country(id: 'new', name: 'New', class: Sovereign, existence: [(from: '1991-12-26', sources: ['s'])], \
                     succeeds: [(country: 'old', how: Continuation, on: '1991-12-26', sources: ['s'])])",
                ),
                ("recognitions/x.ron", &format!("Recognitions(of: 'x', sources: ['s'], acts: [{acts}])")),
            ],
        );
        ["1990-01-01", "2000-01-01"].map(|on| {
            let found = recognizers(&base, &request(&base, None, on));
            found.certain().map(|one| id(&base, one.who)).collect::<Vec<_>>().join(" ")
        })
    };
    assert_eq!(told("(by: 'old', on: '1988-11-18')"), ["old", "new"]);
    assert_eq!(told("(by: 'old', on: '1988-11-18'), (by: 'old', act: Withdrawn, on: '1989-01-01')"), ["", ""]);
    assert_eq!(
        told("(by: 'old', on: '1988-11-18'), (by: 'new', on: '1992'), (by: 'new', act: Withdrawn, on: '1999')"),
        ["old", ""]
    );
}

#[test]
fn a_curve_counts_those_who_are_members_on_each_day() {
    let base = world(
        "a b x",
        &[
            ("organizations/org.ron", "Organization(id: 'org', name: 'Org', kind: Organization)"),
            (
                "memberships/org.ron",
                "Memberships(of: 'org', sources: ['s'], members: [(member: 'a', from: '2010-01-01'), (member: 'b', from: '1980-01-01', until: '2005-01-01')])",
            ),
            (
                "recognitions/x.ron",
                "Recognitions(of: 'x', sources: ['s'], acts: [(by: 'a', on: '1990-01-01'), (by: 'b', on: '1995-01-01')])",
            ),
        ],
    );
    let of = actor(&base, "x");
    let request = chancery::query::CurveRequest {
        of,
        among: Some(actor(&base, "org")),
        from: None,
        to: day("2020-01-01"),
        today: day("2020-01-01"),
    };
    let counts = chancery::query::curve(&base, &request).counts;
    let told: Vec<String> = counts.iter().map(|count| format!("{} {}", count.day, count.recorded())).collect();
    assert_eq!(told, ["1995-01-01 1", "1997-01-01 1", "2005-01-01 0", "2010-01-01 1"]);
}

#[test]
fn years_since_independence_are_counted_from_the_last_beginning() {
    let base = world(
        "a",
        &[
            (
                "countries/x.ron",
                "Country(id: 'x', name: 'X', class: Sovereign, existence: [(from: '1918-01-01', until: '1940-01-01', sources: ['s']), (from: '1991-01-01', tag: 'again', sources: ['s'])])",
            ),
            ("recognitions/x.ron", "Recognitions(of: 'x', sources: ['s'], acts: [(by: 'a', on: '1992-01-01')])"),
        ],
    );
    let request = chancery::query::CurveRequest {
        of: actor(&base, "x"),
        among: None,
        from: None,
        to: day("2020-01-01"),
        today: day("2020-01-01"),
    };
    let independence = chancery::query::curve(&base, &request).independence;
    assert_eq!(independence.map(|(day, _)| day), Some(day("1991-01-01")));
}

#[test]
fn who_only_possibly_had_recognized_is_not_counted_as_ended() {
    let base = world(
        "a x",
        &[(
            "recognitions/x.ron",
            "Recognitions(of: 'x', sources: ['s'], acts: [(by: 'a', on: '1990'), (by: 'a', act: Withdrawn, on: '1990-06-01')])",
        )],
    );
    let asked = chancery::ask::Asker::new(&base, super::today()).ask("how many countries recognize x on 1990-07-01");
    let answer = asked.expect("a question").answer;
    assert!(!answer.points.iter().any(|point| point.contains("no longer did")), "{:?}", answer.points);
}
