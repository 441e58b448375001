use serde::Deserialize;

use super::*;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "only its form is of interest")]
struct Menu {
    title: String,
    dishes: Vec<Dish>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "only its form is of interest")]
struct Dish {
    name: String,
    price: f64,
}

#[track_caller]
fn check(text: &str, faults: &[(&str, &str)]) {
    let found: Vec<(String, String)> = match read::<Menu>("menu.toml", text) {
        Ok(_) => Vec::new(),
        Err(found) => found.into_iter().map(|fault| (fault.key, fault.reason)).collect(),
    };
    assert_eq!(found.len(), faults.len(), "{found:#?}");
    for ((key, reason), (expected_key, expected_reason)) in found.iter().zip(faults) {
        assert_eq!(key, expected_key);
        assert!(reason.contains(expected_reason), "{key}: {reason}");
    }
}

#[test]
fn a_sound_file_has_no_fault() {
    check("title = 'Lunch'\n[[dishes]]\nname = 'soup'\nprice = 5", &[]);
}

#[test]
fn every_unknown_key_is_named() {
    check(
        "title = 'Lunch'\ntitel = 1\nfoot = 2\n[[dishes]]\nname = 'soup'\nprice = 5\nspicy = true",
        &[("dishes[0].spicy", "not a key"), ("foot", "not a key"), ("titel", "not a key")],
    );
}

#[test]
fn every_entry_of_a_list_is_read_though_an_earlier_one_has_a_fault() {
    check(
        "title = 'Lunch'\ndishes = [{name = 'soup'}, {name = 'rice', price = 2}, {name = 1, price = 2}, {price = 2}]",
        &[("dishes[0].price", "is missing"), ("dishes[2].name", "string"), ("dishes[3].name", "is missing")],
    );
}

#[test]
fn a_file_that_is_no_toml_names_the_line() {
    check("title = 'Lunch'\ndishes = [", &[("", "line 2")]);
}
