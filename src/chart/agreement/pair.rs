//! How two voted: the counts as a bar, then a line for each roll call, in the order of time.

use super::{CHOSEN, asked, nothing, number};
use crate::chart::font::{self, Face};
use crate::chart::furniture::{MARGIN, SMALL};
use crate::chart::limits;
use crate::chart::names::{NamedBase, name};
use crate::chart::options::Options;
use crate::chart::page::Page;
use crate::chart::plan::{Cell, Glyph, Hairline, Ink, Item, Label, Plan, Rect, Shade, Style, Tabular, Tone};
use crate::chart::stacked::{BarPart, stacked};
use crate::chart::votes::{cell, contest, spoken};
use crate::chart::words::{self, Months};
use crate::model::{self, Base, Closed, Date, StatementIx};
use crate::query::{Accord, AgreementAnswer, Ballot, possible_choices};

/// The height of a row, the side of a cell, and the most room for a date and for a name.
const ROW: f64 = 16.0;
const CELL: f64 = 10.0;
const DATE: f64 = 96.0;
const NAME: f64 = 110.0;

/// Where what stands in a row is: the dates, the cells of the one and of the other, the titles.
struct Ranks {
    cells: [f64; 2],
    titles: f64,
    right: f64,
}

/// The votes of two: how often they stood how to each other, and each roll call.
pub fn agreement_of_two(base: &Base, answer: &AgreementAnswer, options: &Options) -> (Plan, Tabular) {
    let base = &options.named(base);
    let [one, other] = answer.request.actors.map(|actor| name(base, actor));
    let width = options.page();
    let title = options
        .title
        .clone()
        .unwrap_or_else(|| format!("Votes of {one} and {other}{}", asked(base, &answer.request.on)));
    let subtitle = match answer.ballots.len() {
        0 => String::new(),
        ballots => format!(
            "{} on record with the votes of both, oldest first; shaded where they voted against each other.",
            number(ballots, "roll call")
        ),
    };
    let (texts, y) = options.heading(&title, &subtitle);
    let mut page = Page { title, texts, ..Page::default() };
    let mut notes = Vec::new();
    let bottom;
    if answer.ballots.is_empty() {
        bottom = nothing(&mut page.texts, y - 14.0, "No roll call is recorded in which both voted.");
    } else {
        let bar = stacked(&parts(answer), &of(base, answer), y + 4.0, width);
        (page.items, page.key) = (bar.items, bar.key);
        let shown = shown(answer);
        bottom = rows(base, answer, &shown, bar.bottom + 10.0, width, &mut page);
        page.left_out = answer.ballots.len() - shown.len();
        notes.extend(left_out(answer, &shown));
        for ballot in shown {
            let on = format!(" on {}", date(base, ballot));
            notes.extend(ballot.votes.iter().filter_map(|&vote| contest(base, vote, &on)));
        }
        notes.push(CHOSEN.to_owned());
    }
    notes.push(alone(answer, [one, other]));
    let perhaps = answer.ballots.iter().filter(|ballot| ballot.band != model::Band::Certain).count();
    if perhaps > 0 {
        notes.push(format!(
            "Of {} the date leaves open whether it is within the time asked for.",
            number(perhaps, "roll call")
        ));
    }
    page.description = description(base, answer, &page.title);
    let votes: Vec<StatementIx> = answer.ballots.iter().flat_map(|ballot| ballot.votes).collect();
    let plan = page.finish(base, options, bottom + 10.0, &notes, &votes);
    (plan, table(base, answer))
}

/// The two, as one id.
fn of(base: &NamedBase<'_>, answer: &AgreementAnswer) -> String {
    let [one, other] = answer.request.actors.map(|actor| &base[actor].id);
    format!("{one}/{other}")
}

