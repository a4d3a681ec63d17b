//! Places in the order of recognition: the list, the nth, a claim that is tried, a question and the brief.

use std::collections::BTreeMap;

use chancery::model::Place;
use serde_json::Value;

use super::asked::{Ids, Rooms, same, texts};
use super::told::Contradictions;

/// An act of recognition, as the list tells it.
struct Act {
    statement: String,
    by: String,
    place: Option<(usize, usize)>,
    /// The days on which it can have been done.
    days: [String; 2],
    /// Whether no source denies it.
    is_certain: bool,
}

fn acts(document: &Value) -> Vec<Act> {
    let number = |value: &Value| value.as_u64().map(|number| number as usize);
    let act = |act: &Value| Act {
        statement: act["statement"].as_str().unwrap_or_default().to_owned(),
        by: act["by"]["id"].as_str().unwrap_or_default().to_owned(),
        place: number(&act["place"]["least"]).zip(number(&act["place"]["most"])),
        days: ["earliest", "latest"].map(|end| act["bounds"][end].as_str().unwrap_or_default().to_owned()),
        is_certain: act["band"] == "certain",
    };
    document["acts"].as_array().into_iter().flatten().map(act).collect()
}

/// The place of each actor: that of its first act; while a source denies that one, as far as that of the next.
pub(super) fn places(rooms: &Rooms, of: &str) -> Places {
    places_of(&acts(&rooms.json(&format!("recognitions {of}"))))
}

fn places_of(acts: &[Act]) -> Places {
    let mut found: BTreeMap<&str, ((usize, usize), bool)> = BTreeMap::new();
    for act in acts {
        let Some((least, most)) = act.place else { continue };
        let known = found.entry(&act.by).or_insert(((least, most), false));
        if !known.1 {
            *known = ((known.0.0.min(least), known.0.1.max(most)), act.is_certain);
        }
    }
    found.into_iter().map(|(by, (place, _))| (by.to_owned(), place)).collect()
}

/// Whether an actor did it more than once.
fn did_again(all: &[Act], by: &str) -> bool {
    all.iter().filter(|act| act.by == by).count() > 1
}

/// Holds all that is said of places in the recognition of one actor against the list.
pub(super) fn check(rooms: &Rooms, of: &str, told: &mut Contradictions) {
    let line = format!("recognitions {of}");
    let document = rooms.json(&line);
    let places = places(rooms, of);
    // Of many, some: each is a dozen questions.
    let all = acts(&document);
    let every = all.len().div_ceil(4).max(1);
    for (by, &(least, most)) in places.iter().step_by(every) {
        let here = format!("{line} ({by})");
        let place = Place { least, most };
        if !rooms.is_plain(by) {
            continue;
        }
        let answer = rooms.ask(&format!("what place did {by} have in recognizing {of}"));
        let said = answer.sentence.rsplit_once(": the ").and_then(|(_, rest)| rest.split_once(" place"));
        let there = format!("{}\n    {}", answer.line, answer.sentence);
        same(
            told,
            "places: in words",
            (&here, place.to_string()),
            (&there, said.map_or("", |(said, _)| said).to_owned()),
        );
        claims(rooms, (by, of), place, &here, told);
    }
    for nth in (1..=all.len() + 1).step_by(every) {
        nth_of(rooms, of, nth, &all, told);
    }
    brief(rooms, of, (&places, &all), told);
}

