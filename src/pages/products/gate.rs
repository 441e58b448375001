//! What stands in the place of the products while there is no valid assessment.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use crate::format;
use crate::node::{El, Node, el};
use crate::pages::assessment::{self, Validity};
use crate::pages::planned::Planned;
use crate::routes::Route;
use crate::state::draft::Draft;
use crate::state::steps::{self, Step};
use crate::words;

/// Asks to confirm the class, or to answer the risk questions again.
pub(super) fn gate(planned: &Planned, validity: Validity, months: u32) -> Node {
    let lang = planned.lang;
    let draft = expect_context::<Draft>();
    let class = planned.plan.profile.class;
    let (title, why, act) = match validity {
        Validity::Expired(month) => {
            let month = format::year_month(lang, month);
            (
                words::products::expired(lang),
                words::products::expired_why(lang, &month, months),
                retake(planned, draft),
            )
        }
        Validity::Unconfirmed | Validity::Valid => {
            let confirm = el("button", "button button--primary")
                .attr("type", "button")
                .on_click(move || draft.confirm())
                .text(words::products::confirm(lang));
            let why = words::products::not_confirmed_why(lang, class, months);
            (words::products::not_confirmed(lang), why, confirm)
        }
    };
    let reasons =
        el("a", "button").attr("href", Route::Profile.path()).text(words::products::to_profile(lang));
    let head = el("header", "page__head").with(el("h1", "").text(title)).with(el("p", "").text(why));
    el("article", "page").with(head).with(el("p", "row").with(act).with(reasons)).into()
}

/// Takes the risk answers back and leads to the first of them.
fn retake(planned: &Planned, draft: Draft) -> El {
    let navigate = StoredValue::new_local(use_navigate());
    let act = move || {
        draft.retake_risk();
        let next = draft.answers().with_untracked(|answers| {
            answers.as_ref().err().map_or(Step::Review, |errors| steps::next_open(errors))
        });
        navigate.with_value(|navigate| {
            navigate(&Route::Discover(next.slug()).path(), NavigateOptions::default());
        });
    };
    el("button", "button button--primary")
        .attr("type", "button")
        .on_click(act)
        .text(words::products::retake(planned.lang))
}

/// The result waits: nothing can be said to suit.
pub(super) fn held(planned: &Planned) -> Node {
    let lang = planned.lang;
    let head = el("header", "page__head").with(el("h1", "").text(words::app::products(lang)));
    el("article", "page").with(head.with(assessment::standing(lang, &planned.plan))).into()
}
