//! What lasts in a random world, and what it votes on: relations, missions, memberships, treaties, resolutions, positions; and how
//! far the record of all this reaches.

use super::chance::Chance;
use super::dates::{self, FIRST, LAST};
use super::made::{File, Made, Part};
use super::world::Country;

/// The organizations, the bodies and the group, each of a body's chain one deeper than the last.
pub(super) const ORGANIZATIONS: &[(&str, &str, &str)] = &[
    ("united-nations", "United Nations", "kind: Organization"),
    ("river-union", "River Union", "kind: Organization"),
    ("highlands", "Highlands", "kind: Group"),
    ("great-hall", "Great Hall", "kind: Body, of: 'united-nations'"),
    ("first-bench", "First Bench", "kind: Body, of: 'great-hall'"),
    ("senate", "Senate of Bretia", "kind: Body, of: 'bretia'"),
    ("senate-bench", "Senate Bench of Bretia", "kind: Body, of: 'senate'"),
];

/// The days on which both are there, in which so many lie in order; none where they hardly meet.
fn days(chance: &mut Chance, number: usize, all: &[&Country]) -> Option<Vec<i32>> {
    let from = all.iter().map(|one| one.days().0).max().unwrap_or(FIRST);
    let to = all.iter().map(|one| one.days().1).min().unwrap_or(LAST);
    let length = usize::try_from(to - from).ok().filter(|length| *length > 10)?;
    let mut days: Vec<i32> = (0..number).map(|_| from + chance.below(length) as i32).collect();
    days.sort_unstable();
    Some(days)
}

/// Relations of pairs, in one file for the first of each.
pub(super) fn relations(chance: &mut Chance, countries: &[Country]) -> Vec<File> {
    let mut files = Vec::new();
    for (at, one) in countries.iter().enumerate() {
        let mut parts = vec![Part::Fixed(format!("Relations(of: '{}', pairs: [\n", one.id))];
        for other in &countries[at + 1..] {
            let acts = if chance.percent(45) { pair(chance, one, other) } else { Vec::new() };
            if !acts.is_empty() {
                parts.push(Part::Fixed(format!("  (with: '{}', acts: [\n", other.id)));
                parts.extend(acts.into_iter().map(|act| Part::Record(format!("    {act},\n"))));
                parts.push(Part::Fixed("  ]),\n".to_owned()));
            }
        }
        parts.push(Part::Fixed("])".to_owned()));
        if parts.len() > 2 {
            files.push(File { path: format!("relations/{}.ron", one.id), parts });
        }
    }
    files
}

fn pair(chance: &mut Chance, one: &Country, other: &Country) -> Vec<String> {
    let Some(days) = days(chance, 6, &[one, other]) else { return Vec::new() };
    let mut acts = Vec::new();
    let mut act = |chance: &mut Chance, what: &str, day: i32, more: &str| {
        acts.push(format!("(act: {what}, {}{more})", dates::attested(chance, day)));
    };
    if chance.percent(10) {
        let until = if chance.percent(50) { format!(", until: '{}'", dates::day(days[2])) } else { String::new() };
        return vec![format!("(act: Absent, from: '{}'{until}, sources: ['s'])", dates::day(days[0]))];
    }
    if chance.percent(80) {
        act(chance, "Established", days[0], "");
    }
    for sender in [one, other] {
        if chance.percent(35) {
            let level = *chance.pick(&["Embassy", "Embassy", "Legation", "Consulate", "NonResident"]);
            let by = format!(", by: '{}', level: {level}", sender.id);
            act(chance, "MissionOpened", days[1], &by);
            if chance.percent(30) {
                act(chance, "MissionClosed", days[2], &by);
            }
        }
    }
    if chance.percent(30) {
        let broken = *chance.pick(&["Severed", "Severed", "Suspended"]);
        act(chance, broken, days[3], "");
        if chance.percent(45) {
            act(chance, "Resumed", days[4], "");
        }
    }
    acts
}

pub(super) fn memberships(chance: &mut Chance, countries: &[Country]) -> Vec<File> {
    let mut files: Vec<File> = ORGANIZATIONS
        .iter()
        .map(|(id, name, rest)| {
            File::fixed(
                &format!("organizations/{id}.ron"),
                &format!("Organization(id: '{id}', name: '{name}', {rest})"),
            )
        })
        .collect();
    for (id, ..) in &ORGANIZATIONS[..3] {
        let mut members = Vec::new();
        for country in countries {
            if chance.percent(75)
                && let Some(days) = days(chance, 5, &[country])
            {
                members.extend(belonging(chance, country, &days, *id == "highlands"));
            }
        }
        let head = format!("Memberships(of: '{id}', sources: ['s'], members: [");
        files.push(File::of(&format!("memberships/{id}.ron"), &head, members, "])"));
    }
    files
}

/// How one belonged: from when, until when, suspended meanwhile, back again.
fn belonging(chance: &mut Chance, country: &Country, days: &[i32], group: bool) -> Vec<String> {
    let id = &country.id;
    if group && chance.percent(60) {
        return vec![format!("(member: '{id}')")];
    }
    let from = dates::date(chance, days[0]).map_or_else(String::new, |from| format!(", from: '{from}'"));
    let standing = *chance.pick(&["", "", "", "", ", as: Observer", ", as: Founder"]);
    let leaves = chance.percent(30);
    let until = match dates::date(chance, days[3]).filter(|_| leaves) {
        Some(until) => format!(", until: '{until}'"),
        None if leaves => ", until: 'unknown'".to_owned(),
        None => String::new(),
    };
    let mut all = vec![format!("(member: '{id}'{standing}{from}{until})")];
    if !group && standing.is_empty() && chance.percent(20) {
        let until = if chance.percent(60) { format!(", until: '{}'", dates::day(days[2])) } else { String::new() };
        all.push(format!("(member: '{id}', as: Suspended, from: '{}'{until}, tag: 'suspended')", dates::day(days[1])));
    }
    if leaves && chance.percent(40) {
        all.push(format!("(member: '{id}', from: '{}', tag: 'again')", dates::day(days[4])));
    }
    all
}

