//! What happened: phrases for it, and questions about when, whether, in which order, and how long between.

use super::{Meaning, PhraseRule, Rule, happening};
use crate::ask::parts::Parts;
use crate::ask::pattern::Phrase::{Base, Noun, Passive, Past};
use crate::ask::problem::Problem;
use crate::form::{Act, Question, What};
use crate::model::{ActorIx, Capacity, Entity, RelationsAct, TreatyAct};

pub(super) const PHRASES: &[PhraseRule] = &[
    PhraseRule {
        forms: &[
            (Past, "<by:actor> [has | had | have] RECOGNIZED GOV <of:actor>"),
            (Past, "GOV <of:actor> (was | is) FORMALLY recognized by <by:actor>"),
            (Base, "<by:actor> [first] RECOGNIZE GOV <of:actor>"),
            (Passive, "GOV <of:actor> FORMALLY recognized by <by:actor>"),
            (Noun, "[the] DIPLO recognition of GOV <of:actor> by <by:actor>"),
            (Noun, "<by:actor> ['s] DIPLO recognition of GOV <of:actor>"),
        ],
        read: Meaning::Happening(|parts| {
            let (by, of) = parts.pair("by", "of")?;
            Ok(Act::Recognized {
                by,
                of,
                capacity: parts.has("government").then_some(Capacity::Government),
                form: None,
            })
        }),
    },
    PhraseRule {
        forms: &[
            (Past, "<by:actor> [has | had | have] ([formally] WITHDREW RECOGNITION | stopped recognizing) <of:actor>"),
            (Base, "<by:actor> [ever] ([formally] WITHDRAW RECOGNITION | stop recognizing) <of:actor>"),
            (Passive, "recognition of <of:actor> WITHDREW by <by:actor>"),
            (Noun, "[the] withdrawal of [its | the] recognition (of | from) <of:actor> by <by:actor>"),
            (Noun, "<by:actor> ['s] withdrawal of [its] recognition (of | from) <of:actor>"),
        ],
        read: Meaning::Happening(|parts| {
            let (by, of) = parts.pair("by", "of")?;
            Ok(Act::Withdrew { by, of })
        }),
    },
    PhraseRule {
        forms: &[
            (Past, "<by:actor> [has | had | have] SWITCHED from <from:actor> to <to:actor>"),
            (Base, "<by:actor> SWITCH from <from:actor> to <to:actor>"),
            (Noun, "<by:actor> ['s] switch from <from:actor> to <to:actor>"),
            (Noun, "[the] switch of <by:actor> from <from:actor> to <to:actor>"),
        ],
        read: Meaning::Happening(|parts| {
            let (from, to) = parts.pair("from", "to")?;
            Ok(Act::Switched { by: parts.actor("by")?, from, to })
        }),
    },
    PhraseRule {
        forms: &[
            (Past, "<a:actor> and <b:actor> [have | had] ESTABLISHED REL [with EACHOTHER]"),
            (Past, "<a:actor> [has | have | had] ESTABLISHED REL with <b:actor>"),
            (Past, "REL between <a:actor> and <b:actor> (were ESTABLISHED | began | started)"),
            (Base, "<a:actor> and <b:actor> ESTABLISH REL [with EACHOTHER]"),
            (Base, "<a:actor> ESTABLISH REL with <b:actor>"),
            (Base, "REL between <a:actor> and <b:actor> (begin | start)"),
            (Passive, "REL (between | of) <a:actor> and <b:actor> ESTABLISHED"),
            (Noun, "[the] (establishment | beginning | opening | start) of REL (between | of) <a:actor> and <b:actor>"),
        ],
        read: Meaning::Happening(|parts| relations(parts, RelationsAct::Established)),
    },
    PhraseRule {
        forms: &[
            (Past, "<a:actor> and <b:actor> [have | had] SEVERED [their] REL [with EACHOTHER]"),
            (Past, "<a:actor> [has | have | had] SEVERED [its | their] REL with <b:actor>"),
            (Base, "<a:actor> and <b:actor> SEVER [their] REL [with EACHOTHER]"),
            (Base, "<a:actor> SEVER [its | their] REL with <b:actor>"),
            (Passive, "REL (between | of) <a:actor> and <b:actor> SEVERED"),
            (Noun, "[the] (severance | breaking off | break) of REL (between | of) <a:actor> and <b:actor>"),
        ],
        read: Meaning::Happening(|parts| relations(parts, RelationsAct::Severed)),
    },
    PhraseRule {
        forms: &[
            (Past, "<a:actor> and <b:actor> [have | had] suspended [their] REL [with EACHOTHER]"),
            (Past, "<a:actor> [has | have | had] suspended [its | their] REL with <b:actor>"),
            (Base, "<a:actor> and <b:actor> suspend [their] REL [with EACHOTHER]"),
            (Base, "<a:actor> suspend [its | their] REL with <b:actor>"),
            (Passive, "REL (between | of) <a:actor> and <b:actor> suspended"),
            (Noun, "[the] suspension of REL (between | of) <a:actor> and <b:actor>"),
        ],
        read: Meaning::Happening(|parts| relations(parts, RelationsAct::Suspended)),
    },
    PhraseRule {
        forms: &[
            (Past, "<a:actor> and <b:actor> [have | had] RESUMED [their] REL [with EACHOTHER]"),
            (Past, "<a:actor> [has | have | had] RESUMED [its | their] REL with <b:actor>"),
            (Base, "<a:actor> and <b:actor> RESUME [their] REL [with EACHOTHER]"),
            (Base, "<a:actor> RESUME [its | their] REL with <b:actor>"),
            (Passive, "REL (between | of) <a:actor> and <b:actor> RESUMED"),
            (Noun, "[the] (resumption | restoration) of REL (between | of) <a:actor> and <b:actor>"),
        ],
        read: Meaning::Happening(|parts| relations(parts, RelationsAct::Resumed)),
    },
    PhraseRule {
        forms: &[
            (Past, "<of:actor> [has | had | have] opened ITS MISSION in <at:actor>"),
            (Base, "<of:actor> [first] open ITS MISSION in <at:actor>"),
            (Passive, "[the] MISSION of <of:actor> in <at:actor> opened"),
            (Passive, "<of:actor> ['s] MISSION in <at:actor> opened"),
            (Noun, "[the] opening of [the] MISSION of <of:actor> in <at:actor>"),
            (Noun, "[the] opening of <of:actor> ['s] MISSION in <at:actor>"),
        ],
        read: Meaning::Happening(|parts| mission(parts, RelationsAct::MissionOpened)),
    },
    PhraseRule {
        forms: &[
            (Past, "<of:actor> [has | had | have] closed ITS MISSION in <at:actor>"),
            (Base, "<of:actor> close ITS MISSION in <at:actor>"),
            (Passive, "[the] MISSION of <of:actor> in <at:actor> closed"),
            (Noun, "[the] closing of [the] MISSION of <of:actor> in <at:actor>"),
            (Noun, "[the] closing of <of:actor> ['s] MISSION in <at:actor>"),
        ],
        read: Meaning::Happening(|parts| mission(parts, RelationsAct::MissionClosed)),
    },
    PhraseRule {
        forms: &[
            (
                Past,
                "<member:actor> [has | had | have] (joined | entered | became a member of | acceded to) <organization:group>",
            ),
            (Past, "<member:actor> was admitted to <organization:group>"),
            (Base, "<member:actor> [ever] (join | enter | become a member of | accede to) <organization:group>"),
            (Passive, "<member:actor> admitted to <organization:group>"),
            (Noun, "[the] (accession | admission | entry) of <member:actor> (to | into) <organization:group>"),
            (Noun, "<member:actor> ['s] (accession | admission | entry) (to | into) <organization:group>"),
        ],
        read: Meaning::Happening(|parts| {
            let (member, organization) = parts.pair("member", "organization")?;
            Ok(Act::Joined { member, organization })
        }),
    },
    PhraseRule {
        forms: &[
            (Past, "<member:actor> [has | had | have] (left | withdrew from) <organization:group>"),
            (Base, "<member:actor> [ever] (leave | withdraw from) <organization:group>"),
            (Noun, "[the] (withdrawal | departure | exit) of <member:actor> from <organization:group>"),
            (Noun, "<member:actor> ['s] (withdrawal | departure | exit) from <organization:group>"),
        ],
        read: Meaning::Happening(|parts| {
            let (member, organization) = parts.pair("member", "organization")?;
            Ok(Act::Left { member, organization })
        }),
    },
    PhraseRule {
        forms: &[
            (Past, "<party:actor> [has | had | have] ACTED <treaty:treaty>"),
            (Base, "<party:actor> [ever] ACT <treaty:treaty>"),
            (
                Passive,
                "<treaty:treaty> (signed {signed} | ratified {ratified} | accepted {accepted} | approved {approved} | denounced {denounced}) by <party:actor>",
            ),
            (Noun, "[the] SIGNATURE of <treaty:treaty> by <party:actor>"),
            (
                Noun,
                "<party:actor> ['s] (SIGNATURE of | joining of {bound} | accession to {acceded} | succession to {succeeded} | withdrawal from {withdrawn}) <treaty:treaty>",
            ),
        ],
        read: Meaning::Happening(|parts| {
            Ok(Act::Acted { act: parts.treaty_act(), party: parts.actor("party")?, treaty: parts.treaty("treaty")? })
        }),
    },
    PhraseRule {
        forms: &[
            (
                Past,
                "<treaty:treaty> (was signed {signed} | was concluded {signed} | was adopted {adopted} | (entered | came) into force {entered-into-force} | (was terminated | ended) {terminated})",
            ),
            (Base, "<treaty:treaty> ((enter | come) into force {entered-into-force} | end {terminated})"),
            (
                Passive,
                "<treaty:treaty> (signed {signed} | concluded {signed} | adopted {adopted} | terminated {terminated})",
            ),
            (
                Noun,
                "[the] ((signature | signing | conclusion) {signed} | adoption {adopted} | entry into force {entered-into-force} | (end | termination) {terminated}) of <treaty:treaty>",
            ),
        ],
        read: Meaning::Happening(|parts| {
            let act = parts.treaty_act().unwrap_or(TreatyAct::Signed);
            Ok(Act::Treaty { act, treaty: parts.treaty("treaty")? })
        }),
    },
    PhraseRule {
        forms: &[
            (Past, "[resolution] <resolution:resolution> was (adopted | passed)"),
            (Passive, "[resolution] <resolution:resolution> (adopted | passed)"),
            (Noun, "[the] (adoption | passing) of [resolution] <resolution:resolution>"),
        ],
        read: Meaning::Happening(|parts| {
            let resolution = parts.resolution("resolution")?;
            Ok(Act::Adopted { by: parts.base()[resolution].by, about: None, resolution: Some(resolution) })
        }),
    },
    PhraseRule {
        forms: &[
            (Past, "<event:event> (happened | took place | began | occurred)"),
            (Base, "<event:event> (happen | take place | begin | occur)"),
            (Noun, "<event:event>"),
        ],
        read: Meaning::Happening(|parts| match parts.entity("event")? {
            Some(Entity::Event(event)) => Ok(Act::Event { event }),
            _ => unreachable!("the pattern fills the slot"),
        }),
    },
    PhraseRule {
        forms: &[
            (
                Past,
                "<actor:actor> (became independent | gained [its] independence | came into (existence | being) | was founded | was restored)",
            ),
            (Base, "<actor:actor> (become independent | gain [its] independence | come into (existence | being))"),
            (Passive, "<actor:actor> (founded | created)"),
            (Noun, "[the] (independence | founding | beginning) of <actor:actor>"),
            (Noun, "<actor:actor> ['s] independence"),
        ],
        read: Meaning::Happening(|parts| Ok(Act::Began { actor: parts.actor("actor")? })),
    },
    PhraseRule {
        forms: &[
            (Past, "<actor:actor> (ended | was dissolved | dissolved | ceased to exist | broke up | collapsed)"),
            (Base, "<actor:actor> (end | dissolve | cease to exist | break up | collapse)"),
            (Passive, "<actor:actor> dissolved"),
            (Noun, "[the] (end | dissolution | break up | breakup | collapse) of <actor:actor>"),
        ],
        read: Meaning::Happening(|parts| Ok(Act::Ended { actor: parts.actor("actor")? })),
    },
    PhraseRule {
        forms: &[
            (Past, "<by:actor> (began | started) to (back | support) <backs:actor>"),
            (Base, "<by:actor> (begin | start) to (back | support) <backs:actor>"),
        ],
        read: Meaning::Happening(|parts| {
            let (by, backs) = parts.pair("by", "backs")?;
            Ok(Act::Backed { by, backs, over: None })
        }),
    },
];

