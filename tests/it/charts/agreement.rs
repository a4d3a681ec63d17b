//! Agreement in votes.

use chancery::chart::plan::Plan;
use chancery::chart::{self, Options, Tabular, Theme};
use chancery::model::{ActorIx, Base, Closed, members_on};
use chancery::query::{
    Accord, AgreementAnswer, AgreementRequest, AgreementsAnswer, AgreementsRequest, ResolutionsRequest, agreement,
    agreements,
};

use super::built::{codes, everybody};
use super::{actor, check, day, miniature, options, says, sound, voting_world, well_formed};

fn of_several(base: &Base, actors: Vec<ActorIx>, on: ResolutionsRequest) -> AgreementsAnswer {
    agreements(base, &AgreementsRequest { actors, on })
}

fn of_two(base: &Base, one: &str, other: &str, on: ResolutionsRequest) -> AgreementAnswer {
    agreement(base, &AgreementRequest { actors: [actor(base, one), actor(base, other)], on })
}

fn all() -> ResolutionsRequest {
    ResolutionsRequest::default()
}

/// What is written in the cell of two, by their ids.
fn written(plan: &Plan, one: &str, other: &str) -> Option<String> {
    let id = format!("{one}/{other}");
    let item = plan.items.iter().find(|item| item.statement == id).unwrap_or_else(|| panic!("no cell {id}"));
    item.labels.first().map(|label| label.text.clone())
}

#[test]
fn agreement_in_the_miniature_world() {
    let base = voting_world();
    let actors = ["norland", "sudara", "westria", "meridia", "estmark", "tirana-nova"].map(|id| actor(&base, id));
    let (plan, table) = chart::agreement(&base, &of_several(&base, actors.into(), all()), &options());
    check(&plan, "agreement-six");
    sound(&plan, &table);
    // Six on six without the diagonal, and each two once.
    assert_eq!((plan.items.len(), table.rows.len()), (30, 15));
    // Alike once, apart once, opposed once; on few roll calls, so in brackets.
    assert_eq!(written(&plan, "norland", "sudara").as_deref(), Some("(33)"));
    assert_eq!(written(&plan, "sudara", "norland").as_deref(), Some("(33)"));
    // The vote of Meridia on the first is open, and isn't counted.
    assert_eq!(written(&plan, "norland", "meridia").as_deref(), Some("(100)"));
    assert!(says(&plan, "In 1 roll call sources differ on a vote"));
    let row = table
        .rows
        .iter()
        .find(|row| row[..2].contains(&"norland".to_owned()) && row[..2].contains(&"meridia".to_owned()));
    assert_eq!(row.expect("a row")[2..], ["100", "2", "2", "0", "0", "1", "0"]);
    // Who never voted is no low agreement.
    assert_eq!(written(&plan, "norland", "tirana-nova"), None);
    let never = plan.items.iter().find(|item| item.statement == "norland/tirana-nova").expect("a cell");
    assert_eq!(never.class, "statement cell incomparable");

    // Nobody voted: nothing to compare, and the figure says so.
    let (plan, table) = chart::agreement(
        &base,
        &of_several(&base, ["tirana-nova", "zhongshan", "ostrova"].map(|id| actor(&base, id)).into(), all()),
        &options(),
    );
    check(&plan, "agreement-none");
    assert!(says(&plan, "No roll call is recorded") && table.rows.iter().all(|row| row[2].is_empty()));
}

#[test]
fn two_of_the_miniature_world() {
    let base = voting_world();
    let draw = |one: &str, other: &str, name: &str| -> (Plan, Tabular) {
        let (plan, table) = chart::agreement_of_two(&base, &of_two(&base, one, other, all()), &options());
        check(&plan, name);
        sound(&plan, &table);
        (plan, table)
    };
    let (plan, table) = draw("norland", "sudara", "agreement-of-two");
    assert_eq!(table.rows.iter().map(|row| &*row[4]).collect::<Vec<_>>(), ["same", "opposed", "apart"]);
    for words in
        ["1 alike", "1 with one abstaining", "1 against each other", "In 1 more only the vote of Norland is recorded."]
    {
        assert!(says(&plan, words), "{words}");
    }
    let (plan, _) = draw("meridia", "estmark", "agreement-of-two-open");
    assert!(says(&plan, "1 open") && says(&plan, "Sources differ on the vote of Meridia on 1 May 2006"));
    let (plan, table) = draw("norland", "tirana-nova", "agreement-of-two-none");
    assert!(plan.items.is_empty() && table.rows.is_empty());
    assert!(says(&plan, "No roll call is recorded in which both voted."));
}

