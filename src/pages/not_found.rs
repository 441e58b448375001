//! Any other address: there is nothing, and the way out.

use leptos::prelude::*;

use crate::routes::Route;
use crate::state::language::Language;
use crate::words;

/// Any other address: there is nothing, and the way out.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    let language = expect_context::<Language>();
    view! {
        <div class="page">
            <header class="page__head">
                <h1>{move || words::app::not_found(language.get())}</h1>
                <p>{move || words::app::not_found_way_out(language.get())}</p>
            </header>
            <p><a class="button" href=Route::Home.path()>{move || words::app::to_home(language.get())}</a></p>
        </div>
    }
}
