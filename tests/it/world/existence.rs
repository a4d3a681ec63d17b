//! Refusals begin no sooner than those whom they concern, and existing by a day is no beginning.

use chancery::ask::Asker;
use chancery::model::{AsOf, Band, Base};
use chancery::query::{Attitude, attitudes};

use super::{actor, day, today, world};

/// A exists since 1830, B since 1988, C by 1816.
fn lives(more: &[(&str, &str)]) -> Base {
    let country = |id: &str, from: &str| {
        let name = id.to_uppercase();
        format!("Country(id: '{id}', name: '{name}', class: Sovereign, existence: [(from: '{from}', sources: ['s'])])")
    };
    let texts = [("a", "1830-10-04"), ("b", "1988-11-15"), ("c", "../1816-01-01")].map(|(id, from)| country(id, from));
    let mut files =
        vec![("countries/a.ron", &*texts[0]), ("countries/b.ron", &*texts[1]), ("countries/c.ron", &*texts[2])];
    files.extend(more);
    world("", &files)
}

#[test]
fn nobody_refuses_what_isnt_there_yet() {
    let base = lives(&[
        (
            "recognitions/b.ron",
            "Recognitions(of: 'b', sources: ['s'], acts: [(by: 'a', act: Withheld, from: '../2012'), (by: 'c', act: Withheld)])",
        ),
        (
            "relations/a.ron",
            "Relations(of: 'a', sources: ['s'], pairs: [(with: 'c', acts: [(act: Absent, from: '../1900')])])",
        ),
    ]);
    let b = actor(&base, "b");
    let withheld = |on: &str| {
        let found = attitudes(&base, b, AsOf::of(day(on), day(on)));
        ["a", "c"].map(|id| found.get(&actor(&base, id)).map(|(attitude, _)| *attitude) == Some(Attitude::Withheld))
    };
    assert_eq!(withheld("1850-01-01"), [false, false]);
    assert_eq!(withheld("1988-11-14"), [false, false]);
    assert_eq!(withheld("1988-11-15"), [true, true]);
    let held = |id: &str, on: &str| base[base.find_statement(id).expect("a statement")].holds(day(on));
    // The later of both.
    assert_eq!(held("relations/a/c/absent", "1830-10-03"), Band::No);
    assert_eq!(held("relations/a/c/absent", "1830-10-04"), Band::Possible);
    assert_eq!(held("relations/a/c/absent", "1900-12-31"), Band::Certain);
}

#[test]
fn by_a_day_is_no_beginning() {
    let base = lives(&[]);
    let asker = Asker::new(&base, today());
    let sentence = |question: &str| asker.ask(question).map(|asked| asked.answer.sentence).unwrap_or_default();
    assert_eq!(sentence("When did C become independent?"), "C existed by 1 January 1816.");
    assert_eq!(sentence("When did A become independent?"), "A began to exist as a state on 4 October 1830.");
}
