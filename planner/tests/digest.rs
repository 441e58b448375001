//! The same bits on every machine: this file runs on the host and in the browser.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use planner::{Inputs, Moves, Request};

mod support;

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

/// Digests of the plans of the stored forms. They change with every change of a number, and then
/// CHANGELOG.md says by how much.
const CHINA: &str = "4892d3a28a39099ed6533fe73dacfe2859516550bfaafc54888eba03beaad6c9";
const CANADA: &str = "d547f3657d26f94089414d1e723a9778a6996c3d14c73f6b2b5251df67c42d77";

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn host_and_browser_make_the_same_plan_to_the_last_bit() {
    let firm = support::firm();
    for (form, digest) in [(support::china(), CHINA), (support::canada(), CANADA)] {
        let request = Request { lifetimes: None, ..support::request(&form, Moves::default()) };
        let inputs = Inputs::check(&request, &firm).unwrap();
        assert_eq!(planner::plan(&inputs, &firm).digest, digest);
    }
}
