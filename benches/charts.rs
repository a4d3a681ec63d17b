//! Charts of 400 statements: planning and drawing, apart and together.
//!
//! `cargo bench --bench charts`. A picture of 400 statements is drawn in less than 100 ms, or something is wrong.

#[path = "../tests/it/charts/built.rs"]
#[allow(dead_code, reason = "some of its worlds are for tests alone")]
mod built;

use std::sync::OnceLock;

use chancery::chart::{self, Align, MatrixOf, Options, Plan, Theme};
use chancery::load::{self, disk};
use chancery::model::{ActorIx, Base, Day};
use chancery::query::{self, CurveAnswer, CurveRequest};
use divan::{Bencher, black_box};

/// The allocator of the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    divan::main();
}

/// 400 recognitions of one, and 400 acts of a pair.
fn built() -> &'static Base {
    static BASE: OnceLock<Base> = OnceLock::new();
    BASE.get_or_init(|| built::many(400))
}

/// The data set.
fn dataset() -> &'static Base {
    static BASE: OnceLock<Base> = OnceLock::new();
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/data");
    BASE.get_or_init(|| {
        let (files, found) = disk::read(folder.as_ref(), disk::Limits::default()).expect("the folder of the data");
        load::load(files, found).base
    })
}

fn actor(base: &Base, id: &str) -> ActorIx {
    base.find_actor(id).expect("it is there")
}

fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

fn options() -> Options {
    Options::new(day("2026-07-01"))
}

fn recognitions() -> Plan {
    let base = built();
    chart::recognitions(base, actor(base, "target"), black_box(&options()))
}

fn pair() -> Plan {
    let base = built();
    chart::pair(base, actor(base, "target"), actor(base, "other"), black_box(&options()))
}

fn drawn(plan: &Plan) -> String {
    chart::draw(plan, Theme::Auto)
}

#[divan::bench]
fn recognitions_planned(bencher: Bencher<'_, '_>) {
    built();
    bencher.bench_local(recognitions);
}

#[divan::bench]
fn recognitions_planned_and_drawn(bencher: Bencher<'_, '_>) {
    built();
    bencher.bench_local(|| drawn(&recognitions()));
}

#[divan::bench]
fn pair_planned(bencher: Bencher<'_, '_>) {
    built();
    bencher.bench_local(pair);
}

#[divan::bench]
fn pair_planned_and_drawn(bencher: Bencher<'_, '_>) {
    built();
    bencher.bench_local(|| drawn(&pair()));
}

/// What three curves count.
fn counted() -> Vec<CurveAnswer> {
    let base = dataset();
    let of = ["palestine", "kosovo", "bangladesh"].map(|id| actor(base, id));
    let request = |of| CurveRequest { of, among: None, from: None, to: options().today, today: options().today };
    of.map(|of| query::curve(base, black_box(&request(of)))).into()
}

/// The question alone: who recognizes on each day on which that can change.
#[divan::bench]
fn recognition_curve_counted(bencher: Bencher<'_, '_>) {
    dataset();
    bencher.bench_local(counted);
}

#[divan::bench]
fn recognition_curve_planned_and_drawn(bencher: Bencher<'_, '_>) {
    let answers = counted();
    bencher.bench_local(|| drawn(&chart::recognition_curve(dataset(), black_box(&answers), Align::Date, &options()).0));
}

#[divan::bench]
fn recognition_map(bencher: Bencher<'_, '_>) {
    let base = dataset();
    let of = actor(base, "palestine");
    bencher.bench_local(|| drawn(&chart::recognition_map(base, of, black_box(day("2020-01-01")), &options()).0));
}

/// Fifteen by fifteen.
#[divan::bench(args = [MatrixOf::Recognition, MatrixOf::Relations])]
fn matrix(bencher: Bencher<'_, '_>, between: MatrixOf) {
    let base = dataset();
    let members = chancery::model::members_on(base, actor(base, "post-soviet-states"), day("2020-01-01"));
    let more = ["turkiye", "pakistan", "iran", "china", "palestine"].map(|id| actor(base, id));
    let actors: Vec<ActorIx> = members.into_iter().chain(more).take(15).collect();
    assert_eq!(actors.len(), 15);
    bencher.bench_local(|| drawn(&chart::matrix(base, &actors, between, black_box(day("2020-01-01")), &options()).0));
}
