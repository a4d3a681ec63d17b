//! `chancery list`

use chancery::export::{Table, v1};
use chancery::model::{Base, Closed, Entity};
use chancery::query::{Listed, Record, list};
use clap::Args;
use clap::builder::PossibleValuesParser;
use serde_json::{Value, json};

use super::error::CliError;
use super::output::Forms;
use super::{Context, Outcome, data, show, words};

#[derive(Args)]
pub(crate) struct List {
    /// What to list
    #[arg(value_parser = PossibleValuesParser::new(Listed::ALL.iter().map(|kind| kind.name())))]
    kind: String,
}

impl List {
    pub(crate) fn run(&self, context: &Context<'_>) -> Result<Outcome, CliError> {
        let kind = Listed::find(&self.kind).expect("clap takes only kinds that there are");
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
                json: &|| {
                    let items: Vec<Value> = records.iter().map(|record| json(base, record)).collect();
                    json!({ "schema": "chancery.v1/list", "kind": kind.name(), "records": items })
                },
                items: "records",
            },
        )?;
        Ok(Outcome::Fine)
    }
}

fn header(kind: Listed) -> &'static str {
    match kind {
        Listed::Statements | Listed::Contests => "date",
        Listed::Gaps => "what",
        Listed::Treaties | Listed::Resolutions | Listed::Sources => "title",
        _ => "name",
    }
}

fn row(base: &Base, record: &Record) -> Vec<String> {
    match *record {
        Record::Entity(entity) => vec![base.id(entity).to_owned(), base.name(entity).to_owned()],
        Record::Statement(ix) => show::line(base, ix),
        Record::Gap(index) => vec![gap_id(index), base.gaps[index].what.to_string()],
    }
}

fn json(base: &Base, record: &Record) -> Value {
    match *record {
        Record::Entity(entity) => v1::record(base, entity),
        Record::Statement(ix) => v1::statement(base, ix),
        Record::Gap(index) => {
            let gap = &base.gaps[index];
            let about: Vec<&str> = gap.about.iter().map(|entity: &Entity| base.id(*entity)).collect();
            json!({
                "schema": "chancery.v1/record", "kind": "gap", "id": gap_id(index),
                "about": about, "what": gap.what, "looked_in": gap.looked_in,
            })
        }
    }
}

/// Gaps have no lasting id: they close.
fn gap_id(index: usize) -> String {
    format!("gap-{}", index + 1)
}
