//! Life goals beside retirement.

use planner::answers::{
    ChildForm, Debt, Form, HeirForm, HomeForm, ParentForm, Priority, ProjectForm, ProjectKind, Relation,
    Repayment, check,
};
use planner::draws::Draws;
use planner::firm::{Firm, Region};
use planner::goals::estate::{Family, TaskItem, TaskState, by_law};
use planner::goals::fund::{self, Fund};
use planner::goals::{Goal, LifePlan, Source, Stand, housing};
use planner::projection::{self, Column};
use planner::zone::Zone;
use planner::{GoalMove, Moves, allocation, household, profile, zone};
use proptest::prelude::*;

use crate::support::{TODAY, canada, china, china_with_goals, firm, life, plan, request};

fn goals(form: &Form) -> LifePlan {
    life(form, Moves::default(), &firm())
}

fn project(amount: f64, year: f64, priority: Priority) -> ProjectForm {
    ProjectForm {
        kind: Some(ProjectKind::Other),
        amount: Some(amount),
        year: Some(year),
        priority: Some(priority),
        ..ProjectForm::default()
    }
}

/// The couple in China without any goal but retirement.
fn plain() -> Form {
    Form { projects: Vec::new(), debts: Vec::new(), ..china() }
}

#[test]
fn a_form_of_schema_1_gives_the_same_retirement_in_schema_2() {
    for form in [china(), canada()] {
        let newer = Form { schema: 2, ..form.clone() };
        let (before, after) =
            (plan(&form, Moves::default(), &firm()), plan(&newer, Moves::default(), &firm()));
        assert_eq!(before.digest, after.digest);
        let life = goals(&form);
        assert_eq!(life.purse.retirement, before.household.wealth);
        assert_eq!(life.retirement.success, before.standing.success);
        assert_eq!(life.retirement.zone, before.standing.zone);
    }
}

#[test]
fn a_form_of_schema_2_survives_being_stored() {
    let form = china_with_goals();
    let text = serde_json::to_string(&form).unwrap();
    assert_eq!(serde_json::from_str::<Form>(&text).unwrap(), form);
    let life = goals(&form);
    let text = serde_json::to_string(&life).unwrap();
    assert_eq!(serde_json::from_str::<LifePlan>(&text).unwrap(), life, "a null would be a NaN");
}

#[test]
fn goals_are_funded_by_priority_then_date() {
    let life = goals(&china_with_goals());
    let order: Vec<_> = life.goals.iter().map(|goal| (goal.priority, goal.in_years)).collect();
    assert_eq!(life.goals.len(), 6);
    assert!(order.is_sorted(), "{order:?}");
}

#[test]
fn the_reserve_comes_first_where_it_is_kept_apart() {
    let mut form = china_with_goals();
    form.life.reserve_months = Some(24.0);
    let life = goals(&form);
    assert_eq!(life.reserve.had, 360_000.0);
    assert_eq!(life.purse.reserve, 360_000.0);
    assert_eq!(life.purse.goals, 90_000.0);
    form.life.reserve_months = Some(60.0);
    let life = goals(&form);
    assert_eq!((life.reserve.had, life.reserve.gap), (450_000.0, 450_000.0));
    assert_eq!(life.purse.goals, 0.0);
}

#[test]
fn a_study_costs_its_years_at_their_real_prices() {
    let mut form = plain();
    let child = ChildForm {
        birth_year: Some(2020.0),
        place: Some("uk".to_owned()),
        start_age: Some(18.0),
        study_years: Some(3.0),
        cost_year: Some(100_000.0),
        ..ChildForm::default()
    };
    form.life.children = vec![child];
    let study = goals(&form).goals[0].clone();
    let expected = 100_000.0 * (libm::pow(1.02, 12.0) + libm::pow(1.02, 13.0) + libm::pow(1.02, 14.0));
    assert!((study.amount / expected - 1.0).abs() < 1e-12, "{}", study.amount);
    assert_eq!((study.in_years, study.priority), (12, Priority::Need));
}

