//! How many there are.

use super::recognition::{called, members, within};
use super::told::{count, name, on as on_date};
use super::{Answer, belonging, relations, votes};
use crate::ask::request::Number;
use crate::ask::time::Time;
use crate::model::{ActorIx, Band, Base, Date, Day, StatementIx};
use crate::query::{
    Pick, RecognitionsRequest, Recognizers, RecognizersRequest, ResolutionsAnswer, ResolutionsRequest, TreatiesRequest,
    countries_on, recognitions, recognizers, resolutions, treaties,
};

/// A number with its doubt, and what it counts.
struct Counted {
    certain: usize,
    possible: usize,
    rests_on: Vec<StatementIx>,
}

pub(super) fn how_many(base: &Base, number: &Number, time: &Time, today: Day) -> Answer {
    let date = match time {
        Time::On(date) | Time::By(date) => Some(date.clone()),
        _ => None,
    };
    let day = date.as_ref().map_or(today, Date::latest);
    let when = on_date(&Date::of(day));
    let span = within(time);
    match number {
        Number::Recognizers(of, among) => {
            let request = RecognizersRequest { of: *of, also: None, not: None, among: *among, day };
            let Recognizers { certain, possible, .. } = recognizers(base, &request);
            let group = among.map_or_else(String::new, |among| format!(" of {}", members(base, among)));
            let verb = if day < today { "recognized" } else { "recognize" };
            let what = format!("{verb} {}", name(base, *of));
            let rests_on = certain
                .iter()
                .flat_map(|by| crate::model::recognition_spells(base, *by, *of))
                .filter(|spell| spell.holds(day) == Band::Certain)
                .map(|spell| spell.begun_by)
                .collect();
            let counted = Counted { certain: certain.len(), possible: possible.len(), rests_on };
            let noun = |word: &str| format!("{word}{group}");
            let answer = told(&counted, &noun("actor"), &noun("actors"), &format!("{what} as of {}", day.in_words()));
            let ever = acts_until(base, *of, day, today);
            let ended = ever.saturating_sub(certain.len() + possible.len());
            if ended > 0 && among.is_none() {
                answer.with(format!(
                    "{ever} had recognized it by then, of which {ended} no longer did: withdrawn, suspended, or ended."
                ))
            } else {
                answer
            }
        }
        Number::Recognitions(of) => {
            let request = RecognitionsRequest {
                of: Some(*of),
                by: None,
                capacity: None,
                pick: Pick::All,
                window: time.window(),
                today,
            };
            let found = recognitions(base, &request);
            let band = |band: Band| found.acts.iter().filter(move |act| act.band == band);
            let counted = Counted {
                certain: band(Band::Certain).count(),
                possible: band(Band::Possible).count(),
                rests_on: band(Band::Certain).map(|act| act.statement).collect(),
            };
            let answer = told(&counted, "actor", "actors", &format!("recognized {}{span}", name(base, *of)));
            let implied = found.implied.len();
            if implied == 0 {
                return answer;
            }
            answer.with(format!(
                "Of {} only relations are recorded, which imply a recognition.",
                count(implied, "more actor", "more actors")
            ))
        }
        Number::RecognizedBy(by) => {
            let mut certain: Vec<(ActorIx, StatementIx)> = Vec::new();
            let mut possible = 0;
            for of in base.actor_handles().filter(|of| of != by) {
                let spells = crate::model::recognition_spells(base, *by, of);
                match spells.iter().map(|spell| (spell.holds(day), spell.begun_by)).max_by_key(|(band, _)| *band) {
                    Some((Band::Certain, ix)) => certain.push((of, ix)),
                    Some((Band::Possible, _)) => possible += 1,
                    _ => {}
                }
            }
            let rests_on = certain.iter().map(|(_, ix)| *ix).collect();
            let counted = Counted { certain: certain.len(), possible, rests_on };
            told(
                &counted,
                "actor is",
                "actors are",
                &format!("recognized by {} {when}, by recorded acts", name(base, *by)),
            )
            .with("Where only relations are recorded, recognition is implied, and isn't counted here.")
        }
        Number::Withdrawals(of) => {
            let request = RecognitionsRequest {
                of: Some(*of),
                by: None,
                capacity: None,
                pick: Pick::Withdrawn,
                window: time.window(),
                today,
            };
            let found = recognitions(base, &request);
            let sure = |act: &&crate::query::Recognition| {
                act.band == Band::Certain && act.withdrawn.is_some_and(|ix| !base[ix].is_denied())
            };
            let certain: Vec<StatementIx> = found.acts.iter().filter(sure).filter_map(|act| act.withdrawn).collect();
            let counted =
                Counted { certain: certain.len(), possible: found.acts.len() - certain.len(), rests_on: certain };
            told(
                &counted,
                "actor",
                "actors",
                &format!("withdrew or suspended recognition of {}{span}", name(base, *of)),
            )
        }
        Number::Partners(actor) => {
            let (certain, possible) = relations::partners_on(base, *actor, day, today);
            let rests_on = certain.iter().map(|(_, ix)| *ix).collect();
            let counted = Counted { certain: certain.len(), possible: possible.len(), rests_on };
            told(
                &counted,
                "actor",
                "actors",
                &format!(
                    "{} diplomatic relations with {} {when}, by the record",
                    if day < today { "had" } else { "have" },
                    name(base, *actor)
                ),
            )
        }
        Number::Members(organization) => {
            let (certain, possible) = belonging::members_in_bands(base, *organization, day);
            let rests_on = certain.iter().map(|(_, ix)| *ix).collect();
            let counted = Counted { certain: certain.len(), possible: possible.len(), rests_on };
            told(&counted, "member", "members", &format!("of {} {when}", name(base, *organization)))
        }
        Number::Parties(treaty) => {
            let request = TreatiesRequest { actors: Vec::new(), treaty: Some(*treaty), on: Some(day), today };
            let answer = treaties(base, &request);
            let parties = answer.treaties.first().map(|state| &state.parties[..]).unwrap_or_default();
            let band = |band: Band| parties.iter().filter(move |party| party.in_force == band);
            let counted = Counted {
                certain: band(Band::Certain).count(),
                possible: band(Band::Possible).count(),
                rests_on: band(Band::Certain).filter_map(|party| party.actions.last().copied()).collect(),
            };
            let (one, many) = if day < today { ("party was", "parties were") } else { ("party is", "parties are") };
            told(&counted, one, many, &format!("bound by “{}” {when}, by the record", base[*treaty].title))
        }
        Number::Treaties(actors) => {
            let request =
                TreatiesRequest { actors: actors.clone(), treaty: None, on: date.is_some().then_some(day), today };
            let answer = treaties(base, &request);
            let in_force = answer.treaties.iter().filter(|state| state.in_force == Band::Certain).count();
            let both: Vec<String> = actors.iter().map(|actor| name(base, *actor)).collect();
            let number = count(answer.treaties.len(), "treaty", "treaties");
            let sentence = format!(
                "{number} of {} recorded, of which {in_force} certainly in force for both {when}.",
                both.join(" and ")
            );
            Answer { found: !answer.treaties.is_empty(), ..Answer::found(sentence, Vec::new()) }
        }
        Number::Resolutions(by, about) => {
            let request = ResolutionsRequest { by: *by, about: *about, one: None, window: time.window() };
            let found = resolutions(base, &request).resolutions;
            let by = by.map_or_else(String::new, |by| format!(" by {}", name(base, by)));
            let about = about.map_or_else(String::new, |about| format!(" on {}", called(base, about)));
            let rests_on = found.iter().map(|&ix| base[ix].adopted).collect();
            let sentence = format!("{}{by}{about}{span} recorded.", count(found.len(), "resolution", "resolutions"));
            Answer { found: !found.is_empty(), ..Answer::found(sentence, rests_on) }
        }
        Number::Votes(resolution, choice) => {
            let votes = ResolutionsAnswer::roll_call(base, *resolution);
            votes::votes_counted(base, *resolution, *choice, &votes)
        }
        Number::Countries => {
            let (certain, possible) = countries_on(base, &Date::of(day));
            let counted = Counted { certain: certain.len(), possible: possible.len(), rests_on: certain };
            let verb = if day < today { "existed" } else { "exist" };
            told(&counted, "country", "countries", &format!("{verb} {when}, among those that the base holds")).with(
                "Certain are the members of the United Nations; before there were any, all whose statehood isn't contested.",
            )
        }
    }
}

/// "121 actors recognized Kosovo": the certain number, and what may come to it.
fn told(counted: &Counted, one: &str, many: &str, what: &str) -> Answer {
    let Counted { certain, possible, rests_on } = counted;
    let sentence = if *possible == 0 {
        format!("{} {what}.", count(*certain, one, many))
    } else {
        format!("{} certainly, and up to {}, {what}.", count(*certain, one, many), certain + possible)
    };
    Answer { found: certain + possible > 0, ..Answer::found(sentence, rests_on.clone()) }
}

/// How many certainly had recognized an actor by a day, whatever became of it.
fn acts_until(base: &Base, of: ActorIx, day: Day, today: Day) -> usize {
    let window = crate::query::Window { before: Some(day.plus(1)), after: None };
    let request = RecognitionsRequest { of: Some(of), by: None, capacity: None, pick: Pick::All, window, today };
    let found = recognitions(base, &request);
    let mut actors: Vec<ActorIx> =
        found.acts.iter().filter(|act| act.band == Band::Certain).map(|act| act.by).collect();
    actors.sort_unstable();
    actors.dedup();
    actors.len()
}
