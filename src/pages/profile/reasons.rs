//! Why the class is not higher.

use planner::profile::ClassReason;

use super::flags::quote;
use crate::components::section::ruled_section;
use crate::node::{El, el};
use crate::pages::planned::Planned;
use crate::words;

/// Every reason, in the order they were applied, and why less may be recommended.
pub(super) fn reasons(planned: &Planned) -> El {
    let (lang, profile) = (planned.lang, &planned.plan.profile);
    let section = ruled_section(words::profile::reasons(lang)).with(list(planned, &profile.reasons));
    if profile.recommended >= profile.class {
        return section;
    }
    section
        .with(el("p", "").text(words::profile::recommended(lang, profile.recommended)))
        .with(list(planned, &profile.recommended_reasons))
}

fn list(planned: &Planned, reasons: &[ClassReason]) -> El {
    let items = reasons.iter().map(|reason| el("li", "").text(sentence(planned, reason)));
    el("ul", "stack stack--tight").with_all(items)
}

fn sentence(planned: &Planned, reason: &ClassReason) -> String {
    let Planned { lang, plan, firm, .. } = planned;
    let lang = *lang;
    match reason {
        ClassReason::Ability => words::profile::because_ability(lang).to_owned(),
        ClassReason::Willingness => words::profile::because_willingness(lang).to_owned(),
        ClassReason::Both => words::profile::because_both(lang).to_owned(),
        ClassReason::Cap(idx) => {
            firm.risk.caps.get(*idx).map_or_else(String::new, |cap| lang.of(&cap.text).to_owned())
        }
        ClassReason::Gate(item) => {
            let quote = quote(lang, item, firm);
            words::profile::because_gate(lang, &quote.question, &quote.answer)
        }
        ClassReason::Provisional => words::profile::because_provisional(lang).to_owned(),
        ClassReason::Objective => words::profile::because_objective(lang).to_owned(),
        ClassReason::Elder => words::profile::because_elder(lang, firm.policy.suitability.elder_cap_age),
        ClassReason::Chosen => words::profile::because_chosen(lang, plan.profile.assessed),
    }
}
