//! Components in a real browser: does each show what it is handed, and report what is done to it.
#![cfg(target_arch = "wasm32")]
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot find its element has failed"
)]

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

mod band_list;
mod choice_list;
mod erase_dialog;
mod frontier_map;
mod goal_row;
mod node;
mod number_field;
mod pick_field;
mod product_row;
mod slot_picker;
mod stage;
mod test_list;
mod text_field;
mod top_three;
mod year_chart;
