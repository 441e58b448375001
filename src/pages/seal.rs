//! The seal of a plan on paper: everything it was made from, in a link that can be checked.
//!
//! It stands behind the `#` of the address of `/verify`, which no browser sends to a server.

use planner::answers;
use planner::{Plan, Request, bytes};

/// The version of what is written; another one is not read.
const VERSION: u8 = 1;

/// Letters of the link, six bits each (RFC 4648, section 5).
const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// What a seal says.
#[derive(Clone, Debug, PartialEq)]
pub struct Seal {
    /// What the paper says of the plan.
    pub paper: Paper,
    /// What the plan was made from.
    pub request: Request,
}

/// What the paper says of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// Version of the planner.
    pub engine: String,
    /// Day of the assumption set, `YYYY-MM-DD`.
    pub dated: String,
    /// The digest of the plan, in hexadecimal.
    pub digest: String,
}

/// Why a seal cannot be checked here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// There is none.
    Absent,
    /// It was cut off or changed on its way.
    Broken,
    /// Another version made it; what the paper says, where that can still be read.
    OtherVersion(Option<Paper>),
}

/// Writes the seal of a plan. Own words are left out: no figure depends on them.
#[must_use]
pub fn write(plan: &Plan, request: &Request) -> String {
    let mut request = request.clone();
    request.form.words.clear();
    let paper = (&plan.engine, answers::SCHEMA, &plan.assumptions_dated, raw(&plan.digest));
    seal(&bytes::encode(&(paper, bytes::encode(&request))))
}

fn seal(body: &[u8]) -> String {
    let mut sealed = vec![VERSION];
    sealed.extend(check_sum(body).to_le_bytes());
    sealed.extend(body);
    to_letters(&sealed)
}

/// Reads a seal, with or without the `#` before it.
///
/// # Errors
///
/// [`Unreadable`] where there is none, or none that this version can check.
pub fn read(fragment: &str) -> Result<Seal, Unreadable> {
    let letters = fragment.trim_start_matches('#');
    if letters.is_empty() {
        return Err(Unreadable::Absent);
    }
    let sealed = from_letters(letters).ok_or(Unreadable::Broken)?;
    let (version, sealed) = sealed.split_first().ok_or(Unreadable::Broken)?;
    if *version != VERSION {
        return Err(Unreadable::OtherVersion(None));
    }
    let (sum, body) = sealed.split_first_chunk().ok_or(Unreadable::Broken)?;
    if u32::from_le_bytes(*sum) != check_sum(body) {
        return Err(Unreadable::Broken);
    }
    open(body)
}

fn open(body: &[u8]) -> Result<Seal, Unreadable> {
    type Body = ((String, u32, String, Vec<u8>), Vec<u8>);
    let ((engine, schema, dated, digest), request) =
        bytes::decode_checked::<Body>(body).ok_or(Unreadable::OtherVersion(None))?;
    let paper = Paper { engine, dated, digest: hexadecimal(&digest) };
    // The bytes of a request name no fields: only the version that wrote them reads them.
    let known = paper.engine == env!("CARGO_PKG_VERSION") && schema == answers::SCHEMA;
    match bytes::decode_checked(&request).filter(|_| known) {
        Some(request) => Ok(Seal { paper, request }),
        None => Err(Unreadable::OtherVersion(Some(paper))),
    }
}

/// The bytes of a number in hexadecimal; what is none has none.
fn raw(hexadecimal: &str) -> Vec<u8> {
    let pairs = hexadecimal.as_bytes().chunks(2);
    pairs.filter_map(|pair| u8::from_str_radix(str::from_utf8(pair).ok()?, 16).ok()).collect()
}

