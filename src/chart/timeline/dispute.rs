//! What is recorded of a dispute: its events, what its claimants had to do with each other, resolutions, positions.

use super::gather::{PairStatements, events, in_order};
use super::page::{self, LanesPage};
use super::tell::{Teller, on_scale};
use super::{NamedBase, Options, bounds, name, scale};
use crate::chart::lanes::Lane;
use crate::chart::limits;
use crate::chart::plan::Plan;
use crate::chart::words;
use crate::model::{ActorIx, Base, Day, DisputeIx, Ends, Entity, Fact, Key, Kind, StatementIx};

/// The lanes above those of the positions: of what kind of statements, and their names.
const LANES: [(Kind, &str); 4] = [
    (Kind::Event, "Events"),
    (Kind::Recognition, "Recognition"),
    (Kind::Relations, "Relations"),
    (Kind::Resolution, "Resolutions"),
];

/// The timeline of a dispute: events, recognition and relations among its claimants, resolutions about it or its events,
/// and positions, a lane for each claimant that is backed.
pub fn dispute(base: &Base, of: DisputeIx, options: &Options) -> Plan {
    let base = &options.named(base);
    let happened = events(base, |dispute| dispute == of);
    let claimants = &base[of].claimants;
    let mut among: Vec<PairStatements> = Vec::new();
    for (n, &a) in claimants.iter().enumerate() {
        among.extend(claimants[n + 1..].iter().map(|&b| PairStatements::of(base, a, b)));
    }
    let resolutions = resolutions(base, of);
    let positions = in_order(base, base.under(Key::Positions(of)));
    let backs = |ix: StatementIx| match base[ix].fact {
        Fact::Position { backs, .. } => Some(backs),
        _ => None,
    };
    let backed: Vec<(ActorIx, String)> = claimants
        .iter()
        .filter(|claimant| positions.iter().any(|&ix| backs(ix) == Some(**claimant)))
        .map(|&claimant| (claimant, format!("Backing {}", name(base, claimant))))
        .collect();
    let recognition: Vec<StatementIx> =
        among.iter().flat_map(|pair| pair.recognition.iter().flat_map(|(.., acts)| acts.iter().copied())).collect();
    let relations: Vec<StatementIx> = among.iter().flat_map(|pair| pair.relations.iter().copied()).collect();
    let mut statements = happened.clone();
    for more in [&recognition, &relations, &resolutions, &positions] {
        statements.extend(more);
    }
    let days: Vec<Day> = statements.iter().flat_map(|&ix| bounds(&base[ix]).collect::<Vec<_>>()).collect();
    let lasting =
        statements.iter().any(|&ix| base[ix].fact.lasts() && matches!(base[ix].ends, Ends::Ongoing | Ends::Unknown));
    let [events_lane, recognition_lane, relations_lane, resolutions_lane] = LANES;
    let names = LANES.iter().map(|(_, name)| *name);
    let (left, right) = page::room(names.chain(backed.iter().map(|(_, name)| &**name)), options);
    let scale = scale(days.into_iter(), lasting, options, left, right);
    let teller = Teller { base, scale, today: options.today };
    let lane = |(kind, name): (Kind, &str)| Lane { rows: limits::CAPTION_ROWS_OF_DISPUTE, ..Lane::new(kind, name) };
    let tracks_of = |pair: &PairStatements| -> Vec<_> {
        pair.recognition.iter().flat_map(|(by, of, acts)| teller.recognition(*by, *of, acts)).collect()
    };
    let mut lanes = vec![
        Lane { tracks: happened.iter().map(|&ix| teller.event(ix)).collect(), ..lane(events_lane) },
        Lane { tracks: among.iter().flat_map(tracks_of).collect(), ..lane(recognition_lane) },
        Lane { tracks: among.iter().map(|pair| teller.relations(&pair.relations)).collect(), ..lane(relations_lane) },
        Lane { acts: resolutions.iter().map(|&ix| teller.resolution(ix)).collect(), ..lane(resolutions_lane) },
    ];
    for (claimant, name) in &backed {
        let own = positions.iter().filter(|ix| backs(**ix) == Some(*claimant));
        lanes.push(Lane { tracks: own.map(|&ix| teller.backer(ix)).collect(), ..lane((Kind::Position, name)) });
    }
    let page = LanesPage {
        title: base[of].name.to_string(),
        opening: format!(
            "What is recorded of the dispute over {}, by date. {}",
            base[of].name,
            subtitle(base, of, resolutions.len(), positions.len())
        ),
        subtitle: Some(subtitle(base, of, resolutions.len(), positions.len())),
        nothing: format!("Nothing with a date is recorded of it in {}.", base.dataset.name),
        scale,
        lanes: lanes.into_iter().filter_map(on_scale).collect(),
        statements,
        remarks: Vec::new(),
        samples: Vec::new(),
    };
    page.plan(base, options)
}

fn subtitle(base: &NamedBase<'_>, of: DisputeIx, resolutions: usize, positions: usize) -> String {
    let claimants: Vec<&str> = base[of].claimants.iter().map(|&claimant| name(base, claimant)).collect();
    let who = if claimants.is_empty() { "none recorded".to_owned() } else { words::list(&claimants, "and") };
    let count = |n: usize, what: &str| if n == 1 { format!("1 {what}") } else { format!("{n} {what}s") };
    format!(
        "Claimants: {who}. Recorded: {} about it or its events, {}.",
        count(resolutions, "resolution"),
        count(positions, "position")
    )
}

/// Those that concern the dispute or an event in it.
fn resolutions(base: &Base, of: DisputeIx) -> Vec<StatementIx> {
    let touches = |what: Entity| match what {
        Entity::Dispute(ix) => ix == of,
        Entity::Event(ix) => base[ix].dispute == Some(of),
        _ => false,
    };
    let found = base.resolutions.iter().filter(|resolution| {
        let deeds = resolution.deeds.iter().filter_map(|deed| deed.what);
        resolution.about.iter().copied().chain(deeds).any(touches)
    });
    in_order(base, found.map(|resolution| resolution.adopted))
}
