//! A matrix: who recognizes whom, or who has relations with whom, on a day.
//!
//! Rows and columns stand in the same order, in which neighbours are alike, so that blocs show. *May know:* the base and the
//! queries of attitudes and of relations. *Never* draws.

use super::names::{NamedBase, name};
use super::options::Options;
use super::page::Page;
use super::plan::{Cell, Glyph, Ink, Item, Plan, Tabular};
use super::square::{Square, most_in_matrix, seriation};
use super::words::{self, Months};
use crate::model::{ActorIx, AsOf, Base, Day, Fact, RelationsAct, Said, StatementIx, Status, closed};
use crate::query::{Attitude, RelationsRequest, attitudes, relations};

closed! {
    /// What a matrix is of.
    pub enum MatrixOf {
        /// Who of the row recognizes whom of the column.
        Recognition => "recognition",
        /// Who has diplomatic relations with whom: the same from both sides.
        Relations => "relations",
    }
}

/// A cell with the statement that it rests on, and in words.
#[derive(Clone)]
struct Entry {
    cell: Cell,
    statement: Option<StatementIx>,
    told: String,
}

/// The matrix of these actors on a day. The picture has at most [`most_in_matrix`] of them, and counts the rest; the table
/// has them all.
pub fn matrix(base: &Base, actors: &[ActorIx], between: MatrixOf, day: Day, options: &Options) -> (Plan, Tabular) {
    let base = &options.named_on(base, day);
    let shown = &actors[..actors.len().min(most_in_matrix(options))];
    let entries: Vec<Vec<Entry>> = match between {
        MatrixOf::Recognition => recognition(base, actors, AsOf::of(day, options.today)),
        MatrixOf::Relations => related(base, actors, AsOf::of(day, options.today)),
    };
    let order = ordered(&entries, shown.len());
    let width = options.page();
    let on = words::day(day, Months::Full);
    let title = options.title.clone().unwrap_or_else(|| match between {
        MatrixOf::Recognition => format!("Who recognizes whom on {on}"),
        MatrixOf::Relations => format!("Who has diplomatic relations with whom on {on}"),
    });
    let subtitle = match between {
        MatrixOf::Recognition => {
            "Each row tells whom its actor recognizes, by recorded acts; columns have the numbers of the rows. Neighbours are alike."
        }
        MatrixOf::Relations => "By recorded acts; columns have the numbers of the rows. Neighbours are alike.",
    };
    let (mut texts, y) = options.heading(&title, subtitle);
    let names: Vec<&str> = order.iter().map(|&n| name(base, shown[n])).collect();
    let (square, labels) = Square::new(&names, y, width);
    texts.extend(labels);
    let ink = if between == MatrixOf::Relations { Ink::Relations } else { Ink::Recognition };
    let item = |n: usize, m: usize| {
        let (row, column) = (order[n], order[m]);
        let entry = &entries[row][column];
        Item {
            statement: entry.statement.map_or_else(
                || format!("{}/{}", base[shown[row]].id, base[shown[column]].id),
                |ix| base[ix].id.to_string(),
            ),
            class: format!("statement cell {}", entry.cell.name()),
            title: entry.told.clone(),
            glyphs: vec![Glyph::Cell { frame: square.frame(n, m), cell: entry.cell, ink }],
            labels: Vec::new(),
            leaders: Vec::new(),
        }
    };
    let items = (0..order.len()).flat_map(|n| (0..order.len()).map(move |m| (n, m))).map(|(n, m)| item(n, m)).collect();
    let left_out = actors.len() - shown.len();
    let remark = if left_out > 0 { format!("{left_out} more have no room at this width.") } else { String::new() };
    let drawn = || order.iter().flat_map(|&row| order.iter().map(move |&column| (row, column)));
    let acts: Vec<StatementIx> = drawn().filter_map(|(row, column)| entries[row][column].statement).collect();
    let description = description(base, shown, &order, &entries, &title);
    let page = Page { title, description, texts, items, left_out, ..Page::default() };
    let plan = page.finish(base, options, square.bottom() + 12.0, &[remark], &acts);
    (plan, table(base, actors, &ordered(&entries, actors.len()), &entries))
}

/// The first of them, in an order in which neighbours are alike among themselves.
fn ordered(entries: &[Vec<Entry>], among: usize) -> Vec<usize> {
    seriation(among, |a, b| differing(entries, among, a, b))
}

fn recognition(base: &NamedBase<'_>, actors: &[ActorIx], asked: AsOf) -> Vec<Vec<Entry>> {
    let columns: Vec<_> = actors.iter().map(|&of| attitudes(base, of, asked)).collect();
    let entry = |by: ActorIx, of: ActorIx, attitude: Option<&(Attitude, Option<StatementIx>)>| {
        let (who, whom) = (name(base, by), name(base, of));
        if by == of {
            return Entry { cell: Cell::Itself, statement: None, told: format!("{who} itself") };
        }
        let (cell, told) = match attitude.map(|(attitude, _)| attitude) {
            Some(Attitude::Certain) => (Cell::Certain, format!("{who} recognizes {whom}")),
            Some(Attitude::Presumed) => (Cell::Presumed, format!("{who} presumably recognizes {whom}")),
            Some(Attitude::Possible) => (Cell::Possible, format!("{who} possibly recognizes {whom}")),
            Some(Attitude::Withdrawn) => {
                (Cell::Withdrawn, format!("{who} withdrew or suspended its recognition of {whom}"))
            }
            Some(Attitude::Withheld) => (Cell::Withheld, format!("{who} withholds recognition from {whom}")),
            None => (Cell::Blank, format!("Recognition of {whom} by {who}: nothing is recorded")),
        };
        Entry { cell, statement: attitude.and_then(|(_, act)| *act), told }
    };
    let row = |&by: &ActorIx| -> Vec<Entry> {
        actors.iter().zip(&columns).map(|(&of, attitudes)| entry(by, of, attitudes.get(&by))).collect()
    };
    actors.iter().map(row).collect()
}

