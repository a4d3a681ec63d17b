//! Questions in words, asked of the whole data set.

mod cases;
mod claims;
mod shapes;
mod worded;

use std::sync::LazyLock;

use chancery::ask::Asker;
use chancery::load::{self, embedded};
use chancery::model::{Base, Day};

static BASE: LazyLock<Base> = LazyLock::new(|| load::load(embedded::files(), Vec::new()).base);

static ASKER: LazyLock<Asker<'static>> = LazyLock::new(|| Asker::new(&BASE, today()));

fn today() -> Day {
    Day::parse("2026-11-25").expect("a day")
}
