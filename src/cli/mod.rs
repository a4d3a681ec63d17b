//! The command line: arguments in, a request to the library, its answer out.
//!
//! One file per verb. Only here is anything printed, is the clock read, is the environment looked at, are files
//! written. Answers go to stdout, messages to stderr. [`main`] is the program; [`run_within`] and
//! [`run`] are the same within another one, with streams and a data set of its own.

mod anniversaries;
mod ask;
mod asked;
mod brief;
mod chart;
mod check;
mod cite;
mod claims;
mod coverage;
mod data;
mod drawing;
mod error;
mod evidence;
mod gallery;
mod limits;
mod list;
mod moving;
mod output;
mod outside;
mod path;
mod positions;
mod recognitions;
mod relations;
mod resolutions;
mod show;
mod snapshot;
mod stats;
mod timeline;
mod treaties;
mod words;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::SystemTime;

use clap::{Args, ColorChoice, CommandFactory, FromArgMatches, Parser, Subcommand};

use crate::form::{Time, Window};
use crate::load::{self, Loaded, SourceFile};
use crate::model::{AsOf, Base, Date, Day, Entity, Matter, is_gone};
pub use asked::question;
use error::CliError;
use output::{Format, Output};
pub use outside::{Outside, Stream, Transcript, run_within};

/// A knowledge base of diplomatic relations over time: who recognized whom, in which order, by whose word.
#[derive(Parser)]
#[command(name = "chancery", version, max_term_width = limits::HELP_COLUMNS, infer_subcommands = false)]
struct Cli {
    #[command(flatten)]
    global: Global,
    #[command(subcommand)]
    verb: Verb,
}

/// What every verb takes.
#[derive(Args)]
struct Global {
    /// The folder of the data; else that of CHANCERY_DATA, else a `data/` with a manifest upwards from here, else the data
    /// set inside the program
    #[arg(long, global = true, value_name = "DIR")]
    data: Option<PathBuf>,
    /// The day that counts as today, as YYYY-MM-DD
    #[arg(long, global = true, value_name = "DAY", value_parser = day)]
    today: Option<Day>,
    /// For how many days after something was attested it still counts as known; two years, unless named
    #[arg(long, global = true, value_name = "DAYS", value_parser = clap::value_parser!(i32).range(limits::FRESH_DAYS))]
    fresh: Option<i32>,
    /// Accept less: what only fits the record ends with exit code 3; `check` fails on warnings, too
    #[arg(long, global = true)]
    strict: bool,
    /// Take what is presumed for known: presumably ends with exit code 0, presumably not with 1
    #[arg(long, global = true)]
    presume: bool,
    /// How the answer is written
    #[arg(long, global = true, value_enum)]
    format: Option<Format>,
    /// The file to write instead of stdout (`-`); its extension picks the format
    #[arg(short, long, global = true, value_name = "FILE")]
    output: Option<PathBuf>,
    /// When to use colours
    #[arg(long, global = true, value_enum, default_value = "auto")]
    color: ColorChoice,
    /// Say nothing but the answer and errors
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    quiet: bool,
    /// Say what is done
    #[arg(short, long, global = true)]
    verbose: bool,
}

#[derive(Subcommand)]
enum Verb {
    /// Ask in words: "who recognized Azerbaijan first?"
    Ask(ask::AskArgs),
    /// Who recognized whom, in which order
    Recognitions(recognitions::RecognitionsArgs),
    /// The relations of two actors: their history, or their state on a day
    Relations(relations::RelationsArgs),
    /// Treaties: of an actor, of two in common, or one with its parties
    Treaties(treaties::TreatiesArgs),
    /// Resolutions: by body, by subject
    Resolutions(resolutions::ResolutionsArgs),
    /// Who backs whom in a dispute
    Positions(positions::PositionsArgs),
    /// Everything that holds on a day
    Snapshot(snapshot::SnapshotArgs),
    /// What changed from one day to another
    Diff(snapshot::DiffArgs),
    /// How two actors are joined: the shortest path, with the statements that make it
    Path(path::PathArgs),
    /// What happened on a day of an earlier year; -o FILE.ics for a calendar
    Anniversaries(anniversaries::AnniversariesArgs),
    /// Try the claims of sources against the record
    Claims(claims::ClaimsArgs),
    /// Everything between two actors, or of one, in one document for printing
    Brief(brief::BriefArgs),
    /// The sources of statements or of an answer as BibTeX, CSL-JSON, or text in a style
    Cite(cite::CiteArgs),
    /// Every attestation side by side, of statements or of the answer to a question
    Evidence(evidence::EvidenceArgs),
    /// Draw a chart: counts over time, a map, a matrix, a roll call
    Chart(chart::ChartArgs),
    /// Draw a timeline as SVG, PNG or PDF
    Timeline(timeline::TimelineArgs),
    /// Draw a set of charts and timelines into a folder, with an index page
    Gallery(gallery::GalleryArgs),
    /// Everything about one record or statement, by id or name
    Show(show::ShowArgs),
    /// List the records of a kind
    List(list::ListArgs),
    /// How far the record reaches: scopes, stated counts, and what has grown old
    Coverage(coverage::CoverageArgs),
    /// Count what is in the base, and how well it is sourced
    Stats(stats::StatsArgs),
    /// Judge the data: silent when all is well
    Check(check::CheckArgs),
    /// Write a data set of a former format in the format of today
    Move(moving::MoveArgs),
}

