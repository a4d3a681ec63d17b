//! One file: text in, its record out, with every problem of shape.
//!
//! The straight way is `ron` alone. When that fails, the file is mended: the offending field or record is blanked
//! out, so that bytes keep their places, and the rest is read again, until it reads. So one bad field never hides
//! another one, and no record is lost but the bad one.

use std::ops::Range;

use ron::error::{Error as RonError, Position, SpannedError};
use ron::extensions::Extensions;

use super::limits;
use super::outline::{OutlineNode, Part, outline};
use super::raw::Root;
use crate::diag::{Code, Diagnostic, FileIx, Location, nearest};

/// What became of a file.
pub(crate) enum Parsed<'a> {
    /// It reads.
    Whole(Box<Root<'a>>),
    /// It reads once mended.
    Mended {
        /// The text, with blanks where problems were; as long as the original.
        text: String,
        /// The problems.
        diagnostics: Vec<Diagnostic>,
        /// Whether a record was blanked, and not a field alone.
        lacks_records: bool,
    },
    /// Nothing could be made of it.
    Lost(Vec<Diagnostic>),
}

/// The dialect of RON: optional values are written plainly, and so are the fields of a word: `Nth(nth: 2, …)`.
pub(crate) fn options() -> ron::Options {
    ron::Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME | Extensions::UNWRAP_VARIANT_NEWTYPES)
        .with_recursion_limit(limits::BRACKETS * 3)
}

/// The first word of a file, after comments.
pub(crate) fn first_word(text: &str) -> &str {
    let mut rest = text.trim_start();
    loop {
        if let Some(comment) = rest.strip_prefix("//") {
            rest = comment.find('\n').map_or("", |newline| &comment[newline..]).trim_start();
        } else if let Some(comment) = rest.strip_prefix("/*") {
            rest = comment.find("*/").map_or("", |end| &comment[end + 2..]).trim_start();
        } else {
            break;
        }
    }
    let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
    &rest[..end]
}

/// Reads a file.
pub(crate) fn parse(file: FileIx, text: &str) -> Parsed<'_> {
    let word = first_word(text);
    match Root::parse(word, text, &options()) {
        Some(Ok(root)) => Parsed::Whole(Box::new(root)),
        Some(Err(_)) => mend(file, word, text),
        None => Parsed::Lost(vec![unknown_first_word(file, word, text)]),
    }
}

/// Reads a text that [`parse`] mended; the second look at it can't fail.
pub(crate) fn parse_mended(text: &str) -> Option<Root<'_>> {
    Root::parse(first_word(text), text, &options())?.ok()
}

fn unknown_first_word(file: FileIx, word: &str, text: &str) -> Diagnostic {
    let words = || Root::WORDS.iter().map(|(word, _)| *word);
    let diagnostic = if word.is_empty() {
        Diagnostic::new(Code::UnknownFirstWord, "the file doesn't begin with a word that says what it holds")
            .at(Location::File(file), "")
    } else {
        let start = text.find(word).unwrap_or(0);
        Diagnostic::new(Code::UnknownFirstWord, format!("unknown first word {word:?}"))
            .at(Location::Span { file, span: start..start + word.len() }, "not a kind of file")
            .did_you_mean(nearest(word, words()))
    };
    diagnostic.help(format!("a file begins with one of {}", words().collect::<Vec<_>>().join(", ")))
}

fn mend<'a>(file: FileIx, word: &str, original: &str) -> Parsed<'a> {
    let mut text = original.to_owned();
    let mut diagnostics: Vec<Diagnostic> = Vec::new();
    let mut blanked: Vec<Blanked> = Vec::new();
    let mut lacks_records = false;
    for _ in 0..limits::MENDINGS.min(limits::MENDED_BYTES / original.len().max(1)) {
        let error = match Root::parse(word, &text, &options()) {
            Some(Err(error)) => error,
            _ => return Parsed::Mended { text, diagnostics, lacks_records },
        };
        let node = match outline(&text) {
            Ok(node) => node,
            Err(error) => {
                let code = if error.too_deep { Code::TooDeep } else { Code::Syntax };
                let mut diagnostic = Diagnostic::new(code, error.message)
                    .at(Location::Span { file, span: error.span.clone() }, "here")
                    .help_by_code();
                if let Some(opened) = error.opened.filter(|opened| *opened != error.span) {
                    diagnostic = diagnostic.at(Location::Span { file, span: opened }, "opened here");
                }
                diagnostics.push(diagnostic);
                return Parsed::Lost(diagnostics);
            }
        };
        let problem = Fault::locate(&text, &node, &error);
        if !problem.is_old_news(&text, &blanked) {
            diagnostics.push(problem.diagnostic(file, &text, &error.code));
        }
        let Some(cut) = problem.cut else { return Parsed::Lost(diagnostics) };
        let named = problem.field.is_some();
        if let Some(name) = problem.field {
            let meant = match &error.code {
                RonError::NoSuchStructField { expected, found, .. } => nearest(found, expected.iter().copied()),
                _ => None,
            };
            blanked.push((cut.clone(), meant.unwrap_or(&text[name]).to_owned()));
        }
        lacks_records |= !named || text[cut.clone()].contains(['(', '[']);
        blank(&mut text, cut);
    }
    let rest = "the file has more problems than these; nothing of it is read until they are mended";
    let last = diagnostics.pop().map(|diagnostic| diagnostic.help(rest));
    diagnostics.extend(last);
    Parsed::Lost(diagnostics)
}

