//! Lists the files of the miniature world: there are no files where the code runs.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let world = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it")).join("../fixtures/world");
    println!("cargo::rerun-if-changed={}", world.display());
    let mut list = String::from("static FILES: &[(&str, &str)] = &[\n");
    collect(&world, &world, &mut list)?;
    list.push_str("];\n");
    fs::write(PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it")).join("files.rs"), list)
}

fn collect(root: &Path, folder: &Path, list: &mut String) -> io::Result<()> {
    let mut paths = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    for path in paths {
        if path.is_dir() {
            collect(root, &path, list)?;
        } else {
            let name = path.strip_prefix(root).expect("below the root").to_string_lossy().replace('\\', "/");
            writeln!(list, "    ({name:?}, include_str!({path:?})),").expect("writing to a string");
        }
    }
    Ok(())
}
