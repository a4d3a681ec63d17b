//! The claims of sources, and single records.

use super::Answer;
use super::order::points as trial_points;
use super::told::{count, dated, first, lines, name};
use crate::model::{ActorIx, Base, Closed, Day, Entity, Fact, Key, SourceIx, StatementIx, begun};
use crate::query::{AnniversariesRequest, PositionsRequest, Verdict, anniversaries, positions, try_claim};

pub(super) fn claims(base: &Base, source: Option<SourceIx>, verdict: Option<Verdict>, today: Day) -> Answer {
    let fits: Vec<_> = base
        .claim_handles()
        .filter(|&ix| source.is_none_or(|source| base[ix].sources.iter().any(|cited| cited.source == source)))
        .map(|ix| (ix, try_claim(base, &base[ix].asserts, today)))
        .filter(|(_, trial)| verdict.is_none_or(|verdict| verdict == trial.verdict))
        .collect();
    let by = source.map_or_else(String::new, |source| format!(" of “{}”", base[source].title));
    let kind = verdict.map_or_else(String::new, |verdict| format!("{verdict} "));
    if fits.is_empty() {
        return Answer::nothing(format!("No {kind}claim{by} is recorded."));
    }
    let told: Vec<String> = fits
        .iter()
        .map(|(ix, trial)| format!("{}: {} ({})", first(trial.verdict.name()), base[*ix].text, base[*ix].id))
        .collect();
    let counts: Vec<String> = Verdict::ALL
        .iter()
        .map(|verdict| (verdict, fits.iter().filter(|(_, trial)| trial.verdict == *verdict).count()))
        .filter(|(_, number)| *number > 0)
        .map(|(verdict, number)| format!("{number} {verdict}"))
        .collect();
    let mut answer =
        Answer::found(format!("{}{by}: {}.", count(fits.len(), "claim", "claims"), counts.join(", ")), Vec::new());
    answer.claims = fits.iter().map(|(ix, _)| *ix).collect();
    let answer = answer.with_all(lines(told, "claims"));
    match &fits[..] {
        [(_, trial)] => answer.with_all(trial_points(base, trial)),
        _ => answer,
    }
}

pub(super) fn show(base: &Base, entity: Entity) -> Answer {
    let id = base.id(entity);
    match entity {
        Entity::Actor(actor) => {
            let of = match base[actor].kind {
                crate::model::ActorKind::Country(class) => format!("a country ({class})"),
                other => format!("a {}", other.name()).replace("a organization", "an organization"),
            };
            let periods: Vec<StatementIx> =
                base.under(Key::Existence(actor)).filter(|&ix| base[ix].fact.lasts() && base[ix].stands()).collect();
            let told: Vec<String> = periods.iter().map(|&ix| super::told::period(&base[ix])).collect();
            let existed = if told.is_empty() { String::new() } else { format!(", {}", told.join(" and ")) };
            let answer =
                Answer::found(format!("{} is {of} in this base{existed}.", first(&name(base, actor))), periods);
            answer.with_all(base[actor].note.as_ref().map(ToString::to_string))
        }
        Entity::Treaty(treaty) => {
            let acts: Vec<StatementIx> = base
                .under(Key::Treaty(treaty))
                .filter(|&ix| matches!(base[ix].fact, Fact::Treaty { party: None, .. }) && base[ix].stands())
                .collect();
            let told: Vec<String> = acts
                .iter()
                .filter_map(|&ix| match base[ix].fact {
                    Fact::Treaty { act, .. } => Some(format!("{} {}", act.name().replace('-', " "), dated(&base[ix]))),
                    _ => None,
                })
                .collect();
            let acts_told = if told.is_empty() { String::new() } else { format!(": {}", told.join(", ")) };
            Answer::found(format!("“{}” is a treaty{acts_told}.", base[treaty].title), acts)
        }
        Entity::Resolution(resolution) => {
            let record = &base[resolution];
            let told = format!(
                "“{}” was adopted by {} {}.",
                record.title,
                name(base, record.by),
                dated(&base[record.adopted])
            );
            Answer::found(told, vec![record.adopted])
        }
        Entity::Dispute(dispute) => {
            let found = positions(base, &PositionsRequest::all().dispute(dispute)).positions;
            let rests_on = found.iter().map(|one| one.statement).collect();
            let told = format!(
                "{} is a dispute in which {} recorded.",
                base[dispute].name,
                count(found.len(), "position is", "positions are")
            );
            Answer::found(told, rests_on)
        }
        Entity::Event(event) => {
            let happened: Vec<StatementIx> = base
                .statement_handles()
                .filter(|&ix| matches!(base[ix].fact, Fact::Event { event: one } if one == event))
                .collect();
            let when = happened.first().map_or_else(String::new, |&ix| format!(", {}", dated(&base[ix])));
            Answer::found(format!("{} is an event{when}.", base[event].name), happened)
        }
        Entity::Claim(_) | Entity::Source(_) => Answer::found(format!("{} is {}.", id, entity.noun()), Vec::new()),
    }
}

pub(super) fn anniversaries_of(base: &Base, actors: &[ActorIx], (from, to): (Day, Day), round: Option<u32>) -> Answer {
    let request = AnniversariesRequest::between(from, to).of(actors).round(round);
    let found = anniversaries(base, &request);
    let names: Vec<String> = actors.iter().map(|actor| name(base, *actor)).collect();
    let of = if names.is_empty() { String::new() } else { format!(" of {}", names.join(" and ")) };
    let span = if from == to {
        format!("on {}", from.in_words())
    } else {
        format!("from {} to {}", from.in_words(), to.in_words())
    };
    let round = round.map_or_else(String::new, |round| format!(", every {round} years"));
    let number = count(found.entries.len(), "anniversary", "anniversaries");
    let told = found.entries.iter().map(|entry| {
        let years = count(entry.years as usize, "year", "years");
        format!("{}: {} ({years}).", entry.on.in_words(), begun(base, &base[entry.statement]))
    });
    let rests_on = found.entries.iter().map(|entry| entry.statement).collect();
    let answer =
        Answer { found: !found.entries.is_empty(), ..Answer::found(format!("{number}{of} {span}{round}."), rests_on) };
    let answer = answer.with_all(lines(told.collect(), "anniversaries"));
    if found.uncertain.is_empty() {
        return answer;
    }
    let more = count(found.uncertain.len(), "more isn't", "more aren't");
    answer.with(format!("{more} certain to the day, and may fall in this time."))
}
