//! What there is between two actors.

use crate::chart::limits;
use crate::model::{
    ActorIx, Base, Day, DisputeIx, Ends, Entity, Fact, Key, Kind, Pair, Period, RecognitionAct, RelationsAct,
    ResolutionIx, Statement, StatementIx, TreatyIx, TreatyKind, force, missions, recognition_spells, relations_spells,
};

/// The lanes, from above: of what kind of statements, and their names.
pub(crate) const LANES: [(Kind, &str); 7] = [
    (Kind::Event, "Events"),
    (Kind::Recognition, "Recognition"),
    (Kind::Relations, "Relations"),
    (Kind::Relations, "Missions"),
    (Kind::Treaty, "Treaties"),
    (Kind::Resolution, "Resolutions"),
    (Kind::Position, "Positions"),
];

/// All statements between two actors, by kind.
#[derive(Debug, Clone)]
pub(crate) struct PairStatements {
    /// The two actors.
    pub(crate) parties: [ActorIx; 2],
    /// What happened in disputes in which both are claimants.
    pub(crate) events: Vec<StatementIx>,
    /// By whom recognition is given or refused, and the acts.
    pub(crate) recognition: Vec<(ActorIx, ActorIx, Vec<StatementIx>)>,
    /// Acts of the pair but for those about missions.
    pub(crate) relations: Vec<StatementIx>,
    /// Acts of each series of missions: one for each sender, and for each town with a consulate.
    pub(crate) missions: Vec<(ActorIx, Vec<StatementIx>)>,
    /// Treaties with the acts that matter to the pair.
    pub(crate) treaties: Vec<(TreatyIx, Vec<StatementIx>)>,
    /// Resolutions.
    pub(crate) resolutions: Vec<(ResolutionIx, StatementIx)>,
    /// Positions.
    pub(crate) positions: Vec<StatementIx>,
    wide_left_out: usize,
    consulates_left_out: usize,
}

impl PairStatements {
    /// Everything between `a` and `b`.
    pub(crate) fn of(base: &Base, a: ActorIx, b: ActorIx) -> Self {
        let mut found = Self {
            parties: [a, b],
            events: events(base, |dispute| [a, b].iter().all(|actor| base[dispute].claimants.contains(actor))),
            recognition: Vec::new(),
            relations: Vec::new(),
            missions: Vec::new(),
            treaties: Vec::new(),
            resolutions: resolutions(base, a, b),
            positions: Vec::new(),
            wide_left_out: 0,
            consulates_left_out: 0,
        };
        for (by, of) in [(a, b), (b, a)] {
            let acts = base.recognitions_of(of).filter(|&ix| base[ix].fact.actors().next() == Some(by));
            let acts = in_order(base, acts);
            if !acts.is_empty() {
                found.recognition.push((by, of, acts));
            }
            let backs = base
                .under(Key::PositionsBy(by))
                .filter(|&ix| matches!(base[ix].fact, Fact::Position { backs, .. } if backs == of));
            found.positions.extend(in_order(base, backs));
        }
        if let Some(pair) = Pair::new(a, b) {
            found.relations =
                in_order(base, base.relations_of(pair)).into_iter().filter(|&ix| !is_of_mission(base, ix)).collect();
            found.missions = series(base, pair);
        }
        found.treaties(base, a, b);
        found
    }

    /// Every statement once, in the order of lanes.
    pub(crate) fn statements(&self) -> Vec<StatementIx> {
        let recognition = self.recognition.iter().flat_map(|(.., acts)| acts);
        let missions = self.missions.iter().flat_map(|(_, acts)| acts);
        let treaties = self.treaties.iter().flat_map(|(_, acts)| acts);
        let resolutions = self.resolutions.iter().map(|(_, ix)| ix);
        self.events
            .iter()
            .chain(recognition)
            .chain(&self.relations)
            .chain(missions)
            .chain(treaties)
            .chain(resolutions)
            .chain(&self.positions)
            .copied()
            .collect()
    }

    /// The dated statements that decide which time is shown: what a treaty between many did before the pair had
    /// anything to do with it would only push the rest to the side.
    pub(crate) fn framing(&self, base: &Base) -> Vec<StatementIx> {
        let own = |ix: &StatementIx| match base[*ix].fact {
            Fact::Treaty { treaty, party, .. } => party.is_some() || base[treaty].kind == TreatyKind::Bilateral,
            _ => true,
        };
        let dated: Vec<StatementIx> = self.statements().into_iter().filter(|&ix| base[ix].date().is_some()).collect();
        let framing: Vec<StatementIx> = dated.iter().copied().filter(own).collect();
        if framing.is_empty() { dated } else { framing }
    }

