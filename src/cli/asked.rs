//! What a command asks, as the same plain value that questions in words are read as.

use clap::Parser as _;

use super::{Cli, Verb};
use crate::form::Question;
use crate::model::{Base, Day};

/// What a command line asks, as of `today` unless it names another day; `None` where it is none, or no question in words asks the
/// same.
pub fn question<'w>(base: &Base, words: impl IntoIterator<Item = &'w str>, today: Day) -> Option<Question> {
    let cli = Cli::try_parse_from(words).ok()?;
    let today = cli.global.today.unwrap_or(today);
    match &cli.verb {
        Verb::Ask(args) => args.question(base, today),
        Verb::Recognitions(args) => args.question(base, today),
        Verb::Relations(args) => args.question(base, today),
        Verb::Treaties(args) => args.question(base, today),
        Verb::Resolutions(args) => args.question(base, today),
        Verb::Positions(args) => args.question(base, today),
        Verb::Snapshot(args) => args.question(base),
        Verb::Diff(args) => args.question(base),
        Verb::Path(args) => args.question(base, today),
        Verb::Anniversaries(args) => args.question(base, today),
        Verb::Claims(args) => args.question(base, today),
        Verb::Brief(args) => args.question(base, today),
        Verb::Show(args) => args.question(base, today),
        _ => None,
    }
}
