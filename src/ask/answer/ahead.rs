//! What lies ahead of today: nothing is known of it, and an answer says so.

use super::Answer;
use crate::ask::request::{Number, Request};
use crate::ask::time::Time;
use crate::model::{Base, Date, Day, Reach};
use crate::query::Pick;

/// The request as of today. Where today is moved back, acts on record may lie ahead of it: what happened is then asked of the time
/// up to today only.
pub(in crate::ask) fn until_today(base: &Base, request: Request, today: Day) -> Request {
    if today >= base.known_by() {
        return request;
    }
    let Some(bounded) = bounded(&request, today) else { return request };
    let answer = super::answer_by_itself(base, &request, today);
    let ahead = answer.rests_on.iter().any(|&ix| base[ix].begins.earliest > today);
    if ahead { bounded } else { request }
}

/// The same up to today; `None` of what is no question about the past at large.
fn bounded(request: &Request, today: Day) -> Option<Request> {
    let mut bounded = request.clone();
    let time = match &mut bounded {
        Request::Recognitions { pick: Pick::Withheld, .. } | Request::RecognizedBy { pick: Pick::Withheld, .. } => {
            return None;
        }
        Request::Recognitions { time, .. }
        | Request::RecognizedBy { time, .. }
        | Request::Switchers { time, .. }
        | Request::Did { time, .. }
        | Request::Resolutions { time, .. }
        | Request::HowMany { what: Number::Recognitions(_) | Number::Withdrawals(_) | Number::Resolutions(..), time } => {
            time
        }
        Request::Doers { counted, .. } => {
            let open = counted.on.is_none() && counted.since.as_ref().is_none_or(|since| since.earliest() <= today);
            counted.on = Some(Date::of(today)).filter(|_| open);
            return open.then_some(bounded);
        }
        _ => return None,
    };
    *time = match time {
        Time::Ever => Time::By(Date::of(today)),
        Time::Since(from) if from.earliest() <= today => Time::Between(from.clone(), Date::of(today)),
        _ => return None,
    };
    Some(bounded)
}

/// The answer with a line on what in it lies ahead.
pub(super) fn told(base: &Base, request: &Request, answer: Answer, today: Day) -> Answer {
    let said = answer.known.as_ref().is_some_and(|(known, _)| matches!(known.reach, Reach::Ahead(_)));
    let asked = day_of(request).filter(|date| date.earliest() > today && !said);
    let now = || format!("today ({})", today.in_words());
    if let Some(date) = asked {
        return answer.with(format!("{} lies ahead of {}.", super::told::first(&date.in_words()), now()));
    }
    let ahead = |date: &&Date| date.earliest() > today;
    let dates: Vec<&Date> = answer.rests_on.iter().filter_map(|&ix| base[ix].date()).filter(ahead).collect();
    let Some(first) = dates.iter().min_by_key(|date| date.earliest()) else { return answer };
    let point = match dates.len() {
        1 => format!("{} lies ahead of {}.", super::told::first(&first.in_words()), now()),
        more => format!("{more} acts that this rests on lie ahead of {}, the first on {}.", now(), first.in_words()),
    };
    answer.with(point)
}

/// The date up to which a request asks.
fn day_of(request: &Request) -> Option<Date> {
    match request.time()? {
        Time::On(date) | Time::By(date) | Time::After(date) | Time::Since(date) | Time::Between(_, date) => Some(date),
        Time::Before(_) | Time::Ever => None,
    }
}
