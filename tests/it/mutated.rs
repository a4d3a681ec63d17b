//! Whatever is done to the text of a data set, loading it, telling its problems and asking it questions ends well.

use chancery::diag::{RenderFormat, render};
use chancery::export::v2;
use chancery::form::Pick;
use chancery::load::{self, SourceFile};
use chancery::model::{AsOf, Base, Closed, Day};
use chancery::query::{self, Acts, RecordKind};
use proptest::prelude::*;

use super::schema::check;

/// One file of each kind. In the texts `'` stands for `"`.
const FILES: &[(&str, &str)] = &[
    ("dataset.ron", "Dataset(name: 'Miniature', version: '1', format: 2, license: 'CC-BY-4.0')"),
    (
        "countries/a.ron",
        "Country(id: 'a', name: 'Alba', class: Sovereign, names: [(name: 'Álba', kind: Former, until: '1991')],\n    \
         codes: [(scheme: Iso2, code: 'AL')], existence: [(from: '1991-10-18', until: 'ongoing', sources: ['s'], or: [(from: '1991-12-26', sources: ['t'])], contest: 'rules')])",
    ),
    (
        "countries/b.ron",
        "Country(id: 'b', name: 'Brig', class: Historical, succeeds: [(country: 'a', how: Separation, on: '1991', sources: ['s'])])",
    ),
    ("organizations/c.ron", "Organization(id: 'c', name: 'Council', kind: Body, of: 'a')"),
    (
        "memberships/c.ron",
        "Memberships(of: 'c', sources: ['s'], members: [(member: 'a', from: '1992-03-02'), (member: 'b', as: Observer, from: '1992', until: '1999')])",
    ),
    (
        "recognitions/a.ron",
        "Recognitions(\n    of: 'a',\n    acts: [\n        // A contest.\n        (by: 'b', on: '1991-12-12', sources: [(id: 's', quote: 'on the 12th', at: 'p. 1')], or: [(on: '1991-12-13', sources: ['t'], rank: Preferred, reason: 'nearer')], contest: 'unknown'),\n        \
         (by: 'b', act: Withdrawn, on: '1995~', sources: ['s']),\n    ],\n)",
    ),
    (
        "relations/a.ron",
        "Relations(of: 'a', sources: ['s'], pairs: [(with: 'b', acts: [(act: Established, on: '1992-06'), (act: MissionOpened, by: 'b', level: Embassy, at: 'Baku', on: '1993-03-12'), (act: Severed, on: '[1994,1996]')])])",
    ),
    (
        "treaties/t.ron",
        "Treaty(id: 'tr', title: 'Treaty', parties: ['a', 'b'], lag: 30, sources: ['s'], acts: [(act: Signed, on: '1993'), (act: Ratified, by: 'a', on: '1993-05-01'), (act: EnteredIntoForce, on: '1994'), (act: Denounced, by: 'b', on: '1999')])",
    ),
    (
        "resolutions/r.ron",
        "Resolutions([(id: 'r', by: 'c', title: 'Resolution', on: '2008-03-14', does: [(act: Condemns, what: 'e', words: 'strongly')], about: ['d'], vote: Recorded, tally: (favour: 2, against: 1), sources: ['s'], roll_call: (sources: ['t'], favour: ['a']), votes: [(by: 'b', vote: Against, sources: ['s'], or: [(vote: Absent, sources: ['t'])], contest: 'lists')])])",
    ),
    (
        "disputes/d.ron",
        "Dispute(id: 'd', name: 'Dispute', claimants: ['a'], positions: [(by: 'b', backs: 'a', from: '../2005', sources: ['s'])])",
    ),
    ("events/e.ron", "Events([(id: 'e', name: 'Event', on: '1992-02-26', dispute: 'd', sources: ['s'])])"),
    (
        "claims/k.ron",
        "Claims([(id: 'k', text: 'B was first.', asserts: Nth(nth: 1, by: 'b', of: 'a'), sources: ['s'])])",
    ),
    (
        "sources/s.ron",
        "Sources([(id: 's', title: 'S', publisher: 'P', date: '2022-05-31', grade: Primary, kind: News), (id: 't', title: 'T', publisher: 'P', grade: Tertiary, kind: Website, copy_of: 's')])",
    ),
    ("gaps/g.ron", "Gaps([(about: ['a'], what: 'a document', looked_in: 'a library')])"),
    ("exceptions/x.ron", "Exceptions([(code: 'C401', on: 'recognition/a/b', reason: 'so it is')])"),
    ("retired/z.ron", "Retired([(id: 'alba', now: 'a', reason: 'renamed')])"),
];

