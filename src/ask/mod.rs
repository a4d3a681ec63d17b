//! Questions in words: from a sentence to a request, and from its answer to a sentence.
//!
//! A question is taken apart into words (`lex`), matched against the patterns of a grammar that is written down
//! (`grammar`, printed by [`grammar_text`]), its names are resolved against the base (`parts`), and what it asks becomes
//! a [`Question`]. There is no model and no guess: the same words give the same answer, every word counts, and what isn't
//! understood is said ([`Problem`]). The room knows the queries, and prints nothing.

mod answer;
mod command;
mod dates;
mod grammar;
mod lex;
mod lexicon;
mod limits;
mod parts;
mod pattern;
mod problem;
mod read;
mod sentences;
mod wording;

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ops::Range;

pub use self::answer::{Answer, Said, answer, why};
pub use self::command::command;
pub use self::grammar::{examples, grammar_text};
pub use self::problem::Problem;
pub use self::sentences::{Sentence, sentences};
pub use self::wording::question;

use self::answer::until_today;
use self::grammar::{Grammar, grammar};
use self::lex::{Token, tokens};
use self::lexicon::Lexicon;
use self::parts::Parts;
use self::pattern::SlotKind;
use self::read::{Reader, Strictness, Value, Way};
use crate::form::{Question, Time, What};
use crate::model::{Base, Date, Day, Entity};
use crate::query::is_identifier;

/// A question as it was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Understood {
    /// What it asks.
    pub form: Question,
    /// Names that were read otherwise than they are written, and what they were taken for.
    pub notes: Vec<(String, Entity)>,
}

/// A question with its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Exchange {
    /// The question as asked.
    pub question: String,
    /// The question as it was read, in the words of the grammar.
    pub read_as: String,
    /// Names that were read otherwise than they are written, and what they were taken for.
    pub notes: Vec<(String, Entity)>,
    /// What it asks.
    pub form: Question,
    /// The command that asks the same, or the nearest one that shows what the answer rests on.
    pub command: String,
    /// The answer.
    pub answer: Answer,
}

/// Reads questions about a base. Names are gathered once, for many questions.
///
/// ```
/// # use chancery::model::{Base, Day};
/// use chancery::ask::Asker;
///
/// # let loaded = Base::folder("../tests/fixtures/world")?;
/// # let (base, today) = (&loaded.base, Day::parse("2026-11-23")?);
/// let asker = Asker::new(base, today);
/// let asked = asker.ask("who was first to recognize Karvelia?")?;
/// assert!(asked.answer.sentence.starts_with("Özmara recognized Karvelia first"));
/// let problem = asker.ask("who was fastest to recognize Karvelia?").unwrap_err();
/// assert!(problem.to_string().starts_with("not understood: \"fastest\""));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Asker<'b> {
    base: &'b Base,
    lexicon: Lexicon,
    today: Day,
}

impl<'b> Asker<'b> {
    /// For questions about `base`, as of `today`.
    pub fn new(base: &'b Base, today: Day) -> Self {
        Self { base, lexicon: Lexicon::of(base), today }
    }

    /// Reads a question and answers it.
    ///
    /// # Errors
    /// [`Problem`], when it isn't understood as a whole.
    pub fn ask(&self, text: &str) -> Result<Exchange, Problem> {
        self.read(text).map(|understood| self.answered(text, understood))
    }

    /// The same where every name is written as it is known; `None` for all else.
    fn ask_strictly(&self, text: &str) -> Option<Exchange> {
        let tokens = arranged(tokens(text));
        let reader = self.reader(&tokens, (Strictness::Strict, &[]));
        let (rule, way) = readings(&reader).into_iter().next()?;
        let notes = RefCell::default();
        let form = (grammar().rules[rule].read)(&Parts::new(&reader, text, &way.caught, &notes)).ok()?;
        Some(self.answered(text, Understood { form, notes: Vec::new() }))
    }

    fn answered(&self, text: &str, understood: Understood) -> Exchange {
        let (base, today) = (self.base, self.today);
        let Understood { form, notes } = understood;
        let form = until_today(base, form, today);
        let answer = answer(base, &form, today);
        Exchange {
            question: text.to_owned(),
            read_as: question(base, &form, today),
            notes,
            command: command(base, &on_the_day(&form, &answer), today),
            answer,
            form,
        }
    }

