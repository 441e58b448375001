//! Steps of the main job, each counted once on a device, without anything about who took it.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_location;
use planner::Moves;
use wire::Step;

use crate::api;
use crate::routes::Route;
use crate::state::current_plan::CurrentPlan;
use crate::state::draft::Draft;
use crate::storage::{self, Key};

/// Counting waits until the page has what it needs itself.
const LATER: Duration = Duration::from_secs(2);

/// Follows what is done, and counts each step the first time.
pub fn begin(draft: Draft, current: CurrentPlan) {
    let path = use_location().pathname;
    // A plan changes with every drag; whether there is one does not.
    let planned = Memo::new(move |_| current.plan().with(Option::is_some));
    let tried = Memo::new(move |_| current.moves().get() != Moves::default());
    let answered = Memo::new(move |_| !draft.untouched());
    let complete = Memo::new(move |_| draft.answers().with(Result::is_ok));
    let here = Memo::new(move |_| path.with(|path| Route::of(path).place()));
    Effect::new(move |_| {
        let (planned, here) = (planned.get(), here.get());
        let taken = [
            (Step::Opened, true),
            (Step::FirstAnswer, answered.get()),
            (Step::AllAnswered, complete.get()),
            (Step::ClassShown, planned && here == "profile"),
            (Step::ZoneShown, planned && matches!(here, "home" | "retirement")),
            (Step::WayTried, tried.get()),
        ];
        for (step, _) in taken.into_iter().filter(|(_, taken)| *taken) {
            take(step);
        }
    });
}

/// Counts a step, unless this device has counted it before.
pub fn take(step: Step) {
    if !counted().split(' ').any(|known| known == step.name()) {
        set_timeout(move || spawn_local(send(step)), LATER);
    }
}

fn counted() -> String {
    storage::read(Key::Counted).unwrap_or_default()
}

/// Sends a step. Without network nothing is sent, and nothing is noted: a later visit counts it.
async fn send(step: Step) {
    let before = counted();
    if before.split(' ').any(|known| known == step.name()) || !window().navigator().on_line() {
        return;
    }
    // Noted first: a step that is lost on its way is not worth asking twice.
    let noted = [before.as_str(), " ", step.name()].concat();
    if storage::write(Key::Counted, noted.trim_start()).is_ok() {
        api::count(step).await;
    }
}
