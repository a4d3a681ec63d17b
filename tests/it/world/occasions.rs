//! Of several occasions of one happening, which leads.

use chancery::ask::Asker;

use super::{today, world};

/// The answer to a question about A and B, whose relations are these, in lines.
#[track_caller]
fn check(files: &[(&str, &str)], question: &str, expected: &[&str]) {
    let base = world("a b", files);
    let asked = Asker::new(&base, today()).ask(question).unwrap_or_else(|problem| panic!("{question}: {problem:?}"));
    let mut told = vec![asked.answer.sentence.as_str()];
    told.extend(asked.answer.points.iter().filter(|point| point.starts_with("Also")).map(String::as_str));
    assert_eq!(told, expected, "{question}");
}

#[track_caller]
fn check_relations(acts: &str, question: &str, expected: &[&str]) {
    let text = format!("Relations(of: 'a', sources: ['s'], pairs: [(with: 'b', acts: [{acts}])])");
    check(&[("relations/a.ron", &text)], question, expected);
}

const ESTABLISHED: &str = "When did A and B establish relations?";

#[test]
fn relations_that_hold_lead_and_others_follow_in_order() {
    let twice = "(act: Established, on: '1844-06-16', tag: 'one'), (act: Severed, on: '1949-10-01'), \
                 (act: Established, on: '1979-01-01', tag: 'two')";
    let expected = [
        "A and B established relations on 1 January 1979.",
        "Also recorded: on 16 June 1844 (and ended on 1 October 1949).",
    ];
    check_relations(twice, ESTABLISHED, &expected);
    // Whoever asks for evidence is told of the same occasion.
    let how = "How do we know that A and B established relations?";
    check_relations(twice, how, &["A and B established relations on 1 January 1979: 2 attestations, 2 citations."]);
    // What began anew while it held is no new beginning.
    check_relations(
        "(act: Established, on: '1990-01-01', tag: 'one'), (act: Established, on: '1995-01-01', tag: 'two')",
        ESTABLISHED,
        &["A and B established relations on 1 January 1990.", "Also recorded: on 1 January 1995."],
    );
    // Where none holds, the latest leads.
    check_relations(
        &format!("{twice}, (act: Severed, on: '1990-01-01', tag: 'three')"),
        ESTABLISHED,
        &[
            "A and B established relations on 1 January 1979.",
            "Also recorded: on 16 June 1844 (and ended on 1 October 1949).",
        ],
    );
}

#[test]
fn what_was_resumed_answers_where_nothing_established_holds() {
    check_relations(
        "(act: Severed, on: '2009-01'), (act: Resumed, on: '2019', tag: 'one'), (act: Severed, on: '2023-10-31', tag: 'two'), \
         (act: Resumed, on: '2025-12-09', tag: 'two')",
        ESTABLISHED,
        &["A and B resumed relations on 9 December 2025.", "Also recorded: in 2019 (and ended on 31 October 2023)."],
    );
    let resumed =
        "(act: Established, on: '1960-01-01'), (act: Severed, on: '1967-06-06'), (act: Resumed, on: '1974-02-28')";
    check_relations(
        resumed,
        ESTABLISHED,
        &[
            "A and B resumed relations on 28 February 1974.",
            "Also recorded: established on 1 January 1960 (and ended on 6 June 1967).",
        ],
    );
    // Whoever asks when they were resumed or severed is answered by that act.
    check_relations(resumed, "When did A and B resume relations?", &["A and B resumed relations on 28 February 1974."]);
    check_relations(
        "(act: Severed, on: '2009-01'), (act: Resumed, on: '2019'), (act: Severed, on: '2023-10-31', tag: 'two')",
        "When did A and B sever relations?",
        &["A and B severed relations on 31 October 2023.", "Also recorded: in January 2009."],
    );
}

#[test]
fn recognition_and_membership_that_hold_lead() {
    let acts = "(by: 'b', on: '1991'), (by: 'b', act: Withdrawn, on: '1995-05-05'), (by: 'b', on: '2001', tag: 'two')";
    let recognitions = format!("Recognitions(of: 'a', sources: ['s'], acts: [{acts}])");
    check(
        &[("recognitions/a.ron", &recognitions)],
        "When did B recognize A?",
        &["B recognized A in 2001.", "Also recorded: in 1991 (and ended on 5 May 1995)."],
    );
    let members = "(member: 'a', from: '1957', until: '1984-12-31'), (member: 'a', from: '1995-02', tag: 'again')";
    let memberships = format!("Memberships(of: 'o', sources: ['s'], members: [{members}])");
    check(
        &[
            ("organizations/o.ron", "Organization(id: 'o', name: 'Order', kind: Organization)"),
            ("memberships/o.ron", &memberships),
        ],
        "When did A join Order?",
        &["A joined Order in February 1995.", "Also recorded: in 1957 (and ended on 31 December 1984)."],
    );
}

#[test]
fn who_only_possibly_acted_only_possibly_went_over() {
    let base = world(
        "a b c",
        &[
            (
                "recognitions/b.ron",
                "Recognitions(of: 'b', sources: ['s'], acts: [(by: 'a', on: '1990-01-01'), (by: 'a', act: Withdrawn, on: '1995-01-01')])",
            ),
            (
                "recognitions/c.ron",
                "Recognitions(of: 'c', sources: ['s'], acts: [(by: 'a', on: '1995-01-02', or: [(says: Denies, sources: ['s'])], contest: 'who knows')])",
            ),
        ],
    );
    let answer = Asker::new(&base, today()).ask("who switched from b to c").expect("a question").answer;
    assert_eq!(answer.sentence, "0 actors went over from B to C: none.");
    assert!(answer.points[0].starts_with("Possibly also: A"), "{:?}", answer.points);
}
