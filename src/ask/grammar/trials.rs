//! What can be claimed and tried: places, only, never, counts.

use super::Rule;
use super::counting::counted;
use crate::ask::parts::Parts;
use crate::ask::problem::Problem;
use crate::form::{Pick, Question, Time};
use crate::model::{ActorIx, Asserts, Counted, CountedAct, Date, Entity};

pub(super) const RULES: &[Rule] = &[
    Rule {
        questions: &[
            "(was | is | were) <by:actor> [the | among the] [very] <nth:nth> [ONE] TO_DO [TIME]",
            "did <by:actor> DO <nth:nth> [TIME]",
            "(was | is) it true that <by:actor> (was | is | became) [the] [very] <nth:nth> [ONE] TO_DO [TIME]",
            "(was | is) [the] <nth:nth> [ONE] TO_DO <by:actor> [TIME]",
        ],
        sentences: &[
            "<by:actor> (was | is | became | were) [the] [very] <nth:nth> [ONE] TO_DO [TIME] [(after | following) <rival:actor>]",
            "<by:actor> (was | is | became | were) [the] [very] <nth:nth> [ONE] (after | following) <rival:actor> TO_DO [TIME]",
            "(after | following) <rival:actor> <by:actor> (was | is | became | were) [the] [very] <nth:nth> [ONE] TO_DO [TIME]",
            "<by:actor> (was | is | became | were) [the] <nth:nth> [ONE] (that | which) DID [TIME]",
            "<by:actor> [has] DID <nth:nth> [TIME]",
            "[the] <nth:nth> [ONE] TO_DO [TIME] (was | is) <by:actor>",
            "it is true that <by:actor> (was | is | became) [the] <nth:nth> [ONE] TO_DO [TIME]",
        ],
        example: "Pakistan was the second country to recognize Azerbaijan",
        read: |parts| {
            let by = parts.actor("by")?;
            let after = parts.maybe_actor("rival")?;
            if let (Some(on), Some(Pick::Nth(nth))) = (date_of_act(parts, after), parts.nth("nth")) {
                let counted = counted(parts, if on.is_some() { Time::Ever } else { parts.time() })?;
                itself(parts, by, &counted)?;
                return Ok(Question::Placed { nth, by, counted, on, after });
            }
            let counted = counted(parts, parts.time())?;
            itself(parts, by, &counted)?;
            Ok(Question::Claim(match parts.nth("nth") {
                Some(Pick::Last) => Asserts::Last { by, counted },
                Some(Pick::Nth(nth)) => Asserts::Nth { nth, by, counted },
                _ => unreachable!("the pattern fills the slot"),
            }))
        },
    },
    Rule {
        questions: &[
            "(was | is) <by:actor> the only [ONE] TO_DO [TIME]",
            "(was | is) <by:actor> the only [ONE] (that | which | who) (DID | DOES | [has] DO) [TIME]",
            "did only <by:actor> DO [TIME]",
        ],
        sentences: &[
            "<by:actor> (was | is) the only [ONE] TO_DO [TIME]",
            "<by:actor> (was | is) the only [ONE] (that | which | who) (DID | has DID | DOES) [TIME]",
            "only <by:actor> (DID | has DID | DOES) [TIME]",
        ],
        example: "Türkiye is the only country that recognizes Northern Cyprus",
        read: |parts| {
            let by = parts.actor("by")?;
            let counted = as_of(parts)?;
            itself(parts, by, &counted)?;
            Ok(Question::Claim(Asserts::Only { by, still: parts.has("now"), counted }))
        },
    },
    Rule {
        questions: &["(was | is) <by:actor> the only [ONE] (not TO_DO | (that | which | who) NEVER (DO | DID)) [TIME]"],
        sentences: &[
            "<by:actor> (was | is) the only [ONE] (not TO_DO | (that | which | who) NEVER (DO | DID)) [TIME]",
            "only <by:actor> NEVER (DO | DID) [TIME]",
        ],
        example: "Pakistan was the only country that did not recognize Armenia in 2020",
        read: |parts| {
            let by = parts.actor("by")?;
            let counted = as_of(parts)?;
            itself(parts, by, &counted)?;
            Ok(Question::Claim(Asserts::OnlyWithout { by, counted }))
        },
    },
    Rule {
        questions: &[
            "is it true that <by:actor> NOTDONE (DO | DID | DOES) [TIME]",
            "(has | did) <by:actor> never (DO | DID) [TIME]",
        ],
        sentences: &["<by:actor> NOTDONE (DO | DID | DOES) [TIME]", "<by:actor> (has | have) never DID [TIME]"],
        example: "Pakistan has never recognized Israel",
        read: |parts| {
            let by = parts.actor("by")?;
            let counted = as_of(parts)?;
            itself(parts, by, &counted)?;
            Ok(Question::Claim(Asserts::Never { by, counted }))
        },
    },
    Rule {
        questions: &[
            "(do | did | have | is it true that) [MORE] <count:number> [ONE] (DO | DID | recognized GOV <of:actor> {recognized}) [DAY]",
        ],
        sentences: &[
            "[MORE] <count:number> [ONE] [have | had] (DO | DID) [DAY]",
            "<of:actor> {recognized} (is | was | has been | had been) FORMALLY recognized by [MORE] <count:number> [ONE] [DAY]",
        ],
        example: "111 members of the United Nations recognized Kosovo by 27 February 2017",
        read: |parts| {
            let count = parts.number("count").unwrap_or(0);
            let counted = as_of(parts)?;
            Ok(Question::Claim(if parts.has("over") {
                Asserts::AtLeast { count: count + 1, counted }
            } else if parts.has("least") {
                Asserts::AtLeast { count, counted }
            } else {
                Asserts::Count { count, counted }
            }))
        },
    },
    Rule {
        questions: &[
            "(were | are) there <count:number> [independent | sovereign] (countries | states) [in the world] [DAY]",
        ],
        sentences: &[
            "there (were | are) <count:number> [independent | sovereign] (countries | states) [in the world] [DAY]",
        ],
        example: "There are 195 countries",
        read: |parts| {
            let on = parts.on().unwrap_or_else(|| parts.today_date());
            Ok(Question::Claim(Asserts::Countries { count: parts.number("count").unwrap_or(0), on }))
        },
    },
    Rule {
        questions: &[],
        sentences: &[
            "<first:actor> and <second:actor> (were | are) the first [two] [ONE] TO_DO",
            "the first [two] [ONE] TO_DO (were | are) <first:actor> and <second:actor>",
        ],
        example: "Türkiye and Romania were the first countries to recognize Azerbaijan",
        read: |parts| {
            let (first, second) = parts.pair("first", "second")?;
            let counted = counted(parts, Time::Ever)?;
            Ok(Question::Claim(Asserts::Order { by: vec![first, second], counted }))
        },
    },
];

/// What is counted as of a date: what was done up to it.
fn as_of(parts: &Parts<'_>) -> Result<Counted, Problem> {
    let time = parts.time();
    let counted = counted(parts, time.clone())?;
    Ok(match time {
        Time::On(date) => Counted { since: None, on: Some(date), ..counted },
        _ => counted,
    })
}

/// The date of the act, where the sentence tells that besides the place: "the first to recognize it, on 18 February 2008"
/// isn't the first of that day, and "the first in 2011" is. `None` where it tells neither a date nor who came before.
fn date_of_act(parts: &Parts<'_>, after: Option<ActorIx>) -> Option<Option<Date>> {
    match parts.time() {
        Time::On(date) if date.earliest() == date.latest() || parts.follows_comma("on") => Some(Some(date)),
        _ => after.map(|_| None),
    }
}

/// Nobody does to himself what is counted.
fn itself(parts: &Parts<'_>, by: ActorIx, counted: &Counted) -> Result<(), Problem> {
    if counted.of == Entity::Actor(by) && counted.act != CountedAct::Adopted {
        return Err(Problem::Senseless(format!("{} stands on both sides", parts.base()[by].name)));
    }
    Ok(())
}
