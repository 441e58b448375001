//! Where the number of a question lives in the form.

use planner::answers::{
    ChildForm, CoverForm, DebtForm, Field, Form, LifeField, PersonForm, ProjectForm, Who,
};

/// The number that answers a question; none where there is none, or the answer is no number.
#[must_use]
pub fn number(form: &Form, field: &Field) -> Option<f64> {
    // One table of places serves reading and writing; a form is small enough to copy for it.
    if let Field::Holding(asset) = field {
        return form.money.holdings.get(asset).copied();
    }
    place(&mut form.clone(), field).and_then(|place| *place)
}

/// Answers a question with a number, or takes its answer back.
///
/// A row of a list that is not there stays away, and so does a home.
pub fn set_number(form: &mut Form, field: &Field, value: Option<f64>) {
    if let Field::Holding(asset) = field {
        match value {
            Some(value) => form.money.holdings.insert(asset.clone(), value),
            None => form.money.holdings.remove(asset),
        };
    } else if let Some(place) = place(form, field) {
        *place = value;
    }
}

/// One adult of the form.
#[must_use]
pub const fn person(form: &Form, who: Who) -> &PersonForm {
    match who {
        Who::You => &form.you,
        Who::Partner => &form.partner,
    }
}

/// One adult of the form, to be written.
pub const fn person_mut(form: &mut Form, who: Who) -> &mut PersonForm {
    match who {
        Who::You => &mut form.you,
        Who::Partner => &mut form.partner,
    }
}

/// The place of a number in the form; none for choices, and for holdings, which are a map.
fn place<'a>(form: &'a mut Form, field: &Field) -> Option<&'a mut Option<f64>> {
    Some(match field {
        Field::BirthYear(who) => &mut person_mut(form, *who).birth_year,
        Field::BirthMonth(who) => &mut person_mut(form, *who).birth_month,
        Field::RetireAge(who) => &mut person_mut(form, *who).retire_age,
        Field::RetireAgeLatest(who) => &mut person_mut(form, *who).retire_age_latest,
        Field::IncomeYear(who) => &mut person_mut(form, *who).income_year,
        Field::IncomeGrowth(who) => &mut person_mut(form, *who).income_growth,
        Field::IncomeUntilAge(who) => &mut person_mut(form, *who).income_until_age,
        Field::SpendingMonth => &mut form.money.spending_month,
        Field::EssentialMonth => &mut form.money.essential_month,
        Field::SpendingDecline => &mut form.money.spending_decline,
        Field::WishedMonth => &mut form.money.wished_month,
        Field::SavingYear => &mut form.money.saving_year,
        Field::Unsorted => &mut form.money.unsorted,
        Field::DebtBalance(idx) => &mut debt(form, *idx)?.balance,
        Field::DebtPaymentMonth(idx) => &mut debt(form, *idx)?.payment_month,
        Field::DebtUntilYear(idx) => &mut debt(form, *idx)?.until_year,
        Field::KnownMonth(who) => &mut person_mut(form, *who).pension.known_month,
        Field::ContributionYears(who) => &mut person_mut(form, *who).pension.contribution_years,
        Field::WageIndex(who) => &mut person_mut(form, *who).pension.wage_index,
        Field::Account(who) => &mut person_mut(form, *who).pension.account,
        Field::Annuity(who) => &mut person_mut(form, *who).pension.annuity,
        Field::AnnuityYear(who) => &mut person_mut(form, *who).pension.annuity_year,
        Field::Personal(who) => &mut person_mut(form, *who).pension.personal,
        Field::PersonalYear(who) => &mut person_mut(form, *who).pension.personal_year,
        Field::CppFromAge(who) => &mut person_mut(form, *who).pension.cpp_from_age,
        Field::OasYears(who) => &mut person_mut(form, *who).pension.oas_years,
        Field::OasFromAge(who) => &mut person_mut(form, *who).pension.oas_from_age,
        Field::CompanyMonth(who) => &mut person_mut(form, *who).pension.company_month,
        Field::CompanyFromAge(who) => &mut person_mut(form, *who).pension.company_from_age,
        Field::ProjectAmount(idx) => &mut project(form, *idx)?.amount,
        Field::ProjectYear(idx) => &mut project(form, *idx)?.year,
        Field::Life(field) => return life(form, field),
        Field::Region
        | Field::Goal(_)
        | Field::Couple
        | Field::Sex(_)
        | Field::Retired(_)
        | Field::Holding(_)
        | Field::RetireClass(_)
        | Field::ProjectKind(_)
        | Field::ProjectPriority(_)
        | Field::Risk(_)
        | Field::LowerClass
        | Field::Tried(_) => return None,
    })
}

