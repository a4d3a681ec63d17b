//! Who recognized whom.

use super::Answer;
use super::told::{contests, count, dated, first, list, name, names, on as on_date, shared, together};
use crate::form::{Act, Pattern, Pick, Set, Slot, Time};
use crate::model::{
    ActorIx, ActorKind, AsOf, Asserts, Band, Base, Capacity, Counted, Date, Day, Entity, Fact, Matter, StatementIx,
    Sure, members_on, ordinal,
};
use crate::query::{
    self, Acts, Match, Recognition, RecognitionsAnswer, RecognitionsRequest, RecognizersRequest, recognitions,
    recognizers,
};

/// The acts of recognition of an actor: all, the nth, the last.
pub(super) fn acts(
    base: &Base,
    (of, capacity): (ActorIx, Option<Capacity>),
    pick: Pick,
    time: &Time,
    today: Day,
) -> Answer {
    let found = found(base, (Some(of), None), (capacity, Acts::Given), pick, time, today);
    let whom = capacity.map_or_else(|| name(base, of), |capacity| capacity.in_words(&name(base, of)));
    match pick {
        Pick::Nth(_) | Pick::Last => picked(base, &found, &whom, time),
        Pick::All => all(base, &found, &whom, time),
    }
}

/// The acts of recognition that are asked for.
pub(super) fn found(
    base: &Base,
    (of, by): (Option<ActorIx>, Option<ActorIx>),
    (capacity, acts): (Option<Capacity>, Acts),
    pick: Pick,
    time: &Time,
    today: Day,
) -> RecognitionsAnswer {
    recognitions(base, &RecognitionsRequest { of, by, capacity, acts, pick, window: time.window(today), today })
}

fn all(base: &Base, found: &RecognitionsAnswer, whom: &str, time: &Time) -> Answer {
    let acts: Vec<&Recognition> = found.acts.iter().filter(|act| act.band == Band::Certain).collect();
    let possible: Vec<&Recognition> = found.acts.iter().filter(|act| act.band == Band::Possible).collect();
    let when = within(time);
    if found.acts.is_empty() {
        return Answer::nothing(format!(
            "No recognition of {whom}{when} is recorded. That doesn't say that there was none."
        ))
        .with_all(implied(found));
    }
    let told = |act: &Recognition| format!("{} ({})", base[act.by].name, short(base, act.statement));
    let rests_on: Vec<StatementIx> = found.acts.iter().map(|act| act.statement).collect();
    let named: Vec<String> = acts.iter().map(|act| told(act)).collect();
    let sentence = if acts.is_empty() {
        format!("No recognition of {whom} is certain{when}.")
    } else {
        format!("{} of {whom}{when}: {}.", count(acts.len(), "recognition", "recognitions"), list(&named))
    };
    let mut answer = Answer::found(sentence, rests_on);
    if !possible.is_empty() {
        let named: Vec<String> = possible.iter().map(|act| told(act)).collect();
        answer = answer.with(format!("Possibly{when}, by dates that are imprecise or contested: {}.", list(&named)));
    }
    answer.with_all(implied(found))
}

fn implied(found: &RecognitionsAnswer) -> Option<String> {
    let number = found.implied.len();
    (number > 0).then(|| {
        format!(
            "Of {} only relations are recorded, which imply a recognition.",
            count(number, "more actor", "more actors")
        )
    })
}

