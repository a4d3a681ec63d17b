//! The data set's own tests: facts of whose absence we would be ashamed, and what holds of data of this size.
//!
//! A fact stands here because everybody who asks knows it, and its date is beyond doubt, or its doubt is what Chancery is for. Other
//! answers from the data are shown in the README and in `docs/`, which one command writes (`cargo run --release --example pages`): a
//! corrected date changes no test.

use std::collections::BTreeSet;

use chancery::chart::{self, Options};
use chancery::form::Window;
use chancery::model::{Band, Base, Day, Entity, Resolution};
use chancery::query;

use crate::ask::claims;
use crate::bases::{actor, dataset, day};
use crate::charts::built::codes;
use crate::charts::maps::each_stands_once;
use crate::charts::votes::all_roll_calls;
use crate::program::run_on_dataset;
use crate::world::anniversaries::whole_year;
use crate::{cite, documents};

/// A command ends with this exit code, and its answer has these parts, in this order.
#[track_caller]
fn check(line: &str, code: i32, expected: &[&str]) {
    let ended = run_on_dataset(line);
    assert_eq!((ended.code, &*ended.err), (Some(code), ""), "{line}");
    let mut rest = &*ended.out;
    for part in expected {
        let at =
            rest.find(part).unwrap_or_else(|| panic!("{line}: {part:?} is missing, or earlier, in\n{}", ended.out));
        rest = &rest[at + part.len()..];
    }
}

fn base() -> &'static Base {
    &dataset().base
}

/// The article with which it all began: Pakistan wasn't second, and independence wasn't on that day.
#[test]
fn azerbaijan_and_pakistan() {
    check("recognitions azerbaijan --first", 0, &["Türkiye recognized Azerbaijan first", ": 9 November 1991.\n"]);
    check(
        "recognitions azerbaijan --nth 2",
        0,
        &[
            "Romania recognized Azerbaijan second",
            ": 11 December 1991.\n",
            "Sources call others second: France and Pakistan.",
        ],
    );
    check(
        "recognitions azerbaijan --by pakistan",
        0,
        &["Recognition of Azerbaijan by Pakistan: 1 act", "12 or 13 December 1991"],
    );
    check(
        "claims --source tdi-2022-05-31",
        0,
        &[
            "contradicted: Azerbaijan gained its independence on 9 June 1992.",
            "contradicted: Pakistan was the second country to recognize Azerbaijan.",
        ],
    );
    check("ask 'Was Pakistan the second country to recognize Azerbaijan?'", 1, &["No, the record contradicts"]);
    check("relations azerbaijan pakistan --on 1993-01-01", 0, &["certainly:\n  diplomatic relations"]);
    check(
        "relations pakistan armenia --on 2020-06-01",
        0,
        &["certainly:", "no relations", "Pakistan withholds recognition of Armenia"],
    );
    check(
        "positions --reciprocal",
        0,
        &["Azerbaijan backs Pakistan (Kashmir), and Pakistan backs Azerbaijan (Nagorno-Karabakh)"],
    );
    check("resolutions --by senate-of-pakistan", 0, &["1 February 2012", "30 May 2022"]);
    check("resolutions A/RES/62/243", 0, &["39–7–100", "against (7): Angola, Armenia, France"]);
}

#[test]
fn what_everybody_knows() {
    for (line, expected) in [
        ("ask 'Who recognized Bangladesh first?'", "6 December 1971"),
        ("ask 'When did the United States recognize Israel?'", "14 May 1948"),
        ("ask 'When did the United States sever relations with Iran?'", "7 April 1980"),
        ("ask 'When did the United States establish relations with China?'", "1 January 1979"),
        ("ask 'When did Pakistan join the United Nations?'", "30 September 1947"),
        ("ask 'When did South Sudan become independent?'", "9 July 2011"),
        ("ask 'When did the Soviet Union dissolve?'", "26 December 1991"),
        ("relations armenia hungary --on 2015-01-01", "suspended"),
        ("recognitions kosovo --by united-states", "18 February 2008"),
        ("treaties un-charter", "24 October 1945"),
    ] {
        check(line, 0, &[expected]);
    }
}

#[test]
fn members_are_as_many_as_the_organizations_say() {
    for (organization, on, members) in [
        ("united-nations", "2026-11-23", 193),
        ("united-nations", "1945-12-31", 51),
        ("european-union", "2026-11-23", 27),
        ("nato", "2026-11-23", 32),
        ("organization-of-islamic-cooperation", "2026-11-23", 57),
        ("african-union", "2026-11-23", 55),
    ] {
        let found = chancery::model::members_on(base(), actor(base(), organization), day(on)).len();
        assert_eq!(found, members, "{organization} on {on}");
    }
}

#[test]
fn names_in_any_script_and_former_names() {
    for name in ["azerbaijan", "AZE", "Azərbaycan", "Азербайджан", "'the Republic of Azerbaijan'", "Q227"] {
        check(&format!("recognitions {name} --first"), 0, &["Türkiye recognized Azerbaijan first"]);
    }
    check("relations Turkey 'ARMENIA' --on 2000-01-01", 0, &["Türkiye and Armenia"]);
}

