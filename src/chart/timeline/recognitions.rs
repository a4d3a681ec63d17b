//! Who recognized an actor, when: one row for each recognizer, in the order of their places.

use std::collections::BTreeMap;

use super::{Options, bounds, name, scale};
use crate::chart::font::{self, Face};
use crate::chart::furniture::{self, Axes, BODY, INSET, LEADING, MARGIN, SMALL};
use crate::chart::glyphs;
use crate::chart::plan::{Band, Fill, Glyph, Ink, Item, Label, Plan, Rect, Shape, Style, Tone};
use crate::chart::ticks::Scale;
use crate::chart::words::{self, Months};
use crate::model::{ActorIx, Base, Day, Ends, Fact, Place, RecognitionAct, RecognitionForm, StatementIx, places};

const LINE: f64 = 17.0;
const COLUMN_GAP: f64 = 14.0;

/// The timeline of the recognition of `of`: one row for each recognizer with its place, its name, its date and its
/// mark; withheld recognition and recognizers without a date stand below.
pub fn recognitions(base: &Base, of: ActorIx, options: &Options) -> Plan {
    let rows = Rows::of(base, of, options);
    let width = options.page();
    let columns = Columns::of(base, &rows, width);
    let whole = whole_scale(base, &rows, options, columns.field, width - MARGIN - INSET);
    let window = dense_window(base, &rows, &whole);
    let scales = match window {
        None => vec![whole],
        Some((from, to)) => {
            let room = whole.right - whole.left - 2.0 * INSET - COLUMN_GAP;
            // The more lies outside of the window, the more room the whole has.
            let outside = rows.dated.iter().filter(|row| span(base, row).1 >= to).count() as f64;
            let middle = whole.left + room * (outside / rows.dated.len() as f64).clamp(0.3, 0.5);
            let detail = Scale { from, to, left: middle + 2.0 * INSET + COLUMN_GAP, right: whole.right };
            vec![Scale { right: middle, ..whole }, detail]
        }
    };
    let title = options.title.clone().unwrap_or_else(|| format!("Recognition of {}", name(base, of)));
    let (mut texts, y) = furniture::heading(&title, &subtitle(base, &rows), width);
    let zoom = if scales.len() > 1 { 26.0 } else { 8.0 };
    let axis = furniture::axis_height(&scales);
    let top = y + zoom + axis;
    let mut sheet = Sheet {
        base,
        options,
        columns,
        scales: &scales,
        y: top,
        items: Vec::new(),
        bands: Vec::new(),
        texts: Vec::new(),
    };
    sheet.section(None, &rows.dated);
    sheet.section(Some("Withheld or withdrawn; no act of recognition is recorded"), &rows.refusing);
    let bottom = sheet.y + 4.0;
    sheet.y = bottom + if rows.dated.len() > 20 { axis + 4.0 } else { 6.0 };
    sheet.undated(&rows.undated, width);
    let Sheet { y, items, bands, texts: rest, .. } = sheet;
    texts.extend(rest);
    let axes = if rows.dated.len() > 20 { Axes::AboveAndBelow } else { Axes::Above };
    let fields: Vec<_> = scales.iter().map(|scale| furniture::field(*scale, top, bottom, axes)).collect();
    let mut shaded = bands;
    if let [whole, detail] = &scales[..] {
        texts.extend(zoom_names(whole, detail, top - axis));
        let frame = Rect { left: whole.at(detail.from), right: whole.at(detail.to), top, bottom };
        shaded.push(Band { frame, tone: Tone::Window });
    }
    let (legend, y) = furniture::legend(&items, y + 12.0, width);
    let (sources, y) = furniture::notes(&furniture::sources(base, &rows.statements, options.today), y + 4.0, width);
    texts.extend(sources);
    Plan {
        width,
        height: y + MARGIN - 6.0,
        description: description(base, of, &rows),
        title,
        fields,
        bands: shaded,
        rules: Vec::new(),
        texts,
        items,
        legend,
        left_out: 0,
    }
}

/// A recognizer with its acts, the deciding one first.
struct Row {
    by: ActorIx,
    acts: Vec<StatementIx>,
    place: Option<Place>,
}

struct Rows {
    dated: Vec<Row>,
    refusing: Vec<Row>,
    undated: Vec<Row>,
    statements: Vec<StatementIx>,
    beyond: usize,
}

