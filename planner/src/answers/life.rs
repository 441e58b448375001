//! The part of the form about life goals beside retirement. All of it may be left out.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{
    Answers, Desk, Field, Form, Limit, Origin, Priority, Project, ProjectKind, Reason, Who, limit, limits,
};
use crate::firm::{Firm, Region};
use crate::rate;

/// Down payment where they named none, a share of the price.
pub const DEFAULT_DOWN_SHARE: f64 = 0.3;

/// The life goals beside retirement, as typed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct LifeForm {
    /// The children whose study is planned.
    pub children: Vec<ChildForm>,
    /// A home to be bought; none means none.
    pub home: Option<HomeForm>,
    /// What is insured on the investor.
    pub your_cover: CoverForm,
    /// What is insured on the other adult; kept, but not read, where one plans alone.
    pub partner_cover: CoverForm,
    /// Parents who are supported with money.
    pub parents: Vec<ParentForm>,
    /// What is to be left, and to whom.
    pub estate: EstateForm,
    /// Months of spending kept apart as a reserve. None means that nothing is kept apart: the
    /// reserve then stays within the money for retirement, held there in cash.
    pub reserve_months: Option<f64>,
}

/// A child's study, as typed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ChildForm {
    /// Gregorian year of birth.
    pub birth_year: Option<f64>,
    /// Where they study: a place of the firm's table.
    pub place: Option<String>,
    /// Age at which study begins, in years; none means the place's.
    pub start_age: Option<f64>,
    /// Years of study; none means the place's.
    pub study_years: Option<f64>,
    /// Cost of a year of study today; none means the place's.
    pub cost_year: Option<f64>,
    /// How much it matters; none means a need.
    pub priority: Option<Priority>,
    /// Years it may wait; none means 0.
    pub wait_years: Option<f64>,
    /// Share by which it may shrink, 0 to 1; none means that they did not say.
    pub shrink_share: Option<f64>,
}

/// A home to be bought, as typed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct HomeForm {
    /// Price in today's money.
    pub price: Option<f64>,
    /// Calendar year in which it is bought.
    pub year: Option<f64>,
    /// Down payment as a share of the price, 0 to 1; none means [`DEFAULT_DOWN_SHARE`].
    pub down_share: Option<f64>,
    /// Interest of the loan quoted a year, a fraction; none means the firm's.
    pub loan_rate: Option<f64>,
    /// Years of the loan; none means the firm's.
    pub loan_years: Option<f64>,
    /// How the loan is repaid; none means equal payments.
    pub repayment: Option<Repayment>,
    /// Rent a month that ends with the purchase; none means 0.
    pub rent_month: Option<f64>,
    /// How much it matters; none means a want.
    pub priority: Option<Priority>,
    /// Years it may wait; none means 0.
    pub wait_years: Option<f64>,
    /// Share by which it may shrink, 0 to 1; none means that they did not say.
    pub shrink_share: Option<f64>,
}

/// What is insured on one adult, as typed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CoverForm {
    /// Paid at death; none means 0.
    pub life: Option<f64>,
    /// Paid on a critical illness or disability, as one amount; none means 0.
    pub illness: Option<f64>,
}

/// A parent who is supported with money, as typed. What is saved is after this support; in
/// retirement it is paid beside the spending.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ParentForm {
    /// Support a month in today's money, beside the household's spending.
    pub support_month: Option<f64>,
    /// Last calendar year of the support.
    pub until_year: Option<f64>,
}

/// What is to be left, as typed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct EstateForm {
    /// Homes and other property, worth today; none means 0.
    pub property: Option<f64>,
    /// Who is to get what; empty means the legal order.
    pub heirs: Vec<HeirForm>,
    /// Documents that exist; none means those chosen in the life-goal questionnaire.
    pub documents: Option<Vec<Document>>,
    /// A lawyer has been met about it; none means not yet.
    pub lawyer_met: Option<bool>,
}

/// Somebody who is to get a share, as typed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct HeirForm {
    /// Who they are.
    pub relation: Option<Relation>,
    /// Their share of the estate, 0 to 1.
    pub share: Option<f64>,
}

