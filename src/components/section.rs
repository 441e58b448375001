//! A part of a page under its heading.

use crate::components::phrased::phrased;
use crate::node::{El, Text, el};

/// A part under its heading.
pub fn section(title: impl Into<Text>) -> El {
    titled("section", title)
}

/// A part under its heading, with a line that sets it off from the part above.
pub fn ruled_section(title: impl Into<Text>) -> El {
    titled("section section--ruled", title)
}

fn titled(class: &'static str, title: impl Into<Text>) -> El {
    el("section", class).with(phrased(el("h2", ""), &title.into()))
}
