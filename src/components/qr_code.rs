//! A QR code, for a phone to read from paper.

use crate::charts::code::Code;
use crate::node::{El, el};

/// Dark modules on light paper, in every theme: cameras do not read the reverse.
pub fn qr_code(name: &'static str, code: Code) -> El {
    let size = code.size.to_string();
    el("svg", "qr-code")
        .attr("viewBox", ["0 0 ", &size, " ", &size].concat())
        .attr("role", "img")
        .attr("aria-label", name)
        .with(el("rect", "qr-code__paper").attr("width", size.clone()).attr("height", size))
        .with(el("path", "qr-code__ink").attr("d", code.path))
}
