//! The note under every projection: the set of assumptions, its day, and what it says.

use std::sync::Arc;

use planner::Plan;
use planner::firm::{Asset, Firm};

use crate::components::assumptions_note::AssumptionsWords;
use crate::components::data_table::Table;
use crate::format;
use crate::words::{self, Lang};

/// Characters of the digest that are shown: enough to compare two sheets of paper.
const DIGEST_SHOWN: usize = 16;

/// What the note says for a plan.
#[must_use]
pub fn note(lang: Lang, plan: &Plan, firm: &Arc<Firm>) -> AssumptionsWords {
    let set = firm.assumptions_of(plan.region);
    let dated = format::day(lang, &plan.assumptions_dated);
    let mut paragraphs = vec![
        lang.of(&set.basis).to_owned(),
        words::allocation::inflation(lang, &format::percent(lang, set.inflation, 1)),
        words::allocation::made(lang, &format::year_month(lang, plan.made)),
    ];
    if set.inflation_deviation > 0.0 {
        let off = format::percent(lang, set.inflation_deviation, 1);
        paragraphs.insert(2, words::allocation::inflation_deviation(lang, &off));
    }
    let decline = plan.household.spending_decline();
    if decline > 0.0 {
        paragraphs.push(words::allocation::declining(lang, &format::percent(lang, decline, 1)));
    }
    if let Some(name) = &set.approved_by {
        paragraphs.insert(1, words::allocation::approved_by(lang, lang.of(name)));
    }
    let (region, listed) = (plan.region, Arc::clone(firm));
    let shown = plan.digest.get(..DIGEST_SHOWN).unwrap_or(&plan.digest);
    AssumptionsWords {
        title: words::allocation::assumptions(lang),
        set: words::allocation::assumptions_named(lang, lang.of(&set.name), &dated),
        draft: plan.draft.then(|| words::allocation::draft(lang)),
        paragraphs,
        every: words::allocation::every_assumption(lang),
        table: Box::new(move || table(lang, &listed.assumptions_of(region).asset)),
        digest: words::allocation::digest(lang, shown, &plan.engine),
    }
}

fn table(lang: Lang, assets: &[Asset]) -> Table {
    let row = |asset: &Asset| {
        vec![
            lang.of(&asset.name).to_owned(),
            format::percent(lang, asset.compound_return, 1),
            format::percent(lang, asset.volatility, 1),
            format::percent(lang, asset.fee, 2),
            lang.of(&asset.source).to_owned(),
        ]
    };
    Table {
        columns: words::allocation::assumption_columns(lang).map(str::to_owned).to_vec(),
        rows: assets.iter().map(row).collect(),
        prose_columns: 1,
    }
}
