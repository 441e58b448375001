//! The order of the questions: aims and worries first, money later, risk after it.
//!
//! A step is what stands on one screen of a phone. Which steps there are follows from the form
//! and the firm's questionnaires.

use planner::answers::{Field, Form, FormError, Sex, Who};
use planner::firm::{Dimension, Firm, GoalKind, ItemKind, Region};

use crate::state::field::person;

/// One screen of the questions on a phone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Where the investor retires.
    Region,
    /// An item of the life-goal questionnaire.
    Goal(String),
    /// Birth and sex of the investor.
    You,
    /// One adult or two, and the other one's birth and sex.
    Couple,
    /// Work and income of an adult.
    Work(Who),
    /// When an adult wants to retire.
    Retire(Who),
    /// What the household spends.
    Spending,
    /// What it saves.
    Saving,
    /// What it owns.
    Holdings,
    /// What it owes.
    Debts,
    /// The pensions of an adult.
    Pension(Who),
    /// Large spending to come.
    Projects,
    /// An item of the risk questionnaire.
    Risk(String),
    /// What is missing, or the way to the plan.
    Review,
}

/// A stretch of the questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// What the investor wants and worries about.
    Aims,
    /// Who lives from the money.
    Household,
    /// What comes in, goes out, and is there.
    Money,
    /// What risk suits.
    Risk,
    /// What helps the advisor.
    More,
    /// What is missing.
    Review,
}

impl Section {
    /// Every section, in order.
    pub const ALL: [Self; 6] =
        [Self::Aims, Self::Household, Self::Money, Self::Risk, Self::More, Self::Review];
}

/// Most questions that stand together on a wide screen.
const MOST_TOGETHER: usize = 2;

/// Every step that is asked, in order; the last one is [`Step::Review`].
#[must_use]
pub fn all(form: &Form, firm: &Firm) -> Vec<Step> {
    let goals = |later| {
        let items = firm.goals.items.iter().filter(move |item| comes_later(firm, &item.id) == later);
        items.map(|item| Step::Goal(item.id.clone()))
    };
    let adults: &[Who] = if form.couple == Some(true) { &[Who::You, Who::Partner] } else { &[Who::You] };

    let mut steps = vec![Step::Region];
    steps.extend(goals(false));
    steps.extend([Step::You, Step::Couple]);
    for who in adults {
        steps.push(Step::Work(*who));
        if person(form, *who).retired != Some(true) {
            steps.push(Step::Retire(*who));
        }
    }
    steps.extend([Step::Spending, Step::Saving, Step::Holdings, Step::Debts]);
    steps.extend(adults.iter().map(|who| Step::Pension(*who)));
    steps.push(Step::Projects);
    steps.extend(firm.risk.items.iter().map(|item| Step::Risk(item.id.clone())));
    steps.extend(goals(true));
    steps.push(Step::Review);
    steps
}

/// Optional items wait until the end; free words before the first of them are asked where they
/// stand, since the investor's own words come before any money.
fn comes_later(firm: &Firm, id: &str) -> bool {
    let items = &firm.goals.items;
    let first_later = items.iter().position(|item| item.optional && item.kind != GoalKind::Words);
    let place = items.iter().position(|item| item.id == id);
    let optional = items.iter().any(|item| item.id == id && item.optional);
    optional && first_later.is_some_and(|first| place >= Some(first))
}

impl Step {
    /// The name in the address.
    #[must_use]
    pub fn slug(&self) -> String {
        match self {
            Self::Region => "region".to_owned(),
            Self::Goal(item) | Self::Risk(item) => item.clone(),
            Self::You => "you".to_owned(),
            Self::Couple => "partner".to_owned(),
            Self::Work(who) => of_adult("work", *who),
            Self::Retire(who) => of_adult("retire", *who),
            Self::Spending => "spending".to_owned(),
            Self::Saving => "saving".to_owned(),
            Self::Holdings => "holdings".to_owned(),
            Self::Debts => "debts".to_owned(),
            Self::Pension(who) => of_adult("pension", *who),
            Self::Projects => "projects".to_owned(),
            Self::Review => "review".to_owned(),
        }
    }

    /// The stretch it belongs to.
    #[must_use]
    pub fn section(&self, firm: &Firm) -> Section {
        match self {
            Self::Region => Section::Aims,
            Self::Goal(id) => {
                if comes_later(firm, id) {
                    Section::More
                } else {
                    Section::Aims
                }
            }
            Self::You | Self::Couple | Self::Work(_) | Self::Retire(_) => Section::Household,
            Self::Spending
            | Self::Saving
            | Self::Holdings
            | Self::Debts
            | Self::Pension(_)
            | Self::Projects => Section::Money,
            Self::Risk(_) => Section::Risk,
            Self::Review => Section::Review,
        }
    }

