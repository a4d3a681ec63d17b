//! Charts of random worlds, in which nothing may lie on anything.

use std::fmt::Write as _;

use chancery::chart::{self, Layout, Options, Theme};
use chancery::load::{self, SourceFile};
use chancery::model::{ActorIx, Base, Closed, Day};
use chancery::query::{self, AgreementRequest, AgreementsRequest, ResolutionsRequest};
use proptest::prelude::*;

use super::{actor, options, resolution, well_formed};

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
    resolutions.push_str(&roll_calls(acts, spread));
    files.push(file("resolutions/body.ron", format!("Resolutions([{resolutions}])")));
    files.push(file(
        "relations/target.ron",
        format!("Relations(of: \"target\", sources: [\"s\"], pairs: [(with: \"other\", acts: [{relations}])])"),
    ));
    let loaded = load::load(files, Vec::new());
    assert!(!loaded.has_errors(), "{:?}", loaded.diagnostics);
    loaded.base
}

/// How many resolutions have a roll call.
const ROLL_CALLS: usize = 12;

/// Roll calls in which everybody votes somehow, or isn't recorded; sources differ on some of the votes and on the counts.
fn roll_calls(acts: &[(u8, i32, u8)], spread: i32) -> String {
    let mut text = String::new();
    for call in 0..ROLL_CALLS {
        let mut lists = [(); 4].map(|()| String::new());
        let mut votes = String::new();
        for (n, (form, _, length)) in acts.iter().enumerate() {
            match (usize::from(*form) + call * usize::from(*length)) % 9 {
                8 => {}
                7 => write!(
                    votes,
                    "(by: \"c{n}\", vote: Favour, sources: [\"s\"], or: [(vote: Abstaining, sources: [\"s\"])], contest: \"?\"),"
                )
                .expect("a string"),
                way => write!(lists[way % 4], "\"c{n}\",").expect("a string"),
            }
        }
        let [favour, against, abstaining, absent] = lists;
        let date = acts.get(call).and_then(|(form, number, _)| date_text(*form, number % spread));
        let on = date.map_or(String::new(), |date| format!(", on: \"{date}\""));
        writeln!(
            text,
            "(id: \"call{call}\", by: \"body\", title: \"Roll call {}\"{on}, vote: Recorded, tally: (favour: {}, against: {}, abstaining: {}), sources: [\"s\"], \
             roll_call: (sources: [\"s\"], favour: [{favour}], against: [{against}], abstaining: [{abstaining}], absent: [{absent}]), votes: [{votes}]),",
            "of many words ".repeat(call),
            acts.len() / (call + 1),
            call * 5,
            spread % 50,
        )
        .expect("a string");
    }
    text
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
        let voters: Vec<ActorIx> = (0..acts.len()).map(|n| actor(&base, &format!("c{n}"))).collect();
        let mut plans = vec![
            chart::recognitions(&base, actor(&base, "target"), &options),
            chart::pair(&base, actor(&base, "target"), actor(&base, "other"), &options),
        ];
        for call in ["call0", "call5"] {
            let of = resolution(&base, call);
            plans.extend(Layout::ALL.iter().map(|&layout| chart::votes(&base, of, layout, &options).0));
        }
        if let [one, other, ..] = voters[..] {
            let on = ResolutionsRequest::default();
            let two = query::agreement(&base, &AgreementRequest { actors: [one, other], on: on.clone() });
            plans.push(chart::agreement_of_two(&base, &two, &options).0);
            let actors = voters.into_iter().take(24).collect();
            let all = query::agreements(&base, &AgreementsRequest { actors, on });
            plans.push(chart::agreement(&base, &all, &options).0);
        }
        for plan in plans {
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
