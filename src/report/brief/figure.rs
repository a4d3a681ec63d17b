//! The picture of a brief: the timeline of the pair, or who recognized the one.

use crate::chart::{self, Options, Setting};
use crate::model::Base;
use crate::query::{About, BriefAnswer, RecognitionsAnswer, Subject};
use crate::report::document::Figure;
use crate::report::limits::brief as limits;

/// The width of the picture in pixels: at the width of a page its letters have the size of notes.
const WIDTH: f64 = 960.0;

/// Whether the recognitions of one fit into a picture.
pub(super) fn has_room(answer: &RecognitionsAnswer) -> bool {
    (1..=limits::FIGURE_ROWS).contains(&(answer.acts.len() + answer.withheld.len()))
}

pub(super) fn figure(base: &Base, answer: &BriefAnswer) -> Option<Figure> {
    let day = answer.request.on;
    let options = Options { width: WIDTH, to: Some(day), setting: Setting::InText, ..Options::new(day) };
    let (plan, caption) = match (&answer.about, answer.request.subject) {
        (About::Two(_), Subject::Two([a, b], _)) => {
            (chart::pair(base, a, b, &options), format!("Timeline to {}.", day.in_words()))
        }
        (About::One(alone), Subject::One(actor)) if has_room(&alone.recognitions) => {
            // Years without an act would take the room of the others.
            let later = base.recognitions_of(actor).any(|ix| base[ix].begins.latest > day);
            let options = Options { to: options.to.filter(|_| later), ..options };
            let caption = format!("Recognition of {} to {}.", base[actor].name, day.in_words());
            (chart::recognitions(base, actor, &options), caption)
        }
        _ => return None,
    };
    let size = (plan.width, plan.height);
    let empty = plan.items.is_empty();
    let description = plan.description.clone();
    (!empty).then(|| Figure {
        svg: chart::draw(&plan, chart::Theme::Light),
        size,
        margin: chart::MARGIN,
        description,
        caption,
    })
}
