//! Time on paper: a linear scale, and ticks on the units of the calendar.

use super::font::{self, Face};
use super::limits;
use super::words::{self, Months};
use crate::model::Day;

/// The size of the figures along an axis.
pub const SIZE: f64 = 11.0;

/// The least space between two labels of an axis.
const GAP: f64 = 7.0;

/// How far the name of a tick at an end may reach beyond the scale.
const SPILL: f64 = 15.0;

/// A linear scale: equal times have equal lengths.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    /// The day that begins at the left.
    pub from: Day,
    /// The day that begins at the right: the first that is no longer shown.
    pub to: Day,
    /// Where `from` begins.
    pub left: f64,
    /// Where `to` begins.
    pub right: f64,
}

/// A line of the grid.
#[derive(Debug, Clone, PartialEq)]
pub struct Tick {
    /// Where it stands.
    pub x: f64,
    /// Whether a year or a month begins here that the second line of labels names.
    pub rank: TickRank,
    /// The upper label, centred on `x`, or starting there for what fills a unit.
    pub label: Option<String>,
}

/// How strong a tick is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TickRank {
    /// An ordinary one.
    Minor,
    /// The start of a larger unit.
    Major,
}

/// A label of the second line, that names the larger unit: the year of months, the month of days.
#[derive(Debug, Clone, PartialEq)]
pub struct UnitLabel {
    /// Where it starts.
    pub x: f64,
    /// The name.
    pub text: String,
}

/// Ticks and the names of the larger units.
#[derive(Debug, Clone, PartialEq)]
pub struct Ticks {
    /// From left to right.
    pub ticks: Vec<Tick>,
    /// From left to right; empty where the upper labels say everything.
    pub unit_labels: Vec<UnitLabel>,
}

/// From one tick to the next: a step of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stride {
    Day,
    Week,
    Months(i32),
    Years(i32),
}

/// From fine to coarse.
const STRIDES: [Stride; 15] = [
    Stride::Day,
    Stride::Week,
    Stride::Months(1),
    Stride::Months(3),
    Stride::Months(6),
    Stride::Years(1),
    Stride::Years(2),
    Stride::Years(5),
    Stride::Years(10),
    Stride::Years(20),
    Stride::Years(50),
    Stride::Years(100),
    Stride::Years(200),
    Stride::Years(500),
    Stride::Years(1000),
];

impl Scale {
    /// Where a day begins; the nearer end of the scale for days outside of it.
    pub fn at(&self, day: Day) -> f64 {
        self.place(day, 0.0)
    }

    /// The middle of a day, where an act of that day is marked.
    pub fn noon(&self, day: Day) -> f64 {
        self.place(day, 0.5)
    }

    /// Whether the day is on the scale.
    pub fn shows(&self, day: Day) -> bool {
        self.from <= day && day < self.to
    }

    fn place(&self, day: Day, part: f64) -> f64 {
        if day < self.from {
            return self.left;
        }
        if day >= self.to {
            return self.right;
        }
        let since = |day: Day| f64::from(day.number().unwrap_or(0)) - f64::from(self.from.number().unwrap_or(0));
        self.left + (since(day) + part) / since(self.to).max(1.0) * (self.right - self.left)
    }
}

/// The ticks of a scale, on the finest unit of the calendar whose labels have room.
pub fn ticks(scale: &Scale) -> Ticks {
    STRIDES.iter().find_map(|stride| fitting(scale, *stride)).unwrap_or_else(|| ends(scale))
}

