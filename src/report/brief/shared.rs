//! Parts that briefs of two and of one have in common: treaties, resolutions, positions, memberships.

use super::words::{self, and};
use super::{BriefWriter, cut, more, section};
use crate::model::{
    ActorIx, ActorKind, Band, Base, Closed, Deed, Fact, ResolutionIx, Said, StatementIx, TreatyAct, TreatyIx,
    TreatyKind, VoteMode, begun,
};
use crate::query::{Backing, Belonging, Common, Subject, TreatyState, force_in_words};
use crate::report::document::{Block, Column, DocumentTable, RichText, Row, Run, Section, joined};
use crate::report::limits::brief as limits;

impl BriefWriter<'_> {
    pub(super) fn treaties(&mut self) -> Option<Section> {
        let day = self.answer.request.on.in_words();
        let mut blocks = Vec::new();
        let mut near: Vec<&TreatyState> = self.answer.treaties.near.iter().collect();
        // The newest first; what is between the two comes before what others share.
        near.reverse();
        if matches!(self.answer.request.subject, Subject::Two(..)) {
            near.sort_by_key(|state| self.base[state.treaty].kind != TreatyKind::Bilateral);
        }
        let (near, rest) = cut(near, limits::TABLE_ROWS);
        let rows: Vec<Row> = near.into_iter().map(|state| self.treaty_row(state)).collect();
        if !rows.is_empty() {
            blocks.push(Block::Table(DocumentTable {
                caption: format!("Bilateral and regional treaties, with their force on {day}"),
                columns: columns(&[("Treaty", 5), ("Acts", 5), ("In force", 2)]),
                rows,
            }));
            blocks.extend(more(rest, "earlier, of two or few", &self.command("treaties")));
        }
        blocks.extend(self.wide_treaties());
        let title = match self.answer.request.subject {
            Subject::Two(..) => "Treaties in common",
            Subject::One(_) => "Treaties",
        };
        if blocks.is_empty() {
            blocks.push(Block::Paragraph(RichText::plain(format!("No treaty is recorded as binding on {day}."))));
        }
        section("treaties", title, blocks)
    }

    fn treaty_row(&mut self, state: &TreatyState) -> Row {
        let base = self.base;
        let mut acts: Vec<StatementIx> = state.acts.clone();
        for ix in state.parties.iter().flat_map(|party| &party.actions) {
            if !acts.contains(ix) {
                acts.push(*ix);
            }
        }
        acts.sort_by_key(|&ix| (base[ix].begins.earliest, base[ix].begins.latest, ix));
        let told = acts.iter().map(|&ix| deed(base, ix)).collect();
        let partner = match self.answer.request.subject {
            Subject::One(actor) => partners(base, state.treaty, actor),
            Subject::Two(..) => String::new(),
        };
        let notes = self.cite(acts);
        let title = RichText::plain(&*base[state.treaty].title).say(partner).with(notes);
        vec![title, joined(told, "; "), RichText::plain(force(state.said))]
    }

    /// Treaties open to many: their titles in a row.
    fn wide_treaties(&mut self) -> Vec<Block> {
        let day = self.answer.request.on.in_words();
        let base = self.base;
        let both = match self.answer.request.subject {
            Subject::Two(..) => "both",
            Subject::One(actor) => &base[actor].name,
        };
        let mut blocks = Vec::new();
        let mut room = limits::WIDE_TREATIES;
        for said in [Said::Yes, Said::Presumably, Said::CantTell] {
            let how = force_in_words(said);
            let list: Vec<&TreatyState> = self.answer.treaties.wide.iter().filter(|state| state.said == said).collect();
            if list.is_empty() {
                continue;
            }
            let number = words::count(list.len(), "treaty", "treaties");
            let (list, rest) = cut(list, room.max(1));
            room = room.saturating_sub(list.len());
            let titles: Vec<RichText> = list.iter().map(|state| RichText::plain(&*base[state.treaty].title)).collect();
            let notes = self.cite(list.iter().flat_map(|state| state.parties.iter().filter_map(binding(base))));
            let lead = format!("{number} open to many {how} for {both} on {day}:");
            blocks.push(Block::Paragraph(RichText::plain(lead).with(notes)));
            blocks.push(Block::Remark(joined(titles, "; ").say(".")));
            blocks.extend(more(rest, "of many", &self.command("treaties")));
        }
        blocks
    }

    pub(super) fn resolutions(&mut self) -> Option<Section> {
        let mut blocks = Vec::new();
        let (own, others, title) = match self.answer.request.subject {
            Subject::Two(..) => ("by bodies of one on the other", "by others on both", "Resolutions about each other"),
            Subject::One(_) => ("by its bodies", "by others", "Resolutions"),
        };
        let lists = [(self.answer.resolutions.own.clone(), own), (self.answer.resolutions.others.clone(), others)];
        for (mut list, whose) in lists {
            // The newest first: of many, the oldest are counted.
            list.reverse();
            let (list, rest) = cut(list, limits::LIST_ITEMS);
            let items: Vec<RichText> = list.into_iter().map(|ix| self.resolution(ix)).collect();
            if !items.is_empty() {
                if !blocks.is_empty() {
                    blocks.push(Block::Paragraph(RichText::plain(format!("{}:", words::capital(whose)))));
                }
                blocks.push(Block::List(items));
                blocks.extend(more(rest, &format!("earlier {whose}"), &self.resolutions_command()));
            }
        }
        if blocks.is_empty() {
            let none = match self.answer.request.subject {
                Subject::Two(..) => "No resolution of one about the other, or of others about both, is recorded.",
                Subject::One(_) => "No resolution by or about it is recorded.",
            };
            blocks.push(Block::Paragraph(RichText::plain(none)));
        }
        section("resolutions", title, blocks)
    }

    fn resolution(&mut self, ix: ResolutionIx) -> RichText {
        let base = self.base;
        let resolution = &base[ix];
        let adopted = &base[resolution.adopted];
        let symbol = resolution.symbol.as_deref().map_or_else(String::new, |symbol| format!(" {symbol}"));
        let vote = match (resolution.vote, resolution.tally) {
            (VoteMode::Unanimous, _) => ", adopted unanimously".to_owned(),
            (VoteMode::WithoutVote, _) => ", adopted without a vote".to_owned(),
            (_, Some(tally)) => format!(", adopted by {tally}"),
            (VoteMode::Recorded | VoteMode::Adopted, None) => String::new(),
        };
        let head = format!(", {}{symbol}: {}{vote}.", base[resolution.by].name, resolution.title);
        let deeds = deeds(base, &resolution.deeds);
        let notes = self.cite([resolution.adopted]);
        let lead = RichText(vec![Run::Strong(adopted.date().map_or("Undated".into(), |date| date.in_words()))]);
        let lead = if adopted.is_contested() {
            lead.and(RichText::default().say(" ").with(Run::Mark("sources differ".into())))
        } else {
            lead
        };
        lead.say(head).say(if deeds.is_empty() { String::new() } else { format!(" It {deeds}.") }).with(notes)
    }

    pub(super) fn positions(&mut self) -> Option<Section> {
        let stances = &self.answer.stances;
        let mut items = Vec::new();
        let (reciprocal, rest) = cut(stances.reciprocal.clone(), limits::TABLE_ROWS);
        for pair in reciprocal {
            let (one, other) = (self.backing(pair.one), self.backing(pair.other));
            let doubt = if pair.band == Band::Certain { "" } else { ", perhaps not at one time" };
            items.push(
                RichText::strong("Each backs the other")
                    .say(format!("{doubt}: "))
                    .and(one)
                    .say("; ")
                    .and(other)
                    .say("."),
            );
        }
        let paired = |ix: StatementIx| {
            stances.reciprocal.iter().any(|pair| [pair.one.statement, pair.other.statement].contains(&ix))
        };
        let single: Vec<Backing> =
            stances.given.iter().chain(&stances.other).filter(|own| !paired(own.statement)).copied().collect();
        let (single, more_single) = cut(single, limits::TABLE_ROWS);
        for backing in single {
            items.push(self.backing(backing).say("."));
        }
        let (alike, more_alike) = cut(stances.alike.clone(), limits::LIST_ITEMS);
        for [one, other] in alike {
            items.push(self.alike(one, other));
        }
        let mut blocks = Vec::new();
        if items.is_empty() {
            let none = match self.answer.request.subject {
                Subject::Two(..) => "no position of one in a dispute of the other",
                Subject::One(_) => "no position by it, or backing it,",
            };
            let day = self.answer.request.on.in_words();
            blocks.push(Block::Paragraph(RichText::plain(format!("On {day}, {none} is recorded as held."))));
        } else {
            blocks.push(Block::List(items));
            blocks.extend(more(rest + more_single + more_alike, "positions", "chancery positions --by ACTOR"));
        }
        section("positions", "Positions in disputes", blocks)
    }

    /// "Azerbaijan backs Pakistan (Kashmir, held by 29 October 2017)"
    fn backing(&mut self, backing: Backing) -> RichText {
        let base = self.base;
        let (by, backs) = (&base[backing.by].name, &base[backing.backs].name);
        let text = RichText::plain(format!("{by} backs {backs} ({}, ", base[backing.dispute].name));
        let notes = self.cite([backing.statement]);
        words::banded(text.and(words::period(&base[backing.statement])).say(")"), backing.band).with(notes)
    }

    /// Both take a position in a dispute that is neither's.
    fn alike(&mut self, one: Backing, other: Backing) -> RichText {
        let base = self.base;
        let dispute = &base[one.dispute].name;
        let [a, b, of_a, of_b] = [one.by, other.by, one.backs, other.backs].map(|ix| &*base[ix].name);
        let text = if one.backs == other.backs {
            format!("Both back {of_a} ({dispute}).")
        } else {
            format!("{a} backs {of_a}, and {b} backs {of_b} ({dispute}).")
        };
        let notes = self.cite([one.statement, other.statement]);
        RichText::plain(text).with(notes)
    }

    pub(super) fn memberships(&mut self) -> Option<Section> {
        let base = self.base;
        let answer = self.answer;
        let one = matches!(answer.request.subject, Subject::One(_));
        let mut blocks = Vec::new();
        // To be an Asian state isn't joined.
        let joined_ones = |common: &&Common| base[common.organization].kind != ActorKind::Group;
        let all: Vec<&Common> = answer.memberships.common.iter().filter(joined_ones).collect();
        for (band, lead) in [(Band::Certain, "Certainly"), (Band::Possible, "Possibly")] {
            let list: Vec<&Common> = all.iter().filter(|common| common.band == band).copied().collect();
            if list.is_empty() {
                continue;
            }
            let mut named = Vec::new();
            for common in &list {
                let notes = self.cite(common.belongings.iter().map(|own| own.statement));
                let standing = |own: &Belonging| {
                    if one { own.standing.to_string() } else { format!("{}: {}", base[own.member].name, own.standing) }
                };
                let name = RichText::plain(&*base[common.organization].name);
                let standings: Vec<String> = common.belongings.iter().map(standing).collect();
                let name = if common.is_full() { name } else { name.say(format!(" ({})", standings.join(", "))) };
                named.push(name.with(notes));
            }
            let text = RichText::strong(lead).say(format!(" ({}): ", list.len()));
            blocks.push(Block::Paragraph(text.and(joined(named, "; ")).say(".")));
        }
        if blocks.is_empty() {
            let none = if one { "No membership is recorded." } else { "No common membership is recorded." };
            blocks.push(Block::Paragraph(RichText::plain(none)));
        }
        section("memberships", if one { "Memberships" } else { "Common memberships" }, blocks)
    }

    /// What comes back in the year after the day.
    pub(super) fn anniversaries(&mut self) -> Option<Section> {
        let base = self.base;
        let round = match self.answer.request.subject {
            Subject::One(_) => " round",
            Subject::Two(..) => "",
        };
        let (told, rest) = cut(self.answer.anniversaries.clone(), limits::LIST_ITEMS);
        let items: Vec<RichText> = told
            .into_iter()
            .map(|entry| {
                let notes = self.cite([entry.statement]);
                let what = begun(base, &base[entry.statement]);
                let years = words::count(entry.years as usize, "year", "years");
                RichText::strong(entry.on.in_words()).say(format!(": {years} since {what}")).with(notes)
            })
            .collect();
        let mut blocks = Vec::new();
        if items.is_empty() {
            let none = format!("No{round} anniversary falls in the twelve months after that day.");
            blocks.push(Block::Paragraph(RichText::plain(none)));
        } else {
            blocks.push(Block::Paragraph(joined(items, "; ").say(".")));
            blocks.extend(more(rest, &format!("later{round} anniversaries"), &self.anniversaries_command()));
        }
        section("anniversaries", "Upcoming anniversaries", blocks)
    }

    /// The command that tells all of something.
    pub(super) fn command(&self, verb: &str) -> String {
        let ids: Vec<&str> = self.answer.request.subject.actors().iter().map(|&ix| self.base[ix].id.as_str()).collect();
        format!("chancery {verb} {}", ids.join(" "))
    }

    fn anniversaries_command(&self) -> String {
        let from = self.answer.request.on;
        match self.answer.request.subject {
            Subject::One(actor) => {
                format!("chancery anniversaries --today {from} --next 365d --round 10 --actor {}", self.base[actor].id)
            }
            Subject::Two([a, b], _) => format!(
                "chancery anniversaries --today {from} --next 365d --pair {} {}",
                self.base[a].id, self.base[b].id
            ),
        }
    }

    fn resolutions_command(&self) -> String {
        let ids: Vec<&str> = self.answer.request.subject.actors().iter().map(|&ix| self.base[ix].id.as_str()).collect();
        format!("chancery resolutions --about {}", ids.last().copied().unwrap_or_default())
    }
}

