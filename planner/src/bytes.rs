//! The compact form of what is sent and of what is fingerprinted: the postcard encoding.
//!
//! It names no fields, so both sides must be of one version; what is stored for longer is JSON.

use serde::Serialize;
use serde::de::DeserializeOwned;

/// Something as bytes.
#[must_use]
pub fn encode<T: Serialize>(value: &T) -> Vec<u8> {
    // Our types are numbers, texts and lists, which always can be written; nothing can be read
    // from no bytes.
    postcard::to_allocvec(value).unwrap_or_default()
}

/// What some bytes are; none if they are something else.
#[must_use]
pub fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    postcard::from_bytes(bytes).ok()
}
