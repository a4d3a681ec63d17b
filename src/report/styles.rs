//! References as text, in a style of the Citation Style Language (feature `styles`).

use std::collections::BTreeMap;

use hayagriva::archive::{ArchivedStyle, locales};
use hayagriva::citationberg::Style as Csl;
use hayagriva::types::{Date as IssueDate, EntryType, FormatString, Person, QualifiedUrl};
use hayagriva::{BibliographyDriver, BibliographyRequest, BufWriteFormat, CitationItem, CitationRequest, Entry};

use super::cite::{is_author, issued};
use crate::model::{Base, Source, SourceIx, SourceKind, closed};

closed! {
    /// A style of references.
    pub enum CitationStyle {
        /// The Chicago Manual of Style, author and date.
        Chicago => "chicago",
        /// The Publication Manual of the American Psychological Association.
        Apa => "apa",
        /// The MLA Handbook.
        Mla => "mla",
    }
}

/// The references to sources in a style, as plain text, in the order of the sources.
pub fn references(base: &Base, sources: &[SourceIx], style: CitationStyle) -> Vec<String> {
    let archived = match style {
        CitationStyle::Chicago => ArchivedStyle::ChicagoAuthorDate,
        CitationStyle::Apa => ArchivedStyle::AmericanPsychologicalAssociation,
        CitationStyle::Mla => ArchivedStyle::ModernLanguageAssociation,
    };
    let Csl::Independent(csl) = archived.get() else { unreachable!("these styles stand on their own") };
    let locales = locales();
    let entries: Vec<Entry> = sources.iter().map(|&ix| entry(&base[ix])).collect();
    let mut driver = BibliographyDriver::new();
    for entry in &entries {
        driver.citation(CitationRequest::from_items(vec![CitationItem::with_entry(entry)], &csl, &locales));
    }
    let rendered = driver.finish(BibliographyRequest { style: &csl, locale: None, locale_files: &locales });
    let mut by_id: BTreeMap<String, String> = BTreeMap::new();
    for item in rendered.bibliography.into_iter().flat_map(|bibliography| bibliography.items) {
        let mut text = String::new();
        item.content.write_buf(&mut text, BufWriteFormat::Plain).expect("a string takes all text");
        by_id.insert(item.key, tidy(&text));
    }
    sources.iter().map(|&ix| by_id.remove(base[ix].id.as_str()).unwrap_or_default()).collect()
}

/// A reference without what the processor leaves behind an incomplete date or a title that ends with a mark of its own.
fn tidy(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    text.replace(",)", ")").replace("?.", "?").replace("!.", "!").replace("Retrieved http", "http")
}

fn entry(source: &Source) -> Entry {
    let kind = match source.kind {
        SourceKind::News => EntryType::Article,
        SourceKind::Study => EntryType::Report,
        SourceKind::Treaty => EntryType::Legislation,
        _ => EntryType::Web,
    };
    let mut entry = Entry::new(source.id.as_str(), kind);
    entry.set_title(FormatString::with_value(&*source.title));
    if is_author(source.kind) {
        entry.set_authors(vec![Person {
            name: source.publisher.to_string(),
            given_name: None,
            prefix: None,
            suffix: None,
            alias: None,
        }]);
    } else {
        let kind = if source.kind == SourceKind::News { EntryType::Newspaper } else { EntryType::Web };
        let mut parent = Entry::new(source.id.as_str(), kind);
        parent.set_title(FormatString::with_value(&*source.publisher));
        entry.set_parents(vec![parent]);
    }
    if let Some((parts, approximate)) = issued(source) {
        entry.set_date(IssueDate {
            year: parts[0],
            month: parts.get(1).and_then(|month| u8::try_from(month - 1).ok()),
            day: parts.get(2).and_then(|day| u8::try_from(day - 1).ok()),
            approximate,
            season: None,
        });
    }
    // Titles in other languages keep their letters: only English ones are set in title case.
    if let Some(lang) = source.lang.as_deref().and_then(|lang| lang.parse().ok()) {
        entry.set_language(lang);
    }
    if let Some(url) = source.url.as_deref().and_then(|url| url.parse().ok()) {
        entry.set_url(QualifiedUrl { value: url, visit_date: None });
    }
    entry
}
