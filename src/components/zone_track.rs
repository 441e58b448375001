//! Three named stretches, and where the plan stands on them.

use leptos::prelude::*;
use planner::zone::Zone;

use crate::charts::track::Place;
use crate::components::zone_badge::ZoneShape;
use crate::live;
use crate::words::{self, Lang};

/// Shows the place of a plan from red to green, with its confidence.
#[component]
pub fn ZoneTrack(
    /// The language.
    #[prop(into)]
    lang: Signal<Lang>,
    /// The zone of the plan that is shown.
    #[prop(into)]
    zone: Signal<Zone>,
    /// Its place.
    #[prop(into)]
    place: Signal<Place>,
    /// The place of the plan of the answers, while something else is tried.
    #[prop(into)]
    from: Signal<Option<Place>>,
) -> impl IntoView {
    let stretch = move |part: Zone| {
        let class = move || {
            let here = if zone.get() == part { " zone-track__stretch--here" } else { "" };
            format!("zone-track__stretch {}{here}", variant(part))
        };
        view! {
            <div class=live::text(class)>
                <ZoneShape zone=part />
                <span class="zone-track__name">{live::text(move || words::zone::name(lang.get(), part))}</span>
                <span class="zone-track__meaning">{live::text(move || words::zone::meaning(lang.get(), part))}</span>
            </div>
        }
    };
    let number = |value: f64| format!("{value:.4}");
    view! {
        <div class="zone-track" role="img" aria-label=live::text(move || words::zone::track(lang.get(), zone.get()))>
            <div class="zone-track__rail">
                {live::part(move || from.get().map(|from| view! { <span class="zone-track__from" style:--at=number(from.at)></span> }))}
                <span
                    class="zone-track__whiskers"
                    style:--low=live::text(move || number(place.get().whiskers[0]))
                    style:--high=live::text(move || number(place.get().whiskers[1]))
                ></span>
                <span class="zone-track__pointer" style:--at=live::text(move || number(place.get().at))></span>
            </div>
            <div class="zone-track__stretches">{[Zone::Red, Zone::Grey, Zone::Green].map(stretch)}</div>
        </div>
    }
}

const fn variant(zone: Zone) -> &'static str {
    match zone {
        Zone::Red => "zone-track__stretch--red",
        Zone::Grey => "zone-track__stretch--grey",
        Zone::Green => "zone-track__stretch--green",
    }
}
