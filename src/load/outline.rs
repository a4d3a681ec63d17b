//! The outline of a RON text: which fields and items stand at which bytes.
//!
//! Read only when a place in a file has to be found; loading itself goes straight through `ron`. It keeps no values.

use std::ops::Range;

use super::limits;
use crate::diag::PathStep;

/// A value and what is in it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct OutlineNode {
    /// All of it, with its brackets and the word before them.
    pub(crate) span: Range<usize>,
    /// What it is made of.
    pub(crate) parts: Vec<Part>,
    /// Whether it is written with brackets.
    pub(crate) bracketed: bool,
}

/// A field or an item.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Part {
    /// The bytes of a field's name; `None` for an item.
    pub(crate) name: Option<Range<usize>>,
    /// The value.
    pub(crate) value: OutlineNode,
    /// With its name and the comma after it.
    pub(crate) span: Range<usize>,
}

/// Why a text has no outline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OutlineError {
    /// What is wrong.
    pub(crate) message: &'static str,
    /// Where.
    pub(crate) span: Range<usize>,
    /// The bracket, quote or comment that it belongs to.
    pub(crate) opened: Option<Range<usize>>,
    /// Whether it is the depth that is wrong.
    pub(crate) too_deep: bool,
}

impl OutlineNode {
    /// What stands in a file: the record, or in a file such as `Sources([…])` the list.
    pub(crate) fn content(&self, text: &str) -> &Self {
        match &self.parts[..] {
            [Part { name: None, value, .. }] if value.bracketed && text[value.span.clone()].starts_with('[') => value,
            _ => self,
        }
    }

    /// The value at the end of a path, or the last one on the way that exists.
    pub(crate) fn follow(&self, text: &str, path: &[PathStep]) -> &Self {
        let Some((step, rest)) = path.split_first() else { return self };
        let next = match step {
            PathStep::Item(item) => self.parts.get(*item),
            PathStep::Field(name) => {
                self.parts.iter().find(|part| part.name.as_ref().is_some_and(|at| &text[at.clone()] == *name))
            }
        };
        next.map_or(self, |part| part.value.follow(text, rest))
    }
}

/// Reads the outline of a whole text.
pub(crate) fn outline(text: &str) -> Result<OutlineNode, OutlineError> {
    let mut reader = OutlineReader { text, at: 0, depth: 0 };
    reader.blank()?;
    let node = reader.value()?;
    reader.blank()?;
    if reader.at < text.len() {
        return Err(reader.wrong("text after the end of the record; a file holds one"));
    }
    Ok(node)
}

struct OutlineReader<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
}

