//! A document as PDF, set by Typst: two columns of A4, with tags, an outline, metadata and its fonts inside.
//!
//! The page is described in `brief.typ`; the document goes there as data, so that no text of it becomes markup. The
//! typesetter sees two files, both in memory, and the fonts that the program carries: no disk, no network, no clock.

use any_ascii::any_ascii_char;
use serde_json::{Value, json};
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Smart};
use typst::layout::PagedDocument;
use typst::syntax::{FileId, Source, VirtualPath};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt as _, World};
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::report::document::{Block, Document, Reference, RichText, Run, WebLink};

const PAGE: &str = include_str!("brief.typ");

/// Why a document can't be set. Neither depends on what a document says, so that each is our mistake.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PdfError {
    /// The pages can't be laid out.
    Layout(String),
    /// The pages can't be written as accessible PDF.
    Write(String),
}

impl std::fmt::Display for PdfError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Layout(why) => write!(f, "the pages can't be laid out: {why}"),
            Self::Write(why) => write!(f, "the pages can't be written: {why}"),
        }
    }
}

impl std::error::Error for PdfError {}

/// Writes a document as PDF.
///
/// *Guarantees:* the same document gives the same bytes. Letters for which no font is carried are written in Latin ones.
/// *Source:* PDF 1.7, accessible by PDF/UA-1 (ISO 14289-1).
///
/// # Errors
/// [`PdfError`], which is always our mistake.
pub fn pdf(document: &Document) -> Result<Vec<u8>, PdfError> {
    let desk = Desk::new(document);
    let pages = lay(&desk)?;
    let standards = PdfStandards::new(&[PdfStandard::Ua_1]).map_err(|error| PdfError::Write(error.to_string()))?;
    let ident = format!("{} {} {}", document.title, document.on, document.made);
    let options = PdfOptions { ident: Smart::Custom(&ident), standards, ..PdfOptions::default() };
    typst_pdf::pdf(&pages, &options).map_err(|errors| PdfError::Write(told(&errors)))
}

fn lay(desk: &Desk) -> Result<PagedDocument, PdfError> {
    typst::compile::<PagedDocument>(desk).output.map_err(|errors| PdfError::Layout(told(&errors)))
}

fn told(errors: &[SourceDiagnostic]) -> String {
    errors.iter().map(|error| error.message.to_string()).collect::<Vec<_>>().join("; ")
}

/// What the typesetter sees of the world.
struct Desk {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    page: Source,
    data: Bytes,
    figure: Option<Bytes>,
}

impl Desk {
    fn new(document: &Document) -> Self {
        let fonts = fonts();
        let letters = Letters(&fonts);
        let data = letters.of_value(data(document)).to_string();
        let figure = document.figure.as_ref().map(|figure| Bytes::from_string(letters.of(&figure.svg)));
        Self {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            page: Source::new(FileId::new(None, VirtualPath::new("page.typ")), PAGE.to_owned()),
            data: Bytes::from_string(data),
            figure,
            fonts,
        }
    }
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        self.page.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.page.id() { Ok(self.page.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        match id.vpath().as_rootless_path().to_str() {
            Some("document.json") => Ok(self.data.clone()),
            Some("figure.svg") => self.figure.clone().ok_or(FileError::AccessDenied),
            _ => Err(FileError::AccessDenied),
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<i64>) -> Option<Datetime> {
        None
    }
}

/// A serif for the text, and the sans of the pictures.
fn fonts() -> Vec<Font> {
    let serif = typst_assets::fonts().filter_map(|bytes| Font::new(Bytes::new(bytes), 0));
    let serif = serif.filter(|font| font.info().family == "Libertinus Serif");
    let sans = [notosans::REGULAR_TTF, notosans::BOLD_TTF, notosans::ITALIC_TTF];
    serif.chain(sans.into_iter().filter_map(|bytes| Font::new(Bytes::new(bytes), 0))).collect()
}

/// The letters that the fonts have.
struct Letters<'f>(&'f [Font]);

impl Letters<'_> {
    /// The text, with letters that no font has transliterated.
    fn of(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        for c in text.chars() {
            let has =
                c.is_ascii() || c.is_whitespace() || self.0.iter().any(|font| font.info().coverage.contains(c.into()));
            if has {
                out.push(c);
            } else {
                // Chinese characters become syllables, which stand apart.
                let is_han = ('\u{3400}'..='\u{9fff}').contains(&c);
                if is_han && out.ends_with(|before: char| before.is_alphanumeric()) {
                    out.push(' ');
                }
                // Nothing that could be read as markup of the picture.
                out.extend(any_ascii_char(c).chars().filter(|c| !matches!(c, '<' | '>' | '&')));
            }
        }
        out
    }

    fn of_value(&self, value: Value) -> Value {
        match value {
            Value::String(text) => Value::String(self.of(&text)),
            Value::Array(list) => Value::Array(list.into_iter().map(|item| self.of_value(item)).collect()),
            Value::Object(fields) => {
                Value::Object(fields.into_iter().map(|(name, value)| (name, self.of_value(value))).collect())
            }
            other => other,
        }
    }
}

