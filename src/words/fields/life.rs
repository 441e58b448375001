//! The names of the questions about life goals, their units, and what explains them.

use planner::answers::{Document, LifeField, Relation, Repayment, Who};

use super::{Lang, Unit};

/// What the number of a question counts; money where the answer is no number.
pub(super) const fn unit(field: &LifeField) -> Unit {
    match field {
        LifeField::ChildBirthYear(_) | LifeField::HomeYear | LifeField::ParentUntilYear(_) => {
            Unit::CalendarYear
        }
        LifeField::ChildStartAge(_) => Unit::Age,
        LifeField::ChildStudyYears(_)
        | LifeField::HomeLoanYears
        | LifeField::ProjectWaitYears(_)
        | LifeField::ChildWaitYears(_)
        | LifeField::HomeWaitYears => Unit::Years,
        LifeField::ReserveMonths => Unit::Months,
        LifeField::DebtRate(_)
        | LifeField::HomeLoanRate
        | LifeField::HomeDownShare
        | LifeField::ProjectShrinkShare(_)
        | LifeField::ChildShrinkShare(_)
        | LifeField::HomeShrinkShare
        | LifeField::HeirShare(_) => Unit::Percent,
        LifeField::ChildPlace(_)
        | LifeField::ChildCostYear(_)
        | LifeField::ChildPriority(_)
        | LifeField::HomePrice
        | LifeField::HomeRepayment
        | LifeField::HomeRentMonth
        | LifeField::HomePriority
        | LifeField::CoverLife(_)
        | LifeField::CoverIllness(_)
        | LifeField::ParentSupportMonth(_)
        | LifeField::Property
        | LifeField::HeirRelation(_)
        | LifeField::Documents
        | LifeField::LawyerMet => Unit::Money,
    }
}

/// The name of a question.
pub(super) const fn label(lang: Lang, field: &LifeField) -> &'static str {
    match field {
        LifeField::DebtRate(_) => lang.pick("年利率", "Interest a year"),
        LifeField::ProjectWaitYears(_) | LifeField::ChildWaitYears(_) | LifeField::HomeWaitYears => {
            lang.pick("最多可以推迟", "May wait at most")
        }
        LifeField::ProjectShrinkShare(_) | LifeField::ChildShrinkShare(_) | LifeField::HomeShrinkShare => {
            lang.pick("最多可以减少", "May shrink by at most")
        }
        LifeField::ChildBirthYear(_) => lang.pick("孩子的出生年份", "The child's year of birth"),
        LifeField::ChildPlace(_) => lang.pick("在哪里读书", "Where they study"),
        LifeField::ChildStartAge(_) => lang.pick("几岁开始", "Age at which study begins"),
        LifeField::ChildStudyYears(_) => lang.pick("读几年", "Years of study"),
        LifeField::ChildCostYear(_) => lang.pick("每年费用（按今天的价格）", "Cost a year in today's money"),
        LifeField::ChildPriority(_) | LifeField::HomePriority => lang.pick("有多重要", "How much it matters"),
        LifeField::HomePrice => lang.pick("房价（按今天的价格）", "Price in today's money"),
        LifeField::HomeYear => lang.pick("哪一年买", "Year of the purchase"),
        LifeField::HomeDownShare => lang.pick("首付比例", "Down payment"),
        LifeField::HomeLoanRate => lang.pick("贷款年利率", "Interest of the loan a year"),
        LifeField::HomeLoanYears => lang.pick("贷款年数", "Years of the loan"),
        LifeField::HomeRepayment => lang.pick("还款方式", "How it is repaid"),
        LifeField::HomeRentMonth => lang.pick("买房后省下的月租", "Rent a month that then ends"),
        LifeField::CoverLife(Who::You) => lang.pick("您身故时的保险金额", "Paid if you die"),
        LifeField::CoverLife(Who::Partner) => {
            lang.pick("另一位身故时的保险金额", "Paid if your partner dies")
        }
        LifeField::CoverIllness(Who::You) => {
            lang.pick("您重病或失能时的保险金额", "Paid if you fall seriously ill")
        }
        LifeField::CoverIllness(Who::Partner) => {
            lang.pick("另一位重病或失能时的保险金额", "Paid if your partner falls seriously ill")
        }
        LifeField::ParentSupportMonth(_) => lang.pick("每月赡养费", "Support a month"),
        LifeField::ParentUntilYear(_) => lang.pick("赡养到哪一年", "Last year of the support"),
        LifeField::Property => lang.pick("房产和其他财产的现值", "Homes and other property, worth today"),
        LifeField::HeirRelation(_) => lang.pick("与您的关系", "Who they are"),
        LifeField::HeirShare(_) => lang.pick("份额", "Share"),
        LifeField::Documents => lang.pick("已经有的文件", "Documents that exist"),
        LifeField::LawyerMet => lang.pick("是否已与律师谈过", "Have you met a lawyer about it"),
        LifeField::ReserveMonths => lang.pick("单独留出几个月的开支", "Months of spending kept apart"),
    }
}

