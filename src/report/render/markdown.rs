//! A document as Markdown of GitHub's kind: references are its footnotes, and the picture stands in the text as data.

use std::fmt::Write as _;

use crate::report::document::{Block, Document, DocumentTable, Reference, RichText, Run, WebLink};

/// Writes a document as Markdown.
///
/// *Guarantee:* names and titles are escaped, so that none of them becomes markup. *Source:* GitHub Flavored Markdown, with
/// its footnotes and tables. The picture is told in words, for Markdown that is pasted somewhere has no file beside it.
pub fn markdown(document: &Document) -> String {
    let mut out = format!("# {}\n\n", escaped(&document.title));
    let _ = writeln!(out, "{} · {}\n", escaped(&document.kind), escaped(&document.subtitle));
    for text in &document.lead {
        let _ = writeln!(out, "{}\n", inline(text));
    }
    if let Some(figure) = &document.figure {
        let _ = writeln!(out, "**{}** {}\n", escaped(&figure.caption), escaped(&figure.description));
    }
    for section in &document.sections {
        let _ = writeln!(out, "## {}\n", escaped(&section.title));
        for block in &section.blocks {
            out += &self::block(block);
        }
    }
    if !document.references.is_empty() {
        let _ = writeln!(out, "## References\n\n{}\n", inline(&document.cited));
    }
    let _ = writeln!(out, "---\n\n{}", inline(&document.colophon));
    if !document.references.is_empty() {
        out.push('\n');
    }
    for (n, reference) in document.references.iter().enumerate() {
        let _ = writeln!(out, "[^{}]: {}", n + 1, self::reference(reference));
    }
    out
}

fn block(block: &Block) -> String {
    match block {
        Block::Heading(title) => format!("### {}\n\n", escaped(title)),
        Block::Paragraph(text) => format!("{}\n\n", inline(text)),
        Block::Remark(text) => format!("*{}*\n\n", inline(text).trim()),
        Block::List(items) => items.iter().map(|item| format!("- {}\n", inline(item))).collect::<String>() + "\n",
        Block::Table(table) => self::table(table),
    }
}

fn table(table: &DocumentTable) -> String {
    let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let mut out = line(table.columns.iter().map(|column| escaped(&column.name)).collect());
    out += &line(vec!["---".to_owned(); table.columns.len()]);
    for row in &table.rows {
        out += &line(row.iter().map(inline).collect());
    }
    out + "\n"
}

fn reference(reference: &Reference) -> String {
    let link = |link: &WebLink| match &link.title {
        Some(title) => format!("[{}](<{}>)", escaped(title), address(&link.url)),
        None => format!("<{}>", address(&link.url)),
    };
    let links: Vec<String> = reference.links.iter().map(link).collect();
    format!("{} {}", inline(&reference.text), links.join("; ")).trim_end().to_owned()
}

fn inline(text: &RichText) -> String {
    let run = |run: &Run| match run {
        Run::Plain(text) => escaped(text),
        Run::Strong(text) => format!("**{}**", escaped(text)),
        Run::Emphasis(text) => format!("*{}*", escaped(text)),
        Run::Mark(text) => format!("({})", escaped(text)),
        Run::Notes(notes) => notes.iter().map(|number| format!("[^{number}]")).collect(),
    };
    text.0.iter().map(run).collect()
}

/// The text without anything that Markdown reads as markup.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '#' | '$' => out.extend(['\\', c]),
            '&' => out += "&amp;",
            '\n' | '\r' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// An address between angle brackets.
fn address(url: &str) -> String {
    url.replace('<', "%3C").replace('>', "%3E").replace(char::is_whitespace, "%20")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_no_markup() {
        let text = RichText::plain("Quillon & Sons <Free *Port*> | [x](y) `z`").with(Run::Notes(vec![1, 12]));
        assert_eq!(inline(&text), "Quillon &amp; Sons \\<Free \\*Port\\*\\> \\| \\[x\\](y) \\`z\\`[^1][^12]");
        assert_eq!(address("https://a.b/<c> d"), "https://a.b/%3Cc%3E%20d");
    }
}
