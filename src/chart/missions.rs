//! The missions of an actor abroad over time, by level.
//!
//! *May know:* the base. *Never* draws.

mod captioned;

use std::collections::BTreeMap;

use super::glyphs;
use super::ledger::{self, Ledger, LedgerRow, LedgerSection};
use super::limits;
use super::names::{NamedBase, name};
use super::options::Options;
use super::plan::{BarEnd, Glyph, Ink, Item, Plan, Tabular};
use super::timeline::{Teller, bounds, level_fill, scale, sentence, series};
use super::words::{self, Months};
use crate::model::{
    ActorIx, Base, Closed, Date, Day, Fact, Key, Level, Matter, Pair, Spell, SpellEnd, StatementIx,
    missions as spells_of,
};

/// What is asked about missions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissionsRequest {
    /// Who sends them.
    pub of: ActorIx,
    /// To whom; empty: to anybody.
    pub hosts: Vec<ActorIx>,
    /// Of which levels; empty: of all but consulates, unless hosts are named.
    pub levels: Vec<Level>,
}

/// The missions to one host.
struct Host {
    host: ActorIx,
    /// One series for each line: the embassy, and each consulate.
    series: Vec<Vec<StatementIx>>,
    spells: Vec<Spell>,
}

/// The missions of an actor abroad: one row for each host, or a lane with captions where few are named.
pub fn missions(base: &Base, request: &MissionsRequest, options: &Options) -> (Plan, Tabular) {
    let base = &options.named(base);
    let hosts = hosts(base, request);
    let statements: Vec<StatementIx> = hosts.iter().flat_map(Host::statements).collect();
    let table = table(base, &hosts);
    let title = match &request.hosts[..] {
        [] => format!("{}: missions abroad", name(base, request.of)),
        named => {
            let named: Vec<&str> = named.iter().map(|&host| name(base, host)).collect();
            format!("{}: missions in {}", name(base, request.of), words::list(&named, "and"))
        }
    };
    let days: Vec<Day> = statements.iter().flat_map(|&ix| bounds(&base[ix]).collect::<Vec<_>>()).collect();
    let lasting = hosts
        .iter()
        .flat_map(|host| &host.spells)
        .any(|spell| spell.end.as_ref().is_none_or(|end| end.latest == Day::FUTURE));
    if (1..=limits::HOSTS_WITH_CAPTIONS).contains(&request.hosts.len()) {
        return (captioned::plan(base, title, &hosts, (days, lasting), options), table);
    }
    let (left, right) = ledger::room(hosts.iter().map(|host| name(base, host.host)), options);
    let scale = scale(days.into_iter(), lasting, options, left, right);
    let teller = Teller { base, scale, today: options.today };
    let row = |host: &Host| LedgerRow { name: name(base, host.host).to_owned(), items: teller.items(host) };
    let rows: Vec<LedgerRow> = hosts.iter().map(row).filter(|row| !row.items.is_empty()).collect();
    let subtitle = subtitle(&hosts, &rows, options.today);
    let description = description(base, &title, &hosts);
    let ledger = Ledger {
        title,
        subtitle,
        description,
        scale,
        sections: vec![LedgerSection { heading: None, rows }],
        samples: samples(&hosts),
        remarks: remarks(base, request)
            .into_iter()
            .chain(options.record(base, &[Matter::MissionsOf(request.of)], options.to.unwrap_or(options.today)))
            .collect(),
        cited: statements,
    };
    (ledger.plan(base, options), table)
}

impl Host {
    fn statements(&self) -> impl Iterator<Item = StatementIx> {
        self.series.iter().flatten().copied()
    }

    /// When the first mission can have opened, for the order of rows.
    fn opened(&self, base: &Base) -> (Day, Day) {
        let days = self.statements().map(|ix| {
            let begins = &base[ix].begins;
            (begins.earliest.bounded().unwrap_or(begins.latest), begins.latest)
        });
        days.min().unwrap_or((Day::FUTURE, Day::FUTURE))
    }
}

