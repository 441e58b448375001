//! Passwords: which are taken, and how they are kept.

use std::sync::Arc;

use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc};
use argon2::{Algorithm, Argon2, Params, Version};

use crate::error::{ApiError, Fault};
use crate::turns::Turns;
use crate::words::Words;

/// Fewest and most letters of a password. Length is what makes it strong; nothing else is asked for.
const LENGTH: std::ops::RangeInclusive<usize> = 12..=128;

/// Passwords that are tried first wherever somebody guesses, one a line, in lower case.
const COMMON: &str = include_str!("common_passwords.txt");

/// Whether a password is taken, for the account of an address and a name.
///
/// # Errors
///
/// When it is too short or too long, among the common ones, or not more than the address or the name.
pub fn check(field: &str, password: &str, email: &str, name: &str) -> Result<(), Fault> {
    let letters = password.chars().count();
    if !LENGTH.contains(&letters) {
        let words = Words::new("密码须有 12 至 128 个字符。", "A password has 12 to 128 characters.");
        return Err(Fault::range(field, 12.0, 128.0, words));
    }
    let plain = password.to_lowercase();
    if is_common(&plain) || is_repeated(&plain) {
        let words = Words::new(
            "这个密码太常见，容易被猜中。试试几个不相干的词连在一起。",
            "This password is common and easily guessed. Try several words that have nothing to do with each other.",
        );
        return Err(Fault::new(field, "common", words));
    }
    if is_own(&plain, email, name) {
        let words = Words::new(
            "密码不能主要由您的邮箱或姓名组成。",
            "A password may not be made of your own address or name.",
        );
        return Err(Fault::new(field, "own", words));
    }
    Ok(())
}

/// Whether it stands in the list, as it is or with some digits and signs around it.
fn is_common(plain: &str) -> bool {
    let stem = plain.trim_matches(|letter: char| !letter.is_alphabetic());
    let listed = |wanted: &str| COMMON.lines().any(|line| line == wanted);
    // A word among many random digits is no longer the word.
    listed(plain) || (plain.chars().count() <= 3 * stem.chars().count() && listed(stem))
}

/// Whether it is a short piece again and again, or letters in the order of a row: `abcabcabcabc`,
/// `123456789012`.
fn is_repeated(plain: &str) -> bool {
    let letters: Vec<char> = plain.chars().collect();
    let repeats =
        |length: &usize| letters.iter().zip(letters.iter().skip(*length)).all(|(one, other)| one == other);
    if (1..=4).any(|length| repeats(&length)) {
        return true;
    }
    let steps = letters.windows(2).filter(|pair| match pair {
        [one, other] => {
            let step = i64::from(u32::from(*other)) - i64::from(u32::from(*one));
            step.abs() <= 1 || (step.abs() == 9 && one.is_ascii_digit())
        }
        _ => false,
    });
    // Two breaks in a row of letters make no password of it.
    letters.len().saturating_sub(steps.count()) <= 3
}

/// Whether little is left of it without the address or the name.
fn is_own(plain: &str, email: &str, name: &str) -> bool {
    let (user, host) = email.split_once('@').unwrap_or((email, ""));
    let host = host.split('.').next().unwrap_or_default();
    let name = name.to_lowercase().replace(' ', "");
    let own = [user, host, name.as_str()].into_iter().filter(|own| 3 <= own.chars().count());
    let left = own.fold(plain.to_owned(), |left, own| left.replace(own, ""));
    left.chars().count() < 6 && left != plain
}

/// Hashes and compares, so many at a time: each takes a core and 19 MB for a while.
#[derive(Debug)]
pub struct Passwords {
    turns: Turns,
    argon2: Argon2<'static>,
    /// The hash of a password that nobody has, compared where there is no account, so that the time of
    /// an answer does not tell whether there is one.
    nobody: Arc<str>,
}

impl Default for Passwords {
    /// 19 MiB, two passes, one lane (OWASP's first choice for Argon2id).
    fn default() -> Self {
        Self::new(Params::DEFAULT)
    }
}

impl Passwords {
    /// Passwords that take the least of time and memory, for tests.
    #[must_use]
    pub fn quick() -> Self {
        Self::new(Params::new(Params::MIN_M_COST, Params::MIN_T_COST, 1, None).unwrap_or_default())
    }

    fn new(params: Params) -> Self {
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let nobody = argon2.hash_password(b"nobody").map(|hash| hash.to_string()).unwrap_or_default();
        Self { turns: Turns::default(), argon2, nobody: nobody.into() }
    }

    /// The hash of a password, in PHC form.
    ///
    /// # Errors
    ///
    /// [`ApiError::Internal`] when it cannot be computed, such as without a source of chance.
    pub async fn hash(&self, password: String) -> Result<String, ApiError> {
        let argon2 = self.argon2.clone();
        let hashed = self.turns.run(move || argon2.hash_password(password.as_bytes())).await?;
        hashed.map(|hash| hash.to_string()).map_err(|_| not_hashed())
    }

    /// Whether a password belongs to a hash. Without a hash it does not, and takes as long.
    ///
    /// # Errors
    ///
    /// [`ApiError::Internal`] when it cannot be computed.
    pub async fn matches(&self, password: String, hash: Option<String>) -> Result<bool, ApiError> {
        let argon2 = self.argon2.clone();
        let known = hash.is_some();
        let hash = hash.unwrap_or_else(|| self.nobody.to_string());
        let matches = self.turns.run(move || {
            let hash = phc::PasswordHash::new(&hash).ok()?;
            Some(argon2.verify_password(password.as_bytes(), &hash).is_ok() && known)
        });
        matches.await?.ok_or_else(not_hashed)
    }
}

fn not_hashed() -> ApiError {
    tracing::error!("a password could not be hashed");
    ApiError::Internal
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_reason(password: &str, reason: Option<&str>) {
        let checked = check("password", password, "li.wei@example.com", "Li Wei");
        assert_eq!(checked.err().map(|fault| fault.reason), reason, "{password:?}");
    }

    #[test]
    fn length_is_asked_for_and_not_composition() {
        check_reason("short", Some("range"));
        check_reason(&"long word ".repeat(13), Some("range"));
        check_reason("four plain words here", None);
        check_reason("竹林深处有一间旧书店很安静", None);
    }

    #[test]
    fn what_everybody_tries_first_is_refused() {
        check_reason("Password1234", Some("common"));
        check_reason("qwertyuiop123!", Some("common"));
        check_reason("woaini1314520", Some("common"));
        check_reason("123456789012", Some("common"));
        check_reason("abcabcabcabcabc", Some("common"));
        check_reason("aaaaaaaaaaaaaa", Some("common"));
    }

    #[test]
    fn the_own_address_or_name_is_no_password() {
        check_reason("li.wei@example", Some("own"));
        check_reason("liwei-liwei-1", Some("own"));
        check_reason("li.wei likes green tea", None);
    }

    #[tokio::test]
    async fn only_the_right_password_matches() {
        let passwords = Passwords::quick();
        let hash = passwords.hash("four plain words here".to_owned()).await.unwrap();

        assert!(hash.starts_with("$argon2id$"), "{hash}");
        assert!(passwords.matches("four plain words here".to_owned(), Some(hash.clone())).await.unwrap());
        assert!(!passwords.matches("four plain words".to_owned(), Some(hash)).await.unwrap());
        assert!(!passwords.matches("nobody".to_owned(), None).await.unwrap());
    }
}
