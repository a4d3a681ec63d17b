//! A roll call: the counts as a bar, then who voted how, by name.
//!
//! *May know:* the base and the queries of resolutions. *Never* draws.

mod columns;
mod tell;

pub(super) use tell::contest;

use self::columns::{Columns, Voter};
use super::furniture::{BODY, MARGIN};
use super::names::{NamedBase, name};
use super::options::Options;
use super::page::Page;
use super::plan::{Cell, Hairline, Ink, Item, Label, Plan, Style, Tabular};
use super::stacked::{BarPart, stacked};
use super::tiles::{Tile, Tiling};
use super::words;
use crate::model::{Band, Base, Choice, Closed, Day, Resolution, ResolutionIx, StatementIx, Tally, closed};
use crate::query::{ResolutionsAnswer, VoteCast, is_of_choice};

closed! {
    /// How a roll call is laid out.
    pub enum Layout {
        /// The names of the voters in columns.
        Names => "names",
        /// A map of the world with a tile for each state.
        Map => "map",
    }
}

/// The cell of a vote, and its colour.
pub(super) fn cell(choice: Choice) -> (Cell, Ink) {
    match choice {
        Choice::Favour => (Cell::Favour, Ink::First),
        Choice::Against => (Cell::Against, Ink::Second),
        Choice::Abstaining => (Cell::Abstaining, Ink::Pointer),
        Choice::Absent => (Cell::Absent, Ink::Pointer),
    }
}

/// A vote in words: "in favour".
pub(super) fn spoken(choice: Choice) -> &'static str {
    match choice {
        Choice::Favour => "in favour",
        Choice::Against => "against",
        Choice::Abstaining => "abstaining",
        Choice::Absent => "absent or not voting",
    }
}

/// The roll call of a resolution. A resolution without one gets a figure that says so.
pub fn votes(base: &Base, of: ResolutionIx, layout: Layout, options: &Options) -> (Plan, Tabular) {
    let day = base[base[of].adopted].begins.earliest.bounded().unwrap_or(options.today);
    let base = &options.named_on(base, day);
    let resolution = &base[of];
    let votes = gather(base, of);
    let width = options.page();
    let title = options.title.clone().unwrap_or_else(|| resolution.title.to_string());
    let (texts, y) = options.heading(&title, &tell::subtitle(base, resolution));
    let bar = stacked(&parts(base, resolution, &votes), resolution.id.as_str(), y + 4.0, width);
    let mut page = Page { title, texts, items: bar.items, key: bar.key, ..Page::default() };
    let mut notes = Vec::new();
    let bottom = match layout {
        _ if votes.is_empty() => nobody(&mut page, bar.bottom),
        Layout::Names => names(base, &votes, bar.bottom, width, &mut page),
        Layout::Map => map(base, &votes, day, bar.bottom, width, &mut page, &mut notes),
    };
    notes.extend(tell::notes(base, resolution, &votes));
    notes.extend(tell::without_vote(base, of));
    page.description = tell::description(base, resolution, &votes);
    for note in tell::without_vote(base, of) {
        page.description += &format!(" {note}");
    }
    let statements: Vec<StatementIx> =
        std::iter::once(resolution.adopted).chain(votes.iter().map(|vote| vote.statement)).collect();
    let plan = page.finish(base, options, bottom + 10.0, &notes, &statements);
    (plan, table(base, &votes))
}

/// The votes, by choice and then by name.
fn gather(base: &NamedBase<'_>, of: ResolutionIx) -> Vec<VoteCast> {
    let cast = ResolutionsAnswer::roll_call(base, of).into_iter();
    let mut votes: Vec<VoteCast> = cast.filter_map(|(_, _, vote)| VoteCast::of(base, vote)).collect();
    votes.sort_by_key(|vote| (vote.choice, name(base, vote.by), vote.statement));
    votes
}

fn named(votes: &[VoteCast], choice: Choice) -> usize {
    votes.iter().filter(|vote| vote.choice == choice).count()
}

/// "38, possibly 1 more": how many voted so by every source, and how many by some.
fn in_numbers(base: &Base, votes: &[VoteCast], choice: Choice) -> String {
    let number = |band: Band| votes.iter().filter(|vote| is_of_choice(base, vote.statement, choice) == band).count();
    match (number(Band::Certain), number(Band::Possible)) {
        (sure, 0) => sure.to_string(),
        (sure, more) => format!("{sure}, possibly {more} more"),
    }
}

/// What a count says of a choice; it says nothing of who was absent.
fn counted(tally: Tally, choice: Choice) -> Option<usize> {
    let count = match choice {
        Choice::Favour => tally.favour,
        Choice::Against => tally.against,
        Choice::Abstaining => tally.abstaining,
        Choice::Absent => return None,
    };
    Some(count as usize)
}

