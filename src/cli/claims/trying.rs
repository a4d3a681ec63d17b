//! `chancery claims try`: a sentence of the user's own, or a text sentence by sentence.

use std::fmt::Write as _;
use std::path::PathBuf;

use crate::ask::{Asker, Exchange, Said, Sentence};
use crate::export::{Table, v2};
use crate::model::Base;
use clap::Args;

use super::super::error::CliError;
use super::super::output::{self, Forms};
use super::super::{Context, Outcome, ask, data, limits, words};

#[derive(Args)]
pub(crate) struct TryArgs {
    /// The sentence, in quotes or as it stands
    #[arg(required_unless_present = "file")]
    sentence: Vec<String>,
    /// Say why: the chain from statements, rules and scopes to the answer
    #[arg(long, conflicts_with = "file")]
    why: bool,
    /// A text to go through sentence by sentence; `-` is stdin
    #[arg(long, value_name = "FILE", conflicts_with = "sentence")]
    file: Option<PathBuf>,
}

impl TryArgs {
    pub(crate) fn run(&self, context: &Context<'_>) -> Result<Outcome, CliError> {
        let text = self.file.as_deref().map(output::read).transpose()?;
        let loaded = data::load(context)?;
        let base = &loaded.base;
        let asker = Asker::new(base, context.today);
        match text {
            Some(text) => through(context, base, &text, &asker.try_text(&text)),
            None => {
                let asked = asker.ask(&self.sentence.join(" ")).map_err(|problem| ask::not_understood(&problem))?;
                if asked.answer.said.is_none() {
                    return Err(CliError::Usage {
                        message: format!("{:?} claims nothing that is true or false", asked.question),
                        help: "write a sentence that says something, or ask it with `chancery ask`".into(),
                    });
                }
                ask::write(context, base, &asked, self.why)?;
                Ok(ask::outcome(context, base, &asked))
            }
        }
    }
}

/// A text with what of it could be tried.
fn through(context: &Context<'_>, base: &Base, text: &str, sentences: &[Sentence]) -> Result<Outcome, CliError> {
    context.output.answer(
        "claims try",
        &Forms {
            text: &|| report(base, text, sentences),
            table: &|| table(text, sentences),
            json: &|| v2::tried(base, text, sentences),
            items: "sentences",
        },
    )?;
    let said = |wanted: &dyn Fn(Said) -> bool| tried(sentences).any(|asked| asked.answer.said.is_some_and(wanted));
    Ok(if said(&|said| said == Said::No) {
        Outcome::Findings
    } else if said(&|said| said != Said::Yes) || tried(sentences).next().is_none() {
        Outcome::Undecided
    } else {
        Outcome::Fine
    })
}

fn tried(sentences: &[Sentence]) -> impl Iterator<Item = &Exchange> {
    sentences.iter().flat_map(|sentence| &sentence.tried)
}

fn report(base: &Base, text: &str, sentences: &[Sentence]) -> String {
    let count = |wanted: &[Said]| {
        tried(sentences).filter(|asked| asked.answer.said.is_some_and(|said| wanted.contains(&said))).count()
    };
    let silent: Vec<&Sentence> = sentences.iter().filter(|sentence| sentence.tried.is_empty()).collect();
    let mut report = format!(
        "{}: {} borne out, {} contradicted, {} presumed, {} that can't be told; {} with nothing that could be tried\n",
        words::count(sentences.len(), "sentence", "sentences"),
        words::count(count(&[Said::Yes]), "claim", "claims"),
        count(&[Said::No]),
        count(&[Said::Presumably, Said::PresumablyNot]),
        count(&[Said::CantTell, Said::NotRecorded]),
        silent.len()
    );
    for sentence in sentences {
        for asked in &sentence.tried {
            let _ =
                writeln!(report, "\nline {}: “{}”\n  {}", sentence.line, asked.question.trim(), asked.answer.sentence);
            for point in &asked.answer.points {
                let _ = writeln!(report, "    {point}");
            }
            if !asked.answer.rests_on.is_empty() {
                let cited = asked
                    .answer
                    .rests_on
                    .iter()
                    .take(limits::TRIED_STATEMENTS)
                    .map(|&ix| words::publishers(base, &base[ix]));
                let _ = writeln!(report, "    sources: {}", cited.collect::<Vec<_>>().join("; "));
            }
            let _ = writeln!(report, "    command: {}", asked.command);
        }
    }
    if !silent.is_empty() {
        report += "\nnothing could be tried in:\n";
        for sentence in silent {
            let shown: String = text[sentence.span.clone()].split_whitespace().collect::<Vec<_>>().join(" ");
            let _ = writeln!(report, "  line {}: {}", sentence.line, shortened(&shown));
        }
    }
    report
}

/// The beginning of a long sentence.
fn shortened(text: &str) -> String {
    let long = limits::SENTENCE_LETTERS;
    if text.chars().count() <= long { text.to_owned() } else { text.chars().take(long).chain(['…']).collect() }
}

fn table(text: &str, sentences: &[Sentence]) -> Table {
    let mut table = Table::new(&["line", "sentence", "claim", "said", "answer", "command"]);
    for sentence in sentences {
        let whole = text[sentence.span.clone()].to_owned();
        if sentence.tried.is_empty() {
            table.row(vec![
                sentence.line.to_string(),
                whole.clone(),
                String::new(),
                String::new(),
                String::new(),
                String::new(),
            ]);
        }
        for asked in &sentence.tried {
            table.row(vec![
                sentence.line.to_string(),
                whole.clone(),
                asked.question.clone(),
                asked.answer.said.map_or("", Said::name).to_owned(),
                asked.answer.sentence.clone(),
                asked.command.clone(),
            ]);
        }
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_sentences_are_cut() {
        let of = |letters: usize| "ü".repeat(letters);
        let most = limits::SENTENCE_LETTERS;
        assert_eq!(shortened(&of(most)), of(most));
        assert_eq!(shortened(&of(most + 1)), of(most) + "…");
    }
}
