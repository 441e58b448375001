//! Changing the password.

use leptos::prelude::*;
use wire::NewPassword;

use crate::api;
use crate::components::disclosure::disclosure;
use crate::components::text_field::{TextField, TextKind};
use crate::node::{El, Node, el, kept};
use crate::pages::sign_in::{fault_of, form, refusal, send_setting, text_field};
use crate::state::call::Call;
use crate::state::language::Language;
use crate::state::session::Session;
use crate::words::{self, Lang};

/// What is typed.
#[derive(Clone, Copy)]
struct Typed {
    current: RwSignal<String>,
    new: RwSignal<String>,
    call: Call,
}

/// Changing the password, folded away.
pub(super) fn part(lang: Lang, session: Session) -> Node {
    disclosure("password", words::account::change_password(lang), move || {
        let state = move || Typed {
            current: RwSignal::new(String::new()),
            new: RwSignal::new(String::new()),
            call: Call::new(session),
        };
        kept("new-password", state, move |typed| shown(session, typed).into())
    })
}

fn shown(session: Session, Typed { current, new, call }: Typed) -> El {
    let lang = expect_context::<Language>().get();
    let change = move || {
        let sent = NewPassword { current: current.get_untracked(), password: new.get_untracked() };
        let ask = move || {
            let sent = sent.clone();
            async move { api::account::change_password(&sent).await }
        };
        call.start(ask, move |account| {
            current.set(String::new());
            new.set(String::new());
            session.begin(account);
        });
    };
    let wrong = call.error().is_some_and(|error| error.code() == "wrong_password");
    let problem = if wrong { words::account::wrong_password(lang).to_owned() } else { String::new() };
    let label = words::account::current_password(lang);
    let fields = [
        TextField { problem, ..text_field(lang, "current-password", TextKind::Password, label, current) },
        TextField {
            hint: words::account::password_hint(lang).into(),
            problem: fault_of(lang, call, "password"),
            ..text_field(lang, "new-password", TextKind::NewPassword, words::account::new_password(lang), new)
        },
    ];
    let changed = call.done().then(|| words::account::password_changed(lang));
    form(change)
        .with_all(fields.map(TextField::show))
        .with((!wrong).then(|| refusal(lang, call, &["password"])))
        .with(el("p", "").attr("role", "status").with(changed))
        .with(send_setting(lang, call, words::account::set_password(lang)))
}
