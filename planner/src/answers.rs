//! Stage 0: the raw form becomes checked answers, or every problem at once.
//!
//! The form is what an investor typed: anything may be missing or absurd. Its amounts are in
//! money of today, by the month or by the year as the question puts it. [`Answers`] hold
//! together; the only way to get them is [`check`]. After that no stage can fail.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::date::YearMonth;
use crate::firm::{AssetId, Class, Firm, GoalKind, ItemKind, Region, RetireClass};
use crate::rate;

mod life;
mod limits;

pub use life::{
    Child, ChildForm, Cover, CoverForm, DEFAULT_DOWN_SHARE, Document, Estate, EstateForm, Heir, HeirForm,
    Home, HomeForm, Life, LifeField, LifeForm, Parent, ParentForm, Relation, Repayment,
};
pub use limits::{Limit, MAX_ROWS, limit};

/// The schema of the form that this planner writes; older ones keep opening.
pub const SCHEMA: u32 = 2;

/// The form as the investor left it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Form {
    /// Version of this shape.
    pub schema: u32,
    /// Where they retire.
    pub region: Option<Region>,
    /// Options chosen in the life-goal questionnaire, by item, most important first.
    pub goals: BTreeMap<String, Vec<String>>,
    /// Free words in the life-goal questionnaire, by item.
    pub words: BTreeMap<String, String>,
    /// The investor.
    pub you: PersonForm,
    /// Two adults plan together.
    pub couple: Option<bool>,
    /// The other adult; kept, but not read, where `couple` is not true.
    pub partner: PersonForm,
    /// The household's money.
    pub money: MoneyForm,
    /// Large spending before retirement: education, housing and other.
    pub projects: Vec<ProjectForm>,
    /// Loans.
    pub debts: Vec<DebtForm>,
    /// The life goals beside retirement; all of it may be left out. Since schema 2.
    pub life: LifeForm,
    /// Options chosen in the risk questionnaire, by item.
    pub risk: BTreeMap<String, Vec<String>>,
    /// A class below the assessed one, chosen by the investor.
    pub lower_class: Option<Class>,
    /// How the questionnaire was filled in.
    pub conduct: Conduct,
}

/// One adult, as typed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PersonForm {
    /// Gregorian year of birth.
    pub birth_year: Option<f64>,
    /// Month of birth, 1 to 12.
    pub birth_month: Option<f64>,
    /// Sex in the mortality and pension tables.
    pub sex: Option<Sex>,
    /// Retired already.
    pub retired: Option<bool>,
    /// Age at which they wish to retire, in years.
    pub retire_age: Option<f64>,
    /// Age at which they must retire at the latest, in years.
    pub retire_age_latest: Option<f64>,
    /// Income from work after tax, a year.
    pub income_year: Option<f64>,
    /// Real growth of that income, a fraction a year.
    pub income_growth: Option<f64>,
    /// Age at which that income ends, if not at retirement.
    pub income_until_age: Option<f64>,
    /// Pensions.
    pub pension: PensionForm,
}

/// The pensions of one adult, as typed. Which fields are read depends on the region.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PensionForm {
    /// State pension a month in today's money, where they know it; replaces the estimate.
    pub known_month: Option<f64>,
    /// China: the statutory retirement age of a woman.
    pub retire_class: Option<RetireClass>,
    /// China and Canada: years of contributions so far.
    pub contribution_years: Option<f64>,
    /// China: own wage index; estimated from the income where unknown.
    pub wage_index: Option<f64>,
    /// China: balance of the own pension account.
    pub account: Option<f64>,
    /// China: balance of the enterprise annuity.
    pub annuity: Option<f64>,
    /// China: paid into the enterprise annuity a year, by employer and employee.
    pub annuity_year: Option<f64>,
    /// China: balance of the personal pension.
    pub personal: Option<f64>,
    /// China: paid into the personal pension a year.
    pub personal_year: Option<f64>,
    /// Canada: age from which CPP is drawn.
    pub cpp_from_age: Option<f64>,
    /// Canada: years of residence at 65.
    pub oas_years: Option<f64>,
    /// Canada: age from which OAS is drawn.
    pub oas_from_age: Option<f64>,
    /// A company pension a month in today's money, paid for life.
    pub company_month: Option<f64>,
    /// Age from which it is paid.
    pub company_from_age: Option<f64>,
}

