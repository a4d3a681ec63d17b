//! A page of lanes below one axis of time, with what stands around them.

use std::collections::BTreeSet;

use super::{NamedBase, Options, wording};
use crate::chart::furniture::{self, Axes, BODY, INSET, MARGIN};
use crate::chart::glyphs;
use crate::chart::lanes::{self, Lane, LaneAct};
use crate::chart::plan::{Glyph, Hairline, Item, Label, Plan, Rect, Shade, Style, Tone};
use crate::chart::ticks::Scale;
use crate::chart::words;
use crate::model::{Day, Kind, StatementIx};

/// What is to stand on a page.
pub(crate) struct LanesPage {
    /// The heading.
    pub(crate) title: String,
    /// What the description begins with.
    pub(crate) opening: String,
    /// What the subtitle says; where there is nothing said, the names of the lanes and the years.
    pub(crate) subtitle: Option<String>,
    /// What it says where there are no lanes.
    pub(crate) nothing: String,
    /// Where days are.
    pub(crate) scale: Scale,
    /// The lanes, from above.
    pub(crate) lanes: Vec<Lane>,
    /// Every statement that belongs on the page.
    pub(crate) statements: Vec<StatementIx>,
    /// What a reader should know of what isn't shown.
    pub(crate) remarks: Vec<String>,
    /// Shapes that the legend explains besides those that are drawn.
    pub(crate) samples: Vec<Item>,
}

/// Where a scale begins whose lanes have these names, and where it ends.
pub(crate) fn room<'a>(names: impl IntoIterator<Item = &'a str>, options: &Options) -> (f64, f64) {
    let left = MARGIN + lanes::gutter(names) + 16.0;
    (left + INSET, options.page() - MARGIN - INSET)
}

impl LanesPage {
    /// Puts everything in its place.
    pub(crate) fn plan(self, base: &NamedBase<'_>, options: &Options) -> Plan {
        let Self { title, scale, lanes, mut remarks, .. } = self;
        let width = options.page();
        let (dated, undated): (Vec<StatementIx>, Vec<StatementIx>) =
            self.statements.into_iter().partition(|&ix| base[ix].date().is_some());
        let told: BTreeSet<&str> = acts(&lanes).map(|act| &*act.item.statement).collect();
        let (seen, hidden): (Vec<StatementIx>, Vec<StatementIx>) =
            dated.iter().partition(|ix| told.contains(&*base[**ix].id));
        let title = options.title.clone().unwrap_or(title);
        let subtitle = match self.subtitle {
            _ if lanes.is_empty() => self.nothing,
            Some(subtitle) => subtitle,
            None => subtitle(&lanes, &scale, options.today),
        };
        let (mut texts, y) = options.heading(&title, &subtitle);
        let description = description(base, self.opening, &lanes, &undated);
        let axis = furniture::axis_height(&[scale]);
        let top = y + 8.0 + axis;
        let (names, mut lines, first) = furniture::marked(&options.marked, &[scale], top);
        texts.extend(names);
        // What happened is shaded through all lanes.
        let eras: Vec<(f64, f64)> =
            lanes.iter().filter(|lane| lane.kind == Kind::Event).flat_map(acts_of).filter_map(era).collect();
        let (mut y, mut items, mut hairlines, mut left_out) = (first, Vec::<Item>::new(), Vec::new(), 0);
        for (n, lane) in lanes.into_iter().enumerate() {
            if n > 0 {
                hairlines.push(Hairline { from: (MARGIN, y), to: (width - MARGIN, y) });
            }
            texts.push(Label::new(&*lane.name, MARGIN, y + 22.0, BODY, Style::Strong));
            let laid = lanes::lay(lane, y, scale.left - INSET + 2.0, scale.right + INSET - 2.0);
            left_out += laid.left_out;
            items.extend(laid.items);
            y = laid.bottom.max(y + 34.0);
        }
        let bottom = y.max(top + 34.0);
        let mut field = furniture::field(scale, top, bottom, Axes::AboveAndBelow);
        field.marked = lines.pop().unwrap_or_default();
        let shade =
            |(left, right): (f64, f64)| Shade { frame: Rect { left, right, top: first, bottom }, tone: Tone::Era };
        let shades = eras.into_iter().map(shade).collect();
        let mut notes = Vec::new();
        if left_out > 0 {
            notes.push(match left_out {
                1 => "1 caption had no room and is left out; its mark is shown.".to_owned(),
                n => format!("{n} captions had no room and are left out; their marks are shown."),
            });
        }
        if !hidden.is_empty() {
            notes.push(format!("{} statements lie outside of the days shown.", hidden.len()));
        }
        notes.append(&mut remarks);
        let drawn = items.len();
        items.extend(self.samples);
        let (legend, mut y) = furniture::legend(&items, bottom + axis + 12.0, width);
        items.truncate(drawn);
        if !undated.is_empty() {
            let (labelled, after) = undated_items(base, &undated, y + 4.0, width);
            items.extend(labelled);
            y = after;
        }
        let cited: Vec<StatementIx> = seen.iter().chain(&undated).copied().collect();
        notes.extend(options.sources(base, &cited));
        let (notes, y) = furniture::notes(&notes, y + 4.0, width);
        texts.extend(notes);
        Plan {
            width,
            height: y + MARGIN - 6.0,
            title,
            description,
            fields: vec![field],
            shades,
            hairlines,
            texts,
            items,
            legend,
            left_out,
        }
    }
}

