//! With whom an actor has relations and missions on a day, in words, in pictures and by each pair.

use std::collections::BTreeMap;

use super::asked::{Answer, Ids, Lists, Rooms, column, named, same};
use super::recognizers::SURE;
use super::told::{Contradictions, Numbers};
use super::verdicts::{Six, symmetric};

/// The names of those who certainly, presumably and possibly do, as an answer lists them.
pub(super) fn listed(rooms: &Rooms, answer: &Answer, countries: &[String]) -> Lists {
    let names = |text: &str| named(rooms, text.split_once(": ").map_or("", |(_, names)| names), countries);
    let mut lists = [Ids::new(), Ids::new(), Ids::new()];
    let lead = usize::from(answer.sentence.to_lowercase().contains("presumably "));
    lists[lead] = names(&answer.sentence);
    for point in &answer.points {
        if point.starts_with("Presumably also") {
            lists[1].extend(names(point));
        } else if point.starts_with("Possibly") {
            lists[2].extend(names(point));
        }
    }
    lists
}

fn numbers([certain, presumed, possible]: &Lists) -> Numbers {
    Numbers::of_lists(certain, presumed, possible, &Ids::new())
}

/// Relations of one with all others.
pub(super) fn check(rooms: &Rooms, of: &str, day: &str, countries: &[String], told: &mut Contradictions) {
    let others: Vec<String> = countries.iter().filter(|id| *id != of).cloned().collect();
    let who = rooms.ask(&format!("who has relations with {of} on {day}"));
    let lists = listed(rooms, &who, &others);
    let here = format!("{}\n    {}", who.line, who.text());
    let many = rooms.ask(&format!("how many countries have relations with {of} on {day}"));
    same(told, "partners: count in words", (&here, numbers(&lists)), (&many.line, many.numbers()));
    let six = Six::of(rooms, &others, |other| format!("do {of} and {other} have relations on {day}"), told);
    six.against("partners: one by one", (&here, &lists), told);
    for other in &others {
        symmetric(rooms, of, other, day, told);
        status(rooms, (of, other), day, &lists, &here, told);
    }
    let all = countries.join(" ");
    let line = format!("chart matrix {all} --of relations --on {day}");
    let rows = rooms.csv(&line);
    let cells = |cell: &str| column(&rows, "column", |row| row["row"] == of && row["cell"] == cell);
    same(told, "partners: matrix", (&here, &lists), (&line, &SURE.map(cells)));
    let line = format!("chart network {all} --of relations --on {day}");
    let mut found: BTreeMap<String, Ids> = BTreeMap::new();
    for row in rooms.csv(&line) {
        let ends = [&row["from"], &row["to"]];
        if let Some(at) = ends.iter().position(|end| *end == of) {
            found.entry(row["certainty"].clone()).or_default().insert(ends[1 - at].clone());
        }
    }
    let links = SURE.map(|sure| found.get(sure).cloned().unwrap_or_default());
    same(told, "partners: network", (&here, &lists), (&line, &links));
}

/// The status of a pair: established for certain where a list says so.
fn status(rooms: &Rooms, (of, other): (&str, &str), day: &str, lists: &Lists, here: &str, told: &mut Contradictions) {
    let line = format!("relations {of} {other} --on {day}");
    let status = &rooms.json(&line)["status"];
    let there = match status["related"].as_str() {
        Some("yes") => Some("certain"),
        Some("presumably") => Some("presumed"),
        Some("can't tell") => Some("possible"),
        _ => None,
    };
    let named = ["certain", "presumed", "possible"].iter().zip(lists).find(|(_, list)| list.contains(other));
    let said = named.map(|(band, _)| *band);
    same(
        told,
        "partners: status of a pair",
        (&format!("{here} ({other})"), said),
        (&format!("{line} {status}"), there),
    );
}

/// Missions of one abroad, and of others with it.
pub(super) fn missions(rooms: &Rooms, of: &str, day: &str, countries: &[String], told: &mut Contradictions) {
    let others: Vec<String> = countries.iter().filter(|id| *id != of).cloned().collect();
    let abroad = rooms.ask(&format!("where does {of} have missions on {day}"));
    let here = rooms.ask(&format!("which missions are there in {of} on {day}"));
    type Question<'a> = &'a dyn Fn(&str) -> String;
    let out: Question<'_> = &|other| format!("does {of} have a mission in {other} on {day}");
    let home: Question<'_> = &|other| format!("does {other} have a mission in {of} on {day}");
    for (answer, question, check) in [(abroad, out, "missions: abroad"), (here, home, "missions: here")] {
        let [certain, presumed, possible] = listed(rooms, &answer, &others);
        // Who has an embassy for sure and perhaps a consulate has a mission for sure.
        let presumed: Ids = presumed.difference(&certain).cloned().collect();
        let possible =
            possible.iter().filter(|id| !certain.contains(*id) && !presumed.contains(*id)).cloned().collect();
        let line = format!("{}\n    {}", answer.line, answer.text());
        let six = Six::of(rooms, &others, question, told);
        six.against(check, (&line, &[certain, presumed, possible]), told);
    }
}
