//! How far the record reaches, tested against the record.

use std::collections::BTreeSet;

use super::{Context, words};
use crate::diag::{Code, Diagnostic, Subject};
use crate::model::{
    ActorIx, Band, Base, Day, Ends, Fact, Key, Matter, Span, Standing, Statement, StatementIx, all_relations_spells,
    recognition_spells,
};

/// End no scope after its sources.
pub(super) fn beyond_sources(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let base = context.base;
    for (index, scope) in base.scopes.iter().enumerate() {
        let dates = scope.sources.iter().map(|cited| base[cited.source].date.as_ref().map(crate::model::Date::latest));
        // What bears no date may be of any.
        let newest = dates.collect::<Option<Vec<Day>>>().and_then(|days| days.into_iter().max());
        if let Some(newest) = newest.filter(|newest| scope.last() > *newest) {
            let message = format!("a scope through {}, whose newest source is of {newest}", scope.through());
            let field = if matches!(scope.span, Span::On(_)) { "on" } else { "through" };
            let place = Subject::Scope(index).field(field);
            found.push(Diagnostic::new(Code::ThroughBeyondSources, message).at(place, "").help_by_code());
        }
    }
}

/// Let the sources of a complete scope give every act in it.
pub(super) fn uncited(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let base = context.base;
    for (ix, statement) in context.standing() {
        let begins = &statement.begins;
        // A list of parties gives what they did; when the treaty was adopted or came into force it needn't say.
        let of_a_party = !matches!(statement.fact, Fact::Treaty { party: None, .. });
        let dated = of_a_party && statement.date().is_some();
        let Some(matter) = Matter::of(&statement.fact).filter(|_| dated) else { continue };
        let cites = |source| statement.attestations.iter().flat_map(|said| &said.sources).any(|c| c.source == source);
        let uncited = base.scopes_of(matter).find(|(_, scope)| {
            let within = scope.first() <= begins.earliest && begins.latest <= scope.last();
            let history = matches!(scope.span, Span::Between { .. });
            scope.is_complete() && history && within && !scope.sources.iter().any(|cited| cites(cited.source))
        });
        if let Some((index, _)) = uncited {
            let message = format!("{} within a complete scope, and cites none of its sources", words::told(base, ix));
            let finding = words::at(Diagnostic::new(Code::UncitedInScope, message), base, ix);
            found.push(finding.at(Subject::Scope(index).field("sources"), "the scope").help_by_code());
        }
    }
}

/// Hold no more than a source counts, or say why.
pub(super) fn more_than_stated(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let base = context.base;
    for (index, count) in base.counts.iter().enumerate().filter(|(_, count)| count.note.is_none()) {
        let days = [count.on.earliest(), count.on.latest()];
        let certain = |actor: &ActorIx| {
            count.among.is_none_or(|group| days.iter().all(|&day| members(base, group, day).contains(actor)))
        };
        let held = days.map(|day| held(base, count.of, day));
        let [Some(first), Some(last)] = held else { continue };
        let number = first.intersection(&last).filter(|actor| certain(actor)).count();
        if number > count.number {
            let message =
                format!("{number} certainly hold on {}, by the record, and a source counts {}", count.on, count.number);
            let place = Subject::Count(index).field("number");
            found.push(Diagnostic::new(Code::MoreThanCounted, message).at(place, "").help_by_code());
        }
    }
}

/// Who certainly holds what is counted on a day; `None` of what isn't counted by actors.
fn held(base: &Base, of: Matter, day: Day) -> Option<BTreeSet<ActorIx>> {
    match of {
        Matter::RecognitionsOf(of) => {
            let by = |ix: StatementIx| if let Fact::Recognition { by, .. } = base[ix].fact { Some(by) } else { None };
            let everybody: BTreeSet<ActorIx> = base.recognitions_of(of).filter_map(by).collect();
            let holds = |by: &ActorIx| recognition_spells(base, *by, of).iter().any(|s| s.holds(day) == Band::Certain);
            Some(everybody.into_iter().filter(|by| base[*by].kind.is_country() && holds(by)).collect())
        }
        Matter::RelationsOf(of) => {
            let spells = all_relations_spells(base).into_iter();
            let of_it =
                spells.filter(|(pair, spell)| pair.parties().contains(&of) && spell.holds(day) == Band::Certain);
            Some(of_it.map(|(pair, _)| pair.other(of)).collect())
        }
        Matter::Members(of) => Some(members(base, of, day)),
        _ => None,
    }
}

/// The full members on a day.
fn members(base: &Base, organization: ActorIx, day: Day) -> BTreeSet<ActorIx> {
    let holds = |statement: &Statement| {
        let lasts = match &statement.ends {
            Ends::At(end) => day < end.earliest,
            ends => ends.lasts(day) == Band::Certain,
        };
        statement.stands() && !statement.is_denied() && statement.begins.latest <= day && lasts
    };
    let member = |ix: StatementIx| match base[ix].fact {
        Fact::Membership { member, standing: Standing::Member | Standing::Founder, .. } if holds(&base[ix]) => Some(member),
        _ => None,
    };
    base.under(Key::MembersOf(organization)).filter_map(member).collect()
}
