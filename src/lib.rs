//! Chancery: a knowledge base of diplomatic relations over time.
//!
//! It holds dated statements (recognitions, relations and missions, treaty actions, memberships, resolutions with
//! votes, positions in disputes) as sources give them: with imprecise dates, with contests between sources, with
//! claims such as "the second to recognize". Its answers carry the doubt: a place in an order is an interval, a state
//! on a day has a certain and a possible band, and everything leads back to who says so.
//!
//! # From a folder to an answer
//!
//! ```
//! use chancery::form::Pick;
//! use chancery::model::{Base, Day};
//! use chancery::query::{RecognitionsRequest, recognitions};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let loaded = Base::folder("../tests/fixtures/world")?;
//! let (base, today) = (&loaded.base, Day::parse("2026-11-23")?);
//! let karvelia = base.actor("Karvelia", today)?;
//! let second = recognitions(base, &RecognitionsRequest::of(karvelia, today).pick(Pick::Nth(2)));
//! let names: Vec<&str> = second.shown().map(|act| &*base[act.by].name).collect();
//! assert_eq!(names, ["Rovinia"], "second, as far as days are known");
//! assert!(second.possible().count() > 0, "dates are imprecise, and others can be second");
//! # Ok(())
//! # }
//! ```
//!
//! # From text to an answer
//!
//! ```
//! use chancery::load::{self, SourceFile};
//! use chancery::model::Day;
//! use chancery::query::{RecognitionsRequest, recognitions};
//!
//! // A world of three countries: two recognize the third, and sources differ on one date.
//! let files = [
//!     ("dataset.ron", r#"Dataset(name: "A small world", version: "1", format: 2)"#),
//!     ("countries/azerbaijan.ron", r#"Country(id: "azerbaijan", name: "Azerbaijan", class: Sovereign)"#),
//!     ("countries/pakistan.ron", r#"Country(id: "pakistan", name: "Pakistan", class: Sovereign)"#),
//!     ("countries/romania.ron", r#"Country(id: "romania", name: "Romania", class: Sovereign)"#),
//!     ("sources/press.ron", r#"Sources([
//!         (id: "a", title: "One article", publisher: "A daily", grade: Secondary, kind: News),
//!         (id: "b", title: "Another", publisher: "A weekly", grade: Secondary, kind: News),
//!     ])"#),
//!     ("recognitions/azerbaijan.ron", r#"Recognitions(
//!         of: "azerbaijan",
//!         acts: [
//!             (by: "pakistan", on: "1991-12-12", sources: ["a"], or: [(on: "1991-12-10", sources: ["b"])]),
//!             (by: "romania", on: "1991-12-11", sources: ["a"]),
//!         ],
//!     )"#),
//! ];
//! let files = files.map(|(path, text)| SourceFile::new(path, text));
//! let loaded = load::load(files.into(), Vec::new());
//! assert!(loaded.diagnostics.is_empty());
//!
//! let base = &loaded.base;
//! let azerbaijan = base.find_actor("azerbaijan").expect("it is there");
//! let answer = recognitions(base, &RecognitionsRequest::of(azerbaijan, Day::parse("2026-11-23")?));
//! let places: Vec<String> = answer
//!     .acts
//!     .iter()
//!     .map(|act| (act, act.place.expect("both are dated")))
//!     .map(|(act, place)| format!("{}: {} to {}", base[act.by].name, place.least, place.most))
//!     .collect();
//! assert_eq!(places, ["Pakistan: 1 to 2", "Romania: 1 to 2"]);
//! # Ok::<(), chancery::model::DayError>(())
//! ```
//!
//! # The rooms
//!
//! Each imports only rooms that stand before it, and a test holds that (`tests/it/tidy.rs`).
//!
//! - [`model`]: what the base is made of: dates with doubt, statements, attestations, the resolved [`model::Base`];
//! - [`diag`]: what is wrong in the data, where, and what to do about it;
//! - [`load`]: from RON text to a base, with every problem on the way;
//! - [`graph`]: statements as edges, by named projections: paths, components, reciprocity;
//! - [`form`]: a question as a value: what happens or holds, with holes, at a time;
//! - [`query`]: a plain request in, a plain answer out;
//! - [`check`]: the judgement of a base: what contradicts itself, what is doubtful, what is untidy;
//! - [`mod@chart`]: from statements to a plan of marks and labels, from a plan to an SVG (feature `chart`);
//! - [`ask`]: questions in words: a grammar, names, and an answer in a sentence;
//! - [`mod@report`]: answers as documents: briefs, calendars, references (feature `report`);
//! - [`export`]: answers as published JSON and as tables;
//! - `cli`: the command line (feature `cli`, which only the program asks for).
//!
//! But for `cli`, nothing here prints, reads the environment or asks the time: today is part of a request.

pub mod ask;
#[cfg(feature = "chart")]
pub mod chart;
pub mod check;
#[cfg(feature = "cli")]
pub mod cli;
pub mod diag;
pub mod export;
pub mod form;
pub mod graph;
pub mod load;
pub mod model;
pub mod query;
#[cfg(feature = "report")]
pub mod report;