pub(super) const RULES: &[Rule] = &[
    Rule {
        questions: &[
            "[since] when (did | does | do) <what:base>",
            "[since] when (was | were | is) <what:passive>",
            "[since] when (has | have) <what:past>",
            "(on | in | at) (what | which) (date | day | year | month) (did <what:base> | (was | were) <what:passive>)",
            "what (is | was) the (date | day | year) of <what:noun>",
            "when (was | is | were) <what:noun>",
            "[the] date of <what:noun>",
        ],
        sentences: &[],
        example: "When did Pakistan recognize Azerbaijan?",
        read: |parts| Ok(Question::When(happening(parts, "what")?)),
    },
    Rule {
        questions: &[
            "did <what:base> [TIME]",
            "(has | have | had) <what:past> [TIME]",
            "(was | were) <what:passive> [TIME]",
            "is it true that <what:past> [TIME]",
        ],
        sentences: &["<what:past> [TIME]", "it is true that <what:past> [TIME]"],
        example: "Did Pakistan recognize Azerbaijan in 1991?",
        read: |parts| Ok(Question::Whether { what: What::Act(happening(parts, "what")?), time: parts.time() }),
    },
    Rule {
        questions: &[
            "did <what:base> (before {earlier} | after {later}) (<other:past> | <other:noun>)",
            "(was | were) (<what:passive> | <what:noun>) (before {earlier} | after {later}) (<other:past> | <other:noun>)",
        ],
        sentences: &[
            "<what:past> [soon] (before {earlier} | after {later}) (<other:past> | <other:noun>)",
            "<what:noun> came (before {earlier} | after {later}) <other:noun>",
        ],
        example: "Did Romania recognize Azerbaijan before Pakistan recognized Azerbaijan?",
        read: |parts| {
            let (one, other) = (happening(parts, "what")?, happening(parts, "other")?);
            let (earlier, later) = if parts.has("earlier") { (one, other) } else { (other, one) };
            Ok(Question::Order { earlier, later })
        },
    },
    Rule {
        questions: &["did <what:base> (before {earlier} | after {later}) <rival:actor> [did]"],
        sentences: &["<what:past> (before {earlier} | after {later}) <rival:actor> [did]"],
        example: "Did Romania recognize Azerbaijan before Pakistan did?",
        read: |parts| {
            let one = happening(parts, "what")?;
            let other = of_another(&one, parts)?;
            let (earlier, later) = if parts.has("earlier") { (one, other) } else { (other, one) };
            Ok(Question::Order { earlier, later })
        },
    },
    Rule {
        questions: &[
            "how long [was it] (between | from) <what:noun> (and | to | until) <other:noun>",
            "how (much | long) time (passed | was there | lies) between <what:noun> and <other:noun>",
            "how many UNITS [passed | were there | lie] between <what:noun> and <other:noun>",
            "how (long | many UNITS) after (<what:noun> | <what:past>) did <other:base>",
            "how (long | many UNITS) after (<what:noun> | <what:past>) (was | were) <other:passive>",
            "how (long | many UNITS) before (<other:noun> | <other:past>) did <what:base>",
        ],
        sentences: &[],
        example: "How long after the independence of Azerbaijan did Pakistan recognize Azerbaijan?",
        read: |parts| Ok(Question::HowLong { from: happening(parts, "what")?, to: Some(happening(parts, "other")?) }),
    },
    Rule {
        questions: &[
            "how (long | many UNITS) after [its] independence did <by:actor> RECOGNIZE <of:actor>",
            "how (long | many UNITS) did it take <by:actor> to RECOGNIZE <of:actor>",
        ],
        sentences: &[],
        example: "How long did it take Pakistan to recognize Azerbaijan?",
        read: |parts| {
            let (by, of) = parts.pair("by", "of")?;
            Ok(Question::HowLong {
                from: Act::Began { actor: of },
                to: Some(Act::Recognized { by, of, capacity: None, form: None }),
            })
        },
    },
    Rule {
        questions: &[
            "how long ago did <what:base>",
            "how long ago (was | were) (<what:passive> | <what:noun>)",
            "how long has it been since (<what:past> | <what:noun>)",
        ],
        sentences: &[],
        example: "How long ago did Pakistan recognize Azerbaijan?",
        read: |parts| Ok(Question::HowLong { from: happening(parts, "what")?, to: None }),
    },
    Rule {
        questions: &[],
        sentences: &[
            "<other:past> <count:number> <unit:unit> after (<what:noun> | <what:past>)",
            "<what:past> <count:number> <unit:unit> before (<other:noun> | <other:past>)",
        ],
        example: "Pakistan recognized Azerbaijan 55 days after the independence of Azerbaijan",
        read: |parts| {
            Ok(Question::Lasted {
                from: happening(parts, "what")?,
                to: happening(parts, "other")?,
                count: parts.number("count").unwrap_or(0),
                unit: parts.unit("unit"),
            })
        },
    },
    Rule {
        questions: &[
            "how do we know that <what:past>",
            "how do we know (of | about) <what:noun>",
            "what is the evidence (that <what:past> | (of | for) <what:noun>)",
            "(who says | (what | which) sources say) that <what:past>",
            "sources for <what:noun>",
        ],
        sentences: &[],
        example: "How do we know that Pakistan recognized Azerbaijan?",
        read: |parts| Ok(Question::Evidence(happening(parts, "what")?)),
    },
];

