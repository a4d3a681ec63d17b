//! Agreement in votes: of each two of several as a matrix, and of two alone as a list of roll calls.
//!
//! *May know:* the base and the queries of agreement. *Never* draws.

mod pair;

pub use pair::agreement_of_two;

use super::font::{self, Face};
use super::furniture::{BODY, MARGIN};
use super::limits::FIRM_ROLL_CALLS;
use super::names::{NamedBase, name};
use super::options::Options;
use super::page::Page;
use super::plan::{Cell, Glyph, Ink, Item, Label, Plan, Rect, Style, Tabular};
use super::square::{Square, most_in_matrix, seriation};
use super::words::{self, Months};
use crate::model::{ActorIx, Base};
use crate::query::{Accord, Accords, AgreementsAnswer, ResolutionsRequest};

/// What holds of every figure of votes.
const CHOSEN: &str = "The record holds some roll calls, chosen by subject: these aren't shares of all votes.";

/// The agreement of each two of several, as a matrix. The picture has at most [`most_in_matrix`] of them, and counts the
/// rest; the table has them all.
pub fn agreement(base: &Base, answer: &AgreementsAnswer, options: &Options) -> (Plan, Tabular) {
    let base = &options.named(base);
    let among = answer.request.actors.len().min(most_in_matrix(options));
    let order = ordered(answer, among);
    let width = options.page();
    let title =
        options.title.clone().unwrap_or_else(|| format!("Agreement in votes{}", asked(base, &answer.request.on)));
    let ballots = answer.ballots.len();
    let subtitle = match ballots {
        0 => "No roll call is recorded in which two of them voted.".to_owned(),
        _ => format!(
            "How many of a hundred roll calls in which both took part saw two vote alike; {} on record. Columns have the numbers of the rows. Neighbours are alike.",
            number(ballots, "roll call")
        ),
    };
    let (mut texts, y) = options.heading(&title, &subtitle);
    let names: Vec<&str> = order.iter().map(|&n| name(base, answer.request.actors[n])).collect();
    let (square, labels) = Square::new(&names, y, width);
    texts.extend(labels);
    let size = size(answer, among, square.side);
    let mut items = Vec::new();
    for (row, &a) in order.iter().enumerate() {
        // Nobody is compared with itself: the diagonal stays empty.
        for (column, &b) in order.iter().enumerate().filter(|(column, _)| *column != row) {
            items.push(item(base, answer, [a, b], square.frame(row, column), size));
        }
    }
    let left_out = answer.request.actors.len() - among;
    let mut notes = Vec::new();
    if left_out > 0 {
        notes.push(format!("{left_out} more have no room at this width."));
    }
    notes.extend(limits(answer, among, size));
    if size.is_none() && !items.is_empty() {
        notes.push("Too narrow for numbers: they are in the table behind the figure.".to_owned());
    }
    let description = description(base, answer, &order, &title);
    let page = Page { title, description, texts, items, left_out, ..Page::default() };
    let plan = page.finish(base, options, square.bottom() + 12.0, &notes, &answer.votes);
    (plan, table(base, answer, &ordered(answer, answer.request.actors.len())))
}

/// The first of them, in an order in which neighbours are alike among themselves.
fn ordered(answer: &AgreementsAnswer, among: usize) -> Vec<usize> {
    seriation(among, |a, b| unlike(answer, among, a, b))
}

/// A share as it is written: in brackets where it rests weakly.
fn written(accords: &Accords) -> Option<String> {
    let share = accords.share()?;
    Some(if accords.compared() < FIRM_ROLL_CALLS { format!("({share})") } else { share.to_string() })
}

/// The size at which all shares have room in cells of this side; `None` if nobody could read it.
fn size(answer: &AgreementsAnswer, among: usize, side: f64) -> Option<f64> {
    const SIZES: (f64, f64) = (7.0, 11.0);
    let texts = pairs(among).filter_map(|(a, b)| written(&answer.pairs[a][b]));
    let widest = texts.map(|text| font::width(&text, 1.0, Face::Regular)).fold(0.1, f64::max);
    let size = ((side - 3.0) / widest).min(SIZES.1);
    (size >= SIZES.0).then_some(size)
}

/// Each two of so many, once.
fn pairs(among: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..among).flat_map(move |a| (a + 1..among).map(move |b| (a, b)))
}

/// How unlike two vote: the mean distance, in tenths of a hundredth, of their agreements with everybody of whom both have one.
fn unlike(answer: &AgreementsAnswer, among: usize, a: usize, b: usize) -> usize {
    // Everybody agrees with itself.
    let share = |one: usize, other: usize| if one == other { Some(100) } else { answer.pairs[one][other].share() };
    let apart = |c: usize| Some(usize::from(share(a, c)?.abs_diff(share(b, c)?)));
    let (mut sum, mut count) = (0, 0);
    for distance in (0..among).filter_map(apart) {
        (sum, count) = (sum + distance, count + 1);
    }
    (10 * sum).checked_div(count).unwrap_or(1000)
}

