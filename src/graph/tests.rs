//! Projections of a miniature world of five countries.

use super::*;
use crate::load::{SourceFile, load};
use crate::model::{Closed, all_missions, missions};

const WORLD: &[(&str, &str)] = &[
    ("dataset.ron", r#"Dataset(name: "Mini", version: "1", format: 2)"#),
    ("countries/a.ron", r#"Country(id: "a", name: "A", class: Sovereign)"#),
    ("countries/b.ron", r#"Country(id: "b", name: "B", class: Sovereign)"#),
    ("countries/c.ron", r#"Country(id: "c", name: "C", class: Sovereign)"#),
    ("countries/d.ron", r#"Country(id: "d", name: "D", class: Sovereign)"#),
    ("countries/e.ron", r#"Country(id: "e", name: "E", class: Sovereign)"#),
    ("organizations/o.ron", r#"Organization(id: "o", name: "O", kind: Organization)"#),
    ("sources/s.ron", r#"Sources([(id: "s", title: "S", publisher: "P", grade: Primary, kind: News)])"#),
    (
        "recognitions/a.ron",
        r#"Recognitions(of: "a", sources: ["s"], acts: [
            (by: "b", on: "1991-12"),
            (by: "b", act: Withdrawn, on: "1995-01-01"),
            (by: "b", on: "1999-01-01", tag: "1999"),
            (by: "c", on: "1992-01-01", withdrawn: "a mistake"),
        ])"#,
    ),
    ("recognitions/b.ron", r#"Recognitions(of: "b", sources: ["s"], acts: [(by: "a", on: "1992-06-09")])"#),
    (
        "relations/a.ron",
        r#"Relations(of: "a", sources: ["s"], pairs: [
            (with: "b", acts: [(act: Established, on: "1992-06-09"), (act: Severed, on: "2000")]),
            (with: "c", acts: [(act: Established, on: "1992"), (act: MissionOpened, by: "c", level: Embassy, on: "1993")]),
        ])"#,
    ),
    (
        "relations/d.ron",
        r#"Relations(of: "d", sources: ["s"], pairs: [
            (with: "b", acts: [(act: Established, on: "1990-01-01")]),
            (with: "c", acts: [(act: Established, on: "1990-01-01")]),
        ])"#,
    ),
    (
        "treaties/t.ron",
        r#"Treaty(id: "t", title: "T", lag: 30, sources: ["s"], acts: [
            (act: EnteredIntoForce, on: "1980-01-01"),
            (act: Ratified, by: "a", on: "1979-01-01"),
            (act: Acceded, by: "b", on: "1985-01-01"),
            (act: Signed, by: "c", on: "1979-01-01"),
            (act: Ratified, by: "d", on: "1979-01-01"),
            (act: Denounced, by: "d", on: "1984-01-01"),
        ])"#,
    ),
    (
        "treaties/u.ron",
        r#"Treaty(id: "u", title: "U", parties: ["b", "e"], sources: ["s"], acts: [
            (act: Signed, on: "1989-07-01"), (act: EnteredIntoForce, on: "1990-01-01"),
        ])"#,
    ),
    (
        "memberships/o.ron",
        r#"Memberships(of: "o", sources: ["s"], members: [
            (member: "a", from: "1992-03-02"), (member: "b", from: "1950", until: "1960"), (member: "c", until: "unknown"),
        ])"#,
    ),
    (
        "resolutions/r.ron",
        r#"Resolutions([(id: "r", by: "o", title: "R", on: "2008-03-14", sources: ["s"],
            roll_call: (favour: ["a", "b"], against: ["c"]))])"#,
    ),
    (
        "disputes/x.ron",
        r#"Dispute(id: "x", name: "X", claimants: ["a"], sources: ["s"], positions: [
            (by: "b", backs: "a", from: "1993"), (by: "c", backs: "a", from: "1993"),
        ])"#,
    ),
    (
        "disputes/y.ron",
        r#"Dispute(id: "y", name: "Y", claimants: ["b"], sources: ["s"], positions: [
            (by: "a", backs: "b", from: "1994-01-01", until: "1996-01-01"),
        ])"#,
    ),
];

