//! `chancery coverage`

use std::fmt::Write as _;

use crate::export::{Table, v2};
use crate::model::{Base, Citation, Closed, Entity, Scope, Span};
use crate::query::{CountHeld, CoverageAnswer, CoverageRequest, ScopeCover, Want, coverage};
use clap::Args;

use super::error::CliError;
use super::output::Forms;
use super::{Context, Outcome, data, words};

#[derive(Args)]
pub(crate) struct CoverageArgs {
    /// Of this actor, treaty, resolution or dispute; without it, of all
    subject: Option<String>,
    /// Only scopes that ended two years ago or more: the oldest first, and those on which most hangs
    #[arg(long)]
    stale: bool,
}

impl CoverageArgs {
    pub(crate) fn run(&self, context: &Context<'_>) -> Result<Outcome, CliError> {
        let loaded = data::load(context)?;
        let base = &loaded.base;
        let of = self.subject.as_deref().map(|text| data::find(base, text, Want::Anything, "subject", context.today));
        let stale = self.stale.then_some(base.fresh.0);
        let answer = coverage(base, &CoverageRequest { of: of.transpose()?, stale, today: context.today });
        context.output.answer(
            "coverage",
            &Forms {
                text: &|| text(base, &answer),
                table: &|| table(base, &answer),
                json: &|| v2::coverage(base, &answer),
                items: "scopes",
            },
        )?;
        // What no scope covers isn't nothing: how much of it is missing, nobody says.
        Ok(if answer.scopes.is_empty() && answer.counts.is_empty() { Outcome::Undecided } else { Outcome::Fine })
    }
}

/// "Complete, 17 July 1998 to 1 July 2014", "A survey, …", "A complete list of 1 September 2025".
fn extent(scope: &Scope) -> String {
    match &scope.span {
        Span::On(on) if scope.is_complete() => format!("complete list on {}", on.in_words()),
        Span::On(on) => format!("surveyed list on {}", on.in_words()),
        Span::Between { from, through } => {
            format!("{} from {} through {}", scope.extent.name(), from.in_words(), through.in_words())
        }
    }
}

fn text(base: &Base, answer: &CoverageAnswer) -> String {
    let mut text = String::new();
    let of = answer.request.of.map(|of| base.name(of));
    if answer.scopes.is_empty() && answer.counts.is_empty() {
        return match (of, answer.request.stale) {
            (Some(of), Some(_)) => format!("No scope about {of} has grown old.\n"),
            (Some(of), None) => format!(
                "No scope is about {of}: what is recorded of it is on record, and how much is missing nobody says.\n"
            ),
            (None, Some(_)) => "No scope has grown old.\n".to_owned(),
            (None, None) => "No scope is recorded.\n".to_owned(),
        };
    }
    for ScopeCover { scope, statements } in &answer.scopes {
        let scope = &base.scopes[*scope];
        let matters: Vec<String> = scope.of.iter().map(|matter| matter.in_words(base)).collect();
        let statements = words::count(*statements, "statement", "statements");
        let _ = writeln!(text, "{}\n  {}; {statements}", words::and(&matters), extent(scope));
        text += &cited(base, &scope.sources);
        if let Some(note) = &scope.note {
            let _ = writeln!(text, "  note: {note}");
        }
    }
    if !answer.counts.is_empty() {
        let _ = writeln!(text, "{}stated counts:", if text.is_empty() { "" } else { "\n" });
    }
    for CountHeld { count, held } in &answer.counts {
        let count = &base.counts[*count];
        let among = count.among.map_or_else(String::new, |among| format!(", members of {}", base[among].name));
        let held = held.map_or_else(String::new, |held| format!("; {held} by the record"));
        let _ = writeln!(text, "  {}: {} {}{among}{held}", count.on.in_words(), count.number, count.of.in_words(base));
        text += &cited(base, &count.sources);
        if let Some(note) = &count.note {
            let _ = writeln!(text, "  note: {note}");
        }
    }
    text
}

fn cited(base: &Base, sources: &[Citation]) -> String {
    sources.iter().map(|citation| words::citation(base, citation, "  ")).collect()
}

fn table(base: &Base, answer: &CoverageAnswer) -> Table {
    let mut table = Table::new(&["of", "extent", "from", "through", "statements", "sources"]);
    for ScopeCover { scope, statements } in &answer.scopes {
        let scope = &base.scopes[*scope];
        let ids: Vec<&str> = scope.sources.iter().map(|cited| base[cited.source].id.as_str()).collect();
        for matter in &scope.of {
            let about: Vec<&str> = matter.about().map(|entity: Entity| base.id(entity)).collect();
            let from = match &scope.span {
                Span::On(_) => String::new(),
                Span::Between { from, .. } => from.to_string(),
            };
            table.row(vec![
                format!("{} {}", matter.word(), about.join(" ")).trim_end().to_owned(),
                scope.extent.name().to_owned(),
                from,
                scope.through().to_string(),
                statements.to_string(),
                ids.join(" "),
            ]);
        }
    }
    table
}
