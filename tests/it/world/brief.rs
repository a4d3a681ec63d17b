//! What a brief gathers: as of its day, of two and of one.

use chancery::model::Base;
use chancery::query::{About, BriefAnswer, BriefRequest, Subject, brief};

use super::{actor, day, id, tail, today, world};

fn base() -> Base {
    let body = |id: &str, of: &str| format!("Organization(id: '{id}', name: '{id}', kind: Body, of: '{of}')");
    let committee = body("committee", "senate");
    let (senate, world_body) = (body("senate", "b"), "Organization(id: 'assembly', name: 'assembly', kind: Body)");
    let treaty = |id: &str, kind: &str, acts: &str| {
        format!("Treaty(id: '{id}', title: '{id}', kind: {kind}, sources: ['s'], acts: [{acts}])")
    };
    let entry = "(act: EnteredIntoForce, on: '1990-01-01')";
    let joined = |by: &str, on: &str| format!("(act: Acceded, by: '{by}', on: '{on}')");
    let wide =
        treaty("wide", "Multilateral", &[entry, &joined("a", "1995-01-01"), &joined("b", "2005-01-01")].join(", "));
    let late = treaty("late", "Bilateral", &[joined("a", "2012-01-01"), joined("b", "2012-01-01")].join(", "));
    let near = treaty("near", "Bilateral", &[entry, &joined("a", "1996-01-01"), &joined("b", "2011-01-01")].join(", "));
    let half = treaty("half", "Bilateral", &joined("a", "1996-01-01"));
    world(
        "a b c",
        &[
            ("organizations/senate.ron", &senate),
            ("organizations/committee.ron", &committee),
            ("organizations/assembly.ron", world_body),
            ("recognitions/a.ron", "Recognitions(of: 'a', sources: ['s'], acts: [(by: 'b', on: '1991-12-12', or: [(on: '1991-12-13', sources: ['s'])]), (by: 'c', on: '1991-12-01')])"),
            ("recognitions/b.ron", "Recognitions(of: 'b', sources: ['s'], acts: [(by: 'a', on: '2015')])"),
            ("relations/a.ron", "Relations(of: 'a', sources: ['s'], pairs: [(with: 'b', acts: [(act: Established, on: '1992-06-09'), (act: Severed, on: '2015-01-01')])])"),
            ("treaties/wide.ron", &wide),
            ("treaties/late.ron", &late),
            ("treaties/near.ron", &near),
            ("treaties/half.ron", &half),
            ("disputes/da.ron", "Dispute(id: 'da', name: 'DA', claimants: ['a', 'c'], positions: [(by: 'b', backs: 'a', from: '2000', sources: ['s'])])"),
            ("disputes/db.ron", "Dispute(id: 'db', name: 'DB', claimants: ['b', 'c'], positions: [(by: 'a', backs: 'b', from: '2005', sources: ['s'])])"),
            (
                "resolutions/all.ron",
                "Resolutions([
                    (id: 'r1', by: 'committee', title: 'R1', on: '2001', about: ['da'], sources: ['s']),
                    (id: 'r2', by: 'assembly', title: 'R2', on: '2002', about: ['a', 'b'], sources: ['s'], roll_call: (sources: ['s'], favour: ['a', 'b'])),
                    (id: 'r3', by: 'assembly', title: 'R3', on: '2003', about: ['a'], sources: ['s']),
                    (id: 'r4', by: 'senate', title: 'R4', on: '2020', about: ['a'], sources: ['s']),
                    (id: 'r5', by: 'senate', title: 'R5', on: '2001', about: ['b'], sources: ['s']),
                ])",
            ),
            (
                "claims/all.ron",
                "Claims([
                    (id: 'k1', text: 'B was second.', asserts: Nth(nth: 2, by: 'b', of: 'a'), sources: ['s']),
                    (id: 'k2', text: 'C was first.', asserts: Nth(nth: 1, by: 'c', of: 'a'), sources: ['s']),
                    (id: 'k3', text: 'A did in 2015.', asserts: Dated(statement: 'recognition/b/a', on: '2015'), sources: ['s']),
                ])",
            ),
            ("gaps/a.ron", "Gaps([(about: ['a', 'b'], what: 'x', looked_in: 'y'), (about: ['a'], what: 'z', looked_in: 'y')])"),
        ],
    )
}

fn ask(base: &Base, who: &[&str], on: &str) -> BriefAnswer {
    let subject = match who {
        [one] => Subject::One(actor(base, one)),
        [one, other] => Subject::two(actor(base, one), actor(base, other)).expect("two"),
        _ => panic!("one or two"),
    };
    brief(base, &BriefRequest { subject, on: day(on), today: today() })
}