#[test]
fn a_study_that_is_over_is_no_goal_and_one_that_runs_costs_what_is_left() {
    let mut form = plain();
    let child =
        |born| ChildForm { birth_year: Some(born), place: Some("china".to_owned()), ..ChildForm::default() };
    form.life.children = vec![child(1995.0), child(2006.0)];
    let life = goals(&form);
    assert_eq!(life.children.iter().map(|child| child.years).collect::<Vec<_>>(), [0, 2]);
    assert_eq!(life.goals.len(), 1);
    assert!((life.goals[0].amount - 30_000.0 * 2.02).abs() < 1e-6);
}

#[test]
fn a_wish_gets_nothing_and_is_priced_as_if_taken_up() {
    let mut form = plain();
    form.projects = vec![project(200_000.0, 2030.0, Priority::Wish)];
    let life = goals(&form);
    let wish = &life.goals[0];
    assert_eq!((wish.source, wish.pot, wish.from_saving), (Source::Nothing, 0.0, 0.0));
    assert!(wish.price.money > 150_000.0, "{}", wish.price.money);
    assert!(wish.price.otherwise.bad_market < life.retirement.bad_market);
    form.projects[0].priority = Some(Priority::Want);
    let taken_up = goals(&form);
    assert!(taken_up.goals[0].pot == 200_000.0 && taken_up.purse.retirement == 250_000.0);
}

#[test]
fn a_goal_costs_what_its_pot_is_worth_to_retirement() {
    let mut form = plain();
    form.projects = vec![project(200_000.0, 2030.0, Priority::Need)];
    let goal = goals(&form).goals[0].clone();
    assert_eq!(goal.pot, 200_000.0);
    assert!((goal.price.money - 200_000.0).abs() < 1e-3, "{}", goal.price.money);
    // Twenty years of work lie ahead, with some return.
    let month = goal.price.saving_month.unwrap();
    assert!(month > 200_000.0 / 12.0 / 34.0 * 0.5 && month < 200_000.0 / 12.0 / 5.0, "{month}");
    let months = goal.price.work_months.unwrap();
    assert!(months > 0.0 && months < 60.0, "{months}");
}

#[test]
fn a_dearer_goal_costs_more_months_of_work_without_a_jump() {
    let mut form = plain();
    let mut last = 0.0;
    for amount in (1..=22).map(|step| 20_000.0 * f64::from(step)) {
        form.projects = vec![project(amount, 2030.0, Priority::Need)];
        let months = goals(&form).goals[0].price.work_months.unwrap();
        assert!(months > last && months < last + 3.0, "{amount}: {months} after {last}");
        last = months;
    }
    assert!(last > 12.0, "the steps reach past the first year: {last}");
}

#[test]
fn goals_that_want_the_same_money_are_named() {
    let mut form = plain();
    form.money.saving_year = Some(0.0);
    form.projects =
        vec![project(400_000.0, 2030.0, Priority::Need), project(100_000.0, 2031.0, Priority::Want)];
    let life = goals(&form);
    let collision = life.collisions.iter().find(|collision| collision.short == Some(1)).unwrap();
    assert_eq!((collision.with, collision.amount), (0, 50_000.0));
}

#[test]
fn a_home_takes_its_down_payment_and_its_loan_takes_saving() {
    let mut form = plain();
    let home = HomeForm {
        price: Some(1_000_000.0),
        year: Some(2030.0),
        down_share: Some(0.3),
        loan_rate: Some(0.0),
        loan_years: Some(10.0),
        ..HomeForm::default()
    };
    form.life.home = Some(home);
    let life = goals(&form);
    let goal = &life.goals[0];
    assert_eq!((goal.amount, goal.pot), (300_000.0, 300_000.0));
    let first = 70_000.0;
    assert!(goal.for_loan > 8.0 * first * 0.8 && goal.for_loan < 10.0 * first, "{}", goal.for_loan);
    let loan = life.loans.home.unwrap();
    assert!((loan.equal_payment - 700_000.0 / 120.0).abs() < 1e-9);
    assert!(loan.home_share.kept && loan.down_share.kept);
}

