//! Dates as sources give them: to the day, roughly, on one side only, differing, or not at all.

use chancery::model::Day;

use super::chance::Chance;

/// The first day on which something happens in a random world: 1 January 1990, in days since 1 January 1970.
pub(super) const FIRST: i32 = 7_305;

/// The last one: 31 December 2000.
pub(super) const LAST: i32 = 11_322;

/// A second source by which the act of a statement didn't happen.
pub(super) const DENIED: &str = ", or: [(says: Denies, sources: ['t'])], contest: 'The handbook knows nothing of it.'";

/// "1991-12-12".
pub(super) fn day(number: i32) -> String {
    Day::from_number(number).to_string()
}

/// A date about a day, in one of the forms that sources use; `None`: they give none.
pub(super) fn date(chance: &mut Chance, number: i32) -> Option<String> {
    let exact = day(number);
    let later = |chance: &mut Chance, within: usize| day((number + 1 + chance.below(within) as i32).min(LAST + 40));
    match chance.below(100) {
        0..60 => Some(exact),
        60..70 => Some(exact[..7].to_owned()),
        70..76 => Some(exact[..4].to_owned()),
        76..80 => Some(format!("{}?", &exact[..4])),
        80..84 => Some(format!("{}~", &exact[..7])),
        84..88 => Some(format!("../{exact}")),
        88..93 => Some(format!("{exact}/{}", later(chance, 90))),
        93..96 => Some(format!("[{exact},{}]", later(chance, 20))),
        _ => None,
    }
}

/// The fields of a record that say when an act was done, and who says so; now and then two sources differ.
pub(super) fn attested(chance: &mut Chance, number: i32) -> String {
    let on = date(chance, number).map_or_else(String::new, |on| format!("on: '{on}', "));
    if !on.is_empty() && chance.percent(12) {
        let other = day(number + 1 + chance.below(300) as i32);
        let source = if chance.percent(50) { "t" } else { "u" };
        let rank = if chance.percent(20) { ", rank: Deprecated, reason: 'a slip of the pen'" } else { "" };
        let why = if rank.is_empty() { ", contest: 'Two gazettes.'" } else { "" };
        return format!("{on}sources: ['s'], or: [(on: '{other}', sources: ['{source}']{rank})]{why}");
    }
    format!("{on}sources: ['{}']", chance.pick(&["s", "s", "t"]))
}