impl Rows {
    fn of(base: &Base, of: ActorIx, options: &Options) -> Self {
        let mut by_actor: BTreeMap<ActorIx, Vec<StatementIx>> = BTreeMap::new();
        for ix in base.recognitions_of(of).filter(|&ix| base[ix].stands()) {
            if let Fact::Recognition { by, .. } = base[ix].fact {
                by_actor.entry(by).or_default().push(ix);
            }
        }
        let mut rows = Self { dated: vec![], refusing: vec![], undated: vec![], statements: vec![], beyond: 0 };
        for (by, mut acts) in by_actor {
            acts.sort_by_key(|&ix| {
                let begins = &base[ix].begins;
                (act_of(base, ix) != Some(RecognitionAct::Recognized), begins.earliest, begins.latest, ix)
            });
            // What began without a bound before comes after what has a date among the same acts.
            let recognized = |ix: &StatementIx| act_of(base, *ix) == Some(RecognitionAct::Recognized);
            let dated = acts.iter().position(|ix| recognized(ix) && base[*ix].date().is_some());
            if let Some(first) = dated {
                acts[..=first].rotate_right(1);
            }
            let recognizes = acts.iter().any(recognized);
            let row = Row { by, acts, place: None };
            match (dated, recognizes) {
                (Some(_), _) => rows.dated.push(row),
                (None, true) => rows.undated.push(row),
                (None, false) => rows.refusing.push(row),
            }
        }
        let spans: Vec<(Day, Day)> = rows.dated.iter().map(|row| span(base, row)).collect();
        for (row, place) in rows.dated.iter_mut().zip(places(&spans)) {
            row.place = Some(place);
        }
        let before = rows.dated.len();
        rows.dated.retain(|row| {
            let (earliest, latest) = span(base, row);
            options.from.is_none_or(|from| latest >= from) && options.to.is_none_or(|to| earliest <= to)
        });
        rows.beyond = before - rows.dated.len();
        rows.dated.sort_by(|a, b| {
            let key = |row: &Row| (row.place.map(|p| (p.least, p.most)), span(base, row).0);
            key(a).cmp(&key(b)).then_with(|| name(base, a.by).cmp(name(base, b.by)))
        });
        for rows in [&mut rows.refusing, &mut rows.undated] {
            rows.sort_by(|a, b| name(base, a.by).cmp(name(base, b.by)));
        }
        let all = rows.dated.iter().chain(&rows.refusing).chain(&rows.undated);
        rows.statements = all.flat_map(|row| row.acts.iter().copied()).collect();
        rows
    }

    fn on_scale(&self) -> impl Iterator<Item = StatementIx> {
        self.dated.iter().chain(&self.refusing).flat_map(|row| row.acts.iter().copied())
    }
}

/// When a recognizer can have recognized for the first time.
fn span(base: &Base, row: &Row) -> (Day, Day) {
    let acts = row.acts.iter().filter(|&&ix| act_of(base, ix) == Some(RecognitionAct::Recognized));
    let dated: Vec<_> = acts.map(|&ix| &base[ix].begins).filter(|begins| begins.shown.is_some()).collect();
    let earliest = dated.iter().map(|begins| begins.earliest).min().unwrap_or(Day::PAST);
    (earliest, dated.iter().map(|begins| begins.latest).min().unwrap_or(Day::FUTURE))
}

fn act_of(base: &Base, ix: StatementIx) -> Option<RecognitionAct> {
    match base[ix].fact {
        Fact::Recognition { act, .. } => Some(act),
        _ => None,
    }
}

/// Where the columns of text begin and end.
struct Columns {
    /// The right end of the places.
    place: f64,
    name: f64,
    name_width: f64,
    date: f64,
    /// The left end of the scale.
    field: f64,
}

impl Columns {
    fn of(base: &Base, rows: &Rows, width: f64) -> Self {
        let widest = |texts: Vec<String>, size: f64| {
            texts.iter().map(|text| font::width(text, size, Face::Regular)).fold(0.0, f64::max)
        };
        let places = rows.dated.iter().filter_map(|row| row.place.map(words::place)).collect();
        let place = MARGIN + widest(places, SMALL).max(10.0);
        let listed = || rows.dated.iter().chain(&rows.refusing);
        let names = listed().map(|row| name(base, row.by).to_owned()).collect();
        let name_width = widest(names, BODY).clamp(60.0, width * 0.22);
        let dates = listed().flat_map(|row| row.acts.iter().map(|&ix| dated(base, ix))).collect();
        let name = place + 10.0;
        let date = name + name_width + COLUMN_GAP;
        let date_width = widest(dates, SMALL).clamp(90.0, width * 0.2);
        Self { place, name, name_width, date, field: date + date_width + COLUMN_GAP + INSET }
    }