/// The household's money, as typed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct MoneyForm {
    /// Spending of the household now, a month.
    pub spending_month: Option<f64>,
    /// Spending in retirement that cannot be cut, a month.
    pub essential_month: Option<f64>,
    /// Spending in retirement as they wish it, a month.
    pub wished_month: Option<f64>,
    /// By how much their spending falls in real terms in each year of retirement, 0 to 0.02; none
    /// means 0, which is cautious. Since schema 2.
    pub spending_decline: Option<f64>,
    /// Saved and invested, a year.
    pub saving_year: Option<f64>,
    /// Financial assets by asset class.
    pub holdings: BTreeMap<AssetId, f64>,
    /// Financial assets they cannot sort into classes.
    pub unsorted: Option<f64>,
}

/// A large amount spent before or after retirement, as typed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ProjectForm {
    /// What it is for.
    pub kind: Option<ProjectKind>,
    /// Amount in today's money.
    pub amount: Option<f64>,
    /// Calendar year in which it is spent, or begins.
    pub year: Option<f64>,
    /// How much it matters.
    pub priority: Option<Priority>,
    /// Years it may wait; none means 0. Since schema 2.
    pub wait_years: Option<f64>,
    /// Share by which it may shrink, 0 to 1; none means that they did not say: the firm's usual share
    /// is then essential. Since schema 2.
    pub shrink_share: Option<f64>,
}

/// A loan, as typed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct DebtForm {
    /// What is still owed.
    pub balance: Option<f64>,
    /// Paid a month, interest and principal.
    pub payment_month: Option<f64>,
    /// Calendar year of the last payment.
    pub until_year: Option<f64>,
    /// Interest quoted a year, a fraction; none means what balance and payments imply. Since schema 2.
    pub rate: Option<f64>,
}

/// How the questionnaire was filled in, for the checks X10 and X11.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Conduct {
    /// Items answered faster than the firm's limit.
    pub fast_items: u32,
    /// Assessments finished in the last 24 hours, this one not counted.
    pub attempts_today: u32,
    /// Class of the last assessment.
    pub last_class: Option<Class>,
    /// Days since the last assessment.
    pub days_since_last: u32,
}

/// Sex, as mortality and pension tables have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the words say it")]
pub enum Sex {
    Male,
    Female,
}

/// What a large amount is spent on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProjectKind {
    /// A child's education.
    Education,
    /// Buying or changing a home.
    Home,
    /// Anything else.
    Other,
}

/// How much a goal matters, most first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Priority {
    /// Must be met.
    Need,
    /// Should be met.
    Want,
    /// Would be nice.
    Wish,
}

/// One of the two adults.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Who {
    /// The investor.
    You,
    /// The other adult.
    Partner,
}

/// A question of the form; written as a path, such as `you.birth_year` or `risk.A1`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each is the field of the form it is named after")]
pub enum Field {
    Region,
    /// An item of the life-goal questionnaire.
    Goal(String),
    Couple,
    BirthYear(Who),
    BirthMonth(Who),
    Sex(Who),
    Retired(Who),
    RetireAge(Who),
    RetireAgeLatest(Who),
    IncomeYear(Who),
    IncomeGrowth(Who),
    IncomeUntilAge(Who),
    SpendingMonth,
    EssentialMonth,
    WishedMonth,
    SpendingDecline,
    SavingYear,
    Holding(AssetId),
    Unsorted,
    DebtBalance(usize),
    DebtPaymentMonth(usize),
    DebtUntilYear(usize),
    KnownMonth(Who),
    RetireClass(Who),
    ContributionYears(Who),
    WageIndex(Who),
    Account(Who),
    Annuity(Who),
    AnnuityYear(Who),
    Personal(Who),
    PersonalYear(Who),
    CppFromAge(Who),
    OasYears(Who),
    OasFromAge(Who),
    CompanyMonth(Who),
    CompanyFromAge(Who),
    ProjectKind(usize),
    ProjectAmount(usize),
    ProjectYear(usize),
    ProjectPriority(usize),
    /// An item of the risk questionnaire.
    Risk(String),
    LowerClass,
    /// A question of the life goals.
    Life(LifeField),
    /// Something tried on top of the form.
    Tried(Tried),
}

