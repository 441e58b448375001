//! The product pages: what suits, what was searched for, and why something does not suit.

use planner::firm::product::Objective;
use planner::firm::{Class, Level};
use planner::suitability::Failed;

use super::Lang;
use super::profile;

/// The answer of the page.
#[must_use]
pub fn sentence(lang: Lang, class: Class, count: usize) -> String {
    let class = profile::class_name(lang, class);
    match (lang, count) {
        (Lang::Zh, _) => format!("按 {class}，有 {count} 只产品适合您。"),
        (Lang::En, 1) => format!("One product suits you as {class}."),
        (Lang::En, _) => format!("{count} products suit you as {class}."),
    }
}

/// What suits means, and what the order means.
#[must_use]
pub const fn lead(lang: Lang) -> &'static str {
    lang.pick(
        "等级、期限、种类、目标四项都通过的才列出。先按资产类别排，再按等级和费用，不按收益。这里不能买卖，要不要买和顾问谈。",
        "Listed is what passes all four tests: level, term, kind and objective. In the order of your asset classes, then by level and cost, never by return. Nothing is bought here: talk to your advisor.",
    )
}

/// Nothing may be shown before the class is confirmed.
#[must_use]
pub const fn not_confirmed(lang: Lang) -> &'static str {
    lang.pick("先确认您的风险类别", "First say whether the class is yours")
}

/// Why the class has to be confirmed.
#[must_use]
pub fn not_confirmed_why(lang: Lang, class: Class, months: u32) -> String {
    let class = profile::class_name(lang, class);
    match lang {
        Lang::Zh => format!(
            "按您的回答，您的类别是 {class}。您确认之后，才能说哪些产品适合您；确认的结果 {months} 个月内有效，改动风险问题的回答后要再确认。"
        ),
        Lang::En => format!(
            "By your answers your class is {class}. Which products suit you can be said once you confirm it. It then counts for {months} months, or until an answer about risk changes."
        ),
    }
}

/// Confirms the class.
#[must_use]
pub const fn confirm(lang: Lang) -> &'static str {
    lang.pick("这就是我，确认", "This is me, confirm")
}

/// The way to the class and its reasons.
#[must_use]
pub const fn to_profile(lang: Lang) -> &'static str {
    lang.pick("先看看理由", "See the reasons first")
}

/// The assessment is too old.
#[must_use]
pub const fn expired(lang: Lang) -> &'static str {
    lang.pick("风险评估已过期", "Your risk assessment has expired")
}

/// Since when, and what to do.
#[must_use]
pub fn expired_why(lang: Lang, month: &str, months: u32) -> String {
    match lang {
        Lang::Zh => format!(
            "您在 {month}确认过类别，有效期 {months} 个月。生活会变，请把风险问题重答一遍，再看产品。其他内容都保留。"
        ),
        Lang::En => format!(
            "You confirmed your class in {month}, and it counts for {months} months. Life changes: please answer the questions about risk again before looking at products. Everything else is kept."
        ),
    }
}

/// Asks the risk questions again.
#[must_use]
pub const fn retake(lang: Lang) -> &'static str {
    lang.pick("重答风险问题", "Answer the risk questions again")
}

/// The heading over the filters.
#[must_use]
pub const fn filters(lang: Lang) -> &'static str {
    lang.pick("缩小范围", "Narrow it down")
}

/// What the list is narrowed by: kind, term, minimum.
#[must_use]
pub const fn filter_names(lang: Lang) -> [&'static str; 3] {
    match lang {
        Lang::Zh => ["种类", "期限", "起购金额"],
        Lang::En => ["Kind", "Term", "Minimum"],
    }
}

/// Does not narrow.
#[must_use]
pub const fn any(lang: Lang) -> &'static str {
    lang.pick("不限", "Any")
}

