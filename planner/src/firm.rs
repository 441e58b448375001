//! What a firm decides: policy, assumptions and questionnaires.
//!
//! A [`FirmDocument`] is read from files that people edit, so anything in it may be wrong.
//! [`Firm`] is the same document after [`Firm::check`]; the only way to get one is to pass.

use std::collections::BTreeMap;
use std::ops::Deref;

use serde::{Deserialize, Serialize};

mod check;
mod life;
pub mod product;
pub mod shelf;

pub use check::{Fault, FaultReason};
pub use life::{EstatePolicy, LifePolicy, LoanPolicy, Place, ProtectionPolicy};

/// The schema of the firm's data that this planner reads.
pub const SCHEMA: u32 = 1;

/// The firm's data as its files have it: anything may be absurd.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FirmDocument {
    /// Name and contact: `firm.toml`.
    pub identity: Identity,
    /// The firm's rules: `policy.toml`.
    pub policy: Policy,
    /// One set of capital-market assumptions for each region: `assumptions/*.toml`.
    pub assumptions: Vec<Assumptions>,
    /// The risk questionnaire: `questionnaires/risk.toml`.
    pub risk: RiskQuestionnaire,
    /// The life-goal questionnaire: `questionnaires/goals.toml`.
    pub goals: GoalsQuestionnaire,
}

/// The firm's data after its check: every number in range, every reference found.
#[derive(Clone, Debug, PartialEq)]
pub struct Firm(FirmDocument);

impl Deref for Firm {
    type Target = FirmDocument;

    fn deref(&self) -> &FirmDocument {
        &self.0
    }
}

impl Firm {
    /// Takes a document that the server has checked before it sent it: page and worker believe the
    /// server they come from.
    #[must_use]
    pub const fn checked_by_server(document: FirmDocument) -> Self {
        Self(document)
    }

    /// Checks a document.
    ///
    /// # Errors
    ///
    /// Every fault of the document at once, in the order of its files.
    pub fn check(document: FirmDocument) -> Result<Self, Vec<Fault>> {
        let faults = check::faults(&document);
        if faults.is_empty() { Ok(Self(document)) } else { Err(faults) }
    }

    /// The assumptions of a region. A checked firm has a set for every region.
    #[must_use]
    pub fn assumptions_of(&self, region: Region) -> &Assumptions {
        let of_region = self.assumptions.iter().find(|set| set.region == region);
        #[expect(clippy::indexing_slicing, reason = "`check` refuses a firm without a set for each region")]
        of_region.unwrap_or(&self.assumptions[0])
    }
}

/// A sentence in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// Simplified Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

/// Where an investor retires: it decides currency, assumptions and state pension.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Region {
    /// Mainland China, in CNY.
    China,
    /// Canada, in CAD.
    Canada,
}

impl Region {
    /// Every region.
    pub const ALL: [Self; 2] = [Self::China, Self::Canada];

    /// ISO 4217 code of its currency.
    #[must_use]
    pub const fn currency(self) -> &'static str {
        match self {
            Self::China => "CNY",
            Self::Canada => "CAD",
        }
    }
}

/// The investor class: how much risk suits the investor, lowest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Class {
    /// No legal capacity, or no loss accepted at all: only the lowest product level.
    #[serde(rename = "C1-lowest")]
    C1Lowest,
    /// Conservative.
    C1,
    /// Cautious.
    C2,
    /// Balanced.
    C3,
    /// Growth.
    C4,
    /// Aggressive.
    C5,
}

impl Class {
    /// Every class, lowest first.
    pub const ALL: [Self; 6] = [Self::C1Lowest, Self::C1, Self::C2, Self::C3, Self::C4, Self::C5];

    /// Place in [`Class::ALL`], 0 for the lowest.
    #[must_use]
    pub const fn rank(self) -> usize {
        self as usize
    }
}

/// The risk level of a product, lowest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[expect(missing_docs, reason = "R1 to R5 are the terms of the field")]
pub enum Level {
    R1,
    R2,
    R3,
    R4,
    R5,
}

