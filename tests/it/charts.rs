//! Charts of a miniature world, byte for byte; and charts of random worlds, in which nothing may lie on anything.
//!
//! `CHANCERY_BLESS=1` writes what is drawn as what is expected.

mod curves;
mod maps;
mod matrices;
mod networks;
mod random;
mod timelines;

use std::path::{Path, PathBuf};

use chancery::chart::{self, Options, Plan, Theme};
use chancery::load::{self, disk};
use chancery::model::{ActorIx, Base, Closed, Day};

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

fn embedded() -> Base {
    load::load(load::embedded::files(), Vec::new()).base
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
