//! The allocation page: the mix, why, what it may bring, and what it stands on.

use planner::allocation::Limit;
use planner::firm::{Class, Family, Region};

use super::Lang;
use crate::format;

/// The answer of the page.
#[must_use]
pub fn sentence(lang: Lang, growth: &str) -> String {
    match lang {
        Lang::Zh => format!("建议把 {growth} 放在会涨跌的增长类资产里，其余求稳。"),
        Lang::En => format!("Suggested: {growth} in growth assets that rise and fall, the rest kept steady."),
    }
}

/// The answer where no growth assets suit.
#[must_use]
pub const fn sentence_without_growth(lang: Lang) -> &'static str {
    lang.pick("建议全部放在波动很小的资产里。", "Suggested: everything in assets that move very little.")
}

/// A proposal until the advisor has confirmed it.
#[must_use]
pub const fn proposal(lang: Lang) -> &'static str {
    lang.pick("建议稿 · 待顾问确认", "Proposal · to be confirmed by your advisor")
}

/// What a proposal is worth.
#[must_use]
pub const fn proposal_note(lang: Lang) -> &'static str {
    lang.pick(
        "这是按规则算出的长期配置建议，不是买卖指令。顾问与您谈过并确认后才生效。",
        "This is a long-term mix by rule, not an order to trade. It takes effect once your advisor has talked it over with you and confirmed it.",
    )
}

/// What a family is called.
#[must_use]
pub const fn family(lang: Lang, family: Family) -> &'static str {
    match family {
        Family::Growth => lang.pick("增长类", "Growth"),
        Family::Diversifier => lang.pick("分散类", "Diversifying"),
        Family::Defensive => lang.pick("稳健类", "Defensive"),
    }
}

/// The heading over the mix.
#[must_use]
pub const fn mix(lang: Lang) -> &'static str {
    lang.pick("怎么分", "The mix")
}

/// The figure under the mix, in a sentence.
#[must_use]
pub fn mix_sentence(lang: Lang, growth: &str, diversifying: &str, defensive: &str) -> String {
    match lang {
        Lang::Zh => format!("增长类 {growth}，分散类 {diversifying}，稳健类 {defensive}。"),
        Lang::En => format!("Growth {growth}, diversifying {diversifying}, defensive {defensive}."),
    }
}

/// What the bars mean where holdings are shown as well.
#[must_use]
pub const fn mix_bars(lang: Lang) -> &'static str {
    lang.pick("粗条是建议，细条是您现在持有的。", "Thick bars: suggested. Thin bars: what you hold now.")
}

/// What the figures beside the bars are.
#[must_use]
pub const fn mix_heading(lang: Lang, held: bool) -> &'static str {
    if held { lang.pick("建议 / 现有", "suggested / held") } else { lang.pick("建议", "suggested") }
}

/// Columns of the table of the mix.
#[must_use]
pub fn mix_columns(lang: Lang) -> [&'static str; 5] {
    match lang {
        Lang::Zh => ["资产", "建议", "合金额", "现有", "相差"],
        Lang::En => ["Asset class", "Suggested", "In money", "Held", "Difference"],
    }
}

/// Holdings were not sorted into classes.
#[must_use]
pub const fn not_sorted(lang: Lang) -> &'static str {
    lang.pick(
        "您还没有按类别填写现有资产，所以这里不能对照。",
        "Your holdings are not sorted into asset classes yet, so they cannot be compared here.",
    )
}

/// The way to sort them.
#[must_use]
pub const fn to_holdings(lang: Lang) -> &'static str {
    lang.pick("填写现有资产", "Enter what you hold")
}

/// How far the holdings are from the mix, in a sentence.
#[must_use]
pub fn distance(lang: Lang, share: &str, money: &str) -> String {
    match lang {
        Lang::Zh => format!(
            "要对上建议，约有 {share}（{money}）需要调整。先用新存的钱去补，再考虑买卖，和顾问一起定。"
        ),
        Lang::En => format!(
            "About {share} ({money}) would have to move to match. New money first, then trades, decided with your advisor."
        ),
    }
}

