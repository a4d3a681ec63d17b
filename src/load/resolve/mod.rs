//! From records as written to a base: ids become handles, texts become dates, acts become statements.
//!
//! What doesn't resolve is left out with a diagnostic; what is left holds together. First come the records that
//! others refer to, then the statements about them, then the claims about statements.

mod attest;
mod between;
mod claims;
mod coverage;
mod ids;
mod lacking;
mod records;
mod statements;
mod votes;

use std::collections::HashMap;
use std::sync::Arc;

use super::locate::Origins;
use super::raw::{self, Root};
use crate::diag::{Code, Diagnostic, FileIx, Location, Origin};
use crate::model::{Base, Dataset, Exception, Gap, LeftOut, Retired, Statement, StatementIx};
use ids::Ids;
pub(crate) use lacking::Lacking;

/// The format of data sets that this program writes. It reads the one before, too: every record of it means the same, but that a
/// recognition without `form` was called de jure there, which its sources seldom say.
pub const FORMAT: u32 = 2;

/// The format before it.
pub(crate) const FORMER: u32 = 1;

/// Resolves all files, in their order.
pub(crate) fn resolve<'r>(
    roots: &'r [Option<Box<Root<'r>>>],
    lacking: Lacking<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Base, Origins) {
    let files: Vec<(FileIx, &Root<'_>)> =
        roots.iter().enumerate().filter_map(|(index, root)| Some((FileIx(index as u32), root.as_deref()?))).collect();
    let mut resolver = Resolver::with(Arc::default());
    let mut base = Base::default();
    resolver.side_records(&files, &mut base);
    let registered = resolver.register(&files);
    resolver.fill(registered, &mut base);
    resolver.lacking(lacking);
    resolver.state(&files);
    base.statements = std::mem::take(&mut resolver.statements);
    base.entities = resolver.ids.entities();
    base.statement_ids = std::mem::take(&mut resolver.seen).into();
    resolver.claim(&files, &mut base);
    resolver.check_named_statements(&base);
    base.index();
    base.begin_refusals_with_parties();
    base.left_out = std::mem::take(&mut resolver.left_out);
    base.survey_what_lacks_records();
    diagnostics.append(&mut resolver.diagnostics);
    (base, resolver.origins)
}

/// What is at work while a base comes together.
struct Resolver<'r> {
    /// Shared by all files once every record has its handle.
    ids: Arc<Ids<'r>>,
    statements: Vec<Statement>,
    origins: Origins,
    /// The first statement with the hash of an id.
    seen: HashMap<u64, StatementIx>,
    diagnostics: Vec<Diagnostic>,
    left_out: LeftOut,
}

impl<'r> Resolver<'r> {
    fn with(ids: Arc<Ids<'r>>) -> Self {
        Self {
            ids,
            statements: Vec::new(),
            origins: Origins::default(),
            seen: HashMap::new(),
            diagnostics: Vec::new(),
            left_out: LeftOut::default(),
        }
    }

    fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// The manifest, and the records that nothing refers to.
    fn side_records(&mut self, files: &[(FileIx, &'r Root<'r>)], base: &mut Base) {
        let mut manifests: Vec<FileIx> = Vec::new();
        for &(file, root) in files {
            let origin = Origin::file(file);
            match root {
                Root::Dataset(dataset) => {
                    manifests.push(file);
                    if dataset.format == FORMER {
                        let message = format!(
                            "the data set is of format {FORMER}: of a recognition without `form` it isn't said in which form"
                        );
                        self.report(
                            Diagnostic::new(Code::FormerFormat, message).at(origin.field("format"), "").help_by_code(),
                        );
                    } else if dataset.format != FORMAT {
                        let message =
                            format!("the data set is of format {}; this program reads format {FORMAT}", dataset.format);
                        self.report(
                            Diagnostic::new(Code::Manifest, message).at(origin.field("format"), "").help_by_code(),
                        );
                    }
                    base.dataset = Dataset {
                        name: dataset.name.as_str().into(),
                        version: dataset.version.as_str().into(),
                        license: owned(dataset.license.as_ref()),
                        hash: Box::default(),
                    };
                }
                Root::Exceptions(raw::Exceptions(list)) => {
                    for (item, exception) in list.iter().enumerate() {
                        let at = origin.item("", item);
                        if Code::find(exception.code.as_str()).is_none() {
                            let message = format!("there is no code {:?}", exception.code.as_str());
                            self.report(
                                Diagnostic::new(Code::UnknownCode, message).at(at.field("code"), "").help_by_code(),
                            );
                        }
                        if exception.reason.as_str().trim().is_empty() {
                            let message = format!("the exception for {:?} has no reason", exception.on.as_str());
                            self.report(
                                Diagnostic::new(Code::ExceptionWithoutReason, message)
                                    .at(at.field("reason"), "")
                                    .help_by_code(),
                            );
                        }
                        base.exceptions.push(Exception {
                            code: exception.code.as_str().into(),
                            on: exception.on.as_str().into(),
                            reason: exception.reason.as_str().into(),
                        });
                        self.origins.exceptions.push(at);
                    }
                }
                Root::Retired(raw::RetiredFile(list)) => {
                    for (item, retired) in list.iter().enumerate() {
                        self.ids_mut().retire(retired.id.as_str(), retired.now.as_ref().map(raw::Text::as_str));
                        base.retired.push(Retired {
                            id: retired.id.as_str().into(),
                            now: owned(retired.now.as_ref()),
                            reason: retired.reason.as_str().into(),
                        });
                        self.origins.retired.push(origin.item("", item));
                    }
                }
                _ => {}
            }
        }
        match manifests[..] {
            [_] => {}
            [] => self.report(Diagnostic::new(Code::Manifest, "the data set has no Dataset record").help_by_code()),
            [first, ref more @ ..] => {
                for &file in more {
                    self.report(
                        Diagnostic::new(Code::Manifest, "the data set has more than one Dataset record")
                            .at(Location::File(file), "another one")
                            .at(Location::File(first), "the first one"),
                    );
                }
            }
        }
    }

    /// Gaps, once ids are known.
    fn gaps(&mut self, file: FileIx, list: &'r [raw::Gap<'r>], base: &mut Base) {
        for (item, gap) in list.iter().enumerate() {
            let at = Origin::file(file).item("", item);
            let about = self.entities(&gap.about, at, "about");
            base.gaps.push(Gap { about, what: gap.what.as_str().into(), looked_in: gap.looked_in.as_str().into() });
            self.origins.gaps.push(at);
        }
    }

    /// Exceptions and retired ids name statements, too; they must exist.
    fn check_named_statements(&mut self, base: &Base) {
        let exists = |id: &str| base.find(id).is_some() || base.find_statement(id).is_some();
        let mut found = Vec::new();
        for (exception, at) in base.exceptions.iter().zip(&self.origins.exceptions) {
            if !exists(&exception.on) {
                found.push(unknown_statement(base, &exception.on, at.field("on")));
            }
        }
        for (retired, at) in base.retired.iter().zip(&self.origins.retired) {
            if let Some(now) = retired.now.as_deref().filter(|now| !exists(now)) {
                found.push(unknown_statement(base, now, at.field("now")));
            }
        }
        for (statement, at) in base.statements.iter().zip(&self.origins.statements) {
            if let Some(after) = statement.after.as_deref().filter(|after| base.find_statement(after).is_none()) {
                found.push(unknown_statement(base, after, at.field("after")));
            }
        }
        self.diagnostics.extend(found);
    }
}

fn unknown_statement(base: &Base, id: &str, location: Location) -> Diagnostic {
    let prefix = id.split('/').next().unwrap_or(id);
    let alike = base.statements.iter().map(|s| &*s.id).filter(|other| other.starts_with(prefix));
    let near = crate::diag::nearest(id, alike);
    Diagnostic::new(Code::UnknownStatementId, format!("there is no {id:?}")).at(location, "").did_you_mean(near)
}

fn owned(text: Option<&raw::Text<'_>>) -> Option<Box<str>> {
    text.map(|text| text.as_str().into())
}
