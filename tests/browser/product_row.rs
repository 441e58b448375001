//! A product's row is one link, and says by word whether it suits.

use evergreen::components::product_row::ProductRow;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::stage::Stage;

fn row(warned: bool) -> Stage {
    Stage::of(move || {
        ProductRow {
            id: "cn-money-1".to_owned(),
            link: "/products?id=cn-money-1".to_owned(),
            name: "Everyday fund".to_owned(),
            facts: vec!["Fund".to_owned(), "R1".to_owned()],
            figure: ("0.30%".to_owned(), "¥300 a year".to_owned()),
            warned,
        }
        .show()
        .into()
    })
}

#[wasm_bindgen_test]
fn the_name_is_the_only_link() {
    let stage = row(false);
    let links = stage.all("a");
    assert_eq!(links.len(), 1);
    assert_eq!(links[0].get_attribute("href").as_deref(), Some("/products?id=cn-money-1"));
    assert_eq!(stage.text("a"), "Everyday fund");
    assert_eq!(stage.all(".product-row__fact").len(), 2);
}

#[wasm_bindgen_test]
fn a_product_that_does_not_suit_is_marked() {
    assert!(row(false).all(".product-row--warned").is_empty());
    assert_eq!(row(true).all(".product-row--warned").len(), 1);
}
