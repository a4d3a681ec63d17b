//! The six answers: whoever stands in a list as certain is a *yes*, and so on; every actor gets exactly one answer, *not* mirrors it,
//! and the exit code says the same.

use std::collections::BTreeMap;

use super::asked::{Answer, Ids, Lists, Rooms, same};
use super::recognizers::List;
use super::told::Contradictions;

/// Who got which answer.
pub(super) struct Six {
    /// The first question, as an example.
    line: String,
    by_answer: BTreeMap<String, Ids>,
}

/// The answers with those that mirror them.
const MIRRORED: &[(&str, &str)] = &[
    ("yes", "no"),
    ("presumably", "presumably not"),
    ("can't tell", "can't tell"),
    ("not recorded", "not recorded"),
    ("presumably not", "presumably"),
    ("no", "yes"),
];

impl Six {
    /// Asks the same of each of several actors.
    pub(super) fn of<'a>(
        rooms: &Rooms,
        actors: impl IntoIterator<Item = &'a String>,
        question: impl Fn(&str) -> String,
        told: &mut Contradictions,
    ) -> Self {
        let mut six = Self { line: String::new(), by_answer: BTreeMap::new() };
        for actor in actors {
            let answer = rooms.ask(&question(actor));
            ends_as_it_says(&answer, told);
            six.by_answer.entry(answer.said.clone().unwrap_or_default()).or_default().insert(actor.clone());
            six.line = answer.line;
        }
        six
    }

    pub(super) fn who(&self, said: &str) -> Ids {
        self.by_answer.get(said).cloned().unwrap_or_default()
    }

    /// Who certainly, presumably and possibly does, by the answers.
    pub(super) fn lists(&self) -> Lists {
        ["yes", "presumably", "can't tell"].map(|said| self.who(said))
    }

    /// Holds lists of those who certainly, presumably and possibly do against the answers.
    pub(super) fn against(&self, check: &'static str, (line, lists): (&str, &Lists), told: &mut Contradictions) {
        let there = format!("{} (yes, presumably, can't tell)", self.line);
        same(told, check, (line, lists), (&there, &self.lists()));
    }
}

/// Exit code 0 for a yes, 1 for a no, 3 for everything between.
fn ends_as_it_says(answer: &Answer, told: &mut Contradictions) {
    let code = match answer.said.as_deref() {
        Some("yes") => 0,
        Some("no") => 1,
        Some("presumably" | "presumably not" | "can't tell" | "not recorded") => 3,
        _ => -1,
    };
    if answer.code != Some(code) {
        let Answer { line, said, code: ended, .. } = answer;
        told.push("verdicts: exit code", format!("{line}\n    said {said:?}, ended with {ended:?}"));
    }
}

/// Whether each recognizes `of`, against the list of those who do.
pub(super) fn recognition(rooms: &Rooms, of: &str, day: &str, countries: &[String], told: &mut Contradictions) {
    let list = List::of(rooms, of, day, "").among(countries);
    let others = || countries.iter().filter(|by| *by != of);
    let six = Six::of(rooms, others(), |by| format!("does {by} recognize {of} on {day}"), told);
    let line = &six.line;
    let by_acts: Ids = list.certain.union(&list.presumed).cloned().collect();
    let held: Ids = six.who("yes").union(&six.who("presumably")).cloned().collect();
    let listed: Ids = by_acts.union(&list.implied).cloned().collect();
    let open = six.who("can't tell");
    same(told, "verdicts: recognized", (&list.line, listed), (&format!("{line} (yes and presumably)"), held.clone()));
    let presumed: Ids = six.who("presumably").intersection(&by_acts).cloned().collect();
    same(told, "verdicts: recognition presumed", (&list.line, list.presumed.clone()), (line, presumed));
    let possible: Ids = list.possible.union(&list.possibly_implied).cloned().collect();
    same(
        told,
        "verdicts: recognition open",
        (&format!("{} (possible)", list.line), possible),
        (&format!("{line} (can't tell)"), open),
    );
    // What isn't so is the mirror of what is.
    let not = Six::of(rooms, others(), |by| format!("is it true that {by} does not recognize {of} on {day}"), told);
    for (said, mirrored) in MIRRORED {
        let (one, other) = (format!("{line} ({said})"), format!("{} ({mirrored})", not.line));
        same(told, "verdicts: mirrored", (&one, six.who(said)), (&other, not.who(mirrored)));
    }
    for by in others() {
        pair(rooms, &list, (by, of), day, told);
    }
}

/// The recognition of a pair, as its relations tell it.
fn pair(rooms: &Rooms, list: &List, (by, of): (&str, &str), day: &str, told: &mut Contradictions) {
    let line = format!("relations {by} {of} --on {day}");
    let pair = rooms.json(&line);
    let own = pair["recognition"].as_array().into_iter().flatten().find(|one| one["by"].as_str() == Some(by));
    let there = own.map(|one| match one["presumed"].as_bool() {
        Some(true) if one["band"] == "certain" => "presumed".to_owned(),
        _ => one["band"].as_str().unwrap_or_default().to_owned(),
    });
    let lists = [("certain", &list.certain), ("presumed", &list.presumed), ("possible", &list.possible)];
    // Who possibly recognizes it by relations alone has no act that could be told of the pair.
    let acted = list.acted.contains(by);
    let here = lists.iter().find(|(_, list)| acted && list.contains(by)).map(|(band, _)| (*band).to_owned());
    same(told, "verdicts: recognition of a pair", (&format!("{} ({by})", list.line), here), (&line, there));
}

/// How the answer changes when it is asked from the other side.
pub(super) fn symmetric(rooms: &Rooms, one: &str, other: &str, day: &str, told: &mut Contradictions) {
    let ask = |a: &str, b: &str| rooms.ask(&format!("do {a} and {b} have relations on {day}"));
    let (here, there) = (ask(one, other), ask(other, one));
    same(told, "verdicts: relations from both sides", (&here.line, &here.said), (&there.line, &there.said));
}
