//! Curves of recognition.

use chancery::chart::{self, Align, Options};
use chancery::export::v2;
use chancery::model::Base;
use chancery::query::{self, CurveAnswer, CurveRequest};

use super::{actor, check, miniature, options};

fn curves(base: &Base, of: &[&str], options: &Options) -> Vec<CurveAnswer> {
    let request = |id: &&str| CurveRequest {
        of: actor(base, id),
        among: None,
        from: options.from,
        to: options.today,
        today: options.today,
    };
    of.iter().map(|id| query::curve(base, &request(id))).collect()
}

#[test]
fn recognition_curves_of_the_miniature_world() {
    let base = miniature();
    let draw = |of: &[&str], align: Align, options: &Options, name: &str| {
        let (plan, table) = chart::recognition_curve(base, &curves(base, of, options), align, options);
        check(&plan, name);
        let document = v2::chart(&plan.title, &plan.description, &table.columns, &table.rows);
        crate::schema::check("chancery.v2/chart", &document);
        (plan, table)
    };
    let (plan, table) = draw(&["norland", "sudara", "westria"], Align::Date, &options(), "curve-two-of-three");
    assert_eq!(plan.items.len(), 2, "nobody recognizes the third");
    assert!(table.rows.iter().all(|row| row.len() == 5));
    // Nobody's recognition is recorded: the figure says so.
    let (plan, table) = draw(&["zemlya"], Align::Date, &options(), "curve-none");
    assert!(plan.items.is_empty() && table.rows.is_empty());
    assert!(plan.texts.iter().any(|text| text.text.contains("no recognition is recorded")));
    draw(&["norland", "zemlya"], Align::Independence, &options(), "curve-since-independence");
    for width in [480.0, 2400.0] {
        let options = Options { width, ..options() };
        let (plan, _) = chart::recognition_curve(
            base,
            &curves(base, &["norland", "sudara", "westria", "quillon"], &options),
            Align::Date,
            &options,
        );
        assert_eq!(plan.collisions(), Vec::<String>::new(), "at width {width}");
    }
}
