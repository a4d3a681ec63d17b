//! Sources as references for other programs: BibTeX and CSL-JSON.
//!
//! Publishers of official texts, treaties, minutes, data sets and studies are their authors, for the base names no others;
//! of news, sites and works of reference they are the container. A date that is no plain day, month or year is given by
//! its year, as approximate, and left out where even that isn't known.

use serde_json::{Value, json};

use crate::model::{Base, Source, SourceIx, SourceKind};

/// Whether the publisher stands as the author, rather than as what contains the text.
pub(super) fn is_author(kind: SourceKind) -> bool {
    use SourceKind as Kind;
    matches!(kind, Kind::Official | Kind::Treaty | Kind::Minutes | Kind::Dataset | Kind::Study)
}

/// Year, month and day of publication as far as they are certain, and whether that is a rough date.
pub(super) fn issued(source: &Source) -> Option<(Vec<i32>, bool)> {
    let date = source.date.as_ref()?;
    let rough = date.is_approximate() || date.is_uncertain();
    let plain = date.as_str().trim_end_matches(['~', '?', '%']);
    let parts: Option<Vec<i32>> = plain.split('-').map(|part| part.parse().ok()).collect();
    match parts.filter(|parts| plain.len() >= 4 && parts.len() <= 3 && parts.iter().all(|part| *part > 0)) {
        Some(parts) => Some((parts, rough)),
        None => {
            let year = |day: crate::model::Day| day.ymd().map(|(year, ..)| year);
            let (first, last) = (year(date.earliest())?, year(date.latest())?);
            (first == last).then(|| (vec![first], true))
        }
    }
}

/// Sources as BibTeX, in the entry types and fields of BibLaTeX; keys are the ids of the sources.
pub fn bibtex(base: &Base, sources: &[SourceIx]) -> String {
    let entries = sources.iter().map(|&ix| {
        let source = &base[ix];
        let kind = match source.kind {
            SourceKind::Dataset => "dataset",
            SourceKind::Study => "report",
            SourceKind::News => "article",
            _ if source.url.is_some() => "online",
            _ => "misc",
        };
        let publisher = match source.kind {
            SourceKind::News => "journaltitle",
            kind if is_author(kind) => "author",
            _ => "organization",
        };
        let mut fields = vec![("title", format!("{{{}}}", escaped(&source.title)))];
        // A second pair of braces keeps "Ministry of Foreign Affairs" from being taken for a person.
        let braced = if publisher == "author" {
            format!("{{{}}}", escaped(&source.publisher))
        } else {
            escaped(&source.publisher)
        };
        fields.push((publisher, braced));
        if kind == "report" {
            fields.push(("type", "Study".to_owned()));
            fields.push(("institution", escaped(&source.publisher)));
        }
        if let Some((parts, rough)) = issued(source) {
            let date: Vec<String> = parts
                .iter()
                .enumerate()
                .map(|(at, part)| if at == 0 { format!("{part:04}") } else { format!("{part:02}") })
                .collect();
            fields.push(("date", format!("{}{}", date.join("-"), if rough { "~" } else { "" })));
        }
        if let Some(url) = &source.url {
            fields.push(("url", url.replace('{', "%7B").replace('}', "%7D")));
        }
        if let Some(lang) = &source.lang {
            fields.push(("note", format!("In the language with the code {lang}")));
        }
        let fields: String = fields.iter().map(|(name, value)| format!("  {name} = {{{value}}},\n")).collect();
        format!("@{kind}{{{},\n{fields}}}\n", source.id)
    });
    entries.collect::<Vec<_>>().join("\n")
}

/// A text in which nothing has a meaning for TeX.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' => escaped += "\\textbackslash{}",
            '~' => escaped += "\\textasciitilde{}",
            '^' => escaped += "\\textasciicircum{}",
            '&' | '%' | '$' | '#' | '_' | '{' | '}' => {
                escaped.push('\\');
                escaped.push(c);
            }
            _ => escaped.push(c),
        }
    }
    escaped
}

/// Sources as items of CSL-JSON.
pub fn csl_json(base: &Base, sources: &[SourceIx]) -> Vec<Value> {
    sources.iter().map(|&ix| item(&base[ix])).collect()
}

fn item(source: &Source) -> Value {
    let kind = match source.kind {
        SourceKind::News => "article-newspaper",
        SourceKind::Study => "report",
        SourceKind::Treaty => "treaty",
        SourceKind::Dataset => "dataset",
        SourceKind::Minutes => "document",
        SourceKind::Reference => "entry-encyclopedia",
        SourceKind::Official | SourceKind::Website => "webpage",
    };
    let mut item = json!({ "id": source.id.as_str(), "type": kind, "title": &*source.title });
    if is_author(source.kind) {
        item["author"] = json!([{ "literal": &*source.publisher }]);
        item["publisher"] = json!(&*source.publisher);
    } else {
        item["container-title"] = json!(&*source.publisher);
    }
    if let Some((parts, rough)) = issued(source) {
        item["issued"] = json!({ "date-parts": [parts] });
        if rough {
            item["issued"]["circa"] = json!(true);
        }
    }
    if let Some(url) = &source.url {
        item["URL"] = json!(&**url);
    }
    if let Some(lang) = &source.lang {
        item["language"] = json!(&**lang);
    }
    item
}
