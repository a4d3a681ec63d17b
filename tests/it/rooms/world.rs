//! A random world: some countries, what became of them, whom they recognize and what they belong to.
//!
//! It is one that a careful editor could have written: acts lie within the lives of their actors and follow one another. Dates
//! are exact, vague, contested or missing, and the record reaches as far as chance will have it.

use super::chance::Chance;
use super::dates::{self, FIRST, LAST};
use super::lasting;
use super::made::{File, Made};

/// Names that are no words of the grammar and don't stand within one another; the id is the name in small letters.
const NAMES: &[&str] = &["Aldora", "Bretia", "Corland", "Dunmark", "Estova", "Falkia", "Gorania", "Helvar"];

/// The sources: an official one, a book that knows nothing later than 1997, an archive, and one that repeats the first.
const SOURCES: &str = "Sources([
    (id: 's', title: 'Gazette', publisher: 'Press of States', date: '2001-01-01', grade: Primary, kind: Official),
    (id: 't', title: 'Handbook', publisher: 'Library', date: '1997-07-01', grade: Secondary, kind: Study),
    (id: 'v', title: 'Archive', publisher: 'Keepers', date: '2001-01-01', grade: Secondary, kind: Study),
    (id: 'u', title: 'Copies', publisher: 'Copyist', date: '2001-01-01', grade: Tertiary, kind: Website, copy_of: 's'),
])";

/// A country, and how long it lives.
#[derive(Debug, Clone)]
pub(super) struct Country {
    pub(super) id: String,
    pub(super) name: &'static str,
    pub(super) class: &'static str,
    /// The first day, as a number; long before all acts, unless it began within the time.
    pub(super) born: i32,
    /// The day on which it no longer is.
    pub(super) gone: Option<i32>,
    /// Whom it succeeds, and how.
    pub(super) succeeds: Option<(usize, &'static str)>,
    /// Whether its end is known to a month only.
    vague_end: bool,
}

impl Country {
    /// The days on which it can act.
    pub(super) fn days(&self) -> (i32, i32) {
        (self.born.max(FIRST), self.gone.unwrap_or(LAST).min(LAST))
    }

