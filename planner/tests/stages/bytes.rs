//! Whatever bytes come in: a refusal with reasons, or a plan without a contradiction.

use crate::sound::mutation::{Dice, mutate, seeds};
use crate::sound::{Reached, examine};
use crate::support::firm;

/// Inputs that are tried here; `fuzz/` goes on from other seeds for as long as it is let.
const TRIES: usize = 2_000;

/// Changes made one upon the other before a fresh start.
const STEPS: usize = 8;

#[test]
fn changed_requests_are_refused_with_reasons_or_planned_without_a_contradiction() {
    let (firm, seeds, mut dice) = (firm(), seeds(), Dice::new(1));
    let mut reached = [0_usize; 3];
    for _ in 0..TRIES / STEPS {
        let mut request = seeds[dice.below(seeds.len())].clone();
        for _ in 0..STEPS {
            let before = request.clone();
            mutate(&mut request, &mut dice);
            let end = examine(request.to_string().as_bytes(), &firm);
            reached[end as usize] += 1;
            if end != Reached::Plan {
                request = before;
            }
        }
    }
    assert!(reached.iter().all(|count| *count > TRIES / 50), "one outcome is hardly tried: {reached:?}");
}

#[test]
fn what_is_not_a_request_is_nothing() {
    for bytes in [&b""[..], b"{", b"null", b"[]", b"\xff\xfe", b"{\"form\":{}}"] {
        assert_eq!(examine(bytes, &firm()), Reached::Nothing);
    }
}

#[test]
fn every_seed_is_planned() {
    for seed in seeds() {
        assert_eq!(examine(seed.to_string().as_bytes(), &firm()), Reached::Plan);
    }
}
