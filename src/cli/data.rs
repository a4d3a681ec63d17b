//! Which data set is used, and loading it.

use std::path::{Path, PathBuf};

use crate::load::Loaded;
use crate::model::{ActorIx, Base, Day, DisputeIx, Entity, Fresh, ResolutionIx};
use crate::query::{Named, Want, resolve};

use super::Context;
use super::error::CliError;

/// Where the data set comes from.
enum Supply {
    Folder(PathBuf),
    Carried,
}

/// Loads the data set that the options and the working folder point to. Problems are counted on stderr; `check` tells
/// them.
pub(crate) fn load(context: &Context<'_>) -> Result<&'static Loaded, CliError> {
    let loaded = load_silently(context)?;
    if !loaded.diagnostics.is_empty() && !context.global.quiet {
        let count = loaded.diagnostics.len();
        let problems = if count == 1 { "1 problem".to_owned() } else { format!("{count} problems") };
        context
            .outside
            .say(&format!("{problems} in the data; what is affected is left out (`chancery check` tells more)"));
    }
    Ok(loaded)
}

/// The same, for the verb that tells the problems itself.
///
/// What is loaded lives as long as the program: taking it apart just before the end would cost time for nothing.
pub(crate) fn load_silently(context: &Context<'_>) -> Result<&'static Loaded, CliError> {
    let place = folder(context).map_or(Supply::Carried, Supply::Folder);
    let loaded: &'static Loaded = match place {
        Supply::Folder(folder) => {
            if context.global.verbose {
                context.outside.say(&format!("data: {}", folder.display()));
            }
            let mut loaded = Base::folder(&folder).map_err(|error| CliError::Data { error })?;
            loaded.base.fresh = context.global.fresh.map_or_else(Fresh::default, Fresh);
            Box::leak(Box::new(loaded))
        }
        Supply::Carried => {
            if context.global.verbose {
                context.outside.say("data: the data set inside the program");
            }
            let loaded = (context.outside.carried)();
            match context.global.fresh {
                Some(days) => Box::leak(Box::new(loaded.with_fresh(days))),
                None => loaded,
            }
        }
    };
    context.output.made_from(loaded);
    Ok(loaded)
}

/// The folder of the data set; `None` where the one inside the program is used.
pub(crate) fn folder(context: &Context<'_>) -> Option<PathBuf> {
    let named = context.global.data.clone();
    named.or_else(|| find_upwards(context.outside.folder.as_deref()))
}

/// A folder `data` with a manifest, in this folder or the nearest one above it.
fn find_upwards(here: Option<&Path>) -> Option<PathBuf> {
    let here = here?;
    let mut at = Some(here);
    while let Some(folder) = at {
        let data = folder.join("data");
        if data.join("dataset.ron").is_file() {
            return Some(data.strip_prefix(here).map_or_else(|_| data.clone(), Path::to_path_buf));
        }
        at = folder.parent();
    }
    None
}

/// The actor that a word stands for; of names that several had, the one who has it on that day.
pub(crate) fn actor(base: &Base, text: &str, on: Day) -> Result<ActorIx, CliError> {
    Ok(base.actor(text, on)?)
}

/// The resolution that an id, a symbol or a title stands for.
pub(crate) fn resolution(base: &Base, text: &str, on: Day) -> Result<ResolutionIx, CliError> {
    match find(base, text, Want::Resolution, "resolution", on)? {
        Entity::Resolution(ix) => Ok(ix),
        _ => unreachable!("only resolutions were asked for"),
    }
}

/// The dispute that an id, a name or an alias stands for.
pub(crate) fn dispute(base: &Base, text: &str, on: Day) -> Result<DisputeIx, CliError> {
    match find(base, text, Want::Dispute, "dispute", on)? {
        Entity::Dispute(ix) => Ok(ix),
        _ => unreachable!("only disputes were asked for"),
    }
}

/// The record that a word stands for; see [`actor`].
pub(crate) fn find(base: &Base, text: &str, want: Want, kind: &'static str, on: Day) -> Result<Entity, CliError> {
    let describe = |entity: &Entity| (base.id(*entity).to_owned(), base.name(*entity).to_owned());
    match resolve(base, text, want, Some(on)) {
        Named::One(entity) => Ok(entity),
        Named::Several(entities) => {
            Err(CliError::Ambiguous { name: text.to_owned(), choices: entities.iter().map(describe).collect() })
        }
        Named::None(near) => {
            let near = near.iter().map(|entity| base.id(*entity).to_owned()).collect();
            Err(CliError::Unknown { kind, name: text.to_owned(), near })
        }
    }
}
