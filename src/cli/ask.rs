//! `chancery ask`

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use crate::ask::{self, Asker, Exchange, Problem, Said};
use crate::export::{Table, v2};
use crate::form::Question;
use crate::model::{Base, Citation, StatementIx, stated};
use clap::Args;

use super::error::CliError;
use super::limits::{CITED_STATEMENTS, CLAIMS, PUBLISHERS_OF_MANY, WITNESSES};
use super::output::{self, Forms};
use super::{Context, Global, Outcome, data, words};

#[derive(Args)]
#[command(after_long_help = kinds())]
pub(crate) struct AskArgs {
    /// The question, in quotes or as it stands; `-` reads it from stdin
    #[arg(required_unless_present = "grammar")]
    question: Vec<String>,
    /// Say why: the chain from statements, rules and scopes to the answer
    #[arg(long)]
    why: bool,
    /// Print the whole grammar: every pattern that is understood
    #[arg(long, exclusive = true)]
    grammar: bool,
}

impl AskArgs {
    pub(crate) fn run(&self, context: &Context<'_>) -> Result<Outcome, CliError> {
        if self.grammar {
            context.output.bytes(ask::grammar_text().as_bytes())?;
            return Ok(Outcome::Fine);
        }
        let question = match &self.question[..] {
            [one] if one == "-" => output::read(Path::new("-"))?.trim().to_owned(),
            several => several.join(" "),
        };
        let loaded = data::load(context)?;
        let base = &loaded.base;
        let asked = Asker::new(base, context.today).ask(&question).map_err(|problem| not_understood(&problem))?;
        write(context, base, &asked, self.why)?;
        Ok(outcome(context, base, &asked))
    }
}

impl AskArgs {
    /// What it asks.
    pub(crate) fn question(&self, base: &Base, today: crate::model::Day) -> Option<Question> {
        Asker::new(base, today).read(&self.question.join(" ")).ok().map(|understood| understood.form)
    }
}

/// Writes an answer, and why it is as it is if that is asked for.
pub(crate) fn write(context: &Context<'_>, base: &Base, asked: &Exchange, why: bool) -> Result<(), CliError> {
    context.output.answer(
        "ask",
        &Forms {
            text: &|| text(base, asked, why),
            table: &|| table(base, asked),
            json: &|| v2::answer(base, asked),
            items: "statements",
        },
    )
}

/// How an answer ends the program.
pub(crate) fn outcome(context: &Context<'_>, base: &Base, asked: &Exchange) -> Outcome {
    let Global { strict, presume, .. } = *context.global;
    match (asked.answer.said, asked.answer.found) {
        _ if asked.answer.fits => {
            if strict {
                Outcome::Undecided
            } else {
                Outcome::Fine
            }
        }
        (Some(Said::Presumably), _) if presume => Outcome::Fine,
        (Some(Said::PresumablyNot), _) if presume => Outcome::Findings,
        (None, true) if asked.answer.open && presume => Outcome::Fine,
        _ if asked.answer.open => Outcome::Undecided,
        (Some(Said::No), _) => Outcome::Findings,
        (None, false) => match &asked.answer.needs {
            Some((matters, asked)) => Outcome::of_list(true, base, matters, *asked),
            None => Outcome::Undecided,
        },
        (Some(Said::Presumably | Said::PresumablyNot | Said::CantTell | Said::NotRecorded), _) => Outcome::Undecided,
        (Some(Said::Yes), _) | (None, true) => Outcome::Fine,
    }
}

/// A question that isn't understood, as an error with what could be asked instead.
pub(crate) fn not_understood(problem: &Problem) -> CliError {
    let (message, mut hints) = problem.in_words();
    let is_form = matches!(problem, Problem::Words { .. } | Problem::Form { .. });
    if is_form {
        hints = hints.into_iter().map(|hint| format!("chancery ask {hint:?}")).collect();
        if !hints.is_empty() {
            hints.insert(0, "the nearest questions that are understood:".to_owned());
        }
        hints.push("`chancery ask --help` shows all kinds of questions, `ask --grammar` every pattern".to_owned());
    }
    CliError::Question { message, hints }
}

