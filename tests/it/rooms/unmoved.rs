//! What moves no answer: one more source for the same date, a repetition of sources, another order of lines, other names of files.
//! And what moves it one way only: a narrower date, and less cover.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::Scene;
use super::asked::Rooms;
use super::chance::Chance;
use super::made::Made;
use super::places::places;
use super::told::Contradictions;

/// Answers by their command lines.
type Answers = BTreeMap<String, String>;

/// What is asked before and after.
fn answers(rooms: &Rooms, scene: &Scene) -> Answers {
    let mut answers = Answers::new();
    let mut document = |line: String| {
        let plain = plain(rooms.json(&line));
        answers.insert(line, plain.to_string());
    };
    for day in &scene.days {
        for of in &scene.countries {
            document(format!("recognitions {of} --on {day}"));
            document(format!("snapshot {day} --actor {of}"));
            document(format!("recognitions {of}"));
            document(format!("chart map {of} --on {day}"));
            for other in scene.countries.iter().filter(|other| other > &of) {
                document(format!("relations {of} {other} --on {day}"));
            }
        }
        document(format!("treaties --on {day}"));
        document(format!("positions --on {day}"));
    }
    document("resolutions".to_owned());
    answers.extend(said(rooms, scene));
    answers
}

/// The answers in words.
fn said(rooms: &Rooms, scene: &Scene) -> Answers {
    let (organizations, treaties) = (rooms.list("organizations"), rooms.list("treaties"));
    let mut questions = Vec::new();
    for day in &scene.days {
        for of in &scene.countries {
            questions.push(format!("how many countries recognize {of} on {day}"));
            questions.push(format!("how many countries have relations with {of} on {day}"));
            questions.extend(organizations.iter().map(|one| format!("was {of} a member of {one} on {day}")));
            questions.extend(treaties.iter().map(|one| format!("is {of} a party to {one} on {day}")));
            questions.push(format!("who was the second country to recognize {of}"));
            for other in scene.countries.iter().filter(|other| *other != of) {
                questions.push(format!("does {other} recognize {of} on {day}"));
                if other > of {
                    questions.push(format!("do {other} and {of} have relations on {day}"));
                }
            }
        }
    }
    let said = |question: String| {
        let answer = rooms.ask(&question);
        (answer.line, format!("{}: {}", answer.said.unwrap_or_default(), answer.sentence))
    };
    questions.into_iter().map(said).collect()
}

/// A document without the sources that it cites, and without the order of its lists: by equal dates that of the files is as good as any.
fn plain(document: Value) -> Value {
    match document {
        Value::Object(fields) => {
            let cites = |field: &str| {
                matches!(field, "data" | "attestations" | "sources" | "citations" | "why" | "description")
            };
            Value::Object(
                fields
                    .into_iter()
                    .filter(|(field, _)| !cites(field))
                    .map(|(field, value)| (field, plain(value)))
                    .collect(),
            )
        }
        Value::Array(list) => {
            let mut list: Vec<Value> = list.into_iter().map(plain).collect();
            list.sort_by_key(Value::to_string);
            Value::Array(list)
        }
        plain => plain,
    }
}

/// The statements that a document names, each as often as it does.
fn statements(text: &str) -> BTreeMap<String, usize> {
    let mut named = BTreeMap::new();
    for rest in text.split("\"statement\":\"").skip(1) {
        *named.entry(rest.split('"').next().unwrap_or_default().to_owned()).or_default() += 1;
    }
    named
}

/// What of two texts is not the same.
fn differing(one: &str, other: &str) -> [String; 2] {
    let same = one.chars().zip(other.chars()).take_while(|(one, other)| one == other).count();
    [one, other].map(|text| text.chars().skip(same.saturating_sub(120)).take(300).collect())
}

fn rooms_of(made: &Made) -> Option<Rooms> {
    let loaded = made.load();
    loaded.diagnostics.is_empty().then_some(Rooms { loaded, today: super::TODAY })
}

/// Another source for the date of each record: what it says is no news.
fn corroborated(path: &str, text: &str) -> String {
    let date = ["on: '", "from: '"].iter().find_map(|field| text.split_once(field).map(|(_, rest)| (*field, rest)));
    let dated = ["recognitions/", "relations/", "memberships/", "treaties/", "disputes/"]
        .iter()
        .any(|folder| path.starts_with(folder));
    match date.and_then(|(field, rest)| Some((field, rest.split_once('\'')?.0))) {
        Some((field, date)) if dated && !text.contains("or: [") && !text.contains("until:") => {
            text.replacen("),\n", &format!(", or: [({field}{date}', sources: ['v'])]),\n"), 1)
        }
        _ => text.to_owned(),
    }
}

/// Whether somebody recognized an actor twice, on days that are the same as far as is known.
fn has_tie(rooms: &Rooms, of: &str) -> bool {
    let document = rooms.json(&format!("recognitions {of}"));
    let mut seen = BTreeSet::new();
    let acts = document["acts"].as_array().into_iter().flatten();
    acts.into_iter().any(|act| !seen.insert(format!("{} {} {}", act["by"]["id"], act["earliest"], act["latest"])))
}

