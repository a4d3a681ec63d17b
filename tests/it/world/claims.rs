//! Claims on trial: what the record of a miniature world says of them.

use chancery::model::Base;
use chancery::query::try_claim;

use super::{today, world};

const ACTS: &str = "(by: 'a', on: '1991-11-09'), (by: 'b', on: '1991-12-11'), \
    (by: 'c', on: '1991-12-12', or: [(on: '1991-12-13', sources: ['s'])], contest: 'w'), (by: 'd', on: '1991-12')";

/// By a record that is complete.
fn judged(files: &[(&str, &str)], asserts: &str) -> String {
    let mut of = vec!["RecognitionsOf('x')", "RecognitionsOf('a')", "RelationsOf('x')", "MissionsOf('x')"];
    for (file, matters) in [
        ("countries/y.ron", &["RecognitionsOf('y')"][..]),
        ("organizations/o.ron", &["Members('o')"]),
        ("disputes/t.ron", &["ResolutionsAbout('t')", "Positions('t')"]),
    ] {
        if files.iter().any(|(name, _)| *name == file) {
            of.extend(matters);
        }
    }
    judged_by(&scope("Complete", &of.join(", ")), files, asserts)
}

/// All that is known of these matters.
fn scope(extent: &str, of: &str) -> String {
    format!(
        "Coverage(scopes: [(of: [{of}], extent: {extent}, from: '1900-01-01', through: '2026-11-01', sources: ['s'])])"
    )
}

fn judged_by(coverage: &str, files: &[(&str, &str)], asserts: &str) -> String {
    let claim = format!("Claims([(id: 'k', text: 'K.', asserts: {asserts}, sources: ['s'])])");
    let mut all = vec![("claims/k.ron", &*claim), ("coverage/all.ron", coverage)];
    all.extend(files);
    let base = world("a b c d e x", &all);
    verdict(&base)
}

/// `verdict: for | against | what would settle it`, statements by what comes last in their ids.
fn verdict(base: &Base) -> String {
    let trial = try_claim(base, &base.claims[0].asserts, today());
    let ids = |list: &[chancery::model::StatementIx]| {
        list.iter().map(|ix| base[*ix].id.rsplit('/').next().unwrap_or_default()).collect::<Vec<_>>().join(" ")
    };
    let settles: Vec<String> = trial.settles.iter().map(|what| what.in_words(base)).collect();
    let settles = if settles.is_empty() { String::new() } else { format!(" | {}", settles.join("; ")) };
    let why = trial.why.as_ref().map_or(String::new(), |why| format!(" ({})", why.in_words()));
    format!("{}: {} | {}{settles}{why}", trial.verdict, ids(&trial.supporting), ids(&trial.against))
}

#[track_caller]
fn check(asserts: &str, expected: &str) {
    let text = format!("Recognitions(of: 'x', sources: ['s'], acts: [{ACTS}])");
    assert_eq!(judged(&[("recognitions/x.ron", &text)], asserts), expected, "{asserts}");
}

#[test]
fn a_place_is_borne_out_contradicted_or_open() {
    check("Nth(nth: 1, by: 'a', of: 'x')", "supported: a | ");
    check("Nth(nth: 2, by: 'a', of: 'x')", "contradicted: a | ");
    check("Nth(nth: 1, by: 'b', of: 'x')", "contradicted:  | a b");
    check("Nth(nth: 2, by: 'b', of: 'x')", "fits: b |  | the day on which D recognized X (December 1991)");
    check("Nth(nth: 2, by: 'c', of: 'x')", "contradicted:  | a b c");
    check(
        "Nth(nth: 4, by: 'c', of: 'x')",
        "undecided: c |  | the day on which D recognized X (December 1991); \
         which source is right on when C recognized X (12 or 13 December 1991)",
    );
    check("Nth(nth: 1, by: 'e', of: 'x')", "contradicted:  | ");
}

