//! A map of the world in tiles: who recognizes an actor on a day.
//!
//! One tile for each state, roughly where it lies, so that small states are seen as well as large ones. *May know:* the base
//! and the query of attitudes. *Never* draws.

use std::collections::{BTreeMap, BTreeSet};

use super::furniture::{self, MARGIN};
use super::names::{Named, name};
use super::options::Options;
use super::plan::{Cell, Glyph, Ink, Item, Label, Plan, Rect, Style, Tabular};
use super::words::{self, Months};
use crate::model::{ActorIx, Band, Base, CodeScheme, Day, Key, StatementIx, stated_with};
use crate::query::{Attitude, attitudes};

/// The places of the tiles: codes of ISO 3166-1 (for Kosovo, which has none, of the Correlates of War), and dots where none is.
const TILES: &str = include_str!("map/tiles.txt");

/// The space between tiles.
const GAP: f64 = 2.0;

/// What lies where: column, row, code.
fn tiles() -> impl Iterator<Item = (usize, usize, &'static str)> {
    TILES.lines().enumerate().flat_map(|(row, line)| {
        let cells = line.split(' ').enumerate().filter(|(_, code)| !code.starts_with('.'));
        cells.map(move |(column, code)| (column, row, code))
    })
}

/// Who recognizes `of` on `day`.
pub fn recognition_map(base: &Base, of: ActorIx, day: Day, options: &Options) -> (Plan, Tabular) {
    let base = &options.named_on(base, day);
    let attitudes = attitudes(base, of, day);
    let coded = coded(base, day);
    let width = options.page();
    let title = options
        .title
        .clone()
        .unwrap_or_else(|| format!("Recognition of {} on {}", name(base, of), words::day(day, Months::Full)));
    let (mut texts, y) = options.heading(&title, &subtitle(&attitudes));
    let columns = tiles().map(|(column, ..)| column).max().unwrap_or(0) + 1;
    let rows = tiles().map(|(_, row, _)| row).max().unwrap_or(0) + 1;
    let side = (width - 2.0 * MARGIN) / columns as f64;
    let top = y + 6.0;
    let mut items = Vec::new();
    let mut shown = BTreeSet::new();
    for (column, row, code) in tiles() {
        let Some(&actor) = coded.get(code) else { continue };
        shown.insert(actor);
        let (left, top) = (MARGIN + column as f64 * side, top + row as f64 * side);
        let frame = Rect { left, top, right: left + side - GAP, bottom: top + side - GAP };
        items.push(tile(base, actor, of, code, frame, attitudes.get(&actor)));
    }
    let (legend, y) = furniture::legend(&items, top + rows as f64 * side + 10.0, width);
    let (lines, y) = furniture::notes(&lists(base, of, &attitudes, &shown), y + 2.0, width);
    texts.extend(lines);
    let acts: Vec<StatementIx> = attitudes.values().filter_map(|(_, act)| *act).collect();
    let (sources, y) = furniture::notes(&options.sources(base, &acts), y + 4.0, width);
    texts.extend(sources);
    let plan = Plan {
        width,
        height: y + MARGIN - 6.0,
        description: description(base, of, day, &attitudes),
        title,
        fields: Vec::new(),
        bands: Vec::new(),
        rules: Vec::new(),
        texts,
        items,
        legend,
        left_out: 0,
    };
    (plan, table(base, &attitudes))
}

/// Who has a code on a day, among those that exist then.
fn coded(base: &Base, day: Day) -> BTreeMap<&str, ActorIx> {
    let exists = |actor: ActorIx| {
        let mut periods = base.under(Key::Existence(actor)).filter(|&ix| base[ix].stands()).peekable();
        // Of whom no period is recorded, nothing says that it didn't exist.
        periods.peek().is_none() || periods.any(|ix| base[ix].holds(day) != Band::No)
    };
    let mut found = BTreeMap::new();
    for scheme in [CodeScheme::Cow, CodeScheme::Iso3] {
        for actor in base.actor_handles().filter(|&actor| base[actor].kind.is_country() && exists(actor)) {
            let holds = |from: Day, until: Day| from <= day && day < until;
            for code in base[actor].codes.iter().filter(|code| code.scheme == scheme) {
                let from = code.from.as_ref().map_or(Day::PAST, |date| date.earliest());
                let until = code.until.as_ref().map_or(Day::FUTURE, |date| date.earliest());
                if holds(from, until) {
                    found.insert(&*code.code, actor);
                }
            }
        }
    }
    found
}

