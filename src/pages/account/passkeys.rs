//! The passkeys of the account.

use leptos::prelude::*;
use wire::{AddPasskey, Passkey};

use super::proof::proof;
use crate::api::{self, ApiError};
use crate::components::disclosure::disclosure;
use crate::components::text_field::{TextField, TextKind};
use crate::format;
use crate::node::{El, Node, el, kept, live};
use crate::pages::remote::once_here;
use crate::pages::sign_in::{fault_of, form, refusal, send_setting, text_field};
use crate::passkey;
use crate::state::call::Call;
use crate::state::language::Language;
use crate::state::remote::Remote;
use crate::state::session::Session;
use crate::words::{self, Lang};

/// What the part keeps.
#[derive(Clone, Copy)]
struct Keys {
    session: Session,
    list: Remote<Vec<Passkey>>,
    name: RwSignal<String>,
    adding: Call,
    removing: Call,
}

/// The passkeys, and the way to add one.
pub(super) fn part(lang: Lang, session: Session) -> Node {
    disclosure("passkeys", words::account::passkeys(lang), move || {
        let state = move || Keys {
            session,
            list: Remote::new(session, api::passkeys::list),
            name: RwSignal::new(words::account::this_device(lang).to_owned()),
            adding: Call::new(session),
            removing: Call::new(session),
        };
        kept("own-passkeys", state, |keys| {
            let lang = expect_context::<Language>().get();
            el("div", "stack")
                .with(el("p", "").text(words::account::passkeys_lead(lang)))
                .with(once_here(keys.list, move |lang, list| keys.rows(lang, &list).into()))
                .with(live(move || keys.add_form().into()))
                .into()
        })
    })
}

impl Keys {
    fn rows(self, lang: Lang, list: &[Passkey]) -> El {
        let row = |key: &Passkey| {
            let id = key.id.clone();
            let remove = move || {
                let id = id.clone();
                let ask = move || {
                    let id = id.clone();
                    async move { api::passkeys::remove(&id).await }
                };
                self.removing.start(ask, move |()| self.list.reload());
            };
            let used = key.used_ms.map(|at_ms| format::day_of(lang, at_ms));
            let about =
                words::account::passkey_about(lang, &format::day_of(lang, key.created_ms), used.as_deref());
            el("li", "account__row")
                .with(
                    el("div", "").with(el("p", "").text(key.name.clone())).with(el("p", "muted").text(about)),
                )
                .with(
                    el("button", "button button--quiet")
                        .attr("type", "button")
                        .attr("aria-label", words::account::remove(lang, &key.name))
                        .on_click(remove)
                        .text(words::account::remove_short(lang)),
                )
        };
        let none = list.is_empty().then(|| el("p", "muted").text(words::account::no_passkeys(lang)));
        el("div", "stack")
            .with(none)
            .with(el("ul", "account__rows").attr("role", "list").with_all(list.iter().map(row)))
    }

    fn add_form(self) -> El {
        let lang = expect_context::<Language>().get();
        if !passkey::known() {
            return el("p", "muted").text(words::account::passkeys_unknown(lang));
        }
        let call = self.adding;
        // The server asks for the password where it was shown long ago.
        if call.error().is_some_and(|error| error.code() == "not_fresh") {
            let name = ("passkey-proof", "account__go-on");
            let again = proof(name, self.session, words::account::go_on, move || {
                self.add();
            });
            return el("div", "").with(again);
        }
        let field = TextField {
            problem: fault_of(lang, call, "name"),
            ..text_field(lang, "passkey-name", TextKind::Words, words::account::passkey_name(lang), self.name)
        };
        form(move || self.add())
            .with(field.show())
            .with(refusal(lang, call, &["name"]))
            .with(refusal(lang, self.removing, &[]))
            .with(send_setting(lang, call, words::account::add_passkey(lang)))
    }

    fn add(self) {
        let name = self.name.get_untracked();
        self.adding.start(move || make(name.clone()), move |_| self.list.reload());
    }
}

/// The server asks, the device makes, the server keeps.
async fn make(name: String) -> Result<Passkey, ApiError> {
    let asked = api::passkeys::ask_to_add().await?;
    let credential = passkey::make(&asked.options).await?;
    api::passkeys::add(&AddPasskey { challenge_id: asked.id, name, credential }).await
}