    /// The questions it asks, those folded away included.
    #[must_use]
    pub fn fields(&self, form: &Form, firm: &Firm) -> Vec<Field> {
        match self {
            Self::Region => vec![Field::Region],
            Self::Goal(item) => vec![Field::Goal(item.clone())],
            Self::You => birth(Who::You).to_vec(),
            Self::Couple => {
                let mut fields = vec![Field::Couple];
                if form.couple == Some(true) {
                    fields.extend(birth(Who::Partner));
                }
                fields
            }
            Self::Work(who) => {
                let mut fields = vec![Field::Retired(*who)];
                if person(form, *who).retired == Some(false) {
                    fields.extend([
                        Field::IncomeYear(*who),
                        Field::IncomeGrowth(*who),
                        Field::IncomeUntilAge(*who),
                    ]);
                }
                fields
            }
            Self::Retire(who) => vec![Field::RetireAge(*who), Field::RetireAgeLatest(*who)],
            Self::Spending => {
                vec![Field::SpendingMonth, Field::WishedMonth, Field::EssentialMonth, Field::SpendingDecline]
            }
            Self::Saving => vec![Field::SavingYear],
            Self::Holdings => {
                let assets = form.region.map_or(&[][..], |region| &firm.assumptions_of(region).asset);
                let mut fields = vec![Field::Unsorted];
                fields.extend(assets.iter().map(|asset| Field::Holding(asset.id.clone())));
                fields
            }
            Self::Debts => (0..form.debts.len())
                .flat_map(|idx| {
                    [Field::DebtBalance(idx), Field::DebtPaymentMonth(idx), Field::DebtUntilYear(idx)]
                })
                .collect(),
            Self::Pension(who) => {
                let (essential, more) = pension(form, *who);
                [essential, more].concat()
            }
            Self::Projects => (0..form.projects.len())
                .flat_map(|idx| {
                    [
                        Field::ProjectKind(idx),
                        Field::ProjectAmount(idx),
                        Field::ProjectYear(idx),
                        Field::ProjectPriority(idx),
                    ]
                })
                .collect(),
            Self::Risk(item) => vec![Field::Risk(item.clone())],
            Self::Review => Vec::new(),
        }
    }

    /// The step that asks a question.
    #[must_use]
    pub fn of(field: &Field) -> Self {
        match field {
            Field::Region => Self::Region,
            Field::Goal(item) => Self::Goal(item.clone()),
            Field::BirthYear(Who::You) | Field::BirthMonth(Who::You) | Field::Sex(Who::You) => Self::You,
            Field::Couple
            | Field::BirthYear(Who::Partner)
            | Field::BirthMonth(Who::Partner)
            | Field::Sex(Who::Partner) => Self::Couple,
            Field::Retired(who)
            | Field::IncomeYear(who)
            | Field::IncomeGrowth(who)
            | Field::IncomeUntilAge(who) => Self::Work(*who),
            Field::RetireAge(who) | Field::RetireAgeLatest(who) => Self::Retire(*who),
            Field::SpendingMonth | Field::EssentialMonth | Field::WishedMonth | Field::SpendingDecline => {
                Self::Spending
            }
            Field::SavingYear => Self::Saving,
            Field::Holding(_) | Field::Unsorted => Self::Holdings,
            Field::DebtBalance(_) | Field::DebtPaymentMonth(_) | Field::DebtUntilYear(_) => Self::Debts,
            Field::KnownMonth(who)
            | Field::RetireClass(who)
            | Field::ContributionYears(who)
            | Field::WageIndex(who)
            | Field::Account(who)
            | Field::Annuity(who)
            | Field::AnnuityYear(who)
            | Field::Personal(who)
            | Field::PersonalYear(who)
            | Field::CppFromAge(who)
            | Field::OasYears(who)
            | Field::OasFromAge(who)
            | Field::CompanyMonth(who)
            | Field::CompanyFromAge(who) => Self::Pension(*who),
            Field::ProjectKind(_)
            | Field::ProjectAmount(_)
            | Field::ProjectYear(_)
            | Field::ProjectPriority(_)
            | Field::Life(_) => Self::Projects,
            Field::Risk(item) => Self::Risk(item.clone()),
            Field::LowerClass | Field::Tried(_) => Self::Review,
        }
    }

