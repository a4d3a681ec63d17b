//! The library as others use it: who recognized Karvelia second, the state of a pair, a question in words, and a picture.

use std::error::Error;

use chancery::ask::Asker;
use chancery::chart::{self, Options, Theme};
use chancery::form::Pick;
use chancery::model::{Base, Day};
use chancery::query::{RecognitionsRequest, RelationsRequest, recognitions, relations};

#[test]
fn from_a_folder_to_words_and_a_picture() -> Result<(), Box<dyn Error>> {
    let loaded = Base::folder(crate::bases::at("tests/fixtures/world"))?;
    let (base, today) = (&loaded.base, Day::parse("2026-11-23")?);
    let (a, b) = (base.actor("Karvelia", today)?, base.actor("Pashtar", today)?);
    let second = recognitions(base, &RecognitionsRequest::of(a, today).pick(Pick::Nth(2)));
    assert!(second.shown().next().is_some() && second.possible().all(|act| act.by != b));
    let pair = RelationsRequest::between(a, b, today).ok_or("both are the same")?;
    assert!(relations(base, &pair).status.certain.is_some());
    assert!(Asker::new(base, today).ask("when did Pashtar recognize Karvelia?")?.answer.found);
    assert!(chart::draw(&chart::pair(base, a, b, &Options::new(today)), Theme::Light).starts_with("<svg"));
    Ok(())
}