/// What rests on what isn't recorded is as sure as the record is complete; what is on record decides at any extent.
#[test]
fn how_far_the_record_reaches_decides_how_sure_it_is() {
    let acts = format!("Recognitions(of: 'x', sources: ['s'], acts: [{ACTS}])");
    let files = [("recognitions/x.ron", &*acts)];
    let of = "RecognitionsOf('x')";
    let none = "Coverage()".to_owned();
    let pair = "Coverage(scopes: [(of: [RecognitionsBetween('e', 'x')], extent: Complete, from: '1900-01-01', through: '2026-11-01', sources: ['s'])])".to_owned();
    let old = "Coverage(scopes: [(of: [RecognitionsOf('x')], extent: Complete, from: '1900-01-01', through: '1995', sources: ['s'])])".to_owned();
    let all = [scope("Complete", of), scope("Surveyed", of), none, pair, old];
    for (asserts, expected) in [
        ("Nth(nth: 1, by: 'a', of: 'x')", ["supported", "fits", "untested", "untested", "supported"]),
        ("Nth(nth: 1, by: 'b', of: 'x')", ["contradicted"; 5]),
        ("Only(by: 'a', of: 'x', on: '1991-11-30')", ["supported", "fits", "untested", "untested", "supported"]),
        ("Only(by: 'a', of: 'x')", ["contradicted"; 5]),
        ("Last(by: 'a', of: 'x')", ["contradicted"; 5]),
        ("Never(by: 'e', of: 'x')", ["supported", "fits", "untested", "supported", "untested"]),
        ("Never(by: 'a', of: 'x')", ["contradicted"; 5]),
        ("Count(count: 4, of: 'x')", ["supported", "fits", "untested", "untested", "untested"]),
        ("Count(count: 9, of: 'x')", ["contradicted", "undecided", "undecided", "undecided", "undecided"]),
        ("Count(count: 3, of: 'x')", ["contradicted"; 5]),
        ("AtLeast(count: 3, of: 'x')", ["supported", "supported", "fits", "fits", "fits"]),
    ] {
        for (coverage, expected) in all.iter().zip(expected) {
            let found = judged_by(coverage, &files, asserts);
            assert_eq!(found.split(':').next(), Some(expected), "{asserts} by {coverage}");
        }
    }
}

#[test]
fn nobody_comes_before_the_first_day() {
    let exists = "Country(id: 'y', name: 'Y', class: Sovereign, existence: [(from: '1991-12-16', sources: ['s'])])";
    let acts = "Recognitions(of: 'y', sources: ['s'], acts: [(by: 'a', on: '1991-12-16')])";
    let files = [("countries/y.ron", exists), ("recognitions/y.ron", acts)];
    assert_eq!(judged(&files, "Nth(nth: 17, by: 'a', of: 'y')"), "contradicted:  | a");
    assert_eq!(judged(&files, "Nth(nth: 1, by: 'a', of: 'y')"), "supported: a | ");
}

#[test]
fn the_last_and_an_order() {
    check("Last(by: 'a', of: 'x')", "contradicted: a | b c d");
    check(
        "Last(by: 'c', of: 'x')",
        "undecided: c |  | the day on which D recognized X (December 1991); \
         which source is right on when C recognized X (12 or 13 December 1991)",
    );
    check("Order(by: ['a', 'b'], of: 'x')", "fits: a b |  | the day on which D recognized X (December 1991)");
    check("Order(by: ['b', 'a'], of: 'x')", "contradicted: a | a b");
}

#[test]
fn the_only_one_never_and_numbers() {
    check("Only(by: 'a', of: 'x', on: '1991-11-30')", "supported: a | ");
    check("Only(by: 'a', of: 'x')", "contradicted: a | b c d");
    check("Never(by: 'a', of: 'x')", "contradicted:  | a");
    check("Never(by: 'a', of: 'x', on: '1991-11-01')", "supported:  | ");
    check("Count(count: 4, of: 'x')", "supported: a b c d | ");
    check("Count(count: 3, of: 'x')", "contradicted:  | a b c d");
    check("Count(count: 9, of: 'x')", "contradicted: a b c d | ");
    check("Count(count: 0, of: 'x', on: '1990-01-01')", "supported:  | ");
    check("Count(count: 1, of: 'x', on: '1990-01-01')", "contradicted:  | ");
    check("Count(count: 1, of: 'a')", "untested:  |  (the record holds no such act)");
    check("AtLeast(count: 3, of: 'x')", "supported: a b c d | ");
    check(
        "Count(count: 2, of: 'x', on: '1991-12-11')",
        "fits: a b |  | the day on which D recognized X (December 1991)",
    );
}

