//! Everything on a day, the claims of sources, everything about a pair, single records.

use super::Rule;
use crate::ask::request::Request;
use crate::model::Closed;
use crate::query::Verdict;

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
        read: |parts| Ok(Request::Snapshot { actor: parts.maybe_actor("actor")?, on: parts.on() }),
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
            Ok(Request::Claims { source: parts.source("source")?, verdict })
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
                return Ok(Request::Brief(vec![a, b]));
            }
            Ok(Request::Brief(vec![parts.actor("a")?]))
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
        read: |parts| Ok(Request::Show(parts.entity("record")?.expect("the pattern fills the slot"))),
    },
];
