//! Maps of recognition.

use chancery::chart::plan::Glyph;
use chancery::chart::{self, Options, Theme};
use chancery::export::v2;
use chancery::model::{ActorIx, Base, Day};

use super::built::{codes, everybody};
use super::{actor, day, options, well_formed};
use crate::bases::world;

/// Each tile stands once, and so does each actor and each name.
pub(crate) fn each_stands_once(base: &Base, of: ActorIx, on: Day) -> Vec<(String, String)> {
    let (plan, _) = chart::recognition_map(base, of, on, &options());
    let mut tiles = Vec::new();
    for item in plan.items.iter().filter(|item| item.class.starts_with("statement tile")) {
        let Some(Glyph::Cell { frame, .. }) = item.glyphs.first() else { panic!("a tile is a cell") };
        let code = item.labels.first().map_or("", |label| &*label.text);
        tiles.push((format!("{:.1} {:.1}", frame.left, frame.top), code.to_owned(), item.title.clone()));
    }
    for part in [0, 1, 2] {
        let of = |(place, code, told): &(String, String, String)| [place, code, told][part].clone();
        let mut all: Vec<String> = tiles.iter().map(of).filter(|text| !text.is_empty()).collect();
        all.sort();
        let twice: Vec<&String> = all.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| &pair[0]).collect();
        assert_eq!(twice, Vec::<&String>::new(), "on {on:?}");
    }
    tiles.into_iter().map(|(_, code, told)| (code, told)).collect()
}

#[test]
fn a_code_belongs_to_who_had_it_on_that_day() {
    let country = |id: &str, name: &str, more: &str| {
        (format!("countries/{id}.ron"), format!("Country(id: '{id}', name: '{name}', class: Sovereign, {more})"))
    };
    let existence = |from: &str| format!("existence: [(from: '{from}', sources: ['s'])]");
    let files = [
        country("helvetia", "Helvetia", "codes: [(scheme: Iso3, code: 'CHE'), (scheme: Cow, code: 'SWZ')]"),
        country("dlamini", "Dlamini", &format!("codes: [(scheme: Iso3, code: 'SWZ')], {}", existence("1968-09-06"))),
        country(
            "dahomey",
            "Dahomey",
            "codes: [(scheme: Iso3, code: 'DHY', until: '1977'), (scheme: Iso3, code: 'BEN', from: '1977')]",
        ),
        country(
            "boii",
            "Boii",
            "codes: [(scheme: Iso3, code: 'CSK', until: '1993'), (scheme: Cow, code: 'CZE')], \
             existence: [(from: '1918', until: '1993-01-01', sources: ['s'])]",
        ),
        country("czechia", "Czechia", &format!("codes: [(scheme: Iso3, code: 'CZE')], {}", existence("1993-01-01"))),
    ];
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let base = world("", &files);
    for (on, expected) in [
        ("1950-01-01", "CHE CSK DHY"),
        ("1965-01-01", "CHE CSK DHY"),
        ("1970-01-01", "CHE CSK DHY SWZ"),
        ("2020-01-01", "BEN CHE CZE SWZ"),
    ] {
        let tiles = each_stands_once(&base, actor(&base, "helvetia"), day(on));
        let mut codes: Vec<&str> = tiles.iter().map(|(code, _)| code.as_str()).collect();
        codes.sort_unstable();
        assert_eq!(codes.join(" "), expected, "{on}");
    }
}

#[test]
fn maps_of_everybody_and_of_a_world_without_codes() {
    let base = everybody();
    let of = actor(&base, "c0");
    for on in ["2026-07-01", "2011-01-01", "1991-12-31"] {
        for width in [480.0, 820.0, 1600.0] {
            let options = Options { width, ..options() };
            let (plan, table) = chart::recognition_map(&base, of, day(on), &options);
            assert_eq!(plan.collisions(), Vec::<String>::new(), "{on} at width {width}");
            well_formed(&chart::draw(&plan, Theme::Auto), &plan);
            let drawn = |class: &str| plan.items.iter().filter(|item| item.class.ends_with(class)).count();
            let listed = |attitude: &str| table.rows.iter().filter(|row| row[2] == attitude).count();
            let sure = |drawn: &dyn Fn(&str) -> usize| drawn("certain") + drawn("presumed");
            let (shown, recorded) = (sure(&|class| drawn(&format!(" {class}"))), sure(&listed));
            assert!(shown > 0 && shown <= recorded);
            assert_eq!(drawn(" itself"), 1);
            // A state that doesn't exist yet has no tile.
            let youngest = plan.items.iter().any(|item| item.title.contains(&format!(" {}", codes().len() - 1)));
            assert_eq!(youngest, on > "2011-07-09", "{on}");
            let document = v2::chart(&plan.title, &plan.description, &table.columns, &table.rows);
            crate::schema::check("chancery.v2/chart", &document);
        }
    }
    let base =
        world("a b", &[("recognitions/a.ron", "Recognitions(of: 'a', acts: [(by: 'b', on: '1991', sources: ['s'])])")]);
    let (plan, _) = chart::recognition_map(&base, actor(&base, "a"), day("2020-01-01"), &options());
    assert!(plan.items.is_empty());
    assert!(plan.texts.iter().any(|text| text.text.contains("has no tile")));
}

#[test]
fn who_took_it_back_isnt_named_among_those_who_have_no_tile() {
    let acts = "Recognitions(of: 'a', acts: [(by: 'b', on: '1991', sources: ['s']), (by: 'b', act: Withdrawn, on: '1995', sources: ['s'])])";
    let base = world("a b", &[("recognitions/a.ron", acts)]);
    let (plan, _) = chart::recognition_map(&base, actor(&base, "a"), day("2020-01-01"), &options());
    assert!(!plan.texts.iter().any(|text| text.text.contains("Recognize it and have no tile")));
}
