//! Why an answer is as it is: the chain from statements, rules and scopes to it.

use super::Answer;
use super::told::count;
use crate::ask::limits::{CHAIN_STATEMENTS, SCOPE_MATTERS};
use crate::model::{AsOf, Attestation, Base, Date, Day, Known, Matter, Reach, Said, Scope, StatementIx, stated};

/// The chain, a sentence each: what is recorded, what its dates allow, how far the record reaches, what follows.
pub fn why(base: &Base, answer: &Answer) -> Vec<String> {
    let mut lines: Vec<String> = answer.rests_on.iter().take(CHAIN_STATEMENTS).map(|&ix| recorded(base, ix)).collect();
    if answer.rests_on.len() > CHAIN_STATEMENTS {
        lines.push(format!("And {} statements more.", answer.rests_on.len() - CHAIN_STATEMENTS));
    }
    if answer.rests_on.is_empty() {
        lines.push("No statement on record bears on it.".to_owned());
    }
    if let Some((known, asked)) = &answer.known {
        lines.extend(allowed(known, *asked));
        lines.push(reached(base, known));
    }
    if let Some(index) = answer.scope {
        lines.push(format!("What isn't recorded is covered by a scope: {}.", scope(base, index)));
    }
    if let Some((matters, asked)) = &answer.needs {
        lines.extend(matters.iter().map(|&matter| covered(base, matter, *asked)));
        if answer.open {
            lines.push(
                "It counts, ranks or rests on absence, and no scope reaches the day: it is what is on record."
                    .to_owned(),
            );
        }
    }
    if answer.fits {
        lines.push("Nothing on record is against it, and what isn't recorded could be: it fits.".to_owned());
    }
    lines
}

/// What a statement says, by how many, and between which days.
fn recorded(base: &Base, ix: StatementIx) -> String {
    let statement = &base[ix];
    let (from, to) = (statement.begins.earliest, statement.begins.latest);
    let bounds = match (from.bounded(), to.bounded()) {
        (Some(from), Some(to)) if from == to => format!("on {}", from.in_words()),
        (Some(from), Some(to)) => format!("on a day from {} to {}", from.in_words(), to.in_words()),
        (Some(from), None) => format!("on {} or later", from.in_words()),
        (None, Some(to)) => format!("on {} or before", to.in_words()),
        (None, None) => "on a day that no source gives".to_owned(),
    };
    let counting = statement.attestations.iter().filter(|said| said.counts()).count();
    let sources: usize = statement.attestations.iter().map(|said| said.sources.len()).sum();
    let attested: Vec<String> =
        statement.attestations.iter().flat_map(Attestation::attested).map(Date::in_words).collect();
    let attested = if attested.is_empty() { String::new() } else { format!("; attested {}", attested.join(", ")) };
    format!(
        "{}: {}, {bounds}, by {} in {} that count{attested}.",
        statement.id,
        stated(base, &statement.fact),
        count(sources, "citation", "citations"),
        count(counting, "attestation", "attestations"),
    )
}

/// What the recorded dates allow on the day.
fn allowed(known: &Known, asked: AsOf) -> Option<String> {
    let day = asked.day.in_words();
    Some(match known.said {
        Said::Yes | Said::Presumably => format!("The last recorded change decides: by it, it holds on {day}."),
        Said::No | Said::PresumablyNot if !known.by.is_empty() => {
            format!("The last recorded change decides: by it, it doesn't hold on {day}.")
        }
        Said::No | Said::PresumablyNot => format!("No beginning on or before {day} is recorded."),
        Said::CantTell => {
            format!("Dates or sources leave it open on {day}: it holds by some choice of them, by another it doesn't.")
        }
        Said::NotRecorded => return None,
    })
}

/// How far the record reaches towards the day, and what that makes of the answer.
fn reached(base: &Base, known: &Known) -> String {
    let fresh = base.fresh.0;
    let on = |day: Option<Day>| match day {
        Some(day) => format!("It was last attested on {}", day.in_words()),
        None => "No day is recorded on which it was attested".to_owned(),
    };
    match known.reach {
        Reach::Covered(index) => format!("Covered by a scope: {}.", scope(base, index)),
        Reach::Fresh(day, Some(index)) => format!(
            "A scope ends on {}, at most {fresh} days before, and counts as known: {}.",
            day.in_words(),
            scope(base, index)
        ),
        Reach::Fresh(day, None) => {
            format!("{}, at most {fresh} days before: that counts as known.", on(Some(day)))
        }
        Reach::Between(day) => {
            format!(
                "{} before it, and on a day after it, with no recorded change between: it is reached.",
                on(Some(day))
            )
        }
        Reach::Beyond(day) if known.said.is_presumed() => {
            format!("{}, no scope covers the day, and so it is presumed.", on(day))
        }
        Reach::Beyond(day) => format!("{}, and no scope covers the day.", on(day)),
        Reach::Ahead(day) => format!("{}; the day lies ahead, so that it is at most presumed.", on(day)),
        Reach::Nobody(actor) => format!("{} did not exist on that day, by its recorded existence.", base[actor].name),
    }
}

/// The scope by which a matter is covered, if by any.
fn covered(base: &Base, matter: Matter, asked: AsOf) -> String {
    let what = matter.in_words(base);
    let day = asked.day.in_words();
    match base.scope_for(matter, asked) {
        Some((index, true)) => format!("For {what} a scope reaches {day}: {}.", scope(base, index)),
        Some((index, false)) => format!("For {what} no scope reaches {day}; the nearest: {}.", scope(base, index)),
        None => format!("For {what} there is no scope."),
    }
}

/// A scope, with its sources.
fn scope(base: &Base, index: usize) -> String {
    let scope: &Scope = &base.scopes[index];
    let sources: Vec<&str> = scope.sources.iter().map(|cited| base[cited.source].id.as_str()).collect();
    let from = if scope.is_list() { String::new() } else { format!(" from {}", scope.first().in_words()) };
    let of: Vec<String> = scope.of.iter().take(SCOPE_MATTERS).map(|matter| matter.in_words(base)).collect();
    let more = if scope.of.len() > SCOPE_MATTERS {
        format!(" and {} matters more", scope.of.len() - SCOPE_MATTERS)
    } else {
        String::new()
    };
    format!("{}{more}, {}{from}, by {}", of.join(", "), scope.in_words(), sources.join(", "))
}