/// The heading over the reasons.
#[must_use]
pub const fn why(lang: Lang) -> &'static str {
    lang.pick("为什么是这个比例", "Why this share")
}

/// The limit that decided, in a sentence.
#[must_use]
pub fn binding(lang: Lang, limit: Limit, growth: &str, class: Class) -> String {
    let class = super::profile::class_name(lang, class);
    match (limit, lang) {
        (Limit::Class, Lang::Zh) => format!("增长类到 {growth} 为止，因为 {class}最多允许这么多。"),
        (Limit::Class, Lang::En) => {
            format!("Growth stops at {growth} because that is the most {class} allows.")
        }
        (Limit::Horizon, Lang::Zh) => {
            format!("增长类到 {growth} 为止，因为这笔钱不久就要用，来不及等一次大跌恢复。")
        }
        (Limit::Horizon, Lang::En) => {
            format!(
                "Growth stops at {growth} because the money is needed before a deep fall would have time to recover."
            )
        }
        (Limit::Tolerance, Lang::Zh) => {
            format!("增长类到 {growth} 为止：再多，涨跌就超过您回答里愿意承受的程度。")
        }
        (Limit::Tolerance, Lang::En) => {
            format!("Growth stops at {growth}: more would swing further than your answers say you want.")
        }
        (Limit::Loss, Lang::Zh) => {
            format!("增长类到 {growth} 为止：再多，坏年份的亏损就超过您能坚持的限度。")
        }
        (Limit::Loss, Lang::En) => format!(
            "Growth stops at {growth}: with more, a bad year would lose more than the limit you gave."
        ),
        (Limit::Cash, Lang::Zh) => {
            format!("增长类到 {growth} 为止，因为近两年要用的钱和备用金先留成了现金。")
        }
        (Limit::Cash, Lang::En) => format!(
            "Growth stops at {growth} because cash for the next two years and for the reserve comes first."
        ),
    }
}

/// What a limit is called in the list of all limits.
#[must_use]
pub const fn limit(lang: Lang, limit: Limit) -> &'static str {
    match limit {
        Limit::Class => lang.pick("风险类别的上限", "Cap of your class"),
        Limit::Horizon => lang.pick("用钱时间的上限", "Cap of your horizon"),
        Limit::Tolerance => lang.pick("您对涨跌的态度和今后的储蓄", "Your tolerance and future saving"),
        Limit::Loss => lang.pick("您能坚持的亏损", "The loss you would sit through"),
        Limit::Cash => lang.pick("留足现金后的余地", "What is left after cash needs"),
    }
}

/// Marks the limit that decided.
#[must_use]
pub const fn decided(lang: Lang) -> &'static str {
    lang.pick("由它决定", "this one decides")
}

/// The unfolding list of all limits.
#[must_use]
pub const fn all_limits(lang: Lang) -> &'static str {
    lang.pick("查看全部限制", "See every limit")
}

/// Columns of the list of limits.
#[must_use]
pub fn limit_columns(lang: Lang) -> [&'static str; 3] {
    match lang {
        Lang::Zh => ["限制", "增长类最多", "说明"],
        Lang::En => ["Limit", "Growth at most", "Note"],
    }
}

/// The heading over the range.
#[must_use]
pub const fn range(lang: Lang) -> &'static str {
    lang.pick("一年里可能怎样", "What a year may bring")
}

/// A year in own money, in a sentence.
#[must_use]
pub fn range_sentence(lang: Lang, wealth: &str, bad: &str, good: &str) -> String {
    match lang {
        Lang::Zh => format!("按 {wealth}计：二十年里约有一年，结果比 {bad}更差；也约有一年，比 {good}更好。"),
        Lang::En => format!(
            "On {wealth}: one year in twenty ends worse than {bad}, and one in twenty ends better than {good}."
        ),
    }
}