/// Money tied for at most so long.
#[must_use]
pub fn at_most_tied(lang: Lang, term: &str) -> String {
    match lang {
        Lang::Zh => format!("最多锁定 {term}"),
        Lang::En => format!("Tied for at most {term}"),
    }
}

/// Least purchase at most so much.
#[must_use]
pub fn at_most_minimum(lang: Lang, money: &str) -> String {
    match lang {
        Lang::Zh => format!("{money}以内"),
        Lang::En => format!("At most {money}"),
    }
}

/// The sum that costs are said for.
#[must_use]
pub const fn sum(lang: Lang) -> (&'static str, &'static str) {
    match lang {
        Lang::Zh => ("按多少钱算费用", "只用来把百分比换成钱。"),
        Lang::En => ("Sum for the costs", "Only turns percent into money."),
    }
}

/// How many pass the filters, and in which currency.
#[must_use]
pub fn count(lang: Lang, listed: usize, all: usize, currency: &str) -> String {
    match lang {
        Lang::Zh => format!("{all} 只里的 {listed} 只，都以{currency}计价"),
        Lang::En => format!("{listed} of {all}, all in {currency}"),
    }
}

/// Nothing passes the filters.
#[must_use]
pub const fn none_listed(lang: Lang) -> &'static str {
    lang.pick("没有产品同时符合这些条件。", "No product passes all of these filters.")
}

/// Nothing suits at all.
#[must_use]
pub const fn none_suit(lang: Lang) -> &'static str {
    lang.pick(
        "现有产品里没有四项都通过的。这不是您的问题，请顾问看看有没有别的办法。",
        "No product here passes all four tests. That is no fault of yours: ask your advisor what else there is.",
    )
}

/// Takes the filters away.
#[must_use]
pub const fn clear(lang: Lang) -> &'static str {
    lang.pick("清除条件", "Clear the filters")
}

/// The place of an asset class in the mix.
#[must_use]
pub fn place(lang: Lang, share: &str, money: &str) -> String {
    match lang {
        Lang::Zh => format!("您的配置里占 {share}，约 {money}"),
        Lang::En => format!("{share} of your mix, about {money}"),
    }
}

/// The mix has no place for an asset class.
#[must_use]
pub const fn no_place(lang: Lang) -> &'static str {
    lang.pick("您的配置里没有这一类", "No part of your mix")
}

/// The term of a product.
#[must_use]
pub fn term(lang: Lang, days: Option<u32>) -> String {
    match days {
        None | Some(0) => lang.pick("随时可取", "any day").to_owned(),
        Some(days) => match lang {
            Lang::Zh => format!("锁定 {}", span(lang, days)),
            Lang::En => format!("tied for {}", span(lang, days)),
        },
    }
}

/// A time of so many days; whole years as such, leap days included.
#[must_use]
pub fn span(lang: Lang, days: u32) -> String {
    let (years, rest) = (days / 365, days % 365);
    let whole = years > 0 && rest <= years.div_ceil(4);
    match (lang, years) {
        (Lang::Zh, _) if whole => format!("{years} 年"),
        (Lang::Zh, _) => format!("{days} 天"),
        (Lang::En, 1) if whole => "1 year".to_owned(),
        (Lang::En, _) if whole => format!("{years} years"),
        (Lang::En, _) => format!("{days} days"),
    }
}

/// The least amount of a purchase.
#[must_use]
pub fn minimum(lang: Lang, money: &str) -> String {
    match lang {
        Lang::Zh => format!("{money}起"),
        Lang::En => format!("from {money}"),
    }
}

/// What a product costs a year in money, beside the percentage.
#[must_use]
pub fn year_money(lang: Lang, money: &str) -> String {
    match lang {
        Lang::Zh => format!("一年 {money}"),
        Lang::En => format!("{money} a year"),
    }
}

/// A percentage a year, where no sum is known.
#[must_use]
pub const fn a_year(lang: Lang) -> &'static str {
    lang.pick("一年", "a year")
}

