//! How two actors voted on the same texts.

use chancery::form::Window;
use chancery::model::{Base, Closed};
use chancery::query::{
    Accord, AgreementAnswer, AgreementRequest, AgreementsRequest, ResolutionsRequest, agreement, agreements,
};

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
    agreement(base, &AgreementRequest { actors: [actor(base, "a"), actor(base, "b")], on: on.within(window) })
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
    assert_eq!(line(&base, &ask(&base, ResolutionsRequest::default(), Window::EVER)), expected, "{votes}");
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
    let on = all().about(base.find("d"));
    let window = |before: Option<&str>, after: Option<&str>| {
        let since = after.map_or(Window::EVER, |text| Window::since(day(text).next()));
        since.and(before.map_or(Window::EVER, |text| Window::before(day(text))))
    };
    for (on, window, expected) in [
        (all(), Window::EVER, "r1:same r2:same r3:same 0+0"),
        (on, Window::EVER, "r2:same r3:same 0+0"),
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
    let answer = ask(&base, ResolutionsRequest::default(), Window::EVER);
    let counts: Vec<String> = Accord::ALL.iter().map(|&accord| format!("{accord} {}", answer.count(accord))).collect();
    assert_eq!(counts, ["same 2", "apart 0", "opposed 1", "absent 1", "open 0"]);
    let differing: Vec<&str> = answer.differing().map(|ballot| base[ballot.resolution].id.as_str()).collect();
    assert_eq!(differing, ["r2"]);
}

#[test]
fn each_two_of_several_are_as_two_alone() {
    let open =
        "(by: 'a', vote: Favour, sources: ['s'], or: [(vote: Abstaining, sources: ['s'])], contest: 'Two counts.')";
    let calls = [
        "roll_call: (sources: ['s'], favour: ['a', 'b'], against: ['c'])".to_owned(),
        "roll_call: (sources: ['s'], abstaining: ['a'], absent: ['c'], favour: ['b'])".to_owned(),
        format!("roll_call: (sources: ['s'], favour: ['b', 'c']), votes: [{open}]"),
        "roll_call: (sources: ['s'], favour: ['c'])".to_owned(),
    ];
    let dates = ["1990-01-01", "1991", "1992-01-01", "1993-01-01"];
    let resolutions: Vec<(String, &str, &str)> =
        calls.iter().zip(dates).enumerate().map(|(n, (call, on))| (format!("r{n}"), on, &**call)).collect();
    let resolutions: Vec<(&str, &str, &str)> = resolutions.iter().map(|(id, on, call)| (&**id, *on, *call)).collect();
    let base = base(&resolutions);
    let actors = ["b", "a", "c"].map(|id| actor(&base, id));
    for window in [Window::EVER, Window::since(day("1991-06-02"))] {
        let on = ResolutionsRequest::all().within(window);
        let answer = agreements(&base, &AgreementsRequest { actors: actors.into(), on: on.clone() });
        for (n, &one) in actors.iter().enumerate() {
            for (m, &other) in actors.iter().enumerate().filter(|(m, _)| *m != n) {
                let alone = agreement(&base, &AgreementRequest { actors: [one, other], on: on.clone() });
                for &accord in Accord::ALL {
                    assert_eq!(answer.pairs[n][m].count(accord), alone.count(accord), "{n} {m} {accord}");
                }
            }
            assert_eq!(answer.pairs[n][n].compared(), 0);
        }
        let ids =
            |of: &[chancery::model::ResolutionIx]| -> Vec<&str> { of.iter().map(|&ix| base[ix].id.as_str()).collect() };
        let (all, perhaps) =
            if window == Window::EVER { (vec!["r0", "r1", "r2"], vec![]) } else { (vec!["r1", "r2"], vec!["r1"]) };
        // One vote alone makes no roll call of two.
        assert_eq!((ids(&answer.ballots), ids(&answer.perhaps), ids(&answer.open)), (all.clone(), perhaps, vec!["r2"]));
        assert_eq!(answer.votes.len(), 3 * all.len());
    }
}

#[test]
fn shares_are_rounded_and_all_is_all() {
    for (same, other, expected) in [
        (0, 0, None),
        (0, 3, Some(0)),
        (3, 0, Some(100)),
        (1, 2, Some(33)),
        (2, 1, Some(67)),
        (1, 1, Some(50)),
        // Nearly all isn't all, and nearly none isn't none.
        (299, 1, Some(99)),
        (1, 299, Some(1)),
    ] {
        let call = |lists: &str| format!("roll_call: (sources: ['s'], {lists})");
        let (alike, opposed) = (call("favour: ['a', 'b']"), call("favour: ['a'], against: ['b']"));
        let ids: Vec<String> = (0..same + other).map(|n| format!("r{n}")).collect();
        let resolutions: Vec<(&str, &str, &str)> = ids
            .iter()
            .enumerate()
            .map(|(n, id)| (&**id, "2000-01-01", if n < same { &*alike } else { &*opposed }))
            .collect();
        let base = base(&resolutions);
        let actors = vec![actor(&base, "a"), actor(&base, "b")];
        let answer = agreements(&base, &AgreementsRequest { actors, on: ResolutionsRequest::default() });
        assert_eq!(answer.pairs[0][1].share(), expected, "{same} of {}", same + other);
        assert_eq!(answer.pairs[0][1].compared(), same + other);
    }
}
