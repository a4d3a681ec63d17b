//! Timelines, byte for byte.

use chancery::chart::{self, Options, Theme};

use super::{actor, check, day, options, well_formed, world};

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