/// The way back to the list.
#[must_use]
pub const fn back(lang: Lang) -> &'static str {
    lang.pick("回到产品列表", "Back to the products")
}

/// No such product.
#[must_use]
pub const fn unknown(lang: Lang) -> &'static str {
    lang.pick("没有这只产品", "There is no such product")
}

/// Whether a product suits, in words.
#[must_use]
pub const fn verdict(lang: Lang, suits: bool) -> &'static str {
    if suits {
        lang.pick("四项都通过", "Passes all four tests")
    } else {
        lang.pick("不适合您", "Not suitable for you")
    }
}

/// The heading over the tests.
#[must_use]
pub const fn tests(lang: Lang) -> &'static str {
    lang.pick("四项测试", "The four tests")
}

/// Names of the tests: level, term, kind, objective.
#[must_use]
pub const fn test_names(lang: Lang) -> [&'static str; 4] {
    match lang {
        Lang::Zh => ["等级", "期限", "种类", "目标"],
        Lang::En => ["Level", "Term", "Kind", "Objective"],
    }
}

/// The outcome of a test.
#[must_use]
pub const fn outcome(lang: Lang, passed: bool) -> &'static str {
    if passed { lang.pick("通过", "passed") } else { lang.pick("没通过", "failed") }
}

/// Why the tests were passed: level, term, kind, objective.
#[must_use]
pub fn passed(lang: Lang, level: Level, class: Class, term: &str) -> [String; 4] {
    let class = profile::class_code(class);
    match lang {
        Lang::Zh => [
            format!("{level:?} 与您的 {class} 相配。"),
            format!("{term}，赶得上您用钱的时间。"),
            "在您的知识和经验之内。".to_owned(),
            "没有超出您想要的目标。".to_owned(),
        ],
        Lang::En => [
            format!("{level:?} goes with your class {class}."),
            format!("Money: {term}. That is in time for when you need it."),
            "Within your knowledge and experience.".to_owned(),
            "Asks for no more than you want of the money.".to_owned(),
        ],
    }
}

/// Why a test was failed.
#[must_use]
pub fn failed(lang: Lang, failed: &Failed) -> String {
    match (*failed, lang) {
        (Failed::Level { level, class }, Lang::Zh) => {
            format!("风险等级 {level:?}，高于与您的 {} 相配的等级。", profile::class_code(class))
        }
        (Failed::Level { level, class }, Lang::En) => {
            format!("Its level {level:?} is above what goes with your class {}.", profile::class_code(class))
        }
        (Failed::Term { days: Some(days), years }, Lang::Zh) => {
            format!("钱要锁定 {}，而您可能{}就要用。", span(lang, days), needed_from(lang, years))
        }
        (Failed::Term { days: Some(days), years }, Lang::En) => {
            let from = needed_from(lang, years);
            format!("It ties the money for {}, and you may need it {from}.", span(lang, days))
        }
        (Failed::Term { days: None, .. }, Lang::Zh) => {
            "涨跌太大：您用钱的时间近，来不及等它恢复。".to_owned()
        }
        (Failed::Term { days: None, .. }, Lang::En) => {
            "It swings too far: you need the money before a deep fall would have time to recover.".to_owned()
        }
        (Failed::Kind { needed, knowledge }, Lang::Zh) => {
            format!("这一种类要求知识和经验 {} 分，您的回答是 {} 分。", plain(needed), plain(knowledge))
        }
        (Failed::Kind { needed, knowledge }, Lang::En) => format!(
            "This kind asks for {} points of knowledge and experience; your answers give {}.",
            plain(needed),
            plain(knowledge)
        ),
        (Failed::Objective { serves, wanted }, Lang::Zh) => {
            format!("它为“{}”而设，您要的是“{}”。", objective(lang, serves), objective(lang, wanted))
        }
        (Failed::Objective { serves, wanted }, Lang::En) => {
            format!("It is made to {}; you want to {}.", objective(lang, serves), objective(lang, wanted))
        }
    }
}

