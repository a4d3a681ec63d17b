//! Who recognized x.

use std::collections::BTreeSet;

use chancery::form::{Pattern, Pick, Window};
use chancery::model::{ActorIx, Asserts, Band, Base, Capacity, Counted, CountedAct, Day, Entity};
use chancery::query::{
    Acts, Doer, Ranking, Recognition, RecognitionsAnswer, RecognitionsRequest, Verdict, doers, recognitions, try_claim,
};

use super::{actor, id, tail, today, world};

/// The recognitions of x, with these acts.
fn of_x(acts: &str) -> Base {
    with(acts, &[])
}

fn with(acts: &str, more: &[(&str, &str)]) -> Base {
    let text = format!("Recognitions(of: 'x', sources: ['s'], acts: [{acts}])");
    let mut files = vec![("recognitions/x.ron", &*text)];
    files.extend(more);
    world("a b c d e x", &files)
}

fn ask(base: &Base, pick: Pick, window: Window) -> RecognitionsAnswer {
    recognitions(base, &RecognitionsRequest::of(actor(base, "x"), today()).pick(pick).within(window))
}

fn ask_of(base: &Base, acts: Acts, window: Window) -> RecognitionsAnswer {
    recognitions(base, &RecognitionsRequest::of(actor(base, "x"), today()).acts(acts).within(window))
}

/// After the one day, and before the other.
fn between(after: Option<&str>, before: Option<&str>) -> Window {
    let since = after.map_or(Window::EVER, |text| Window::since(super::day(text).next()));
    since.and(before.map_or(Window::EVER, |text| Window::before(super::day(text))))
}

/// `a 1st, b 2nd–3rd! contested, c - undated (withdrawn …)`
fn line(base: &Base, answer: &RecognitionsAnswer) -> String {
    let one = |act: &Recognition| {
        let none = || if act.again { "again" } else { "-" }.to_owned();
        let place = act.place.map_or_else(none, |place| place.to_string());
        let contested = if base[act.statement].is_contested() { "!" } else { "" };
        let band = if act.band == Band::Possible { "?" } else { "" };
        let withdrawn = act.withdrawn.map_or(String::new(), |ix| {
            format!(" ({})", tail(base, ix, &format!("recognition/x/{}/", id(base, act.by))))
        });
        format!("{} {place}{contested}{band}{withdrawn}", id(base, act.by))
    };
    answer.acts.iter().map(one).collect::<Vec<_>>().join(", ")
}

#[track_caller]
fn check(acts: &str, expected: &str) {
    let base = of_x(acts);
    assert_eq!(line(&base, &ask(&base, Pick::All, Window::EVER)), expected, "{acts}");
}

/// Who holds a place, who else can, and how many undated ones can change it: `a | b c | 1`.
#[track_caller]
fn check_pick(acts: &str, pick: Pick, expected: &str) {
    let base = of_x(acts);
    assert_eq!(picked(&base, &ask(&base, pick, Window::EVER)), expected, "{acts}");
}

fn picked(base: &Base, answer: &RecognitionsAnswer) -> String {
    let picked = answer.picked.as_ref().expect("a place was asked for");
    let names = |acts: Vec<&Recognition>| acts.iter().map(|act| id(base, act.by)).collect::<Vec<_>>().join(" ");
    format!("{} | {} | {}", names(answer.shown().collect()), names(answer.possible().collect()), picked.undated)
}

#[test]
fn certain_days_give_certain_places() {
    check("(by: 'b', on: '1992-01-02'), (by: 'a', on: '1992-01-01'), (by: 'c', on: '1993')", "a 1st, b 2nd, c 3rd");
}

#[test]
fn acts_of_one_day_share_a_place() {
    let acts =
        "(by: 'a', on: '1992-01-01'), (by: 'b', on: '1992-01-02'), (by: 'c', on: '1992-01-02'), (by: 'd', on: '1993')";
    check(acts, "a 1st, b 2nd, c 2nd, d 4th");
    check_pick(acts, Pick::Nth(2), "b c |  | 0");
    check_pick(acts, Pick::Nth(4), "d |  | 0");
    check_pick(acts, Pick::Nth(5), " |  | 0");
}

#[test]
fn imprecise_and_contested_dates_widen_places_alike() {
    check(
        "(by: 'a', on: '1991-12-11'), (by: 'b', on: '1991-12'), (by: 'c', on: '1992')",
        "b 1st–2nd, a 1st–2nd, c 3rd",
    );
    check(
        "(by: 'a', on: '1991-12-11'), (by: 'b', on: '1991-12-01', or: [(on: '1991-12-31', sources: ['s'])], contest: 'w'), (by: 'c', on: '1992')",
        "b 1st–2nd!, a 1st–2nd, c 3rd",
    );
    // What contains the other only corroborates it.
    check(
        "(by: 'a', on: '1991-12-11'), (by: 'b', on: '1991-12-12', or: [(on: '1991', sources: ['s'])])",
        "a 1st, b 2nd",
    );
}

