//! Questions in words, asked of the miniature world.

mod cases;
pub(crate) mod claims;
mod texts;
mod worded;

use std::sync::LazyLock;

use chancery::ask::Asker;
use chancery::model::{Base, Day};

use crate::bases::{day, miniature};

static BASE: LazyLock<&Base> = LazyLock::new(miniature);

static ASKER: LazyLock<Asker<'static>> = LazyLock::new(|| Asker::new(&BASE, today()));

fn today() -> Day {
    day("2026-11-25")
}