/// How a loan is repaid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Repayment {
    /// The same payment every month (等额本息).
    EqualPayment,
    /// The same part of the principal every month (等额本金).
    EqualPrincipal,
}

/// A document about the estate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Document {
    /// A will.
    Will,
    /// Who cares for children, or for oneself.
    Guardianship,
    /// Who is paid by insurance and accounts.
    Beneficiaries,
    /// Which property belongs to whom in a marriage.
    MaritalProperty,
}

impl Document {
    /// Every document.
    pub const ALL: [Self; 4] = [Self::Will, Self::Guardianship, Self::Beneficiaries, Self::MaritalProperty];

    /// Its option in the item `documents` of the life-goal questionnaire.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Will => "will",
            Self::Guardianship => "guardianship",
            Self::Beneficiaries => "beneficiaries",
            Self::MaritalProperty => "marital_property",
        }
    }
}

/// Who an heir is to the investor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the words say it")]
pub enum Relation {
    Spouse,
    Child,
    Parent,
    Other,
}

/// A question of the life goals; the number is the place in its list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each is the field of the form it is named after")]
pub enum LifeField {
    DebtRate(usize),
    ProjectWaitYears(usize),
    ProjectShrinkShare(usize),
    ChildBirthYear(usize),
    ChildPlace(usize),
    ChildStartAge(usize),
    ChildStudyYears(usize),
    ChildCostYear(usize),
    ChildPriority(usize),
    ChildWaitYears(usize),
    ChildShrinkShare(usize),
    HomePrice,
    HomeYear,
    HomeDownShare,
    HomeLoanRate,
    HomeLoanYears,
    HomeRepayment,
    HomeRentMonth,
    HomePriority,
    HomeWaitYears,
    HomeShrinkShare,
    CoverLife(Who),
    CoverIllness(Who),
    ParentSupportMonth(usize),
    ParentUntilYear(usize),
    Property,
    HeirRelation(usize),
    HeirShare(usize),
    Documents,
    LawyerMet,
    ReserveMonths,
}

impl fmt::Display for LifeField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let cover = |who: &Who| match who {
            Who::You => "life.your_cover",
            Who::Partner => "life.partner_cover",
        };
        match self {
            Self::DebtRate(idx) => write!(f, "debts.{idx}.rate"),
            Self::ProjectWaitYears(idx) => write!(f, "projects.{idx}.wait_years"),
            Self::ProjectShrinkShare(idx) => write!(f, "projects.{idx}.shrink_share"),
            Self::ChildBirthYear(idx) => write!(f, "life.children.{idx}.birth_year"),
            Self::ChildPlace(idx) => write!(f, "life.children.{idx}.place"),
            Self::ChildStartAge(idx) => write!(f, "life.children.{idx}.start_age"),
            Self::ChildStudyYears(idx) => write!(f, "life.children.{idx}.study_years"),
            Self::ChildCostYear(idx) => write!(f, "life.children.{idx}.cost_year"),
            Self::ChildPriority(idx) => write!(f, "life.children.{idx}.priority"),
            Self::ChildWaitYears(idx) => write!(f, "life.children.{idx}.wait_years"),
            Self::ChildShrinkShare(idx) => write!(f, "life.children.{idx}.shrink_share"),
            Self::HomePrice => f.write_str("life.home.price"),
            Self::HomeYear => f.write_str("life.home.year"),
            Self::HomeDownShare => f.write_str("life.home.down_share"),
            Self::HomeLoanRate => f.write_str("life.home.loan_rate"),
            Self::HomeLoanYears => f.write_str("life.home.loan_years"),
            Self::HomeRepayment => f.write_str("life.home.repayment"),
            Self::HomeRentMonth => f.write_str("life.home.rent_month"),
            Self::HomePriority => f.write_str("life.home.priority"),
            Self::HomeWaitYears => f.write_str("life.home.wait_years"),
            Self::HomeShrinkShare => f.write_str("life.home.shrink_share"),
            Self::CoverLife(who) => write!(f, "{}.life", cover(who)),
            Self::CoverIllness(who) => write!(f, "{}.illness", cover(who)),
            Self::ParentSupportMonth(idx) => write!(f, "life.parents.{idx}.support_month"),
            Self::ParentUntilYear(idx) => write!(f, "life.parents.{idx}.until_year"),
            Self::Property => f.write_str("life.estate.property"),
            Self::HeirRelation(idx) => write!(f, "life.estate.heirs.{idx}.relation"),
            Self::HeirShare(idx) => write!(f, "life.estate.heirs.{idx}.share"),
            Self::Documents => f.write_str("life.estate.documents"),
            Self::LawyerMet => f.write_str("life.estate.lawyer_met"),
            Self::ReserveMonths => f.write_str("life.reserve_months"),
        }
    }
}

