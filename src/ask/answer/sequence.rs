//! What came before what, and how long it was between.

use super::happened::{instead, unrecorded};
use super::occasions::leading;
use super::occurrences::{Occurrence, occurrences, past};
use super::told::{contests, count, first, list};
use super::{Answer, Said};
use crate::form::{Act, Unit};
use crate::model::{ActorIx, Base, Day};

pub(super) fn order(base: &Base, earlier: &Act<ActorIx>, later: &Act<ActorIx>, today: Day) -> Answer {
    let all = (occurrences(base, earlier, today), occurrences(base, later, today));
    let (told, then) = (past(base, earlier), past(base, later));
    let (Some(one), Some(other)) = (all.0.first(), all.1.first()) else {
        let missing = if all.0.is_empty() { (&told, earlier) } else { (&then, later) };
        let (points, rests_on) = instead(base, missing.1, today);
        let sentence = format!("Can't tell, because it isn't recorded that {}.", missing.0);
        return Answer::said(Said::CantTell, sentence, rests_on).with_all(points);
    };
    let rests_on = vec![one.statement, other.statement];
    let days = format!("{told} {}, and {then} {}", one.when, other.when);
    let again: Vec<String> = [(&told, &all.0), (&then, &all.1)]
        .into_iter()
        .filter(|(_, list)| list.len() > 1)
        .map(|(told, list)| {
            let others: Vec<String> = list[1..].iter().map(|one| one.when.clone()).collect();
            format!("Also recorded: {told} {}.", super::told::list(&others))
        })
        .collect();
    let sure = one.sure && other.sure;
    let answer = if sure && one.latest < other.earliest {
        Answer::said(Said::Yes, format!("Yes: {days}."), rests_on.clone())
    } else if sure && other.latest < one.earliest {
        Answer::said(Said::No, format!("No: {days}."), rests_on.clone())
    } else if sure && one.earliest == one.latest && (one.earliest, one.latest) == (other.earliest, other.latest) {
        Answer::said(Said::CantTell, format!("Can't tell, because both are of one day: {days}."), rests_on.clone())
    } else {
        Answer::said(Said::CantTell, format!("Can't tell, because the dates leave it open: {days}."), rests_on.clone())
    };
    answer.with_all(again).with_all(contests(base, &rests_on))
}

pub(super) fn how_long(base: &Base, from: &Act<ActorIx>, to: Option<&Act<ActorIx>>, today: Day) -> Answer {
    let begin = leading(base, from, today);
    let Some(begin) = begin.filter(|one| one.dated) else { return unrecorded(base, from, today) };
    let end = match to {
        Some(to) => match following(base, to, &begin, today).filter(|one| one.dated) {
            Some(one) => one,
            None => return unrecorded(base, to, today),
        },
        None => Occurrence {
            statement: begin.statement,
            earliest: today,
            latest: today,
            when: format!("today is {}", today.in_words()),
            sure: true,
            dated: true,
            contested: false,
        },
    };
    let told = match to {
        Some(to) => format!("{} {}; {} {}", past(base, from), begin.when, past(base, to), end.when),
        None => format!("{} {}; {}", past(base, from), begin.when, end.when),
    };
    let mut rests_on = vec![begin.statement, end.statement];
    rests_on.dedup();
    let answer =
        |sentence: String| Answer::found(first(&sentence), rests_on.clone()).with_all(contests(base, &rests_on));
    let spans = [
        (begin.earliest, end.earliest),
        (begin.latest, end.earliest),
        (begin.earliest, end.latest),
        (begin.latest, end.latest),
    ];
    let days: Vec<i64> =
        spans.iter().filter_map(|(a, b)| Some(i64::from(b.number()?) - i64::from(a.number()?))).collect();
    let (Some(least), Some(most)) = (days.iter().min().filter(|_| days.len() == 4), days.iter().max()) else {
        return answer(format!("it isn't known how long it was: {told}."));
    };
    if least == most {
        let order = if *least < 0 { ", in the other order" } else { "" };
        return answer(format!("{}{order}: {told}.", span_words(begin.earliest, end.earliest)));
    }
    match (*least < 0, *most < 0) {
        (true, false) => answer(format!("from {} days before to {most} days after: {told}.", -least)),
        (true, true) => answer(format!("between {} and {} days, in the other order: {told}.", -most, -least)),
        _ => answer(format!("between {least} and {most} days: {told}.")),
    }
}