/// How a verb ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// All is well.
    Fine,
    /// There are findings, or nothing was found where something was asked for.
    Findings,
    /// The record doesn't decide.
    Undecided,
}

impl Outcome {
    /// How a list ends: with something in it all is well; empty, it is a finding where the record is complete, else the record
    /// doesn't decide.
    fn of_list(is_empty: bool, base: &Base, matters: &[Matter], asked: AsOf) -> Self {
        match is_empty {
            false => Self::Fine,
            true if base.is_complete(matters, asked) || nobody(base, matters, asked.day) => Self::Findings,
            true => Self::Undecided,
        }
    }
}

/// Whether what a list is about didn't exist on a day.
fn nobody(base: &Base, matters: &[Matter], day: Day) -> bool {
    let gone = |entity: Entity| matches!(entity, Entity::Actor(actor) if is_gone(base, actor, day));
    matters.first().is_some_and(|matter| matter.about().any(gone))
}

/// The exit code of a run that can't be carried out.
const FAILED: u8 = 2;

/// Runs the program as the system has started it, with the data set that it carries: paths below the folder of the data, and
/// texts.
pub fn main(files: &'static [(&'static str, &'static str)]) -> ExitCode {
    let outside = Outside {
        carried: &|| carried(files),
        folder: std::env::current_dir().ok(),
        variable: &|name| std::env::var_os(name),
        answers: Stream::stdout(),
        messages: Stream::stderr(),
    };
    ExitCode::from(run(std::env::args_os(), &outside))
}

/// Loads the files of a data set that is carried. It lives as long as the program: taking it apart just before the end would
/// cost time for nothing.
fn carried(files: &[(&'static str, &'static str)]) -> &'static Loaded {
    let file = |&(path, text): &(&str, &'static str)| SourceFile {
        path: path.to_owned(),
        root: String::new(),
        text: text.into(),
    };
    Box::leak(Box::new(load::load(files.iter().map(file).collect(), Vec::new())))
}

/// Runs a command, given as words that begin with the name of the program, and returns its exit code.
pub fn run(words: impl IntoIterator<Item = OsString>, outside: &Outside<'_>) -> u8 {
    let mut command = Cli::command();
    if !outside.answers.is_terminal {
        // What nobody looks at doesn't depend on the width of somebody's screen.
        command = command.term_width(limits::HELP_COLUMNS);
    }
    let parsed = command.try_get_matches_from(words).and_then(|matches| Cli::from_arg_matches(&matches));
    let outcome = match parsed {
        Ok(cli) => carry_out(cli, outside),
        Err(error) => {
            let stream = if error.use_stderr() { &outside.messages } else { &outside.answers };
            let text = error.render();
            let text = if stream.is_terminal { text.ansi().to_string() } else { text.to_string() };
            // A closed pipe is no failure of ours.
            let _ = stream.write(text.as_bytes());
            return if error.use_stderr() { FAILED } else { 0 };
        }
    };
    match outcome {
        Ok(Outcome::Fine) => 0,
        Ok(Outcome::Findings) => 1,
        Ok(Outcome::Undecided) => 3,
        Err(error) if error.is_broken_pipe() => 0,
        Err(error) => {
            outside.say(&error.to_string());
            FAILED
        }
    }
}