/// Something tried on top of the form: a field of [`crate::Moves`], or of the request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each is the field it is named after")]
pub enum Tried {
    RetireAge,
    SavingYear,
    WishedYear,
    OneOff,
    GrowthShare,
    Lifetimes,
    Goal,
    GoalYears,
    GoalShare,
    NameChars,
}

impl fmt::Display for Who {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::You => "you",
            Self::Partner => "partner",
        })
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Region => f.write_str("region"),
            Self::Goal(item) => write!(f, "goals.{item}"),
            Self::Couple => f.write_str("couple"),
            Self::BirthYear(who) => write!(f, "{who}.birth_year"),
            Self::BirthMonth(who) => write!(f, "{who}.birth_month"),
            Self::Sex(who) => write!(f, "{who}.sex"),
            Self::Retired(who) => write!(f, "{who}.retired"),
            Self::RetireAge(who) => write!(f, "{who}.retire_age"),
            Self::RetireAgeLatest(who) => write!(f, "{who}.retire_age_latest"),
            Self::IncomeYear(who) => write!(f, "{who}.income_year"),
            Self::IncomeGrowth(who) => write!(f, "{who}.income_growth"),
            Self::IncomeUntilAge(who) => write!(f, "{who}.income_until_age"),
            Self::SpendingMonth => f.write_str("money.spending_month"),
            Self::EssentialMonth => f.write_str("money.essential_month"),
            Self::WishedMonth => f.write_str("money.wished_month"),
            Self::SpendingDecline => f.write_str("money.spending_decline"),
            Self::SavingYear => f.write_str("money.saving_year"),
            Self::Holding(asset) => write!(f, "money.holdings.{asset}"),
            Self::Unsorted => f.write_str("money.unsorted"),
            Self::DebtBalance(idx) => write!(f, "debts.{idx}.balance"),
            Self::DebtPaymentMonth(idx) => write!(f, "debts.{idx}.payment_month"),
            Self::DebtUntilYear(idx) => write!(f, "debts.{idx}.until_year"),
            Self::KnownMonth(who) => write!(f, "{who}.pension.known_month"),
            Self::RetireClass(who) => write!(f, "{who}.pension.retire_class"),
            Self::ContributionYears(who) => write!(f, "{who}.pension.contribution_years"),
            Self::WageIndex(who) => write!(f, "{who}.pension.wage_index"),
            Self::Account(who) => write!(f, "{who}.pension.account"),
            Self::Annuity(who) => write!(f, "{who}.pension.annuity"),
            Self::AnnuityYear(who) => write!(f, "{who}.pension.annuity_year"),
            Self::Personal(who) => write!(f, "{who}.pension.personal"),
            Self::PersonalYear(who) => write!(f, "{who}.pension.personal_year"),
            Self::CppFromAge(who) => write!(f, "{who}.pension.cpp_from_age"),
            Self::OasYears(who) => write!(f, "{who}.pension.oas_years"),
            Self::OasFromAge(who) => write!(f, "{who}.pension.oas_from_age"),
            Self::CompanyMonth(who) => write!(f, "{who}.pension.company_month"),
            Self::CompanyFromAge(who) => write!(f, "{who}.pension.company_from_age"),
            Self::ProjectKind(idx) => write!(f, "projects.{idx}.kind"),
            Self::ProjectAmount(idx) => write!(f, "projects.{idx}.amount"),
            Self::ProjectYear(idx) => write!(f, "projects.{idx}.year"),
            Self::ProjectPriority(idx) => write!(f, "projects.{idx}.priority"),
            Self::Risk(item) => write!(f, "risk.{item}"),
            Self::LowerClass => f.write_str("lower_class"),
            Self::Life(field) => field.fmt(f),
            Self::Tried(tried) => f.write_str(match tried {
                Tried::RetireAge => "moves.retire_age",
                Tried::SavingYear => "moves.saving_year",
                Tried::WishedYear => "moves.wished_year",
                Tried::OneOff => "moves.one_off",
                Tried::GrowthShare => "moves.growth_share",
                Tried::Lifetimes => "lifetimes",
                Tried::Goal => "moves.goal.project",
                Tried::GoalYears => "moves.goal.years_later",
                Tried::GoalShare => "moves.goal.share",
                Tried::NameChars => "name",
            }),
        }
    }
}