/// The parts of the bar: who is named, and for how many more the record has a count only.
fn parts(base: &Base, resolution: &Resolution, votes: &[VoteCast]) -> Vec<BarPart> {
    let mut parts = Vec::new();
    for &choice in Choice::ALL {
        let named = named(votes, choice);
        let unnamed =
            resolution.tally.and_then(|tally| counted(tally, choice)).map_or(0, |all| all.saturating_sub(named));
        let (cell, ink) = cell(choice);
        let words = spoken(choice);
        if named > 0 || (unnamed == 0 && choice != Choice::Absent && !(votes.is_empty() && resolution.tally.is_none()))
        {
            parts.push(BarPart {
                cell,
                ink,
                count: named,
                words: format!("{} {words}", in_numbers(base, votes, choice)),
            });
        }
        if unnamed > 0 {
            let words =
                if named > 0 { format!("{unnamed} more, not named") } else { format!("{unnamed} {words}, not named") };
            parts.push(BarPart { cell: Cell::Unnamed, ink, count: unnamed, words });
        }
    }
    parts
}

/// The line that stands where the names would.
fn nobody(page: &mut Page, top: f64) -> f64 {
    let y = top + 26.0;
    page.texts.push(Label::new(
        "No roll call is recorded: who voted how is not known here.",
        MARGIN,
        y,
        BODY,
        Style::Plain,
    ));
    y + 4.0
}

/// The item of a vote without a place.
fn item(base: &NamedBase<'_>, vote: &VoteCast) -> Item {
    let contested = if vote.is_open() { " contested" } else { "" };
    let perhaps = if vote.is_open() { format!("; sources differ: {}", choices(&vote.possible)) } else { String::new() };
    Item {
        statement: base[vote.statement].id.to_string(),
        class: format!("statement vote {}{contested}", vote.choice),
        title: format!("{}: {}{perhaps}", base[vote.by].name, spoken(vote.choice)),
        glyphs: Vec::new(),
        labels: Vec::new(),
        leaders: Vec::new(),
    }
}

fn choices(possible: &[Choice]) -> String {
    let words: Vec<&str> = possible.iter().map(|&choice| spoken(choice)).collect();
    words::list(&words, "or")
}

/// The voters in columns, a block for each choice; and where they end.
fn names(base: &NamedBase<'_>, votes: &[VoteCast], top: f64, width: f64, page: &mut Page) -> f64 {
    let voters: Vec<Voter<'_>> =
        votes.iter().map(|vote| Voter { name: name(base, vote.by), is_open: vote.is_open() }).collect();
    let columns = Columns::new(&voters, width);
    let mut y = top + 12.0;
    for &choice in Choice::ALL {
        let some: Vec<usize> = (0..votes.len()).filter(|&n| votes[n].choice == choice).collect();
        if some.is_empty() {
            continue;
        }
        let heading = format!("{}  {}", tell::capital(spoken(choice)), in_numbers(base, votes, choice));
        page.texts.push(Label::new(heading, MARGIN, y + 14.0, BODY, Style::Strong));
        page.hairlines.push(Hairline { from: (MARGIN, y + 20.0), to: (width - MARGIN, y + 20.0) });
        let block: Vec<Voter<'_>> = some.iter().map(|&n| voters[n]).collect();
        let (places, bottom) = columns.place(&block, y + 24.0);
        for (&n, place) in some.iter().zip(places) {
            let (glyphs, labels) = place.draw(cell(choice), voters[n].is_open);
            page.items.push(Item { glyphs, labels, ..item(base, &votes[n]) });
        }
        y = bottom + 6.0;
    }
    y
}

/// The map of the votes, and where it ends. Who has no tile is named in a note.
fn map(
    base: &NamedBase<'_>,
    votes: &[VoteCast],
    day: Day,
    top: f64,
    width: f64,
    page: &mut Page,
    notes: &mut Vec<String>,
) -> f64 {
    let map = Tiling::new(base, day, top + 12.0, width);
    let draw = |tile: &Tile| match votes.iter().find(|vote| vote.by == tile.actor) {
        Some(vote) => {
            let item = item(base, vote);
            let (cell, ink) = if vote.is_open() { (Cell::Differs, Ink::Contest) } else { cell(vote.choice) };
            Item { class: format!("{} tile", item.class), ..tile.item(&item.statement, cell, ink, item.title) }
        }
        None => {
            let told = format!("{}: no vote is recorded", name(base, tile.actor));
            tile.item(base[tile.actor].id.as_str(), Cell::Blank, Ink::First, told)
        }
    };
    page.items.extend(map.tiles.iter().map(draw));
    for &choice in Choice::ALL {
        let has_none = |vote: &&VoteCast| vote.choice == choice && !map.tiles.iter().any(|tile| tile.actor == vote.by);
        let names: Vec<&str> = votes.iter().filter(has_none).map(|vote| name(base, vote.by)).collect();
        if !names.is_empty() {
            notes.push(format!("Without a tile, {} ({}): {}.", spoken(choice), names.len(), names.join(", ")));
        }
    }
    map.bottom
}

fn table(base: &NamedBase<'_>, votes: &[VoteCast]) -> Tabular {
    let row = |vote: &VoteCast| {
        let possible: Vec<&str> = vote.possible.iter().map(|choice| choice.name()).collect();
        vec![
            base[vote.by].id.to_string(),
            base[vote.by].name.to_string(),
            vote.choice.name().to_owned(),
            possible.join(" "),
            base[vote.statement].id.to_string(),
        ]
    };
    Tabular { columns: vec!["actor", "name", "vote", "possible", "statement"], rows: votes.iter().map(row).collect() }
}