/// Identifies an asset class within one set of assumptions, such as `A_LARGE`.
pub type AssetId = String;

/// Shares by asset class, each from 0 to 1; a checked sleeve sums to one.
pub type Sleeve = BTreeMap<AssetId, f64>;

/// Who the firm is: `firm.toml`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Identity {
    /// Version of this file's form.
    pub schema: u32,
    /// The firm's name.
    pub name: Text,
    /// One sentence under the name.
    pub motto: Text,
    /// Telephone for investors.
    pub phone: String,
    /// Mail address for investors.
    pub mail: String,
    /// What the law asks the firm to say under every page.
    pub disclosure: Text,
}

/// The firm's rules: `policy.toml`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Policy {
    /// Version of this file's form.
    pub schema: u32,
    /// Day of these rules, `YYYY-MM-DD`.
    pub dated: String,
    /// Which products may be shown as suitable, and how long an assessment holds.
    pub suitability: SuitabilityPolicy,
    /// How answers are screened.
    pub conduct: ConductPolicy,
    /// Strategic allocation.
    pub saa: SaaPolicy,
    /// The borders of the zones.
    pub zone: ZonePolicy,
    /// When to spend less or more than wished.
    pub guardrail: GuardrailPolicy,
    /// Emergency reserve.
    pub reserve: ReservePolicy,
    /// Lifetimes, by region and sex.
    pub mortality: MortalityPolicy,
    /// State and company pensions, by region.
    pub pension: PensionPolicy,
    /// Life goals beside retirement.
    pub life: LifePolicy,
}

/// Which products may be shown as suitable, and how long an assessment holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SuitabilityPolicy {
    /// Product levels that suit each class.
    pub levels: BTreeMap<Class, Vec<Level>>,
    /// Months after which an assessment must be taken again.
    pub assessment_valid_months: u32,
    /// A rise of this many classes waits for the advisor.
    pub upgrade_review_levels: u32,
    /// Days within which such a rise counts.
    pub upgrade_window_days: u32,
    /// More assessments than this within a day are screened by the advisor.
    pub max_assessments_per_day: u32,
    /// From this age, in years, the portal takes extra care.
    pub elder_age: u32,
    /// From this age, in years, the class is held at `elder_cap` until an advisor has met the investor.
    pub elder_cap_age: u32,
    /// See `elder_cap_age`.
    pub elder_cap: Class,
}

/// How answers are screened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConductPolicy {
    /// An answer given faster than this, in seconds, was not read.
    pub min_seconds_per_item: f64,
    /// More than this share of fast answers, 0 to 1, raises X11.
    pub fast_share: f64,
    /// This share of single-choice items at one option position raises X10, 0 to 1.
    pub straight_line_share: f64,
    /// With this many unresolved flags the result is provisional.
    pub flags_for_review: u32,
    /// The class of a provisional result is at most this.
    pub provisional_cap: Class,
    /// A gap between willingness and ability beyond this many points raises X12.
    pub gap_conversation_points: f64,
}

/// Strategic allocation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SaaPolicy {
    /// Risk aversion by tolerance.
    pub gamma: GammaPolicy,
    /// Largest growth share of each class, 0 to 1.
    pub growth_cap: BTreeMap<Class, f64>,
    /// Largest growth share by years until the money is needed.
    pub horizon_cap: Vec<HorizonCap>,
    /// The proposed mix may not lose more than the client's own limit.
    pub loss_cap: LossCap,
    /// Future saving counts as bond-like wealth.
    pub human_capital: HumanCapital,
    /// Share of diversifiers by class, 0 to 1; a class not named has none.
    pub diversifier_share: BTreeMap<Class, f64>,
    /// Sleeves by region.
    pub sleeves: BTreeMap<Region, Sleeves>,
}

/// Risk aversion by tolerance: `gamma(T) = g0 * (g1 / g0)^(T / 100)`.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GammaPolicy {
    /// Relative risk aversion at a tolerance score of 0.
    pub at_tolerance_0: f64,
    /// Relative risk aversion at a tolerance score of 100.
    pub at_tolerance_100: f64,
}