/// One reason why the form cannot be used yet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, thiserror::Error)]
#[error("{field}: {reason}")]
pub struct FormError {
    /// The question.
    pub field: Field,
    /// What is wrong with its answer.
    pub reason: Reason,
}

/// What is wrong with an answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// No answer yet.
    #[error("has no answer")]
    Missing,
    /// Outside its range, in the unit of the question.
    #[error("must be from {min} to {max}, is {value}")]
    Range {
        /// What was typed.
        value: f64,
        /// Smallest allowed.
        min: f64,
        /// Largest allowed.
        max: f64,
    },
    /// Must be a whole number.
    #[error("must be a whole number, is {value}")]
    NotWhole {
        /// What was typed.
        value: f64,
    },
    /// Must be an even number.
    #[error("must be an even number, is {value}")]
    Odd {
        /// What was asked for.
        value: f64,
    },
    /// Not one of the options of the question.
    #[error("has no option {0}")]
    UnknownOption(String),
    /// More options than may be chosen.
    #[error("allows at most {0} choices")]
    TooMany(usize),
    /// An option that stands alone was chosen together with others.
    #[error("does not allow {0} together with other choices")]
    NotAlone(String),
    /// Essential spending is above the wished spending.
    #[error("essential spending may not exceed wished spending")]
    EssentialAboveWished,
    /// The lower class is not below the assessed one.
    #[error("may only lower the class")]
    NotLower,
    /// More rows than are read.
    #[error("allows at most {0} entries")]
    TooLong(usize),
    /// The form was written by a newer version.
    #[error("was written by a newer version")]
    NewerSchema,
}

/// One adult, checked.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Person {
    /// Month of birth.
    pub birth: YearMonth,
    /// Age today, in whole years.
    pub age: u32,
    /// Sex in the tables.
    pub sex: Sex,
    /// Retired already.
    pub retired: bool,
    /// Age of retirement, in years. Invariant: `age <= retire_age`, equal where retired.
    pub retire_age: u32,
    /// Latest age of retirement, where they named one. Invariant: `retire_age <= retire_age_latest`.
    pub retire_age_latest: Option<u32>,
    /// Income from work after tax, a year; 0 where retired.
    pub income_year: f64,
    /// Real growth of that income, a fraction a year.
    pub income_growth: f64,
    /// Age at which it ends; none means with retirement.
    pub income_until_age: Option<u32>,
    /// Pensions as typed, each number in range.
    pub pension: PensionForm,
}

/// A large amount to be spent, checked.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Project {
    /// What it is for.
    pub kind: ProjectKind,
    /// Amount in today's money.
    pub amount: f64,
    /// Years from today, 0 for this year.
    pub in_years: u32,
    /// How much it matters.
    pub priority: Priority,
    /// Years over which it is spent, 1 or more.
    pub years: u32,
    /// Real growth of a year's part over the year before, a fraction.
    pub growth: f64,
    /// Years it may wait.
    pub wait_years: u32,
    /// Share by which it may shrink, 0 to 1, where they said so.
    pub shrink_share: Option<f64>,
    /// The question it comes from.
    pub origin: Origin,
}

impl Project {
    /// What each year of it costs, from its first year on; they sum to the amount.
    #[must_use]
    pub fn parts(&self) -> Vec<f64> {
        let shares: Vec<f64> = (0..self.years.max(1)).map(|year| rate::growth(self.growth, year)).collect();
        let all: f64 = shares.iter().sum();
        shares.iter().map(|share| self.amount * share / all).collect()
    }
}

