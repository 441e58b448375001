//! What a household lacks when somebody's income ends.

use planner::answers::Who;

use super::Lang;

/// The way to a meeting about a gap of cover.
#[must_use]
pub const fn ask_advisor(lang: Lang) -> &'static str {
    lang.pick("和顾问谈谈保障", "Talk about cover with your advisor")
}

/// What is missing at a death, in a sentence.
#[must_use]
pub fn sentence(lang: Lang, who: Who, gap: Option<[&str; 2]>) -> String {
    match (lang, who, gap) {
        (Lang::Zh, Who::You, None) => "如果您不在了，家里的需要已有着落。".to_owned(),
        (Lang::Zh, Who::Partner, None) => "如果另一位不在了，家里的需要已有着落。".to_owned(),
        (Lang::En, Who::You, None) => "If you died, what the family needs would be there.".to_owned(),
        (Lang::En, Who::Partner, None) => {
            "If your partner died, what the family needs would be there.".to_owned()
        }
        (Lang::Zh, who, Some([least, most])) => {
            let who = if who == Who::You { "您" } else { "另一位" };
            format!("如果{who}不在了，家里还缺 {least}到 {most}。")
        }
        (Lang::En, who, Some([least, most])) => {
            let who = if who == Who::You { "you" } else { "your partner" };
            format!("If {who} died, the family would lack between {least} and {most}.")
        }
    }
}

/// It names a gap, not a policy.
#[must_use]
pub const fn only_a_gap(lang: Lang) -> &'static str {
    lang.pick(
        "这里只指出缺口，不推荐保单。两种算法给出上下限；医疗保险不在其中。",
        "This names a gap, not a policy. Two ways to see it give its ends; health insurance is not part of it.",
    )
}

/// A figure of protection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "`figure` says what each is")]
pub enum Figure {
    Needs,
    LifeValue,
    Assets,
    Cover,
    Gap,
    IllnessNeeds,
    IllnessCover,
    IllnessGap,
}

/// A figure: its name and what it means.
#[must_use]
pub const fn figure(lang: Lang, figure: Figure) -> (&'static str, &'static str) {
    match figure {
        Figure::Needs => (
            lang.pick("家人的需要", "What the family needs"),
            lang.pick(
                "还清债务、身后费用、读书、赡养，以及家人的生活减去他们自己的收入。",
                "Debts, final costs, study, parents, and the life of those who are left less their own income.",
            ),
        ),
        Figure::LifeValue => (
            lang.pick("收入的价值", "What the income is worth"),
            lang.pick(
                "到退休为止的收入，减去本人花掉的，折成今天的钱。",
                "Income until retirement less what the person consumes, worth today.",
            ),
        ),
        Figure::Assets => (lang.pick("已有的金融资产", "Financial assets"), lang.pick("先用来满足需要。", "They pay for the needs first.")),
        Figure::Cover => (lang.pick("已有的身故保额", "Insured at death"), ""),
        Figure::Gap => (lang.pick("身故缺口", "Missing at death"), lang.pick("两种算法的上下限。", "Least and most of both ways.")),
        Figure::IllnessNeeds => (
            lang.pick("重病时要补的收入", "Income to replace in an illness"),
            lang.pick("按公司设定的年数。", "For the years that the firm has set."),
        ),
        Figure::IllnessCover => (lang.pick("已有的重病保额", "Insured for an illness"), ""),
        Figure::IllnessGap => (lang.pick("重病缺口", "Missing in an illness"), ""),
    }
}
