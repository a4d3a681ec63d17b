//! Maps of recognition.

use chancery::chart::{self, Options, Theme};
use chancery::export::v1;

use super::built::{codes, everybody};
use super::{actor, day, options, well_formed};
use crate::bases::world;

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
            assert!(drawn(" certain") > 0 && drawn(" certain") <= listed("certain"));
            assert_eq!(drawn(" itself"), 1);
            // A state that doesn't exist yet has no tile.
            let youngest = plan.items.iter().any(|item| item.title.contains(&format!(" {}", codes().len() - 1)));
            assert_eq!(youngest, on > "2011-07-09", "{on}");
            let document = v1::chart(&plan.title, &plan.description, &table.columns, &table.rows);
            crate::schema::check("chancery.v1/chart", &document);
        }
    }
    let base =
        world("a b", &[("recognitions/a.ron", "Recognitions(of: 'a', acts: [(by: 'b', on: '1991', sources: ['s'])])")]);
    let (plan, _) = chart::recognition_map(&base, actor(&base, "a"), day("2020-01-01"), &options());
    assert!(plan.items.is_empty());
    assert!(plan.texts.iter().any(|text| text.text.contains("has no tile")));
}
