//! How far the record reaches, tested against the record.

use super::{CheckInput, words};
use crate::diag::{Code, Diagnostic, Target};
use crate::model::{Date, Day, Fact, Matter};

/// End no scope after its sources.
pub(super) fn beyond_sources(input: &CheckInput<'_>, found: &mut Vec<Diagnostic>) {
    let base = input.base;
    for (index, scope) in base.scopes.iter().enumerate() {
        let dates = scope.sources.iter().map(|cited| base[cited.source].read_by().map(Date::latest));
        // What bears no date may be of any.
        let newest = dates.collect::<Option<Vec<Day>>>().and_then(|days| days.into_iter().max());
        if let Some(newest) = newest.filter(|newest| scope.last() > *newest) {
            let message = format!("a scope through {}, whose newest source is of {newest}", scope.through());
            let field = if scope.is_list() { "on" } else { "through" };
            let location = Target::Scope(index).field(field);
            found.push(Diagnostic::new(Code::ThroughBeyondSources, message).at(location, "").help_by_code());
        }
    }
}

/// Let the sources of a complete scope give every act in it.
pub(super) fn uncited(input: &CheckInput<'_>, found: &mut Vec<Diagnostic>) {
    let base = input.base;
    for (ix, statement) in input.standing() {
        let begins = &statement.begins;
        // A list of parties gives what they did; when the treaty was adopted or came into force it needn't say.
        let of_a_party = !matches!(statement.fact, Fact::Treaty { party: None, .. });
        let dated = of_a_party && statement.date().is_some();
        let Some(matter) = Matter::of(&statement.fact).filter(|_| dated) else { continue };
        let cites = |source| statement.attestations.iter().flat_map(|said| &said.sources).any(|c| c.source == source);
        let uncited = base.scopes_of(matter).find(|(_, scope)| {
            let within = scope.first() <= begins.earliest && begins.latest <= scope.last();
            let history = !scope.is_list();
            scope.is_complete() && history && within && !scope.sources.iter().any(|cited| cites(cited.source))
        });
        if let Some((index, _)) = uncited {
            let message = format!("{} within a complete scope, and cites none of its sources", words::told(base, ix));
            let finding = words::at(Diagnostic::new(Code::UncitedInScope, message), base, ix);
            found.push(finding.at(Target::Scope(index).field("sources"), "the scope").help_by_code());
        }
    }
}

/// Hold no more than a source counts, or say why.
pub(super) fn more_than_stated(input: &CheckInput<'_>, found: &mut Vec<Diagnostic>) {
    let base = input.base;
    for (index, count) in base.counts.iter().enumerate().filter(|(_, count)| count.note.is_none()) {
        let Some(held) = count.held(base, &[count.on.earliest(), count.on.latest()]) else { continue };
        let number = held.len();
        if number > count.number {
            let message =
                format!("{number} certainly hold on {}, by the record, and a source counts {}", count.on, count.number);
            let location = Target::Count(index).field("number");
            found.push(Diagnostic::new(Code::MoreThanCounted, message).at(location, "").help_by_code());
        }
    }
}
