//! How many there are.

use std::collections::BTreeSet;

use super::recognition::{called, members, within};
use super::relations::Bands;
use super::told::{count, name, on as on_date};
use super::{Answer, belonging, relations, votes};
use crate::form::{Act, Pattern, Slot, State, Time, What};
use crate::model::{
    ActorIx, AsOf, Band, Base, Date, Day, RecognitionOf, Said, StatementIx, Sure, TreatyIx, continuers,
    recognition_known,
};
use crate::query::{
    self, RecognitionsRequest, Recognizers, RecognizersRequest, ResolutionsAnswer, ResolutionsRequest, TreatiesRequest,
    countries_on, recognitions, recognizers, resolutions, treaties,
};

/// A number with its doubt, and what it counts.
struct DoubtfulCount {
    /// How many, for sure.
    certain: usize,
    /// How many more by the last that is recorded, where the record doesn't reach the day.
    presumed: usize,
    /// How many more there may be.
    possible: usize,
    rests_on: Vec<StatementIx>,
}

pub(super) fn how_many(base: &Base, of: &Pattern, today: Day) -> Answer {
    match &of.what {
        What::Act(act) => did(base, act, &of.time, today),
        What::State(state) => does(base, state, &of.time, today),
    }
}

/// How many did it.
fn did(base: &Base, act: &Act<Slot>, time: &Time, today: Day) -> Answer {
    match act {
        Act::Recognized { of: Slot::Is(of), .. } => recognitions_of(base, *of, time, today),
        Act::Withdrew { of: Slot::Is(of), .. } => withdrawals_of(base, *of, time, today),
        Act::Adopted { by, about, .. } => {
            let window = time.window(today);
            let request = ResolutionsRequest::all().by(by.is()).about(*about).within(window);
            let found = resolutions(base, &request).resolutions;
            let span = within(time);
            let by = by.is().map_or_else(String::new, |by| format!(" by {}", name(base, by)));
            let about = about.map_or_else(String::new, |about| format!(" on {}", called(base, about)));
            let rests_on = found.iter().map(|&ix| base[ix].adopted).collect();
            let sentence = format!("{}{by}{about}{span} recorded.", count(found.len(), "resolution", "resolutions"));
            Answer { found: !found.is_empty(), ..Answer::found(sentence, rests_on) }
        }
        Act::Voted { choice: Some(choice), resolution, .. } => {
            let votes = ResolutionsAnswer::roll_call(base, *resolution);
            votes::votes_counted(base, *resolution, *choice, &votes)
        }
        _ => Answer::nothing("That can’t be counted."),
    }
}

/// How many stand so on a day.
fn does(base: &Base, state: &State<Slot>, time: &Time, today: Day) -> Answer {
    let day = time.day(today);
    let when = on_date(&Date::of(day));
    match state {
        State::Recognizes { by: Slot::Is(by), .. } => recognized_by(base, *by, day, today),
        State::Recognizes { by: Slot::Asked(set), of: Slot::Is(of) } => {
            recognizers_of(base, *of, set.group(), day, today)
        }
        State::Related { a: Slot::Is(actor), .. } => {
            let counted = DoubtfulCount::of(relations::partners_on(base, *actor, day, today));
            let [one, many] = if day < today { ["had"; 2] } else { ["has", "have"] };
            let what = format!("diplomatic relations with {} {when}, by the record", name(base, *actor));
            told(&counted, &format!("actor {one}"), &format!("actors {many}"), &what)
        }
        State::Member { organization: Slot::Is(organization), .. } => {
            let counted = DoubtfulCount::of(belonging::members_in_bands(base, *organization, AsOf::of(day, today)));
            told(&counted, "member", "members", &format!("of {} {when}", name(base, *organization)))
        }
        State::Party { treaty: Some(treaty), .. } => parties_to(base, *treaty, day, today),
        State::Party { party, .. } => treaties_of(base, party.each(), time, today),
        State::Exists { .. } => countries(base, day, today),
        _ => Answer::nothing("That can’t be counted."),
    }
}

