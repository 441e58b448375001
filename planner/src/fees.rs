//! What fees cost: commission against a percentage fee.

use serde::{Deserialize, Serialize};

use crate::answers::Limit;
use crate::entry::{Desk, EntryError};
use crate::rate;

/// What money grows to under a yearly fee, and what the fee takes.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct FeeDrag {
    /// Money at the end.
    pub end: f64,
    /// Share of the end wealth that the fee took, 0 to 1.
    pub lost_share: f64,
}

/// Grows money by a return, less a fee on the assets each year; fractions a year.
///
/// # Formula
///
/// `A ((1 + g)(1 - f))^n`, lost `1 - (1 - f)^n`
#[must_use]
pub fn drag(start: f64, gross: f64, fee: f64, years: u32) -> FeeDrag {
    let kept = rate::growth(-fee, years);
    FeeDrag { end: start * rate::growth(gross, years) * kept, lost_share: 1.0 - kept }
}

/// Commission a year as a share of assets: every turn is a purchase and a sale.
///
/// `turnover` is yearly sales over average assets (6.0 is 600%), `rate` the commission of a trade.
#[must_use]
pub fn commission_share(turnover: f64, rate: f64) -> f64 {
    2.0 * turnover * rate
}

/// The turnover at which commissions cost as much as a percentage fee.
#[must_use]
pub fn break_even_turnover(fee: f64, rate: f64) -> f64 {
    fee / (2.0 * rate)
}

/// A comparison as entered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct FeeForm {
    /// Average assets, in money of today.
    pub assets: Option<f64>,
    /// Yearly sales over average assets; 6.0 is 600%.
    pub turnover: Option<f64>,
    /// Commission of a trade, a fraction.
    pub commission: Option<f64>,
    /// Stamp duty on a sale, a fraction.
    pub stamp_duty: Option<f64>,
    /// Costs of the funds held, a fraction a year; both models pay them.
    pub fund_cost: Option<f64>,
    /// The percentage fee, a fraction a year.
    pub fee: Option<f64>,
    /// Trading costs beside that fee, a fraction a year.
    pub trading_cost: Option<f64>,
    /// Return before all costs, a fraction a year.
    pub growth: Option<f64>,
    /// Years, 1 to 60.
    pub years: Option<f64>,
}

/// A field of [`FeeForm`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each is the field it is named after")]
pub enum FeeField {
    Assets,
    Turnover,
    Commission,
    StampDuty,
    FundCost,
    Fee,
    TradingCost,
    Growth,
    Years,
}

impl FeeField {
    /// Every field, in the order they are asked.
    pub const ALL: [Self; 9] = [
        Self::Assets,
        Self::Turnover,
        Self::Commission,
        Self::StampDuty,
        Self::FundCost,
        Self::Fee,
        Self::TradingCost,
        Self::Growth,
        Self::Years,
    ];

    /// Its name in [`FeeForm`].
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Assets => "assets",
            Self::Turnover => "turnover",
            Self::Commission => "commission",
            Self::StampDuty => "stamp_duty",
            Self::FundCost => "fund_cost",
            Self::Fee => "fee",
            Self::TradingCost => "trading_cost",
            Self::Growth => "growth",
            Self::Years => "years",
        }
    }

    /// Its range. At the ends of all of them a year costs 0.5 of the assets, so something is left.
    #[must_use]
    pub const fn limit(self) -> Limit {
        let (min, max, whole) = match self {
            Self::Assets => (1.0, 1e11, false),
            Self::Turnover => (0.0, 30.0, false),
            Self::Commission | Self::StampDuty => (0.0, 0.005, false),
            Self::FundCost | Self::Fee | Self::TradingCost => (0.0, 0.05, false),
            Self::Growth => (-0.1, 0.2, false),
            Self::Years => (1.0, 60.0, true),
        };
        Limit { min, max, whole }
    }

    const fn of(self, form: &FeeForm) -> Option<f64> {
        match self {
            Self::Assets => form.assets,
            Self::Turnover => form.turnover,
            Self::Commission => form.commission,
            Self::StampDuty => form.stamp_duty,
            Self::FundCost => form.fund_cost,
            Self::Fee => form.fee,
            Self::TradingCost => form.trading_cost,
            Self::Growth => form.growth,
            Self::Years => form.years,
        }
    }
}

/// A comparison, checked: every number in the range of its field.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct FeeCase {
    assets: f64,
    turnover: f64,
    commission: f64,
    stamp_duty: f64,
    fund_cost: f64,
    fee: f64,
    trading_cost: f64,
    growth: f64,
    years: u32,
}