fn hexadecimal(raw: &[u8]) -> String {
    let digit = |value: u8| char::from_digit(u32::from(value), 16).unwrap_or('0');
    raw.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// FNV-1a: finds what was cut off or mistyped, and nothing that was forged.
fn check_sum(body: &[u8]) -> u32 {
    body.iter().fold(0x811c_9dc5, |sum, byte| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

fn to_letters(raw: &[u8]) -> String {
    let mut letters = String::with_capacity(raw.len().div_ceil(3) * 4);
    for group in raw.chunks(3) {
        let bits =
            group.iter().fold(0, |bits, byte| bits << 8 | usize::from(*byte)) << (8 * (3 - group.len()));
        for place in 0..=group.len() {
            let letter = LETTERS.get(bits >> (18 - 6 * place) & 63);
            letters.push(letter.copied().map_or('A', char::from));
        }
    }
    letters
}

fn from_letters(letters: &str) -> Option<Vec<u8>> {
    let mut raw = Vec::with_capacity(letters.len() * 3 / 4);
    let (mut bits, mut held) = (0_u32, 0);
    for letter in letters.bytes() {
        let value = LETTERS.iter().position(|known| *known == letter)?;
        bits = bits << 6 | u32::try_from(value).ok()?;
        held += 6;
        if held >= 8 {
            held -= 8;
            raw.push(u8::try_from(bits >> held & 255).ok()?);
        }
    }
    Some(raw)
}

#[cfg(test)]
mod tests {
    use planner::Moves;
    use planner::answers::Form;
    use planner::date::YearMonth;

    use super::*;

    fn request() -> Request {
        let mut form = Form { couple: Some(true), schema: answers::SCHEMA, ..Form::default() };
        form.risk.insert("A1".to_owned(), vec!["b".to_owned()]);
        Request {
            form,
            moves: Moves::default(),
            today: YearMonth { year: 2026, month: 11 },
            seed: 20_261_122,
            lifetimes: None,
        }
    }

    fn sealed(engine: &str, schema: u32) -> String {
        let paper = (engine, schema, "2026-11-22", raw("00ff7a"));
        seal(&bytes::encode(&(paper, bytes::encode(&request()))))
    }

    #[test]
    fn what_is_sealed_is_what_is_read() {
        let text = sealed(env!("CARGO_PKG_VERSION"), answers::SCHEMA);

        let read = read(&format!("#{text}")).unwrap();

        assert_eq!(read.request, request());
        assert_eq!(read.paper.digest, "00ff7a");
        assert!(text.bytes().all(|letter| LETTERS.contains(&letter)), "{text}");
    }

    #[test]
    fn letters_carry_bytes_of_every_length() {
        for length in 0..9_u8 {
            let raw: Vec<u8> = (0..length).map(|byte| byte.wrapping_mul(91)).collect();
            assert_eq!(from_letters(&to_letters(&raw)), Some(raw));
        }
        assert_eq!(to_letters(b"light work"), "bGlnaHQgd29yaw");
    }

    #[test]
    fn a_seal_that_was_changed_in_one_letter_is_broken() {
        let text = sealed(env!("CARGO_PKG_VERSION"), answers::SCHEMA);
        for place in 3..text.len() {
            let mut changed = text.clone().into_bytes();
            changed[place] = if changed[place] == b'A' { b'B' } else { b'A' };
            let changed = String::from_utf8(changed).unwrap();
            // The last letter may have bits that carry nothing.
            let same = from_letters(&changed) == from_letters(&text);
            assert!(same || read(&changed) == Err(Unreadable::Broken), "letter {place}");
        }
        assert_eq!(read(text.get(..text.len() / 2).unwrap()), Err(Unreadable::Broken));
    }

    #[test]
    fn what_is_no_seal_is_told_apart_from_an_older_one() {
        assert_eq!(read("#"), Err(Unreadable::Absent));
        assert_eq!(read("#not a seal"), Err(Unreadable::Broken));
        assert_eq!(read("#Ag"), Err(Unreadable::OtherVersion(None)));
        let paper = |unread| match unread {
            Err(Unreadable::OtherVersion(paper)) => paper.map(|paper| paper.engine),
            _ => None,
        };
        assert_eq!(paper(read(&sealed("0.0.9", answers::SCHEMA))), Some("0.0.9".to_owned()));
        let older = read(&sealed(env!("CARGO_PKG_VERSION"), answers::SCHEMA - 1));
        assert!(paper(older).is_some());
    }
}