impl OutlineReader<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn wrong(&self, message: &'static str) -> OutlineError {
        let length = self.rest().chars().next().map_or(0, char::len_utf8);
        OutlineError { message, span: self.at..self.at + length, opened: None, too_deep: false }
    }

    fn unclosed(&self, message: &'static str, opened: Range<usize>) -> OutlineError {
        OutlineError { message, span: opened.clone(), opened: Some(opened), too_deep: false }
    }

    /// Skips white space and comments.
    fn blank(&mut self) -> Result<(), OutlineError> {
        loop {
            let rest = self.rest();
            let skipped = rest.len() - rest.trim_start().len();
            self.at += skipped;
            if self.rest().starts_with("//") {
                self.at += self.rest().find('\n').unwrap_or(self.rest().len());
            } else if self.rest().starts_with("/*") {
                let opened = self.at..self.at + 2;
                let mut depth = 0usize;
                loop {
                    if self.rest().starts_with("/*") {
                        depth += 1;
                        self.at += 2;
                    } else if self.rest().starts_with("*/") {
                        depth -= 1;
                        self.at += 2;
                        if depth == 0 {
                            break;
                        }
                    } else if let Some(next) = self.rest().chars().next() {
                        self.at += next.len_utf8();
                    } else {
                        return Err(self.unclosed("comment is never closed", opened));
                    }
                }
            } else if skipped == 0 {
                return Ok(());
            }
        }
    }

    fn value(&mut self) -> Result<OutlineNode, OutlineError> {
        let start = self.at;
        match self.peek() {
            Some(b'(' | b'[' | b'{') => self.bracketed(start),
            Some(b'"') => self.string(start),
            Some(b'r')
                if self.rest().starts_with("r\"")
                    || self.rest().starts_with("r#\"")
                    || self.rest().starts_with("r##") =>
            {
                self.raw_string(start)
            }
            Some(b'\'') => {
                let inner = self.rest()[1..].char_indices().skip(1).find(|(_, c)| *c == '\'');
                let Some((end, _)) = inner else {
                    return Err(self.unclosed("character is never closed", start..start + 1));
                };
                self.at += end + 2;
                Ok(self.leaf(start))
            }
            Some(_) => {
                let rest = self.rest();
                let word = rest
                    .find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '-' | '+' | '.' | '#')))
                    .unwrap_or(rest.len());
                if word == 0 {
                    return Err(self.wrong("expected a value"));
                }
                self.at += word;
                let end = self.at;
                self.blank()?;
                if self.peek() == Some(b'(') {
                    return self.bracketed(start);
                }
                self.at = end;
                Ok(self.leaf(start))
            }
            None => Err(self.wrong("expected a value, found the end of the file")),
        }
    }

    fn leaf(&self, start: usize) -> OutlineNode {
        OutlineNode { span: start..self.at, parts: Vec::new(), bracketed: false }
    }

    fn string(&mut self, start: usize) -> Result<OutlineNode, OutlineError> {
        let bytes = self.text.as_bytes();
        self.at += 1;
        loop {
            match bytes.get(self.at) {
                Some(b'\\') => self.at += 2,
                Some(b'"') => {
                    self.at += 1;
                    return Ok(self.leaf(start));
                }
                Some(_) => self.at += 1,
                None => {
                    self.at = self.text.len();
                    return Err(self.unclosed("text is never closed by a quote", start..start + 1));
                }
            }
        }
    }

    fn raw_string(&mut self, start: usize) -> Result<OutlineNode, OutlineError> {
        let hashes = self.rest()[1..].bytes().take_while(|byte| *byte == b'#').count();
        let close = format!("\"{}", "#".repeat(hashes));
        let body = start + 1 + hashes + 1;
        match self.text.get(body..).and_then(|rest| rest.find(&close)) {
            Some(end) => {
                self.at = body + end + close.len();
                Ok(self.leaf(start))
            }
            None => Err(self.unclosed("text is never closed by a quote", start..start + 1)),
        }
    }

    fn bracketed(&mut self, start: usize) -> Result<OutlineNode, OutlineError> {
        let open = self.at;
        let close = match self.peek() {
            Some(b'(') => b')',
            Some(b'[') => b']',
            _ => b'}',
        };
        self.at += 1;
        self.depth += 1;
        if self.depth > limits::BRACKETS {
            let mut error = self.wrong("brackets nest too deeply");
            error.span = open..open + 1;
            error.too_deep = true;
            return Err(error);
        }
        let mut parts = Vec::new();
        loop {
            self.blank()?;
            match self.peek() {
                Some(byte) if byte == close => {
                    self.at += 1;
                    self.depth -= 1;
                    return Ok(OutlineNode { span: start..self.at, parts, bracketed: true });
                }
                None => return Err(self.unclosed("bracket is never closed", open..open + 1)),
                Some(b')' | b']' | b'}') => {
                    let mut error = self.wrong("closing bracket of another kind");
                    error.opened = Some(open..open + 1);
                    return Err(error);
                }
                Some(_) => {
                    let part = self.part()?;
                    let comma = self.text[..part.span.end].ends_with(',');
                    parts.push(part);
                    if !comma && self.peek() != Some(close) {
                        if self.peek().is_none() {
                            return Err(self.unclosed("bracket is never closed", open..open + 1));
                        }
                        if let Some(quote) = parts.last().and_then(|part| self.early_quote(&part.value)) {
                            return Err(self.unclosed("text isn't closed by a quote where it should be", quote));
                        }
                        let closing = matches!(self.peek(), Some(b')' | b']' | b'}'));
                        let mut error = self.wrong(if closing {
                            "closing bracket of another kind"
                        } else {
                            "expected a comma or the closing bracket"
                        });
                        error.opened = Some(open..open + 1);
                        return Err(error);
                    }
                }
            }
        }
    }

    /// The opening quote of a text that ends at the beginning of the next one, as one does that lacks its own
    /// closing quote: letters follow at once.
    fn early_quote(&self, value: &OutlineNode) -> Option<Range<usize>> {
        let quoted = self.text[value.span.clone()].starts_with('"') && value.span.end == self.at;
        let letters = self.rest().chars().next().is_some_and(char::is_alphanumeric);
        (quoted && letters).then(|| value.span.start..value.span.start + 1)
    }

    /// A field or an item with the comma after it.
    fn part(&mut self) -> Result<Part, OutlineError> {
        let start = self.at;
        let mut value = self.value()?;
        let mut name = None;
        let end = self.at;
        self.blank()?;
        if self.peek() == Some(b':') && !value.bracketed {
            self.at += 1;
            self.blank()?;
            name = Some(value.span.clone());
            value = self.value()?;
            self.blank()?;
        } else if self.peek() != Some(b',') {
            self.at = end;
            self.blank()?;
        }
        let mut span = start..value.span.end;
        if self.peek() == Some(b',') {
            self.at += 1;
            span.end = self.at;
        }
        Ok(Part { name, value, span })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_lead_to_values() {
        let text = r#"// a comment, with "a quote
Recognitions(of: "x", /* (( */ acts: [
    (by: "a", on: "1991", or: [(on: "1992"),],),
    (by: "b \" )", form: DeFacto, asserts: Nth(nth: 2)),
])"#;
        let node = outline(text).expect("an outline");
        let at = |path: &[PathStep]| &text[node.follow(text, path).span.clone()];
        assert_eq!(at(&[PathStep::Field("of")]), "\"x\"");
        assert_eq!(
            at(&[
                PathStep::Field("acts"),
                PathStep::Item(0),
                PathStep::Field("or"),
                PathStep::Item(0),
                PathStep::Field("on")
            ]),
            "\"1992\""
        );
        assert_eq!(at(&[PathStep::Field("acts"), PathStep::Item(1), PathStep::Field("by")]), "\"b \\\" )\"");
        assert_eq!(at(&[PathStep::Field("acts"), PathStep::Item(1), PathStep::Field("asserts")]), "Nth(nth: 2)");
        assert_eq!(
            at(&[PathStep::Field("acts"), PathStep::Item(1), PathStep::Field("nothing")]),
            text[node.parts[1].value.parts[1].value.span.clone()].to_owned()
        );
    }

    #[test]
    fn paths_lead_into_a_file_that_is_a_list() {
        let text = "Sources([(id: \"a\"), (id: \"b\")])";
        let node = outline(text).expect("an outline");
        let found = node.content(text).follow(text, &[PathStep::Item(1), PathStep::Field("id")]);
        assert_eq!(&text[found.span.clone()], "\"b\"");
    }

    #[test]
    fn what_is_open_is_named() {
        let message = |text: &str| outline(text).map(|_| "fine").unwrap_or_else(|error| error.message);
        assert_eq!(message("A(b: \"c"), "text is never closed by a quote");
        assert_eq!(message("A(b: \"c, d: \"e\")"), "text isn't closed by a quote where it should be");
        assert_eq!(message("A(b: [1, 2)"), "closing bracket of another kind");
        assert_eq!(message("A(b: 1"), "bracket is never closed");
        assert_eq!(message("A(b: 1 c: 2)"), "expected a comma or the closing bracket");
        assert_eq!(message("A(b: 1) x"), "text after the end of the record; a file holds one");
        assert_eq!(message("A(b: /* 1)"), "comment is never closed");
        assert_eq!(message(""), "expected a value, found the end of the file");
        let nested = |depth: usize| message(&format!("{}{}", "(".repeat(depth), ")".repeat(depth)));
        assert_eq!(nested(limits::BRACKETS), "fine");
        assert_eq!(nested(limits::BRACKETS + 1), "brackets nest too deeply");
        assert_eq!(message(&"(".repeat(10_000)), "brackets nest too deeply");
        assert_eq!(message("A(b: \"ü\\"), "text is never closed by a quote");
    }
}
