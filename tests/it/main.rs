//! What the library and the program promise, seen from outside.

mod schema;
