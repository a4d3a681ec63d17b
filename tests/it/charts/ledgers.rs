//! Missions and treaties, in rows along time.

use chancery::chart::plan::{Fill, Glyph};
use chancery::chart::{self, MissionsRequest, Options, Plan, Tabular, Theme};
use chancery::export::v2;
use chancery::model::{ActorIx, Band, Base, Level};
use chancery::query::{self, TreatiesRequest};

use super::{actor, check, day, miniature, options, well_formed};

fn missions(base: &Base, of: &str, hosts: &[&str], levels: &[Level], options: &Options) -> (Plan, Tabular) {
    let hosts = hosts.iter().map(|id| actor(base, id)).collect();
    let request = MissionsRequest { of: actor(base, of), hosts, levels: levels.to_vec() };
    let (plan, table) = chart::missions(base, &request, options);
    let document = v2::chart(&plan.title, &plan.description, &table.columns, &table.rows);
    crate::schema::check("chancery.v2/chart", &document);
    (plan, table)
}

fn fills(plan: &Plan) -> Vec<Fill> {
    let mut found = Vec::new();
    for glyph in plan.items.iter().flat_map(|item| &item.glyphs) {
        if let Glyph::Bar { fill, .. } = glyph
            && !found.contains(fill)
        {
            found.push(*fill);
        }
    }
    found
}

#[test]
fn missions_by_level() {
    let base = miniature();
    let (plan, table) = missions(base, "sudara", &[], &[], &options());
    check(&plan, "missions-sudara");
    assert_eq!(fills(&plan), [Fill::Striped, Fill::Solid, Fill::Dotted, Fill::Hollow, Fill::Thin]);
    let hosts: Vec<&str> = table.rows.iter().map(|row| &*row[0]).collect();
    assert_eq!(hosts, ["corvia", "corvia", "corvia", "corvia", "meridia", "meridia", "norland", "norland", "palmera"]);
    assert!(plan.texts.iter().any(|text| text.text == "Consulates are not shown; recorded openings: 1."));
    // Few hosts have captions, and their consulates.
    let marked = Options { marked: vec![day("1967-06-05")], ..options() };
    let (plan, table) = missions(base, "sudara", &["corvia", "meridia"], &[], &marked);
    check(&plan, "missions-sudara-in-two");
    assert!(table.rows.iter().any(|row| row[2] == "consulate"));
    let severed = plan.items.iter().filter(|item| item.title.contains("severed")).count();
    assert_eq!(severed, 1, "the embassy ended with relations");
    let (plan, table) = missions(base, "sudara", &[], &[Level::Legation], &options());
    assert_eq!((table.rows.len(), fills(&plan)), (2, vec![Fill::Striped]));
    let (plan, table) = missions(base, "zemlya", &[], &[], &options());
    check(&plan, "missions-none");
    assert!(table.rows.is_empty() && plan.items.is_empty());
}

#[test]
fn missions_raised_broken_off_and_resumed() {
    let base = miniature();
    for width in [480.0, 820.0, 1600.0] {
        let options = Options { width, ..options() };
        for hosts in [&["irenia", "isla-verde"][..], &[]] {
            let (plan, table) = missions(base, "united-provinces", hosts, &[], &options);
            assert_eq!(plan.collisions(), Vec::<String>::new(), "{hosts:?} at width {width}");
            well_formed(&chart::draw(&plan, Theme::Auto), &plan);
            let levels = |host: &str| -> Vec<&str> {
                table.rows.iter().filter(|row| row[0] == host).map(|row| &*row[2]).collect()
            };
            assert_eq!(levels("isla-verde"), ["legation", "embassy", "interests-section", "embassy"], "{hosts:?}");
            assert_eq!(table.rows.iter().any(|row| row[0] == "serica"), hosts.is_empty());
        }
    }
}

#[test]
fn treaties_from_signature_to_force_to_end() {
    let base = miniature();
    let request = TreatiesRequest::of(["norland", "sudara"].map(|id| actor(base, id)), options().today);
    let (plan, table) = chart::treaties(base, &query::treaties(base, &request), &options());
    check(&plan, "treaties-norland-sudara");
    assert_eq!(fills(&plan), [Fill::Hollow, Fill::Solid], "waiting, then in force");
    // An act of the treaty as a whole is one statement, drawn in the row of each party.
    let signed: Vec<_> = plan.items.iter().filter(|item| item.statement == "treaty/friendship/signed").collect();
    assert_eq!(signed.len(), 1);
    assert_eq!(table.rows.iter().filter(|row| row[2] == "signed").count(), 2);
    let request = TreatiesRequest::of([actor(base, "zemlya")], options().today);
    let (plan, table) = chart::treaties(base, &query::treaties(base, &request), &options());
    check(&plan, "treaties-none");
    assert!(table.rows.is_empty());
}

#[test]
fn treaties_of_one_of_two_and_of_three() {
    let base = miniature();
    let of = |ids: &[&str], on: Option<&str>| {
        let actors: Vec<ActorIx> = ids.iter().map(|id| actor(base, id)).collect();
        TreatiesRequest::of(actors, options().today).on(on.map(day))
    };
    for width in [480.0, 820.0] {
        let options = Options { width, ..options() };
        for request in [
            of(&["karvelia", "pashtar"], None),
            of(&["karvelia", "pashtar"], Some("2020-01-01")),
            of(&["karvelia", "pashtar", "ozmara"], None),
            of(&["united-provinces"], None),
        ] {
            let answer = query::treaties(base, &request);
            let (plan, table) = chart::treaties(base, &answer, &options);
            assert_eq!(plan.collisions(), Vec::<String>::new(), "at width {width}");
            well_formed(&chart::draw(&plan, Theme::Auto), &plan);
            let shown: std::collections::BTreeSet<&str> = table.rows.iter().map(|row| &*row[0]).collect();
            assert_eq!(shown.len(), answer.treaties.len());
            assert!(request.on.is_none() || answer.treaties.iter().all(|state| state.in_force != Band::No));
            let document = v2::chart(&plan.title, &plan.description, &table.columns, &table.rows);
            crate::schema::check("chancery.v2/chart", &document);
        }
    }
}

#[test]
fn missions_of_no_named_level_are_shown_and_open_ones_are_counted() {
    let base = crate::bases::world(
        "a b c",
        &[(
            "relations/a.ron",
            "Relations(of: 'a', sources: ['s'], pairs: [(with: 'b', acts: [(act: MissionOpened, by: 'a', on: '1990-01-01')]), \
             (with: 'c', acts: [(act: MissionOpened, by: 'a', level: Embassy, on: '1990'), (act: MissionClosed, by: 'a', level: Embassy, on: '2020/..')])])",
        )],
    );
    let (plan, table) = missions(&base, "a", &[], &[], &options());
    let hosts: Vec<&str> = table.rows.iter().map(|row| &*row[0]).collect();
    assert_eq!(hosts, ["b", "c"]);
    // The closing of one may lie ahead: it is open for sure of the other alone.
    let told = plan.texts.iter().map(|text| &*text.text).collect::<Vec<_>>().join(" ");
    assert!(told.contains("1, possibly 1 more"), "{told}");
}
