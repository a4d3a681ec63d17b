//! What passes to whoever continues another, and what ends.

use chancery::model::{AsOf, Band, Base, Pair, Said, recognition_known, relations_course, relations_spells};
use chancery::query::{Match, RecognizersRequest, recognizers};

use super::{actor, day, id, world};

/// `h` continues `w` from 1991-12-24 on, `n` ended in 1992 and nobody continues it.
fn with(files: &[(&str, &str)]) -> Base {
    let mut all = vec![
        (
            "countries/w.ron",
            "Country(id: 'w', name: 'W', class: Historical, existence: [(from: '1922', until: '1991-12-26', sources: ['s'])])",
        ),
        (
            "countries/h.ron",
            "Country(id: 'h', name: 'H', class: Sovereign, existence: [(from: '1991-12-24', sources: ['s'])], \
             succeeds: [(country: 'w', how: Continuation, on: '1991-12-24', sources: ['s'])])",
        ),
        (
            "countries/n.ron",
            "Country(id: 'n', name: 'N', class: Historical, existence: [(from: '1900', until: '1992-06-01', sources: ['s'])])",
        ),
    ];
    all.extend(files);
    world("a b", &all)
}

fn related(base: &Base, one: &str, other: &str, on: &str) -> Band {
    let pair = Pair::new(actor(base, one), actor(base, other)).expect("two");
    relations_spells(base, pair).iter().map(|spell| spell.holds(day(on))).max().unwrap_or(Band::No)
}

#[test]
fn relations_pass_to_who_continues() {
    let held = with(&[(
        "relations/w.ron",
        "Relations(of: 'w', sources: ['s'], pairs: [(with: 'a', acts: [(act: Established, on: '1950-01-01')]), \
         (with: 'b', acts: [(act: Established, on: '1950-01-01'), (act: Severed, on: '1967-06-10')])])",
    )]);
    assert_eq!(related(&held, "w", "a", "1991-12-23"), Band::Certain);
    assert_eq!(related(&held, "h", "a", "1991-12-23"), Band::No);
    assert_eq!(related(&held, "h", "a", "1991-12-24"), Band::Certain);
    assert_eq!(related(&held, "h", "a", "2020-01-01"), Band::Certain);
    // What had ended doesn't come back, and what one does oneself decides.
    assert_eq!(related(&held, "h", "b", "2020-01-01"), Band::No);
    let anew = with(&[
        (
            "relations/w.ron",
            "Relations(of: 'w', sources: ['s'], pairs: [(with: 'a', acts: [(act: Established, on: '1950-01-01')])])",
        ),
        (
            "relations/h.ron",
            "Relations(of: 'h', sources: ['s'], pairs: [(with: 'a', acts: [(act: Established, on: '1991-12-27'), (act: Severed, on: '2000-01-01')])])",
        ),
    ]);
    let pair = Pair::new(actor(&anew, "h"), actor(&anew, "a")).expect("two");
    let course = relations_course(&anew, pair);
    let by = |on: &str| course.on(day(on)).iter().filter_map(|may| may.by).map(|ix| &*anew[ix].id).collect::<Vec<_>>();
    assert_eq!(by("1991-12-25"), ["relations/a/w/established"]);
    assert_eq!(by("1999-01-01"), ["relations/a/h/established"]);
    assert_eq!(related(&anew, "h", "a", "2001-01-01"), Band::No);
}

#[test]
fn recognition_given_and_received_passes_to_who_continues() {
    let base = with(&[
        (
            "recognitions/a.ron",
            "Recognitions(of: 'a', sources: ['s'], acts: [(by: 'w', on: '1960-01-01'), (by: 'n', on: '1960-01-01')])",
        ),
        ("recognitions/w.ron", "Recognitions(of: 'w', sources: ['s'], acts: [(by: 'b', on: '1930-01-01')])"),
    ]);
    let holds = |by: &str, of: &str, on: &str| {
        recognition_known(&base, actor(&base, by), actor(&base, of), AsOf::of(day(on), day(on))).said.band()
    };
    assert_eq!(holds("h", "a", "2000-01-01"), Band::Certain);
    assert_eq!(holds("b", "h", "2000-01-01"), Band::Certain);
    assert_eq!(holds("b", "h", "1990-01-01"), Band::No);
    let asked = chancery::model::AsOf::of(day("1990-01-01"), day("2020-01-01"));
    assert_eq!(recognition_known(&base, actor(&base, "h"), actor(&base, "a"), asked).said, Said::No);
}

#[test]
fn a_count_tells_whose_act_ended_with_it() {
    let base = with(&[(
        "recognitions/a.ron",
        "Recognitions(of: 'a', sources: ['s'], acts: [(by: 'w', on: '1960-01-01'), (by: 'n', on: '1960-01-01'), (by: 'b', on: '1970-01-01')])",
    )]);
    let counted = |on: &str| {
        let found = recognizers(&base, &RecognizersRequest::of(actor(&base, "a"), day(on)));
        let names = |list: Vec<&Match>| list.iter().map(|one| id(&base, one.who)).collect::<Vec<_>>().join(" ");
        format!(
            "{} | {}",
            names(found.certain().collect()),
            found.ended.iter().map(|by| id(&base, *by)).collect::<Vec<_>>().join(" ")
        )
    };
    assert_eq!(counted("1980-01-01"), "b n w | ");
    assert_eq!(counted("1992-01-01"), "b h n | ");
    assert_eq!(counted("2000-01-01"), "b h | n");
}