    /// The names of the lanes that have something.
    pub(crate) fn names(&self) -> Vec<&'static str> {
        let any = [
            !self.events.is_empty(),
            !self.recognition.is_empty(),
            !self.relations.is_empty(),
            !self.missions.is_empty(),
            !self.treaties.is_empty(),
            !self.resolutions.is_empty(),
            !self.positions.is_empty(),
        ];
        LANES.into_iter().zip(any).filter_map(|((_, name), any)| any.then_some(name)).collect()
    }

    /// Whether anything lasts, or may last, to this day.
    pub(crate) fn lasting(&self, base: &Base, today: Day) -> bool {
        let open =
            |statement: &Statement| statement.fact.lasts() && matches!(statement.ends, Ends::Ongoing | Ends::Unknown);
        let spells = self.recognition.iter().flat_map(|&(by, of, _)| recognition_spells(base, by, of));
        let pair = self.relations.iter().chain(self.missions.iter().flat_map(|(_, acts)| acts)).find_map(|&ix| {
            match base[ix].fact {
                Fact::Relations { pair, .. } => Some(pair),
                _ => None,
            }
        });
        let relations = pair.iter().flat_map(|&pair| relations_spells(base, pair));
        let missions = pair.iter().flat_map(|&pair| missions(base, pair)).map(|(_, spell)| spell);
        spells.chain(relations).chain(missions).any(|spell| spell.end.is_none())
            || self.statements().iter().any(|&ix| open(&base[ix]))
            || self.treaties.iter().any(|&(treaty, _)| {
                force_for(base, treaty, self.parties, today).is_some_and(|period| period.possible().1 == Day::FUTURE)
            })
    }

    /// Leaves out consulates where there are many: in a text, what stands between two capitals says more.
    pub(crate) fn thin_out(&mut self, base: &Base) {
        let is_consulate = |(_, acts): &(ActorIx, Vec<StatementIx>)| {
            matches!(base[acts[0]].fact, Fact::Relations { level: Some(crate::model::Level::Consulate), .. })
        };
        let consulates = self.missions.iter().filter(|series| is_consulate(series)).count();
        if consulates > limits::CONSULATES_IN_TEXT {
            self.missions.retain(|series| !is_consulate(series));
            self.consulates_left_out = consulates;
        }
    }

    /// What a reader should know of what isn't shown.
    pub(crate) fn remarks(&self) -> Vec<String> {
        let wide = (self.wide_left_out > 0)
            .then(|| format!("{} treaties between many in which both take part are not shown.", self.wide_left_out));
        let consulates =
            (self.consulates_left_out > 0).then(|| format!("{} consulates are not shown.", self.consulates_left_out));
        wide.into_iter().chain(consulates).collect()
    }

    fn treaties(&mut self, base: &Base, a: ActorIx, b: ActorIx) {
        let mut wide = Vec::new();
        let mut of_one: Vec<TreatyIx> = base.under(Key::TreatiesOf(a)).filter_map(|ix| treaty_of(base, ix)).collect();
        of_one.extend((0..base.treaties.len()).map(TreatyIx::new).filter(|&t| base[t].parties.contains(&a)));
        of_one.sort_unstable();
        of_one.dedup();
        for treaty in of_one {
            let named = |party: ActorIx| base[treaty].parties.contains(&party);
            let acts: Vec<StatementIx> = in_order(base, base.under(Key::Treaty(treaty)));
            let own = |ix: StatementIx| match base[ix].fact {
                Fact::Treaty { party, .. } => party,
                _ => None,
            };
            let takes_part = |party: ActorIx| named(party) || acts.iter().any(|&ix| own(ix) == Some(party));
            if !takes_part(a) || !takes_part(b) {
                continue;
            }
            let acts: Vec<StatementIx> =
                acts.into_iter().filter(|&ix| own(ix).is_none_or(|party| party == a || party == b)).collect();
            if acts.is_empty() {
                continue;
            }
            if base[treaty].kind == TreatyKind::Bilateral {
                self.treaties.push((treaty, acts))
            } else {
                wide.push((treaty, acts))
            }
        }
        // Those of a region say more of a pair than those of the world: they come first, as long as there are few.
        for kind in [TreatyKind::Regional, TreatyKind::Multilateral] {
            let (of_kind, rest): (Vec<_>, Vec<_>) = wide.into_iter().partition(|(t, _)| base[*t].kind == kind);
            wide = rest;
            if self.treaties.len() + of_kind.len() <= limits::TREATIES_OF_PAIR {
                self.treaties.extend(of_kind);
            } else {
                self.wide_left_out += of_kind.len();
            }
        }
        self.treaties.sort_by_key(|(treaty, acts)| (acts.iter().map(|&ix| base[ix].begins.latest).min(), *treaty));
    }
}

