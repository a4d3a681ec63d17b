//! Treaties, resolutions, votes, positions, memberships.

use super::Rule;
use super::counting::{adopted, choice};
use crate::ask::parts::Parts;
use crate::ask::problem::Problem;
use crate::form::{Act, Pattern, Question, Slot, State, Time, What};
use crate::model::{ActorIx, Choice};

pub(super) const RULES: &[Rule] = &[
    Rule {
        questions: &[
            "(which | what) treaties (do | did) <a:actor> and <b:actor> have in common [DAY]",
            "(which | what) treaties (do | did) <a:actor> and <b:actor> share [DAY]",
            "(which | what) treaties (bind | bound | are in force for | were in force for | are in force between | were in force between) [both] <a:actor> and <b:actor> {force} [DAY]",
            "[LIST] [the] treaties (between | of) [both] <a:actor> and <b:actor> [DAY]",
            "[LIST] [the] treaties that <a:actor> and <b:actor> have in common [DAY]",
        ],
        sentences: &[],
        example: "Which treaties do Azerbaijan and Pakistan have in common?",
        read: |parts| {
            let (a, b) = parts.pair("a", "b")?;
            Ok(treaties(parts, vec![a, b]))
        },
    },
    Rule {
        questions: &[
            "(which | what) treaties (is | was | are) <a:actor> [a] party to [DAY]",
            "(which | what) treaties (has | have | did) <a:actor> (signed | ratified | joined | sign | ratify | join)",
            "(which | what) treaties (bind | bound | are in force for | were in force for) <a:actor> {force} [DAY]",
            "[LIST] [the] treaties of <a:actor> [DAY]",
        ],
        sentences: &[],
        example: "Which treaties bind Azerbaijan?",
        read: |parts| Ok(treaties(parts, vec![parts.actor("a")?])),
    },
    Rule {
        questions: &[
            "(who | which COUNTRIES | what COUNTRIES) (is | are | was | were) [a] (party | parties) to <treaty:treaty> [DAY]",
            "who are the parties to <treaty:treaty> [DAY]",
            "[LIST] [the] parties (to | of) <treaty:treaty> [DAY]",
            "(who | which COUNTRIES) [has | have] (signed | ratified | joined | acceded to) <treaty:treaty>",
            "for whom (is | was) <treaty:treaty> in force [DAY]",
        ],
        sentences: &[],
        example: "Who are the parties to the Treaty of Kars?",
        read: |parts| holding(parts, State::Party { party: Slot::WHO, treaty: Some(parts.treaty("treaty")?) }),
    },
    Rule {
        questions: &[
            "(which | what) RESOLUTIONS (are | were) [there] (adopted | passed) ABOUT <about:subject> [TIME]",
            "(which | what) RESOLUTIONS (are | is) [there] ABOUT <about:subject> [TIME]",
            "(which | what) RESOLUTIONS (did | has | have) <by:actor> (adopt | adopted | pass | passed) [ABOUT <about:subject>] [TIME]",
            "(which | what) RESOLUTIONS (mention | concern | concerns) <about:subject> [TIME]",
            "[LIST] [the] RESOLUTIONS (of | by) <by:actor> [ABOUT <about:subject>] [TIME]",
            "[LIST] [the] RESOLUTIONS ABOUT <about:subject> [TIME]",
            "(what | which) did <by:actor> (resolve | adopt) [ABOUT <about:subject>] [TIME]",
        ],
        sentences: &[],
        example: "Which resolutions did the Security Council adopt on Nagorno-Karabakh in 1993?",
        read: |parts| Ok(Question::which(adopted(parts)?)),
    },
    Rule {
        questions: &[
            "(who | which COUNTRIES | what COUNTRIES) VOTED [resolution] <resolution:resolution>",
            "LIST THE (COUNTRIES | those) that VOTED [resolution] <resolution:resolution>",
        ],
        sentences: &[],
        example: "Who voted against General Assembly resolution 62/243?",
        read: |parts| roll_call(parts, choice(parts)),
    },
    Rule {
        questions: &[
            "(who voted | how did (COUNTRIES | they) vote) on [resolution] <resolution:resolution>",
            "[what (is | was)] the (vote | roll call) on [resolution] <resolution:resolution>",
        ],
        sentences: &[],
        example: "What was the vote on General Assembly resolution 62/243?",
        read: |parts| roll_call(parts, None),
    },
    Rule {
        questions: &["how did <by:actor> vote on [resolution] <resolution:resolution>"],
        sentences: &[],
        example: "How did Pakistan vote on General Assembly resolution 62/243?",
        read: |parts| {
            let by = Slot::Is(parts.actor("by")?);
            let voted = Act::Voted { by, choice: None, resolution: parts.resolution("resolution")? };
            Ok(Question::which(Pattern::act(voted)))
        },
    },
    Rule {
        questions: &["did <by:actor> VOTE [resolution] <resolution:resolution>"],
        sentences: &["<by:actor> VOTED [resolution] <resolution:resolution>"],
        example: "Did Pakistan vote for General Assembly resolution 62/243?",
        read: |parts| {
            let choice = Some(choice(parts).unwrap_or(Choice::Favour));
            let voted = Act::Voted { by: parts.actor("by")?, choice, resolution: parts.resolution("resolution")? };
            Ok(Question::Whether { what: What::Act(voted), time: Time::Ever })
        },
    },
    Rule {
        questions: &[
            "how often (do | did | have) <a:actor> and <b:actor> (vote | voted) (alike | together | the same [way])",
            "[what is] the agreement [in votes] (between | of) <a:actor> and <b:actor> [in votes]",
            "(do | did) <a:actor> and <b:actor> vote (alike | together | the same [way])",
        ],
        sentences: &[],
        example: "How often did Azerbaijan and Pakistan vote alike?",
        read: |parts| {
            let (a, b) = parts.pair("a", "b")?;
            Ok(Question::Agreement { a, b })
        },
    },
    Rule {
        questions: &[
            "(who | which COUNTRIES | what COUNTRIES) (back | backs | backed | support | supports | supported) <backs:actor> [(over | in | on) <dispute:dispute>] [DAY]",
            "[LIST] [the] (supporters | backers) of <backs:actor> [(over | in | on) <dispute:dispute>] [DAY]",
        ],
        sentences: &[],
        example: "Who backs Azerbaijan over Nagorno-Karabakh?",
        read: |parts| {
            let backs = Slot::Is(parts.actor("backs")?);
            positions(parts, State::Backs { by: Slot::WHO, backs, dispute: parts.dispute("dispute")? })
        },
    },
    Rule {
        questions: &[
            "(who | whom | which side) (does | do | did) <by:actor> (back | support) [(over | in | on) <dispute:dispute>] [DAY]",
            "(what is | what was) the position of <by:actor> (over | in | on) <dispute:dispute> [DAY]",
            "where (does | did) <by:actor> stand (over | in | on) <dispute:dispute> [DAY]",
            "(what are | what were | list | show) the positions of <by:actor> [DAY]",
        ],
        sentences: &[],
        example: "Whom does Türkiye back over Kashmir?",
        read: |parts| {
            let by = Slot::Is(parts.actor("by")?);
            positions(parts, State::Backs { by, backs: Slot::WHO, dispute: parts.dispute("dispute")? })
        },
    },
    Rule {
        questions: &[
            "(who backs whom | who supports whom | what positions are there) (over | in | on) <dispute:dispute> [DAY]",
            "[LIST] [the] positions (over | in | on) <dispute:dispute> [DAY]",
        ],
        sentences: &[],
        example: "Who backs whom over Nagorno-Karabakh?",
        read: |parts| {
            let dispute = parts.dispute("dispute")?;
            positions(parts, State::Backs { by: Slot::WHO, backs: Slot::WHO, dispute })
        },
    },
    Rule {
        questions: &[
            "(who | which COUNTRIES | what COUNTRIES) (back | support) EACHOTHER",
            "reciprocal backing [of <actor:actor>]",
            "(who | which COUNTRIES) (back | support) EACHOTHER with <actor:actor>",
        ],
        sentences: &[],
        example: "Which countries back each other?",
        read: |parts| {
            let a = Slot::named(parts.maybe_actor("actor")?);
            Ok(Question::which(Pattern::state(State::BackEachOther { a, b: Slot::WHO }).at(Time::Ever)))
        },
    },
    Rule {
        questions: &[
            "who (are | were) [the] members of <organization:group> [DAY]",
            "(which | what) COUNTRIES (are | were) ([the] members of | in) <organization:group> [DAY]",
            "(which | what) COUNTRIES (belong | belonged) to <organization:group> [DAY]",
            "(who | which COUNTRY) (belongs | belonged) to <organization:group> [DAY]",
            "[LIST] [the] members of <organization:group> [DAY]",
        ],
        sentences: &[],
        example: "Who were the members of NATO in 1955?",
        read: |parts| {
            let organization = Slot::Is(parts.actor("organization")?);
            holding(parts, State::Member { member: Slot::WHO, organization })
        },
    },
    Rule {
        questions: &[
            "(which | what) organizations (are | were) <a:actor> and <b:actor> [both] [members of | in] [DAY]",
            "(which | what) organizations (do | did) <a:actor> and <b:actor> [both] (belong to | have in common | share) [DAY]",
            "(which | what) memberships (do | did) <a:actor> and <b:actor> (have in common | share) [DAY]",
        ],
        sentences: &[],
        example: "Which organizations do Azerbaijan and Pakistan both belong to?",
        read: |parts| {
            let (a, b) = parts.pair("a", "b")?;
            holding(parts, State::Member { member: Slot::Each(vec![a, b]), organization: Slot::WHO })
        },
    },
    Rule {
        questions: &[
            "(which | what) organizations (is | was | are) <a:actor> (in | a member of) [DAY]",
            "(which | what) organizations (does | did) <a:actor> belong to [DAY]",
            "[LIST] [the] memberships of <a:actor> [DAY]",
        ],
        sentences: &[],
        example: "Which organizations is Azerbaijan a member of?",
        read: |parts| {
            let member = Slot::Is(parts.actor("a")?);
            holding(parts, State::Member { member, organization: Slot::WHO })
        },
    },
];

