//! A zone by word and shape.

use planner::zone::Zone;

use crate::node::{El, el};
use crate::words::{self, Lang};

/// Shows a zone. The shape and the word come first; the colour only agrees.
pub fn zone_badge(lang: Lang, zone: Zone) -> El {
    el("div", "zone-badge")
        .class_if(variant(zone), true)
        .with(zone_shape(zone))
        .with(el("span", "zone-badge__name").text(words::zone::name(lang, zone)))
}

/// The shape of a zone: a triangle, a half-filled circle, or a leaf in a circle.
pub fn zone_shape(zone: Zone) -> El {
    let shape = match zone {
        Zone::Red => r#"<path d="M12 3.2 22 20.6H2z"/>"#,
        Zone::Grey => {
            r#"<circle class="zone-shape__outline" cx="12" cy="12" r="9"/><path d="M12 3a9 9 0 0 0 0 18z"/>"#
        }
        Zone::Green => {
            r#"<circle class="zone-shape__outline" cx="12" cy="12" r="10"/><path d="M17.6 6.4c-6.4-.4-10.2 2.2-10.3 6.2 0 1.1.3 2.1.9 2.9 1.2-3 3.2-5 5.9-6.2-2.7 1.8-4.6 4.2-5.6 7.4l-.3 1.1 1.2.3.4-1.3c4.5.9 8-2.8 7.8-10.4z"/>"#
        }
    };
    el("svg", "zone-shape").attr("viewBox", "0 0 24 24").attr("aria-hidden", "true").markup(shape.to_owned())
}

const fn variant(zone: Zone) -> &'static str {
    match zone {
        Zone::Red => "zone-badge--red",
        Zone::Grey => "zone-badge--grey",
        Zone::Green => "zone-badge--green",
    }
}
