//! `chancery stats`

use std::collections::BTreeMap;

use crate::export::{Table, v2};
use crate::model::{Base, Closed, Kind};
use crate::query::{MANY_PARTIES, Stats, stats};
use clap::Args;

use super::error::CliError;
use super::output::Forms;
use super::{Context, Outcome, data, words};

#[derive(Args)]
pub(crate) struct StatsArgs {}

impl StatsArgs {
    pub(crate) fn run(&self, context: &Context<'_>) -> Result<Outcome, CliError> {
        let loaded = data::load(context)?;
        let base = &loaded.base;
        let figures = stats(base, context.today);
        context.output.answer(
            "stats",
            &Forms {
                text: &|| text(base, &figures),
                table: &|| {
                    let mut table = Table::new(&["what", "count"]);
                    rows(&figures).into_iter().for_each(|row| table.row(row));
                    table
                },
                json: &|| v2::stats(base, &figures),
                items: "",
            },
        )?;
        Ok(Outcome::Fine)
    }
}

fn text(base: &Base, figures: &Stats) -> String {
    let mut text = format!("{} {}\n\n", base.dataset.name, base.dataset.version);
    text += &words::columns(&["what", "count"], rows(figures));
    text += &format!(
        "\n{:.1} % of the statements rest on tertiary sources alone; {} on one witness.\n\
         Without votes and treaty acts, which come from a few lists, {:.1} % of {} rest on tertiary sources alone, {:.1} % on one witness.\n",
        figures.tertiary_share() * 100.0,
        figures.single_witness,
        figures.curated.tertiary_share() * 100.0,
        figures.curated.statements,
        figures.curated.single_share() * 100.0
    );
    text
}

fn rows(figures: &Stats) -> Vec<Vec<String>> {
    let covers = &figures.breadth;
    let mut rows: Vec<(String, usize)> = vec![
        ("statements".into(), figures.statements),
        ("  with a date".into(), figures.dated),
        ("  contested".into(), figures.contests),
        ("  that a source denies".into(), figures.denied),
        ("  on tertiary sources alone".into(), figures.tertiary_only),
        ("  without a source".into(), figures.without_source),
        ("attestations".into(), figures.attestations),
        ("  with a date".into(), covers.dated_attestations),
        ("citations".into(), figures.citations),
        ("sources".into(), figures.sources),
    ];
    rows.extend(parts("", &figures.by_grade));
    rows.push(("countries".into(), figures.countries));
    rows.push(("  members of the United Nations today".into(), covers.members));
    rows.push(("  observers there today".into(), covers.observers));
    rows.extend(parts("", &covers.by_class));
    rows.extend(parts("with a code: ", &covers.coded));
    rows.push(("  whose existence is contested".into(), covers.contested_existence));
    rows.push(("organizations, bodies and groups".into(), figures.organizations));
    rows.push(("  with recorded members".into(), covers.with_members));
    let kind = |kind: Kind| figures.by_kind.get(&kind).copied().unwrap_or_default();
    rows.extend([
        ("memberships".into(), kind(Kind::Membership)),
        ("periods of existence".into(), kind(Kind::Existence)),
        ("successions".into(), kind(Kind::Succession)),
        ("acts about recognition".into(), kind(Kind::Recognition)),
    ]);
    rows.extend(parts("", &covers.recognitions));
    rows.extend([
        ("  recognized actors".into(), covers.recognized),
        ("  recognizing actors".into(), covers.recognizing),
        ("acts in relations".into(), kind(Kind::Relations)),
        ("  about missions".into(), covers.missions),
        ("  pairs".into(), covers.pairs),
        ("treaties".into(), figures.treaties),
        (format!("  of {MANY_PARTIES} parties or more"), covers.open_treaties),
        ("treaty actions".into(), kind(Kind::Treaty)),
        ("resolutions".into(), figures.resolutions),
        ("  that recommend admission".into(), covers.admissions),
        ("  with a roll call".into(), covers.roll_calls),
        ("votes".into(), kind(Kind::Vote)),
        ("disputes".into(), figures.disputes),
        ("  with positions".into(), covers.backed_disputes),
        ("positions".into(), kind(Kind::Position)),
        ("events".into(), figures.events),
        ("claims".into(), figures.claims),
        ("  that can be tested".into(), covers.testable_claims),
        ("gaps".into(), figures.gaps),
        ("scopes".into(), figures.scopes.values().sum()),
    ]);
    rows.extend(parts("", &figures.scopes));
    rows.push(("  that reach today".into(), figures.fresh_scopes.values().sum()));
    rows.push(("stated counts".into(), figures.stated_counts));
    rows.into_iter().map(|(what, count)| vec![what, count.to_string()]).collect()
}

/// A row for each member of a closed list that occurs.
fn parts<T: Closed>(what: &str, counts: &BTreeMap<T, usize>) -> Vec<(String, usize)> {
    counts.iter().map(|(member, count)| (format!("  {what}{}", member.name()), *count)).collect()
}
