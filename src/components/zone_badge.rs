//! A zone by word and shape.

use leptos::prelude::*;
use planner::zone::Zone;

use crate::live;
use crate::words::{self, Lang};

/// Shows a zone. The shape and the word come first; the colour only agrees.
#[component]
pub fn ZoneBadge(
    /// The language.
    #[prop(into)]
    lang: Signal<Lang>,
    /// The zone.
    #[prop(into)]
    zone: Signal<Zone>,
) -> impl IntoView {
    view! {
        <div class=live::text(move || format!("zone-badge {}", variant(zone.get())))>
            {live::part(move || view! { <ZoneShape zone=zone.get() /> })}
            <span class="zone-badge__name">{live::text(move || words::zone::name(lang.get(), zone.get()))}</span>
        </div>
    }
}

/// The shape of a zone: a triangle, a half-filled circle, or a leaf in a circle.
#[component]
pub fn ZoneShape(
    /// The zone.
    zone: Zone,
) -> impl IntoView {
    let shape = match zone {
        Zone::Red => view! { <path d="M12 3.2 22 20.6H2z" /> }.into_any(),
        Zone::Grey => view! {
            <circle class="zone-shape__outline" cx="12" cy="12" r="9" />
            <path d="M12 3a9 9 0 0 0 0 18z" />
        }
        .into_any(),
        Zone::Green => view! {
            <circle class="zone-shape__outline" cx="12" cy="12" r="10" />
            <path d="M17.6 6.4c-6.4-.4-10.2 2.2-10.3 6.2 0 1.1.3 2.1.9 2.9 1.2-3 3.2-5 5.9-6.2-2.7 1.8-4.6 4.2-5.6 7.4l-.3 1.1 1.2.3.4-1.3c4.5.9 8-2.8 7.8-10.4z" />
        }
        .into_any(),
    };
    view! { <svg class="zone-shape" viewBox="0 0 24 24" aria-hidden="true">{shape}</svg> }
}

const fn variant(zone: Zone) -> &'static str {
    match zone {
        Zone::Red => "zone-badge--red",
        Zone::Grey => "zone-badge--grey",
        Zone::Green => "zone-badge--green",
    }
}