#[test]
fn nth_and_last_name_who_else_it_can_be() {
    let acts = "(by: 'a', on: '1991-12-11'), (by: 'b', on: '1991-12'), (by: 'c', on: '1992')";
    check_pick(acts, Pick::Nth(1), "a | b | 0");
    check_pick(acts, Pick::Nth(2), "b | a | 0");
    check_pick(acts, Pick::Nth(3), "c |  | 0");
    check_pick(acts, Pick::Last, "c |  | 0");
    let tied = "(by: 'a', on: '1992'), (by: 'b', on: '1992-12-31'), (by: 'c', on: '1992-12-31')";
    check_pick(tied, Pick::Last, "b c | a | 0");
    let undated = "(by: 'a', on: '1992-01-01'), (by: 'b')";
    check_pick(undated, Pick::Nth(1), "a |  | 1");
    check_pick(undated, Pick::Last, "a |  | 1");
}

#[test]
fn a_second_act_of_the_same_actor_takes_no_place_from_others() {
    let acts = "(by: 'a', on: '1920-01-01', form: DeFacto), (by: 'a', on: '1921-01-01', tag: 'de-jure'), (by: 'b', on: '1922-01-01')";
    check(acts, "a 1st, a again, b 2nd");
    check_pick(acts, Pick::Nth(1), "a |  | 0");
    check_pick(acts, Pick::Nth(2), "b |  | 0");
    check_pick(acts, Pick::Nth(3), " |  | 0");
    let again = "(by: 'a', on: '1920-01-01'), (by: 'b', on: '1922-01-01'), (by: 'a', on: '1930-01-01', tag: 'again')";
    check_pick(again, Pick::Last, "b |  | 0");
}

#[test]
fn withdrawn_and_given_again() {
    let acts = "(by: 'a', on: '1990-01-01'), (by: 'a', act: Withdrawn, on: '1995-01-01'), (by: 'a', on: '2000-01-01', tag: 'again')";
    check(acts, "a 1st (withdrawn), a again");
    // In whatever order they are written.
    check(
        "(by: 'a', act: Withdrawn, on: '2005-01-01', tag: 'later'), (by: 'a', act: Withdrawn, on: '1995-01-01'), \
         (by: 'a', on: '2000-01-01', tag: 'again'), (by: 'a', on: '1990-01-01')",
        "a 1st (withdrawn), a again (withdrawn/later)",
    );
    check("(by: 'a', on: '1990-01-01'), (by: 'a', act: Suspended)", "a 1st (suspended)");
    let base = of_x(acts);
    assert_eq!(line(&base, &ask_of(&base, Acts::Withdrawn, Window::EVER)), "a 1st (withdrawn)");
}

#[test]
fn withdrawn_within_a_time() {
    let base = of_x(
        "(by: 'a', on: '1990-01-01'), (by: 'a', act: Withdrawn, on: '1995-01-01'), \
         (by: 'b', on: '1990-01-01'), (by: 'b', act: Withdrawn, on: '2005')",
    );
    let after = |text| between(Some(text), None);
    assert_eq!(line(&base, &ask_of(&base, Acts::Withdrawn, after("2000-01-01"))), "b 1st (withdrawn)");
    assert_eq!(line(&base, &ask_of(&base, Acts::Withdrawn, after("2005-06-01"))), "b 1st? (withdrawn)");
    assert_eq!(line(&base, &ask(&base, Pick::All, after("2000-01-01"))), "");
}

#[test]
fn what_is_denied_may_not_have_happened() {
    let denied = "or: [(says: Denies, sources: ['s'])], contest: 'w'";
    let acts = format!(
        "(by: 'a', on: '1990-01-01', {denied}), (by: 'b', on: '1991-01-01'), (by: 'c', on: '1992-01-01', {denied})"
    );
    check(&acts, "a 1st!?, b 1st–2nd, c 2nd–3rd!?");
    check_pick(&acts, Pick::Nth(1), "b | a | 0");
    check_pick(&acts, Pick::Last, "b | c | 0");
    let base = of_x("(by: 'a', says: Denies), (by: 'b', on: '1991')");
    let answer = ask(&base, Pick::All, Window::EVER);
    assert_eq!((line(&base, &answer).as_str(), answer.denied.len()), ("b 1st", 1));
}

#[test]
fn deprecated_and_retracted_acts_do_not_count() {
    check(
        "(by: 'a', on: '1990', rank: Deprecated, reason: 'wrong'), (by: 'b', on: '1991'), (by: 'c', on: '1990', withdrawn: 'a mistake')",
        "b 1st",
    );
}