/// Checks a comparison.
///
/// # Errors
///
/// Every reason why it cannot be used, in the order of the fields.
pub fn check(form: &FeeForm) -> Result<FeeCase, Vec<EntryError>> {
    let mut desk = Desk::default();
    let [assets, turnover, commission, stamp_duty, fund_cost, fee, trading_cost, growth, years] =
        FeeField::ALL.map(|field| desk.number(field.name(), field.of(form), field.limit()));
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 1 to 60, or a fault")]
    let years = years as u32;
    desk.close(FeeCase {
        assets,
        turnover,
        commission,
        stamp_duty,
        fund_cost,
        fee,
        trading_cost,
        growth,
        years,
    })
}

/// Commission against a percentage fee, on the same money.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Comparison {
    /// Paying by the trade.
    pub commission: Model,
    /// Paying a percentage of the assets.
    pub fee: Model,
    /// Turnover at which commissions alone cost as much as the fee, `f / 2c`; none without a
    /// commission.
    pub break_even: Option<f64>,
    /// Turnover at which both models cost the same with every line, `(f + t) / (2c + s)`; none where
    /// trades cost nothing.
    pub same_cost: Option<f64>,
    /// Money without any costs, at the end.
    pub end_without_costs: f64,
    /// Every year, from the first to the last.
    pub years: Vec<FeeYear>,
}

/// What one model costs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Model {
    /// Its lines.
    pub lines: Vec<CostLine>,
    /// All of them, a fraction of the assets a year.
    pub share: f64,
    /// The same in money of the first year.
    pub money: f64,
    /// Where the money ends, and what share of that end the costs took.
    pub drag: FeeDrag,
}

/// One line of costs.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct CostLine {
    /// What it is for.
    pub cost: Cost,
    /// A fraction of the assets a year.
    pub share: f64,
    /// The same in money of the first year.
    pub money: f64,
}

/// What a line of costs is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cost {
    /// Commission on purchases and sales.
    Commission,
    /// Stamp duty on sales.
    StampDuty,
    /// Costs of the funds held.
    Funds,
    /// The percentage fee.
    Fee,
    /// Trading costs beside it.
    Trading,
}

/// One year of both models. Money is nominal, as the growth is.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct FeeYear {
    /// 1 for the first.
    pub year: u32,
    /// Money at its end, paying by the trade.
    pub commission_end: f64,
    /// Paid within it, by the trade.
    pub commission_cost: f64,
    /// Money at its end, paying a percentage.
    pub fee_end: f64,
    /// Paid within it, as a percentage.
    pub fee_cost: f64,
}

/// Compares the two models.
///
/// # Formula
///
/// By the trade `2Tc + sT + funds` of the assets a year, by percentage `f + t + funds`; wealth after
/// `n` years `A ((1 + g)(1 - cost))^n`, share lost `1 - (1 - cost)^n`. A year's costs are taken from
/// the money after its growth.
#[must_use]
pub fn compare(case: &FeeCase) -> Comparison {
    let traded = 2.0 * case.commission + case.stamp_duty;
    let fee = case.fee + case.trading_cost;
    let positive = |rate: f64| rate > 0.0;
    let commission = case.model(&[
        (Cost::Commission, commission_share(case.turnover, case.commission)),
        (Cost::StampDuty, case.turnover * case.stamp_duty),
        (Cost::Funds, case.fund_cost),
    ]);
    let by_fee = case.model(&[
        (Cost::Fee, case.fee),
        (Cost::Trading, case.trading_cost),
        (Cost::Funds, case.fund_cost),
    ]);
    Comparison {
        years: case.table(commission.share, by_fee.share),
        break_even: positive(case.commission).then(|| break_even_turnover(case.fee, case.commission)),
        same_cost: positive(traded).then(|| fee / traded),
        end_without_costs: drag(case.assets, case.growth, 0.0, case.years).end,
        commission,
        fee: by_fee,
    }
}

impl FeeCase {
    fn model(&self, lines: &[(Cost, f64)]) -> Model {
        let line =
            |(cost, share): &(Cost, f64)| CostLine { cost: *cost, share: *share, money: share * self.assets };
        let share: f64 = lines.iter().map(|(_, share)| share).sum();
        Model {
            lines: lines.iter().map(line).collect(),
            share,
            money: share * self.assets,
            drag: drag(self.assets, self.growth, share, self.years),
        }
    }

    fn table(&self, commission: f64, fee: f64) -> Vec<FeeYear> {
        let (mut by_trade, mut by_fee) = (self.assets, self.assets);
        let years = 1..=self.years;
        years
            .map(|year| {
                let (grown_trade, grown_fee) = (by_trade * (1.0 + self.growth), by_fee * (1.0 + self.growth));
                let (commission_cost, fee_cost) = (grown_trade * commission, grown_fee * fee);
                (by_trade, by_fee) = (grown_trade - commission_cost, grown_fee - fee_cost);
                FeeYear { year, commission_end: by_trade, commission_cost, fee_end: by_fee, fee_cost }
            })
            .collect()
    }
}
