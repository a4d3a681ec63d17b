//! Everything that is recorded of one actor, in lanes below one axis of time.

use std::collections::BTreeMap;

use super::gather::{events, in_order};
use super::page::{self, LanesPage};
use super::tell::{Teller, on_scale};
use super::{Options, bounds, name, scale};
use crate::chart::lanes::{Lane, LaneAct};
use crate::chart::limits;
use crate::chart::plan::{Fill, Ink, Plan, Shape, Style};
use crate::chart::words::{self, Months};
use crate::model::{
    ActorIx, ActorKind, Base, Closed, Day, Ends, Entity, Fact, Key, Kind, RecognitionAct, RelationsAct, StatementIx,
    TreatyAct, TreatyIx, TreatyKind,
};
use crate::query::{RecognitionsRequest, recognitions};

/// The statements of one lane.
struct LaneStatements {
    name: &'static str,
    kind: Kind,
    statements: Vec<StatementIx>,
}

/// The timeline of one actor: its existence, the events of its disputes, recognition both ways, relations, memberships,
/// treaties, resolutions and positions; of these kinds only, unless that is empty.
pub fn actor(base: &Base, of: ActorIx, kinds: &[Kind], options: &Options) -> Plan {
    let base = &options.named(base);
    let mut sections = sections(base, of);
    sections.retain(|section| (kinds.is_empty() || kinds.contains(&section.kind)) && !section.statements.is_empty());
    let statements: Vec<StatementIx> = sections.iter().flat_map(|section| section.statements.clone()).collect();
    // Memberships and treaties of before an actor's own time would push the rest to the side.
    let days: Vec<Day> = statements.iter().flat_map(|&ix| bounds(&base[ix]).collect::<Vec<_>>()).collect();
    let lasting =
        statements.iter().any(|&ix| base[ix].fact.lasts() && matches!(base[ix].ends, Ends::Ongoing | Ends::Unknown));
    let (left, right) = page::room(sections.iter().map(|section| section.name), options);
    let scale = scale(days.into_iter(), lasting, options, left, right);
    let teller = Teller { base, scale, today: options.today };
    let lanes = sections.iter().map(|section| teller.section(section, of));
    let page = LanesPage {
        title: name(base, of).to_owned(),
        opening: format!("What is recorded of {}, by date.", name(base, of)),
        subtitle: None,
        nothing: format!("Nothing with a date is recorded of it in {}.", base.dataset.name),
        scale,
        lanes: lanes.filter_map(on_scale).collect(),
        statements,
        remarks: Vec::new(),
        samples: Vec::new(),
    };
    page.plan(base, options)
}

fn sections(base: &Base, of: ActorIx) -> Vec<LaneStatements> {
    let section = |name, kind, statements: Vec<StatementIx>| LaneStatements { name, kind, statements };
    let under = |key: Key| in_order(base, base.under(key));
    let relations = under(Key::RelationsWith(of)).into_iter().filter(|&ix| match base[ix].fact {
        Fact::Relations { act, .. } => !act.is_of_mission(),
        _ => false,
    });
    let memberships = under(Key::MembershipsOf(of)).into_iter().filter(|&ix| match base[ix].fact {
        Fact::Membership { organization, .. } => base[organization].kind != ActorKind::Group,
        _ => false,
    });
    let backed = base.statement_handles().filter(|&ix| match base[ix].fact {
        Fact::Position { by, backs, .. } => by == of || backs == of,
        _ => false,
    });
    vec![
        section("Existence", Kind::Existence, under(Key::Existence(of))),
        section("Events", Kind::Event, events(base, |dispute| base[dispute].claimants.contains(&of))),
        section("Recognized by", Kind::Recognition, under(Key::RecognitionOf(of))),
        section("Recognizes", Kind::Recognition, under(Key::RecognitionBy(of))),
        section("Relations", Kind::Relations, relations.collect()),
        section("Member of", Kind::Membership, memberships.collect()),
        section("Treaties", Kind::Treaty, treaties(base, of)),
        section("Resolutions", Kind::Resolution, resolutions(base, of)),
        section("Positions", Kind::Position, in_order(base, backed)),
    ]
}