fn acts_of(lane: &Lane) -> impl Iterator<Item = &LaneAct> {
    lane.tracks.iter().flatten().chain(&lane.acts)
}

fn acts(lanes: &[Lane]) -> impl Iterator<Item = &LaneAct> {
    lanes.iter().flat_map(acts_of)
}

/// The time that an event took, from edge to edge of its bar.
fn era(act: &LaneAct) -> Option<(f64, f64)> {
    act.item.glyphs.iter().find_map(|glyph| match glyph {
        Glyph::Bar { possible, .. } => Some(*possible),
        _ => None,
    })
}

/// What is known without a date: a line for each below the legend.
fn undated_items(base: &NamedBase<'_>, undated: &[StatementIx], top: f64, width: f64) -> (Vec<Item>, f64) {
    let mut y = top;
    let mut items = Vec::new();
    for &ix in undated {
        let sentence = wording::sentence(base, ix);
        let mut item = glyphs::item(&base[ix], sentence.clone());
        let (labels, after) = furniture::notes(&[format!("Undated: {sentence}")], y, width);
        item.labels = labels;
        items.push(item);
        y = after;
    }
    (items, y)
}

fn subtitle(lanes: &[Lane], scale: &Scale, today: Day) -> String {
    let kinds: Vec<String> = lanes.iter().map(|lane| lower(&lane.name)).collect();
    let year = |day: Day| day.ymd().map_or(String::new(), |(y, ..)| words::year(y));
    let last = if scale.shows(today) { today } else { scale.to.previous() };
    let years = format!("{}–{}", year(scale.from), year(last));
    format!("{}, {years}.", capital(&words::list(&kinds, "and")))
}

/// The text with its first letter small: names within keep theirs.
fn lower(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |first| first.to_lowercase().chain(chars).collect())
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars).collect())
}

fn description(base: &NamedBase<'_>, opening: String, lanes: &[Lane], undated: &[StatementIx]) -> String {
    let mut sentences = vec![opening];
    for lane in lanes {
        let told: Vec<&str> = acts_of(lane).map(|act| &*act.item.title).collect();
        sentences.push(format!("{}: {}.", lane.name, told.join("; ")));
    }
    if !undated.is_empty() {
        let told: Vec<String> = undated.iter().map(|&ix| wording::sentence(base, ix)).collect();
        sentences.push(format!("Without a date: {}.", told.join("; ")));
    }
    sentences.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_first_letter_is_raised() {
        assert_eq!(capital("recognition and UN"), "Recognition and UN");
        assert_eq!(lower("Backs Armenia"), "backs Armenia");
    }
}
