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

/// Something of the firm as bytes, marked with the shape of the firm's data in this program.
#[must_use]
pub fn seal<T: Serialize>(value: &T) -> Vec<u8> {
    encode(&(SHAPE, value))
}

/// What some sealed bytes are; none if a program with another shape of the firm's data wrote them.
#[must_use]
pub fn open<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    let (shape, value): (u64, T) = decode(bytes)?;
    (shape == SHAPE).then_some(value)
}

/// The shape of the firm's data: a fingerprint (FNV-1a) of the source that defines them.
const SHAPE: u64 = fingerprint(
    concat!(
        include_str!("firm.rs"),
        include_str!("firm/life.rs"),
        include_str!("firm/product.rs"),
        include_str!("firm/shelf.rs")
    )
    .as_bytes(),
);

const fn fingerprint(text: &[u8]) -> u64 {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    let mut left = text;
    while let [byte, rest @ ..] = left {
        hash = (hash ^ *byte as u64).wrapping_mul(0x0100_0000_01b3);
        left = rest;
    }
    hash
}

/// What some bytes are; none if they are something else.
#[must_use]
pub fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    postcard::from_bytes(bytes).ok()
}
