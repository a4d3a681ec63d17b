//! A document as plain data: what it says, not how it looks.

use crate::model::Day;

/// A document.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// What kind of document it is, above its title: "Bilateral brief".
    pub kind: String,
    /// Its title.
    pub title: String,
    /// The line below the title.
    pub subtitle: String,
    /// What it holds, in a sentence, for catalogues.
    pub description: String,
    /// Who answers for it: the data set.
    pub author: String,
    /// Words by which it is found.
    pub keywords: Vec<String>,
    /// The day for which it is told.
    pub on: Day,
    /// The day on which it was made.
    pub made: Day,
    /// What stands first, without a heading: the answer in a few sentences.
    pub lead: Vec<RichText>,
    /// The picture that stands below.
    pub figure: Option<Figure>,
    /// The sections, in order.
    pub sections: Vec<Section>,
    /// How the references were chosen.
    pub cited: RichText,
    /// What the notes refer to; the first is number 1.
    pub references: Vec<Reference>,
    /// Where it comes from and how it can be made again.
    pub colophon: RichText,
}

/// A part of a document with its heading.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// A word for links, unique in the document.
    pub id: &'static str,
    /// Its heading.
    pub title: String,
    /// What it holds; never empty.
    pub blocks: Vec<Block>,
}

/// A block of a section.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A heading within the section, of what follows it.
    Heading(String),
    /// A paragraph.
    Paragraph(RichText),
    /// A list without an order.
    List(Vec<RichText>),
    /// A table.
    Table(DocumentTable),
    /// A remark in smaller letters: what is left out, or how to read what stands above.
    Remark(RichText),
}

/// A table with a header.
#[derive(Debug, Clone, PartialEq)]
pub struct DocumentTable {
    /// What it lists, for whoever doesn't see it.
    pub caption: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, each with a cell for each column.
    pub rows: Vec<Row>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its heading.
    pub name: String,
    /// Its share of the width, beside those of the others.
    pub share: u32,
}

/// The cells of a row; the first one names it.
pub type Row = Vec<RichText>;

/// A picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// The picture, as SVG.
    pub svg: String,
    /// Its width and height in CSS pixels.
    pub size: (f64, f64),
    /// The empty space at its sides.
    pub margin: f64,
    /// What it shows, in words.
    pub description: String,
    /// What stands below it.
    pub caption: String,
}

/// A source as the references list it, or several of one series.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// The reference without its address, ended by a stop.
    pub text: RichText,
    /// Where it is found: of one source at most one place, of a series one for each document.
    pub links: Vec<WebLink>,
}

/// Where a document is found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WebLink {
    /// The document, where the reference doesn't name it.
    pub title: Option<String>,
    /// Its address.
    pub url: String,
}

/// A text in runs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RichText(pub Vec<Run>);

/// A run of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Run {
    /// As it stands.
    Plain(String),
    /// What the eye should find.
    Strong(String),
    /// A title of a work, or a word of another language.
    Emphasis(String),
    /// A word on how sure something is: "sources differ", "possibly".
    Mark(String),
    /// Numbers of references.
    Notes(Vec<usize>),
}

impl RichText {
    /// A text of one plain run.
    pub fn plain(text: impl Into<String>) -> Self {
        Self::default().say(text)
    }

    /// A text of one strong run.
    pub fn strong(text: impl Into<String>) -> Self {
        Self(vec![Run::Strong(text.into())])
    }

    /// The text, and this after it.
    #[must_use]
    pub fn say(mut self, text: impl Into<String>) -> Self {
        let text = text.into();
        match self.0.last_mut() {
            _ if text.is_empty() => {}
            Some(Run::Plain(last)) => *last += &text,
            _ => self.0.push(Run::Plain(text)),
        }
        self
    }

    /// The text, and this run after it.
    #[must_use]
    pub fn with(mut self, run: Run) -> Self {
        let empty = matches!(&run, Run::Notes(notes) if notes.is_empty());
        if !empty {
            self.0.push(run);
        }
        self
    }

    /// The text, and another after it.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        for run in other.0 {
            self = match run {
                Run::Plain(text) => self.say(text),
                run => self.with(run),
            };
        }
        self
    }

    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The words alone, without notes.
    pub fn words(&self) -> String {
        let words = self.0.iter().map(|run| match run {
            Run::Plain(text) | Run::Strong(text) | Run::Emphasis(text) => text.clone(),
            Run::Mark(text) => format!("({text})"),
            Run::Notes(_) => String::new(),
        });
        words.collect()
    }
}

/// Texts in a row with something between them.
pub(crate) fn joined(texts: Vec<RichText>, between: &str) -> RichText {
    let mut all = RichText::default();
    for (n, text) in texts.into_iter().enumerate() {
        all = if n == 0 { text } else { all.say(between).and(text) };
    }
    all
}
