//! Which products suit an investor: four tests, a list of what passes, a search for the rest.
//!
//! Rules: only what suits is listed, and in an order that does not compare by promise; anything
//! else is found by the investor's own search only, with the failed tests and the warning it needs.

use serde::{Deserialize, Serialize};

use crate::answers::Answers;
use crate::firm::product::{Objective, Product};
use crate::firm::shelf::Shelf;
use crate::firm::{Class, Family, Firm, Level, RiskOption};
use crate::profile::Profile;

/// Days of a year, for terms.
const DAYS_A_YEAR: f64 = 365.0;

/// Whom products are held against.
#[derive(Clone, Copy, Debug)]
pub struct Client<'a> {
    /// Their profile.
    pub profile: &'a Profile,
    /// Their answers.
    pub answers: &'a Answers,
    /// The assessment is complete, confirmed and not expired.
    pub assessed: bool,
    /// An advisor has recorded the status of a qualified investor.
    pub qualified: bool,
}

impl Client<'_> {
    /// Whether anything may be marked as suitable: not before a valid assessment, and not while an
    /// advisor or a second look at the questionnaire is waited for.
    #[must_use]
    pub fn may_be_advised(&self) -> bool {
        self.assessed && !self.profile.held
    }

    /// Whether they may see a product at all: one of their region, and of those for qualified
    /// investors none unless their status is recorded.
    #[must_use]
    pub fn may_see(&self, product: &Product) -> bool {
        product.region == self.answers.region && (self.qualified || !product.qualified)
    }
}

/// A test that a product failed, with both sides of it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Failed {
    /// Its level does not suit the class that is recommended.
    Level {
        /// The higher of its two levels.
        level: Level,
        /// The recommended class.
        class: Class,
    },
    /// It ties money for longer than the investor can do without it, or is too unsteady for that
    /// time.
    Term {
        /// Days for which the money is tied, if it is.
        days: Option<u32>,
        /// Years before which the money may be needed.
        years: f64,
    },
    /// Its kind asks for more knowledge and experience.
    Kind {
        /// Points needed, 0 to 100.
        needed: f64,
        /// Points of the investor, 0 to 100.
        knowledge: f64,
    },
    /// It serves a more ambitious objective.
    Objective {
        /// The least ambitious objective it serves.
        serves: Objective,
        /// What the investor wants.
        wanted: Objective,
    },
}

/// Which tests a product fails, in the order level, term, kind, objective; none: it suits.
///
/// # Source
///
/// Changjiang Securities, matching standard of 2020-04-24: level, and term, kind and expected
/// return fit the objective.
#[must_use]
pub fn failed_tests(product: &Product, client: &Client, firm: &Firm, shelf: &Shelf) -> Vec<Failed> {
    [
        level(product, client, firm),
        term(product, client, firm, shelf),
        kind(product, client, shelf),
        objective(product, client),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn level(product: &Product, client: &Client, firm: &Firm) -> Option<Failed> {
    let (level, class) = (product.level(), client.profile.recommended);
    let suits = firm.policy.suitability.levels.get(&class).is_some_and(|levels| levels.contains(&level));
    (!suits).then_some(Failed::Level { level, class })
}

/// A term ends before the money may be needed; shares need a horizon that allows growth at all.
fn term(product: &Product, client: &Client, firm: &Firm, shelf: &Shelf) -> Option<Failed> {
    let horizon = client.profile.horizon_years;
    let years = horizon_from(horizon, firm);
    let days = product.term_days;
    let long = days
        .is_some_and(|days| days > shelf.products.short_term_days && f64::from(days) / DAYS_A_YEAR > years);
    let cap = firm.policy.saa.horizon_cap.iter().find(|row| horizon <= row.below_years);
    let assets = &firm.assumptions_of(product.region).asset;
    let grows = assets.iter().any(|asset| asset.id == product.asset && asset.family == Family::Growth);
    let unsteady = grows && cap.is_some_and(|row| row.cap <= 0.0);
    (long || unsteady).then_some(Failed::Term { days, years })
}

/// The lower end of a horizon answer, in years: the upper end of the answer before it, 0 for the
/// first.
fn horizon_from(horizon: f64, firm: &Firm) -> f64 {
    let options = firm.risk.items.iter().flat_map(|item| &item.options);
    let ends = options.filter_map(|option: &RiskOption| option.horizon_years);
    ends.filter(|end| *end < horizon).fold(0.0, f64::max)
}

fn kind(product: &Product, client: &Client, shelf: &Shelf) -> Option<Failed> {
    let list = &shelf.products;
    let own = list.kind_of(product).map_or(0.0, |kind| kind.knowledge);
    let needed = if product.complex { own.max(list.complex_knowledge) } else { own };
    let knowledge = client.profile.knowledge;
    (knowledge < needed).then_some(Failed::Kind { needed, knowledge })
}

fn objective(product: &Product, client: &Client) -> Option<Failed> {
    let (serves, wanted) = (product.objective, Objective::of_cap(client.profile.objective_cap));
    (wanted < serves).then_some(Failed::Objective { serves, wanted })
}

/// What an investor narrows the list by; none does not narrow.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Filter {
    /// Money tied for at most this many days; 0 for not at all.
    pub term_days: Option<u32>,
    /// Least purchase at most this, in the currency of the region.
    pub minimum: Option<f64>,
    /// Level at most this.
    pub level: Option<Level>,
    /// Of this kind.
    pub kind: Option<String>,
}

impl Filter {
    /// Whether a product passes.
    #[must_use]
    pub fn passes(&self, product: &Product) -> bool {
        self.term_days.is_none_or(|most| product.term_days.unwrap_or(0) <= most)
            && self.minimum.is_none_or(|most| product.minimum <= most)
            && self.level.is_none_or(|most| product.level() <= most)
            && self.kind.as_ref().is_none_or(|kind| product.kind == *kind)
    }
}

/// The products that suit an investor and pass a filter: in the order of the asset classes, within
/// one the lower level first, then the lower yearly cost, then the order of the file.
///
/// Nothing without a valid assessment.
#[must_use]
pub fn shelf<'a>(client: &Client, firm: &Firm, shelf: &'a Shelf, filter: &Filter) -> Vec<&'a Product> {
    if !client.may_be_advised() {
        return Vec::new();
    }
    let assets = &firm.assumptions_of(client.answers.region).asset;
    let place = |product: &Product| assets.iter().position(|asset| asset.id == product.asset);
    let suits = |product: &&Product| {
        client.may_see(product)
            && filter.passes(product)
            && failed_tests(product, client, firm, shelf).is_empty()
    };
    let mut listed: Vec<&Product> = shelf.products.product.iter().filter(suits).collect();
    listed.sort_by(|a, b| {
        let ranks = place(a).cmp(&place(b)).then(a.level().cmp(&b.level()));
        ranks.then(a.fees.year().total_cmp(&b.fees.year()))
    });
    listed
}

