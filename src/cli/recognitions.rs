//! `chancery recognitions`

mod asked;
mod picked;
mod standing;

use std::fmt::Write as _;

use crate::export::{Table, v2};
use crate::form::{Pick, Window};
use crate::model::{ActorIx, Band, Base, Capacity, Closed, Date, Day, Entity, Fact, RecognitionForm, StatementIx};
use crate::query::{
    Acts, Recognition, RecognitionsAnswer, RecognitionsRequest, RecognizersRequest, history_in_words, history_of,
    recognitions, recognizers,
};
use clap::Args;

use self::picked::picked_text;
use super::error::CliError;
use super::output::Forms;
use super::{Context, Outcome, data, date, limits, window, words};

#[derive(Args)]
pub(crate) struct RecognitionsArgs {
    /// Who is recognized: an id, a name or a code
    #[arg(required_unless_present = "by")]
    of: Option<String>,
    /// Only by this actor; alone: whom it recognized
    #[arg(long, value_name = "ACTOR", conflicts_with_all = ["first", "last", "nth"])]
    by: Option<String>,
    /// Only recognition as a state, or as the government of one
    #[arg(long = "as", value_name = "CAPACITY", value_parser = words::names::<Capacity>())]
    capacity: Option<String>,
    /// Who was first
    #[arg(long, group = "pick", requires = "of")]
    first: bool,
    /// Who was last
    #[arg(long, group = "pick", requires = "of")]
    last: bool,
    /// Who was the Nth
    #[arg(long, group = "pick", value_name = "N", requires = "of", value_parser = clap::value_parser!(u32).range(1..))]
    nth: Option<u32>,
    /// Only what was withdrawn or suspended
    #[arg(long, group = "pick")]
    withdrawn: bool,
    /// Only recognition that is or was withheld
    #[arg(long, group = "pick")]
    withheld: bool,
    /// Who recognizes it on this day, certainly and possibly
    #[arg(long, value_name = "DATE", value_parser = date, requires = "of", conflicts_with_all = ["by", "pick", "capacity", "before", "after"])]
    on: Option<Date>,
    /// With --on: only who recognizes this one, too
    #[arg(long, value_name = "ACTOR", requires = "on")]
    also: Option<String>,
    /// With --on: only who doesn't recognize this one, as far as is recorded
    #[arg(long, value_name = "ACTOR", requires = "on")]
    but_not: Option<String>,
    /// With --on: only members of this organization or group
    #[arg(long, value_name = "GROUP", requires = "on")]
    among: Option<String>,
    /// Only before this date (a day, a month or a year); with --withdrawn, what was withdrawn before it
    #[arg(long, value_name = "DATE", value_parser = date)]
    before: Option<Date>,
    /// Only after this date
    #[arg(long, value_name = "DATE", value_parser = date)]
    after: Option<Date>,
}

impl RecognitionsArgs {
    pub(crate) fn run(&self, context: &Context<'_>) -> Result<Outcome, CliError> {
        let loaded = data::load(context)?;
        let base = &loaded.base;
        if let (Some(of), Some(on)) = (&self.of, &self.on) {
            return self.standing(context, base, of, on.latest());
        }
        let request = RecognitionsRequest {
            of: self.of.as_deref().map(|text| data::actor(base, text, context.today)).transpose()?,
            by: self.by.as_deref().map(|text| data::actor(base, text, context.today)).transpose()?,
            capacity: self.capacity.as_deref().and_then(Capacity::find),
            acts: self.acts(),
            pick: self.pick(),
            window: window(self.before.as_ref(), self.after.as_ref()),
            today: context.today,
        };
        let answer = recognitions(base, &request);
        context.output.answer(
            "recognitions",
            &Forms {
                text: &|| text(base, &answer),
                table: &|| table(base, &answer),
                json: &|| v2::recognitions(base, &answer),
                items: "acts",
            },
        )?;
        // A place rests on what isn't recorded: who came before.
        let all = answer.rests_on_all(base);
        let open = all.is_some_and(|(counted, days)| history_of(base, &counted, days).is_none());
        let found = match (&answer.picked, request.acts) {
            (Some(_), _) => answer.shown().next().is_some(),
            (None, Acts::Withheld) => !answer.withheld.is_empty(),
            (None, _) => {
                let lists = [&answer.withheld, &answer.denied, &answer.withdrawals];
                !answer.acts.is_empty() || lists.iter().any(|list| !list.is_empty())
            }
        };
        Ok(match found {
            true if open => Outcome::Undecided,
            found => Outcome::of_list(!found, base, &request.matters(), answer.asked(base)),
        })
    }

    /// Who recognizes it on a day.
    fn standing(&self, context: &Context<'_>, base: &Base, of: &str, day: Day) -> Result<Outcome, CliError> {
        let find = |text: &Option<String>| text.as_deref().map(|text| data::actor(base, text, day)).transpose();
        let request = RecognizersRequest::of(data::actor(base, of, day)?, context.today)
            .on(day)
            .also(find(&self.also)?)
            .but_not(find(&self.but_not)?)
            .among(find(&self.among)?);
        let answer = recognizers(base, &request);
        standing::write(context, base, &answer)?;
        let none = answer.found.is_empty();
        Ok(Outcome::of_list(none, base, &request.matters(), request.asked()))
    }
}

