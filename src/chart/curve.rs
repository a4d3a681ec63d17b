//! The recognition curve: how many recognize an actor, over time, with a band for what is open.
//!
//! *May know:* the base and the query that counts. *Never* draws.

use super::font::{self, Face};
use super::furniture::{self, BODY, INSET, MARGIN, SMALL};
use super::limits;
use super::names::{NamedBase, name};
use super::options::Options;
use super::plan::{Dash, Field, Glyph, Hairline, Ink, Item, Label, Plan, Rect, Style, Tabular};
use super::ticks::{Scale, Tick, TickRank, Ticks};
use super::words::{self, Months};
use crate::model::{Base, Day, Matter, closed};
use crate::query::{Count, CurveAnswer};

/// The height of the field.
const HEIGHT: f64 = 340.0;

/// The least distance between the names at the ends of the curves.
const APART: f64 = 17.0;

/// The space between the end of a curve and its name.
const REACH: f64 = 26.0;

/// Days of a mean year.
const YEAR: f64 = 365.2425;

/// The looks of curves, in the order of the question; more than these can't be told apart.
const LOOKS: [(Ink, Dash); limits::CURVES] = [
    (Ink::First, Dash::Whole),
    (Ink::Second, Dash::Long),
    (Ink::Third, Dash::Short),
    (Ink::Fourth, Dash::Mixed),
    (Ink::Fifth, Dash::Dots),
    (Ink::Sixth, Dash::Wide),
];

closed! {
    /// What the curves begin with.
    pub enum Align {
        /// Each stands at its dates.
        Date => "date",
        /// Each begins with the independence of its subject.
        Independence => "independence",
    }
}

/// A curve before it has a place: steps in days, counted from 1970 or from independence.
struct DayCurve<'a> {
    answer: &'a CurveAnswer,
    name: &'a str,
    look: (Ink, Dash),
    /// On which day each begins, with its count.
    steps: Vec<(f64, Count)>,
    /// Where it ends.
    end: f64,
}

/// The curves of up to six subjects. What can't be drawn, because nobody recognizes it or because the day from which it is to
/// be counted isn't known, is named below.
pub fn recognition_curve(base: &Base, answers: &[CurveAnswer], align: Align, options: &Options) -> (Plan, Tabular) {
    let base = &options.named(base);
    let mut notes = Vec::new();
    let courses = courses(base, answers, align, options, &mut notes);
    let names: Vec<&str> = answers.iter().map(|answer| name(base, answer.request.of)).collect();
    let title = options.title.clone().unwrap_or_else(|| format!("Recognition of {}", words::list(&names, "and")));
    let width = options.page();
    let (mut texts, y) = options.heading(&title, &subtitle(base, answers, align));
    let most = courses.iter().flat_map(|course| course.steps.iter().map(|step| step.1.most())).max().unwrap_or(0);
    let (unit, top_count) = count_ticks(most);
    let ends: Vec<String> = courses.iter().map(ending).collect();
    let widest = ends.iter().map(|text| font::width(text, BODY, Face::Bold)).fold(0.0, f64::max);
    let left = MARGIN + font::width(&top_count.to_string(), SMALL, Face::Regular) + 8.0 + INSET;
    let right = width - MARGIN - widest - REACH - INSET;
    let along_dates: &[Day] = if align == Align::Date { &options.marked } else { &[] };
    let scale = time(&courses, align, options, [left, right], [y, y]).0.scale;
    let (names, mut lines, y) = furniture::marked(along_dates, &[scale], y);
    texts.extend(names);
    let top = y + 16.0;
    let bottom = top + HEIGHT;
    let at_count = |count: usize| bottom - count as f64 / top_count as f64 * HEIGHT;
    let (mut field, along) = time(&courses, align, options, [left, right], [top, bottom]);
    field.marked = lines.pop().unwrap_or_default();
    let mut hairlines = Vec::new();
    for count in (0..=top_count).step_by(unit) {
        let y = at_count(count);
        hairlines.push(Hairline { from: (field.frame.left, y), to: (field.frame.right, y) });
        texts.push(Label::new(count.to_string(), 0.0, y + 3.0, SMALL, Style::Muted).ending_at(field.frame.left - 6.0));
    }
    let mut items: Vec<Item> = courses.iter().map(|course| item(base, course, &along, &at_count)).collect();
    name_ends(&mut items, &courses, ends, field.frame.right, [top, bottom], &at_count);
    for answer in answers.iter().filter(|answer| answer.undated > 0 && !answer.counts.is_empty()) {
        let one = answer.undated == 1;
        let (acts, them) = if one { ("1 act".to_owned(), "it") } else { (format!("{} acts", answer.undated), "them") };
        notes.push(format!(
            "{}: {acts} of recognition without a date, in the band until a dated source tells of {them}.",
            name(base, answer.request.of)
        ));
    }
    let matters: Vec<Matter> = answers.iter().map(|answer| Matter::RecognitionsOf(answer.request.of)).collect();
    let to = answers.iter().map(|answer| answer.request.to).max().unwrap_or(options.today);
    notes.extend(options.record(base, &matters, to));
    let (lines, y) = furniture::notes(&notes, bottom + 40.0, width);
    texts.extend(lines);
    let acts: Vec<_> = answers.iter().flat_map(|answer| answer.acts.iter().copied()).collect();
    let (sources, y) = furniture::notes(&options.sources(base, &acts), y + 4.0, width);
    texts.extend(sources);
    let plan = Plan {
        width,
        height: y + MARGIN - 6.0,
        description: description(&title, &courses, align),
        title,
        fields: vec![field],
        shades: Vec::new(),
        hairlines,
        texts,
        items,
        legend: Vec::new(),
        left_out: 0,
    };
    (plan, table(base, answers, align))
}

