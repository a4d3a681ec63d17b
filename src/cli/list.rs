//! `chancery list`

use crate::export::{Table, v2};
use crate::model::{Base, Closed};
use crate::query::{Record, RecordKind, list};
use clap::Args;

use super::error::CliError;
use super::output::Forms;
use super::{Context, Outcome, data, show, words};

#[derive(Args)]
pub(crate) struct ListArgs {
    /// What to list
    #[arg(value_parser = words::names::<RecordKind>())]
    kind: String,
}

impl ListArgs {
    pub(crate) fn run(&self, context: &Context<'_>) -> Result<Outcome, CliError> {
        let kind = RecordKind::find(&self.kind).expect("clap takes only kinds that there are");
        let loaded = data::load(context)?;
        let base = &loaded.base;
        let records = list(base, kind);
        context.output.answer(
            "list",
            &Forms {
                text: &|| {
                    let rows = records.iter().map(|record| row(base, record)).collect();
                    words::columns(&["id", header(kind)], rows)
                },
                table: &|| {
                    let mut table = Table::new(&["id", header(kind)]);
                    records.iter().for_each(|record| table.row(row(base, record)));
                    table
                },
                json: &|| v2::list(base, kind, &records),
                items: "records",
            },
        )?;
        Ok(Outcome::Fine)
    }
}

fn header(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Statements | RecordKind::Contests => "date",
        RecordKind::Gaps => "what",
        RecordKind::Treaties | RecordKind::Resolutions | RecordKind::Sources => "title",
        _ => "name",
    }
}

fn row(base: &Base, record: &Record) -> Vec<String> {
    match *record {
        Record::Entity(entity) => vec![base.id(entity).to_owned(), base.name(entity).to_owned()],
        Record::Statement(ix) => show::line(base, ix),
        Record::Gap(index) => vec![v2::gap_id(index), base.gaps[index].what.to_string()],
    }
}
