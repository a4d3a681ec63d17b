//! Who did it: first, last, nth, all; which place somebody has; how many did.

use super::Rule;
use crate::ask::parts::Parts;
use crate::ask::problem::Problem;
use crate::form::{Act, Pattern, Pick, Question, Set, Slot, State, Time};
use crate::model::{ActorIx, Capacity, Choice, Closed, Counted, CountedAct, Date};

pub(super) const RULES: &[Rule] = &[
    Rule {
        questions: &[
            "(who | which ONE | what ONE) (was | were | is) [the] [very] <nth:nth> [ONE] TO_DO [TIME]",
            "(who | which ONE | what ONE) [was] <nth:nth> TO_DO [TIME]",
            "(which | what) (was | were | is) [the] [very] <nth:nth> [ONE] TO_DO [TIME]",
            "(who | which ONE | what ONE) [has | had] DID <nth:nth> [TIME]",
            "(who | which ONE | what ONE) <nth:nth> DID [TIME]",
            "(who | which ONE | what ONE) DID TIME <nth:nth>",
            "by (whom | which COUNTRY) was <of:actor> <nth:nth> recognized {recognized} [TIME]",
            "by (whom | which COUNTRY) was <of:actor> recognized <nth:nth> {recognized} [TIME]",
            "[the] <nth:nth> [ONE] TO_DO [TIME]",
            "LIST [the] <nth:nth> [ONE] TO_DO [TIME]",
        ],
        sentences: &[],
        example: "Who was the second country to recognize Azerbaijan?",
        read: |parts| who(parts, parts.nth("nth").unwrap_or(Pick::All)),
    },
    Rule {
        questions: &[
            "(who | which ONE | what ONE) [has | have | had] DID [TIME]",
            "by (whom | which COUNTRIES) (is | was | has been) <of:actor> recognized {recognized} [TIME]",
            "(who | which ONE | what ONE) (is | was) <of:actor> recognized by {recognized} [TIME]",
            "LIST THE (ONE | those) (that | which | who) [have | has | had] DID [TIME]",
            "[the] recognitions of <of:actor> {recognized} [TIME]",
        ],
        sentences: &[],
        example: "Which countries recognized Azerbaijan in 1991?",
        read: |parts| who(parts, Pick::All),
    },
    Rule {
        questions: &[
            "WHO [has | have | had] (refused | refuses | refuse) to recognize <of:actor> [TIME]",
            "WHO (withholds | withhold | withheld) recognition (of | from) <of:actor> [TIME]",
            "WHO NEVER (recognize | recognized | recognizes) <of:actor> [TIME]",
            "LIST THE (COUNTRIES | those) (that | which | who) NEVER (recognize | recognized) <of:actor> [TIME]",
        ],
        sentences: &[],
        example: "Who refuses to recognize Armenia?",
        read: |parts| {
            let withholds = State::Withholds { by: Slot::WHO, of: Slot::Is(parts.actor("of")?) };
            Ok(Question::which(Pattern::state(withholds).at(parts.time())))
        },
    },
    Rule {
        questions: &[
            "WHO [has | have | had] (WITHDREW RECOGNITION | stopped recognizing) <of:actor> [TIME]",
            "WHO no longer (recognize | recognizes) <of:actor> [TIME]",
            "WHO [has | have | had] SWITCHED from <of:actor> [to <to:actor>] [TIME]",
            "LIST THE (COUNTRIES | those) (that | which | who) [have] (WITHDREW RECOGNITION | stopped recognizing) <of:actor> [TIME]",
        ],
        sentences: &[],
        example: "Who withdrew recognition of Taiwan since 2016?",
        read: |parts| {
            let of = parts.actor("of")?;
            if parts.maybe_actor("to")?.is_some() {
                let (from, to) = parts.pair("of", "to")?;
                let switched = Act::Switched { by: Slot::WHO, from: Slot::Is(from), to: Slot::Is(to) };
                return Ok(Question::which(Pattern::act(switched).at(parts.time())));
            }
            let withdrew = Act::Withdrew { by: Slot::WHO, of: Slot::Is(of) };
            Ok(Question::which(Pattern::act(withdrew).at(parts.time())))
        },
    },
    Rule {
        questions: &[
            "WHO did <by:actor> RECOGNIZE_IT [TIME]",
            "WHO (has | have | had) <by:actor> FORMALLY recognized [TIME]",
            "(who | (which | what) COUNTRIES) (was | were) recognized by <by:actor> [TIME]",
            "[the] recognitions by <by:actor> [TIME]",
        ],
        sentences: &[],
        example: "Whom did Pakistan recognize before 1950?",
        read: |parts| {
            let by = Slot::Is(parts.actor("by")?);
            let recognized = Act::Recognized { by, of: Slot::WHO, capacity: None, form: None };
            Ok(Question::which(Pattern::act(recognized).at(parts.time())))
        },
    },
    Rule {
        questions: &[
            "WHO does <by:actor> (refuse to | not) recognize",
            "WHO (does not | doesnt | did not | didnt) <by:actor> recognize",
            "from whom does <by:actor> withhold recognition",
        ],
        sentences: &[],
        example: "Whom does Pakistan refuse to recognize?",
        read: |parts| {
            let withholds = State::Withholds { by: Slot::Is(parts.actor("by")?), of: Slot::WHO };
            Ok(Question::which(Pattern::state(withholds).at(Time::Ever)))
        },
    },
    Rule {
        questions: &[
            "(who | which ONE | what ONE) (recognizes | recognize) <of:actor> [and <also:actor> | but not <not:actor>] [DAY]",
            "(who | which ONE | what ONE) [still] (recognizes | recognize) <of:actor> [DAY]",
            "(who | which ONE | what ONE) (recognizes | recognize | recognized) both <of:actor> and <also:actor> [DAY]",
            "(who | which ONE | what ONE) recognized <of:actor> (and <also:actor> | but not <not:actor>) [DAY]",
            "LIST THE (ONE | those) (that | which | who) recognize <of:actor> [and <also:actor> | but not <not:actor>] [DAY]",
        ],
        sentences: &[],
        example: "Which countries recognize Palestine but not Kosovo?",
        read: |parts| {
            let time = parts.standing();
            let recognizers = |of: ActorIx| {
                let state = State::Recognizes { by: Slot::WHO, of: Slot::Is(of) };
                Set::That(Box::new(Pattern::state(state).at(time.clone())))
            };
            let of = parts.actor("of")?;
            let mut who = Set::members(parts.maybe_actor("among")?);
            if let Some(also) = parts.maybe_actor("also")? {
                who = who.and(recognizers(also));
            }
            if let Some(not) = parts.maybe_actor("not")? {
                who = who.but_not(recognizers(not));
            }
            let state = State::Recognizes { by: Slot::Asked(who), of: Slot::Is(of) };
            Ok(Question::which(Pattern::state(state).at(time)))
        },
    },
    Rule {
        questions: &[
            "(which | what) (<among:group> [member | members] | (member | members | COUNTRIES) (of | in) <among:group>) (do not | dont | does not | doesnt | did not | didnt) recognize <of:actor> [DAY]",
            "(which | what) (<among:group> [member | members] | (member | members | COUNTRIES) (of | in) <among:group>) (have not | havent | has not | hasnt) recognized <of:actor> [DAY]",
            "LIST THE (<among:group> [member | members] | (member | members | COUNTRIES) (of | in) <among:group>) (that | which | who) (do not | dont | did not | didnt) recognize <of:actor> [DAY]",
        ],
        sentences: &[],
        example: "Which members of the European Union don't recognize Kosovo?",
        read: |parts| {
            let by = Slot::Asked(Set::Members(parts.actor("among")?));
            let state = State::DoesntRecognize { by, of: Slot::Is(parts.actor("of")?) };
            Ok(Question::which(Pattern::state(state).at(parts.standing())))
        },
    },
    Rule {
        questions: &[
            "(what | which) (place | position | rank) (did | does | has) <by:actor> (have | take | hold) (in | among) (recognizing <of:actor> | the recognition of <of:actor> | those that recognized <of:actor> | the recognitions of <of:actor>)",
            "in (what | which) place did <by:actor> recognize <of:actor>",
            "where does <by:actor> (come | stand | rank) (in | among) (the recognition of <of:actor> | the recognitions of <of:actor> | those that recognized <of:actor>)",
            "(what | which) number was <by:actor> to recognize <of:actor>",
        ],
        sentences: &[],
        example: "What place did Pakistan have in recognizing Azerbaijan?",
        read: |parts| {
            let (by, of) = parts.pair("by", "of")?;
            Ok(Question::Place { by, of: Pattern::act(recognized(of)) })
        },
    },
    Rule {
        questions: &[
            "how many (ONE | people) (recognize | recognizes) <of:actor> [DAY]",
            "how many ONE (had | have | has) FORMALLY recognized <of:actor> [DAY]",
            "how many ONE recognized <of:actor> (by [the end of] <on:date> | as of <on:date>)",
            "by how many ONE (is | was) <of:actor> recognized [DAY]",
        ],
        sentences: &[],
        example: "How many states recognized Kosovo by 2010?",
        read: |parts| {
            let by = Slot::Asked(Set::members(parts.maybe_actor("among")?));
            how_many(parts, State::Recognizes { by, of: Slot::Is(parts.actor("of")?) })
        },
    },
    Rule {
        questions: &[
            "how many COUNTRIES recognized <of:actor> [(in | on | during) <on:date> | before <before:date> | after <after:date> | since <since:date> | (between <begin:date> and | from <begin:date> to) <end:date>]",
        ],
        sentences: &[],
        example: "How many states recognized Kosovo in 2008?",
        read: |parts| Ok(Question::HowMany(Pattern::act(recognized(parts.actor("of")?)).at(parts.time()))),
    },
    Rule {
        questions: &[
            "how many COUNTRIES [have | has | had] (WITHDREW RECOGNITION | stopped recognizing) <of:actor> [TIME]",
        ],
        sentences: &[],
        example: "How many states withdrew recognition of Kosovo?",
        read: |parts| {
            let withdrew = Act::Withdrew { by: Slot::WHO, of: Slot::Is(parts.actor("of")?) };
            Ok(Question::HowMany(Pattern::act(withdrew).at(parts.time())))
        },
    },
    Rule {
        questions: &["how many COUNTRIES does <by:actor> recognize [DAY]"],
        sentences: &[],
        example: "How many countries does the United States recognize?",
        read: |parts| how_many(parts, State::Recognizes { by: Slot::Is(parts.actor("by")?), of: Slot::WHO }),
    },
    Rule {
        questions: &[
            "how many COUNTRIES (have | has | had | maintain | maintained | did have) REL with <of:actor> [DAY]",
            "with how many COUNTRIES (does | did) <of:actor> (have | maintain) REL [DAY]",
        ],
        sentences: &[],
        example: "How many countries have relations with Taiwan?",
        read: |parts| how_many(parts, State::Related { a: Slot::Is(parts.actor("of")?), b: Slot::WHO }),
    },
    Rule {
        questions: &[
            "how many members (does | did) <of:group> have [DAY]",
            "how many members [are there | were there] (of | in) <of:group> [DAY]",
            "how many members of <of:group> (are | were) there [DAY]",
            "how many COUNTRIES (are | were | belong | belonged) (in | to | members of) <of:group> [DAY]",
        ],
        sentences: &[],
        example: "How many members did the United Nations have in 1960?",
        read: |parts| how_many(parts, State::Member { member: Slot::WHO, organization: Slot::Is(parts.actor("of")?) }),
    },
    Rule {
        questions: &[
            "how many parties (does | did) <treaty:treaty> have [DAY]",
            "how many parties [are there | were there] to <treaty:treaty> [DAY]",
            "how many COUNTRIES (are | were) party to <treaty:treaty> [DAY]",
        ],
        sentences: &[],
        example: "How many parties does the Genocide Convention have?",
        read: |parts| how_many(parts, State::Party { party: Slot::WHO, treaty: Some(parts.treaty("treaty")?) }),
    },
    Rule {
        questions: &[
            "how many treaties do <a:actor> and <b:actor> have in common [DAY]",
            "how many treaties bind [both] <a:actor> and <b:actor> [DAY]",
        ],
        sentences: &[],
        example: "How many treaties do Azerbaijan and Pakistan have in common?",
        read: |parts| {
            let (a, b) = parts.pair("a", "b")?;
            let common = State::Party { party: Slot::Each(vec![a, b]), treaty: None };
            Ok(Question::HowMany(Pattern::state(common).at(parts.on().map_or(Time::Ever, Time::On))))
        },
    },
    Rule {
        questions: &[
            "how many resolutions (are there | were adopted) ABOUT <about:subject> [TIME]",
            "how many resolutions (did | has) <by:actor> (adopt | adopted | pass | passed) [ABOUT <about:subject>] [TIME]",
        ],
        sentences: &[],
        example: "How many resolutions did the Security Council adopt on Nagorno-Karabakh?",
        read: |parts| Ok(Question::HowMany(adopted(parts)?)),
    },
    Rule {
        questions: &["how many COUNTRIES VOTED [resolution] <resolution:resolution>"],
        sentences: &[],
        example: "How many states voted against General Assembly resolution 62/243?",
        read: |parts| {
            let choice = Some(choice(parts).unwrap_or(Choice::Favour));
            let voted = Act::Voted { by: Slot::WHO, choice, resolution: parts.resolution("resolution")? };
            Ok(Question::HowMany(Pattern::act(voted)))
        },
    },
    Rule {
        questions: &[
            "how many (countries | states) (are | were) there [in the world] [DAY]",
            "how many (countries | states) (existed | exist) [DAY]",
        ],
        sentences: &[],
        example: "How many countries existed in 1930?",
        read: |parts| how_many(parts, State::Exists { actor: Slot::WHO }),
    },
];