#[test]
fn the_numbers_are_those_of_the_query_for_two() {
    let base = miniature();
    let on = day("2016-01-01");
    for group in ["northern-pact", "island-states", "northern-states"] {
        let actors = members_on(base, actor(base, group), on);
        let by = all().by(base.find_actor("un-general-assembly"));
        for (on, width) in [(all(), 480.0), (all(), 820.0), (by, 1600.0)] {
            let options = Options { width, ..options() };
            let (plan, table) = chart::agreement(base, &of_several(base, actors.clone(), on.clone()), &options);
            assert_eq!(plan.collisions(), Vec::<String>::new(), "{group} at width {width}");
            well_formed(&chart::draw(&plan, Theme::Print), &plan);
            sound(&plan, &table);
            assert_eq!(table.rows.len(), actors.len() * (actors.len() - 1) / 2);
            for row in &table.rows {
                let answer = of_two(base, &row[0], &row[1], on.clone());
                let counts = [Accord::Same, Accord::Apart, Accord::Opposed, Accord::Open, Accord::Absent];
                assert_eq!(row[4..], counts.map(|accord| answer.count(accord).to_string()), "{row:?}");
                let compared: usize = counts[..3].iter().map(|&accord| answer.count(accord)).sum();
                assert_eq!(row[3], compared.to_string());
                let share = |text: String| text.trim_matches(['(', ')']).to_owned();
                for text in [written(&plan, &row[0], &row[1]), written(&plan, &row[1], &row[0])] {
                    assert_eq!(text.map_or(String::new(), share), row[2], "{row:?}");
                }
            }
        }
    }
}

#[test]
fn all_members_of_the_united_nations() {
    let base = everybody();
    let members = members_on(&base, actor(&base, "united-nations"), day("2020-01-01"));
    assert_eq!(members.len(), codes().len());
    let answer = of_several(&base, members.clone(), all());
    for width in [480.0, 820.0] {
        let (plan, _) = chart::agreement(&base, &answer, &Options { width, ..options() });
        assert_eq!(plan.collisions(), Vec::<String>::new(), "at width {width}");
        assert!(plan.left_out > 0 && says(&plan, &format!("{} more have no room", plan.left_out)));
        let numbers = plan.items.iter().any(|item| !item.labels.is_empty());
        assert_eq!(says(&plan, "Too narrow for numbers"), !numbers, "at width {width}");
    }
    // A hundred in brackets has no room in the least cells: shades alone, and the figure says so.
    let many = members.into_iter().take(54).collect();
    let (plan, _) = chart::agreement(&base, &of_several(&base, many, all()), &options());
    assert!(says(&plan, "Too narrow for numbers") && !says(&plan, "in brackets"));
    assert!(plan.items.iter().all(|item| item.labels.is_empty()));
}

#[test]
fn two_who_voted_alike_and_apart() {
    let base = miniature();
    for (one, other) in
        [("indria", "pashtar"), ("armoria", "karvelia"), ("galvania", "united-provinces"), ("abzania", "westria")]
    {
        let answer = of_two(base, one, other, all());
        for width in [480.0, 820.0, 1600.0] {
            let (plan, table) = chart::agreement_of_two(base, &answer, &Options { width, ..options() });
            assert_eq!(plan.collisions(), Vec::<String>::new(), "{one} and {other} at width {width}");
            sound(&plan, &table);
            assert_eq!(table.rows.len(), answer.ballots.len());
            let rows = plan.items.iter().filter(|item| item.class.starts_with("statement ballot")).count();
            assert_eq!(rows + plan.left_out, answer.ballots.len());
            assert_eq!(plan.left_out > 0, says(&plan, "have no room here"));
            // What is left out first is what says least: whoever differs is shown.
            let differing = answer.differing().count();
            let opposed = Accord::ALL.iter().filter(|accord| !matches!(accord, Accord::Same | Accord::Absent));
            let drawn: usize = opposed
                .map(|accord| {
                    plan.items.iter().filter(|item| item.class == format!("statement ballot {accord}")).count()
                })
                .sum();
            assert_eq!(drawn, differing.min(rows), "{one} and {other}");
        }
    }
}
