//! `chancery cite`

use crate::export::{Table, v2};
use crate::model::{Base, Entity, SourceIx, StatementIx};
use crate::report::{bibtex, csl_json};
use clap::Args;

use super::error::CliError;
use super::output::{Format, Forms};
use super::{Context, Outcome, data, evidence, words};

#[derive(Args)]
pub(crate) struct CiteArgs {
    /// Ids of statements, of sources or of claims, or a question in words: whatever its answer rests on
    #[arg(required = true)]
    what: Vec<String>,
    /// The references as text, in this style (in a program that was built with `--features styles`)
    #[arg(long, value_name = "STYLE", value_parser = ["chicago", "apa", "mla"])]
    style: Option<String>,
}

impl CiteArgs {
    pub(crate) fn run(&self, context: &Context<'_>) -> Result<Outcome, CliError> {
        let loaded = data::load(context)?;
        let base = &loaded.base;
        let sources = self.sources(context, base)?;
        let styled = self.style.as_deref().map(|style| styled(base, &sources, style)).transpose()?;
        match context.output.format() {
            Some(Format::Bibtex) => context.output.bytes(bibtex(base, &sources).as_bytes())?,
            Some(Format::CslJson) => {
                let mut text =
                    serde_json::to_string_pretty(&csl_json(base, &sources)).expect("a JSON value can be written");
                text.push('\n');
                context.output.bytes(text.as_bytes())?;
            }
            _ => context.output.answer(
                "cite",
                &Forms {
                    text: &|| text(base, &sources, styled.as_deref()),
                    table: &|| table(base, &sources, styled.as_deref()),
                    json: &|| v2::citations(csl_json(base, &sources), styled.clone(), self.style.as_deref()),
                    items: "items",
                },
            )?,
        }
        Ok(if sources.is_empty() { Outcome::Undecided } else { Outcome::Fine })
    }

    /// The sources, each once: those that count before those that are set aside, in the order of the statements.
    fn sources(&self, context: &Context<'_>, base: &Base) -> Result<Vec<SourceIx>, CliError> {
        let direct: Option<Vec<SourceIx>> =
            self.what.iter().map(|id| own(base, id)).collect::<Option<Vec<_>>>().map(|lists| lists.concat());
        let mut found = Vec::new();
        let mut add = |ix: SourceIx| {
            if !found.contains(&ix) {
                found.push(ix);
            }
        };
        match direct {
            Some(sources) => sources.into_iter().for_each(add),
            None => {
                let statements: Vec<StatementIx> = evidence::statements(base, &self.what, context.today)?;
                for counts in [true, false] {
                    let attestations = statements.iter().flat_map(|&ix| &base[ix].attestations);
                    let cited = attestations.filter(|one| one.counts() == counts).flat_map(|one| &one.sources);
                    cited.for_each(|citation| add(citation.source));
                }
            }
        }
        Ok(found)
    }
}

/// The source of an id, or the sources of a claim.
fn own(base: &Base, id: &str) -> Option<Vec<SourceIx>> {
    match base.find(id)? {
        Entity::Source(ix) => Some(vec![ix]),
        Entity::Claim(ix) => Some(base[ix].sources.iter().map(|citation| citation.source).collect()),
        _ => None,
    }
}

/// The references in a style.
#[cfg(feature = "styles")]
fn styled(base: &Base, sources: &[SourceIx], style: &str) -> Result<Vec<String>, CliError> {
    use crate::model::Closed as _;
    let style = crate::report::CitationStyle::find(style).expect("clap takes only styles that there are");
    Ok(crate::report::references(base, sources, style))
}

/// Styles are left out of this program.
#[cfg(not(feature = "styles"))]
fn styled(_: &Base, _: &[SourceIx], style: &str) -> Result<Vec<String>, CliError> {
    Err(CliError::Usage {
        message: format!("this program was built without the processor that writes the style {style}"),
        help: "build it with `cargo build --release --features styles`; or use --format bibtex or csl-json".into(),
    })
}

/// The references in their style, else publisher, title, date, grade and address.
fn text(base: &Base, sources: &[SourceIx], styled: Option<&[String]>) -> String {
    if sources.is_empty() {
        return "Nothing that is recorded bears on this.\n".to_owned();
    }
    match styled {
        Some(references) => references.iter().map(|reference| format!("{reference}\n")).collect(),
        None => sources.iter().map(|&ix| words::source(&base[ix]) + "\n").collect(),
    }
}

fn table(base: &Base, sources: &[SourceIx], styled: Option<&[String]>) -> Table {
    let mut table = Table::new(&["source", "grade", "reference"]);
    for (at, &ix) in sources.iter().enumerate() {
        let reference = styled.map_or_else(|| words::source(&base[ix]), |references| references[at].clone());
        table.row(vec![base[ix].id.to_string(), base[ix].grade.to_string(), reference]);
    }
    table
}
