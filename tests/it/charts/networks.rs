//! Networks.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use chancery::chart::{self, Options, Plan, Tabular, Theme};
use chancery::export::v2;
use chancery::load::{self, SourceFile};
use chancery::model::{ActorIx, Base, Closed, Entity};
use chancery::query::{self, NetworkRequest, Tie};
use proptest::prelude::*;

use super::{actor, check, day, miniature, options, well_formed};
use crate::bases::today;

/// Those around High Garden.
const GARDENERS: [&str; 11] = [
    "armoria",
    "karvelia",
    "hesperia",
    "ozmara",
    "irenia",
    "galvania",
    "united-provinces",
    "pashtar",
    "abzania",
    "south-ardia",
    "cisalba",
];

fn request(base: &Base, actors: &[&str], on: &str) -> NetworkRequest {
    NetworkRequest {
        actors: actors.iter().map(|id| actor(base, id)).collect(),
        ego: None,
        of: Tie::ALL.iter().copied().collect(),
        alliances: query::alliances(base),
        day: day(on),
        today: today(),
        since: None,
    }
}

/// Plans a network, which must be without collisions, and its table of the published shape.
fn plan(base: &Base, request: &NetworkRequest, options: &Options) -> (Plan, Tabular) {
    let (plan, table) = chart::network(base, &query::network(base, request), options);
    assert_eq!(plan.collisions(), Vec::<String>::new(), "at width {}", options.width);
    well_formed(&chart::draw(&plan, Theme::Auto), &plan);
    crate::schema::check("chancery.v2/chart", &v2::chart(&plan.title, &plan.description, &table.columns, &table.rows));
    (plan, table)
}

/// The centres of the actors on the circle, counted from the first.
fn places(base: &Base, plan: &Plan) -> BTreeMap<String, (i64, i64)> {
    let on_circle = plan.items.iter().filter(|item| item.class.starts_with("statement actor"));
    let middles = on_circle.map(|item| {
        let frame = item.glyphs[0].frame();
        assert!(base.find_actor(&item.statement).is_some(), "{}", item.statement);
        (item.statement.clone(), (frame.left, frame.top))
    });
    let all: Vec<(String, (f64, f64))> = middles.collect();
    let first = all[0].1;
    let rounded = |(x, y): (f64, f64)| (((x - first.0) * 100.0).round() as i64, ((y - first.1) * 100.0).round() as i64);
    all.into_iter().map(|(id, at)| (id, rounded(at))).collect()
}

/// The rows about two, without the ids of statements: "backing certain".
fn between(table: &Tabular, from: &str, to: &str) -> Vec<String> {
    let rows = table.rows.iter().filter(|row| row[0] == from && row[1] == to);
    rows.map(|row| [&row[2], &*row[4]].join(" ")).collect()
}

#[test]
fn networks_of_the_miniature_world() {
    let base = miniature();
    let all = ["norland", "sudara", "westria", "estmark", "valdonia", "palmera", "islandia", "corvia", "tirana-nova"];
    let treaty = base.find("friendship").expect("the treaty");
    let asked = NetworkRequest { alliances: vec![treaty], ..request(base, &all, "2000-01-01") };
    let (whole, _) = plan(base, &asked, &options());
    check(&whole, "network-day");
    let doubtful = whole.items.iter().filter(|item| item.class.contains(" possible"));
    let mut doubtful: Vec<&str> = doubtful.map(|item| &*item.statement).collect();
    doubtful.sort_unstable();
    // A withdrawal that is denied, an act without a date, a position that is older than its source, and relations of
    // which only a later envoy tells.
    let expected = [
        "position/straits/sudara",
        "recognition/norland/palmera",
        "recognition/norland/tirana-nova",
        "relations/palmera/sudara/mission-opened/sudara",
    ];
    assert_eq!(doubtful, expected);
    let ego = NetworkRequest { ego: Some(actor(base, "norland")), actors: Vec::new(), ..asked.clone() };
    check(&plan(base, &ego, &options()).0, "network-ego");
    let changed = NetworkRequest { since: Some(day("1993-06-30")), day: day("2004-06-01"), ..asked.clone() };
    let (changes, table) = plan(base, &changed, &options());
    check(&changes, "network-changes");
    let has = |class: &str| changes.items.iter().any(|item| item.class.ends_with(class));
    assert!(has(" new") && has(" gone") && has(" certain"));
    let change = |from: &str, to: &str, tie: &str| {
        table.rows.iter().find(|row| row[0] == from && row[1] == to && row[2] == tie).map(|row| row[5].clone())
    };
    assert_eq!(change("norland", "sudara", "relations").as_deref(), Some("gone"), "suspended in 2003");
    assert_eq!(change("corvia", "norland", "recognition").as_deref(), Some("new"), "in 1996");
    assert_eq!(
        change("palmera", "norland", "recognition").as_deref(),
        Some("kept"),
        "a source denies that it was withdrawn"
    );
    assert_eq!(change("estmark", "norland", "recognition").as_deref(), Some("kept"));
    assert_eq!(change("norland", "sudara", "alliance"), None, "in force and denounced in between");
    // Nothing to draw: the figure says so.
    let (none, table) = plan(base, &request(base, &["zemlya", "quillon"], "1900-01-01"), &options());
    assert!(table.rows.is_empty() && none.texts.iter().any(|text| text.text == "No link is recorded."));
}

