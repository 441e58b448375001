//! Where the number of a question lives in the form.

use planner::answers::{DebtForm, Field, Form, PersonForm, ProjectForm, Who};

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
/// A row of loans or large amounts that is not there stays away.
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
        | Field::Life(_)
        | Field::Tried(_) => return None,
    })
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
        for field in [
            Field::BirthYear(Who::Partner),
            Field::Holding("A_LARGE".to_owned()),
            Field::DebtBalance(0),
            Field::OasYears(Who::You),
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
