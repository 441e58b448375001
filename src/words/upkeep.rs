//! Keeping to the mix: own holdings against the targets, and the trades that bring them back.

use planner::rebalance::State;

use super::Lang;
use crate::format;

/// Where the allocation stands, in a line; since when this device has seen it out of range.
#[must_use]
pub fn state(lang: Lang, state: &State, since: Option<&str>) -> String {
    let said = match state {
        State::NeedsProfile => {
            lang.pick("待重新评估 · 风险评估已过期", "Needs a new profile · your assessment has expired")
        }
        State::Proposed => super::allocation::proposal(lang),
        State::Confirmed => lang.pick("已确认", "Confirmed"),
        State::OutOfRange => {
            return match (lang, since) {
                (Lang::Zh, Some(day)) => format!("已确认 · 偏离范围 · 本机自 {day}起看到"),
                (Lang::En, Some(day)) => format!("Confirmed · out of range · seen here since {day}"),
                (Lang::Zh, None) => "已确认 · 偏离范围".to_owned(),
                (Lang::En, None) => "Confirmed · out of range".to_owned(),
            };
        }
        State::InRange => lang.pick("已确认 · 在范围内", "Confirmed · in range"),
        State::Tactical { until } => {
            let until = format::day(lang, &until.to_string());
            return match lang {
                Lang::Zh => format!("已确认 · 临时调整至 {until}"),
                Lang::En => format!("Confirmed · tactical until {until}"),
            };
        }
    };
    said.to_owned()
}

/// The server is being asked.
#[must_use]
pub const fn asking(lang: Lang) -> &'static str {
    lang.pick("正在查看顾问是否已确认…", "Seeing whether your advisor has confirmed it…")
}

/// The server cannot be asked.
#[must_use]
pub const fn unknown(lang: Lang) -> &'static str {
    lang.pick(
        "现在查不到顾问是否已确认；下面按建议稿比较。",
        "Whether your advisor has confirmed it cannot be seen now; what follows compares with the proposal.",
    )
}

/// Who decided on the allocation, and when; or that it was about an earlier plan.
#[must_use]
pub fn decided(lang: Lang, by: &str, day: &str, adjusted: bool, counts: bool) -> String {
    match (lang, counts, adjusted) {
        (Lang::Zh, true, false) => format!("{by} 于 {day}按建议确认了这份配置。"),
        (Lang::Zh, true, true) => format!("{by} 于 {day}调整后确认了配置；下面按调整后的比例比较。"),
        (Lang::Zh, false, _) => {
            format!("{by} 于 {day}确认的是以前的规划。您后来保存的规划还待确认。")
        }
        (Lang::En, true, false) => format!("{by} confirmed this allocation as proposed on {day}."),
        (Lang::En, true, true) => {
            format!(
                "{by} adjusted and confirmed the allocation on {day}; what you hold is compared with that."
            )
        }
        (Lang::En, false, _) => {
            format!(
                "What {by} confirmed on {day} was an earlier plan. The one you stored since waits for it."
            )
        }
    }
}

/// A tilt that holds, who answers for it, and its last day.
#[must_use]
pub fn tilted(lang: Lang, by: &str, until: &str) -> String {
    match lang {
        Lang::Zh => format!("{by} 作了临时调整，到 {until}为止；期间按调整后的比例比较。"),
        Lang::En => format!("{by} tilted it until {until}; until then what you hold is compared with that."),
    }
}

/// Stands before the advisor's own words.
#[must_use]
pub const fn reason(lang: Lang) -> &'static str {
    lang.pick("理由：", "Reason: ")
}

/// The answers have changed since the confirmation.
#[must_use]
pub const fn moved_on(lang: Lang) -> &'static str {
    lang.pick(
        "您现在的回答得出另一份建议：保存规划、经顾问确认后才算数。在那之前按已确认的比较。",
        "Your answers now lead to another proposal. It counts once you have stored the plan and your advisor has confirmed it; until then the confirmed one does.",
    )
}

