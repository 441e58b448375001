//! Why lifetimes fall short, how one of them goes, and the guardrails.

use planner::why::{Cause, EARLY_YEARS, Shortfall};

use super::Lang;
use crate::format;

/// The heading over the causes.
#[must_use]
pub const fn causes(lang: Lang) -> &'static str {
    lang.pick("不够的时候，因为什么", "When it falls short, why")
}

/// They are being counted.
#[must_use]
pub const fn counting(lang: Lang) -> &'static str {
    lang.pick("正在逐个情形找原因…", "Looking for the reasons, future by future…")
}

/// How many lifetimes fail.
#[must_use]
pub fn failing(lang: Lang, failing: u32, lifetimes: u32) -> String {
    let count = |value: u32| format::number(lang, f64::from(value), 0);
    let (failed, all) = (count(failing), count(lifetimes));
    match lang {
        Lang::Zh if failing == 0 => format!("{all} 种情形里，没有一种要减少开支。更差的情形也会有。"),
        Lang::En if failing == 0 => format!("Of {all} futures none needs a cut. Worse can happen."),
        Lang::Zh => format!(
            "{all} 种情形里，有 {failed} 种要减少开支。每一种都只记一个原因：单单改掉它就够了的那一个。"
        ),
        Lang::En => format!(
            "Of {all} futures {failed} need a cut. Each is counted under one reason: the first that, changed alone, would have been enough."
        ),
    }
}

/// What a cause is called.
#[must_use]
pub const fn cause(lang: Lang, cause: Cause) -> &'static str {
    match cause {
        Cause::Inflation => lang.pick("物价比预期涨得快", "Prices above plan"),
        Cause::EarlyCrash => lang.pick("退休前后行情差", "Poor markets around retirement"),
        Cause::Goals => lang.pick("退休前的大额开支", "Large amounts before retirement"),
        Cause::LongLife => lang.pick("活得久", "A long life"),
        Cause::PoorStretch => lang.pick("长期低迷", "A long slump"),
        Cause::Plan => lang.pick("打算本身", "The plan itself"),
    }
}

/// What would have been enough.
#[must_use]
pub fn cause_note(lang: Lang, cause: Cause) -> String {
    match (cause, lang) {
        (Cause::EarlyCrash, Lang::Zh) => format!("退休前后各 {EARLY_YEARS} 年只要是中等行情，就够。"),
        (Cause::EarlyCrash, Lang::En) => {
            format!(
                "With middling markets in the {EARLY_YEARS} years before and after retirement it would do."
            )
        }
        (Cause::Goals, _) => {
            lang.pick("没有这些开支，就够。", "Without these amounts it would do.").to_owned()
        }
        (Cause::LongLife, _) => lang
            .pick("如果只活到一半人能到的年龄，就够。", "To the age that one in two reaches, it would do.")
            .to_owned(),
        (Cause::Inflation, _) => {
            lang.pick("物价如果照预期涨，就够。", "Had prices risen as planned, it would do.").to_owned()
        }
        (Cause::PoorStretch, _) => lang
            .pick("如果每一年都是中等行情，就够。", "With middling markets in every year it would do.")
            .to_owned(),
        (Cause::Plan, _) => lang
            .pick(
                "即使每一年都是中等行情，也不够。",
                "Even with middling markets in every year it would not do.",
            )
            .to_owned(),
    }
}

/// How badly they fail: what half of them lack at most, and what nine of ten do.
#[must_use]
pub fn severity(lang: Lang, typical: Shortfall, bad: Shortfall) -> String {
    let share = |short: Shortfall| format::percent(lang, short.share, 1);
    let months = |short: Shortfall| format::number(lang, short.months.ceil(), 0);
    let (half, half_months, most, most_months) = (share(typical), months(typical), share(bad), months(bad));
    match lang {
        Lang::Zh => format!(
            "不够时差多少：其中一半差不到想要开支的 {half}，等于退休后有 {half_months} 个月只花必要的部分；九成差不到 {most}，等于 {most_months} 个月。"
        ),
        Lang::En => format!(
            "How much is missing: half of them lack less than {half} of the spending you want, as much as {half_months} months of retirement with the essentials only; nine in ten lack less than {most}, or {most_months} months."
        ),
    }
}

/// How prices are counted: the rate that is planned, and how far a year is from it, where the firm says
/// so.
#[must_use]
pub fn inflation(lang: Lang, planned: &str, off: Option<&str>) -> String {
    match (lang, off) {
        (Lang::Zh, Some(off)) => format!(
            "金额都是今天的钱：物价按每年 {planned} 算，某一年可能高或低约 {off}。这种起伏包含在实际收益的波动里，这里把它单独分出来。"
        ),
        (Lang::En, Some(off)) => format!(
            "All amounts are in today's money: prices are planned at {planned} a year, and one year may be about {off} off. That is a part of how real returns swing, and is told apart here."
        ),
        (Lang::Zh, None) => {
            format!("金额都是今天的钱：物价按每年 {planned} 算。公司没有给出物价的起伏，所以它不在原因里。")
        }
        (Lang::En, None) => format!(
            "All amounts are in today's money: prices are planned at {planned} a year. The firm has no figure for how far they stray, so they are not among the reasons."
        ),
    }
}