fn wanted(request: &MissionsRequest, level: Option<Level>) -> bool {
    match &request.levels[..] {
        [] => !request.hosts.is_empty() || level != Some(Level::Consulate),
        levels => level.is_some_and(|level| levels.contains(&level)),
    }
}

fn hosts(base: &Base, request: &MissionsRequest) -> Vec<Host> {
    let mut pairs: BTreeMap<ActorIx, Pair> = BTreeMap::new();
    for ix in base.under(Key::RelationsWith(request.of)) {
        if let Fact::Relations { pair, by: Some(by), act, .. } = base[ix].fact
            && by == request.of
            && act.is_of_mission()
        {
            pairs.insert(pair.other(by), pair);
        }
    }
    let mut found: Vec<Host> = Vec::new();
    for (host, pair) in pairs {
        if !request.hosts.is_empty() && !request.hosts.contains(&host) {
            continue;
        }
        let spells: Vec<Spell> = spells_of(base, pair)
            .into_iter()
            .filter(|(by, spell)| *by == request.of && wanted(request, spell.level))
            .map(|(_, spell)| spell)
            .collect();
        let kept = |acts: &Vec<StatementIx>| acts.iter().any(|ix| spells.iter().any(|spell| spell.begun_by == *ix));
        let own = series(base, pair).into_iter().filter(|(by, _)| *by == request.of).map(|(_, acts)| acts);
        let mut series: Vec<Vec<StatementIx>> = own.filter(kept).collect();
        for acts in &mut series {
            // What ended a mission without being an act about it: that relations were severed.
            let of_series: Vec<&Spell> = spells.iter().filter(|spell| acts.contains(&spell.begun_by)).collect();
            let ends = of_series.iter().filter_map(|spell| spell.end.as_ref()).map(|end| end.by);
            let more: Vec<StatementIx> = ends.filter(|by| !acts.contains(by)).collect();
            acts.extend(more);
            acts.sort_by_key(|&ix| (base[ix].begins.earliest.bounded().unwrap_or(base[ix].begins.latest), ix));
            acts.dedup();
            if !request.levels.is_empty() {
                let bounds = |ix: StatementIx| {
                    spells
                        .iter()
                        .any(|spell| spell.begun_by == ix || spell.end.as_ref().is_some_and(|end| end.by == ix))
                };
                acts.retain(|&ix| bounds(ix));
            }
        }
        if !series.is_empty() {
            found.push(Host { host, series, spells });
        }
    }
    match &request.hosts[..] {
        [] => found.sort_by_key(|host| (host.opened(base), host.host)),
        named => found.sort_by_key(|host| named.iter().position(|other| *other == host.host)),
    }
    found
}

impl Teller<'_> {
    /// The statements of a row: each with the bars that it begins, and a mark.
    fn items(&self, host: &Host) -> Vec<Item> {
        let mut items: Vec<Item> = Vec::new();
        for acts in &host.series {
            items.extend(self.mission(acts, &host.spells).into_iter().map(|act| act.item));
        }
        items.retain(|item| item.glyphs.iter().any(|glyph| !glyphs::is_pointer(glyph)));
        items
    }
}

/// A bar for each level that is used, so that the legend tells them apart.
fn samples(hosts: &[Host]) -> Vec<Item> {
    let mut levels: Vec<Option<Level>> =
        hosts.iter().flat_map(|host| host.spells.iter().map(|spell| spell.level)).collect();
    levels.sort_unstable();
    levels.dedup();
    let bar = |level: Option<Level>| Glyph::Bar {
        certain: (0.0, 20.0),
        possible: (0.0, 20.0),
        start: BarEnd::Known,
        end: BarEnd::Beyond,
        y: 0.0,
        ink: Ink::Mission,
        fill: level_fill(level),
    };
    let sample = |level| Item {
        statement: String::new(),
        class: String::new(),
        title: String::new(),
        glyphs: vec![bar(level)],
        labels: Vec::new(),
        leaders: Vec::new(),
    };
    levels.into_iter().map(sample).collect()
}

