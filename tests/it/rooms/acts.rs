//! What was ever done: acts of recognition, resolutions and votes, as lists, as counts and as pictures.

use super::asked::{Ids, Rooms, column, named, same};
use super::told::{Contradictions, Numbers};

/// Who ever recognized an actor.
pub(super) fn recognitions(rooms: &Rooms, of: &str, told: &mut Contradictions) {
    let line = format!("recognitions {of}");
    let document = rooms.json(&line);
    let acts = || document["acts"].as_array().into_iter().flatten();
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let who =
        |band: &str| -> Ids { acts().filter(|act| act["band"] == band).map(|act| text(&act["by"]["id"])).collect() };
    let (certain, possible) = (who("certain"), who("possible"));
    let implied = document["implied"].as_array().map_or(0, Vec::len);
    let only_possible = possible.difference(&certain).count();
    let expected = Numbers { certain: certain.len(), presumed: 0, possible: only_possible, implied };
    let many = rooms.ask(&format!("how many countries recognized {of}"));
    let there = format!("{}\n    {}", many.line, many.text());
    let number = |band: &str| acts().filter(|act| act["band"] == band).count();
    let of_acts = Numbers { certain: number("certain"), possible: number("possible"), ..expected };
    // Who did it twice is two "actors" there.
    let check = if many.numbers() == of_acts { "acts: count takes acts for actors" } else { "acts: count in words" };
    same(told, check, (&line, expected), (&there, many.numbers()));
    let statements: Ids = acts().map(|act| text(&act["statement"])).collect();
    let rows = rooms.csv(&line);
    same(
        told,
        "acts: table",
        (&line, statements.clone()),
        (&format!("{line} --format csv"), column(&rows, "statement", |_| true)),
    );
    let (_, words) = rooms.run(&line);
    let heading = words.lines().next().and_then(|heading| heading.rsplit(": ").next()?.split(' ').next()?.parse().ok());
    same(told, "acts: heading", (&line, Some(statements.len())), (&format!("{line} (words)"), heading));
    let timeline = format!("timeline --recognitions {of}");
    let drawn = column(&rooms.csv(&timeline), "statement", |_| true);
    let lacking: Ids = statements.difference(&drawn).cloned().collect();
    same(told, "acts: timeline", (&line, Ids::new()), (&format!("lacking in {timeline}"), lacking));
}

/// The resolutions about something, or by a body: `words` is how a question names them.
pub(super) fn resolutions(rooms: &Rooms, (option, words): (&str, &str), told: &mut Contradictions) {
    let line = format!("resolutions {option}");
    let listed = column(&rooms.csv(&line), "id", |_| true);
    let which = rooms.ask(&format!("which resolutions {words}"));
    let adopted: Ids = which.statements.iter().filter_map(|id| id.split('/').nth(1)).map(str::to_owned).collect();
    same(told, "resolutions: words", (&line, listed.clone()), (&which.line, adopted));
    let many = rooms.ask(&format!("how many resolutions {words}"));
    same(told, "resolutions: count", (&line, listed.len()), (&many.line, many.numbers().certain));
    let document = rooms.json(&line);
    let ids = document["resolutions"].as_array().into_iter().flatten();
    let ids: Ids = ids.map(|one| one["id"].as_str().unwrap_or_default().to_owned()).collect();
    same(told, "resolutions: document", (&line, listed), (&format!("{line} --format json"), ids));
}

/// The votes on a resolution.
pub(super) fn votes(rooms: &Rooms, resolution: &str, countries: &[String], told: &mut Contradictions) {
    let line = format!("chart votes {resolution}");
    let rows = rooms.csv(&line);
    for (choice, voted, vote) in [
        ("favour", "voted for", "vote for"),
        ("against", "voted against", "vote against"),
        ("abstaining", "abstained on", "abstain on"),
    ] {
        let listed = column(&rows, "actor", |row| row["vote"] == choice);
        let sure = rows.iter().filter(|row| row["possible"] == choice).count();
        let many = rooms.ask(&format!("how many countries {voted} {resolution}"));
        let there = format!("{}\n    {}", many.line, many.text());
        let number = if rows.is_empty() { sure } else { many.numbers().certain };
        same(told, "votes: count", (&line, sure), (&there, number));
        let who = rooms.ask(&format!("who {voted} {resolution}"));
        let there = format!("{}\n    {}", who.line, who.text());
        if countries.len() <= 12 && !rows.is_empty() {
            same(told, "votes: names", (&line, listed.clone()), (&there, named(rooms, &who.sentence, countries)));
            let did = |by: &&String| rooms.ask(&format!("did {by} {vote} {resolution}")).said.as_deref() == Some("yes");
            let said: Ids = countries.iter().filter(did).cloned().collect();
            let there = format!("did … {vote} {resolution}");
            same(told, "votes: one by one", (&line, listed), (&there, said));
        }
    }
}
