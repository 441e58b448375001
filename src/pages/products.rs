//! `/products`: what suits, and what was searched for.

use std::sync::Arc;

use leptos::prelude::*;
use planner::answers::Answers;
use planner::entry::EntryReason;
use planner::firm::product::Product;
use planner::firm::shelf::Shelf;
use planner::suitability::{self, Client};

use crate::node::{Node, kept, keyed};
use crate::pages::address::Address;
use crate::pages::assessment::{Validity, validity};
use crate::pages::entered::{Entered, EnteredField};
use crate::pages::locked::no_shelf_yet;
use crate::pages::planned::Planned;
use crate::routes::Route;
use crate::state::draft::Draft;
use crate::state::shared;
use crate::state::shelf::ShelfData;
use crate::words::fields::Unit;
use crate::words::{self};

mod ask;
mod detail;
mod gate;
mod list;
mod search;

/// What the page keeps in its address: the product in sight, the own search, the filters, and the
/// sum that costs are said for.
const NAMES: [&str; 6] = ["id", "q", "kind", "term", "min", "sum"];

/// The sum that costs are said for until somebody changes it.
const USUAL_SUM: f64 = 100_000.0;

/// What is kept while the page is visited.
#[derive(Clone, Copy)]
struct Visit {
    address: Address,
    /// What is typed in the search.
    searched: RwSignal<String>,
    /// The product seen last: the way back leads to it.
    seen: StoredValue<String>,
}

/// What the parts of the page are made from.
struct Counter<'a> {
    planned: &'a Planned,
    shelf: &'a Arc<Shelf>,
    client: Client<'a>,
    visit: Visit,
}

/// `/products`: what suits, and what was searched for.
#[must_use]
pub fn page(planned: &Planned) -> Node {
    let data = shared(ShelfData::new);
    data.ask();
    let draft = expect_context::<Draft>();
    let months = planned.firm.policy.suitability.assessment_valid_months;
    match validity(draft.confirmed(), draft.today(), months) {
        Validity::Valid => {}
        open => return gate::gate(planned, open, months),
    }
    if planned.plan.profile.held {
        return gate::held(planned);
    }
    let (Some(shelf), Some(answers)) = (data.get(), draft.answers().with(|answers| answers.clone().ok()))
    else {
        return no_shelf_yet(planned.lang);
    };
    let planned = planned.clone();
    kept("products", Visit::begin, move |visit| at_the_counter(&planned, &shelf, &answers, visit))
}

fn at_the_counter(planned: &Planned, shelf: &Arc<Shelf>, answers: &Answers, visit: Visit) -> Node {
    let (planned, shelf, answers) = (planned.clone(), Arc::clone(shelf), answers.clone());
    let id = visit.address.get("id").unwrap_or_default();
    keyed(["product ", &id].concat(), move || {
        let client = Client {
            profile: &planned.plan.profile,
            answers: &answers,
            assessed: true,
            // Only an advisor records that status, and nothing on this device does.
            qualified: false,
        };
        let counter = Counter { planned: &planned, shelf: &shelf, client, visit };
        if id.is_empty() {
            return list::list(&counter).into();
        }
        visit.seen.set_value(id.clone());
        counter
            .product(&id)
            .map_or_else(|| detail::unknown(&counter), |product| detail::detail(&counter, product))
    })
}

impl Visit {
    fn begin() -> Self {
        let address = Address::of(&Route::Products, &NAMES);
        let searched = RwSignal::new(untrack(|| address.get("q")).unwrap_or_default());
        Self { address, searched, seen: StoredValue::new(String::new()) }
    }
}

impl Counter<'_> {
    /// A product that may be seen.
    fn product(&self, id: &str) -> Option<&Product> {
        let products = self.shelf.products.product.iter();
        products.into_iter().find(|product| product.id == id && self.client.may_see(product))
    }

    fn failed(&self, product: &Product) -> Vec<suitability::Failed> {
        suitability::failed_tests(product, &self.client, &self.planned.firm, self.shelf)
    }

    /// What a kind is called.
    fn kind(&self, product: &Product) -> &str {
        self.shelf.products.kind_of(product).map_or("", |kind| self.planned.lang.of(&kind.name))
    }

    /// The address of a product; the way back leads to the list as it is now.
    fn link(&self, product: &Product) -> String {
        let searched = Some(self.visit.searched.get()).filter(|text| !text.is_empty());
        self.visit.address.with(&[("id", Some(product.id.clone())), ("q", searched)])
    }

    /// The sum that costs are said for; none while it cannot be used.
    fn sum(&self) -> Option<f64> {
        self.sum_entered().number().filter(|sum| SUMS.contains(sum))
    }

    fn sum_entered(&self) -> Entered {
        Entered::of(self.visit.address, "sum", Some(USUAL_SUM))
    }

    /// The box of that sum.
    fn sum_field(&self) -> Node {
        let lang = self.planned.lang;
        let (label, hint) = words::products::sum(lang);
        let entered = self.sum_entered();
        let refused = match entered {
            Entered::Nothing => Some(EntryReason::Missing),
            Entered::Number(value) if !SUMS.contains(&value) => {
                Some(EntryReason::Range { value, min: *SUMS.start(), max: *SUMS.end() })
            }
            Entered::Number(_) | Entered::Unreadable(_) => None,
        };
        EnteredField {
            address: self.visit.address,
            name: "sum",
            label,
            hint,
            unit: Unit::Money,
            entered,
            refused,
            emptied: Some(""),
        }
        .show(lang, self.planned.plan.region)
    }
}

/// Sums that costs can be said for, as in the form.
const SUMS: std::ops::RangeInclusive<f64> = 1.0..=1e11;
