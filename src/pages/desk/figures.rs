//! The client's plan worked out again on this device, with the figures that the client sees.

use leptos::prelude::*;
use planner::{Plan, Request};
use wire::ClientFile;

use crate::components::disclosure::disclosure;
use crate::components::figure_table::figure_table;
use crate::components::state_mark::{State, state_mark};
use crate::node::{El, Node, el, kept};
use crate::pages::verify;
use crate::state::current_plan::{CurrentPlan, Remade};
use crate::state::firm_data::FirmData;
use crate::words::{self, Lang};

/// Unfolds the figures; nothing without a plan that this version reads.
pub(super) fn figures(lang: Lang, known: &ClientFile) -> Option<Node> {
    let request: Request = serde_json::from_value(known.request.clone()?).ok()?;
    let digest = known.digest.clone()?;
    let body = move || {
        let (asked, request, digest) = (request.clone(), request.clone(), digest.clone());
        let begin = move || expect_context::<CurrentPlan>().verify(asked);
        kept(["figures-", &digest].concat(), begin, move |()| {
            let current = expect_context::<CurrentPlan>();
            match current.verified(&request) {
                Some(Remade::Plan(plan)) => shown(lang, &plan, &digest).into(),
                Some(Remade::Refused) => el("p", "").text(words::verify::refused(lang)).into(),
                None => el("p", "muted").attr("role", "status").text(words::verify::computing(lang)).into(),
            }
        })
    };
    Some(disclosure("figures", words::desk::figures(lang), body))
}

fn shown(lang: Lang, plan: &Plan, digest: &str) -> El {
    let equal = plan.digest == digest;
    let [same, differs] = words::verify::marks(lang);
    let firm = expect_context::<FirmData>().get();
    el("div", "stack")
        .with(el("p", "").with(state_mark(State::of(equal), if equal { same } else { differs })))
        .with((!equal).then(|| el("p", "muted").text(words::desk::other_rules(lang))))
        .with(firm.map(|firm| figure_table(verify::figures(lang, plan, &firm)).class_if("desk__facts", true)))
}