/// For each treaty the act that tells most of it: that it is in force, else consent, else the signature.
fn treaties(base: &Base, of: ActorIx) -> Vec<StatementIx> {
    let mut found: BTreeMap<TreatyIx, Vec<StatementIx>> = BTreeMap::new();
    let mut take = |ix: StatementIx| {
        if let Fact::Treaty { treaty, .. } = base[ix].fact {
            found.entry(treaty).or_default().push(ix);
        }
    };
    base.under(Key::TreatiesOf(of)).filter(|&ix| base[ix].stands()).for_each(&mut take);
    for (n, treaty) in base.treaties.iter().enumerate() {
        if treaty.parties.contains(&of) {
            let whole = base.under(Key::Treaty(TreatyIx::new(n)));
            let whole = whole.filter(|&ix| matches!(base[ix].fact, Fact::Treaty { party: None, .. }));
            whole.filter(|&ix| base[ix].stands()).for_each(&mut take);
        }
    }
    let rank = |ix: &StatementIx| match base[*ix].fact {
        Fact::Treaty { act: TreatyAct::EnteredIntoForce, .. } => 0,
        Fact::Treaty { act, .. } if act.is_end() => 3,
        Fact::Treaty { act: TreatyAct::Signed | TreatyAct::Initialled | TreatyAct::Adopted, .. } => 2,
        _ => 1,
    };
    let telling = found.values().filter_map(|acts| acts.iter().copied().min_by_key(|ix| (rank(ix), *ix)));
    in_order(base, telling)
}

/// Adopted by it or its bodies, or about it by name.
fn resolutions(base: &Base, of: ActorIx) -> Vec<StatementIx> {
    let found = base.resolutions.iter().filter(|resolution| {
        let deeds = resolution.deeds.iter().filter_map(|deed| deed.what);
        base.belongs_to(resolution.by, of)
            || resolution.about.iter().copied().chain(deeds).any(|what| what == Entity::Actor(of))
    });
    in_order(base, found.map(|resolution| resolution.adopted))
}

