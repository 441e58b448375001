//! The names of the questions, their units, and what explains them.

use planner::answers::{Field, Priority, ProjectKind, Sex, Tried, Who};
use planner::firm::{Region, RetireClass};

use super::Lang;

mod life;

pub use life::{document, relation, repayment};

/// What a number of the form counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Money of today.
    Money,
    /// A Gregorian year.
    CalendarYear,
    /// A month of a year.
    Month,
    /// An age in years.
    Age,
    /// A number of years.
    Years,
    /// A number of months.
    Months,
    /// A fraction, typed in percent.
    Percent,
    /// A plain number.
    Index,
}

/// What the number of a question counts; money where the answer is no number.
#[must_use]
pub const fn unit(field: &Field) -> Unit {
    match field {
        Field::BirthYear(_) | Field::DebtUntilYear(_) | Field::ProjectYear(_) => Unit::CalendarYear,
        Field::BirthMonth(_) => Unit::Month,
        Field::RetireAge(_)
        | Field::RetireAgeLatest(_)
        | Field::IncomeUntilAge(_)
        | Field::CppFromAge(_)
        | Field::OasFromAge(_)
        | Field::CompanyFromAge(_)
        | Field::Tried(Tried::RetireAge) => Unit::Age,
        Field::ContributionYears(_) | Field::OasYears(_) => Unit::Years,
        Field::IncomeGrowth(_)
        | Field::SpendingDecline
        | Field::Tried(Tried::GrowthShare | Tried::GoalShare) => Unit::Percent,
        Field::WageIndex(_)
        | Field::Tried(Tried::Lifetimes | Tried::Goal | Tried::GoalYears | Tried::NameChars) => Unit::Index,
        Field::Life(field) => life::unit(field),
        Field::Region
        | Field::Goal(_)
        | Field::Couple
        | Field::Sex(_)
        | Field::Retired(_)
        | Field::IncomeYear(_)
        | Field::SpendingMonth
        | Field::EssentialMonth
        | Field::WishedMonth
        | Field::SavingYear
        | Field::Holding(_)
        | Field::Unsorted
        | Field::DebtBalance(_)
        | Field::DebtPaymentMonth(_)
        | Field::KnownMonth(_)
        | Field::RetireClass(_)
        | Field::Account(_)
        | Field::Annuity(_)
        | Field::AnnuityYear(_)
        | Field::Personal(_)
        | Field::PersonalYear(_)
        | Field::CompanyMonth(_)
        | Field::ProjectKind(_)
        | Field::ProjectAmount(_)
        | Field::ProjectPriority(_)
        | Field::Risk(_)
        | Field::LowerClass
        | Field::Tried(Tried::SavingYear | Tried::WishedYear | Tried::OneOff) => Unit::Money,
    }
}