/// When a treaty certainly binds both, and may bind them before and after.
pub(crate) fn force_for(base: &Base, treaty: TreatyIx, [a, b]: [ActorIx; 2], today: Day) -> Option<Period> {
    let of = |party| force(base, treaty, party, today).into_iter().map(|force| force.period).collect::<Vec<_>>();
    let (of_a, of_b) = (of(a), of(b));
    let both = of_a.iter().flat_map(|one| of_b.iter().filter_map(|other| one.and(*other)));
    both.into_iter().find(|period| period.certain().is_some())
}

/// Whether an act of recognition is a refusal.
pub(crate) fn is_withheld(base: &Base, ix: StatementIx) -> bool {
    matches!(base[ix].fact, Fact::Recognition { act: RecognitionAct::Withheld, .. })
}

/// Whether an act says that there are no relations.
pub(crate) fn is_absent(base: &Base, ix: StatementIx) -> bool {
    matches!(base[ix].fact, Fact::Relations { act: RelationsAct::Absent, .. })
}

fn treaty_of(base: &Base, ix: StatementIx) -> Option<TreatyIx> {
    match base[ix].fact {
        Fact::Treaty { treaty, .. } => Some(treaty),
        _ => None,
    }
}

fn is_of_mission(base: &Base, ix: StatementIx) -> bool {
    matches!(base[ix].fact, Fact::Relations { act, by: Some(_), .. } if act.is_of_mission())
}

/// The acts about missions of a pair, by who sent them: one series for the embassy, and one for each town with a consulate.
pub(crate) fn series(base: &Base, pair: Pair) -> Vec<(ActorIx, Vec<StatementIx>)> {
    // Whose missions, and for consulates in which town.
    type Whose<'a> = (ActorIx, Option<Option<&'a str>>);
    let mut found: Vec<(Whose<'_>, Vec<StatementIx>)> = Vec::new();
    for ix in in_order(base, base.relations_of(pair)).into_iter().filter(|&ix| is_of_mission(base, ix)) {
        let Fact::Relations { by: Some(by), level, ref at, .. } = base[ix].fact else { continue };
        let town = (level == Some(crate::model::Level::Consulate)).then_some(at.as_deref());
        match found.iter_mut().find(|(whose, _)| *whose == (by, town)) {
            Some((_, acts)) => acts.push(ix),
            None => found.push(((by, town), vec![ix])),
        }
    }
    found.into_iter().map(|((by, _), acts)| (by, acts)).collect()
}

/// What happened in these disputes, by date.
pub(crate) fn events(base: &Base, of: impl Fn(DisputeIx) -> bool) -> Vec<StatementIx> {
    let events = base.events.iter().filter(|event| event.dispute.is_some_and(&of));
    in_order(base, events.map(|event| event.happened))
}

/// Those that stand, by date.
pub(crate) fn in_order(base: &Base, acts: impl Iterator<Item = StatementIx>) -> Vec<StatementIx> {
    let mut acts: Vec<StatementIx> = acts.filter(|&ix| base[ix].stands()).collect();
    acts.sort_by_key(|&ix| {
        let begins = &base[ix].begins;
        (begins.earliest.bounded().unwrap_or(begins.latest), begins.latest, ix)
    });
    acts
}

/// Resolutions by bodies of one that concern the other, its disputes, or events in these.
fn resolutions(base: &Base, a: ActorIx, b: ActorIx) -> Vec<(ResolutionIx, StatementIx)> {
    let claims = |dispute: DisputeIx, actor: ActorIx| base[dispute].claimants.contains(&actor);
    let touches = |entity: Entity, actor: ActorIx| match entity {
        Entity::Actor(ix) => ix == actor,
        Entity::Dispute(ix) => claims(ix, actor),
        Entity::Event(ix) => base[ix].dispute.is_some_and(|dispute| claims(dispute, actor)),
        _ => false,
    };
    let mut found: Vec<(ResolutionIx, StatementIx)> = base
        .resolutions
        .iter()
        .enumerate()
        .filter(|(_, resolution)| {
            let other = match base.owner_of(resolution.by) {
                of if of == a => b,
                of if of == b => a,
                _ => return false,
            };
            let named = resolution.about.iter().copied().chain(resolution.deeds.iter().filter_map(|deed| deed.what));
            named.into_iter().any(|entity| touches(entity, other)) && base[resolution.adopted].stands()
        })
        .map(|(i, resolution)| (ResolutionIx::new(i), resolution.adopted))
        .collect();
    found.sort_by_key(|&(resolution, ix)| (base[ix].begins.earliest, base[ix].begins.latest, resolution));
    found
}
