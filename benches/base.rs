//! Loading, graphs and questions on synthetic bases of 10,000, 100,000 and 1,000,000 statements.
//!
//! `cargo bench --bench base` runs all; `-- '[^0-9]10000$'` only the smallest; `-- --sample-count 5` is enough for the
//! largest. `cargo bench --bench base -- --write DIR N` writes a base of N statements instead: `DIR/data` as RON,
//! `DIR/facts.csv` as a table, `DIR/actor` with the id of somebody to ask about.
#![allow(clippy::print_stderr, reason = "a bench tells what it measures on stderr")]

mod synthetic;

use std::collections::BTreeMap;
use std::io;
use std::path::Path;
use std::sync::{Mutex, OnceLock};

use chancery::form::Pick;
use chancery::graph::{Graph, Projection};
use chancery::load::{Loaded, SourceFile, load, parse_only};
use chancery::model::{ActorIx, Base, Closed, Day, Pair, Snapshot};
use chancery::query::{self, RecognitionsRequest, RelationsRequest};
use divan::{Bencher, black_box};

/// The allocator of the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const SIZES: [usize; 3] = [10_000, 100_000, 1_000_000];

fn main() -> io::Result<()> {
    let arguments: Vec<String> = std::env::args().collect();
    match arguments.iter().position(|argument| argument == "--write") {
        None => {
            divan::main();
            Ok(())
        }
        Some(at) => match (arguments.get(at + 1), arguments.get(at + 2).and_then(|count| count.parse().ok())) {
            (Some(folder), Some(count)) => write(Path::new(folder), count),
            _ => {
                eprintln!("usage: --write DIR N");
                std::process::exit(2)
            }
        },
    }
}

fn write(folder: &Path, count: usize) -> io::Result<()> {
    let made = synthetic::generate(count);
    for (path, text) in &made.files {
        let path = folder.join("data").join(path);
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent)?;
        }
        std::fs::write(path, text)?;
    }
    std::fs::write(folder.join("facts.csv"), &made.csv)?;
    let loaded = load(files(count), Vec::new());
    std::fs::write(folder.join("actor"), loaded.base[somebody(&loaded.base)].id.as_str())
}

fn files(count: usize) -> Vec<SourceFile> {
    let file = |(path, text)| SourceFile { path, root: String::new(), text: String::into(text) };
    synthetic::generate(count).files.into_iter().map(file).collect()
}

/// A loaded base of this size, made once.
fn loaded(count: usize) -> &'static Loaded {
    static MADE: Mutex<BTreeMap<usize, &'static Loaded>> = Mutex::new(BTreeMap::new());
    let mut made = MADE.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
    made.entry(count).or_insert_with(|| {
        let loaded = load(files(count), Vec::new());
        assert!(loaded.diagnostics.is_empty(), "a synthetic base is valid");
        assert_eq!(loaded.base.statements.len(), count);
        Box::leak(Box::new(loaded))
    })
}

fn base(count: usize) -> &'static Base {
    &loaded(count).base
}

/// A country from the middle of the list.
fn somebody(base: &Base) -> ActorIx {
    let countries: Vec<ActorIx> = base.actor_handles().filter(|ix| base[*ix].kind.is_country()).collect();
    countries[countries.len() / 2]
}

fn a_day() -> Day {
    Day::parse("1993-01-01").expect("a day")
}

#[divan::bench(args = SIZES)]
fn parse_with_plain_ron_on_one_core(bencher: Bencher<'_, '_>, count: usize) {
    let files = files(count);
    bencher.bench_local(|| assert_eq!(parse_only(&files), files.len()));
}

#[divan::bench(args = SIZES)]
fn load_from_text(bencher: Bencher<'_, '_>, count: usize) {
    let files = files(count);
    bencher.with_inputs(|| files.clone()).bench_local_values(|files| load(files, Vec::new()));
}

#[divan::bench(args = SIZES, consts = [0, 1, 2, 3, 4, 5])]
fn graph<const NUMBER: usize>(bencher: Bencher<'_, '_>, count: usize) {
    let base = base(count);
    bencher.bench_local(|| Graph::project(base, Projection::ALL[NUMBER]));
}

#[divan::bench(args = SIZES)]
fn first_to_recognize(bencher: Bencher<'_, '_>, count: usize) {
    recognize(bencher, count, Pick::Nth(1));
}

#[divan::bench(args = SIZES)]
fn tenth_to_recognize(bencher: Bencher<'_, '_>, count: usize) {
    recognize(bencher, count, Pick::Nth(10));
}

fn recognize(bencher: Bencher<'_, '_>, count: usize, pick: Pick) {
    let base = base(count);
    let request = RecognitionsRequest::of(somebody(base), a_day()).pick(pick);
    bencher.bench_local(|| query::recognitions(base, black_box(&request)));
}

#[divan::bench(args = SIZES)]
fn state_of_a_pair(bencher: Bencher<'_, '_>, count: usize) {
    let base = base(count);
    let one = somebody(base);
    let other = base
        .actor_handles()
        .find(|other| Pair::new(one, *other).is_some_and(|pair| base.relations_of(pair).next().is_some()));
    let request = RelationsRequest::between(one, other.expect("everybody has relations"), a_day());
    let request = request.expect("two actors").on(a_day());
    bencher.bench_local(|| query::relations(base, black_box(&request)));
}

#[divan::bench(args = SIZES)]
fn build_snapshots(bencher: Bencher<'_, '_>, count: usize) {
    let base = base(count);
    bencher.bench_local(|| Snapshot::of(base));
}

/// The counts of both bands, and the first hundred of what certainly holds.
#[divan::bench(args = SIZES)]
fn snapshot_of_a_day(bencher: Bencher<'_, '_>, count: usize) {
    static MADE: [OnceLock<Snapshot>; 3] = [const { OnceLock::new() }; 3];
    let at = SIZES.iter().position(|size| *size == count).expect("one of the sizes");
    let snapshot = MADE[at].get_or_init(|| Snapshot::of(base(count)));
    bencher.bench_local(|| {
        let holding = snapshot.on(black_box(a_day()));
        let some: Vec<_> = holding.certain.iter().take(100).collect();
        (holding.certain.len(), holding.possible_only.len(), some)
    });
}
