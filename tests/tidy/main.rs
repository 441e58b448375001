//! The rules of the architecture, kept by reading the source as text.
//!
//! Each rule is a plain function from texts to faults, tried on a bad example as well: a rule that
//! cannot fail keeps nothing.
#![cfg(not(target_arch = "wasm32"))]

mod app;
mod everywhere;
mod opening;
mod planner;
mod readability;
mod style;
mod tree;
mod versions;
