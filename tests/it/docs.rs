//! Every verb has a page in `docs/`, and shows something there. What the pages show is written by the example `pages`, which the
//! gate runs: nothing here depends on the data.

use crate::bases::at;
use crate::cli::formats::listed_verbs;

fn text(file: &str) -> String {
    std::fs::read_to_string(at(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// How many commands a page shows with their answers.
fn sessions(page: &str) -> usize {
    let blocks = page.split("```console\n").skip(1).filter_map(|rest| rest.split("\n```").next());
    blocks.map(|block| block.lines().filter(|line| line.starts_with("$ chancery ")).count()).sum()
}

#[test]
fn every_verb_has_a_page_that_shows_what_it_answers() {
    let verbs = listed_verbs();
    assert!(verbs.len() > 15, "{verbs:?}");
    let index = text("docs/README.md");
    for verb in verbs {
        assert!(index.contains(&format!("[`{verb}`]({verb}.md)")), "docs/README.md lists {verb}");
        assert!(sessions(&text(&format!("docs/{verb}.md"))) > 0, "docs/{verb}.md shows nothing");
    }
}

#[test]
fn the_readme_shows_answers() {
    assert!(sessions(&text("README.md")) >= 8);
}
