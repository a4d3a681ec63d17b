//! temporary
use chancery::{diag, load};
fn main() {
    let dir = std::env::args().nth(1).unwrap_or("data".into());
    let t = std::time::Instant::now();
    let (files, found) = load::disk::read(std::path::Path::new(&dir), load::disk::Limits::default()).unwrap();
    let t1 = t.elapsed();
    let loaded = load::load(files, found);
    eprintln!(
        "read {t1:?} load {:?} statements {} sources {}",
        t.elapsed() - t1,
        loaded.base.statements.len(),
        loaded.base.sources.len()
    );
    let located = loaded.locate(&loaded.diagnostics);
    print!("{}", diag::render(&located, diag::RenderFormat::Text));
}
