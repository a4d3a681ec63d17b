//! Lists the files of the data set, as the library's loader finds them, so that they can be carried.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use chancery::load::{self, disk};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=.");
    let folder = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    // What doesn't read or load is told by `check`, which couldn't run if the build stopped here.
    let (files, problems) = disk::read(&folder, disk::Limits::default()).unwrap_or_else(|error| {
        println!("cargo::warning=the program carries no data: {error}");
        (Vec::new(), Vec::new())
    });
    let mut list =
        String::from("/// Path below the folder of the data, and text.\npub static FILES: &[(&str, &str)] = &[\n");
    for file in &files {
        let path = folder.join(Path::new(&file.path));
        writeln!(list, "    ({:?}, include_str!({path:?})),", file.path).expect("writing to a string");
    }
    list.push_str("];\n");
    let is_empty = files.is_empty();
    let problems = load::load(files, problems).diagnostics.len();
    if problems > 0 && !is_empty {
        println!("cargo::warning=problems in the data: {problems}; `cargo run -- check` tells them");
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it"));
    fs::write(out.join("files.rs"), list)
}
