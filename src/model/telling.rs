//! Statements in English sentences, in the past tense and without their dates: "Romania recognized Azerbaijan".

use super::{ActorIx, Base, Fact, Head, RecognitionAct, RelationsAct, Standing, Statement, TreatyAct};

/// What a statement states.
pub fn stated(base: &Base, fact: &Fact) -> String {
    stated_with(base, fact, |actor| &*base[actor].name)
}

/// The same, with other names of actors.
pub fn stated_with<'a>(base: &Base, fact: &Fact, name: impl Fn(ActorIx) -> &'a str) -> String {
    match *fact {
        Fact::Existence { actor } => format!("{} existed", name(actor)),
        Fact::Succession { successor, predecessor, .. } => {
            format!("{} followed {}", name(successor), name(predecessor))
        }
        Fact::Recognition { of, by, act, capacity, .. } => {
            let did = match act {
                RecognitionAct::Recognized => "recognized",
                RecognitionAct::Withdrawn => "withdrew recognition of",
                RecognitionAct::Suspended => "suspended recognition of",
                RecognitionAct::Withheld => "withheld recognition of",
            };
            format!("{} {did} {}", name(by), capacity.in_words(name(of)))
        }
        Fact::Relations { pair, act, by, .. } => {
            let [first, second] = pair.parties();
            let did = related(act);
            match by {
                Some(by) => format!("{} {did} {}{}", name(by), name(pair.other(by)), headed(fact)),
                None => {
                    format!("{} and {} {}{}", name(first), name(second), did.trim_end_matches(" with"), headed(fact))
                }
            }
        }
        Fact::Membership { organization, member, standing, .. } => {
            format!("{} {} {}", name(member), belonging(standing)[0], name(organization))
        }
        Fact::Treaty { treaty, act, party } => {
            let title = &base[treaty].title;
            match party {
                Some(party) if act == TreatyAct::EnteredIntoForce => {
                    format!("{title} was in force for {}", name(party))
                }
                Some(party) => format!("{} {} {title}", name(party), done(act)),
                None if act == TreatyAct::EnteredIntoForce => format!("{title} was in force"),
                None => format!("{title} was {}", done(act)),
            }
        }
        Fact::Resolution { resolution } => {
            format!("{} adopted {}", name(base[resolution].by), base[resolution].title)
        }
        Fact::Vote { resolution, by, .. } => format!("{} voted on {}", name(by), base[resolution].title),
        Fact::Position { by, backs, .. } => format!("{} backed {}", name(by), name(backs)),
        Fact::Event { event } => format!("{} happened", base[event].name),
    }
}

/// How an actor stood to an organization, and how that began.
fn belonging(standing: Standing) -> [&'static str; 2] {
    match standing {
        Standing::Member | Standing::Founder => ["belonged to", "joined"],
        Standing::Associate => ["was an associate of", "became an associate of"],
        Standing::Observer => ["was an observer at", "became an observer at"],
        Standing::Suspended => ["was suspended from"; 2],
    }
}

/// What a statement states of its beginning: "Azerbaijan joined United Nations", where [`stated`] tells that it belonged to
/// it.
pub fn begun(base: &Base, statement: &Statement) -> String {
    let name = |actor: ActorIx| &*base[actor].name;
    match statement.fact {
        // That it existed by a day isn't that it began then.
        Fact::Existence { .. } if statement.had_begun() => stated(base, &statement.fact),
        Fact::Existence { actor } => format!("{} began to exist as a state", name(actor)),
        Fact::Membership { organization, member, standing, .. } => {
            format!("{} {} {}", name(member), belonging(standing)[1], name(organization))
        }
        Fact::Position { by, backs, .. } => format!("{} began to back {}", name(by), name(backs)),
        Fact::Treaty { treaty, act: TreatyAct::EnteredIntoForce, party: None } => {
            format!("{} entered into force", base[treaty].title)
        }
        _ => stated(base, &statement.fact),
    }
}

/// What an act says of who heads the missions from then on: " to the level of chargés d'affaires", or nothing.
pub fn headed(fact: &Fact) -> &'static str {
    match fact {
        Fact::Relations { head: Some(Head::Ambassador), .. } => " to the level of ambassadors",
        Fact::Relations { head: Some(Head::ChargeDAffaires), .. } => " to the level of chargés d’affaires",
        Fact::Relations { head: Some(Head::Secretary), .. } => " to the level of secretaries",
        _ => "",
    }
}

fn related(act: RelationsAct) -> &'static str {
    match act {
        RelationsAct::Agreed => "agreed on relations with",
        RelationsAct::Established => "established relations with",
        RelationsAct::Downgraded => "downgraded relations with",
        RelationsAct::Recalled => "recalled its head of mission from",
        RelationsAct::Upgraded => "upgraded relations with",
        RelationsAct::Suspended => "suspended relations with",
        RelationsAct::Severed => "severed relations with",
        RelationsAct::Resumed => "resumed relations with",
        RelationsAct::Absent => "had no relations with",
        RelationsAct::MissionOpened => "opened a mission in",
        RelationsAct::MissionRaised => "raised its mission in",
        RelationsAct::MissionLowered => "lowered its mission in",
        RelationsAct::MissionMoved => "moved its mission in",
        RelationsAct::MissionSuspended => "suspended its mission in",
        RelationsAct::MissionClosed => "closed its mission in",
    }
}

fn done(act: TreatyAct) -> &'static str {
    match act {
        TreatyAct::Adopted => "adopted",
        TreatyAct::Initialled => "initialled",
        TreatyAct::Signed => "signed",
        TreatyAct::Ratified => "ratified",
        TreatyAct::Accepted => "accepted",
        TreatyAct::Approved => "approved",
        TreatyAct::Acceded => "acceded to",
        TreatyAct::Succeeded => "succeeded to",
        TreatyAct::ProvisionallyApplied => "provisionally applied",
        TreatyAct::EnteredIntoForce => "brought into force",
        TreatyAct::Suspended => "suspended",
        TreatyAct::Denounced => "denounced",
        TreatyAct::Withdrawn => "withdrawn from",
        TreatyAct::Terminated => "terminated",
    }
}
