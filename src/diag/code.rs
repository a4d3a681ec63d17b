//! The closed list of what can be wrong: codes, their meaning and their mending.

/// How much a diagnostic matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Something is wrong: the record is left out, or the base contradicts itself.
    Error,
    /// Something is doubtful or untidy.
    Warning,
}

impl Severity {
    /// The published name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

macro_rules! codes {
    ($($variant:ident $code:literal $severity:ident $title:literal
        explain $explain:literal
        fix $fix:literal;)+) => {
        /// What kind of thing is wrong. A code is never reused for something else.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $(#[doc = $title] $variant),+ }

        impl Code {
            /// Every code, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The code as printed, such as `C203`.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// How much it matters.
            pub fn severity(self) -> Severity {
                match self { $(Self::$variant => Severity::$severity),+ }
            }

            /// What it is, in a few words.
            pub fn title(self) -> &'static str {
                match self { $(Self::$variant => $title),+ }
            }

            /// Why it is wrong.
            pub fn explanation(self) -> &'static str {
                match self { $(Self::$variant => $explain),+ }
            }

            /// What to do about it.
            pub fn fix(self) -> &'static str {
                match self { $(Self::$variant => $fix),+ }
            }

            /// What a person is told on the smallest data set that has it.
            pub fn example(self) -> &'static str {
                match self {
                    $(Self::$variant => include_str!(concat!("../../tests/fixtures/broken/", $code, "/expected.txt"))),+
                }
            }

            /// The code with this name, in any case.
            pub fn find(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|code| code.as_str().eq_ignore_ascii_case(name))
            }
        }
    };
}