/// Columns by name and share of the width.
pub(super) fn columns(list: &[(&str, u32)]) -> Vec<Column> {
    list.iter().map(|&(name, share)| Column { name: name.to_owned(), share }).collect()
}

fn force(said: Said) -> &'static str {
    if said == Said::CantTell { "possibly" } else { said.name() }
}

/// "signed 15 June 2021", "ratified by Pakistan 1 February 2022"
fn deed(base: &Base, ix: StatementIx) -> RichText {
    let Fact::Treaty { act, party, .. } = base[ix].fact else { return RichText::default() };
    let by = party.map_or_else(String::new, |party| format!(" by {}", base[party].name));
    let act = match act {
        TreatyAct::EnteredIntoForce => "in force".to_owned(),
        act => act.name().replace('-', " "),
    };
    RichText::plain(format!("{act}{by} ")).and(words::date(&base[ix]))
}

/// The act by which a party is bound, or what it did last.
fn binding<'b>(base: &'b Base) -> impl Fn(&crate::query::PartyState) -> Option<StatementIx> + 'b {
    |party| {
        let is_consent =
            |ix: &StatementIx| matches!(base[*ix].fact, Fact::Treaty { act, party: Some(_), .. } if act.is_consent());
        party.actions.iter().copied().find(is_consent).or_else(|| party.actions.last().copied())
    }
}

