//! Questions to the miniature world, a picture and a page of it, made within WebAssembly. `ask.mjs` reads the texts at the addresses
//! that it gets, and holds them against what the program prints.

use std::sync::OnceLock;

use chancery::ask::Asker;
use chancery::chart::{self, Options, Theme};
use chancery::load::{self, SourceFile};
use chancery::model::{ActorIx, Base, Day};
use chancery::query::{BriefRequest, Subject, brief};
use chancery::report;

include!(concat!(env!("OUT_DIR"), "/files.rs"));

fn base() -> &'static Base {
    static BASE: OnceLock<Base> = OnceLock::new();
    BASE.get_or_init(|| {
        let file = |&(path, text): &(&str, &'static str)| SourceFile {
            path: path.to_owned(),
            root: String::new(),
            text: text.into(),
        };
        load::load(FILES.iter().map(file).collect(), Vec::new()).base
    })
}

fn today() -> Day {
    Day::parse("2026-11-28").expect("a day")
}

fn actor(id: &str) -> ActorIx {
    base().find_actor(id).expect("it is in the world")
}

/// A text that stays, ended by a zero, at its address.
fn kept(text: String) -> *const u8 {
    let mut bytes = text.into_bytes();
    bytes.push(0);
    bytes.leak().as_ptr()
}

/// The answer to a question, by number.
#[unsafe(no_mangle)]
pub extern "C" fn answer(number: usize) -> *const u8 {
    let question = include_str!("questions.txt").lines().nth(number).expect("a question");
    let answer = Asker::new(base(), today()).ask(question).map(|asked| asked.answer.sentence);
    kept(answer.unwrap_or_else(|_| "not understood".to_owned()))
}

/// A timeline as SVG.
#[unsafe(no_mangle)]
pub extern "C" fn picture() -> *const u8 {
    let plan = chart::pair(base(), actor("karvelia"), actor("pashtar"), &Options::new(today()));
    kept(chart::draw(&plan, Theme::Auto))
}

/// A brief as HTML.
#[unsafe(no_mangle)]
pub extern "C" fn page() -> *const u8 {
    let subject = Subject::two(actor("karvelia"), actor("pashtar")).expect("two actors");
    let answer = brief(base(), &BriefRequest { subject, on: today(), today: today() });
    kept(report::html(&report::brief(base(), &answer)))
}