/// Names of the three years of the range: bad, middling, good.
#[must_use]
pub fn range_years(lang: Lang) -> [&'static str; 3] {
    match lang {
        Lang::Zh => ["坏年份（二十年一遇）", "中等年份", "好年份（二十年一遇）"],
        Lang::En => ["A bad year, one in twenty", "A middling year", "A good year, one in twenty"],
    }
}

/// Figures of the mix: name and note of each.
#[must_use]
pub fn figure(lang: Lang, figure: Figure) -> (&'static str, &'static str) {
    match (figure, lang) {
        (Figure::RealNet, Lang::Zh) => {
            ("长期平均每年实际增长", "扣除通胀和产品费用之后；是平均数，不是承诺。")
        }
        (Figure::RealNet, Lang::En) => {
            ("Long-run real growth a year", "After inflation and product costs; an average, not a promise.")
        }
        (Figure::Compound, Lang::Zh) => ("长期平均每年名义增长", "未扣通胀和费用。"),
        (Figure::Compound, Lang::En) => ("Long-run nominal growth a year", "Before inflation and costs."),
        (Figure::Volatility, Lang::Zh) => ("一年的波动", "三年里约有两年，结果与平均相差不超过这么多。"),
        (Figure::Volatility, Lang::En) => {
            ("Swing of a year", "In two years of three the result lies within this of the average.")
        }
        (Figure::LossProbability, Lang::Zh) => ("一年亏损的机会", "以一年计，结果低于本金的可能。"),
        (Figure::LossProbability, Lang::En) => {
            ("Chance of a loss in a year", "That a single year ends below where it began.")
        }
        (Figure::Loss95, Lang::Zh) => ("二十年一遇的亏损", "二十年里有一年会比这更差。"),
        (Figure::Loss95, Lang::En) => {
            ("Loss of one year in twenty", "One year in twenty is worse than this.")
        }
        (Figure::MeanLossWorst, Lang::Zh) => ("最坏那些年的平均亏损", "二十年一遇的年份里，平均亏这么多。"),
        (Figure::MeanLossWorst, Lang::En) => {
            ("Average of those worst years", "The mean loss when that one year in twenty comes.")
        }
        (Figure::Fee, Lang::Zh) => ("产品费用", "每年，按常见产品估计。"),
        (Figure::Fee, Lang::En) => ("Product costs", "A year, at typical products."),
    }
}

/// Figures of a mix that are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the words say it")]
pub enum Figure {
    RealNet,
    Compound,
    Volatility,
    LossProbability,
    Loss95,
    MeanLossWorst,
    Fee,
}

/// The mix does not keep up with prices.
#[must_use]
pub fn loses_to_prices(lang: Lang, real: &str) -> String {
    match lang {
        Lang::Zh => format!(
            "要说清楚：照这个配置，扣除通胀和费用后每年约 {real}，钱的购买力不会增长。这是不愿承受波动的代价；可以靠多存、少花、晚退休来弥补，而不是靠冒超出类别的风险。"
        ),
        Lang::En => format!(
            "To be plain: after inflation and costs this mix earns about {real} a year, so what the money buys does not grow. That is the price of avoiding swings. More saving, less spending or later retirement make up for it; more risk than your class allows does not."
        ),
    }
}

/// The heading over the needed return.
#[must_use]
pub const fn needed(lang: Lang) -> &'static str {
    lang.pick("您的目标需要多少收益", "What your goal needs")
}

/// The needed return against the mix's.
#[must_use]
pub fn needed_sentence(lang: Lang, needed: &str, expected: &str, enough: bool) -> String {
    match (lang, enough) {
        (Lang::Zh, true) => {
            format!("想要的开支要求每年实际增长 {needed}，这个配置的长期平均是 {expected}，中等行情下够用。")
        }
        (Lang::Zh, false) => format!(
            "想要的开支要求每年实际增长 {needed}，这个配置的长期平均只有 {expected}。差的部分要靠多存、少花或晚退休，不靠多冒险。"
        ),
        (Lang::En, true) => {
            format!(
                "The spending you want needs {needed} of real growth a year; the long-run average of this mix is {expected}: enough in a middling market."
            )
        }
        (Lang::En, false) => format!(
            "The spending you want needs {needed} of real growth a year; the long-run average of this mix is only {expected}. Close the gap with more saving, less spending or later retirement, not with more risk."
        ),
    }
}

