//! The state of a pair on a day.

use chancery::model::{Base, Closed, Status, Thing};
use chancery::query::{RelationsAnswer, RelationsRequest, SnapshotRequest, relations, snapshot};

use super::{actor, day, id, tail, today, world};

fn ask(base: &Base, on: &str) -> RelationsAnswer {
    let [a, b] = ["a", "b"].map(|id| actor(base, id));
    relations(base, &RelationsRequest::between(a, b, today()).expect("two").on(day(on)))
}

fn of_a_and_b(acts: &str, more: &[(&str, &str)]) -> Base {
    let text = format!("Relations(of: 'a', sources: ['s'], pairs: [(with: 'b', acts: [{acts}])])");
    let mut files = vec![("relations/a.ron", &*text)];
    files.extend(more);
    world("a b", &files)
}

/// The possible statuses on days: `1990-01-01 none|established`, each on its day.
#[track_caller]
fn check(acts: &str, expected: &[(&str, &str)]) {
    check_with(acts, &[], expected);
}

#[track_caller]
fn check_with(acts: &str, more: &[(&str, &str)], expected: &[(&str, &str)]) {
    let base = of_a_and_b(acts, more);
    for (on, statuses) in expected {
        let status = ask(&base, on).status;
        let possible: Vec<&str> = status.possible.iter().map(|status| status.name()).collect();
        assert_eq!(possible.join("|"), *statuses, "{acts} on {on}");
        assert_eq!(status.certain, if let [one] = status.possible[..] { Some(one) } else { None }, "{acts} on {on}");
    }
}

#[test]
fn acts_follow_each_other() {
    check(
        "(act: Established, on: '1990-01-01'), (act: Suspended, on: '1995-01-01'), (act: Severed, on: '2000-01-01'), \
         (act: Resumed, on: '2005-01-01')",
        &[
            ("1989-12-31", "none"),
            ("1990-01-01", "established"),
            ("1995-01-01", "suspended"),
            ("1999-12-31", "suspended"),
            ("2000-01-01", "severed"),
            ("2005-01-01", "established"),
        ],
    );
}

#[test]
fn nothing_recorded_is_not_no() {
    let base = world("a b", &[]);
    let answer = ask(&base, "2000-01-01");
    assert_eq!((answer.status.certain, answer.status.possible.len(), answer.history.len()), (None, 0, 0));
}

#[test]
fn imprecise_days_leave_several_possible() {
    check(
        "(act: Established, on: '1990'), (act: Severed, on: '1995', or: [(on: '1997-05-01', sources: ['s'])], contest: 'w')",
        &[
            ("1989-12-31", "none"),
            ("1990-06-01", "none|established"),
            ("1990-12-31", "established"),
            ("1995-06-01", "established|severed"),
            ("1997-04-30", "established|severed"),
            ("1997-05-01", "severed"),
        ],
    );
    // Overlapping years: what is resumed had been broken off.
    check(
        "(act: Established, on: '1980'), (act: Severed, on: '1990'), (act: Resumed, on: '1990-06/1991')",
        &[("1990-03-01", "established|severed"), ("1990-12-31", "established|severed"), ("1992-01-01", "established")],
    );
}

#[test]
fn acts_of_one_day_can_have_come_in_either_order() {
    for acts in [
        "(act: Established, on: '1990-01-01'), (act: Severed, on: '1995-01-01'), (act: Resumed, on: '1995-01-01')",
        "(act: Established, on: '1990-01-01'), (act: Resumed, on: '1995-01-01'), (act: Severed, on: '1995-01-01')",
    ] {
        check(acts, &[("1994-12-31", "established"), ("1995-01-01", "established|severed")]);
    }
}

#[test]
fn an_establishment_without_a_day_came_before_what_broke_it() {
    check(
        "(act: Established), (act: Severed, on: '1995-01-01')",
        &[("1990-01-01", "none|established"), ("1995-01-01", "severed"), ("2020-01-01", "severed")],
    );
    // Neither has its source, so nobody knows by which day it had happened.
    check("(act: Established)", &[("1990-01-01", "none|established"), ("2026-11-23", "none|established")]);
    // What was broken had been established.
    check("(act: Severed, on: '1995-01-01')", &[("1990-01-01", "none|established"), ("1995-01-01", "severed")]);
}