/// The ticks of one stride, unless their labels would touch.
fn fitting(scale: &Scale, stride: Stride) -> Option<Ticks> {
    let days = starts(scale, stride, (scale.right - scale.left) / GAP)?;
    if days.is_empty() || days.len() > limits::TICK_LABELS {
        return None;
    }
    let label = |day: Day| {
        let (y, m, d) = day.ymd().unwrap_or((0, 1, 1));
        match stride {
            Stride::Day | Stride::Week => d.to_string(),
            Stride::Months(_) => Months::Short.name(m).to_owned(),
            Stride::Years(_) => words::year(y),
        }
    };
    let ticks: Vec<Tick> = days
        .iter()
        .map(|&day| {
            let text = label(day);
            let half = font::width(&text, SIZE, Face::Regular) / 2.0;
            let x = scale.at(day);
            let inside = x - half >= scale.left - SPILL && x + half <= scale.right + SPILL;
            Tick { x, rank: rank(day, stride), label: inside.then_some(text) }
        })
        .collect();
    let mut before = f64::NEG_INFINITY;
    for tick in &ticks {
        let Some(text) = &tick.label else { continue };
        let half = font::width(text, SIZE, Face::Regular) / 2.0;
        if tick.x - half < before + GAP {
            return None;
        }
        before = tick.x + half;
    }
    if ticks.iter().all(|tick| tick.label.is_none()) {
        return None;
    }
    let unit_labels = unit_labels(scale, stride);
    (!matches!(stride, Stride::Day | Stride::Week | Stride::Months(_)) || !unit_labels.is_empty())
        .then_some(Ticks { ticks, unit_labels })
}

/// The first days of the units on the scale; `None` when there are more than `most`.
fn starts(scale: &Scale, stride: Stride, most: f64) -> Option<Vec<Day>> {
    let (from, to) = (scale.from.number()?, scale.to.number()?);
    let (year, month, _) = scale.from.ymd()?;
    let (days, first): (i32, Box<dyn Fn(i32) -> Option<Day>>) = match stride {
        Stride::Day => (1, Box::new(move |n| Some(Day::from_number(from + n)))),
        // 1 January 1970 was a Thursday.
        Stride::Week => (7, Box::new(move |n| Some(Day::from_number((from + 3).div_euclid(7) * 7 - 3 + 7 * n)))),
        Stride::Months(many) => {
            let start = (year * 12 + month as i32 - 1).div_euclid(many) * many;
            (
                30 * many,
                Box::new(move |n| {
                    let at = start + many * n;
                    Day::find(at.div_euclid(12), at.rem_euclid(12) as u32 + 1, 1)
                }),
            )
        }
        Stride::Years(many) => {
            let start = year.div_euclid(many) * many;
            (365 * many, Box::new(move |n| Day::find(start + many * n, 1, 1)))
        }
    };
    if f64::from(to - from) / f64::from(days) > most {
        return None;
    }
    let all = (0..).map_while(first).take_while(|day| *day < scale.to);
    Some(all.filter(|day| *day >= scale.from).collect())
}

fn rank(day: Day, stride: Stride) -> TickRank {
    let (_, m, d) = day.ymd().unwrap_or((0, 2, 2));
    let major = match stride {
        Stride::Day => d == 1,
        Stride::Week => d <= 7,
        Stride::Months(_) => m == 1,
        Stride::Years(_) => false,
    };
    if major { TickRank::Major } else { TickRank::Minor }
}

/// The names of the larger units, each where it starts, the first at the left end; none that has no room.
fn unit_labels(scale: &Scale, stride: Stride) -> Vec<UnitLabel> {
    let larger = match stride {
        Stride::Day | Stride::Week => Stride::Months(1),
        Stride::Months(_) => Stride::Years(1),
        Stride::Years(_) => return Vec::new(),
    };
    let mut days = starts(scale, larger, f64::INFINITY).unwrap_or_default();
    if days.first() != Some(&scale.from) {
        days.insert(0, scale.from);
    }
    let mut found: Vec<UnitLabel> = Vec::new();
    let mut end = scale.right + GAP;
    for &day in days.iter().rev() {
        let (y, m, _) = day.ymd().unwrap_or((0, 1, 1));
        let text = match larger {
            Stride::Months(_) => format!("{} {}", Months::Short.name(m), words::year(y)),
            _ => words::year(y),
        };
        let x = scale.at(day);
        let right = x + font::width(&text, SIZE, Face::Bold);
        if right + GAP <= end + GAP / 2.0 {
            end = x - GAP / 2.0;
            found.push(UnitLabel { x, text });
        }
    }
    found.reverse();
    found
}