/// Claims whose recorded form holds more than their sentence says, and what that is.
const NARROWER: [(&str, &str); 11] = [
    ("iceland-first-to-recognize-montenegro", "counts from the independence of 2006"),
    ("12-states-recognize-taiwan-2024-01-22", "counts relations, by which the source means recognition"),
    ("14-states-recognize-taiwan-2021-12-10", "counts relations, by which the source means recognition"),
    ("17-states-recognize-taiwan-2018-08-21", "counts relations, by which the source means recognition"),
    ("18-states-recognize-taiwan-2018-05-26", "counts relations, by which the source means recognition"),
    ("el-salvador-fifth-to-break-with-taiwan-since-2016", "counts from the inauguration of 20 May 2016"),
    ("honduras-ninth-to-break-with-taiwan-since-2016", "counts from the inauguration of 20 May 2016"),
    ("nicaragua-second-to-recognize-abkhazia", "counts members of the United Nations"),
    ("nicaragua-second-to-recognize-south-ossetia", "counts members of the United Nations"),
    ("tuvalu-fifth-to-recognize-south-ossetia", "counts members of the United Nations"),
    ("tuvalu-sixth-to-recognize-abkhazia", "counts members of the United Nations"),
];

#[test]
fn claims_as_sentences_come_to_the_verdict_of_their_form() {
    let understood = claims::check(base(), &NARROWER.map(|(id, _)| id));
    assert!(understood >= 168, "only {understood} claims are understood");
}

#[test]
fn documents_have_the_published_shape() {
    assert!(documents::recognitions(base(), &[Window::EVER]) > 1000);
    assert!(documents::relations(base(), &[day("1991-12-12")]) > 1000);
    assert!(documents::treaties(base(), &[]) > 300);
    documents::records(base());
    documents::whole(base(), 7);
    assert!(cite::sound(base()) > 2000);
    assert!(whole_year(base()) > 3000);
}

/// The longest names and the fullest days are in the data.
#[test]
fn nothing_lies_on_anything_in_pictures() {
    let today: Day = day("2026-07-01");
    for width in [480.0, 820.0] {
        let options = Options { width, ..Options::new(today) };
        let mut plans = Vec::new();
        for id in ["azerbaijan", "soviet-union", "kosovo", "united-states"] {
            plans.push((id.to_owned(), chart::actor(base(), actor(base(), id), &[], &options)));
        }
        for id in ["palestine", "kosovo"] {
            plans.push((id.to_owned(), chart::recognition_map(base(), actor(base(), id), today, &options).0));
        }
        for entity in base().records() {
            if let Entity::Dispute(of) = entity {
                plans.push((base()[of].id.to_string(), chart::dispute(base(), of, &options)));
            }
        }
        for (of, plan) in plans {
            assert_eq!(plan.collisions(), Vec::<String>::new(), "{of} at width {width}");
        }
    }
    assert!(all_roll_calls(base()) > 100);
}

/// The counts of the General Assembly name nobody absent: those were who were members that day and didn't vote.
#[test]
fn members_without_a_vote_were_absent() {
    // Sources count 171 votes or 172 on the third, and 171 are recorded: of 22, one may have voted. From 1945 to 1971 the seat
    // of China was Taiwan's.
    for (symbol, certain, possible) in [
        ("A/RES/68/262", 24, 0),
        ("A/RES/67/19", 5, 0),
        ("A/RES/ES-10/19", 0, 22),
        ("A/RES/62/243", 46, 0),
        ("A/RES/1110(XI)", 0, 0),
    ] {
        let symbolized = |one: &&Resolution| one.symbol.as_deref() == Some(symbol);
        let found = base().resolutions.iter().find(symbolized).and_then(|one| base().find(one.id.as_str()));
        let Some(Entity::Resolution(of)) = found else { panic!("{symbol} isn't there") };
        let missing = query::absentees(base(), of).expect(symbol);
        let of_band = |band: Band| missing.iter().filter(|one| one.band == band).count();
        assert_eq!((of_band(Band::Certain), of_band(Band::Possible)), (certain, possible), "{symbol}");
    }
}

#[test]
fn on_no_day_a_tile_an_actor_or_a_name_stands_twice() {
    for year in (1946..=2026).step_by(5).chain([1950, 1965]) {
        each_stands_once(base(), actor(base(), "monaco"), day(&format!("{year}-01-01")));
    }
}

#[test]
fn every_member_of_the_united_nations_has_one_tile() {
    let today = day("2026-11-25");
    // Nobody's recognition of it is recorded, so that each tile is called by its actor.
    let (plan, _) = chart::recognition_map(base(), actor(base(), "monaco"), today, &Options::new(today));
    let tiles: Vec<&str> = plan.items.iter().map(|item| &*item.statement).collect();
    let distinct: BTreeSet<&str> = tiles.iter().copied().collect();
    assert_eq!((tiles.len(), distinct.len()), (codes().len(), codes().len()), "each tile has somebody of its own");
    for member in chancery::model::members_on(base(), actor(base(), query::WORLD), today) {
        assert!(distinct.contains(base()[member].id.as_str()), "{} has no tile", base()[member].name);
    }
}