#[test]
fn relations_do_not_begin_before_both_exist() {
    let exists = |id: &str, from: &str| {
        format!("Country(id: '{id}', name: '{id}', class: Sovereign, existence: [(from: '{from}', sources: ['s'])])")
    };
    let (a, b) = (exists("a", "1918-01-01"), exists("b", "1947-08-14"));
    let acts = "Relations(of: 'a', sources: ['s'], pairs: [(with: 'b', acts: [(act: Established)])])";
    let base = world("", &[("countries/a.ron", &a), ("countries/b.ron", &b), ("relations/a.ron", acts)]);
    assert_eq!(ask(&base, "1947-08-13").status.certain, Some(Status::None));
    assert_eq!(ask(&base, "1947-08-14").status.possible, [Status::None, Status::Established]);
}

#[test]
fn what_is_denied_or_deprecated() {
    check(
        "(act: Established, on: '1990-01-01'), (act: Severed, on: '1995-01-01', or: [(says: Denies, sources: ['s'])], contest: 'w')",
        &[("1994-12-31", "established"), ("2000-01-01", "established|severed")],
    );
    check(
        "(act: Established, on: '1990-01-01'), (act: Severed, on: '1995-01-01', rank: Deprecated, reason: 'wrong')",
        &[("2000-01-01", "established")],
    );
    check(
        "(act: Established, on: '1990-01-01'), (act: Severed, on: '1995-01-01', withdrawn: 'a mistake')",
        &[("2000-01-01", "established")],
    );
}

#[test]
fn absent_relations_and_recognition() {
    check("(act: Absent, from: '1990')", &[("2000-01-01", "none")]);
    check(
        "(act: Established, on: '1950-01-01'), (act: Absent, from: '1960-01-01', until: '1970-01-01'), \
         (act: Established, on: '1970-01-01', tag: 'again')",
        &[("1959-12-31", "established"), ("1960-01-01", "none"), ("1969-12-31", "none"), ("1970-01-01", "established")],
    );
    let recognition = [(
        "recognitions/b.ron",
        "Recognitions(of: 'b', sources: ['s'], acts: [(by: 'a', on: '1991'), (by: 'a', act: Withdrawn, on: '2001-01-01')])",
    )];
    check_with(
        "(act: Absent, from: '1990')",
        &recognition,
        &[
            ("1990-06-01", "none"),
            ("1991-06-01", "none|recognized"),
            ("1992-01-01", "recognized"),
            ("2001-01-01", "none"),
        ],
    );
    let withheld = [(
        "recognitions/b.ron",
        "Recognitions(of: 'b', sources: ['s'], acts: [(by: 'a', act: Withheld, from: '../1995-01-01', until: '2001-01-01')])",
    )];
    let base = of_a_and_b("(act: Absent, from: '1990')", &withheld);
    for (on, bands) in [("1994-01-01", "possible"), ("1995-01-01", "certain"), ("2001-01-01", "")] {
        let found: Vec<&str> = ask(&base, on).withheld.iter().map(|mutual| mutual.band.name()).collect();
        assert_eq!(found.join(" "), bands, "{on}");
    }
}

#[test]
fn what_is_refused_is_not_certainly_given() {
    let recognition = [(
        "recognitions/b.ron",
        "Recognitions(of: 'b', sources: ['s'], acts: [(by: 'a', on: '1928-01-01'), \
         (by: 'a', act: Withheld, from: '1949-10-01', until: '1979-01-01')])",
    )];
    check_with(
        "",
        &recognition,
        &[("1940-01-01", "recognized|established"), ("1960-01-01", "none"), ("1979-01-01", "none")],
    );
}

/// Missions on a day: `a embassy`, `b?` when it is only possible and no source names the level.
#[track_caller]
fn check_missions(acts: &str, expected: &[(&str, &str)]) {
    let base = of_a_and_b(acts, &[]);
    for (on, missions) in expected {
        let found: Vec<String> = ask(&base, on)
            .missions
            .iter()
            .map(|mission| {
                let level = mission.level.map_or(String::new(), |level| format!(" {level}"));
                let mark = if mission.band == chancery::model::Band::Possible { "?" } else { "" };
                format!("{}{level}{mark}", id(&base, mission.of))
            })
            .collect();
        assert_eq!(found.join(", "), *missions, "{acts} on {on}");
    }
}

