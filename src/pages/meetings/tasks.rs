//! What was agreed on in a meeting, ticked off by either of the two.

use leptos::prelude::*;
use wire::{Meeting, Task};

use super::refusal::refusal;
use crate::api::meetings as api;
use crate::components::tick_field::tick_field;
use crate::node::{El, el};
use crate::state::call::Call;
use crate::state::session::Session;
use crate::words::{self, Lang};

/// What was ticked last, and how far the server has come with it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ticks {
    call: Call,
    /// The task and its tick: shown as it was pressed while the server is asked.
    pressed: RwSignal<Option<(String, bool)>>,
}

impl Ticks {
    pub(crate) fn new(session: Session) -> Self {
        Self { call: Call::new(session), pressed: RwSignal::new(None) }
    }

    fn is_ticked(self, task: &Task) -> bool {
        let pressed = self.pressed.get().filter(|(id, _)| self.call.going() && *id == task.id);
        pressed.map_or(task.done_ms.is_some(), |(_, done)| done)
    }

    fn press(self, id: String, done: bool, on_change: Callback<Meeting>) {
        self.pressed.set(Some((id.clone(), done)));
        self.call.start(move || api::tick(id.clone(), done), move |meeting| on_change.run(meeting));
    }
}

/// The tasks of a meeting; nothing where there are none. `on_change` hears the meeting afterwards.
pub(crate) fn tasks(lang: Lang, meeting: &Meeting, ticks: Ticks, on_change: Callback<Meeting>) -> Option<El> {
    let row = |task: &Task| {
        let id = task.id.clone();
        let text = words::meetings::task(lang, &task.text, task.side);
        let press = move |done| ticks.press(id.clone(), done, on_change);
        el("li", "").with(tick_field(text, ticks.is_ticked(task), true, press))
    };
    (!meeting.tasks.is_empty()).then(|| {
        el("section", "stack stack--tight")
            .with(el("h4", "meeting__label").text(words::meetings::tasks(lang)))
            .with(el("ul", "").attr("role", "list").with_all(meeting.tasks.iter().map(row)))
            .with(refusal(lang, ticks.call.error().as_ref()))
    })
}