#[test]
fn groups_are_asked_of_the_day() {
    let acts = format!("Recognitions(of: 'x', sources: ['s'], acts: [{ACTS}])");
    let files = [
        ("organizations/g.ron", "Organization(id: 'g', name: 'G', kind: Group)"),
        (
            "memberships/g.ron",
            "Memberships(of: 'g', sources: ['s'], members: [(member: 'a', from: '1991-12-01'), (member: 'b', from: '1945'), (member: 'e', from: '1945')])",
        ),
        ("organizations/always.ron", "Organization(id: 'always', name: 'Always', kind: Group)"),
        (
            "memberships/always.ron",
            "Memberships(of: 'always', sources: ['s'], members: [(member: 'a'), (member: 'd')])",
        ),
        ("recognitions/x.ron", &acts),
    ];
    for (asserts, expected) in [
        ("Nth(nth: 1, by: 'b', of: 'x', among: 'g')", "supported: b | "),
        ("Nth(nth: 1, by: 'a', of: 'x', among: 'g')", "contradicted:  | "),
        ("Nth(nth: 1, by: 'a', of: 'x', except: 'g')", "supported: a | "),
        ("Count(count: 2, of: 'x', among: 'g', on: '1992-01-01')", "supported: a b | "),
        ("Nth(nth: 2, by: 'd', of: 'x', among: 'always')", "supported: d | "),
        ("OnlyWithout(by: 'e', of: 'x', among: 'g')", "fits:  |  | whether E did, of which nothing is recorded"),
    ] {
        assert_eq!(judged(&files, asserts), expected, "{asserts}");
    }
}

#[test]
fn refusals_are_a_record_of_not() {
    let acts = "Recognitions(of: 'x', sources: ['s'], acts: [(by: 'a', act: Withheld, from: '1991', until: '2000'), (by: 'b', act: Withheld, from: '1995'), (by: 'c', on: '1992')])";
    let files = [
        ("organizations/united-nations.ron", "Organization(id: 'united-nations', name: 'UN', kind: Organization)"),
        (
            "memberships/un.ron",
            "Memberships(of: 'united-nations', sources: ['s'], members: [(member: 'a', from: '1945'), (member: 'b', from: '1945'), (member: 'c', from: '1945')])",
        ),
        ("recognitions/x.ron", acts),
    ];
    for (asserts, expected) in [
        ("Never(by: 'b', of: 'x')", "supported: withheld | "),
        (
            "Never(by: 'a', of: 'x', on: '2005-01-01')",
            "undecided: withheld |  | whether A did, of which nothing is recorded",
        ),
        (
            "OnlyWithout(by: 'b', of: 'x', on: '2005-01-01')",
            "undecided: withheld |  | whether A did, of which nothing is recorded",
        ),
        ("OnlyWithout(by: 'b', of: 'x', on: '1996-01-01')", "contradicted: withheld | withheld"),
        ("OnlyWithout(by: 'c', of: 'x', on: '1996-01-01')", "contradicted:  | c"),
        ("Nth(nth: 1, by: 'b', of: 'x')", "contradicted:  | withheld"),
    ] {
        assert_eq!(judged(&files, asserts), expected, "{asserts}");
    }
}

