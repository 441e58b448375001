use planner::answers::{Form, Priority, ProjectForm, ProjectKind};
use planner::scenario::{self, Outcome, Scenario};
use planner::zone::Zone;
use planner::{GoalMove, Inputs, Moves, ways};

use crate::support::{china, firm, plan, request};

const MOVES: Moves = Moves {
    retire_age: Some(62),
    saving_year: None,
    wished_year: None,
    one_off: None,
    growth_share: None,
    goal: None,
};

#[test]
fn a_name_has_one_to_forty_characters() {
    assert_eq!(Scenario::check(" 晚两年退休 ", MOVES).unwrap().name(), "晚两年退休");
    assert!(Scenario::check(&"退".repeat(40), MOVES).is_ok());
    for (name, chars) in [("", 0), ("  ", 0), (&*"退".repeat(41), 41)] {
        let error = Scenario::check(name, MOVES).unwrap_err();
        assert_eq!(error.to_string(), format!("name: must be from 1 to 40, is {chars}"));
    }
}

#[test]
fn a_stored_scenario_is_checked_when_it_is_read() {
    let scenario = Scenario::check("later", MOVES).unwrap();
    let text = serde_json::to_string(&scenario).unwrap();
    assert_eq!(serde_json::from_str::<Scenario>(&text).unwrap(), scenario);
    assert_eq!(scenario.moves(), MOVES);
    assert!(serde_json::from_str::<Scenario>(&text.replace("later", " ")).is_err());
}

/// A household short of green, with a home to buy.
fn short_of_green() -> Form {
    let mut form = china();
    form.money.wished_month = Some(22_000.0);
    form.money.essential_month = Some(11_000.0);
    form.projects = vec![ProjectForm {
        kind: Some(ProjectKind::Home),
        amount: Some(500_000.0),
        year: Some(2035.0),
        priority: Some(Priority::Want),
        wait_years: None,
        shrink_share: None,
    }];
    form
}

fn compared(form: &Form, tried: &[Moves]) -> Vec<Option<Outcome>> {
    scenario::compare(&mut None, &request(form, Moves::default()), &firm(), tried).unwrap()
}

#[test]
fn a_scenario_comes_to_what_a_plan_made_with_it_comes_to() {
    let form = short_of_green();
    let goal = GoalMove { project: 0, years_later: 5, share: 0.5 };
    let tried = [
        Moves::default(),
        Moves { retire_age: Some(66), saving_year: Some(90_000.0), ..Moves::default() },
        Moves { growth_share: Some(0.2), goal: Some(goal), ..Moves::default() },
    ];
    for (outcome, moves) in compared(&form, &tried).into_iter().zip(tried) {
        let (outcome, plan) = (outcome.unwrap(), plan(&form, moves, &firm()));
        let standing = &plan.standing;
        assert_eq!(outcome.zone, standing.zone);
        assert_eq!(outcome.success.to_bits(), standing.success.to_bits());
        assert_eq!(outcome.bad_market.to_bits(), standing.bad_market.to_bits());
        assert_eq!(outcome.median.to_bits(), standing.median.to_bits());
        let household = &plan.household;
        assert_eq!(outcome.retire_age, household.age + household.retire_in);
        assert_eq!(
            (outcome.saving_year, outcome.wished_year),
            (household.saving_year, household.wished_year)
        );
    }
}

#[test]
fn a_move_costs_as_a_scenario_what_it_costs_as_advice() {
    let form = short_of_green();
    let near = |a: f64, b: f64| (a - b).abs() <= 1e-9 * b.abs().max(1.0);
    let inputs = Inputs::check(&request(&form, Moves::default()), &firm()).unwrap();
    let ways = ways::find(&mut None, &inputs, &firm());
    assert!(ways.iter().any(|way| way.goal.is_some()) && ways.len() > 2);
    let moves: Vec<Moves> = ways.iter().map(|way| way.moves).collect();
    for (outcome, way) in compared(&form, &moves).into_iter().zip(&ways) {
        let outcome = outcome.unwrap();
        assert!(near(outcome.cost, way.cost), "{outcome:?} against {way:?}");
        assert_eq!(outcome.zone, Zone::Green);
    }
    assert_eq!(compared(&form, &[Moves::default()])[0].unwrap().cost, 0.0);
}

#[test]
fn who_retires_earlier_and_spends_more_gains() {
    let moves = Moves { retire_age: Some(58), wished_year: Some(300_000.0), ..Moves::default() };
    assert!(compared(&short_of_green(), &[moves])[0].unwrap().cost < 0.0);
}

#[test]
fn moves_that_cannot_be_tried_have_no_outcome_and_spoil_no_other() {
    let beyond = Moves { goal: Some(GoalMove { project: 7, years_later: 0, share: 1.0 }), ..MOVES };
    let outcomes = compared(&short_of_green(), &[beyond, MOVES]);
    assert!(outcomes[0].is_none() && outcomes[1].is_some());
    let mut form = short_of_green();
    form.money.wished_month = None;
    let request = request(&form, Moves::default());
    assert!(scenario::compare(&mut None, &request, &firm(), &[MOVES]).is_err());
}