/// How many recognize an actor, or among a group.
fn recognizers_of(base: &Base, of: ActorIx, among: Option<ActorIx>, day: Day, today: Day) -> Answer {
    let request = RecognizersRequest::of(of, today).on(day).among(among);
    let found = recognizers(base, &request);
    let group = among.map_or_else(String::new, |among| format!(" of {}", members(base, among)));
    let [one, many] = if day < today { ["recognized"; 2] } else { ["recognizes", "recognize"] };
    let what = name(base, of);
    let number = |sure: Sure| found.so(sure).count();
    let [certain, presumed, possible] = [Sure::Surely, Sure::Presumably, Sure::Possibly].map(number);
    let rests_on = found.certain().flat_map(|one| one.by.iter().copied()).collect();
    let counted = DoubtfulCount { certain, presumed, possible, rests_on };
    let (one, many) = (format!("actor{group} {one}"), format!("actors{group} {many}"));
    let answer = told(&counted, &one, &many, &format!("{what} as of {}", day.in_words()));
    let over = no_longer(base, of, day, &found);
    let over = (over > 0 && among.is_none()).then(|| {
        let verb = if day < today { "did" } else { "does" };
        let verb = if over > 1 && verb == "does" { "do" } else { verb };
        format!("{} no longer {verb}: withdrawn, suspended, or ended.", count(over, "more", "more"))
    });
    let gone = (!found.ended.is_empty() && among.is_none()).then(|| {
        format!(
            "Ended themselves, and nobody continues them: {}.",
            super::told::list(&super::told::names(base, &found.ended))
        )
    });
    let implied = found.implied().count();
    let implied = (implied > 0).then(|| {
        let more = count(implied, "more actor", "more actors");
        format!("Of {more} only relations are on record, which imply it.")
    });
    let perhaps = found.possibly_implied().count();
    let perhaps =
        (perhaps > 0).then(|| format!("Of {} relations possibly imply it.", count(perhaps, "other", "others")));
    answer.with_all(over).with_all(implied).with_all(perhaps).with_all(gone)
}

/// How many did it: who did it twice is one.
fn counted_doers(base: &Base, act: Act<Slot>, time: &Time, today: Day) -> DoubtfulCount {
    let found = query::acts(base, &Pattern::act(act).at(time.clone()), today);
    let who = |band: Band| -> BTreeSet<ActorIx> {
        found.iter().filter(|hit| hit.counts == band).filter_map(|hit| hit.who).collect()
    };
    let (certain, possible) = (who(Band::Certain), who(Band::Possible));
    let sure = found.iter().filter(|hit| hit.counts == Band::Certain);
    DoubtfulCount {
        certain: certain.len(),
        presumed: 0,
        possible: possible.difference(&certain).count(),
        rests_on: sure.map(|hit| hit.statement).collect(),
    }
}

/// How many recognized an actor.
fn recognitions_of(base: &Base, of: ActorIx, time: &Time, today: Day) -> Answer {
    let found = recognitions(base, &RecognitionsRequest::of(of, today).within(time.window(today)));
    let recognized = Act::Recognized { by: Slot::WHO, of: Slot::Is(of), capacity: None, form: None };
    let counted = counted_doers(base, recognized, time, today);
    let answer = told(&counted, "actor", "actors", &format!("recognized {}{}", name(base, of), within(time)));
    let implied = found.implied.len();
    let more = count(implied, "more actor", "more actors");
    let implied = (implied > 0).then(|| format!("Of {more} only relations are recorded, which imply a recognition."));
    answer.with_all(implied)
}

/// How many an actor recognizes.
fn recognized_by(base: &Base, by: ActorIx, day: Day, today: Day) -> Answer {
    let when = on_date(&Date::of(day));
    let mut certain: Vec<(ActorIx, StatementIx)> = Vec::new();
    let (mut presumed, mut possible) = (0, 0);
    for of in base.actor_handles().filter(|of| *of != by) {
        let spells = crate::model::recognition_spells(base, by, of);
        match spells.iter().map(|spell| (spell.holds(day), spell.begun_by)).max_by_key(|(band, _)| *band) {
            Some((Band::Certain, ix)) => {
                let asked = AsOf::of(day, today);
                presumed += usize::from(recognition_known(base, by, of, asked).said.is_presumed());
                certain.push((of, ix));
            }
            Some((Band::Possible, _)) => possible += 1,
            _ => {}
        }
    }
    let rests_on = certain.iter().map(|(_, ix)| *ix).collect();
    let counted = DoubtfulCount { certain: certain.len() - presumed, presumed, possible, rests_on };
    told(&counted, "actor is", "actors are", &format!("recognized by {} {when}, by recorded acts", name(base, by)))
        .with("Where only relations are recorded, recognition is implied, and isn't counted here.")
}

/// How many withdrew or suspended recognition of an actor.
fn withdrawals_of(base: &Base, of: ActorIx, time: &Time, today: Day) -> Answer {
    let counted = counted_doers(base, Act::Withdrew { by: Slot::WHO, of: Slot::Is(of) }, time, today);
    let what = format!("withdrew or suspended recognition of {}{}", name(base, of), within(time));
    told(&counted, "actor", "actors", &what)
}

