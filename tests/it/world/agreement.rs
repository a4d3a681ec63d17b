//! How two actors voted on the same texts.

use chancery::model::{Base, Closed};
use chancery::query::{Accord, AgreementAnswer, AgreementRequest, ResolutionsRequest, Window, agreement};

use super::{actor, day, world};

/// A world of one body with these resolutions: id, year, and the rest of the record.
fn base(resolutions: &[(&str, &str, &str)]) -> Base {
    let records: Vec<String> = resolutions
        .iter()
        .map(|(id, on, rest)| format!("(id: '{id}', by: 'body', title: '{id}', on: '{on}', sources: ['s'], {rest})"))
        .collect();
    let text = format!("Resolutions([{}])", records.join(", "));
    let files = [
        ("organizations/body.ron", "Organization(id: 'body', name: 'Body', kind: Body)"),
        ("disputes/d.ron", "Dispute(id: 'd', name: 'D', claimants: ['c'])"),
        ("resolutions/all.ron", &text),
    ];
    world("a b c", &files)
}

fn ask(base: &Base, on: ResolutionsRequest, window: Window) -> AgreementAnswer {
    agreement(
        base,
        &AgreementRequest { actors: [actor(base, "a"), actor(base, "b")], on: ResolutionsRequest { window, ..on } },
    )
}

/// Ballots as `id:accord`, with `?` when only possibly in time; then how many only one of them has.
fn line(base: &Base, answer: &AgreementAnswer) -> String {
    let ballots = answer.ballots.iter().map(|ballot| {
        let mark = if ballot.band == chancery::model::Band::Certain { "" } else { "?" };
        format!("{}:{}{mark}", base[ballot.resolution].id, ballot.accord)
    });
    let alone = [format!("{}+{}", answer.alone[0], answer.alone[1])];
    ballots.chain(alone).collect::<Vec<_>>().join(" ")
}

/// The accord of a and b in one resolution.
#[track_caller]
fn check(votes: &str, expected: &str) {
    let base = base(&[("r", "2000-01-01", votes)]);
    assert_eq!(line(&base, &ask(&base, ResolutionsRequest::default(), Window::default())), expected, "{votes}");
}

#[test]
fn two_votes_stand_to_each_other() {
    let call = |lists: &str| format!("roll_call: (sources: ['s'], {lists})");
    for (lists, expected) in [
        ("favour: ['a', 'b', 'c']", "r:same 0+0"),
        ("against: ['b', 'a']", "r:same 0+0"),
        ("abstaining: ['a', 'b']", "r:same 0+0"),
        ("favour: ['a'], against: ['b']", "r:opposed 0+0"),
        ("against: ['a'], favour: ['b']", "r:opposed 0+0"),
        ("favour: ['a'], abstaining: ['b']", "r:apart 0+0"),
        ("abstaining: ['a'], against: ['b']", "r:apart 0+0"),
        ("favour: ['a'], absent: ['b']", "r:absent 0+0"),
        ("absent: ['a', 'b']", "r:absent 0+0"),
        // What isn't recorded is neither absence nor dissent.
        ("favour: ['a', 'c']", "1+0"),
        ("against: ['b']", "0+1"),
        ("favour: ['c']", "0+0"),
    ] {
        check(&call(lists), expected);
    }
}

#[test]
fn sources_that_differ_on_a_vote_leave_it_open_only_where_it_hangs_on_that() {
    let votes = |other: &str, b: &str| {
        format!(
            "roll_call: (sources: ['s'], {b}), votes: [(by: 'a', vote: Favour, sources: ['s'], or: [(vote: {other}, sources: ['s'])], contest: 'Two counts.')]"
        )
    };
    check(&votes("Abstaining", "favour: ['b']"), "r:open 0+0");
    check(&votes("Against", "abstaining: ['b']"), "r:apart 0+0");
    check(&votes("Abstaining", "absent: ['b']"), "r:absent 0+0");
}

#[test]
fn what_was_retracted_is_no_vote() {
    check(
        "roll_call: (sources: ['s'], favour: ['b']), votes: [(by: 'a', vote: Favour, sources: ['s'], withdrawn: 'a mistake')]",
        "0+1",
    );
}

#[test]
fn among_resolutions_and_in_a_time() {
    let both = "roll_call: (sources: ['s'], favour: ['a', 'b'])";
    let about = format!("about: ['d'], {both}");
    let base = base(&[("r1", "1990-01-01", both), ("r2", "2000", &about), ("r3", "2010-01-01", &about)]);
    let all = ResolutionsRequest::default;
    let on = ResolutionsRequest { about: base.find("d"), ..all() };
    let window = |before: Option<&str>, after: Option<&str>| Window { before: before.map(day), after: after.map(day) };
    for (on, window, expected) in [
        (all(), Window::default(), "r1:same r2:same r3:same 0+0"),
        (on, Window::default(), "r2:same r3:same 0+0"),
        (all(), window(Some("2000-06-01"), None), "r1:same r2:same? 0+0"),
        (all(), window(None, Some("2005-01-01")), "r3:same 0+0"),
    ] {
        assert_eq!(line(&base, &ask(&base, on, window)), expected);
    }
}

#[test]
fn counts_and_those_that_differ() {
    let call = |lists: &str| format!("roll_call: (sources: ['s'], {lists})");
    let (same, opposed, absent) =
        (call("favour: ['a', 'b']"), call("favour: ['a'], against: ['b']"), call("absent: ['a'], favour: ['b']"));
    let base = base(&[("r1", "1990", &same), ("r2", "1991", &opposed), ("r3", "1992", &absent), ("r4", "1993", &same)]);
    let answer = ask(&base, ResolutionsRequest::default(), Window::default());
    let counts: Vec<String> = Accord::ALL.iter().map(|&accord| format!("{accord} {}", answer.count(accord))).collect();
    assert_eq!(counts, ["same 2", "apart 0", "opposed 1", "absent 1", "open 0"]);
    let differing: Vec<&str> = answer.differing().map(|ballot| base[ballot.resolution].id.as_str()).collect();
    assert_eq!(differing, ["r2"]);
}