fn world() -> Base {
    let file = |(path, text): &(&'static str, &'static str)| SourceFile {
        path: (*path).to_owned(),
        root: String::new(),
        text: (*text).into(),
    };
    let loaded = load(WORLD.iter().map(file).collect(), Vec::new());
    assert_eq!(loaded.diagnostics, []);
    loaded.base
}

fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

/// The view that a moment such as `1993-01-01`, `1993-01-01?` (possible ones, too) or `ever` stands for.
fn view<'g>(graph: &'g Graph, moment: &str) -> View<'g> {
    match moment.strip_suffix('?') {
        _ if moment == "ever" => graph.ever(),
        Some(text) => graph.as_of(day(text), Band::Possible),
        None => graph.as_of(day(moment), Band::Certain),
    }
}

fn name(base: &Base, node: Node) -> &str {
    match node {
        Node::Actor(actor) => base[actor].id.as_str(),
        Node::Treaty(treaty) => base[treaty].id.as_str(),
    }
}

/// Edges as `b>a a>b`.
fn check_edges(projection: Projection, moment: &str, expected: &str) {
    let base = world();
    let graph = Graph::project(&base, projection);
    let edges = view(&graph, moment).edges();
    let shown: Vec<String> =
        edges.iter().map(|edge| format!("{}>{}", name(&base, edge.from), name(&base, edge.to))).collect();
    assert_eq!(shown.join(" "), expected, "{projection} {moment}");
}

#[test]
fn edges_hold_in_their_bands() {
    use Projection::*;
    check_edges(Recognition, "ever", "a>b b>a b>a");
    check_edges(Recognition, "1991-12-10", "");
    check_edges(Recognition, "1991-12-10?", "b>a");
    check_edges(Recognition, "1993-01-01", "a>b b>a");
    check_edges(Recognition, "1996-01-01?", "a>b");
    check_edges(Relations, "1993-01-01", "a>b a>c b>d c>d");
    check_edges(Relations, "2000-06-01", "a>c b>d c>d");
    check_edges(Relations, "2000-06-01?", "a>b a>c b>d c>d");
    check_edges(Membership, "2000-01-01", "a>o");
    check_edges(Membership, "2000-01-01?", "a>o c>o");
    check_edges(Membership, "1955-01-01", "b>o");
    check_edges(Votes, "2008-03-13", "");
    check_edges(Votes, "2008-03-14", "a>o b>o c>o");
    check_edges(Positions, "1995-01-01", "a>b b>a c>a");
    check_edges(Positions, "1996-01-01", "b>a c>a");
}

#[test]
fn parties_are_bound_by_consent_and_force() {
    use Projection::CoParty;
    // The consents are of 1979, the treaty is in force from 1980; c only signed, d left in 1984.
    check_edges(CoParty, "1979-06-01", "");
    check_edges(CoParty, "1980-01-01", "a>t d>t");
    check_edges(CoParty, "1985-01-30", "a>t");
    check_edges(CoParty, "1985-01-31", "a>t b>t");
    check_edges(CoParty, "1990-01-01", "a>t b>t b>u e>u");
}

/// Paths as `a>b(statement)`.
fn check_path(projection: Projection, moment: &str, ends: (&str, &str), expected: &str) {
    let base = world();
    let graph = Graph::project(&base, projection);
    let actor = |id| base.find_actor(id).expect("an actor");
    let path = view(&graph, moment).shortest_path(actor(ends.0), actor(ends.1), |_| true, |hop| hop.band);
    let hop = |hop: &Hop| {
        let statements: Vec<&str> = hop.statements.iter().map(|ix| &*base[*ix].id).collect();
        let band = if hop.band == Band::Certain { "" } else { "?" };
        format!("{}>{}{band}({})", base[hop.from].id, base[hop.to].id, statements.join(" "))
    };
    let shown = path.map_or("none".to_owned(), |hops| hops.iter().map(hop).collect::<Vec<_>>().join(" "));
    assert_eq!(shown, expected, "{projection} {moment} {ends:?}");
}

