//! What advisors see and decide.
//!
//! | module        | what it is                                          |
//! |---------------|-----------------------------------------------------|
//! | [`attention`] | who needs the advisor first                         |
//! | [`clients`]   | an advisor's clients                                |
//! | [`notes`]     | what advisors noted about a client                  |
//! | [`decisions`] | confirmed and adjusted allocations, and tilts       |

pub mod attention;
pub mod clients;
pub mod decisions;
pub mod notes;
