//! Who backs whom, and who belongs to what.

use super::Answer;
use super::relations::Bands;
use super::told::{count, first, lines, list, name, on as on_date};
use crate::form::{Slot, State, Time};
use crate::model::{ActorIx, ActorKind, AsOf, Band, Base, Date, Day, DisputeIx, Sure};
use crate::query::{self, Backing, Belonging, Common, MembershipsRequest, PositionsRequest, matching, positions};

pub(super) fn positions_of(
    base: &Base,
    dispute: Option<DisputeIx>,
    (by, backs): (Option<ActorIx>, Option<ActorIx>),
    time: &Time,
    today: Day,
) -> Answer {
    let on = (*time != Time::Ever).then(|| time.day(today));
    let request = PositionsRequest::all().dispute(dispute).by(by);
    let found = positions(base, &request.clone().on(on.map(|day| AsOf::of(day, today)))).positions;
    // Of those of whatever time, what is told to last is told of today.
    let now = positions(base, &request.on(AsOf::of(on.unwrap_or(today), today))).positions;
    let presumed = |one: &Backing| now.iter().any(|held| held.statement == one.statement && held.presumed);
    let fits: Vec<&Backing> = found.iter().filter(|one| backs.is_none_or(|backs| backs == one.backs)).collect();
    let over = dispute.map_or_else(String::new, |dispute| format!(" over {}", base[dispute].name));
    let when = on.map_or_else(String::new, |day| format!(" {}", on_date(&Date::of(day))));
    let told = |one: &&&Backing| {
        let sure = Sure::of(one.band, presumed(one)).doubt().map_or_else(String::new, |doubt| format!(", {doubt}"));
        let period = super::told::period(&base[one.statement]);
        match (by, backs) {
            (Some(_), _) => format!("{} ({}, {period}{sure})", base[one.backs].name, base[one.dispute].name),
            (None, Some(_)) => format!("{} ({}, {period}{sure})", base[one.by].name, base[one.dispute].name),
            (None, None) => format!("{} backs {} ({period}{sure})", base[one.by].name, base[one.backs].name),
        }
    };
    let who = match (by, backs) {
        (Some(by), _) => format!("by {}", name(base, by)),
        (None, Some(backs)) => format!("backing {}", name(base, backs)),
        (None, None) => "at all".to_owned(),
    };
    if fits.is_empty() {
        return Answer::nothing(format!(
            "No position {who}{over}{when} is recorded. That doesn't say that there is none."
        ));
    }
    let all: Vec<String> = fits.iter().map(|one| told(&one)).collect();
    let rests_on = fits.iter().map(|one| one.statement).collect();
    let who = if who == "at all" { String::new() } else { format!(" {who}") };
    Answer::found(format!("{}{who}{over}{when}: {}.", count(fits.len(), "position", "positions"), list(&all)), rests_on)
}

pub(super) fn reciprocal(base: &Base, actor: Option<ActorIx>) -> Answer {
    let found = positions(base, &PositionsRequest::all().by(actor)).reciprocal;
    let fits: Vec<_> =
        found.iter().filter(|pair| actor.is_none_or(|actor| pair.one.by == actor || pair.other.by == actor)).collect();
    if fits.is_empty() {
        return Answer::nothing("No two actors that back each other are recorded so.");
    }
    let all: Vec<String> = fits
        .iter()
        .map(|pair| {
            format!(
                "{} backs {} ({}), and {} backs {} ({}).",
                first(&name(base, pair.one.by)),
                name(base, pair.one.backs),
                base[pair.one.dispute].name,
                name(base, pair.other.by),
                name(base, pair.other.backs),
                base[pair.other.dispute].name
            )
        })
        .collect();
    let rests_on = fits.iter().flat_map(|pair| [pair.one.statement, pair.other.statement]).collect();
    Answer::found(
        format!("{} of positions in which each backs the other.", count(fits.len(), "pair", "pairs")),
        rests_on,
    )
    .with_all(lines(all, "pairs"))
}

/// The members of an organization, with the statements.
pub(super) fn members_in_bands(base: &Base, organization: ActorIx, asked: AsOf) -> Bands {
    let member = State::Member { member: Slot::WHO, organization: Slot::Is(organization) };
    Bands::of(matching(base, &member, asked))
}

pub(super) fn members(base: &Base, organization: ActorIx, time: &Time, today: Day) -> Answer {
    let day = time.day(today);
    let bands = members_in_bands(base, organization, AsOf::of(day, today));
    let (what, when) = (name(base, organization), on_date(&Date::of(day)));
    if bands.is_empty() {
        return Answer::nothing(format!("No members of {what} {when} are recorded."));
    }
    let (lead, presumably) = bands.lead();
    let rests_on = lead.iter().flat_map(|(_, by)| by.iter().copied()).collect();
    let names: Vec<String> = lead.iter().map(|(member, _)| base[*member].name.to_string()).collect();
    let members = count(lead.len(), "member", "members");
    Answer::found(first(&format!("{presumably}{members} of {what} {when}: {}.", list(&names))), rests_on)
        .with_all(bands.more(base))
}

pub(super) fn memberships(base: &Base, actors: &[ActorIx], time: &Time, today: Day) -> Answer {
    let day = time.day(today);
    let found = query::memberships(base, &MembershipsRequest::of(actors, day));
    let who: Vec<String> = actors.iter().map(|actor| name(base, *actor)).collect();
    let when = on_date(&Date::of(day));
    let (mut certain, mut possible, mut rests_on) = (Vec::new(), Vec::new(), Vec::new());
    // To be an Asian state isn't joined.
    let joined = |common: &&Common| base[common.organization].kind != ActorKind::Group;
    for common in found.common.iter().filter(joined) {
        let into = if common.band == Band::Certain { &mut certain } else { &mut possible };
        let organization = &base[common.organization].name;
        into.push(match &common.belongings[..] {
            _ if common.is_full() => organization.to_string(),
            [own] => format!("{organization} ({})", own.standing),
            several => {
                let standing = |own: &Belonging| format!("{}: {}", base[own.member].name, own.standing);
                format!("{organization} ({})", several.iter().map(standing).collect::<Vec<_>>().join(", "))
            }
        });
        rests_on.extend(common.belongings.iter().map(|own| own.statement));
    }
    let common = if actors.len() > 1 { " in common" } else { "" };
    if certain.is_empty() && possible.is_empty() {
        return Answer::nothing(format!("No membership{common} of {} {when} is recorded.", who.join(" and ")));
    }
    let sentence = format!(
        "{}{common} of {} {when}: {}.",
        count(certain.len(), "membership", "memberships"),
        who.join(" and "),
        list(&certain)
    );
    let answer = Answer::found(sentence, rests_on);
    if possible.is_empty() { answer } else { answer.with(format!("Possibly also: {}.", list(&possible))) }
}
