//! A document as one HTML file that needs nothing beside it: no script, no font, no picture from elsewhere.

use std::fmt::Write as _;

use crate::report::document::{Block, Document, DocumentTable, Figure, Reference, RichText, Run, Section, WebLink};

const STYLE: &str = include_str!("brief.css");

/// Writes a document as HTML.
///
/// *Guarantees:* every text is escaped; headings go down by one; tables have captions and headers with a scope; the picture has
/// a name and a description; links have words. It is well-formed as XML,
/// too, but for its first line. *Source:* HTML Living Standard; WCAG 2.2, level AA.
pub fn html(document: &Document) -> String {
    let mut out = String::from("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n");
    out += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n";
    let _ = writeln!(
        out,
        "<title>{}: {}, {}</title>",
        escaped(&document.title),
        escaped(&document.kind.to_lowercase()),
        escaped(&lower_first(&document.subtitle))
    );
    for (name, content) in [
        ("description", &document.description),
        ("author", &document.author),
        ("keywords", &document.keywords.join(", ")),
        ("date", &document.on.to_string()),
    ] {
        let _ = writeln!(out, "<meta name=\"{name}\" content=\"{}\"/>", escaped(content));
    }
    let _ = write!(out, "<style>\n{STYLE}</style>\n</head>\n<body>\n");
    out += "<a class=\"skip\" href=\"#content\">Skip to the content</a>\n<header>\n";
    let _ = writeln!(out, "<p class=\"kind\">{}</p>", escaped(&document.kind));
    let _ = writeln!(out, "<h1>{}</h1>", escaped(&document.title));
    let _ =
        writeln!(out, "<p class=\"subtitle\">{}</p>\n</header>\n<main id=\"content\">", escaped(&document.subtitle));
    for text in &document.lead {
        let _ = writeln!(out, "<p class=\"lead\">{}</p>", inline(text));
    }
    if let Some(figure) = &document.figure {
        out += &self::figure(figure);
    }
    out += "<div class=\"sections\">\n";
    document.sections.iter().for_each(|section| out += &self::section(section));
    out += "</div>\n";
    if !document.references.is_empty() {
        out += "<section class=\"references\" aria-labelledby=\"references\">\n<h2 id=\"references\">References</h2>\n";
        let _ = writeln!(out, "<p>{}</p>\n<ol>", inline(&document.cited));
        for (n, reference) in document.references.iter().enumerate() {
            let _ = writeln!(out, "<li id=\"ref-{}\">{}</li>", n + 1, self::reference(reference));
        }
        out += "</ol>\n</section>\n";
    }
    let _ = writeln!(out, "</main>\n<footer>\n<p>{}</p>\n</footer>\n</body>\n</html>", inline(&document.colophon));
    out
}

fn figure(figure: &Figure) -> String {
    // The picture describes itself: it has a title and a description.
    format!(
        "<figure>\n<div class=\"picture\" tabindex=\"0\" role=\"group\" aria-label=\"Timeline\">\n{}\n</div>\n<figcaption>{}</figcaption>\n</figure>\n",
        figure.svg.trim_end(),
        escaped(&figure.caption)
    )
}

fn section(section: &Section) -> String {
    let id = section.id;
    let mut out = format!("<section aria-labelledby=\"{id}\">\n<h2 id=\"{id}\">{}</h2>\n", escaped(&section.title));
    for block in &section.blocks {
        match block {
            Block::Heading(title) => out += &format!("<h3>{}</h3>\n", escaped(title)),
            Block::Paragraph(text) => out += &format!("<p>{}</p>\n", inline(text)),
            Block::Remark(text) => out += &format!("<p class=\"remark\">{}</p>\n", inline(text)),
            Block::List(items) => {
                let items: String = items.iter().map(|item| format!("<li>{}</li>\n", inline(item))).collect();
                out += &format!("<ul>\n{items}</ul>\n");
            }
            Block::Table(table) => out += &self::table(table),
        }
    }
    out + "</section>\n"
}

fn table(table: &DocumentTable) -> String {
    let mut out =
        format!("<div class=\"table\">\n<table>\n<caption>{}</caption>\n<thead>\n<tr>", escaped(&table.caption));
    for column in &table.columns {
        let _ = write!(out, "<th scope=\"col\">{}</th>", escaped(&column.name));
    }
    out += "</tr>\n</thead>\n<tbody>\n";
    for row in &table.rows {
        out += "<tr>";
        for (n, cell) in row.iter().enumerate() {
            let cell = inline(cell);
            out += &if n == 0 { format!("<th scope=\"row\">{cell}</th>") } else { format!("<td>{cell}</td>") };
        }
        out += "</tr>\n";
    }
    out + "</tbody>\n</table>\n</div>\n"
}

fn reference(reference: &Reference) -> String {
    let link = |link: &WebLink| {
        let url = escaped(&link.url);
        let words = link.title.as_deref().map_or_else(|| url.clone(), escaped);
        // Only the two kinds of addresses that lead to a page become links.
        let leads = ["https://", "http://"].iter().any(|scheme| link.url.starts_with(scheme));
        if leads { format!("<a href=\"{url}\">{words}</a>") } else { words }
    };
    let links: Vec<String> = reference.links.iter().map(link).collect();
    format!("{} {}", inline(&reference.text), links.join("; ")).trim_end().to_owned()
}

fn inline(text: &RichText) -> String {
    let run = |run: &Run| match run {
        Run::Plain(text) => escaped(text),
        Run::Strong(text) => format!("<strong>{}</strong>", escaped(text)),
        Run::Emphasis(text) => format!("<cite>{}</cite>", escaped(text)),
        Run::Mark(text) => format!("<span class=\"mark\">({})</span>", escaped(text)),
        Run::Notes(notes) => {
            let link =
                |number: &usize| format!("<a href=\"#ref-{number}\" aria-label=\"Reference {number}\">{number}</a>");
            let links: Vec<String> = notes.iter().map(link).collect();
            format!("<sup class=\"notes\">[{}]</sup>", links.join(", "))
        }
    };
    text.0.iter().map(run).collect()
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out += "&amp;",
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '"' => out += "&quot;",
            '\'' => out += "&#39;",
            c => out.push(c),
        }
    }
    out
}

fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_no_markup_and_only_pages_are_links() {
        let text = RichText::plain("Quillon & Sons <Free \"Port\">").with(Run::Notes(vec![3]));
        assert_eq!(
            inline(&text),
            "Quillon &amp; Sons &lt;Free &quot;Port&quot;&gt;<sup class=\"notes\">[<a href=\"#ref-3\" aria-label=\"Reference 3\">3</a>]</sup>"
        );
        let to = |url: &str| {
            reference(&Reference { text: RichText::plain("S."), links: vec![WebLink { title: None, url: url.into() }] })
        };
        assert_eq!(to("https://a.b/?c&d"), "S. <a href=\"https://a.b/?c&amp;d\">https://a.b/?c&amp;d</a>");
        assert_eq!(to("javascript:x"), "S. javascript:x");
    }
}
