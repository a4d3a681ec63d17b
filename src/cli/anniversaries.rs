//! `chancery anniversaries`

use std::fmt::Write as _;

use super::limits::UNCERTAIN_ANNIVERSARIES;
use crate::export::{Table, v2};
use crate::form::Question;
use crate::model::{ActorIx, Base, Closed, Date, Day, StatementIx, begun};
use crate::query::{AnniversariesAnswer, AnniversariesRequest, FURTHEST, Occasion, anniversaries};
use crate::report::calendar;
use clap::Args;

use super::error::CliError;
use super::output::{Format, Forms};
use super::{Context, Outcome, data, words};

#[derive(Args)]
pub(crate) struct AnniversariesArgs {
    /// Of this year
    #[arg(long, value_name = "YEAR", value_parser = clap::value_parser!(i32).range(1..=9998), group = "time")]
    year: Option<i32>,
    /// From today on for so long: 90d, 6w, 3m, 1y; else for a year
    #[arg(long, value_name = "TIME", value_parser = span, group = "time")]
    next: Option<Length>,
    /// Only what concerns this actor; what it bound itself to, too
    #[arg(long, value_name = "ACTOR", conflicts_with = "pair")]
    actor: Option<String>,
    /// Only what concerns these two
    #[arg(long, value_names = ["A", "B"], num_args = 2)]
    pair: Option<Vec<String>>,
    /// Only every so many years: the 5th, 10th, 15th and so on
    #[arg(long, value_name = "YEARS", num_args = 0..=1, default_missing_value = "5", value_parser = clap::value_parser!(u32).range(1..))]
    round: Option<u32>,
    /// Only of this occasion; may be given more than once
    #[arg(long = "kind", value_name = "OCCASION", value_parser = words::names::<Occasion>())]
    kinds: Vec<String>,
}

/// A length of time from today on.
#[derive(Debug, Clone, Copy)]
enum Length {
    Days(i32),
    Months(u32),
}

/// Reads "90d", "6w", "3m", "1y".
fn span(text: &str) -> Result<Length, String> {
    let wrong = || format!("{text:?} is no time; write it as 90d, 6w, 3m or 1y");
    let unit = text.chars().next_back().ok_or_else(wrong)?;
    let number: u32 = text[..text.len() - unit.len_utf8()].parse().map_err(|_| wrong())?;
    if !(1..=FURTHEST).contains(&number) {
        return Err(format!("{number} is out of range; 1 to {FURTHEST} are taken"));
    }
    let days = |days: u32| i32::try_from(days).map(Length::Days).map_err(|_| wrong());
    match unit {
        'd' => days(number),
        'w' => days(number * 7),
        'm' => Ok(Length::Months(number)),
        'y' => Ok(Length::Months(number * 12)),
        _ => Err(wrong()),
    }
}

impl AnniversariesArgs {
    pub(crate) fn run(&self, context: &Context<'_>) -> Result<Outcome, CliError> {
        let loaded = data::load(context)?;
        let base = &loaded.base;
        let (from, to) = self.time(context.today)?;
        let find = |text: &String| data::actor(base, text, context.today);
        let actors = match (&self.pair, &self.actor) {
            (Some(pair), _) => {
                let pair: Vec<ActorIx> = pair.iter().map(find).collect::<Result<_, _>>()?;
                if let [a, b] = pair[..] {
                    super::relations::pair(base, [a, b])?;
                }
                pair
            }
            (None, Some(actor)) => vec![find(actor)?],
            (None, None) => Vec::new(),
        };
        let occasions: Vec<Occasion> = self.kinds.iter().filter_map(|kind| Occasion::find(kind)).collect();
        let request = AnniversariesRequest::between(from, to).of(actors).occasions(occasions).round(self.round);
        let answer = anniversaries(base, &request);
        if context.output.format() == Some(Format::Ics) {
            context.output.bytes(calendar(base, &answer).as_bytes())?;
        } else {
            context.output.answer(
                "anniversaries",
                &Forms {
                    text: &|| text(base, &answer),
                    table: &|| table(base, &answer),
                    json: &|| v2::anniversaries(base, &answer),
                    items: "entries",
                },
            )?;
        }
        Ok(if answer.entries.is_empty() { Outcome::Undecided } else { Outcome::Fine })
    }