codes! {
    // Reading
    Unreadable "C001" Error "file or folder can't be read"
        explain "The system refused to open or to list it, or it is neither a regular file nor a folder."
        fix "Check its permissions and what it is.";
    NotUtf8 "C002" Error "file isn't UTF-8"
        explain "Data files are UTF-8 text. A byte of this file belongs to another encoding."
        fix "Save the file as UTF-8.";
    TooLarge "C003" Error "too much data"
        explain "A file is larger, or there are more files or records, than a data set may have. The limits keep a hostile or mistaken file from taking all memory."
        fix "Split the file, or move what isn't data elsewhere.";
    TooDeep "C004" Error "brackets nest too deeply"
        explain "No record of the format needs more than a few levels of brackets."
        fix "Look for a bracket that was never closed.";
    FolderLoop "C005" Error "folder leads back to itself"
        explain "A link in the data folder leads to a folder that contains it, or that was read already."
        fix "Remove the link.";
    ByteOrderMark "C006" Error "file begins with a byte order mark"
        explain "Some editors put three invisible bytes before UTF-8 text; the format has no place for them."
        fix "Save the file as UTF-8 without a byte order mark.";
    Syntax "C010" Error "not RON"
        explain "The text breaks the grammar of RON: a bracket, quote or comma is missing or stands in the wrong place."
        fix "Compare with the examples in data/FORMAT.md.";
    UnknownFirstWord "C011" Error "unknown first word"
        explain "The first word of a file says what it holds: Country, Recognitions, Treaty and so on."
        fix "Begin the file with one of the words that data/FORMAT.md lists.";
    WrongFolder "C012" Error "file stands in the wrong folder"
        explain "Each kind of file has its folder, so that a person finds the place to edit by its name."
        fix "Move the file.";
    Manifest "C013" Error "manifest is missing or of another format"
        explain "A data set has exactly one Dataset record, in dataset.ron, with the format that this program reads."
        fix "Write dataset.ron as in data/FORMAT.md, or use a program that reads its format.";
    FormerFormat "C014" Warning "data set of a former format"
        explain "The data set is of a former format. It is read; what that format took for granted and no source says is taken as not said."
        fix "Run `chancery move --data DIR`, which writes it in the format of today.";

    // Shape
    UnknownField "C101" Error "unknown field"
        explain "The record has no such field. A misspelt field would be lost silently if this weren't an error."
        fix "Use one of the fields that data/FORMAT.md lists for the record.";
    MissingField "C102" Error "field is missing"
        explain "The record can't be understood without this field; it is left out."
        fix "Add the field.";
    WrongValue "C103" Error "value of the wrong kind"
        explain "The field takes another kind of value: a text in quotes, a word, a number or a list."
        fix "Write the value as in data/FORMAT.md.";
    UnknownWord "C104" Error "unknown word"
        explain "The field takes one of a closed list of words."
        fix "Use one of the words that the message names.";
    DuplicateField "C105" Error "field is given twice"
        explain "Only one of the two could count."
        fix "Remove one of them.";
    UselessField "C106" Error "field has no meaning here"
        explain "The field exists in the format, and says nothing in a record of this kind: an act has no end, and what lasts begins with `from`."
        fix "Remove the field, or use the one that the message names.";

    // Ids and dates
    BadId "C201" Error "not an id"
        explain "An id is lower-case words of a–z and 0–9 joined by single hyphens."
        fix "Write it so.";
    DuplicateId "C202" Error "id is used twice"
        explain "An id names one record, whatever its kind."
        fix "Rename the one that was never published, or merge the two.";
    UnknownId "C203" Error "unknown id"
        explain "No record has this id. What refers to it is left out."
        fix "Correct the id, or add the record.";
    WrongKind "C204" Error "id of another kind of record"
        explain "The field takes the id of another kind of record."
        fix "Use the id of a record of the kind that the message names.";
    RetiredId "C205" Warning "former id"
        explain "The record goes by another id now. The former one still resolves."
        fix "Use the new id.";
    WithdrawnId "C206" Error "withdrawn id"
        explain "The record was withdrawn, and nothing took its place."
        fix "Remove what refers to it, or refer to another record.";
    AliasClash "C207" Warning "two records go by the same name"
        explain "A name, alias or code resolves to more than one record in the same years, so that whoever types it has to be asked."
        fix "Give the years in which each holds, or remove it from one of them.";
    BadDate "C208" Error "not a date"
        explain "Dates are EDTF: 1991-12-12, 1991-12, 1991, 1991~, 1991-11/1992-02, ../1991-12-25, [1991-12-12,1991-12-13]. A day that isn't in the calendar is no date. What is dated so stays on record without a date."
        fix "Write it as data/FORMAT.md says; keep the source's own words in `wording`.";
    SameActTwice "C209" Error "same act twice"
        explain "Two records state the same act by the same actor, so that they would have the same id."
        fix "Merge them, with the second as an attestation under `or`; if the act was done twice, give the second a `tag`.";
    SamePartyTwice "C210" Error "two parties are the same"
        explain "Nobody recognizes itself, or has relations with itself."
        fix "Correct one of the two ids.";
    OutsideInclusion "C211" Warning "country that the rule of inclusion leaves out"
        explain "A country is in the base as a member or observer of the United Nations, by a published list of states, or because a recognition by or of it is recorded."
        fix "Attest its existence or a recognition, or remove it.";
    BodyOfItself "C212" Error "body that belongs to itself"
        explain "A body belongs to itself, at once or through other bodies, so that nobody can be told whose its acts are. None of them is taken to belong to the next."
        fix "Correct `of`, so that it leads to the country or organization in the end.";

    // Statements and sources
    NoSource "C301" Error "statement without source"
        explain "The base holds what sources say. A statement that nobody says has no place in it."
        fix "Add `sources`, to the record or to the file.";
    LongQuote "C302" Error "quotation is too long"
        explain "A quotation shows what the source says in at most 25 words."
        fix "Shorten it to the words that matter.";
    DeprecatedWithoutReason "C303" Error "deprecated without a reason"
        explain "What a source says is set aside only for a reason that a reader can judge."
        fix "Add `reason`.";
    PreferredWithoutReason "C304" Error "preferred without a reason"
        explain "One source is put before others only for a reason that a reader can judge."
        fix "Add `reason`.";
    UnexplainedContest "C305" Warning "contest that nobody explains"
        explain "Sources that count contradict each other, and the record doesn't say why as far as anybody knows."
        fix "Add `contest`: a copying error, another time zone, recognition against effect, or that the reason isn't known.";
    NoContest "C306" Warning "explanation without a contest"
        explain "The record explains a contest, and its attestations agree."
        fix "Remove `contest`, or record the source that differs.";
    UnusedSource "C307" Warning "source is never used"
        explain "No statement, claim or other source refers to it."
        fix "Remove it, or cite it where it attests.";
    SameAddress "C308" Warning "two sources with the same address"
        explain "One document has one record, or it would look like two witnesses."
        fix "Merge the two, and retire one of the ids.";
    UnknownStatementId "C309" Error "unknown statement"
        explain "A claim, an exception or a retired id names a statement that isn't in the base."
        fix "Correct the id; `chancery list statements` prints them.";
    CopyOfItself "C310" Error "source is a copy of itself"
        explain "Following `copy_of` from source to source leads back to where it began, so that none of them is the original."
        fix "Leave `copy_of` out of the original.";
    LoadedWord "C311" Warning "word that takes a side"
        explain "The base records who says what, and never takes a side in a voice of its own. Whose word a word is, is data: it may stand in a title, a quotation or `words`."
        fix "Say it neutrally, or put the word of others between quotation marks.";

    // Time
    BeforeExistence "C401" Error "act before its actor existed"
        explain "The actor that did it, or to which it was done, certainly didn't exist yet, by every source that counts."
        fix "Check the date, or give the act to the predecessor.";
    AfterExistence "C402" Error "act after its actor had ended"
        explain "The actor that did it, or to which it was done, certainly was no more, by every source that counts."
        fix "Check the date, or give the act to the successor.";
    InTheFuture "C403" Error "act dated in the future"
        explain "The date lies after the day that counts as today. Placeholder dates such as 9999-12-31 look like this."
        fix "Correct the date, or leave it out.";
    RelationsBeforeRecognition "C404" Warning "relations before recognition"
        explain "Establishing relations implies recognition. A recognition that certainly came later is an error in one of the two dates, or needs an explanation."
        fix "Check both dates; if they are right, record an exception with the reason.";
    ForceBeforeSignature "C405" Error "in force before signature"
        explain "A treaty is certainly in force before it was signed, or a party consents before the text existed."
        fix "Check both dates.";
    VoteByNonMember "C406" Error "vote by a non-member"
        explain "The voter certainly wasn't a member of the organization whose body voted."
        fix "Check the date, the voter and its membership.";
    InvertedPeriod "C407" Error "ends before it begins"
        explain "What lasts certainly ended before it began."
        fix "Check both dates.";
    OverlappingPeriods "C408" Error "two periods of the same thing overlap"
        explain "The same thing certainly held twice at the same time."
        fix "Merge the two, or correct where one ends.";
    WithdrawalBeforeRecognition "C409" Warning "withdrawal without an earlier recognition"
        explain "Recognition is withdrawn or suspended that certainly hadn't been given, or isn't recorded."
        fix "Add the recognition, without a date if need be, or correct the dates.";
    ResumedWithoutBreak "C410" Warning "resumed without a break"
        explain "Relations are resumed that weren't suspended, severed or downgraded before, by the record."
        fix "Record the break, without a date if need be.";
    MoreVotesThanCounted "C411" Warning "more votes than were counted"
        explain "More votes of a kind are recorded one by one than any source counts in sum."
        fix "Check the votes and the tally; if sources differ, add the other tally under `or`.";
    OutlivesActor "C412" Warning "lasts longer than its actor"
        explain "A membership, a position or a refusal to recognize certainly goes on after one of its actors had ended, by every source that counts."
        fix "Give it an end with `until`, or give what follows to the successor.";
    AfterAnotherDay "C413" Error "`after` an act of another day"
        explain "`after` says which of two acts of one day came last. Acts that certainly were on different days are in order by their dates."
        fix "Remove `after`, or correct the date of one of the two.";

    // Exceptions
    UselessException "C501" Warning "exception that excuses nothing"
        explain "No finding of this code is made about this record any more."
        fix "Remove the exception.";
    ExceptionWithoutReason "C502" Error "exception without a reason"
        explain "An exception says why a finding is right as it is."
        fix "Add the reason.";
    UnknownCode "C503" Error "unknown code"
        explain "There is no finding of this code."
        fix "Use one of the codes that `chancery check --explain all` lists.";

    // Coverage
    ScopeWithoutDays "C601" Error "scope that names no days, or nothing that it is about"
        explain "A scope says of what it has how much, and on which days: a list has `on`, a history `from` and `through`."
        fix "Give it `of`, and either `on`, or `from` and `through`.";
    ThroughBeyondSources "C602" Error "scope that ends later than its sources can know"
        explain "A source knows nothing of what came after its own date."
        fix "Let `through` or `on` be no later than the newest of its sources, or cite a newer one.";
    UncitedInScope "C603" Warning "act in a complete scope that cites none of its sources"
        explain "A complete scope rests on sources that give every act of its matter between its days. One that they don't give is missing in them, or the record doesn't cite them for it."
        fix "Cite the scope’s source where it gives the act; if it doesn’t, the scope is surveyed.";
    MoreThanCounted "C604" Warning "more than a source counts"
        explain "On the day of a stated count more certainly hold, by the record, than the source counts."
        fix "Look for one that ended, or that the source doesn’t count, and say so in the note of the count.";
}

