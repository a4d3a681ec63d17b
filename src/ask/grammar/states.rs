//! What holds: phrases for it.

use super::{Meaning, PhraseRule};
use crate::ask::pattern::Phrase::{Being, Holds, Now};
use crate::form::State;

pub(super) const PHRASES: &[PhraseRule] = &[
    PhraseRule {
        forms: &[
            (Now, "<by:actor> [still] RECOGNIZES <of:actor>"),
            (Now, "<by:actor> [still] RECOGNIZE <of:actor>"),
            (Now, "<of:actor> is [still] FORMALLY recognized by <by:actor>"),
            (Holds, "<by:actor> [still] RECOGNIZE <of:actor>"),
            (Being, "<of:actor> [still] FORMALLY recognized by <by:actor>"),
        ],
        read: Meaning::State(|parts| {
            let (by, of) = parts.pair("by", "of")?;
            Ok(State::Recognizes { by, of })
        }),
    },
    PhraseRule {
        forms: &[
            (Now, "<by:actor> (does not | doesnt | do not | dont) recognize <of:actor>"),
            (Now, "<by:actor> no longer (recognizes | recognize) <of:actor>"),
        ],
        read: Meaning::State(|parts| {
            let (by, of) = parts.pair("by", "of")?;
            Ok(State::DoesntRecognize { by, of })
        }),
    },
    PhraseRule {
        forms: &[
            (Now, "<a:actor> and <b:actor> [still] recognize EACHOTHER"),
            (Now, "<a:actor> and <b:actor> recognized EACHOTHER"),
            (Holds, "<a:actor> and <b:actor> [still | ever] recognize EACHOTHER"),
        ],
        read: Meaning::State(|parts| {
            let (a, b) = parts.pair("a", "b")?;
            Ok(State::EachOther { a, b })
        }),
    },
    PhraseRule {
        forms: &[
            (Now, "<by:actor> [still] (refuses | refuse | refused) to recognize <of:actor>"),
            (Now, "<by:actor> [still] (withholds | withhold | withheld) recognition (of | from) <of:actor>"),
            (Holds, "<by:actor> [still] (refuse to recognize | withhold [its] recognition (of | from)) <of:actor>"),
        ],
        read: Meaning::State(|parts| {
            let (by, of) = parts.pair("by", "of")?;
            Ok(State::Withholds { by, of })
        }),
    },
    PhraseRule {
        forms: &[
            (Now, "<a:actor> and <b:actor> [still] (have | had | maintain | maintained) REL [with EACHOTHER]"),
            (Now, "<a:actor> [still] (has | had | have | maintains | maintained) REL with <b:actor>"),
            (Holds, "<a:actor> and <b:actor> [still | ever] (have | maintain) [any] REL [with EACHOTHER]"),
            (Holds, "<a:actor> [still | ever] (have | maintain) [any] REL with <b:actor>"),
            (Being, "there [still | any] REL between <a:actor> and <b:actor>"),
        ],
        read: Meaning::State(|parts| {
            let (a, b) = parts.pair("a", "b")?;
            Ok(State::Related { a, b })
        }),
    },
    PhraseRule {
        forms: &[
            (Now, "<of:actor> [still] (has | have | had | maintains) ITS MISSION in <at:actor>"),
            (Holds, "<of:actor> [still | ever] (have | maintain) ITS MISSION in <at:actor>"),
            (Being, "there (a | an) MISSION of <of:actor> in <at:actor>"),
            (Being, "there (a | an) <of:actor> MISSION in <at:actor>"),
        ],
        read: Meaning::State(|parts| {
            let (of, at) = parts.pair("of", "at")?;
            Ok(State::Mission { of, at, level: parts.level("level") })
        }),
    },
    PhraseRule {
        forms: &[
            (Now, "<member:actor> (is | was | are | were) [still | already] a member of <organization:group>"),
            (Now, "<member:actor> (belongs | belonged | belong) to <organization:group>"),
            (Holds, "<member:actor> [still] belong to <organization:group>"),
            (Being, "<member:actor> [still | already | ever] (a member of | in) <organization:group>"),
        ],
        read: Meaning::State(|parts| {
            let (member, organization) = parts.pair("member", "organization")?;
            Ok(State::Member { member, organization })
        }),
    },
    PhraseRule {
        forms: &[
            (Now, "<party:actor> (is | was | are | were) [still] ([a] party to | bound by) <treaty:treaty>"),
            (Now, "<treaty:treaty> (is | was) [still] in force for <party:actor>"),
            (Now, "<treaty:treaty> (binds | bound) <party:actor>"),
            (Holds, "<treaty:treaty> [still] (bind | apply to) <party:actor>"),
            (Being, "<party:actor> [still | already | ever] ([a] party to | bound by) <treaty:treaty>"),
            (Being, "<treaty:treaty> [still | already] in force for <party:actor>"),
        ],
        read: Meaning::State(|parts| {
            Ok(State::Party { party: parts.actor("party")?, treaty: Some(parts.treaty("treaty")?) })
        }),
    },
    PhraseRule {
        forms: &[
            (Now, "<treaty:treaty> (is | was) [still] in force"),
            (Being, "<treaty:treaty> [still | already] in force"),
        ],
        read: Meaning::State(|parts| Ok(State::InForce { treaty: parts.treaty("treaty")? })),
    },
    PhraseRule {
        forms: &[
            (
                Now,
                "<by:actor> [still] (backs | back | backed | supports | support | supported) <backs:actor> [(over | in | on) <dispute:dispute>]",
            ),
            (Holds, "<by:actor> [still | ever] (back | support) <backs:actor> [(over | in | on) <dispute:dispute>]"),
            (
                Being,
                "<backs:actor> [still | ever] (backed | supported) by <by:actor> [(over | in | on) <dispute:dispute>]",
            ),
        ],
        read: Meaning::State(|parts| {
            let (by, backs) = parts.pair("by", "backs")?;
            Ok(State::Backs { by, backs, dispute: parts.dispute("dispute")? })
        }),
    },
    PhraseRule {
        forms: &[
            (Now, "<a:actor> and <b:actor> (back | backed | support | supported) EACHOTHER"),
            (Holds, "<a:actor> and <b:actor> [still | ever] (back | support) EACHOTHER"),
        ],
        read: Meaning::State(|parts| {
            let (a, b) = parts.pair("a", "b")?;
            Ok(State::BackEachOther { a, b })
        }),
    },
    PhraseRule {
        forms: &[
            (Now, "<actor:actor> [still | already] (exists | existed)"),
            (Now, "<actor:actor> (is | was) [still | already] [an] independent [state | country]"),
            (Holds, "<actor:actor> [still | already] exist"),
            (Being, "<actor:actor> [still | already] [an] independent [state | country]"),
        ],
        read: Meaning::State(|parts| Ok(State::Exists { actor: parts.actor("actor")? })),
    },
];
