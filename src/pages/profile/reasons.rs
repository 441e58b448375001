//! Why the class is not higher.

use leptos::prelude::*;
use planner::Plan;
use planner::firm::Firm;
use planner::profile::ClassReason;

use super::flags::quote;
use crate::live;
use crate::pages::planned::Planned;
use crate::state::draft::Draft;
use crate::words::{self, Lang};

/// Every reason, in the order they were applied, and why less may be recommended.
pub(super) fn reasons(lang: Signal<Lang>, planned: Planned) -> impl IntoView {
    let draft = expect_context::<Draft>();
    let list = move |of: fn(&Plan) -> &[ClassReason]| {
        let (lang, plan, firm) = (lang.get(), planned.plan.get(), planned.firm.get());
        let item = |reason| view! { <li>{sentence(lang, reason, &plan, &firm, draft)}</li> };
        of(&plan).iter().map(item).collect_view()
    };
    let recommended = Memo::new(move |_| {
        let profile = planned.plan.with(|plan| plan.profile.recommended);
        Some(profile).filter(|recommended| planned.plan.with(|plan| *recommended < plan.profile.class))
    });
    view! {
        <section class="section section--ruled">
            <h2>{live::text(move || words::profile::reasons(lang.get()))}</h2>
            <ul class="stack stack--tight">{live::part(move || list(|plan| &plan.profile.reasons))}</ul>
            {live::part(move || recommended.get().map(|class| view! {
                <p>{words::profile::recommended(lang.get(), class)}</p>
                <ul class="stack stack--tight">{list(|plan| &plan.profile.recommended_reasons)}</ul>
            }))}
        </section>
    }
}

fn sentence(lang: Lang, reason: &ClassReason, plan: &Plan, firm: &Firm, draft: Draft) -> String {
    match reason {
        ClassReason::Ability => words::profile::because_ability(lang).to_owned(),
        ClassReason::Willingness => words::profile::because_willingness(lang).to_owned(),
        ClassReason::Both => words::profile::because_both(lang).to_owned(),
        ClassReason::Cap(idx) => {
            firm.risk.caps.get(*idx).map_or_else(String::new, |cap| lang.of(&cap.text).to_owned())
        }
        ClassReason::Gate(item) => {
            let quote = quote(lang, item, firm, draft);
            words::profile::because_gate(lang, &quote.question, &quote.answer)
        }
        ClassReason::Provisional => words::profile::because_provisional(lang).to_owned(),
        ClassReason::Objective => words::profile::because_objective(lang).to_owned(),
        ClassReason::Elder => words::profile::because_elder(lang, firm.policy.suitability.elder_cap_age),
        ClassReason::Chosen => words::profile::because_chosen(lang, plan.profile.assessed),
    }
}
