//! How much of a broken file is read: each limit with its name.

/// Brackets within brackets; what is deeper is refused. The deepest record of the format needs nine.
pub(super) const BRACKETS: usize = 32;

/// How often a file is mended before its rest is given up.
pub(super) const MENDINGS: usize = 200;

/// Bytes that are read again for that; a large file is mended less often.
pub(super) const MENDED_BYTES: usize = 64 << 20;

/// Letters of a wrong value that the message quotes; a longer one isn't quoted.
pub(super) const QUOTED_LETTERS: usize = 40;
