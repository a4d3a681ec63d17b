//! Roll calls.

use chancery::chart::plan::Plan;
use chancery::chart::{self, Layout, Options, Theme};
use chancery::model::{Band, Base, Choice, Closed};
use chancery::query::{ResolutionsAnswer, ResolutionsRequest, is_of_choice, resolutions};

use super::built::{GREAT, everybody};
use super::{check, miniature, options, resolution, says, sound, voting_world, well_formed};

/// How many votes of a choice a plan shows.
fn shown(plan: &Plan, choice: Choice) -> usize {
    let class = format!("statement vote {choice}");
    plan.items.iter().filter(|item| item.class.starts_with(&class)).count()
}

#[test]
fn roll_calls_of_the_miniature_world() {
    let base = voting_world();
    let draw = |id: &str, layout: Layout, name: &str| {
        let (plan, table) = chart::votes(&base, resolution(&base, id), layout, &options());
        check(&plan, name);
        sound(&plan, &table);
        (plan, table)
    };
    let (plan, table) = draw("a-1", Layout::Names, "votes-all");
    assert_eq!(Choice::ALL.iter().map(|&choice| shown(&plan, choice)).collect::<Vec<_>>(), [5, 2, 2, 1]);
    let doubtful: Vec<_> = plan.items.iter().filter(|item| item.class.ends_with(" contested")).collect();
    assert_eq!(doubtful.len(), 1);
    assert_eq!(doubtful[0].title, "Meridia: in favour; sources differ: in favour or abstaining");
    assert!(says(
        &plan,
        "Sources differ on the vote of Meridia: in favour by Government of Norland; abstaining by The Herald"
    ));
    assert!(says(&plan, "Counted 4–2–3 (in favour, against, abstaining) by The Herald; the names here are 5–2–2."));
    assert!(!says(&plan, "Counted 5–2–2"), "only counts that differ are told");
    let open = table.rows.iter().find(|row| row[0] == "meridia").expect("a row");
    assert_eq!(open[2..4], ["favour", "favour abstaining"]);

    // Seven are counted whom nobody names.
    let (plan, _) = draw("a-2", Layout::Names, "votes-few-named");
    assert!(says(&plan, "7 in favour, not named") && says(&plan, "2 abstaining"));
    assert!(says(
        &plan,
        "Counted 7–0–2 (in favour, against, abstaining) by Government of Norland; the names here are 0–0–2."
    ));
    assert_eq!(shown(&plan, Choice::Favour), 0);

    // Nothing is recorded: the figure says so.
    let (plan, table) = draw("a-3", Layout::Names, "votes-none");
    assert!(plan.items.is_empty() && table.rows.is_empty());
    assert!(says(&plan, "No roll call is recorded"));

    // In a world without codes nobody has a tile: all are named below.
    let (plan, _) = draw("a-1", Layout::Map, "votes-map-without-tiles");
    assert!(says(&plan, "Without a tile, in favour (5): Corvia, Meridia, Norland, Sudara, "));
}

#[test]
fn every_name_of_a_large_roll_call_can_be_read() {
    let base = everybody();
    let of = resolution(&base, "great");
    let votes = ResolutionsAnswer::roll_call(&base, of);
    assert_eq!(votes.len(), GREAT.iter().sum::<usize>() + 1);
    for width in [480.0, 820.0, 1600.0] {
        let options = Options { width, ..options() };
        let (plan, table) = chart::votes(&base, of, Layout::Names, &options);
        assert_eq!(plan.collisions(), Vec::<String>::new(), "at width {width}");
        sound(&plan, &table);
        assert_eq!((table.rows.len(), plan.left_out), (votes.len(), 0));
        for &(choice, by, statement) in &votes {
            let item = plan.items.iter().find(|item| item.statement == *base[statement].id).expect("an item");
            assert!(item.class.starts_with(&format!("statement vote {choice}")), "{}", item.class);
            let written: Vec<&str> = item.labels.iter().map(|label| &*label.text).collect();
            let name = written.join(" ");
            let known = base[by].names.iter().map(|name| &*name.text).chain([&*base[by].name]).any(|text| text == name);
            assert!(known, "{name} is no name of {}", base[by].name);
            assert!(item.labels.iter().all(|label| label.size >= 11.0));
        }
        for &choice in Choice::ALL {
            let count = votes.iter().filter(|(cast, ..)| *cast == choice).count();
            assert_eq!(shown(&plan, choice), count, "{choice}");
            // Those on whom sources differ are counted apart, under each choice that a source gives.
            let number = |band: Band| votes.iter().filter(|vote| is_of_choice(&base, vote.2, choice) == band).count();
            let (sure, open) = (number(Band::Certain), number(Band::Possible));
            let more = if open > 0 { format!(", possibly {open} more") } else { String::new() };
            let word = if choice == Choice::Favour { "in favour" } else { choice.name() };
            assert!(count == 0 || says(&plan, &format!("{sure}{more} {word}")), "{choice}");
        }
        assert!(
            plan.items.iter().any(
                |item| item.title.starts_with("Saint Nobody and the Isles 0: ") && item.class.contains("contested")
            )
        );
    }
}

/// Every roll call of a base at the least and the usual width, and large ones as maps, too. Returns how many have names.
pub(crate) fn all_roll_calls(base: &Base) -> usize {
    let mut with_names = 0;
    for of in resolutions(base, &ResolutionsRequest::default()).resolutions {
        let votes = ResolutionsAnswer::roll_call(base, of).len();
        with_names += usize::from(votes > 0);
        let mut wanted = vec![(480.0, Layout::Names), (820.0, Layout::Names)];
        if votes > 150 {
            wanted.extend([(1600.0, Layout::Names), (480.0, Layout::Map), (820.0, Layout::Map)]);
        }
        for (width, layout) in wanted {
            let options = Options { width, ..options() };
            let (plan, table) = chart::votes(base, of, layout, &options);
            let id = &base[of].id;
            assert_eq!(plan.collisions(), Vec::<String>::new(), "{id} as {layout} at width {width}");
            assert_eq!(table.rows.len(), votes, "{id}");
            assert_eq!(says(&plan, "No roll call is recorded"), votes == 0, "{id}");
        }
    }
    with_names
}

#[test]
fn all_roll_calls_are_drawn() {
    assert_eq!(all_roll_calls(miniature()), 7);
    assert_eq!(all_roll_calls(&everybody()), 1);
}

#[test]
fn a_map_shows_each_vote_once() {
    let base = everybody();
    let of = resolution(&base, "great");
    let (plan, table) = chart::votes(&base, of, Layout::Map, &options());
    well_formed(&chart::draw(&plan, Theme::Print), &plan);
    // All who voted have a tile, and more who did not.
    for row in &table.rows {
        assert_eq!(plan.items.iter().filter(|item| item.statement == row[4]).count(), 1, "{row:?}");
    }
    assert!(plan.items.iter().any(|item| item.class == "statement tile unrecorded"));
    assert!(!says(&plan, "Without a tile"));
}
