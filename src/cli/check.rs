//! `chancery check`

use crate::check::check;
use crate::diag::{self, Code, Diagnostic, RenderFormat, Severity};
use crate::export::v2;
use clap::Args;

use super::error::CliError;
use super::output::Format;
use super::{Context, Outcome, data};

#[derive(Args)]
pub(crate) struct CheckArgs {
    /// Explain a code instead (`all` for the whole catalogue)
    #[arg(long, value_name = "CODE")]
    explain: Option<String>,
}

impl CheckArgs {
    pub(crate) fn run(&self, context: &Context<'_>) -> Result<Outcome, CliError> {
        if let Some(code) = &self.explain {
            return explain(context, code);
        }
        let loaded = data::load_silently(context)?;
        let mut findings: Vec<Diagnostic> = loaded.diagnostics.clone();
        let judged = check(&loaded.base, context.today);
        // A record that was left out is missing elsewhere, too: that would only repeat the error.
        let repeats = |finding: &Diagnostic| loaded.has_errors() && finding.code.is_of_absence();
        findings.extend(judged.into_iter().filter(|finding| !repeats(finding)));
        loaded.sort(&mut findings);
        let located = loaded.locate(&findings);
        let text = match context.output.format().unwrap_or(Format::Table) {
            Format::Table => {
                let format = if context.output.colours() { RenderFormat::Coloured } else { RenderFormat::Text };
                let mut text = diag::render(&located, format);
                if !findings.is_empty() {
                    text += &summary(&findings);
                }
                text
            }
            Format::Github => diag::render(&located, RenderFormat::Github),
            Format::Json => serde_json::to_string_pretty(&v2::diagnostics(&located)).expect("plain values") + "\n",
            format => {
                return Err(CliError::Format {
                    verb: "check",
                    format: format!("{format:?}").to_lowercase(),
                    help: "use text, json or github",
                });
            }
        };
        context.output.bytes(text.as_bytes())?;
        let fails = |finding: &Diagnostic| context.global.strict || finding.code.severity() == Severity::Error;
        Ok(if findings.iter().any(fails) { Outcome::Findings } else { Outcome::Fine })
    }
}

fn summary(findings: &[Diagnostic]) -> String {
    let errors = findings.iter().filter(|finding| finding.code.severity() == Severity::Error).count();
    let warnings = findings.len() - errors;
    let plural = |count: usize, word: &str| format!("{count} {word}{}", if count == 1 { "" } else { "s" });
    format!("{}, {}\n", plural(errors, "error"), plural(warnings, "warning"))
}

fn explain(context: &Context<'_>, code: &str) -> Result<Outcome, CliError> {
    let text = if code.eq_ignore_ascii_case("all") {
        diag::catalogue()
    } else {
        let found = Code::find(code).ok_or_else(|| {
            let near = diag::nearest(code, Code::ALL.iter().map(|code| code.as_str()));
            CliError::Unknown {
                kind: "code",
                name: code.to_owned(),
                near: near.map(str::to_owned).into_iter().collect(),
            }
        })?;
        format!(
            "{} ({}): {}\n\n{}\n\nWhat to do: {}\n\nFor example:\n\n{}",
            found.as_str(),
            found.severity().name(),
            found.title(),
            found.explanation(),
            found.fix(),
            found.example()
        )
    };
    context.output.bytes(text.as_bytes())?;
    Ok(Outcome::Fine)
}
