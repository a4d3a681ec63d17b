//! Where actors belong in common on a day.

use chancery::model::{ActorIx, Band, Closed};
use chancery::query::{MembershipsRequest, memberships};

use super::{actor, day, id, world};

/// What these have in common on a day: `organization`, with `?` when only possible, and the standings where one of them is no
/// full member.
#[track_caller]
fn check(members: &str, who: &[&str], on: &str, expected: &str) {
    let organization = |id: &str| format!("Organization(id: '{id}', name: '{id}', kind: Organization)");
    let (o, n) = (organization("o"), organization("n"));
    let text = format!("Memberships(of: 'o', sources: ['s'], members: [{members}])");
    let files = [
        ("organizations/o.ron", &*o),
        ("organizations/n.ron", &n),
        ("memberships/o.ron", &text),
        (
            "memberships/n.ron",
            "Memberships(of: 'n', sources: ['s'], members: [(member: 'a', from: '1950', until: 'ongoing')])",
        ),
    ];
    let base = world("a b", &files);
    let actors: Vec<ActorIx> = who.iter().map(|id| actor(&base, id)).collect();
    let answer = memberships(&base, &MembershipsRequest::of(actors, day(on)));
    let words: Vec<String> = answer
        .common
        .iter()
        .map(|common| {
            let mark = if common.band == Band::Certain { "" } else { "?" };
            let standings: Vec<&str> = common.belongings.iter().map(|one| one.standing.name()).collect();
            let full = if common.is_full() { String::new() } else { format!(" ({})", standings.join(", ")) };
            format!("{}{mark}{full}", id(&base, common.organization))
        })
        .collect();
    assert_eq!(words.join("; "), expected, "{members} {who:?} {on}");
}

#[test]
fn both_belong_certainly_or_possibly_or_not() {
    let members =
        "(member: 'a', from: '1990-01-01', until: 'ongoing'), (member: 'b', from: '2000', until: '2010-01-01')";
    let both = &["a", "b"];
    check(members, both, "1999-12-31", "");
    check(members, both, "2000-06-01", "o?");
    check(members, both, "2005-01-01", "o");
    check(members, both, "2010-01-01", "");
    // One alone: all its memberships, by name.
    check(members, &["a"], "1995-01-01", "n; o");
    check(members, &[], "1995-01-01", "");
}

#[test]
fn standings_are_told_apart_and_the_surest_is_shown() {
    let a = "(member: 'a', from: '1990-01-01', until: 'ongoing')";
    let observer = "(member: 'b', as: Observer, from: '1990-01-01', until: '2000-01-01')";
    let member = "(member: 'b', from: '2000', until: 'ongoing', tag: 'full')";
    let both = &["a", "b"];
    let members = format!("{a}, {observer}, {member}");
    check(&members, both, "1995-01-01", "o (member, observer)");
    check(&members, both, "2000-06-01", "o?");
    check(&members, both, "2001-01-01", "o");
}

#[test]
fn where_one_possibly_belongs_is_told_apart() {
    let base = world(
        "a",
        &[
            ("organizations/o.ron", "Organization(id: 'o', name: 'O', kind: Organization)"),
            ("memberships/o.ron", "Memberships(of: 'o', sources: ['s'], members: [(member: 'a', from: '2010')])"),
        ],
    );
    let asker = chancery::ask::Asker::new(&base, super::today());
    let answer = asker.ask("which organizations does a belong to on 1 June 2010").expect("a question").answer;
    assert_eq!(
        (&*answer.sentence, &*answer.points[0]),
        ("0 memberships of A on 1 June 2010: none.", "Possibly also: O.")
    );
}
