//! Charts of a miniature world, byte for byte; and charts of random worlds, in which nothing may lie on anything.
//!
//! `CHANCERY_BLESS=1` writes what is drawn as what is expected.

mod agreement;
pub(crate) mod built;
mod commands;
mod curves;
mod golden;
mod hard;
mod ledgers;
pub(crate) mod maps;
mod matrices;
mod networks;
mod random;
mod timelines;
pub(crate) mod votes;

use chancery::chart::{self, Options, Plan, Tabular, Theme};
use chancery::export::v2;
use chancery::model::{Base, Closed, Entity, ResolutionIx};

use crate::bases::{actor, day, miniature, miniature_with};
use golden::check;

fn options() -> Options {
    Options::new(day("2026-07-01"))
}

/// The miniature world with a body that votes.
fn voting_world() -> Base {
    miniature_with(&[
        ("organizations/assembly.ron", "Organization(id: 'assembly', name: 'Assembly of Ports & Isles', kind: Body)"),
        (
            "resolutions/assembly.ron",
            "Resolutions([
                (id: 'a-1', by: 'assembly', title: 'On pilots & <pilotage>', symbol: 'A/1', on: '2006-05-01', about: ['straits'], vote: Recorded, tally: (favour: 5, against: 2, abstaining: 2), sources: ['gazette'],
                    or: [(on: '2006-05-01', tally: (favour: 4, against: 2, abstaining: 3), sources: ['herald'])], contest: 'A count of the evening.',
                    roll_call: (sources: ['gazette'], favour: ['norland', 'sudara', 'corvia', 'bahriya'], against: ['westria', 'quillon'], abstaining: ['estmark', 'islandia'], absent: ['zemlya']),
                    votes: [(by: 'meridia', vote: Favour, sources: ['gazette'], or: [(vote: Abstaining, sources: ['herald'])], contest: 'A count of the evening.')]),
                (id: 'a-2', by: 'assembly', title: 'On tides', on: '2007-05', vote: Recorded, tally: (favour: 7, abstaining: 2), sources: ['gazette'],
                    roll_call: (sources: ['gazette'], abstaining: ['westria', 'norland'])),
                (id: 'a-3', by: 'assembly', title: 'On tides', on: '2008-05-01', vote: Unanimous, sources: ['gazette']),
                (id: 'a-4', by: 'assembly', title: 'On the depth of the Straits, and on all that has been said of it in earlier resolutions of this Assembly and of the Senate', on: '2009-05-01', about: ['straits'], vote: Recorded, sources: ['gazette'],
                    roll_call: (sources: ['gazette'], favour: ['norland', 'westria', 'meridia'], against: ['sudara', 'estmark'], absent: ['corvia'])),
                (id: 'a-5', by: 'assembly', title: 'On buoys', on: '2010-05-01', vote: Recorded, sources: ['gazette'],
                    roll_call: (sources: ['gazette'], favour: ['norland', 'meridia'], abstaining: ['sudara'])),
            ])",
        ),
    ])
}

fn resolution(base: &Base, id: &str) -> ResolutionIx {
    match base.find(id) {
        Some(Entity::Resolution(ix)) => ix,
        other => panic!("{id} is {other:?}"),
    }
}

/// The table behind a chart has a published shape, and a cell for each column.
fn sound(plan: &Plan, table: &Tabular) {
    assert!(table.rows.iter().all(|row| row.len() == table.columns.len()));
    let document = v2::chart(&plan.title, &plan.description, &table.columns, &table.rows);
    crate::schema::check("chancery.v2/chart", &document);
}

/// Whether a label has these words.
fn says(plan: &Plan, words: &str) -> bool {
    let text: Vec<&str> = plan.labels().map(|label| &*label.text).collect();
    text.join(" ").contains(words)
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
    let base = miniature();
    let plan = chart::pair(base, actor(base, "norland"), actor(base, "sudara"), &options());
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