/// Overwrites bytes with blanks, so that all others keep their places and lines.
fn blank(text: &mut String, span: Range<usize>) {
    let blanks: String = text[span.clone()]
        .chars()
        .flat_map(|c| std::iter::repeat_n(if c == '\n' { '\n' } else { ' ' }, c.len_utf8()))
        .collect();
    text.replace_range(span, &blanks);
}

/// A field that was blanked, and the name that it has, or was meant to have.
type Blanked = (Range<usize>, String);

/// Where `ron` found something wrong, in terms of fields and records.
struct Fault {
    /// What to show.
    shown: Range<usize>,
    /// The name of the field that it is in.
    field: Option<Range<usize>>,
    /// The field that is missing.
    missing: Option<&'static str>,
    /// What to blank out; `None` when that would be the whole file.
    cut: Option<Range<usize>>,
}

impl Fault {
    /// Whether the mending brought it about: a field that was blanked is missing now, and where a value was blanked
    /// there is none.
    fn is_old_news(&self, text: &str, blanked: &[Blanked]) -> bool {
        let within = |at: &Range<usize>| self.shown.start <= at.start && at.end <= self.shown.end;
        match self.missing {
            Some(field) => blanked.iter().any(|(at, name)| name == field && within(at)),
            None => !self.shown.is_empty() && text[self.shown.clone()].trim().is_empty(),
        }
    }

    fn locate(text: &str, node: &OutlineNode, error: &SpannedError) -> Self {
        let start = offset(text, error.span.start);
        let end = offset(text, error.span.end).max(start);
        let parts = all_parts(node);
        match &error.code {
            RonError::NoSuchStructField { found, .. } => Self::field(nearest_named(text, &parts, found, start, end)),
            RonError::DuplicateStructField { field, .. } => Self::field(nearest_named(text, &parts, field, start, end)),
            RonError::MissingStructField { field, .. } => {
                // The error stands at the closing bracket of the record that lacks the field.
                let closes = |node: &OutlineNode| node.bracketed && node.span.end == end + 1;
                let record = parts.iter().rev().find(|part| closes(&part.value)).copied();
                let record = record.or_else(|| {
                    let holds =
                        |part: &&&Part| part.value.bracketed && part.span.start <= start && start <= part.span.end;
                    parts.iter().rev().find(holds).copied()
                });
                let shown = record.map_or(&node.span, |part| &part.value.span).clone();
                let name = record.and_then(|part| part.name.clone());
                Self { shown, field: name, missing: Some(field), cut: record.map(|part| part.span.clone()) }
            }
            _ => {
                let holds = |part: &&&Part, at: usize| part.span.start <= at && at < part.span.end;
                let inside = parts.iter().rev().find(|part| holds(part, start)).copied();
                let before = parts.iter().rev().find(|part| holds(part, end.saturating_sub(1))).copied();
                let narrower = |part: &&Part| part.span.len();
                let part = inside.into_iter().chain(before).min_by_key(narrower);
                match part {
                    Some(part) => Self {
                        shown: part.value.span.clone(),
                        field: part.name.clone(),
                        missing: None,
                        cut: Some(part.span.clone()),
                    },
                    None => Self { shown: start..end, field: None, missing: None, cut: None },
                }
            }
        }
    }

    fn field(part: Option<&Part>) -> Self {
        let name = part.and_then(|part| part.name.clone());
        Self {
            shown: name.clone().unwrap_or(0..0),
            field: name,
            missing: None,
            cut: part.map(|part| part.span.clone()),
        }
    }

