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
        built.file("dataset.ron", "Dataset(name: \"Built\", version: \"1\", format: 1)".to_owned());
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
