//! Who recognizes an actor on a day: the list, its table, its counts in words, the map, the curve, the matrix, the network, the
//! snapshot and the brief are rooms of one answer.

use serde_json::Value;

use super::asked::{Ids, Lists, Rooms, Row, column, ids, named, same};
use super::belonging::{first, held};
use super::told::{Contradictions, Numbers};

/// How sure, as rows tell it.
pub(super) const SURE: [&str; 3] = ["certain", "presumed", "possible"];

/// Who recognizes an actor on a day, by the list: what all other rooms are held against.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct List {
    /// The command line.
    pub(super) line: String,
    pub(super) certain: Ids,
    pub(super) presumed: Ids,
    pub(super) possible: Ids,
    pub(super) implied: Ids,
    pub(super) possibly_implied: Ids,
    /// Those of them of whom an act is on record.
    pub(super) acted: Ids,
}

impl List {
    pub(super) fn of(rooms: &Rooms, of: &str, day: &str, more: &str) -> Self {
        let line = format!("recognitions {of} --on {day}{more}");
        let list = rooms.json(&line);
        let [certain, presumed, possible, implied, possibly_implied] =
            ["certain", "presumed", "possible", "implied", "possibly_implied"].map(|band| ids(&list[band]));
        let by_acts = |row: &Row| {
            let parts: Vec<&str> = row["statement"].split('/').collect();
            parts[0] == "recognition" && !["withdrawn", "suspended", "withheld"].contains(parts.get(3).unwrap_or(&""))
        };
        let acted = column(&rooms.csv(&line), "by", by_acts);
        Self { line, certain, presumed, possible, implied, possibly_implied, acted }
    }

    /// Of these alone.
    pub(super) fn among(mut self, some: &[String]) -> Self {
        let lists = [&mut self.certain, &mut self.presumed, &mut self.possible];
        for list in lists.into_iter().chain([&mut self.implied, &mut self.possibly_implied]) {
            list.retain(|id| some.contains(id));
        }
        self
    }

    pub(super) fn numbers(&self) -> Numbers {
        Numbers::of_lists(&self.certain, &self.presumed, &self.possible, &self.implied)
    }

    fn lists(&self) -> Lists {
        [self.certain.clone(), self.presumed.clone(), self.possible.clone()]
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
    let all: Ids = list.lists().iter().chain([&list.implied, &list.possibly_implied]).flatten().cloned().collect();
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
    same(told, "recognizers: map", (&list.line, list.lists()), (&line, SURE.map(attitude)));
}

fn curve(rooms: &Rooms, list: &List, of: &str, day: &str, told: &mut Contradictions) {
    let line = format!("chart recognition-curve {of}");
    // Days are compared as texts, in which those after the year 999 keep their order.
    let rows = rooms.csv(&line);
    let last = rows.iter().rfind(|row| row["from"].as_str() <= day);
    let number = |row: &Row, column: &str| row[column].parse::<usize>().expect("a number");
    let said = last.map_or([0; 3], |row| ["certain", "presumed", "most"].map(|column| number(row, column)));
    let [certain, presumed, possible] = list.lists().map(|list| list.len());
    let expected = [certain, presumed, certain + presumed + possible];
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
    let expected = list.lists();
    let line = format!("chart matrix {all} --of recognition --on {day}");
    let rows = rooms.csv(&line);
    let cells = |cell: &str| column(&rows, "row", |row| row["column"] == of && row["cell"] == cell);
    same(told, "recognizers: matrix", (&list.line, expected.clone()), (&line, SURE.map(cells)));
    let line = format!("chart network {all} --of recognition --on {day}");
    let rows = rooms.csv(&line);
    let links = |sure: &str| column(&rows, "from", |row| row["to"] == of && row["certainty"] == sure);
    let said = SURE.map(links);
    same(told, "recognizers: network", (&list.line, expected), (&line, said));
}

/// The snapshot has everybody who recognizes it by an act, as a state or as a government.
fn snapshot(rooms: &Rooms, list: &List, (of, day): (&str, &str), told: &mut Contradictions) {
    let line = format!("snapshot {day} --actor {of} --kind recognition");
    let by = |held: &Value| {
        let refused = held["statement"].as_str().is_some_and(|statement| statement.contains("/withheld"));
        first(held).filter(|_| held["actors"][1].as_str() == Some(of) && !refused)
    };
    let [certain, mut presumed, mut possible] = held(rooms, &line, by);
    presumed.retain(|by| !certain.contains(by));
    possible.retain(|by| !certain.contains(by) && !presumed.contains(by));
    let acted = |ids: &Ids| ids.intersection(&list.acted).cloned().collect();
    let here = [acted(&list.certain), acted(&list.presumed), acted(&list.possible)];
    same(told, "recognizers: snapshot", (&list.line, here), (&line, [certain, presumed, possible]));
}

/// "On 1 January 1993, by recorded acts, 15 of 27 other members of the United Nations recognize it".
fn brief(rooms: &Rooms, of: &str, day: &str, told: &mut Contradictions) {
    let line = format!("brief {of} --on {day}");
    let (_, text) = rooms.run(&line);
    let Some((before, after)) = text.split_once(" other members of the United Nations recognize it") else { return };
    let mut numbers = before.rsplit(' ').filter_map(|word| word.parse::<usize>().ok());
    let (all, recorded) = (numbers.next().unwrap_or_default(), numbers.next().unwrap_or_default());
    // "Of them 2 presumably, because the record doesn’t reach the day."
    let presumed =
        after.split_once(" Of them ").and_then(|(_, rest)| rest.split(' ').next()?.parse().ok()).unwrap_or(0);
    let sentence = after.split('.').next().unwrap_or_default();
    // ", and 1 more possibly do"
    let further = |word: &str| {
        let before = sentence.split_once(word).map(|(before, _)| before);
        before.and_then(|before| before.rsplit(' ').find_map(|word| word.parse::<usize>().ok())).unwrap_or(0)
    };
    let list = List::of(rooms, of, day, " --among united-nations");
    let members = rooms.json(&list.line)["members"].as_u64().unwrap_or_default() as usize;
    let said = (recorded - presumed, presumed, further(" more possibly"), all);
    let numbers = list.numbers();
    same(
        told,
        "recognizers: brief",
        (&list.line, (numbers.certain, numbers.presumed, numbers.possible, members)),
        (&format!("{line}: …{recorded} of {all}{sentence}"), said),
    );
}