fn text(base: &Base, answer: &RecognitionsAnswer) -> String {
    let (matters, asked) = (answer.request.matters(), answer.asked(base));
    let record = match answer.rests_on_all(base) {
        Some((counted, days)) => words::lines(base, &matters, history_in_words(base, &counted, days, asked.today)),
        None => words::record(base, &matters, asked),
    };
    if let Some(picked) = &answer.picked {
        return picked_text(base, answer, picked) + &record;
    }
    let mut text = heading(base, answer);
    let (dated, undated): (Vec<&Recognition>, Vec<&Recognition>) = answer.acts.iter().partition(|act| act.dated);
    if !dated.is_empty() {
        text.push('\n');
        let rows = dated.iter().map(|act| row(base, answer, act)).collect();
        let who = if answer.request.of.is_some() { "by" } else { "whom" };
        text += &words::columns(&["place", who, "date", "sources"], rows);
    }
    if !undated.is_empty() {
        text += "\nwithout a date:\n";
        for act in &undated {
            let name = other_name(base, answer, act);
            let _ = writeln!(text, "  {name}{} — {}", within(act), words::publishers(base, &base[act.statement]));
        }
        if let Some(first) = dated.first().filter(|_| answer.request.of.is_some()) {
            let could = undated.iter().filter(|act| act.earliest < first.latest).count();
            let _ = writeln!(text, "  {} could come before {}.", words::some(could), base[first.by].name);
        }
    }
    text += &implied(base, answer, dated.first().copied());
    text += &contests(base, answer);
    text += &others(base, answer);
    text += &gaps(base, answer);
    text + &record
}

/// Those whose recognition isn't recorded and follows from relations.
fn implied(base: &Base, answer: &RecognitionsAnswer, first: Option<&Recognition>) -> String {
    if answer.implied.is_empty()
        || answer.request.acts != Acts::Given
        || answer.request.pick != Pick::All
        || answer.request.window != Window::EVER
    {
        return String::new();
    }
    let count = answer.implied.len();
    let mut text = format!("\nwithout a recorded act, implied by relations: {count}\n");
    for implied in &answer.implied {
        let latest = implied.latest.bounded().map_or_else(String::new, |day| format!(", by {}", day.in_words()));
        let _ = writeln!(text, "  {}{latest}", base[implied.by].name);
    }
    if let Some(first) = first {
        let could = answer.implied.iter().filter(|implied| implied.earliest < first.latest).count();
        let _ = writeln!(text, "  {} could come before {}.", words::some(could), base[first.by].name);
    }
    text
}

/// What was looked for and not found: what isn't recorded isn't "no".
fn gaps(base: &Base, answer: &RecognitionsAnswer) -> String {
    let Some(of) = answer.request.of.filter(|_| answer.request.by.is_none() && answer.request.is_whole()) else {
        return String::new();
    };
    let about = base.gaps.iter().filter(|gap| gap.about.first() == Some(&Entity::Actor(of)));
    let lines: Vec<String> = about
        .map(|gap| {
            let others = gap.about.len() - 1;
            let count = if others > limits::UNCOUNTED_ACTORS { format!(" ({others} actors)") } else { String::new() };
            format!("  {}{count}\n", gap.what)
        })
        .collect();
    if lines.is_empty() { String::new() } else { format!("\nlooked for and not found:\n{}", lines.concat()) }
}

fn heading(base: &Base, answer: &RecognitionsAnswer) -> String {
    let name = |ix: ActorIx| base[ix].name.to_string();
    let request = &answer.request;
    let mut text = match (request.of, request.by) {
        (Some(of), Some(by)) => format!("Recognition of {} by {}", name(of), name(by)),
        (Some(of), None) => format!("Recognition of {}", name(of)),
        (None, Some(by)) => format!("Recognition by {}", name(by)),
        (None, None) => "Recognition".to_owned(),
    };
    text += match request.acts {
        Acts::Withdrawn => ", withdrawn or suspended",
        Acts::Withheld => ", withheld",
        Acts::Given => "",
    };
    let window = within_window(request);
    if !window.is_empty() {
        text += &format!(",{window}");
    }
    let acts = words::count(answer.acts.len(), "act", "acts");
    if request.acts == Acts::Withheld { text + "\n" } else { format!("{text}: {acts}\n") }
}

/// " after 1 January 1992 and before 1 January 1993"; nothing without a window.
fn within_window(request: &RecognitionsRequest) -> String {
    let after = request.window.from.bounded().map(|day| format!(" after {}", day.previous().in_words()));
    let before = request.window.until.bounded().map(|day| format!(" before {}", day.in_words()));
    let sides: Vec<String> = after.into_iter().chain(before).collect();
    sides.join(" and")
}

fn row(base: &Base, answer: &RecognitionsAnswer, act: &Recognition) -> Vec<String> {
    let statement = &base[act.statement];
    let place = match act.place {
        Some(place) => place.to_string(),
        None if act.again => "again".to_owned(),
        None => String::new(),
    };
    vec![place, other_name(base, answer, act), remarks(base, act), words::publishers(base, statement)]
}

