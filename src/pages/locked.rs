//! What stands in the place of a plan that is not there yet: what is missing, or what failed.

use leptos::prelude::*;

use crate::routes::Route;
use crate::state::current_plan::CurrentPlan;
use crate::state::draft::Draft;
use crate::state::firm_data::FirmData;
use crate::state::language::Language;
use crate::state::steps::{self, Step};
use crate::words::{self, Lang};

/// What is missing before there is a plan, with the way to the next open question.
#[component]
pub fn MissingAnswers() -> impl IntoView {
    let draft = expect_context::<Draft>();
    let language = expect_context::<Language>();
    let open = Memo::new(move |_| {
        draft.answers().with(|answers| {
            let errors = answers.as_ref().err().map_or(&[][..], Vec::as_slice);
            let mut steps: Vec<_> = errors.iter().map(|error| Step::of(&error.field).slug()).collect();
            steps.dedup();
            (steps.len(), steps::next_open(errors).slug())
        })
    });
    view! {
        <div class="page">
            <header class="page__head">
                <h1>{move || words::app::not_yet(language.get())}</h1>
                <p>{move || words::app::not_yet_count(language.get(), open.get().0)}</p>
            </header>
            <p>
                <a class="button button--primary" href=move || Route::Discover(open.get().1).path()>
                    {move || words::app::to_next_open(language.get())}
                </a>
            </p>
        </div>
    }
}

/// The room of a plan that is being computed for the first time, or why it cannot be.
#[component]
pub fn NoPlanYet() -> impl IntoView {
    let plan = expect_context::<CurrentPlan>();
    let firm = expect_context::<FirmData>();
    let language = expect_context::<Language>();
    move || {
        let lang = language.get();
        match (firm.get(), plan.failed().get()) {
            (None, _) => view! { <NoFirmYet /> }.into_any(),
            (Some(_), Some(sentence)) => {
                failure(lang, words::app::no_plan(lang), sentence, Callback::new(move |()| plan.retry()))
            }
            (Some(_), None) => skeleton(words::app::computing(lang)),
        }
    }
}

/// The room of the firm's data while they load, or why there are none.
#[component]
pub fn NoFirmYet() -> impl IntoView {
    let firm = expect_context::<FirmData>();
    let language = expect_context::<Language>();
    move || {
        let lang = language.get();
        if firm.failed().get() {
            let way_out = words::app::firm_missing_way_out(lang).to_owned();
            failure(lang, words::app::firm_missing(lang), way_out, Callback::new(move |()| firm.retry()))
        } else {
            skeleton(words::app::loading(lang))
        }
    }
}

/// What failed, what to do about it, and the button that tries again.
fn failure(lang: Lang, what: &'static str, way_out: String, on_retry: Callback<()>) -> AnyView {
    view! {
        <div class="page">
            <header class="page__head" role="alert">
                <h1>{what}</h1>
                <p>{way_out}</p>
            </header>
            <p>
                <button type="button" class="button button--primary" on:click=move |_| on_retry.run(())>
                    {words::app::retry(lang)}
                </button>
            </p>
        </div>
    }
    .into_any()
}

/// Reserved space while something is on its way, with its name for those who hear the page.
fn skeleton(what: &'static str) -> AnyView {
    view! {
        <div class="page" aria-busy="true">
            <p class="visually-hidden" role="status">{what}</p>
            <span class="skeleton skeleton--title"></span>
            <span class="skeleton skeleton--line"></span>
            <span class="skeleton skeleton--figure"></span>
        </div>
    }
    .into_any()
}
