//! The firm of this repository, read from its files.

#![allow(dead_code, reason = "each test file uses a part")]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test stops at a file that cannot be read")]

use std::sync::LazyLock;

use planner::answers::Form;
use planner::date::YearMonth;
use planner::firm::shelf::{Shelf, ShelfDocument};
use planner::firm::{Firm, FirmDocument};
use planner::goals::LifePlan;
use planner::{Inputs, Moves, Plan, Request};
use serde::de::DeserializeOwned;

/// The firm's document, unchecked.
pub(crate) fn document() -> FirmDocument {
    FirmDocument {
        identity: read("firm.toml"),
        policy: read("policy.toml"),
        assumptions: vec![read("assumptions/cny.toml"), read("assumptions/cad.toml")],
        risk: read("questionnaires/risk.toml"),
        goals: read("questionnaires/goals.toml"),
    }
}

/// The firm, checked. Read once: a property asks for it hundreds of times.
pub(crate) fn firm() -> Firm {
    static FIRM: LazyLock<Firm> = LazyLock::new(|| Firm::check(document()).unwrap());
    FIRM.clone()
}

/// The firm's shelf, unchecked.
pub(crate) fn shelf_document() -> ShelfDocument {
    ShelfDocument {
        upkeep: read("upkeep.toml"),
        products: read("products.toml"),
        stress: read("stress.toml"),
        fees: read("fees.toml"),
        wording: read("wording.toml"),
    }
}

/// The firm's shelf, checked.
pub(crate) fn shelf() -> Shelf {
    static SHELF: LazyLock<Shelf> = LazyLock::new(|| Shelf::check(shelf_document(), &firm()).unwrap());
    SHELF.clone()
}

/// The text of one of the firm's files. They are built in: a browser has no files.
pub(crate) fn text(file: &str) -> String {
    let text = match file {
        "firm.toml" => include_str!("../../../firm/firm.toml"),
        "policy.toml" => include_str!("../../../firm/policy.toml"),
        "assumptions/cny.toml" => include_str!("../../../firm/assumptions/cny.toml"),
        "assumptions/cad.toml" => include_str!("../../../firm/assumptions/cad.toml"),
        "questionnaires/risk.toml" => include_str!("../../../firm/questionnaires/risk.toml"),
        "questionnaires/goals.toml" => include_str!("../../../firm/questionnaires/goals.toml"),
        "upkeep.toml" => include_str!("../../../firm/upkeep.toml"),
        "products.toml" => include_str!("../../../firm/products.toml"),
        "stress.toml" => include_str!("../../../firm/stress.toml"),
        "fees.toml" => include_str!("../../../firm/fees.toml"),
        "wording.toml" => include_str!("../../../firm/wording.toml"),
        _ => panic!("the firm has no file {file}"),
    };
    text.to_owned()
}

fn read<T: DeserializeOwned>(file: &str) -> T {
    toml::from_str(&text(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// The month of every test.
pub(crate) const TODAY: YearMonth = YearMonth { year: 2026, month: 11 };

/// A couple of forty in China, with everything a form can hold.
pub(crate) fn china() -> Form {
    serde_json::from_str(include_str!("../fixtures/form_v1_china.json")).unwrap()
}

/// A woman of fifty-five in Canada.
pub(crate) fn canada() -> Form {
    serde_json::from_str(include_str!("../fixtures/form_v1_canada.json")).unwrap()
}

/// The couple in China with every life goal that a form of schema 2 can hold.
pub(crate) fn china_with_goals() -> Form {
    serde_json::from_str(include_str!("../fixtures/form_v2_china.json")).unwrap()
}

/// The life plan of a form that must be good.
pub(crate) fn life(form: &Form, moves: Moves, firm: &Firm) -> LifePlan {
    let inputs = Inputs::check(&request(form, moves), firm).unwrap();
    planner::life(&inputs, firm)
}

/// A request for a form, with fewer lifetimes than a client gets, for speed.
pub(crate) fn request(form: &Form, moves: Moves) -> Request {
    Request { form: form.clone(), moves, today: TODAY, seed: 1, lifetimes: Some(2_000) }
}

/// The plan of a form that must be good.
pub(crate) fn plan(form: &Form, moves: Moves, firm: &Firm) -> Plan {
    let inputs = Inputs::check(&request(form, moves), firm).unwrap();
    planner::plan(&inputs, firm)
}

/// Answers one risk item.
pub(crate) fn choose(form: &mut Form, item: &str, keys: &[&str]) {
    form.risk.insert(item.to_owned(), keys.iter().map(|key| (*key).to_owned()).collect());
}