/// The name of a question.
#[must_use]
pub const fn label(lang: Lang, field: &Field) -> &'static str {
    match field {
        Field::Region => lang.pick("退休地", "Where you retire"),
        Field::Goal(_) => lang.pick("人生目标", "Life goals"),
        Field::Couple => lang.pick("一人还是两人", "One adult or two"),
        Field::BirthYear(_) => lang.pick("出生年份", "Year of birth"),
        Field::BirthMonth(_) => lang.pick("出生月份", "Month of birth"),
        Field::Sex(_) => lang.pick("性别", "Sex"),
        Field::Retired(_) => lang.pick("是否已退休", "Retired or not"),
        Field::RetireAge(_) => lang.pick("希望的退休年龄", "Retirement age you wish for"),
        Field::RetireAgeLatest(_) => lang.pick("最晚的退休年龄", "Latest retirement age"),
        Field::IncomeYear(_) => lang.pick("税后年收入", "Income a year, after tax"),
        Field::IncomeGrowth(_) => {
            lang.pick("收入每年增长（扣除物价）", "Growth of income a year, above prices")
        }
        Field::IncomeUntilAge(_) => lang.pick("这份收入到几岁为止", "Age at which this income ends"),
        Field::SpendingMonth => lang.pick("现在每月开支", "Spending a month now"),
        Field::EssentialMonth => lang.pick("其中必不可少的", "Of which essential"),
        Field::WishedMonth => lang.pick("退休后希望每月开支", "Spending a month wished in retirement"),
        Field::SpendingDecline => {
            lang.pick("退休后开支每年减少（扣除物价）", "Fall of spending a year in retirement, above prices")
        }
        Field::SavingYear => lang.pick("每年存下的钱", "Saved a year"),
        Field::Holding(_) => lang.pick("这一类的金额", "Amount of this kind"),
        Field::Unsorted => lang.pick("金融资产", "Financial assets"),
        Field::DebtBalance(_) => lang.pick("还欠多少", "Still owed"),
        Field::DebtPaymentMonth(_) => lang.pick("每月还款", "Payment a month"),
        Field::DebtUntilYear(_) => lang.pick("哪一年还清", "Year of the last payment"),
        Field::KnownMonth(_) => lang.pick("每月退休金", "State pension a month"),
        Field::RetireClass(_) => lang.pick("适用的法定退休年龄", "Which statutory retirement age applies"),
        Field::ContributionYears(_) => lang.pick("已缴费年数", "Years of contributions so far"),
        Field::WageIndex(_) => lang.pick("缴费工资指数", "Wage index"),
        Field::Account(_) => lang.pick("个人账户余额", "Balance of the personal pension account"),
        Field::Annuity(_) => lang.pick("企业年金余额", "Balance of the enterprise annuity"),
        Field::AnnuityYear(_) => lang.pick("企业年金每年缴入", "Paid into the enterprise annuity a year"),
        Field::Personal(_) => lang.pick("个人养老金余额", "Balance of the personal pension"),
        Field::PersonalYear(_) => lang.pick("个人养老金每年缴入", "Paid into the personal pension a year"),
        Field::CppFromAge(_) => lang.pick("几岁开始领取 CPP", "Age from which CPP is drawn"),
        Field::OasYears(_) => lang.pick("到 65 岁时在加拿大居住满几年", "Years of residence in Canada by 65"),
        Field::OasFromAge(_) => lang.pick("几岁开始领取 OAS", "Age from which OAS is drawn"),
        Field::CompanyMonth(_) => lang.pick("单位的终身养老金，每月", "Company pension for life, a month"),
        Field::CompanyFromAge(_) => lang.pick("几岁开始领取", "Age from which it is paid"),
        Field::ProjectKind(_) => lang.pick("用途", "What for"),
        Field::ProjectAmount(_) => lang.pick("金额（按今天的价格）", "Amount in today's money"),
        Field::ProjectYear(_) => lang.pick("哪一年", "In which year"),
        Field::ProjectPriority(_) => lang.pick("有多重要", "How much it matters"),
        Field::Risk(_) => lang.pick("风险问题", "Risk question"),
        Field::LowerClass => lang.pick("自选的较低类型", "The lower class you chose"),
        Field::Life(field) => life::label(lang, field),
        Field::Tried(tried) => match tried {
            Tried::RetireAge => lang.pick("试算的退休年龄", "Retirement age being tried"),
            Tried::SavingYear => lang.pick("试算的每年储蓄", "Saving a year being tried"),
            Tried::WishedYear => lang.pick("试算的每年开支", "Spending a year being tried"),
            Tried::OneOff => lang.pick("试算的一次性投入", "One amount added being tried"),
            Tried::GrowthShare => lang.pick("试算的增长类比例", "Growth share being tried"),
            Tried::Lifetimes => lang.pick("试算的次数", "Number of lifetimes"),
            Tried::Goal => lang.pick("试算的目标", "Goal being tried"),
            Tried::GoalYears => lang.pick("试算的推迟年数", "Years of delay being tried"),
            Tried::NameChars => lang.pick("名称的字数", "Characters of the name"),
            Tried::GoalShare => lang.pick("试算保留的比例", "Share of the goal kept in what is tried"),
        },
    }
}

/// One sentence that explains a question; none where its name says it all.
#[must_use]
pub const fn hint(lang: Lang, region: Region, field: &Field) -> Option<&'static str> {
    Some(match (field, region) {
        (Field::RetireAgeLatest(_), _) => lang.pick(
            "选填。再晚就不愿意或不能工作了。",
            "Optional. Later than this you would not or could not work.",
        ),
        (Field::IncomeYear(_), _) => {
            lang.pick("到手的工资、奖金和经营收入。", "Pay, bonus and business income that reach you.")
        }
        (Field::IncomeGrowth(_), _) => {
            lang.pick("选填，百分数。不填按 0 计算。", "Optional, in percent. Empty counts as 0.")
        }
        (Field::IncomeUntilAge(_), _) => {
            lang.pick("选填。不填表示到退休为止。", "Optional. Empty means until retirement.")
        }
        (Field::SpendingMonth, _) => lang.pick(
            "全家的日常开支，含房租，不含房贷。",
            "The household's daily life, rent included, loan payments left out.",
        ),
        (Field::WishedMonth, _) => lang.pick("按今天的价格。", "In today's money."),
        (Field::SpendingDecline, _) => lang.pick(
            "选填，0 到 2，百分数。研究显示年纪渐长，开支每年约少 1%；不填按 0 计算，比较谨慎。",
            "Optional, 0 to 2 percent. Studies see spending fall by about 1% a year with age; empty counts as 0, which is cautious.",
        ),
        (Field::EssentialMonth, _) => lang.pick(
            "选填。再困难也省不掉的部分：吃、住、医。",
            "Optional. What could not be cut even in hard times: food, home, health.",
        ),
        (Field::SavingYear, _) => lang.pick(
            "存款和投资合计，不含养老保险缴费。没有就填 0。",
            "Put aside and invested, without pension contributions. Write 0 if nothing.",
        ),
        (Field::KnownMonth(_), Region::China) => lang.pick(
            "知道就填：正在领取的，或社保估算的基本养老金。",
            "If you know it: the basic pension being paid, or the official estimate.",
        ),
        (Field::KnownMonth(_), Region::Canada) => lang.pick(
            "知道就填：正在领取的，或政府估算的 CPP。",
            "If you know it: the CPP being paid, or the official estimate at 65.",
        ),
        (Field::ContributionYears(_), Region::China) => lang.pick(
            "职工养老保险已缴的年数，含视同缴费。",
            "Years paid into the employees' pension insurance.",
        ),
        (Field::ContributionYears(_), Region::Canada) => {
            lang.pick("已向 CPP 或 QPP 缴费的年数。", "Years paid into CPP or QPP.")
        }
        (Field::WageIndex(_), _) => lang.pick(
            "选填。本人工资与当地平均工资之比；不填按收入估算。",
            "Optional. Own wage over the region's average; estimated from your income if empty.",
        ),
        (Field::OasYears(_), _) => {
            lang.pick("18 岁以后在加拿大居住的年数。", "Years lived in Canada after the age of 18.")
        }
        (Field::CompanyMonth(_), _) => {
            lang.pick("选填。一直发到终身的养老金。", "Optional. A pension that is paid for life.")
        }
        (Field::DebtUntilYear(_), _) => lang.pick("最后一次还款的年份。", "The year of the last payment."),
        (Field::ProjectYear(_), _) => {
            lang.pick("花这笔钱的年份，或开始的年份。", "The year it is spent, or begins.")
        }
        (Field::Life(field), _) => return life::hint(lang, field),
        _ => return None,
    })
}