fn relations(parts: &Parts<'_>, act: RelationsAct) -> Result<Act<ActorIx>, Problem> {
    let (a, b) = parts.pair("a", "b")?;
    Ok(Act::Relations { act, a, b })
}

fn mission(parts: &Parts<'_>, act: RelationsAct) -> Result<Act<ActorIx>, Problem> {
    let (of, at) = parts.pair("of", "at")?;
    Ok(Act::Mission { act, of, at, level: parts.level("level") })
}

/// The same, done by the one in the slot `rival`.
fn of_another(happening: &Act<ActorIx>, parts: &Parts<'_>) -> Result<Act<ActorIx>, Problem> {
    let rival = parts.actor("rival")?;
    let mut other = happening.clone();
    let by = match &mut other {
        Act::Recognized { by, .. } | Act::Withdrew { by, .. } | Act::Switched { by, .. } => by,
        Act::Relations { a, .. } => a,
        Act::Mission { of, .. } => of,
        Act::Joined { member, .. } | Act::Left { member, .. } => member,
        Act::Acted { party, .. } => party,
        Act::Began { actor } | Act::Ended { actor } => actor,
        Act::Backed { by, .. } => by,
        Act::Voted { by, .. } => by,
        Act::Treaty { .. } | Act::Adopted { .. } | Act::Event { .. } => {
            let why = format!("{} can't do what a treaty, a resolution or an event did", parts.base()[rival].name);
            return Err(Problem::Senseless(why));
        }
    };
    *by = rival;
    if other == *happening {
        return Err(Problem::Senseless(format!("both are done by {}", parts.base()[rival].name)));
    }
    Ok(other)
}
