use planner::allocation::{Limit, round_to_points};
use planner::answers::Form;
use planner::firm::{Class, Region};
use planner::portfolio::Market;
use planner::{Moves, Plan};

use crate::support::{canada, china, choose, firm, plan};

fn allocate(form: &Form) -> Plan {
    plan(form, Moves::default(), &firm())
}

#[test]
fn points_are_whole_and_sum_to_one() {
    let rounded = round_to_points(&[1.0 / 3.0, 1.0 / 3.0, 1.0 / 3.0]);
    assert_eq!(rounded, [0.34, 0.33, 0.33]);
    assert_eq!(round_to_points(&[0.07, 0.29, 0.64]), [0.07, 0.29, 0.64]);
}

#[test]
fn model_portfolios_have_their_documented_figures() {
    let firm = firm();
    let assumptions = firm.assumptions_of(Region::China);
    let market = Market::new(assumptions);
    let sleeves = &firm.policy.saa.sleeves[&Region::China];
    // Class, growth, diversifier, then compound, volatility, real net and 95% loss in percent.
    for (class, growth, diversifier, compound, volatility, real_net, loss) in [
        (Class::C1Lowest, 0.0, 0.0, 1.76, 0.9, -0.31, 0.0),
        (Class::C1, 0.0, 0.0, 1.91, 1.6, -0.13, 0.7),
        (Class::C2, 0.0, 0.0, 2.19, 2.0, 0.09, 1.0),
        (Class::C3, 0.30, 0.08, 4.16, 5.6, 1.98, 4.6),
        (Class::C3, 0.50, 0.10, 5.21, 9.1, 2.98, 8.7),
        (Class::C4, 0.75, 0.10, 6.38, 13.4, 4.09, 13.4),
        (Class::C5, 0.95, 0.0, 6.88, 16.7, 4.56, 16.9),
    ] {
        let parts = [
            (market.shares(sleeves.growth_of(class)), growth),
            (market.shares(sleeves.diversifier.as_ref().unwrap()), diversifier),
            (market.shares(sleeves.defensive_of(class)), 1.0 - growth - diversifier),
        ];
        let mut mix = vec![0.0; assumptions.asset.len()];
        for (sleeve, share) in parts {
            for (sum, part) in mix.iter_mut().zip(sleeve) {
                *sum += share * part;
            }
        }
        let moments = market.moments(&mix);
        let close = |found: f64, printed: f64, half: f64| {
            assert!((100.0 * found - printed).abs() <= half, "{class:?} {growth}: {found} for {printed}");
        };
        close(moments.compound(), compound, 0.05);
        close(moments.sd, volatility, 0.06);
        close(moments.real_net(assumptions.inflation), real_net, 0.05);
        close((-moments.quantile_return(-1.644_853_6)).max(0.0), loss, 0.15);
    }
}

#[test]
fn the_class_cap_binds_somebody_with_years_of_saving_ahead() {
    let mut form = china();
    choose(&mut form, "G1", &["b"]);
    let allocation = allocate(&form).allocation;
    assert_eq!((allocation.binding, allocation.growth_share), (Limit::Class, 0.50));
}

#[test]
fn a_near_need_for_the_money_binds_by_horizon() {
    let mut form = china();
    choose(&mut form, "H1", &["c"]);
    let allocation = allocate(&form).allocation;
    assert_eq!((allocation.binding, allocation.growth_share), (Limit::Horizon, 0.40));
}

#[test]
fn the_loss_of_a_bad_year_stays_within_the_clients_own_limit() {
    let mut form = china();
    choose(&mut form, "T2", &["e"]);
    let plan = allocate(&form);
    assert_eq!(plan.allocation.binding, Limit::Loss);
    assert!(
        plan.allocation.figures.loss_95 <= plan.profile.loss_limit + 0.002,
        "{:?}",
        plan.allocation.figures
    );
}

#[test]
fn without_saving_tolerance_alone_decides_the_share() {
    let mut form = china();
    form.you.retired = Some(true);
    form.you.pension.known_month = Some(6_000.0);
    form.money.holdings.clear();
    form.money.unsorted = Some(4_000_000.0);
    form.couple = Some(false);
    form.projects.clear();
    let allocation = allocate(&form).allocation;
    assert_eq!(allocation.binding, Limit::Tolerance);
    assert!((0.3..0.6).contains(&allocation.growth_share), "{}", allocation.growth_share);
    assert!(allocation.cash_floor > 0.0);
    let cash = allocation.weights.iter().find(|weight| weight.asset == "CASH").unwrap().share;
    assert!(cash >= allocation.cash_floor - 0.005, "{cash} {}", allocation.cash_floor);
}

#[test]
fn the_glide_path_falls_as_saving_is_used_up() {
    let glide = allocate(&china()).allocation.glide;
    assert!(glide.windows(2).all(|years| years[1] <= years[0] + 0.011), "{glide:?}");
    assert!(glide[glide.len() - 1] < glide[0]);
}

#[test]
fn the_lowest_class_holds_no_growth_at_all() {
    let mut form = china();
    choose(&mut form, "S2", &["y"]);
    let plan = allocate(&form);
    assert_eq!(plan.profile.class, Class::C1Lowest);
    let held: Vec<&str> = plan
        .allocation
        .weights
        .iter()
        .filter(|weight| weight.share > 0.0)
        .map(|weight| weight.asset.as_str())
        .collect();
    assert_eq!(held, ["CASH", "CGB"]);
    assert!(plan.allocation.figures.real_net < 0.0, "the page says so");
}

#[test]
fn canada_uses_its_own_assets() {
    let plan = allocate(&canada());
    assert!(plan.allocation.weights.iter().any(|weight| weight.asset == "CAEQ" && weight.share > 0.0));
}

#[test]
fn holdings_are_compared_only_where_all_were_sorted() {
    assert!(allocate(&china()).allocation.held.is_some());
    assert!(allocate(&canada()).allocation.held.is_none());
}
