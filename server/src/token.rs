//! Secrets that are handed out, identifiers, and how they are stored.

use sha2::{Digest, Sha256};
use uuid::Uuid;

/// A secret of 256 random bits, in hexadecimal: the end of a link, or a cookie.
///
/// # Errors
///
/// When the machine has no source of chance.
pub fn secret() -> Result<String, getrandom::Error> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes)?;
    Ok(hexadecimal(&bytes))
}

/// How a secret is stored: whoever reads the database cannot use it. It is random, so one round of
/// SHA-256 without salt is enough.
#[must_use]
pub fn hash(secret: &str) -> String {
    hexadecimal(&Sha256::digest(secret.as_bytes()))
}

/// The key of a new row. Keys made later sort later.
#[must_use]
pub fn id() -> String {
    Uuid::now_v7().to_string()
}

/// Bytes as lower-case hexadecimal digits.
#[must_use]
pub fn hexadecimal(bytes: &[u8]) -> String {
    let digit = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or_default();
    let mut text = String::with_capacity(bytes.len() * 2);
    text.extend(bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]));
    text
}