#[test]
fn dates_orders_and_statuses() {
    check("Dated(statement: 'recognition/x/b', on: '1991-12-11')", "supported: b | ");
    check("Dated(statement: 'recognition/x/b', on: '1991-12')", "supported: b | ");
    check("Dated(statement: 'recognition/x/b', on: '1992')", "contradicted:  | b");
    check(
        "Dated(statement: 'recognition/x/c', on: '1991-12-13')",
        "undecided: c |  | which source is right on when C recognized X (12 or 13 December 1991)",
    );
    check("Before(earlier: 'recognition/x/a', later: 'recognition/x/b')", "supported: a b | ");
    check("Before(earlier: 'recognition/x/b', later: 'recognition/x/a')", "contradicted:  | b a");
    check(
        "Before(earlier: 'recognition/x/b', later: 'recognition/x/d')",
        "undecided: b d |  | the day on which D recognized X (December 1991)",
    );
    check("Status(between: ('a', 'x'), is: Recognized, on: '1992-01-01')", "undecided: a | ");
    check("Status(between: ('a', 'x'), is: None, on: '1991-11-01')", "supported:  | ");
    check("Status(between: ('a', 'x'), is: Severed, on: '1992-01-01')", "contradicted:  | a");
    check("Status(between: ('a', 'b'), is: None, on: '1992-01-01')", "untested:  |  (the record holds no such act)");
    let acts =
        "Recognitions(of: 'x', sources: ['s'], acts: [(by: 'a', on: '1971-12-06'), (by: 'b', on: '1971-12-06')])";
    let files = [("recognitions/x.ron", acts)];
    let hours = "at which hour A recognized X (6 December 1971), as another act is of the same day";
    assert_eq!(
        judged(&files, "Before(earlier: 'recognition/x/a', later: 'recognition/x/b')"),
        format!("undecided: a b |  | {hours}")
    );
    assert_eq!(judged(&files, "Nth(nth: 1, by: 'a', of: 'x')"), format!("fits: a |  | {hours}"));
    check("Untestable(why: 'a matter of taste')", "untested:  |  (a matter of taste)");
}

#[test]
fn members_missions_resolutions_and_positions_are_counted_too() {
    let files = [
        ("organizations/o.ron", "Organization(id: 'o', name: 'O', kind: Organization)"),
        ("organizations/p.ron", "Organization(id: 'p', name: 'P', kind: Body, of: 'a')"),
        // A committee of a senate of a country: its acts are the country's.
        ("organizations/q.ron", "Organization(id: 'q', name: 'Q', kind: Body, of: 'senate')"),
        ("organizations/senate.ron", "Organization(id: 'senate', name: 'Senate', kind: Body, of: 'b')"),
        ("memberships/o.ron", "Memberships(of: 'o', sources: ['s'], members: [(member: 'a', from: '1991'), (member: 'b', from: '1992')])"),
        (
            "relations/x.ron",
            "Relations(of: 'x', sources: ['s'], pairs: [
                (with: 'a', acts: [(act: Established, on: '1992-01-14'), (act: MissionOpened, by: 'a', level: Embassy, on: '1992-03-01'), (act: Severed, on: '1999-01-01')]),
                (with: 'b', acts: [(act: Established, on: '1992-02-14'), (act: MissionOpened, by: 'x', level: Embassy, on: '1992-02-20')]),
            ])",
        ),
        (
            "resolutions/r.ron",
            "Resolutions([(id: 'r1', by: 'p', title: 'R1', on: '1990-05-05', about: ['t'], sources: ['s']), (id: 'r2', by: 'q', title: 'R2', on: '1995-05-05', about: ['t'], sources: ['s'])])",
        ),
        ("disputes/t.ron", "Dispute(id: 't', name: 'T', claimants: ['x', 'e'], positions: [(by: 'a', backs: 'x', from: '1990', sources: ['s']), (by: 'b', backs: 'x', from: '1994', sources: ['s'])])"),
    ];
    for (asserts, expected) in [
        ("Nth(nth: 1, by: 'a', of: 'o', act: Joined)", "supported: a | "),
        ("Nth(nth: 1, by: 'b', of: 'x', act: Established)", "contradicted:  | established established"),
        ("Nth(nth: 1, by: 'a', of: 'x', act: MissionOpened)", "supported: a | "),
        ("Only(by: 'a', of: 'x', act: Severed)", "supported: severed | "),
        ("Nth(nth: 2, by: 'b', of: 't', act: Adopted)", "supported: r2 | "),
        ("NthResolution(nth: 1, resolution: 'r2', about: 't')", "contradicted:  | r1 r2"),
        ("NthResolution(nth: 1, resolution: 'r2', about: 't', by: ['q'])", "supported: r2 | "),
        ("NthResolution(nth: 1, resolution: 'r2', about: 't', by: ['senate'])", "supported: r2 | "),
        ("Nth(nth: 1, by: 'a', of: 'x', act: Backed, over: 't')", "supported: a | "),
        ("Count(count: 1, of: 'x', act: Established, on: '2000-01-01')", "supported: established | "),
    ] {
        assert_eq!(judged(&files, asserts), expected, "{asserts}");
    }
}