/// Which of the four tests one is: its place in [`test_names`].
#[must_use]
pub const fn place_of(failed: &Failed) -> usize {
    match failed {
        Failed::Level { .. } => 0,
        Failed::Term { .. } => 1,
        Failed::Kind { .. } => 2,
        Failed::Objective { .. } => 3,
    }
}

/// When money may be needed, by the years before which it is not.
fn needed_from(lang: Lang, years: f64) -> String {
    match lang {
        Lang::Zh if years < 1.0 => "一年之内".to_owned(),
        Lang::En if years < 1.0 => "within a year".to_owned(),
        Lang::Zh => format!(" {} 年后", plain(years)),
        Lang::En if years < 2.0 => "after 1 year".to_owned(),
        Lang::En => format!("after {} years", plain(years)),
    }
}

fn plain(value: f64) -> String {
    format!("{value:.0}")
}

/// What the money is for, after "to" in English.
#[must_use]
pub const fn objective(lang: Lang, objective: Objective) -> &'static str {
    match objective {
        Objective::Preserve => lang.pick("少波动、随时可用", "keep the money at hand"),
        Objective::KeepPace => lang.pick("略好于物价", "do a little better than prices"),
        Objective::Growth => lang.pick("长期增长", "grow in the long run"),
        Objective::HighGrowth => lang.pick("大幅增长、大幅波动", "grow much, with large swings"),
    }
}

/// The heading over the facts.
#[must_use]
pub const fn facts(lang: Lang) -> &'static str {
    lang.pick("它是什么", "What it is")
}

/// Names of the facts: level, kind, invests in, term, minimum, currency, made to, place in the mix.
#[must_use]
pub const fn fact_names(lang: Lang) -> [&'static str; 8] {
    match lang {
        Lang::Zh => ["风险等级", "种类", "投向", "期限", "起购金额", "币种", "适合的目标", "在您的配置里"],
        Lang::En => ["Level", "Kind", "Invests in", "Term", "Minimum", "Currency", "Made to", "In your mix"],
    }
}

/// Two levels that differ.
#[must_use]
pub fn two_levels(lang: Lang, issuer: Level, firm: Level) -> String {
    match lang {
        Lang::Zh => format!("发行方评 {issuer:?}，本公司评 {firm:?}，以较高的为准。"),
        Lang::En => format!("The issuer says {issuer:?}, this firm {firm:?}; the higher counts."),
    }
}

/// The same level from both.
#[must_use]
pub const fn one_level(lang: Lang) -> &'static str {
    lang.pick("发行方和本公司评级相同。", "Issuer and firm agree.")
}

/// The heading over the fees.
#[must_use]
pub const fn fees(lang: Lang) -> &'static str {
    lang.pick("费用", "What it costs")
}

/// Columns of the fees.
#[must_use]
pub const fn fee_columns(lang: Lang) -> [&'static str; 3] {
    match lang {
        Lang::Zh => ["项目", "比例", "合金额"],
        Lang::En => ["Line", "Share", "In money"],
    }
}

/// Lines of the fees: purchase, management, custody, sales service, every year, the first year.
#[must_use]
pub const fn fee_lines(lang: Lang) -> [&'static str; 6] {
    match lang {
        Lang::Zh => {
            ["认购申购，一次", "管理，一年", "托管，一年", "销售服务，一年", "每年合计", "第一年合计"]
        }
        Lang::En => [
            "Purchase, once",
            "Management, a year",
            "Custody, a year",
            "Sales service, a year",
            "Every year together",
            "First year together",
        ],
    }
}

/// The fee of a sale after a short time.
#[must_use]
pub fn redemption(lang: Lang, days: u32) -> String {
    match lang {
        Lang::Zh => format!("持有不到 {} 卖出", span(lang, days)),
        Lang::En => format!("Sold within {}", span(lang, days)),
    }
}

