//! A share is told by word before it is drawn, and never by colour alone.

use std::cmp::Ordering;

use evergreen::components::band_list::{Band, band_list};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::stage::Stage;

fn band(name: &str, side: Ordering, standing: &'static str, share: f64) -> Band {
    Band {
        name: name.to_owned(),
        words: format!("{share} held"),
        side,
        standing,
        share,
        target: 0.2,
        range: [0.15, 0.25],
    }
}

#[wasm_bindgen_test]
fn every_share_has_its_standing_in_words_and_a_sign_where_it_is_out() {
    let stage = Stage::of(|| {
        band_list(&[
            band("shares", Ordering::Greater, "too much", 0.5),
            band("bonds", Ordering::Equal, "in range", 0.2),
            band("gold", Ordering::Less, "too little", 0.0),
        ])
        .into()
    });

    let said: Vec<_> =
        stage.all(".band-list__standing").iter().filter_map(|one| one.text_content()).collect();

    assert_eq!(said, ["▴ too much", "in range", "▾ too little"]);
    assert_eq!(stage.all(".band-list__row--out").len(), 2);
}

#[wasm_bindgen_test]
fn the_longest_share_fills_the_scale() {
    let stage = Stage::of(|| band_list(&[band("shares", Ordering::Greater, "too much", 0.5)]).into());

    let share = stage.find(".band-list__held").style().get_property_value("--share").unwrap();
    let high = stage.find(".band-list__range").style().get_property_value("--high").unwrap();

    assert_eq!((share.as_str(), high.as_str()), ("1.0000", "0.5000"));
}