/// The way to the levers.
#[must_use]
pub const fn to_retirement(lang: Lang) -> &'static str {
    lang.pick("看看退休能怎么调整", "See what can move in your retirement")
}

/// The ways to the products and to the fees.
#[must_use]
pub const fn onward(lang: Lang) -> [&'static str; 2] {
    match lang {
        Lang::Zh => ["看适合的产品", "比较付费方式"],
        Lang::En => ["See products that suit", "Compare ways of paying"],
    }
}

/// No return within reason is enough.
#[must_use]
pub const fn needed_none(lang: Lang) -> &'static str {
    lang.pick(
        "想要的开支靠合理的投资收益达不到，需要调整储蓄、开支或退休时间。",
        "No reasonable return pays for the spending you want: saving, spending or the retirement age has to change.",
    )
}

/// The heading over the glide path.
#[must_use]
pub const fn glide(lang: Lang) -> &'static str {
    lang.pick("以后怎么变", "How it changes with age")
}

/// The glide path in a sentence.
#[must_use]
pub fn glide_sentence(
    lang: Lang,
    now: &str,
    retire_age: u32,
    then: &str,
    last_age: u32,
    last: &str,
) -> String {
    match lang {
        Lang::Zh => format!(
            "增长类占比现在 {now}，{retire_age} 岁退休时 {then}，{last_age} 岁时 {last}。每年复核一次。"
        ),
        Lang::En => format!(
            "Growth is {now} now, {then} at retirement at {retire_age}, and {last} at {last_age}. It is reviewed every year."
        ),
    }
}

/// The growth share stays as it is.
#[must_use]
pub fn glide_flat(lang: Lang, now: &str) -> String {
    match lang {
        Lang::Zh => format!("增长类占比一直保持在 {now} 左右。每年复核一次。"),
        Lang::En => format!("Growth stays at about {now}. It is reviewed every year."),
    }
}

/// The glide path once retired, or where it does not change.
#[must_use]
pub fn glide_from_to(lang: Lang, now: &str, last_age: u32, last: &str) -> String {
    match lang {
        Lang::Zh => format!("增长类占比现在 {now}，{last_age} 岁时 {last}。每年复核一次。"),
        Lang::En => format!("Growth is {now} now and {last} at {last_age}. It is reviewed every year."),
    }
}

/// Least cash, and why.
#[must_use]
pub fn cash_floor(lang: Lang, share: &str) -> String {
    match lang {
        Lang::Zh => format!("其中至少 {share} 留作现金，供近两年取用和补足备用金。"),
        Lang::En => format!(
            "At least {share} stays in cash, for withdrawals of the next two years and for the reserve."
        ),
    }
}

/// The column of growth shares.
#[must_use]
pub const fn growth_share(lang: Lang) -> &'static str {
    lang.pick("增长类占比", "Growth share")
}

/// The heading over the assumptions.
#[must_use]
pub const fn assumptions(lang: Lang) -> &'static str {
    lang.pick("这些数字怎么来的", "Where these figures come from")
}

/// The name of the set, and its day.
#[must_use]
pub fn assumptions_named(lang: Lang, name: &str, dated: &str) -> String {
    match lang {
        Lang::Zh => format!("{name}，{dated}"),
        Lang::En => format!("{name}, {dated}"),
    }
}

/// Nobody has approved the set yet.
#[must_use]
pub const fn draft(lang: Lang) -> &'static str {
    lang.pick("草案 · 待批准", "Draft · to be approved")
}

