//! What lies ahead of today: nothing is known of it, and an answer says so.

use super::Answer;
use crate::form::{Act, Pattern, Question, Time, What};
use crate::model::{Base, Date, Day, Reach};

/// The question as of today. Where today is moved back, acts on record may lie ahead of it: what happened is then asked of the
/// time up to today only.
pub(in crate::ask) fn until_today(base: &Base, question: Question, today: Day) -> Question {
    if today >= base.known_by() {
        return question;
    }
    let Some(bounded) = bounded(&question, today) else { return question };
    let answer = super::answer_by_itself(base, &question, today);
    let ahead = answer.rests_on.iter().any(|&ix| base[ix].begins.earliest > today);
    if ahead { bounded } else { question }
}

/// The same up to today; `None` of what is no question about the past at large.
fn bounded(question: &Question, today: Day) -> Option<Question> {
    let mut bounded = question.clone();
    let time = match &mut bounded {
        Question::Which { of: Pattern { what: What::Act(Act::Voted { .. }), .. }, .. }
        | Question::HowMany(Pattern { what: What::Act(Act::Voted { .. }), .. })
        | Question::Whether { what: What::Act(Act::Voted { .. }), .. } => return None,
        Question::Which { of: Pattern { what: What::Act(_), time }, .. }
        | Question::HowMany(Pattern { what: What::Act(_), time })
        | Question::Whether { what: What::Act(_), time } => time,
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
pub(super) fn told(base: &Base, question: &Question, answer: Answer, today: Day) -> Answer {
    let said = answer.known.as_ref().is_some_and(|(known, _)| matches!(known.reach, Reach::Ahead(_)));
    let asked = day_of(question).filter(|date| date.earliest() > today && !said);
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

/// The date up to which a question asks.
fn day_of(question: &Question) -> Option<Date> {
    match question.time()? {
        Time::On(date) | Time::By(date) | Time::After(date) | Time::Since(date) | Time::Between(_, date) => Some(date),
        Time::Before(_) | Time::Ever | Time::Today => None,
    }
}
