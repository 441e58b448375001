//! Somebody's face, as long as there is no picture: the initials in a circle.

use crate::node::{El, el};

/// The initials of a name. The name itself stands beside it.
pub fn face(name: &str) -> El {
    el("span", "face").attr("aria-hidden", "true").text(initials(name))
}

/// One letter of a Chinese name, two of others.
fn initials(name: &str) -> String {
    let mut words = name.split_whitespace().filter_map(|word| word.chars().next());
    let first = words.next();
    let last = words.next_back();
    match first {
        Some(first) if first.is_ascii() => {
            first.to_uppercase().chain(last.into_iter().flat_map(char::to_uppercase)).collect()
        }
        Some(first) => first.to_string(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_gives_the_letters_that_people_would_write() {
        assert_eq!(initials("陈思远"), "陈");
        assert_eq!(initials("Alex Morgan"), "AM");
        assert_eq!(initials("alex van der morgan"), "AM");
        assert_eq!(initials("Cher"), "C");
        assert_eq!(initials(""), "");
    }
}
