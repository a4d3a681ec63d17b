//! Treaties and their parties.

use super::Answer;
use super::told::{count, lines, list, name, on as on_date};
use crate::model::{ActorIx, Band, Base, Date, Day, TreatyIx};
use crate::query::{TreatiesRequest, treaties};

pub(super) fn treaties_of(base: &Base, actors: &[ActorIx], on: Option<&Date>, today: Day) -> Answer {
    let day = on.map_or(today, Date::latest);
    let found =
        treaties(base, &TreatiesRequest { actors: actors.to_vec(), treaty: None, on: on.map(Date::latest), today });
    let who: Vec<String> = actors.iter().map(|actor| name(base, *actor)).collect();
    let when = on_date(&Date::of(day));
    if found.treaties.is_empty() {
        return Answer::nothing(format!(
            "No treaty of {} is recorded{}.",
            who.join(" and "),
            if on.is_some() { format!(" as in force {when}") } else { String::new() }
        ));
    }
    let in_force = found.treaties.iter().filter(|state| state.in_force == Band::Certain).count();
    let possibly = found.treaties.iter().filter(|state| state.in_force == Band::Possible).count();
    let told = |state: &crate::query::TreatyState| {
        let force = match state.in_force {
            Band::Certain => "in force",
            Band::Possible => "possibly in force",
            Band::No => "not in force",
        };
        format!("{} ({force})", base[state.treaty].title)
    };
    let titles: Vec<String> = found.treaties.iter().map(told).collect();
    let rests_on = found
        .treaties
        .iter()
        .flat_map(|state| &state.parties)
        .filter_map(|party| party.actions.last().copied())
        .collect();
    let number = count(found.treaties.len(), "treaty", "treaties");
    let common = if actors.len() > 1 { " in common" } else { "" };
    let sentence = format!(
        "{number}{common} of {}, {in_force} certainly in force {when} and {possibly} possibly.",
        who.join(" and ")
    );
    Answer::found(sentence, rests_on).with_all(lines(titles, "treaties"))
}

pub(super) fn parties(base: &Base, treaty: TreatyIx, on: Option<&Date>, today: Day) -> Answer {
    let day = on.map_or(today, Date::latest);
    let found = treaties(base, &TreatiesRequest { actors: Vec::new(), treaty: Some(treaty), on: Some(day), today });
    let all = found.treaties.first().map(|state| &state.parties[..]).unwrap_or_default();
    let names = |band: Band| -> Vec<String> {
        all.iter().filter(|party| party.in_force == band).map(|party| base[party.actor].name.to_string()).collect()
    };
    let when = on_date(&Date::of(day));
    let title = &base[treaty].title;
    if all.is_empty() {
        return Answer::nothing(format!("No party to “{title}” is recorded."));
    }
    let (certain, possible, others) = (names(Band::Certain), names(Band::Possible), names(Band::No));
    let rests_on = all.iter().filter_map(|party| party.actions.last().copied()).collect();
    let bound = count(certain.len(), "party is", "parties are");
    let mut answer =
        Answer::found(format!("{bound} certainly bound by “{title}” {when}: {}.", list(&certain)), rests_on);
    if !possible.is_empty() {
        answer = answer.with(format!("Possibly: {}.", list(&possible)));
    }
    if !others.is_empty() {
        answer = answer.with(format!("With recorded acts, and not bound {when}: {}.", list(&others)));
    }
    answer
}
