//! The same over the miniature world and over the data set, in which a sample is asked that is always the same.

use super::asked::Rooms;
use super::chance::Chance;
use super::told::Contradictions;
use super::{acts, belonging, found, places, recognizers, verdicts};
use crate::bases::{carried_miniature, dataset};

/// Holds what is told of a sample of each kind against the other rooms.
fn sample(rooms: &Rooms, seed: u64, [actors, others, statements]: [usize; 3]) -> Contradictions {
    let mut chance = Chance::of(seed);
    let mut told = Contradictions::default();
    let mut some = |kind: &str, number: usize| {
        let mut all = rooms.list(kind);
        chance.shuffle(&mut all);
        // A name that two bear can't be asked for by its id, either.
        let names = ["countries", "organizations"].contains(&kind);
        all.into_iter().filter(|id| !names || rooms.is_plain(id)).take(number).collect::<Vec<String>>()
    };
    let countries = rooms.list("countries");
    let days = ["1950-01-01", "1985-06-30", "1992-06-09", "2010-03-01", rooms.today];
    let day = |number: usize| days[number % days.len()];
    for (number, of) in some("countries", actors).iter().enumerate() {
        recognizers::check(rooms, of, day(number), &countries, &mut told);
        acts::recognitions(rooms, of, &mut told);
        places::check(rooms, of, &mut told);
    }
    let asked = some("countries", others * 4);
    for (number, of) in some("countries", others).iter().enumerate() {
        verdicts::recognition(rooms, of, day(number + 1), &asked, &mut told);
    }
    for resolution in some("resolutions", others) {
        acts::votes(rooms, &resolution, &countries, &mut told);
    }
    for body in some("bodies", others) {
        acts::resolutions(rooms, (&format!("--by {body}"), &format!("did {body} adopt")), &mut told);
    }
    let plain = |part: &str| rooms.loaded.base.find_actor(part).is_none() || rooms.is_plain(part);
    for statement in some("statements", statements) {
        if statement.split('/').all(plain) {
            found::check(rooms, &statement, &mut told);
        }
    }
    for (number, organization) in some("organizations", others).iter().enumerate() {
        belonging::counted(rooms, organization, day(number), &mut told);
    }
    told
}

#[test]
fn the_miniature_world_has_one_answer_in_every_room() {
    let rooms = Rooms { loaded: carried_miniature(), today: "2026-11-23" };
    let told = sample(&rooms, 1, [60, 8, 300]);
    assert!(told.new_ones().is_empty(), "{}", told.report());
}

#[test]
fn the_data_set_has_one_answer_in_every_room() {
    let rooms = Rooms { loaded: dataset(), today: "2026-11-23" };
    let told = sample(&rooms, 2, [3, 2, 12]);
    assert!(told.new_ones().is_empty(), "{}", told.report());
}
