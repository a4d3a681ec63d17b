//! `chancery move`

use clap::Args;

use super::error::CliError;
use super::{Context, Outcome, data, output};
use crate::load::FORMAT;

#[derive(Args)]
pub(crate) struct MoveArgs {}

impl MoveArgs {
    pub(crate) fn run(&self, context: &Context<'_>) -> Result<Outcome, CliError> {
        let Some(folder) = data::folder(context) else {
            return Err(CliError::Usage {
                message: "the data set inside the program can't be moved".to_owned(),
                help: "name a folder with --data".to_owned(),
            });
        };
        let loaded = data::load_silently(context)?;
        let said = match loaded.in_format_of_today() {
            None => format!("The data set is of format {FORMAT} already.\n"),
            Some((path, text)) => {
                output::write(&folder.join(path), text.as_bytes())?;
                let unsaid = loaded.base.recognitions_without_form();
                format!(
                    "The data set is of format {FORMAT} now. {unsaid} recognitions name no form: format 1 called them de jure, and now it isn't said.\n"
                )
            }
        };
        context.output.bytes(said.as_bytes())?;
        Ok(Outcome::Fine)
    }
}
