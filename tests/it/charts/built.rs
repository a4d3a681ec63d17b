//! Worlds made in code, for charts of what no fixture has: very much, or one thing many times over.
//!
//! `benches/charts.rs` draws them, too.

use std::fmt::Write as _;

use chancery::load::{self, SourceFile};
use chancery::model::{Base, Day};

/// A world in the making: the countries `target` and `other`, a body of the latter, and whatever is added.
pub(crate) struct Built {
    files: Vec<SourceFile>,
    recognitions: String,
    relations: String,
    resolutions: String,
}

impl Built {
    pub(crate) fn new() -> Self {
        let none = String::new;
        let mut built = Self { files: Vec::new(), recognitions: none(), relations: none(), resolutions: none() };
        built.file("dataset.ron", "Dataset(name: \"Built\", version: \"1\", format: 2)".to_owned());
        built.country("target", "Target", "");
        built.country("other", "Other", "");
        built.file(
            "organizations/body.ron",
            "Organization(id: \"body\", name: \"Body\", kind: Body, of: \"other\")".to_owned(),
        );
        let source =
            |id: &str| format!("(id: \"{id}\", title: \"S\", publisher: \"S\", grade: Primary, kind: Official)");
        built.file("sources/s.ron", format!("Sources([{}, {}])", source("s"), source("t")));
        built
    }

    fn file(&mut self, path: &str, text: String) {
        self.files.push(SourceFile { path: path.to_owned(), root: String::new(), text: text.into() });
    }

    /// A country, with more fields of its record.
    pub(crate) fn country(&mut self, id: &str, name: &str, more: &str) {
        let record = format!("Country(id: \"{id}\", name: \"{name}\", class: Sovereign, {more})");
        self.file(&format!("countries/{id}.ron"), record);
    }

    /// `by` recognizes the target, or does what the fields say.
    pub(crate) fn recognition(&mut self, by: &str, fields: &str) {
        writeln!(self.recognitions, "(by: \"{by}\", {fields}),").expect("a string");
    }

    /// Target and other do what the fields say.
    pub(crate) fn relations(&mut self, fields: &str) {
        writeln!(self.relations, "({fields}),").expect("a string");
    }

    /// The body of the other adopts a resolution about the target.
    pub(crate) fn resolution(&mut self, id: &str, title: &str, fields: &str) {
        let fixed = "by: \"body\", about: [\"target\"], vote: Adopted, sources: [\"s\"]";
        self.resolutions_as_written(&format!("(id: \"{id}\", title: \"{title}\", {fixed}, {fields}),\n"));
    }

    /// More resolutions, with all their fields.
    pub(crate) fn resolutions_as_written(&mut self, text: &str) {
        self.resolutions.push_str(text);
    }

    /// The world.
    pub(crate) fn base(mut self) -> Base {
        let Self { recognitions, relations, resolutions, .. } = &self;
        let head = "of: \"target\", sources: [\"s\"]";
        let texts = [
            ("recognitions/target.ron", format!("Recognitions({head}, acts: [{recognitions}])")),
            ("resolutions/body.ron", format!("Resolutions([{resolutions}])")),
            ("relations/target.ron", format!("Relations({head}, pairs: [(with: \"other\", acts: [{relations}])])")),
        ];
        for (path, text) in texts {
            self.file(path, text);
        }
        let loaded = load::load(self.files, Vec::new());
        assert!(!loaded.has_errors(), "{:?}", loaded.diagnostics);
        loaded.base
    }
}

/// The codes of the tiles of the map.
pub(crate) fn codes() -> Vec<String> {
    let text = include_str!("../../../src/chart/map/tiles.txt");
    text.split_whitespace().filter(|code| !code.starts_with('.')).map(str::to_owned).collect()
}

/// How many of everybody vote in favour, against, and abstain; one more vote is contested.
pub(crate) const GREAT: [usize; 3] = [38, 7, 100];

/// A country on each tile of the map: `c0`, `c1` and so on, all of them members of the United Nations; the last begins in 2011. Most
/// of them recognize the first, some since 1991, and most vote on the resolution `great`.
pub(crate) fn everybody() -> Base {
    let mut built = Built::new();
    let codes = codes();
    let (mut members, mut recognitions) = (String::new(), String::new());
    for (n, code) in codes.iter().enumerate() {
        let begins = if n + 1 == codes.len() { ", existence: [(from: \"2011-07-09\", sources: [\"s\"])]" } else { "" };
        let name = match n % 9 {
            0 => format!("Saint Nobody and the Isles {n}"),
            4 => format!("Democratic Republic {n}"),
            _ => format!("Country {n}"),
        };
        built.country(&format!("c{n}"), &name, &format!("codes: [(scheme: Iso3, code: \"{code}\")]{begins}"));
        let from = if begins.is_empty() { "1990" } else { "2011-07-14" };
        writeln!(members, "(member: \"c{n}\", from: \"{from}\"),").expect("a string");
        if n % 3 > 0 {
            let on = if n % 2 == 0 { "1991-12" } else { "2008-02-18" };
            writeln!(recognitions, "(by: \"c{n}\", on: \"{on}\"),").expect("a string");
        }
    }
    let organization = "Organization(id: \"united-nations\", name: \"United Nations\", kind: Organization)";
    built.file("organizations/united-nations.ron", organization.to_owned());
    let listed = |of: &str, list: &str, rows: &str| format!("(of: \"{of}\", sources: [\"s\"], {list}: [{rows}])");
    built.file(
        "memberships/united-nations.ron",
        format!("Memberships{}", listed("united-nations", "members", &members)),
    );
    built.file("recognitions/c0.ron", format!("Recognitions{}", listed("c0", "acts", &recognitions)));
    let mut voters = (1..codes.len()).map(|n| format!("\"c{n}\","));
    let [favour, against, abstaining] = GREAT.map(|count| voters.by_ref().take(count).collect::<String>());
    built.resolutions_as_written(&format!(
        "(id: \"great\", by: \"body\", title: \"On everything\", on: \"2008-03-14\", vote: Recorded, sources: [\"s\"], \
         roll_call: (sources: [\"s\"], favour: [{favour}], against: [{against}], abstaining: [{abstaining}]), \
         votes: [(by: \"c0\", vote: Favour, sources: [\"s\"], or: [(vote: Abstaining, sources: [\"t\"])], contest: \"Two lists.\")]),"
    ));
    built.base()
}

/// So many who recognize the target, and about as many acts of a pair, over 30 years: thick at first, then thin.
pub(crate) fn many(count: usize) -> Base {
    let mut built = Built::new();
    for n in 0..count {
        let on = Day::parse("1990-03-01").expect("a day").plus((n * n * 11_000 / (count * count)) as i32).to_string();
        let on = match n % 10 {
            3 => on[..7].to_owned(),
            7 => on[..4].to_owned(),
            _ => on,
        };
        let id = format!("c{n}");
        built.country(&id, &format!("Country {n}"), "");
        let doubt = if n % 9 == 4 { ", or: [(on: \"2019-12\", sources: [\"t\"])], contest: \"c\"" } else { "" };
        built.recognition(&id, &format!("on: \"{on}\"{doubt}"));
        match n % 8 {
            0 if n < 200 => {
                let act = ["Established", "Suspended", "Resumed"][n / 8 % 3];
                built.relations(&format!("act: {act}, on: \"{on}\", tag: \"t{n}\""));
            }
            _ => built.resolution(
                &format!("r{n}"),
                &format!("Resolution {n} on the state of things"),
                &format!("on: \"{on}\""),
            ),
        }
    }
    built.base()
}
