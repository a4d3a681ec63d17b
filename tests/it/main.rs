//! What the library and the program promise, seen from outside.

#[cfg(all(feature = "cli", feature = "chart"))]
mod answers;
#[cfg(all(feature = "cli", feature = "chart"))]
mod cli;
#[cfg(all(feature = "cli", feature = "chart"))]
mod hostile;
mod mutated;
mod order;
#[cfg(all(feature = "cli", feature = "chart"))]
mod program;
mod schema;
mod world;