    fn file(&self, all: &[Self]) -> File {
        let from = if self.born < FIRST { "../1960-01-01".to_owned() } else { dates::day(self.born) };
        let until = self.gone.map_or_else(String::new, |gone| {
            let until = if self.vague_end { dates::day(gone)[..7].to_owned() } else { dates::day(gone) };
            format!(", until: '{until}'")
        });
        let succeeds = self.succeeds.map_or_else(String::new, |(whom, how)| {
            let on = dates::day(self.born);
            format!(", succeeds: [(country: '{}', how: {how}, on: '{on}', sources: ['s'])]", all[whom].id)
        });
        let text = format!(
            "Country(id: '{}', name: '{}', class: {}, existence: [(from: '{from}'{until}, sources: ['s'])]{succeeds})",
            self.id, self.name, self.class
        );
        File::fixed(&format!("countries/{}.ron", self.id), &text)
    }
}

/// The world of a seed.
pub(super) fn world(seed: u64) -> Made {
    let mut chance = Chance::of(seed);
    let countries = countries(&mut chance);
    let mut files = vec![
        File::fixed("dataset.ron", "Dataset(name: 'Random', version: '1', format: 2)"),
        File::fixed("sources/all.ron", SOURCES),
    ];
    files.extend(countries.iter().map(|country| country.file(&countries)));
    files.extend(recognitions(&mut chance, &countries));
    files.extend(lasting::relations(&mut chance, &countries));
    files.extend(lasting::memberships(&mut chance, &countries));
    files.extend(lasting::treaties(&mut chance, &countries));
    files.extend(lasting::resolutions(&mut chance, &countries));
    files.push(lasting::positions(&mut chance, &countries));
    files.push(lasting::coverage(&mut chance, &countries));
    Made { files }
}

fn countries(chance: &mut Chance) -> Vec<Country> {
    let number = 4 + chance.below(NAMES.len() - 3);
    let mut countries: Vec<Country> = NAMES[..number]
        .iter()
        .map(|name| Country {
            id: name.to_lowercase(),
            name,
            class: "Sovereign",
            born: FIRST - 1,
            gone: None,
            succeeds: None,
            vague_end: false,
        })
        .collect();
    // The first is contested and began within the time; most often it came from the second.
    countries[0].class = "Contested";
    countries[0].born = chance.below(700) as i32 + FIRST;
    if chance.percent(60) {
        countries[0].succeeds = Some((1, "Separation"));
    }
    // The third ended, and somebody continues it, or came from it, or nobody did.
    if chance.percent(70) {
        let gone = 1500 + chance.below(1000) as i32 + FIRST;
        countries[2].class = "Historical";
        countries[2].gone = Some(gone);
        countries[2].vague_end = chance.percent(20);
        if chance.percent(75) {
            countries[3].born = gone;
            let how = *chance.pick(&["Continuation", "Continuation", "Renaming", "Dissolution", "Separation"]);
            countries[3].succeeds = Some((2, how));
        }
    }
    countries
}

/// Who recognizes the first few, in courses that make sense: given, taken back, given again, refused.
fn recognitions(chance: &mut Chance, countries: &[Country]) -> Vec<File> {
    let targets = 2 + chance.below(3);
    let of = |chance: &mut Chance, of: usize| {
        let mut acts = Vec::new();
        for (by, other) in countries.iter().enumerate() {
            if by != of && chance.percent(75) {
                acts.extend(course(chance, other, &countries[of]));
            }
        }
        let id = &countries[of].id;
        File::of(&format!("recognitions/{id}.ron"), &format!("Recognitions(of: '{id}', acts: ["), acts, "])")
    };
    (0..targets.min(countries.len())).map(|target| of(chance, target)).collect()
}

/// What one did about the recognition of another.
fn course(chance: &mut Chance, by: &Country, of: &Country) -> Vec<String> {
    let (from, to) = (by.days().0.max(of.days().0), by.days().1.min(of.days().1));
    if from + 10 >= to {
        return Vec::new();
    }
    let mut days: Vec<i32> = (0..4).map(|_| from + chance.below((to - from) as usize) as i32).collect();
    days.sort_unstable();
    let (id, capacity) = (&by.id, if chance.percent(12) { ", as: Government" } else { "" });
    if chance.percent(12) {
        let until = if chance.percent(50) { format!(", until: '{}'", dates::day(days[2])) } else { String::new() };
        let given = dates::attested(chance, days[3]);
        let refusal = format!("(by: '{id}', act: Withheld, from: '{}'{until}, sources: ['s'])", dates::day(days[0]));
        let given = format!("(by: '{id}'{capacity}, {given})");
        return if until.is_empty() || chance.percent(50) { vec![refusal] } else { vec![refusal, given] };
    }
    let form = *chance.pick(&["", "", "", ", form: DeJure", ", form: DeFacto"]);
    let said = dates::attested(chance, days[0]);
    let denied = if chance.percent(8) && !said.contains("or: [") { dates::DENIED } else { "" };
    let mut acts = vec![format!("(by: '{id}'{capacity}{form}, {said}{denied})")];
    if chance.percent(30) {
        let act = *chance.pick(&["Withdrawn", "Withdrawn", "Suspended"]);
        acts.push(format!("(by: '{id}', act: {act}{capacity}, {})", dates::attested(chance, days[1])));
        if chance.percent(40) {
            acts.push(format!("(by: '{id}'{capacity}, {}, tag: 'again')", dates::attested(chance, days[2])));
        }
    } else if chance.percent(10) {
        acts.push(format!("(by: '{id}'{capacity}, {}, tag: 'again')", dates::attested(chance, days[1])));
    }
    acts
}
