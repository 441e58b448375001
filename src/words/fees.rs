//! The fee page: commission against a percentage fee.

use planner::fees::{Cost, FeeField};

use super::Lang;

/// The answer of the page: what each model costs a year, in percent and money.
#[must_use]
pub fn sentence(lang: Lang, by_trade: [&str; 2], by_share: [&str; 2]) -> String {
    let ([trade, trade_money], [share, share_money]) = (by_trade, by_share);
    match lang {
        Lang::Zh => format!(
            "按笔付佣金，一年约花 {trade}（{trade_money}）；按资产比例付，约花 {share}（{share_money}）。"
        ),
        Lang::En => format!(
            "Paying by the trade costs {trade} a year ({trade_money}); paying a share of the assets costs {share} ({share_money})."
        ),
    }
}

/// The answer while a number is missing or absurd.
#[must_use]
pub const fn no_answer(lang: Lang) -> &'static str {
    lang.pick(
        "有个数字还不能用，改好后这里就有结果。",
        "One number cannot be used yet; the result appears once it can.",
    )
}

/// What a percentage fee has to be worth, said plainly: at today's commission it pays off by
/// saved commission only for those who trade beyond all reason.
#[must_use]
pub fn honest(lang: Lang, commission: &str, fee: &str, turnover: &str) -> String {
    match lang {
        Lang::Zh => format!(
            "说实话：今天个人投资者的佣金约 {commission}。只算佣金，一年要换手 {turnover}，才会和 {fee} 的费率一样贵。所以，收费要靠服务值得，不能靠“省佣金”。"
        ),
        Lang::En => format!(
            "To be honest: retail investors pay about {commission} a trade today. Commissions alone cost as much as a fee of {fee} only at a turnover of {turnover} a year. Such a fee has to be earned by service, not by saved commission."
        ),
    }
}

/// Turnover at which both cost the same, by the numbers entered.
#[must_use]
pub fn break_even(lang: Lang, alone: Option<&str>, all: Option<&str>) -> String {
    match (alone, all, lang) {
        (Some(alone), Some(all), Lang::Zh) => {
            format!("按您的数字：只比佣金，年换手到 {alone} 时两种一样贵；各项都算上，是 {all}。")
        }
        (Some(alone), Some(all), Lang::En) => format!(
            "By your numbers: on commission alone both cost the same at a turnover of {alone} a year; with every line, at {all}."
        ),
        (None, Some(all), Lang::Zh) => format!("按您的数字，各项都算上，年换手到 {all} 时两种一样贵。"),
        (None, Some(all), Lang::En) => {
            format!("By your numbers, with every line, both cost the same at a turnover of {all} a year.")
        }
        (_, None, Lang::Zh) => "按您的数字，买卖不花钱，没有哪个换手率能让两种一样贵。".to_owned(),
        (_, None, Lang::En) => {
            "By your numbers trades cost nothing, so no turnover makes both cost the same.".to_owned()
        }
    }
}

/// The heading over the numbers.
#[must_use]
pub const fn numbers(lang: Lang) -> &'static str {
    lang.pick("您的数字", "Your numbers")
}

/// That the address keeps the numbers.
#[must_use]
pub const fn kept(lang: Lang) -> &'static str {
    lang.pick(
        "这些数字写在网址里，收藏或转发就能再看到。",
        "The numbers stand in the address: save or share it to see them again.",
    )
}

/// Groups of the numbers: the money, paying by the trade, paying a percentage.
#[must_use]
pub fn groups(lang: Lang) -> [&'static str; 3] {
    match lang {
        Lang::Zh => ["您的资产", "按笔付佣金", "按资产比例付"],
        Lang::En => ["Your assets", "Paying by the trade", "Paying a share of the assets"],
    }
}

/// What a number is called, and what explains it.
#[must_use]
pub const fn field(lang: Lang, field: FeeField) -> (&'static str, &'static str) {
    match field {
        FeeField::Assets => (lang.pick("平均资产", "Average assets"), ""),
        FeeField::Turnover => (
            lang.pick("年换手率", "Turnover a year"),
            lang.pick(
                "一年卖出的金额，除以平均资产。",
                "What you sell within a year, over your average assets.",
            ),
        ),
        FeeField::Commission => (
            lang.pick("佣金（单边）", "Commission, each way"),
            lang.pick("每次买或卖的比例。", "Of each purchase and each sale."),
        ),
        FeeField::StampDuty => (lang.pick("印花税（卖出）", "Stamp duty on sales"), ""),
        FeeField::FundCost => (
            lang.pick("持有基金的费用", "Costs of funds held"),
            lang.pick("一年，两种方式都要付。", "A year; both ways pay it."),
        ),
        FeeField::Fee => {
            (lang.pick("顾问费率", "Advisory fee"), lang.pick("一年，按资产计。", "A year, of the assets."))
        }
        FeeField::TradingCost => {
            (lang.pick("另付的交易成本", "Trading costs beside it"), lang.pick("一年。", "A year."))
        }
        FeeField::Growth => (
            lang.pick("未扣费用的年增长", "Growth a year before costs"),
            lang.pick("您自己的假设，不是预测。", "Your own assumption, no forecast."),
        ),
        FeeField::Years => (lang.pick("年数", "Years"), ""),
    }
}

/// The heading over what each costs.
#[must_use]
pub const fn costs(lang: Lang) -> &'static str {
    lang.pick("一年的费用，逐项", "A year's costs, line by line")
}

