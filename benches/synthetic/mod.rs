//! Synthetic bases: real shapes, seeded, as large as wanted, as RON files and as CSV of the same facts.
//!
//! Every statement is about 268 bytes with its sources and quotes, 60 of them a file; a fifth of the dates is
//! imprecise, one statement in twenty is contested. Such a base loads without any diagnostic.

use std::collections::BTreeMap;
use std::fmt::Write as _;

/// A base that nobody researched.
pub(crate) struct Synthetic {
    /// Path below the data folder, and text.
    pub(crate) files: BTreeMap<String, String>,
    /// A table of the same facts, one line for each source of each attestation.
    pub(crate) csv: String,
}

/// Statements in one file.
const PER_FILE: usize = 60;

/// The words that quotes are made of.
const WORDS: [&str; 16] = [
    "government",
    "republic",
    "recognized",
    "the",
    "independence",
    "of",
    "foreign",
    "minister",
    "announced",
    "that",
    "relations",
    "treaty",
    "were",
    "established",
    "on",
    "embassy",
];

/// What a treaty's party does, one act after the other.
const TREATY_ACTS: [(&str, &str); 2] = [("Signed", "signed"), ("Ratified", "ratified")];

/// What happens between two actors, with the level of the mission and whether one of them acts.
const RELATIONS_ACTS: [(&str, &str, &str); 6] = [
    ("Established", "established", ""),
    ("MissionOpened", "mission-opened", "Embassy"),
    ("Suspended", "suspended", ""),
    ("Resumed", "resumed", ""),
    ("MissionRaised", "mission-raised", "Embassy"),
    ("Severed", "severed", ""),
];

/// Makes a base of `statements` statements, at least 10,000; the same one every time.
pub(crate) fn generate(statements: usize) -> Synthetic {
    let share = |percent: usize| statements * percent / 100;
    let countries = ((statements as f64).sqrt() * 0.63) as usize;
    let mut world = World {
        random: SplitMix64(42),
        countries: (0..countries).map(|n| format!("{}-{n}", syllables(n))).collect(),
        sources: (0..statements / 50).map(|n| format!("{}-gazette-{n}", syllables(n * 7))).collect(),
        files: BTreeMap::new(),
        csv: "statement,kind,actor,other,act,date,earliest,latest,until,source,quote\n".to_owned(),
    };
    world.manifest_and_sources();
    let mut made = world.countries();
    made += world.memberships(share(10));
    made += world.treaties(share(20));
    made += world.roll_calls(share(15));
    made += world.positions(share(3));
    made += world.recognitions(share(21));
    world.relations(statements - made);
    Synthetic { files: world.files, csv: world.csv }
}

/// Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014.
struct SplitMix64(u64);

impl SplitMix64 {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound as u64) as usize
    }
}

struct World {
    random: SplitMix64,
    countries: Vec<String>,
    sources: Vec<String>,
    files: BTreeMap<String, String>,
    csv: String,
}

/// A statement as the table has it.
struct Row<'a> {
    id: &'a str,
    kind: &'a str,
    actor: &'a str,
    other: &'a str,
    act: &'a str,
}

/// A date with its bounds.
struct Dated {
    text: String,
    earliest: String,
    latest: String,
}

impl World {
    fn manifest_and_sources(&mut self) {
        let manifest = "Dataset(name: \"Synthetic\", version: \"1\", format: 1, license: \"CC0-1.0\")\n";
        self.files.insert("dataset.ron".into(), manifest.into());
        for (part, ids) in self.sources.chunks(PER_FILE).enumerate() {
            let mut text = "Sources([\n".to_owned();
            for id in ids {
                let _ = writeln!(
                    text,
                    "    (id: \"{id}\", title: \"Gazette of {id}\", publisher: \"Press of {id}\", \
                     date: \"2001-02-03\", url: \"https://example.org/{id}\", grade: Secondary, kind: News),"
                );
            }
            text.push_str("])\n");
            self.files.insert(format!("sources/part-{part}.ron"), text);
        }
    }