    /// Time it takes to answer, in seconds: a guess that only the progress line uses.
    const fn seconds(&self) -> u32 {
        match self {
            Self::Region | Self::Couple => 6,
            Self::Goal(_) | Self::Risk(_) => 10,
            Self::You | Self::Work(_) | Self::Retire(_) | Self::Saving | Self::Debts | Self::Projects => 15,
            Self::Spending | Self::Holdings | Self::Pension(_) => 25,
            Self::Review => 0,
        }
    }
}

/// The pension questions of an adult: those that are asked, and those folded away.
#[must_use]
pub fn pension(form: &Form, who: Who) -> (Vec<Field>, Vec<Field>) {
    let person = person(form, who);
    let retired = person.retired == Some(true);
    let mut asked = Vec::new();
    let running = retired && person.pension.known_month.is_some();
    if form.region == Some(Region::China) && person.sex == Some(Sex::Female) && !running {
        asked.push(Field::RetireClass(who));
    }
    if !retired {
        asked.push(Field::ContributionYears(who));
    }
    asked.push(Field::KnownMonth(who));
    let company = [Field::CompanyMonth(who), Field::CompanyFromAge(who)];
    let more = match form.region {
        None => Vec::new(),
        Some(Region::China) => [
            Field::WageIndex(who),
            Field::Account(who),
            Field::Annuity(who),
            Field::AnnuityYear(who),
            Field::Personal(who),
            Field::PersonalYear(who),
        ]
        .into_iter()
        .chain(company)
        .collect(),
        Some(Region::Canada) => {
            asked.push(Field::OasYears(who));
            [Field::CppFromAge(who), Field::OasFromAge(who)].into_iter().chain(company).collect()
        }
    };
    (asked, more)
}

/// The steps by screen: one a screen on a phone; on a wide screen a few of the same stretch.
#[must_use]
pub fn screens(steps: &[Step], firm: &Firm, wide: bool) -> Vec<Vec<Step>> {
    let mut screens: Vec<Vec<Step>> = Vec::new();
    for step in steps {
        match screens.last_mut() {
            Some(screen) if wide && fits(screen, step, firm) => screen.push(step.clone()),
            _ => screens.push(vec![step.clone()]),
        }
    }
    screens
}

/// Whether a step may stand under those of a screen.
fn fits(screen: &[Step], step: &Step, firm: &Firm) -> bool {
    let Some(first) = screen.first() else { return true };
    let short = |step: &Step| match step {
        Step::Goal(id) => firm.goals.items.iter().any(|item| item.id == *id && item.kind == GoalKind::Single),
        Step::Risk(id) => firm.risk.items.iter().any(|item| item.id == *id && item.kind != ItemKind::Multi),
        Step::Region
        | Step::You
        | Step::Couple
        | Step::Work(_)
        | Step::Retire(_)
        | Step::Spending
        | Step::Saving => true,
        Step::Holdings | Step::Debts | Step::Pension(_) | Step::Projects | Step::Review => false,
    };
    let together = match (first, step) {
        (Step::Risk(first), Step::Risk(next)) => dimension(firm, first) == dimension(firm, next),
        // An adult's work and retirement belong together; two adults do not share a screen.
        (Step::Work(first), Step::Retire(next)) => first == next,
        (Step::Work(_) | Step::Retire(_), _) | (_, Step::Work(_) | Step::Retire(_)) => false,
        _ => first.section(firm) == step.section(firm),
    };
    screen.len() < MOST_TOGETHER && together && short(first) && short(step)
}

fn dimension(firm: &Firm, item: &str) -> Option<Dimension> {
    firm.risk.items.iter().find(|known| known.id == item).and_then(|item| item.dimension)
}

/// Minutes that a number of steps takes, at least one.
#[must_use]
pub fn minutes(steps: &[Step]) -> u32 {
    steps.iter().map(Step::seconds).sum::<u32>().div_ceil(60).max(1)
}

/// The first step with a problem; the review where there is none.
#[must_use]
pub fn next_open(problems: &[FormError]) -> Step {
    problems.first().map_or(Step::Review, |problem| Step::of(&problem.field))
}

const fn birth(who: Who) -> [Field; 3] {
    [Field::BirthYear(who), Field::BirthMonth(who), Field::Sex(who)]
}

fn of_adult(name: &str, who: Who) -> String {
    match who {
        Who::You => name.to_owned(),
        Who::Partner => format!("partner-{name}"),
    }
}

// The tests read the firm's own files, which a browser does not have.
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