fn subtitle(base: &NamedBase<'_>, answers: &[CurveAnswer], align: Align) -> String {
    let among = answers.iter().find_map(|answer| answer.request.among);
    let who = among.map_or_else(|| "those who".to_owned(), |among| format!("members of {} that", base.whole(among)));
    let each = if answers.len() == 1 { "it" } else { "each" };
    let since = match align {
        Align::Date => String::new(),
        Align::Independence => ", by years since independence".to_owned(),
    };
    format!(
        "Number of {who} recognize {each}, by recorded acts{since}. The line counts who does, dotted where of some that is only presumed, because the record doesn't reach the day; the band who possibly does: dates and sources leave that open."
    )
}

fn courses<'a>(
    base: &'a NamedBase<'a>,
    answers: &'a [CurveAnswer],
    align: Align,
    options: &Options,
    notes: &mut Vec<String>,
) -> Vec<DayCurve<'a>> {
    let mut courses = Vec::new();
    for (answer, look) in answers.iter().zip(LOOKS.into_iter().cycle()) {
        let name = name(base, answer.request.of);
        if answer.counts.is_empty() {
            notes.push(format!("{name}: no recognition is recorded."));
            continue;
        }
        let zero = match (align, answer.independence) {
            (Align::Date, _) => 0,
            (Align::Independence, Some((day, ix))) => {
                let doubt = if base[ix].is_contested() { ", on which sources differ" } else { "" };
                notes.push(format!("{name}: counted from {}{doubt}.", words::day(day, Months::Full)));
                day.number().unwrap_or(0)
            }
            (Align::Independence, None) => {
                notes.push(format!("{name}: left out, for no day of its independence is recorded."));
                continue;
            }
        };
        let days = |day: Day| f64::from(day.number().unwrap_or(0) - zero);
        let to = answer.request.to.min(options.to.unwrap_or(Day::FUTURE));
        courses.push(DayCurve {
            answer,
            name,
            look,
            steps: answer.counts.iter().map(|count| (days(count.day), *count)).collect(),
            end: days(to.next()),
        });
    }
    courses
}

/// Which numbers stand at the side: the step, and the uppermost, which no count exceeds.
fn count_ticks(most: usize) -> (usize, usize) {
    let unit = (0..).flat_map(|power| [1, 2, 5].map(|step| step * 10usize.pow(power)));
    let unit = unit.into_iter().find(|unit| most.div_ceil(*unit) <= limits::CURVE_NUMBERS).unwrap_or(1);
    (unit, most.div_ceil(unit).max(1) * unit)
}