    fn countries(&mut self) -> usize {
        for (n, id) in self.countries.clone().iter().enumerate() {
            let mut text = format!(
                "Country(\n    id: \"{id}\",\n    name: \"Land {n}\",\n    class: Sovereign,\n    names: [(name: \
                 \"Republic of Land {n}\", kind: Official)],\n    existence: [("
            );
            let row = Row { id: &format!("existence/{id}"), kind: "existence", actor: id, other: "", act: "" };
            self.attested(&mut text, &row, "from", 1920 + n % 30);
            text.push_str(")],\n)\n");
            self.files.insert(format!("countries/{id}.ron"), text);
        }
        self.countries.len()
    }

    fn memberships(&mut self, count: usize) -> usize {
        for (number, size) in chunks(count).enumerate() {
            let of = format!("league-of-{}-{number}", syllables(number));
            let organization = format!("Organization(id: \"{of}\", name: \"League {number}\", kind: Organization)\n");
            self.files.insert(format!("organizations/{of}.ron"), organization);
            let mut text = format!("Memberships(\n    of: \"{of}\",\n    members: [\n");
            for member in self.some_countries(size) {
                let _ = write!(text, "        (member: \"{member}\", ");
                let id = format!("membership/{of}/{member}");
                let row = Row { id: &id, kind: "membership", actor: &member, other: &of, act: "member" };
                let year = 1955 + self.random.below(40);
                self.attested(&mut text, &row, "from", year);
                if self.random.below(5) == 0 {
                    let _ = write!(text, ", until: \"{}\"", year + 2 + self.random.below(20));
                }
                text.push_str("),\n");
            }
            text.push_str("    ],\n)\n");
            self.files.insert(format!("memberships/{of}.ron"), text);
        }
        count
    }

    fn treaties(&mut self, count: usize) -> usize {
        for (number, size) in chunks(count).enumerate() {
            let treaty = format!("treaty-of-{}-{number}", syllables(number));
            let parties = self.some_countries(size.div_ceil(TREATY_ACTS.len()));
            let mut text = format!("Treaty(\n    id: \"{treaty}\",\n    title: \"Treaty {number}\",\n    parties: [");
            parties.iter().for_each(|party| text.push_str(&format!("\"{party}\", ")));
            text.push_str("],\n    acts: [\n");
            let acts = parties.iter().flat_map(|party| TREATY_ACTS.map(|act| (party, act)));
            for (party, (word, act)) in acts.take(size) {
                let _ = write!(text, "        (act: {word}, by: \"{party}\", ");
                let id = format!("treaty/{treaty}/{act}/{party}");
                let row = Row { id: &id, kind: "treaty", actor: party, other: &treaty, act };
                let year = 1970 + number % 40 + usize::from(act == "ratified");
                self.attested(&mut text, &row, "on", year);
                text.push_str("),\n");
            }
            text.push_str("    ],\n)\n");
            self.files.insert(format!("treaties/{treaty}.ron"), text);
        }
        count
    }

    /// Resolutions, each with its roll call; all of them are statements.
    fn roll_calls(&mut self, count: usize) -> usize {
        let body = "assembly";
        let organization = "Organization(id: \"assembly\", name: \"Assembly\", kind: Body)\n";
        self.files.insert("organizations/assembly.ron".into(), organization.into());
        for (number, size) in chunks(count).enumerate() {
            let resolution = format!("assembly-resolution-{number}");
            let mut text = format!(
                "Resolutions([\n    (\n        id: \"{resolution}\",\n        by: \"{body}\",\n        title: \
                 \"Resolution {number}\",\n        vote: Recorded,\n        "
            );
            let id = format!("resolution/{resolution}");
            let row = Row { id: &id, kind: "resolution", actor: body, other: &resolution, act: "adopted" };
            let year = 1970 + number % 50;
            let date = self.attested(&mut text, &row, "on", year);
            let source = self.source();
            let _ = write!(text, ",\n        roll_call: (\n            sources: [\"{source}\"],\n");
            let voters = self.some_countries(size - 1);
            let (favour, rest) = voters.split_at(voters.len() / 2);
            let (against, abstaining) = rest.split_at(rest.len() / 2);
            for (choice, list) in [("favour", favour), ("against", against), ("abstaining", abstaining)] {
                let _ = write!(text, "            {choice}: [");
                for voter in list {
                    let _ = write!(text, "\"{voter}\", ");
                    let id = format!("vote/{resolution}/{voter}");
                    let row = Row { id: &id, kind: "vote", actor: voter, other: &resolution, act: choice };
                    self.row(&row, &date, &source, "");
                }
                text.push_str("],\n");
            }
            text.push_str("        ),\n    ),\n])\n");
            self.files.insert(format!("resolutions/{resolution}.ron"), text);
        }
        count
    }

