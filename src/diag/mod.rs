//! Diagnostics: what is wrong in the data, where, and what to do about it.
//!
//! A [`Diagnostic`] is a value: coded, located, gathered by whoever finds it, sorted and rendered at the end.
//! This room knows the model's handles and no more; it never prints.

mod code;
mod location;
mod nearest;
mod render;

pub use code::{Code, Severity, catalogue};
pub use location::{FileIx, Location, Origin, Path, PathStep, Target};
pub use nearest::nearest;
pub use render::{LocatedDiagnostic, LocatedPointer, RenderFormat, render};

/// Something in the data that is wrong or doubtful.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What kind of thing.
    pub code: Code,
    /// What is wrong, in a sentence: lower case, no final stop, the offending text quoted.
    pub message: String,
    /// Where; the first one is where to mend it.
    pub pointers: Vec<Pointer>,
    /// What to do, an act each.
    pub helps: Vec<String>,
}

/// A location and what is to be said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pointer {
    /// Where.
    pub location: Location,
    /// What is there; may be empty.
    pub text: String,
}

impl Diagnostic {
    /// A diagnostic with nothing but a message.
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), pointers: Vec::new(), helps: Vec::new() }
    }

    /// Adds a location.
    #[must_use]
    pub fn at(mut self, location: impl Into<Location>, text: impl Into<String>) -> Self {
        self.pointers.push(Pointer { location: location.into(), text: text.into() });
        self
    }

    /// Adds what to do.
    #[must_use]
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.helps.push(text.into());
        self
    }

    /// Adds what the catalogue says to do, in the tone of messages.
    #[must_use]
    pub fn help_by_code(self) -> Self {
        let fix = self.code.fix().trim_end_matches('.');
        let mut chars = fix.chars();
        let first = chars.next().map(|c| c.to_ascii_lowercase());
        let fix: String = first.into_iter().chain(chars).collect();
        self.help(fix)
    }

    /// Adds "did you mean", when there is something near.
    #[must_use]
    pub fn did_you_mean(self, near: Option<&str>) -> Self {
        match near {
            Some(near) => self.help(format!("did you mean {near:?}?")),
            None => self,
        }
    }

    /// The statements and records that it is about, the chief one first.
    pub fn targets(&self) -> impl Iterator<Item = Target> {
        self.pointers.iter().filter_map(|pointer| match pointer.location {
            Location::Of { target, .. } => Some(target),
            _ => None,
        })
    }
}
