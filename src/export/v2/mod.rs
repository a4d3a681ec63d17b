//! Version 1 of the published JSON shapes. Fields may be added; none is renamed, removed or given another meaning.

mod agreement;
mod anniversaries;
mod ask;
mod chart;
mod citations;
mod claims;
mod coverage;
mod diagnostics;
mod evidence;
mod list;
mod parts;
mod path;
mod positions;
mod recognitions;
mod recognizers;
mod record;
mod relations;
mod resolutions;
mod snapshot;
mod stats;
mod treaties;

pub use agreement::agreement;
pub use anniversaries::anniversaries;
pub use ask::{answer, tried};
pub use chart::chart;
pub use citations::citations;
pub use claims::claims;
pub use coverage::coverage;
pub use diagnostics::diagnostics;
pub use evidence::evidence;
pub use list::{gap_id, list};
pub use path::path;
pub use positions::positions;
pub use recognitions::recognitions;
pub use recognizers::recognizers;
pub use record::{recognized, record, statement};
pub use relations::relations;
pub use resolutions::resolutions;
pub use snapshot::{diff, snapshot, thing};
pub use stats::stats;
pub use treaties::treaties;

/// The JSON Schema (draft 2020-12) of each document, by the name in its `schema` field, and `chancery.v2/parts`, to which
/// the others refer. They refer to each other by file name: `parts.json` for `chancery.v2/parts`.
pub const SCHEMAS: &[(&str, &str)] = &[
    ("chancery.v2/recognitions", include_str!("schema/recognitions.json")),
    ("chancery.v2/recognizers", include_str!("schema/recognizers.json")),
    ("chancery.v2/relations", include_str!("schema/relations.json")),
    ("chancery.v2/treaties", include_str!("schema/treaties.json")),
    ("chancery.v2/resolutions", include_str!("schema/resolutions.json")),
    ("chancery.v2/agreement", include_str!("schema/agreement.json")),
    ("chancery.v2/coverage", include_str!("schema/coverage.json")),
    ("chancery.v2/positions", include_str!("schema/positions.json")),
    ("chancery.v2/claims", include_str!("schema/claims.json")),
    ("chancery.v2/answer", include_str!("schema/answer.json")),
    ("chancery.v2/tried", include_str!("schema/tried.json")),
    ("chancery.v2/citations", include_str!("schema/citations.json")),
    ("chancery.v2/evidence", include_str!("schema/evidence.json")),
    ("chancery.v2/anniversaries", include_str!("schema/anniversaries.json")),
    ("chancery.v2/chart", include_str!("schema/chart.json")),
    ("chancery.v2/snapshot", include_str!("schema/snapshot.json")),
    ("chancery.v2/diff", include_str!("schema/diff.json")),
    ("chancery.v2/path", include_str!("schema/path.json")),
    ("chancery.v2/stats", include_str!("schema/stats.json")),
    ("chancery.v2/record", include_str!("schema/record.json")),
    ("chancery.v2/list", include_str!("schema/list.json")),
    ("chancery.v2/diagnostics", include_str!("schema/diagnostics.json")),
    ("chancery.v2/parts", include_str!("schema/parts.json")),
];