#[test]
fn paths_are_short_and_give_their_statements() {
    use Projection::*;
    check_path(Relations, "1993-01-01", ("a", "a"), "");
    check_path(Relations, "1993-01-01", ("a", "e"), "none");
    // Both b and c lead from a to d: b comes first.
    check_path(Relations, "1993-01-01", ("a", "d"), "a>b(relations/a/b/established) b>d(relations/b/d/established)");
    check_path(Relations, "2001-01-01", ("d", "a"), "d>c(relations/c/d/established) c>a(relations/a/c/established)");
    check_path(Relations, "1992-06-01?", ("a", "c"), "a>c?(relations/a/c/established)");
    check_path(Positions, "ever", ("c", "b"), "c>a(position/x/c) a>b(position/y/a)");
    check_path(Positions, "ever", ("b", "c"), "none");
    check_path(Recognition, "ever", ("b", "a"), "b>a(recognition/a/b)");
    check_path(
        CoParty,
        "1990-01-01",
        ("a", "e"),
        "a>b(treaty/t/ratified/a treaty/t/acceded/b) b>e(treaty/u/entered-into-force treaty/u/entered-into-force)",
    );
    // They were bound by the same treaty, one after the other.
    check_path(
        CoParty,
        "ever",
        ("b", "d"),
        "b>a(treaty/t/acceded/b treaty/t/ratified/a) a>d(treaty/t/ratified/a treaty/t/ratified/d)",
    );
}

#[test]
fn components_and_neighbours_are_sorted() {
    let base = world();
    let names = |actors: &[ActorIx]| actors.iter().map(|ix| base[*ix].id.as_str()).collect::<String>();
    let relations = Graph::project(&base, Projection::Relations);
    let a = base.find_actor("a").expect("an actor");
    assert_eq!(names(&relations.ever().neighbours(a)), "bc");
    let components = |view: View<'_>| view.components().iter().map(|set| names(set)).collect::<Vec<_>>();
    assert_eq!(components(view(&relations, "1991-01-01")), ["bcd"]);
    assert_eq!(components(view(&relations, "1993-01-01")), ["abcd"]);
    assert_eq!(components(view(&relations, "1900-01-01")), [""; 0]);
    let treaties = Graph::project(&base, Projection::CoParty);
    assert_eq!(components(view(&treaties, "1983-01-01")), ["ad"]);
    assert_eq!(names(&view(&treaties, "1990-01-01").neighbours(base.find_actor("b").expect("an actor"))), "ae");
    let votes = Graph::project(&base, Projection::Votes);
    let o = Node::Actor(base.find_actor("o").expect("an actor"));
    let about: Vec<EdgeDetail> = votes.ever().edges_of(o).iter().map(|edge| edge.about).collect();
    assert_eq!(
        about,
        [EdgeDetail::Vote(Choice::Favour), EdgeDetail::Vote(Choice::Favour), EdgeDetail::Vote(Choice::Against)]
    );
}

#[test]
fn backing_is_reciprocal_across_disputes() {
    let base = world();
    let graph = Graph::project(&base, Projection::Positions);
    let shown = |moment: &str| {
        let all = |list: &[MutualEdge]| list.iter().map(|b| &*base[b.statement].id).collect::<Vec<_>>().join(",");
        let found = view(&graph, moment).reciprocal();
        found.iter().map(|r| format!("{} {}", all(&r.forth), all(&r.back))).collect::<Vec<_>>()
    };
    assert_eq!(shown("ever"), ["position/y/a position/x/b"]);
    assert_eq!(shown("1995-01-01"), ["position/y/a position/x/b"]);
    assert_eq!(shown("1996-01-01"), [""; 0]);
}

#[test]
fn projections_of_everything_agree_with_those_of_a_pair() {
    let base = world();
    for projection in Projection::ALL {
        assert_eq!(Graph::project(&base, *projection).projection(), *projection);
    }
    for (pair, by, spell) in all_missions(&base) {
        assert!(missions(&base, pair).contains(&(by, spell)));
    }
    for edge in Graph::project(&base, Projection::Relations).ever().edges() {
        let (Node::Actor(a), Node::Actor(b)) = (edge.from, edge.to) else { continue };
        let pair = crate::model::Pair::new(a, b).expect("two actors");
        let spells = crate::model::relations_spells(&base, pair);
        assert!(spells.iter().any(|spell| spell.begun_by == edge.statement && spell.period() == Some(edge.period)));
    }
}