#[test]
fn every_year_of_a_home_loan_is_paid_once_whenever_they_retire() {
    let mut form = plain();
    form.money.saving_year = Some(200_000.0);
    form.life.home = Some(HomeForm {
        price: Some(1_000_000.0),
        year: Some(2030.0),
        loan_years: Some(30.0),
        ..HomeForm::default()
    });
    let home = check(&form, &firm(), TODAY).unwrap().life.home.unwrap();
    let inflation = firm().assumptions_of(Region::China).inflation;
    for retire_age in [55, 60, 63] {
        let moves = Moves { retire_age: Some(retire_age), ..Moves::default() };
        let household = plan(&form, moves, &firm()).household;
        assert_eq!(household.uncovered, 0.0);
        // The down payment is covered by money today.
        for (year, payment) in household::loan_payments(&home, Region::China, inflation) {
            let year = year as usize;
            let paid = household.saving_diverted[year] + household.obligations[year];
            assert!((paid - payment).abs() < 1e-6, "{retire_age}, year {year}: {paid} of {payment}");
        }
    }
}

#[test]
fn the_dearest_home_just_keeps_the_limits() {
    for (mut form, rate) in [(china(), 0.035), (canada(), 0.04)] {
        form.life.home = Some(HomeForm {
            price: Some(500_000.0),
            year: Some(2027.0),
            loan_rate: Some(rate),
            ..HomeForm::default()
        });
        let most = goals(&form).loans.home.unwrap().price_most.unwrap();
        for (share, kept) in [(0.999_999, true), (1.000_001, false)] {
            form.life.home.as_mut().unwrap().price = Some(most * share);
            let loan = goals(&form).loans.home.unwrap();
            assert_eq!(loan.home_share.kept && loan.debt_share.kept, kept);
        }
    }
}

#[test]
fn canada_tests_a_loan_at_a_higher_rate() {
    let firm = firm();
    let rules = firm.policy.life.loan_of(Region::Canada);
    assert!((housing::tested_rate(0.04, rules) - 0.06).abs() < 1e-12);
    assert_eq!(housing::tested_rate(0.03, rules), 0.0525);
    let rules = firm.policy.life.loan_of(Region::China);
    assert_eq!(housing::tested_rate(0.04, rules), 0.04);
}

#[test]
fn the_years_of_a_loan_repay_it_with_its_interest() {
    for repayment in [Repayment::EqualPayment, Repayment::EqualPrincipal] {
        let mut form = plain();
        form.life.home = Some(HomeForm {
            price: Some(1_000_000.0),
            year: Some(2030.0),
            loan_years: Some(20.0),
            repayment: Some(repayment),
            ..HomeForm::default()
        });
        let answers = check(&form, &firm(), TODAY).unwrap();
        let payments = household::loan_payments(&answers.life.home.unwrap(), Region::China, 0.0);
        let loan = goals(&form).loans.home.unwrap();
        let interest = match repayment {
            Repayment::EqualPayment => loan.equal_payment_interest,
            Repayment::EqualPrincipal => loan.equal_principal.interest,
        };
        let paid: f64 = payments.iter().map(|(_, payment)| payment).sum();
        assert!((paid - loan.principal - interest).abs() < 1e-3, "{repayment:?}: {paid}");
    }
}

#[test]
fn the_rate_of_a_loan_follows_from_its_payments() {
    let month = 0.004;
    let payment = planner::goals::mortgage::equal_payment(500_000.0, month, 180);
    let debt = Debt { balance: 500_000.0, payment_year: 12.0 * payment, years: 15, rate: None };
    assert!((housing::implied_rate_month(&debt) - month).abs() < 1e-9);
    let never = Debt { payment_year: 1000.0, ..debt };
    assert_eq!(housing::implied_rate_month(&never), 0.0);
}