    fn date_width(&self) -> f64 {
        self.field - INSET - COLUMN_GAP - self.date
    }
}

/// The part of the picture that is being filled from above.
struct Sheet<'a> {
    base: &'a Base,
    options: &'a Options,
    columns: Columns,
    scales: &'a [Scale],
    y: f64,
    items: Vec<Item>,
    bands: Vec<Band>,
    texts: Vec<Label>,
}

impl Sheet<'_> {
    fn section(&mut self, heading: Option<&str>, rows: &[Row]) {
        if rows.is_empty() {
            return;
        }
        if let Some(heading) = heading {
            let room = self.columns.field - INSET - MARGIN - 4.0;
            self.y += 8.0;
            for line in font::wrap(heading, BODY, Face::Bold, room, 3) {
                self.y += LEADING;
                self.texts.push(Label::new(line, MARGIN, self.y, BODY, Style::Strong));
            }
            self.y += 7.0;
        }
        for (n, row) in rows.iter().enumerate() {
            let top = self.y;
            self.row(row);
            if n % 2 == 0 {
                let right = self.scales.last().map_or(0.0, |scale| scale.right + INSET);
                let frame = Rect { left: MARGIN - 6.0, right, top, bottom: self.y };
                self.bands.push(Band { frame, tone: Tone::Row });
            }
        }
    }

    fn row(&mut self, row: &Row) {
        let columns = &self.columns;
        let top = self.y;
        let baseline = |line: usize| top + LINE * line as f64 + 12.5;
        let names = font::wrap(name(self.base, row.by), BODY, Face::Regular, columns.name_width, 3);
        let mut line = 0;
        for (n, &ix) in row.acts.iter().enumerate() {
            let mut item = glyphs::item(&self.base[ix], words_for(self.base, ix));
            if n == 0 {
                if let Some(place) = row.place {
                    let label = Label::new(words::place(place), 0.0, baseline(0), SMALL, Style::Muted);
                    item.labels.push(label.ending_at(columns.place));
                }
                let name =
                    |(i, text): (usize, &String)| Label::new(&**text, columns.name, baseline(i), BODY, Style::Plain);
                item.labels.extend(names.iter().enumerate().map(name));
            }
            let middle = top + LINE * line as f64 + LINE / 2.0;
            for scale in self.scales {
                let shapes = shapes(self.base, ix, scale, self.options.today);
                item.glyphs.extend(shapes.into_iter().map(|glyph| glyph.down(middle)));
            }
            for text in font::wrap(&dated(self.base, ix), SMALL, Face::Regular, columns.date_width(), 3) {
                let style = if n == 0 { Style::Plain } else { Style::Muted };
                item.labels.push(Label::new(text, columns.date, baseline(line), SMALL, style));
                line += 1;
            }
            self.items.push(item);
        }
        self.y += LINE * line.max(names.len()) as f64;
    }

    /// Recognizers of whom no date is known, in lines of text.
    fn undated(&mut self, rows: &[Row], width: f64) {
        const GAP: f64 = 14.0;
        if rows.is_empty() {
            return;
        }
        let heading = format!("Undated ({}): any of these can come before any above", rows.len());
        self.y += 10.0 + LEADING;
        for line in font::wrap(&heading, BODY, Face::Bold, width - 2.0 * MARGIN, 3) {
            self.texts.push(Label::new(line, MARGIN, self.y, BODY, Style::Strong));
            self.y += LEADING + 2.0;
        }
        let room = width - 2.0 * MARGIN;
        let names: Vec<String> =
            rows.iter().map(|row| font::cut(name(self.base, row.by), BODY, Face::Regular, room)).collect();
        let widths: Vec<f64> = names.iter().map(|text| font::width(text, BODY, Face::Regular)).collect();
        let places = crate::chart::labels::flow(&widths, GAP, room);
        let lines = places.last().map_or(0, |place| place.1 + 1);
        for ((row, text), (x, line)) in rows.iter().zip(names).zip(places) {
            let label = Label::new(text, MARGIN + x, self.y + line as f64 * LINE, BODY, Style::Plain);
            for (n, &ix) in row.acts.iter().enumerate() {
                let mut item = glyphs::item(&self.base[ix], words_for(self.base, ix));
                item.labels.extend((n == 0).then(|| label.clone()));
                self.items.push(item);
            }
        }
        self.y += (lines as f64 - 1.0) * LINE + 4.0;
    }
}

