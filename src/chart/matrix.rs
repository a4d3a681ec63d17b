//! A matrix: who recognizes whom, or who has relations with whom, on a day.
//!
//! Rows and columns stand in the same order, in which neighbours are alike, so that blocs show. *May know:* the base and the
//! queries of attitudes and of relations. *Never* draws.

use super::font::{self, Face};
use super::furniture::{self, BODY, MARGIN, SMALL};
use super::names::{Named, name};
use super::options::Options;
use super::plan::{Cell, Glyph, Ink, Item, Label, Plan, Rect, Style, Tabular};
use super::words::{self, Months};
use crate::model::{ActorIx, Base, Day, Fact, Pair, RelationsAct, StatementIx, Status, closed};
use crate::query::{Attitude, RelationsRequest, attitudes, relations};

closed! {
    /// What a matrix is of.
    pub enum Between {
        /// Who of the row recognizes whom of the column.
        Recognition => "recognition",
        /// Who has diplomatic relations with whom: the same from both sides.
        Relations => "relations",
    }
}

/// The largest side of a cell, and the smallest in which a matrix can be read.
const SIDES: (f64, f64) = (34.0, 14.0);

/// The most room that the names of the rows take.
const NAMES: f64 = 160.0;

/// The most actors that a matrix of a width can have.
pub fn most_in_matrix(options: &Options) -> usize {
    ((options.page() - 2.0 * MARGIN - NAMES - 8.0) / SIDES.1) as usize
}

/// A cell with the statement that it rests on, and in words.
#[derive(Clone)]
struct Entry {
    cell: Cell,
    statement: Option<StatementIx>,
    told: String,
}

/// The matrix of these actors on a day; at most [`most_in_matrix`], of whom the rest is left out and counted.
pub fn matrix(base: &Base, actors: &[ActorIx], between: Between, day: Day, options: &Options) -> (Plan, Tabular) {
    let base = &options.named_on(base, day);
    let shown = &actors[..actors.len().min(most_in_matrix(options))];
    let entries: Vec<Vec<Entry>> = match between {
        Between::Recognition => recognition(base, shown, day),
        Between::Relations => related(base, shown, day),
    };
    let order = seriation(&entries);
    let width = options.page();
    let on = words::day(day, Months::Full);
    let title = options.title.clone().unwrap_or_else(|| match between {
        Between::Recognition => format!("Who recognizes whom on {on}"),
        Between::Relations => format!("Who has diplomatic relations with whom on {on}"),
    });
    let subtitle = match between {
        Between::Recognition => {
            "Each row tells whom its actor recognizes, by recorded acts; columns have the numbers of the rows. Neighbours are alike."
        }
        Between::Relations => "By recorded acts; columns have the numbers of the rows. Neighbours are alike.",
    };
    let (mut texts, y) = options.heading(&title, subtitle);
    let numbered = |n: usize| format!("{}  {}", name(base, shown[order[n]]), n + 1);
    let widest = (0..order.len()).map(|n| font::width(&numbered(n), BODY, Face::Regular)).fold(0.0, f64::max);
    let left = MARGIN + widest.min(NAMES) + 8.0;
    let side = ((width - MARGIN - left) / order.len().max(1) as f64).clamp(SIDES.1, SIDES.0);
    let size = (side * 0.42).clamp(6.0, SMALL);
    let top = y + 22.0;
    let mut items = Vec::new();
    for (n, &row) in order.iter().enumerate() {
        let middle = top + (n as f64 + 0.5) * side;
        let height = BODY.min(side * 0.8);
        let room = left - MARGIN - 8.0;
        let mut label = numbered(n);
        if font::width(&label, height, Face::Regular) > room {
            // A long name is cut, its number never: the columns have no other name.
            let number = format!("  {}", n + 1);
            let room = room - font::width(&number, height, Face::Regular);
            label = font::cut(name(base, shown[row]), height, Face::Regular, room) + &number;
        }
        texts.push(Label::new(label, 0.0, middle + 0.33 * height, height, Style::Plain).ending_at(left - 6.0));
        let head = Label::new((n + 1).to_string(), 0.0, top - 6.0, size, Style::Muted);
        texts.push(head.centred_at(left + (n as f64 + 0.5) * side));
        for (m, &column) in order.iter().enumerate() {
            let entry = &entries[row][column];
            let (x, y) = (left + m as f64 * side, top + n as f64 * side);
            let frame = Rect { left: x, top: y, right: x + side - 1.0, bottom: y + side - 1.0 };
            let ink = if between == Between::Relations { Ink::Relations } else { Ink::Recognition };
            items.push(Item {
                statement: entry.statement.map_or_else(
                    || format!("{}/{}", base[shown[row]].id, base[shown[column]].id),
                    |ix| base[ix].id.to_string(),
                ),
                class: format!("statement cell {}", entry.cell.name()),
                title: entry.told.clone(),
                glyphs: vec![Glyph::Cell { frame, cell: entry.cell, ink }],
                labels: Vec::new(),
                leaders: Vec::new(),
            });
        }
    }
    let (legend, y) = furniture::legend(&items, top + order.len() as f64 * side + 12.0, width);
    let left_out = actors.len() - shown.len();
    let remark = if left_out > 0 { format!("{left_out} more have no room at this width.") } else { String::new() };
    let (lines, y) = furniture::notes(&[remark], y + 2.0, width);
    texts.extend(lines);
    let acts: Vec<StatementIx> = entries.iter().flatten().filter_map(|entry| entry.statement).collect();
    let (sources, y) = furniture::notes(&options.sources(base, &acts), y + 4.0, width);
    texts.extend(sources);
    let plan = Plan {
        width,
        height: y + MARGIN - 6.0,
        description: description(base, shown, &order, &entries, &title),
        title,
        fields: Vec::new(),
        bands: Vec::new(),
        rules: Vec::new(),
        texts,
        items,
        legend,
        left_out,
    };
    (plan, table(base, shown, &order, &entries))
}

