//! The devices that are signed in.

use leptos::prelude::*;
use wire::Device;

use crate::api;
use crate::components::disclosure::disclosure;
use crate::format;
use crate::node::{El, Node, el, kept, live};
use crate::pages::remote::once_here;
use crate::pages::sign_in::refusal;
use crate::state::belongings::Belongings;
use crate::state::call::Call;
use crate::state::language::Language;
use crate::state::remote::Remote;
use crate::state::session::Session;
use crate::state::sync::Sync;
use crate::words::{self, Lang};

/// What the part keeps.
#[derive(Clone, Copy)]
struct Devices {
    session: Session,
    list: Remote<Vec<Device>>,
    call: Call,
    sync: Sync,
    belongings: Belongings,
}

/// The devices, each with the way to sign it out.
pub(super) fn part(lang: Lang, session: Session) -> Node {
    disclosure("devices", words::account::devices(lang), move || {
        let state = move || Devices {
            session,
            list: Remote::new(session, api::session::devices),
            call: Call::new(session),
            sync: expect_context(),
            belongings: Belongings::here(),
        };
        kept("own-devices", state, |devices| {
            el("div", "stack")
                .with(once_here(devices.list, move |lang, list| devices.rows(lang, &list).into()))
                .with(live(move || devices.everywhere().into()))
                .into()
        })
    })
}

impl Devices {
    fn rows(self, lang: Lang, list: &[Device]) -> El {
        el("ul", "account__rows")
            .attr("role", "list")
            .with_all(list.iter().map(|device| self.row(lang, device)))
    }

    fn row(self, lang: Lang, device: &Device) -> El {
        let name =
            if device.name.is_empty() { words::account::unknown_device(lang) } else { device.name.as_str() };
        let id = device.id.clone();
        let end = move || {
            let id = id.clone();
            let ask = move || {
                let id = id.clone();
                async move { api::session::sign_out_one(&id).await }
            };
            self.call.start(ask, move |()| self.list.reload());
        };
        let about = words::account::device_about(
            lang,
            &format::day_of(lang, device.created_ms),
            &format::day_and_time(lang, device.seen_ms),
        );
        let out = (!device.this).then(|| {
            el("button", "button button--quiet")
                .attr("type", "button")
                .attr("aria-label", words::account::sign_out_device(lang, name))
                .on_click(end)
                .text(words::account::sign_out_short(lang))
        });
        let this = device.this.then(|| el("strong", "account__this").text(words::account::this_one(lang)));
        el("li", "account__row")
            .with(
                el("div", "")
                    .with(el("p", "").text(name.to_owned()).text(" ").with(this))
                    .with(el("p", "muted").text(about)),
            )
            .with(out)
    }

    /// Signs every device out. What is on this one stays where it is not all in the account.
    fn everywhere(self) -> El {
        let lang = expect_context::<Language>().get();
        let Self { session, call, sync, belongings, .. } = self;
        let out = move || {
            let ask = move || async move {
                let all = sync.now().await;
                api::session::sign_out_everywhere().await.map(|()| all)
            };
            call.start(ask, move |all| if all { belongings.erase() } else { session.end() });
        };
        let press = el("button", "button")
            .attr("type", "button")
            .attr_if("aria-disabled", call.going().then_some("true"))
            .on_click(out)
            .text(words::account::sign_out_everywhere(lang));
        el("div", "stack stack--tight").with(refusal(lang, call, &[])).with(el("p", "").with(press))
    }
}
