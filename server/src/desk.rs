//! What advisors see and decide.
//!
//! | module        | what it is                                          |
//! |---------------|-----------------------------------------------------|
//! | [`standing`]  | what stored plans and assessments say               |
//! | [`attention`] | who needs the advisor first                         |
//! | [`clients`]   | an advisor's clients                                |
//! | [`notes`]     | what advisors noted about a client                  |
//! | [`decisions`] | confirmed and adjusted allocations, and tilts       |
//! | [`limits`]    | what an advisor enters, within the client's limits  |
//! | [`reviews`]   | rises of a class, accepted or refused               |

pub mod attention;
pub mod clients;
pub mod decisions;
pub mod limits;
pub mod notes;
pub mod reviews;
pub mod standing;