#[test]
fn missions_are_raised_lowered_and_closed() {
    let acts = "(act: Established, on: '1950-01-01'), (act: MissionOpened, by: 'a', level: Legation, on: '1951-01-01'), \
        (act: MissionRaised, by: 'a', level: Embassy, on: '1960'), (act: MissionLowered, by: 'a', level: LiaisonOffice, on: '1970-01-01'), \
        (act: MissionClosed, by: 'a', on: '1980-01-01'), (act: MissionOpened, by: 'b', level: Embassy, on: '1955-01-01'), \
        (act: MissionOpened, by: 'a', level: Embassy, on: '1990-01-01', tag: 'again')";
    check_missions(
        acts,
        &[
            ("1950-12-31", ""),
            ("1951-01-01", "a legation"),
            ("1955-01-01", "a legation, b embassy"),
            ("1960-06-01", "a embassy?, a legation?, b embassy"),
            ("1961-01-01", "a embassy, b embassy"),
            ("1970-01-01", "a liaison-office, b embassy"),
            ("1980-01-01", "b embassy"),
            ("1990-01-01", "a embassy, b embassy"),
        ],
    );
}

#[test]
fn missions_after_relations_are_severed() {
    check_missions(
        "(act: Established, on: '1950-01-01'), (act: MissionOpened, by: 'a', level: Embassy, on: '1951-01-01'), \
         (act: Severed, on: '1967-06-10'), (act: MissionClosed, by: 'a', on: '1967-06-20')",
        &[("1967-06-09", "a embassy"), ("1967-06-10", "a embassy?"), ("1967-06-20", "")],
    );
    check_missions(
        "(act: MissionOpened, by: 'a', level: Embassy, on: '1935-01-01'), (act: Absent, from: '1949-10-01')",
        &[("1940-01-01", "a embassy"), ("1960-01-01", "a embassy?")],
    );
    // Opened after the break: the break doesn't touch it.
    check_missions(
        "(act: Severed, on: '1967-06-10'), (act: MissionOpened, by: 'a', level: InterestsSection, on: '1970-01-01')",
        &[("1971-01-01", "a interests-section")],
    );
}

#[test]
fn consulates_stand_beside_embassies() {
    check_missions(
        "(act: MissionOpened, by: 'a', level: Embassy, at: 'B', on: '1990-01-01'), \
         (act: MissionOpened, by: 'a', level: Consulate, at: 'C', on: '1991-01-01', tag: 'c'), \
         (act: MissionClosed, by: 'a', level: Consulate, at: 'C', on: '1995-01-01')",
        &[("1992-01-01", "a embassy, a consulate"), ("1995-01-01", "a embassy")],
    );
    // Nobody tells whether it closed.
    check_missions(
        "(act: MissionOpened, by: 'a', level: Consulate, at: 'C', on: '1991-01-01')",
        &[("1990-12-31", ""), ("1992-01-01", "a consulate?"), ("2020-01-01", "a consulate?")],
    );
}

#[test]
fn envoys_tell_of_relations() {
    let embassy = "(act: MissionOpened, by: 'a', level: Embassy, on: '1992-05')";
    check(embassy, &[("1990-01-01", "none|established"), ("1992-05-31", "established"), ("2020-01-01", "established")]);
    check("(act: MissionOpened, by: 'a', level: Consulate, on: '1992-05-01')", &[("2020-01-01", "none|established")]);
    // With the act of establishing recorded, the mission adds nothing.
    check(
        "(act: Established, on: '1993-01-01'), (act: MissionOpened, by: 'a', level: Embassy, on: '1992-05-01')",
        &[("1992-12-31", "none"), ("1993-01-01", "established")],
    );
    // An embassy after a break: they were resumed in between.
    check(
        "(act: Severed, on: '1967-06-10'), (act: MissionOpened, by: 'a', level: Embassy, on: '1992-05-01')",
        &[("1967-06-10", "severed"), ("1980-01-01", "established|severed"), ("1992-05-01", "established")],
    );
}