/// The place of a number of the life goals.
fn life<'a>(form: &'a mut Form, field: &LifeField) -> Option<&'a mut Option<f64>> {
    Some(match field {
        LifeField::DebtRate(idx) => &mut debt(form, *idx)?.rate,
        LifeField::ProjectWaitYears(idx) => &mut project(form, *idx)?.wait_years,
        LifeField::ProjectShrinkShare(idx) => &mut project(form, *idx)?.shrink_share,
        LifeField::ChildBirthYear(idx) => &mut child(form, *idx)?.birth_year,
        LifeField::ChildStartAge(idx) => &mut child(form, *idx)?.start_age,
        LifeField::ChildStudyYears(idx) => &mut child(form, *idx)?.study_years,
        LifeField::ChildCostYear(idx) => &mut child(form, *idx)?.cost_year,
        LifeField::ChildWaitYears(idx) => &mut child(form, *idx)?.wait_years,
        LifeField::ChildShrinkShare(idx) => &mut child(form, *idx)?.shrink_share,
        LifeField::HomePrice => &mut form.life.home.as_mut()?.price,
        LifeField::HomeYear => &mut form.life.home.as_mut()?.year,
        LifeField::HomeDownShare => &mut form.life.home.as_mut()?.down_share,
        LifeField::HomeLoanRate => &mut form.life.home.as_mut()?.loan_rate,
        LifeField::HomeLoanYears => &mut form.life.home.as_mut()?.loan_years,
        LifeField::HomeRentMonth => &mut form.life.home.as_mut()?.rent_month,
        LifeField::HomeWaitYears => &mut form.life.home.as_mut()?.wait_years,
        LifeField::HomeShrinkShare => &mut form.life.home.as_mut()?.shrink_share,
        LifeField::CoverLife(who) => &mut cover(form, *who).life,
        LifeField::CoverIllness(who) => &mut cover(form, *who).illness,
        LifeField::ParentSupportMonth(idx) => &mut form.life.parents.get_mut(*idx)?.support_month,
        LifeField::ParentUntilYear(idx) => &mut form.life.parents.get_mut(*idx)?.until_year,
        LifeField::Property => &mut form.life.estate.property,
        LifeField::HeirShare(idx) => &mut form.life.estate.heirs.get_mut(*idx)?.share,
        LifeField::ReserveMonths => &mut form.life.reserve_months,
        LifeField::ChildPlace(_)
        | LifeField::ChildPriority(_)
        | LifeField::HomeRepayment
        | LifeField::HomePriority
        | LifeField::HeirRelation(_)
        | LifeField::Documents
        | LifeField::LawyerMet => return None,
    })
}

const fn cover(form: &mut Form, who: Who) -> &mut CoverForm {
    match who {
        Who::You => &mut form.life.your_cover,
        Who::Partner => &mut form.life.partner_cover,
    }
}

fn child(form: &mut Form, idx: usize) -> Option<&mut ChildForm> {
    form.life.children.get_mut(idx)
}

fn debt(form: &mut Form, idx: usize) -> Option<&mut DebtForm> {
    form.debts.get_mut(idx)
}

fn project(form: &mut Form, idx: usize) -> Option<&mut ProjectForm> {
    form.projects.get_mut(idx)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_where_it_was_written() {
        let mut form = Form { debts: vec![DebtForm::default()], ..Form::default() };
        form.life.children.push(ChildForm::default());
        for field in [
            Field::BirthYear(Who::Partner),
            Field::Holding("A_LARGE".to_owned()),
            Field::DebtBalance(0),
            Field::OasYears(Who::You),
            Field::Life(LifeField::ChildCostYear(0)),
            Field::Life(LifeField::CoverLife(Who::Partner)),
        ] {
            set_number(&mut form, &field, Some(7.0));
            assert_eq!(number(&form, &field), Some(7.0), "{field}");
            set_number(&mut form, &field, None);
            assert_eq!(number(&form, &field), None, "{field}");
        }
    }

    #[test]
    fn a_row_that_is_not_there_takes_no_number() {
        let mut form = Form::default();

        set_number(&mut form, &Field::ProjectAmount(3), Some(1.0));

        assert_eq!(form, Form::default());
    }
}