/// Who did what the marks of TO_DO and DID say.
fn who(parts: &Parts<'_>, pick: Pick) -> Result<Question, Problem> {
    let counted = counted(parts, Time::Ever)?;
    let of = Pattern::counted(&counted).ok_or_else(|| Problem::Senseless(undoable(parts, &counted)))?;
    Ok(Question::Which { of: of.at(parts.time()), pick })
}

/// That an act can't be done to what is named.
fn undoable(parts: &Parts<'_>, counted: &Counted) -> String {
    format!("“{}” can’t be done to {}", counted.act, parts.base().id(counted.of))
}

/// Whoever recognized an actor.
fn recognized(of: ActorIx) -> Act<Slot> {
    Act::Recognized { by: Slot::WHO, of: Slot::Is(of), capacity: None, form: None }
}

/// Resolutions, by whom and about what the slots say.
pub(super) fn adopted(parts: &Parts<'_>) -> Result<Pattern, Problem> {
    let by = parts.maybe_actor("by")?.map_or(Slot::Some(Set::Anybody), Slot::Is);
    let adopted = Act::Adopted { by, about: parts.entity("about")?, resolution: None };
    Ok(Pattern::act(adopted).at(parts.time()))
}

/// How many fill the hole of what holds on the day that the question names.
fn how_many(parts: &Parts<'_>, state: State<Slot>) -> Result<Question, Problem> {
    Ok(Question::HowMany(Pattern::state(state).at(parts.standing())))
}

