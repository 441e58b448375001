//! The compact form of what is sent and of what is fingerprinted: the postcard encoding.
//!
//! It names no fields, so both sides must be of one version; what is stored for longer is JSON.

use serde::Serialize;
use serde::de::DeserializeOwned;

mod read;

/// Something as bytes.
#[must_use]
pub fn encode<T: Serialize>(value: &T) -> Vec<u8> {
    // Our types are numbers, texts and lists, which always can be written; nothing can be read
    // from no bytes.
    postcard::to_allocvec(value).unwrap_or_default()
}

/// Something of the firm as bytes, marked with the shape of the firm's data in this program and with
/// a checksum: eight bytes each, the lowest first.
#[must_use]
pub fn seal<T: Serialize>(value: &T) -> Vec<u8> {
    let content = encode(value);
    [&SHAPE.to_le_bytes(), &fingerprint(&content).to_le_bytes(), content.as_slice()].concat()
}

/// What some sealed bytes are; none if a program with another shape of the firm's data wrote them,
/// or if they were damaged since.
#[must_use]
pub fn open<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    let (shape, rest) = bytes.split_first_chunk()?;
    let (checksum, content) = rest.split_first_chunk()?;
    let whole = u64::from_le_bytes(*shape) == SHAPE && u64::from_le_bytes(*checksum) == fingerprint(content);
    whole.then(|| decode(content))
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

/// FNV-1a of 64 bits: it tells what was damaged by chance.
const fn fingerprint(text: &[u8]) -> u64 {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    let mut left = text;
    while let [byte, rest @ ..] = left {
        hash = (hash ^ *byte as u64).wrapping_mul(0x0100_0000_01b3);
        left = rest;
    }
    hash
}

/// What some bytes are, which [`encode`] wrote in a program with the same types.
///
/// # Panics
///
/// Where they are something else.
#[must_use]
pub fn decode<T: DeserializeOwned>(bytes: &[u8]) -> T {
    read::read(bytes)
}

/// The same of bytes that anybody may have made; none if they are something else.
#[must_use]
pub fn decode_checked<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    postcard::from_bytes(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sealed_opens_and_what_is_damaged_does_not() {
        let sealed = seal(&(7_u32, "常青".to_owned()));
        assert_eq!(open(&sealed), Some((7_u32, "常青".to_owned())));
        for at in 0..sealed.len() {
            let mut damaged = sealed.clone();
            damaged[at] ^= 0x10;
            assert_eq!(open::<(u32, String)>(&damaged), None, "byte {at}");
            assert_eq!(open::<(u32, String)>(&sealed[..at]), None, "up to byte {at}");
        }
    }
}
