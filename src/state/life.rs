//! The parts of the life goals that are edited one by one, and what of them cannot be used yet.

use planner::answers::{Field, Form, HomeForm, LifeField, MAX_ROWS, Who};

use crate::state::field;

/// A part of the life goals that is edited on its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Months of spending kept apart.
    Reserve,
    /// What is insured on each adult.
    Cover,
    /// Parents who are supported.
    Parents,
    /// The children and their studies.
    Children,
    /// A home to be bought.
    Home,
    /// The loans there are.
    Debts,
    /// Other large amounts.
    Projects,
    /// What is left, and to whom.
    Estate,
}

impl Part {
    /// Every part, in the order of the page.
    pub const ALL: [Self; 8] = [
        Self::Reserve,
        Self::Cover,
        Self::Parents,
        Self::Children,
        Self::Home,
        Self::Debts,
        Self::Projects,
        Self::Estate,
    ];

    /// Its name in the address, and in the path of its fields.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Reserve => "reserve",
            Self::Cover => "cover",
            Self::Parents => "parents",
            Self::Children => "children",
            Self::Home => "home",
            Self::Debts => "debts",
            Self::Projects => "projects",
            Self::Estate => "estate",
        }
    }

    /// The part that asks a question of the life goals, of a loan or of a large amount; none for
    /// the other questions.
    #[must_use]
    pub const fn of(field: &Field) -> Option<Self> {
        Some(match field {
            Field::DebtBalance(_)
            | Field::DebtPaymentMonth(_)
            | Field::DebtUntilYear(_)
            | Field::Life(LifeField::DebtRate(_)) => Self::Debts,
            Field::ProjectKind(_)
            | Field::ProjectAmount(_)
            | Field::ProjectYear(_)
            | Field::ProjectPriority(_)
            | Field::Life(LifeField::ProjectWaitYears(_) | LifeField::ProjectShrinkShare(_)) => {
                Self::Projects
            }
            Field::Life(field) => Self::of_life(field),
            _ => return None,
        })
    }

    const fn of_life(field: &LifeField) -> Self {
        match field {
            LifeField::ReserveMonths => Self::Reserve,
            LifeField::CoverLife(_) | LifeField::CoverIllness(_) => Self::Cover,
            LifeField::ParentSupportMonth(_) | LifeField::ParentUntilYear(_) => Self::Parents,
            LifeField::DebtRate(_) => Self::Debts,
            LifeField::ProjectWaitYears(_) | LifeField::ProjectShrinkShare(_) => Self::Projects,
            LifeField::ChildBirthYear(_)
            | LifeField::ChildPlace(_)
            | LifeField::ChildStartAge(_)
            | LifeField::ChildStudyYears(_)
            | LifeField::ChildCostYear(_)
            | LifeField::ChildPriority(_)
            | LifeField::ChildWaitYears(_)
            | LifeField::ChildShrinkShare(_) => Self::Children,
            LifeField::HomePrice
            | LifeField::HomeYear
            | LifeField::HomeDownShare
            | LifeField::HomeLoanRate
            | LifeField::HomeLoanYears
            | LifeField::HomeRepayment
            | LifeField::HomeRentMonth
            | LifeField::HomePriority
            | LifeField::HomeWaitYears
            | LifeField::HomeShrinkShare => Self::Home,
            LifeField::Property
            | LifeField::HeirRelation(_)
            | LifeField::HeirShare(_)
            | LifeField::Documents
            | LifeField::LawyerMet => Self::Estate,
        }
    }

    /// The numbers it asks for, beside those that the questions ask for too.
    #[must_use]
    pub fn numbers(self, form: &Form) -> Vec<Field> {
        let rows = |len: usize, fields: &[fn(usize) -> LifeField]| -> Vec<LifeField> {
            (0..len).flat_map(|idx| fields.iter().map(move |field| field(idx))).collect()
        };
        let life = &form.life;
        let fields = match self {
            Self::Reserve => vec![LifeField::ReserveMonths],
            Self::Cover => adults(form)
                .iter()
                .flat_map(|who| [LifeField::CoverLife(*who), LifeField::CoverIllness(*who)])
                .collect(),
            Self::Parents => {
                rows(life.parents.len(), &[LifeField::ParentSupportMonth, LifeField::ParentUntilYear])
            }
            Self::Children => rows(
                life.children.len(),
                &[
                    LifeField::ChildBirthYear,
                    LifeField::ChildStartAge,
                    LifeField::ChildStudyYears,
                    LifeField::ChildCostYear,
                    LifeField::ChildWaitYears,
                    LifeField::ChildShrinkShare,
                ],
            ),
            Self::Home if life.home.is_some() => HOME.to_vec(),
            Self::Home => Vec::new(),
            Self::Debts => rows(form.debts.len(), &[LifeField::DebtRate]),
            Self::Projects => {
                rows(form.projects.len(), &[LifeField::ProjectWaitYears, LifeField::ProjectShrinkShare])
            }
            Self::Estate => {
                [vec![LifeField::Property], rows(life.estate.heirs.len(), &[LifeField::HeirShare])].concat()
            }
        };
        fields.into_iter().map(Field::Life).collect()
    }
}