#[test]
fn everyone_keeps_a_place_from_day_to_day() {
    let base = miniature();
    for width in [480.0, 820.0, 1600.0] {
        let options = Options { width, ..options() };
        let (then, before) = plan(base, &request(base, &GARDENERS, "1992-12-01"), &options);
        let (now, after) = plan(base, &request(base, &GARDENERS, "2023-06-01"), &options);
        let spread = NetworkRequest { since: Some(day("1991-12-01")), ..request(base, &GARDENERS, "1993-12-31") };
        let (changes, _) = plan(base, &spread, &options);
        assert_eq!(places(base, &then).len(), GARDENERS.len());
        assert_eq!(places(base, &then), places(base, &now), "at width {width}");
        assert_eq!(places(base, &then), places(base, &changes), "at width {width}");
        let mut others = GARDENERS;
        others.reverse();
        let (turned, _) = plan(base, &request(base, &others, "2023-06-01"), &options);
        assert_eq!(turned, now, "whoever is named first");
        assert!(changes.items.iter().any(|item| item.class.ends_with(" new")));
        for table in [&before, &after] {
            assert!(!between(table, "armoria", "karvelia").contains(&"relations certain".to_owned()));
        }
        assert!(between(&before, "karvelia", "pashtar").contains(&"relations certain".to_owned()));
        // The record doesn't reach so far.
        assert!(between(&after, "karvelia", "pashtar").contains(&"relations presumed".to_owned()));
        assert!(between(&after, "pashtar", "karvelia").contains(&"backing presumed".to_owned()));
        let allied = |table: &Tabular, one: &str, other: &str| {
            let rows = between(table, one, other);
            rows.contains(&"alliance certain".to_owned()) || rows.contains(&"alliance presumed".to_owned())
        };
        assert!(allied(&after, "ozmara", "united-provinces"));
        assert!(!allied(&before, "karvelia", "ozmara"));
        assert!(allied(&after, "karvelia", "ozmara"));
        // Hesperia recognized Karvelia and has relations with it: the picture shows those only.
        assert!(now.items.iter().all(|item| item.statement != "recognition/karvelia/hesperia"));
        // What doesn't exist yet has its place, and is seen not to exist.
        let absent = |plan: &Plan| plan.items.iter().filter(|item| item.class.ends_with("absent")).count();
        assert_eq!((absent(&then), absent(&now)), (2, 0));
    }
}

#[test]
fn an_ego_stands_in_the_middle_of_those_for_whom_there_is_room() {
    let base = miniature();
    for (id, on) in [("karvelia", "2023-06-01"), ("skadria", "2010-01-01"), ("high-garden-republic", "2020-01-01")] {
        for width in [480.0, 820.0, 1600.0] {
            let options = Options { width, ..options() };
            let asked = NetworkRequest { ego: Some(actor(base, id)), ..request(base, &[], on) };
            let (plan, table) = plan(base, &asked, &options);
            assert_eq!(plan.items.iter().filter(|item| item.class == "statement ego").count(), 1);
            let shown = places(base, &plan).len();
            assert!(shown <= chart::most_in_network(&options));
            let linked: std::collections::BTreeSet<&String> =
                table.rows.iter().flat_map(|row| &row[..2]).filter(|other| *other != id).collect();
            assert_eq!(shown + plan.left_out, linked.len(), "{id} at width {width}");
            assert_eq!(plan.left_out > 0, plan.texts.iter().any(|text| text.text.contains("have no room")));
            assert!(table.rows.iter().all(|row| row[0] == id || row[1] == id));
        }
    }
}

#[test]
fn the_data_tells_which_are_alliances() {
    let base = miniature();
    let named: Vec<&str> = query::alliances(base).into_iter().map(|one| base.id(one)).collect();
    assert_eq!(named, ["northern-pact", "karvad-declaration", "northern-defence-treaty"]);
    let members = actor(base, "northern-pact");
    let all: Vec<ActorIx> = chancery::model::members_on(base, members, day("2023-06-01"));
    let asked = NetworkRequest { actors: all.clone(), ..request(base, &[], "2023-06-01") };
    let (plan, table) = plan(base, &asked, &options());
    // One line through all of them, but a row for each two.
    let belongs = |item: &&chart::plan::Item| item.statement.starts_with("membership/northern-pact/");
    let lines: usize = plan.items.iter().filter(belongs).map(|item| item.glyphs.len()).sum();
    assert_eq!(lines, 2 * all.len());
    let pairs = table.rows.iter().filter(|row| row[3] == "northern-pact").count();
    assert_eq!(pairs, all.len() * (all.len() - 1) / 2);
}