/// Who approved the set.
#[must_use]
pub fn approved_by(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Zh => format!("批准：{name}"),
        Lang::En => format!("Approved by {name}"),
    }
}

/// How far a year's prices are from what is planned.
#[must_use]
pub fn inflation_deviation(lang: Lang, off: &str) -> String {
    match lang {
        Lang::Zh => format!("某一年的物价涨幅可能高或低约 {off}（标准差）。"),
        Lang::En => format!("One year's prices may be about {off} off that (a standard deviation)."),
    }
}

/// Inflation and what money is counted in.
#[must_use]
pub fn inflation(lang: Lang, rate: &str) -> String {
    match lang {
        Lang::Zh => format!("通胀按每年 {rate} 计。金额都是今天的钱，已扣产品费用，未计投资的税。"),
        Lang::En => format!(
            "Inflation of {rate} a year. All amounts are in today's money, after product costs and before tax on investments."
        ),
    }
}

/// When the plan was made, and that it is a range.
#[must_use]
pub fn made(lang: Lang, month: &str) -> String {
    match lang {
        Lang::Zh => format!("{month}按当时的回答测算。结果是一个范围，会随市场和您的情况改变，不构成承诺。"),
        Lang::En => format!(
            "Worked out in {month} from the answers of that day. The result is a range that moves with markets and with your life; it is not a promise."
        ),
    }
}

/// There is no money of which a year could be told.
#[must_use]
pub const fn nothing_invested(lang: Lang) -> &'static str {
    lang.pick(
        "现在还没有用于退休的投资：手头的钱都留给了更早的目标，或者还没有存下。下面用比例说明。",
        "Nothing is invested for retirement yet: what there is is set aside for earlier goals, or still to be saved. The figures below tell it in shares.",
    )
}

/// The wished spending falls in retirement, as the investor entered it.
#[must_use]
pub fn declining(lang: Lang, share: &str) -> String {
    match lang {
        Lang::Zh => format!("按您填写的，退休后开支每年实际减少 {share}。"),
        Lang::En => {
            format!("As you entered it, spending in retirement falls by {share} a year above prices.")
        }
    }
}

/// The unfolding list of every assumption.
#[must_use]
pub const fn every_assumption(lang: Lang) -> &'static str {
    lang.pick("每类资产的假设与出处", "Assumptions and source of each asset class")
}

/// Columns of the list of assumptions.
#[must_use]
pub fn assumption_columns(lang: Lang) -> [&'static str; 5] {
    match lang {
        Lang::Zh => ["资产", "长期年增长", "波动", "费用", "出处（英文）"],
        Lang::En => ["Asset class", "Growth a year", "Swing", "Costs", "Source"],
    }
}

/// How the plan can be checked later.
#[must_use]
pub fn digest(lang: Lang, digest: &str, engine: &str) -> String {
    match lang {
        Lang::Zh => format!("方案指纹 {digest} · 计算引擎 {engine}"),
        Lang::En => format!("Plan digest {digest} · engine {engine}"),
    }
}

/// A year's result: a loss has its sign, a gain a plus.
#[must_use]
pub fn result(lang: Lang, region: Region, amount: f64) -> String {
    let text = format::money_short(lang, region, amount);
    if amount >= 0.5 { format!("+{text}") } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_limit_is_said_in_both_languages() {
        let limits = [Limit::Class, Limit::Horizon, Limit::Tolerance, Limit::Loss, Limit::Cash];
        for lang in Lang::ALL {
            for limit in limits {
                assert!(binding(lang, limit, "42%", Class::C3).contains("42%"), "{limit:?}");
            }
        }
    }

    #[test]
    fn a_gain_and_a_loss_have_their_signs() {
        assert_eq!(result(Lang::En, Region::China, -43_500.0), "-¥43.5k");
        assert_eq!(result(Lang::En, Region::China, 90_000.0), "+¥90k");
        assert_eq!(result(Lang::En, Region::China, 0.0), "¥0");
    }
}