/// The question that a large amount comes from, with its place there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// A large amount, as typed.
    Project(usize),
    /// A child's study.
    Child(usize),
    /// The down payment of a home.
    Home,
}

/// A loan, checked.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Debt {
    /// What is still owed.
    pub balance: f64,
    /// Paid a year, in money of the day it is paid.
    pub payment_year: f64,
    /// Years of payments left, this year included.
    pub years: u32,
    /// Interest quoted a year, a fraction, where they know it.
    pub rate: Option<f64>,
}

/// Answers that hold together.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Answers {
    /// The month of the plan.
    pub today: YearMonth,
    /// Where they retire.
    pub region: Region,
    /// The adults: the investor first, then the partner if there is one.
    pub people: Vec<Person>,
    /// Spending now, a year.
    pub spending_year: f64,
    /// Spending in retirement as wished, a year; above 0.
    pub wished_year: f64,
    /// Share of the wished spending that is essential, where they said so.
    pub essential_share: Option<f64>,
    /// By how much the wished spending falls in real terms in each year of retirement, 0 to 0.02.
    pub spending_decline: f64,
    /// Saved a year.
    pub saving_year: f64,
    /// Financial assets by asset class.
    pub holdings: BTreeMap<AssetId, f64>,
    /// Financial assets not sorted into classes.
    pub unsorted: f64,
    /// Large amounts: those typed, in their order, then each child's study, then the home.
    pub projects: Vec<Project>,
    /// Loans.
    pub debts: Vec<Debt>,
    /// The life goals beside retirement.
    pub life: Life,
    /// Options chosen, by risk item; every item of the questionnaire is there.
    pub risk: BTreeMap<String, Vec<String>>,
    /// Options chosen, by life-goal item.
    pub goals: BTreeMap<String, Vec<String>>,
    /// A class below the assessed one, chosen by the investor.
    pub lower_class: Option<Class>,
    /// How the questionnaire was filled in.
    pub conduct: Conduct,
}

impl Answers {
    /// The investor.
    #[must_use]
    pub fn you(&self) -> &Person {
        #[expect(clippy::indexing_slicing, reason = "`check` always puts the investor first")]
        &self.people[0]
    }

    /// All financial assets, in money of today.
    #[must_use]
    pub fn wealth(&self) -> f64 {
        self.holdings.values().sum::<f64>() + self.unsorted
    }
}

/// Checks a form against the firm's questionnaires, on a day.
///
/// # Errors
///
/// Every reason the form cannot be used, in the order of the questions.
pub fn check(form: &Form, firm: &Firm, today: YearMonth) -> Result<Answers, Vec<FormError>> {
    let mut desk = Desk { errors: Vec::new(), today };
    let answers = desk.read(form, firm);
    match answers {
        Some(answers) if desk.errors.is_empty() => Ok(answers),
        _ => Err(desk.errors),
    }
}

/// Reads a form question by question and notes every problem.
struct Desk {
    errors: Vec<FormError>,
    today: YearMonth,
}

