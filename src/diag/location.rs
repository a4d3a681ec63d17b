//! Locations: where in the data something stands, said in the words of the base or of the files.

use std::ops::Range;

use crate::model::{Entity, StatementIx};

/// A file of the data set, by its position in the list of files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileIx(pub u32);

/// A location in the data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Location {
    /// A folder or file that could not be read.
    Disk {
        /// Its path as given.
        path: String,
    },
    /// A whole file.
    File(FileIx),
    /// Some bytes of a file.
    Span {
        /// The file.
        file: FileIx,
        /// The bytes.
        span: Range<usize>,
    },
    /// A value in a file, found by the names of fields on the way to it.
    Value {
        /// The file.
        file: FileIx,
        /// The way.
        path: Path,
        /// Bytes from the beginning of a text value, where the problem is within it.
        offset: Option<usize>,
    },
    /// A record of the base, or a field of it.
    Of {
        /// The record.
        target: Target,
        /// The field; empty for the record as a whole.
        path: Path,
    },
}

impl Location {
    /// A value within a value or a record; other locations have nothing within.
    #[must_use]
    pub fn then(mut self, steps: impl IntoIterator<Item = PathStep>) -> Self {
        if let Self::Value { path, .. } | Self::Of { path, .. } = &mut self {
            path.extend(steps);
        }
        self
    }
}

/// What a finding is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// A record with an id.
    Entity(Entity),
    /// A statement.
    Statement(StatementIx),
    /// An exception, by its position.
    Exception(usize),
    /// A retired id, by its position.
    Retired(usize),
    /// A recorded gap, by its position.
    Gap(usize),
    /// A scope, by its position.
    Scope(usize),
    /// A stated count, by its position.
    Count(usize),
}

/// The way to a value.
pub type Path = Vec<PathStep>;

/// A step on the way to a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PathStep {
    /// Into a field of a record.
    Field(&'static str),
    /// Into an item of a list, counted from 0.
    Item(usize),
}

/// Where a record stands: at most two lists deep in its file. Small, so that every statement can have one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Origin {
    /// The file.
    pub file: FileIx,
    /// The list and the item in it; `None` when the file is the record. The name is empty where the file is a list,
    /// and has a dot between names where one field lies in another.
    pub outer: Option<(&'static str, u32)>,
    /// The list in that item, and the item in it.
    pub inner: Option<(&'static str, u32)>,
}

impl Origin {
    /// A file that is one record.
    pub fn file(file: FileIx) -> Self {
        Self { file, outer: None, inner: None }
    }

    /// An item of a list of this record.
    #[must_use]
    pub fn item(self, list: &'static str, item: usize) -> Self {
        let step = Some((list, u32::try_from(item).unwrap_or(u32::MAX)));
        if self.outer.is_none() { Self { outer: step, ..self } } else { Self { inner: step, ..self } }
    }

    /// The way to the record.
    pub fn path(self) -> Path {
        let mut path = Path::new();
        for (list, item) in self.outer.into_iter().chain(self.inner) {
            path.extend(list.split('.').filter(|name| !name.is_empty()).map(PathStep::Field));
            path.push(PathStep::Item(item as usize));
        }
        path
    }

    /// A value of the record.
    pub fn value(self, steps: impl IntoIterator<Item = PathStep>) -> Location {
        let mut path = self.path();
        path.extend(steps);
        Location::Value { file: self.file, path, offset: None }
    }

    /// A field of the record.
    pub fn field(self, name: &'static str) -> Location {
        self.value([PathStep::Field(name)])
    }
}

impl From<Origin> for Location {
    fn from(origin: Origin) -> Self {
        origin.value([])
    }
}

impl From<StatementIx> for Location {
    fn from(ix: StatementIx) -> Self {
        Self::Of { target: Target::Statement(ix), path: Path::new() }
    }
}

impl From<Entity> for Location {
    fn from(entity: Entity) -> Self {
        Self::Of { target: Target::Entity(entity), path: Path::new() }
    }
}

impl From<Target> for Location {
    fn from(target: Target) -> Self {
        Self::Of { target, path: Path::new() }
    }
}

impl Target {
    /// A field of it.
    pub fn field(self, name: &'static str) -> Location {
        Location::Of { target: self, path: vec![PathStep::Field(name)] }
    }
}
