//! `chancery claims`

mod trying;

use std::fmt::Write as _;

use crate::export::{Table, v2};
use crate::form::Question;
use crate::model::{Base, ClaimIx, Closed, Entity, SourceIx, StatementIx, stated};
use crate::query::{Settles, Trial, Verdict, Want, try_claim};
use clap::{Args, Subcommand};

use super::error::CliError;
use super::output::Forms;
use super::{Context, Outcome, data, limits, words};

#[derive(Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(crate) struct ClaimsArgs {
    #[command(subcommand)]
    act: Option<ClaimsVerb>,
    /// Only this claim, by its id
    claim: Option<String>,
    /// Only the claims that this document makes
    #[arg(long, value_name = "SOURCE")]
    source: Option<String>,
    /// Only those with this verdict
    #[arg(long, value_name = "VERDICT", value_parser = words::names::<Verdict>())]
    verdict: Option<String>,
}

/// What is done with claims, other than to try those that are recorded.
#[derive(Subcommand)]
enum ClaimsVerb {
    /// Try a sentence of your own, or a text sentence by sentence
    Try(trying::TryArgs),
}

impl ClaimsArgs {
    pub(crate) fn run(&self, context: &Context<'_>) -> Result<Outcome, CliError> {
        if let Some(ClaimsVerb::Try(act)) = &self.act {
            return act.run(context);
        }
        let loaded = data::load(context)?;
        let base = &loaded.base;
        let find = |text: &Option<String>, want: Want, kind: &'static str| {
            text.as_deref().map(|text| data::find(base, text, want, kind, context.today)).transpose()
        };
        let only = find(&self.claim, Want::Claim, "claim")?;
        let source = match find(&self.source, Want::Source, "source")? {
            Some(Entity::Source(ix)) => Some(ix),
            _ => None,
        };
        let verdict = self.verdict.as_deref().and_then(Verdict::find);
        let trials: Vec<(ClaimIx, Trial)> = base
            .claim_handles()
            .filter(|&ix| only.is_none_or(|only| only == Entity::Claim(ix)))
            .filter(|&ix| source.is_none_or(|source| base[ix].sources.iter().any(|cited| cited.source == source)))
            .map(|ix| (ix, try_claim(base, &base[ix].asserts, context.today)))
            .filter(|(_, trial)| verdict.is_none_or(|verdict| verdict == trial.verdict))
            .collect();
        context.output.answer(
            "claims",
            &Forms {
                text: &|| text(base, &trials, source),
                table: &|| table(base, &trials),
                json: &|| v2::claims(base, &trials, source),
                items: "claims",
            },
        )?;
        Ok(if trials.is_empty() { Outcome::Undecided } else { Outcome::Fine })
    }
}

impl ClaimsArgs {
    /// What it asks; of one claim alone no question asks.
    pub(crate) fn question(&self, base: &Base, today: crate::model::Day) -> Option<Question> {
        let source = match self.source.as_deref().map(|text| data::find(base, text, Want::Source, "source", today)) {
            Some(Ok(Entity::Source(source))) => Some(source),
            Some(_) => return None,
            None => None,
        };
        let verdict = self.verdict.as_deref().and_then(Verdict::find);
        (self.act.is_none() && self.claim.is_none()).then_some(Question::Claims { source, verdict })
    }
}

fn text(base: &Base, trials: &[(ClaimIx, Trial)], source: Option<SourceIx>) -> String {
    if trials.is_empty() {
        return "No such claim is recorded.\n".to_owned();
    }
    let of = |verdict: Verdict| trials.iter().filter(|(_, trial)| trial.verdict == verdict).count();
    let counts: Vec<String> = Verdict::ALL.iter().map(|&verdict| format!("{} {verdict}", of(verdict))).collect();
    let by = source.map_or(String::new(), |ix| format!(" of {}", words::source(&base[ix])));
    let mut text = format!("{}{by}: {}\n", words::count(trials.len(), "claim", "claims"), counts.join(", "));
    for (ix, trial) in trials {
        text += &one(base, *ix, trial);
    }
    text
}

fn one(base: &Base, ix: ClaimIx, trial: &Trial) -> String {
    let claim = &base[ix];
    let mut text = format!("\n{}: {}\n", trial.verdict, claim.text);
    for citation in &claim.sources {
        text += &words::citation(base, citation, "  ");
    }
    let line = |text: &mut String, what: &str, told: &str| {
        let _ = writeln!(text, "  {what}: {told}");
    };
    if let Some(place) = trial.place {
        line(&mut text, "place by the record", &place.to_string());
    }
    if let Some((least, most)) = trial.number {
        let told = if least == most { least.to_string() } else { format!("{least} to {most}") };
        line(&mut text, "number by the record", &told);
    }
    for (what, list) in [("for it", &trial.supporting), ("against it", &trial.against)] {
        if !list.is_empty() {
            line(&mut text, what, &statements(base, list));
        }
    }
    if !trial.settles.is_empty() {
        line(&mut text, "would settle it", &settles(base, &trial.settles));
    }
    if trial.implied > 0 && trial.verdict != Verdict::Contradicted {
        let told =
            format!("of {} more only relations are recorded, which imply an act that could come before", trial.implied);
        line(&mut text, "unrecorded", &told);
    }
    if let Some(group) = trial.definition {
        line(&mut text, "depends on who belongs to", &format!("{} ({})", base[group].name, base[group].id));
    }
    if let Some(why) = &trial.why {
        line(&mut text, "why", &why.in_words());
    }
    if let Some(note) = &claim.note {
        line(&mut text, "note", note);
    }
    text
}

fn statements(base: &Base, list: &[StatementIx]) -> String {
    let told = |ix: &StatementIx| {
        let statement = &base[*ix];
        let when = if statement.fact.lasts() { words::period(statement) } else { words::date(statement) };
        format!("{} ({when})", stated(base, &statement.fact))
    };
    shortened(list.iter().take(limits::VERDICT_STATEMENTS).map(told).collect(), list.len())
}

fn settles(base: &Base, list: &[Settles]) -> String {
    shortened(list.iter().take(limits::VERDICT_STATEMENTS).map(|what| what.in_words(base)).collect(), list.len())
}

fn shortened(named: Vec<String>, all: usize) -> String {
    let more = if all > named.len() { format!("; and {} more", all - named.len()) } else { String::new() };
    format!("{}{more}", named.join("; "))
}

fn table(base: &Base, trials: &[(ClaimIx, Trial)]) -> Table {
    let mut table = Table::new(&["claim", "verdict", "text", "place", "for", "against", "would_settle", "sources"]);
    for (ix, trial) in trials {
        let claim = &base[*ix];
        let ids = |list: &[StatementIx]| list.iter().map(|ix| &*base[*ix].id).collect::<Vec<_>>().join(" ");
        let settles: Vec<String> = trial.settles.iter().map(|what| what.in_words(base)).collect();
        table.row(vec![
            claim.id.to_string(),
            trial.verdict.to_string(),
            claim.text.to_string(),
            trial.place.map(|place| place.to_string()).unwrap_or_default(),
            ids(&trial.supporting),
            ids(&trial.against),
            settles.join("; "),
            claim.sources.iter().map(|cited| base[cited.source].id.as_str()).collect::<Vec<_>>().join(" "),
        ]);
    }
    table
}