impl Desk {
    fn read(&mut self, form: &Form, firm: &Firm) -> Option<Answers> {
        if form.schema > SCHEMA {
            self.fault(Field::Region, Reason::NewerSchema);
        }
        let region = self.given(Field::Region, form.region);
        self.goals(form, firm, false);
        let you = self.person(Who::You, &form.you);
        let couple = self.given(Field::Couple, form.couple);
        let partner =
            if couple == Some(true) { Some(self.person(Who::Partner, &form.partner)) } else { None };
        let money = &form.money;
        let spending_month = self.number(&Field::SpendingMonth, money.spending_month);
        let wished_month = self.number(&Field::WishedMonth, money.wished_month);
        let essential_month = self.optional(&Field::EssentialMonth, money.essential_month);
        if let (Some(essential), Some(wished)) = (essential_month, wished_month)
            && essential > wished
        {
            self.fault(Field::EssentialMonth, Reason::EssentialAboveWished);
        }
        let spending_decline = self.optional(&Field::SpendingDecline, money.spending_decline);
        let saving_year = self.number(&Field::SavingYear, money.saving_year);
        let (holdings, unsorted) = self.holdings(money, region, firm);
        let debts = self.debts(&form.debts);
        for (who, person) in
            [(Who::You, Some(&form.you)), (Who::Partner, partner.is_some().then_some(&form.partner))]
        {
            if let (Some(person), Some(region)) = (person, region) {
                self.pension(who, person, region);
            }
        }
        let mut projects = self.projects(&form.projects);
        let life = self.life(form, region, couple == Some(true), firm, &mut projects);
        self.risk(form, firm);
        self.goals(form, firm, true);

        let people = match (you, couple, partner) {
            (Some(you), Some(false), None) => vec![you],
            (Some(you), Some(true), Some(Some(partner))) => vec![you, partner],
            _ => return None,
        };
        let wished_month = wished_month?;
        Some(Answers {
            today: self.today,
            region: region?,
            people,
            spending_year: 12.0 * spending_month?,
            wished_year: 12.0 * wished_month,
            essential_share: essential_month.map(|essential| essential / wished_month),
            spending_decline: spending_decline.unwrap_or(0.0),
            saving_year: saving_year?,
            holdings,
            unsorted,
            projects,
            debts,
            life,
            risk: form.risk.clone(),
            goals: form.goals.clone(),
            lower_class: form.lower_class,
            conduct: form.conduct,
        })
    }

    fn fault(&mut self, field: Field, reason: Reason) {
        self.errors.push(FormError { field, reason });
    }

    fn given<T>(&mut self, field: Field, value: Option<T>) -> Option<T> {
        if value.is_none() {
            self.fault(field, Reason::Missing);
        }
        value
    }

    /// A number that must be there, within the range of its question.
    fn number(&mut self, field: &Field, value: Option<f64>) -> Option<f64> {
        let value = self.given(field.clone(), value)?;
        self.optional(field, Some(value))
    }

    /// A number that may be missing, but not absurd.
    fn optional(&mut self, field: &Field, value: Option<f64>) -> Option<f64> {
        let value = value?;
        let limit = limit(field, self.today);
        self.within(field, value, limit)
    }

    fn within(&mut self, field: &Field, value: f64, Limit { min, max, whole }: Limit) -> Option<f64> {
        // A NaN is in no range.
        if !(min..=max).contains(&value) {
            self.fault(field.clone(), Reason::Range { value, min, max });
            return None;
        }
        if whole && value % 1.0 != 0.0 {
            self.fault(field.clone(), Reason::NotWhole { value });
            return None;
        }
        Some(value)
    }

    fn whole(&mut self, field: &Field, value: Option<f64>) -> Option<u32> {
        self.number(field, value).map(to_u32)
    }

    fn person(&mut self, who: Who, form: &PersonForm) -> Option<Person> {
        let year = self.number(&Field::BirthYear(who), form.birth_year);
        let month = self.whole(&Field::BirthMonth(who), form.birth_month);
        let birth =
            year.zip(month).map(|(year, month)| YearMonth { year: to_u32(year).cast_signed(), month });
        let sex = self.given(Field::Sex(who), form.sex);
        let retired = self.given(Field::Retired(who), form.retired);
        let age = birth.map(|birth| u32::try_from(birth.months_to(self.today) / 12).unwrap_or(0));
        if retired == Some(true) {
            let age = age?;
            return Some(Person {
                birth: birth?,
                age,
                sex: sex?,
                retired: true,
                retire_age: age,
                retire_age_latest: None,
                income_year: 0.0,
                income_growth: 0.0,
                income_until_age: None,
                pension: form.pension.clone(),
            });
        }
        let retire_age = self.age_from(&Field::RetireAge(who), form.retire_age, age, true);
        let latest = self.age_from(&Field::RetireAgeLatest(who), form.retire_age_latest, retire_age, false);
        let income_year = self.number(&Field::IncomeYear(who), form.income_year);
        let income_growth = self.optional(&Field::IncomeGrowth(who), form.income_growth);
        let until = self.age_from(&Field::IncomeUntilAge(who), form.income_until_age, age, false);
        let retire_age = retire_age?;
        Some(Person {
            birth: birth?,
            age: age?,
            sex: sex?,
            retired: false,
            retire_age,
            retire_age_latest: latest,
            income_year: income_year?,
            income_growth: income_growth.unwrap_or(0.0),
            income_until_age: until,
            pension: form.pension.clone(),
        })
    }

