//! Diagnostics as text: for people, with the lines of the file, and for GitHub's annotations.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Origin as FileOrigin, Renderer, Snippet};

use super::{Diagnostic, Severity};

/// A diagnostic whose locations are files and bytes.
#[derive(Debug, Clone)]
pub struct LocatedDiagnostic<'a> {
    /// The diagnostic.
    pub diagnostic: &'a Diagnostic,
    /// Its pointers, in the same order.
    pub pointers: Vec<LocatedPointer<'a>>,
}

/// A pointer whose location is a file and bytes.
#[derive(Debug, Clone)]
pub struct LocatedPointer<'a> {
    /// The file, as the user knows it.
    pub file: String,
    /// Its text and the bytes in it; `None` for a file as a whole, or one that couldn't be read.
    pub spot: Option<(&'a str, Range<usize>)>,
    /// What is there.
    pub text: &'a str,
}

impl LocatedPointer<'_> {
    /// Line and column of the beginning, both from 1, columns in characters. `None` for a file as a whole.
    pub fn line_column(&self) -> Option<(usize, usize)> {
        let (text, span) = self.spot.as_ref()?;
        Some(line_column(text, span.start))
    }

    /// Line and column just after the end, both from 1.
    pub fn end_line_column(&self) -> Option<(usize, usize)> {
        let (text, span) = self.spot.as_ref()?;
        Some(line_column(text, span.end))
    }
}

fn line_column(text: &str, at: usize) -> (usize, usize) {
    let before = &text[..text.floor_char_boundary(at)];
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    (1 + before.matches('\n').count(), 1 + before[line_start..].chars().count())
}

/// How diagnostics are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RenderFormat {
    /// With the lines of the file, for people.
    Text,
    /// With colours, for people at a terminal.
    Coloured,
    /// One line each, for annotations on GitHub.
    Github,
}

/// Writes diagnostics out, in the order given.
pub fn render(diagnostics: &[LocatedDiagnostic<'_>], format: RenderFormat) -> String {
    let renderer = match format {
        RenderFormat::Github => return diagnostics.iter().map(github).collect(),
        RenderFormat::Text => Renderer::plain(),
        RenderFormat::Coloured => Renderer::styled(),
    };
    let mut text = String::new();
    for located in diagnostics {
        text += &renderer.render(&[group(located)]);
        text += "\n\n";
    }
    text
}

fn group<'a>(located: &'a LocatedDiagnostic<'a>) -> Group<'a> {
    let diagnostic = located.diagnostic;
    let level = match diagnostic.code.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(diagnostic.message.as_str()).id(diagnostic.code.as_str());
    let mut group = Group::with_title(title);
    for (position, pointer) in located.pointers.iter().enumerate() {
        let Some((text, span)) = &pointer.spot else {
            group = group.element(FileOrigin::path(pointer.file.as_str()));
            if !pointer.text.is_empty() {
                group = group.element(Level::NOTE.message(pointer.text));
            }
            continue;
        };
        let (window, line) = window(text, span);
        let kind = if position == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
        let inner = span.start - window.start..span.end.min(window.end) - window.start;
        let mut annotation = kind.span(inner);
        if !pointer.text.is_empty() {
            annotation = annotation.label(pointer.text);
        }
        group = group.element(
            Snippet::source(&text[window])
                .path(pointer.file.as_str())
                .line_start(line)
                .fold(true)
                .annotation(annotation),
        );
    }
    for help in &diagnostic.helps {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    group
}

/// The lines that hold a span (at most eight of them), and the number of the first.
fn window(text: &str, span: &Range<usize>) -> (Range<usize>, usize) {
    let start = text[..span.start].rfind('\n').map_or(0, |newline| newline + 1);
    let mut end = start;
    for _ in 0..8 {
        end = text[end..].find('\n').map_or(text.len(), |newline| end + newline + 1);
        if end >= span.end || end == text.len() {
            break;
        }
    }
    let line = 1 + text[..start].matches('\n').count();
    (start..end, line)
}

/// A workflow command: <https://docs.github.com/actions/reference/workflow-commands-for-github-actions>.
fn github(located: &LocatedDiagnostic<'_>) -> String {
    let property = |text: &str| escape(text).replace(':', "%3A").replace(',', "%2C");
    let diagnostic = located.diagnostic;
    let mut location = String::new();
    if let Some(pointer) = located.pointers.first() {
        location += &format!(" file={}", property(&pointer.file));
        if let (Some((line, column)), Some((end_line, end_column))) = (pointer.line_column(), pointer.end_line_column())
        {
            location += &format!(",line={line},endLine={end_line},col={column}");
            if line == end_line {
                location += &format!(",endColumn={end_column}");
            }
        }
        location += ",";
    } else {
        location += " ";
    }
    let mut message = diagnostic.message.clone();
    for help in &diagnostic.helps {
        message += "\nhelp: ";
        message += help;
    }
    format!(
        "::{}{location}title={}::{}\n",
        diagnostic.code.severity().name(),
        diagnostic.code.as_str(),
        escape(&message)
    )
}

fn escape(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}
