//! The password once more, for what is only done shortly after it was shown.

use leptos::prelude::*;

use crate::api;
use crate::components::text_field::{TextField, TextKind};
use crate::node::{Node, kept};
use crate::pages::sign_in::{form, refusal, send_setting, text_field};
use crate::state::call::Call;
use crate::state::language::Language;
use crate::state::session::Session;
use crate::words;

/// Asks for the password once more, in a form with a name and a class for its button; `then` follows once
/// it was right.
pub(super) fn proof(
    (name, class): (&'static str, &'static str),
    session: Session,
    label: fn(words::Lang) -> &'static str,
    then: impl Fn() + Clone + 'static,
) -> Node {
    let state = move || (RwSignal::new(String::new()), Call::new(session));
    kept(name, state, move |(password, call)| {
        let lang = expect_context::<Language>().get();
        let then = then.clone();
        let prove = move || {
            let (sent, then) = (password.get_untracked(), then.clone());
            call.start(
                move || api::session::prove(sent.clone()),
                move |()| {
                    password.set(String::new());
                    then();
                },
            );
        };
        let wrong = call.error().is_some_and(|error| error.code() == "wrong_password");
        let problem = if wrong { words::account::wrong_password(lang).to_owned() } else { String::new() };
        let field = TextField {
            hint: words::account::prove(lang).into(),
            problem,
            ..text_field(lang, name, TextKind::Password, words::account::current_password(lang), password)
        };
        let refused = (!wrong).then(|| refusal(lang, call, &[]));
        form(prove)
            .with(field.show())
            .with(refused)
            .with(send_setting(lang, call, label(lang)).class_if(class, true))
            .into()
    })
}
