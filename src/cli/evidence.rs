//! `chancery evidence`

use std::fmt::Write as _;

use crate::ask::Asker;
use crate::export::{Table, v2};
use crate::model::{Base, Closed, Date, Day, Says, StatementIx, stated};
use crate::query::{Bearing, Evidence, evidence};
use clap::Args;

use super::error::CliError;
use super::limits::STATEMENTS_LAID_OUT;
use super::output::Forms;
use super::{Context, Outcome, ask, data, words};

#[derive(Args)]
pub(crate) struct EvidenceArgs {
    /// The ids of statements, or a question in words whose answer rests on them
    #[arg(required = true)]
    what: Vec<String>,
}

impl EvidenceArgs {
    pub(crate) fn run(&self, context: &Context<'_>) -> Result<Outcome, CliError> {
        let loaded = data::load(context)?;
        let base = &loaded.base;
        let mut statements = statements(base, &self.what, context.today)?;
        let all = statements.len();
        if all > STATEMENTS_LAID_OUT {
            statements.truncate(STATEMENTS_LAID_OUT);
            if !context.global.quiet {
                context.outside.say(&format!(
                    "the answer rests on {all} statements; the first {STATEMENTS_LAID_OUT} are laid out"
                ));
            }
        }
        let answer = evidence(base, &statements);
        context.output.answer(
            "evidence",
            &Forms {
                text: &|| {
                    let told: Vec<String> = answer.iter().map(|one| text(base, one)).collect();
                    if told.is_empty() {
                        "Nothing that is recorded bears on this.\n".to_owned()
                    } else {
                        told.join("\n")
                    }
                },
                table: &|| table(base, &answer),
                json: &|| v2::evidence(base, &answer),
                items: "evidence",
            },
        )?;
        Ok(if answer.is_empty() { Outcome::Undecided } else { Outcome::Fine })
    }
}

/// The statements that ids name, or on which the answer to a question rests.
pub(crate) fn statements(base: &Base, what: &[String], today: Day) -> Result<Vec<StatementIx>, CliError> {
    let ids: Option<Vec<StatementIx>> = what.iter().map(|id| base.find_statement(id)).collect();
    if let Some(ids) = ids {
        return Ok(ids);
    }
    if let [one] = what
        && one.contains('/')
        && !one.contains(' ')
    {
        return Err(super::show::unknown_statement(base, one));
    }
    let asked = Asker::new(base, today).ask(&what.join(" ")).map_err(|problem| ask::not_understood(&problem))?;
    Ok(asked.answer.rests_on)
}

fn text(base: &Base, one: &Evidence) -> String {
    let statement = &base[one.statement];
    let mut text = format!("{}\n{}\n\n", stated(base, &statement.fact), statement.id);
    let rows = one.testimonies.iter().map(|testimony| {
        let attestation = &statement.attestations[testimony.attestation];
        let [primary, secondary, tertiary] =
            testimony.grades.map(|count| if count == 0 { "–".to_owned() } else { count.to_string() });
        vec![
            words::saying(attestation).trim_end_matches(':').to_owned(),
            testimony.bearing.name().replace('-', " "),
            primary,
            secondary,
            tertiary,
            testimony.witnesses.to_string(),
        ]
    });
    text +=
        &words::columns(&["says", "what it brings", "primary", "secondary", "tertiary", "witnesses"], rows.collect());
    text += "\nwhat follows:\n";
    for line in follows(base, one) {
        let _ = writeln!(text, "  {line}");
    }
    text += "\nin their words:\n";
    text + &words::attestations(base, statement, "  ")
}

/// What follows from the attestations, a sentence each.
fn follows(base: &Base, one: &Evidence) -> Vec<String> {
    let statement = &base[one.statement];
    let mut lines = Vec::new();
    let shown = statement.date().map_or_else(|| "no date".to_owned(), Date::in_words);
    let (earliest, latest) = (statement.begins.earliest.bounded(), statement.begins.latest.bounded());
    lines.push(match (earliest, latest) {
        (Some(from), Some(to)) if from == to => format!("The date is {shown}, certain to the day."),
        (Some(from), Some(to)) => {
            format!("The date is {shown}: possible is any day from {} to {}.", from.in_words(), to.in_words())
        }
        (None, Some(to)) => format!("The date is {shown}: on {} at the latest.", to.in_words()),
        (Some(from), None) => format!("The date is {shown}: on {} at the earliest.", from.in_words()),
        (None, None) => "No source gives a date.".to_owned(),
    });
    if statement.begins.contested {
        lines.push("The dates don't fit together: all of them stay possible.".to_owned());
    }
    if one.testimonies.iter().any(|testimony| testimony.bearing == Bearing::Corroborates) {
        lines.push("A wider date bears out a narrower one within it, and widens nothing.".to_owned());
    }
    if statement.is_denied() {
        let affirmed = statement.attestations.iter().any(|attestation| attestation.says == Says::Affirms);
        lines.push(if affirmed {
            "A source denies it, so that it only possibly happened.".to_owned()
        } else {
            "Every source denies it: it counts for nothing.".to_owned()
        });
    }
    if let Some(why) = &statement.contest {
        lines.push(format!("Why they differ: {why}"));
    }
    if let Some(why) = &statement.withdrawn {
        lines.push(format!("It was retracted from the base: {why}"));
    }
    lines.push(match one.witnesses {
        0 => "No witness counts.".to_owned(),
        1 => "It rests on one witness.".to_owned(),
        several => format!("It rests on {several} witnesses; copies of one text are one."),
    });
    lines
}

fn table(base: &Base, all: &[Evidence]) -> Table {
    let mut table = Table::new(&["statement", "says", "date", "bearing", "rank", "source", "grade", "quote"]);
    for one in all {
        let statement = &base[one.statement];
        for testimony in &one.testimonies {
            let attestation = &statement.attestations[testimony.attestation];
            for citation in &attestation.sources {
                table.row(vec![
                    statement.id.to_string(),
                    attestation.says.to_string(),
                    attestation.date.as_ref().map(Date::to_string).unwrap_or_default(),
                    testimony.bearing.to_string(),
                    attestation.rank.to_string(),
                    base[citation.source].id.to_string(),
                    base[citation.source].grade.to_string(),
                    citation.quote.as_ref().map(ToString::to_string).unwrap_or_default(),
                ]);
            }
        }
    }
    table
}