/// The counts, as parts of the bar.
fn parts(answer: &AgreementAnswer) -> Vec<BarPart> {
    let part = |&(accord, cell, ink, words): &(Accord, Cell, Ink, &str)| {
        let count = answer.count(accord);
        BarPart { cell, ink, count, words: format!("{count} {words}") }
    };
    [
        (Accord::Same, Cell::Alike, Ink::First, "alike"),
        (Accord::Apart, Cell::Apart, Ink::First, "with one abstaining"),
        (Accord::Opposed, Cell::Opposed, Ink::First, "against each other"),
        (Accord::Absent, Cell::Absent, Ink::Pointer, "with one absent"),
        (Accord::Open, Cell::Differs, Ink::Contest, "open"),
    ]
    .iter()
    .filter(|(accord, ..)| !matches!(accord, Accord::Absent | Accord::Open) || answer.count(*accord) > 0)
    .map(part)
    .collect()
}

/// The roll calls that have room: of more than those, first go those in which one was absent, then those alike, and of these
/// the oldest.
fn shown(answer: &AgreementAnswer) -> Vec<&Ballot> {
    let mut ranked: Vec<(usize, &Ballot)> = answer.ballots.iter().enumerate().collect();
    ranked.sort_by_key(|(n, ballot)| {
        let worth = match ballot.accord {
            Accord::Opposed | Accord::Open => 0,
            Accord::Apart => 1,
            Accord::Same => 2,
            Accord::Absent => 3,
        };
        (worth, std::cmp::Reverse(*n))
    });
    ranked.truncate(limits::ROLL_CALLS_OF_PAIR);
    ranked.sort_by_key(|(n, _)| *n);
    ranked.into_iter().map(|(_, ballot)| ballot).collect()
}

/// How many roll calls of which kind have no room.
fn left_out(answer: &AgreementAnswer, shown: &[&Ballot]) -> Option<String> {
    let missing = |accord: Accord| answer.count(accord) - shown.iter().filter(|ballot| ballot.accord == accord).count();
    let kinds: Vec<String> = [
        (Accord::Same, "alike"),
        (Accord::Apart, "with one abstaining"),
        (Accord::Opposed, "against each other"),
        (Accord::Open, "open"),
        (Accord::Absent, "with one absent"),
    ]
    .into_iter()
    .filter(|(accord, _)| missing(*accord) > 0)
    .map(|(accord, how)| format!("{} {how}", missing(accord)))
    .collect();
    let all = answer.ballots.len() - shown.len();
    (all > 0).then(|| {
        format!(
            "{} have no room here: {}. They are in the table behind the figure.",
            number(all, "roll call"),
            words::list(&kinds, "and")
        )
    })
}

/// In how many roll calls only one of them has a vote.
fn alone(answer: &AgreementAnswer, [one, other]: [&str; 2]) -> String {
    match answer.alone {
        [0, 0] => String::new(),
        [n, 0] => format!("In {n} more only the vote of {one} is recorded."),
        [0, n] => format!("In {n} more only the vote of {other} is recorded."),
        [n, m] => format!("In {n} more only the vote of {one} is recorded, in {m} more only that of {other}."),
    }
}

/// A line for each roll call, and where they end.
fn rows(
    base: &NamedBase<'_>,
    answer: &AgreementAnswer,
    shown: &[&Ballot],
    top: f64,
    width: f64,
    page: &mut Page,
) -> f64 {
    let heads = answer.request.actors.map(|actor| font::cut(name(base, actor), SMALL, Face::Bold, NAME));
    let dates: Vec<String> = shown.iter().map(|ballot| date(base, ballot)).collect();
    let widest = dates.iter().map(|text| font::width(text, SMALL, Face::Regular)).fold(0.0, f64::max);
    let [first, second] =
        [&heads[0], &heads[1]].map(|head| font::width(head, SMALL, Face::Bold).max(2.0 * CELL + 2.0) + 14.0);
    let left = MARGIN + widest + 14.0;
    let ranks = Ranks { cells: [left, left + first], titles: left + first + second, right: width - MARGIN };
    for (head, x) in heads.into_iter().zip(ranks.cells) {
        page.texts.push(Label::new(head, x, top + 14.0, SMALL, Style::Strong));
    }
    page.hairlines.push(Hairline { from: (MARGIN, top + 20.0), to: (width - MARGIN, top + 20.0) });
    let top = top + 22.0;
    for (n, (ballot, date)) in shown.iter().zip(dates).enumerate() {
        let y = top + n as f64 * ROW;
        if ballot.accord == Accord::Opposed {
            let frame = Rect { left: MARGIN - 4.0, top: y, right: width - MARGIN + 4.0, bottom: y + ROW };
            page.shades.push(Shade { frame, tone: Tone::Row });
        }
        page.items.extend(row(base, answer, ballot, date, y, &ranks));
    }
    top + shown.len() as f64 * ROW
}