#[test]
fn undated_acts_are_bounded_by_what_must_hold() {
    let bounds = |base: &Base| -> (Day, Day) {
        let answer = ask(base, Pick::All, Window::EVER);
        let act = answer.acts.iter().find(|act| act.place.is_none()).expect("an undated act");
        assert_eq!(answer.undated, 1);
        (act.earliest, act.latest)
    };
    let base = of_x("(by: 'a'), (by: 'b', on: '1992')");
    assert_eq!(bounds(&base), (Day::PAST, Day::FUTURE));
    let relations = (
        "relations/x.ron",
        "Relations(of: 'x', pairs: [(with: 'a', acts: [(act: Established, on: '1993-02', sources: ['s'])])])",
    );
    assert_eq!(bounds(&with("(by: 'a'), (by: 'b', on: '1992')", &[relations])).1, super::day("1993-02-28"));
    let exists = (
        "countries/y.ron",
        "Country(id: 'y', name: 'Y', class: Sovereign, existence: [(from: '1991-10-18', sources: ['s'], or: [(from: '1991-12-26', sources: ['s'])], contest: 'w')])",
    );
    let recognized =
        ("recognitions/y.ron", "Recognitions(of: 'y', sources: ['s'], acts: [(by: 'a'), (by: 'b', on: '1991')])");
    let base = world("a b", &[exists, recognized]);
    let request = RecognitionsRequest::of(actor(&base, "y"), today());
    let answer = recognitions(&base, &request);
    let earliest: Vec<Day> = answer.acts.iter().map(|act| act.earliest).collect();
    assert_eq!(
        earliest,
        [super::day("1991-10-18"), super::day("1991-10-18")],
        "nobody recognizes what isn't there yet"
    );
}

#[test]
fn relations_narrow_an_imprecise_date() {
    let relations = (
        "relations/x.ron",
        "Relations(of: 'x', pairs: [(with: 'a', acts: [(act: Established, on: '1991-12-10', sources: ['s'])])])",
    );
    let base = with("(by: 'a', on: '1991-12'), (by: 'b', on: '1991-12-20')", &[relations]);
    assert_eq!(line(&base, &ask(&base, Pick::All, Window::EVER)), "a 1st, b 2nd");
    // A certain day stands, though relations are older.
    let base = with("(by: 'a', on: '1991-12-25'), (by: 'b', on: '1991-12-20')", &[relations]);
    assert_eq!(line(&base, &ask(&base, Pick::All, Window::EVER)), "b 1st, a 2nd");
}

#[test]
fn a_window_has_two_bands_and_places_of_its_own() {
    let base = of_x("(by: 'a', on: '1991-12-11'), (by: 'b', on: '1991-12'), (by: 'c', on: '1992-01-02'), (by: 'd')");
    let window = |before: Option<&str>, after: Option<&str>| between(after, before);
    for (before, after, expected) in [
        (Some("1991-12-12"), None, "b 1st–2nd?, a 1st–2nd, d -?"),
        (Some("1991-12-11"), None, "b 1st–2nd?, d -?"),
        (None, Some("1991-12-11"), "b 1st–2nd?, c 3rd, d -?"),
        (None, Some("1991-12-31"), "c 3rd, d -?"),
        (Some("1992-01-01"), Some("1991-11-30"), "b 1st–2nd, a 1st–2nd, d -?"),
    ] {
        let answer = ask(&base, Pick::All, window(before, after));
        assert_eq!(line(&base, &answer), expected, "{before:?} {after:?}");
    }
    let after = window(None, Some("1991-12-31"));
    assert_eq!(picked(&base, &ask(&base, Pick::Nth(1), after)), "c |  | 1");
    assert_eq!(picked(&base, &ask(&base, Pick::Last, window(Some("1992-01-01"), None))), "a | b | 1");
}

#[test]
fn withheld_recognition_has_its_own_time() {
    let base = of_x(
        "(by: 'a', act: Withheld, from: '1991', until: '1995-01-01'), (by: 'b', act: Withheld, from: '../2012-02-14')",
    );
    for (before, after, expected) in [
        (None, None, "a b"),
        (Some("1990-12-31"), None, "b"),
        (Some("1993-01-01"), None, "a b"),
        (None, Some("1994-12-31"), "b"),
        (None, Some("1994-12-30"), "a b"),
    ] {
        let window = between(after, before);
        let answer = ask_of(&base, Acts::Withheld, window);
        let names: Vec<&str> =
            answer.withheld.iter().filter_map(|&ix| base[ix].fact.actors().next()).map(|by| id(&base, by)).collect();
        assert_eq!(names.join(" "), expected, "{before:?} {after:?}");
    }
}

