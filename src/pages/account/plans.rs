//! The ledger of plans.

use leptos::prelude::*;
use wire::{Language as Spoken, PlanSummary};

use super::entry::spoken;
use crate::api::{self, ApiError};
use crate::components::section::ruled_section;
use crate::format;
use crate::node::{El, Node, el, kept};
use crate::pages::remote::once_here;
use crate::pages::sign_in::refusal;
use crate::state::call::Call;
use crate::state::current_plan::CurrentPlan;
use crate::state::draft::Draft;
use crate::state::language::Language;
use crate::state::ledger;
use crate::state::remote::Remote;
use crate::state::session::Session;
use crate::words::{self, Lang};

/// Most plans that are listed.
const LISTED: usize = 5;

/// What the part looks up.
#[derive(Clone, Copy)]
struct Ledger {
    plans: Remote<Vec<PlanSummary>>,
    call: Call,
    draft: Draft,
    plan: CurrentPlan,
}

/// The stored plans, and the way to store the one of today.
pub(super) fn part(session: Session) -> Node {
    let state = move || {
        let (draft, plan) = (expect_context::<Draft>(), expect_context::<CurrentPlan>());
        let lang = expect_context::<Language>().get();
        let plans = Remote::new(session, move || begun(draft, plan, spoken(lang)));
        Ledger { plans, call: Call::new(session), draft, plan }
    };
    kept("plans", state, |ledger| {
        let lang = expect_context::<Language>().get();
        ruled_section(words::account::plans(lang))
            .with(el("p", "muted").text(words::account::plans_lead(lang)))
            .with(once_here(ledger.plans, move |lang, plans| ledger.shown(lang, &plans).into()))
            .into()
    })
}

/// The ledger. It begins with the plan that is there when its owner first comes.
async fn begun(draft: Draft, plan: CurrentPlan, spoken: Spoken) -> Result<Vec<PlanSummary>, ApiError> {
    let plans = api::records::plans().await?;
    let first = ledger::complete(draft, plan).filter(|_| plans.is_empty());
    let Some(first) = first else { return Ok(plans) };
    // What is refused can be tried again by a press, which says why.
    Ok(ledger::store(first, spoken).await.map_or(plans, |plan| vec![plan]))
}

impl Ledger {
    fn shown(self, lang: Lang, plans: &[PlanSummary]) -> El {
        let line = |plan: &PlanSummary| {
            el("li", "account__row")
                .with(el("span", "").text(words::account::plan_line(lang, plan.number, plan.zone)))
                .with(el("span", "muted").text(format::day_of(lang, plan.created_ms)))
        };
        let none = plans.is_empty().then(|| el("p", "").text(words::account::no_plans(lang)));
        let newest = plans.first().map(|plan| plan.digest.clone());
        el("div", "stack")
            .with(none)
            .with(
                el("ul", "account__rows").attr("role", "list").with_all(plans.iter().take(LISTED).map(line)),
            )
            .with(crate::node::live(move || self.storing(newest.as_deref()).into()))
    }

    fn storing(self, newest: Option<&str>) -> El {
        let lang = expect_context::<Language>().get();
        let plan = self.plan.plan().get();
        let Some(plan) = plan.filter(|_| self.draft.answers().with(Result::is_ok)) else {
            return el("p", "muted").text(words::account::not_complete(lang));
        };
        if newest == Some(plan.digest.as_str()) {
            return el("p", "muted").text(words::account::plan_is_stored(lang));
        }
        let store = move || {
            let Some(record) = ledger::complete(self.draft, self.plan) else { return };
            self.call
                .start(move || ledger::store(record.clone(), spoken(lang)), move |_| self.plans.reload());
        };
        let press = el("button", "button")
            .attr("type", "button")
            .attr_if("aria-disabled", self.call.going().then_some("true"))
            .on_click(store)
            .text(words::account::store_plan(lang));
        el("div", "stack stack--tight").with(refusal(lang, self.call, &[])).with(el("p", "").with(press))
    }
}
