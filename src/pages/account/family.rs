//! Who belongs to the household.

use leptos::prelude::*;
use wire::{Care, Kin};

use crate::api;
use crate::components::disclosure::disclosure;
use crate::components::section::ruled_section;
use crate::components::text_field::{TextField, TextKind};
use crate::node::{El, Node, el, kept, live};
use crate::pages::remote::once_here;
use crate::pages::sign_in::{fault_of, form, refusal, send_setting, text_field};
use crate::state::call::Call;
use crate::state::language::Language;
use crate::state::remote::Remote;
use crate::state::session::Session;
use crate::words::{self, Lang};

/// What the part keeps.
#[derive(Clone, Copy)]
struct Family {
    care: Remote<Care>,
    email: RwSignal<String>,
    asking: Call,
    ending: Call,
}

/// Who belongs to the household, and the way to invite somebody.
pub(super) fn part(session: Session) -> Node {
    let state = move || Family {
        care: Remote::new(session, api::care::show),
        email: RwSignal::new(String::new()),
        asking: Call::new(session),
        ending: Call::new(session),
    };
    kept("family", state, |family| {
        let lang = expect_context::<Language>().get();
        let invite = disclosure("invite", words::account::invite_kin(lang), move || {
            let lang = expect_context::<Language>().get();
            el("div", "stack")
                .with(el("p", "").text(words::account::household_meaning(lang)))
                .with(live(move || family.invite().into()))
                .into()
        });
        ruled_section(words::account::family(lang))
            .with(el("p", "muted").text(words::account::family_lead(lang)))
            .with(once_here(family.care, move |lang, care| family.list(lang, &care.household).into()))
            .with(invite)
            .into()
    })
}

impl Family {
    fn list(self, lang: Lang, kin: &[Kin]) -> El {
        let row = |kin: &Kin| {
            let id = kin.id.clone();
            let end = move || {
                let id = id.clone();
                let ask = move || {
                    let id = id.clone();
                    async move { api::care::leave(&id).await }
                };
                self.ending.start(ask, move |()| self.care.reload());
            };
            let waiting = (!kin.agreed).then(|| el("span", "muted").text(words::account::not_agreed(lang)));
            el("li", "account__row").with(el("span", "").text(kin.name.clone()).text(" ").with(waiting)).with(
                el("button", "button button--quiet")
                    .attr("type", "button")
                    .attr("aria-label", words::account::end_link(lang, &kin.name))
                    .on_click(end)
                    .text(words::account::end(lang)),
            )
        };
        el("ul", "account__rows").attr("role", "list").with_all(kin.iter().map(row))
    }

    fn invite(self) -> El {
        let lang = expect_context::<Language>().get();
        let call = self.asking;
        let ask = move || {
            let email = self.email.get_untracked();
            call.start(
                move || api::care::ask_kin(email.clone()),
                move |_| {
                    self.email.set(String::new());
                    self.care.reload();
                },
            );
        };
        let field = TextField {
            problem: fault_of(lang, call, "email"),
            ..text_field(lang, "kin-email", TextKind::OtherEmail, words::account::kin_email(lang), self.email)
        };
        form(ask)
            .with(field.show())
            .with(refusal(lang, call, &["email"]))
            .with(refusal(lang, self.ending, &[]))
            .with(send_setting(lang, call, words::account::invite(lang)))
    }
}