/// The document in the shape that `brief.typ` reads.
fn data(document: &Document) -> Value {
    let (year, month, day) = document.made.ymd().unwrap_or((1970, 1, 1));
    let sections = document.sections.iter().map(
        |section| json!({ "title": section.title, "blocks": section.blocks.iter().map(block).collect::<Vec<_>>() }),
    );
    json!({
        "kind": document.kind,
        "lang": "en",
        "title": document.title,
        "subtitle": document.subtitle,
        "description": document.description,
        "author": document.author,
        "keywords": document.keywords,
        "made": [year, month, day],
        "lead": document.lead.iter().map(runs).collect::<Vec<_>>(),
        "figure": document.figure.as_ref().map(|figure| json!({
            "description": figure.description,
            "caption": figure.caption,
            "ratio": figure.size.1 / figure.size.0,
            "margin": figure.margin / figure.size.0,
        })),
        "sections": sections.collect::<Vec<_>>(),
        "cited": runs(&document.cited),
        "references": document.references.iter().map(reference).collect::<Vec<_>>(),
        "colophon": runs(&document.colophon),
    })
}

fn block(block: &Block) -> Value {
    match block {
        Block::Heading(title) => json!({ "kind": "heading", "title": title }),
        Block::Paragraph(text) => json!({ "kind": "paragraph", "text": runs(text) }),
        Block::Remark(text) => json!({ "kind": "remark", "text": runs(text) }),
        Block::List(items) => json!({ "kind": "list", "items": items.iter().map(runs).collect::<Vec<_>>() }),
        Block::Table(table) => {
            let columns = table.columns.iter().map(|column| json!({ "name": column.name, "share": column.share }));
            let cell = |text: &RichText| json!({ "runs": runs(text) });
            let rows = table.rows.iter().map(|row| Value::Array(row.iter().map(cell).collect()));
            json!({
                "kind": "table",
                "columns": columns.collect::<Vec<_>>(),
                "rows": rows.collect::<Vec<_>>(),
            })
        }
    }
}

fn reference(reference: &Reference) -> Value {
    let several = reference.links.len() > 1;
    let links = reference.links.iter().enumerate().map(|(n, link)| {
        // On paper a whole address is noise: the site is told, and the link leads to the page.
        let text = if several { (n + 1).to_string() } else { site(link) };
        json!({ "url": link.url, "text": text })
    });
    json!({ "runs": runs(&reference.text), "links": links.collect::<Vec<_>>() })
}

/// The site of an address: "mofa.gov.pk".
fn site(link: &WebLink) -> String {
    let rest = link.url.split_once("://").map_or(&*link.url, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    host.strip_prefix("www.").unwrap_or(host).to_owned()
}

fn runs(text: &RichText) -> Value {
    let run = |run: &Run| match run {
        Run::Plain(text) => json!({ "kind": "plain", "text": text }),
        Run::Strong(text) => json!({ "kind": "strong", "text": text }),
        Run::Emphasis(text) => json!({ "kind": "emphasis", "text": text }),
        Run::Mark(text) => json!({ "kind": "mark", "text": text }),
        Run::Notes(numbers) => json!({ "kind": "notes", "numbers": numbers }),
    };
    text.0.iter().map(run).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::{self, disk};
    use crate::model::{Base, Day};
    use crate::query::{BriefRequest, Subject};

    fn base() -> Base {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/fixtures/world");
        let (files, found) = disk::read(folder.as_ref(), disk::Limits::default()).expect("the miniature world");
        load::load(files, found).base
    }

    fn brief(base: &Base, who: &[&str]) -> Document {
        let day = |text: &str| Day::parse(text).expect("a day");
        let of = |id: &str| base.find_actor(id).expect("an actor");
        let subject = match who {
            [one, other] => Subject::two(of(one), of(other)).expect("two actors"),
            _ => Subject::One(of(who[0])),
        };
        let request = BriefRequest { subject, on: day("2013-01-01"), today: day("2026-11-23") };
        crate::report::brief(base, &crate::query::brief(base, &request))
    }

    #[test]
    fn all_sorts_of_briefs_are_accessible_and_the_same_twice() {
        let base = base();
        for who in [&["norland", "sudara"][..], &["zemlya", "islandia"], &["federation"], &["senate-of-sudara"]] {
            let document = brief(&base, who);
            let bytes = pdf(&document).expect("a PDF");
            assert!(bytes.starts_with(b"%PDF-1.7"), "{who:?}");
            assert!(bytes == pdf(&document).expect("a PDF"), "{who:?} differs from run to run");
        }
    }

    #[test]
    fn no_text_becomes_markup_and_no_letter_is_lost() {
        let mut document = brief(&base(), &["zemlya", "islandia"]);
        document.title = "#panic(1) $x$ *a* \"b\" \\ 中山国 قانون".to_owned();
        document.sections.push(crate::report::Section {
            id: "x",
            title: "= [".to_owned(),
            blocks: vec![Block::Paragraph(RichText::plain("#let"))],
        });
        assert!(pdf(&document).is_ok());
        let fonts = fonts();
        let letters = Letters(&fonts);
        assert_eq!(letters.of("Əliyev – Türkiye, Ерeван"), "Əliyev – Türkiye, Ерeван");
        assert_eq!(letters.of("中山国"), "Zhong Shan Guo");
    }

    #[test]
    fn a_site_is_told_without_its_path() {
        let site = |url: &str| site(&WebLink { title: None, url: url.to_owned() });
        assert_eq!(site("https://www.mofa.gov.pk/central-asia"), "mofa.gov.pk");
        assert_eq!(site("http://a.b?x"), "a.b");
        assert_eq!(site("doi:10.1"), "doi:10.1");
    }
}
