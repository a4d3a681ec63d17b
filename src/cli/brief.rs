//! `chancery brief`

use crate::form::Question;
use crate::model::{Base, Day};
use crate::query::{BriefRequest, Subject, brief};
use crate::report::{self, Document};
use clap::Args;

use super::error::CliError;
use super::output::Format;
use super::{Context, Outcome, data, day};

#[derive(Args)]
pub(crate) struct BriefArgs {
    /// One actor, or two: ids, names or codes
    #[arg(required = true, num_args = 1..=2, value_name = "ACTOR")]
    actors: Vec<String>,
    /// The day for which it is told; else today
    #[arg(long, value_name = "DAY", value_parser = day)]
    on: Option<Day>,
}

impl BriefArgs {
    pub(crate) fn run(&self, context: &Context<'_>) -> Result<Outcome, CliError> {
        let write = writer(context)?;
        let loaded = data::load(context)?;
        let base = &loaded.base;
        let on = self.on.unwrap_or(context.today);
        let actors = self.actors.iter().map(|text| data::actor(base, text, on)).collect::<Result<Vec<_>, _>>()?;
        let subject = match actors[..] {
            [one, other] => {
                let pair = super::relations::pair(base, [one, other])?;
                Subject::Two([one, other], pair)
            }
            _ => Subject::One(actors[0]),
        };
        let answer = brief(base, &BriefRequest { subject, on, today: context.today });
        let document = report::brief(base, &answer);
        context.output.bytes(&write(&document)?)?;
        // Without a reference there is nothing on record that could have been told.
        Ok(if document.references.is_empty() { Outcome::Undecided } else { Outcome::Fine })
    }
}

impl BriefArgs {
    /// What it asks; of another day than today no question asks.
    pub(crate) fn question(&self, base: &Base, today: Day) -> Option<Question> {
        let actors = self.actors.iter().map(|text| data::actor(base, text, today)).collect::<Result<_, _>>().ok()?;
        self.on.is_none().then_some(Question::Brief(actors))
    }
}

type Renderer = fn(&Document) -> Result<Vec<u8>, CliError>;

/// How the document is written; asked before anything is loaded.
fn writer(context: &Context<'_>) -> Result<Renderer, CliError> {
    match context.output.format().unwrap_or(Format::Md) {
        Format::Md | Format::Table => Ok(|document| Ok(report::markdown(document).into_bytes())),
        Format::Html => Ok(|document| Ok(report::html(document).into_bytes())),
        Format::Pdf if context.output.is_terminal() => Err(CliError::Usage {
            message: "a PDF isn't written to a terminal".to_owned(),
            help: "name a file with -o brief.pdf, or pass it on to another program".to_owned(),
        }),
        Format::Pdf => pdf(),
        format => Err(CliError::Format {
            verb: "brief",
            format: format!("{format:?}").to_lowercase(),
            help: "use md, html or pdf; `relations`, `treaties` and the other verbs give data",
        }),
    }
}

#[cfg(feature = "pdf")]
fn pdf() -> Result<Renderer, CliError> {
    Ok(|document| {
        report::pdf(document).map_err(|error| CliError::Usage {
            message: format!("the PDF can't be set: {error}"),
            help: "use -o brief.html, and report this".to_owned(),
        })
    })
}

#[cfg(not(feature = "pdf"))]
fn pdf() -> Result<Renderer, CliError> {
    Err(CliError::Usage {
        message: "this chancery was built without its typesetter and can't write PDF".to_owned(),
        help: "build it with `cargo build --release --features pdf`, or use -o brief.html, which prints well"
            .to_owned(),
    })
}
