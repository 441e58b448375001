use planner::advice::{Lever, OutOfReachWhy};
use planner::answers::Form;
use planner::zone::Zone;
use planner::{Moves, Plan};

use crate::support::{canada, china, firm, plan};

fn wishing(wished_month: f64) -> Form {
    let mut form = china();
    form.money.wished_month = Some(wished_month);
    form.money.essential_month = Some(12_000.0);
    form
}

pub(crate) fn applied(moves: Moves, lever: Lever, value: f64) -> Moves {
    match lever {
        Lever::Spend => Moves { wished_year: Some(value), ..moves },
        Lever::Save => Moves { saving_year: Some(value), ..moves },
        Lever::OneOff => Moves { one_off: Some(value), ..moves },
        Lever::Later => Moves { retire_age: Some(value as u32), ..moves },
    }
}

fn not_green() -> Vec<(Form, Plan)> {
    let firm = firm();
    let mut forms: Vec<Form> = [22_000.0, 26_000.0, 30_000.0, 36_000.0].map(wishing).to_vec();
    let mut canadian = canada();
    canadian.money.wished_month = Some(6_500.0);
    forms.push(canadian);
    let plans: Vec<(Form, Plan)> =
        forms.into_iter().map(|form| (form.clone(), plan(&form, Moves::default(), &firm))).collect();
    let found: Vec<_> = plans.into_iter().filter(|(_, plan)| plan.standing.zone != Zone::Green).collect();
    assert!(found.len() >= 3, "these households must need advice");
    found
}

#[test]
fn a_green_plan_needs_no_move() {
    let plan = plan(&wishing(13_000.0), Moves::default(), &firm());
    assert_eq!(plan.standing.zone, Zone::Green);
    assert!(plan.advice.moves.is_empty() && plan.advice.out_of_reach.is_empty());
    assert!(plan.advice.green_spending_year.unwrap() >= 12.0 * 13_000.0);
}

#[test]
fn every_move_reaches_green_when_the_plan_is_made_anew() {
    let firm = firm();
    for (form, before) in not_green() {
        for found in &before.advice.moves {
            let after = plan(&form, applied(Moves::default(), found.lever, found.value), &firm);
            assert_eq!(after.standing.zone, Zone::Green, "{found:?}");
            assert_eq!(after.standing.success.to_bits(), found.success_after.to_bits(), "{found:?}");
        }
    }
}

#[test]
fn a_move_is_exact_to_one_unit_of_money() {
    let firm = firm();
    for (form, before) in not_green() {
        for found in before.advice.moves.iter().filter(|found| found.lever != Lever::Later) {
            let short = if found.lever == Lever::Spend { found.value + 1.0 } else { found.value - 1.0 };
            let after = plan(&form, applied(Moves::default(), found.lever, short), &firm);
            assert_ne!(after.standing.zone, Zone::Green, "{found:?} is more than needed");
        }
    }
}

#[test]
fn moves_are_ranked_by_what_they_cost_the_client() {
    for (_, plan) in not_green() {
        let costs: Vec<f64> = plan.advice.moves.iter().map(|found| found.cost).collect();
        assert!(costs.windows(2).all(|pair| pair[0] <= pair[1]), "{costs:?}");
        assert!(costs.iter().all(|cost| *cost > 0.0));
    }
}

#[test]
fn every_lever_is_either_offered_or_explained() {
    for (_, plan) in not_green() {
        assert_eq!(plan.advice.moves.len() + plan.advice.out_of_reach.len(), 4);
    }
}

#[test]
fn essential_spending_is_never_advised_away() {
    let mut form = wishing(40_000.0);
    form.money.essential_month = Some(36_000.0);
    let plan = plan(&form, Moves::default(), &firm());
    assert!(
        plan.advice
            .out_of_reach
            .iter()
            .any(|lever| lever.lever == Lever::Spend && lever.why == OutOfReachWhy::BelowEssential)
    );
}

#[test]
fn nobody_retired_is_sent_back_to_work() {
    let mut form = wishing(40_000.0);
    form.couple = Some(false);
    form.you.retired = Some(true);
    form.you.pension.known_month = Some(5_000.0);
    let plan = plan(&form, Moves::default(), &firm());
    for lever in [Lever::Save, Lever::Later] {
        assert!(
            plan.advice
                .out_of_reach
                .iter()
                .any(|found| found.lever == lever && found.why == OutOfReachWhy::Retired)
        );
    }
}

#[test]
fn the_latest_age_the_client_named_is_kept() {
    let mut form = wishing(36_000.0);
    form.you.retire_age_latest = Some(60.0);
    let plan = plan(&form, Moves::default(), &firm());
    assert!(plan.advice.moves.iter().all(|found| found.lever != Lever::Later));
}