/// Only the beginning, for a scale too short for anything else.
fn ends(scale: &Scale) -> Ticks {
    let text = words::day(scale.from, Months::Short);
    Ticks {
        ticks: vec![Tick { x: scale.left, rank: TickRank::Major, label: None }],
        unit_labels: vec![UnitLabel { x: scale.left, text }],
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn scale(from: &str, to: &str, width: f64) -> Scale {
        let day = |text| Day::parse(text).expect("a day");
        Scale { from: day(from), to: day(to), left: 0.0, right: width }
    }

    /// The upper labels, then the names of the larger units after a bar.
    fn check(from: &str, to: &str, width: f64, expected: &str) {
        let Ticks { ticks, unit_labels } = ticks(&scale(from, to, width));
        let upper: Vec<String> = ticks.into_iter().filter_map(|tick| tick.label).collect();
        let lower: Vec<String> = unit_labels.into_iter().map(|unit| unit.text).collect();
        assert_eq!(format!("{} | {}", upper.join(" "), lower.join(" ")), expected, "{from} {to}");
    }

    #[test]
    fn ticks_fall_on_units_of_the_calendar() {
        check("1991-12-01", "1991-12-08", 500.0, "1 2 3 4 5 6 7 | Dec 1991");
        check("1991-11-01", "1992-02-01", 300.0, "4 11 18 25 2 9 16 23 30 6 13 20 27 | Nov 1991 Dec 1991 Jan 1992");
        check("1991-11-01", "1992-05-01", 300.0, "Nov Dec Jan Feb Mar Apr | 1991 1992");
        check("1991-11-01", "1996-07-01", 300.0, "Jan Jul Jan Jul Jan Jul Jan Jul Jan | 1992 1993 1994 1995 1996");
        check("1991-01-01", "2026-01-01", 500.0, "1995 2000 2005 2010 2015 2020 2025 | ");
        check(
            "1720-01-01",
            "2020-01-01",
            500.0,
            "1720 1740 1760 1780 1800 1820 1840 1860 1880 1900 1920 1940 1960 1980 2000 | ",
        );
    }

    #[test]
    fn too_many_ticks_take_the_next_stride() {
        let labels = |days: usize| {
            let from = Day::parse("1991-12-01").expect("a day");
            let scale = Scale { from, to: from.plus(days as i32), left: 0.0, right: 10_000.0 };
            ticks(&scale).ticks.len()
        };
        assert_eq!(labels(limits::TICK_LABELS), limits::TICK_LABELS);
        assert!(labels(limits::TICK_LABELS + 1) < limits::TICK_LABELS / 2);
    }

    proptest! {
        #[test]
        fn ticks_never_repeat_or_collide(from in -200_000..30_000i32, days in 1..120_000i32, width in 60.0..1200.0f64) {
            let scale = Scale { from: Day::from_number(from), to: Day::from_number(from + days), left: 10.0, right: 10.0 + width };
            let Ticks { ticks, unit_labels } = ticks(&scale);
            prop_assert!(!ticks.is_empty());
            let labelled: Vec<(f64, f64)> = ticks.iter().filter_map(|tick| {
                let half = font::width(tick.label.as_deref()?, SIZE, Face::Regular) / 2.0;
                Some((tick.x - half, tick.x + half))
            }).collect();
            prop_assert!(labelled.windows(2).all(|pair| pair[0].1 < pair[1].0));
            prop_assert!(ticks.windows(2).all(|pair| pair[0].x < pair[1].x));
            let lower: Vec<(f64, f64)> =
                unit_labels.iter().map(|c| (c.x, c.x + font::width(&c.text, SIZE, Face::Bold))).collect();
            prop_assert!(lower.windows(2).all(|pair| pair[0].1 < pair[1].0));
            let mut names: Vec<&str> = unit_labels.iter().map(|c| &*c.text).collect();
            names.dedup();
            prop_assert_eq!(names.len(), unit_labels.len());
        }
    }
}
