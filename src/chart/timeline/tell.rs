//! From what there is between two actors to lanes: shapes, captions and sentences of each statement.

use super::gather::{self, LANES, PairStatements};
use super::wording::{caption, sentence, verb};
use super::{NamedBase, name};
use crate::chart::font;
use crate::chart::furniture::BODY;
use crate::chart::glyphs;
use crate::chart::lanes::{Lane, LaneAct};
use crate::chart::limits;
use crate::chart::plan::{Fill, Glyph, Ink, Shape, Style};
use crate::chart::ticks::Scale;
use crate::chart::words::{self, Months};
use crate::model::{
    ActorIx, Base, Day, Ends, Entity, Fact, Kind, Level, Pair, RecognitionAct, RelationsAct, Spell, StatementIx,
    TreatyAct, TreatyIx, missions, recognition_spells, relations_spells,
};

/// What it takes to tell of a pair on a scale.
pub(crate) struct Teller<'a> {
    /// The base.
    pub(crate) base: &'a NamedBase<'a>,
    /// Where days are.
    pub(crate) scale: Scale,
    /// The day to which what is ongoing lasts.
    pub(crate) today: Day,
}

impl Teller<'_> {
    /// The lanes that have something, from above.
    pub(crate) fn lanes(&self, gathered: &PairStatements) -> Vec<Lane> {
        let [events, recognition, relations, missions, treaties, resolutions, positions] = LANES;
        let of_treaties = gathered.treaties.iter().map(|(treaty, acts)| self.treaty(*treaty, gathered.parties, acts));
        let sent = Pair::new(gathered.parties[0], gathered.parties[1])
            .map(|pair| all_missions_of(self.base, pair))
            .unwrap_or_default();
        let lane = |(kind, name): (Kind, &str), tracks: Vec<Vec<LaneAct>>| Lane { tracks, ..Lane::new(kind, name) };
        let mut lanes = vec![
            lane(events, gathered.events.iter().map(|&ix| self.event(ix)).collect()),
            lane(
                recognition,
                gathered.recognition.iter().flat_map(|(by, of, acts)| self.recognition(*by, *of, acts)).collect(),
            ),
            lane(relations, vec![self.relations(&gathered.relations)]),
            lane(missions, gathered.missions.iter().map(|(_, acts)| self.mission(acts, &sent)).collect()),
            lane(treaties, of_treaties.collect()),
            lane(resolutions, Vec::new()),
            lane(positions, gathered.positions.iter().map(|&ix| self.position(ix)).collect()),
        ];
        lanes[5].acts = gathered.resolutions.iter().map(|&(_, ix)| self.resolution(ix)).collect();
        lanes.into_iter().filter_map(on_scale).collect()
    }

    /// What happened: a ring, or a bar where it took time.
    pub(crate) fn event(&self, ix: StatementIx) -> Vec<LaneAct> {
        let took_time = matches!(self.base[ix].ends, Ends::At(_) | Ends::Ongoing);
        let shapes = match took_time {
            true => self.lasting(ix, Ink::Event, Fill::Solid),
            false => self.mark(ix, Shape::Ring, Ink::Event),
        };
        vec![self.act(ix, shapes, caption(self.base, ix))]
    }

    pub(super) fn act(&self, ix: StatementIx, glyphs: Vec<Glyph>, caption: String) -> LaneAct {
        let mut item = glyphs::item(&self.base[ix], sentence(self.base, ix));
        item.glyphs = glyphs;
        LaneAct { item, caption: vec![(caption, Style::Plain)], importance: 1 }
    }

    pub(super) fn mark(&self, ix: StatementIx, shape: Shape, ink: Ink) -> Vec<Glyph> {
        glyphs::act(&self.base[ix], &self.scale, shape, ink)
    }

    /// The bars of the spells that an act begins, then its mark.
    fn with_bars(&self, ix: StatementIx, spells: &[Spell], shape: Shape, ink: Ink) -> Vec<Glyph> {
        let begun = spells.iter().filter(|spell| spell.begun_by == ix);
        let bar = |spell: &Spell| glyphs::spell(spell, &self.scale, self.today, ink, fill(spell, ink));
        let bars = begun.filter_map(bar);
        on_bars(bars.collect(), self.mark(ix, shape, ink))
    }

    /// One line for all acts, but for refusals so short that a mark would hide them.
    pub(super) fn recognition(&self, by: ActorIx, of: ActorIx, acts: &[StatementIx]) -> Vec<Vec<LaneAct>> {
        let spells = recognition_spells(self.base, by, of);
        let told = acts.iter().map(|&ix| {
            let (shape, ink) = match self.base[ix].fact {
                Fact::Recognition { act: RecognitionAct::Withdrawn, .. } => (Shape::Cross, Ink::Refusal),
                Fact::Recognition { act: RecognitionAct::Suspended, .. } => (Shape::Pause, Ink::Refusal),
                _ => (Shape::Diamond, Ink::Recognition),
            };
            let shapes = if gather::is_withheld(self.base, ix) {
                self.lasting(ix, Ink::Refusal, Fill::Hatched)
            } else {
                self.with_bars(ix, &spells, shape, ink)
            };
            self.act(ix, shapes, caption(self.base, ix))
        });
        let short = |act: &LaneAct| match act.item.glyphs.first() {
            Some(Glyph::Bar { fill: Fill::Hatched, possible: (from, to), .. }) => to - from < 40.0,
            _ => false,
        };
        let (refusals, acts): (Vec<LaneAct>, Vec<LaneAct>) = told.partition(short);
        refusals.into_iter().map(|act| vec![act]).chain([acts]).collect()
    }

    pub(super) fn relations(&self, acts: &[StatementIx]) -> Vec<LaneAct> {
        let spells: Vec<Spell> = acts
            .iter()
            .find_map(|&ix| match self.base[ix].fact {
                Fact::Relations { pair, .. } => Some(relations_spells(self.base, pair)),
                _ => None,
            })
            .unwrap_or_default();
        let told = acts.iter().map(|&ix| {
            let (shape, ink) = match self.base[ix].fact {
                Fact::Relations { act: RelationsAct::Severed, .. } => (Shape::Cross, Ink::Refusal),
                Fact::Relations { act: RelationsAct::Suspended, .. } => (Shape::Pause, Ink::Refusal),
                _ => (Shape::Disc, Ink::Relations),
            };
            let shapes = if gather::is_absent(self.base, ix) {
                self.lasting(ix, Ink::Relations, Fill::Hatched)
            } else {
                self.with_bars(ix, &spells, shape, ink)
            };
            self.act(ix, shapes, caption(self.base, ix))
        });
        told.collect()
    }

    /// One series of missions, with the spells that belong to it.
    pub(crate) fn mission(&self, acts: &[StatementIx], spells: &[Spell]) -> Vec<LaneAct> {
        let told = acts.iter().map(|&ix| {
            let (shape, ink) = match self.base[ix].fact {
                Fact::Relations { act: RelationsAct::MissionClosed | RelationsAct::Severed, .. } => {
                    (Shape::Cross, Ink::Refusal)
                }
                Fact::Relations { act: RelationsAct::MissionSuspended, .. } => (Shape::Pause, Ink::Refusal),
                _ => (Shape::Disc, Ink::Mission),
            };
            self.act(ix, self.with_bars(ix, spells, shape, ink), caption(self.base, ix))
        });
        told.collect()
    }

    /// One caption for a whole treaty: its title and its main dates.
    fn treaty(&self, treaty: TreatyIx, parties: [ActorIx; 2], acts: &[StatementIx]) -> Vec<LaneAct> {
        let force = gather::force_for(self.base, treaty, parties, self.today);
        let bar = force.and_then(|period| glyphs::period(period, &self.scale, self.today, Ink::Treaty));
        let dates: Vec<String> = acts
            .iter()
            .filter_map(|&ix| match self.base[ix].fact {
                Fact::Treaty { act, party, .. } => {
                    let by = party.map_or(String::new(), |party| format!(" by {}", name(self.base, party)));
                    let when = words::when(&self.base[ix], Months::Short);
                    Some(format!("{}{by} {when}", verb(act)))
                }
                _ => None,
            })
            .collect();
        let dates =
            if dates.len() > limits::TREATY_DATES { [&dates[..1], &dates[dates.len() - 1..]].concat() } else { dates };
        let tail = format!(", {}", dates.join(", "));
        let room = (self.scale.right - self.scale.left) * 0.96;
        let tail_width = font::width(&tail, BODY, Style::Plain.face());
        let title = font::cut(&self.base[treaty].title, BODY, Style::Plain.face(), (room - tail_width).max(room * 0.4));
        let mut told: Vec<LaneAct> = acts
            .iter()
            .map(|&ix| {
                let shape = match self.base[ix].fact {
                    Fact::Treaty { act, .. } => treaty_shape(act),
                    _ => Shape::Square,
                };
                let ink = if shape == Shape::Cross { Ink::Refusal } else { Ink::Treaty };
                let mut act = self.act(ix, self.mark(ix, shape, ink), String::new());
                act.caption.clear();
                act
            })
            .collect();
        if let Some(first) = told.first_mut() {
            first.caption = vec![(format!("{title}{tail}"), Style::Plain)];
            if let Some(bar) = bar {
                first.item.glyphs = on_bars(vec![bar], std::mem::take(&mut first.item.glyphs));
            }
        }
        told
    }

    pub(super) fn resolution(&self, ix: StatementIx) -> LaneAct {
        let mut act = self.act(ix, self.mark(ix, Shape::Square, Ink::Resolution), String::new());
        if let Fact::Resolution { resolution } = self.base[ix].fact {
            let record = &self.base[resolution];
            let date = words::when(&self.base[ix], Months::Short);
            let text = format!("{}: {}", name(self.base, record.by), record.title);
            act.caption = vec![(date, Style::Strong), (text, Style::Plain)];
            // What names an actor says more of the pair than what names only a dispute.
            let named = record.about.iter().chain(record.deeds.iter().filter_map(|deed| deed.what.as_ref()));
            act.importance += u32::from(named.into_iter().any(|entity| matches!(entity, Entity::Actor(_))));
        }
        act
    }

    pub(super) fn position(&self, ix: StatementIx) -> Vec<LaneAct> {
        vec![self.act(ix, self.lasting(ix, Ink::Position, Fill::Solid), caption(self.base, ix))]
    }

    /// A position where its lane tells whom it backs.
    pub(super) fn backer(&self, ix: StatementIx) -> Vec<LaneAct> {
        let mut told = self.position(ix);
        if let (Fact::Position { by, .. }, Some(act)) = (&self.base[ix].fact, told.first_mut()) {
            let when = words::when(&self.base[ix], Months::Short);
            act.caption = vec![(format!("{}, {when}", name(self.base, *by)), Style::Plain)];
        }
        told
    }

    pub(super) fn lasting(&self, ix: StatementIx, ink: Ink, fill: Fill) -> Vec<Glyph> {
        glyphs::lasting(&self.base[ix], &self.scale, self.today, ink, fill).into_iter().collect()
    }
}