/// The field, and where a number of days stands in it.
fn time(
    courses: &[DayCurve<'_>],
    align: Align,
    options: &Options,
    [left, right]: [f64; 2],
    [top, bottom]: [f64; 2],
) -> (Field, impl Fn(f64) -> f64 + use<>) {
    let today = f64::from(options.today.number().unwrap_or(0));
    let first = courses.iter().map(|course| course.steps[0].0).fold(f64::INFINITY, f64::min);
    let last = courses.iter().map(|course| course.end).fold(f64::NEG_INFINITY, f64::max);
    let (first, last) = if first < last { (first, last) } else { (today - YEAR, today) };
    let room = (last - first) / 60.0;
    let from = match (align, options.from.and_then(Day::number)) {
        (Align::Date, Some(from)) => f64::from(from),
        (Align::Independence, _) => first.min(0.0) - room,
        _ => first - room,
    };
    let scale = Scale { from: Day::from_number(from as i32), to: Day::from_number(last as i32), left, right };
    let along = move |days: f64| left + (days - from) / (last - from) * (right - left);
    let field = match align {
        Align::Date => furniture::field(scale, top, bottom, furniture::Axes::Below),
        Align::Independence => years(scale, [from, last], [top, bottom], &along),
    };
    (field, along)
}

/// A field whose axis counts years.
fn years(scale: Scale, [from, last]: [f64; 2], [top, bottom]: [f64; 2], along: &impl Fn(f64) -> f64) -> Field {
    let span = (last - from) / YEAR;
    let unit = [1, 2, 5, 10, 20, 50, 100]
        .into_iter()
        .find(|unit| span / f64::from(*unit) <= f64::from(limits::YEAR_STEPS))
        .unwrap_or(200);
    let (mut ticks, mut labels) = (Vec::new(), Vec::new());
    let first = (from / YEAR / f64::from(unit)).ceil() as i32;
    for n in first.. {
        let year = n * unit;
        let days = f64::from(year) * YEAR;
        if days > last {
            break;
        }
        let x = along(days);
        let text = if year == 0 { "0 years".to_owned() } else { year.to_string().replace('-', "−") };
        let rank = if year == 0 { TickRank::Major } else { TickRank::Minor };
        labels.push(Label::new(&*text, 0.0, bottom + 20.0, SMALL, Style::Muted).centred_at(x));
        ticks.push(Tick { x, rank, label: Some(text) });
    }
    let frame = Rect { left: scale.left - INSET, right: scale.right + INSET, top, bottom };
    Field { frame, scale, ticks: Ticks { ticks, unit_labels: Vec::new() }, labels, marked: Vec::new() }
}

fn item(base: &Base, course: &DayCurve<'_>, along: &impl Fn(f64) -> f64, at_count: &impl Fn(usize) -> f64) -> Item {
    let (ink, dash) = course.look;
    // A step begins on its day, and holds until the next.
    let level = |n: usize, number: usize| {
        let until = course.steps.get(n + 1).map_or(course.end, |next| next.0);
        [course.steps[n].0, until].map(|day| (along(day), at_count(number)))
    };
    let counts = || course.steps.iter().map(|(_, count)| count).enumerate();
    let corners = |number: fn(&Count) -> usize| -> Vec<(f64, f64)> {
        let first = (along(course.steps[0].0), at_count(0));
        std::iter::once(first).chain(counts().flat_map(|(n, count)| level(n, number(count)))).collect()
    };
    let presumed = counts().filter(|(_, count)| count.presumed > 0);
    let pierced = presumed.map(|(n, count)| level(n, count.recorded())).collect();
    Item {
        statement: base[course.answer.request.of].id.to_string(),
        class: "statement curve".to_owned(),
        title: told(course),
        glyphs: vec![Glyph::Steps { line: corners(Count::recorded), upper: corners(Count::most), pierced, ink, dash }],
        labels: Vec::new(),
        leaders: Vec::new(),
    }
}

/// "Kosovo 97–104"
fn ending(course: &DayCurve<'_>) -> String {
    course.steps.last().map_or_else(|| course.name.to_owned(), |(_, count)| format!("{} {}", course.name, range(count)))
}

fn range(count: &Count) -> String {
    let (least, most) = (count.recorded(), count.most());
    if least == most { least.to_string() } else { format!("{least}–{most}") }
}

/// Writes the names beside the ends of the curves, pushed apart, with leaders.
fn name_ends(
    items: &mut [Item],
    courses: &[DayCurve<'_>],
    ends: Vec<String>,
    right: f64,
    [top, bottom]: [f64; 2],
    at_count: &impl Fn(usize) -> f64,
) {
    let mut order: Vec<usize> = (0..items.len()).collect();
    let height = |n: usize| at_count(courses[n].steps.last().map_or(0, |step| step.1.recorded()));
    order.sort_by(|&a, &b| height(a).total_cmp(&height(b)).then(a.cmp(&b)));
    let mut ys: Vec<f64> = Vec::new();
    for &n in &order {
        ys.push(ys.last().map_or(f64::NEG_INFINITY, |last: &f64| last + APART).max(height(n)).max(top + 8.0));
    }
    // What was pushed out below is pushed back from there.
    let mut limit = bottom - 2.0;
    for y in ys.iter_mut().rev() {
        *y = y.min(limit);
        limit = *y - APART;
    }
    for (&n, y) in order.iter().zip(ys) {
        let item = &mut items[n];
        item.leaders.push(Hairline { from: (right + 2.0, height(n)), to: (right + REACH - 8.0, y) });
        item.labels.push(Label::new(&*ends[n], right + REACH - 4.0, y + 4.0, BODY, Style::Strong));
    }
}

/// A course in words.
fn told(course: &DayCurve<'_>) -> String {
    let answer = course.answer;
    let first = answer.counts.iter().find(|count| count.recorded() > 0);
    let peak = answer.counts.iter().max_by_key(|count| (count.recorded(), std::cmp::Reverse(count.day)));
    let last = answer.counts.last();
    let mut text = course.name.to_owned();
    if let Some(first) = first {
        text += &format!(": recognized by {} on {}", range(first), words::day(first.day, Months::Full));
    }
    if let (Some(peak), Some(last)) = (peak, last) {
        let on = words::day(answer.request.to, Months::Full);
        let presumed =
            if last.presumed > 0 { format!(", {} of them presumably", last.presumed) } else { String::new() };
        text += &format!("; by {} on {on}{presumed}", range(last));
        if peak.recorded() > last.recorded() {
            text += &format!("; at most by {}, on {}", peak.recorded(), words::day(peak.day, Months::Full));
        }
    }
    text
}

fn description(title: &str, courses: &[DayCurve<'_>], align: Align) -> String {
    let along = match align {
        Align::Date => "over time",
        Align::Independence => "by years since independence",
    };
    let told: Vec<String> = courses.iter().map(told).collect();
    if told.is_empty() {
        return format!("{title}: no recognition is recorded.");
    }
    format!("{title}: number of those who recognize, {along}. {}.", told.join(". "))
}

fn table(base: &Base, answers: &[CurveAnswer], align: Align) -> Tabular {
    let mut rows = Vec::new();
    for answer in answers {
        let zero = answer.independence.and_then(|(day, _)| day.number());
        for count in &answer.counts {
            let since = count.day.number().zip(zero).map(|(day, zero)| (day - zero).to_string());
            let mut row = vec![base[answer.request.of].id.to_string(), count.day.to_string()];
            if align == Align::Independence {
                row.push(since.unwrap_or_default());
            }
            row.extend([count.certain, count.presumed, count.most()].map(|number| number.to_string()));
            rows.push(row);
        }
    }
    let columns: &[&str] = match align {
        Align::Date => &["subject", "from", "certain", "presumed", "most"],
        Align::Independence => &["subject", "from", "days_since_independence", "certain", "presumed", "most"],
    };
    Tabular { columns: columns.to_vec(), rows }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_stand_at_round_numbers() {
        for (most, expected) in
            [(0, (1, 1)), (1, (1, 1)), (6, (1, 6)), (9, (2, 10)), (44, (10, 50)), (156, (20, 160)), (193, (50, 200))]
        {
            assert_eq!(count_ticks(most), expected, "{most}");
        }
        let most = limits::CURVE_NUMBERS;
        assert_eq!((count_ticks(most).0, count_ticks(most + 1).0), (1, 2));
    }
}
