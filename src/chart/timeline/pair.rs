//! Everything between two actors, in lanes below one axis of time.

use std::collections::BTreeSet;

use super::{Named, Options, bounds, name, scale};
use crate::chart::furniture::{self, Axes, BODY, INSET, MARGIN};
use crate::chart::lanes::{self, Act, Lane};
use crate::chart::options::Setting;
use crate::chart::plan::{Item, Label, Plan, Rule, Style};
use crate::chart::ticks::Scale;
use crate::chart::timeline::gather::Gathered;
use crate::chart::timeline::tell;
use crate::chart::words;
use crate::model::{ActorIx, Base, Day, StatementIx};

/// The timeline of a pair: recognition both ways, relations, missions, treaties that bind both, resolutions by
/// bodies of one on the other's matters, and positions that back the other.
pub fn pair(base: &Base, a: ActorIx, b: ActorIx, options: &Options) -> Plan {
    let base = &options.named(base);
    let mut gathered = Gathered::of(base, a, b);
    if options.setting == Setting::InText {
        gathered.thin_out(base);
    }
    let width = options.page();
    let (dated, undated): (Vec<StatementIx>, Vec<StatementIx>) =
        gathered.statements().into_iter().partition(|&ix| base[ix].date().is_some());
    let gutter = lanes::gutter(&names_only(&gathered));
    let left = MARGIN + gutter + 16.0;
    let framing = gathered.framing(base);
    let days: Vec<Day> = framing.iter().flat_map(|&ix| bounds(&base[ix]).collect::<Vec<_>>()).collect();
    let scale =
        scale(days.into_iter(), gathered.lasting(base, options.today), options, left + INSET, width - MARGIN - INSET);
    let lanes = tell::Teller { base, scale, today: options.today }.lanes(&gathered);
    let told: BTreeSet<&str> = acts(&lanes).map(|act| &*act.item.statement).collect();
    let (seen, hidden): (Vec<StatementIx>, Vec<StatementIx>) =
        dated.iter().partition(|ix| told.contains(&*base[**ix].id));

    let title = options.title.clone().unwrap_or_else(|| format!("{} and {}", name(base, a), name(base, b)));
    let subtitle = subtitle(base, &lanes, &scale, options.today);
    let (mut texts, y) = options.heading(&title, &subtitle);
    let description = description(base, a, b, &lanes, &undated);
    let axis = furniture::axis_height(&[scale]);
    let top = y + 8.0 + axis;
    let (mut y, mut items, mut rules, mut left_out) = (top, Vec::<Item>::new(), Vec::new(), 0);
    for (n, lane) in lanes.into_iter().enumerate() {
        if n > 0 {
            rules.push(Rule { from: (MARGIN, y), to: (width - MARGIN, y) });
        }
        texts.push(Label::new(&*lane.name, MARGIN, y + 22.0, BODY, Style::Strong));
        let laid = lanes::lay(lane, y, scale.left - INSET + 2.0, scale.right + INSET - 2.0);
        left_out += laid.left_out;
        items.extend(laid.items);
        y = laid.bottom.max(y + 34.0);
    }
    let bottom = y.max(top + 34.0);
    let field = furniture::field(scale, top, bottom, Axes::AboveAndBelow);
    let mut remarks = Vec::new();
    if left_out > 0 {
        remarks.push(format!(
            "{left_out} captions had no room and are left out; their marks stand in the last row of their lane."
        ));
    }
    if !hidden.is_empty() {
        remarks.push(format!("{} statements lie outside of the days shown.", hidden.len()));
    }
    remarks.extend(gathered.remarks());
    let (legend, y) = furniture::legend(&items, bottom + axis + 12.0, width);
    let mut y = y;
    if !undated.is_empty() {
        let (labelled, after) = undated_items(base, &undated, y + 4.0, width);
        items.extend(labelled);
        y = after;
    }
    let cited: Vec<StatementIx> = seen.iter().chain(&undated).copied().collect();
    remarks.extend(options.sources(base, &cited));
    let (notes, y) = furniture::notes(&remarks, y + 4.0, width);
    texts.extend(notes);
    Plan {
        width,
        height: y + MARGIN - 6.0,
        title,
        description,
        fields: vec![field],
        bands: Vec::new(),
        rules,
        texts,
        items,
        legend,
        left_out,
    }
}

fn acts(lanes: &[Lane]) -> impl Iterator<Item = &Act> {
    lanes.iter().flat_map(|lane| lane.tracks.iter().flatten().chain(&lane.acts))
}

/// The names of the lanes that will have something, for the width that they take.
fn names_only(gathered: &Gathered) -> Vec<Lane> {
    gathered.names().into_iter().map(|name| Lane { name: name.to_owned(), ..Lane::default() }).collect()
}

/// What is known without a date: a line for each below the legend.
fn undated_items(base: &Named<'_>, undated: &[StatementIx], top: f64, width: f64) -> (Vec<Item>, f64) {
    let mut y = top;
    let mut items = Vec::new();
    for &ix in undated {
        let sentence = tell::sentence(base, ix);
        let mut item = crate::chart::glyphs::item(&base[ix], sentence.clone());
        let (labels, after) = furniture::notes(&[format!("Undated: {sentence}")], y, width);
        item.labels = labels;
        items.push(item);
        y = after;
    }
    (items, y)
}

fn subtitle(base: &Base, lanes: &[Lane], scale: &Scale, today: Day) -> String {
    if lanes.is_empty() {
        return format!("Nothing with a date is recorded between the two in {}.", base.dataset.name);
    }
    let kinds: Vec<String> = lanes.iter().map(|lane| lane.name.to_lowercase()).collect();
    let year = |day: Day| day.ymd().map_or(String::new(), |(y, ..)| words::year(y));
    let last = if scale.shows(today) { today } else { scale.to.plus(-1) };
    let years = format!("{}–{}", year(scale.from), year(last));
    format!("{}, {years}.", capital(&words::list(&kinds, "and")))
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars).collect())
}

fn description(base: &Named<'_>, a: ActorIx, b: ActorIx, lanes: &[Lane], undated: &[StatementIx]) -> String {
    let mut sentences = vec![format!("What happened between {} and {}, by date.", name(base, a), name(base, b))];
    for lane in lanes {
        let acts: Vec<&Act> = lane.tracks.iter().flatten().chain(&lane.acts).collect();
        let told: Vec<&str> = acts.iter().map(|act| &*act.item.title).collect();
        sentences.push(format!("{}: {}.", lane.name, told.join("; ")));
    }
    if !undated.is_empty() {
        let told: Vec<String> = undated.iter().map(|&ix| tell::sentence(base, ix)).collect();
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
    }
}