pub(super) fn treaties(chance: &mut Chance, countries: &[Country]) -> Vec<File> {
    [("harbour-treaty", "Treaty of the Harbours"), ("river-pact", "Pact of the Rivers")]
        .iter()
        .map(|(id, title)| {
            let mut acts = Vec::new();
            if chance.percent(70) {
                let start = FIRST + chance.below(1500) as i32;
                acts.push(format!("(act: EnteredIntoForce, {})", dates::attested(chance, start)));
            }
            for country in countries {
                if chance.percent(60)
                    && let Some(days) = days(chance, 3, &[country])
                {
                    let by = format!(", by: '{}'", country.id);
                    acts.push(format!("(act: Signed, {}{by})", dates::attested(chance, days[0])));
                    if chance.percent(70) {
                        let act = *chance.pick(&["Ratified", "Ratified", "Acceded"]);
                        acts.push(format!("(act: {act}, {}{by})", dates::attested(chance, days[1])));
                    }
                    if chance.percent(20) {
                        acts.push(format!("(act: Denounced, {}{by})", dates::attested(chance, days[2])));
                    }
                }
            }
            let lag = if chance.percent(40) { "lag: 30, " } else { "" };
            let head = format!("Treaty(id: '{id}', title: '{title}', {lag}acts: [");
            File::of(&format!("treaties/{id}.ron"), &head, acts, "])")
        })
        .collect()
}

pub(super) fn resolutions(chance: &mut Chance, countries: &[Country]) -> Vec<File> {
    let resolution = |chance: &mut Chance, number: usize| {
        let by = *chance.pick(&["great-hall", "great-hall", "first-bench", "senate", "senate-bench"]);
        let day = FIRST + chance.below((LAST - FIRST) as usize) as i32;
        let mut lists = [(); 4].map(|()| Vec::new());
        for country in countries {
            let (from, to) = country.days();
            if from <= day && day < to && chance.percent(80) {
                lists[chance.below(4)].push(format!("'{}'", country.id));
            }
        }
        let [favour, against, abstaining, absent] = lists.map(|list| list.join(", "));
        let about = format!("'{}'", chance.pick(countries).id);
        let about = if chance.percent(40) { format!("{about}, 'long-valley'") } else { about };
        format!(
            "(id: 'text-{number}', by: '{by}', title: 'Text {number}', about: [{about}], vote: Recorded, {}, \
             roll_call: (sources: ['s'], favour: [{favour}], against: [{against}], abstaining: [{abstaining}], absent: [{absent}]))",
            dates::attested(chance, day)
        )
    };
    let number = 2 + chance.below(3);
    let all = (1..=number).map(|number| resolution(chance, number)).collect();
    vec![File::of("resolutions/all.ron", "Resolutions([", all, "])")]
}

pub(super) fn positions(chance: &mut Chance, countries: &[Country]) -> File {
    let mut positions = Vec::new();
    for country in &countries[2..] {
        if chance.percent(60)
            && let Some(days) = days(chance, 2, &[country])
        {
            let from = dates::date(chance, days[0]).unwrap_or_else(|| dates::day(days[0]));
            let until = if chance.percent(30) { format!(", until: '{}'", dates::day(days[1])) } else { String::new() };
            let backs = &countries[chance.below(2)].id;
            positions.push(format!("(by: '{}', backs: '{backs}', from: '{from}'{until}, sources: ['s'])", country.id));
        }
    }
    let head = "Dispute(id: 'long-valley', name: 'Long Valley', claimants: ['aldora', 'bretia'], positions: [";
    File::of("disputes/long-valley.ron", head, positions, "])")
}

/// How far the record reaches: of some lists all, of others what was looked for, of most nothing is said.
pub(super) fn coverage(chance: &mut Chance, countries: &[Country]) -> File {
    let mut of: Vec<String> = ["Members('united-nations')", "Members('river-union')", "Positions('long-valley')"]
        .iter()
        .chain(&[
            "Parties('harbour-treaty')",
            "Parties('river-pact')",
            "Votes('text-1')",
            "ResolutionsOf('great-hall')",
        ])
        .map(|&of| of.to_owned())
        .collect();
    for Country { id, .. } in countries {
        for list in ["RecognitionsOf", "RecognitionsOf", "RecognitionsBy", "RelationsOf", "MissionsOf", "MembershipsOf"]
        {
            of.push(format!("{list}('{id}')"));
        }
    }
    let mut scopes = Vec::new();
    for of in of {
        if chance.percent(35) {
            let extent = *chance.pick(&["Complete", "Surveyed"]);
            let from = FIRST + chance.below(2000) as i32;
            let through = from + chance.below((LAST - from) as usize) as i32;
            let days = match chance.below(4) {
                0 => format!("on: '{}'", dates::day(through)),
                1 => format!("from: '{}', through: '2000-12-31'", dates::day(from)),
                _ => format!("from: '{}', through: '{}'", dates::day(from), dates::day(through)),
            };
            scopes.push(format!("(of: [{of}], extent: {extent}, {days}, sources: ['s'])"));
        }
    }
    File::of("coverage/all.ron", "Coverage(scopes: [", scopes, "])")
}

impl Made {
    /// The same with less cover: without these scopes, by their place.
    pub(super) fn less_covered(&self, mut gone: impl FnMut() -> bool) -> Self {
        self.without(|path, _| path.starts_with("coverage/") && gone())
    }
}