/// Below this many years the growth share is at most the cap.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HorizonCap {
    /// Years until most of the money is needed; the cap holds below it.
    pub below_years: f64,
    /// Largest growth share, 0 to 1.
    pub cap: f64,
}

/// The one-year loss of the mix is held to the client's own limit.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LossCap {
    /// Probability of a worse year, 0 to 1; 0.05 is the 95% loss.
    pub quantile: f64,
}

/// Future saving counts as bond-like wealth.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HumanCapital {
    /// Share of the present value that counts, 0 to 1.
    pub counted_share: f64,
    /// Real discount rate, a fraction a year.
    pub discount_real: f64,
}

/// The building blocks of a mix in one region. A missing special sleeve means the plain one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sleeves {
    /// The asset class that is spent first.
    pub cash: AssetId,
    /// Growth sleeve.
    pub growth: Sleeve,
    /// Growth sleeve of class C3 and below: no level above R3.
    #[serde(default)]
    pub growth_c3: Option<Sleeve>,
    /// Diversifiers; without them the defensive sleeve takes their share.
    #[serde(default)]
    pub diversifier: Option<Sleeve>,
    /// Defensive sleeve.
    pub defensive: Sleeve,
    /// Defensive sleeve of class C1.
    #[serde(default)]
    pub defensive_c1: Option<Sleeve>,
    /// Defensive sleeve of the lowest class.
    #[serde(default)]
    pub defensive_c1_lowest: Option<Sleeve>,
}

impl Sleeves {
    /// The growth sleeve of a class.
    #[must_use]
    pub fn growth_of(&self, class: Class) -> &Sleeve {
        match class {
            Class::C1Lowest | Class::C1 | Class::C2 | Class::C3 => {
                self.growth_c3.as_ref().unwrap_or(&self.growth)
            }
            Class::C4 | Class::C5 => &self.growth,
        }
    }

    /// The defensive sleeve of a class.
    #[must_use]
    pub fn defensive_of(&self, class: Class) -> &Sleeve {
        let special = match class {
            Class::C1Lowest => self.defensive_c1_lowest.as_ref(),
            Class::C1 => self.defensive_c1.as_ref(),
            Class::C2 | Class::C3 | Class::C4 | Class::C5 => None,
        };
        special.unwrap_or(&self.defensive)
    }
}

/// The borders of the zones. All shares are fractions.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ZonePolicy {
    /// The plan runs to the age reached with this probability.
    pub plan_survival: f64,
    /// Lifetimes in a full projection; even, since they come in pairs.
    pub lifetimes: u32,
    /// Green needs at least this P.
    pub green_success: f64,
    /// Green needs at least this B, or the essential share if that is larger.
    pub green_bad_market: f64,
    /// B is this quantile of K.
    pub bad_market_quantile: f64,
    /// Red below this M.
    pub red_median: f64,
    /// Essential share where the client gave none.
    pub default_essential_share: f64,
    /// The essential share is held between these two.
    pub essential_clamp: [f64; 2],
    /// From this B the plan is ample.
    pub ample_bad_market: f64,
    /// Near the border: the zone changes with this much real return, a fraction a year.
    pub sensitivity_return: f64,
    /// Near the border: the zone changes with this many years of life.
    pub sensitivity_years: u32,
    /// Retire-later moves are tried up to this many years.
    pub later_years: u32,
}

/// When to spend less or more than wished. All shares are fractions.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GuardrailPolicy {
    /// A cut once the rate of spending is so much above the plan's.
    pub rate_rise: f64,
    /// How much less is spent then.
    pub cut: f64,
    /// A raise once the rate of spending is so much below the plan's; below 1.
    pub rate_fall: f64,
    /// How much more is spent then.
    pub raise: f64,
}

/// Emergency reserve.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReservePolicy {
    /// Months of spending that are kept in cash.
    pub target_months: f64,
    /// Withdrawals of this many months are kept in cash.
    pub withdrawal_months: f64,
}

/// Gompertz parameters by region and sex.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct MortalityPolicy {
    /// By region, then sex.
    pub regions: BTreeMap<Region, Mortality>,
}