/// One sentence that explains a question; none where its name says it all.
pub(super) const fn hint(lang: Lang, field: &LifeField) -> Option<&'static str> {
    Some(match field {
        LifeField::DebtRate(_) => lang.pick(
            "选填，百分数。不填就按余额和还款推算。",
            "Optional, in percent. Empty: what balance and payments imply.",
        ),
        LifeField::ProjectWaitYears(_) | LifeField::ChildWaitYears(_) | LifeField::HomeWaitYears => {
            lang.pick("选填。不填表示不能推迟。", "Optional. Empty means that it may not wait.")
        }
        LifeField::ProjectShrinkShare(_) | LifeField::ChildShrinkShare(_) | LifeField::HomeShrinkShare => {
            lang.pick(
                "选填，百分数。其余部分视为不能再少。",
                "Optional, in percent. The rest counts as essential.",
            )
        }
        LifeField::ChildBirthYear(_) => {
            lang.pick("计划中的孩子填预计的年份。", "For a child to come, the year you expect.")
        }
        LifeField::ChildStartAge(_) | LifeField::ChildStudyYears(_) | LifeField::ChildCostYear(_) => {
            lang.pick("选填。不填就按读书地点的常见情形。", "Optional. Empty: what is usual for the place.")
        }
        LifeField::HomeDownShare => {
            lang.pick("选填，百分数。不填按 30%。", "Optional, in percent. Empty counts as 30%.")
        }
        LifeField::HomeLoanRate | LifeField::HomeLoanYears => {
            lang.pick("选填。不填就按通常的情形。", "Optional. Empty: what is usual.")
        }
        LifeField::HomeRentMonth => {
            lang.pick("选填。没有就不填。", "Optional. Leave it empty if there is none.")
        }
        LifeField::CoverLife(_) | LifeField::CoverIllness(_) => {
            lang.pick("选填，各份保单合计。没有就不填。", "Optional, all policies together. Empty if none.")
        }
        LifeField::ParentSupportMonth(_) => lang.pick(
            "在家庭开支之外另给的。退休以后继续给的，也计入退休。",
            "Beside the household's spending. Support that goes on in retirement counts there too.",
        ),
        LifeField::Property => {
            lang.pick("选填。金融资产已经算在内。", "Optional. Financial assets are counted already.")
        }
        LifeField::HeirShare(_) => lang.pick("百分数，合计不超过 100。", "In percent; together at most 100."),
        LifeField::ReserveMonths => lang.pick(
            "选填。填了就从退休的钱里单独分出来。",
            "Optional. If given, it leaves the money of retirement.",
        ),
        _ => return None,
    })
}

/// How a loan is repaid.
#[must_use]
pub const fn repayment(lang: Lang, repayment: Repayment) -> &'static str {
    match repayment {
        Repayment::EqualPayment => lang.pick("等额本息：每月相同", "Equal payments"),
        Repayment::EqualPrincipal => lang.pick("等额本金：逐月减少", "Equal principal, payments that fall"),
    }
}

/// A document about the estate.
#[must_use]
pub const fn document(lang: Lang, document: Document) -> &'static str {
    match document {
        Document::Will => lang.pick("遗嘱", "Will"),
        Document::Guardianship => lang.pick("监护安排", "Guardianship arrangement"),
        Document::Beneficiaries => lang.pick("受益人指定", "Beneficiary designations"),
        Document::MaritalProperty => lang.pick("夫妻财产约定", "Marital property agreement"),
    }
}

/// Who an heir is to the investor.
#[must_use]
pub const fn relation(lang: Lang, relation: Relation) -> &'static str {
    match relation {
        Relation::Spouse => lang.pick("配偶", "Spouse"),
        Relation::Child => lang.pick("子女", "Child"),
        Relation::Parent => lang.pick("父母", "Parent"),
        Relation::Other => lang.pick("其他人", "Somebody else"),
    }
}
