//! What holds on a day, what changed between two, and how two actors are joined.

use chancery::export::v2;
use chancery::graph::{Hop, Projection};
use chancery::model::{Base, Closed};
use chancery::query::{DiffRequest, PathRequest, SnapshotRequest, StateOnDay, diff, path, snapshot};

use super::{actor, day, id, today, world};

fn base() -> Base {
    world(
        "a b c d",
        &[
            ("organizations/o.ron", "Organization(id: 'o', name: 'O', kind: Organization)"),
            (
                "memberships/o.ron",
                "Memberships(of: 'o', sources: ['s'], members: [(member: 'a', from: '1992-03-02'), (member: 'b', from: '1990', until: '1995-01-01')])",
            ),
            (
                "recognitions/a.ron",
                "Recognitions(of: 'a', sources: ['s'], acts: [(by: 'b', on: '1991-12'), (by: 'd', act: Withheld, from: '1992-01-01')])",
            ),
            (
                "relations/a.ron",
                "Relations(of: 'a', sources: ['s'], pairs: [
                    (with: 'b', acts: [
                        (act: Established, on: '1992-06-09'),
                        (act: MissionOpened, by: 'b', level: Legation, on: '1992-07-01'),
                        (act: MissionRaised, by: 'b', level: Embassy, on: '1994-07-01'),
                        (act: Severed, on: '1996-01-01'),
                    ]),
                    (with: 'c', acts: [(act: Established, on: '1993')]),
                ])",
            ),
            (
                "relations/c.ron",
                "Relations(of: 'c', sources: ['s'], pairs: [(with: 'd', acts: [(act: Established, on: '1980-01-01')])])",
            ),
            (
                "treaties/t.ron",
                "Treaty(id: 't', title: 'T', sources: ['s'], acts: [(act: EnteredIntoForce, on: '1980-01-01'), (act: Acceded, by: 'a', on: '1993-05-05')])",
            ),
        ],
    )
}

fn told(base: &Base, list: &[StateOnDay]) -> Vec<String> {
    let one = |held: &StateOnDay| {
        let doubt = if held.band == chancery::model::Band::Certain { "" } else { "?" };
        format!("{}{doubt}", v2::thing(base, held))
    };
    list.iter().map(one).collect()
}

#[track_caller]
fn check(on: &str, of: Option<&str>, expected: &[&str]) {
    let base = base();
    let request = SnapshotRequest { day: day(on), actor: of.map(|of| actor(&base, of)), kind: None, today: today() };
    assert_eq!(told(&base, &snapshot(&base, &request).held), expected, "{of:?} on {on}");
}

#[test]
fn a_day_in_two_bands() {
    check("1991-12-15", Some("a"), &["B recognized A?"]);
    check(
        "1993-06-01",
        Some("a"),
        &[
            "B recognized A",
            "D withheld recognition of A",
            "A and B established relations",
            "A and C established relations?",
            "B opened a mission in A",
            "A belonged to O",
            "T binds A",
        ],
    );
    check("1997-01-01", Some("b"), &["B recognized A"]);
}

#[test]
fn what_is_new_ended_and_changed() {
    let base = base();
    let between = |from: &str, to: &str| {
        let request =
            DiffRequest { from: day(from), to: day(to), actor: Some(actor(&base, "b")), with: None, today: today() };
        let answer = diff(&base, &request);
        let changed: Vec<String> = answer
            .changed
            .iter()
            .map(|change| format!("{} > {}", v2::thing(&base, &change.from), v2::thing(&base, &change.to)))
            .collect();
        let ends: Vec<&str> = answer.ended.iter().filter_map(|held| Some(&*base[held.ended_by?].id)).collect();
        (told(&base, &answer.new), told(&base, &answer.ended), ends.join(" "), changed)
    };
    let (new, ended, _, changed) = between("1992-01-15", "1994-01-01");
    assert_eq!(new, ["A and B established relations", "B opened a mission in A"]);
    assert!(ended.is_empty() && changed.is_empty(), "{ended:?} {changed:?}");
    let (new, ended, ends, changed) = between("1994-01-01", "1997-01-01");
    assert!(new.is_empty() && changed.is_empty(), "{new:?} {changed:?}");
    assert_eq!(ended, ["A and B established relations", "B opened a mission in A", "B belonged to O"]);
    assert_eq!(ends, "relations/a/b/severed relations/a/b/severed");
    let (.., changed) = between("1994-01-01", "1995-06-01");
    assert_eq!(changed, ["B opened a mission in A > B raised its mission in A"]);
}

