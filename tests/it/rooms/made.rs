//! A world as text: files of fixed parts and of records, each of which may be there or not.
//!
//! That records are parts of their own lets a failing world be made smaller, and lets lines and files change their places.

use std::fmt::Write as _;

use chancery::load::{self, Loaded, SourceFile};

use super::chance::Chance;

/// A piece of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    /// What the file can't do without.
    Fixed(String),
    /// A record, which can be left out.
    Record(String),
}

/// A file of a world. In the texts `'` stands for `"`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct File {
    pub(super) path: String,
    pub(super) parts: Vec<Part>,
}

/// A world that was made of a seed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Made {
    pub(super) files: Vec<File>,
}

impl File {
    /// A file that is always there, whole.
    pub(super) fn fixed(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), parts: vec![Part::Fixed(text.to_owned())] }
    }

    /// A file of records between a head and a tail.
    pub(super) fn of(path: &str, head: &str, records: Vec<String>, tail: &str) -> Self {
        let records = records.into_iter().map(|record| Part::Record(format!("    {record},\n")));
        let parts = std::iter::once(Part::Fixed(format!("{head}\n"))).chain(records);
        Self { path: path.to_owned(), parts: parts.chain([Part::Fixed(tail.to_owned())]).collect() }
    }

    fn text(&self) -> String {
        let text = |part: &Part| match part {
            Part::Fixed(text) | Part::Record(text) => text.replace('\'', "\""),
        };
        self.parts.iter().map(text).collect()
    }
}

impl Made {
    /// The world as it would stand in files.
    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        for file in &self.files {
            let _ = writeln!(text, "// {}\n{}", file.path, file.text().trim_end());
        }
        text
    }

    /// Loads it. Leaked on purpose: the program holds its data as long as it runs, and a test is short.
    pub(super) fn load(&self) -> &'static Loaded {
        let files = self.files.iter().map(|file| SourceFile {
            path: file.path.clone(),
            root: String::new(),
            text: file.text().into(),
        });
        Box::leak(Box::new(load::load(files.collect(), Vec::new())))
    }

    /// The same with every text changed.
    pub(super) fn with(&self, mut change: impl FnMut(&str, &str) -> String) -> Self {
        let mut made = self.clone();
        for file in &mut made.files {
            for part in &mut file.parts {
                if let Part::Record(text) = part {
                    *text = change(&file.path, text);
                }
            }
        }
        made
    }

    /// The same without some of its records.
    pub(super) fn without(&self, mut gone: impl FnMut(&str, &str) -> bool) -> Self {
        let mut made = self.clone();
        for file in &mut made.files {
            let path = file.path.clone();
            file.parts.retain(|part| !matches!(part, Part::Record(text) if gone(&path, text)));
        }
        made
    }

    /// The same with records in another order within their places, and files in another order and under other names.
    pub(super) fn shuffled(&self, chance: &mut Chance) -> Self {
        let mut made = self.clone();
        for (number, file) in made.files.iter_mut().enumerate() {
            // A file may have several lists, each between fixed parts.
            for list in file.parts.split_mut(|part| matches!(part, Part::Fixed(_))) {
                chance.shuffle(list);
            }
            if let Some((folder, _)) = file.path.split_once('/') {
                file.path = format!("{folder}/{}/renamed-{number}.ron", chance.below(3));
            }
        }
        chance.shuffle(&mut made.files);
        made
    }

    /// The smallest world that is still `wrong`: files, then records are left out as long as that is so.
    pub(super) fn smallest(&self, wrong: impl Fn(&Self) -> bool) -> Self {
        let mut made = self.clone();
        for file in (0..made.files.len()).rev() {
            let mut less = made.clone();
            less.files.remove(file);
            if wrong(&less) {
                made = less;
            }
        }
        for file in 0..made.files.len() {
            // Halves first, so that what is of no matter goes soon.
            let mut length = made.files[file].parts.len().div_ceil(2);
            while length > 0 {
                let mut from = made.files[file].parts.len().saturating_sub(length);
                loop {
                    let mut less = made.clone();
                    let until = (from + length).min(less.files[file].parts.len());
                    let mut at = 0..;
                    less.files[file].parts.retain(|part| {
                        let at = at.next().expect("there is always a next number");
                        !(from..until).contains(&at) || matches!(part, Part::Fixed(_))
                    });
                    if less != made && wrong(&less) {
                        made = less;
                    }
                    if from == 0 {
                        break;
                    }
                    from = from.saturating_sub(length);
                }
                length /= 2;
            }
        }
        made
    }
}
