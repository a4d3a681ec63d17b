//! Asks the program in one room after the other, and reads what it says: sentences, documents, tables, exit codes.

use std::collections::{BTreeMap, BTreeSet};

use chancery::load::Loaded;
use serde_json::Value;

use super::told::{Contradictions, Numbers};
use crate::program::{run_with, words};

/// Actors by their ids.
pub(super) type Ids = BTreeSet<String>;

/// A data set that is asked, on a day that counts as today.
#[derive(Clone, Copy)]
pub(super) struct Rooms {
    pub(super) loaded: &'static Loaded,
    pub(super) today: &'static str,
}

/// An answer in words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Answer {
    /// The command line, to be repeated by whoever reads of a contradiction.
    pub(super) line: String,
    /// One of the six answers, where the question asks whether.
    pub(super) said: Option<String>,
    pub(super) sentence: String,
    pub(super) points: Vec<String>,
    pub(super) statements: Vec<String>,
    /// The command that asks the same.
    pub(super) command: String,
    pub(super) code: Option<i32>,
}

/// A row of a table, by the names of its columns.
pub(super) type Row = BTreeMap<String, String>;

impl Rooms {
    /// What the program writes; without a message, unless it isn't understood.
    pub(super) fn run(&self, line: &str) -> (Option<i32>, String) {
        let mut words = words(line);
        if !words.iter().any(|word| word == "--today") {
            words.extend(["--today".to_owned(), self.today.to_owned()]);
        }
        let ended = run_with(self.loaded, &words);
        assert!(ended.code != Some(2), "{line}\n{}", ended.err);
        (ended.code, ended.out)
    }

    /// The answer as a document.
    pub(super) fn json(&self, line: &str) -> Value {
        let (_, out) = self.run(&format!("{line} --format json"));
        serde_json::from_str(&out).unwrap_or_else(|error| panic!("{line}: {error}"))
    }

    /// The answer as a table.
    pub(super) fn csv(&self, line: &str) -> Vec<Row> {
        let (_, out) = self.run(&format!("{line} --format csv"));
        table(&out)
    }

    /// The answer in words.
    pub(super) fn ask(&self, question: &str) -> Answer {
        let line = format!("ask '{question}'");
        let (code, out) = self.run(&format!("{line} --format json"));
        let document: Value = serde_json::from_str(&out).unwrap_or_else(|error| panic!("{line}: {error}"));
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        Answer {
            line,
            said: document["said"].as_str().map(str::to_owned),
            sentence: text(&document["sentence"]),
            points: texts(&document["points"]),
            statements: texts(&document["statements"]),
            command: text(&document["command"]),
            code,
        }
    }

    /// Whether an id names one actor alone in a question: that of a former state may be a name of two that followed.
    pub(super) fn is_plain(&self, id: &str) -> bool {
        let words = words(&format!("ask 'does {id} exist' --today {}", self.today));
        run_with(self.loaded, &words).code != Some(2)
    }

    /// The ids of records of a kind.
    pub(super) fn list(&self, kind: &str) -> Vec<String> {
        self.csv(&format!("list {kind}")).into_iter().filter_map(|mut row| row.remove("id")).collect()
    }

    /// The name of each actor.
    pub(super) fn name(&self, id: &str) -> &str {
        let base = &self.loaded.base;
        &base[base.find_actor(id).expect("an actor")].name
    }
}

impl Answer {
    /// The numbers that it tells.
    pub(super) fn numbers(&self) -> Numbers {
        Numbers::of(&self.sentence, &self.points)
    }

    /// The whole of it.
    pub(super) fn text(&self) -> String {
        std::iter::once(&*self.sentence).chain(self.points.iter().map(|point| &**point)).collect::<Vec<_>>().join(" | ")
    }
}

/// The texts of a list in a document.
pub(super) fn texts(list: &Value) -> Vec<String> {
    let all = list.as_array().into_iter().flatten();
    all.map(|text| text.as_str().unwrap_or_default().to_owned()).collect()
}

/// The ids of a list in a document.
pub(super) fn ids(list: &Value) -> Ids {
    texts(list).into_iter().collect()
}

/// The rows of a table as comma-separated values.
pub(super) fn table(text: &str) -> Vec<Row> {
    let mut rows = records(text).into_iter();
    let columns = rows.next().unwrap_or_default();
    rows.map(|row| columns.iter().cloned().zip(row).collect()).collect()
}

/// Records by RFC 4180: a field in quotes may hold commas, line ends, and quotes twice.
fn records(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut field, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => field.extend(letters.next()),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut field)),
            '\n' if !quoted => {
                row.push(std::mem::take(&mut field));
                rows.push(std::mem::take(&mut row));
            }
            '\r' if !quoted => {}
            _ => field.push(letter),
        }
    }
    rows
}

/// The values of a column, of the rows that fit.
pub(super) fn column(rows: &[Row], column: &str, fits: impl Fn(&Row) -> bool) -> Ids {
    rows.iter().filter(|row| fits(row)).map(|row| row[column].clone()).collect()
}

/// Holds one room against another: both have said the same, or it is told.
#[track_caller]
pub(super) fn same<T: PartialEq + std::fmt::Debug>(
    told: &mut Contradictions,
    check: &'static str,
    (one, said): (&str, T),
    (other, said_there): (&str, T),
) {
    if said != said_there {
        told.push(check, format!("{one}\n    {said:?}\n  {other}\n    {said_there:?}"));
    }
}

/// Lists of who certainly, presumably and possibly does.
pub(super) type Lists = [Ids; 3];

/// The countries named in a text; of a data set in which no name stands within another.
pub(super) fn named(rooms: &Rooms, text: &str, countries: &[String]) -> Ids {
    countries.iter().filter(|id| text.contains(rooms.name(id))).cloned().collect()
}
