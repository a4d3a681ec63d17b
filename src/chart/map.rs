//! A map of the world in tiles: who recognizes an actor on a day.
//!
//! One tile for each state, roughly where it lies, so that small states are seen as well as large ones. *May know:* the base
//! and the query of attitudes. *Never* draws.

use std::collections::{BTreeMap, BTreeSet};

use super::names::{NamedBase, name};
use super::options::Options;
use super::page::Page;
use super::plan::{Cell, Ink, Plan, Tabular};
use super::tiles::{Tile, Tiling};
use super::words::{self, Months};
use crate::model::{ActorIx, AsOf, Base, Closed, Day, Matter, StatementIx, stated_with};
use crate::query::{Attitude, attitudes};

/// Who recognizes `of` on `day`.
pub fn recognition_map(base: &Base, of: ActorIx, day: Day, options: &Options) -> (Plan, Tabular) {
    let base = &options.named_on(base, day);
    let attitudes = attitudes(base, of, AsOf::of(day, options.today));
    let title = options
        .title
        .clone()
        .unwrap_or_else(|| format!("Recognition of {} on {}", name(base, of), words::day(day, Months::Full)));
    let (texts, y) = options.heading(&title, &subtitle(&attitudes));
    let map = Tiling::new(base, day, y + 6.0, options.page());
    let item = |tile: &Tile| {
        let attitude = attitudes.get(&tile.actor);
        let (cell, told) = told(base, tile.actor, of, attitude);
        let act = attitude.and_then(|(_, act)| *act);
        let statement = act.map_or(base[tile.actor].id.as_str(), |ix| &*base[ix].id);
        tile.item(statement, cell, Ink::Recognition, told)
    };
    let items = map.tiles.iter().map(item).collect();
    let shown: BTreeSet<ActorIx> = map.tiles.iter().map(|tile| tile.actor).collect();
    let acts: Vec<StatementIx> = attitudes.values().filter_map(|(_, act)| *act).collect();
    let description = description(base, of, day, &attitudes);
    let page = Page { title, description, texts, items, ..Page::default() };
    let mut notes = lists(base, of, &attitudes, &shown);
    notes.extend(options.record(base, &[Matter::RecognitionsOf(of)], day));
    let plan = page.finish(base, options, map.bottom + 10.0, &notes, &acts);
    (plan, table(base, &attitudes))
}

/// What a tile says, of an actor and in words.
fn told(
    base: &NamedBase<'_>,
    actor: ActorIx,
    of: ActorIx,
    attitude: Option<&(Attitude, Option<StatementIx>)>,
) -> (Cell, String) {
    let who = name(base, actor);
    let cell = match attitude {
        _ if actor == of => Cell::Itself,
        Some((Attitude::Certain, _)) => Cell::Certain,
        Some((Attitude::Presumed, _)) => Cell::Presumed,
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
    (cell, told)
}

type Attitudes = BTreeMap<ActorIx, (Attitude, Option<StatementIx>)>;

fn named(base: &NamedBase<'_>, attitudes: &Attitudes, wanted: Attitude) -> Vec<String> {
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
    let more = |attitude: Attitude, how: &str| match number(attitudes, attitude) {
        0 => String::new(),
        n => format!(", {n} {how} do"),
    };
    let (presumed, possible) = (more(Attitude::Presumed, "presumably"), more(Attitude::Possible, "possibly"));
    format!(
        "{certain} certainly recognize it{presumed}{possible}, by recorded acts. A tile for each state, roughly where it lies."
    )
}

/// What a map can't tell: who they are by name, where the codes don't say it, and who has no tile.
fn lists(base: &NamedBase<'_>, of: ActorIx, attitudes: &Attitudes, shown: &BTreeSet<ActorIx>) -> Vec<String> {
    let mut lines = Vec::new();
    for (attitude, heading) in [
        (Attitude::Presumed, "Presumably"),
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
        .filter(|(by, (attitude, _))| !shown.contains(by) && matches!(attitude, Attitude::Certain | Attitude::Presumed))
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

fn description(base: &NamedBase<'_>, of: ActorIx, day: Day, attitudes: &Attitudes) -> String {
    let mut text = format!("Who recognizes {} on {}, by recorded acts.", name(base, of), words::day(day, Months::Full));
    for &attitude in Attitude::ALL {
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
        Attitude::Presumed => "Presumably",
        Attitude::Possible => "Possibly",
        Attitude::Withdrawn => "Withdrawn or suspended",
        Attitude::Withheld => "Withheld",
    }
}

fn table(base: &NamedBase<'_>, attitudes: &Attitudes) -> Tabular {
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
