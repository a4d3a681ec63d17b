//! "Did you mean": the candidate that looks most like what was written.

/// The candidate nearest to `word`, if one is near enough to be a slip: the first by similarity, then by spelling.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let lower = word.to_lowercase();
    candidates
        .into_iter()
        .map(|candidate| (strsim::jaro_winkler(&lower, &candidate.to_lowercase()), candidate))
        .filter(|(likeness, _)| *likeness > 0.82)
        .max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(a.1)))
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn slips_are_found_and_strangers_are_not() {
        let ids = ["azerbaijan", "armenia", "argentina", "pakistan"];
        assert_eq!(nearest("azerbajan", ids), Some("azerbaijan"));
        assert_eq!(nearest("Pakistán", ids), Some("pakistan"));
        assert_eq!(nearest("zimbabwe", ids), None);
    }
}
