//! Anniversaries: what has one, when it falls, and the calendar that others read.

use chancery::export::v2;
use chancery::model::{ActorIx, Base, Day};
use chancery::query::{AnniversariesAnswer, AnniversariesRequest, anniversaries};
use chancery::report::calendar;

use super::{actor, day, world};
use crate::bases::miniature;
use crate::schema::check as check_shape;

fn small() -> Base {
    world(
        "a b c",
        &[
            (
                "relations/a.ron",
                "Relations(of: 'a', sources: ['s'], pairs: [\
                 (with: 'b', acts: [(act: Established, on: '1992-02-29')]), \
                 (with: 'c', acts: [(act: Established, on: '1992-06'), (act: Severed, on: '2000-06-09')])])",
            ),
            (
                "recognitions/a.ron",
                "Recognitions(of: 'a', sources: ['s'], acts: [\
                 (by: 'b', on: '1991-12-12', or: [(on: '1991-12-13', sources: ['s'])], contest: 'who knows'), \
                 (by: 'c', on: '1991')])",
            ),
            (
                "events/all.ron",
                "Events([(id: 'fair', name: 'A fair; with \\\\ and, commas', on: '2000-01-01', sources: ['s'])])",
            ),
        ],
    )
}

fn ask(base: &Base, from: &str, to: &str, actors: &[&str], round: Option<u32>) -> AnniversariesAnswer {
    let actors: Vec<ActorIx> = actors.iter().map(|id| actor(base, id)).collect();
    anniversaries(base, &AnniversariesRequest::between(day(from), day(to)).of(actors).round(round))
}

/// `day years statement` of each entry, then what isn't certain, then how many are worse.
#[track_caller]
fn check(from: &str, to: &str, actors: &[&str], round: Option<u32>, expected: &str) {
    let base = small();
    let answer = ask(&base, from, to, actors, round);
    let entries = answer.entries.iter().map(|one| format!("{} {} {}", one.on, one.years, base[one.statement].id));
    let uncertain = answer.uncertain.iter().map(|one| format!("? {}", base[one.statement].id));
    let told: Vec<String> = entries.chain(uncertain).chain([answer.undated.to_string()]).collect();
    assert_eq!(told.join(" | "), expected, "{from} {to} {actors:?} {round:?}");
    check_shape("chancery.v2/anniversaries", &v2::anniversaries(&base, &answer));
}

#[test]
fn a_day_comes_back_in_later_years() {
    check("2001-01-01", "2001-01-01", &[], None, "2001-01-01 1 event/fair | 1");
    // Nothing has an anniversary in the year in which it happens.
    check("2000-01-01", "2000-01-01", &[], None, "1");
    let round = "2001-02-28 9 relations/a/b/established | 2003-01-01 3 event/fair | ? relations/a/c/established | 1";
    check("2000-12-31", "2003-01-01", &[], Some(3), round);
}

#[test]
fn the_last_of_february_stands_for_the_29th() {
    check("2023-02-01", "2023-03-01", &["a", "b"], None, "2023-02-28 31 relations/a/b/established | 0");
    check("2024-02-01", "2024-03-01", &["a", "b"], None, "2024-02-29 32 relations/a/b/established | 0");
    check("2023-03-01", "2023-03-01", &["a", "b"], None, "0");
}

#[test]
fn what_is_not_certain_to_the_day_stands_apart() {
    // A month and a contest of two days may fall in the time; a year is only counted; a break has none.
    check("2020-06-01", "2020-06-30", &["a"], None, "? relations/a/c/established | 1");
    check("2020-12-13", "2020-12-13", &["a"], None, "? recognition/a/b | 1");
    check("2020-12-14", "2020-12-31", &["a"], None, "1");
}

#[test]
fn a_calendar_is_read_by_another_parser() {
    let base = small();
    let answer = ask(&base, "2023-01-01", "2023-12-31", &[], None);
    let text = calendar(&base, &answer);
    assert_eq!(text, calendar(&base, &answer));
    assert!(text.contains("RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1\r\n"), "{text}");
    let read = parsed(&text);
    assert_eq!(property(&read[0], "SUMMARY"), "A fair; with \\ and, commas happened (2000)");
    let starts: Vec<String> = read.iter().map(|event| property(event, "DTSTART")).collect();
    assert_eq!(starts, ["20230101", "20230228"]);
    // With round ones each is an event of its own, which doesn't come back.
    let text = calendar(&base, &ask(&base, "2001-01-01", "2020-12-31", &[], Some(5)));
    assert!(!text.contains("RRULE"));
    let ids: Vec<String> = parsed(&text).iter().map(|event| property(event, "UID")).collect();
    assert!(
        ids.contains(&"event.fair-5@chancery".to_owned()) && ids.contains(&"event.fair-20@chancery".to_owned()),
        "{ids:?}"
    );
}

/// The calendar of a whole year of everything keeps to the standard. Returns how many entries it has.
pub(crate) fn whole_year(base: &Base) -> usize {
    let answer = ask(base, "2027-01-01", "2027-12-31", &[], None);
    let text = calendar(base, &answer);
    assert!(text.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')), "a line is too long");
    let read = parsed(&text);
    let ids: std::collections::BTreeSet<String> = read.iter().map(|event| property(event, "UID")).collect();
    assert_eq!((ids.len(), read.len()), (read.len(), answer.entries.len()), "ids are stable and differ");
    check_shape("chancery.v2/anniversaries", &v2::anniversaries(base, &answer));
    let leap = Day::find(2024, 2, 29).expect("a day");
    assert!(answer.entries.iter().all(|entry| entry.on != leap));
    answer.entries.len()
}

#[test]
fn the_calendar_of_a_whole_year_keeps_to_the_standard() {
    assert!(whole_year(miniature()) > 100);
}

fn parsed(text: &str) -> Vec<vobject::Component> {
    let calendar = vobject::parse_component(text).unwrap_or_else(|error| panic!("{error}: {text}"));
    assert_eq!(calendar.name, "VCALENDAR");
    calendar.subcomponents
}

fn property(event: &vobject::Component, name: &str) -> String {
    let property = event.get_only(name).unwrap_or_else(|| panic!("{name} in {event:?}"));
    property.value_as_string()
}

#[test]
fn a_day_within_a_span_may_come_back_though_neither_end_does() {
    check("2020-06-10", "2020-06-14", &["a"], None, "? relations/a/c/established | 1");
}
