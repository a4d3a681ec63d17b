//! The recorded claims as sentences: where the grammar understands one, it must come to the recorded form's verdict.

use chancery::ask::{Asker, Said};
use chancery::model::Base;
use chancery::query::{Verdict, try_claim};

use super::today;
use crate::bases::miniature;

/// How many claims are understood as sentences. Fails where one comes to another verdict than its form, and isn't among
/// those whose form holds more than the sentence says, or is and doesn't.
#[track_caller]
pub(crate) fn check(base: &Base, narrower: &[&str]) -> usize {
    let asker = Asker::new(base, today());
    let (mut understood, mut wrong) = (0, Vec::new());
    for ix in base.claim_handles() {
        let claim = &base[ix];
        let verdict = try_claim(base, &claim.asserts, today()).verdict;
        let Ok(asked) = asker.ask(&claim.text) else { continue };
        understood += 1;
        let said = asked.answer.said;
        let fits = match verdict {
            Verdict::Supported => said == Some(Said::Yes),
            Verdict::Contradicted => said == Some(Said::No),
            Verdict::Fits => asked.answer.fits,
            Verdict::Undecided => said == Some(Said::CantTell) && !asked.answer.fits,
            Verdict::Untested => matches!(said, Some(Said::NotRecorded | Said::CantTell)),
        };
        let narrower = narrower.contains(&claim.id.as_str());
        assert!(!(fits && narrower), "{} is no exception any more", claim.id);
        if !fits && !narrower {
            wrong.push(format!("{}: {} is {verdict}, said {said:?}: {}", claim.id, claim.text, asked.answer.sentence));
        }
    }
    assert!(wrong.is_empty(), "{understood} understood, {} otherwise:\n{}", wrong.len(), wrong.join("\n"));
    understood
}

#[test]
fn claims_as_sentences_come_to_the_verdict_of_their_form() {
    let understood = check(miniature(), &[]);
    assert!(understood >= 34, "only {understood} claims are understood");
}
