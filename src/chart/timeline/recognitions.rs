//! Who recognized an actor, when: one row for each recognizer, in the order of their places.

use super::rows::{RecognizerRow, Rows, act_of, span};
use super::{NamedBase, Options, bounds, name, recount, scale};
use crate::chart::font::{self, Face};
use crate::chart::furniture::{self, Axes, BODY, INSET, LEADING, MARGIN, SMALL};
use crate::chart::glyphs;
use crate::chart::limits;
use crate::chart::plan::{Field, Fill, Glyph, Ink, Item, Label, Plan, Rect, Shade, Shape, Style, Tone};
use crate::chart::ticks::Scale;
use crate::chart::words::{self, Months};
use crate::model::{ActorIx, Base, Day, Ends, Matter, RecognitionAct, StatementIx};

const LINE: f64 = 17.0;
const COLUMN_GAP: f64 = 14.0;

/// The timeline of the recognition of `of`: one row for each recognizer with its place, its name, its date and its
/// mark; withheld recognition and recognizers without a date stand below.
pub fn recognitions(base: &Base, of: ActorIx, options: &Options) -> Plan {
    let base = &options.named(base);
    let rows = Rows::of(base, of, options);
    let width = options.page();
    let columns = ColumnEdges::of(base, &rows, width);
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
    let (mut texts, y) = options.heading(&title, &recount::subtitle(base, &rows));
    let zoom = if scales.len() > 1 { 26.0 } else { 8.0 };
    let axis = furniture::axis_height(&scales);
    let top = y + zoom + axis;
    let (names, lines, first) = furniture::marked(&options.marked, &scales, top);
    texts.extend(names);
    let mut sheet = RecognizersSheet {
        base,
        options,
        columns,
        scales: &scales,
        y: first,
        items: Vec::new(),
        shades: Vec::new(),
        texts: Vec::new(),
    };
    sheet.section(None, &rows.dated);
    sheet.section(Some("Withheld or withdrawn; no act of recognition is recorded"), &rows.refusing);
    let bottom = sheet.y + 4.0;
    sheet.y = bottom + if rows.dated.len() > limits::ROWS_WITH_ONE_AXIS { axis + 4.0 } else { 6.0 };
    sheet.undated(&rows.undated, width);
    let RecognizersSheet { y, items, shades, texts: rest, .. } = sheet;
    texts.extend(rest);
    let axes = if rows.dated.len() > limits::ROWS_WITH_ONE_AXIS { Axes::AboveAndBelow } else { Axes::Above };
    let field = |(scale, marked)| Field { marked, ..furniture::field(scale, top, bottom, axes) };
    let fields: Vec<_> = scales.iter().copied().zip(lines).map(field).collect();
    let mut shaded = shades;
    if let [whole, detail] = &scales[..] {
        texts.extend(zoom_names(whole, detail, top - axis));
        let frame = Rect { left: whole.at(detail.from), right: whole.at(detail.to), top, bottom };
        shaded.push(Shade { frame, tone: Tone::Window });
    }
    let (legend, y) = furniture::legend(&items, y + 12.0, width);
    let mut notes = options.record(base, &[Matter::RecognitionsOf(of)], options.to.unwrap_or(options.today));
    notes.extend(options.sources(base, &rows.statements));
    let (sources, y) = furniture::notes(&notes, y + 4.0, width);
    texts.extend(sources);
    Plan {
        width,
        height: y + MARGIN - 6.0,
        description: recount::description(base, of, &rows),
        title,
        fields,
        shades: shaded,
        hairlines: Vec::new(),
        texts,
        items,
        legend,
        left_out: 0,
    }
}

/// Where the columns of text begin and end.
struct ColumnEdges {
    /// The right end of the places.
    place: f64,
    name: f64,
    name_width: f64,
    date: f64,
    /// The left end of the scale.
    field: f64,
}

impl ColumnEdges {
    fn of(base: &NamedBase<'_>, rows: &Rows, width: f64) -> Self {
        let widest = |texts: Vec<String>, size: f64| {
            texts.iter().map(|text| font::width(text, size, Face::Regular)).fold(0.0, f64::max)
        };
        let places = rows.dated.iter().filter_map(|row| row.place.map(|place| place.to_string())).collect();
        let place = MARGIN + widest(places, SMALL).max(10.0);
        let listed = || rows.dated.iter().chain(&rows.refusing);
        let names = listed().map(|row| name(base, row.by).to_owned()).collect();
        let name_width = widest(names, BODY).clamp(60.0, width * 0.22);
        // A refusal has two dates: it is wrapped, so that it doesn't take the room of time.
        let short = |ix: &StatementIx| act_of(base, *ix) != Some(RecognitionAct::Withheld);
        let dates = listed()
            .flat_map(|row| row.acts.iter().copied().filter(short))
            .map(|ix| recount::dated(base, ix))
            .collect();
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
struct RecognizersSheet<'a> {
    base: &'a NamedBase<'a>,
    options: &'a Options,
    columns: ColumnEdges,
    scales: &'a [Scale],
    y: f64,
    items: Vec<Item>,
    shades: Vec<Shade>,
    texts: Vec<Label>,
}

impl RecognizersSheet<'_> {
    fn section(&mut self, heading: Option<&str>, rows: &[RecognizerRow]) {
        if rows.is_empty() {
            return;
        }
        if let Some(heading) = heading {
            let room = self.columns.field - INSET - MARGIN - 4.0;
            self.y += 8.0;
            for line in font::wrap(heading, BODY, Face::Bold, room, limits::RECOGNIZERS_HEADING_LINES) {
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
                self.shades.push(Shade { frame, tone: Tone::Row });
            }
        }
    }

