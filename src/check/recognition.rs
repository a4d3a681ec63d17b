//! Recognition in the order of time: no later than relations, and before it is withdrawn.

use super::{CheckInput, words};
use crate::diag::{Code, Diagnostic};
use crate::model::{ActorIx, Capacity, Fact, RecognitionAct, RelationsAct, StatementIx};

/// Recognize no later than relations are established.
pub(super) fn after_relations(input: &CheckInput<'_>, found: &mut Vec<Diagnostic>) {
    let base = input.base;
    for (ix, statement) in input.standing() {
        let Fact::Relations { pair, act: RelationsAct::Established, .. } = statement.fact else { continue };
        let established_before = base
            .relations_of(pair)
            .filter(|&other| other != ix && base[other].stands())
            .filter(|&other| matches!(base[other].fact, Fact::Relations { act: RelationsAct::Established, .. }))
            .any(|other| (base[other].begins.latest, other) < (statement.begins.latest, ix));
        if established_before {
            continue;
        }
        let [first, second] = pair.parties();
        for (by, of) in [(first, second), (second, first)] {
            // A later government is recognized within relations.
            let earliest = recognitions(input, by, of).min_by_key(|&act| base[act].begins.earliest);
            let of_state = earliest.filter(|&act| base[act].fact.capacity() == Some(Capacity::State));
            let Some(recognized) = of_state else { continue };
            if base[recognized].begins.earliest > statement.begins.latest {
                let message = format!(
                    "{} only after the two had established relations ({})",
                    words::told(base, recognized),
                    words::dates(statement)
                );
                let finding = Diagnostic::new(Code::RelationsBeforeRecognition, message);
                let finding = words::at(words::at(finding, base, recognized), base, ix);
                found.push(finding.help_by_code());
            }
        }
    }
}

/// Recognize before withdrawing or suspending.
pub(super) fn withdrawn_unrecognized(input: &CheckInput<'_>, found: &mut Vec<Diagnostic>) {
    let base = input.base;
    for (ix, statement) in input.standing() {
        let Fact::Recognition { of, by, act, capacity: ended, .. } = statement.fact else { continue };
        if !matches!(act, RecognitionAct::Withdrawn | RecognitionAct::Suspended) {
            continue;
        }
        // Recognition of a state ends that of its government too, and not the other way round.
        let earliest = recognitions(input, by, of)
            .filter(|&act| ended == Capacity::State || base[act].fact.capacity() == Some(Capacity::Government))
            .min_by_key(|&act| base[act].begins.earliest);
        let whose = if ended == Capacity::Government { " of the government" } else { "" };
        let told = words::told(base, ix);
        let code = Code::WithdrawalBeforeRecognition;
        let finding = match earliest {
            Some(recognized) if base[recognized].begins.earliest <= statement.begins.latest => continue,
            Some(recognized) => {
                let message = format!("{told} before giving it ({})", words::dates(&base[recognized]));
                words::at(words::at(Diagnostic::new(code, message), base, ix), base, recognized)
            }
            None => {
                words::at(Diagnostic::new(code, format!("{told}, and no recognition{whose} is recorded")), base, ix)
            }
        };
        found.push(finding.help_by_code());
    }
}

/// The acts by which one actor recognizes another.
fn recognitions(input: &CheckInput<'_>, by: ActorIx, of: ActorIx) -> impl Iterator<Item = StatementIx> {
    let base = input.base;
    base.recognitions_of(of).filter(move |&ix| {
        let recognizes =
            matches!(base[ix].fact, Fact::Recognition { by: who, act: RecognitionAct::Recognized, .. } if who == by);
        recognizes && base[ix].stands()
    })
}
