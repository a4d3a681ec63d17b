//! `chancery chart`

use chancery::chart::{self, Align, Between};
use chancery::model::{Closed, Day};
use chancery::query::{CurveRequest, curve, members_on};
use clap::{Args, Subcommand};

use super::drawing::Drawing;
use super::error::CliError;
use super::{Context, Outcome, data, day};

#[derive(Args)]
pub(crate) struct Chart {
    #[command(subcommand)]
    kind: Kind,
}

#[derive(Subcommand)]
enum Kind {
    /// How many recognize a country over time, of up to six countries
    RecognitionCurve(Curve),
    /// Who recognizes a country on a day, on a map of the world with a tile for each state
    Map(Map),
    /// Who recognizes whom, or has relations with whom, on a day: a matrix in which blocs show
    Matrix(Matrix),
}

#[derive(Args)]
struct Matrix {
    /// The actors: ids, names or codes
    #[arg(value_name = "ACTOR", required_unless_present = "among")]
    actors: Vec<String>,
    /// The members of this organization or group on that day, besides those who are named
    #[arg(long, value_name = "GROUP")]
    among: Option<String>,
    /// What the matrix is of
    #[arg(long, default_value = "relations", value_parser = between)]
    of: Between,
    /// The day; else today
    #[arg(long, value_name = "DAY", value_parser = day)]
    on: Option<Day>,
    #[command(flatten)]
    drawing: Drawing,
}

fn between(text: &str) -> Result<Between, String> {
    Between::find(text).ok_or_else(|| "use recognition or relations".to_owned())
}

impl Matrix {
    fn run(&self, context: &Context<'_>) -> Result<Outcome, CliError> {
        let loaded = data::load(context)?;
        let base = &loaded.base;
        let on = self.on.unwrap_or(context.today);
        let mut actors = Vec::new();
        for text in &self.actors {
            actors.push(data::actor(base, text, on)?);
        }
        if let Some(group) = &self.among {
            actors.extend(members_on(base, data::actor(base, group, on)?, on));
        }
        let mut seen = std::collections::BTreeSet::new();
        actors.retain(|actor| seen.insert(*actor));
        let (plan, table) = chart::matrix(base, &actors, self.of, on, &self.drawing.options(context));
        let found = !table.rows.is_empty();
        self.drawing.write(context, "chart", &plan, table)?;
        Ok(if found { Outcome::Fine } else { Outcome::Findings })
    }
}

#[derive(Args)]
struct Map {
    /// Who is recognized: an id, a name or a code
    #[arg(value_name = "COUNTRY")]
    of: String,
    /// The day; else today
    #[arg(long, value_name = "DAY", value_parser = day)]
    on: Option<Day>,
    #[command(flatten)]
    drawing: Drawing,
}

#[derive(Args)]
struct Curve {
    /// Who is recognized: ids, names or codes
    #[arg(required = true, num_args = 1..=6, value_name = "COUNTRY")]
    of: Vec<String>,
    /// Let each curve stand at its dates, or begin with the independence of its country
    #[arg(long, default_value = "date", value_parser = align)]
    align: Align,
    /// Count only the members of this organization or group
    #[arg(long, value_name = "GROUP")]
    among: Option<String>,
    #[command(flatten)]
    drawing: Drawing,
}

fn align(text: &str) -> Result<Align, String> {
    Align::find(text).ok_or_else(|| "use date or independence".to_owned())
}

impl Chart {
    pub(crate) fn run(&self, context: &Context<'_>) -> Result<Outcome, CliError> {
        match &self.kind {
            Kind::RecognitionCurve(curve) => curve.run(context),
            Kind::Map(map) => map.run(context),
            Kind::Matrix(matrix) => matrix.run(context),
        }
    }
}

impl Map {
    fn run(&self, context: &Context<'_>) -> Result<Outcome, CliError> {
        let loaded = data::load(context)?;
        let base = &loaded.base;
        let on = self.on.unwrap_or(context.today);
        let of = data::actor(base, &self.of, on)?;
        let (plan, table) = chart::recognition_map(base, of, on, &self.drawing.options(context));
        let found = !table.rows.is_empty();
        self.drawing.write(context, "chart", &plan, table)?;
        Ok(if found { Outcome::Fine } else { Outcome::Findings })
    }
}

impl Curve {
    fn run(&self, context: &Context<'_>) -> Result<Outcome, CliError> {
        let loaded = data::load(context)?;
        let base = &loaded.base;
        let to: Day = self.drawing.to(context);
        let among = self.among.as_deref().map(|text| data::actor(base, text, to)).transpose()?;
        let mut answers = Vec::new();
        for text in &self.of {
            let of = data::actor(base, text, to)?;
            if answers.iter().any(|answer: &chancery::query::CurveAnswer| answer.request.of == of) {
                return Err(CliError::Usage {
                    message: format!("{} is named twice", base[of].name),
                    help: "name each country once".to_owned(),
                });
            }
            answers.push(curve(base, &CurveRequest { of, among, from: self.drawing.from(), to }));
        }
        let (plan, table) = chart::recognition_curve(base, &answers, self.align, &self.drawing.options(context));
        self.drawing.write(context, "chart", &plan, table)?;
        let found = answers.iter().any(|answer| !answer.counts.is_empty());
        Ok(if found { Outcome::Fine } else { Outcome::Findings })
    }
}