/// The life goals beside retirement, checked. Studies and the home's down payment stand among
/// [`Answers::projects`] as well.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Life {
    /// The children, in the order typed.
    pub children: Vec<Child>,
    /// A home to be bought.
    pub home: Option<Home>,
    /// What is insured on each adult, in the order of the adults.
    pub cover: Vec<Cover>,
    /// Parents who are supported.
    pub parents: Vec<Parent>,
    /// What is to be left.
    pub estate: Estate,
    /// Months of spending kept apart as a reserve.
    pub reserve_months: Option<f64>,
}

/// A child and a study, checked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Child {
    /// Age this calendar year, in years; 0 for a child not yet born.
    pub age: u32,
    /// Place of study in the firm's table.
    pub place: String,
    /// Years from today until study begins, 0 where it has begun.
    pub in_years: u32,
    /// Years of study left; 0 where it is over.
    pub years: u32,
    /// Cost of a year of study today.
    pub cost_year: f64,
    /// Real growth of that cost, a fraction a year.
    pub growth: f64,
}

/// A home to be bought, checked.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Home {
    /// Price in today's money.
    pub price: f64,
    /// Years from today until it is bought.
    pub in_years: u32,
    /// Down payment as a share of the price, 0 to 1.
    pub down_share: f64,
    /// Interest of the loan quoted a year, a fraction.
    pub loan_rate: f64,
    /// Years of the loan.
    pub loan_years: u32,
    /// How it is repaid.
    pub repayment: Repayment,
    /// Rent a year that ends with the purchase, in today's money.
    pub rent_year: f64,
}

/// What is insured on one adult, checked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Cover {
    /// Paid at death.
    pub life: f64,
    /// Paid on a critical illness or disability, as one amount.
    pub illness: f64,
}

/// Support of a parent, checked.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Parent {
    /// Support a year in today's money.
    pub support_year: f64,
    /// Years of support, this year included.
    pub years: u32,
}

/// What is to be left, checked.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Estate {
    /// Homes and other property, worth today.
    pub property: f64,
    /// Who is to get what. Invariant: the shares sum to at most one.
    pub heirs: Vec<Heir>,
    /// Documents that exist, each once.
    pub documents: Vec<Document>,
    /// A lawyer has been met about it.
    pub lawyer_met: bool,
}

/// Somebody and a share.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Heir {
    /// Who they are.
    pub relation: Relation,
    /// Their share, 0 to 1.
    pub share: f64,
}

impl Answers {
    /// What is insured on the adult of that place; nothing where they said nothing.
    #[must_use]
    pub fn cover(&self, person: usize) -> Cover {
        self.life.cover.get(person).copied().unwrap_or_default()
    }
}

impl Desk {
    /// Reads the life goals; studies and the home join the large amounts.
    pub(super) fn life(
        &mut self,
        form: &Form,
        region: Option<Region>,
        couple: bool,
        firm: &Firm,
        projects: &mut Vec<Project>,
    ) -> Life {
        let typed = &form.life;
        let mut cover = vec![self.cover(Who::You, &typed.your_cover)];
        if couple {
            cover.push(self.cover(Who::Partner, &typed.partner_cover));
        }
        let mut life = Life {
            cover,
            parents: self.parents(&typed.parents),
            estate: self.estate(form),
            reserve_months: self.amount(LifeField::ReserveMonths, typed.reserve_months),
            ..Life::default()
        };
        if let Some(region) = region {
            life.children = self.children(&typed.children, region, firm, projects);
            life.home = typed.home.as_ref().and_then(|home| self.home(home, region, firm, projects));
        }
        life
    }

