//! Rust as the house rules see it: words and punctuation, without comments and texts; paths; public signatures.
//!
//! Not a parser: it knows just enough to tell which names a file uses, on which line, and whether in a test.

/// A word, `::`, or one character of punctuation.
#[derive(Debug, Clone)]
pub(super) struct Token {
    pub(super) text: String,
    /// Counted from 1.
    pub(super) line: usize,
    /// Modules written within the file around it.
    pub(super) nested: usize,
    /// Whether one of these is called `tests`.
    pub(super) in_test: bool,
}

/// A path such as `crate::model::Day`; those of a `use` with braces stand each on its own.
#[derive(Debug, Clone)]
pub(super) struct Path {
    pub(super) segments: Vec<String>,
    pub(super) line: usize,
    pub(super) nested: usize,
    pub(super) in_test: bool,
}

impl Path {
    pub(super) fn segment(&self, at: usize) -> &str {
        self.segments.get(at).map_or("", String::as_str)
    }
}

/// The tokens of a file.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let chars: Vec<char> = text.chars().collect();
    let mut tokens: Vec<Token> = Vec::new();
    let (mut at, mut line) = (0, 1);
    while let Some(&c) = chars.get(at) {
        let end = end_of_token(&chars, at);
        let is_code = match c {
            '"' => false,
            '/' => end == at + 1,
            '\'' => end == at + 1,
            'r' | 'b' | 'c' => !chars[at..end].contains(&'"'),
            _ => !c.is_whitespace(),
        };
        if is_code {
            let text = chars[at..end].iter().collect();
            tokens.push(Token { text, line, nested: 0, in_test: false });
        }
        line += chars[at..end].iter().filter(|c| **c == '\n').count();
        at = end;
    }
    mark_modules(&mut tokens);
    tokens
}

/// Every path that a file names, in its order.
pub(super) fn paths(tokens: &[Token]) -> Vec<Path> {
    let word = |at: usize| tokens.get(at).is_some_and(|token| is_word(&token.text));
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let before = at.checked_sub(1).map_or("", |before| &tokens[before].text);
        // `::std::fs` begins at the root; the other words after `::` and `.` belong to what precedes them.
        let at_root = before == "::" && at.checked_sub(2).is_none_or(|at| !word(at) && tokens[at].text != ">");
        if word(at) && (at_root || before != "::" && before != ".") {
            at = tree(tokens, at, &[], &mut found);
        } else {
            at += 1;
        }
    }
    found
}

/// The words of every public signature, with the line where it begins: not of bodies, nor of what is `pub(crate)`.
pub(super) fn signatures(tokens: &[Token]) -> Vec<(usize, Vec<&str>)> {
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let next = tokens.get(at + 1).map_or("", |next| &next.text);
        if token.text != "pub" || next == "(" {
            continue;
        }
        let mut words = Vec::new();
        let mut depth = 0usize;
        for token in &tokens[at + 1..] {
            let follows_dash = words.last() == Some(&"-");
            match token.text.as_str() {
                "(" | "[" | "<" => depth += 1,
                ">" if follows_dash => {}
                ")" | "]" | ">" => depth = depth.saturating_sub(1),
                ";" | "," if depth == 0 => break,
                // The body of a function or the fields of a type, which speak for themselves; a `use` goes on.
                "{" if next != "use" => break,
                _ => {}
            }
            words.push(token.text.as_str());
        }
        found.push((token.line, words));
    }
    found
}

