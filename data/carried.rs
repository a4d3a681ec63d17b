//! The data set that the program carries with it: every file of this folder, as text.

include!(concat!(env!("OUT_DIR"), "/files.rs"));