/// Does what a command says, given as words that begin with the name of the program.
fn perform(words: &[OsString], outside: &Outside<'_>) -> Result<Outcome, CliError> {
    let cli = Cli::command().try_get_matches_from(words).and_then(|matches| Cli::from_arg_matches(&matches));
    let cli = cli.map_err(|error| {
        let words: Vec<_> = words.iter().map(|word| word.to_string_lossy()).collect();
        let text = error.to_string();
        let reason = text.lines().next().unwrap_or_default().trim_start_matches("error: ");
        CliError::Usage {
            message: format!("`{}` can't be done: {reason}", words.join(" ")),
            help: "see --help".to_owned(),
        }
    })?;
    carry_out(cli, outside)
}

fn carry_out(mut cli: Cli, outside: &Outside<'_>) -> Result<Outcome, CliError> {
    let named = (outside.variable)("CHANCERY_DATA").filter(|folder| !folder.is_empty());
    cli.global.data = cli.global.data.or_else(|| named.map(PathBuf::from));
    let today = match cli.global.today {
        Some(day) => day,
        None => system_today()?,
    };
    let output = Output::new(&cli.global, outside)?;
    let context = Context { global: &cli.global, output, outside, today };
    match &cli.verb {
        Verb::Ask(verb) => verb.run(&context),
        Verb::Recognitions(verb) => verb.run(&context),
        Verb::Relations(verb) => verb.run(&context),
        Verb::Treaties(verb) => verb.run(&context),
        Verb::Resolutions(verb) => verb.run(&context),
        Verb::Positions(verb) => verb.run(&context),
        Verb::Snapshot(verb) => verb.run(&context),
        Verb::Diff(verb) => verb.run(&context),
        Verb::Path(verb) => verb.run(&context),
        Verb::Anniversaries(verb) => verb.run(&context),
        Verb::Claims(verb) => verb.run(&context),
        Verb::Brief(verb) => verb.run(&context),
        Verb::Cite(verb) => verb.run(&context),
        Verb::Evidence(verb) => verb.run(&context),
        Verb::Chart(verb) => verb.run(&context),
        Verb::Timeline(verb) => verb.run(&context),
        Verb::Gallery(verb) => verb.run(&context),
        Verb::Show(verb) => verb.run(&context),
        Verb::List(verb) => verb.run(&context),
        Verb::Coverage(verb) => verb.run(&context),
        Verb::Stats(verb) => verb.run(&context),
        Verb::Check(verb) => verb.run(&context),
        Verb::Move(verb) => verb.run(&context),
    }
}

/// What every verb has at hand.
struct Context<'a> {
    global: &'a Global,
    output: Output<'a>,
    outside: &'a Outside<'a>,
    today: Day,
}

fn system_today() -> Result<Day, CliError> {
    let seconds = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).map_err(|_| CliError::Clock)?.as_secs();
    i32::try_from(seconds / 86_400).map(Day::from_number).map_err(|_| CliError::Clock)
}

/// Reads a day on the command line.
fn day(text: &str) -> Result<Day, String> {
    Day::parse(text).map_err(|error| error.to_string())
}

/// Reads a date on the command line: a day, a month, a year, or any other EDTF.
fn date(text: &str) -> Result<Date, String> {
    Date::parse(text).map_err(|error| error.to_string())
}

/// On a date; on that of today it is asked of today.
fn standing(on: Option<&Date>, today: Day) -> Option<Time> {
    on.map(|date| if *date == Date::of(today) { Time::Today } else { Time::On(date.clone()) })
}

/// The time before the one date and after the other; `None` where no day lies between.
fn time(before: Option<&Date>, after: Option<&Date>) -> Option<Time> {
    let Window { from, until } = window(before, after);
    let [first, last] = [from, until.previous()].map(|day| day.bounded().map(Date::of));
    match (first, last) {
        (None, None) => Some(Time::Ever),
        (Some(first), None) => Some(Time::Since(first)),
        (None, Some(last)) => Some(Time::By(last)),
        (Some(first), Some(last)) => (from < until).then_some(Time::Between(first, last)),
    }
}

/// The time before the one date and after the other.
fn window(before: Option<&Date>, after: Option<&Date>) -> Window {
    let from = after.map_or(Day::PAST, Date::end);
    Window { from, until: before.map_or(Day::FUTURE, Date::earliest) }
}
