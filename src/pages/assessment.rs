//! Whether the assessment counts: held, provisional, or sound.

use std::sync::Arc;

use leptos::prelude::*;
use planner::Plan;

use crate::live;
use crate::routes::Route;
use crate::words::{self, Lang};

/// Says that the result is held or provisional, and the way out; nothing where it is sound.
pub fn standing(lang: Signal<Lang>, plan: Signal<Arc<Plan>>) -> impl IntoView {
    let state = Memo::new(move |_| plan.with(|plan| (plan.profile.held, plan.profile.provisional)));
    live::part(move || {
        let lang = lang.get();
        let (title, meaning) = match state.get() {
            (true, _) => (words::profile::held(lang), words::profile::held_meaning(lang)),
            (false, true) => (words::profile::provisional(lang), words::profile::provisional_meaning(lang)),
            (false, false) => return None,
        };
        Some(view! {
            <div class="caution" role="status">
                <p class="caution__title">{title}</p>
                <p>{meaning}</p>
                <p><a href=Route::Discover("review".to_owned()).path()>{words::profile::to_answers(lang)}</a></p>
            </div>
        })
    })
}
