//! Why lifetimes of what is tried fall short, and when to spend less or more.

use std::sync::Arc;

use planner::Plan;
use planner::firm::Assumptions;
use planner::guardrail::Guardrail;
use planner::why::{Blame, Why};

use super::{Desk, replay};
use crate::components::bar_list::{Bar, bar_list};
use crate::components::disclosure::disclosure;
use crate::components::section::ruled_section;
use crate::format;
use crate::node::{El, Node, el, live, nothing};
use crate::pages::explained::explained;
use crate::pages::planned::Planned;
use crate::words::method::{self, Explained};
use crate::words::{self, Lang};

/// The failing lifetimes by cause, how badly they fail, and one lifetime to look at.
pub(super) fn causes(planned: &Planned, desk: Desk) -> El {
    let (lang, trial, firm) = (planned.lang, Arc::clone(&planned.trial), Arc::clone(&planned.firm));
    let region = trial.region;
    let counted = live(move || match desk.current.why() {
        Some(why) => told(lang, &why, firm.assumptions_of(region)),
        None => el("p", "muted").attr("role", "status").text(words::why::counting(lang)).into(),
    });
    let replay = disclosure("replay", words::why::replay(lang), move || replay::replay(lang, &trial, desk));
    ruled_section(words::why::causes(lang)).with(counted).with(replay).with(explained(lang, &METHOD))
}

/// What is explained beside the causes.
const METHOD: [Explained; 2] = [method::WHY, method::REPLAY];

fn told(lang: Lang, why: &Why, assumed: &Assumptions) -> Node {
    let said = words::why::failing(lang, why.failing, why.lifetimes);
    let mut causes: Vec<Blame> = why.causes.iter().copied().filter(|blame| blame.share > 0.0).collect();
    causes.sort_by(|a, b| b.share.total_cmp(&a.share));
    let none = causes.is_empty();
    let bars = causes.into_iter().map(|Blame { cause, share }| Bar {
        name: words::why::cause(lang, cause),
        share,
        value: format::percent(lang, share, 1),
        note: words::why::cause_note(lang, cause),
    });
    let lacking = why.typical.zip(why.bad).map(|(typical, bad)| words::why::severity(lang, typical, bad));
    let percent = |share| format::percent(lang, share, 1);
    let off = (assumed.inflation_deviation > 0.0).then(|| percent(assumed.inflation_deviation));
    let prices = words::why::inflation(lang, &percent(assumed.inflation), off.as_deref());
    el("div", "section")
        .with(el("p", "").text(said))
        .with((!none).then(|| bar_list(bars)))
        .with(lacking.map(|text| el("p", "").text(text)))
        .with((!none).then(|| el("p", "muted").text(prices)))
        .into()
}

/// Below which wealth to spend less, and from which on more, in money.
pub(super) fn guardrails(planned: &Planned, desk: Desk) -> Node {
    let (lang, trial) = (planned.lang, Arc::clone(&planned.trial));
    live(move || {
        let Some(guardrails) = desk.current.guardrails() else { return nothing() };
        let cut = guardrails.cut.map(|rail| rule(lang, &trial, rail, words::why::cut));
        let raise = guardrails.raise.map(|rail| rule(lang, &trial, rail, words::why::raise));
        if cut.is_none() && raise.is_none() {
            return nothing();
        }
        el("div", "stack")
            .with(el("h3", "").text(words::why::guardrails(lang)))
            .with(cut)
            .with(raise)
            .with(el("p", "muted").text(words::why::guardrails_note(lang)))
            .with(explained(lang, &[method::GUARDRAILS]))
            .into()
    })
}

fn rule(lang: Lang, plan: &Plan, rail: Guardrail, say: fn(Lang, &str, &str, [&str; 2]) -> String) -> El {
    let [wealth, spending] =
        [rail.wealth, rail.spending_year].map(|amount| format::money(lang, plan.region, amount));
    let [kept, changed] =
        [rail.success_kept, rail.success_changed].map(|chance| format::percent(lang, chance, 0));
    el("p", "").text(say(lang, &wealth, &spending, [&kept, &changed]))
}