impl Code {
    /// Whether a finding says that something isn't there. It is worth nothing once records were left out of the
    /// base, for what it misses may stand in one of them.
    pub fn is_of_absence(self) -> bool {
        matches!(
            self,
            Self::UnusedSource
                | Self::OutsideInclusion
                | Self::NoContest
                | Self::VoteByNonMember
                | Self::WithdrawalBeforeRecognition
                | Self::ResumedWithoutBreak
                | Self::UselessException
        )
    }
}

/// The catalogue of all codes, as Markdown.
pub fn catalogue() -> String {
    let mut text = String::from(
        "# Catalogue of findings\n\nWhat `chancery check` can report. Generated; don't edit.\n\n| code | severity | what |\n|---|---|---|\n",
    );
    for code in Code::ALL {
        text += &format!(
            "| [{0}](#{1}) | {2} | {3} |\n",
            code.as_str(),
            code.as_str().to_lowercase(),
            code.severity().name(),
            code.title()
        );
    }
    for code in Code::ALL {
        text += &format!(
            "\n## {}\n\n**{}** ({})\n\n{}\n\n*What to do:* {}\n\n```text\n{}\n```\n",
            code.as_str(),
            code.title(),
            code.severity().name(),
            code.explanation(),
            code.fix(),
            code.example().trim_end()
        );
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_unique_and_in_order() {
        let codes: Vec<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
        assert!(codes.windows(2).all(|pair| pair[0] < pair[1]), "{codes:?}");
        for code in Code::ALL {
            assert_eq!(Code::find(&code.as_str().to_lowercase()), Some(*code));
            assert!(code.explanation().ends_with('.') && code.fix().ends_with('.'), "{}", code.as_str());
        }
    }
}
