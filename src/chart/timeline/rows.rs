//! Recognizers in the order of their places, with all their acts.

use std::collections::BTreeMap;

use super::{NamedBase, Options, name};
use crate::model::{ActorIx, Base, Day, Fact, Place, RecognitionAct, StatementIx};
use crate::query::{RecognitionsRequest, recognitions};

/// A recognizer with its acts, the deciding one first.
pub(crate) struct RecognizerRow {
    /// Who recognizes, or refuses to.
    pub(crate) by: ActorIx,
    /// What it did.
    pub(crate) acts: Vec<StatementIx>,
    /// Its place among those with a date.
    pub(crate) place: Option<Place>,
}

/// All recognizers of one actor.
pub(crate) struct Rows {
    /// Those whose recognition has a date, in the order of their places.
    pub(crate) dated: Vec<RecognizerRow>,
    /// Those of whom no recognition is recorded, but a refusal or a withdrawal.
    pub(crate) refusing: Vec<RecognizerRow>,
    /// Those whose recognition has no date.
    pub(crate) undated: Vec<RecognizerRow>,
    /// Every statement of these.
    pub(crate) statements: Vec<StatementIx>,
    /// How many lie outside of the days that are asked for.
    pub(crate) beyond: usize,
}

impl Rows {
    /// Everybody who recognized `of`, withheld recognition or took it back.
    pub(crate) fn of(base: &NamedBase<'_>, of: ActorIx, options: &Options) -> Self {
        let mut by_actor: BTreeMap<ActorIx, Vec<StatementIx>> = BTreeMap::new();
        for ix in base.recognitions_of(of).filter(|&ix| base[ix].stands()) {
            if let Fact::Recognition { by, .. } = base[ix].fact {
                by_actor.entry(by).or_default().push(ix);
            }
        }
        let mut rows = Self { dated: vec![], refusing: vec![], undated: vec![], statements: vec![], beyond: 0 };
        for (by, mut acts) in by_actor {
            acts.sort_by_key(|&ix| {
                let begins = &base[ix].begins;
                (act_of(base, ix) != Some(RecognitionAct::Recognized), begins.earliest, begins.latest, ix)
            });
            // What began without a bound before comes after what has a date among the same acts.
            let recognized = |ix: &StatementIx| act_of(base, *ix) == Some(RecognitionAct::Recognized);
            let dated = acts.iter().position(|ix| recognized(ix) && base[*ix].date().is_some());
            if let Some(first) = dated {
                acts[..=first].rotate_right(1);
            }
            let recognizes = acts.iter().any(recognized);
            let row = RecognizerRow { by, acts, place: None };
            match (dated, recognizes) {
                (Some(_), _) => rows.dated.push(row),
                (None, true) => rows.undated.push(row),
                (None, false) => rows.refusing.push(row),
            }
        }
        let answer = recognitions(base, &RecognitionsRequest::of(of, options.today));
        for row in &mut rows.dated {
            // The first act of an actor is the one with its place.
            let acts = answer.acts.iter().filter(|act| act.by == row.by);
            row.place = acts.filter_map(|act| act.place).min();
        }
        let before = rows.dated.len();
        rows.dated.retain(|row| {
            let (earliest, latest) = span(base, row);
            options.from.is_none_or(|from| latest >= from) && options.to.is_none_or(|to| earliest <= to)
        });
        rows.beyond = before - rows.dated.len();
        rows.dated.sort_by(|a, b| {
            let key = |row: &RecognizerRow| (row.place.map(|p| (p.least, p.most)), span(base, row).0);
            key(a).cmp(&key(b)).then_with(|| name(base, a.by).cmp(name(base, b.by)))
        });
        for rows in [&mut rows.refusing, &mut rows.undated] {
            rows.sort_by(|a, b| name(base, a.by).cmp(name(base, b.by)));
        }
        let all = rows.dated.iter().chain(&rows.refusing).chain(&rows.undated);
        rows.statements = all.flat_map(|row| row.acts.iter().copied()).collect();
        rows
    }

    /// What can stand on a scale.
    pub(crate) fn on_scale(&self) -> impl Iterator<Item = StatementIx> {
        self.dated.iter().chain(&self.refusing).flat_map(|row| row.acts.iter().copied())
    }
}

/// When a recognizer can have recognized for the first time.
pub(crate) fn span(base: &Base, row: &RecognizerRow) -> (Day, Day) {
    let acts = row.acts.iter().filter(|&&ix| act_of(base, ix) == Some(RecognitionAct::Recognized));
    let dated: Vec<_> = acts.map(|&ix| &base[ix].begins).filter(|begins| begins.shown.is_some()).collect();
    let earliest = dated.iter().map(|begins| begins.earliest).min().unwrap_or(Day::PAST);
    (earliest, dated.iter().map(|begins| begins.latest).min().unwrap_or(Day::FUTURE))
}

/// What a statement of recognition does.
pub(crate) fn act_of(base: &Base, ix: StatementIx) -> Option<RecognitionAct> {
    match base[ix].fact {
        Fact::Recognition { act, .. } => Some(act),
        _ => None,
    }
}
