//! A question as words: folded for comparison, each with its place in the text.

use std::ops::Range;

use crate::query::fold;

/// A word of the question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    /// The word in the form in which words are compared: Latin letters in lower case, American spelling. The ending of
    /// a possessive is a word of its own, `'s`.
    pub(super) text: String,
    /// Where it stands in the question, in bytes.
    pub(super) span: Range<usize>,
    /// Whether it is written in capitals, as codes are.
    pub(super) capitals: bool,
    /// Whether a comma follows.
    pub(super) comma: bool,
}

/// Takes a question apart. Punctuation goes; dates such as 1991-12-12 stay whole.
pub(super) fn tokens(question: &str) -> Vec<Token> {
    let chars: Vec<(usize, char)> = question.char_indices().collect();
    let byte = |at: usize| chars.get(at).map_or(question.len(), |(byte, _)| *byte);
    let letter = |at: usize| chars.get(at).is_some_and(|(_, c)| c.is_alphanumeric());
    let mark = |at: usize| chars.get(at).map_or('\0', |(_, c)| *c);
    let mut found: Vec<Token> = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        if !letter(at) {
            if mark(at) == ','
                && let Some(last) = found.last_mut()
            {
                last.comma = true;
            }
            at += 1;
            continue;
        }
        let from = at;
        let mut possessive = None;
        // A date at the end of an id is part of the id.
        let in_id = at > 1 && mark(at - 1) == '-' && letter(at - 2);
        at = iso_date(&chars, at).filter(|_| !in_id).unwrap_or(at);
        if at == from {
            while letter(at) || combining(mark(at)) {
                at += 1;
                match mark(at) {
                    '\'' | '’' if matches!(mark(at + 1), 's' | 'S') && !letter(at + 2) => {
                        possessive = Some(at..at + 2);
                        break;
                    }
                    '\'' | '’' if !letter(at + 1) && matches!(mark(at - 1), 's' | 'S') => {
                        possessive = Some(at..at + 1);
                        break;
                    }
                    // "d'Ivoire", "U.S.A." and "didn't" are one word each.
                    '\'' | '’' | '.' if letter(at + 1) => at += 1,
                    _ => {}
                }
            }
        }
        let raw = &question[byte(from)..byte(at)];
        found.push(Token {
            text: normal(raw),
            span: byte(from)..byte(at),
            capitals: raw.chars().any(char::is_uppercase) && !raw.chars().any(char::is_lowercase),
            comma: false,
        });
        if let Some(ending) = possessive {
            at = ending.end;
            let span = byte(ending.start)..byte(ending.end);
            found.push(Token { text: "'s".to_owned(), span, capitals: false, comma: false });
        }
    }
    found.retain(|token| !token.text.is_empty());
    found
}

/// Marks that belong to the letter before: vowel signs of other scripts.
fn combining(c: char) -> bool {
    !c.is_ascii() && !c.is_alphanumeric() && !c.is_whitespace() && !fold(&c.to_string()).is_empty()
}

/// The end of a date such as `1991-12` or `1991-12-12` that begins here.
fn iso_date(chars: &[(usize, char)], from: usize) -> Option<usize> {
    let digits =
        |at: usize, count: usize| (at..at + count).all(|at| chars.get(at).is_some_and(|(_, c)| c.is_ascii_digit()));
    let dash = |at: usize| chars.get(at).is_some_and(|(_, c)| *c == '-');
    let month = digits(from, 4) && dash(from + 4) && digits(from + 5, 2);
    let end = if month && dash(from + 7) && digits(from + 8, 2) { from + 10 } else { from + 7 };
    (month && !chars.get(end).is_some_and(|(_, c)| c.is_alphanumeric())).then_some(end)
}

/// The form in which a word or a name is compared, in American spelling.
pub(super) fn normal(text: &str) -> String {
    if text.starts_with(|c: char| c.is_ascii_digit()) && text.contains('-') && !text.contains(' ') {
        return text.to_owned();
    }
    let folded = fold(text);
    if !folded.contains("is") && !folded.contains("our") {
        return folded;
    }
    let words: Vec<String> = folded.split(' ').map(american).collect();
    words.join(" ")
}

fn american(word: &str) -> String {
    for (british, american) in [
        ("recognis", "recogniz"),
        ("organis", "organiz"),
        ("normalis", "normaliz"),
        ("favour", "favor"),
        ("neighbour", "neighbor"),
    ] {
        if word.starts_with(british) {
            return word.replacen(british, american, 1);
        }
    }
    word.to_owned()
}

#[cfg(test)]
mod tests {
    use super::tokens;

    #[test]
    fn questions_come_apart_into_words() {
        for (question, expected) in [
            ("Who recognised Azerbaijan first?", "who|recognized|azerbaijan|first"),
            ("Côte d’Ivoire and the U.S.A.", "cote|divoire|and|the|usa"),
            ("Pakistan's recognition, and the States' own", "pakistan|'s|recognition|and|the|states|'s|own"),
            ("on 1991-12-12, in 1991-12", "on|1991-12-12|in|1991-12"),
            ("Azerbaijan–Pakistan relations", "azerbaijan|pakistan|relations"),
            ("Didn't Guinea-Bissau?", "didnt|guinea|bissau"),
            ("Кто признал Азербайджан", "kto|priznal|azerbaidzhan"),
            ("  ?! ", ""),
        ] {
            let found: Vec<String> = tokens(question).into_iter().map(|token| token.text).collect();
            assert_eq!(found.join("|"), expected, "{question}");
        }
    }

    #[test]
    fn words_know_their_place() {
        let question = "Did São Tomé, in 1975?";
        let words: Vec<&str> = tokens(question).iter().map(|token| &question[token.span.clone()]).collect();
        assert_eq!(words, ["Did", "São", "Tomé", "in", "1975"]);
        assert!(tokens(question)[2].comma);
    }
}
