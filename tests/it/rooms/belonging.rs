//! Who belongs to an organization, who is bound by a treaty, who backs whom, on a day.

use serde_json::Value;

use super::asked::{Ids, Lists, Rooms, column, same};
use super::partners::listed;
use super::recognizers::SURE;
use super::told::{Contradictions, Numbers};
use super::verdicts::Six;

/// Those of a snapshot who certainly, presumably and possibly stand so: each by who it names.
pub(super) fn held(rooms: &Rooms, line: &str, who: impl Fn(&Value) -> Option<String>) -> Lists {
    let document = rooms.json(line);
    let held = || document["held"].as_array().into_iter().flatten();
    let sure = |held: &Value| match (held["band"].as_str(), held["presumed"].as_bool()) {
        (Some("certain"), Some(true)) => "presumed",
        (Some("certain"), _) => "certain",
        _ => "possible",
    };
    SURE.map(|wanted| held().filter(|held| sure(held) == wanted).filter_map(&who).collect())
}

/// Who does it, or belongs, of what a snapshot names.
pub(super) fn first(held: &Value) -> Option<String> {
    held["actors"][0].as_str().map(str::to_owned)
}

/// The members of an organization: the list in words, the count, the snapshot, and each one's yes or no.
pub(super) fn members(rooms: &Rooms, of: &str, day: &str, countries: &[String], told: &mut Contradictions) {
    let who = rooms.ask(&format!("who are the members of {of} on {day}"));
    let lists = listed(rooms, &who, countries);
    let [certain, presumed, possible] = &lists;
    let here = format!("{}\n    {}", who.line, who.text());
    let many = rooms.ask(&format!("how many members does {of} have on {day}"));
    let numbers = Numbers::of_lists(certain, presumed, possible, &Ids::new());
    same(told, "members: count in words", (&here, numbers), (&many.line, many.numbers()));
    let line = format!("snapshot {day} --actor {of} --kind membership");
    let member = |held: &Value| first(held).filter(|_| matches!(held["standing"].as_str(), Some("member" | "founder")));
    // Of a member that is suspended the suspension is told there.
    let suspended = |held: &Value| first(held).filter(|_| held["standing"].as_str() == Some("suspended"));
    let suspended: Ids = self::held(rooms, &line, suspended).into_iter().flatten().collect();
    let here_but = lists.clone().map(|list| list.difference(&suspended).cloned().collect());
    same(told, "members: snapshot", (&here, here_but), (&line, self::held(rooms, &line, member)));
    let six = Six::of(rooms, countries, |member| format!("was {member} a member of {of} on {day}"), told);
    six.against("members: one by one", (&here, &lists), told);
    // From the other side. To be in a group isn't joined, and isn't told there.
    if rooms.list("groups").contains(&of.to_owned()) {
        return;
    }
    let organization = rooms.name(of);
    for member in countries {
        let own = rooms.ask(&format!("which organizations is {member} in on {day}"));
        let (sure, perhaps) = own
            .text()
            .split_once("Possibly also")
            .map_or((own.text(), String::new()), |(a, b)| (a.to_owned(), b.to_owned()));
        let belongs = |text: &str| {
            let rest = text.split_once(organization).map(|(_, rest)| rest);
            rest.is_some_and(|rest| !rest.starts_with(" (observer") && !rest.starts_with(" (suspended"))
        };
        if sure.contains(&format!("{organization} (suspended")) || perhaps.contains(&format!("{organization} (")) {
            continue;
        }
        let said = (belongs(&sure), belongs(&perhaps));
        let listed = (certain.contains(member) || presumed.contains(member), possible.contains(member));
        let there = format!("{}\n    {}", own.line, own.text());
        same(told, "members: memberships of one", (&format!("{here} ({member})"), listed), (&there, said));
    }
}

/// How many members the count and the list tell, in a world of so many that not all are named.
pub(super) fn counted(rooms: &Rooms, of: &str, day: &str, told: &mut Contradictions) {
    let who = rooms.ask(&format!("who are the members of {of} on {day}"));
    let many = rooms.ask(&format!("how many members does {of} have on {day}"));
    let lead = |numbers: Numbers| (numbers.certain, numbers.presumed.max(numbers.certain));
    let (listed, number) = (who.numbers(), many.numbers());
    let number = if number.certain > 0 { Numbers { presumed: 0, ..number } } else { number };
    same(told, "members: list and count", (&who.line, lead(listed)), (&many.line, lead(number)));
}

/// The parties to a treaty.
pub(super) fn parties(rooms: &Rooms, treaty: &str, day: &str, countries: &[String], told: &mut Contradictions) {
    let line = format!("treaties {treaty} --on {day}");
    let document = rooms.json(&line);
    let all: Vec<(String, String)> = document["treaties"][0]["parties"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|party| {
            let text = |field: &str| party[field].as_str().unwrap_or_default().to_owned();
            (text("actor"), text("said"))
        })
        .collect();
    let who = |said: &str| -> Ids { all.iter().filter(|(_, its)| its == said).map(|(id, _)| id.clone()).collect() };
    let lists = ["yes", "presumably", "can't tell"].map(who);
    let many = rooms.ask(&format!("how many parties does {treaty} have on {day}"));
    let [certain, presumed, possible] = &lists;
    let numbers = Numbers::of_lists(certain, presumed, possible, &Ids::new());
    same(told, "parties: count in words", (&line, numbers), (&many.line, many.numbers()));
    let named = rooms.ask(&format!("who are the parties to {treaty} on {day}"));
    let there = format!("{}\n    {}", named.line, named.text());
    same(told, "parties: names in words", (&line, lists.clone()), (&there, listed(rooms, &named, countries)));
    let six = Six::of(rooms, countries, |party| format!("is {party} a party to {treaty} on {day}"), told);
    six.against("parties: one by one", (&line, &lists), told);
    let line_of_day = format!("snapshot {day} --kind treaty");
    let title = named.text();
    let title = title.split(['“', '”']).nth(1).unwrap_or_default().to_owned();
    if !title.is_empty() {
        let party =
            |held: &Value| first(held).filter(|_| held["what"].as_str().is_some_and(|what| what.starts_with(&title)));
        same(told, "parties: snapshot", (&line, &lists), (&line_of_day, &held(rooms, &line_of_day, party)));
    }
}

/// Who backs a claimant in a dispute.
pub(super) fn backers(
    rooms: &Rooms,
    (dispute, backs): (&str, &str),
    day: &str,
    countries: &[String],
    told: &mut Contradictions,
) {
    let line = format!("positions {dispute} --backs {backs} --on {day}");
    let rows = rooms.csv(&line);
    let listed = SURE.map(|band| column(&rows, "by", |row| row["band"] == band));
    let others = countries.iter().filter(|by| *by != backs);
    let six = Six::of(rooms, others, |by| format!("does {by} back {backs} over {dispute} on {day}"), told);
    six.against("backers: one by one", (&line, &listed), told);
    let many = rooms.ask(&format!("who backs {backs} over {dispute} on {day}"));
    same(told, "backers: count in words", (&line, rows.len()), (&many.line, many.numbers().certain));
    let all = countries.join(" ");
    let network = format!("chart network {all} --of backing --on {day}");
    let rows = rooms.csv(&network);
    let links = |sure: &str| column(&rows, "from", |row| row["to"] == backs && row["certainty"] == sure);
    same(told, "backers: network", (&line, listed), (&network, SURE.map(links)));
}
