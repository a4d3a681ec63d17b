//! Who recognizes an actor on a day: the list, its table, its counts in words, the map, the curve, the matrix, the network, the
//! snapshot and the brief are rooms of one answer.

use std::collections::BTreeMap;

use super::asked::{Ids, Lists, Rooms, Row, column, ids, is_gone, named, same, same_but};
use super::told::{Contradictions, Numbers};

/// Who recognizes an actor on a day, by the list: what all other rooms are held against.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct List {
    /// The command line.
    pub(super) line: String,
    pub(super) certain: Ids,
    pub(super) presumed: Ids,
    pub(super) possible: Ids,
    pub(super) implied: Ids,
}

impl List {
    pub(super) fn of(rooms: &Rooms, of: &str, day: &str, more: &str) -> Self {
        let line = format!("recognitions {of} --on {day}{more}");
        let list = rooms.json(&line);
        let [certain, presumed, possible, implied] =
            ["certain", "presumed", "possible", "implied"].map(|band| ids(&list[band]));
        Self { line, certain, presumed, possible, implied }
    }

    /// Of these alone.
    pub(super) fn among(mut self, some: &[String]) -> Self {
        for list in [&mut self.certain, &mut self.presumed, &mut self.possible, &mut self.implied] {
            list.retain(|id| some.contains(id));
        }
        self
    }

    pub(super) fn numbers(&self) -> Numbers {
        Numbers::of_lists(&self.certain, &self.presumed, &self.possible, &self.implied)
    }

    /// Those who recognize it by acts, whether or not the record reaches the day.
    fn stands(&self) -> Ids {
        self.certain.union(&self.presumed).cloned().collect()
    }
}

/// Holds all rooms of the recognition of one actor against its list.
pub(super) fn check(rooms: &Rooms, of: &str, day: &str, countries: &[String], told: &mut Contradictions) {
    let list = List::of(rooms, of, day, "");
    let here = |all: &str| format!("{} ({all})", list.line);
    let (_, text) = rooms.run(&list.line);
    same(told, "recognizers: heading", (&here("json"), list.numbers()), (&here("words"), headings(&text)));
    table(rooms, &list, told);
    words(rooms, &list, of, day, countries, told);
    map(rooms, &list, of, day, told);
    curve(rooms, &list, of, day, told);
    among_countries(rooms, &list, of, day, countries, told);
    snapshot(rooms, &list, (of, day), told);
    brief(rooms, of, day, told);
}

/// "certainly: 15", and what stands under the other headings.
fn headings(text: &str) -> Numbers {
    let number = |heading: &str| {
        let line = text.lines().find_map(|line| line.strip_prefix(heading));
        line.and_then(|rest| rest.split(':').next()?.trim().parse().ok()).unwrap_or(0)
    };
    Numbers {
        certain: number("certainly: "),
        presumed: number("presumably: "),
        possible: number("possibly: "),
        implied: number("by relations alone, without an act on record: "),
    }
}

fn table(rooms: &Rooms, list: &List, told: &mut Contradictions) {
    let rows = rooms.csv(&list.line);
    let band = |band: &str| column(&rows, "by", |row| row["band"] == band);
    let said = ["certain", "presumed", "possible"].map(band);
    let line = format!("{} --format csv", list.line);
    let expected = [list.certain.clone(), list.presumed.clone(), list.possible.clone()];
    same(told, "recognizers: table", (&list.line, expected), (&line, said));
    let lines = list.certain.len() + list.presumed.len() + list.possible.len();
    same(told, "recognizers: rows", (&list.line, lines), (&line, rows.len()));
}

fn words(rooms: &Rooms, list: &List, of: &str, day: &str, countries: &[String], told: &mut Contradictions) {
    let many = rooms.ask(&format!("how many countries recognize {of} on {day}"));
    same(told, "recognizers: count in words", (&list.line, list.numbers()), (&many.line, many.numbers()));
    // All names stand in the sentence only while they are few.
    if countries.len() > 12 {
        return;
    }
    let who = rooms.ask(&format!("who recognizes {of} on {day}"));
    let others: Vec<String> = countries.iter().filter(|id| *id != of).cloned().collect();
    let all: Ids =
        [&list.certain, &list.presumed, &list.possible, &list.implied].into_iter().flatten().cloned().collect();
    // Those who ended are named, too, as not counted.
    let points = who.points.iter().filter(|point| !point.starts_with("Record") && !point.contains("nobody continues"));
    let text: String = std::iter::once(&who.sentence).chain(points).map(|line| format!("{line} ")).collect();
    let without_itself = text.replace(rooms.name(of), "");
    same(
        told,
        "recognizers: names in words",
        (&list.line, all),
        (&format!("{}\n    {text}", who.line), named(rooms, &without_itself, &others)),
    );
}

fn map(rooms: &Rooms, list: &List, of: &str, day: &str, told: &mut Contradictions) {
    let line = format!("chart map {of} --on {day}");
    let rows = rooms.csv(&line);
    let attitude = |wanted: &str| column(&rows, "actor", |row| row["attitude"] == wanted);
    same(
        told,
        "recognizers: map",
        (&list.line, [list.stands(), list.possible.clone()]),
        (&line, [attitude("certain").union(&attitude("presumed")).cloned().collect(), attitude("possible")]),
    );
    same(told, "recognizers: map tells presumed", (&list.line, list.presumed.clone()), (&line, attitude("presumed")));
}