#[test]
fn prepaying_beats_investing_above_the_certainty_equivalent() {
    let mut form = china();
    let better = |form: &Form| goals(form).loans.debts[0];
    form.debts[0].rate = Some(0.10);
    let dear = better(&form);
    form.debts[0].rate = Some(0.0);
    let free = better(&form);
    assert!(dear.better_by > 0.0 && free.better_by < 0.0 && !free.implied);
    assert_eq!(free.rate, 0.0);
    let plan = plan(&form, Moves::default(), &firm()).allocation;
    let figures = plan.figures;
    let expected =
        figures.arithmetic - figures.fee - plan.gamma / 2.0 * figures.volatility * figures.volatility;
    assert!((free.invest_rate - expected).abs() < 1e-15);
}

#[test]
fn protection_counts_what_those_who_are_left_need() {
    let mut form = plain();
    form.couple = Some(false);
    form.goals.remove("dependants");
    let alone = goals(&form).protection[0];
    assert_eq!((alone.needs, alone.life_value, alone.gap), (50_000.0, 0.0, [0.0, 0.0]));
    assert_eq!(alone.illness_gap, [720_000.0, 1_200_000.0]);
    form.life.parents = vec![ParentForm { support_month: Some(1000.0), until_year: Some(2026.0) }];
    assert_eq!(goals(&form).protection[0].needs, 62_000.0);
    form.couple = Some(true);
    form.life.your_cover.life = Some(1e9);
    let both = goals(&form).protection;
    assert_eq!(both.len(), 2);
    assert_eq!(both[0].gap, [0.0, 0.0]);
    assert!(both[1].gap[1] > 0.0 && both[1].gap[0] <= both[1].gap[1]);
}

#[test]
fn parents_who_are_supported_take_from_retirement_but_not_from_saving_that_was_answered() {
    let mut form = plain();
    let before = plan(&form, Moves::default(), &firm()).household;
    form.life.parents = vec![ParentForm { support_month: Some(1000.0), until_year: Some(2050.0) }];
    let after = plan(&form, Moves::default(), &firm()).household;
    let retire_in = after.retire_in as usize;
    assert_eq!(after.saving_diverted, before.saving_diverted);
    assert_eq!(after.obligations[retire_in], before.obligations[retire_in] + 12_000.0);
    assert_eq!(after.obligations[24], before.obligations[24] + 12_000.0);
    assert_eq!(after.obligations[25], before.obligations[25]);
}

#[test]
fn a_later_retirement_and_money_that_is_added_keep_the_purse_whole() {
    let moves = Moves { retire_age: Some(63), one_off: Some(70_000.0), ..Moves::default() };
    let life = life(&china_with_goals(), moves, &firm());
    let purse = life.purse;
    assert_eq!(purse.holdings, 520_000.0);
    assert!((purse.reserve + purse.goals + purse.retirement - purse.holdings).abs() < 1e-6);
}

#[test]
fn a_goal_that_is_tried_is_laid_out_as_tried() {
    let typed = china_with_goals();
    for share in [0.0, 0.5, 1.0] {
        let goal = Some(GoalMove { project: 0, years_later: 2, share });
        let life = life(&typed, Moves { goal, ..Moves::default() }, &firm());
        let purse = life.purse;
        assert!((purse.reserve + purse.goals + purse.retirement - purse.holdings).abs() < 1e-6, "{purse:?}");
        let tried = life.goals.iter().find(|goal| goal.project == 0).unwrap();
        assert_eq!((tried.amount, tried.in_years), (share * 200_000.0, 12));
        let Stand { zone, success, bad_market, median } = tried.stand;
        assert!([success, bad_market, median].into_iter().all(f64::is_finite), "{tried:?}");
        assert!(
            share > 0.0 || (zone, success, tried.green_saving_year) == (Zone::Green, 1.0, 0.0),
            "{tried:?}"
        );
    }
}