/// A world of many who recognize, have relations, belong to an alliance and back.
fn random_world(names: &[u8], links: &[(u8, u8, u8)]) -> Base {
    let file = |path: String, text: String| SourceFile { path, root: String::new(), text: text.into() };
    let mut files = vec![
        file("dataset.ron".into(), "Dataset(name: \"Random\", version: \"1\", format: 2)".into()),
        file("organizations/pact.ron".into(), "Organization(id: \"pact\", name: \"Pact\", kind: Organization)".into()),
        file(
            "sources/s.ron".into(),
            "Sources([(id: \"s\", title: \"S\", publisher: \"S\", grade: Primary, kind: Official)])".into(),
        ),
    ];
    for (n, length) in names.iter().enumerate() {
        let name = format!("Name {n} {}", "of a place ".repeat(usize::from(*length % 6)));
        let text = format!("Country(id: \"c{n}\", name: \"{}\", class: Sovereign)", name.trim());
        files.push(file(format!("countries/c{n}.ron"), text));
    }
    let mut texts: BTreeMap<(u8, usize), String> = BTreeMap::new();
    let mut seen = std::collections::BTreeSet::new();
    for &(kind, one, other) in links {
        let (a, b) = (usize::from(one) % names.len(), usize::from(other) % names.len());
        let (a, b) = if kind % 4 == 1 { (a.min(b), a.max(b)) } else { (a, b) };
        if a == b || !seen.insert((kind % 4, a, if kind % 4 == 2 { 0 } else { b })) {
            continue;
        }
        let on = if kind > 127 { "1990" } else { "1980-05-05" };
        let (key, line) = match kind % 4 {
            0 => ((0, a), format!("(by: \"c{b}\", on: \"{on}\"),")),
            1 => ((1, a), format!("(with: \"c{b}\", acts: [(act: Established, on: \"{on}\")]),")),
            2 => ((2, 0), format!("(member: \"c{a}\", from: \"{on}\"),")),
            _ => ((3, a), format!("(by: \"c{b}\", backs: \"c{a}\", from: \"{on}\"),")),
        };
        write!(texts.entry(key).or_default(), "{line}").expect("a string");
    }
    for ((kind, n), lines) in texts {
        let (path, text) = match kind {
            0 => ("recognitions", format!("Recognitions(of: \"c{n}\", sources: [\"s\"], acts: [{lines}])")),
            1 => ("relations", format!("Relations(of: \"c{n}\", sources: [\"s\"], pairs: [{lines}])")),
            2 => ("memberships", format!("Memberships(of: \"pact\", sources: [\"s\"], members: [{lines}])")),
            _ => (
                "disputes",
                format!(
                    "Dispute(id: \"d{n}\", name: \"D {n}\", claimants: [\"c{n}\"], sources: [\"s\"], positions: [{lines}])"
                ),
            ),
        };
        let name = match kind {
            2 => "pact".to_owned(),
            3 => format!("d{n}"),
            _ => format!("c{n}"),
        };
        files.push(file(format!("{path}/{name}.ron"), text));
    }
    let loaded = load::load(files, Vec::new());
    assert!(!loaded.has_errors(), "{:?}", loaded.diagnostics);
    loaded.base
}

proptest! {
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases.div_ceil(5), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_lies_on_anything(
        names in prop::collection::vec(any::<u8>(), 1..80),
        links in prop::collection::vec((any::<u8>(), any::<u8>(), any::<u8>()), 0..300),
        width in 480.0..1700.0f64,
    ) {
        let base = random_world(&names, &links);
        let options = Options { width, ..options() };
        let actors: Vec<ActorIx> = (0..names.len()).map(|n| actor(&base, &format!("c{n}"))).collect();
        let pact = Entity::Actor(actor(&base, "pact"));
        let whole = NetworkRequest { alliances: vec![pact], ..request(&base, &[], "1990-06-01") };
        for (actors, ego, since) in [
            (actors.clone(), None, None),
            (actors.clone(), Some(actors[0]), None),
            (Vec::new(), Some(actors[0]), None),
            (actors.clone(), None, Some(day("1980-01-01"))),
        ] {
            let asked = NetworkRequest { actors, ego, since, ..whole.clone() };
            let (plan, _) = chart::network(&base, &query::network(&base, &asked), &options);
            let found = plan.collisions();
            prop_assert!(found.is_empty(), "{} collisions, first: {:?}", found.len(), &found[..found.len().min(3)]);
            well_formed(&chart::draw(&plan, Theme::Auto), &plan);
            prop_assert_eq!(plan.left_out > 0, plan.labels().any(|label| label.text.contains("no room")));
        }
    }
}
