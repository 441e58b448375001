//! What was agreed on in a meeting, ticked off by either of the two.

use leptos::prelude::*;
use wire::{Meeting, Task};

use crate::api::meetings as api;
use crate::components::tick_field::tick_field;
use crate::node::{El, el};
use crate::state::call::Call;
use crate::words::{self, Lang};

/// The tasks of a meeting; nothing where there are none. `on_change` hears the meeting afterwards.
pub(crate) fn tasks(lang: Lang, meeting: &Meeting, call: Call, on_change: Callback<Meeting>) -> Option<El> {
    let row = |task: &Task| {
        let id = task.id.clone();
        let text = words::meetings::task(lang, &task.text, task.side);
        el("li", "").with(tick_field(text, task.done_ms.is_some(), !call.going(), move |done| {
            let id = id.clone();
            call.start(move || api::tick(id.clone(), done), move |meeting| on_change.run(meeting));
        }))
    };
    (!meeting.tasks.is_empty()).then(|| {
        el("section", "stack stack--tight")
            .with(el("h4", "meeting__label").text(words::meetings::tasks(lang)))
            .with(el("ul", "").attr("role", "list").with_all(meeting.tasks.iter().map(row)))
    })
}
