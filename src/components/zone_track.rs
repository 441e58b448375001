//! Three named stretches, and where the plan stands on them.

use planner::zone::Zone;

use crate::charts::track::Place;
use crate::components::zone_badge::zone_shape;
use crate::node::{El, el};
use crate::words::{self, Lang};

/// Shows the place of a plan from red to green, with its confidence; and the place of the plan of
/// the answers, while something else is tried.
pub fn zone_track(lang: Lang, zone: Zone, place: &Place, from: Option<Place>) -> El {
    let number = |value: f64| format!("{value:.4}");
    let from = from.map(|from| el("span", "zone-track__from").attr("--at", number(from.at)));
    let [low, high] = place.whiskers;
    let rail = el("div", "zone-track__rail")
        .with(from)
        .with(el("span", "zone-track__whiskers").attr("--low", number(low)).attr("--high", number(high)))
        .with(el("span", "zone-track__pointer").attr("--at", number(place.at)));
    let stretch = |part: Zone| {
        el("div", "zone-track__stretch")
            .class_if(variant(part), true)
            .class_if("zone-track__stretch--here", zone == part)
            .with(zone_shape(part))
            .with(el("span", "zone-track__name").text(words::zone::name(lang, part)))
            .with(el("span", "zone-track__meaning").text(words::zone::meaning(lang, part)))
    };
    let stretches = [Zone::Red, Zone::Grey, Zone::Green].map(stretch);
    el("div", "zone-track")
        .attr("role", "img")
        .attr("aria-label", words::zone::track(lang, zone))
        .with(rail)
        .with(el("div", "zone-track__stretches").with_all(stretches))
}

const fn variant(zone: Zone) -> &'static str {
    match zone {
        Zone::Red => "zone-track__stretch--red",
        Zone::Grey => "zone-track__stretch--grey",
        Zone::Green => "zone-track__stretch--green",
    }
}
