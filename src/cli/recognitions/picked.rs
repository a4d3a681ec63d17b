//! The answer to who was first, last or nth: who is shown, who else could be, and what sources claim.

use std::fmt::Write as _;

use crate::form::Window;
use crate::model::{ActorIx, Asserts, Band, Base, Claim, ClaimIx, Counted, Date, Key, StatementIx};
use crate::query::{PickAnswer, Recognition, RecognitionsAnswer, RecognitionsRequest, are_of_days};

use super::super::words;
use super::within_window;

pub(super) fn picked_text(base: &Base, answer: &RecognitionsAnswer, picked: &PickAnswer) -> String {
    let of = answer.request.of.map_or("", |of| &base[of].name);
    let which = picked.nth.map_or_else(|| "last".to_owned(), words::nth);
    let window = within_window(&answer.request);
    let mut text = String::new();
    let shown: Vec<&Recognition> = answer.shown().collect();
    let sure = if answer.possible().next().is_none() && picked.undated == 0 && picked.implied == 0 {
        ""
    } else {
        ", as far as days are known"
    };
    if shown.is_empty() {
        let dated = answer.acts.iter().filter(|act| act.dated && act.band != Band::No).count();
        let _ = writeln!(
            text,
            "No {which} recognition of {of}{window} is recorded: {} a date.",
            words::count(dated, "act has", "acts have")
        );
    }
    for act in &shown {
        let statement = &base[act.statement];
        let shared = match (picked.nth, act.place) {
            _ if shown.len() == 1 => String::new(),
            _ if !are_of_days(base, shown.iter().map(|act| act.statement)) => {
                " (in an order that nobody gives)".to_owned()
            }
            // After two in the second place comes the fourth.
            (Some(nth), Some(place)) if window.is_empty() && !place.can_be(nth) => {
                format!(" (they share the {place} place)")
            }
            _ => " (a shared place)".to_owned(),
        };
        let date = statement.date().map_or_else(String::new, Date::in_words);
        let contested = if statement.is_contested() { " (contested)" } else { "" };
        let _ =
            writeln!(text, "{} recognized {of} {which}{window}{shared}{sure}: {date}{contested}.", base[act.by].name);
        text += &words::attestations(base, statement, "  ");
    }
    text += &doubts(base, answer, picked, &which);
    text += &claims(base, answer, picked, &which);
    text += &periods(base, &answer.request);
    text
}

/// An actor that ended and came back was recognized more than once: how to ask of one of its periods alone.
fn periods(base: &Base, request: &RecognitionsRequest) -> String {
    let Some(of) = request.of.filter(|_| request.window == Window::EVER) else { return String::new() };
    let lasts = |ix: &StatementIx| base[*ix].fact.lasts() && base[*ix].stands();
    let periods: Vec<String> =
        base.under(Key::Existence(of)).filter(lasts).map(|ix| words::period(&base[ix])).collect();
    if periods.len() < 2 {
        return String::new();
    }
    format!(
        "\n{} existed from {}. To ask of one period alone, use --after or --before.\n",
        base[of].name,
        words::and(&periods.iter().map(|period| format!("from {period}")).collect::<Vec<_>>())
            .trim_start_matches("from ")
    )
}

/// Who else could hold the place.
fn doubts(base: &Base, answer: &RecognitionsAnswer, picked: &PickAnswer, which: &str) -> String {
    let mut text = String::new();
    let mut possible = answer.possible().peekable();
    if possible.peek().is_some() {
        let _ = writeln!(text, "\nCould also be {which}, by dates that are imprecise or contested:");
        let rows = possible.map(|act| {
            vec![
                format!("  {}", act.place.map(|place| place.to_string()).unwrap_or_default()),
                base[act.by].name.to_string(),
                words::date(&base[act.statement]),
            ]
        });
        let place = if answer.request.window == Window::EVER { "  place" } else { "  place among all" };
        text += &words::columns(&[place, "by", "date"], rows.collect());
    }
    let side = if picked.nth.is_some() { "before" } else { "after" };
    if picked.undated > 0 {
        let could = words::count(picked.undated, "recognition without a date", "recognitions without a date");
        let _ = writeln!(text, "\n{could} could come {side}.");
    }
    if picked.implied > 0 {
        let could = words::count(picked.implied, "actor", "actors");
        let _ = writeln!(
            text,
            "\nOf {could} only relations are recorded, which imply a recognition that could come {side}."
        );
    }
    text
}

/// What sources claim about the place, for and against what is shown.
fn claims(base: &Base, answer: &RecognitionsAnswer, picked: &PickAnswer, which: &str) -> String {
    let claimed = |ix: &ClaimIx| match base[*ix].asserts {
        Asserts::Nth { by, .. } | Asserts::Last { by, .. } => Some(by),
        _ => None,
    };
    // Of all acts, not among a group, in a form or in a time.
    let plain = |ix: &ClaimIx| base[*ix].asserts.counted().is_some_and(Counted::is_plain);
    let holders: Vec<ActorIx> = answer.shown().map(|act| act.by).collect();
    let (agreeing, dissenting): (Vec<ClaimIx>, Vec<ClaimIx>) =
        picked.claims.iter().filter(|ix| plain(ix)).partition(|ix| claimed(ix).is_some_and(|by| holders.contains(&by)));
    let mut text = String::new();
    if !dissenting.is_empty() {
        let names: Vec<String> = dissenting.iter().filter_map(claimed).map(|by| base[by].name.to_string()).collect();
        let _ = writeln!(text, "\nSources call others {which}: {}.", words::and(&names));
        dissenting.iter().for_each(|ix| text += &claim(base, &base[*ix]));
    }
    if !agreeing.is_empty() {
        let _ = writeln!(text, "\nSources that say so:");
        agreeing.iter().for_each(|ix| text += &claim(base, &base[*ix]));
    }
    text
}

fn claim(base: &Base, claim: &Claim) -> String {
    let mut text = format!("  {} ({})\n", claim.text, claim.id);
    for citation in &claim.sources {
        text += &words::citation(base, citation, "    ");
    }
    text
}
