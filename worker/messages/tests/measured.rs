//! What the benchmark measures is as large as its bar says.

use planner::{Inputs, Moves, Request, frontier};

#[path = "../../../planner/tests/support/mod.rs"]
mod support;

#[test]
fn the_measured_map_has_41_ages_of_10_000_lifetimes_of_60_years() {
    let firm = support::firm();
    let form = serde_json::from_str(include_str!("../examples/speed.json")).unwrap();
    let request = Request { lifetimes: Some(10_000), ..support::request(&form, Moves::default()) };
    let inputs = Inputs::check(&request, &firm).unwrap();

    let map = frontier::draw(&mut None, &inputs, &firm);

    assert_eq!((map.columns.len(), map.lifetimes), (41, 10_000));
    assert!(planner::plan(&inputs, &firm).household.years >= 60);
}
