//! What is stored or sent between the app and the server.
//!
//! Wire types only grow: a field may be added, none is renamed or taken away.

mod problem;

pub use problem::Problem;
