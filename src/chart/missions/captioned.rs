//! The missions to few hosts: each host has a lane of its own, with captions at every act.

use super::{Host, samples};
use crate::chart::lanes::{Lane, LaneAct};
use crate::chart::names::{NamedBase, name};
use crate::chart::options::Options;
use crate::chart::plan::{Plan, Style};
use crate::chart::timeline::{LanesPage, Teller, on_scale, own_caption, room, scale};
use crate::model::{Day, Kind, StatementIx};

pub(super) fn plan(
    base: &NamedBase<'_>,
    title: String,
    hosts: &[Host],
    (days, lasting): (Vec<Day>, bool),
    options: &Options,
) -> Plan {
    let (left, right) = room(hosts.iter().map(|host| name(base, host.host)), options);
    let scale = scale(days.into_iter(), lasting, options, left, right);
    let teller = Teller { base, scale, today: options.today };
    // The heading tells whose missions they are.
    let own = |mut told: Vec<LaneAct>, acts: &[StatementIx]| {
        for (act, &ix) in told.iter_mut().zip(acts) {
            act.caption = vec![(own_caption(base, ix), Style::Plain)];
        }
        told
    };
    let lane = |host: &Host| Lane {
        tracks: host.series.iter().map(|acts| own(teller.mission(acts, &host.spells), acts)).collect(),
        ..Lane::new(Kind::Relations, name(base, host.host))
    };
    let page = LanesPage {
        opening: format!("{title}, by date."),
        title,
        subtitle: Some("Recorded openings, changes of level and closings of missions.".to_owned()),
        nothing: format!("No mission with a date is recorded in {}.", base.dataset.name),
        scale,
        lanes: hosts.iter().map(lane).filter_map(on_scale).collect(),
        statements: hosts.iter().flat_map(Host::statements).collect(),
        remarks: Vec::new(),
        samples: samples(hosts),
    };
    page.plan(base, options)
}
