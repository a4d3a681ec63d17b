//! Benchmarks on synthetic bases.
mod synthetic;
fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(at) = arguments.iter().position(|a| a == "--write") {
        let (folder, n) = (std::path::Path::new(&arguments[at + 1]), arguments[at + 2].parse().unwrap());
        let made = synthetic::generate(n);
        for (path, text) in &made.files {
            let path = folder.join("data").join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        }
        std::fs::write(folder.join("facts.csv"), &made.csv).unwrap();
        return;
    }
    divan::main();
}
