//! Relations of a pair, missions, and what changed.

use super::matters::holding;
use super::{Rule, state};
use crate::ask::problem::Problem;
use crate::form::{Question, Slot, State, Time, What};
use crate::model::{Closed, Date, Projection};

pub(super) const RULES: &[Rule] = &[
    Rule {
        questions: &[
            "(does | do) <what:holds> [DAY]",
            "(is | are | was | were) <what:being> [DAY]",
            "did <what:holds> (DAY | {ever})",
            "(is it true | was it true) that <what:now> [DAY]",
            "is it true that at some time <what:now> {ever}",
        ],
        sentences: &["<what:now> [DAY]", "it is true that <what:now> [DAY]"],
        example: "Did Azerbaijan and Pakistan have relations on 1 January 1993?",
        read: |parts| {
            let open = if parts.has("ever") { Time::Ever } else { Time::Today };
            let time = parts.within().map_or(open, Time::On);
            Ok(Question::Whether { what: What::State(state(parts, "what")?), time })
        },
    },
    Rule {
        questions: &[
            "(what | how) (was | were | is | are) [the] (state | status | condition) of (REL (between | of) <a:actor> and <b:actor> | <a:actor> [and] <b:actor> REL | <a:actor> ['s] REL with <b:actor>) [DAY]",
            "(what | how) (was | were | is | are) [the] (REL (between | of) <a:actor> and <b:actor> | <a:actor> [and] <b:actor> REL | <a:actor> ['s] REL with <b:actor>) [like] [DAY]",
            "what REL (did | do) <a:actor> and <b:actor> have [with EACHOTHER] [DAY]",
            "[the] REL (between | of) <a:actor> and <b:actor> [DAY]",
            "<a:actor> [and] <b:actor> REL [DAY]",
            "how do <a:actor> and <b:actor> stand [DAY]",
        ],
        sentences: &[],
        example: "What was the state of Azerbaijan–Pakistan relations on 1 January 1993?",
        read: |parts| {
            let (a, b) = parts.pair("a", "b")?;
            Ok(Question::Relations { a, b, on: parts.on() })
        },
    },
    Rule {
        questions: &[
            "(what is | tell me | show) the history of (REL (between | of) <a:actor> and <b:actor> | <a:actor> and <b:actor> | <a:actor> <b:actor> REL | <a:actor> ['s] REL with <b:actor>)",
            "[the] history of (REL (between | of) <a:actor> and <b:actor> | <a:actor> <b:actor> REL)",
        ],
        sentences: &[],
        example: "What is the history of relations between the United States and Iran?",
        read: |parts| {
            let (a, b) = parts.pair("a", "b")?;
            Ok(Question::Relations { a, b, on: None })
        },
    },
    Rule {
        questions: &[
            "what [has | have] changed [(for | about) <a:actor>] (between <begin:date> and | from <begin:date> (to | until)) <end:date> [(for | about) <a:actor>]",
            "what [has] changed (between <a:actor> and <b:actor> | in REL (between | of) <a:actor> and <b:actor>) (between <begin:date> and | from <begin:date> (to | until)) <end:date>",
            "what [has] changed (between <begin:date> and | from <begin:date> (to | until)) <end:date> (between <a:actor> and <b:actor> | in REL (between | of) <a:actor> and <b:actor>)",
            "what [has] changed [(for | about) <a:actor>] (in | during) <within:date> [(for | about) <a:actor>]",
            "what happened between <a:actor> and <b:actor> ((in | on | during) <within:date> | since <since:date> | between <begin:date> and <end:date> | from <begin:date> to <end:date>)",
            "what happened (to | with) <a:actor> ((in | on | during) <within:date> | since <since:date> | between <begin:date> and <end:date> | from <begin:date> to <end:date>)",
            "what [has] changed [(for | about) <a:actor>] since <since:date> [(for | about) <a:actor>]",
            "what [has] changed (between <a:actor> and <b:actor> | in REL (between | of) <a:actor> and <b:actor>) (since <since:date> | (in | during) <within:date>)",
        ],
        sentences: &[],
        example: "What changed for Azerbaijan between 1 December 1991 and 30 June 1992?",
        read: |parts| {
            let (from, to) = match (parts.time(), parts.date("within")) {
                (_, Some(within)) => {
                    let before = within.earliest().previous();
                    (Date::of(before), Date::of(within.latest()))
                }
                (Time::Since(since), _) => (since, Date::of(parts.today())),
                (Time::Between(from, to), _) => (from, to),
                _ => unreachable!("the pattern fills the slots"),
            };
            if from.earliest() >= to.latest() {
                return Err(Problem::Senseless(format!("{} isn't before {}", from.in_words(), to.in_words())));
            }
            let a = parts.maybe_actor("a")?;
            let b = parts.maybe_actor("b")?;
            Ok(Question::Changes { from, to, actors: a.into_iter().chain(b).collect() })
        },
    },
    Rule {
        questions: &[
            "(who | which ONE | what ONE) (has | have | had) [ITS] MISSION in <at:actor> [DAY]",
            "(which | what) MISSION (are | were) there in <at:actor> [DAY]",
            "LIST THE MISSION in <at:actor> [DAY]",
        ],
        sentences: &[],
        example: "Which countries had embassies in Azerbaijan in 1993?",
        read: |parts| {
            let at = Slot::Is(parts.actor("at")?);
            holding(parts, State::Mission { of: Slot::WHO, at, level: parts.level("level") })
        },
    },
    Rule {
        questions: &[
            "where (does | did) <of:actor> have [ITS] MISSION [DAY]",
            "in WHO (does | did) <of:actor> have [ITS] MISSION [DAY]",
            "(what | which) MISSION (does | did) <of:actor> have [abroad | in <at:actor>] [DAY]",
            "[LIST THE] MISSION of <of:actor> [in <at:actor>] [DAY]",
        ],
        sentences: &[],
        example: "Where does Azerbaijan have embassies?",
        read: |parts| {
            let (of, at) = (Slot::Is(parts.actor("of")?), Slot::named(parts.maybe_actor("at")?));
            holding(parts, State::Mission { of, at, level: parts.level("level") })
        },
    },
    Rule {
        questions: &[
            "with (WHO) (does | do | did) <actor:actor> (have | maintain) REL [DAY]",
            "WHO (has | have | had | maintains) REL with <actor:actor> [DAY]",
            "WHO (does | do | did) <actor:actor> (have | maintain) REL with [DAY]",
            "[LIST THE] partners of <actor:actor> [DAY]",
        ],
        sentences: &[],
        example: "With whom did Taiwan have relations in 1970?",
        read: |parts| holding(parts, State::Related { a: Slot::Is(parts.actor("actor")?), b: Slot::WHO }),
    },
    Rule {
        questions: &[
            "how (are | were) <from:actor> and <to:actor> (connected | linked | joined) [(through | by | via) VIA] [DAY]",
            "[what is] the shortest path (from <from:actor> to | between <from:actor> and) <to:actor> [(through | by | via) VIA] [DAY]",
        ],
        sentences: &[],
        example: "How are Armenia and Pakistan connected through relations?",
        read: |parts| {
            let (from, to) = parts.pair("from", "to")?;
            let via = Projection::ALL.iter().copied().find(|via| parts.has(via.name()));
            Ok(Question::Path { from, to, via: via.unwrap_or(Projection::Relations), on: parts.on() })
        },
    },
];