#[test]
fn the_law_of_china_shares_half_of_the_marital_property_in_equal_parts() {
    let firm = firm();
    let policy = firm.policy.life.estate_of(Region::China);
    let heirs = by_law(Family { spouse: true, children: 2, parents: 1 }, 1e6, policy);
    assert_eq!(heirs.iter().map(|heir| heir.share).collect::<Vec<_>>(), [0.25; 4]);
    let life = goals(&china_with_goals());
    assert_eq!(life.estate.spouse_own, life.estate.inherited);
    assert_eq!(life.estate.spouse_own, (450_000.0 + 2_000_000.0 - 600_000.0) / 2.0);
    assert!(by_law(Family { spouse: false, children: 0, parents: 0 }, 1e6, policy).is_empty());
}

#[test]
fn ontario_gives_the_spouse_a_first_amount_and_a_part_of_the_rest() {
    let firm = firm();
    let policy = firm.policy.life.estate_of(Region::Canada);
    let share = |children, inherited| {
        by_law(Family { spouse: true, children, parents: 2 }, inherited, policy)[0].share
    };
    assert_eq!(share(1, 700_000.0), 0.75);
    assert!((share(2, 1_400_000.0) - 0.5).abs() < 1e-12);
    assert_eq!(share(2, 300_000.0), 1.0);
    assert_eq!(share(0, 900_000.0), 1.0);
}

#[test]
fn what_a_document_covers_and_what_is_still_to_do_is_named() {
    let mut form = china_with_goals();
    let life = goals(&form);
    let state =
        |life: &LifePlan, item| life.estate.checklist.iter().find(|task| task.item == item).unwrap().state;
    assert_eq!(life.estate.covered_share, 500_000.0 / 2_950_000.0);
    assert!(life.estate.wish_needs_will);
    assert_eq!(state(&life, TaskItem::Will), TaskState::Open);
    assert_eq!(state(&life, TaskItem::MaritalHalf), TaskState::Ask);
    // Without an answer about documents the life-goal questionnaire counts.
    form.life.estate.documents = None;
    form.goals.insert("documents".to_owned(), vec!["will".to_owned()]);
    let life = goals(&form);
    assert_eq!(state(&life, TaskItem::Will), TaskState::Done);
    assert!(!life.estate.wish_needs_will);
}

#[test]
fn a_balance_adds_up_and_money_that_is_missing_shows() {
    let form = china_with_goals();
    let life = goals(&form);
    for year in &life.balance {
        let out = year.spending + year.loans + year.parents + year.goals + year.retirement;
        assert!((year.income - out - year.left).abs() < 1e-6);
    }
    let plan = plan(&form, Moves::default(), &firm());
    let retired = &life.balance[plan.household.retire_in as usize + 1];
    let drawn = plan.household.withdrawal(plan.household.retire_in as usize + 1);
    assert!((retired.left + drawn).abs() < 1e-6, "{} {drawn}", retired.left);
}

#[test]
fn faults_of_the_life_goals_are_named_with_their_place() {
    let mut form = china_with_goals();
    form.life.children[1].place = Some("moon".to_owned());
    form.life.home.as_mut().unwrap().price = None;
    form.life.home.as_mut().unwrap().down_share = Some(1.5);
    form.life.estate.heirs.push(HeirForm { relation: Some(Relation::Other), share: Some(0.1) });
    form.life.parents[0].until_year = Some(1999.0);
    form.life.reserve_months = Some(f64::NAN);
    let errors = check(&form, &firm(), TODAY).unwrap_err();
    let fields: Vec<String> = errors.iter().map(|error| error.field.to_string()).collect();
    for field in [
        "life.children.1.place",
        "life.home.price",
        "life.home.down_share",
        "life.estate.heirs.3.share",
        "life.parents.0.until_year",
        "life.reserve_months",
    ] {
        assert!(fields.iter().any(|known| known == field), "{field} in {fields:?}");
    }
    assert_eq!(fields.len(), 6);
}

/// What is tried about one goal of the couple with goals of every kind.
fn tried(project: u32, years_later: u32, share: f64) -> LifePlan {
    let goal = Some(GoalMove { project, years_later, share });
    life(&china_with_goals(), Moves { goal, ..Moves::default() }, &firm())
}

