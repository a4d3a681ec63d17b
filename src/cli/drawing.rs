//! What every picture has: its width, its theme, its title; and the form in which it is written.

use crate::chart::{self, Plan, Tabular, Theme};
use crate::export::{Table, TableFormat, v2};
use crate::model::{Base, Closed, Day};
use clap::Args;

use super::error::CliError;
use super::output::Format;
use super::{Context, day, limits};

#[derive(Args)]
pub(crate) struct Drawing {
    /// The first day to show
    #[arg(long, value_name = "DAY", value_parser = day)]
    from: Option<Day>,
    /// The last day to show
    #[arg(long, value_name = "DAY", value_parser = day)]
    to: Option<Day>,
    /// The width of the drawing in pixels
    #[arg(long, default_value = "820", value_parser = clap::value_parser!(u32).range(limits::WIDTHS))]
    width: u32,
    /// The language of the names of actors, as a code of ISO 639 (fr, ru): their names in it where they are recorded
    #[arg(long)]
    lang: Option<String>,
    /// The colours; auto is light, and dark where the reader's browser prefers that
    #[arg(long, default_value = "auto", value_parser = theme)]
    theme: Theme,
    /// The title, instead of the one made from the question
    #[arg(long)]
    title: Option<String>,
    /// Leave the names of the sources out
    #[arg(long)]
    no_source_line: bool,
    /// Pixels of a PNG for each pixel of the drawing
    #[arg(long, default_value = "2", value_parser = scale)]
    scale: f32,
}

fn theme(text: &str) -> Result<Theme, String> {
    Theme::find(text).ok_or_else(|| "use auto, light, dark or print".to_owned())
}

fn scale(text: &str) -> Result<f32, String> {
    let scale = text.parse().ok().filter(|scale| limits::SCALES.contains(scale));
    scale.ok_or_else(|| format!("use a number from {} to {}", limits::SCALES.start(), limits::SCALES.end()))
}

/// The code of a language in which somebody has a name.
fn language(base: &Base, text: &str) -> Result<String, CliError> {
    let known: Vec<&str> = chart::languages(base).into_iter().collect();
    let found = known.iter().find(|lang| lang.eq_ignore_ascii_case(text));
    found.map(|lang| (*lang).to_owned()).ok_or_else(|| CliError::Usage {
        message: format!("no actor has a name in the language {text:?}"),
        help: format!("use one of {}", known.join(", ")),
    })
}

impl Drawing {
    /// The options of a chart along time, with a line at each of these days.
    pub(crate) fn along(&self, context: &Context<'_>, base: &Base, marked: &[Day]) -> Result<chart::Options, CliError> {
        Ok(chart::Options { marked: marked.to_vec(), ..self.options(context, base)? })
    }

    /// The options of a chart that shows all that is known until `today`.
    pub(crate) fn options(&self, context: &Context<'_>, base: &Base) -> Result<chart::Options, CliError> {
        Ok(chart::Options {
            width: f64::from(self.width),
            title: self.title.clone(),
            from: self.from,
            to: self.to,
            lang: self.lang.as_deref().map(|lang| language(base, lang)).transpose()?,
            source_line: !self.no_source_line,
            ..chart::Options::new(context.today)
        })
    }

    /// The last day that is asked for.
    pub(crate) fn to(&self, context: &Context<'_>) -> Day {
        self.to.unwrap_or(context.today)
    }

    /// The last day that is asked for, if any.
    pub(crate) fn last(&self) -> Option<Day> {
        self.to
    }

    /// The first day that is asked for.
    pub(crate) fn from(&self) -> Option<Day> {
        self.from
    }

    /// Writes a picture, or the table behind it.
    pub(crate) fn write(
        &self,
        context: &Context<'_>,
        verb: &'static str,
        plan: &Plan,
        tabular: Tabular,
    ) -> Result<(), CliError> {
        let svg = |theme: Theme| chart::draw(plan, theme);
        // A picture of pixels has no reader whose preference could be asked.
        let fixed = if self.theme == Theme::Auto { Theme::Light } else { self.theme };
        let table = |format| {
            let behind = Table { columns: tabular.columns.clone(), rows: tabular.rows.clone() };
            context.output.table(behind, format).into_bytes()
        };
        let bytes = match context.output.format().unwrap_or(Format::Svg) {
            Format::Svg => svg(self.theme).into_bytes(),
            Format::Png => png(&svg(fixed), self.scale)?,
            Format::Pdf => pdf(&svg(fixed))?,
            Format::Table | Format::Md => table(TableFormat::Markdown),
            Format::Csv => table(TableFormat::Csv),
            Format::Tsv => table(TableFormat::Tsv),
            Format::Json => {
                let document = v2::chart(&plan.title, &plan.description, &tabular.columns, &tabular.rows);
                context.output.document(document).into_bytes()
            }
            format => {
                return Err(CliError::Format {
                    verb,
                    format: format!("{format:?}").to_lowercase(),
                    help: "use svg, png or pdf for the picture, csv, tsv, md or json for the table behind it",
                });
            }
        };
        context.output.bytes(&bytes)
    }
}

#[cfg(feature = "image")]
fn png(svg: &str, scale: f32) -> Result<Vec<u8>, CliError> {
    chart::png(svg, scale).map_err(refused)
}

#[cfg(feature = "image")]
fn pdf(svg: &str) -> Result<Vec<u8>, CliError> {
    chart::pdf(svg).map_err(refused)
}

#[cfg(feature = "image")]
fn refused(error: chart::ImageError) -> CliError {
    CliError::Usage {
        message: format!("the picture can't be made: {error}"),
        help: "use a smaller --scale or --width, or -o FILE.svg".to_owned(),
    }
}

#[cfg(not(feature = "image"))]
fn png(_: &str, _: f32) -> Result<Vec<u8>, CliError> {
    Err(without())
}

#[cfg(not(feature = "image"))]
fn pdf(_: &str) -> Result<Vec<u8>, CliError> {
    Err(without())
}

#[cfg(not(feature = "image"))]
fn without() -> CliError {
    CliError::Usage {
        message: "this chancery was built without the painter of PNG and PDF".to_owned(),
        help: "build it with `cargo build --release --features image`, or use -o FILE.svg".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scales_have_two_ends() {
        let refused = Err("use a number from 0.25 to 10".to_owned());
        for (text, expected) in [("0.25", Ok(0.25)), ("10", Ok(10.0)), ("0.2", refused.clone()), ("10.1", refused)] {
            assert_eq!(scale(text), expected, "{text}");
        }
    }
}