fn shapes(base: &Base, ix: StatementIx, scale: &Scale, today: Day) -> Vec<Glyph> {
    let statement = &base[ix];
    if statement.date().is_none() {
        return Vec::new();
    }
    match act_of(base, ix) {
        Some(RecognitionAct::Withheld) => {
            glyphs::lasting(statement, scale, today, Ink::Refusal, Fill::Hatched).into_iter().collect()
        }
        Some(RecognitionAct::Withdrawn) => glyphs::act(statement, scale, Shape::Cross, Ink::Refusal),
        Some(RecognitionAct::Suspended) => glyphs::act(statement, scale, Shape::Pause, Ink::Refusal),
        _ => glyphs::act(statement, scale, Shape::Diamond, Ink::Recognition),
    }
}

/// The date column of an act: for all but plain recognition, what the act is.
fn dated(base: &Base, ix: StatementIx) -> String {
    let statement = &base[ix];
    let when = words::when(statement, Months::Short);
    let Fact::Recognition { act, form, .. } = statement.fact else { return when };
    match (act, form) {
        (RecognitionAct::Recognized, RecognitionForm::DeJure) => when,
        (RecognitionAct::Recognized, RecognitionForm::DeFacto) => format!("de facto {when}"),
        (RecognitionAct::Recognized, RecognitionForm::Implied) => format!("implied {when}"),
        (RecognitionAct::Withheld, _) => match &statement.ends {
            Ends::At(end) => match &end.shown {
                Some(date) => format!("withheld {when}, to {}", words::date(date, Months::Short)),
                None => format!("withheld {when}"),
            },
            Ends::Ongoing if statement.begins.earliest.bounded().is_none() => format!("withheld {when}, and still"),
            Ends::Ongoing => format!("withheld since {when}"),
            _ => format!("withheld {when}"),
        },
        (act, _) => format!("{act} {when}"),
    }
}

/// An act in a sentence.
fn words_for(base: &Base, ix: StatementIx) -> String {
    let statement = &base[ix];
    let Fact::Recognition { by, of, .. } = statement.fact else { return statement.id.to_string() };
    let verb = match act_of(base, ix) {
        Some(RecognitionAct::Withheld) => "withholds recognition of",
        Some(RecognitionAct::Withdrawn) => "withdraws recognition of",
        Some(RecognitionAct::Suspended) => "suspends recognition of",
        _ => "recognizes",
    };
    let when = words::when(statement, Months::Full);
    let doubt = match (statement.is_denied(), statement.is_contested()) {
        (true, _) => "; a source denies it",
        (_, true) => "; sources differ",
        _ => "",
    };
    format!("{} {verb} {}: {when}{doubt}", name(base, by), name(base, of))
}

fn subtitle(base: &Base, rows: &Rows) -> String {
    let recognized: Vec<StatementIx> = rows.dated.iter().filter_map(|row| row.acts.first().copied()).collect();
    let count = |test: &dyn Fn(StatementIx) -> bool| recognized.iter().filter(|&&ix| test(ix)).count();
    let contested = count(&|ix| base[ix].begins.contested);
    let imprecise = count(&|ix| !base[ix].begins.contested && base[ix].date().is_some_and(|date| !date.is_day()));
    let withdrawn = rows.on_scale().filter(|&ix| act_of(base, ix) == Some(RecognitionAct::Withdrawn)).count();
    let mut parts = vec![match recognized.len() {
        0 => "No recognition with a date is recorded".to_owned(),
        1 => "1 dated recognition".to_owned(),
        n => format!("{n} dated recognitions in the order of their places"),
    }];
    for (n, what) in [
        (contested, "with sources that differ on the date"),
        (imprecise, "known only to a month, a year or a span"),
        (withdrawn, "withdrawn later"),
        (rows.undated.len(), "undated"),
        (rows.beyond, "outside of the days shown"),
    ] {
        if n > 0 {
            parts.push(format!("{n} {what}"));
        }
    }
    parts.join("; ") + "."
}