/// With whom a treaty of few is, unless its title says so.
fn partners(base: &Base, treaty: TreatyIx, actor: ActorIx) -> String {
    let treaty = &base[treaty];
    let names: Vec<String> = treaty
        .parties
        .iter()
        .filter(|&&party| party != actor && !treaty.title.contains(&*base[party].name))
        .map(|&party| base[party].name.to_string())
        .collect();
    if names.is_empty() || names.len() > limits::PARTIES_NAMED {
        String::new()
    } else {
        format!(" (with {})", and(&names))
    }
}

/// What a resolution does, and to what: "congratulates and supports (Azerbaijan); condemns (Khojaly massacre)".
fn deeds(base: &Base, deeds: &[Deed]) -> String {
    let mut told: Vec<(&str, Vec<String>)> = Vec::new();
    // What is done to nothing on record says little without its words.
    for (deed, what) in deeds.iter().filter_map(|deed| Some((deed, base.name(deed.what?)))) {
        let act = deed.act.name().replace('-', " ");
        match told.iter_mut().find(|(known, _)| *known == what) {
            Some((_, acts)) if acts.contains(&act) => {}
            Some((_, acts)) => acts.push(act),
            None => told.push((what, vec![act])),
        }
    }
    let told: Vec<String> = told.into_iter().map(|(what, acts)| format!("{} ({what})", and(&acts))).collect();
    told.join("; ")
}
