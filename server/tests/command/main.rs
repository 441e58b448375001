//! What the command line reads, writes and ends with.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod outbox;
mod proof;