fn description(base: &Base, of: ActorIx, rows: &Rows) -> String {
    let mut sentences = vec![format!("Who recognized {}, by date. {}", name(base, of), subtitle(base, rows))];
    let told = |row: &Row| {
        let when = row.acts.first().map_or(String::new(), |&ix| words::when(&base[ix], Months::Full));
        format!("{} ({when})", name(base, row.by))
    };
    let first: Vec<String> = rows.dated.iter().filter(|row| row.place.is_some_and(|p| p.can_be(1))).map(told).collect();
    if !first.is_empty() {
        sentences.push(format!("First: {}.", words::list(&first, "or")));
    }
    let second: Vec<String> =
        rows.dated.iter().filter(|row| row.place.is_some_and(|p| p.can_be(2) && p.least > 1)).map(told).collect();
    if !second.is_empty() && second.len() <= 8 {
        sentences.push(format!("Second: {}.", words::list(&second, "or")));
    }
    if let Some(last) = rows.dated.last().filter(|_| rows.dated.len() > 2) {
        sentences.push(format!("Last in the list: {}.", told(last)));
    }
    let contested: Vec<String> = rows
        .dated
        .iter()
        .filter(|row| row.acts.first().is_some_and(|&ix| base[ix].begins.contested))
        .map(told)
        .collect();
    if !contested.is_empty() {
        sentences.push(format!("Sources differ on: {}.", words::list(&contested, "and")));
    }
    for (act, what) in [(RecognitionAct::Withdrawn, "Withdrawn"), (RecognitionAct::Withheld, "Withheld")] {
        let acts = rows.on_scale().filter(|&ix| act_of(base, ix) == Some(act));
        let named: Vec<String> = acts
            .filter_map(|ix| {
                let by = base[ix].fact.actors().next()?;
                Some(format!("{} ({})", name(base, by), words::when(&base[ix], Months::Full)))
            })
            .collect();
        if !named.is_empty() {
            sentences.push(format!("{what}: {}.", words::list(&named, "and")));
        }
    }
    if !rows.undated.is_empty() {
        let names: Vec<&str> = rows.undated.iter().map(|row| name(base, row.by)).collect();
        sentences.push(format!("Without a date: {}.", words::list(&names, "and")));
    }
    sentences.join(" ")
}

fn whole_scale(base: &Base, rows: &Rows, options: &Options, left: f64, right: f64) -> Scale {
    let lasting = rows
        .on_scale()
        .any(|ix| act_of(base, ix) == Some(RecognitionAct::Withheld) && !matches!(base[ix].ends, Ends::At(_)));
    let days: Vec<Day> = rows.on_scale().flat_map(|ix| bounds(&base[ix]).collect::<Vec<_>>()).collect();
    scale(days.into_iter(), lasting, options, left, right)
}

/// The time in which so many recognitions crowd that they deserve a scale of their own: whole months, `None` where
/// recognitions are spread.
fn dense_window(base: &Base, rows: &Rows, whole: &Scale) -> Option<(Day, Day)> {
    const CROWD: usize = 8;
    let mut days: Vec<i32> = rows
        .dated
        .iter()
        .filter_map(|row| {
            let (earliest, latest) = span(base, row);
            Some(i32::midpoint(earliest.bounded().unwrap_or(latest).number()?, latest.bounded()?.number()?))
        })
        .collect();
    days.sort_unstable();
    if days.len() < CROWD {
        return None;
    }
    let total = f64::from(whole.to.number()? - whole.from.number()?);
    let mut best: Option<(f64, i32, i32)> = None;
    for percent in (50..=90).step_by(5) {
        let held = (days.len() * percent).div_ceil(100);
        let (from, to) = days.windows(held).map(|w| (w[0], w[held - 1])).min_by_key(|(a, b)| b - a)?;
        let gain = total / f64::from((to - from).max(14));
        let worth = percent as f64 / 100.0 * gain.ln();
        if gain >= 5.0 && best.is_none_or(|(most, ..)| worth > most) {
            best = Some((worth, from, to));
        }
    }
    let (_, from, to) = best?;
    // What nearly fits is taken in, at the beginning above all: who came first is what most readers look for.
    let first = days.iter().find(|&&day| day >= from - (to - from))?;
    let last = days.iter().rfind(|&&day| day <= to + (to - from) / 4)?;
    let (y, m, _) = Day::from_number(*first).ymd()?;
    let (end_y, end_m, _) = Day::from_number(*last).ymd()?;
    let after = end_y * 12 + end_m as i32;
    let window = (Day::find(y, m, 1)?, Day::find(after.div_euclid(12), after.rem_euclid(12) as u32 + 1, 1)?);
    let length = f64::from(window.1.number()? - window.0.number()?);
    (length * 3.0 < total && window.0 >= whole.from.plus(-31)).then_some(window)
}

fn zoom_names(whole: &Scale, detail: &Scale, top: f64) -> Vec<Label> {
    let y = top - 11.0;
    let all = Label::new("All", whole.left - INSET, y, SMALL, Style::Strong);
    let end = words::span(detail.from, detail.to.plus(-1), Months::Short);
    let part = Label::new(format!("{end}, enlarged"), detail.left - INSET, y, SMALL, Style::Strong);
    vec![all, part]
}