/// Recognition as a state and as a government run apart.
#[test]
fn a_refused_government_leaves_the_state_recognized() {
    let base = world(
        "a b",
        &[(
            "recognitions/b.ron",
            "Recognitions(of: 'b', sources: ['s'], acts: [
                (by: 'a', on: '1844-06-16'),
                (by: 'a', as: Government, on: '1928-07-25', tag: '1928'),
                (by: 'a', act: Withdrawn, as: Government, on: '1949-10-01'),
                (by: 'a', act: Withheld, as: Government, from: '1949-10-01', until: '1979-01-01'),
                (by: 'a', act: Withdrawn, on: '1990-01-01', tag: '1990'),
            ])",
        )],
    );
    for (on, recognized, withheld) in [
        ("1900-01-01", "recognition/b/a certain", ""),
        ("1930-01-01", "recognition/b/a/1928 certain", ""),
        ("1960-01-01", "recognition/b/a certain", "recognition/b/a/withheld certain"),
        ("1980-01-01", "recognition/b/a certain", ""),
        ("1990-01-01", "", ""),
    ] {
        let answer = ask(&base, on);
        let told = |list: &[chancery::query::Mutual]| {
            let one =
                |mutual: &chancery::query::Mutual| format!("{} {}", base[mutual.statement].id, mutual.band.name());
            list.iter().map(one).collect::<Vec<_>>().join(", ")
        };
        assert_eq!(told(&answer.recognition), recognized, "{on}");
        assert_eq!(told(&answer.withheld), withheld, "{on}");
    }
}

/// Who refuses to recognize a state recognizes no government of it, nor again because the refusal ends.
#[test]
fn a_refused_state_has_no_recognized_government() {
    let base = world(
        "a b",
        &[(
            "recognitions/b.ron",
            "Recognitions(of: 'b', sources: ['s'], acts: [
                (by: 'a', as: Government, on: '1950-01-06'),
                (by: 'a', act: Withheld, from: '1960', until: '1970'),
            ])",
        )],
    );
    for (on, band) in [("1955-01-01", "certain"), ("1965-01-01", ""), ("1975-01-01", "")] {
        let bands: Vec<&str> = ask(&base, on).recognition.iter().map(|mutual| mutual.band.name()).collect();
        assert_eq!(bands.join(" "), band, "{on}");
    }
}

/// What lists of states interrupt is possible in the gap, and goes on after it.
#[test]
fn a_gap_in_existence_leaves_a_doubt_while_it_lasts() {
    let base = world(
        "b",
        &[
            (
                "countries/a.ron",
                "Country(id: 'a', name: 'A', class: Sovereign, existence: [
                    (from: '1918-11-11', until: '1939-09-28', sources: ['s']),
                    (from: '1945-06-28', sources: ['s'], tag: '1945'),
                ])",
            ),
            (
                "relations/a.ron",
                "Relations(of: 'a', sources: ['s'], pairs: [(with: 'b', acts: [
                    (act: Established, on: '1919-05-02'),
                    (act: MissionOpened, by: 'b', level: Legation, on: '1919-06-01'),
                ])])",
            ),
            ("recognitions/a.ron", "Recognitions(of: 'a', sources: ['s'], acts: [(by: 'b', on: '1919-01-30')])"),
        ],
    );
    for (on, statuses, band) in [
        ("1930-01-01", "established", "certain"),
        ("1942-01-01", "none|established", "possible"),
        ("1950-01-01", "established", "certain"),
    ] {
        let answer = ask(&base, on);
        let possible: Vec<&str> = answer.status.possible.iter().map(|status| status.name()).collect();
        assert_eq!(possible.join("|"), statuses, "{on}");
        assert_eq!(answer.recognition.first().map(|mutual| mutual.band.name()), Some(band), "{on}");
        assert_eq!(answer.missions.first().map(|mission| mission.band.name()), Some(band), "{on}");
    }
}

/// Where no act in their relations is recorded, recognition may have led to relations; a refusal hasn't.
#[test]
fn unrecorded_relations_are_not_no_relations() {
    let status = |acts: &str, on: &str| {
        let text = format!("Recognitions(of: 'b', sources: ['s'], acts: [{acts}])");
        let base = world("a b", &[("recognitions/b.ron", &text)]);
        ask(&base, on).status.possible.iter().map(|status| status.name()).collect::<Vec<_>>().join("|")
    };
    assert_eq!(status("(by: 'a', on: '2014-10-30')", "2020-01-01"), "recognized|established");
    assert_eq!(status("(by: 'a', on: '2014-10-30')", "2010-01-01"), "none");
    assert_eq!(status("(by: 'a', act: Withheld, from: '1991')", "2020-01-01"), "none");
}