    /// A whole age that is not below another one, such as the age today.
    fn age_from(
        &mut self,
        field: &Field,
        value: Option<f64>,
        from: Option<u32>,
        required: bool,
    ) -> Option<u32> {
        let value = if required { self.given(field.clone(), value)? } else { value? };
        let limit = limit(field, self.today);
        let min = from.map_or(limit.min, |from| limit.min.max(f64::from(from)));
        self.within(field, value, Limit { min, ..limit }).map(to_u32)
    }

    fn holdings(
        &mut self,
        money: &MoneyForm,
        region: Option<Region>,
        firm: &Firm,
    ) -> (BTreeMap<AssetId, f64>, f64) {
        let mut holdings = BTreeMap::new();
        for (asset, amount) in &money.holdings {
            let field = Field::Holding(asset.clone());
            // Amounts typed for the assets of another region are kept in the form, unread.
            let known = region.is_some_and(|region| {
                firm.assumptions_of(region).asset.iter().any(|known| known.id == *asset)
            });
            if known && let Some(amount) = self.optional(&field, Some(*amount)) {
                holdings.insert(asset.clone(), amount);
            }
        }
        let unsorted = if money.holdings.is_empty() {
            self.number(&Field::Unsorted, money.unsorted)
        } else {
            self.optional(&Field::Unsorted, money.unsorted)
        };
        (holdings, unsorted.unwrap_or(0.0))
    }

    fn debts(&mut self, forms: &[DebtForm]) -> Vec<Debt> {
        if forms.len() > MAX_ROWS {
            self.fault(Field::DebtBalance(MAX_ROWS), Reason::TooLong(MAX_ROWS));
        }
        let mut debts = Vec::new();
        for (idx, form) in forms.iter().enumerate() {
            let balance = self.number(&Field::DebtBalance(idx), form.balance);
            let payment = self.number(&Field::DebtPaymentMonth(idx), form.payment_month);
            let until = self.number(&Field::DebtUntilYear(idx), form.until_year);
            let rate = self.optional(&Field::Life(LifeField::DebtRate(idx)), form.rate);
            if let (Some(balance), Some(payment), Some(until)) = (balance, payment, until) {
                debts.push(Debt {
                    balance,
                    payment_year: 12.0 * payment,
                    years: self.years_until(until) + 1,
                    rate,
                });
            }
        }
        debts
    }

    fn projects(&mut self, forms: &[ProjectForm]) -> Vec<Project> {
        if forms.len() > MAX_ROWS {
            self.fault(Field::ProjectAmount(MAX_ROWS), Reason::TooLong(MAX_ROWS));
        }
        let mut projects = Vec::new();
        for (idx, form) in forms.iter().enumerate() {
            let kind = self.given(Field::ProjectKind(idx), form.kind);
            let amount = self.number(&Field::ProjectAmount(idx), form.amount);
            let year = self.number(&Field::ProjectYear(idx), form.year);
            let priority = self.given(Field::ProjectPriority(idx), form.priority);
            let (wait_years, shrink_share) = self.give(
                [LifeField::ProjectWaitYears(idx), LifeField::ProjectShrinkShare(idx)],
                form.wait_years,
                form.shrink_share,
            );
            if let (Some(kind), Some(amount), Some(year), Some(priority)) = (kind, amount, year, priority) {
                projects.push(Project {
                    kind,
                    amount,
                    in_years: self.years_until(year),
                    priority,
                    years: 1,
                    growth: 0.0,
                    wait_years,
                    shrink_share,
                    origin: Origin::Project(idx),
                });
            }
        }
        projects
    }

    /// Calendar years from today; years before today were refused by their range.
    fn years_until(&self, year: f64) -> u32 {
        to_u32((year - f64::from(self.today.year)).max(0.0))
    }