fn picked(base: &Base, found: &RecognitionsAnswer, whom: &str, time: &Time) -> Answer {
    let Some(picked) = &found.picked else { return Answer::nothing("nothing is recorded") };
    let which = picked.nth.map_or_else(|| "last".to_owned(), nth_word);
    let when = within(time);
    let shown: Vec<&Recognition> = found.shown().collect();
    if shown.is_empty() {
        let dated = found.acts.iter().filter(|act| act.dated && act.band != Band::No).count();
        return Answer::nothing(format!(
            "No {which} recognition of {whom}{when} is recorded: {} a date.",
            count(dated, "act has", "acts have")
        ));
    }
    let mut possible = found.possible().peekable();
    let sure = possible.peek().is_none() && picked.undated == 0 && picked.implied == 0;
    let limit = if sure { "" } else { ", as far as days are known" };
    let rests_on: Vec<StatementIx> = shown.iter().map(|act| act.statement).collect();
    let together = together(base, &rests_on);
    let told: Vec<(String, String)> =
        shown.iter().map(|act| (name(base, act.by), dated(&base[act.statement]))).collect();
    let (who, days) = shared(&told);
    let sentence = format!("{} recognized {whom} {which}{when}{together}{days}{limit}.", first(&who));
    let mut answer = Answer::found(sentence, rests_on.clone()).with_all(contests(base, &rests_on));
    if possible.peek().is_some() {
        let told: Vec<String> =
            possible.map(|act| format!("{} ({})", base[act.by].name, short(base, act.statement))).collect();
        answer =
            answer.with(format!("Could also be {which}, by dates that are imprecise or contested: {}.", list(&told)));
    }
    let side = if picked.nth.is_some() { "before" } else { "after" };
    if picked.undated > 0 {
        answer = answer.with(format!(
            "{} without a date could come {side}.",
            count(picked.undated, "recognition", "recognitions")
        ));
    }
    if picked.implied > 0 {
        let actors = count(picked.implied, "actor", "actors");
        answer = answer.with(format!(
            "Of {actors} only relations are recorded, which imply a recognition that could come {side}."
        ));
    }
    let plain = |ix: &&crate::model::ClaimIx| base[**ix].asserts.counted().is_some_and(Counted::is_plain);
    answer.claims = picked.claims.iter().filter(plain).copied().collect();
    let holders: Vec<ActorIx> = shown.iter().map(|act| act.by).collect();
    let others: Vec<ActorIx> = answer
        .claims
        .iter()
        .filter_map(|ix| match base[*ix].asserts {
            Asserts::Nth { by, .. } | Asserts::Last { by, .. } => Some(by),
            _ => None,
        })
        .filter(|by| !holders.contains(by))
        .collect();
    if !others.is_empty() {
        let mut told = names(base, &others);
        told.dedup();
        answer = answer.with(format!("Sources call others {which}: {}.", list(&told)));
    }
    answer
}

/// Who withdrew or suspended recognition of an actor.
pub(super) fn withdrawals(base: &Base, of: ActorIx, time: &Time, today: Day) -> Answer {
    let withdrew = Act::Withdrew { by: Slot::WHO, of: Slot::Is(of) };
    let found = query::acts(base, &Pattern::act(withdrew).at(time.clone()), today);
    let (whom, when) = (name(base, of), within(time));
    if found.is_empty() {
        return Answer::nothing(format!("No withdrawal of recognition of {whom}{when} is recorded."));
    }
    let told = |band: Band| -> Vec<String> {
        let own = found.iter().filter(|hit| hit.counts == band);
        own.filter_map(|hit| Some(format!("{} ({})", base[hit.who?].name, short(base, hit.statement)))).collect()
    };
    let [certain, possible] = [Band::Certain, Band::Possible].map(told);
    let sentence = if certain.is_empty() {
        format!("No withdrawal of recognition of {whom} is certain{when}.")
    } else {
        let number = count(certain.len(), "withdrawal or suspension", "withdrawals or suspensions");
        format!("{number} of recognition of {whom}{when}: {}.", list(&certain))
    };
    let answer = Answer::found(sentence, found.iter().map(|hit| hit.statement).collect());
    let contested = found.iter().filter(|hit| base[hit.statement].is_denied()).count();
    let perhaps = (!possible.is_empty()).then(|| format!("Possibly{when}: {}.", list(&possible)));
    let denied =
        (contested > 0).then(|| format!("{} denied by a source.", count(contested, "of these is", "of these are")));
    answer.with_all(perhaps).with_all(denied)
}