/// An embassy doesn't outlast relations that are severed, unless a source has it close later; a consulate may.
#[test]
fn what_needs_relations_ends_with_them() {
    let missions = |acts: &str, on: &str| {
        let base = of_a_and_b(acts, &[]);
        let told: Vec<String> = ask(&base, on)
            .missions
            .iter()
            .map(|mission| format!("{} {}", mission.level.map_or("-", |level| level.name()), mission.band.name()))
            .collect();
        told.join(", ")
    };
    let acts = "(act: Established, on: '1990-01-01'), (act: MissionOpened, by: 'a', level: Embassy, on: '1990-02-01'), \
                (act: MissionOpened, by: 'a', level: Consulate, at: 'T', on: '1990-03-01', tag: 't'), (act: Severed, on: '2000-01-01')";
    assert_eq!(missions(acts, "1999-01-01"), "embassy certain, consulate possible");
    assert_eq!(missions(acts, "2001-01-01"), "consulate possible");
    let acts = "(act: Established, on: '1990-01-01'), (act: MissionOpened, by: 'a', level: Embassy, on: '1990-02-01'), \
                (act: Severed, on: '2000-01-01'), (act: MissionClosed, by: 'a', on: '2000-03-01')";
    assert_eq!(missions(acts, "2000-02-01"), "embassy possible");
    assert_eq!(missions(acts, "2000-04-01"), "");
}

/// A mission moves with its last town, comes back after a break, and is no longer what it was lowered from.
#[test]
fn missions_move_return_and_change_their_sort() {
    let missions = |acts: &str, on: &str| {
        let base = of_a_and_b(acts, &[]);
        let told: Vec<String> = ask(&base, on)
            .missions
            .iter()
            .map(|mission| {
                let town = match &base[mission.statement].fact {
                    chancery::model::Fact::Relations { at: Some(town), .. } => town.to_string(),
                    _ => String::new(),
                };
                format!("{} {town} {}", mission.level.map_or("-", |level| level.name()), mission.band.name())
            })
            .collect();
        told.join(", ")
    };
    let acts = "(act: MissionOpened, by: 'a', level: Embassy, at: 'S', on: '1943-01-01'), \
                (act: MissionMoved, by: 'a', at: 'T', on: '1949-12-19'), \
                (act: Severed, on: '1967-06-06'), \
                (act: Resumed, on: '1974-11-12'), (act: MissionOpened, by: 'a', level: Embassy, at: 'T', on: '1974-11-12', tag: '1974')";
    assert_eq!(missions(acts, "1945-01-01"), "embassy S certain");
    assert_eq!(missions(acts, "1960-01-01"), "embassy T certain");
    assert_eq!(missions(acts, "1970-01-01"), "");
    assert_eq!(missions(acts, "1980-01-01"), "embassy T certain");
    let acts = "(act: MissionOpened, by: 'a', level: Legation, at: 'D', on: '1945-01-01'), \
                (act: MissionLowered, by: 'a', level: Consulate, at: 'D', on: '1958-02-25'), \
                (act: MissionRaised, by: 'a', level: Embassy, at: 'D', on: '1961-10-10')";
    assert_eq!(missions(acts, "1950-01-01"), "legation D certain");
    assert_eq!(missions(acts, "1960-01-01"), "consulate D certain");
    assert_eq!(missions(acts, "1970-01-01"), "embassy D certain");
}

