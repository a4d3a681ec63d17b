//! Timelines, byte for byte.

use chancery::chart::plan::Tone;
use chancery::chart::{self, Options, Theme};
use chancery::model::{Base, Closed, DisputeIx, Entity, Kind};

use super::{actor, check, day, miniature, options, well_formed};

#[test]
fn charts_of_the_miniature_world() {
    let base = miniature();
    let of = |id: &str| actor(base, id);
    check(&chart::recognitions(base, of("norland"), &options()), "recognitions-norland");
    check(&chart::recognitions(base, of("sudara"), &options()), "recognitions-one");
    check(&chart::recognitions(base, of("zemlya"), &options()), "recognitions-none");
    check(&chart::pair(base, of("norland"), of("sudara"), &options()), "pair-norland-sudara");
    check(&chart::pair(base, of("norland"), of("westria"), &options()), "pair-300-years");
    check(&chart::pair(base, of("norland"), of("zemlya"), &options()), "pair-none");
    check(&chart::pair(base, of("norland"), of("quillon"), &options()), "pair-one-mark");
}

fn straits(base: &Base) -> DisputeIx {
    match base.find("straits") {
        Some(Entity::Dispute(of)) => of,
        other => panic!("{other:?} is no dispute"),
    }
}

#[test]
fn timelines_of_one_actor_and_of_a_dispute() {
    let base = miniature();
    let norland = actor(base, "norland");
    let plan = chart::actor(base, norland, &[], &options());
    check(&plan, "actor-norland");
    let of_kind = |plan: &chart::Plan, kind: Kind| {
        plan.items.iter().filter(|item| item.statement.starts_with(kind.name())).count()
    };
    assert!(of_kind(&plan, Kind::Recognition) > 0 && of_kind(&plan, Kind::Event) == 2);
    let only = chart::actor(base, norland, &[Kind::Event], &options());
    assert_eq!((only.items.len(), of_kind(&only, Kind::Event)), (2, 2));
    check(&chart::actor(base, actor(base, "zemlya"), &[], &options()), "actor-none");
    let marked = Options { marked: vec![day("1999-03-24"), day("1999-06-10"), day("2015-01-01")], ..options() };
    let plan = chart::dispute(base, straits(base), &marked);
    check(&plan, "dispute-straits");
    assert_eq!(plan.fields[0].marked.len(), 3);
    let eras = plan.shades.iter().filter(|shade| shade.tone == Tone::Era).count();
    assert_eq!(eras, 1, "the war took time, the closing didn't");
}

#[test]
fn lines_stand_at_the_days_that_are_asked_for() {
    let base = miniature();
    let norland = actor(base, "norland");
    let days = vec![day("1991-12-12"), day("1992-06-09"), day("1800-01-01")];
    let marked = Options { marked: days, ..options() };
    let plan = chart::recognitions(base, norland, &marked);
    check(&plan, "recognitions-marked");
    let lines: usize = plan.fields.iter().map(|field| field.marked.len()).sum();
    assert!(lines >= 2, "one at each day on the scale, on each scale that shows it");
    assert!(!plan.texts.iter().any(|text| text.text.contains("1800")), "a day beyond the scale has no line");
    let plan = chart::pair(base, norland, actor(base, "estmark"), &marked);
    assert_eq!(plan.collisions(), Vec::<String>::new());
}

#[test]
fn timelines_of_actors_and_of_every_dispute() {
    let base = miniature();
    for width in [480.0, 820.0, 1600.0] {
        let options = Options { width, marked: vec![day("1991-12-25"), day("1992-01-02")], ..options() };
        for id in ["karvelia", "galvan-union", "skadria", "united-provinces"] {
            let plan = chart::actor(base, actor(base, id), &[], &options);
            assert_eq!(plan.collisions(), Vec::<String>::new(), "{id} at width {width}");
            well_formed(&chart::draw(&plan, Theme::Auto), &plan);
        }
        for of in base.records() {
            let Entity::Dispute(of) = of else { continue };
            let plan = chart::dispute(base, of, &options);
            assert_eq!(plan.collisions(), Vec::<String>::new(), "{} at width {width}", base[of].name);
        }
    }
}

