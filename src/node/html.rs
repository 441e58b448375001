//! A part as HTML: for what stands on the page before the program is there.

use std::fmt::Write;

use super::{El, Kind, Node};

/// Elements that hold nothing and have no end.
const EMPTY: [&str; 4] = ["br", "hr", "img", "input"];

/// A part as HTML, as it would first be shown. Listeners are left out: whoever hears them comes later.
#[must_use]
pub fn html(part: impl Into<Node>) -> String {
    let mut html = String::new();
    write_part(&mut html, part.into());
    html
}

fn write_part(html: &mut String, part: Node) {
    match part.0 {
        Kind::Nothing => {}
        Kind::Text(text) => escape(html, &text),
        Kind::Element(element) => write_element(html, element),
        Kind::Live(make) => write_part(html, make()),
        Kind::Kept(kept) => write_part(html, (kept.make)(&(kept.state)())),
    }
}

fn write_element(html: &mut String, El(element): El) {
    let tag = element.tag;
    html.push('<');
    html.push_str(tag);
    for (name, value) in &element.attributes {
        // A string takes whatever is written to it.
        write!(html, " {name}=\"").unwrap_or_default();
        escape(html, value);
        html.push('"');
    }
    html.push('>');
    html.push_str(element.markup.as_deref().unwrap_or_default());
    for child in element.children {
        write_part(html, child);
    }
    if !EMPTY.contains(&tag) {
        write!(html, "</{tag}>").unwrap_or_default();
    }
}

fn escape(html: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '"' => html.push_str("&quot;"),
            _ => html.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::node::{el, live, nothing};

    #[test]
    fn what_is_shown_is_what_is_written() {
        let part = el("p", "note")
            .attr("title", "a \"b\"")
            .text("1 < 2 & 3")
            .with(live(|| el("br", "").into()))
            .with(nothing())
            .with(el("svg", "").markup("<path/>".to_owned()));

        assert_eq!(
            html(part),
            "<p class=\"note\" title=\"a &quot;b&quot;\">1 &lt; 2 &amp; 3<br><svg><path/></svg></p>"
        );
    }
}
