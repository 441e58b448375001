//! JSON bytes → request → check → plan, life, map, ways, why: no panic, no figure that is none, no
//! zone that contradicts its own P, B and M. The property is that of `planner/tests/sound`.
//!
//! `cargo fuzz run request --sanitizer none -- -max_len=32768 -max_total_time=600`

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};
use planner::firm::Firm;
use serde_json::Value;
use sound::mutation::{Dice, mutate, seeds};

#[path = "../../planner/tests/sound/mod.rs"]
mod sound;
#[path = "../../planner/tests/support/mod.rs"]
mod support;

static FIRM: LazyLock<Firm> = LazyLock::new(support::firm);
static SEEDS: LazyLock<Vec<Value>> = LazyLock::new(seeds);

/// One change in so many is made to the bytes, not to the document.
const RAW: usize = 16;

fuzz_target!(|bytes: &[u8]| {
    sound::examine(bytes, &FIRM);
});

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    let mut dice = Dice::new(u64::from(seed));
    let found: Option<Value> = data.get(..size).and_then(|bytes| serde_json::from_slice(bytes).ok());
    let mut document = match found {
        Some(_) if dice.below(RAW) == 0 => return fuzzer_mutate(data, size, max_size),
        Some(document @ Value::Object(_)) => document,
        _ => SEEDS[dice.below(SEEDS.len())].clone(),
    };
    mutate(&mut document, &mut dice);
    let text = document.to_string();
    match data.get_mut(..text.len()).filter(|_| text.len() <= max_size) {
        Some(room) => {
            room.copy_from_slice(text.as_bytes());
            text.len()
        }
        None => fuzzer_mutate(data, size, max_size),
    }
});
