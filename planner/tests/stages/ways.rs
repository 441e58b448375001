use planner::answers::{Form, Origin, Priority, ProjectForm, ProjectKind};
use planner::ways::{self, Way};
use planner::zone::Zone;
use planner::{GoalMove, Inputs, Moves, Plan};
use proptest::prelude::*;

use crate::properties::{forms, forms_with_goals};
use crate::support::{china, china_with_goals, firm, plan, request};

fn ways_of(form: &Form, moves: Moves) -> Vec<Way> {
    let firm = firm();
    ways::find(&mut None, &Inputs::check(&request(form, moves), &firm).unwrap(), &firm)
}

fn planned(form: &Form, moves: Moves) -> Plan {
    plan(form, moves, &firm())
}

/// A household short of green that has a home and a car to buy.
fn with_goals(wished_month: f64) -> Form {
    let mut form = china();
    form.money.wished_month = Some(wished_month);
    form.money.essential_month = Some(wished_month.min(11_000.0));
    let goal = |kind, amount, year, priority| ProjectForm {
        kind: Some(kind),
        amount: Some(amount),
        year: Some(year),
        priority: Some(priority),
        wait_years: None,
        shrink_share: None,
    };
    form.projects = vec![
        goal(ProjectKind::Home, 500_000.0, 2035.0, Priority::Want),
        goal(ProjectKind::Other, 150_000.0, 2031.0, Priority::Need),
    ];
    form
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_way_is_green_when_planned_anew(form in prop_oneof![forms(), forms_with_goals()]) {
        for way in ways_of(&form, Moves::default()) {
            let after = planned(&form, way.moves).standing;
            prop_assert_eq!(after.zone, Zone::Green, "{:?}", way);
            prop_assert_eq!(after.success.to_bits(), way.success_after.to_bits(), "{:?}", way);
            prop_assert!(way.cost > 0.0 && way.cost.is_finite());
        }
    }
}

#[test]
fn a_way_on_top_of_a_try_is_green_when_planned_anew() {
    let goal = GoalMove { project: 0, years_later: 2, share: 1.0 };
    let tried = [
        Moves { one_off: Some(50_000.0), ..Moves::default() },
        Moves { retire_age: Some(62), growth_share: Some(0.3), ..Moves::default() },
        Moves { goal: Some(goal), saving_year: Some(70_000.0), ..Moves::default() },
    ];
    let mut goals = 0;
    for form in [22_000.0, 26_000.0].map(with_goals) {
        for moves in tried {
            for way in ways_of(&form, moves) {
                let after = planned(&form, way.moves).standing;
                assert_eq!(after.zone, Zone::Green, "{way:?}");
                assert_eq!(after.success.to_bits(), way.success_after.to_bits(), "{way:?}");
                goals += usize::from(way.goal.is_some());
            }
        }
    }
    assert!(goals > 0);
}

#[test]
fn a_way_is_exact_to_one_unit_of_money() {
    let mut tried = 0;
    for form in [20_000.0, 22_000.0, 26_000.0].map(with_goals) {
        for way in ways_of(&form, Moves::default()) {
            let short = if way.more_saving > 0.0 {
                Moves { saving_year: way.moves.saving_year.map(|saving| saving - 1.0), ..way.moves }
            } else if way.less_spending > 0.0 {
                Moves { wished_year: way.moves.wished_year.map(|wished| wished + 1.0), ..way.moves }
            } else {
                continue;
            };
            assert_ne!(planned(&form, short).standing.zone, Zone::Green, "{way:?} is more than needed");
            tried += 1;
        }
    }
    assert!(tried >= 6);
}

#[test]
fn ways_are_few_ranked_by_cost_and_none_is_another_with_more() {
    let mut kinds = std::collections::BTreeSet::new();
    for form in [20_000.0, 22_000.0, 26_000.0, 32_000.0].map(with_goals) {
        let ways = ways_of(&form, Moves::default());
        assert!(ways.len() <= ways::MOST_WAYS);
        assert!(ways.windows(2).all(|pair| pair[0].cost <= pair[1].cost));
        for way in &ways {
            let levers = [way.more_saving, way.less_spending, way.one_off, f64::from(way.years_later)];
            let count = levers.iter().filter(|asked| **asked > 0.0).count();
            assert!(count + usize::from(way.goal.is_some()) >= 2 || way.goal.is_some(), "{way:?}");
            kinds.insert((levers.map(|asked| asked > 0.0), way.goal.is_some()));
        }
    }
    assert!(kinds.len() >= 5, "{kinds:?}");
}

#[test]
fn saving_and_spending_share_the_cost_equally() {
    let form = with_goals(22_000.0);
    let ways = ways_of(&form, Moves::default());
    let both = ways.iter().find(|way| {
        way.more_saving > 0.0 && way.less_spending > 0.0 && way.years_later == 0 && way.goal.is_none()
    });
    let both = both.unwrap();
    let saving_only = planned(&form, Moves::default())
        .advice
        .moves
        .into_iter()
        .find(|found| found.lever == planner::advice::Lever::Save)
        .unwrap();
    let cost_of_saving = saving_only.cost / saving_only.change * both.more_saving;
    assert!((cost_of_saving / both.cost - 0.5).abs() < 0.001, "{both:?}");
}

#[test]
fn a_green_plan_needs_no_way() {
    assert!(ways_of(&with_goals(8_000.0), Moves::default()).is_empty());
}

#[test]
fn a_need_is_never_reduced() {
    for form in [20_000.0, 26_000.0].map(with_goals) {
        let goals = ways_of(&form, Moves::default()).into_iter().filter_map(|way| way.goal);
        assert!(goals.into_iter().all(|goal| goal.project == 0 || goal.share == 1.0));
    }
}

#[test]
fn a_goal_tried_is_a_goal_changed() {
    let form = with_goals(20_000.0);
    let set_aside = |goal| planned(&form, Moves { goal, ..Moves::default() }).household;
    let half = set_aside(Some(GoalMove { project: 0, years_later: 0, share: 0.5 }));
    let all = set_aside(None);
    assert!(half.wealth + half.saving_year > all.wealth || half.set_aside < all.set_aside);
    let mut other = form.clone();
    other.projects[0].amount = Some(250_000.0);
    assert_eq!(planned(&other, Moves::default()).household, half);

    let firm = firm();
    let absurd = GoalMove { project: 2, years_later: 21, share: 1.5 };
    let moves = Moves { goal: Some(absurd), ..Moves::default() };
    let errors = Inputs::check(&request(&form, moves), &firm).unwrap_err();
    let texts: Vec<String> = errors.iter().map(ToString::to_string).collect();
    assert_eq!(
        texts,
        [
            "moves.goal.project: must be from 0 to 1, is 2",
            "moves.goal.years_later: must be from 0 to 20, is 21",
            "moves.goal.share: must be from 0 to 1, is 1.5",
        ]
    );
}

#[test]
fn a_home_that_waits_takes_its_loan_along() {
    let form = china_with_goals();
    let answers = planner::answers::check(&form, &firm(), crate::support::TODAY).unwrap();
    let home = answers.projects.iter().position(|project| project.origin == Origin::Home).unwrap();
    let project = u32::try_from(home).unwrap();
    let waited = Moves { goal: Some(GoalMove { project, years_later: 2, share: 0.5 }), ..Moves::default() };
    let mut typed = form.clone();
    let home = typed.life.home.as_mut().unwrap();
    home.year = home.year.map(|year| year + 2.0);
    home.price = home.price.map(|price| price * 0.5);
    assert_eq!(planned(&form, waited).household, planned(&typed, Moves::default()).household);
}
