//! The brief as a document: what is said, in which order, and how much of it.

mod doubt;
mod figure;
mod one;
mod pair;
mod shared;
mod votes;
mod words;

use super::document::{Block, Document, RichText, Run, Section};
use super::references::References;
use crate::model::{Base, StatementIx};
use crate::query::{About, BriefAnswer};

/// Writes a brief as a document.
pub fn brief(base: &Base, answer: &BriefAnswer) -> Document {
    // Only when everything is written is it known of which series many documents are cited.
    let mut first = BriefWriter { base, answer, references: References::new(base) };
    first.parts();
    let mut writer = BriefWriter { base, answer, references: first.references.again() };
    let (lead, sections) = writer.parts();
    let day = answer.request.on.in_words();
    let kind = match answer.about {
        About::Two(_) => "Bilateral brief",
        About::One(_) => "Country brief",
    };
    let actors = || answer.request.subject.actors().iter();
    let names: Vec<String> = actors().map(|&ix| base[ix].name.to_string()).collect();
    let ids: Vec<&str> = actors().map(|&ix| base[ix].id.as_str()).collect();
    let title = names.join(" and ");
    let dataset = format!("{}, data of {}", base.dataset.name, base.dataset.in_words());
    let subjects = ["diplomatic relations", "recognition", "treaties"].map(str::to_owned);
    Document {
        kind: kind.to_owned(),
        description: format!("{kind} on {title}, as of {day}: status, timeline, treaties, votes, positions, sources."),
        author: dataset.clone(),
        keywords: names.into_iter().chain(subjects).collect(),
        subtitle: format!("As of {day}"),
        title,
        on: answer.request.on,
        made: answer.request.today,
        lead,
        figure: figure::figure(base, answer),
        sections,
        cited: writer.references.chosen(),
        references: writer.references.list(),
        colophon: RichText::plain(format!(
            "{dataset}, as known on {}. Made again by: chancery brief {} --on {} --today {}. It tells who says what; what isn’t recorded isn’t thereby denied. “Possibly” marks what dates or sources leave open.",
            answer.request.today.in_words(),
            ids.join(" "),
            answer.request.on,
            answer.request.today,
        )),
    }
}

/// What every part needs: the base, the answer, and the references so far.
struct BriefWriter<'a> {
    base: &'a Base,
    answer: &'a BriefAnswer,
    references: References<'a>,
}

impl BriefWriter<'_> {
    fn parts(&mut self) -> (Vec<RichText>, Vec<Section>) {
        match &self.answer.about {
            About::Two(between) => (self.pair_lead(between), self.pair_sections(between)),
            About::One(alone) => (self.one_lead(alone), self.one_sections(alone)),
        }
    }

    /// The notes of statements.
    fn cite(&mut self, statements: impl IntoIterator<Item = StatementIx>) -> Run {
        self.references.of(statements)
    }
}

/// A section, unless it would be empty.
fn section(id: &'static str, title: &str, blocks: Vec<Block>) -> Option<Section> {
    (!blocks.is_empty()).then(|| Section { id, title: title.to_owned(), blocks })
}

/// The first few of a list, and how many were cut.
fn cut<T>(mut list: Vec<T>, most: usize) -> (Vec<T>, usize) {
    // A line for "and 1 more" would take the room of the one.
    let keep = if list.len() == most + 1 { list.len() } else { most.min(list.len()) };
    let rest = list.len() - keep;
    list.truncate(keep);
    (list, rest)
}

/// How many more there are, and how to see them.
fn more(number: usize, what: &str, command: &str) -> Option<Block> {
    (number > 0).then(|| Block::Remark(RichText::plain(format!("And {number} more {what}: {command}."))))
}

#[cfg(test)]
mod tests {
    use super::cut;
    use crate::report::limits::brief::TABLE_ROWS;

    #[test]
    fn a_list_is_cut_but_never_by_one() {
        let rest = |all: usize| cut((0..all).collect(), TABLE_ROWS).1;
        assert_eq!([rest(TABLE_ROWS), rest(TABLE_ROWS + 1), rest(TABLE_ROWS + 2)], [0, 0, 2]);
    }
}