/// The world of a seed answers the same, however its text is turned.
pub(super) fn unmoved(made: &Made, seed: u64, told: &mut Contradictions) {
    let mut chance = Chance::of(seed ^ 0x0dd);
    let Some(rooms) = rooms_of(made) else { return };
    let scene = Scene::of(&rooms, seed);
    let before = answers(&rooms, &scene);
    let tied = scene.countries.iter().any(|of| has_tie(&rooms, of));
    let repeated = made.with(|path, text| match path.split_once('/') {
        Some(("coverage", _)) => text.to_owned(),
        _ => text.replace("sources: ['s']", "sources: ['s', 'u', 's']"),
    });
    for (check, other) in [
        ("unmoved: by a corroboration", made.with(corroborated)),
        ("unmoved: by a source once more", repeated),
        ("unmoved: by the order of lines and files", made.shuffled(&mut chance)),
    ] {
        let Some(rooms) = rooms_of(&other) else {
            told.push(check, format!("it doesn't load: {:?}", other.load().diagnostics));
            continue;
        };
        let after = answers(&rooms, &scene);
        for (line, answer) in before.iter().filter(|(line, answer)| after[*line] != **answer) {
            let [was, is] = differing(answer, &after[line]);
            // What else than the order of lines could make the difference: of several acts that tell the same, one is named.
            let [here, there] = [answer, &after[line]].map(|text| statements(text));
            let all: BTreeSet<&String> = here.keys().chain(there.keys()).collect();
            let named: Vec<&String> = all.into_iter().filter(|id| here.get(*id) != there.get(*id)).collect();
            let all_are = |what: &str| !named.is_empty() && named.iter().all(|id| id.contains(what));
            let check = match check {
                "unmoved: by the order of lines and files" if all_are("relations/") => {
                    "unmoved: which act tells of relations"
                }
                "unmoved: by the order of lines and files" if all_are("membership/") => {
                    "unmoved: membership or its suspension is told"
                }
                "unmoved: by the order of lines and files" if tied || all_are("recognition/") => {
                    "unmoved: which of two acts that hold is told"
                }
                other => other,
            };
            told.push(check, format!("{line}\n    …{was}…\n  the same, then\n    …{is}…"));
        }
    }
}

/// Less cover makes nobody surer, and turns nothing that was open into a no.
pub(super) fn less_cover(made: &Made, seed: u64, told: &mut Contradictions) {
    let mut chance = Chance::of(seed ^ 0xc0);
    let some = made.less_covered(|| chance.percent(50));
    let none = made.less_covered(|| true);
    let Some(rooms) = rooms_of(made) else { return };
    let scene = Scene::of(&rooms, seed);
    let before = said(&rooms, &scene);
    for less in [some, none] {
        let Some(rooms) = rooms_of(&less) else { continue };
        for (line, after) in said(&rooms, &scene) {
            let word = |answer: &str| answer.split_once(": ").map_or("", |(word, _)| word).to_owned();
            let (was, is) = (word(&before[&line]), word(&after));
            let surer = match &*was {
                "not recorded" | "can't tell" => ["yes", "no"].contains(&&*is),
                "presumably" => ["yes", "no"].contains(&&*is),
                "presumably not" => ["yes", "no"].contains(&&*is),
                "yes" => ["no", "presumably not"].contains(&&*is),
                "no" => ["yes", "presumably"].contains(&&*is),
                _ => false,
            };
            if surer {
                told.push("less cover", format!("{line}\n    {}\n  with less cover\n    {after}", before[&line]));
            }
        }
    }
}

/// A date that becomes narrower gives nobody a place that he couldn't have before.
pub(super) fn narrower(made: &Made, seed: u64, told: &mut Contradictions) {
    let mut chance = Chance::of(seed ^ 0xdead);
    let narrowed = made.with(|path, text| {
        let vague = path.starts_with("recognitions/") && !text.contains("act: ") && !text.contains("or: [");
        match text.split_once("on: '").and_then(|(front, rest)| Some((front, rest.split_once('\'')?))) {
            Some((front, (date, rest))) if vague && chance.percent(50) => {
                format!("{front}on: '{}'{rest}", narrow(date, &mut chance))
            }
            _ => text.to_owned(),
        }
    });
    let (Some(rooms), Some(after)) = (rooms_of(made), rooms_of(&narrowed)) else { return };
    for of in rooms.list("countries") {
        let wide = places(&rooms, &of);
        for (by, (least, most)) in places(&after, &of) {
            if let Some(&(could, at_most)) = wide.get(&by)
                && (least < could || most > at_most)
            {
                let told_of = format!(
                    "recognitions {of} ({by})\n    {could}–{at_most}\n  with narrower dates\n    {least}–{most}"
                );
                told.push("narrower: place", told_of);
            }
        }
    }
}

/// A day within a month or a year.
fn narrow(date: &str, chance: &mut Chance) -> String {
    let day = 1 + chance.below(28);
    match date.len() {
        7 => format!("{date}-{day:02}"),
        4 => format!("{date}-{:02}", 1 + chance.below(12)),
        _ => date.to_owned(),
    }
}