    fn pension(&mut self, who: Who, form: &PersonForm, region: Region) {
        let pension = &form.pension;
        let known = self.optional(&Field::KnownMonth(who), pension.known_month);
        match region {
            Region::China => {
                // The class decides when the estimated pension begins; a known pension of a retired
                // person runs already.
                let running = known.is_some() && form.retired == Some(true);
                if form.sex == Some(Sex::Female) && !running {
                    self.given(Field::RetireClass(who), pension.retire_class);
                }
                if known.is_none() {
                    self.estimate_base(who, form);
                }
                self.optional(&Field::WageIndex(who), pension.wage_index);
                self.optional(&Field::Account(who), pension.account);
                self.optional(&Field::Annuity(who), pension.annuity);
                self.optional(&Field::AnnuityYear(who), pension.annuity_year);
                self.optional(&Field::Personal(who), pension.personal);
                self.optional(&Field::PersonalYear(who), pension.personal_year);
            }
            Region::Canada => {
                if known.is_none() {
                    self.estimate_base(who, form);
                }
                self.optional(&Field::CppFromAge(who), pension.cpp_from_age);
                self.number(&Field::OasYears(who), pension.oas_years);
                self.optional(&Field::OasFromAge(who), pension.oas_from_age);
            }
        }
        self.optional(&Field::CompanyMonth(who), pension.company_month);
        self.optional(&Field::CompanyFromAge(who), pension.company_from_age);
    }

    /// What an estimate of the state pension needs: a worker's contribution years. Somebody
    /// retired has no wage to estimate from and knows the amount.
    fn estimate_base(&mut self, who: Who, form: &PersonForm) {
        if form.retired == Some(true) {
            self.fault(Field::KnownMonth(who), Reason::Missing);
        } else {
            self.number(&Field::ContributionYears(who), form.pension.contribution_years);
        }
    }

    fn risk(&mut self, form: &Form, firm: &Firm) {
        for item in &firm.risk.items {
            let field = Field::Risk(item.id.clone());
            let chosen = form.risk.get(&item.id).map_or(&[][..], Vec::as_slice);
            let most = if item.kind == ItemKind::Multi { item.options.len() } else { 1 };
            let options: Vec<_> =
                item.options.iter().map(|option| (option.key.as_str(), option.exclusive)).collect();
            self.choice(&field, chosen, &options, 1, most);
        }
        for id in form.risk.keys() {
            if !firm.risk.items.iter().any(|item| item.id == *id) {
                self.fault(Field::Risk(id.clone()), Reason::UnknownOption(id.clone()));
            }
        }
    }

    /// The first questions of the life goals come before the money, the optional ones after it.
    fn goals(&mut self, form: &Form, firm: &Firm, optional: bool) {
        for item in
            firm.goals.items.iter().filter(|item| item.optional == optional && item.kind != GoalKind::Words)
        {
            let field = Field::Goal(item.id.clone());
            let chosen = form.goals.get(&item.id).map_or(&[][..], Vec::as_slice);
            let most = match item.kind {
                GoalKind::Single => 1,
                GoalKind::TopThree => 3,
                GoalKind::Multi | GoalKind::Words => item.options.len(),
            };
            let options: Vec<_> =
                item.options.iter().map(|option| (option.key.as_str(), option.exclusive)).collect();
            self.choice(&field, chosen, &options, usize::from(!item.optional), most);
        }
    }

    fn choice(
        &mut self,
        field: &Field,
        chosen: &[String],
        options: &[(&str, bool)],
        least: usize,
        most: usize,
    ) {
        if chosen.len() < least {
            self.fault(field.clone(), Reason::Missing);
        }
        if chosen.len() > most {
            self.fault(field.clone(), Reason::TooMany(most));
        }
        for key in chosen {
            match options.iter().find(|(known, _)| known == key) {
                None => self.fault(field.clone(), Reason::UnknownOption(key.clone())),
                Some((_, true)) if chosen.len() > 1 => {
                    self.fault(field.clone(), Reason::NotAlone(key.clone()));
                }
                Some(_) => {}
            }
        }
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a checked range of small whole numbers"
)]
const fn to_u32(value: f64) -> u32 {
    value as u32
}
