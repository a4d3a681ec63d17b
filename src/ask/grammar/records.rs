//! Everything on a day, the claims of sources, everything about a pair, single records.

use super::Rule;
use crate::ask::problem::Problem;
use crate::form::{Question, Unit};
use crate::model::{Closed, Day, Verdict};
use crate::query::FURTHEST;

pub(super) const RULES: &[Rule] = &[
    Rule {
        questions: &[
            "what (held | holds | was in force | is in force | was the case) [for <actor:actor>] [DAY] [for <actor:actor>]",
            "[what (was | is)] the (state of the world | state of things) [for <actor:actor>] [DAY]",
            "[what (was | is)] the (state | status | standing) of <actor:actor> [DAY]",
            "snapshot [of <actor:actor>] [DAY]",
        ],
        sentences: &[],
        example: "What held for Azerbaijan on 9 June 1992?",
        read: |parts| Ok(Question::Snapshot { actor: parts.maybe_actor("actor")?, on: parts.on() }),
    },
    Rule {
        questions: &[
            "(which | what) claims does <source:source> make",
            "(which | what) [VERDICT] claims (are | were) [there] [VERDICT] [(in | of | by) <source:source>]",
            "(which | what) claims of <source:source> are [VERDICT]",
            "[LIST THE] [VERDICT] claims [of <source:source>]",
            "what does <source:source> claim",
            "is <source:source> right",
        ],
        sentences: &[],
        example: "Which claims are contradicted?",
        read: |parts| {
            let verdict = Verdict::ALL.iter().copied().find(|verdict| parts.has(verdict.name()));
            Ok(Question::Claims { source: parts.source("source")?, verdict })
        },
    },
    Rule {
        questions: &[
            "(which | what) [round {round}] (anniversaries | anniversary) [WHOSE] (are there | are | fall | falls | does | do | is there) [WHOSE] ((in | on | during) [the year] <within:date> | from <begin:date> to <end:date> | in the next <count:number> <unit:unit>) [WHOSE]",
            "[LIST] [the] [round {round}] anniversaries [WHOSE] ((in | on | during) [the year] <within:date> | from <begin:date> to <end:date> | in the next <count:number> <unit:unit>)",
        ],
        sentences: &[],
        example: "Which anniversaries of Azerbaijan fall in 2027?",
        read: |parts| {
            let today = parts.today();
            let (from, to) = match (parts.date("within"), parts.date("begin"), parts.date("end"), parts.number("count"))
            {
                (Some(within), ..) => (within.earliest(), within.latest()),
                (_, Some(begin), Some(end), _) => (begin.earliest(), end.latest()),
                (.., Some(count)) => (today, ahead(today, count, parts.unit("unit"))?),
                _ => unreachable!("the pattern fills the slots"),
            };
            if from > to {
                return Err(Problem::Senseless(format!("{} isn't before {}", from.in_words(), to.in_words())));
            }
            let (a, b) = (parts.maybe_actor("a")?, parts.maybe_actor("b")?);
            let round = parts.has("round").then_some(5);
            Ok(Question::Anniversaries { actors: a.into_iter().chain(b).collect(), from, to, round })
        },
    },
    Rule {
        questions: &[
            "[tell me] everything (about | between) <a:actor> and <b:actor>",
            "brief [me] [on | about] <a:actor> and <b:actor>",
            "(what is there | what do you have) (between | on) <a:actor> and <b:actor>",
            "[tell me] everything about <a:actor>",
            "brief [me] [on | about] <a:actor>",
        ],
        sentences: &[],
        example: "Brief me on Azerbaijan and Pakistan",
        read: |parts| {
            if parts.maybe_actor("b")?.is_some() {
                let (a, b) = parts.pair("a", "b")?;
                return Ok(Question::Brief(vec![a, b]));
            }
            Ok(Question::Brief(vec![parts.actor("a")?]))
        },
    },
    Rule {
        questions: &[
            "(what | who) (is | was) <record:subject>",
            "tell me about <record:subject>",
            "show [me] <record:subject>",
            "what (is | was) [resolution] <record:resolution>",
        ],
        sentences: &[],
        example: "What is the Simla Agreement?",
        read: |parts| Ok(Question::Show(parts.entity("record")?.expect("the pattern fills the slot"))),
    },
];

/// The last of so many days, weeks, months or years from today on.
fn ahead(today: Day, count: usize, unit: Unit) -> Result<Day, Problem> {
    let number = u32::try_from(count).ok().filter(|count| (1..=FURTHEST).contains(count));
    let end = number.and_then(|number| match unit {
        Unit::Days => i32::try_from(number).ok().map(|days| today.plus(days)),
        Unit::Weeks => i32::try_from(number * 7).ok().map(|days| today.plus(days)),
        Unit::Months => today.after_months(number),
        Unit::Years => today.after_months(number * 12),
    });
    let end = end.filter(|end| end.ymd().is_some());
    end.map(|end| end.previous()).ok_or_else(|| Problem::Senseless(format!("{count} is out of range")))
}