    /// Reads a question, or a sentence that is to be tried.
    ///
    /// # Errors
    /// [`Problem`], when it isn't understood as a whole.
    pub fn read(&self, question: &str) -> Result<Understood, Problem> {
        let tokens = arranged(tokens(question));
        if tokens.is_empty() {
            return Err(Problem::Empty);
        }
        let strange = self.strange(&tokens, question);
        let mut problem = None;
        for strictness in [Strictness::Strict, Strictness::Lenient] {
            let reader = self.reader(&tokens, (strictness, &strange));
            for (rule, way) in readings(&reader) {
                let notes = RefCell::default();
                let parts = Parts::new(&reader, question, &way.caught, &notes);
                match (grammar().rules[rule].read)(&parts) {
                    Ok(form) => return Ok(Understood { form, notes: notes.into_inner() }),
                    // Where names are guessed at, another way to part the words may know them.
                    Err(unknown @ Problem::Unknown { .. }) if strictness == Strictness::Lenient => {
                        problem.get_or_insert(unknown);
                    }
                    Err(problem) => return Err(problem),
                }
            }
        }
        let words = tokens.iter().zip(&strange).filter(|(_, strange)| **strange);
        let words: Vec<String> = words.map(|(token, _)| question[token.span.clone()].to_owned()).collect();
        match problem {
            // A name that nobody knows is the problem only where all else is understood.
            Some(Problem::Unknown { name, near }) if words.iter().all(|word| name.contains(word.as_str())) => {
                Err(Problem::Unknown { name, near })
            }
            _ => {
                let nearest = self.nearest(&tokens, question);
                Err(if words.is_empty() { Problem::Form { nearest } } else { Problem::Words { words, nearest } })
            }
        }
    }

    fn reader<'r>(&'r self, tokens: &'r [Token], strictness: (Strictness, &'r [bool])) -> Reader<'r> {
        Reader::new(self.base, &grammar().phrases, &self.lexicon, tokens, self.today, strictness)
    }

    /// Of each word, whether neither the grammar nor the base knows it; of an identifier, whether nothing bears it as a whole.
    fn strange(&self, tokens: &[Token], question: &str) -> Vec<bool> {
        let words = vocabulary(grammar());
        let mut known = vec![false; tokens.len()];
        for (at, token) in tokens.iter().enumerate() {
            let text = token.text.as_str();
            known[at] |= words.contains(text) || text == "'s" || text.bytes().all(|byte| byte.is_ascii_digit());
            let kinds = [SlotKind::Subject, SlotKind::Group, SlotKind::Source];
            let names =
                kinds.iter().filter_map(|kind| self.lexicon.lengths_at(self.base, tokens, at, *kind).first().copied());
            let date = dates::dates_at(tokens, at, self.today).first().map(|(length, _)| *length);
            for length in names.chain(date) {
                known[at..at + length].fill(true);
            }
        }
        for words in identifiers(tokens, question) {
            let names = |kind: &SlotKind| {
                let starts = 0..=words.start;
                let ends = |at: usize| self.lexicon.lengths_at(self.base, tokens, at, *kind).into_iter();
                starts.flat_map(move |at| ends(at).map(move |length| at + length)).any(|end| end >= words.end)
            };
            if ![SlotKind::Subject, SlotKind::Group, SlotKind::Source].iter().any(names) {
                known[words].fill(false);
            }
        }
        known.into_iter().map(|known| !known).collect()
    }

    /// The questions that share the most words with one that isn't understood, with its names put in.
    fn nearest(&self, tokens: &[Token], question: &str) -> Vec<String> {
        let asked: BTreeSet<&str> = tokens.iter().map(|token| token.text.as_str()).collect();
        let mut scored: Vec<(usize, usize, usize)> = Vec::new();
        for (rule, one) in grammar().rules.iter().enumerate() {
            let told = lex::tokens(one.example);
            let shared = told.iter().filter(|token| asked.contains(token.text.as_str())).count();
            scored.push((shared, usize::MAX - told.len(), rule));
        }
        scored.retain(|(shared, ..)| *shared > 1);
        scored.sort_by_key(|&(shared, short, rule)| (std::cmp::Reverse(shared), std::cmp::Reverse(short), rule));
        let names = self.actors(tokens, question);
        scored
            .iter()
            .take(limits::NEAREST_QUESTIONS)
            .map(|(_, _, rule)| self.with_names(grammar().rules[*rule].example, &names))
            .collect()
    }

    /// The actors that a question names, as written.
    fn actors<'q>(&self, tokens: &[Token], question: &'q str) -> Vec<&'q str> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            match self.lexicon.lengths_at(self.base, tokens, at, SlotKind::Actor).first() {
                Some(&length) => {
                    let span = tokens[at].span.start..tokens[at + length - 1].span.end;
                    found.extend(question.get(span));
                    at += length;
                }
                None => at += 1,
            }
        }
        found
    }

    /// An example with other actors in it, if it is understood so.
    fn with_names(&self, example: &str, names: &[&str]) -> String {
        let told = tokens(example);
        let reader = self.reader(&told, (Strictness::Strict, &[]));
        let Some((_, way)) = readings(&reader).into_iter().next() else { return example.to_owned() };
        let mut slots: Vec<Range<usize>> = Vec::new();
        gather(&way.caught, &mut slots);
        slots.sort_by_key(|words| words.start);
        let mut text = example.to_owned();
        for (words, name) in slots.iter().zip(names).rev() {
            text.replace_range(told[words.start].span.start..told[words.end - 1].span.end, name);
        }
        let told = tokens(&text);
        let reader = self.reader(&told, (Strictness::Strict, &[]));
        let notes = RefCell::default();
        let fits = readings(&reader).first().is_some_and(|(rule, way)| {
            (grammar().rules[*rule].read)(&Parts::new(&reader, &text, &way.caught, &notes)).is_ok()
        });
        if fits { text } else { example.to_owned() }
    }
}