fn subtitle(hosts: &[Host], rows: &[LedgerRow], today: Day) -> String {
    if rows.is_empty() {
        return "No mission with a date is recorded.".to_owned();
    }
    let open = |band: crate::model::Band| {
        let holds = |host: &&Host| host.spells.iter().map(|spell| spell.holds(today)).max() == Some(band);
        hosts.iter().filter(holds).count()
    };
    let (certain, possible) = (open(crate::model::Band::Certain), open(crate::model::Band::Possible));
    let maybe = if possible > 0 { format!(", possibly {possible} more") } else { String::new() };
    format!(
        "{} hosts in the order of the first opening; recorded as open on {}: {certain}{maybe}. Only recorded openings and closings are shown.",
        rows.len(),
        words::day(today, Months::Full)
    )
}

fn remarks(base: &Base, request: &MissionsRequest) -> Vec<String> {
    let consulates = base.under(Key::RelationsWith(request.of)).filter(|&ix| {
        base[ix].stands()
            && matches!(
                base[ix].fact,
                Fact::Relations { by: Some(by), level: Some(Level::Consulate), act, .. }
                    if by == request.of && act == crate::model::RelationsAct::MissionOpened
            )
    });
    match consulates.count() {
        n if n > 0 && !wanted(request, Some(Level::Consulate)) => {
            vec![format!("Consulates are not shown; recorded openings: {n}.")]
        }
        _ => Vec::new(),
    }
}

fn description(base: &NamedBase<'_>, title: &str, hosts: &[Host]) -> String {
    let told = |host: &Host| {
        let acts: Vec<String> = host.statements().map(|ix| sentence(base, ix)).collect();
        format!("{}: {}.", name(base, host.host), acts.join("; "))
    };
    let told: Vec<String> = hosts.iter().map(told).collect();
    format!("{title}, by date. {}", if told.is_empty() { "None is recorded.".to_owned() } else { told.join(" ") })
}

fn table(base: &Base, hosts: &[Host]) -> Tabular {
    let date = |ix: StatementIx| base[ix].date().map(ToString::to_string).unwrap_or_default();
    let mut rows = Vec::new();
    for host in hosts {
        for spell in &host.spells {
            let at = match &base[spell.begun_by].fact {
                Fact::Relations { at, .. } => at.as_deref().unwrap_or_default().to_owned(),
                _ => String::new(),
            };
            // A consulate whose closing nobody records ends, as far as is known, with the act that opened it.
            let ended = spell.end.as_ref().filter(|end| end.by != spell.begun_by);
            rows.push(vec![
                base[host.host].id.to_string(),
                base[host.host].name.to_string(),
                spell.level.map_or_else(String::new, |level| level.name().to_owned()),
                at,
                date(spell.begun_by),
                ended.map_or_else(String::new, |end| ended_on(base, end)),
                base[spell.begun_by].id.to_string(),
            ]);
        }
    }
    Tabular { columns: vec!["host", "name", "level", "at", "opened", "ended", "statement"], rows }
}

/// When a mission ended: by the date of the act that ended it; where that was the end of something that lasted, such as a state, the
/// days on which that can have been.
fn ended_on(base: &Base, end: &SpellEnd) -> String {
    let statement = &base[end.by];
    if !statement.fact.lasts() {
        return statement.date().map(Date::to_string).unwrap_or_default();
    }
    match (end.earliest.bounded(), end.latest.bounded()) {
        (Some(from), Some(to)) if from == to => from.to_string(),
        (Some(from), Some(to)) => format!("{from}/{to}"),
        (Some(from), None) => format!("{from}/.."),
        (None, Some(to)) => format!("../{to}"),
        (None, None) => String::new(),
    }
}
