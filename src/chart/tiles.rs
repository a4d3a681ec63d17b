//! A map of the world in tiles: one for each state, roughly where it lies, so that small states are seen as well as large
//! ones.
//!
//! *May know:* the base, for who has which code on a day. What the tiles say, others tell.

use std::collections::BTreeMap;

use super::furniture::MARGIN;
use super::plan::{Cell, Glyph, Ink, Item, Label, Rect};
use crate::model::{ActorIx, Band, Base, CodeScheme, Day, Key};

/// The places of the tiles: codes of ISO 3166-1 (for Kosovo, which has none, of the Correlates of War), and dots where none is.
const TILES: &str = include_str!("map/tiles.txt");

/// What stood on a tile under another code: who has none of ISO 3166-1 that the tile bears on a day, and lies there. The two
/// lists of codes have the same letters for different states (SWZ is Switzerland to the one, Eswatini to the other), so that
/// a code of the Correlates of War counts only where it is written here.
///
/// *Source:* ISO 3166-3 for codes that were withdrawn; the Correlates of War for states that ended before there were any.
const ELSEWHERE: [(&str, CodeScheme, &str); 22] = [
    ("BEN", CodeScheme::Iso3, "DHY"),
    ("BFA", CodeScheme::Iso3, "HVO"),
    ("BLR", CodeScheme::Iso3, "BYS"),
    ("COD", CodeScheme::Iso3, "ZAR"),
    ("CZE", CodeScheme::Iso3, "CSK"),
    ("DJI", CodeScheme::Iso3, "AFI"),
    ("ITA", CodeScheme::Cow, "ITA"),
    ("KOR", CodeScheme::Cow, "KOR"),
    ("KOS", CodeScheme::Cow, "KOS"),
    ("MMR", CodeScheme::Iso3, "BUR"),
    ("RUS", CodeScheme::Iso3, "SUN"),
    ("RUS", CodeScheme::Cow, "RUS"),
    ("SRB", CodeScheme::Iso3, "YUG"),
    ("SRB", CodeScheme::Iso3, "SCG"),
    ("SRB", CodeScheme::Cow, "YUG"),
    ("TLS", CodeScheme::Iso3, "TMP"),
    ("TUR", CodeScheme::Cow, "TUR"),
    ("TZA", CodeScheme::Cow, "TAZ"),
    ("VNM", CodeScheme::Iso3, "VDR"),
    ("VUT", CodeScheme::Iso3, "NHB"),
    ("ZWE", CodeScheme::Iso3, "RHO"),
    ("ZWE", CodeScheme::Cow, "ZIM"),
];

/// The space between tiles.
const GAP: f64 = 2.0;

/// What lies where: column, row, code.
fn tiles() -> impl Iterator<Item = (usize, usize, &'static str)> {
    TILES.lines().enumerate().flat_map(|(row, line)| {
        let cells = line.split(' ').enumerate().filter(|(_, code)| !code.starts_with('.'));
        cells.map(move |(column, code)| (column, row, code))
    })
}

/// The tile of an actor.
pub(super) struct Tile {
    /// Whose it is.
    pub(super) actor: ActorIx,
    code: &'static str,
    frame: Rect,
}

/// The tiles of those who exist on a day.
pub(super) struct Tiling {
    /// The tiles, from above and from the left.
    pub(super) tiles: Vec<Tile>,
    /// Where the next thing can begin.
    pub(super) bottom: f64,
}