fn related(base: &NamedBase<'_>, actors: &[ActorIx], asked: AsOf) -> Vec<Vec<Entry>> {
    let entry = |a: ActorIx, b: ActorIx| {
        let (one, other) = (name(base, a), name(base, b));
        let Some(request) = RelationsRequest::between(a, b, asked.today) else {
            return Entry { cell: Cell::Itself, statement: None, told: format!("{one} itself") };
        };
        let answer = relations(base, &request.on(asked.day));
        let latest = |wanted: &[RelationsAct]| {
            let is = |ix: &&StatementIx| {
                matches!(base[**ix].fact, Fact::Relations { act, .. } if wanted.contains(&act))
                    && base[**ix].begins.earliest <= asked.day
            };
            answer.history.iter().rev().find(is).copied()
        };
        let established = latest(&[RelationsAct::Established, RelationsAct::Resumed]);
        let absent = latest(&[RelationsAct::Absent]);
        let (cell, statement, how) = match answer.status.certain {
            _ if answer.status.related == Said::Yes => (Cell::Certain, established, "diplomatic relations"),
            _ if answer.status.related == Said::Presumably => {
                (Cell::Presumed, established, "presumably diplomatic relations")
            }
            Some(Status::Severed | Status::Suspended) => {
                (Cell::Withdrawn, latest(&[RelationsAct::Severed, RelationsAct::Suspended]), "severed or suspended")
            }
            _ if answer.status.related == Said::CantTell => {
                (Cell::Possible, established, "possibly diplomatic relations")
            }
            _ if absent.is_some() => (Cell::Withheld, absent, "no relations, by record"),
            _ => (Cell::Blank, None, "nothing recorded"),
        };
        Entry { cell, statement, told: format!("{one} and {other}: {how}") }
    };
    actors.iter().map(|&a| actors.iter().map(|&b| entry(a, b)).collect()).collect()
}

/// In how many cells two differ, of their rows and columns among the first.
fn differing(entries: &[Vec<Entry>], among: usize, a: usize, b: usize) -> usize {
    let others = (0..among).filter(|&c| c != a && c != b);
    let differs = |c: usize| {
        usize::from(entries[a][c].cell != entries[b][c].cell) + usize::from(entries[c][a].cell != entries[c][b].cell)
    };
    others.map(differs).sum()
}

fn description(
    base: &NamedBase<'_>,
    actors: &[ActorIx],
    order: &[usize],
    entries: &[Vec<Entry>],
    title: &str,
) -> String {
    let mut text = format!("{title}, by recorded acts.");
    for &row in order {
        let named = |cell: Cell| -> Vec<&str> {
            order.iter().filter(|&&c| entries[row][c].cell == cell).map(|&c| name(base, actors[c])).collect()
        };
        let parts: Vec<String> = [
            (Cell::Certain, "certainly"),
            (Cell::Presumed, "presumably"),
            (Cell::Possible, "possibly"),
            (Cell::Withdrawn, "ended"),
            (Cell::Withheld, "withheld or absent"),
        ]
        .into_iter()
        .filter(|(cell, _)| !named(*cell).is_empty())
        .map(|(cell, how)| format!("{how} {}", words::list(&named(cell), "and")))
        .collect();
        let told = if parts.is_empty() { "nothing recorded".to_owned() } else { parts.join("; ") };
        text += &format!(" {}: {told}.", name(base, actors[row]));
    }
    text
}

fn table(base: &Base, actors: &[ActorIx], order: &[usize], entries: &[Vec<Entry>]) -> Tabular {
    let mut rows = Vec::new();
    for &row in order {
        for &column in order.iter().filter(|&&column| column != row) {
            let entry = &entries[row][column];
            rows.push(vec![
                base[actors[row]].id.to_string(),
                base[actors[column]].id.to_string(),
                entry.cell.name().to_owned(),
                entry.statement.map_or_else(String::new, |ix| base[ix].id.to_string()),
            ]);
        }
    }
    Tabular { columns: vec!["row", "column", "cell", "statement"], rows }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocs_stand_together() {
        // 0, 2 and 4 recognize each other; so do 1, 3 and 5; nobody across.
        let entry = |a: usize, b: usize| {
            let cell = if a == b {
                Cell::Itself
            } else if a % 2 == b % 2 {
                Cell::Certain
            } else {
                Cell::Blank
            };
            Entry { cell, statement: None, told: String::new() }
        };
        let entries: Vec<Vec<Entry>> = (0..6).map(|a| (0..6).map(|b| entry(a, b)).collect()).collect();
        assert_eq!(ordered(&entries, 6), [0, 2, 4, 1, 3, 5]);
        assert_eq!(ordered(&entries, 4), [0, 2, 1, 3]);
        assert!(seriation(0, |_, _| 0).is_empty());
    }
}