#[test]
fn a_goal_that_is_moved_is_the_goal_of_a_form_that_says_so() {
    let mut home = china_with_goals();
    let said = home.life.home.as_mut().unwrap();
    (said.year, said.price) = (Some(2035.0), Some(1_500_000.0 * 0.8));
    let mut amount = china_with_goals();
    (amount.projects[0].year, amount.projects[0].amount) = (Some(2038.0), Some(160_000.0));
    // The amounts that were typed come first, then the two studies, then the home.
    for (form, project) in [(home, 5), (amount, 0)] {
        let (said, tried) = (goals(&form), tried(project, 2, 0.8));
        // The allocation stays as proposed, so prices and the zone of retirement may differ.
        let funded = |life: &LifePlan| -> Vec<_> {
            life.goals
                .iter()
                .map(|goal| {
                    let Goal { amount, in_years, pot, from_saving, for_loan, uncovered, .. } = *goal;
                    (in_years, [amount, pot, from_saving, for_loan, uncovered])
                })
                .collect()
        };
        assert_eq!(funded(&said), funded(&tried), "{project}");
        assert_eq!((said.purse, said.loans.home), (tried.purse, tried.loans.home));
        assert_eq!(said.balance, tried.balance);
    }
}

#[test]
fn a_study_that_is_postponed_costs_the_prices_of_then() {
    let plain = goals(&china_with_goals());
    let later = tried(3, 2, 1.0);
    let of = |life: &LifePlan| life.goals.iter().find(|goal| goal.project == 3).unwrap().clone();
    let (plain_study, later_study) = (of(&plain), of(&later));
    assert_eq!(later_study.in_years, plain_study.in_years + 2);
    assert!((later_study.amount / plain_study.amount - 1.02 * 1.02).abs() < 1e-12);
    assert_eq!(later.children[0].in_years, plain.children[0].in_years + 2);
}

#[test]
fn a_goal_that_is_not_there_cannot_be_tried() {
    let goal = |project| Some(GoalMove { project, years_later: 1, share: 1.0 });
    let check = |project| {
        let moves = Moves { goal: goal(project), ..Moves::default() };
        planner::Inputs::check(&request(&china_with_goals(), moves), &firm())
    };
    assert!(check(5).is_ok());
    assert_eq!(check(6).unwrap_err()[0].field.to_string(), "moves.goal.project");
}

/// Households with goals of every kind.
fn forms() -> impl Strategy<Value = Form> {
    let goal = (10_000.0..600_000.0_f64, 2027_u32..2066, 0_u8..3);
    let goals = prop::collection::vec(goal, 0..5);
    let money = (0.0..2_000_000.0_f64, 0.0..200_000.0_f64, prop::option::of(0_u32..13));
    let life = (prop::option::of(2010_u32..2030), prop::option::of(2027_u32..2050), any::<bool>());
    (goals, money, life).prop_map(|(goals, (wealth, saving, reserve), (born, home, in_china))| {
        let mut form = if in_china { china() } else { canada() };
        form.money.holdings.clear();
        form.money.unsorted = Some(wealth.round());
        form.money.saving_year = Some(saving.round());
        let priorities = [Priority::Need, Priority::Want, Priority::Wish];
        form.projects = goals
            .into_iter()
            .map(|(amount, year, priority)| {
                project(amount.round(), f64::from(year), priorities[usize::from(priority)])
            })
            .collect();
        form.life.reserve_months = reserve.map(f64::from);
        form.life.children = born
            .map(|born| ChildForm {
                birth_year: Some(f64::from(born)),
                place: Some("canada".to_owned()),
                ..ChildForm::default()
            })
            .into_iter()
            .collect();
        form.life.home = home.map(|year| HomeForm {
            price: Some(800_000.0),
            year: Some(f64::from(year)),
            ..HomeForm::default()
        });
        form
    })
}

