//! A text taken apart into sentences, and what it claims.

use std::ops::Range;

use super::limits;
use super::{Asker, Exchange};

/// A sentence of a text, with what of it could be tried.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands, in bytes.
    pub span: Range<usize>,
    /// On which line it begins, from 1.
    pub line: usize,
    /// What it claims and could be tried: the sentence as a whole, or parts of it; each with its question as it stands in
    /// the text. Empty where nothing is understood.
    pub tried: Vec<Exchange>,
}

impl Asker<'_> {
    /// Goes through a text sentence by sentence and tries what it claims. A sentence that isn't understood as a whole is
    /// taken apart at commas, semicolons and words that join; names must be right, for nothing is guessed in running text.
    pub fn try_text(&self, text: &str) -> Vec<Sentence> {
        let one = |span: Range<usize>| {
            let sentence = &text[span.clone()];
            let whole: Vec<Exchange> = self.claimed(sentence).into_iter().collect();
            let tried = if whole.is_empty() { self.claimed_in_parts(sentence) } else { whole };
            let line = 1 + text[..span.start].matches('\n').count();
            Sentence { span, line, tried }
        };
        sentences(text).into_iter().map(one).collect()
    }

    /// What the parts of a sentence claim: from each beginning the longest part that is understood, none within another.
    fn claimed_in_parts(&self, sentence: &str) -> Vec<Exchange> {
        let mut found = Vec::new();
        let mut done = 0;
        for (begin, ends) in parts(sentence) {
            let part = |end: &usize| sentence.get(begin..*end).and_then(|part| Some((*end, self.claimed(part)?)));
            if begin >= done
                && let Some((end, asked)) = ends.iter().find_map(part)
            {
                found.push(asked);
                done = end;
            }
        }
        found
    }

    /// What a sentence claims; `None` when it claims nothing that is understood, or asks.
    fn claimed(&self, sentence: &str) -> Option<Exchange> {
        if sentence.trim_end().ends_with('?') {
            return None;
        }
        let sentence = sentence.trim().trim_end_matches([',', ';', ':']);
        self.ask_strictly(sentence).filter(|asked| asked.answer.said.is_some())
    }
}

/// Where the parts of a sentence may begin, each with where it may end, the longest first.
fn parts(sentence: &str) -> Vec<(usize, Vec<usize>)> {
    const JOINTS: [&str; 12] =
        [", ", "; ", ": ", " – ", " — ", " that ", " and ", " but ", " while ", " because ", " when ", " which "];
    let mut cuts: Vec<(usize, usize)> = JOINTS
        .iter()
        .flat_map(|joint| sentence.match_indices(joint).map(|(at, joint)| (at, at + joint.len())))
        .collect();
    cuts.sort_unstable();
    let begins = std::iter::once(0).chain(cuts.iter().map(|(_, end)| *end));
    begins
        .map(|begin| {
            let behind = cuts.iter().map(|(at, _)| *at).filter(|at| *at > begin);
            let mut ends: Vec<usize> = behind.chain([sentence.len()]).take(limits::PART_ENDS).collect();
            ends.reverse();
            (begin, ends)
        })
        .collect()
}

/// Where each sentence of a text stands, in bytes. A sentence ends with `.`, `!` or `?` before a space and a capital, with an
/// empty line, or where the text does; an abbreviation of one letter ("U. S.") and a day ("9. November") end none.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let mut found = Vec::new();
    let mut from = 0;
    let mut add = |from: usize, to: usize| {
        let part = &text[from..to];
        let begins = from + (part.len() - part.trim_start().len());
        let ends = from + part.trim_end().len();
        if begins < ends {
            found.push(begins..ends);
        }
    };
    for (at, &(byte, c)) in chars.iter().enumerate() {
        let next = |ahead: usize| chars.get(at + ahead).map(|(_, c)| *c);
        let end = byte + c.len_utf8();
        let paragraph = c == '\n' && next(1).is_none_or(|c| c == '\n' || c == '\r');
        let stops = match c {
            '!' | '?' => next(1).is_none_or(char::is_whitespace),
            '.' => {
                let word: String =
                    chars[..at].iter().rev().map(|(_, c)| *c).take_while(|c| c.is_alphanumeric()).collect();
                let short = word.chars().count() == 1 || word.chars().all(|c| c.is_ascii_digit()) && word.len() < 3;
                let spaced = next(1).is_none_or(char::is_whitespace);
                let begins = chars[at + 1..].iter().map(|(_, c)| *c).find(|c| !c.is_whitespace());
                spaced && (begins.is_none() || !short) && begins.is_none_or(|c| !c.is_lowercase())
            }
            _ => paragraph,
        };
        if stops {
            add(from, end);
            from = end;
        }
    }
    add(from, text.len());
    found
}

#[cfg(test)]
mod tests {
    use super::sentences;

    #[test]
    fn texts_come_apart_into_sentences() {
        for (text, expected) in [
            ("One. Two! Three? Four", "One.|Two!|Three?|Four"),
            (
                "The U. S. recognized it on 9. November 1991. It was first.",
                "The U. S. recognized it on 9. November 1991.|It was first.",
            ),
            ("A heading\n\nA text\nof two lines.", "A heading|A text\nof two lines."),
            ("It was in 1991. Then came 1992.", "It was in 1991.|Then came 1992."),
            ("approx. five states did.", "approx. five states did."),
            ("  \n ", ""),
        ] {
            let found: Vec<&str> = sentences(text).into_iter().map(|span| &text[span]).collect();
            assert_eq!(found.join("|"), expected, "{text}");
        }
    }
}
