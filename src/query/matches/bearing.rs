//! What bears on whether something holds besides the acts on it.

use crate::model::{ActorIx, Base, Fact, RecognitionAct, StatementIx, continues};

/// Whose act it is, where it is of another whom one of the two who are asked about continues: the one, and the other.
pub fn continues_one(base: &Base, parties: [ActorIx; 2], ix: StatementIx) -> Option<(ActorIx, ActorIx)> {
    let was = base[ix].fact.actors().find(|actor| !parties.contains(actor))?;
    let heir = parties.into_iter().find(|&heir| continues(base, heir).contains(&was))?;
    Some((heir, was))
}

/// What is recorded of `by` not recognizing `of`: refusals, and acts of recognition that sources deny and none affirms.
pub fn refusals(base: &Base, by: ActorIx, of: ActorIx) -> Vec<StatementIx> {
    let not = |ix: &StatementIx| match base[*ix].fact {
        Fact::Recognition { by: who, act: RecognitionAct::Withheld, .. } => who == by && base[*ix].stands(),
        Fact::Recognition { by: who, act: RecognitionAct::Recognized, .. } => {
            who == by && base[*ix].is_denied() && !base[*ix].is_affirmed()
        }
        _ => false,
    };
    base.recognitions_of(of).filter(not).collect()
}