/// Gompertz parameters of both sexes.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mortality {
    /// Men.
    pub male: Gompertz,
    /// Women.
    pub female: Gompertz,
}

/// Gompertz law of mortality: mode and dispersion of the age at death, in years.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gompertz {
    /// Most likely age at death, in years.
    pub m: f64,
    /// Dispersion, in years.
    pub b: f64,
}

/// State and company pensions, by region.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PensionPolicy {
    /// China: basic pension, enterprise annuity, personal pension.
    pub china: PensionChina,
    /// Canada: CPP and OAS.
    pub canada: PensionCanada,
}

/// Which of the three statutory retirement ages of China applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum RetireClass {
    /// Men, 60 before the reform.
    M60,
    /// Women in salaried posts, 55 before the reform.
    F55,
    /// Women in manual posts, 50 before the reform.
    F50,
}

/// How one statutory retirement age moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RetireRule {
    /// Whom it is for.
    pub cls: RetireClass,
    /// First month of birth that is delayed.
    pub first_birth: crate::date::YearMonth,
    /// Age before the reform, in years.
    pub base_age: u32,
    /// One month of delay for every so many months of birth.
    pub months_per_step: u32,
    /// Longest delay, in months.
    pub max_delay: u32,
}

/// Pensions of China. Money in CNY of today.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PensionChina {
    /// The three statutory ages.
    pub retirement: Vec<RetireRule>,
    /// Years by which one may retire earlier than the statutory age.
    pub flex_years: u32,
    /// Contribution years needed before the rise.
    pub min_years_base: f64,
    /// Contribution years needed in the end.
    pub min_years_final: f64,
    /// First calendar year of the rise.
    pub min_years_first_rise: i32,
    /// Rise a year, in years.
    pub min_years_step: f64,
    /// Employee's contribution to the own account, a fraction of the wage.
    pub employee_rate: f64,
    /// Pension earned a contribution year, a fraction of the mean of the average and the own wage.
    pub base_accrual: f64,
    /// Smallest own wage index.
    pub index_min: f64,
    /// Largest own wage index.
    pub index_max: f64,
    /// Age of the first divisor, in whole years.
    pub divisor_age_from: u32,
    /// Months by which the account is divided, by age.
    pub divisor: Vec<f64>,
    /// Average wage a month of the region, in CNY.
    pub average_wage_month: f64,
    /// Real growth of wages, a fraction a year.
    pub wage_growth_real: f64,
    /// Real return credited to the own account and to annuities, a fraction a year.
    pub account_return_real: f64,
    /// Tax on the payout of the enterprise annuity, a fraction.
    pub annuity_exit_tax: f64,
    /// Most that may be paid into the personal pension, CNY a year.
    pub personal_pension_cap: f64,
    /// Tax on the payout of the personal pension, a fraction.
    pub personal_pension_exit_tax: f64,
}

/// Pensions of Canada. Money in CAD of today.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PensionCanada {
    /// Largest CPP pension a month at 65, in CAD.
    pub cpp_max_month: f64,
    /// Reduction a month before 65, a fraction.
    pub cpp_early_per_month: f64,
    /// Increase a month after 65, a fraction.
    pub cpp_late_per_month: f64,
    /// Contribution years for a full CPP pension.
    pub cpp_full_years: f64,
    /// Earnings up to which contributions are paid, CAD a year.
    pub ympe: f64,
    /// Full OAS pension a month at 65, in CAD.
    pub oas_max_month: f64,
    /// Increase a month after 65, a fraction.
    pub oas_late_per_month: f64,
    /// Years of residence for a full OAS pension.
    pub oas_full_years: f64,
    /// Income from which OAS is recovered, CAD a year.
    pub oas_recovery_from: f64,
    /// Share of income above it that is recovered, a fraction.
    pub oas_recovery_rate: f64,
}