/// The question on the day that its answer is of: what holds on some day of a year may not hold on its last.
fn on_the_day<'q>(question: &'q Question, answer: &Answer) -> Cow<'q, Question> {
    match (question, &answer.known) {
        (Question::Whether { what: what @ What::State(_), time }, Some((_, asked))) if time.date().is_some() => {
            Cow::Owned(Question::Whether { what: what.clone(), time: Time::On(Date::of(asked.day)) })
        }
        _ => Cow::Borrowed(question),
    }
}

/// Every reading of the whole, the best first: with the fewest words that aren't known, then with the most words of the
/// grammar's own, then in the order of the grammar.
fn readings(reader: &Reader<'_>) -> Vec<(usize, Way)> {
    let programs = grammar().questions.iter().chain(&grammar().sentences);
    let mut found: Vec<(usize, Way)> =
        programs.flat_map(|(rule, program)| reader.whole(program).into_iter().map(|way| (*rule, way))).collect();
    found.sort_by_key(|(rule, way)| (way.unknown, way.slotted, *rule));
    found
}

/// Words that are written as one and number something: `A/RES/62/243`, `unga-62-243`; and those of "resolution 2758".
fn identifiers(tokens: &[Token], question: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let is_number = |token: &Token| token.text.bytes().all(|byte| byte.is_ascii_digit());
    let mut from = 0;
    while from < tokens.len() {
        let joined = |at: usize| {
            let between = question.get(tokens[at - 1].span.end..tokens[at].span.start);
            tokens[at].text != "'s" && between.is_some_and(|text| !text.contains(char::is_whitespace))
        };
        let end = (from + 1..tokens.len()).find(|&at| !joined(at)).unwrap_or(tokens.len());
        let text = &question[tokens[from].span.start..tokens[end - 1].span.end];
        let slash = text.contains('/');
        let letters = !tokens[from..end].iter().all(is_number);
        if end - from > 1 && (slash || letters) && tokens[from..end].iter().any(is_number) && is_identifier(text) {
            found.push(from..end);
        }
        if end - from == 1 && from > 0 && is_number(&tokens[from]) && tokens[from - 1].text == "resolution" {
            found.push(from..end);
        }
        from = end;
    }
    found
}

/// "In 2010, did …" is "did … in 2010"; courtesies go.
fn arranged(mut tokens: Vec<Token>) -> Vec<Token> {
    const OPENERS: [&[&str]; 8] = [
        &["please"],
        &["can", "you", "tell", "me"],
        &["could", "you", "tell", "me"],
        &["do", "you", "know"],
        &["tell", "me", "when"],
        &["tell", "me", "who"],
        &["tell", "me", "whether"],
        &["i", "wonder"],
    ];
    for opener in OPENERS {
        let begins =
            tokens.len() > opener.len() && opener.iter().zip(&tokens).all(|(word, token)| token.text == **word);
        if begins {
            let kept = usize::from(opener.last().is_some_and(|word| matches!(*word, "when" | "who")));
            tokens.drain(..opener.len() - kept);
        }
    }
    if tokens.last().is_some_and(|token| token.text == "please") {
        tokens.pop();
    }
    const TIMES: [&str; 11] = ["in", "on", "at", "by", "before", "after", "since", "as", "until", "between", "during"];
    let comma = tokens.iter().take(limits::OPENING_WORDS).position(|token| token.comma);
    if let (Some(first), Some(comma)) = (tokens.first(), comma)
        && TIMES.contains(&first.text.as_str())
        && comma + 1 < tokens.len()
    {
        // "On December 12, 1991, …" has a comma of its own.
        let year = tokens[comma + 1].comma && tokens[comma + 1].text.len() == 4;
        let end = if year { comma + 2 } else { comma + 1 };
        tokens.rotate_left(end);
    }
    tokens
}

/// The words of the grammar.
fn vocabulary(grammar: &Grammar) -> BTreeSet<&str> {
    let programs = grammar.questions.iter().chain(&grammar.sentences).map(|(_, program)| program);
    let phrases = grammar.phrases.iter().map(|(_, _, program)| program);
    let mut words: BTreeSet<&str> = programs.chain(phrases).flat_map(|program| program.words()).collect();
    words.extend([
        "first",
        "second",
        "third",
        "last",
        "days",
        "weeks",
        "months",
        "years",
        "embassy",
        "embassies",
        "legation",
        "consulate",
    ]);
    words
}

/// Where the actors of a reading stand.
fn gather(caught: &[read::SlotMatch], slots: &mut Vec<Range<usize>>) {
    for one in caught {
        match &one.value {
            Value::Name(SlotKind::Actor) => slots.push(one.words.clone()),
            Value::Phrase(_, inner) => gather(inner, slots),
            _ => {}
        }
    }
}