/// An act in one town doesn't touch the mission in another; who opens an embassy has left the town that nothing more is
/// told of.
#[test]
fn missions_are_told_apart_by_town() {
    let missions = |acts: &str, on: &str| {
        let told = |mission: &chancery::query::Mission| {
            let level = mission.level.map_or("-", |level| level.name());
            format!("{level} {}", mission.band.name())
        };
        let mut told: Vec<String> = ask(&of_a_and_b(acts, &[]), on).missions.iter().map(told).collect();
        told.sort();
        told.join(", ")
    };
    let acts = "(act: MissionOpened, by: 'a', level: Legation, at: 'T', on: '1905-03-08'), \
                (act: MissionOpened, by: 'a', level: Embassy, at: 'R', on: '1956-06-11', tag: 'r'), \
                (act: MissionLowered, by: 'a', level: Consulate, at: 'T', on: '1956-06-25')";
    assert_eq!(missions(acts, "1956-06-20"), "embassy certain, legation certain");
    assert_eq!(missions(acts, "1960-01-01"), "consulate possible, embassy certain");
    let acts = "(act: MissionOpened, by: 'a', level: Embassy, at: 'L', on: '1940-11-01'), \
                (act: MissionOpened, by: 'a', level: Embassy, at: 'B', on: '1944-09-14', tag: 'b')";
    assert_eq!(missions(acts, "1980-01-01"), "embassy certain");
    let acts = "(act: MissionOpened, by: 'a', level: NonResident, at: 'D', on: '1973-05-19'), \
                (act: MissionOpened, by: 'a', level: Embassy, at: 'T', on: '1980', tag: 't'), \
                (act: MissionClosed, by: 'a', level: Embassy, at: 'T', on: '1993-07-30'), \
                (act: MissionOpened, by: 'a', level: NonResident, at: 'D', on: '1993-07-30', tag: 'd')";
    assert_eq!(missions(acts, "1990-01-01"), "embassy certain");
    assert_eq!(missions(acts, "2000-01-01"), "non-resident certain");
    let acts = "(act: MissionOpened, by: 'a', level: Legation, on: '1815-07-20'), \
                (act: MissionClosed, by: 'a', at: 'H', on: '1940-07-15')";
    assert_eq!(missions(acts, "1941-01-01"), "");
    let base = of_a_and_b(
        "(act: MissionOpened, by: 'a', level: Embassy, at: 'B', on: '1919-10-03'), \
         (act: MissionClosed, by: 'a', at: 'B', on: '1940-07-15'), \
         (act: MissionOpened, by: 'a', level: Embassy, on: '1940-11-01', tag: 'away'), \
         (act: MissionOpened, by: 'a', level: Embassy, at: 'B', on: '1944-09-14', tag: 'back')",
        &[],
    );
    let by =
        |on: &str| ask(&base, on).missions.iter().map(|one| base[one.statement].id.to_string()).collect::<Vec<_>>();
    assert_eq!(by("1942-01-01"), ["relations/a/b/mission-opened/a/away"]);
    assert_eq!(by("1950-01-01"), ["relations/a/b/mission-opened/a/back"]);
}

#[test]
fn an_attested_day_tells_without_a_beginning_and_after_an_end() {
    check(
        "(act: Established, attested: ['2010-05-01'])",
        &[("2000-01-01", "none|established"), ("2010-05-01", "established")],
    );
    // Between the end and the attested day it began anew, on a day that nobody recorded.
    check(
        "(act: Established, on: '1990-01-01', attested: ['2010-05-01']), (act: Severed, on: '2000-01-01')",
        &[
            ("1999-12-31", "established"),
            ("2005-01-01", "established|severed"),
            ("2010-05-01", "established"),
            ("2011-01-01", "established"),
        ],
    );
    check(
        "(act: Established, on: '1990-01-01', tag: '1990'), (act: Severed, on: '2000-01-01', attested: ['2012'])",
        &[("2001-01-01", "severed"), ("2012-12-31", "severed")],
    );
}

#[test]
fn an_attested_day_is_how_far_the_record_reaches() {
    let presumed = |acts: &str, on: &str| ask(&of_a_and_b(acts, &[]), on).status.presumed;
    let plain = "(act: Established, on: '1990-01-01')";
    let attested = "(act: Established, on: '1990-01-01', attested: ['2010-05-01'])";
    for (acts, on, expected) in [
        (plain, "1991-12-31", false),
        (plain, "1992-01-02", true),
        (attested, "2000-01-01", false),
        (attested, "2012-04-30", false),
        (attested, "2012-05-01", true),
        ("(act: Severed, on: '1990-01-01', attested: ['2010-05'])", "2012-04-30", false),
        ("(act: Severed, on: '1990-01-01', attested: ['2010-05'])", "2012-05-01", true),
    ] {
        assert_eq!(presumed(acts, on), expected, "{acts} on {on}");
    }
}

