//! The shapes of claims, as written.

use serde::Deserialize;

use super::{Citation, Text};
use crate::model::{Capacity, CountedAct, Level, RecognitionForm, Status};

/// Declares the record of a claim that counts acts: its own fields, and what is counted.
macro_rules! counted {
    ($name:ident { $($field:ident: $type:ty),* $(,)? }) => {
        record! { $name {
            $($field: $type,)*
            of: Text<'a>,
            act: Option<CountedAct>,
            among: Option<Text<'a>>,
            except: Option<Text<'a>>,
            form: Option<RecognitionForm>,
            #[serde(rename = "as")] capacity: Option<Capacity>,
            level: Option<Level>,
            over: Option<Text<'a>>,
            since: Option<Text<'a>>,
            on: Option<Text<'a>>,
        } }

        impl<'a> $name<'a> {
            /// What is counted.
            pub(crate) fn counted(&self) -> Counted<'_, 'a> {
                Counted {
                    of: &self.of,
                    act: self.act,
                    among: self.among.as_ref(),
                    except: self.except.as_ref(),
                    form: self.form,
                    capacity: self.capacity,
                    level: self.level,
                    over: self.over.as_ref(),
                    since: self.since.as_ref(),
                    on: self.on.as_ref(),
                }
            }
        }
    };
}

record! { Claim {
    id: Text<'a>,
    text: Text<'a>,
    asserts: Asserts<'a>,
    #[serde(default)] sources: Vec<Citation<'a>>,
    note: Option<Text<'a>>,
} }

/// What a claim asserts.
#[derive(Debug, Clone, Deserialize)]
#[serde(bound(deserialize = "'de: 'a"))]
pub(crate) enum Asserts<'a> {
    Nth(Nth<'a>),
    Last(Last<'a>),
    Order(Order<'a>),
    Only(Only<'a>),
    OnlyWithout(OnlyWithout<'a>),
    Never(Never<'a>),
    Count(Count<'a>),
    AtLeast(AtLeast<'a>),
    NthResolution(NthResolution<'a>),
    Countries(Countries<'a>),
    Dated(Dated<'a>),
    Before(Before<'a>),
    Status(StatusClaim<'a>),
    Untestable(Untestable<'a>),
}

counted! { Nth { nth: usize, by: Text<'a> } }
counted! { Last { by: Text<'a> } }
counted! { Order { by: Vec<Text<'a>> } }
counted! { Only { by: Text<'a>, still: Option<bool> } }
counted! { OnlyWithout { by: Text<'a> } }
counted! { Never { by: Text<'a> } }
counted! { Count { count: usize } }
counted! { AtLeast { count: usize } }
record! { NthResolution { nth: usize, resolution: Text<'a>, about: Text<'a>, #[serde(default)] by: Vec<Text<'a>> } }
record! { Countries { count: usize, on: Text<'a> } }
record! { Dated { statement: Text<'a>, on: Text<'a> } }
record! { Before { earlier: Text<'a>, later: Text<'a> } }
record! { StatusClaim { between: (Text<'a>, Text<'a>), is: Status, on: Text<'a> } }
record! { Untestable { why: Text<'a> } }

/// The fields of everything that counts acts, wherever they stand.
pub(crate) struct Counted<'r, 'a> {
    pub(crate) of: &'r Text<'a>,
    pub(crate) act: Option<CountedAct>,
    pub(crate) among: Option<&'r Text<'a>>,
    pub(crate) except: Option<&'r Text<'a>>,
    pub(crate) form: Option<RecognitionForm>,
    pub(crate) capacity: Option<Capacity>,
    pub(crate) level: Option<Level>,
    pub(crate) over: Option<&'r Text<'a>>,
    pub(crate) since: Option<&'r Text<'a>>,
    pub(crate) on: Option<&'r Text<'a>>,
}
