//! How findings speak of statements: in the past tense, with dates.

use crate::diag::{Diagnostic, Target};
use crate::model::{ActorIx, Base, Ends, Statement, StatementIx, When, stated};

/// Points at a statement: its date if it has one, with its id, which exceptions name, and all its dates.
pub(super) fn at(finding: Diagnostic, base: &Base, ix: StatementIx) -> Diagnostic {
    let statement = &base[ix];
    let field = if statement.fact.lasts() { "from" } else { "on" };
    finding.at(Target::Statement(ix).field(field), format!("{}: {}", statement.id, dates(statement)))
}

/// Points at a statement by its end.
pub(super) fn at_end(finding: Diagnostic, base: &Base, ix: StatementIx) -> Diagnostic {
    let statement = &base[ix];
    finding.at(Target::Statement(ix).field("until"), format!("{}: {}", statement.id, dates(statement)))
}

/// What a statement states, with its dates: `Russia recognized Azerbaijan (1992-04-10)`.
pub(super) fn told(base: &Base, ix: StatementIx) -> String {
    let statement = &base[ix];
    format!("{} ({})", stated(base, &statement.fact), dates(statement))
}

/// The day of an act, or the period of what lasts.
pub(super) fn dates(statement: &Statement) -> String {
    let begins = day(&statement.begins);
    match &statement.ends {
        Ends::AtOnce => begins,
        Ends::Ongoing => format!("from {begins}"),
        Ends::Unknown => format!("from {begins}, end unknown"),
        Ends::At(when) => format!("{begins} until {}", day(when)),
    }
}

/// A day as shown, with the range of all sources where that is wider.
pub(super) fn day(when: &When) -> String {
    let Some(shown) = &when.shown else { return "no date".to_owned() };
    if (shown.earliest(), shown.latest()) == (when.earliest, when.latest) {
        return shown.to_string();
    }
    format!("{shown}; by all sources {} to {}", when.earliest, when.latest)
}

/// An actor's name.
pub(super) fn name(base: &Base, actor: ActorIx) -> &str {
    &base[actor].name
}