    fn positions(&mut self, count: usize) -> usize {
        for (number, size) in chunks(count).enumerate() {
            let dispute = format!("dispute-of-{}-{number}", syllables(number));
            let parties = self.some_countries(size + 2);
            let (claimants, backers) = parties.split_at(2);
            let mut text = format!(
                "Dispute(\n    id: \"{dispute}\",\n    name: \"Dispute {number}\",\n    claimants: [\"{}\", \"{}\"],\n    \
                 positions: [\n",
                claimants[0], claimants[1]
            );
            for by in backers {
                let backs = &claimants[self.random.below(2)];
                let _ = write!(text, "        (by: \"{by}\", backs: \"{backs}\", ");
                let id = format!("position/{dispute}/{by}");
                let row = Row { id: &id, kind: "position", actor: by, other: backs, act: &dispute };
                let year = 1960 + self.random.below(60);
                self.attested(&mut text, &row, "from", year);
                text.push_str("),\n");
            }
            text.push_str("    ],\n)\n");
            self.files.insert(format!("disputes/{dispute}.ron"), text);
        }
        count
    }

    fn recognitions(&mut self, count: usize) -> usize {
        let countries = self.countries.clone();
        for (n, of) in countries.iter().enumerate() {
            let share = count / countries.len() + usize::from(n < count % countries.len());
            let by = (1..=share).map(|step| &countries[(n + step) % countries.len()]).collect::<Vec<_>>();
            for (part, by) in by.chunks(PER_FILE).enumerate() {
                let mut text = format!("Recognitions(\n    of: \"{of}\",\n    acts: [\n");
                for by in by {
                    let _ = write!(text, "        (by: \"{by}\", ");
                    let id = format!("recognition/{of}/{by}");
                    let row = Row { id: &id, kind: "recognition", actor: by, other: of, act: "recognized" };
                    let year = 1951 + self.random.below(8);
                    self.attested(&mut text, &row, "on", year);
                    text.push_str("),\n");
                }
                text.push_str("    ],\n)\n");
                self.files.insert(format!("recognitions/{of}/part-{part}.ron"), text);
            }
        }
        count
    }

    fn relations(&mut self, count: usize) {
        let countries = self.countries.clone();
        let mut left = count;
        let (mut n, mut step, mut part) = (0, 1, 0);
        while left > 0 {
            let of = &countries[n];
            let mut text = format!("Relations(\n    of: \"{of}\",\n    pairs: [\n");
            let mut room = left.min(PER_FILE);
            while room > 0 {
                let with = &countries[(n + step) % countries.len()];
                let _ = writeln!(text, "        (\n            with: \"{with}\",\n            acts: [");
                let acts = room.min(RELATIONS_ACTS.len());
                for (number, (word, act, level)) in RELATIONS_ACTS.iter().take(acts).enumerate() {
                    let (first, second) = if of < with { (of, with) } else { (with, of) };
                    let mut id = format!("relations/{first}/{second}/{act}");
                    let _ = write!(text, "                (act: {word}, ");
                    if !level.is_empty() {
                        id = format!("{id}/{of}");
                        let _ = write!(text, "by: \"{of}\", level: {level}, at: \"Capital\", ");
                    }
                    let row = Row { id: &id, kind: "relations", actor: of, other: with, act };
                    let year = 1960 + 8 * number + self.random.below(5);
                    self.attested(&mut text, &row, "on", year);
                    text.push_str("),\n");
                }
                text.push_str("            ],\n        ),\n");
                room -= acts;
                left -= acts;
                step += 1;
            }
            text.push_str("    ],\n)\n");
            self.files.insert(format!("relations/{of}/part-{part}.ron"), text);
            // Each country has its pairs with those that follow it; those before it have theirs with it.
            let share = count.div_ceil(RELATIONS_ACTS.len()).div_ceil(countries.len());
            assert!(share < countries.len() / 2, "a pair stands once");
            part += 1;
            if step > share {
                (n, step, part) = (n + 1, 1, 0);
            }
        }
    }

