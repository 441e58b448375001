//! The administrator's desk: the firm's advisors, and the way to a departure.

use wire::StaffRow;

use super::{Desk, head, leaving, undelivered};
use crate::api::desk as api;
use crate::node::{El, Node, el, kept};
use crate::pages::remote::once_here;
use crate::state::remote::Remote;
use crate::words::staff::View;
use crate::words::{self, Lang};

/// The advisors, what could not be delivered, or one advisor who leaves.
pub(super) fn staff(lang: Lang, desk: Desk) -> El {
    let page = el("div", "page desk");
    if let Some(id) = desk.address.get("leaving") {
        return page.with(leaving::leaving(lang, desk, id));
    }
    let view = desk.address.get("view").and_then(|name| View::of_name(&name)).unwrap_or_default();
    let body = match view {
        View::Advisors => advisors(desk),
        View::Undelivered => undelivered::undelivered(lang, desk),
    };
    let views = View::ALL.map(|view| (view.name(), words::staff::view(lang, view)));
    page.with(head(lang, desk, view.name(), &views)).with(body)
}

fn advisors(desk: Desk) -> Node {
    let open = move || Remote::new(desk.session, api::advisors);
    kept("advisors", open, move |staff| {
        once_here(staff, move |lang, staff| {
            if staff.is_empty() {
                return el("p", "muted").text(words::staff::nobody(lang)).into();
            }
            let rows = staff.iter().map(|row| advisor(lang, desk, row));
            el("ul", "desk__clients").attr("role", "list").with_all(rows).into()
        })
    })
}

fn advisor(lang: Lang, desk: Desk, row: &StaffRow) -> El {
    let card = &row.advisor;
    let way = el("a", "")
        .attr("href", desk.address.with(&[("leaving", Some(card.id.clone()))]))
        .attr("aria-label", words::staff::to_departure_of(lang, &card.name))
        .text(words::staff::to_departure(lang));
    el("li", "desk__client")
        .with(
            el("div", "desk__who")
                .with(el("p", "desk__name").text(card.name.clone()))
                .with(el("p", "muted").text(words::meetings::speaks(lang, &card.languages))),
        )
        .with(el("p", "").text(words::staff::load(lang, row.clients, row.capacity)))
        .with(el("p", "").with(way))
}
