//! Networks: who is linked with whom, on a day and between two.

use std::collections::BTreeSet;

use chancery::model::{Base, Closed, Sure};
use chancery::query::{Change, NetworkRequest, Tie, affinity, alliances, network};

use super::{actor, day, id, world};

fn base() -> Base {
    world(
        "a b c d",
        &[
            ("organizations/pact.ron", "Organization(id: 'pact', name: 'Pact', kind: Organization)"),
            ("organizations/alliances.ron", "Organization(id: 'alliances', name: 'Alliances', kind: Group)"),
            ("memberships/alliances.ron", "Memberships(of: 'alliances', sources: ['s'], members: [(member: 'pact')])"),
            (
                "memberships/pact.ron",
                "Memberships(of: 'pact', sources: ['s'], members: [(member: 'a', from: '2000-01-01'), \
                 (member: 'b', from: '2000-01-01', until: '2010-01-01'), (member: 'c', from: '2010'), \
                 (member: 'd', as: Observer, from: '2000-01-01')])",
            ),
            (
                "relations/a.ron",
                "Relations(of: 'a', sources: ['s'], pairs: [(with: 'b', acts: [(act: Established, on: '2001-01-01'), \
                 (act: Severed, on: '2005-01-01')]), (with: 'c', acts: [(act: Established, on: '2008')])])",
            ),
            ("recognitions/a.ron", "Recognitions(of: 'a', sources: ['s'], acts: [(by: 'd', on: '1999-01-01')])"),
            (
                "disputes/x.ron",
                "Dispute(id: 'x', name: 'X', claimants: ['a', 'c'], sources: ['s'], \
                 positions: [(by: 'd', backs: 'a', from: '2003-01-01'), (by: 'b', backs: 'c', from: '2003-01-01')])",
            ),
        ],
    )
}

/// Links as `a-b`, `d>a recognizes`, alliances as `pact(a b)`; `?` when only possible, `+` when new, `×` when gone.
fn line(base: &Base, actors: &str, ego: Option<&str>, since: Option<&str>, on: &str) -> String {
    let request = NetworkRequest {
        actors: actors.split_whitespace().map(|id| actor(base, id)).collect(),
        ego: ego.map(|id| actor(base, id)),
        of: Tie::ALL.iter().copied().collect::<BTreeSet<Tie>>(),
        alliances: alliances(base),
        day: day(on),
        today: day(on),
        since: since.map(day),
    };
    let mark = |sure: Sure, change: Change| {
        let doubt = if sure == Sure::Possibly { "?" } else { "" };
        let changed = match change {
            Change::Kept => "",
            Change::New => "+",
            Change::Gone => "×",
        };
        format!("{doubt}{changed}")
    };
    let answer = network(base, &request);
    let links = answer.links.iter().map(|link| {
        let (from, to, mark) = (id(base, link.from), id(base, link.to), mark(link.sure, link.change));
        match link.tie {
            Tie::Relations => format!("{from}-{to}{mark}"),
            Tie::Recognition => format!("{from}>{to}{mark}"),
            Tie::Backing | Tie::Alliance => format!("{from}>>{to}{mark}"),
        }
    });
    let blocs = answer.blocs.iter().map(|bloc| {
        let allies = bloc.allies.iter().map(|ally| format!("{}{}", id(base, ally.actor), mark(ally.sure, ally.change)));
        format!("{}({})", base.id(bloc.alliance), allies.collect::<Vec<_>>().join(" "))
    });
    links.chain(blocs).collect::<Vec<_>>().join(" ")
}

#[test]
fn on_a_day() {
    let base = base();
    for (on, expected) in [
        ("1998-01-01", ""),
        ("2000-06-01", "d>a pact(a b)"),
        ("2004-01-01", "a-b d>a b>>c d>>a pact(a b)"),
        ("2008-06-01", "a-c? d>a b>>c d>>a pact(a b)"),
        ("2010-06-01", "a-c d>a b>>c d>>a pact(a c?)"),
        ("2012-06-01", "a-c d>a b>>c d>>a pact(a c)"),
    ] {
        assert_eq!(line(&base, "a b c d", None, None, on), expected, "{on}");
    }
    assert_eq!(line(&base, "b c d", None, None, "2004-01-01"), "b>>c", "only among those who are asked for");
}

#[test]
fn of_one_actor() {
    let base = base();
    assert_eq!(line(&base, "", Some("c"), None, "2012-06-01"), "a-c b>>c pact(a c)");
    assert_eq!(line(&base, "b", Some("c"), None, "2012-06-01"), "b>>c");
    assert_eq!(line(&base, "", Some("d"), None, "2012-06-01"), "d>a d>>a");
}

#[test]
fn between_two_days() {
    let base = base();
    assert_eq!(
        line(&base, "a b c d", None, Some("2002-01-01"), "2012-06-01"),
        "a-b× a-c+ d>a b>>c+ d>>a+ pact(a b× c+)"
    );
    // Who came after another had left was never allied with it.
    assert_eq!(line(&base, "b c", None, Some("2002-01-01"), "2012-06-01"), "b>>c+");
}

#[test]
fn what_is_alike_has_more_in_common() {
    let base = base();
    let actors: Vec<_> = ["a", "b", "c", "d"].map(|id| actor(&base, id)).into();
    let points = affinity(&base, &actors, &alliances(&base));
    for (n, row) in points.iter().enumerate() {
        assert!((0..4).all(|m| row[m] == points[m][n]), "the same from both sides");
        assert_eq!(row[n], 0);
    }
    assert!(points[0][1] > points[0][2], "a and c claim the same: {points:?}");
    assert!(points[1][3] < 0, "b and d back rivals");
    assert!(points[0][3] > points[1][3]);
}

#[test]
fn two_are_allied_as_surely_as_the_less_sure_of_them() {
    let base = base();
    let request = NetworkRequest {
        actors: ["a", "c"].map(|id| actor(&base, id)).into(),
        ego: None,
        of: BTreeSet::from([Tie::Alliance]),
        alliances: alliances(&base),
        day: day("2010-06-01"),
        today: day("2010-06-01"),
        since: None,
    };
    let bands: Vec<Sure> =
        network(&base, &request).blocs.iter().flat_map(|bloc| bloc.pairs().map(|(_, sure, _)| sure)).collect();
    assert_eq!(bands, [Sure::Possibly], "c belongs since some day of 2010");
}

#[test]
fn by_a_treaty_possibly_in_force_one_is_possibly_allied() {
    let base = world(
        "a b",
        &[
            ("organizations/alliances.ron", "Organization(id: 'alliances', name: 'Alliances', kind: Group)"),
            (
                "treaties/t.ron",
                "Treaty(id: 't', title: 'T', kind: Regional, about: ['alliances'], sources: ['s'], acts: [\
                 (act: Ratified, by: 'a', on: '1990-01-01'), (act: Ratified, by: 'b', on: '1990-01-01')])",
            ),
        ],
    );
    assert_eq!(line(&base, "a b", None, None, "2000-01-01"), "t(a? b?)");
}
