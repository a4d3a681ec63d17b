//! The parts that only a brief of one has: existence, who recognizes it, its relations.

use super::shared::columns;
use super::words::{self, and, count};
use super::{BriefWriter, cut, more, section};
use crate::model::{Band, Fact, RelationsAct, Said, StatementIx, Sure, Thing};
use crate::query::{Alone, Recognition, StateOnDay, Subject};
use crate::report::document::{Block, DocumentTable, RichText, Row, Run, Section};
use crate::report::limits::brief as limits;

impl BriefWriter<'_> {
    pub(super) fn one_sections(&mut self, alone: &Alone) -> Vec<Section> {
        let parts = [
            self.recognizers(alone),
            self.partners(alone),
            self.treaties(),
            self.resolutions(),
            self.positions(),
            self.memberships(),
            self.anniversaries(),
            self.contests(),
            self.unknown_of_one(alone),
            self.record(),
        ];
        parts.into_iter().flatten().collect()
    }

    fn name(&self) -> &str {
        match self.answer.request.subject {
            Subject::One(actor) | Subject::Two([actor, _], _) => &self.base[actor].name,
        }
    }

    /// The answer in a few sentences: existence, recognition, relations, treaties.
    pub(super) fn one_lead(&mut self, alone: &Alone) -> Vec<RichText> {
        let base = self.base;
        let (name, day) = (self.name().to_owned(), self.answer.request.on.in_words());
        let mut lead = RichText::default();
        if alone.existence.is_empty() {
            lead = lead.say(format!("No time at which {name} existed by {day} is recorded."));
        } else {
            let (periods, rest) = cut(alone.existence.clone(), limits::EXISTENCES);
            lead = lead.say(format!("Existence of {name} on record: "));
            for (n, ix) in periods.into_iter().enumerate() {
                let notes = self.cite([ix]);
                let between = if n == 0 { "" } else { "; " };
                lead = lead.say(between).and(words::period(&base[ix])).with(notes);
            }
            lead = lead.say(if rest > 0 { format!("; and {rest} more.") } else { ".".to_owned() });
        }
        let status = alone.recognizers.as_ref().filter(|status| status.found.iter().any(|one| !one.implied));
        if let Some(status) = status {
            let perhaps = match status.so(Sure::Possibly).count() {
                0 => String::new(),
                n => format!(", and {n} more possibly do"),
            };
            lead = lead.say(format!(
                " On {day}, by recorded acts, {} of {} other members of the United Nations recognize it{perhaps}.",
                status.certain().count(),
                status.members
            ));
            let presumed = status.so(Sure::Presumably).count();
            if presumed > 0 {
                let why = "because the record doesn’t reach the day";
                lead = lead.say(format!(" Of them {presumed} presumably, {why}."));
            }
        }
        let held = |wanted: fn(Thing) -> bool| {
            let all = of(alone, Band::Certain, wanted);
            (all.len(), all.iter().filter(|held| held.presumed).count())
        };
        let relations = held(|thing| matches!(thing, Thing::Relations(_)));
        let missions = held(|thing| matches!(thing, Thing::Mission(..)));
        let treaties = || self.answer.treaties.near.iter().chain(&self.answer.treaties.wide);
        let bound = treaties().filter(|state| state.in_force == Band::Certain);
        let treaties = (bound.clone().count(), bound.filter(|state| state.said == Said::Presumably).count());
        let parts: Vec<String> = [
            (relations, "diplomatic relations with 1 actor", "diplomatic relations with {} actors"),
            (missions, "1 mission, its own or with it", "{} missions, its own or with it"),
            (treaties, "1 treaty in force for it", "{} treaties in force for it"),
        ]
        .into_iter()
        .filter(|((number, _), ..)| *number > 0)
        .map(|((number, presumed), one, many)| {
            let told = if number == 1 { one.to_owned() } else { many.replace("{}", &number.to_string()) };
            match presumed {
                0 => told,
                all if all == number => format!("{told}, presumably"),
                some => format!("{told}, {some} of them presumably"),
            }
        })
        .collect();
        lead = match &parts[..] {
            [] => lead.say(format!(" On {day}, neither relations nor missions nor treaties of it are on record.")),
            parts => lead.say(format!(" On record for {day}: {}.", parts.join("; "))),
        };
        vec![lead]
    }

    fn recognizers(&mut self, alone: &Alone) -> Option<Section> {
        let base = self.base;
        let answer = &alone.recognitions;
        let mut blocks = Vec::new();
        // Beside a picture of all, the first few are enough.
        let beside = super::figure::has_room(answer);
        let most = if beside { limits::RECOGNITIONS_BESIDE_FIGURE } else { limits::RECOGNITIONS };
        let (first, rest) = cut(answer.acts.clone(), most);
        let rows: Vec<Row> = first.iter().map(|act| self.recognizer_row(act)).collect();
        if rows.is_empty() {
            let text = format!("No act that recognizes {} is recorded.", self.name());
            blocks.push(Block::Paragraph(RichText::plain(text)));
        } else {
            let caption = format!("The first to recognize {}", self.name());
            let columns = columns(&[("Place", 2), ("By", 4), ("Date", 4)]);
            blocks.push(Block::Table(DocumentTable { caption, columns, rows }));
            blocks.extend(more(rest, "recognitions", &self.command("recognitions")));
        }
        let implied = answer.implied.len();
        let undated = match answer.undated {
            0 => String::new(),
            n => format!(" {} without a date could have come before.", count(n, "recognition", "recognitions")),
        };
        if implied > 0 || !undated.is_empty() {
            let implied = match implied {
                0 => String::new(),
                n => format!(
                    "Of {} only relations are recorded, which imply recognition.",
                    count(n, "more actor", "more actors")
                ),
            };
            blocks.push(Block::Remark(RichText::plain(format!("{implied}{undated}").trim())));
        }
        let withdrawn: Vec<&Recognition> = answer.acts.iter().filter(|act| act.withdrawn.is_some()).collect();
        let day = self.answer.request.on;
        let withheld: Vec<StatementIx> =
            answer.withheld.iter().copied().filter(|&ix| base[ix].holds(day) != Band::No).collect();
        let mut items = Vec::new();
        let (withheld, more_withheld) = cut(withheld, limits::REFUSALS);
        for ix in withheld {
            let Fact::Recognition { by, .. } = base[ix].fact else { continue };
            let notes = self.cite([ix]);
            let text = RichText::plain(&*base[by].name).say(" ").with(Run::Mark("withheld".into()));
            items.push(text.say(", ").and(words::period(&base[ix])).say(".").with(notes));
        }
        let (withdrawn, more_withdrawn) = cut(withdrawn, limits::REFUSALS);
        for act in withdrawn {
            let Some(ix) = act.withdrawn else { continue };
            let notes = self.cite([ix]);
            let text = RichText::plain(&*base[act.by].name).say(" ").with(Run::Mark("withdrawn or suspended".into()));
            items.push(text.say(", ").and(words::date(&base[ix])).say(".").with(notes));
        }
        if !items.is_empty() {
            blocks.push(Block::List(items));
            blocks.extend(more(more_withheld + more_withdrawn, "withheld or withdrawn", &self.command("recognitions")));
        }
        section("recognition", "Recognition", blocks)
    }

    fn recognizer_row(&mut self, act: &Recognition) -> Row {
        let base = self.base;
        let statement = &base[act.statement];
        let place = act.place.map_or_else(|| words::without_place(act).to_owned(), |place| place.to_string());
        let notes = self.cite([act.statement]);
        let mut date = words::banded(words::date(statement), act.band).with(notes);
        if let Some(ix) = act.withdrawn {
            date = date.say("; withdrawn or suspended ").and(words::date(&base[ix]));
        }
        vec![RichText::plain(place), RichText::plain(&*base[act.by].name), date]
    }

    /// With whom it has relations, with whom none, and who sent missions where.
    fn partners(&mut self, alone: &Alone) -> Option<Section> {
        let base = self.base;
        let Subject::One(actor) = self.answer.request.subject else { return None };
        let mut blocks = Vec::new();
        let partner = |held: &StateOnDay| match held.thing {
            Thing::Relations(pair) | Thing::NoRelations(pair) | Thing::Mission(_, pair, _) => {
                base[pair.other(actor)].name.to_string()
            }
            _ => String::new(),
        };
        let missions =
            |by_it: bool| move |thing: Thing| matches!(thing, Thing::Mission(by, ..) if (by == actor) == by_it);
        let (sent, received) = (missions(true), missions(false));
        type Wanted<'w> = &'w dyn Fn(Thing) -> bool;
        let parts: [(&str, Band, Wanted<'_>); 6] = [
            ("Diplomatic relations with", Band::Certain, &|thing| matches!(thing, Thing::Relations(_))),
            ("Possibly relations with", Band::Possible, &|thing| matches!(thing, Thing::Relations(_))),
            ("No relations, by record, with", Band::Certain, &|thing| matches!(thing, Thing::NoRelations(_))),
            ("Its missions in", Band::Certain, &sent),
            ("Missions with it of", Band::Certain, &received),
            ("Possibly missions, its own or with it, of or in", Band::Possible, &|thing| {
                matches!(thing, Thing::Mission(..))
            }),
        ];
        for (lead, band, wanted) in parts {
            let held = of(alone, band, wanted);
            if held.is_empty() {
                continue;
            }
            let mut named: Vec<(String, StatementIx)> = held.iter().map(|one| (partner(one), one.statement)).collect();
            named.sort();
            named.dedup_by(|one, other| one.0 == other.0);
            let all = named.len();
            let (named, rest) = cut(named, limits::PARTNERS);
            let notes = self.cite(named.iter().map(|(_, ix)| *ix));
            let names: Vec<String> = named.into_iter().map(|(name, _)| name).collect();
            let names = if rest > 0 { format!("{} and {rest} more", names.join(", ")) } else { and(&names) };
            blocks.push(Block::Paragraph(RichText::strong(lead).say(format!(" ({all}): {names}.")).with(notes)));
        }
        let severed: Vec<StatementIx> = alone
            .held
            .iter()
            .filter(|held| matches!(held.thing, Thing::Relations(_)))
            .filter_map(|held| held.ended_by)
            .filter(|&ix| matches!(base[ix].fact, Fact::Relations { act: RelationsAct::Severed, .. }))
            .collect();
        if !severed.is_empty() {
            let text = format!("Of these, {} end later by a recorded act.", severed.len());
            blocks.push(Block::Remark(RichText::plain(text)));
        }
        if blocks.is_empty() {
            blocks.push(Block::Paragraph(RichText::plain("No relations on that day are recorded.")));
        }
        section("relations", "Relations and missions", blocks)
    }

    fn unknown_of_one(&mut self, alone: &Alone) -> Option<Section> {
        let mut items = Vec::new();
        self.imprecise(&alone.existence, &mut items);
        let recognitions: Vec<StatementIx> = alone.recognitions.acts.iter().map(|act| act.statement).collect();
        self.imprecise(&recognitions, &mut items);
        self.unknown(items)
    }
}

/// What holds in a band.
fn of(alone: &Alone, band: Band, wanted: impl Fn(Thing) -> bool) -> Vec<StateOnDay> {
    alone.held.iter().filter(|held| held.band == band && wanted(held.thing)).copied().collect()
}