/// What is put into a text: brackets, quotes, words of the format, odd characters.
const SCRAPS: &[&str] = &[
    "",
    "(",
    ")",
    "[",
    "]",
    "\"",
    ",",
    ":",
    "/",
    "*/",
    "/*",
    "//",
    "\\",
    "\n",
    "\0",
    "é",
    "𝒳",
    "\u{202e}",
    "a",
    "b",
    "s",
    "0",
    "-",
    "9999999999999999999999",
    "-5",
    "1991-02-30",
    "../..",
    "199X",
    "None",
    "Some(",
    "id: \"a\"",
    "on: \"1991\",",
    "or: [()]",
    "sources: []",
    "Recognitions(",
    "#![enable(unwrap_newtypes)]",
    "r#\"",
    "'",
];

/// A change of one file: which one, where (in parts of its length), how much goes, what comes.
type Edit = (prop::sample::Index, prop::sample::Index, usize, &'static str);

fn edit() -> impl Strategy<Value = Edit> {
    (any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0..12usize, prop::sample::select(SCRAPS))
}

fn files(edits: &[Edit]) -> Vec<SourceFile> {
    let mut texts: Vec<(&str, String)> = FILES.iter().map(|(path, text)| (*path, text.replace('\'', "\""))).collect();
    for (file, at, gone, scrap) in edits {
        let index = file.index(texts.len());
        let text = &mut texts[index].1;
        let mut from = at.index(text.len() + 1);
        let mut to = (from + gone).min(text.len());
        while !text.is_char_boundary(from) {
            from -= 1;
        }
        while !text.is_char_boundary(to) {
            to += 1;
        }
        text.replace_range(from..to, scrap);
    }
    texts
        .into_iter()
        .map(|(path, text)| SourceFile { path: path.into(), root: String::new(), text: text.into() })
        .collect()
}

/// Asks every question of everything: a base is sound, whatever was left out of it, and its documents keep to their
/// shapes.
fn ask_everything(base: &Base) {
    let today = Day::parse("2026-11-23").expect("a day");
    check("chancery.v2/stats", &v2::stats(base, &query::stats(base, today)));
    for kind in RecordKind::ALL {
        check("chancery.v2/list", &v2::list(base, *kind, &query::list(base, *kind)));
    }
    let actors: Vec<_> = base.actor_handles().collect();
    for &actor in &actors {
        let whole = query::RecognitionsRequest::of(actor, today);
        let picks = [Pick::All, Pick::Nth(1), Pick::Last].map(|pick| whole.clone().pick(pick));
        let acts = [Acts::Withheld, Acts::Withdrawn].map(|acts| whole.clone().acts(acts));
        for request in picks.into_iter().chain(acts) {
            check("chancery.v2/recognitions", &v2::recognitions(base, &query::recognitions(base, &request)));
        }
        let request = query::TreatiesRequest::of([actor], today);
        check("chancery.v2/treaties", &v2::treaties(base, &query::treaties(base, &request)));
        for &other in &actors {
            if let Some(request) = query::RelationsRequest::between(actor, other, today) {
                check("chancery.v2/relations", &v2::relations(base, &query::relations(base, &request)));
            }
        }
    }
    check(
        "chancery.v2/resolutions",
        &v2::resolutions(base, &query::resolutions(base, &query::ResolutionsRequest::default())),
    );
    let request = query::PositionsRequest::all().on(AsOf::of(today, today));
    check("chancery.v2/positions", &v2::positions(base, &query::positions(base, &request)));
}

#[test]
fn untouched_it_has_no_problem() {
    let loaded = load::load(files(&[]), Vec::new());
    assert!(loaded.diagnostics.is_empty(), "{:#?}", loaded.diagnostics);
    ask_everything(&loaded.base);
}

proptest! {
    #[test]
    fn a_spoilt_data_set_is_told_and_answers(edits in prop::collection::vec(edit(), 1..4)) {
        let loaded = load::load(files(&edits), Vec::new());
        let located = loaded.locate(&loaded.diagnostics);
        prop_assert_eq!(located.len(), loaded.diagnostics.len());
        for format in [RenderFormat::Text, RenderFormat::Github] {
            render(&located, format);
        }
        check("chancery.v2/diagnostics", &v2::diagnostics(&located));
        ask_everything(&loaded.base);
    }

    /// One edit or none: what is wrong in one file doesn't take away the others.
    #[test]
    fn a_spoilt_file_leaves_the_others(edit in edit()) {
        let spoilt = edit.0.index(FILES.len());
        let loaded = load::load(files(&[edit]), Vec::new());
        for (index, id) in [(1, "a"), (2, "b"), (7, "tr"), (9, "d")] {
            // The country `a` is what others are about.
            if index != spoilt && spoilt != 1 {
                prop_assert!(loaded.base.find(id).is_some(), "{} is gone", id);
            }
        }
    }
}
