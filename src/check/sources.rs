//! Documents and quotations.

use std::collections::{BTreeMap, BTreeSet};

use super::CheckInput;
use super::contests::of_attestation;
use crate::diag::{Code, Diagnostic, Location, PathStep, Target};
use crate::model::{ClaimIx, Entity, SourceIx};

/// The most words of a quotation.
const QUOTE_WORDS: usize = 25;

/// Quote at most 25 words.
pub(super) fn long_quotes(input: &CheckInput<'_>, found: &mut Vec<Diagnostic>) {
    let base = input.base;
    let attested = input.standing().flat_map(|(ix, statement)| {
        let attestations = statement.attestations.iter().enumerate();
        attestations.map(move |(position, attestation)| (of_attestation(ix, position), &attestation.sources))
    });
    let claimed = base.claims.iter().enumerate().map(|(index, claim)| {
        let target = Target::Entity(Entity::Claim(ClaimIx::new(index)));
        (Location::from(target), &claim.sources)
    });
    // What a file quotes for all its statements is one finding.
    let mut seen: BTreeSet<(SourceIx, &str)> = BTreeSet::new();
    for (location, citations) in attested.chain(claimed) {
        for (item, citation) in citations.iter().enumerate() {
            let Some(quote) = citation.quote.as_deref() else { continue };
            let words = quote.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count();
            if words > QUOTE_WORDS && seen.insert((citation.source, quote)) {
                let message = format!("a quotation of {words} words; {QUOTE_WORDS} are the most");
                let steps = [PathStep::Field("sources"), PathStep::Item(item), PathStep::Field("quote")];
                found.push(
                    Diagnostic::new(Code::LongQuote, message).at(location.clone().then(steps), "").help_by_code(),
                );
            }
        }
    }
}

/// Use every source.
pub(super) fn unused(input: &CheckInput<'_>, found: &mut Vec<Diagnostic>) {
    let base = input.base;
    let attested = base.statements.iter().flat_map(|statement| &statement.attestations).flat_map(|a| &a.sources);
    let claimed = base.claims.iter().flat_map(|claim| &claim.sources);
    let mut used = vec![false; base.sources.len()];
    let covered = base.scopes.iter().flat_map(|scope| &scope.sources);
    let counted = base.counts.iter().flat_map(|count| &count.sources);
    for citation in attested.chain(claimed).chain(covered).chain(counted) {
        used[citation.source.index()] = true;
    }
    for original in base.sources.iter().filter_map(|source| source.copy_of) {
        used[original.index()] = true;
    }
    for (index, source) in base.sources.iter().enumerate().filter(|(index, _)| !used[*index]) {
        let message = format!("nothing refers to the source {:?}", source.id.as_str());
        let location = Target::Entity(Entity::Source(SourceIx::new(index))).field("id");
        found.push(Diagnostic::new(Code::UnusedSource, message).at(location, "").help_by_code());
    }
}

/// Give each document one record.
pub(super) fn same_address(input: &CheckInput<'_>, found: &mut Vec<Diagnostic>) {
    let base = input.base;
    let mut first: BTreeMap<&str, usize> = BTreeMap::new();
    for (index, source) in base.sources.iter().enumerate() {
        let Some(url) = source.url.as_deref() else { continue };
        let earlier = *first.entry(bare(url)).or_insert(index);
        if earlier != index {
            let other = &base.sources[earlier];
            let message =
                format!("the sources {:?} and {:?} have the same address", source.id.as_str(), other.id.as_str());
            let location = |index| Target::Entity(Entity::Source(SourceIx::new(index))).field("url");
            found.push(
                Diagnostic::new(Code::SameAddress, message)
                    .at(location(index), "")
                    .at(location(earlier), "the same")
                    .help_by_code(),
            );
        }
    }
}

/// Let copies lead to an original.
pub(super) fn copies_of_themselves(input: &CheckInput<'_>, found: &mut Vec<Diagnostic>) {
    let sources = &input.base.sources;
    for (index, source) in sources.iter().enumerate() {
        let mut next = source.copy_of.map(SourceIx::index);
        let mut way: Vec<usize> = Vec::new();
        while let Some(original) = next.filter(|original| !way.contains(original)) {
            way.push(original);
            next = sources[original].copy_of.map(SourceIx::index);
        }
        // Each loop is reported once, at the first of its sources.
        if way.contains(&index) && way.iter().all(|other| index <= *other) {
            let ids: Vec<String> = way.iter().map(|original| format!("{:?}", sources[*original].id.as_str())).collect();
            let message = format!("the source {:?} is a copy of {}", source.id.as_str(), ids.join(", a copy of "));
            let location = Target::Entity(Entity::Source(SourceIx::new(index))).field("copy_of");
            found.push(Diagnostic::new(Code::CopyOfItself, message).at(location, "").help_by_code());
        }
    }
}

/// An address without what doesn't tell documents apart.
fn bare(url: &str) -> &str {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")).unwrap_or(url);
    rest.strip_prefix("www.").unwrap_or(rest).trim_end_matches('/')
}