#[test]
fn the_shortest_path_in_two_bands() {
    let base = base();
    let ask = |from: &str, to: &str, on: &str| {
        let via = Projection::find("relations").expect("a projection");
        let answer = path(&base, &PathRequest::between(actor(&base, from), actor(&base, to), via, day(on)));
        let hops = |path: &Option<Vec<Hop>>| {
            let names = |path: &Vec<Hop>| path.iter().map(|hop| id(&base, hop.to)).collect::<Vec<_>>().join(" ");
            path.as_ref().map_or("-".to_owned(), names)
        };
        format!("{} | {}", hops(&answer.certain), hops(&answer.possible))
    };
    assert_eq!(ask("b", "d", "1993-06-01"), "- | a c d");
    assert_eq!(ask("b", "d", "1994-06-01"), "a c d | -");
    assert_eq!(ask("b", "d", "1997-01-01"), "- | -");
    assert_eq!(ask("a", "a", "1997-01-01"), " | -");
}

#[test]
fn of_the_shortest_paths_the_one_with_the_best_weakest_step() {
    let attested = |attested: [bool; 2]| {
        let on = |attested: bool| if attested { ", attested: ['2015-01-01']" } else { "" };
        let pair = |with: &str, attested: bool| {
            format!("(with: '{with}', acts: [(act: Established, on: '1990-01-01'{})])", on(attested))
        };
        let of = |who: &str, attested: bool| {
            format!("Relations(of: '{who}', sources: ['s'], pairs: [{}])", pair("d", attested))
        };
        let to = format!("Relations(of: 'a', sources: ['s'], pairs: [{}, {}])", pair("b", true), pair("c", true));
        let base = world(
            "a b c d",
            &[
                ("relations/a.ron", to.as_str()),
                ("relations/b.ron", of("b", attested[0]).as_str()),
                ("relations/c.ron", of("c", attested[1]).as_str()),
            ],
        );
        let [from, to] = ["a", "d"].map(|who| actor(&base, who));
        let (day, via) = (day("2016-01-01"), Projection::Relations);
        let answer = path(&base, &PathRequest::between(from, to, via, day));
        let hops = answer.certain.expect("a path");
        (id(&base, hops[0].to).to_owned(), answer.presumed.len())
    };
    // Either leads there in two steps; the first of them by name, unless the other is reached and it isn't.
    assert_eq!(attested([true, true]), ("b".to_owned(), 0));
    assert_eq!(attested([false, true]), ("c".to_owned(), 0));
    assert_eq!(attested([false, false]), ("b".to_owned(), 1));
}

#[test]
fn through_who_is_gone_no_path_passes_for_sure() {
    // Whom one backed is gone, and no source says that the backing ended.
    let base = world(
        "a c",
        &[
            (
                "countries/b.ron",
                "Country(id: 'b', name: 'B', class: Sovereign, existence: [(from: '1950-01-01', until: '1990-01-01', sources: ['s'])])",
            ),
            (
                "disputes/x.ron",
                "Dispute(id: 'x', name: 'X', claimants: ['b', 'c'], sources: ['s'], positions: [(by: 'a', backs: 'b', from: '1970-01-01')])",
            ),
        ],
    );
    let steps = |on: &str| {
        let [from, to] = ["a", "b"].map(|who| actor(&base, who));
        let answer = path(&base, &PathRequest::between(from, to, Projection::Positions, day(on)));
        (answer.certain.map(|path| path.len()), answer.possible.map(|path| path.len()))
    };
    assert_eq!(steps("1980-01-01"), (Some(1), None));
    assert_eq!(steps("2000-01-01"), (None, Some(1)));
}