    fn amount(&mut self, field: LifeField, value: Option<f64>) -> Option<f64> {
        self.optional(&Field::Life(field), value)
    }

    fn whole_or(&mut self, field: LifeField, value: Option<f64>, otherwise: u32) -> u32 {
        self.amount(field, value).map_or(otherwise, super::to_u32)
    }

    /// How a goal may give: years it may wait, share by which it may shrink.
    pub(super) fn give(
        &mut self,
        [wait, shrink]: [LifeField; 2],
        years: Option<f64>,
        share: Option<f64>,
    ) -> (u32, Option<f64>) {
        (self.whole_or(wait, years, 0), self.amount(shrink, share))
    }

    fn too_long(&mut self, field: fn(usize) -> LifeField, len: usize) {
        if len > limits::MAX_ROWS {
            self.fault(Field::Life(field(limits::MAX_ROWS)), Reason::TooLong(limits::MAX_ROWS));
        }
    }

    fn cover(&mut self, who: Who, form: &CoverForm) -> Cover {
        Cover {
            life: self.amount(LifeField::CoverLife(who), form.life).unwrap_or(0.0),
            illness: self.amount(LifeField::CoverIllness(who), form.illness).unwrap_or(0.0),
        }
    }

    fn parents(&mut self, forms: &[ParentForm]) -> Vec<Parent> {
        self.too_long(LifeField::ParentSupportMonth, forms.len());
        let mut parents = Vec::new();
        for (idx, form) in forms.iter().enumerate() {
            let month = self.number(&Field::Life(LifeField::ParentSupportMonth(idx)), form.support_month);
            let until = self.number(&Field::Life(LifeField::ParentUntilYear(idx)), form.until_year);
            if let (Some(month), Some(until)) = (month, until) {
                parents.push(Parent { support_year: 12.0 * month, years: self.years_until(until) + 1 });
            }
        }
        parents
    }

    fn estate(&mut self, form: &Form) -> Estate {
        let typed = &form.life.estate;
        let property = self.amount(LifeField::Property, typed.property).unwrap_or(0.0);
        self.too_long(LifeField::HeirRelation, typed.heirs.len());
        let mut heirs = Vec::new();
        let mut left = 1.0;
        for (idx, heir) in typed.heirs.iter().enumerate() {
            let relation = self.given(Field::Life(LifeField::HeirRelation(idx)), heir.relation);
            let field = Field::Life(LifeField::HeirShare(idx));
            let share = self.given(field.clone(), heir.share);
            // Nobody can leave more than everything; a hair more, for shares such as a third.
            let limit = Limit { max: left + 1e-9, ..limit(&field, self.today) };
            let share = share.and_then(|share| self.within(&field, share, limit));
            if let (Some(relation), Some(share)) = (relation, share) {
                left = f64::max(left - share, 0.0);
                heirs.push(Heir { relation, share });
            }
        }
        let chosen = form.goals.get("documents").map_or(&[][..], Vec::as_slice);
        let exists = |document: &Document| match &typed.documents {
            Some(documents) => documents.contains(document),
            None => chosen.iter().any(|key| key == document.key()),
        };
        let documents = Document::ALL.into_iter().filter(exists).collect();
        Estate { property, heirs, documents, lawyer_met: typed.lawyer_met.unwrap_or(false) }
    }

    fn children(
        &mut self,
        forms: &[ChildForm],
        region: Region,
        firm: &Firm,
        projects: &mut Vec<Project>,
    ) -> Vec<Child> {
        self.too_long(LifeField::ChildBirthYear, forms.len());
        let mut children = Vec::new();
        for (idx, form) in forms.iter().enumerate() {
            let give = self.give(
                [LifeField::ChildWaitYears(idx), LifeField::ChildShrinkShare(idx)],
                form.wait_years,
                form.shrink_share,
            );
            let Some(child) = self.child(idx, form, region, firm) else { continue };
            if child.years > 0 && child.cost_year > 0.0 {
                projects.push(study(&child, children.len(), form.priority.unwrap_or(Priority::Need), give));
            }
            children.push(child);
        }
        children
    }