/// The numbers of a home to be bought.
const HOME: [LifeField; 8] = [
    LifeField::HomePrice,
    LifeField::HomeYear,
    LifeField::HomeDownShare,
    LifeField::HomeLoanRate,
    LifeField::HomeLoanYears,
    LifeField::HomeRentMonth,
    LifeField::HomeWaitYears,
    LifeField::HomeShrinkShare,
];

/// The adults of the form.
#[must_use]
pub fn adults(form: &Form) -> &'static [Who] {
    if form.couple == Some(true) { &[Who::You, Who::Partner] } else { &[Who::You] }
}

/// Takes away the rows that these problems lie in, and the numbers that stand alone: what is not
/// complete is not counted, and holds up nothing else. Rows beyond the most that are read go too.
pub fn leave_out(form: &mut Form, problems: &[&Field]) {
    let mut rows: Vec<(Part, usize)> = Vec::new();
    for problem in problems {
        match row(problem) {
            Some(row) => rows.push(row),
            None if Part::of(problem) == Some(Part::Home) => form.life.home = None::<HomeForm>,
            None => field::set_number(form, problem, None),
        }
    }
    let gone = |part: Part, idx: usize| MAX_ROWS <= idx || rows.contains(&(part, idx));
    keep(&mut form.debts, |idx| !gone(Part::Debts, idx));
    keep(&mut form.projects, |idx| !gone(Part::Projects, idx));
    keep(&mut form.life.children, |idx| !gone(Part::Children, idx));
    keep(&mut form.life.parents, |idx| !gone(Part::Parents, idx));
    keep(&mut form.life.estate.heirs, |idx| !gone(Part::Estate, idx));
}

/// The row that does not hold together with a question wrong or missing; none for numbers that a
/// row can do without, and for what has no rows.
const fn row(field: &Field) -> Option<(Part, usize)> {
    Some(match field {
        Field::DebtBalance(idx) | Field::DebtPaymentMonth(idx) | Field::DebtUntilYear(idx) => {
            (Part::Debts, *idx)
        }
        Field::ProjectKind(idx)
        | Field::ProjectAmount(idx)
        | Field::ProjectYear(idx)
        | Field::ProjectPriority(idx) => (Part::Projects, *idx),
        Field::Life(field) => match field {
            LifeField::ParentSupportMonth(idx) | LifeField::ParentUntilYear(idx) => (Part::Parents, *idx),
            LifeField::ChildBirthYear(idx)
            | LifeField::ChildPlace(idx)
            | LifeField::ChildStartAge(idx)
            | LifeField::ChildStudyYears(idx)
            | LifeField::ChildCostYear(idx) => (Part::Children, *idx),
            LifeField::HeirRelation(idx) | LifeField::HeirShare(idx) => (Part::Estate, *idx),
            _ => return None,
        },
        _ => return None,
    })
}

fn keep<T>(rows: &mut Vec<T>, stays: impl Fn(usize) -> bool) {
    let mut idx = 0;
    rows.retain(|_| {
        idx += 1;
        stays(idx - 1)
    });
}

#[cfg(test)]
mod tests {
    use planner::answers::{ChildForm, DebtForm, ParentForm};

    use super::*;

    fn form() -> Form {
        let mut form = Form { debts: vec![DebtForm::default(); 2], ..Form::default() };
        form.life.children = vec![ChildForm::default(); 2];
        form.life.children[1].wait_years = Some(99.0);
        form.life.parents = vec![ParentForm::default(); MAX_ROWS + 2];
        form.life.home = Some(HomeForm::default());
        form.life.reserve_months = Some(-1.0);
        form
    }

    #[test]
    fn a_row_with_a_problem_is_left_out_and_the_others_stay() {
        let mut form = form();

        leave_out(
            &mut form,
            &[
                &Field::Life(LifeField::ChildPlace(0)),
                &Field::DebtUntilYear(1),
                &Field::Life(LifeField::HomeYear),
            ],
        );

        assert_eq!((form.life.children.len(), form.debts.len()), (1, 1));
        assert_eq!(form.life.children[0].wait_years, Some(99.0));
        assert_eq!(form.life.home, None);
        assert_eq!(form.life.parents.len(), MAX_ROWS);
    }

    #[test]
    fn a_number_that_a_row_can_do_without_goes_alone() {
        let mut form = form();

        leave_out(
            &mut form,
            &[&Field::Life(LifeField::ChildWaitYears(1)), &Field::Life(LifeField::ReserveMonths)],
        );

        assert_eq!(form.life.children.len(), 2);
        assert_eq!(form.life.children[1].wait_years, None);
        assert_eq!(form.life.reserve_months, None);
    }

    #[test]
    fn every_number_of_a_part_belongs_to_it() {
        let mut form = form();
        form.couple = Some(true);
        for part in Part::ALL {
            for field in part.numbers(&form) {
                assert_eq!(Part::of(&field), Some(part), "{field}");
            }
        }
    }
}