    fn row(&mut self, row: &RecognizerRow) {
        let columns = &self.columns;
        let top = self.y;
        let baseline = |line: usize| top + LINE * line as f64 + 12.5;
        let names =
            font::wrap(name(self.base, row.by), BODY, Face::Regular, columns.name_width, limits::RECOGNIZER_LINES);
        let mut line = 0;
        for (n, &ix) in row.acts.iter().enumerate() {
            let mut item = glyphs::item(&self.base[ix], recount::words_for(self.base, ix));
            if n == 0 {
                if let Some(place) = row.place {
                    let label = Label::new(place.to_string(), 0.0, baseline(0), SMALL, Style::Muted);
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
            for text in font::wrap(
                &recount::dated(self.base, ix),
                SMALL,
                Face::Regular,
                columns.date_width(),
                limits::DATE_LINES,
            ) {
                let style = if n == 0 { Style::Plain } else { Style::Muted };
                item.labels.push(Label::new(text, columns.date, baseline(line), SMALL, style));
                line += 1;
            }
            self.items.push(item);
        }
        self.y += LINE * line.max(names.len()) as f64;
    }

    /// Recognizers of whom no date is known, in lines of text.
    fn undated(&mut self, rows: &[RecognizerRow], width: f64) {
        const GAP: f64 = 14.0;
        if rows.is_empty() {
            return;
        }
        let heading = format!("Undated ({}): their places aren’t known", rows.len());
        self.y += 10.0 + LEADING;
        for line in font::wrap(&heading, BODY, Face::Bold, width - 2.0 * MARGIN, limits::RECOGNIZERS_HEADING_LINES) {
            self.texts.push(Label::new(line, MARGIN, self.y, BODY, Style::Strong));
            self.y += LEADING + 2.0;
        }
        let room = width - 2.0 * MARGIN;
        let told = |row: &RecognizerRow| {
            let later: Vec<String> = row.acts[1..].iter().map(|&ix| recount::dated(self.base, ix)).collect();
            let name = name(self.base, row.by);
            let text = if later.is_empty() { name.to_owned() } else { format!("{name} ({})", later.join(", ")) };
            font::cut(&text, BODY, Face::Regular, room)
        };
        let names: Vec<String> = rows.iter().map(told).collect();
        let widths: Vec<f64> = names.iter().map(|text| font::width(text, BODY, Face::Regular)).collect();
        let places = crate::chart::labels::flow(&widths, GAP, room);
        let lines = places.last().map_or(0, |place| place.1 + 1);
        for ((row, text), (x, line)) in rows.iter().zip(names).zip(places) {
            let label = Label::new(text, MARGIN + x, self.y + line as f64 * LINE, BODY, Style::Plain);
            for (n, &ix) in row.acts.iter().enumerate() {
                let mut item = glyphs::item(&self.base[ix], recount::words_for(self.base, ix));
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
    let (shape, ink) = match act_of(base, ix) {
        Some(RecognitionAct::Withheld) => {
            return glyphs::lasting(statement, scale, today, Ink::Refusal, Fill::Hatched).into_iter().collect();
        }
        Some(RecognitionAct::Withdrawn) => (Shape::Cross, Ink::Refusal),
        Some(RecognitionAct::Suspended) => (Shape::Pause, Ink::Refusal),
        _ => (Shape::Diamond, Ink::Recognition),
    };
    let mut shapes = glyphs::act(statement, scale, shape, ink);
    shapes.extend(glyphs::others_beyond(statement, scale));
    shapes
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
    /// The least share of the recognitions that the window holds, and the most, in hundredths.
    const SHARES: (usize, usize) = (50, 90);
    /// How many times wider their time is drawn than on the whole scale, at least.
    const GAIN: f64 = 5.0;
    /// A shorter window gains nothing.
    const DAYS: i32 = 14;
    let mut days: Vec<i32> = rows
        .dated
        .iter()
        .filter_map(|row| {
            let (earliest, latest) = span(base, row);
            Some(i32::midpoint(earliest.bounded().unwrap_or(latest).number()?, latest.bounded()?.number()?))
        })
        .collect();
    days.sort_unstable();
    if days.len() < limits::CROWDED_RECOGNITIONS {
        return None;
    }
    let total = f64::from(whole.to.number()? - whole.from.number()?);
    let mut best: Option<(f64, i32, i32)> = None;
    for percent in (SHARES.0..=SHARES.1).step_by(5) {
        let held = (days.len() * percent).div_ceil(100);
        let (from, to) = days.windows(held).map(|w| (w[0], w[held - 1])).min_by_key(|(a, b)| b - a)?;
        let gain = total / f64::from((to - from).max(DAYS));
        let worth = percent as f64 / 100.0 * gain.ln();
        if gain >= GAIN && best.is_none_or(|(most, ..)| worth > most) {
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
    let time = words::span(detail.from, detail.to.previous(), Months::Short);
    let room = detail.right - detail.left + 2.0 * INSET;
    let names = [format!("{time}, enlarged"), time, "Enlarged".to_owned()];
    let fits = |name: &String| font::width(name, SMALL, Face::Bold) <= room;
    let fitting = names.into_iter().find(fits).unwrap_or_default();
    let part = Label::new(fitting, detail.left - INSET, y, SMALL, Style::Strong);
    vec![all, part]
}