/// Who or what fills the holes of what holds on the day that the question names.
pub(super) fn holding(parts: &Parts<'_>, state: State<Slot>) -> Result<Question, Problem> {
    Ok(Question::which(Pattern::state(state).at(parts.standing())))
}

/// Positions that are on record, or hold on the day that the question names.
fn positions(parts: &Parts<'_>, state: State<Slot>) -> Result<Question, Problem> {
    Ok(Question::which(Pattern::state(state).at(parts.on().map_or(Time::Ever, Time::On))))
}

/// The treaties to which all of these are parties: those on record, or those in force on the day that the question names.
fn treaties(parts: &Parts<'_>, actors: Vec<ActorIx>) -> Question {
    let time = match parts.standing() {
        Time::Today if parts.on().is_none() && !parts.has("force") => Time::Ever,
        time => time,
    };
    let party = if let [one] = actors[..] { Slot::Is(one) } else { Slot::Each(actors) };
    Question::which(Pattern::state(State::Party { party, treaty: None }).at(time))
}

fn roll_call(parts: &Parts<'_>, choice: Option<Choice>) -> Result<Question, Problem> {
    let voted = Act::Voted { by: Slot::WHO, choice, resolution: parts.resolution("resolution")? };
    Ok(Question::which(Pattern::act(voted)))
}