#[test]
fn a_mission_is_attested_by_whichever_act_on_it() {
    let acts = "(act: MissionOpened, by: 'a', level: Legation, at: 'Town', on: '1990-01-01', attested: ['2019-05-01']), \
                (act: MissionRaised, by: 'a', level: Embassy, at: 'Town', on: '1995-01-01')";
    let base = of_a_and_b(acts, &[]);
    for (on, expected) in [("2000-01-01", false), ("2021-04-30", false), ("2021-05-02", true)] {
        let presumed: Vec<bool> = ask(&base, on).missions.iter().map(|mission| mission.presumed).collect();
        let request = SnapshotRequest { day: day(on), actor: None, kind: None, today: today() };
        let held = snapshot(&base, &request).held;
        let missions = held.iter().filter(|one| matches!(one.thing, Thing::Mission(..)));
        let of_snapshot: Vec<bool> = missions.map(|one| one.presumed).collect();
        assert_eq!((presumed, of_snapshot), (vec![expected], vec![expected]), "{on}");
    }
}

#[test]
fn a_mission_that_nobody_dates_stands_when_it_is_told_to() {
    let acts = "(act: MissionOpened, by: 'a', level: Embassy, at: 'Old Town', on: '1952'), \
                (act: MissionOpened, by: 'a', level: Embassy, at: 'New Town', tag: 'new', attested: ['2019-05-01'])";
    let base = of_a_and_b(acts, &[]);
    let told = |on: &str| {
        let answer = ask(&base, on);
        let mission = |one: &chancery::query::Mission| {
            format!("{} {}", tail(&base, one.statement, "relations/a/b/mission-opened/"), one.band.name())
        };
        let missions: Vec<String> = answer.missions.iter().map(mission).collect();
        format!("{:?}: {}", answer.status.certain.map(Closed::name), missions.join(", "))
    };
    // An envoy is a sign of relations; and who is in one town has left another.
    assert_eq!(told("2020-01-01"), "Some(\"established\"): a/new certain");
    assert_eq!(told("1985-01-01"), "Some(\"established\"): a possible, a/new possible");
    let only = of_a_and_b(acts.split_once("), ").expect("two").1, &[]);
    assert_eq!(ask(&only, "2020-01-01").status.certain, Some(Status::Established));
    assert_ne!(ask(&only, "1985-01-01").status.certain, Some(Status::Established));
}

#[test]
fn of_two_acts_of_one_day_either_came_last_unless_one_says_after() {
    let ended = "(act: Established, on: '1990-01-01'), (act: Severed, on: '2000-01-01')";
    let anew = "(act: Resumed, on: '2000-01-01', after: 'relations/a/b/severed')";
    check(&format!("{ended}, (act: Resumed, on: '2000-01-01')"), &[("2001-01-01", "established|severed")]);
    check(&format!("{ended}, {anew}"), &[("2001-01-01", "established")]);
    check(&format!("{anew}, {ended}"), &[("2001-01-01", "established")]);
}

#[test]
fn relations_stand_lower_until_they_are_raised_and_are_agreed_until_they_begin() {
    let level = |acts: &str, on: &str| {
        let base = of_a_and_b(acts, &[]);
        let level = ask(&base, on).level;
        level
            .iter()
            .map(|one| format!("{} {}", tail(&base, one.statement, "relations/a/b/"), one.band.name()))
            .collect::<Vec<_>>()
            .join(", ")
    };
    let lowered = "(act: Established, on: '1990-01-01'), (act: Recalled, by: 'a', on: '1995-01-01'), \
                   (act: Downgraded, by: 'a', head: Secretary, on: '1996'), (act: Upgraded, on: '2000-01-01')";
    for (on, expected) in [
        ("1994-12-31", ""),
        ("1995-06-01", "recalled/a certain"),
        ("1997-01-01", "downgraded/a certain"),
        ("2000-01-01", ""),
    ] {
        assert_eq!(level(lowered, on), expected, "{on}");
    }
    let agreed = "(act: Established, on: '1990-01-01'), (act: Severed, on: '2000-01-01'), \
                  (act: Agreed, on: '2005-01-01'), (act: Resumed, on: '2005-06-01')";
    for (on, expected) in [("2004-12-31", ""), ("2005-03-01", "agreed certain"), ("2005-06-01", "")] {
        assert_eq!(level(agreed, on), expected, "{on}");
    }
}

/// What envoys alone tell leaves open whether there are relations, as it does when that is asked.
#[test]
fn an_envoy_recalled_is_not_the_absence_of_relations() {
    check("(act: Recalled, by: 'a', on: '2000-01-01')", &[("1999-01-01", "none"), ("2020-01-01", "none|established")]);
}
