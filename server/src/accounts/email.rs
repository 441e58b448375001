//! E-mail addresses.

use crate::error::Fault;
use crate::words::Words;

/// Longest address, in letters (RFC 5321).
const LONGEST: usize = 254;

/// An address in the form in which it is stored and compared: in lower case, without blanks around it.
///
/// Whether there is such a mailbox only a mail can tell, so little is asked of its form.
///
/// # Errors
///
/// When it is empty, too long, or not of the form `name@host.domain`.
pub fn check(typed: &str) -> Result<String, Fault> {
    let email = typed.trim().to_lowercase();
    if email.is_empty() {
        return Err(Fault::new(
            "email",
            "missing",
            Words::new("请填写邮箱。", "Please enter an e-mail address."),
        ));
    }
    let Some((name, host)) = email.rsplit_once('@') else { return Err(shape()) };
    let odd =
        |letter: char| letter.is_whitespace() || letter.is_control() || "<>()[]\\,;:\"".contains(letter);
    let labels = host.split('.').collect::<Vec<_>>();
    let sound = (1..=64).contains(&name.len())
        && email.len() <= LONGEST
        && !email.contains(odd)
        && !name.contains('@')
        && 2 <= labels.len()
        && labels.iter().all(|label| !label.is_empty() && !label.starts_with('-') && !label.ends_with('-'));
    if sound { Ok(email) } else { Err(shape()) }
}

fn shape() -> Fault {
    Fault::new("email", "shape", Words::new("邮箱格式不正确。", "This is not an e-mail address."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_compared_in_lower_case() {
        assert_eq!(check(" Li.Wei@Example.COM ").unwrap(), "li.wei@example.com");
        assert_eq!(check("李伟@例子.中国").unwrap(), "李伟@例子.中国");
    }

    #[test]
    fn what_no_mail_can_reach_is_no_address() {
        for typed in
            ["", "a", "a@", "@b.cn", "a@b", "a b@c.cn", "a@b..cn", "a\n@b.cn", "a@b@c.cn", "<a@b.cn>"]
        {
            assert!(check(typed).is_err(), "{typed:?}");
        }
        assert!(check(&format!("{}@b.cn", "a".repeat(65))).is_err());
    }
}
