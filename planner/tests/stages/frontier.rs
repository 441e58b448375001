use planner::answers::Form;
use planner::draws::Draws;
use planner::frontier::{self, Frontier};
use planner::zone::Zone;
use planner::{Inputs, Moves, Request};
use proptest::prelude::*;

use crate::properties::forms;
use crate::support::{canada, china, firm, request};

fn few(form: &Form, moves: Moves) -> Request {
    Request { lifetimes: Some(400), ..request(form, moves) }
}

fn zone_of(request: &Request) -> Zone {
    let firm = firm();
    planner::plan(&Inputs::check(request, &firm).unwrap(), &firm).standing.zone
}

fn map(request: &Request) -> Frontier {
    let firm = firm();
    frontier::draw(&mut None, &Inputs::check(request, &firm).unwrap(), &firm)
}

/// The zone of a saving or spending at the map's borders.
fn by_saving(column: &frontier::AgeColumn, saving: f64) -> Zone {
    match (column.green_from, column.red_below) {
        (Some(from), _) if from <= saving => Zone::Green,
        (_, Some(below)) if below <= saving => Zone::Grey,
        _ => Zone::Red,
    }
}

fn by_spending(column: &frontier::AgeColumn, spending: f64) -> Zone {
    match (column.green_up_to, column.red_above) {
        (Some(up_to), _) if spending <= up_to => Zone::Green,
        (_, Some(above)) if spending <= above => Zone::Grey,
        _ => Zone::Red,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_plan_has_the_zone_of_its_place_on_the_map(form in forms()) {
        let request = few(&form, Moves::default());
        let map = map(&request);
        let zone = zone_of(&request);
        prop_assert_eq!(map.dot.zone, zone);
        let own = map.columns.iter().find(|column| column.age == map.dot.age).unwrap();
        prop_assert_eq!(by_saving(own, map.dot.saving_year), zone);
        prop_assert_eq!(by_spending(own, map.dot.wished_year), zone);
    }

    #[test]
    fn red_ends_where_green_has_not_begun_and_nothing_is_nan(form in forms()) {
        let map = map(&few(&form, Moves::default()));
        let text = serde_json::to_string(&map).unwrap();
        prop_assert!(!text.contains("NaN") && !text.contains("inf"));
        prop_assert!((1..=frontier::AGES as usize).contains(&map.columns.len()));
        for column in &map.columns {
            if let Some(green) = column.green_from {
                prop_assert!(column.red_below.unwrap() <= green);
            }
            if let Some(green) = column.green_up_to {
                prop_assert!(green <= column.red_above.unwrap());
            }
        }
    }

    #[test]
    fn the_ways_lead_to_green_when_planned_anew(form in forms()) {
        let map = map(&few(&form, Moves::default()));
        if let Some(way) = map.by_saving {
            let moves = Moves { retire_age: Some(way.age), saving_year: Some(way.value), ..Moves::default() };
            prop_assert_eq!(zone_of(&few(&form, moves)), Zone::Green);
            prop_assert!(way.cost >= 0.0);
        }
        if let Some(way) = map.by_spending {
            let moves = Moves { retire_age: Some(way.age), wished_year: Some(way.value), ..Moves::default() };
            prop_assert_eq!(zone_of(&few(&form, moves)), Zone::Green);
        }
    }
}

#[test]
fn every_border_is_exact_to_one_unit_of_money() {
    let mut form = china();
    form.money.wished_month = Some(26_000.0);
    let map = map(&few(&form, Moves::default()));
    let zone = |age, saving_year, wished_year| {
        zone_of(&few(&form, Moves { retire_age: Some(age), saving_year, wished_year, ..Moves::default() }))
    };
    let mut tried = 0;
    for column in map.columns.iter().step_by(6) {
        let saving = |value| zone(column.age, Some(value), None);
        let spending = |value| zone(column.age, None, Some(value));
        if let Some(green) = column.green_from.filter(|green| *green >= 1.0) {
            assert_eq!((saving(green), saving(green - 1.0)), (Zone::Green, Zone::Grey), "{column:?}");
            tried += 1;
        }
        if let Some(red) = column.red_below.filter(|red| *red >= 1.0) {
            assert_eq!(saving(red - 1.0), Zone::Red, "{column:?}");
            assert_ne!(saving(red), Zone::Red, "{column:?}");
            tried += 1;
        }
        if let (Some(green), Some(red)) = (column.green_up_to, column.red_above) {
            assert_eq!((spending(green), spending(green + 1.0)), (Zone::Green, Zone::Grey), "{column:?}");
            assert_eq!(spending(red + 1.0), Zone::Red, "{column:?}");
            assert_ne!(spending(red), Zone::Red, "{column:?}");
            tried += 1;
        }
    }
    assert!(tried >= 10, "{map:?}");
}

#[test]
fn a_later_age_never_needs_more_saving() {
    // With income that lasts until retirement, each year later adds saving and takes a year of
    // spending away. (Where income ends at a set age before, saving ends there too.)
    for mut form in [china(), canada()] {
        form.money.wished_month = Some(18_000.0);
        form.projects.clear();
        let map = map(&few(&form, Moves::default()));
        let needed: Vec<f64> =
            map.columns.iter().map(|column| column.green_from.unwrap_or(f64::INFINITY)).collect();
        assert!(needed.windows(2).all(|pair| pair[1] <= pair[0]), "{needed:?}");
        let spent: Vec<f64> = map.columns.iter().map(|column| column.green_up_to.unwrap_or(0.0)).collect();
        assert!(spent.windows(2).all(|pair| pair[0] <= pair[1]), "{spent:?}");
    }
}

#[test]
fn more_spending_never_needs_less_saving() {
    let needed = |wished: f64| {
        let mut form = china();
        form.money.wished_month = Some(wished);
        form.money.essential_month = Some(8_000.0);
        map(&few(&form, Moves::default())).columns
    };
    for (less, more) in needed(16_000.0).iter().zip(&needed(24_000.0)) {
        let or_never = |saving: Option<f64>| saving.unwrap_or(f64::INFINITY);
        assert!(or_never(less.green_from) <= or_never(more.green_from));
        assert!(or_never(less.red_below) <= or_never(more.red_below));
    }
}

#[test]
fn who_is_retired_has_one_column_and_no_saving_to_add() {
    let mut form = china();
    form.couple = Some(false);
    form.you.retired = Some(true);
    form.you.pension.known_month = Some(5_000.0);
    form.money.wished_month = Some(40_000.0);
    let map = map(&few(&form, Moves::default()));
    assert_eq!(map.columns.len(), 1);
    assert_eq!((map.dot.zone, map.columns[0].green_from, map.by_saving), (Zone::Red, None, None));
    assert!(map.columns[0].red_above.unwrap() < 12.0 * 40_000.0);
}

#[test]
fn fewer_lifetimes_are_the_first_of_many_and_kept_draws_change_nothing() {
    let firm = firm();
    let inputs = Inputs::check(&few(&china(), Moves::default()), &firm).unwrap();
    let mut kept = Some(Draws::new(1, 2_000, 100));
    assert_eq!(frontier::draw(&mut kept, &inputs, &firm), frontier::draw(&mut None, &inputs, &firm));
    assert_eq!(kept.unwrap().pairs(), 1_000);
}