/// A sentence that claims a place: no fewer come before than certainly do, and a yes leaves no other place.
fn claims(rooms: &Rooms, (by, of): (&str, &str), place: Place, here: &str, told: &mut Contradictions) {
    for nth in [place.least.saturating_sub(1), place.least, place.most, place.most + 1] {
        if nth == 0 {
            continue;
        }
        let word = chancery::model::ordinal(nth);
        let sentence = format!("{by} was the {word} country to recognize {of}");
        let (tried, asked) = (rooms.json(&format!("claims try '{sentence}'")), rooms.ask(&sentence));
        let said = tried["said"].as_str().map(str::to_owned);
        let line = format!("claims try '{sentence}'");
        same(told, "places: claim and question", (&line, &said), (&asked.line, &asked.said));
        let said = said.unwrap_or_default();
        let possible = (place.least..=place.most).contains(&nth);
        let there = format!("{line}\n    {}", tried["sentence"]);
        if nth < place.least {
            same(told, "places: a claim of too early a place", (here, "no"), (&there, &said));
        }
        if possible && said == "no" || said == "yes" && place != (Place { least: nth, most: nth }) {
            told.push("places: claim", format!("{here}\n    {place}\n  {there}"));
        }
    }
}

/// Whoever can hold a place is named of it, and nobody else.
fn nth_of(rooms: &Rooms, of: &str, nth: usize, all: &[Act], told: &mut Contradictions) {
    let line = format!("recognitions {of} --nth {nth}");
    let picked = rooms.json(&line);
    let statements = texts(&picked["picked"]["shown"]).into_iter().chain(texts(&picked["picked"]["possible"]));
    let by = |statement: String| all.iter().find(|act| act.statement == statement).map(|act| act.by.clone());
    let named: Ids = statements.filter_map(by).collect();
    let can = |place: &(usize, usize)| (place.0..=place.1).contains(&nth);
    let places = places_of(all);
    let expected: Ids = places.iter().filter(|(_, place)| can(place)).map(|(by, _)| by.clone()).collect();
    // Those of one day share a place and all that it takes up: of two who are first, both are second.
    let shares = |by: &&String| {
        let can_share =
            |one: &Act, other: &Act| one.by != other.by && one.days[0] <= other.days[1] && other.days[0] <= one.days[1];
        let own = all.iter().filter(|act| act.by == **by && act.place.is_some());
        own.into_iter().any(|act| {
            let sharing = all.iter().filter(|other| other.place.is_some() && can_share(act, other)).count();
            act.place.is_some_and(|(least, most)| least <= nth && nth <= most + sharing)
        })
    };
    let expected: Ids = named.iter().filter(shares).chain(&expected).cloned().collect();
    same(told, "places: nth", (&format!("recognitions {of}"), expected), (&line, named.clone()));
    let question = format!("who was the {} country to recognize {of}", chancery::model::ordinal(nth));
    let answer = rooms.ask(&question);
    let points = answer.points.iter().filter(|point| point.starts_with("Could also be"));
    let text: String = std::iter::once(&answer.sentence).chain(points).map(|line| format!("{line} ")).collect();
    let actors: Vec<String> = places.into_keys().filter(|by| by != of).collect();
    // In a world of many a name may stand within another.
    if answer.sentence.starts_with("No ") || rooms.list("countries").len() > 12 {
        return;
    }
    let text = text.replace(rooms.name(of), "");
    let there = format!("{}\n    {text}", answer.line);
    same(told, "places: nth in words", (&line, named), (&there, super::asked::named(rooms, &text, &actors)));
}

type Places = BTreeMap<String, (usize, usize)>;

/// The rows of the brief tell the same places.
fn brief(rooms: &Rooms, of: &str, (places, all): (&Places, &[Act]), told: &mut Contradictions) {
    let line = format!("brief {of} --on {}", rooms.today);
    let (_, text) = rooms.run(&line);
    let rows = text.lines().skip_while(|row| !row.starts_with("| Place | By |")).skip(2);
    for row in rows.take_while(|row| row.starts_with('|')) {
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        let named = places.iter().find(|(by, _)| cells.get(2).is_some_and(|cell| *cell == rooms.name(by)));
        let Some((by, &(least, most))) = named else { continue };
        let place = Place { least, most }.to_string();
        // What was done again, or is undated beside an act with a date, has no place of its own.
        if !["again", "not dated"].contains(&cells[1]) || !did_again(all, by) {
            let here = format!("recognitions {of} ({by})");
            same(told, "places: brief", (&here, &*place), (&format!("{line}: {row}"), cells[1]));
        }
    }
}