/// Whom an actor recognized.
pub(super) fn by(base: &Base, by: ActorIx, time: &Time, today: Day) -> Answer {
    let found = found(base, (None, Some(by)), (None, Acts::Given), Pick::All, time, today);
    let (who, when) = (name(base, by), within(time));
    let told = |act: &&Recognition| format!("{} ({})", base[act.of].name, short(base, act.statement));
    let certain: Vec<&Recognition> = found.acts.iter().filter(|act| act.band == Band::Certain).collect();
    let possible: Vec<&Recognition> = found.acts.iter().filter(|act| act.band == Band::Possible).collect();
    if found.acts.is_empty() {
        return Answer::nothing(format!(
            "No recognition by {who}{when} is recorded. That doesn't say that there was none."
        ));
    }
    let named: Vec<String> = certain.iter().map(told).collect();
    let rests_on = found.acts.iter().map(|act| act.statement).collect();
    let recognitions = count(named.len(), "recognition", "recognitions");
    let answer = Answer::found(format!("{recognitions} by {who}{when}: {}.", list(&named)), rests_on);
    if possible.is_empty() {
        return answer;
    }
    let named: Vec<String> = possible.iter().map(told).collect();
    answer.with(format!("Possibly{when}: {}.", list(&named)))
}

/// Who recognizes an actor on a day, and another, or not another.
pub(super) fn recognizers_of(base: &Base, of: ActorIx, who: &Set, time: &Time, today: Day) -> Answer {
    let day = time.day(today);
    let ((also, not), among) = (who.recognizing(), who.group());
    let request = RecognizersRequest::of(of, today).on(day).among(among).also(also).but_not(not);
    let answer = recognizers(base, &request);
    let who = |of: Vec<&Match>| of.into_iter().map(|one| one.who).collect::<Vec<ActorIx>>();
    let (certain, implied) = (who(answer.certain().collect()), who(answer.implied().collect()));
    let perhaps_implied = who(answer.possibly_implied().collect());
    let [presumed, possible] = [Sure::Presumably, Sure::Possibly].map(|sure| who(answer.so(sure).collect()));
    let group = among.map_or_else(String::new, |among| format!(" of {}", members(base, among)));
    let others = also.map_or_else(String::new, |also| format!(" and {}", name(base, also)))
        + &not.map_or_else(String::new, |not| format!(", and aren’t on record as recognizing {},", name(base, not)));
    let when = on_date(&Date::of(day));
    let whom = name(base, of);
    let rests_on = answer.certain().flat_map(|one| one.by.iter().copied()).collect();
    let sentence = if certain.is_empty() {
        format!("Nobody{group} certainly recognized {whom}{others} {when}, by the record.")
    } else {
        let verb = match (day < today, certain.len()) {
            (true, _) => "recognized",
            (false, 1) => "recognizes",
            (false, _) => "recognize",
        };
        let number = count(certain.len(), "actor", "actors");
        let sure = match presumed.len() {
            0 => "certainly ",
            all if all == certain.len() => "presumably ",
            _ => "",
        };
        let some = match presumed.len() {
            some if some > 0 && some < certain.len() => format!(", {some} of them presumably"),
            _ => String::new(),
        };
        format!("{number}{group} {sure}{verb} {whom}{others} {when}{some}: {}.", list(&names(base, &certain)))
    };
    let found = !certain.is_empty() || !possible.is_empty() || !implied.is_empty();
    let by_relations = (!implied.is_empty()).then(|| {
        let more = count(implied.len(), "actor", "actors");
        format!("By relations alone, without an act on record, {more}: {}.", list(&names(base, &implied)))
    });
    let perhaps_by_relations = (!perhaps_implied.is_empty()).then(|| {
        let more = count(perhaps_implied.len(), "actor", "actors");
        format!("Possibly by relations alone, {more}: {}.", list(&names(base, &perhaps_implied)))
    });
    let answer = Answer { found, ..Answer::found(sentence, rests_on) };
    let answer = answer.with_all(by_relations).with_all(perhaps_by_relations);
    if possible.is_empty() {
        return answer;
    }
    answer.with(format!(
        "Possibly also, {}: {}.",
        count(possible.len(), "actor", "actors"),
        list(&names(base, &possible))
    ))
}