/// There is no plan for the advisor to confirm.
#[must_use]
pub const fn not_stored(lang: Lang) -> &'static str {
    lang.pick(
        "您还没有保存规划，顾问无从确认。",
        "You have not stored a plan yet, so there is none to confirm.",
    )
}

/// The way to the ledger of plans.
#[must_use]
pub const fn to_plans(lang: Lang) -> &'static str {
    lang.pick("去保存规划", "Store the plan")
}

/// The heading.
#[must_use]
pub const fn title(lang: Lang) -> &'static str {
    lang.pick("手上的资产，离目标多远", "What you hold, against the targets")
}

/// How far a holding may be off.
#[must_use]
pub fn rule(lang: Lang, absolute: &str, relative: &str) -> String {
    match lang {
        Lang::Zh => format!(
            "每一类允许偏离目标 {absolute}，或目标的 {relative}，取较小的。市场涨跌会让它慢慢偏，出了范围再调。"
        ),
        Lang::En => format!(
            "Each asset class may be off its target by {absolute} or by {relative} of the target, whichever is less. Markets move it; it is brought back once it leaves its range."
        ),
    }
}

/// How many are out of range, as typed on a day, and since when this device has seen any.
#[must_use]
pub fn outside(lang: Lang, outside: usize, typed: Option<&str>, since: Option<&str>) -> String {
    let typed = match (typed, lang) {
        (Some(day), Lang::Zh) => format!("（按 {day}填写的资产）"),
        (Some(day), Lang::En) => format!(" (by the holdings entered on {day})"),
        (None, _) => String::new(),
    };
    let since = match (since, lang) {
        (Some(day), Lang::Zh) => format!("，本机自 {day}起看到"),
        (Some(day), Lang::En) => format!(", seen here since {day}"),
        (None, _) => String::new(),
    };
    match (lang, outside) {
        (Lang::Zh, 0) => format!("每一类都在范围内{typed}，不用动。"),
        (Lang::Zh, _) => format!("有 {outside} 类出了范围{typed}{since}。"),
        (Lang::En, 0) => format!("Every asset class is in range{typed}. Nothing to do."),
        (Lang::En, 1) => format!("One asset class is out of range{typed}{since}."),
        (Lang::En, _) => format!("{outside} asset classes are out of range{typed}{since}."),
    }
}

/// Where a share stands against its range: below, within, above.
#[must_use]
pub const fn standing(lang: Lang, side: std::cmp::Ordering) -> &'static str {
    use std::cmp::Ordering::{Equal, Greater, Less};
    match side {
        Less => lang.pick("偏少", "too little"),
        Equal => lang.pick("在范围内", "in range"),
        Greater => lang.pick("偏多", "too much"),
    }
}

/// A share with its target and range.
#[must_use]
pub fn share(lang: Lang, held: &str, target: &str, [low, high]: [&str; 2]) -> String {
    match lang {
        Lang::Zh => format!("现有 {held} · 目标 {target}（{low}–{high}）"),
        Lang::En => format!("{held} held · target {target} ({low}–{high})"),
    }
}

/// The heading over the trades.
#[must_use]
pub const fn trades(lang: Lang) -> &'static str {
    lang.pick("怎么回到范围内", "The way back into range")
}

/// Money to be added now.
#[must_use]
pub const fn new_money(lang: Lang) -> (&'static str, &'static str) {
    match lang {
        Lang::Zh => ("现在要新投入的钱", "先用它补缺的，再考虑卖出。没有就空着。"),
        Lang::En => (
            "New money now",
            "It fills what is missing before anything is sold. Leave it empty if there is none.",
        ),
    }
}

/// Nothing is sold.
#[must_use]
pub const fn buy_only(lang: Lang) -> &'static str {
    lang.pick("只买不卖", "Buy only, sell nothing")
}

