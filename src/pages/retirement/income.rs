//! Where the income in retirement comes from, and what large amounts take before.

use planner::Plan;
use planner::answers::Who;
use planner::firm::Region;
use planner::household::{PensionBasis, PensionStream, PersonPlan};

use crate::components::data_table::{Table, data_table};
use crate::components::section::ruled_section;
use crate::format;
use crate::node::{El, el};
use crate::pages::explained::explained;
use crate::words::method::{self, Explained};
use crate::words::{self, Lang};

/// Pensions and what they leave to the investments.
pub(super) fn income(lang: Lang, plan: &Plan) -> El {
    let title = words::retirement::income(lang);
    let pensions = if streams(plan).next().is_some() {
        data_table(title, table(lang, plan))
    } else {
        el("p", "").text(words::retirement::no_pension(lang))
    };
    let estimated = streams(plan).any(|(_, stream)| stream.basis == PensionBasis::Estimated);
    let you = plan.household.people.first().filter(|you| you.retire_age > you.age);
    let statutory = you.and_then(|you| you.statutory_months);
    ruled_section(title)
        .with(el("p", "").text(sentence(lang, plan)))
        .with(pensions)
        .with(estimated.then(|| el("p", "muted").text(words::retirement::estimate_note(lang))))
        .with(statutory.map(|months| el("p", "muted").text(words::retirement::statutory(lang, months))))
        .with(explained(lang, method_of(plan.region)))
}

/// What is explained beside the income, by where they retire.
const fn method_of(region: Region) -> &'static [Explained] {
    match region {
        Region::China => {
            &[method::PLAN_AGE, method::HOUSEHOLD_FLOWS, method::CHINA_RETIREMENT, method::CHINA_PENSION]
        }
        Region::Canada => &[method::PLAN_AGE, method::HOUSEHOLD_FLOWS, method::CPP_OAS],
    }
}

/// What is set aside for large amounts, and what they still lack; nothing where there are none.
pub(super) fn projects(lang: Lang, plan: &Plan) -> Option<El> {
    let household = &plan.household;
    let money = |amount| format::money(lang, plan.region, amount);
    let aside = (household.set_aside >= 0.5).then(|| {
        let text = words::retirement::set_aside(lang, &money(household.set_aside), &money(household.wealth));
        el("p", "").text(text)
    });
    let lacking = (household.uncovered >= 0.5).then(|| {
        let text = words::retirement::uncovered(lang, &money(household.uncovered));
        el("div", "caution").with(el("p", "").text(text))
    });
    (aside.is_some() || lacking.is_some()).then(|| {
        ruled_section(words::retirement::projects(lang))
            .with(lacking)
            .with(aside)
            .with(explained(lang, &[method::POTS]))
    })
}

fn sentence(lang: Lang, plan: &Plan) -> String {
    let (wished, gap) = (plan.household.wished_year, plan.household.gap_year.max(0.0));
    let money = |amount| format::money_short(lang, plan.region, amount);
    if gap < 0.5 {
        words::retirement::income_covers_all(lang, &money(wished))
    } else {
        words::retirement::income_sentence(lang, &money(wished), &money((wished - gap).max(0.0)), &money(gap))
    }
}

fn streams(plan: &Plan) -> impl Iterator<Item = (&PersonPlan, &PensionStream)> {
    plan.household.people.iter().flat_map(|person| person.pensions.iter().map(move |stream| (person, stream)))
}

fn table(lang: Lang, plan: &Plan) -> Table {
    let row = |(person, stream): (&PersonPlan, &PensionStream)| {
        let name = words::retirement::pension(lang, stream.kind);
        let name = if person.who == Who::Partner {
            words::retirement::partners(lang, name)
        } else {
            name.to_owned()
        };
        let from = format::number(lang, f64::from(person.age + stream.from_year), 0);
        let amount = format::money(lang, plan.region, stream.amount_year);
        vec![name, from, amount, words::retirement::basis(lang, stream.basis)]
    };
    Table {
        columns: words::retirement::income_columns(lang).map(str::to_owned).to_vec(),
        rows: streams(plan).map(row).collect(),
        prose_columns: 1,
    }
}
