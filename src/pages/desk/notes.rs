//! Notes about a client: written, and read by whoever looks after them.

use leptos::prelude::*;
use wire::{ClientFile, NewNote, Note};

use super::client::File;
use super::written::written;
use crate::api::desk as api;
use crate::components::section::ruled_section;
use crate::components::tick_field::tick_field;
use crate::format::moment;
use crate::node::{El, Node, el, kept};
use crate::pages::meetings::refusal::refusal;
use crate::state::call::Call;
use crate::state::unsent::Unsent;
use crate::words::{self, Lang};

/// What is being written.
#[derive(Clone, Copy, Debug)]
struct Writing {
    text: Unsent,
    contact: RwSignal<bool>,
    call: Call,
}

/// The form, and what was written, newest first.
pub(super) fn notes(lang: Lang, file: File, known: &ClientFile) -> Node {
    let (id, written) = (known.client.id.clone(), known.notes.clone());
    let about = ["note/", &id].concat();
    let state = move || Writing {
        text: file.desk.unsent(about),
        contact: RwSignal::new(false),
        call: Call::new(file.desk.session),
    };
    kept("notes", state, move |writing| {
        let zone = file.desk.zone.get_value();
        ruled_section(words::desk::notes(lang))
            .with(el("p", "muted").text(words::desk::notes_lead(lang)))
            .with(form(lang, file, id.clone(), writing))
            .with(
                el("ul", "desk__notes")
                    .attr("role", "list")
                    .with_all(written.iter().map(|note| row(lang, &zone, note))),
            )
            .into()
    })
}

fn row(lang: Lang, zone: &str, note: &Note) -> El {
    let about = [&moment::long_day(lang, zone, note.at_ms), " · ", &note.by].concat();
    el("li", "desk__note")
        .with(el("p", "muted").text(about))
        .with(el("p", "desk__text").text(note.text.clone()))
}

fn form(lang: Lang, file: File, id: String, writing: Writing) -> El {
    let contact = tick_field(words::desk::was_contact(lang), writing.contact.get(), true, move |contact| {
        writing.contact.set(contact);
    });
    let save = el("button", "button")
        .attr("type", "button")
        .flag("disabled", writing.text.blank() || writing.call.going())
        .on_click(move || {
            let (id, text) = (id.clone(), writing.text.get_untracked());
            let sent = NewNote { text, contact: writing.contact.get_untracked() };
            writing.call.start(
                move || api::write_note(id.clone(), sent.clone()),
                move |known| {
                    writing.text.sent();
                    writing.contact.try_set(false);
                    file.known.set(known);
                },
            );
        })
        .text(words::desk::save_note(lang));
    el("div", "stack stack--tight desk__form")
        .with(written("note", words::desk::new_note(lang), writing.text, ""))
        .with(contact)
        .with(refusal(lang, writing.call.error().as_ref()))
        .with(el("p", "").with(save))
}