/// The heading over one lifetime.
#[must_use]
pub const fn replay(lang: Lang) -> &'static str {
    lang.pick("一年一年看一种情形", "One future, year by year")
}

/// Names the choice of a lifetime.
#[must_use]
pub const fn which(lang: Lang) -> &'static str {
    lang.pick("看哪一种情形", "Which future")
}

/// The lifetimes to choose from, the worst first.
#[must_use]
pub const fn lifetimes(lang: Lang) -> [&'static str; 4] {
    match lang {
        Lang::Zh => ["最差一成", "较差", "居中", "较好"],
        Lang::En => ["Worst tenth", "Poor", "Middle", "Good"],
    }
}

/// Where a lifetime stands among all, what it pays, and how it ends.
#[must_use]
pub fn replay_sentence(lang: Lang, worse: &str, pays: &str, end: &str) -> String {
    match lang {
        Lang::Zh => format!("有 {worse} 的情形比这一种更差。它能付想要开支的 {pays}，{end}。"),
        Lang::En => format!(
            "{worse} of futures fare worse than this one. It pays {pays} of the spending you want; {end}."
        ),
    }
}

/// A lifetime has nothing left.
#[must_use]
pub fn spent_at(lang: Lang, age: u32) -> String {
    match lang {
        Lang::Zh => format!("照想要的花，{age} 岁用完"),
        Lang::En => format!("spent as wished, it is gone at {age}"),
    }
}

/// A lifetime has something left.
#[must_use]
pub fn left_at(lang: Lang, age: u32, money: &str) -> String {
    match lang {
        Lang::Zh => format!("到 {age} 岁还剩 {money}"),
        Lang::En => format!("at {age} there is {money} left"),
    }
}

/// The line where nothing is left.
#[must_use]
pub fn gone(lang: Lang, age: u32) -> String {
    match lang {
        Lang::Zh => format!("{age} 岁用完"),
        Lang::En => format!("gone at {age}"),
    }
}

/// The strip of yearly returns.
#[must_use]
pub const fn returns(lang: Lang) -> &'static str {
    lang.pick("每年实际收益", "real return a year")
}

/// One year of a lifetime.
#[must_use]
pub fn replay_reading(lang: Lang, age: u32, [wealth, flow, rate]: [&str; 3]) -> String {
    match lang {
        Lang::Zh => format!("{age} 岁：年初有 {wealth}，当年收支 {flow}，收益 {rate}。"),
        Lang::En => format!("At {age}: {wealth} at the start, {flow} in or out, a return of {rate}."),
    }
}

/// Columns of the table of one lifetime, after the age.
#[must_use]
pub const fn replay_columns(lang: Lang) -> [&'static str; 4] {
    match lang {
        Lang::Zh => ["年初的钱", "收入和储蓄", "开支", "实际收益"],
        Lang::En => ["at the start", "income and saving", "spending", "real return"],
    }
}

/// Below zero is what is missing by then.
#[must_use]
pub const fn missing(lang: Lang) -> &'static str {
    lang.pick("负数是到那时一共缺多少。", "Below zero stands what is missing by then.")
}

/// The heading over the guardrails.
#[must_use]
pub const fn guardrails(lang: Lang) -> &'static str {
    lang.pick("护栏：什么时候少花，什么时候可以多花", "Guardrails: when to spend less, and when more")
}

/// Below a wealth, spend less.
#[must_use]
pub fn cut(lang: Lang, wealth: &str, spending: &str, [kept, changed]: [&str; 2]) -> String {
    match lang {
        Lang::Zh => format!(
            "投资的钱低于 {wealth} 时，把退休后的开支改为每年 {spending}：不必再减的机会从 {kept} 回到 {changed}。"
        ),
        Lang::En => format!(
            "If what is invested falls below {wealth}, plan on spending {spending} a year: the chance that no further cut is needed goes from {kept} back to {changed}."
        ),
    }
}

/// From a wealth on, more may be spent.
#[must_use]
pub fn raise(lang: Lang, wealth: &str, spending: &str, [kept, changed]: [&str; 2]) -> String {
    match lang {
        Lang::Zh => {
            format!("投资的钱达到 {wealth} 时，每年可以花到 {spending}：机会从 {kept} 变为 {changed}。")
        }
        Lang::En => format!(
            "If what is invested reaches {wealth}, {spending} a year can be spent: the chance goes from {kept} to {changed}."
        ),
    }
}

/// A rule for reviews, no promise.
#[must_use]
pub const fn guardrails_note(lang: Lang) -> &'static str {
    lang.pick("金额为今天的钱，每次复核时重新计算。", "In today's money, worked out anew at every review.")
}
