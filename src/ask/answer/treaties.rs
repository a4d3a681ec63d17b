//! Treaties and their parties.

use super::Answer;
use super::told::{count, lines, list, name, on as on_date};
use crate::form::Time;
use crate::model::{ActorIx, Base, Date, Day, Said, TreatyIx};
use crate::query::{TreatiesRequest, force_in_words, treaties};

pub(super) fn treaties_of(base: &Base, actors: &[ActorIx], time: &Time, today: Day) -> Answer {
    let on = (*time != Time::Ever).then(|| time.day(today));
    let day = on.unwrap_or(today);
    let found = treaties(base, &TreatiesRequest::of(actors, today).on(on));
    let who: Vec<String> = actors.iter().map(|actor| name(base, *actor)).collect();
    let when = on_date(&Date::of(day));
    if found.treaties.is_empty() {
        return Answer::nothing(format!(
            "No treaty of {} is recorded{}.",
            who.join(" and "),
            if on.is_some() { format!(" as in force {when}") } else { String::new() }
        ));
    }
    let number_of = |said: Said| found.treaties.iter().filter(|state| state.said == said).count();
    let [in_force, presumably, possibly] = [Said::Yes, Said::Presumably, Said::CantTell].map(number_of);
    let told =
        |state: &crate::query::TreatyState| format!("{} ({})", base[state.treaty].title, force_in_words(state.said));
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
        "{number}{common} of {}, {in_force} certainly in force {when}, {presumably} presumably and {possibly} possibly.",
        who.join(" and ")
    );
    Answer::found(sentence, rests_on).with_all(lines(titles, "treaties"))
}

pub(super) fn parties(base: &Base, treaty: TreatyIx, time: &Time, today: Day) -> Answer {
    let day = time.day(today);
    let found = treaties(base, &TreatiesRequest::one(treaty, today).on(day));
    let all = found.treaties.first().map(|state| &state.parties[..]).unwrap_or_default();
    let names = |wanted: &[Said]| -> Vec<String> {
        let of = all.iter().filter(|party| wanted.contains(&party.said));
        of.map(|party| base[party.actor].name.to_string()).collect()
    };
    let when = on_date(&Date::of(day));
    let title = &base[treaty].title;
    if all.is_empty() {
        return Answer::nothing(format!("No party to “{title}” is recorded."));
    }
    let [certain, presumed, possible] = [Said::Yes, Said::Presumably, Said::CantTell].map(|said| names(&[said]));
    let others = names(&[Said::PresumablyNot, Said::No, Said::NotRecorded]);
    let rests_on = all.iter().filter_map(|party| party.actions.last().copied()).collect();
    let bound = |list: &[String]| count(list.len(), "party is", "parties are");
    let (word, lead) =
        if certain.is_empty() && !presumed.is_empty() { ("presumably", &presumed) } else { ("certainly", &certain) };
    let mut answer =
        Answer::found(format!("{} {word} bound by “{title}” {when}: {}.", bound(lead), list(lead)), rests_on);
    if !certain.is_empty() && !presumed.is_empty() {
        answer = answer.with(format!("Presumably also: {}.", list(&presumed)));
    }
    if !possible.is_empty() {
        answer = answer.with(format!("Possibly: {}.", list(&possible)));
    }
    if !others.is_empty() {
        answer = answer.with(format!("With recorded acts, and by the record not bound {when}: {}.", list(&others)));
    }
    answer
}