impl Tiling {
    /// The map of a day, from `top` on, in a picture of this width.
    pub(super) fn new(base: &Base, day: Day, top: f64, width: f64) -> Self {
        let coded = coded(base, day);
        let columns = tiles().map(|(column, ..)| column).max().unwrap_or(0) + 1;
        let rows = tiles().map(|(_, row, _)| row).max().unwrap_or(0) + 1;
        let side = (width - 2.0 * MARGIN) / columns as f64;
        let place = |(column, row, code): (usize, usize, &'static str)| {
            let (left, top) = (MARGIN + column as f64 * side, top + row as f64 * side);
            let frame = Rect { left, top, right: left + side - GAP, bottom: top + side - GAP };
            let (code, actor) = codes(code).find_map(|(scheme, code)| Some((code, *coded.get(&(scheme, code))?)))?;
            Some(Tile { actor, code, frame })
        };
        let tiles: Vec<Tile> = tiles().filter_map(place).collect();
        // In a world of which nobody has a code there is no map.
        let bottom = if tiles.is_empty() { top } else { top + rows as f64 * side };
        Self { tiles, bottom }
    }
}

impl Tile {
    /// What is drawn: a cell, and the code on it where it has room.
    pub(super) fn item(&self, statement: &str, cell: Cell, ink: Ink, title: String) -> Item {
        let frame = self.frame;
        let size = ((frame.right - frame.left) / 3.0).clamp(6.5, 14.0);
        let (middle, centre) = ((frame.left + frame.right) / 2.0, (frame.top + frame.bottom) / 2.0);
        let raised = if cell.is_marked_below() { 3.5 } else { 0.0 };
        let y = centre + size * 0.35 - raised;
        let label = Label::new(self.code, 0.0, y, size, cell.writing()).centred_at(middle);
        Item {
            statement: statement.to_owned(),
            class: format!("statement tile {}", cell.name()),
            title,
            glyphs: vec![Glyph::Cell { frame, cell, ink }],
            labels: if label.width() <= frame.right - frame.left { vec![label] } else { Vec::new() },
            leaders: Vec::new(),
        }
    }
}

/// The codes that a tile goes by, the first one first.
fn codes(tile: &'static str) -> impl Iterator<Item = (CodeScheme, &'static str)> {
    let elsewhere = ELSEWHERE.iter().filter(move |(of, ..)| *of == tile).map(|&(_, scheme, code)| (scheme, code));
    std::iter::once((CodeScheme::Iso3, tile)).chain(elsewhere)
}

/// Who has which code on a day, among those that exist then.
fn coded(base: &Base, day: Day) -> BTreeMap<(CodeScheme, &str), ActorIx> {
    let exists = |actor: ActorIx| {
        let mut periods = base.under(Key::Existence(actor)).filter(|&ix| base[ix].stands()).peekable();
        // Of whom no period is recorded, nothing says that it didn't exist.
        periods.peek().is_none() || periods.any(|ix| base[ix].holds(day) != Band::No)
    };
    let mut found = BTreeMap::new();
    for actor in base.actor_handles().filter(|&actor| base[actor].kind.is_country() && exists(actor)) {
        for code in base[actor].codes.iter().filter(|code| code.holds(day)) {
            found.insert((code.scheme, &*code.code), actor);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::font::{self, Face};
    use crate::chart::options::Options;

    #[test]
    fn codes_fit_into_their_tiles() {
        let columns = tiles().map(|(column, ..)| column).max().unwrap_or(0) + 1;
        let side = (Options::NARROWEST - 2.0 * MARGIN) / columns as f64 - GAP;
        let size = (side / 3.0).clamp(6.5, 14.0);
        let written = tiles().flat_map(|(_, _, tile)| codes(tile));
        let widest = written.map(|(_, code)| font::width(code, size, Face::Regular)).fold(0.0, f64::max);
        assert!(widest <= side * 1.2, "{widest} in {side}");
    }

    #[test]
    fn a_tile_stands_once_and_what_stood_on_it_has_a_place() {
        let mut places: Vec<&str> = tiles().map(|(_, _, tile)| tile).collect();
        places.sort_unstable();
        assert!(places.windows(2).all(|pair| pair[0] != pair[1]));
        assert!(ELSEWHERE.iter().all(|(tile, ..)| places.contains(tile)));
    }
}
