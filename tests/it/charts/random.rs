//! Charts of random worlds, in which nothing may lie on anything.

use std::fmt::Write as _;

use chancery::chart::{self, Align, Layout, MatrixOf, MissionsRequest, Options, Plan, Theme};
use chancery::model::{ActorIx, Base, Closed, Day};
use chancery::query::{
    self, AgreementRequest, AgreementsRequest, CurveAnswer, CurveRequest, ResolutionsRequest, TreatiesRequest, curve,
};
use proptest::prelude::*;

use super::built::{Built, codes};
use super::{actor, day, options, resolution, well_formed};

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

/// A world of many who recognize one, and of a pair about which a body resolves and agrees much. As many as the map has
/// tiles have codes, and some have long names, in one language or in two.
fn random_world(acts: &[(u8, i32, u8)], spread: i32) -> Base {
    let mut built = Built::new();
    let mut codes = codes().into_iter();
    for (n, (form, number, length)) in acts.iter().enumerate() {
        let id = format!("c{n}");
        let name = format!("Name {n} {}", "of a place ".repeat(usize::from(*length % 6)));
        let name = name.trim();
        let code = codes.next().map_or(String::new(), |code| format!("codes: [(scheme: Iso3, code: \"{code}\")], "));
        let native = if length % 4 == 0 {
            format!("names: [(name: \"اسم {n}\", kind: Native, lang: \"ar\")]")
        } else {
            String::new()
        };
        built.country(&id, name, &(code + &native));
        let on = date_text(*form, number % spread).map_or(String::new(), |date| format!("on: \"{date}\""));
        built.recognition(&id, &on);
        if form % 5 == 0 {
            let until = if form % 2 == 0 { ", until: \"unknown\"" } else { "" };
            let from = date_text(0, number % spread).unwrap_or_default();
            built.recognition(&id, &format!("act: Withheld, from: \"{from}\"{until}"));
        }
        built.resolution(&format!("r{n}"), &format!("Resolution {name}"), &on);
        if n < 24 {
            let act = ["Established", "Suspended", "Resumed", "Severed", "Downgraded"][usize::from(*form) % 5];
            built.relations(&format!("act: {act}, tag: \"t{n}\", {on}"));
            let mission = ["MissionOpened", "MissionClosed", "MissionRaised"][usize::from(*length) % 3];
            built.relations(&format!("act: {mission}, by: \"other\", level: Embassy, tag: \"m{n}\", {on}"));
        }
    }
    built.resolutions_as_written(&roll_calls(acts, spread));
    built.base()
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

/// One chart of each kind.
fn charts(base: &Base, on: Day, options: &Options) -> Vec<Plan> {
    let (target, other) = (actor(base, "target"), actor(base, "other"));
    let count = |of: ActorIx| {
        curve(base, &CurveRequest { of, among: None, from: options.from, to: options.today, today: options.today })
    };
    let counts: Vec<CurveAnswer> = [target, other].map(count).into();
    let some: Vec<ActorIx> = base.actor_handles().filter(|&actor| base[actor].kind.is_country()).take(24).collect();
    let mut plans = vec![
        chart::recognitions(base, target, options),
        chart::pair(base, target, other, options),
        chart::recognition_map(base, target, on, options).0,
    ];
    plans.extend(Align::ALL.iter().map(|&align| chart::recognition_curve(base, &counts, align, options).0));
    plans.extend(MatrixOf::ALL.iter().map(|&between| chart::matrix(base, &some, between, on, options).0));
    for call in ["call0", "call5"] {
        let of = resolution(base, call);
        plans.extend(Layout::ALL.iter().map(|&layout| chart::votes(base, of, layout, options).0));
    }
    if let [one, two, ..] = some[..] {
        let on = ResolutionsRequest::default();
        let of_two = query::agreement(base, &AgreementRequest { actors: [one, two], on: on.clone() });
        plans.push(chart::agreement_of_two(base, &of_two, options).0);
        let all = query::agreements(base, &AgreementsRequest { actors: some.clone(), on });
        plans.push(chart::agreement(base, &all, options).0);
    }
    let marked = Options { marked: vec![on, on.plus(40), on.plus(9000)], ..options.clone() };
    plans.push(chart::actor(base, target, &[], &marked));
    plans.push(chart::actor(base, other, &[], &marked));
    for hosts in [vec![], vec![target]] {
        let request = MissionsRequest { of: other, hosts, levels: Vec::new() };
        plans.push(chart::missions(base, &request, &marked).0);
    }
    let treaties = TreatiesRequest::all(options.today);
    plans.push(chart::treaties(base, &query::treaties(base, &treaties), &marked).0);
    plans
}

/// What there is to draw.
fn size(plan: &Plan) -> usize {
    let of_items = plan.items.iter().map(|item| item.glyphs.len() + item.labels.len() + item.leaders.len());
    plan.labels().count() + plan.hairlines.len() + plan.shades.len() + of_items.sum::<usize>()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases.div_ceil(5), failure_persistence: None, ..ProptestConfig::default() })]

    /// Every kind of chart of a world of up to 400 who recognize, dense or spread over centuries, in any width.
    ///
    /// A plan stays in proportion to its statements; how long planning and drawing take, `benches/charts.rs` measures.
    #[test]
    fn nothing_lies_on_anything(
        acts in prop::collection::vec((any::<u8>(), 0..100_000i32, any::<u8>()), 0..400),
        spread in 1..20_000i32,
        width in 480.0..1400.0f64,
        lang in prop::option::of(Just("ar".to_owned())),
    ) {
        let base = random_world(&acts, spread);
        let options = Options { width, lang, ..options() };
        for plan in charts(&base, day("1999-12-31"), &options) {
            let found = plan.collisions();
            prop_assert!(found.is_empty(), "{}: {} collisions, first: {:?}", plan.title, found.len(), &found[..found.len().min(3)]);
            well_formed(&chart::draw(&plan, Theme::Auto), &plan);
            // A caption has at most five lines, a statement at most as many marks as there are scales and dates.
            prop_assert!(size(&plan) <= 400 + 12 * plan.items.len(), "{}: {} for {}", plan.title, size(&plan), plan.items.len());
            if plan.left_out > 0 {
                let told = plan.labels().any(|label| label.text.contains("left out") || label.text.contains("no room"));
                prop_assert!(told);
            }
        }
    }
}