/// Bars with marks on them; a bar that runs off the frame says by itself that its beginning lies beyond.
fn on_bars(mut bars: Vec<Glyph>, marks: Vec<Glyph>) -> Vec<Glyph> {
    let alone = bars.is_empty();
    bars.extend(marks.into_iter().filter(|mark| alone || !glyphs::is_pointer(mark)));
    bars
}

/// The missions of a pair, whoever sent them.
fn all_missions_of(base: &Base, pair: Pair) -> Vec<Spell> {
    missions(base, pair).into_iter().map(|(_, spell)| spell).collect()
}

/// How the bar of a spell is filled: missions by their level.
fn fill(spell: &Spell, ink: Ink) -> Fill {
    if ink == Ink::Mission { level_fill(spell.level) } else { Fill::Solid }
}

/// How missions of a level are told apart; embassies are as solid as what has no levels.
pub(crate) fn level_fill(level: Option<Level>) -> Fill {
    match level {
        Some(Level::Embassy) => Fill::Solid,
        Some(Level::Legation) => Fill::Striped,
        Some(Level::LiaisonOffice) => Fill::Hollow,
        Some(Level::InterestsSection) => Fill::Dotted,
        Some(Level::Consulate) => Fill::Half,
        Some(Level::NonResident) | None => Fill::Thin,
    }
}

