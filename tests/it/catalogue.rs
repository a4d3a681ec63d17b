//! The catalogue of findings in `data/` is the one that the program prints. It shows the expected texts of the broken
//! fixtures as they were built in: after `CHANCERY_BLESS=1` changed those, bless once more.

use std::path::Path;

use chancery::diag::{Code, catalogue};

#[test]
fn the_catalogue_is_up_to_date() {
    let wrong = crate::differs(Path::new("data/FINDINGS.md"), &catalogue());
    assert!(wrong.is_none(), "{}", wrong.unwrap_or_default());
}

#[test]
fn the_catalogue_shows_what_a_person_is_told() {
    let text = catalogue();
    for code in Code::ALL {
        let told = format!("[{}]: ", code.as_str());
        assert!(text.contains(&told), "{} has no example", code.as_str());
    }
}