fn curve(rooms: &Rooms, list: &List, of: &str, day: &str, told: &mut Contradictions) {
    let line = format!("chart recognition-curve {of}");
    // Days are compared as texts, in which those after the year 999 keep their order.
    let rows = rooms.csv(&line);
    let last = rows.iter().rfind(|row| row["from"].as_str() <= day);
    let number = |row: &Row, column: &str| row[column].parse::<usize>().expect("a number");
    let said = last.map_or((0, 0), |row| (number(row, "certain"), number(row, "most")));
    let expected = (list.stands().len(), list.stands().len() + list.possible.len());
    // One that has no date bounds nothing: the curve begins later.
    let check = if last.is_none() { "recognizers: curve begins with a date" } else { "recognizers: curve" };
    same(told, check, (&list.line, expected), (&line, said));
}

/// Whose own cell or link there is: the matrix and the network are asked of all countries at once.
fn among_countries(rooms: &Rooms, list: &List, of: &str, day: &str, countries: &[String], told: &mut Contradictions) {
    if countries.len() > 12 {
        return;
    }
    let all = countries.join(" ");
    let expected = [list.stands(), list.possible.clone()];
    let line = format!("chart matrix {all} --of recognition --on {day}");
    let rows = rooms.csv(&line);
    let cells = |cell: &str| column(&rows, "row", |row| row["column"] == of && row["cell"] == cell);
    same(told, "recognizers: matrix", (&list.line, expected.clone()), (&line, ["certain", "possible"].map(cells)));
    let line = format!("chart network {all} --of recognition --on {day}");
    let rows = rooms.csv(&line);
    let links = |sure: &str| column(&rows, "from", |row| row["to"] == of && row["certainty"] == sure);
    let said = ["certain", "possible"].map(links);
    // An actor of whose own recognition no act is recorded, and who continues another, has no links there.
    let own = rooms.csv(&format!("recognitions {of}")).is_empty() && said.iter().all(Ids::is_empty);
    let check = if own { "recognizers: network lacks heirs" } else { "recognizers: network" };
    same(told, check, (&list.line, expected), (&line, said));
}

/// The snapshot lists acts: whoever did one stands in the list as surely. Who stands by the act of another whom it continues has none.
fn snapshot(rooms: &Rooms, list: &List, (of, day): (&str, &str), told: &mut Contradictions) {
    let line = format!("snapshot {day} --actor {of} --kind recognition");
    let held = rooms.json(&line);
    let mut found: BTreeMap<&str, Ids> = BTreeMap::new();
    for held in held["held"].as_array().into_iter().flatten() {
        let statement = held["statement"].as_str().unwrap_or_default();
        let parts: Vec<&str> = statement.split('/').collect();
        if let ["recognition", whom, by, ref rest @ ..] = parts[..]
            && whom == of
            && rest.first() != Some(&"withheld")
        {
            let presumed = held["presumed"].as_bool() == Some(true);
            let band = if presumed { "presumed" } else { held["band"].as_str().unwrap_or_default() };
            found.entry(band).or_default().insert(by.to_owned());
        }
    }
    let rows = rooms.csv(&list.line);
    let prefix = format!("recognition/{of}/");
    let own = |row: &&Row| {
        let by = row["statement"].strip_prefix(&prefix).and_then(|rest| rest.split('/').next());
        by == Some(&row["by"])
    };
    // Of who stands by the act of another the snapshot tells nothing, or an act of its own that counts for less.
    let passed: Ids = rows.iter().filter(|row| !own(row)).map(|row| row["by"].clone()).collect();
    let own = |list: &Ids| -> Ids { list.difference(&passed).cloned().collect() };
    let here: Lists = [own(&list.certain), own(&list.presumed), own(&list.possible)];
    let there = ["certain", "presumed", "possible"].map(|band| found.get(band).map(own).unwrap_or_default());
    let gone = |id: &str| is_gone(rooms, id, day);
    // Relations attest recognition as long as they last, which the snapshot doesn't see.
    let attested = |id: &str| here[0].contains(id) && there[1].contains(id);
    // That it ended later tells the snapshot that it had held until then; the list it tells nothing.
    let ended = |id: &str| here[1].contains(id) && there[0].contains(id);
    let excused = |id: &str| gone(id) || gone(of) || attested(id) || ended(id);
    let checks = ["recognizers: snapshot", "recognizers: snapshot lists who ended, and lacks what relations attest"];
    same_but(told, checks, excused, (&list.line, &here), (&line, &there));
}

/// "On 1 January 1993, by recorded acts, 15 of 27 other members of the United Nations recognize it".
fn brief(rooms: &Rooms, of: &str, day: &str, told: &mut Contradictions) {
    let line = format!("brief {of} --on {day}");
    let (_, text) = rooms.run(&line);
    let Some((before, after)) = text.split_once(" other members of the United Nations recognize it") else { return };
    let mut numbers = before.rsplit(' ').filter_map(|word| word.parse::<usize>().ok());
    let (all, certain) = (numbers.next().unwrap_or_default(), numbers.next().unwrap_or_default());
    let sentence = after.split('.').next().unwrap_or_default();
    // ", and 1 more possibly do"
    let further = |word: &str| {
        let before = sentence.split_once(word).map(|(before, _)| before);
        before.and_then(|before| before.rsplit(' ').find_map(|word| word.parse::<usize>().ok())).unwrap_or(0)
    };
    let list = List::of(rooms, of, day, " --among united-nations");
    let members = rooms.json(&list.line)["members"].as_u64().unwrap_or_default() as usize;
    let said = (certain, further(" more presumably"), further(" more possibly"), all);
    let numbers = list.numbers();
    let lumped = (numbers.certain + numbers.presumed, 0, numbers.possible, members) == said;
    same(
        told,
        if lumped { "recognizers: brief tells presumed" } else { "recognizers: brief" },
        (&list.line, (numbers.certain, numbers.presumed, numbers.possible, members)),
        (&format!("{line}: …{certain} of {all}{sentence}"), said),
    );
}
