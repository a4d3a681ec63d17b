//! Periods and dates that can't be.

use std::collections::BTreeMap;

use super::contests::of_attestation;
use super::{CheckInput, words};
use crate::diag::{Code, Diagnostic, Location, PathStep, Target};
use crate::model::{
    ActorIx, Date, Day, DisputeIx, Ends, Entity, Fact, Pair, RecognitionAct, RelationsAct, SourceIx, Standing,
    StatementIx, Until,
};

/// Date nothing after today.
pub(super) fn in_the_future(input: &CheckInput<'_>, found: &mut Vec<Diagnostic>) {
    let (base, today) = (input.base, input.today);
    for (ix, statement) in input.standing() {
        let begins = statement.begins.earliest > today;
        let ends = matches!(&statement.ends, Ends::At(when) if when.earliest > today);
        if begins || ends {
            let (told, which) = (words::told(base, ix), if begins { "is" } else { "ends" });
            let finding = Diagnostic::new(Code::InTheFuture, format!("{told}, which {which} after today ({today})"));
            let finding = if begins { words::at(finding, base, ix) } else { words::at_end(finding, base, ix) };
            found.push(finding.help_by_code());
        }
        if let Some(date) = statement.attested().find(|date| date.earliest() > today) {
            let message =
                format!("{}, and is attested on {date}, which is after today ({today})", words::told(base, ix));
            found.push(words::at(Diagnostic::new(Code::InTheFuture, message), base, ix).help_by_code());
        }
    }
    for (index, source) in base.sources.iter().enumerate() {
        if let Some(date) = source.date.as_ref().filter(|date| date.earliest() > today) {
            let message =
                format!("the source {:?} is dated {date}, which is after today ({today})", source.id.as_str());
            let location = Target::Entity(Entity::Source(SourceIx::new(index))).field("date");
            found.push(Diagnostic::new(Code::InTheFuture, message).at(location, "").help_by_code());
        }
    }
}

/// Let `after` part acts of one day.
pub(super) fn after_another_day(input: &CheckInput<'_>, found: &mut Vec<Diagnostic>) {
    let base = input.base;
    for (ix, statement) in input.standing() {
        let Some(other) = statement.after.as_deref().and_then(|id| base.find_statement(id)) else { continue };
        let (own, before) = (&statement.begins, &base[other].begins);
        if before.latest < own.earliest || own.latest < before.earliest {
            let message = format!(
                "{} is given as after {}, which is of another day",
                words::told(base, ix),
                words::told(base, other)
            );
            let finding = Diagnostic::new(Code::AfterAnotherDay, message);
            let location = Target::Statement(ix).field("after");
            found.push(words::at(finding.at(location, ""), base, other).help_by_code());
        }
    }
}

/// Begin before ending.
pub(super) fn inverted(input: &CheckInput<'_>, found: &mut Vec<Diagnostic>) {
    let base = input.base;
    for (ix, statement) in input.standing() {
        if let Ends::At(end) = &statement.ends
            && end.latest < statement.begins.earliest
        {
            let message = format!("{}, which ends before it begins", words::told(base, ix));
            let finding = Diagnostic::new(Code::InvertedPeriod, message);
            found.push(words::at_end(finding, base, ix).help_by_code());
            continue;
        }
        for (position, attestation) in statement.attestations.iter().enumerate() {
            if let (Some(from), Some(Until::Date(until))) = (&attestation.date, &attestation.until)
                && attestation.counts()
                && inverts(from, until)
            {
                let location = of_attestation(ix, position).then([PathStep::Field("until")]);
                found.push(ends_early(&format!("by an attestation, {:?}", statement.id), from, until, location));
            }
        }
    }
    for (index, actor) in base.actors.iter().enumerate() {
        let location = |list, item| Location::Of {
            target: Target::Entity(Entity::Actor(ActorIx::new(index))),
            path: vec![PathStep::Field(list), PathStep::Item(item), PathStep::Field("until")],
        };
        for (item, name) in actor.names.iter().enumerate() {
            if let (Some(from), Some(until)) = (&name.from, &name.until)
                && inverts(from, until)
            {
                found.push(ends_early(&format!("the name {:?}", name.text), from, until, location("names", item)));
            }
        }
        for (item, code) in actor.codes.iter().enumerate() {
            if let (Some(from), Some(until)) = (&code.from, &code.until)
                && inverts(from, until)
            {
                found.push(ends_early(&format!("the code {:?}", code.code), from, until, location("codes", item)));
            }
        }
    }
}

fn inverts(from: &Date, until: &Date) -> bool {
    until.latest() < from.earliest()
}

fn ends_early(what: &str, from: &Date, until: &Date, location: Location) -> Diagnostic {
    let message = format!("{what} ends ({until}) before it begins ({from})");
    Diagnostic::new(Code::InvertedPeriod, message).at(location, "").help_by_code()
}

/// What can hold only once at a time.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Singleton {
    Existence(ActorIx),
    /// Whether suspended stands apart: who is suspended is a member still.
    Membership(ActorIx, ActorIx, bool),
    Position(DisputeIx, ActorIx),
    Withheld(ActorIx, ActorIx),
    Absent(Pair),
}

/// State once what holds once.
pub(super) fn overlapping(input: &CheckInput<'_>, found: &mut Vec<Diagnostic>) {
    let base = input.base;
    let mut things: BTreeMap<Singleton, Vec<StatementIx>> = BTreeMap::new();
    for (ix, statement) in input.standing() {
        let thing = match statement.fact {
            Fact::Existence { actor } => Singleton::Existence(actor),
            Fact::Membership { organization, member, standing, .. } => {
                Singleton::Membership(organization, member, standing == Standing::Suspended)
            }
            Fact::Position { dispute, by, .. } => Singleton::Position(dispute, by),
            Fact::Recognition { act: RecognitionAct::Withheld, of, by, .. } => Singleton::Withheld(of, by),
            Fact::Relations { act: RelationsAct::Absent, pair, .. } => Singleton::Absent(pair),
            _ => continue,
        };
        things.entry(thing).or_default().push(ix);
    }
    for statements in things.into_values() {
        for (position, &later) in statements.iter().enumerate() {
            for &earlier in &statements[..position] {
                if !certainly_overlap(input, earlier, later) {
                    continue;
                }
                let message = format!(
                    "{}, and by another record {}: the two overlap",
                    words::told(base, later),
                    words::dates(&base[earlier])
                );
                let finding = words::at(Diagnostic::new(Code::OverlappingPeriods, message), base, later);
                found.push(words::at(finding, base, earlier).help_by_code());
            }
        }
    }
}

/// Whether there is a day on which both certainly hold.
fn certainly_overlap(input: &CheckInput<'_>, one: StatementIx, other: StatementIx) -> bool {
    let certain = |ix: StatementIx| -> (Day, Day) {
        let statement = &input.base[ix];
        let end = if statement.is_denied() { Day::PAST } else { statement.ends.bounds().0 };
        (statement.begins.latest, end)
    };
    let (one, other) = (certain(one), certain(other));
    one.0.max(other.0) < one.1.min(other.1)
}