fn tile(
    base: &Named<'_>,
    actor: ActorIx,
    of: ActorIx,
    code: &str,
    frame: Rect,
    attitude: Option<&(Attitude, Option<StatementIx>)>,
) -> Item {
    let who = name(base, actor);
    let cell = match attitude {
        _ if actor == of => Cell::Itself,
        Some((Attitude::Certain, _)) => Cell::Certain,
        Some((Attitude::Possible, _)) => Cell::Possible,
        Some((Attitude::Withdrawn, _)) => Cell::Withdrawn,
        Some((Attitude::Withheld, _)) => Cell::Withheld,
        None => Cell::Blank,
    };
    let told = match attitude {
        _ if actor == of => format!("{who} itself"),
        Some((attitude, Some(act))) => {
            let did = stated_with(base, &base[*act].fact, |actor| base.whole(actor));
            format!("{attitude}: {did} ({})", words::when(&base[*act], Months::Full))
        }
        Some((attitude, None)) => format!("{who}: {attitude}, by the act of whom it continues"),
        None => format!("{who}: no act is recorded"),
    };
    let size = ((frame.right - frame.left) / 3.0).clamp(6.5, 14.0);
    let style = match cell {
        Cell::Certain | Cell::Itself => Style::Inverse,
        Cell::Blank => Style::Muted,
        _ => Style::Plain,
    };
    let (middle, centre) = ((frame.left + frame.right) / 2.0, (frame.top + frame.bottom) / 2.0);
    let raised = if matches!(cell, Cell::Withheld | Cell::Withdrawn) { 3.5 } else { 0.0 };
    let label = Label::new(code, 0.0, centre + size * 0.35 - raised, size, style).centred_at(middle);
    let act = attitude.and_then(|(_, act)| *act);
    Item {
        statement: act.map_or_else(|| base[actor].id.to_string(), |ix| base[ix].id.to_string()),
        class: format!("statement tile {}", cell.name()),
        title: told,
        glyphs: vec![Glyph::Cell { frame, cell, ink: Ink::Recognition }],
        labels: if label.width() <= frame.right - frame.left { vec![label] } else { Vec::new() },
        leaders: Vec::new(),
    }
}

type Attitudes = BTreeMap<ActorIx, (Attitude, Option<StatementIx>)>;

fn named(base: &Named<'_>, attitudes: &Attitudes, wanted: Attitude) -> Vec<String> {
    let mut names: Vec<String> = attitudes
        .iter()
        .filter(|(_, (attitude, _))| *attitude == wanted)
        .map(|(&by, _)| name(base, by).to_owned())
        .collect();
    names.sort();
    names
}

fn number(attitudes: &Attitudes, wanted: Attitude) -> usize {
    attitudes.values().filter(|(attitude, _)| *attitude == wanted).count()
}

fn subtitle(attitudes: &Attitudes) -> String {
    let certain = number(attitudes, Attitude::Certain);
    let possible = match number(attitudes, Attitude::Possible) {
        0 => String::new(),
        n => format!(", and {n} possibly do"),
    };
    format!(
        "{certain} certainly recognize it{possible}, by recorded acts. A tile for each state, roughly where it lies."
    )
}