/// A purchase, or a sale.
#[must_use]
pub fn trade(lang: Lang, bought: bool, asset: &str, money: &str) -> String {
    match (lang, bought) {
        (Lang::Zh, true) => format!("买入 {asset} {money}"),
        (Lang::Zh, false) => format!("卖出 {asset} {money}"),
        (Lang::En, true) => format!("Buy {money} of {asset}"),
        (Lang::En, false) => format!("Sell {money} of {asset}"),
    }
}

/// What the trades sum to.
#[must_use]
pub fn sum(lang: Lang, bought: &str, sold: &str, new_money: &str) -> String {
    match lang {
        Lang::Zh => format!("买入共 {bought}，卖出共 {sold}，差额 {new_money} 就是新投入的钱。"),
        Lang::En => format!("{bought} bought, {sold} sold: the difference of {new_money} is the new money."),
    }
}

/// Nothing to trade.
#[must_use]
pub const fn no_trades(lang: Lang) -> &'static str {
    lang.pick("没有要做的买卖。", "There is nothing to trade.")
}

/// Whether everything is in range after the trades.
#[must_use]
pub const fn after(lang: Lang, in_range: bool, buy_only: bool) -> &'static str {
    match (in_range, buy_only) {
        (true, _) => lang.pick("做完之后，每一类都在范围内。", "Afterwards every asset class is in range."),
        (false, true) => lang.pick(
            "只买不卖还不够：有的类别会留在范围外，要靠以后的新钱慢慢补。",
            "Buying alone is not enough: some stay out of range until more new money comes.",
        ),
        (false, false) => lang.pick(
            "金额太小的买卖已略去，有的类别仍在范围外。",
            "Trades too small to be worth it are left out, so some stay out of range.",
        ),
    }
}

/// What the trades are not.
#[must_use]
pub const fn no_order(lang: Lang) -> &'static str {
    lang.pick(
        "这不是下单，这里也不能下单。税费没有算在内。确认配置和买卖，请和顾问一起定。",
        "This is no order, and none can be placed here. Taxes and costs are not counted. Settle the mix and any trade with your advisor.",
    )
}

/// Columns of the table: asset, held, share, target, range, trade, share after.
#[must_use]
pub fn columns(lang: Lang) -> [&'static str; 7] {
    match lang {
        Lang::Zh => ["资产", "现有", "占比", "目标", "范围", "买卖", "之后"],
        Lang::En => ["Asset class", "Held", "Share", "Target", "Range", "Trade", "After"],
    }
}

/// The table, folded away.
#[must_use]
pub const fn as_table(lang: Lang) -> &'static str {
    lang.pick("查看全部数字", "See every figure")
}

/// The boxes of the holdings, folded away.
#[must_use]
pub const fn enter(lang: Lang) -> &'static str {
    lang.pick("填写或修改现有资产", "Enter or change what you hold")
}

/// Holdings have to be sorted first.
#[must_use]
pub const fn not_sorted(lang: Lang) -> &'static str {
    lang.pick(
        "把现有资产按类别填在下面，“其余”清空，这里就能比较。",
        "Enter what you hold by asset class below and empty the box for the rest; the comparison then appears here.",
    )
}

/// A box cannot be used yet.
#[must_use]
pub const fn faulty(lang: Lang) -> &'static str {
    lang.pick(
        "有个框里的内容还不能用，改好后继续比较。",
        "One of the boxes cannot be used yet; the comparison goes on once it can.",
    )
}

#[cfg(test)]
mod tests {
    use planner::day::Day;

    use super::*;

    #[test]
    fn every_state_is_told_apart_in_both_languages() {
        let until = Day::new(2027, 2, 1).unwrap();
        let states = [
            State::NeedsProfile,
            State::Proposed,
            State::Confirmed,
            State::OutOfRange,
            State::Tactical { until },
            State::InRange,
        ];
        for lang in Lang::ALL {
            let said: std::collections::BTreeSet<_> =
                states.iter().map(|one| state(lang, one, None)).collect();
            assert_eq!(said.len(), states.len());
            assert!(state(lang, &State::OutOfRange, Some("D")).contains('D'));
            assert!(!state(lang, &State::InRange, Some("D")).contains('D'));
        }
    }
}