    /// Writes the date and the sources of a statement, sometimes with a second attestation.
    fn attested(&mut self, text: &mut String, row: &Row<'_>, field: &str, year: usize) -> Dated {
        let date = self.date(year);
        let _ = write!(text, "{field}: \"{}\", ", date.text);
        self.cited(text, row, &date);
        if self.random.below(20) == 0 {
            let other = self.date(year);
            let _ = write!(text, ", or: [({field}: \"{}\", ", other.text);
            self.cited(text, row, &other);
            let _ = write!(text, ")], contest: \"{}\"", self.quote(12));
        }
        date
    }

    fn cited(&mut self, text: &mut String, row: &Row<'_>, date: &Dated) {
        text.push_str("sources: [");
        for _ in 0..1 + self.random.below(3) / 2 {
            let (source, quote) = (self.source(), self.quote(15));
            let _ = write!(text, "(id: \"{source}\", quote: \"{quote}\"), ");
            self.row(row, date, &source, &quote);
        }
        if self.random.below(3) == 0 {
            let source = self.source();
            let _ = write!(text, "\"{source}\"");
            self.row(row, date, &source, "");
        }
        text.push(']');
    }

    fn row(&mut self, row: &Row<'_>, date: &Dated, source: &str, quote: &str) {
        let Row { id, kind, actor, other, act } = row;
        let Dated { text, earliest, latest } = date;
        let _ =
            writeln!(self.csv, "{id},{kind},{actor},{other},{act},{text},{earliest},{latest},,{source},\"{quote}\"");
    }

    /// Four of five dates are days; the others are months, years, approximate days or spans.
    fn date(&mut self, year: usize) -> Dated {
        let (month, day) = (1 + self.random.below(11), 1 + self.random.below(28));
        let exact = format!("{year}-{month:02}-{day:02}");
        let within = |text: String, from: String, to: String| Dated { text, earliest: from, latest: to };
        let last = ["31", "28", "31", "30", "31", "30", "31", "31", "30", "31", "30", "31"];
        // 29 February matters to nobody who is made up.
        let end = |month: usize| format!("{year}-{month:02}-{}", last[month - 1]);
        match self.random.below(100) {
            0..80 => within(exact.clone(), exact.clone(), exact),
            80..90 => within(format!("{year}-{month:02}"), format!("{year}-{month:02}-01"), end(month)),
            90..94 => within(format!("{year}"), format!("{year}-01-01"), end(12)),
            94..98 => within(format!("{exact}~"), exact.clone(), exact),
            _ => {
                let text = format!("{year}-{month:02}/{year}-{:02}", month + 1);
                within(text, format!("{year}-{month:02}-01"), end(month + 1))
            }
        }
    }

    fn source(&mut self) -> String {
        let n = self.random.below(self.sources.len());
        self.sources[n].clone()
    }

    fn quote(&mut self, words: usize) -> String {
        let words: Vec<&str> = (0..words).map(|_| WORDS[self.random.below(WORDS.len())]).collect();
        words.join(" ")
    }

    /// So many different countries, from anywhere in the list.
    fn some_countries(&mut self, count: usize) -> Vec<String> {
        let start = self.random.below(self.countries.len());
        self.countries.iter().cycle().skip(start).take(count).cloned().collect()
    }
}

/// The sizes of files that hold `count` statements together.
fn chunks(count: usize) -> impl Iterator<Item = usize> {
    (0..count).step_by(PER_FILE).map(move |done| PER_FILE.min(count - done))
}

/// A word that can be spoken.
fn syllables(mut n: usize) -> String {
    const PARTS: [&str; 12] = ["ba", "der", "ka", "lim", "mor", "na", "pol", "ri", "sta", "tur", "vel", "zan"];
    let mut word = String::new();
    for _ in 0..3 {
        word.push_str(PARTS[n % PARTS.len()]);
        n /= PARTS.len();
    }
    word
}