/// The resolution and the two votes.
fn row(
    base: &NamedBase<'_>,
    answer: &AgreementAnswer,
    ballot: &Ballot,
    date: String,
    top: f64,
    ranks: &Ranks,
) -> Vec<Item> {
    let resolution = &base[ballot.resolution];
    let style = match ballot.accord {
        Accord::Same | Accord::Absent => Style::Muted,
        Accord::Apart | Accord::Opposed | Accord::Open => Style::Plain,
    };
    let y = top + 11.9;
    let title = font::cut(&resolution.title, SMALL, Face::Regular, ranks.right - ranks.titles);
    let mut items = vec![Item {
        statement: base[resolution.adopted].id.to_string(),
        class: format!("statement ballot {}", ballot.accord),
        title: format!("{}, {date}: {}", resolution.title, ballot.accord),
        glyphs: Vec::new(),
        labels: vec![
            Label::new(date, MARGIN, y, SMALL, Style::Muted),
            Label::new(title, ranks.titles, y, SMALL, style),
        ],
        leaders: Vec::new(),
    }];
    for (n, left) in ranks.cells.into_iter().enumerate() {
        let open = possible_choices(base, ballot.votes[n]).len() > 1;
        let (cell, ink) = cell(ballot.choices[n]);
        let upper = top + (ROW - CELL) / 2.0;
        let frame = |left: f64| Rect { left, top: upper, right: left + CELL, bottom: upper + CELL };
        let mut glyphs = vec![Glyph::Cell { frame: frame(left), cell, ink }];
        if open {
            glyphs.push(Glyph::Cell { frame: frame(left + CELL + 2.0), cell: Cell::Differs, ink: Ink::Contest });
        }
        let contested = if open { " contested" } else { "" };
        items.push(Item {
            statement: base[ballot.votes[n]].id.to_string(),
            class: format!("statement vote {}{contested}", ballot.choices[n]),
            title: format!("{}: {}", base[answer.request.actors[n]].name, spoken(ballot.choices[n])),
            glyphs,
            labels: Vec::new(),
            leaders: Vec::new(),
        });
    }
    items
}

/// The date of a roll call, short.
fn date(base: &NamedBase<'_>, ballot: &Ballot) -> String {
    let text = words::when(&base[base[ballot.resolution].adopted], Months::Short);
    font::cut(&text, SMALL, Face::Regular, DATE)
}

fn description(base: &NamedBase<'_>, answer: &AgreementAnswer, title: &str) -> String {
    let [one, other] = answer.request.actors.map(|actor| name(base, actor));
    let mut text = format!("{title}: {} with the votes of both.", number(answer.ballots.len(), "roll call"));
    for part in parts(answer) {
        text += &format!(" {}.", part.words);
    }
    for ballot in answer.differing() {
        let resolution = &base[ballot.resolution];
        let when = words::when(&base[resolution.adopted], Months::Full);
        let [his, hers] = ballot.choices.map(spoken);
        text += &format!(" {when}, {}: {one} {his}, {other} {hers}.", resolution.title);
    }
    text
}

fn table(base: &NamedBase<'_>, answer: &AgreementAnswer) -> Tabular {
    let row = |ballot: &Ballot| {
        let resolution = &base[ballot.resolution];
        vec![
            resolution.id.to_string(),
            base[resolution.adopted].date().map(Date::to_string).unwrap_or_default(),
            ballot.choices[0].name().to_owned(),
            ballot.choices[1].name().to_owned(),
            ballot.accord.name().to_owned(),
            resolution.title.to_string(),
        ]
    };
    Tabular {
        columns: vec!["resolution", "date", "one", "other", "accord", "title"],
        rows: answer.ballots.iter().map(row).collect(),
    }
}
