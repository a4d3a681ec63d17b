//! Places as the program tells them, against every choice of days.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::asked::Rooms;
use super::dates;
use super::made::{File, Made};
use super::places::places;

/// The days on which each of up to four recognized it, as dates of sources: a first day and how many may follow.
fn world(acts: &[(i32, i32)]) -> Made {
    let mut files = vec![
        File::fixed("dataset.ron", "Dataset(name: 'Small', version: '1', format: 2)"),
        File::fixed("sources/s.ron", "Sources([(id: 's', title: 'S', publisher: 'P', grade: Primary, kind: News)])"),
        File::fixed("countries/x.ron", "Country(id: 'x', name: 'Aldora', class: Sovereign)"),
    ];
    let mut records = Vec::new();
    for (number, (from, length)) in acts.iter().enumerate() {
        let id = format!("by-{number}");
        files.push(File::fixed(
            &format!("countries/{id}.ron"),
            &format!("Country(id: '{id}', name: 'Name {number}', class: Sovereign)"),
        ));
        let [first, last] = [*from, from + length].map(|day| dates::day(dates::FIRST + day));
        let on = if *length == 0 { first } else { format!("{first}/{last}") };
        records.push(format!("(by: '{id}', on: '{on}', sources: ['s'])"));
    }
    files.push(File::of("recognitions/x.ron", "Recognitions(of: 'x', acts: [", records, "])"));
    Made { files }
}

/// The least and the most place of each, over all days.
fn by_force(acts: &[(i32, i32)]) -> BTreeMap<String, (usize, usize)> {
    let mut found: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    let mut choices: Vec<Vec<i32>> = vec![Vec::new()];
    for (from, length) in acts {
        let days = *from..=from + length;
        choices =
            choices.into_iter().flat_map(|front| days.clone().map(move |day| [&front[..], &[day]].concat())).collect();
    }
    for days in choices {
        for (number, day) in days.iter().enumerate() {
            let place = 1 + days.iter().filter(|other| *other < day).count();
            let known = found.entry(format!("by-{number}")).or_insert((place, place));
            *known = (known.0.min(place), known.1.max(place));
        }
    }
    found
}

proptest! {
    #[test]
    fn places_are_those_of_all_days(acts in prop::collection::vec((0..8i32, 0..5i32), 1..5)) {
        let rooms = Rooms { loaded: world(&acts).load(), today: super::TODAY };
        let expected = by_force(&acts);
        prop_assert_eq!(&places(&rooms, "x"), &expected);
        for (by, &(least, most)) in &expected {
            for nth in 1..=acts.len() {
                let word = chancery::model::ordinal(nth);
                let said = rooms.ask(&format!("{by} was the {word} country to recognize x")).said;
                // What comes before isn't covered by a scope, so that nothing is certain but that others came before.
                let said = said.unwrap_or_default();
                prop_assert_eq!(said == "no", nth < least, "{} {} {}–{}: {}", by, nth, least, most, said);
            }
        }
    }
}
