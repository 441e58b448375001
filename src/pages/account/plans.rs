//! The ledger of plans.

use leptos::prelude::*;
use planner::change::Change;
use wire::{Language as Spoken, PlanSummary};

use crate::api::{self, ApiError};
use crate::components::disclosure::disclosure;
use crate::components::section::ruled_section;
use crate::format;
use crate::node::{El, Node, el, kept, keyed, live};
use crate::pages::remote::once_here;
use crate::pages::retirement::moved::in_short;
use crate::pages::sign_in::refusal;
use crate::state::call::Call;
use crate::state::current_plan::CurrentPlan;
use crate::state::draft::Draft;
use crate::state::keeper::Newest;
use crate::state::language::{Language, spoken};
use crate::state::ledger;
use crate::state::remote::Remote;
use crate::state::session::Session;
use crate::state::shared;
use crate::words::{self, Lang};

/// Most plans that are listed at once.
const LISTED: usize = 5;

/// What the part looks up.
#[derive(Clone, Copy)]
struct Ledger {
    session: Session,
    plans: Remote<Vec<PlanSummary>>,
    newest: Newest,
    call: Call,
    draft: Draft,
    plan: CurrentPlan,
}

/// What is known of a stored plan that was unfolded.
#[derive(Clone, Copy)]
struct Entry {
    change: Remote<Option<Change>>,
    verified: RwSignal<Option<bool>>,
    call: Call,
}

/// The stored plans, and the way to store the one of today.
pub(super) fn part(session: Session) -> Node {
    let state = move || {
        let (draft, plan) = (expect_context::<Draft>(), expect_context::<CurrentPlan>());
        let lang = expect_context::<Language>().get();
        let plans = Remote::new(session, move || begun(draft, plan, spoken(lang)));
        Ledger { session, plans, newest: shared(Newest::new), call: Call::new(session), draft, plan }
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
        // What was stored by itself since the list was asked for comes first.
        let known = plans.first().map_or(0, |plan| plan.number);
        let newest = self.newest.get().filter(|plan| known < plan.number);
        let plans: Vec<PlanSummary> = newest.into_iter().chain(plans.iter().cloned()).collect();
        let none = plans.is_empty().then(|| el("p", "").text(words::account::no_plans(lang)));
        let digest = plans.first().map(|plan| plan.digest.clone());
        let before = plans.iter().skip(1).map(|plan| Some(plan.created_ms)).chain([None]).collect::<Vec<_>>();
        let mut listed: Vec<_> = plans.into_iter().zip(before).collect();
        let older = listed.split_off(listed.len().min(LISTED));
        let rows = move |plans: &[(PlanSummary, Option<i64>)]| {
            let lines = plans.iter().map(|(plan, before_ms)| self.line(plan.clone(), *before_ms));
            el("ul", "account__rows").attr("role", "list").with_all(lines)
        };
        let rest = (!older.is_empty()).then(|| {
            let title = words::account::older_plans(lang, older.len());
            disclosure("older", title, move || rows(&older).into())
        });
        el("div", "stack")
            .with(none)
            .with(rows(&listed))
            .with(rest)
            .with(live(move || self.storing(digest.as_deref()).into()))
    }

    /// A stored plan; it unfolds into what changed since the one before.
    fn line(self, plan: PlanSummary, before_ms: Option<i64>) -> Node {
        keyed(plan.id.clone(), move || {
            let lang = expect_context::<Language>().get();
            let day = format::day_of(lang, plan.created_ms);
            let title = words::account::plan_line(lang, plan.number, plan.zone, &day);
            let id = plan.id.clone();
            let body = disclosure("entry", title, move || self.entry(id.clone(), before_ms));
            el("li", "").with(body).into()
        })
    }

    fn entry(self, id: String, before_ms: Option<i64>) -> Node {
        let asked = id.clone();
        let state = move || Entry {
            change: Remote::new(self.session, move || {
                let id = asked.clone();
                async move { api::records::change(&id).await }
            }),
            verified: RwSignal::new(None),
            call: Call::new(self.session),
        };
        kept("opened", state, move |entry| {
            let id = id.clone();
            el("div", "stack")
                .with(once_here(entry.change, move |lang, change| {
                    let told = match (before_ms, change.as_ref()) {
                        (Some(before_ms), Some(change)) => {
                            in_short(lang, &format::day_of(lang, before_ms), change)
                        }
                        (Some(_), None) => words::account::plans_not_comparable(lang).to_owned(),
                        (None, _) => words::account::first_plan(lang).to_owned(),
                    };
                    el("p", "").text(told).into()
                }))
                .with(live(move || entry.verify(&id).into()))
                .into()
        })
    }

    fn storing(self, newest: Option<&str>) -> El {
        let lang = expect_context::<Language>().get();
        let plan = self.plan.plan().get();
        let Some(plan) = plan.filter(|_| self.draft.answers().with(Result::is_ok)) else {
            return el("p", "muted").text(words::account::not_complete(lang));
        };
        if newest == Some(plan.digest.as_str()) {
            return el("p", "muted").attr("role", "status").text(words::account::plan_is_stored(lang));
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

impl Entry {
    /// The press that has the server make the plan anew, and what came of it.
    fn verify(self, id: &str) -> El {
        let lang = expect_context::<Language>().get();
        let Self { verified, call, .. } = self;
        let id = id.to_owned();
        let ask = move || {
            let id = id.clone();
            let ask = move || {
                let id = id.clone();
                async move { api::records::verify(&id).await }
            };
            call.start(ask, move |answer| {
                verified.try_set(Some(answer.same));
            });
        };
        let said = verified.get().map(|same| el("p", "").text(words::account::verified(lang, same)));
        let press = el("button", "button button--quiet")
            .attr("type", "button")
            .attr_if("aria-disabled", call.going().then_some("true"))
            .on_click(ask)
            .text(words::account::verify_plan(lang));
        el("div", "stack stack--tight")
            .with(el("div", "").attr("role", "status").with(said))
            .with(refusal(lang, call, &[]))
            .with(el("p", "").with(press))
    }
}
