//! With whom an actor has relations and missions on a day, in words, in pictures and by each pair.

use std::collections::BTreeMap;

use super::asked::{Answer, Ids, Lists, Rooms, column, is_gone, named, same, same_but};
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
    // Relations that an end, an envoy or an heir tells of are as sure in one room as in another only by chance.
    // That one of two ended later is a witness in lists alone.
    let over = |id: &str| is_gone(rooms, id, rooms.today);
    let itself = over(of);
    let unlike = |other: &&String| itself || over(other) || !has_beginning(rooms, of, other);
    let ended: Ids = others.iter().filter(unlike).cloned().collect();
    let checks = ["partners: one by one", "partners: relations without a beginning of their own"];
    six.against(checks, |id| ended.contains(id), (&here, &lists), told);
    for other in &others {
        symmetric(rooms, of, other, day, told);
        status(rooms, (of, other), day, (&lists, &ended), &here, told);
    }
    let all = countries.join(" ");
    let line = format!("chart matrix {all} --of relations --on {day}");
    let rows = rooms.csv(&line);
    let cells = |cell: &str| column(&rows, "column", |row| row["row"] == of && row["cell"] == cell);
    let checks = ["partners: matrix", "partners: relations without a beginning of their own"];
    same_but(told, checks, |id| ended.contains(id), (&here, &lists), (&line, &SURE.map(cells)));
    let line = format!("chart network {all} --of relations --on {day}");
    let mut found: BTreeMap<String, Ids> = BTreeMap::new();
    for row in rooms.csv(&line) {
        let ends = [&row["from"], &row["to"]];
        if let Some(at) = ends.iter().position(|end| *end == of) {
            found.entry(row["certainty"].clone()).or_default().insert(ends[1 - at].clone());
        }
    }
    let links = SURE.map(|sure| found.get(sure).cloned().unwrap_or_default());
    let checks = ["partners: network", "partners: relations without a beginning of their own"];
    same_but(told, checks, |id| ended.contains(id), (&here, &lists), (&line, &links));
}

/// Whether an act is on record by which the relations of these two began, and not those of whom one of them continues.
fn has_beginning(rooms: &Rooms, of: &str, other: &str) -> bool {
    let pair = rooms.json(&format!("relations {of} {other}"));
    let mut ends = [of, other];
    ends.sort_unstable();
    let [one, two] = ends;
    let own = format!("relations/{one}/{two}/");
    let acts = || pair["history"].as_array().into_iter().flatten().filter_map(|act| act["statement"].as_str());
    let passed = acts().any(|id| id.starts_with("relations/") && !id.starts_with(&own));
    !passed && acts().any(|id| id.strip_prefix(&own) == Some("established"))
}

/// Whether some act of a pair has no date.
fn has_undated(rooms: &Rooms, of: &str, other: &str) -> bool {
    let pair = rooms.json(&format!("relations {of} {other}"));
    pair["history"].as_array().into_iter().flatten().any(|act| act["date"].is_null())
}

/// The status of a pair: established for certain where a list says so.
fn status(
    rooms: &Rooms,
    (of, other): (&str, &str),
    day: &str,
    (lists, ended): (&Lists, &Ids),
    here: &str,
    told: &mut Contradictions,
) {
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
    let ended = ended.contains(other);
    let check =
        if ended { "partners: relations without a beginning of their own" } else { "partners: status of a pair" };
    same(told, check, (&format!("{here} ({other})"), said), (&format!("{line} {status}"), there));
}

/// Missions of one abroad, and of others with it.
pub(super) fn missions(rooms: &Rooms, of: &str, day: &str, countries: &[String], told: &mut Contradictions) {
    let others: Vec<String> = countries.iter().filter(|id| *id != of).cloned().collect();
    let abroad = rooms.ask(&format!("where does {of} have missions on {day}"));
    let here = rooms.ask(&format!("which missions are there in {of} on {day}"));
    type Question<'a> = &'a dyn Fn(&str) -> String;
    let out: Question<'_> = &|other| format!("does {of} have a mission in {other} on {day}");
    let home: Question<'_> = &|other| format!("does {other} have a mission in {of} on {day}");
    for (answer, question, checks) in [
        (abroad, out, ["missions: abroad", "missions: consulates, later ends and undated acts, abroad"]),
        (here, home, ["missions: here", "missions: consulates, later ends and undated acts, here"]),
    ] {
        let [certain, presumed, possible] = listed(rooms, &answer, &others);
        // Who has an embassy for sure and perhaps a consulate has a mission for sure.
        let presumed: Ids = presumed.difference(&certain).cloned().collect();
        let possible =
            possible.iter().filter(|id| !certain.contains(*id) && !presumed.contains(*id)).cloned().collect();
        let line = format!("{}\n    {}", answer.line, answer.text());
        let six = Six::of(rooms, &others, question, told);
        // A consulate may have closed on any day, says one room; the other counts it as certain. That a mission, or its country,
        // ended later is a witness in the list alone; an undated beginning beside an end leaves open what the list lacks.
        let text = answer.text();
        let [_, presumably, _] = six.lists();
        let excused = |id: &str| {
            let consulate = text.contains(&format!("{} (consulate", rooms.name(id)));
            consulate || certain.contains(id) && presumably.contains(id) || has_undated(rooms, of, id)
        };
        six.against(checks, excused, (&line, &[certain.clone(), presumed, possible]), told);
    }
}