/// What is counted, by the marks of TO_DO, DID and DO.
pub(super) fn counted(parts: &Parts<'_>, time: Time) -> Result<Counted, Problem> {
    let act = CountedAct::ALL.iter().copied().find(|act| match act {
        CountedAct::Recognized => parts.has("recognized"),
        CountedAct::Withdrawn => parts.has("withdrew"),
        CountedAct::Established => parts.has("established"),
        CountedAct::Severed => parts.has("severed"),
        CountedAct::MissionOpened => parts.has("opened"),
        CountedAct::Joined => parts.has("joined"),
        CountedAct::Adopted => parts.has("adopted"),
        CountedAct::Backed => parts.has("backed"),
    });
    let (since, on) = span(time)?;
    Ok(Counted {
        act: act.unwrap_or_default(),
        of: parts.entity("of")?.expect("the pattern fills the slot"),
        among: parts.maybe_actor("among")?,
        except: parts.maybe_actor("except")?,
        form: None,
        capacity: parts.has("government").then_some(Capacity::Government),
        level: parts.level("level"),
        over: parts.dispute("dispute")?,
        since,
        on,
    })
}

/// The first and the last date that count.
fn span(time: Time) -> Result<(Option<Date>, Option<Date>), Problem> {
    let day = |day: crate::model::Day| day.bounded().map(Date::of);
    Ok(match time {
        Time::Ever | Time::Today => (None, None),
        Time::On(date) => (day(date.earliest()), day(date.latest())),
        Time::By(date) => (None, day(date.latest())),
        Time::Before(date) => (None, day(date.earliest().previous())),
        // Since some day of a month or year: which isn't said.
        Time::Since(date) => (Some(date), None),
        Time::After(date) => (day(date.end()), None),
        Time::Between(from, to) => (day(from.earliest()), day(to.latest())),
    })
}

/// The choice that a mark of VOTED names.
pub(super) fn choice(parts: &Parts<'_>) -> Option<Choice> {
    Choice::ALL.iter().copied().find(|choice| parts.has(choice.name()))
}
