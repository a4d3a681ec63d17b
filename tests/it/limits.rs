//! What is cut, at its limit and one beyond, as a reader sees it: in a world in which so many recognize one country.

use chancery::chart::{self, Options};
use chancery::load::Loaded;

use crate::bases::{actor, spoilt_world, today};
use crate::program::{Ended, run_with};

/// A country X that so many recognized, a day each.
fn recognized_by(number: usize) -> Loaded {
    let ids: Vec<String> = (0..number).map(|n| format!("by{n:02}")).collect();
    let act = |(n, by): (usize, &String)| format!("(by: '{by}', on: '1992-01-{:02}', sources: ['s'])", n + 1);
    let acts: Vec<String> = ids.iter().enumerate().map(act).collect();
    let file = format!("Recognitions(of: 'x', acts: [{}])", acts.join(", "));
    spoilt_world(&format!("x {}", ids.join(" ")), &[("recognitions/x.ron", &file)])
}

/// What a verb answers in that world when it is asked who did.
fn run(number: usize, verb: &str) -> Ended {
    let args = ["--today", "2026-11-23", verb, "who recognized X?"];
    run_with(Box::leak(Box::new(recognized_by(number))), &args)
}

#[test]
fn evidence_lays_out_twelve_statements_and_says_so() {
    let ended = |number| run(number, "evidence");
    let laid_out = |ended: &Ended| ended.out.matches("recognition/x/").count();
    let (all, cut) = (ended(12), ended(13));
    assert_eq!((laid_out(&all), &*all.err), (12, ""), "{}", all.out);
    assert_eq!(
        (laid_out(&cut), &*cut.err),
        (12, "chancery: the answer rests on 13 statements; the first 12 are laid out\n")
    );
}

#[test]
fn an_answer_names_twelve_and_cites_three() {
    let out = |number| run(number, "ask").out;
    for (number, named, more) in [(12, 12, ""), (13, 13, ""), (14, 12, " and 2 more")] {
        let out = out(number);
        let sentence = out.lines().next().unwrap_or_default();
        assert_eq!(sentence.matches("BY").count(), named, "{sentence}");
        assert!(sentence.contains(more) && (more.is_empty() != sentence.contains("more")), "{sentence}");
    }
    for (number, cited) in [(3, "\nsources:\n"), (4, "\nsources of these 4 statements: P (4)\n")] {
        assert!(out(number).contains(cited), "{}", out(number));
    }
}

#[test]
fn a_second_axis_stands_below_more_than_twenty_rows() {
    let below = |number| {
        let base = recognized_by(number).base;
        let plan = chart::recognitions(&base, actor(&base, "x"), &Options::new(today()));
        let field = &plan.fields[0];
        field.labels.iter().any(|label| label.y > field.frame.bottom)
    };
    assert_eq!([below(20), below(21)], [false, true]);
}