/// How many are bound by a treaty.
fn parties_to(base: &Base, treaty: TreatyIx, day: Day, today: Day) -> Answer {
    let when = on_date(&Date::of(day));
    let request = TreatiesRequest::one(treaty, today).on(day);
    let answer = treaties(base, &request);
    let parties = answer.treaties.first().map(|state| &state.parties[..]).unwrap_or_default();
    let of = |said: Said| parties.iter().filter(move |party| party.said == said);
    let bound = || of(Said::Yes).chain(of(Said::Presumably));
    let counted = DoubtfulCount {
        certain: of(Said::Yes).count(),
        presumed: of(Said::Presumably).count(),
        possible: of(Said::CantTell).count(),
        rests_on: bound().filter_map(|party| party.actions.last().copied()).collect(),
    };
    let (one, many) = if day < today { ("party was", "parties were") } else { ("party is", "parties are") };
    told(&counted, one, many, &format!("bound by “{}” {when}, by the record", base[treaty].title))
}

/// How many treaties several have in common, and how many of them are in force.
fn treaties_of(base: &Base, actors: &[ActorIx], time: &Time, today: Day) -> Answer {
    let (day, on) = (time.day(today), time.date().map(Date::latest));
    let when = on_date(&Date::of(day));
    let request = TreatiesRequest::of(actors, today).on(on);
    let answer = treaties(base, &request);
    let of = |said: Said| answer.treaties.iter().filter(|state| state.said == said).count();
    let presumably = match of(Said::Presumably) {
        0 => String::new(),
        more => format!(" and {more} presumably"),
    };
    let in_force = of(Said::Yes);
    let both: Vec<String> = actors.iter().map(|actor| name(base, *actor)).collect();
    let number = count(answer.treaties.len(), "treaty", "treaties");
    let sentence = format!(
        "{number} of {} recorded, of which {in_force} certainly{presumably} in force for both {when}.",
        both.join(" and ")
    );
    Answer { found: !answer.treaties.is_empty(), ..Answer::found(sentence, Vec::new()) }
}

/// How many countries there were.
fn countries(base: &Base, day: Day, today: Day) -> Answer {
    let when = on_date(&Date::of(day));
    let (certain, possible) = countries_on(base, &Date::of(day));
    // Nothing is known of a day that lies ahead.
    let (number, ahead) = (certain.len(), day > today);
    let (surely, presumed) = if ahead { (0, number) } else { (number, 0) };
    let counted = DoubtfulCount { certain: surely, presumed, possible: possible.len(), rests_on: certain };
    let verb = if day < today { "existed" } else { "exist" };
    let answer = told(&counted, "country", "countries", &format!("{verb} {when}, among those that the base holds"));
    Answer { open: ahead, ..answer }.with(
        "Certain are the members of the United Nations; before there were any, all whose statehood isn't contested.",
    )
}

impl DoubtfulCount {
    fn of(found: Bands) -> Self {
        let rests_on = found.certain.iter().chain(&found.presumed).flat_map(|(_, by)| by.iter().copied()).collect();
        let [certain, presumed, possible] = [found.certain, found.presumed, found.possible].map(|list| list.len());
        Self { certain, presumed, possible, rests_on }
    }
}

/// "121 actors recognized Kosovo", and what presumably and possibly comes to it.
fn told(counted: &DoubtfulCount, one: &str, many: &str, what: &str) -> Answer {
    let DoubtfulCount { certain, presumed, possible, rests_on } = counted;
    let possibly = if *possible > 0 { format!(", and possibly {possible} more") } else { String::new() };
    let sentence = match (certain, presumed) {
        (0, presumed) if *presumed > 0 => format!("Presumably {} {what}{possibly}.", count(*presumed, one, many)),
        (_, 0) => format!("{} {what}{possibly}.", count(*certain, one, many)),
        _ => format!("{} {what}, presumably {presumed} more{possibly}.", count(*certain, one, many)),
    };
    Answer { found: certain + presumed + possible > 0, ..Answer::found(sentence, rests_on.clone()) }
}

/// How many certainly had recognized an actor by a day and no longer do, whoever continues another counted once.
fn no_longer(base: &Base, of: ActorIx, day: Day, found: &Recognizers) -> usize {
    let recognition = RecognitionOf::of(base, of);
    let begun = recognition.by_whom().filter(|(_, spells)| spells.iter().any(|spell| spell.latest <= day));
    let listed = |by: &ActorIx| found.found.iter().any(|one| one.who == *by && !one.implied);
    begun.filter(|(by, _)| !listed(by) && !continuers(base, *by).iter().any(listed)).count()
}