/// What else is to be known of fees.
#[must_use]
pub const fn fee_note(lang: Lang) -> &'static str {
    lang.pick(
        "费用从产品里扣，净值里已经反映。收了顾问费的份额，不再收销售服务费。",
        "Costs are taken inside the product. Units that pay an advisory fee pay no sales service fee.",
    )
}

/// The way to the comparison of fees.
#[must_use]
pub const fn to_fees(lang: Lang) -> &'static str {
    lang.pick("比较付费方式", "Compare ways of paying")
}

/// The heading over the own search.
#[must_use]
pub const fn search(lang: Lang) -> &'static str {
    lang.pick("自己找一只产品", "Look one up yourself")
}

/// What the search shows.
#[must_use]
pub const fn search_lead(lang: Lang) -> &'static str {
    lang.pick(
        "不适合您的产品不会列出，也不会推荐；只有您自己搜索时才出现，并注明哪里不适合。",
        "What does not suit you is neither listed nor recommended. It appears only when you search for it, and says why it does not suit.",
    )
}

/// The box of the search, and how much has to be typed.
#[must_use]
pub const fn search_box(lang: Lang) -> (&'static str, &'static str) {
    match lang {
        Lang::Zh => ("产品名称、种类或投向", "输入至少两个字。"),
        Lang::En => ("Name, kind or what it invests in", "Type at least two characters."),
    }
}

/// How many were found.
#[must_use]
pub fn found(lang: Lang, count: usize) -> String {
    match (lang, count) {
        (Lang::Zh, 0) => "没有找到。".to_owned(),
        (Lang::Zh, _) => format!("找到 {count} 只，按目录顺序，不分好坏。"),
        (Lang::En, 0) => "Nothing found.".to_owned(),
        (Lang::En, 1) => "One found.".to_owned(),
        (Lang::En, _) => format!("{count} found, in the order of the catalogue, not ranked."),
    }
}

/// The tests that a found product failed, by name.
#[must_use]
pub fn failed_short(lang: Lang, failed: &[Failed]) -> String {
    let names: Vec<_> =
        failed.iter().filter_map(|failed| test_names(lang).get(place_of(failed)).copied()).collect();
    match lang {
        Lang::Zh => format!("没通过：{}", names.join("、")),
        Lang::En => format!("failed: {}", names.join(", ").to_lowercase()),
    }
}

/// The heading over the warning.
#[must_use]
pub const fn warning(lang: Lang) -> &'static str {
    lang.pick("请读完再决定", "Please read this before you go on")
}

/// What has to be read of a product that fails a test other than the level.
#[must_use]
pub const fn unsuitable_text(lang: Lang) -> &'static str {
    lang.pick(
        "按您的回答，这只产品不适合您。它列在这里，只因为您自己搜索了它；本公司不向您推荐它，也不会主动向您介绍。它可能在您用钱的时候取不出来，或亏损的方式超出您的了解，您可能损失部分或全部本金。",
        "By your answers this product does not suit you. It is shown only because you searched for it; this firm does not recommend it and will not bring it up. The money may not be there when you need it, or it may lose in ways you do not expect. You can lose part or all of what you put in.",
    )
}

