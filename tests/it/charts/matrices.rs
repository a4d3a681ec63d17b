//! Matrices.

use chancery::chart::{self, MatrixOf, Options, Theme};
use chancery::model::{ActorIx, Closed};

use super::built::everybody;
use super::{actor, day, miniature, options, well_formed};

#[test]
fn matrices_are_symmetric_where_relations_are() {
    let base = miniature();
    let actors: Vec<ActorIx> = ["armoria", "karvelia", "irenia", "united-provinces", "ozmara", "pashtar", "hesperia"]
        .map(|id| actor(base, id))
        .into();
    for width in [480.0, 820.0] {
        let options = Options { width, ..options() };
        for &between in MatrixOf::ALL {
            let (plan, table) = chart::matrix(base, &actors, between, day("2015-01-01"), &options);
            assert_eq!(plan.collisions(), Vec::<String>::new(), "{between} at width {width}");
            well_formed(&chart::draw(&plan, Theme::Auto), &plan);
            assert_eq!((plan.items.len(), table.rows.len()), (49, 42));
            let cell = |row: &str, column: &str| {
                table.rows.iter().find(|cells| cells[0] == row && cells[1] == column).map(|cells| cells[2].clone())
            };
            match between {
                MatrixOf::Relations => {
                    for cells in &table.rows {
                        assert_eq!(cell(&cells[1], &cells[0]).as_ref(), Some(&cells[2]), "{cells:?}");
                    }
                    assert_eq!(cell("irenia", "united-provinces").as_deref(), Some("withdrawn"));
                    assert_eq!(cell("karvelia", "pashtar").as_deref(), Some("presumed"));
                }
                MatrixOf::Recognition => {
                    assert_eq!(cell("pashtar", "armoria").as_deref(), Some("withheld"));
                    assert_ne!(cell("armoria", "pashtar").as_deref(), Some("withheld"));
                }
            }
        }
    }
    let base = everybody();
    let all = chancery::model::members_on(&base, actor(&base, "united-nations"), day("2015-01-01"));
    let (plan, _) = chart::matrix(&base, &all, MatrixOf::Recognition, day("2015-01-01"), &options());
    assert!(plan.left_out > 0);
    assert_eq!(plan.collisions(), Vec::<String>::new());
    assert!(plan.texts.iter().any(|text| text.text.contains("have no room")));
}