#[test]
fn countries_are_counted_by_their_existence() {
    let country = |id: &str, existence: &str| {
        format!("Country(id: '{id}', name: '{id}', class: Sovereign, existence: [({existence})])")
    };
    let p = country("p", "from: '1900', sources: ['s']");
    let q = country("q", "from: '1990', until: '1992', sources: ['s']");
    let r =
        country("r", "from: '1991-06-01', sources: ['s'], or: [(from: '1991-12-01', sources: ['s'])], contest: 'w'");
    let files = [("countries/p.ron", &*p), ("countries/q.ron", &*q), ("countries/r.ron", &*r)];
    for (asserts, expected) in [
        ("Countries(count: 2, on: '1991-01-01')", "supported: p q | "),
        (
            "Countries(count: 3, on: '1991-07-01')",
            "undecided: p q |  | which source is right on when r existed (1 June or 1 December 1991)",
        ),
        ("Countries(count: 2, on: '1991-12-15')", "contradicted:  | p q r"),
    ] {
        assert_eq!(judged(&files, asserts), expected, "{asserts}");
    }
}

#[test]
fn who_took_it_back_leaves_open_who_was_the_only_one_without() {
    let files = [
        ("organizations/o.ron", "Organization(id: 'o', name: 'O', kind: Organization)"),
        (
            "memberships/o.ron",
            "Memberships(of: 'o', sources: ['s'], members: [(member: 'a', from: '1980-01-01'), (member: 'b', from: '1980-01-01')])",
        ),
        (
            "recognitions/x.ron",
            "Recognitions(of: 'x', sources: ['s'], acts: [(by: 'a', act: Withheld, from: '1990-01-01'), (by: 'b', on: '1990-01-01'), (by: 'b', act: Withdrawn, on: '1995-01-01')])",
        ),
    ];
    let told = judged(&files, "OnlyWithout(by: 'a', of: 'x', among: 'o')");
    assert_eq!(told, "fits: withheld |  | the day on which B recognized X (1 January 1990)");
}

#[test]
fn an_act_without_a_date_leaves_never_open() {
    let acts = "Recognitions(of: 'x', sources: ['s'], acts: [(by: 'a')])";
    let told = judged(&[("recognitions/x.ron", acts)], "Never(by: 'a', of: 'x')");
    assert!(told.starts_with("undecided: "), "{told}");
}

#[test]
fn countries_of_a_year_are_those_of_its_first_and_last_day() {
    let country = |id: &str, from: &str| {
        format!("Country(id: '{id}', name: '{id}', class: Sovereign, existence: [(from: '{from}', sources: ['s'])])")
    };
    let [p, q] = [country("p", "1950-01-01"), country("q", "1960-06-01")];
    let claim = "Claims([(id: 'k', text: 'K.', asserts: Countries(count: 2, on: '1960'), sources: ['s'])])";
    let base = world("", &[("countries/p.ron", &p), ("countries/q.ron", &q), ("claims/k.ron", claim)]);
    assert!(verdict(&base).starts_with("undecided: "), "{}", verdict(&base));
}

#[test]
fn those_of_the_last_day_share_it() {
    let acts =
        "Recognitions(of: 'x', sources: ['s'], acts: [(by: 'a', on: '1991-12-16'), (by: 'b', on: '1991-12-16')])";
    for by in ["a", "b"] {
        let told = judged(&[("recognitions/x.ron", acts)], &format!("Last(by: '{by}', of: 'x')"));
        assert!(told.starts_with("fits: ") || told.starts_with("undecided: "), "{told}");
        assert!(told.contains("hour"), "{told}");
    }
}