#[test]
fn charts_of_a_part_of_time_and_of_other_widths() {
    let base = miniature();
    let of = |id: &str| actor(base, id);
    let part = Options { from: Some(day("1995-01-01")), to: Some(day("2005-12-31")), ..options() };
    check(&chart::pair(base, of("norland"), of("sudara"), &part), "pair-part");
    let weeks = Options { from: Some(day("1991-12-10")), to: Some(day("1991-12-31")), ..options() };
    check(&chart::recognitions(base, of("norland"), &weeks), "recognitions-three-weeks");
    for width in [0.0, 480.0, 560.0, 700.0, 1200.0, 2400.0] {
        let narrow = Options {
            width,
            title: Some("A title that says & says <more> than one line can hold, ".repeat(3)),
            ..options()
        };
        for plan in [
            chart::pair(base, of("norland"), of("sudara"), &narrow),
            chart::pair(base, of("norland"), of("westria"), &narrow),
            chart::recognitions(base, of("norland"), &narrow),
        ] {
            assert_eq!(plan.collisions(), Vec::<String>::new(), "at width {width}");
            well_formed(&chart::draw(&plan, Theme::Auto), &plan);
        }
    }
}

#[test]
fn who_observes_or_is_suspended_is_drawn() {
    let standings = ["Member", "Founder", "Associate", "Observer", "Suspended"];
    for standing in standings {
        let members = format!(
            "Memberships(of: 'o', sources: ['s'], members: [(member: 'a', as: {standing}, from: '2010-01-01')])"
        );
        let base = crate::bases::world(
            "a",
            &[
                ("organizations/o.ron", "Organization(id: 'o', name: 'O', kind: Organization)"),
                ("memberships/o.ron", &members),
            ],
        );
        let plan = chart::actor(&base, actor(&base, "a"), &[], &options());
        assert_eq!(plan.items.len(), 1, "{standing}");
    }
}

#[test]
fn a_resolution_on_an_event_of_a_dispute_stands_between_its_claimants() {
    let base = crate::bases::world(
        "a b",
        &[
            ("organizations/senate.ron", "Organization(id: 'senate', name: 'Senate', kind: Body, of: 'a')"),
            ("disputes/x.ron", "Dispute(id: 'x', name: 'X', claimants: ['a', 'b'])"),
            ("events/e.ron", "Events([(id: 'raid', name: 'A raid', on: '2000-01-01', dispute: 'x', sources: ['s'])])"),
            (
                "resolutions/r.ron",
                "Resolutions([(id: 'r', by: 'senate', title: 'R', on: '2001-01-01', about: ['raid'], sources: ['s'])])",
            ),
        ],
    );
    let plan = chart::pair(&base, actor(&base, "a"), actor(&base, "b"), &options());
    assert!(plan.items.iter().any(|item| item.statement == "resolution/r"));
}

#[test]
fn every_act_of_recognition_is_drawn() {
    for act in ["Recognized", "Withdrawn", "Suspended"] {
        let acts = format!("Recognitions(of: 'a', sources: ['s'], acts: [(by: 'b', act: {act}, on: '1990-01-01')])");
        let base = crate::bases::world("a b", &[("recognitions/a.ron", &acts)]);
        let plan = chart::recognitions(&base, actor(&base, "a"), &options());
        assert_eq!(plan.items.len(), 1, "{act}");
    }
}

#[test]
fn every_act_between_two_is_drawn() {
    use chancery::model::RelationsAct;
    for act in RelationsAct::ALL {
        let when = if *act == RelationsAct::Absent { "from" } else { "on" };
        let acts = format!(
            "Relations(of: 'a', sources: ['s'], pairs: [(with: 'b', acts: [(act: {act:?}, by: 'a', {when}: '1990-01-01')])])"
        );
        let base = crate::bases::world("a b", &[("relations/a.ron", &acts)]);
        let id = format!("relations/a/b/{}/a", act.name());
        let drawn = |plan: &chart::Plan| plan.items.iter().any(|item| item.statement == id);
        assert!(drawn(&chart::pair(&base, actor(&base, "a"), actor(&base, "b"), &options())), "{act} of two");
        assert_eq!(
            drawn(&chart::actor(&base, actor(&base, "a"), &[], &options())),
            !act.is_of_mission(),
            "{act} of one"
        );
    }
}