/// Of which members of a group no recognition is on record on a day.
pub(super) fn without(base: &Base, of: ActorIx, group: ActorIx, time: &Time, today: Day) -> Answer {
    let day = time.day(today);
    let request = RecognizersRequest::of(of, today).on(day).among(group);
    let answer = recognizers(base, &request);
    let who = |of: Vec<&Match>| of.into_iter().map(|one| one.who).collect::<Vec<ActorIx>>();
    let (certain, mut implied) = (who(answer.certain().collect()), who(answer.implied().collect()));
    let presumed = who(answer.so(Sure::Presumably).collect());
    let possible = who(answer.so(Sure::Possibly).chain(answer.possibly_implied()).collect());
    let all: Vec<ActorIx> = members_on(base, group, day).into_iter().filter(|member| *member != of).collect();
    let listed = |member: &ActorIx| [&certain, &possible, &implied].iter().any(|list| list.contains(member));
    let mut rest: Vec<ActorIx> = all.iter().copied().filter(|member| !listed(member)).collect();
    implied.sort_by_key(|member| &base[*member].name);
    rest.sort_by_key(|member| &base[*member].name);
    let refusals = |by: ActorIx| {
        let own = move |ix: &StatementIx| matches!(base[*ix].fact, Fact::Recognition { by: who, .. } if who == by);
        base.recognitions_of(of).filter(own).filter(|&ix| base[ix].stands() && base[ix].begins.by(day) != Band::No)
    };
    let (acted, silent): (Vec<ActorIx>, Vec<ActorIx>) =
        rest.iter().copied().partition(|&member| refusals(member).next().is_some());
    let rests_on = acted.iter().flat_map(|&member| refusals(member)).collect();
    let (whom, group, when) = (name(base, of), name(base, group), on_date(&Date::of(day)));
    let sentence = format!(
        "No recognition of {whom} by {} of {} members of {group} {when} is on record: {}. {} {}recognize it.",
        rest.len(),
        all.len(),
        list(&names(base, &rest)),
        certain.len() + implied.len(),
        if presumed.is_empty() { "" } else { "at least presumably " }
    );
    let line = |what: &str, of: &[ActorIx]| (!of.is_empty()).then(|| format!("{what}: {}.", list(&names(base, of))));
    let fits = base.reaches(&[Matter::RecognitionsOf(of)], AsOf::of(day, today));
    let answer = Answer::found(sentence, rests_on)
        .with_all(line("Withheld, withdrawn or suspended by an act on record", &acted))
        .with_all(line("No act at all is on record", &silent))
        .with_all(line("Recognize it by relations alone, without an act on record", &implied))
        .with_all(line("Possibly recognize it", &possible));
    Answer { fits, ..answer }
}

/// A date in brackets: without its preposition.
pub(super) fn short(base: &Base, ix: StatementIx) -> String {
    let statement = &base[ix];
    let words = statement.date().map_or_else(|| "undated".to_owned(), Date::in_words);
    [vec![words], statement.date_marks()].concat().join(", ")
}

/// " in 1991", " before 1950": the time of the question.
pub(super) fn within(time: &Time) -> String {
    match time {
        Time::Ever | Time::Today => String::new(),
        Time::On(date) => format!(" {}", on_date(date)),
        Time::Before(date) => format!(" before {}", date.in_words()),
        Time::After(date) => format!(" after {}", date.in_words()),
        Time::By(date) if date.earliest() == date.latest() => format!(" by {}", date.in_words()),
        Time::By(date) => format!(" by the end of {}", date.in_words()),
        Time::Since(date) => format!(" since {}", date.in_words()),
        Time::Between(from, to) => format!(" between {} and {}", from.in_words(), to.in_words()),
    }
}

/// "first" to "tenth", then "11th".
pub(super) fn nth_word(number: usize) -> String {
    const WORDS: [&str; 10] =
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
    number.checked_sub(1).and_then(|index| WORDS.get(index)).map_or_else(|| ordinal(number), |word| (*word).to_owned())
}

/// "the Arab states", "the members of NATO".
pub(super) fn members(base: &Base, group: ActorIx) -> String {
    if base[group].kind == ActorKind::Group {
        format!("the {}", base[group].name)
    } else {
        format!("the members of {}", name(base, group))
    }
}

/// What a record is called in a sentence.
pub(super) fn called(base: &Base, entity: Entity) -> String {
    match entity {
        Entity::Actor(actor) => name(base, actor),
        other => base.name(other).to_owned(),
    }
}
