//! What past crises would have taken.

use super::Lang;

/// The heading.
#[must_use]
pub const fn title(lang: Lang) -> &'static str {
    lang.pick("如果历史重演", "If history came back")
}

/// What the tests are, and are not.
#[must_use]
pub fn lead(lang: Lang, wealth: &str) -> String {
    match lang {
        Lang::Zh => format!(
            "把过去几次大跌放到您现在的 {wealth}上，中途什么都不做。这是历史，不是预测；真的来时，会和每一次都不一样。"
        ),
        Lang::En => format!(
            "Past falls, played on your {wealth} of today while nothing is done about them. This is history, no forecast; the next one will differ from each of them."
        ),
    }
}

/// What a crisis does to the suggested mix, and to what is held.
#[must_use]
pub const fn mixes(lang: Lang) -> [&'static str; 2] {
    match lang {
        Lang::Zh => ["建议的配置", "您现在持有的"],
        Lang::En => ["Suggested mix", "What you hold now"],
    }
}

/// A result in percent, and after inflation in money.
#[must_use]
pub fn result_note(lang: Lang, nominal: &str, real_money: &str) -> String {
    match lang {
        Lang::Zh => format!("{nominal}；扣除物价 {real_money}"),
        Lang::En => format!("{nominal}; after inflation {real_money}"),
    }
}

/// From one month to another.
#[must_use]
pub fn period(lang: Lang, from: &str, until: &str) -> String {
    match lang {
        Lang::Zh => format!("{from}底至 {until}底"),
        Lang::En => format!("end of {from} to end of {until}"),
    }
}

/// The returns behind it, folded away.
#[must_use]
pub const fn sources(lang: Lang) -> &'static str {
    lang.pick("每类资产的涨跌与出处", "Returns and source of each asset class")
}

/// Columns: asset, suggested weight, return, source.
#[must_use]
pub fn columns(lang: Lang) -> [&'static str; 4] {
    match lang {
        Lang::Zh => ["资产", "建议占比", "涨跌", "出处"],
        Lang::En => ["Asset class", "Suggested", "Return", "Source"],
    }
}

/// Inflation as a row of the table.
#[must_use]
pub const fn inflation(lang: Lang) -> &'static str {
    lang.pick("物价", "Inflation")
}