/// The special warning of a product above the class.
#[must_use]
pub fn above_class_text(lang: Lang, level: Level, class: Class, loss: &str) -> [String; 3] {
    let class = profile::class_name(lang, class);
    match lang {
        Lang::Zh => [
            format!(
                "特别风险警示：这只产品的风险等级是 {level:?}，高于与您的类别 {class} 相配的等级。一年里的亏损可能远超您说过能坚持的 {loss}，也可能亏掉全部本金。"
            ),
            "本公司不向您推荐它，也不会主动向您介绍。它的涨跌、结构和退出方式可能超出您的经验；过去的表现不说明将来。".to_owned(),
            "如果您仍想了解，只能由您自己提出，由顾问当面说明；提出之后至少等 24 小时才能往下谈，您随时可以放弃。全过程会留下记录。".to_owned(),
        ],
        Lang::En => [
            format!(
                "Special warning: the level of this product, {level:?}, is above what goes with your class {class}. Within a year it can lose far more than the {loss} you said you would sit through, and it can lose everything."
            ),
            "This firm does not recommend it and will not bring it up. Its swings, its structure and the ways out of it may lie beyond your experience; the past says nothing about the future.".to_owned(),
            "If you still want to know more, it has to come from you and an advisor has to explain it in person. At least 24 hours pass after you ask before anything goes on, you may drop it at any time, and a record is kept.".to_owned(),
        ],
    }
}

/// The lowest class may not have it at all.
#[must_use]
pub fn closed_text(lang: Lang, level: Level) -> String {
    match lang {
        Lang::Zh => format!(
            "您的类别是最低一档，只能购买 R1 产品，没有例外。这只产品是 {level:?}，不能向您提供，写确认也不行。如果您的情况变了，请重新回答风险问题。"
        ),
        Lang::En => format!(
            "Your class is the lowest, which may have products of level R1 only, without exception. This one is {level:?} and cannot be offered to you, not even with a written confirmation. If your situation has changed, answer the questions about risk again."
        ),
    }
}

/// Asks for own words, and what explains it.
#[must_use]
pub const fn own_words(lang: Lang) -> (&'static str, &'static str) {
    match lang {
        Lang::Zh => (
            "用您自己的话写：为什么还想了解它，最坏会怎样",
            "至少 10 个字，只保存在这台设备上。写好之后，这里会出现联系顾问的办法。",
        ),
        Lang::En => (
            "In your own words: why you still want to know more, and what the worst may be",
            "At least 10 characters, kept on this device only. The way to your advisor then appears here.",
        ),
    }
}

/// The heading over the way to the advisor.
#[must_use]
pub const fn ask(lang: Lang) -> &'static str {
    lang.pick("请顾问约谈这只产品", "Ask your advisor for a meeting about this product")
}

/// What a meeting about an unsuitable product is, or about one that suits.
#[must_use]
pub const fn ask_lead(lang: Lang, suits: bool) -> &'static str {
    if suits {
        lang.pick(
            "适合不等于一定要买。和顾问谈谈它在您的方案里有没有用处。",
            "That it suits does not mean that you need it. Talk about its place in your plan.",
        )
    } else {
        lang.pick("约谈只是当面说明，不是申请购买。", "A meeting explains; it is no request to buy.")
    }
}

/// The way to a meeting, and the telephone of the firm.
#[must_use]
pub const fn reach(lang: Lang) -> [&'static str; 2] {
    match lang {
        Lang::Zh => ["约一次面谈", "电话"],
        Lang::En => ["Ask for a meeting", "Call"],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_failed_test_is_named_with_both_sides() {
        let tests = [
            (Failed::Level { level: Level::R5, class: Class::C3 }, ["R5", "C3"]),
            (Failed::Term { days: Some(1095), years: 1.0 }, ["3", "1"]),
            (Failed::Kind { needed: 80.0, knowledge: 45.0 }, ["80", "45"]),
        ];
        for lang in Lang::ALL {
            for (test, sides) in &tests {
                let text = failed(lang, test);
                assert!(sides.iter().all(|side| text.contains(side)), "{text}");
            }
        }
    }

    #[test]
    fn whole_years_are_said_as_years() {
        assert_eq!(span(Lang::Zh, 1095), "3 年");
        assert_eq!(span(Lang::En, 365), "1 year");
        assert_eq!(span(Lang::En, 1826), "5 years");
        assert_eq!(span(Lang::En, 400), "400 days");
        assert_eq!(term(Lang::En, None), "any day");
    }
}
