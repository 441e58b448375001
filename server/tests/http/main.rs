//! What each address answers.

mod answers;
mod firm_faults;
