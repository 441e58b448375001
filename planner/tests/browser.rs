//! The same bits on every machine: this file runs on the host and in the browser.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise; only the host knows it as one")]

use planner::{Inputs, Moves, Request};

mod support;

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

/// Digests of the plans of the stored forms. They change with every change of a number, and then
/// CHANGELOG.md says by how much.
const CHINA: &str = "35ae9ce338c2b482c22bf6af162ce0cba8f8251ba111572f944ea196feea0db3";
const CANADA: &str = "250e75acc280caae9ac54eaad604a8af3d0be6d4de5589b45889741c089ab9c3";

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn host_and_browser_make_the_same_plan_to_the_last_bit() {
    let firm = support::firm();
    let digests = [support::china(), support::canada()].map(|form| {
        let request = Request { lifetimes: None, ..support::request(&form, Moves::default()) };
        planner::plan(&Inputs::check(&request, &firm).unwrap(), &firm).digest
    });
    assert_eq!(digests, [CHINA, CANADA]);
}
