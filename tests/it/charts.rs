//! Charts of a miniature world, byte for byte; and charts of random worlds, in which nothing may lie on anything.
//!
//! `CHANCERY_BLESS=1` writes what is drawn as what is expected.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use chancery::chart::{self, Align, Between, Options, Plan, Theme};
use chancery::export::v1;
use chancery::load::{self, SourceFile, disk};
use chancery::model::{ActorIx, Base, Closed, Day};
use chancery::query::{self, CurveAnswer, CurveRequest};
use proptest::prelude::*;

fn at(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(path)
}

fn world() -> Base {
    let (files, found) = disk::read(&at("fixtures/world"), disk::Limits::default()).expect("the fixture is there");
    let loaded = load::load(files, found);
    let problems: Vec<String> = loaded.diagnostics.iter().map(|d| format!("{d:?}")).collect();
    assert!(!loaded.has_errors(), "{problems:#?}");
    loaded.base
}

fn actor(base: &Base, id: &str) -> ActorIx {
    base.find_actor(id).unwrap_or_else(|| panic!("no actor {id}"))
}

fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

fn options() -> Options {
    Options::new(day("2026-07-01"))
}

/// Draws a plan and compares it with a golden file.
fn check(plan: &Plan, name: &str) {
    assert_eq!(plan.collisions(), Vec::<String>::new(), "{name}");
    let svg = chart::draw(plan, Theme::Auto);
    assert_eq!(svg, chart::draw(plan, Theme::Auto), "{name} isn't drawn alike twice");
    well_formed(&svg, plan);
    let path = at(&format!("golden/{name}.svg"));
    if std::env::var_os("CHANCERY_BLESS").is_some() {
        std::fs::write(&path, &svg).expect("the golden file can be written");
        return;
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    let differs = svg.lines().zip(expected.lines()).position(|(a, b)| a != b);
    assert!(
        svg == expected,
        "{name} differs from its golden file from line {differs:?} on; CHANCERY_BLESS=1 accepts it"
    );
}

/// The picture is XML, has a name and a description, and a group for each item of the plan.
fn well_formed(svg: &str, plan: &Plan) {
    let document = roxmltree::Document::parse(svg).expect("well-formed XML");
    let root = document.root_element();
    assert_eq!(root.attribute("role"), Some("img"));
    for id in root.attribute("aria-labelledby").expect("a name").split(' ') {
        let named = root.descendants().find(|node| node.attribute("id") == Some(id));
        assert!(named.and_then(|node| node.text()).is_some_and(|text| !text.is_empty()), "{id} is empty");
    }
    let groups: Vec<_> = root.descendants().filter(|node| node.has_attribute("data-statement")).collect();
    assert_eq!(groups.len(), plan.items.len());
    for group in groups {
        assert!(group.attribute("class").is_some_and(|class| class.starts_with("statement ")));
        let title = group.children().find(|node| node.has_tag_name("title"));
        assert!(title.and_then(|node| node.text()).is_some_and(|text| !text.is_empty()));
    }
    let texts = root.descendants().filter(|node| node.has_tag_name("text")).count();
    assert_eq!(texts, plan.labels().count());
}

#[test]
fn charts_of_the_miniature_world() {
    let base = world();
    let of = |id: &str| actor(&base, id);
    check(&chart::recognitions(&base, of("norland"), &options()), "recognitions-norland");
    check(&chart::recognitions(&base, of("sudara"), &options()), "recognitions-one");
    check(&chart::recognitions(&base, of("zemlya"), &options()), "recognitions-none");
    check(&chart::pair(&base, of("norland"), of("sudara"), &options()), "pair-norland-sudara");
    check(&chart::pair(&base, of("norland"), of("westria"), &options()), "pair-300-years");
    check(&chart::pair(&base, of("norland"), of("zemlya"), &options()), "pair-none");
    check(&chart::pair(&base, of("norland"), of("quillon"), &options()), "pair-one-mark");
}

fn curves(base: &Base, of: &[&str], options: &Options) -> Vec<CurveAnswer> {
    let request = |id: &&str| CurveRequest { of: actor(base, id), among: None, from: options.from, to: options.today };
    of.iter().map(|id| query::curve(base, &request(id))).collect()
}

#[test]
fn recognition_curves_of_the_miniature_world() {
    let base = world();
    let draw = |of: &[&str], align: Align, options: &Options, name: &str| {
        let (plan, table) = chart::recognition_curve(&base, &curves(&base, of, options), align, options);
        check(&plan, name);
        let document = v1::chart(&plan.title, &plan.description, &table.columns, &table.rows);
        crate::schema::check("chancery.v1/chart", &document);
        (plan, table)
    };
    let (plan, table) = draw(&["norland", "sudara", "westria"], Align::Date, &options(), "curve-two-of-three");
    assert_eq!(plan.items.len(), 2, "nobody recognizes the third");
    assert!(table.rows.iter().all(|row| row.len() == 4));
    // Nobody's recognition is recorded: the figure says so.
    let (plan, table) = draw(&["zemlya"], Align::Date, &options(), "curve-none");
    assert!(plan.items.is_empty() && table.rows.is_empty());
    assert!(plan.texts.iter().any(|text| text.text.contains("no recognition is recorded")));
    draw(&["norland", "zemlya"], Align::Independence, &options(), "curve-since-independence");
    for width in [480.0, 2400.0] {
        let options = Options { width, ..options() };
        let (plan, _) = chart::recognition_curve(
            &base,
            &curves(&base, &["norland", "sudara", "westria", "quillon"], &options),
            Align::Date,
            &options,
        );
        assert_eq!(plan.collisions(), Vec::<String>::new(), "at width {width}");
    }
}

#[test]
fn maps_of_the_data_set_and_of_a_world_without_codes() {
    let base = load::load(load::embedded::files(), Vec::new()).base;
    for (of, on) in [("palestine", "2026-07-01"), ("kosovo", "2019-01-01"), ("azerbaijan", "1991-12-31")] {
        let of = actor(&base, of);
        for width in [480.0, 820.0, 1600.0] {
            let options = Options { width, ..options() };
            let (plan, table) = chart::recognition_map(&base, of, day(on), &options);
            assert_eq!(plan.collisions(), Vec::<String>::new(), "{on} at width {width}");
            well_formed(&chart::draw(&plan, Theme::Auto), &plan);
            let drawn = |class: &str| plan.items.iter().filter(|item| item.class.ends_with(class)).count();
            let listed = |attitude: &str| table.rows.iter().filter(|row| row[2] == attitude).count();
            assert!(drawn(" certain") > 0 && drawn(" certain") <= listed("certain"));
            assert_eq!(drawn(" itself"), 1);
            // A state that doesn't exist yet has no tile: South Sudan before 2011.
            assert_eq!(plan.items.iter().any(|item| item.title.contains("South Sudan")), on > "2011", "{on}");
            let document = v1::chart(&plan.title, &plan.description, &table.columns, &table.rows);
            crate::schema::check("chancery.v1/chart", &document);
        }
    }
    let base = world();
    let (plan, _) = chart::recognition_map(&base, actor(&base, "norland"), day("2020-01-01"), &options());
    assert!(plan.items.is_empty());
    assert!(plan.texts.iter().any(|text| text.text.contains("has no tile")));
}

#[test]
fn matrices_are_symmetric_where_relations_are() {
    let base = load::load(load::embedded::files(), Vec::new()).base;
    let actors: Vec<ActorIx> = ["armenia", "azerbaijan", "georgia", "russia", "turkiye", "pakistan", "abkhazia"]
        .map(|id| actor(&base, id))
        .into();
    for width in [480.0, 820.0] {
        let options = Options { width, ..options() };
        for &between in Between::ALL {
            let (plan, table) = chart::matrix(&base, &actors, between, day("2015-01-01"), &options);
            assert_eq!(plan.collisions(), Vec::<String>::new(), "{between} at width {width}");
            well_formed(&chart::draw(&plan, Theme::Auto), &plan);
            assert_eq!((plan.items.len(), table.rows.len()), (49, 42));
            let cell = |row: &str, column: &str| {
                table.rows.iter().find(|cells| cells[0] == row && cells[1] == column).map(|cells| cells[2].clone())
            };
            match between {
                Between::Relations => {
                    for cells in &table.rows {
                        assert_eq!(cell(&cells[1], &cells[0]).as_ref(), Some(&cells[2]), "{cells:?}");
                    }
                    assert_eq!(cell("georgia", "russia").as_deref(), Some("withdrawn"));
                    assert_eq!(cell("azerbaijan", "pakistan").as_deref(), Some("certain"));
                }
                Between::Recognition => {
                    assert_eq!(cell("pakistan", "armenia").as_deref(), Some("withheld"));
                    assert_ne!(cell("armenia", "pakistan").as_deref(), Some("withheld"));
                }
            }
        }
    }
    let world = base.find_actor("united-nations").expect("the United Nations");
    let all = query::members_on(&base, world, day("2015-01-01"));
    let (plan, _) = chart::matrix(&base, &all, Between::Recognition, day("2015-01-01"), &options());
    assert!(plan.left_out > 0);
    assert_eq!(plan.collisions(), Vec::<String>::new());
    assert!(plan.texts.iter().any(|text| text.text.contains("have no room")));
}

#[test]
fn each_theme_has_its_colours_and_only_auto_asks_the_reader() {
    let base = world();
    let plan = chart::pair(&base, actor(&base, "norland"), actor(&base, "sudara"), &options());
    for &theme in Theme::ALL {
        let svg = chart::draw(&plan, theme);
        well_formed(&svg, &plan);
        assert_eq!(svg.contains("prefers-color-scheme"), theme == Theme::Auto, "{theme}");
    }
    let grey = |colour: &str| colour[0..2] == colour[2..4] && colour[2..4] == colour[4..6];
    let print = chart::draw(&plan, Theme::Print);
    let colours: Vec<&str> = print.match_indices("=\"#").map(|(at, _)| &print[at + 3..at + 9]).collect();
    assert!(colours.len() > 50 && colours.iter().all(|colour| grey(colour)), "print is black, white and grey");
    assert_eq!(chart::draw(&plan, Theme::Light).matches("#15181c").count(), 0);
    assert!(chart::draw(&plan, Theme::Dark).contains("#15181c"));
}

#[test]
fn charts_of_a_part_of_time_and_of_other_widths() {
    let base = world();
    let of = |id: &str| actor(&base, id);
    let part = Options { from: Some(day("1995-01-01")), to: Some(day("2005-12-31")), ..options() };
    check(&chart::pair(&base, of("norland"), of("sudara"), &part), "pair-part");
    let weeks = Options { from: Some(day("1991-12-10")), to: Some(day("1991-12-31")), ..options() };
    check(&chart::recognitions(&base, of("norland"), &weeks), "recognitions-three-weeks");
    for width in [0.0, 480.0, 560.0, 700.0, 1200.0, 2400.0] {
        let narrow = Options {
            width,
            title: Some("A title that says & says <more> than one line can hold, ".repeat(3)),
            ..options()
        };
        for plan in [
            chart::pair(&base, of("norland"), of("sudara"), &narrow),
            chart::pair(&base, of("norland"), of("westria"), &narrow),
            chart::recognitions(&base, of("norland"), &narrow),
        ] {
            assert_eq!(plan.collisions(), Vec::<String>::new(), "at width {width}");
            well_formed(&chart::draw(&plan, Theme::Auto), &plan);
        }
    }
}

/// The text of a date, from numbers: a day, a month, a year, a bound, a set, or none.
fn date_text(form: u8, number: i32) -> Option<String> {
    let text = Day::from_number(number).to_string();
    match form % 8 {
        0..=2 => Some(text),
        3 => Some(text[..7].to_owned()),
        4 => Some(text[..4].to_owned()),
        5 => Some(format!("../{text}")),
        6 => Some(format!("[{text},{}]", Day::from_number(number + 3))),
        _ => None,
    }
}

/// A world of many who recognize one, and of a pair about which a body resolves and agrees much.
fn random_world(acts: &[(u8, i32, u8)], spread: i32) -> Base {
    let file = |path: &str, text: String| SourceFile { path: path.to_owned(), root: String::new(), text: text.into() };
    let mut files = vec![
        file("dataset.ron", "Dataset(name: \"Random\", version: \"1\", format: 1)".to_owned()),
        file("countries/target.ron", "Country(id: \"target\", name: \"Target\", class: Sovereign)".to_owned()),
        file("countries/other.ron", "Country(id: \"other\", name: \"Other\", class: Sovereign)".to_owned()),
        file(
            "organizations/body.ron",
            "Organization(id: \"body\", name: \"Body\", kind: Body, of: \"other\")".to_owned(),
        ),
        file(
            "sources/s.ron",
            "Sources([(id: \"s\", title: \"S\", publisher: \"S\", grade: Primary, kind: Official)])".to_owned(),
        ),
    ];
    let (mut recognitions, mut resolutions, mut relations) = (String::new(), String::new(), String::new());
    for (n, (form, number, length)) in acts.iter().enumerate() {
        let name = format!("Name {n} {}", "of a place ".repeat(usize::from(*length % 6)));
        files.push(file(
            &format!("countries/c{n}.ron"),
            format!("Country(id: \"c{n}\", name: \"{}\", class: Sovereign)", name.trim()),
        ));
        let on = date_text(*form, number % spread).map_or(String::new(), |date| format!(", on: \"{date}\""));
        writeln!(recognitions, "(by: \"c{n}\"{on}),").expect("a string");
        if form % 5 == 0 {
            let until = if form % 2 == 0 { ", until: \"unknown\"" } else { "" };
            let from = date_text(0, number % spread).unwrap_or_default();
            writeln!(recognitions, "(by: \"c{n}\", act: Withheld, from: \"{from}\"{until}),").expect("a string");
        }
        writeln!(resolutions, "(id: \"r{n}\", by: \"body\", title: \"Resolution {name}\"{on}, about: [\"target\"], vote: Adopted, sources: [\"s\"]),")
            .expect("a string");
        if n < 24 {
            let act = ["Established", "Suspended", "Resumed", "Severed", "Downgraded"][usize::from(*form) % 5];
            writeln!(relations, "(act: {act}, tag: \"t{n}\"{on}),").expect("a string");
            let mission = ["MissionOpened", "MissionClosed", "MissionRaised"][usize::from(*length) % 3];
            writeln!(relations, "(act: {mission}, by: \"other\", level: Embassy, tag: \"m{n}\"{on}),")
                .expect("a string");
        }
    }
    files.push(file(
        "recognitions/target.ron",
        format!("Recognitions(of: \"target\", sources: [\"s\"], acts: [{recognitions}])"),
    ));
    files.push(file("resolutions/body.ron", format!("Resolutions([{resolutions}])")));
    files.push(file(
        "relations/target.ron",
        format!("Relations(of: \"target\", sources: [\"s\"], pairs: [(with: \"other\", acts: [{relations}])])"),
    ));
    let loaded = load::load(files, Vec::new());
    assert!(!loaded.has_errors(), "{:?}", loaded.diagnostics);
    loaded.base
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_lies_on_anything(
        acts in prop::collection::vec((any::<u8>(), 0..100_000i32, any::<u8>()), 0..400),
        spread in 1..20_000i32,
        width in 480.0..1400.0f64,
    ) {
        let base = random_world(&acts, spread);
        let options = Options { width, ..options() };
        for plan in [
            chart::recognitions(&base, actor(&base, "target"), &options),
            chart::pair(&base, actor(&base, "target"), actor(&base, "other"), &options),
        ] {
            let found = plan.collisions();
            prop_assert!(found.is_empty(), "{} collisions, first: {:?}", found.len(), &found[..found.len().min(3)]);
            well_formed(&chart::draw(&plan, Theme::Auto), &plan);
            if plan.left_out > 0 {
                let told = plan.labels().any(|label| label.text.contains("left out") || label.text.contains("no room"));
                prop_assert!(told);
            }
        }
    }
}