/// Columns of the table of costs.
#[must_use]
pub fn cost_columns(lang: Lang) -> [&'static str; 3] {
    match lang {
        Lang::Zh => ["项目", "按笔付", "按比例付"],
        Lang::En => ["Line", "By the trade", "By share"],
    }
}

/// What a line of costs is for.
#[must_use]
pub const fn cost(lang: Lang, cost: Cost) -> &'static str {
    match cost {
        Cost::Commission => lang.pick("佣金（买和卖）", "Commission, both ways"),
        Cost::StampDuty => lang.pick("印花税", "Stamp duty"),
        Cost::Funds => lang.pick("持有基金的费用", "Costs of funds held"),
        Cost::Fee => lang.pick("顾问费", "Advisory fee"),
        Cost::Trading => lang.pick("另付的交易成本", "Trading costs beside it"),
    }
}

/// All lines together.
#[must_use]
pub const fn total(lang: Lang) -> &'static str {
    lang.pick("合计", "Together")
}

/// What may not be charged twice.
#[must_use]
pub const fn not_twice(lang: Lang) -> &'static str {
    lang.pick(
        "同一份额上，收了顾问费就不能再收销售服务费。",
        "On the same units an advisory fee may not be charged together with a sales service fee.",
    )
}

/// The heading over the years.
#[must_use]
pub const fn over_years(lang: Lang) -> &'static str {
    lang.pick("多年以后", "Over the years")
}

/// Where both end, in a sentence.
#[must_use]
pub fn end_sentence(lang: Lang, years: &str, [trade, share, without]: [&str; 3], lost: [&str; 2]) -> String {
    let [trade_lost, share_lost] = lost;
    match lang {
        Lang::Zh => format!(
            "{years} 年后：按笔付剩 {trade}，按比例付剩 {share}。完全不花费用是 {without}，两种方式各被费用拿走 {trade_lost} 和 {share_lost}。"
        ),
        Lang::En => format!(
            "After {years} years: {trade} paying by the trade, {share} paying a share. Without any costs it would be {without}; costs took {trade_lost} and {share_lost} of that."
        ),
    }
}

/// The reading of a year.
#[must_use]
pub fn reading(lang: Lang, year: &str, [trade, share]: [&str; 2]) -> String {
    match lang {
        Lang::Zh => format!("第 {year} 年末：按笔 {trade}，按比例 {share}"),
        Lang::En => format!("After year {year}: by the trade {trade}, by share {share}"),
    }
}

/// A year of the chart.
#[must_use]
pub fn year(lang: Lang, year: &str) -> String {
    match lang {
        Lang::Zh => format!("第 {year} 年"),
        Lang::En => format!("year {year}"),
    }
}

/// How to read the chart.
#[must_use]
pub const fn chart_hint(lang: Lang) -> &'static str {
    lang.pick(
        "实线是按笔付，虚线是按比例付，没有扣通胀。在图上拖动，或用左右方向键逐年查看。",
        "Solid: by the trade; dashed: by share; not adjusted for inflation. Drag across, or use the arrow keys, to read a year.",
    )
}

/// The lines of the chart: by the trade, by share.
#[must_use]
pub fn lines(lang: Lang) -> [&'static str; 2] {
    match lang {
        Lang::Zh => ["按笔", "按比例"],
        Lang::En => ["By the trade", "By share"],
    }
}

/// Columns of the table of years.
#[must_use]
pub fn year_columns(lang: Lang) -> [&'static str; 5] {
    match lang {
        Lang::Zh => ["年", "按笔，年末", "当年费用", "按比例，年末", "当年费用"],
        Lang::En => ["Year", "By the trade, end", "Paid that year", "By share, end", "Paid that year"],
    }
}

/// The heading over the reference figures.
#[must_use]
pub const fn facts(lang: Lang) -> &'static str {
    lang.pick("可以对照的数字", "Figures to compare with")
}

/// What the reference figures are worth.
#[must_use]
pub fn facts_note(lang: Lang, dated: &str) -> String {
    match lang {
        Lang::Zh => format!("整理于 {dated}。每个数字都注明来历；“未核实”的，使用前请查证。"),
        Lang::En => format!(
            "Collected {dated}. Each says where it comes from; check the unconfirmed ones before use."
        ),
    }
}

/// Takes a reference figure over.
#[must_use]
pub const fn take(lang: Lang) -> &'static str {
    lang.pick("用这个", "Use it")
}

/// The ceilings of funds, folded away.
#[must_use]
pub const fn ceilings(lang: Lang) -> &'static str {
    lang.pick("基金收费的上限", "What funds may charge at most")
}

/// Columns of the table of ceilings.
#[must_use]
pub fn ceiling_columns(lang: Lang) -> [&'static str; 4] {
    match lang {
        Lang::Zh => ["种类", "认购申购，一次", "销售服务，一年", "出处"],
        Lang::En => ["Kind", "Purchase, once", "Sales service, a year", "Source"],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_break_even_is_said_with_and_without_a_commission() {
        for lang in Lang::ALL {
            assert!(break_even(lang, Some("2,500%"), Some("1,111%")).contains("2,500%"));
            assert!(break_even(lang, None, Some("1,111%")).contains("1,111%"));
            assert!(!break_even(lang, None, None).contains('%'));
        }
    }
}