impl Teller<'_> {
    fn section(&self, section: &LaneStatements, of: ActorIx) -> Lane {
        let acts = || section.statements.iter().copied();
        let mut lane = Lane { rows: limits::CAPTION_ROWS_OF_ACTOR, ..Lane::new(section.kind, section.name) };
        match section.kind {
            Kind::Existence => lane.acts = acts().map(|ix| self.existence(ix)).collect(),
            Kind::Event => lane.tracks = acts().map(|ix| self.event(ix)).collect(),
            Kind::Recognition => {
                let first = self.first(of);
                lane.acts = acts().map(|ix| self.recognized(ix, of, &first)).collect();
            }
            Kind::Relations => lane.acts = acts().map(|ix| self.related(ix, of)).collect(),
            Kind::Membership => lane.tracks = acts().map(|ix| vec![self.membership(ix)]).collect(),
            Kind::Treaty => lane.acts = acts().map(|ix| self.treated(ix)).collect(),
            Kind::Resolution => lane.acts = acts().map(|ix| self.resolution(ix)).collect(),
            Kind::Position => lane.tracks = acts().map(|ix| self.position(ix)).collect(),
            Kind::Succession | Kind::Vote => {}
        }
        lane
    }

    /// An act with what is worth saying of it in its lane.
    fn short(&self, ix: StatementIx, shape: Shape, ink: Ink, text: String, importance: u32) -> LaneAct {
        let date = words::when(&self.base[ix], Months::Short);
        let caption = if self.base[ix].date().is_some() { format!("{text}, {date}") } else { text };
        let mut act = self.act(ix, self.mark(ix, shape, ink), String::new());
        act.caption = vec![(caption, Style::Plain)];
        act.importance = importance;
        act
    }

    fn existence(&self, ix: StatementIx) -> LaneAct {
        if let Fact::Succession { successor, predecessor, form } = self.base[ix].fact {
            let text =
                format!("{} follows {} ({})", name(self.base, successor), name(self.base, predecessor), form.name());
            return self.short(ix, Shape::Stroke, Ink::Standing, text, 2);
        }
        let mut act = self.act(ix, self.lasting(ix, Ink::Standing, Fill::Solid), String::new());
        let dates = lasting_dates(self.base, ix);
        act.caption = vec![(dates, Style::Plain)];
        act.importance = 3;
        act
    }

    /// The acts that may have been the first to recognize it: a reader looks for these above all.
    fn first(&self, of: ActorIx) -> Vec<StatementIx> {
        let answer = recognitions(self.base, &RecognitionsRequest::of(of, self.today));
        let first = answer.acts.iter().filter(|act| act.place.is_some_and(|place| place.can_be(1)));
        first.map(|act| act.statement).collect()
    }

    /// Recognition, named by the other side.
    fn recognized(&self, ix: StatementIx, of: ActorIx, first: &[StatementIx]) -> LaneAct {
        let Fact::Recognition { of: whom, by, act, .. } = self.base[ix].fact else {
            return self.short(ix, Shape::Diamond, Ink::Recognition, String::new(), 0);
        };
        let other = name(self.base, if by == of { whom } else { by });
        match act {
            RecognitionAct::Recognized => {
                let importance = 1 + u32::from(self.base[ix].is_contested()) + 3 * u32::from(first.contains(&ix));
                self.short(ix, Shape::Diamond, Ink::Recognition, other.to_owned(), importance)
            }
            RecognitionAct::Withdrawn => self.short(ix, Shape::Cross, Ink::Refusal, format!("{other}: withdrawn"), 3),
            RecognitionAct::Suspended => self.short(ix, Shape::Pause, Ink::Refusal, format!("{other}: suspended"), 3),
            RecognitionAct::Withheld => {
                let mut told = self.act(ix, self.lasting(ix, Ink::Refusal, Fill::Hatched), String::new());
                let text = format!("{other}: withheld, {}", lasting_dates(self.base, ix));
                told.caption = vec![(text, Style::Plain)];
                told.importance = 3;
                told
            }
        }
    }

    /// An act in relations, named by the other side.
    fn related(&self, ix: StatementIx, of: ActorIx) -> LaneAct {
        let Fact::Relations { pair, act, .. } = self.base[ix].fact else {
            return self.short(ix, Shape::Disc, Ink::Relations, String::new(), 0);
        };
        let other = name(self.base, pair.other(of));
        let (shape, ink, importance) = match act {
            RelationsAct::Severed => (Shape::Cross, Ink::Refusal, 4),
            RelationsAct::Suspended | RelationsAct::Downgraded | RelationsAct::Recalled => {
                (Shape::Pause, Ink::Refusal, 4)
            }
            RelationsAct::Resumed => (Shape::Disc, Ink::Relations, 3),
            RelationsAct::Absent => {
                let mut told = self.act(ix, self.lasting(ix, Ink::Relations, Fill::Hatched), String::new());
                told.caption = vec![(format!("{other}: no relations, {}", lasting_dates(self.base, ix)), Style::Plain)];
                told.importance = 3;
                return told;
            }
            _ => (Shape::Disc, Ink::Relations, 1),
        };
        let text = if act == RelationsAct::Established { other.to_owned() } else { format!("{other}: {}", act.name()) };
        self.short(ix, shape, ink, text, importance)
    }

    fn membership(&self, ix: StatementIx) -> LaneAct {
        let mut act = self.act(ix, self.lasting(ix, Ink::Standing, Fill::Solid), String::new());
        if let Fact::Membership { organization, standing, .. } = self.base[ix].fact {
            let as_what = match standing.name() {
                "member" => String::new(),
                other => format!(" ({other})"),
            };
            let dates = lasting_dates(self.base, ix);
            act.caption = vec![(format!("{}{as_what}, {dates}", name(self.base, organization)), Style::Plain)];
        }
        act
    }

    fn treated(&self, ix: StatementIx) -> LaneAct {
        let Fact::Treaty { treaty, act, .. } = self.base[ix].fact else {
            return self.short(ix, Shape::House, Ink::Treaty, String::new(), 0);
        };
        let importance = match self.base[treaty].kind {
            TreatyKind::Bilateral => 3,
            TreatyKind::Regional => 2,
            TreatyKind::Multilateral => 1,
        };
        let shape = super::tell::treaty_shape(act);
        let ink = if shape == Shape::Cross { Ink::Refusal } else { Ink::Treaty };
        self.short(ix, shape, ink, self.base[treaty].title.to_string(), importance)
    }
}

/// The dates of what lasts, without a verb.
fn lasting_dates(base: &Base, ix: StatementIx) -> String {
    let statement = &base[ix];
    let since = words::when(statement, Months::Short);
    match &statement.ends {
        Ends::At(end) => match &end.shown {
            Some(date) => format!("{since} – {}", words::date(date, Months::Short)),
            None => since,
        },
        Ends::Ongoing => format!("since {since}"),
        Ends::Unknown | Ends::AtOnce => since,
    }
}
