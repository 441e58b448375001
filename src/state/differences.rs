//! Which questions two forms answer differently.

use planner::answers::{Form, PersonForm, Who};
use planner::firm::Firm;

use crate::state::field::person;
use crate::state::steps::{self, Step};

/// The steps whose answers differ, in their order. The life goals are asked with the large amounts and
/// count as that step.
#[must_use]
pub fn between(one: &Form, other: &Form, firm: &Firm) -> Vec<Step> {
    let mut steps = steps::all(one, firm);
    let more = steps::all(other, firm).into_iter().filter(|step| !steps.contains(step));
    steps.extend(more.collect::<Vec<_>>());
    steps.retain(|step| differs(step, one, other));
    steps
}

fn differs(step: &Step, one: &Form, other: &Form) -> bool {
    let differ =
        |who: Who, part: fn(&PersonForm) -> PersonForm| part(person(one, who)) != part(person(other, who));
    let money = (&one.money, &other.money);
    match step {
        Step::Region => one.region != other.region,
        Step::Goal(item) => one.goals.get(item) != other.goals.get(item),
        Step::Risk(item) => one.risk.get(item) != other.risk.get(item),
        Step::You => differ(Who::You, birth),
        Step::Couple => one.couple != other.couple || differ(Who::Partner, birth),
        Step::Work(who) => differ(*who, work),
        Step::Retire(who) => differ(*who, retirement),
        Step::Pension(who) => person(one, *who).pension != person(other, *who).pension,
        Step::Spending => {
            let of = |form: &Form| {
                (form.money.spending_month, form.money.essential_month, form.money.wished_month)
            };
            of(one) != of(other)
        }
        Step::Saving => money.0.saving_year != money.1.saving_year,
        Step::Holdings => money.0.holdings != money.1.holdings || money.0.unsorted != money.1.unsorted,
        Step::Debts => one.debts != other.debts,
        Step::Projects => one.projects != other.projects || one.life != other.life,
        Step::Review => one.lower_class != other.lower_class,
    }
}

fn birth(person: &PersonForm) -> PersonForm {
    PersonForm {
        birth_year: person.birth_year,
        birth_month: person.birth_month,
        sex: person.sex,
        ..PersonForm::default()
    }
}

fn work(person: &PersonForm) -> PersonForm {
    PersonForm {
        retired: person.retired,
        income_year: person.income_year,
        income_growth: person.income_growth,
        income_until_age: person.income_until_age,
        ..PersonForm::default()
    }
}

fn retirement(person: &PersonForm) -> PersonForm {
    PersonForm {
        retire_age: person.retire_age,
        retire_age_latest: person.retire_age_latest,
        ..PersonForm::default()
    }
}

#[cfg(test)]
mod tests {
    use planner::firm::Region;

    use super::*;

    #[test]
    fn only_the_step_of_the_answer_that_differs_is_named() {
        let one = Form { region: Some(Region::China), ..Form::default() };
        let mut other = one.clone();
        other.you.income_year = Some(1.0);
        other.money.saving_year = Some(1.0);
        other.risk.insert("K1".to_owned(), vec!["a".to_owned()]);

        for step in [Step::Work(Who::You), Step::Saving, Step::Risk("K1".to_owned())] {
            assert!(differs(&step, &one, &other), "{step:?}");
        }
        for step in
            [Step::Region, Step::You, Step::Retire(Who::You), Step::Spending, Step::Debts, Step::Review]
        {
            assert!(!differs(&step, &one, &other), "{step:?}");
        }
    }
}
