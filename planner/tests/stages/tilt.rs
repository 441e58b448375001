use planner::answers::Form;
use planner::day::Day;
use planner::firm::Firm;
use planner::firm::shelf::Shelf;
use planner::tilt::{Ground, Tilt, TiltForm, check};
use planner::{Moves, Plan};

use crate::support::{china, choose, firm, plan, shelf};

struct Case {
    plan: Plan,
    firm: Firm,
    shelf: Shelf,
}

impl Case {
    fn of(form: &Form) -> Self {
        let firm = firm();
        Self { plan: plan(form, Moves::default(), &firm), shelf: shelf(), firm }
    }

    fn tilt(&self, change: impl FnOnce(&mut TiltForm)) -> Result<Tilt, Vec<String>> {
        let mut form = TiltForm {
            by: "Investment committee".to_owned(),
            reason: "估值偏高，暂时降低股票。".to_owned(),
            until: "2027-01-31".to_owned(),
            shifts: [("A_LARGE".to_owned(), -0.03), ("CGB".to_owned(), 0.03)].into(),
        };
        change(&mut form);
        let ground = Ground {
            allocation: &self.plan.allocation,
            profile: &self.plan.profile,
            region: self.plan.region,
            firm: &self.firm,
            shelf: &self.shelf,
            today: "2026-11-22".parse::<Day>().unwrap(),
        };
        check(&form, &ground).map_err(|faults| faults.iter().map(ToString::to_string).collect())
    }

    #[track_caller]
    fn refuses(&self, change: impl FnOnce(&mut TiltForm), faults: &[&str]) {
        assert_eq!(self.tilt(change).unwrap_err(), faults);
    }
}

fn shifts(form: &mut TiltForm, shifts: &[(&str, f64)]) {
    form.shifts = shifts.iter().map(|(asset, shift)| ((*asset).to_owned(), *shift)).collect();
}

#[test]
fn a_tilt_within_its_limits_moves_the_weights_it_names() {
    let case = Case::of(&china());
    let tilt = case.tilt(|_| ()).unwrap();
    let sum: f64 = tilt.weights.iter().map(|weight| weight.share).sum();
    assert!((sum - 1.0).abs() < 1e-12);
    for (after, before) in tilt.weights.iter().zip(&case.plan.allocation.weights) {
        let shift = match after.asset.as_str() {
            "A_LARGE" => -0.03,
            "CGB" => 0.03,
            _ => 0.0,
        };
        assert!((after.share - before.share - shift).abs() < 1e-12, "{after:?}");
    }
    assert!(tilt.holds("2027-01-31".parse().unwrap()) && !tilt.holds("2027-02-01".parse().unwrap()));
}

#[test]
fn every_fault_is_named_at_once() {
    Case::of(&china()).refuses(
        |form| {
            form.by = " ".to_owned();
            form.reason = "股票必涨".to_owned();
            form.until = "2027-02-23".to_owned();
            shifts(form, &[("CGB", -0.06), ("TULIPS", 0.01)]);
        },
        &[
            "by: has no answer",
            "reason: must not say \"必涨\"",
            "until: must be from 2026-11-22 to 2027-02-22, is 2027-02-23",
            "shifts.CGB: must be from -0.05 to 0.05, is -0.06",
            "shifts.TULIPS: TULIPS does not exist",
            "shifts: must be from 0 to 0, is -0.049999999999999996",
        ],
    );
}

#[test]
fn a_day_is_a_day_and_not_past() {
    let case = Case::of(&china());
    case.refuses(
        |form| form.until = "soon".to_owned(),
        &["until: must be a day such as 2026-11-22, is soon"],
    );
    case.refuses(|form| form.until.clear(), &["until: has no answer"]);
    case.refuses(
        |form| form.until = "2026-11-21".to_owned(),
        &["until: must be from 2026-11-22 to 2027-02-22, is 2026-11-21"],
    );
}

#[test]
fn the_growth_share_moves_by_five_points_at_most() {
    Case::of(&china()).refuses(
        |form| shifts(form, &[("A_LARGE", -0.04), ("GLOBAL", -0.04), ("CGB", 0.04), ("CREDIT", 0.04)]),
        &["growth: must be from -0.05 to 0.05, is -0.08"],
    );
}

#[test]
fn the_growth_share_stays_within_the_cap_of_the_class() {
    let mut form = china();
    choose(&mut form, "G1", &["b"]);
    let case = Case::of(&form);
    assert_eq!(case.plan.allocation.growth_share, 0.5);
    let found = case.tilt(|form| shifts(form, &[("A_LARGE", 0.02), ("CGB", -0.02)])).unwrap_err();
    assert!(found[0].starts_with("growth: must be from 0 to 0.5, is 0.52"), "{found:?}");
}

#[test]
fn what_does_not_suit_the_class_is_not_bought() {
    let mut form = china();
    choose(&mut form, "G1", &["b"]);
    Case::of(&form).refuses(
        |form| shifts(form, &[("HK", 0.02), ("A_LARGE", -0.02)]),
        &["shifts.HK: does not suit the class"],
    );
}

#[test]
fn a_bad_year_loses_no_more_than_the_client_would_bear() {
    let mut form = china();
    choose(&mut form, "T2", &["e"]);
    let case = Case::of(&form);
    let found = case.tilt(|form| shifts(form, &[("A_LARGE", 0.05), ("CGB", -0.05)])).unwrap_err();
    assert!(found.iter().any(|fault| fault.starts_with("loss: must be from 0 to")), "{found:?}");
    let calmer = case.tilt(|form| shifts(form, &[("A_LARGE", -0.02), ("CGB", 0.02)]));
    assert!(calmer.is_ok(), "{calmer:?}");
}

#[test]
fn money_that_is_needed_soon_is_not_tilted_away() {
    let mut form = china();
    form.you.retired = Some(true);
    form.you.pension.known_month = Some(6_000.0);
    form.couple = Some(false);
    form.money.holdings.clear();
    form.money.unsorted = Some(4_000_000.0);
    form.projects.clear();
    let case = Case::of(&form);
    let cash = case.plan.allocation.weights.iter().find(|weight| weight.asset == "CASH").unwrap();
    assert!(cash.share >= 0.05 && case.plan.allocation.cash_floor > cash.share - 0.01);
    let found = case.tilt(|form| shifts(form, &[("CASH", -0.02), ("CGB", 0.02)])).unwrap_err();
    assert!(found.iter().any(|fault| fault.starts_with("shifts.CASH: must be from")), "{found:?}");
}

#[test]
fn no_weight_falls_below_nothing() {
    let case = Case::of(&china());
    let found = case.tilt(|form| shifts(form, &[("ALT", -0.01), ("CGB", 0.01)])).unwrap_err();
    assert_eq!(found, ["shifts.ALT: must be from 0 to 0.05, is -0.01"]);
}
