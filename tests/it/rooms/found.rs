//! A statement that is on record is found, whichever way one looks for it.

use super::asked::{Ids, Rooms, column};
use super::told::Contradictions;

/// Looks for a statement in words, in the document of the command that lists its kind, and in the table of a picture.
pub(super) fn check(rooms: &Rooms, statement: &str, told: &mut Contradictions) {
    let parts: Vec<&str> = statement.split('/').collect();
    let Some(ways) = ways(&parts) else { return };
    let (code, shown) = rooms.run(&format!("show {statement}"));
    // What was retracted, or what every source denies, is there to be seen, and answers nothing.
    if shown.contains("retracted from the base") || shown.contains("deprecated because") && shown.contains("denied:") {
        return;
    }
    // Who only observes hasn't joined.
    if let Some(question) = ways.question.filter(|_| !shown.contains("observer")) {
        let answer = rooms.ask(&question);
        let tag = parts.last().copied().unwrap_or_default();
        // Of an act that was done twice, "when" may tell the first.
        if !answer.statements.contains(&statement.to_owned()) && tag != "again" {
            let others = answer.statements.join(", ");
            let line = answer.line;
            told.push(
                "found: words",
                format!("{statement}\n  isn't among what this rests on: {line}\n    {}\n    {others}", answer.sentence),
            );
        }
    }
    if let Some(command) = ways.command {
        let (_, document) = rooms.run(&format!("{command} --format json"));
        if !document.contains(&format!("\"{statement}\"")) && !document.contains(&format!("\"id\": \"{}\"", parts[1])) {
            let check = match parts[..] {
                ["recognition", _, _, "withdrawn" | "suspended", ..] => "found: a withdrawal by itself is in no list",
                _ => "found: document",
            };
            told.push(check, format!("{statement}\n  isn't in {command} --format json"));
        }
    }
    if let Some(picture) = ways.picture {
        let drawn: Ids = column(&rooms.csv(&picture), "statement", |_| true);
        if !drawn.contains(statement) {
            told.push("found: picture", format!("{statement}\n  isn't in {picture} --format csv"));
        }
    }
    if code != Some(0) {
        told.push("found: show", format!("{statement}\n  show ends with {code:?}"));
    }
}

/// How one looks for a statement.
struct Ways {
    question: Option<String>,
    command: Option<String>,
    picture: Option<String>,
}

fn ways(parts: &[&str]) -> Option<Ways> {
    let all = |question: String, command: String, picture: String| {
        Some(Ways { question: Some(question), command: Some(command), picture: Some(picture) })
    };
    match *parts {
        ["recognition", of, by, "withdrawn" | "suspended", ..] => all(
            format!("when did {by} withdraw recognition of {of}"),
            format!("recognitions {of} --withdrawn"),
            format!("timeline --recognitions {of}"),
        ),
        ["recognition", of, by, "withheld", ..] => Some(Ways {
            question: Some(format!("did {by} refuse to recognize {of}")).filter(|_| false),
            command: Some(format!("recognitions {of} --withheld")),
            picture: Some(format!("timeline {by} {of}")),
        }),
        ["recognition", of, by, ..] => all(
            format!("when did {by} recognize {of}"),
            format!("recognitions {of}"),
            format!("timeline --recognitions {of}"),
        ),
        ["relations", a, b, act, ..] => {
            let verb = match act {
                "established" => Some(format!("establish relations with {b}")),
                "severed" => Some(format!("sever relations with {b}")),
                "suspended" => Some(format!("suspend relations with {b}")),
                "resumed" => Some(format!("resume relations with {b}")),
                _ => None,
            };
            let question = match (act, parts.get(4)) {
                ("mission-opened", Some(by)) => {
                    let host = if *by == a { b } else { a };
                    Some(format!("when did {by} open its mission in {host}"))
                }
                _ => verb.map(|verb| format!("when did {a} {verb}")),
            };
            Some(Ways {
                question,
                command: Some(format!("relations {a} {b}")),
                picture: Some(format!("timeline {a} {b}")),
            })
        }
        ["membership", organization, member] => Some(Ways {
            question: Some(format!("when did {member} join {organization}")),
            command: None,
            // To be in a group isn't joined, and isn't drawn.
            picture: Some(format!("timeline {member}")).filter(|_| organization != "highlands"),
        }),
        ["treaty", treaty, act, party] => {
            let verb = match act {
                "signed" => "sign",
                "ratified" => "ratify",
                "acceded" => "accede to",
                _ => "denounce",
            };
            all(
                format!("when did {party} {verb} {treaty}"),
                format!("treaties {treaty}"),
                format!("chart treaties {treaty}"),
            )
        }
        ["position", dispute, by] => all(
            format!("whom does {by} back over {dispute}"),
            format!("positions {dispute}"),
            format!("timeline --about {dispute}"),
        ),
        ["vote", resolution, by] => all(
            format!("how did {by} vote on {resolution}"),
            format!("resolutions {resolution}"),
            format!("chart votes {resolution}"),
        ),
        ["resolution", id] => Some(Ways {
            question: Some(format!("when was {id} adopted")),
            command: Some(format!("resolutions {id}")),
            picture: None,
        }),
        ["existence", actor] => Some(Ways {
            question: Some(format!("when did {actor} become independent")),
            command: Some(format!("show {actor}")),
            picture: None,
        }),
        _ => None,
    }
}
