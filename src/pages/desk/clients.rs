//! The advisor's clients: who needs attention first, and a search by name or address.

use leptos::prelude::*;
use planner::zone::Zone;
use wire::{Attention, ClientRow};

use super::Desk;
use crate::api;
use crate::components::search_box::search_box;
use crate::components::zone_badge::zone_badge;
use crate::format::moment;
use crate::node::{El, Node, el, kept};
use crate::pages::remote::once_here;
use crate::state::remote::Remote;
use crate::words::{self, Lang};

/// All clients, or those that the address looks for.
pub(super) fn clients(lang: Lang, desk: Desk) -> Node {
    kept(
        "clients",
        move || Remote::new(desk.session, api::desk::clients),
        move |clients| {
            let query = desk.address.get("q").unwrap_or_default();
            let ask = Callback::new(move |query: String| {
                desk.address.set("q", Some(query).filter(|query| !query.is_empty()));
            });
            el("section", "stack")
                .with(search_box(words::desk::find_client(lang), query.clone(), ask))
                .with(once_here(clients, move |lang, clients| found(lang, desk, &clients, &query).into()))
                .into()
        },
    )
}

fn found(lang: Lang, desk: Desk, clients: &[ClientRow], query: &str) -> El {
    let rows: Vec<ClientRow> = clients.iter().filter(|client| fits(client, query)).cloned().collect();
    let count = el("p", "muted").attr("role", "status");
    let count = match (clients.is_empty(), rows.is_empty()) {
        (true, _) => count.text(words::desk::no_clients(lang)),
        (false, true) => count.text(words::desk::nobody_found(lang)),
        (false, false) => count.text(words::desk::clients(lang, rows.len())),
    };
    el("div", "stack").with(count).with(list(lang, desk, &rows))
}

/// Whether a client's name or address has every word that is looked for.
fn fits(client: &ClientRow, query: &str) -> bool {
    let known = [client.name.as_str(), " ", client.email.as_str()].concat().to_lowercase();
    query.to_lowercase().split_whitespace().all(|word| known.contains(word))
}

/// Clients in the order of the server: the most urgent first.
pub(super) fn list(lang: Lang, desk: Desk, clients: &[ClientRow]) -> El {
    let rows = clients.iter().map(|client| row(lang, desk, client));
    el("ul", "desk__clients").attr("role", "list").with_all(rows)
}

fn row(lang: Lang, desk: Desk, client: &ClientRow) -> El {
    let path = desk.address.with(&[("client", Some(client.id.clone()))]);
    let needed = client.attention != Attention::None;
    let why = el("p", "desk__why").class_if("desk__why--calm", !needed);
    let zone = desk.zone.get_value();
    let day = |at_ms: i64| moment::long_day(lang, &zone, at_ms);
    let class = client.class.as_ref().map(|class| {
        let until = client.assessed_until_ms.map(day).unwrap_or_default();
        el("span", "").text(words::desk::class_until(lang, class, &until))
    });
    let last = client.last_contact_ms.map(day);
    let last = el("span", "").text(words::desk::last_contact(lang, last.as_deref()));
    let next = el("span", "").text(words::desk::next_contact(lang, &day(client.next_contact_ms)));
    el("li", "desk__client")
        .with(
            el("div", "desk__who")
                .with(el("a", "desk__name").attr("href", path).text(name(client)))
                .with(why.text(words::desk::attention_of(lang, client.attention))),
        )
        .with(el("div", "desk__zone").with(zone_of(client).map(|zone| zone_badge(lang, zone))))
        .with(
            el("p", "muted desk__about")
                .with(class)
                .with(last)
                .with(next)
                .with(client.deputy.then(|| el("span", "").text(words::desk::as_deputy(lang)))),
        )
}

/// The name, or the address of somebody without.
pub(super) fn name(client: &ClientRow) -> String {
    if client.name.is_empty() { client.email.clone() } else { client.name.clone() }
}

/// The zone of the newest plan.
pub(super) fn zone_of(client: &ClientRow) -> Option<Zone> {
    match client.zone.as_deref() {
        Some("red") => Some(Zone::Red),
        Some("grey") => Some(Zone::Grey),
        Some("green") => Some(Zone::Green),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use wire::Language;

    use super::*;

    fn client(name: &str, email: &str) -> ClientRow {
        serde_json::from_value(serde_json::json!({
            "id": "1",
            "name": name,
            "email": email,
            "language": Language::Zh,
            "deputy": false,
            "attention": "none",
            "zone": "red",
            "class": null,
            "assessed_until_ms": null,
            "last_contact_ms": null,
            "next_contact_ms": 0,
            "tier": "companion",
        }))
        .unwrap()
    }

    #[test]
    fn a_client_is_found_by_parts_of_name_and_address() {
        let found = client("Sam Lee", "lee@example.com");

        assert!(fits(&found, ""));
        assert!(fits(&found, "LEE sam"));
        assert!(fits(&found, "@example"));
        assert!(!fits(&found, "sam taylor"));
    }

    #[test]
    fn somebody_without_a_name_has_an_address() {
        assert_eq!(name(&client("", "lee@example.com")), "lee@example.com");
        assert_eq!(zone_of(&client("", "")), Some(Zone::Red));
    }
}