fn recognition(base: &Named<'_>, actors: &[ActorIx], day: Day) -> Vec<Vec<Entry>> {
    let columns: Vec<_> = actors.iter().map(|&of| attitudes(base, of, day)).collect();
    let entry = |by: ActorIx, of: ActorIx, attitude: Option<&(Attitude, Option<StatementIx>)>| {
        let (who, whom) = (name(base, by), name(base, of));
        if by == of {
            return Entry { cell: Cell::Itself, statement: None, told: format!("{who} itself") };
        }
        let (cell, told) = match attitude.map(|(attitude, _)| attitude) {
            Some(Attitude::Certain) => (Cell::Certain, format!("{who} recognizes {whom}")),
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

fn related(base: &Named<'_>, actors: &[ActorIx], day: Day) -> Vec<Vec<Entry>> {
    let entry = |a: ActorIx, b: ActorIx| {
        let (one, other) = (name(base, a), name(base, b));
        let Some(pair) = Pair::new(a, b) else {
            return Entry { cell: Cell::Itself, statement: None, told: format!("{one} itself") };
        };
        let answer = relations(base, &RelationsRequest { parties: [a, b], pair, on: Some(day), today: day });
        let latest = |wanted: &[RelationsAct]| {
            let is = |ix: &&StatementIx| {
                matches!(base[**ix].fact, Fact::Relations { act, .. } if wanted.contains(&act))
                    && base[**ix].begins.earliest <= day
            };
            answer.history.iter().rev().find(is).copied()
        };
        let established = latest(&[RelationsAct::Established, RelationsAct::Resumed]);
        let absent = latest(&[RelationsAct::Absent]);
        let (cell, statement, how) = match answer.status.certain {
            Some(Status::Established) => (Cell::Certain, established, "diplomatic relations"),
            Some(Status::Severed | Status::Suspended) => {
                (Cell::Withdrawn, latest(&[RelationsAct::Severed, RelationsAct::Suspended]), "severed or suspended")
            }
            _ if answer.status.possible.contains(&Status::Established) => {
                (Cell::Possible, established, "possibly diplomatic relations")
            }
            _ if absent.is_some() => (Cell::Withheld, absent, "no relations, by record"),
            _ => (Cell::Blank, None, "nothing recorded"),
        };
        Entry { cell, statement, told: format!("{one} and {other}: {how}") }
    };
    actors.iter().map(|&a| actors.iter().map(|&b| entry(a, b)).collect()).collect()
}

/// An order in which neighbours are alike: from the one with most in common with all, always the nearest of the rest.
///
/// *Source:* seriation by nearest neighbours, on the share of cells that differ in rows and columns; see Liiv, Seriation and
/// matrix reordering methods (2010).
fn seriation(entries: &[Vec<Entry>]) -> Vec<usize> {
    let n = entries.len();
    let distance = |a: usize, b: usize| {
        let others = (0..n).filter(|&c| c != a && c != b);
        let differs = |c: usize| {
            usize::from(entries[a][c].cell != entries[b][c].cell)
                + usize::from(entries[c][a].cell != entries[c][b].cell)
        };
        others.map(differs).sum::<usize>()
    };
    let whole = |a: usize| (0..n).filter(|&b| b != a).map(|b| distance(a, b)).sum::<usize>();
    let Some(first) = (0..n).min_by_key(|&a| (whole(a), a)) else { return Vec::new() };
    let mut order = vec![first];
    while let Some(next) =
        (0..n).filter(|a| !order.contains(a)).min_by_key(|&a| (order.last().map_or(0, |&last| distance(last, a)), a))
    {
        order.push(next);
    }
    order
}

fn description(base: &Named<'_>, actors: &[ActorIx], order: &[usize], entries: &[Vec<Entry>], title: &str) -> String {
    let mut text = format!("{title}, by recorded acts.");
    for &row in order {
        let named = |cell: Cell| -> Vec<&str> {
            order.iter().filter(|&&c| entries[row][c].cell == cell).map(|&c| name(base, actors[c])).collect()
        };
        let parts: Vec<String> = [
            (Cell::Certain, "certainly"),
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
        let order = seriation(&entries);
        assert_eq!(order, [0, 2, 4, 1, 3, 5]);
        assert!(seriation(&[]).is_empty());
    }
}