/// Plays a fund as the client of a form would.
fn play(form: &Form, fund: &Fund, firm: &Firm) -> projection::Lifetimes {
    let answers = check(form, firm, TODAY).unwrap();
    let profile = profile::score(&answers, firm);
    let returns = allocation::pot_log_returns(&profile, fund.in_years, answers.region, firm);
    fund.play(&returns, &Draws::new(1, 2_000, 60), 2_000)
}

fn a_fund() -> impl Strategy<Value = Fund> {
    (0.0..200_000.0_f64, 0.0..20_000.0_f64, 0_u32..30, 10_000.0..500_000.0_f64, 1_usize..5).prop_map(
        |(pot, saving, in_years, part, years)| {
            let fund = Fund { pot, saving: Vec::new(), in_years, parts: vec![part; years], essential: 0.7 };
            fund.saving_level(saving)
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_part_of_the_purse_sums_to_the_holdings(form in forms()) {
        let life = goals(&form);
        let purse = life.purse;
        prop_assert!(purse.reserve >= 0.0 && purse.goals >= 0.0 && purse.retirement >= 0.0);
        prop_assert!((purse.reserve + purse.goals + purse.retirement - purse.holdings).abs() < 1e-6);
        let plan = plan(&form, Moves::default(), &firm());
        prop_assert_eq!(purse.retirement, plan.household.wealth);
        prop_assert_eq!(life.retirement.success, plan.standing.success);
        for (year, diverted) in plan.household.saving_diverted.iter().enumerate() {
            let saved = plan.household.saving_year * plan.household.saving_factor[year];
            prop_assert!(*diverted <= saved + 1e-6, "no year gives more than it saves");
        }
    }

    #[test]
    fn no_order_of_goals_changes_the_totals(form in forms()) {
        let mut other = form.clone();
        other.projects.reverse();
        let (one, two) = (goals(&form), goals(&other));
        let sums = |life: &LifePlan| {
            let sum = |part: fn(&Goal) -> f64| life.goals.iter().map(part).sum::<f64>();
            [sum(|goal| goal.pot), sum(|goal| goal.from_saving), sum(|goal| goal.for_loan), sum(|goal| goal.uncovered)]
        };
        for (one, two) in sums(&one).into_iter().zip(sums(&two)) {
            prop_assert!((one - two).abs() < 1e-3, "{one} {two}");
        }
    }

    #[test]
    fn dropping_a_goal_never_worsens_retirement(form in forms()) {
        let firm = firm();
        let life = goals(&form);
        for goal in &life.goals {
            let other = goal.price.otherwise;
            if goal.priority == Priority::Wish {
                prop_assert!(other.success <= life.retirement.success);
                prop_assert!(other.bad_market <= life.retirement.bad_market + 1e-12);
            } else {
                prop_assert!(other.success >= life.retirement.success);
                prop_assert!(other.bad_market >= life.retirement.bad_market - 1e-12);
            }
            prop_assert!(goal.price.money >= 0.0);
        }
        // The same where everything is funded anew, at the same returns.
        let answers = check(&form, &firm, TODAY).unwrap();
        let profile = profile::score(&answers, &firm);
        let with = household::household(&answers, &firm, &Moves::default(), 0);
        let proposed = allocation::allocate(&profile, &with, &answers, &firm);
        let returns = allocation::real_log_returns(&proposed, &profile, answers.region, None, &firm);
        for idx in 0..form.projects.len() {
            let mut without = form.clone();
            without.projects.remove(idx);
            let without = household::household(&check(&without, &firm, TODAY).unwrap(), &firm, &Moves::default(), 0);
            let columns = [Column::of(&with), Column::of(&without)];
            let played = projection::play(&columns, &returns, &Draws::new(1, 2_000, 80), 2_000);
            let [before, after] = [0, 1].map(|idx| zone::measure(&played[idx], &firm.policy.zone));
            prop_assert!(after.success >= before.success);
            prop_assert!(after.bad_market >= before.bad_market - 1e-9);
        }
    }

    #[test]
    fn the_saving_that_a_goal_needs_makes_it_green_and_less_does_not(fund in a_fund()) {
        let firm = firm();
        let policy = &firm.policy.zone;
        let bare = fund.saving_level(0.0);
        let needed = fund::green_saving(&play(&china(), &fund, &firm), policy);
        let zone = |saving: f64| fund::stand(&play(&china(), &bare.saving_level(saving), &firm), policy).zone;
        prop_assert_eq!(zone(needed), Zone::Green);
        if needed > 2.0 {
            prop_assert!(zone(needed - 2.0) < Zone::Green);
        }
    }

    #[test]
    fn more_saving_never_lowers_a_goal_and_a_larger_amount_never_raises_it(
        fund in a_fund(),
        more in 1.0..20_000.0_f64,
    ) {
        let firm = firm();
        let policy = &firm.policy.zone;
        let stand = |fund: &Fund| fund::stand(&play(&china(), fund, &firm), policy);
        let green = |fund: &Fund| fund::green_saving(&play(&china(), fund, &firm), policy);
        let now = stand(&fund);
        let saving = Fund { saving: fund.saving.iter().map(|saving| saving + more).collect(), ..fund.clone() };
        let larger = Fund { parts: fund.parts.iter().map(|part| part + more).collect(), ..fund.clone() };
        let (saves, dearer) = (stand(&saving), stand(&larger));
        prop_assert!(saves.success >= now.success && saves.bad_market >= now.bad_market && saves.zone >= now.zone);
        prop_assert!(dearer.success <= now.success && dearer.bad_market <= now.bad_market && dearer.zone <= now.zone);
        prop_assert!(green(&larger) >= green(&fund));
    }

    #[test]
    fn more_saving_of_the_household_never_uncovers_a_goal(form in forms(), more in 1.0..100_000.0_f64) {
        let mut richer = form.clone();
        richer.money.saving_year = form.money.saving_year.map(|saving| saving + more);
        let lacking = |form: &Form| goals(form).goals.iter().map(|goal| goal.uncovered).sum::<f64>();
        prop_assert!(lacking(&richer) <= lacking(&form) + 1e-6);
    }

    #[test]
    fn a_later_retirement_or_another_spending_in_it_leaves_every_pot_as_it_is(
        form in forms(),
        years in 1_u32..5,
        share in 0.5..1.5_f64,
    ) {
        let firm = firm();
        let before = goals(&form);
        let answers = check(&form, &firm, TODAY).unwrap();
        let moves = Moves {
            retire_age: Some(answers.you().retire_age + years),
            wished_year: Some(answers.wished_year * share),
            ..Moves::default()
        };
        let after = life(&form, moves, &firm);
        prop_assert_eq!(before.purse, after.purse);
        for (before, after) in before.goals.iter().zip(&after.goals).filter(|(goal, _)| goal.source == Source::Pot) {
            prop_assert_eq!((before.pot, before.from_saving, before.stand), (after.pot, after.from_saving, after.stand));
        }
    }

    #[test]
    fn a_later_date_never_lowers_what_is_funded(form in forms(), later in 1_u32..4) {
        // A goal that moves past another changes its turn, so the one that moves stands alone.
        let mut form = form;
        form.life.home = None;
        form.life.children.clear();
        form.projects.truncate(1);
        let before = goals(&form);
        for project in &mut form.projects {
            project.year = project.year.map(|year| year + f64::from(later));
        }
        let after = goals(&form);
        for (before, after) in before.goals.iter().zip(&after.goals).filter(|(_, after)| after.source == Source::Pot) {
            prop_assert!(after.uncovered <= before.uncovered + 1e-6);
        }
    }

    #[test]
    fn a_later_date_needs_less_saving_a_year(fund in a_fund(), later in 1_u32..6) {
        // A pot that nearly pays already may lose by waiting: it may take more risk then.
        let firm = firm();
        let fund = Fund { pot: 0.0, ..fund };
        let green = |fund: &Fund| fund::green_saving(&play(&china(), fund, &firm), &firm.policy.zone);
        prop_assert!(green(&fund.waiting(later)) <= green(&fund));
    }
}