/// What a map can't tell: who they are by name, where the codes don't say it, and who has no tile.
fn lists(base: &Named<'_>, of: ActorIx, attitudes: &Attitudes, shown: &BTreeSet<ActorIx>) -> Vec<String> {
    let mut lines = Vec::new();
    for (attitude, heading) in [
        (Attitude::Possible, "Possibly"),
        (Attitude::Withdrawn, "Withdrawn or suspended"),
        (Attitude::Withheld, "Withheld"),
    ] {
        let names = named(base, attitudes, attitude);
        if !names.is_empty() {
            lines.push(format!("{heading} ({}): {}.", names.len(), names.join(", ")));
        }
    }
    let mut elsewhere: Vec<String> = attitudes
        .iter()
        .filter(|(by, (attitude, _))| !shown.contains(by) && *attitude == Attitude::Certain)
        .map(|(&by, _)| name(base, by).to_owned())
        .collect();
    elsewhere.sort();
    if !elsewhere.is_empty() {
        lines.push(format!("Recognize it and have no tile ({}): {}.", elsewhere.len(), elsewhere.join(", ")));
    }
    if !shown.contains(&of) {
        lines.push(format!("{} has no tile of its own.", name(base, of)));
    }
    lines
}

fn description(base: &Named<'_>, of: ActorIx, day: Day, attitudes: &Attitudes) -> String {
    let mut text = format!("Who recognizes {} on {}, by recorded acts.", name(base, of), words::day(day, Months::Full));
    for attitude in [Attitude::Certain, Attitude::Possible, Attitude::Withdrawn, Attitude::Withheld] {
        let names = named(base, attitudes, attitude);
        if !names.is_empty() {
            text += &format!(" {} ({}): {}.", capital(attitude), names.len(), names.join(", "));
        }
    }
    text
}

fn capital(attitude: Attitude) -> &'static str {
    match attitude {
        Attitude::Certain => "Certainly",
        Attitude::Possible => "Possibly",
        Attitude::Withdrawn => "Withdrawn or suspended",
        Attitude::Withheld => "Withheld",
    }
}

fn table(base: &Named<'_>, attitudes: &Attitudes) -> Tabular {
    let row = |(&by, (attitude, act)): (&ActorIx, &(Attitude, Option<StatementIx>))| {
        let date = act.and_then(|ix| base[ix].date()).map(ToString::to_string).unwrap_or_default();
        let statement = act.map_or_else(String::new, |ix| base[ix].id.to_string());
        vec![base[by].id.to_string(), base.whole(by).to_owned(), attitude.to_string(), date, statement]
    };
    Tabular {
        columns: vec!["actor", "name", "attitude", "date", "statement"],
        rows: attitudes.iter().map(row).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::font::{self, Face};
    use crate::load;
    use crate::query::members_on;

    #[test]
    fn every_member_of_the_united_nations_has_one_tile() {
        let base = load::load(load::embedded::files(), Vec::new()).base;
        let day = Day::parse("2026-11-25").expect("a day");
        let coded = coded(&base, day);
        let mut seen = BTreeSet::new();
        for (_, _, code) in tiles() {
            let actor = coded.get(code).unwrap_or_else(|| panic!("nobody has the code {code}"));
            assert!(seen.insert(*actor), "{code} stands twice");
        }
        let world = base.find_actor(crate::query::WORLD).expect("the United Nations");
        let missing: Vec<&str> = members_on(&base, world, day)
            .into_iter()
            .filter(|m| !seen.contains(m))
            .map(|m| base[m].id.as_str())
            .collect();
        assert!(missing.is_empty(), "{missing:?}");
    }

    #[test]
    fn codes_fit_into_their_tiles() {
        let columns = tiles().map(|(column, ..)| column).max().unwrap_or(0) + 1;
        let side = (Options::NARROWEST - 2.0 * MARGIN) / columns as f64 - GAP;
        let size = (side / 3.0).clamp(6.5, 14.0);
        let widest = tiles().map(|(_, _, code)| font::width(code, size, Face::Regular)).fold(0.0, f64::max);
        assert!(widest <= side * 1.2, "{widest} in {side}");
    }
}
