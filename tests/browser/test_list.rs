//! A failed test is told by mark, word and reason.

use evergreen::components::test_list::{Test, test_list};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::stage::Stage;

#[wasm_bindgen_test]
fn passed_and_failed_tests_differ_in_word_and_mark() {
    let test = |passed, outcome| Test { name: "Level", passed, outcome, reason: "because".to_owned() };
    let stage = Stage::of(move || test_list([test(true, "passed"), test(false, "failed")]).into());

    let outcomes: Vec<_> =
        stage.all(".test-list__outcome").iter().filter_map(|one| one.text_content()).collect();
    let marks: Vec<_> = stage.all("path").iter().filter_map(|path| path.get_attribute("d")).collect();

    assert_eq!(outcomes, ["passed", "failed"]);
    assert_ne!(marks[0], marks[1]);
}
