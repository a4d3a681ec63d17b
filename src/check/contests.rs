//! Attestations that stand against each other, and the reasons given.

use super::{CheckInput, words};
use crate::diag::{Code, Diagnostic, Location, PathStep, Target};
use crate::model::{Attestation, Rank, Says, Statement, StatementIx, Until};

/// Say why an attestation is preferred or deprecated.
pub(super) fn ranks_without_reason(input: &CheckInput<'_>, found: &mut Vec<Diagnostic>) {
    for (ix, statement) in input.standing() {
        for (position, attestation) in statement.attestations.iter().enumerate() {
            let (code, rank) = match attestation.rank {
                Rank::Preferred => (Code::PreferredWithoutReason, "preferred"),
                Rank::Deprecated => (Code::DeprecatedWithoutReason, "deprecated"),
                Rank::Normal => continue,
            };
            if attestation.reason().is_none_or(|reason| reason.trim().is_empty()) {
                let message = format!("an attestation of {:?} is {rank}, and no reason is given", statement.id);
                found.push(
                    Diagnostic::new(code, message)
                        .at(of_attestation(ix, position).then([PathStep::Field("rank")]), "why?")
                        .help("add `reason: \"…\"` beside it"),
                );
            }
        }
    }
}

/// Explain every contest, and nothing that isn't one.
pub(super) fn unexplained(input: &CheckInput<'_>, found: &mut Vec<Diagnostic>) {
    for (ix, statement) in input.standing() {
        let explained = statement.contest.as_deref().is_some_and(|why| !why.trim().is_empty());
        // A denial alone contradicts nobody.
        let contested = statement.is_contested() && statement.attestations.iter().any(Attestation::counts);
        if contested && !explained {
            let message = format!("sources contradict each other on {:?}: {}", statement.id, difference(statement));
            found.push(words::at(Diagnostic::new(Code::UnexplainedContest, message), input.base, ix).help_by_code());
        } else if !contested && statement.contest.is_some() {
            let message = format!("{:?} explains a contest, and its attestations agree", statement.id);
            found.push(
                Diagnostic::new(Code::NoContest, message)
                    .at(Target::Statement(ix).field("contest"), words::dates(statement))
                    .help_by_code(),
            );
        }
    }
}

/// An attestation; the first one is the record itself.
pub(super) fn of_attestation(ix: StatementIx, position: usize) -> Location {
    let steps = position.checked_sub(1).map(|item| [PathStep::Field("or"), PathStep::Item(item)]);
    Location::from(ix).then(steps.into_iter().flatten())
}

/// What sources that count say, one against the other.
fn difference(statement: &Statement) -> String {
    let mut said: Vec<String> = Vec::new();
    for attestation in statement.attestations.iter().filter(|a| a.rank != Rank::Deprecated) {
        let one = saying(attestation);
        if !said.contains(&one) {
            said.push(one);
        }
    }
    said.join(" against ")
}

fn saying(attestation: &Attestation) -> String {
    if attestation.says == Says::Denies {
        return "a denial".to_owned();
    }
    let mut parts: Vec<String> = attestation.date.iter().map(ToString::to_string).collect();
    match &attestation.until {
        Some(Until::Date(date)) => parts.push(format!("until {date}")),
        Some(Until::Ongoing) => parts.push("ongoing".to_owned()),
        Some(Until::Unknown) | None => {}
    }
    parts.extend(attestation.tally().map(|tally| tally.to_string()));
    parts.extend(attestation.vote().map(|vote| vote.to_string()));
    if parts.is_empty() { "no date".to_owned() } else { parts.join(" ") }
}