    fn diagnostic(&self, file: FileIx, text: &str, error: &RonError) -> Diagnostic {
        let written = &text[self.shown.clone()];
        let mut place = Location::Span { file, span: self.shown.clone() };
        match error {
            RonError::NoSuchStructField { expected, found, .. } => {
                Diagnostic::new(Code::UnknownField, format!("unknown field {found:?}"))
                    .at(place, "no such field here")
                    .did_you_mean(nearest(found, expected.iter().copied()))
                    .help(format!("the fields here are {}", expected.join(", ")))
            }
            RonError::DuplicateStructField { field, .. } => {
                Diagnostic::new(Code::DuplicateField, format!("field {field:?} is given twice"))
                    .at(place, "given again")
            }
            RonError::MissingStructField { field, .. } => {
                Diagnostic::new(Code::MissingField, format!("field {field:?} is missing"))
                    .at(place, format!("this record needs `{field}: …`; it is left out"))
            }
            RonError::NoSuchEnumVariant { expected, found, .. } => {
                if let (Location::Span { span, .. }, true) = (&mut place, written.starts_with(found.as_str())) {
                    span.end = span.start + found.len();
                }
                Diagnostic::new(Code::UnknownWord, format!("unknown word {found:?}"))
                    .at(place, "not one of the words for this field")
                    .did_you_mean(nearest(found, expected.iter().copied()))
                    .help(format!("the words here are {}", expected.join(", ")))
            }
            RonError::ExceededRecursionLimit => {
                Diagnostic::new(Code::TooDeep, "brackets nest too deeply").at(place, "")
            }
            other => {
                let short =
                    written.chars().count() <= limits::QUOTED_LETTERS && !written.contains('\n') && !written.is_empty();
                let found = if short { format!(", found {written}") } else { String::new() };
                Diagnostic::new(Code::WrongValue, reason(other) + &found).at(place, "this value").help_by_code()
            }
        }
    }
}

/// What `ron` expected, in the tone of our messages.
fn reason(error: &RonError) -> String {
    match error {
        RonError::InvalidValueForType { expected, .. } => format!("expected {expected}"),
        RonError::ExpectedString => "expected a text in quotes".to_owned(),
        RonError::ExpectedArray => "expected a list in [ ]".to_owned(),
        RonError::ExpectedStructLike | RonError::ExpectedNamedStructLike(_) => "expected a record in ( )".to_owned(),
        RonError::ExpectedInteger => "expected a whole number".to_owned(),
        RonError::ExpectedIdentifier => "expected a word without quotes".to_owned(),
        RonError::IntegerOutOfBounds => "expected a whole number from 0 up, within bounds".to_owned(),
        RonError::ExpectedDifferentStructName { found, .. } => format!("expected a record without the word {found:?}"),
        other => {
            let text = other.to_string();
            let mut chars = text.chars();
            chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
        }
    }
}

/// Every part of a text, in order, those around others first.
fn all_parts(node: &OutlineNode) -> Vec<&Part> {
    let mut found = Vec::new();
    let mut queue: Vec<&Part> = node.parts.iter().rev().collect();
    while let Some(part) = queue.pop() {
        found.push(part);
        queue.extend(part.value.parts.iter().rev());
    }
    found
}

/// The field of this name that stands nearest to an error; of two that are equally near, the later one.
fn nearest_named<'n>(text: &str, parts: &[&'n Part], name: &str, start: usize, end: usize) -> Option<&'n Part> {
    let distance = |part: &&Part| {
        let at = part.name.as_ref().map_or(0, |name| name.start);
        if (start..=end).contains(&at) { 0 } else { at.abs_diff(start).min(at.abs_diff(end)) }
    };
    let named = parts.iter().rev().filter(|part| part.name.as_ref().is_some_and(|at| &text[at.clone()] == name));
    named.copied().min_by_key(distance)
}

/// The byte at a line and column, both from 1, columns in characters.
fn offset(text: &str, position: Position) -> usize {
    let line_start = match position.line.checked_sub(2) {
        None => 0,
        Some(nth) => text.match_indices('\n').nth(nth).map_or(text.len(), |(newline, _)| newline + 1),
    };
    let rest = &text[line_start..];
    rest.char_indices().nth(position.col.saturating_sub(1)).map_or(text.len(), |(at, _)| line_start + at)
}