#[test]
fn whom_an_actor_recognized() {
    let base = world(
        "a b x y",
        &[
            (
                "recognitions/x.ron",
                "Recognitions(of: 'x', sources: ['s'], acts: [(by: 'a', on: '1992'), (by: 'b', on: '1991')])",
            ),
            ("recognitions/y.ron", "Recognitions(of: 'y', sources: ['s'], acts: [(by: 'a', on: '1990'), (by: 'b')])"),
        ],
    );
    let request = RecognitionsRequest::by(actor(&base, "a"), today());
    let answer = recognitions(&base, &request);
    let found: Vec<String> =
        answer.acts.iter().map(|act| format!("{} {}", id(&base, act.of), act.place.expect("it has a date"))).collect();
    assert_eq!(found, ["y 1st", "x 2nd"], "by time, with the place among all who recognized the same");
}

/// A government that loses recognition leaves that of the state as it was; `--as` counts one sort alone.
#[test]
fn states_and_governments_are_told_apart() {
    let acts = "(by: 'a', on: '1900'), (by: 'a', act: Withdrawn, as: Government, on: '1950'), \
                (by: 'b', as: Government, on: '1951'), (by: 'b', act: Withdrawn, on: '1960'), \
                (by: 'c', as: Government, on: '1940'), (by: 'c', act: Withdrawn, as: Government, on: '1941')";
    check(acts, "a 1st, c 2nd (withdrawn), b 3rd (withdrawn)");
    let base = of_x(acts);
    let only = |capacity| {
        let request = RecognitionsRequest::of(actor(&base, "x"), today()).capacity(capacity);
        line(&base, &recognitions(&base, &request))
    };
    assert_eq!(only(Capacity::State), "a 1st");
    assert_eq!(only(Capacity::Government), "c 1st (withdrawn), b 2nd (withdrawn)");
}

/// A preferred date decides who is shown, and who else could be stays beside.
#[test]
fn a_preferred_date_shares_the_place() {
    let acts = "(by: 'a', on: '1971-12-06', rank: Preferred, reason: 'r', or: [(on: '1971-12-07', sources: ['s'])], contest: 'w'), \
                (by: 'b', on: '1971-12-06'), (by: 'c', on: '1971-12')";
    check_pick(acts, Pick::Nth(1), "b a | c | 0");
}

/// Lists, questions in words and claims rank by one rule, whatever the dates.
#[test]
fn a_place_is_the_same_in_every_room() {
    let denied = "or: [(says: Denies, sources: ['s'])], contest: 'w'";
    let preferred = "or: [(on: '1992', sources: ['s'], rank: Preferred, reason: 'r')], contest: 'w'";
    for acts in [
        "(by: 'a', on: '1990'), (by: 'b', on: '1990-06-01'), (by: 'c', on: '1991')".to_owned(),
        format!("(by: 'a', on: '1990-01-01', {denied}), (by: 'b', on: '1991-01-01'), (by: 'c')"),
        format!("(by: 'a', on: '1990-01-01', {preferred}), (by: 'b', on: '1991-01-01'), (by: 'c', on: '1991-01-01')"),
        "(by: 'a', on: '1995', tag: '1995'), (by: 'a', on: '1991-03', tag: '1991'), (by: 'b', on: '1991-02/1991-04'), (by: 'd')".to_owned(),
    ] {
        let base = of_x(&acts);
        let of = actor(&base, "x");
        let counted = Counted::all(CountedAct::Recognized, Entity::Actor(of));
        let ranking = Ranking::of(&base, doers(&base, &Pattern::counted(&counted).expect("an actor"), today()));
        for nth in [Some(1), Some(2), Some(3), None] {
            let pick = nth.map_or(Pick::Last, Pick::Nth);
            let answer = ask(&base, pick, Window::EVER);
            assert!(answer.picked.is_some(), "a place was asked for");
            let listed: [BTreeSet<ActorIx>; 2] = [answer.shown().map(|act| act.by).collect(), answer.possible().map(|act| act.by).collect()];
            let holders = ranking.holders(nth);
            let ranked = |list: &[Doer]| list.iter().map(|doer| doer.by).collect::<BTreeSet<ActorIx>>();
            assert_eq!(listed, [ranked(&holders.shown), ranked(&holders.possible)], "{acts} {nth:?}");
            // Nobody is borne out or contradicted against the place that is listed.
            for act in answer.acts.iter().filter(|act| act.place.is_some()) {
                let Some(nth) = nth else { continue };
                let verdict = try_claim(&base, &Asserts::Nth { nth, by: act.by, counted: counted.clone() }, today()).verdict;
                let own = ranking.get(act.by).map(|one| ranking.place(one)).expect("a date");
                match verdict {
                    Verdict::Supported => assert!(own.is_certainly(nth), "{acts} {nth} {own}"),
                    Verdict::Contradicted => assert!(!own.can_be(nth), "{acts} {nth} {own}"),
                    _ => {}
                }
            }
        }
    }
}