/// Capital-market assumptions of one region: `assumptions/*.toml`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assumptions {
    /// Version of this file's form.
    pub schema: u32,
    /// What the set is called.
    pub name: Text,
    /// Whose plans use it.
    pub region: Region,
    /// ISO 4217 code.
    pub currency: String,
    /// Day of the set, `YYYY-MM-DD`.
    pub dated: String,
    /// Who approved it; a set nobody approved is a draft and is called so.
    #[serde(default)]
    pub approved_by: Option<Text>,
    /// Where the figures come from, in one sentence.
    pub basis: Text,
    /// Long-run inflation, a fraction a year.
    pub inflation: f64,
    /// Standard deviation of a year's inflation from it, a fraction; 0, or left out, where the firm has
    /// no figure.
    #[serde(default)]
    pub inflation_deviation: f64,
    /// The asset classes.
    pub asset: Vec<Asset>,
    /// How they move together.
    pub correlation: Correlation,
}

/// One asset class.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asset {
    /// Its name in sleeves and holdings.
    pub id: AssetId,
    /// What investors read.
    pub name: Text,
    /// Which part of the mix it belongs to.
    pub family: Family,
    /// Lowest product level that holds it.
    pub min_product_level: Level,
    /// Nominal compound return before fees, a fraction a year.
    pub compound_return: f64,
    /// Standard deviation of the yearly return, a fraction.
    pub volatility: f64,
    /// Product costs, a fraction a year.
    pub fee: f64,
    /// Where the figures come from.
    pub source: Text,
}

/// The part of a mix that an asset class belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Family {
    /// Shares.
    Growth,
    /// Gold, real estate, alternatives.
    Diversifier,
    /// Bonds and cash.
    Defensive,
}

/// How asset classes move together: symmetric, unit diagonal, positive definite.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Correlation {
    /// The asset classes in the order of rows and columns.
    pub order: Vec<AssetId>,
    /// Rows of correlations, each from -1 to 1.
    pub matrix: Vec<Vec<f64>>,
}

/// What a risk item measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Dimension {
    /// Money and income that can take a loss.
    Capacity,
    /// When the money is needed.
    Horizon,
    /// What the investor knows and has done.
    Knowledge,
    /// What the investor wants to risk.
    Tolerance,
    /// What the investor does in falls.
    Composure,
}

/// The risk questionnaire: `questionnaires/risk.toml`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RiskQuestionnaire {
    /// Version of this file's form.
    pub schema: u32,
    /// Version of the wording, kept with every assessment.
    pub version: String,
    /// Where each class begins, in points from 0 to 100, lowest first.
    pub cutoffs: Vec<Cutoff>,
    /// How dimensions become ability and willingness.
    pub composites: Composites,
    /// Answers or low knowledge that hold the class down.
    pub caps: Vec<Cap>,
    /// The questions in the order they are asked.
    pub items: Vec<RiskItem>,
    /// Pairs of answers that contradict each other.
    pub checks: Vec<Check>,
    /// Wording of what the planner finds itself, by id: X10, X11, X12, `PROVISIONAL` and `ELDER`.
    pub notices: BTreeMap<String, Text>,
}

/// Where a class begins.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cutoff {
    /// The class.
    pub class: Class,
    /// Its first point, 0 to 100.
    pub from: f64,
}

/// How dimensions become ability and willingness: weights that sum to one in each pair.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Composites {
    /// Weight of capacity in ability.
    pub ability_capacity: f64,
    /// Weight of horizon in ability.
    pub ability_horizon: f64,
    /// Weight of tolerance in willingness.
    pub willingness_tolerance: f64,
    /// Weight of composure in willingness.
    pub willingness_composure: f64,
}

/// Something that holds the class down.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cap {
    /// The highest class it leaves.
    pub class: Class,
    /// What triggers it.
    pub when: CapWhen,
    /// What the investor reads.
    pub text: Text,
}

/// What triggers a cap.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum CapWhen {
    /// One of these options of an item was chosen.
    Answer {
        /// The item.
        item: String,
        /// Its options.
        options: Vec<String>,
    },
    /// A dimension scores below this many points.
    Below {
        /// The dimension.
        dimension: Dimension,
        /// Points, 0 to 100.
        points: f64,
    },
}