pub(super) fn is_word(text: &str) -> bool {
    text.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

/// Follows a path from its first word, into every branch; says where it ends.
fn tree(tokens: &[Token], mut at: usize, prefix: &[String], found: &mut Vec<Path>) -> usize {
    let mut segments = prefix.to_vec();
    let first = &tokens[at];
    let text = |at: usize| tokens.get(at).map_or("", |token| token.text.as_str());
    while is_word(text(at)) {
        segments.push(text(at).to_owned());
        at += 1;
        if text(at) != "::" {
            break;
        }
        at += 1;
        if text(at) == "{" {
            at += 1;
            while !matches!(text(at), "}" | "") {
                if is_word(text(at)) {
                    at = tree(tokens, at, &segments, found);
                    // A name given with `as` is no path.
                    while !matches!(text(at), "," | "}" | "") {
                        at += 1;
                    }
                } else {
                    at += 1;
                }
            }
            return at + 1;
        }
    }
    found.push(Path { segments, line: first.line, nested: first.nested, in_test: first.in_test });
    at
}

fn end_of_token(chars: &[char], at: usize) -> usize {
    let peek = |at: usize| chars.get(at).copied().unwrap_or('\0');
    match (chars[at], peek(at + 1)) {
        ('/', '/') => at + chars[at..].iter().position(|c| *c == '\n').unwrap_or(chars.len() - at),
        ('/', '*') => end_of_comment(chars, at),
        ('"', _) => end_of_text(chars, at),
        ('b' | 'c', '"') => end_of_text(chars, at + 1),
        ('r', '"' | '#') | ('b' | 'c', 'r') if raw_hashes(chars, at).is_some() => end_of_raw(chars, at),
        ('\'', '\\') => {
            let close = chars[at + 3..].iter().position(|c| *c == '\'').unwrap_or(chars.len() - at - 4);
            at + 4 + close
        }
        ('\'', _) if peek(at + 2) == '\'' => at + 3,
        (':', ':') => at + 2,
        (c, _) if c.is_alphanumeric() || c == '_' => {
            let length = chars[at..].iter().position(|c| !c.is_alphanumeric() && *c != '_');
            at + length.unwrap_or(chars.len() - at)
        }
        _ => at + 1,
    }
}

fn end_of_comment(chars: &[char], mut at: usize) -> usize {
    let mut depth = 0usize;
    while at < chars.len() {
        match (chars[at], chars.get(at + 1)) {
            ('/', Some('*')) => (depth, at) = (depth + 1, at + 2),
            ('*', Some('/')) => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            return at;
        }
    }
    chars.len()
}

fn end_of_text(chars: &[char], quote: usize) -> usize {
    let mut at = quote + 1;
    while at < chars.len() {
        match chars[at] {
            '\\' => at += 2,
            '"' => return at + 1,
            _ => at += 1,
        }
    }
    chars.len()
}

/// How many `#` stand before the quote of a raw text that begins here.
fn raw_hashes(chars: &[char], at: usize) -> Option<usize> {
    let from = at + chars[at..].iter().position(|c| *c == 'r')? + 1;
    let hashes = chars[from..].iter().take_while(|c| **c == '#').count();
    (from <= at + 2 && chars.get(from + hashes) == Some(&'"')).then_some(hashes)
}

fn end_of_raw(chars: &[char], at: usize) -> usize {
    let hashes = raw_hashes(chars, at).expect("asked before");
    let open = at + chars[at..].iter().position(|c| *c == '"').expect("asked before");
    let closes = |quote: usize| {
        chars[quote] == '"' && chars[quote + 1..].iter().take_while(|c| **c == '#').take(hashes).count() == hashes
    };
    (open + 1..chars.len()).find(|&quote| closes(quote)).map_or(chars.len(), |quote| quote + 1 + hashes)
}

/// Notes around each token the modules that are written within the file.
fn mark_modules(tokens: &mut [Token]) {
    let mut depth = 0usize;
    let mut open: Vec<(usize, bool)> = Vec::new();
    for at in 0..tokens.len() {
        match tokens[at].text.as_str() {
            "{" => {
                let is_module = at >= 2 && tokens[at - 2].text == "mod";
                if is_module {
                    open.push((depth, tokens[at - 1].text == "tests"));
                }
                depth += 1;
            }
            "}" => {
                depth = depth.saturating_sub(1);
                open.pop_if(|(opened, _)| *opened == depth);
            }
            _ => {}
        }
        tokens[at].nested = open.len();
        tokens[at].in_test = open.iter().any(|(_, tests)| *tests);
    }
}

#[test]
fn names_are_found_and_comments_are_not() {
    let text = r##"
        //! crate::comment
        use crate::model::{Day, order::{Place, places as all}, self};
        /* std::fs /* nested */ */
        fn f<'a>(x: &'a str) -> char { let s = "ron::text"; let r = r#"ron::"raw""#; '"' }
        mod tests { use super::*; fn g() { petgraph::graph(); ::std::fs::read(b"x::y", '\''); } }
    "##;
    let tokens = tokens(text);
    let named: Vec<String> = paths(&tokens)
        .iter()
        .filter(|path| path.segments.len() > 1 || path.segment(0) == "super")
        .map(|path| format!("{} {}{}", path.line, path.segments.join("::"), if path.in_test { " test" } else { "" }))
        .collect();
    assert_eq!(
        named,
        [
            "3 crate::model::Day",
            "3 crate::model::order::Place",
            "3 crate::model::order::places",
            "3 crate::model::self",
            "6 super test",
            "6 petgraph::graph test",
            "6 std::fs::read test",
        ]
    );
}

#[test]
fn signatures_are_found_and_bodies_are_not() {
    let text = "pub fn a(x: Graph<u8, u8>) -> B { ron::c() } pub(crate) fn d(x: E) {} pub struct F { pub g: H, i: J }";
    let tokens = tokens(text);
    let words: Vec<String> = signatures(&tokens).iter().map(|(_, words)| words.join(" ")).collect();
    assert_eq!(words, ["fn a ( x : Graph < u8 , u8 > ) - > B", "struct F", "g : H"]);
}
