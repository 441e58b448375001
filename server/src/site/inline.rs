//! The scripts that stand in the page itself, for the Content-Security-Policy.

use sha2::{Digest, Sha256};

use super::base64;

/// The hash (`sha256-…`) of every script whose text stands in a page.
///
/// The page is the one that Trunk wrote: well-formed, and with its loader as the only script.
pub(super) fn script_hashes(page: &str) -> Vec<String> {
    page.split("<script")
        .skip(1)
        .filter_map(|rest| rest.split_once('>'))
        .filter(|(attributes, _)| !attributes.contains("src="))
        .filter_map(|(_, rest)| rest.split_once("</script>"))
        .map(|(text, _)| format!("sha256-{}", base64::encode(&Sha256::digest(text))))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_in_the_page_is_hashed_and_a_linked_one_is_not() {
        let page = r#"<script src="/a.js"></script><script type="module">alert(1)</script>"#;

        // `printf 'alert(1)' | openssl dgst -sha256 -binary | base64`
        assert_eq!(script_hashes(page), ["sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI="]);
    }
}