/// The part of a lane that lies on its scale, if any. What was done about a treaty before or after tells where it comes
/// from; what else lies beyond is left out.
pub(crate) fn on_scale(mut lane: Lane) -> Option<Lane> {
    lane.acts.retain(is_on_scale);
    for track in &mut lane.tracks {
        if lane.kind != Kind::Treaty || !track.iter().any(is_on_scale) {
            track.retain(is_on_scale);
        }
    }
    lane.tracks.retain(|track| !track.is_empty());
    (!lane.tracks.is_empty() || !lane.acts.is_empty()).then_some(lane)
}

/// Whether anything of an act lies on the scale, rather than before or after it.
fn is_on_scale(act: &LaneAct) -> bool {
    act.item.glyphs.iter().any(|glyph| !glyphs::is_pointer(glyph))
}

pub(crate) fn treaty_shape(act: TreatyAct) -> Shape {
    match act {
        TreatyAct::Adopted | TreatyAct::Initialled | TreatyAct::Signed => Shape::HollowTriangle,
        TreatyAct::EnteredIntoForce | TreatyAct::ProvisionallyApplied => Shape::House,
        TreatyAct::Suspended => Shape::Pause,
        act if act.is_end() => Shape::Cross,
        _ => Shape::Triangle,
    }
}