fn item(base: &NamedBase<'_>, answer: &AgreementsAnswer, [a, b]: [usize; 2], frame: Rect, size: Option<f64>) -> Item {
    let actors = [a, b].map(|n| answer.request.actors[n]);
    let accords = &answer.pairs[a][b];
    let cell = accords.share().map_or(Cell::Incomparable, Cell::Share);
    let label = written(accords).zip(size).map(|(text, size)| {
        let (middle, centre) = ((frame.left + frame.right) / 2.0, (frame.top + frame.bottom) / 2.0);
        Label::new(text, 0.0, centre + 0.35 * size, size, cell.writing()).centred_at(middle)
    });
    Item {
        statement: format!("{}/{}", base[actors[0]].id, base[actors[1]].id),
        class: format!("statement cell {}", cell.name()),
        title: told(base, actors, accords),
        glyphs: vec![Glyph::Cell { frame, cell, ink: Ink::First }],
        labels: label.into_iter().collect(),
        leaders: Vec::new(),
    }
}

/// How two voted, in words.
fn told(base: &NamedBase<'_>, actors: [ActorIx; 2], accords: &Accords) -> String {
    let [one, other] = actors.map(|actor| name(base, actor));
    let mut text = match accords.share() {
        Some(share) => format!(
            "{one} and {other}: alike in {} of {} ({share} in a hundred)",
            accords.count(Accord::Same),
            number(accords.compared(), "roll call")
        ),
        None => format!("{one} and {other}: no roll call to compare"),
    };
    for (accord, how) in OTHERS {
        match accords.count(accord) {
            0 => {}
            count => text += &format!("; {count} {how}"),
        }
    }
    text
}

/// What isn't alike, in words that follow a number.
const OTHERS: [(Accord, &str); 4] = [
    (Accord::Apart, "with one abstaining"),
    (Accord::Opposed, "against each other"),
    (Accord::Absent, "with one absent or not voting"),
    (Accord::Open, "open, as sources differ on a vote"),
];

/// How much the shares rest on, what is open, and what they aren't.
fn limits(answer: &AgreementsAnswer, among: usize, size: Option<f64>) -> Vec<String> {
    let compared: Vec<usize> =
        pairs(among).map(|(a, b)| answer.pairs[a][b].compared()).filter(|&compared| compared > 0).collect();
    let mut notes = Vec::new();
    if let (Some(least), Some(most)) = (compared.iter().min(), compared.iter().max()) {
        let range = if least == most { least.to_string() } else { format!("{least} to {most}") };
        let few = if *least < FIRM_ROLL_CALLS && size.is_some() {
            format!(", in brackets on fewer than {FIRM_ROLL_CALLS}")
        } else {
            String::new()
        };
        notes.push(format!("A share rests on {range} roll calls{few}. {CHOSEN}"));
    }
    if !answer.open.is_empty() {
        notes.push(format!(
            "In {} sources differ on a vote; where it hangs on that whether two voted alike, it isn't counted.",
            number(answer.open.len(), "roll call")
        ));
    }
    if !answer.perhaps.is_empty() {
        notes.push(format!(
            "Of {} the date leaves open whether it is within the time asked for.",
            number(answer.perhaps.len(), "roll call")
        ));
    }
    notes
}

/// The limits of a question, as the end of a title.
fn asked(base: &NamedBase<'_>, on: &ResolutionsRequest) -> String {
    let mut text = String::new();
    if let Some(by) = on.by {
        text += &format!(", {}", base[by].name);
    }
    if let Some(about) = on.about {
        text += &format!(", about {}", base.name(about));
    }
    let day = |day| words::day(day, Months::Full);
    match (on.window.from.bounded(), on.window.until.bounded()) {
        (Some(from), Some(until)) => text += &format!(", {}", words::span(from, until.previous(), Months::Full)),
        (Some(from), None) => text += &format!(", after {}", day(from.previous())),
        (None, Some(until)) => text += &format!(", before {}", day(until)),
        (None, None) => {}
    }
    text
}

fn number(count: usize, one: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{count} {one}s") }
}

fn description(base: &NamedBase<'_>, answer: &AgreementsAnswer, order: &[usize], title: &str) -> String {
    let mut text = format!("{title}: of the roll calls in which both took part, in how many two voted alike. {CHOSEN}");
    for (n, &a) in order.iter().enumerate() {
        for &b in &order[n + 1..] {
            let actors = [a, b].map(|n| answer.request.actors[n]);
            text += &format!(" {}.", told(base, actors, &answer.pairs[a][b]));
        }
    }
    text
}

fn table(base: &NamedBase<'_>, answer: &AgreementsAnswer, order: &[usize]) -> Tabular {
    let mut rows = Vec::new();
    for (n, &a) in order.iter().enumerate() {
        for &b in &order[n + 1..] {
            let accords = &answer.pairs[a][b];
            let ids = [a, b].map(|n| base[answer.request.actors[n]].id.to_string());
            let share = accords.share().map_or_else(String::new, |share| share.to_string());
            let counts = [Accord::Same, Accord::Apart, Accord::Opposed, Accord::Open, Accord::Absent]
                .map(|accord| accords.count(accord));
            rows.push(
                ids.into_iter()
                    .chain([share, accords.compared().to_string()])
                    .chain(counts.iter().map(ToString::to_string))
                    .collect(),
            );
        }
    }
    let columns = vec!["one", "other", "share", "compared", "same", "apart", "opposed", "open", "absent"];
    Tabular { columns, rows }
}

/// The line that stands where nothing could be drawn; and where the next thing can begin.
fn nothing(texts: &mut Vec<Label>, top: f64, words: &str) -> f64 {
    texts.push(Label::new(words, MARGIN, top + 26.0, BODY, Style::Plain));
    top + 30.0
}