/// Of several occasions the first that doesn't come before another happening; else the first.
fn following(base: &Base, what: &Act<ActorIx>, other: &Occurrence, today: Day) -> Option<Occurrence> {
    let mut all = occurrences(base, what, today);
    let at = all.iter().position(|one| one.latest >= other.earliest).unwrap_or(0);
    (at < all.len()).then(|| all.swap_remove(at))
}

/// "55 days", "2 years, 3 months and 4 days (824 days)"; earlier and later day in either order.
fn span_words(a: Day, b: Day) -> String {
    let (from, to) = (a.min(b), a.max(b));
    let days = to.number().unwrap_or(0) - from.number().unwrap_or(0);
    let all = count(days as usize, "day", "days");
    let Some((months, rest)) = from.months_to(to).filter(|_| days >= 62) else { return all };
    let parts: Vec<String> = [(months / 12, "year", "years"), (months % 12, "month", "months"), (rest, "day", "days")]
        .into_iter()
        .filter(|(number, ..)| *number > 0)
        .map(|(number, one, many)| count(number as usize, one, many))
        .collect();
    format!("{} ({all})", list(&parts))
}

pub(super) fn lasted(
    base: &Base,
    from: &Act<ActorIx>,
    to: &Act<ActorIx>,
    number: usize,
    unit: Unit,
    today: Day,
) -> Answer {
    let one = leading(base, from, today);
    let other = one.as_ref().and_then(|one| following(base, to, one, today));
    let (Some(one), Some(other)) = (&one, &other) else {
        let missing = if one.is_none() { past(base, from) } else { past(base, to) };
        return Answer::said(
            Said::CantTell,
            format!("Can't tell, because it isn't recorded that {missing}."),
            Vec::new(),
        );
    };
    let rests_on = vec![one.statement, other.statement];
    let days = format!("{} {}, and {} {}", past(base, from), one.when, past(base, to), other.when);
    // Whole units: what lies between n and n + 1 of them is n.
    let least = whole(one.latest, other.earliest, unit);
    let most = whole(one.earliest, other.latest, unit);
    let number = i64::try_from(number).unwrap_or(i64::MAX);
    let answer = match (least, most) {
        (Some(least), Some(most)) if least == most && least == number && one.sure && other.sure => {
            Answer::said(Said::Yes, format!("Yes: {days}."), rests_on.clone())
        }
        (Some(least), Some(most)) if number < least || number > most => {
            let names = unit.name();
            let span = if least == most { least.to_string() } else { format!("{least} to {most}") };
            Answer::said(Said::No, format!("No, it was {span} {names}: {days}."), rests_on.clone())
        }
        _ => Answer::said(
            Said::CantTell,
            format!("Can't tell, because the dates leave it open: {days}."),
            rests_on.clone(),
        ),
    };
    answer.with_all(contests(base, &rests_on))
}

/// How many whole units lie between two days; negative in the other order.
fn whole(from: Day, to: Day, unit: Unit) -> Option<i64> {
    let days = i64::from(to.number()?) - i64::from(from.number()?);
    Some(match unit {
        Unit::Days => days,
        Unit::Weeks => days.div_euclid(7),
        Unit::Months | Unit::Years => {
            let sign = if to < from { -1 } else { 1 };
            let (months, _) = from.min(to).months_to(from.max(to))?;
            sign * i64::from(if unit == Unit::Years { months / 12 } else { months })
        }
    })
}
