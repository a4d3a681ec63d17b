//! `chancery stats`

use chancery::export::{Table, v1};
use chancery::model::Base;
use chancery::query::{Stats as Figures, stats};
use clap::Args;

use super::error::CliError;
use super::output::Forms;
use super::{Context, Outcome, data, words};

#[derive(Args)]
pub(crate) struct Stats {}

impl Stats {
    pub(crate) fn run(&self, context: &Context<'_>) -> Result<Outcome, CliError> {
        let loaded = data::load(context)?;
        let base = &loaded.base;
        let figures = stats(base);
        context.output.answer(
            "stats",
            &Forms {
                text: &|| text(base, &figures),
                table: &|| {
                    let mut table = Table::new(&["what", "count"]);
                    rows(&figures).into_iter().for_each(|row| table.row(row));
                    table
                },
                json: &|| v1::stats(base, &figures),
                items: "",
            },
        )?;
        Ok(Outcome::Fine)
    }
}

fn text(base: &Base, figures: &Figures) -> String {
    let mut text = format!("{} {}\n\n", base.dataset.name, base.dataset.version);
    text += &words::columns(&["what", "count"], rows(figures));
    text += &format!(
        "\n{:.1} % of the statements rest on tertiary sources alone; {} on one witness.\n",
        figures.tertiary_share() * 100.0,
        figures.single_witness
    );
    text
}

fn rows(figures: &Figures) -> Vec<Vec<String>> {
    let mut rows: Vec<(String, usize)> = vec![
        ("countries".into(), figures.countries),
        ("organizations, bodies and groups".into(), figures.organizations),
        ("statements".into(), figures.statements),
    ];
    rows.extend(figures.by_kind.iter().map(|(kind, count)| (format!("  {kind}"), *count)));
    rows.extend([
        ("statements with a date".into(), figures.dated),
        ("attestations".into(), figures.attestations),
        ("citations".into(), figures.citations),
        ("contests".into(), figures.contests),
        ("statements that a source denies".into(), figures.denied),
        ("statements without a source".into(), figures.without_source),
        ("sources".into(), figures.sources),
    ]);
    rows.extend(figures.by_grade.iter().map(|(grade, count)| (format!("  {grade}"), *count)));
    rows.extend([
        ("treaties".into(), figures.treaties),
        ("resolutions".into(), figures.resolutions),
        ("disputes".into(), figures.disputes),
        ("events".into(), figures.events),
        ("claims".into(), figures.claims),
        ("gaps".into(), figures.gaps),
    ]);
    rows.into_iter().map(|(what, count)| vec![what, count.to_string()]).collect()
}
