//! Everything between two actors, in lanes below one axis of time.

use super::gather::PairStatements;
use super::page::{self, LanesPage};
use super::{Options, bounds, name, scale, tell};
use crate::chart::options::Setting;
use crate::chart::plan::Plan;
use crate::model::{ActorIx, Base, Day};

/// The timeline of a pair: events of their disputes, recognition both ways, relations, missions, treaties that bind
/// both, resolutions by bodies of one on the other's matters, and positions that back the other.
pub fn pair(base: &Base, a: ActorIx, b: ActorIx, options: &Options) -> Plan {
    let base = &options.named(base);
    let mut gathered = PairStatements::of(base, a, b);
    if options.setting == Setting::InText {
        gathered.thin_out(base);
    }
    let framing = gathered.framing(base);
    let days: Vec<Day> = framing.iter().flat_map(|&ix| bounds(&base[ix]).collect::<Vec<_>>()).collect();
    let (left, right) = page::room(gathered.names(), options);
    let scale = scale(days.into_iter(), gathered.lasting(base, options.today), options, left, right);
    let page = LanesPage {
        title: format!("{} and {}", name(base, a), name(base, b)),
        opening: format!("What happened between {} and {}, by date.", name(base, a), name(base, b)),
        subtitle: None,
        nothing: format!("Nothing with a date is recorded between the two in {}.", base.dataset.name),
        scale,
        lanes: tell::Teller { base, scale, today: options.today }.lanes(&gathered),
        statements: gathered.statements(),
        remarks: gathered.remarks(),
        samples: Vec::new(),
    };
    page.plan(base, options)
}