/// The one who is not in the question; with the object where the question names only the recognizer.
fn other_name(base: &Base, answer: &RecognitionsAnswer, act: &Recognition) -> String {
    if answer.request.of.is_some() { base[act.by].name.to_string() } else { base[act.of].name.to_string() }
}

/// The date with what is special about the act.
fn remarks(base: &Base, act: &Recognition) -> String {
    let statement = &base[act.statement];
    let mut text = statement.date().map_or_else(|| "undated".to_owned(), Date::in_words);
    let mut marks: Vec<String> = Vec::new();
    if let Fact::Recognition { capacity: Capacity::Government, .. } = statement.fact {
        marks.push("as government".to_owned());
    }
    if let Fact::Recognition { form, .. } = statement.fact
        && form != RecognitionForm::NotSaid
    {
        marks.push(form.name().replace('-', " "));
    }
    marks.extend(statement.date_marks());
    if let Some(withdrawn) = act.withdrawn {
        let word = match base[withdrawn].fact {
            Fact::Recognition { act, .. } => act.name(),
            _ => "withdrawn",
        };
        marks.push(format!("{word} {}", words::date(&base[withdrawn])));
    }
    if act.band == Band::Possible {
        marks.push("possibly".to_owned());
    }
    if !marks.is_empty() {
        text += &format!(" ({})", marks.join(", "));
    }
    text
}

/// The days on which an act without a date can have happened.
fn within(act: &Recognition) -> String {
    match (act.earliest.bounded(), act.latest.bounded()) {
        (Some(from), Some(to)) => format!(", between {} and {}", from.in_words(), to.in_words()),
        (Some(from), None) => format!(", not before {}", from.in_words()),
        (None, Some(to)) => format!(", not after {}", to.in_words()),
        (None, None) => String::new(),
    }
}

fn contests(base: &Base, answer: &RecognitionsAnswer) -> String {
    let contested: Vec<&Recognition> = answer.acts.iter().filter(|act| base[act.statement].is_contested()).collect();
    if contested.is_empty() {
        return String::new();
    }
    let mut text = String::from("\ncontested:\n");
    for act in contested {
        let statement = &base[act.statement];
        let name = other_name(base, answer, act);
        let _ = writeln!(text, "  {name}: {}", statement.date().map_or_else(|| "undated".to_owned(), Date::in_words));
        for attestation in &statement.attestations {
            let date = attestation.date.as_ref().map_or_else(|| "without a date".to_owned(), Date::in_words);
            let rank = match attestation.rank {
                crate::model::Rank::Normal => String::new(),
                rank => format!(" ({})", rank.name()),
            };
            let publishers = words::publishers_of(base, attestation);
            let says = if attestation.says == crate::model::Says::Denies { "denied" } else { &date };
            let _ = writeln!(text, "    {says}{rank} — {}", publishers);
        }
        if let Some(contest) = &statement.contest {
            let _ = writeln!(text, "    why: {contest}");
        }
    }
    text
}

/// Withheld and denied recognition.
fn others(base: &Base, answer: &RecognitionsAnswer) -> String {
    let mut text = String::new();
    let name = |ix: StatementIx| match base[ix].fact {
        Fact::Recognition { by, of, .. } if answer.request.of.is_none() => {
            format!("{} of {}", base[by].name, base[of].name)
        }
        Fact::Recognition { by, .. } => base[by].name.to_string(),
        _ => String::new(),
    };
    for (title, list) in [
        ("withheld", &answer.withheld),
        ("denied by every source", &answer.denied),
        ("other withdrawals and suspensions", &answer.withdrawals),
    ] {
        if list.is_empty() {
            continue;
        }
        let _ = writeln!(text, "\n{title}:");
        for &ix in list {
            let statement = &base[ix];
            let _ =
                writeln!(text, "  {}: {} — {}", name(ix), words::period(statement), words::publishers(base, statement));
        }
    }
    text
}

fn table(base: &Base, answer: &RecognitionsAnswer) -> Table {
    let mut table = Table::new(&[
        "statement",
        "by",
        "of",
        "date",
        "earliest",
        "latest",
        "place_least",
        "place_most",
        "contested",
        "withdrawn",
        "sources",
    ]);
    for act in answer.shown() {
        let statement = &base[act.statement];
        let day = |day: Day| day.bounded().map(|day| day.to_string()).unwrap_or_default();
        let text = |date: Option<&Date>| date.map(|date| date.as_str().to_owned()).unwrap_or_default();
        table.row(vec![
            statement.id.to_string(),
            base[act.by].id.to_string(),
            base[act.of].id.to_string(),
            text(statement.date()),
            day(statement.begins.earliest),
            day(statement.begins.latest),
            act.place.map(|place| place.least.to_string()).unwrap_or_default(),
            act.place.map(|place| place.most.to_string()).unwrap_or_default(),
            statement.is_contested().to_string(),
            act.withdrawn.map(|ix| text(base[ix].date())).unwrap_or_default(),
            words::source_ids(base, statement),
        ]);
    }
    table
}
