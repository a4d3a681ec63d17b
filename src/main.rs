//! The program `chancery`: the library's command line, with the data set that it carries.

use std::process::ExitCode;

/// Loading is many small pieces from several threads, for which the system's allocator asks the kernel thousands of
/// times; this one takes a quarter off the whole run.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    chancery::cli::main(chancery_data::FILES)
}