    fn child(&mut self, idx: usize, form: &ChildForm, region: Region, firm: &Firm) -> Option<Child> {
        let birth = self.number(&Field::Life(LifeField::ChildBirthYear(idx)), form.birth_year);
        let field = Field::Life(LifeField::ChildPlace(idx));
        let id = self.given(field.clone(), form.place.clone());
        let place = id.as_ref().and_then(|id| firm.policy.life.places.iter().find(|place| place.id == *id));
        if let (Some(id), None) = (&id, place) {
            self.fault(field, Reason::UnknownOption(id.clone()));
        }
        let start = self.amount(LifeField::ChildStartAge(idx), form.start_age);
        let years = self.amount(LifeField::ChildStudyYears(idx), form.study_years);
        let cost = self.amount(LifeField::ChildCostYear(idx), form.cost_year);
        let place = place?;
        // Signed years: a study may have begun, and a child may not be born yet.
        let begins = birth? + start.unwrap_or(f64::from(place.start_age)) - f64::from(self.today.year);
        let left = years.unwrap_or(f64::from(place.years)) + begins.min(0.0);
        Some(Child {
            age: super::to_u32((f64::from(self.today.year) - birth?).max(0.0)),
            place: place.id.clone(),
            in_years: super::to_u32(begins.max(0.0)),
            years: super::to_u32(left.max(0.0)),
            cost_year: cost.unwrap_or_else(|| place.cost_year.get(&region).copied().unwrap_or(0.0)),
            growth: place.growth_real,
        })
    }

    fn home(
        &mut self,
        form: &HomeForm,
        region: Region,
        firm: &Firm,
        projects: &mut Vec<Project>,
    ) -> Option<Home> {
        let price = self.number(&Field::Life(LifeField::HomePrice), form.price);
        let year = self.number(&Field::Life(LifeField::HomeYear), form.year);
        let rules = firm.policy.life.loan_of(region);
        let down_share = self.amount(LifeField::HomeDownShare, form.down_share).unwrap_or(DEFAULT_DOWN_SHARE);
        let loan_rate = self.amount(LifeField::HomeLoanRate, form.loan_rate).unwrap_or(rules.rate);
        let loan_years = self.whole_or(LifeField::HomeLoanYears, form.loan_years, rules.years);
        let rent_month = self.amount(LifeField::HomeRentMonth, form.rent_month).unwrap_or(0.0);
        let (wait_years, shrink_share) = self.give(
            [LifeField::HomeWaitYears, LifeField::HomeShrinkShare],
            form.wait_years,
            form.shrink_share,
        );
        let home = Home {
            price: price?,
            in_years: self.years_until(year?),
            down_share,
            loan_rate,
            loan_years,
            repayment: form.repayment.unwrap_or(Repayment::EqualPayment),
            rent_year: 12.0 * rent_month,
        };
        projects.push(Project {
            kind: ProjectKind::Home,
            amount: home.price * home.down_share,
            in_years: home.in_years,
            priority: form.priority.unwrap_or(Priority::Want),
            years: 1,
            growth: 0.0,
            wait_years,
            shrink_share,
            origin: Origin::Home,
        });
        Some(home)
    }
}

/// A study as a large amount: all its years, at their real prices.
fn study(
    child: &Child,
    idx: usize,
    priority: Priority,
    (wait_years, shrink_share): (u32, Option<f64>),
) -> Project {
    let first = child.cost_year * rate::growth(child.growth, child.in_years);
    let amount = (0..child.years).map(|year| first * rate::growth(child.growth, year)).sum();
    Project {
        kind: ProjectKind::Education,
        amount,
        in_years: child.in_years,
        priority,
        years: child.years,
        growth: child.growth,
        wait_years,
        shrink_share,
        origin: Origin::Child(idx),
    }
}