/// What an item is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ItemKind {
    /// One option, scored in its dimension.
    Single,
    /// Several options, whose scores add up, at most 100.
    Multi,
    /// One option about the objective: not scored.
    Objective,
    /// One option that may make the investor lowest class: not scored.
    Gate,
}

/// One question of the risk questionnaire.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RiskItem {
    /// Its name, such as `A1`.
    pub id: String,
    /// What it is for.
    pub kind: ItemKind,
    /// The dimension it is scored in; objective items and gates have none.
    #[serde(default)]
    pub dimension: Option<Dimension>,
    /// Weight within the dimension, above 0 where scored.
    #[serde(default)]
    pub weight: f64,
    /// The question.
    pub text: Text,
    /// Why it is asked.
    pub why: Text,
    /// The answers.
    pub options: Vec<RiskOption>,
}

/// One answer of a risk item.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RiskOption {
    /// Its name within the item, such as `a`.
    pub key: String,
    /// The answer.
    pub text: Text,
    /// Points, 0 to 100; none where the answer is no evidence.
    #[serde(default)]
    pub score: Option<f64>,
    /// Chosen alone.
    #[serde(default)]
    pub exclusive: bool,
    /// The right answer of a knowledge question.
    #[serde(default)]
    pub correct: bool,
    /// Largest fall the investor would sit through, a fraction.
    #[serde(default)]
    pub loss_limit: Option<f64>,
    /// Years until most of the money is needed: the upper end of the answer.
    #[serde(default)]
    pub horizon_years: Option<f64>,
    /// Months of reserve: the lower end of the answer.
    #[serde(default)]
    pub reserve_months: Option<f64>,
    /// Highest class that is recommended with this objective.
    #[serde(default)]
    pub objective_cap: Option<Class>,
    /// Makes the investor lowest class.
    #[serde(default)]
    pub lowest: bool,
}

/// A contradiction between answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Check {
    /// Its name, `X1` to `X9`.
    pub id: String,
    /// Raised when all of these hold.
    pub all: Vec<Clause>,
    /// And, if there are any, at least one of these.
    #[serde(default)]
    pub any: Vec<Clause>,
    /// What counts while it is not settled.
    #[serde(default)]
    pub lower_readings: Vec<LowerReading>,
    /// What the investor reads.
    pub text: Text,
}

/// Holds when at least `at_least` of the options were chosen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clause {
    /// The item.
    pub item: String,
    /// Its options.
    pub options: Vec<String>,
    /// How many of them, at least 1.
    #[serde(default = "one")]
    pub at_least: usize,
}

const fn one() -> usize {
    1
}

/// The reading that counts while a contradiction is not settled.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LowerReading {
    /// The item that is read lower.
    pub item: String,
    /// Its score is at most this many points, 0 to 100.
    pub score_at_most: f64,
    /// Its loss limit is at most this fraction.
    #[serde(default)]
    pub loss_limit_at_most: Option<f64>,
}

/// The life-goal questionnaire: `questionnaires/goals.toml`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GoalsQuestionnaire {
    /// Version of this file's form.
    pub schema: u32,
    /// Version of the wording.
    pub version: String,
    /// The questions of choice and of free words, in the order they are asked.
    pub items: Vec<GoalItem>,
}

/// How a life-goal question is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GoalKind {
    /// One option.
    Single,
    /// Any number of options.
    Multi,
    /// Up to three options, the most important first.
    TopThree,
    /// Free words.
    Words,
}

/// One life-goal question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GoalItem {
    /// Its name, such as `stage`.
    pub id: String,
    /// How it is answered.
    pub kind: GoalKind,
    /// May be left unanswered.
    #[serde(default)]
    pub optional: bool,
    /// The question.
    pub text: Text,
    /// Why it is asked.
    pub why: Text,
    /// The answers; empty for free words.
    #[serde(default)]
    pub options: Vec<GoalOption>,
}

/// One answer of a life-goal question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GoalOption {
    /// Its name within the item.
    pub key: String,
    /// The answer.
    pub text: Text,
    /// Chosen alone, such as "none of these".
    #[serde(default)]
    pub exclusive: bool,
}
