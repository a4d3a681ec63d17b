//! The parts that only a brief of two has: status, relations and missions, recognition both ways.

use super::shared::columns;
use super::words;
use super::{BriefWriter, cut, more, section};
use crate::model::{ActorIx, Band, Fact, Level, RelationsAct, Said, StatementIx, Status};
use crate::query::{Between, Mission, OneWayRecognition, Recognition};
use crate::report::document::{Block, DocumentTable, RichText, Row, Run, Section};
use crate::report::limits::brief as limits;

impl BriefWriter<'_> {
    pub(super) fn pair_sections(&mut self, between: &Between) -> Vec<Section> {
        let parts = [
            self.relations(between),
            self.recognition(between),
            self.treaties(),
            self.resolutions(),
            self.votes(&between.agreement),
            self.positions(),
            self.memberships(),
            self.anniversaries(),
            self.contests(),
            self.unknown_of_pair(between),
            self.record(),
        ];
        parts.into_iter().flatten().collect()
    }

    /// The answer in a few sentences: status, missions, recognition, treaties.
    pub(super) fn pair_lead(&mut self, between: &Between) -> Vec<RichText> {
        let lead = self.status(between);
        let given: Vec<RichText> = between.recognition.iter().filter_map(|given| self.given(given)).collect();
        let lead = given.into_iter().fold(lead, |lead, given| lead.say(" ").and(given));
        let count = |said: Said| {
            let all = self.answer.treaties.near.iter().chain(&self.answer.treaties.wide);
            all.filter(|state| state.said == said).count()
        };
        let [sure, presumed, unsure] = [Said::Yes, Said::Presumably, Said::CantTell].map(count);
        let perhaps = if unsure == 0 { String::new() } else { format!(", and {unsure} more possibly") };
        let treaties = match (sure, presumed) {
            (0, 0) => "No treaty on record certainly binds both".to_owned(),
            (1, 0) => "1 treaty on record binds both".to_owned(),
            (0, 1) => "1 treaty on record presumably binds both".to_owned(),
            (0, n) => format!("{n} treaties on record presumably bind both"),
            (n, 0) => format!("{n} treaties on record bind both"),
            (1, more) => format!("1 treaty on record binds both, {more} more presumably"),
            (n, more) => format!("{n} treaties on record bind both, {more} more presumably"),
        };
        vec![lead.say(format!(" {treaties}{perhaps}."))]
    }

    fn status(&mut self, between: &Between) -> RichText {
        let base = self.base;
        let relations = &between.relations;
        let [a, b] = relations.request.parties().map(|ix| &*base[ix].name);
        let day = self.answer.request.on.in_words();
        let both = format!("{a} and {b}");
        let latest = |wanted: &[RelationsAct]| {
            let is =
                |ix: &&StatementIx| matches!(base[**ix].fact, Fact::Relations { act, .. } if wanted.contains(&act));
            relations.history.iter().rev().find(is).copied()
        };
        let (said, act) = match (relations.status.certain, &relations.status.possible[..]) {
            (None, []) => {
                return RichText::plain(format!(
                    "Nothing on the relations of {both} by {day} is recorded. That doesn’t say that there were none."
                ));
            }
            (Some(Status::Established), _) => {
                ("have diplomatic relations".to_owned(), latest(&[RelationsAct::Established, RelationsAct::Resumed]))
            }
            (Some(Status::Suspended), _) => {
                ("have suspended relations, suspended".to_owned(), latest(&[RelationsAct::Suspended]))
            }
            (Some(Status::Severed), _) => {
                ("have no diplomatic relations, severed".to_owned(), latest(&[RelationsAct::Severed]))
            }
            (Some(Status::Recognized), _) => {
                ("have no diplomatic relations on record".to_owned(), latest(&[RelationsAct::Absent]))
            }
            (Some(Status::None), _) => ("have no diplomatic relations".to_owned(), latest(&[RelationsAct::Absent])),
            (None, several) => {
                let names: Vec<&str> = several.iter().map(|status| possible_status(*status)).collect();
                return RichText::plain(format!(
                    "The record leaves open how {both} stand on {day}: {}.",
                    names.join(", or ")
                ));
            }
        };
        let presumably = if relations.status.presumed { "presumably " } else { "" };
        let text = RichText::plain(format!("On {day}, {both} {presumably}{said}"));
        let text = match act {
            Some(ix) => {
                let verb = match base[ix].fact {
                    Fact::Relations { act: RelationsAct::Established, .. } => ", established ",
                    Fact::Relations { act: RelationsAct::Resumed, .. } => ", resumed ",
                    Fact::Relations { act: RelationsAct::Absent, .. } => ", ",
                    _ => " ",
                };
                let notes = self.cite([ix]);
                let when = if base[ix].fact.lasts() { words::period(&base[ix]) } else { words::when(&base[ix]) };
                text.say(verb).and(when).with(notes)
            }
            None => text,
        };
        self.with_missions(text, between)
    }

    /// The embassies that certainly exist on the day.
    fn with_missions(&mut self, text: RichText, between: &Between) -> RichText {
        let base = self.base;
        let certain: Vec<&Mission> = between
            .relations
            .missions
            .iter()
            .filter(|mission| {
                mission.band == Band::Certain && mission.level.is_some_and(|level| level.needs_relations())
            })
            .collect();
        let place = |mission: &Mission| match &base[mission.statement].fact {
            Fact::Relations { at: Some(town), .. } => town.to_string(),
            _ => base[mission.at].name.to_string(),
        };
        let notes = self.cite(certain.iter().map(|mission| mission.statement));
        match certain[..] {
            [] => text.say("."),
            [one, other] if one.of != other.of && one.level == other.level => {
                let word = match one.level {
                    Some(Level::Embassy) => "embassies",
                    Some(Level::Legation) => "legations",
                    _ => "missions",
                };
                text.say(format!(", with {word} in {} and {}", place(one), place(other))).say(".").with(notes)
            }
            _ => {
                let list: Vec<String> = certain
                    .iter()
                    .map(|mission| {
                        let level = words::mission(mission.level);
                        let article = if level.starts_with('e') { "an" } else { "a" };
                        format!("{article} {level} of {} in {}", base[mission.of].name, place(mission))
                    })
                    .collect();
                text.say(format!(", with {}", words::and(&list))).say(".").with(notes)
            }
        }
    }

    /// "Pakistan recognized Azerbaijan on 12 or 13 December 1991, the 3rd–8th of 44 by date."
    fn given(&mut self, given: &OneWayRecognition) -> Option<RichText> {
        let base = self.base;
        let (by, of) = (&base[given.by].name, &base[given.of].name);
        if let Some(&ix) = given.withheld.iter().find(|&&ix| base[ix].holds(self.answer.request.on) != Band::No) {
            let notes = self.cite([ix]);
            let whom = base[ix].fact.capacity().unwrap_or_default().in_words(of);
            return Some(
                RichText::plain(format!("{by} withholds recognition of {whom}, "))
                    .and(words::period(&base[ix]))
                    .say(".")
                    .with(notes),
            );
        }
        let act = given.acts.first()?;
        let notes = self.cite([act.statement]);
        let whom = base[act.statement].fact.capacity().unwrap_or_default().in_words(of);
        let text = RichText::plain(format!("{by} recognized {whom} ")).and(words::when(&base[act.statement]));
        let text = match act.place {
            Some(place) if given.dated > 1 => text.say(format!(", {place} of {} by date", given.dated)),
            _ => text,
        };
        let text = match act.withdrawn {
            Some(ix) => text.say("; it withdrew or suspended that ").and(words::when(&base[ix])),
            None => text,
        };
        Some(text.say(".").with(notes))
    }

    fn relations(&mut self, between: &Between) -> Option<Section> {
        let base = self.base;
        let is_relations = |ix: &&StatementIx| matches!(base[**ix].fact, Fact::Relations { .. });
        let mut acts: Vec<StatementIx> = between.relations.history.iter().filter(is_relations).copied().collect();
        let mut blocks = Vec::new();
        // Of a long history, the latest acts are told.
        acts.reverse();
        let (mut acts, rest) = cut(acts, limits::HISTORY);
        acts.reverse();
        let rows: Vec<Row> = acts
            .into_iter()
            .map(|ix| {
                let statement = &base[ix];
                let when = if statement.fact.lasts() { words::period(statement) } else { words::date(statement) };
                let notes = self.cite([ix]);
                vec![when, RichText::plain(words::relations_act(base, ix)).with(notes)]
            })
            .collect();
        if rows.is_empty() {
            blocks.push(Block::Paragraph(RichText::plain("No act in the relations of the two is recorded.")));
        } else {
            let caption = "Acts in the relations of the two, with their dates".to_owned();
            blocks.push(Block::Table(DocumentTable { caption, columns: columns(&[("Date", 2), ("Act", 3)]), rows }));
            blocks.extend(more(rest, "earlier", &self.command("relations")));
        }
        // Consulates of one are counted, for there can be dozens.
        let mut unsure: Vec<(String, usize)> = Vec::new();
        for mission in between.relations.missions.iter().filter(|mission| mission.band == Band::Possible) {
            let level = words::mission(mission.level);
            let text = format!("{level} of {} in {}", base[mission.of].name, base[mission.at].name);
            match unsure.iter_mut().find(|(known, _)| *known == text) {
                Some((_, count)) => *count += 1,
                None => unsure.push((text, 1)),
            }
        }
        if !unsure.is_empty() {
            let list: Vec<String> = unsure
                .into_iter()
                .map(|(text, count)| if count == 1 { text } else { format!("{text} ({count} times)") })
                .collect();
            let day = self.answer.request.on.in_words();
            let text =
                format!("Possibly there on {day}, as no end is recorded or dates leave it open: {}.", list.join("; "));
            blocks.push(Block::Remark(RichText::plain(text)));
        }
        section("relations", "Relations and missions", blocks)
    }

    fn recognition(&mut self, between: &Between) -> Option<Section> {
        let mut rows = Vec::new();
        for given in &between.recognition {
            let rest: Vec<Row> = given.acts.iter().map(|act| self.recognition_row(given, act)).collect();
            let refused: Vec<Row> = given.withheld.iter().map(|&ix| self.refusal_row(given, ix)).collect();
            if rest.is_empty() && refused.is_empty() {
                rows.push(self.unrecorded_row(given, between));
            }
            rows.extend(rest.into_iter().chain(refused));
        }
        let caption = "Recognition of each by the other, with its place among all that are dated".to_owned();
        let table = DocumentTable {
            caption,
            columns: columns(&[("Recognition", 4), ("Date", 4), ("Place in order", 3)]),
            rows,
        };
        section("recognition", "Recognition", vec![Block::Table(table)])
    }

    fn recognition_row(&mut self, given: &OneWayRecognition, act: &Recognition) -> Row {
        let base = self.base;
        let statement = &base[act.statement];
        let whom = statement.fact.capacity().unwrap_or_default().in_words(&base[given.of].name);
        let notes = self.cite([act.statement]);
        let date = words::banded(words::date(statement).with(notes), act.band);
        let date = match act.withdrawn {
            Some(ix) => {
                let notes = self.cite([ix]);
                date.say("; withdrawn or suspended ").and(words::date(&base[ix])).with(notes)
            }
            None => date,
        };
        let place = match act.place {
            Some(place) => format!("{place} of {}", given.dated),
            None => words::without_place(act).to_owned(),
        };
        vec![RichText::plain(format!("of {whom} by {}", base[given.by].name)), date, RichText::plain(place)]
    }

    fn refusal_row(&mut self, given: &OneWayRecognition, ix: StatementIx) -> Row {
        let base = self.base;
        let whom = base[ix].fact.capacity().unwrap_or_default().in_words(&base[given.of].name);
        let notes = self.cite([ix]);
        let what = RichText::plain(format!("of {whom} by {}", base[given.by].name))
            .say(" ")
            .with(Run::Mark("withheld".into()));
        vec![what, words::period(&base[ix]).with(notes), RichText::plain("–")]
    }

    fn unrecorded_row(&mut self, given: &OneWayRecognition, between: &Between) -> Row {
        let base = self.base;
        let implied = between.relations.history.iter().any(|&ix| {
            matches!(base[ix].fact, Fact::Relations { act: RelationsAct::Established | RelationsAct::Resumed, .. })
        });
        let why = if implied { "act not recorded; relations imply it" } else { "not recorded" };
        let name = |ix: ActorIx| &*base[ix].name;
        vec![
            RichText::plain(format!("of {} by {}", name(given.of), name(given.by))),
            RichText::plain(why),
            RichText::plain("–"),
        ]
    }
}

fn possible_status(status: Status) -> &'static str {
    match status {
        Status::None => "no relations",
        Status::Recognized => "recognition without relations",
        Status::Established => "diplomatic relations",
        Status::Suspended => "suspended relations",
        Status::Severed => "severed relations",
    }
}