fn text(base: &Base, asked: &Exchange, why: bool) -> String {
    let answer = &asked.answer;
    let mut text = String::new();
    for (written, entity) in &asked.notes {
        let _ = writeln!(text, "({written:?} is read as {}.)", base.name(*entity));
    }
    let _ = writeln!(text, "{}", answer.sentence);
    for point in &answer.points {
        let _ = writeln!(text, "  {point}");
    }
    if why {
        text += "\nwhy:\n";
        ask::why(base, answer).iter().for_each(|line| text += &format!("  {line}\n"));
    }
    text += &sources(base, &answer.rests_on);
    if !answer.claims.is_empty() && answer.claims.len() <= CLAIMS {
        text += "\nsources claim:\n";
        for &ix in &answer.claims {
            let _ = writeln!(text, "  {} ({})", base[ix].text, base[ix].id);
            for citation in &base[ix].sources {
                text += &words::citation(base, citation, "    ");
            }
        }
    }
    let _ = writeln!(text, "\nread as: {}\ncommand: {}", asked.read_as, asked.command);
    text
}

/// The sources of what an answer rests on: of a few statements their own words, of many who attests most of them.
fn sources(base: &Base, statements: &[StatementIx]) -> String {
    match statements {
        [] => String::new(),
        few if few.len() <= CITED_STATEMENTS => {
            few.iter().fold("\nsources:\n".to_owned(), |text, &ix| text + &witnesses(base, ix, few.len() > 1))
        }
        many => {
            let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
            for &ix in many {
                let cited = base[ix].attestations.iter().flat_map(|attestation| &attestation.sources);
                let publishers: BTreeSet<&str> = cited.map(|citation| &*base[citation.source].publisher).collect();
                publishers.into_iter().for_each(|publisher| *counts.entry(publisher).or_default() += 1);
            }
            let mut sorted: Vec<(&str, usize)> = counts.into_iter().collect();
            sorted.sort_by_key(|&(publisher, count)| (std::cmp::Reverse(count), publisher));
            let named: Vec<String> = sorted
                .iter()
                .take(PUBLISHERS_OF_MANY)
                .map(|(publisher, count)| format!("{publisher} ({count})"))
                .collect();
            let more = sorted.len().saturating_sub(PUBLISHERS_OF_MANY);
            let more = if more > 0 { format!(" and {more} more publishers") } else { String::new() };
            format!("\nsources of these {} statements: {}{more}\n", many.len(), named.join("; "))
        }
    }
}

/// Who attests a statement, each group of sources under what it says; the surest first.
fn witnesses(base: &Base, ix: StatementIx, named: bool) -> String {
    let statement = &base[ix];
    let mut text = String::new();
    if named {
        let when = if statement.fact.lasts() { words::period(statement) } else { words::date(statement) };
        let _ = writeln!(text, "  {} ({when})", stated(base, &statement.fact));
    }
    let indent = if named { "    " } else { "  " };
    let several = statement.attestations.len() > 1;
    for attestation in &statement.attestations {
        let inner = if several { format!("{indent}  ") } else { indent.to_owned() };
        if several {
            let _ = writeln!(text, "{indent}{}", words::saying(attestation));
        }
        let mut cited: Vec<&Citation> = attestation.sources.iter().collect();
        cited.sort_by_key(|citation| (base[citation.source].grade, citation.quote.is_none()));
        cited.iter().take(WITNESSES).for_each(|citation| text += &words::citation(base, citation, &inner));
        if cited.len() > WITNESSES {
            let _ = writeln!(text, "{inner}and {} more", cited.len() - WITNESSES);
        }
    }
    text
}

fn table(base: &Base, asked: &Exchange) -> Table {
    let answer = &asked.answer;
    let mut table = Table::new(&["question", "read_as", "said", "sentence", "points", "statements", "command"]);
    table.row(vec![
        asked.question.clone(),
        asked.read_as.clone(),
        answer.said.map_or("", Said::name).to_owned(),
        answer.sentence.clone(),
        answer.points.join(" "),
        answer.rests_on.iter().map(|ix| &*base[*ix].id).collect::<Vec<_>>().join(" "),
        asked.command.clone(),
    ]);
    table
}

/// The kinds of questions, for the help.
fn kinds() -> String {
    let mut text =
        String::from("Questions that are understood, by example (any country, date and act in their place):\n");
    for (topic, examples) in ask::examples() {
        let _ = writeln!(text, "\n{topic}:");
        for example in examples {
            let _ = writeln!(text, "  {example}");
        }
    }
    text += "\nSentences are tried: \"Pakistan was the second country to recognize Azerbaijan\" is answered with yes, no or can't tell,\n\
             and ends with exit code 0, 1 or 3. Times can be added to most questions: in 1992, on 9 June 1992, before, after, by,\n\
             since, between … and …. `chancery ask --grammar` prints every pattern.";
    text
}