/// The parts that both kinds share, in a line each.
fn lines(base: &Base, answer: &BriefAnswer) -> Vec<String> {
    let treaty = |state: &chancery::query::TreatyState| format!("{} {}", base[state.treaty].id, state.in_force.name());
    let treaties = |list: &[chancery::query::TreatyState]| list.iter().map(treaty).collect::<Vec<_>>().join(", ");
    let resolutions = |list: &[chancery::model::ResolutionIx]| {
        list.iter().map(|&ix| base[ix].id.as_str()).collect::<Vec<_>>().join(" ")
    };
    let backs = |backing: &chancery::query::Backing| format!("{}>{}", id(base, backing.by), id(base, backing.backs));
    let given: Vec<String> = answer.stances.given.iter().map(backs).collect();
    let other: Vec<String> = answer.stances.other.iter().map(backs).collect();
    let claims: Vec<&str> = answer.claims.iter().map(|tried| base[tried.claim].id.as_str()).collect();
    let contests: Vec<&str> = answer.contests.iter().map(|&ix| tail(base, ix, "")).collect();
    vec![
        format!("near: {}; wide: {}", treaties(&answer.treaties.near), treaties(&answer.treaties.wide)),
        format!("own: {}; others: {}", resolutions(&answer.resolutions.own), resolutions(&answer.resolutions.others)),
        format!(
            "given: {}; other: {}; reciprocal: {}",
            given.join(" "),
            other.join(" "),
            answer.stances.reciprocal.len()
        ),
        format!("claims: {}; contests: {}; gaps: {:?}", claims.join(" "), contests.join(" "), answer.gaps),
    ]
}

#[test]
fn of_two_as_of_the_day() {
    let base = base();
    let answer = ask(&base, &["a", "b"], "2010-01-01");
    assert_eq!(
        lines(&base, &answer),
        [
            "near: ; wide: wide certain",
            "own: r1; others: r2",
            "given: a>b b>a; other: ; reciprocal: 1",
            "claims: k1; contests: recognition/a/b; gaps: [0]",
        ]
    );
    let About::Two(between) = &answer.about else { panic!("two were asked about") };
    let history: Vec<&str> = between.relations.history.iter().map(|&ix| tail(&base, ix, "")).collect();
    assert_eq!(history, ["recognition/a/b", "relations/a/b/established"]);
    // B of A, which has a place among two; A of B isn't given yet.
    let given: Vec<(usize, usize)> = between.recognition.iter().map(|given| (given.acts.len(), given.dated)).collect();
    assert_eq!(given, [(1, 2), (0, 0)]);
    assert_eq!(between.agreement.ballots.len(), 1);
}

#[test]
fn what_comes_later_is_told_later() {
    let base = base();
    let answer = ask(&base, &["a", "b"], "2021-01-01");
    assert_eq!(
        lines(&base, &answer),
        [
            "near: near certain, late possible; wide: wide certain",
            "own: r1 r4; others: r2",
            "given: a>b b>a; other: ; reciprocal: 1",
            "claims: k3 k1; contests: recognition/a/b; gaps: [0]",
        ]
    );
}

#[test]
fn of_one_with_everybody() {
    let base = base();
    let answer = ask(&base, &["a"], "2010-01-01");
    assert_eq!(
        lines(&base, &answer),
        [
            "near: near certain, half possible; wide: wide certain",
            "own: ; others: r2 r3",
            "given: a>b; other: b>a; reciprocal: 1",
            "claims: k1 k2; contests: recognition/a/b; gaps: [0, 1]",
        ]
    );
    let About::One(alone) = &answer.about else { panic!("one was asked about") };
    assert_eq!(alone.recognitions.acts.len(), 2);
    assert!(Subject::two(actor(&base, "a"), actor(&base, "a")).is_none());
}

#[test]
fn the_day_itself_is_no_coming_anniversary() {
    let base = base();
    let coming = ask(&base, &["a", "b"], "2010-06-09").anniversaries;
    assert!(!coming.is_empty() && coming.iter().all(|one| one.on > day("2010-06-09")), "{coming:?}");
}

#[test]
fn treaties_of_many_that_may_be_in_force_are_told() {
    let base = world(
        "a b",
        &[(
            "treaties/u.ron",
            "Treaty(id: 'u', title: 'U', kind: Multilateral, sources: ['s'], acts: [(act: Ratified, by: 'a', on: '1961-01-01'), (act: Ratified, by: 'b', on: '1961-01-01')])",
        )],
    );
    assert_eq!(lines(&base, &ask(&base, &["a", "b"], "2010-01-01"))[0], "near: ; wide: u possible");
}

#[test]
fn both_back_somebody_in_a_dispute_that_is_neithers() {
    let dispute = |id: &str, claims: &str| {
        format!(
            "Dispute(id: '{id}', name: '{id}', claimants: [{claims}], sources: ['s'], positions: [(by: 'a', backs: 'c', from: '2000-01-01'), (by: 'b', backs: 'c', from: '2000-01-01')])"
        )
    };
    let (theirs, own) = (dispute("theirs", "'c', 'd'"), dispute("own", "'c', 'a'"));
    let base = world("a b c d", &[("disputes/theirs.ron", &theirs), ("disputes/own.ron", &own)]);
    let alike = ask(&base, &["a", "b"], "2010-01-01").stances.alike;
    let disputes: Vec<&str> = alike.iter().map(|[one, _]| base[one.dispute].id.as_str()).collect();
    assert_eq!(disputes, ["theirs"]);
}