/// What has to be said and done before an investor may even talk about a product.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Warning {
    /// It suits.
    None,
    /// Term, kind or objective do not fit: say that it does not suit, and which tests failed.
    Unsuitable,
    /// Above the class: notice, the full special warning, the investor's own words, a day to think,
    /// and the advisor.
    AboveClass,
    /// The lowest class may not have it at all.
    Closed,
    /// There is no valid assessment: nothing can be said about it.
    NotAssessed,
}

/// A product that an investor found by their own search.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Found<'a> {
    /// The product.
    pub product: &'a Product,
    /// The tests it failed; none: it suits.
    pub failed: Vec<Failed>,
    /// What is needed before going on.
    pub warning: Warning,
}

/// The products whose names, kind or texts hold every word of a text, in the order of the file: the
/// ones that do not suit are never ranked.
///
/// Products for qualified investors stay hidden from everybody else. Nothing for a text of spaces.
#[must_use]
pub fn search<'a>(text: &str, client: &Client, firm: &Firm, shelf: &'a Shelf) -> Vec<Found<'a>> {
    let text = text.to_ascii_lowercase();
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.is_empty() {
        return Vec::new();
    }
    let products = shelf.products.product.iter();
    let found = products.filter(|product| client.may_see(product) && holds(product, &words, shelf));
    found
        .map(|product| {
            let failed = failed_tests(product, client, firm, shelf);
            Found { product, warning: warning(client, &failed), failed }
        })
        .collect()
}

/// The warning that failed tests need.
#[must_use]
pub fn warning(client: &Client, failed: &[Failed]) -> Warning {
    let above = failed.iter().any(|test| matches!(test, Failed::Level { .. }));
    match (client.may_be_advised(), above) {
        (_, true) if client.profile.class == Class::C1Lowest => Warning::Closed,
        (false, _) => Warning::NotAssessed,
        (true, true) => Warning::AboveClass,
        (true, false) if failed.is_empty() => Warning::None,
        (true, false) => Warning::Unsuitable,
    }
}

fn holds(product: &Product, words: &[&str], shelf: &Shelf) -> bool {
    let kind = shelf.products.kind_of(product).map(|kind| &kind.name);
    let texts = [Some(&product.name), kind, Some(&product.strategy), Some(&product.direction)];
    let texts = texts.into_iter().flatten().flat_map(|text| [text.zh.as_str(), text.en.as_str()]);
    let own: Vec<String> = texts.chain([product.id.as_str()]).map(str::to_ascii_lowercase).collect();
    words.iter().all(|word| own.iter().any(|text| text.contains(word)))
}