/// Where somebody retires.
#[must_use]
pub const fn region(lang: Lang, region: Region) -> &'static str {
    match region {
        Region::China => lang.pick("中国内地（人民币）", "Mainland China, in yuan"),
        Region::Canada => lang.pick("加拿大（加元）", "Canada, in dollars"),
    }
}

/// The unit beside an amount of money.
#[must_use]
pub const fn currency(lang: Lang, region: Region) -> &'static str {
    match region {
        Region::China => lang.pick("元", "CNY"),
        Region::Canada => lang.pick("加元", "CAD"),
    }
}

/// The unit beside a number that is no money; none where the question says it.
#[must_use]
pub const fn unit_sign(lang: Lang, unit: Unit) -> Option<&'static str> {
    match unit {
        Unit::Age => Some(lang.pick("岁", "years old")),
        Unit::Years => Some(lang.pick("年", "years")),
        Unit::Months => Some(lang.pick("个月", "months")),
        Unit::CalendarYear if matches!(lang, Lang::Zh) => Some("年"),
        Unit::Percent => Some("%"),
        Unit::Money | Unit::Month | Unit::CalendarYear | Unit::Index => None,
    }
}

/// Sex, as the tables have it.
#[must_use]
pub const fn sex(lang: Lang, sex: Sex) -> &'static str {
    match sex {
        Sex::Male => lang.pick("男", "Male"),
        Sex::Female => lang.pick("女", "Female"),
    }
}

/// Which adult.
#[must_use]
pub const fn who(lang: Lang, who: Who) -> &'static str {
    match who {
        Who::You => lang.pick("您", "You"),
        Who::Partner => lang.pick("另一位", "Your partner"),
    }
}

/// A statutory retirement age of China, as women choose between them.
#[must_use]
pub const fn retire_class(lang: Lang, class: RetireClass) -> &'static str {
    match class {
        RetireClass::M60 => lang.pick("男职工（原 60 岁）", "Men, 60 before the reform"),
        RetireClass::F55 => {
            lang.pick("女干部、管理技术岗位（原 55 岁）", "Women in salaried posts, 55 before the reform")
        }
        RetireClass::F50 => lang.pick("女工人（原 50 岁）", "Women in manual posts, 50 before the reform"),
    }
}

/// What a large amount is for.
#[must_use]
pub const fn project(lang: Lang, kind: ProjectKind) -> &'static str {
    match kind {
        ProjectKind::Education => lang.pick("教育", "Education"),
        ProjectKind::Home => lang.pick("住房", "Home"),
        ProjectKind::Other => lang.pick("其他", "Other"),
    }
}

/// How much a goal matters.
#[must_use]
pub const fn priority(lang: Lang, priority: Priority) -> &'static str {
    match priority {
        Priority::Need => lang.pick("必须", "Must be met"),
        Priority::Want => lang.pick("应该", "Should be met"),
        Priority::Wish => lang.pick("希望", "Would be nice"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_two_languages_differ_in_every_name() {
        for field in [Field::Region, Field::SavingYear, Field::OasYears(Who::You), Field::ProjectKind(0)] {
            assert_ne!(label(Lang::Zh, &field), label(Lang::En, &field), "{field}");
        }
    }
}