    /// The first and the last day.
    fn time(&self, today: Day) -> Result<(Day, Day), CliError> {
        let out = || CliError::Usage {
            message: "the calendar ends before that".into(),
            help: "ask for a shorter time, or for a --year up to 9998".into(),
        };
        if let Some(year) = self.year {
            return Day::find(year, 1, 1).zip(Day::find(year, 12, 31)).ok_or_else(out);
        }
        let end = match self.next.unwrap_or(Length::Months(12)) {
            Length::Days(days) => Some(today.plus(days)),
            Length::Months(months) => today.after_months(months),
        };
        end.filter(|end| end.ymd().is_some()).map(|end| (today, end.previous().max(today))).ok_or_else(out)
    }
}

impl AnniversariesArgs {
    /// What it asks; only of one occasion no question asks the same.
    pub(crate) fn question(&self, base: &Base, today: Day) -> Option<Question> {
        let (from, to) = self.time(today).ok()?;
        let named = self.actor.iter().chain(self.pair.iter().flatten());
        let actors = named.map(|text| data::actor(base, text, today)).collect::<Result<_, _>>().ok()?;
        self.kinds.is_empty().then_some(Question::Anniversaries { actors, from, to, round: self.round })
    }
}

fn text(base: &Base, answer: &AnniversariesAnswer) -> String {
    let request = &answer.request;
    let names: Vec<String> = request.actors.iter().map(|actor| base[*actor].name.to_string()).collect();
    let of = if names.is_empty() { String::new() } else { format!(" of {}", words::and(&names)) };
    let round = request.round.map_or_else(String::new, |round| format!(", every {round} years"));
    let number = words::count(answer.entries.len(), "anniversary", "anniversaries");
    let mut text = format!("{number}{of} from {} to {}{round}\n", request.from.in_words(), request.to.in_words());
    let mut last = None;
    for entry in &answer.entries {
        if last.replace(entry.on) != Some(entry.on) {
            let _ = writeln!(text, "\n{}", entry.on.in_words());
        }
        let year = entry.day.ymd().map_or(0, |(year, ..)| year);
        let years = words::count(entry.years as usize, "year", "years");
        let _ = writeln!(text, "  {years}: {} ({year})", begun(base, &base[entry.statement]));
    }
    if !answer.uncertain.is_empty() {
        text += "\nnot certain to the day, and maybe in this time:\n";
        for one in answer.uncertain.iter().take(UNCERTAIN_ANNIVERSARIES) {
            let _ = writeln!(text, "  {} ({})", begun(base, &base[one.statement]), words::date(&base[one.statement]));
        }
        if answer.uncertain.len() > UNCERTAIN_ANNIVERSARIES {
            let _ = writeln!(text, "  and {} more", answer.uncertain.len() - UNCERTAIN_ANNIVERSARIES);
        }
    }
    if answer.undated > 0 {
        let _ = writeln!(
            text,
            "\n{} dated to a year or worse, or not at all.",
            words::count(answer.undated, "more is", "more are")
        );
    }
    text
}

fn table(base: &Base, answer: &AnniversariesAnswer) -> Table {
    let mut table = Table::new(&["on", "years", "date", "occasion", "what", "statement", "sources"]);
    let row = |on: String, years: String, date: String, occasion: Occasion, ix: StatementIx| {
        vec![
            on,
            years,
            date,
            occasion.to_string(),
            begun(base, &base[ix]),
            base[ix].id.to_string(),
            words::source_ids(base, &base[ix]),
        ]
    };
    for entry in &answer.entries {
        let years = entry.years.to_string();
        table.row(row(entry.on.to_string(), years, entry.day.to_string(), entry.occasion, entry.statement));
    }
    for one in &answer.uncertain {
        let years = one.years.map(|years| years.to_string()).unwrap_or_default();
        let date = base[one.statement].date().map(Date::to_string).unwrap_or_default();
        table.row(row(String::new(), years, date, one.occasion, one.statement));
    }
    table
}
