//! What stands on and beside charts.

use planner::projection::Projection;

use super::Lang;
use crate::format;

/// The button that unfolds the figures of a chart.
#[must_use]
pub const fn as_table(lang: Lang) -> &'static str {
    lang.pick("以表格查看", "See the figures as a table")
}

/// A column of ages.
#[must_use]
pub const fn age(lang: Lang) -> &'static str {
    lang.pick("年龄", "Age")
}

/// The line of retirement.
#[must_use]
pub fn retire_at(lang: Lang, age: u32) -> String {
    match lang {
        Lang::Zh => format!("{age} 岁退休"),
        Lang::En => format!("retire at {age}"),
    }
}

/// The right end of a chart over age.
#[must_use]
pub fn plan_to(lang: Lang, age: u32) -> String {
    match lang {
        Lang::Zh => format!("规划到 {age} 岁"),
        Lang::En => format!("plan to {age}"),
    }
}

/// The median line.
#[must_use]
pub const fn median(lang: Lang) -> &'static str {
    lang.pick("中位数", "median")
}

/// The band between the quartiles.
#[must_use]
pub const fn half(lang: Lang) -> &'static str {
    lang.pick("一半情形", "half of futures")
}

/// The band between the outer tenths.
#[must_use]
pub const fn most(lang: Lang) -> &'static str {
    lang.pick("八成情形", "8 in 10 futures")
}

/// Names the control that walks the years.
#[must_use]
pub const fn walk_years(lang: Lang) -> &'static str {
    lang.pick("逐年查看", "Walk the years")
}

/// What the bands are, and how to walk the years.
#[must_use]
pub const fn walk_hint(lang: Lang) -> &'static str {
    lang.pick("中间的线是中位数，深色带是一半情形，浅色带是八成情形。在图上拖动，或用左右方向键逐年查看。",
        "The line is the median, the dark band half of futures, the light band 8 in 10. Drag across, or use the arrow keys, to read a year.",
   )
}

/// What the picture of wealth over age shows, in a sentence: the median at retirement, none once
/// retired, and the age at which one future in ten has nothing left.
#[must_use]
pub fn fan_sentence(lang: Lang, at_retirement: Option<(u32, &str)>, spent_age: Option<u32>) -> String {
    let first = match (lang, at_retirement) {
        (_, None) => String::new(),
        (Lang::Zh, Some((age, median))) => format!("到 {age} 岁，投资资产的中位数约为 {median}。"),
        (Lang::En, Some((age, median))) => {
            format!("At {age} the median of what you have invested is about {median}. ")
        }
    };
    let then = match (lang, spent_age) {
        (Lang::Zh, Some(age)) => format!("十种情形里有一种到 {age} 岁已经用完。金额均为今天的钱。"),
        (Lang::Zh, None) => "十种情形里有九种，到规划终点还有结余。金额均为今天的钱。".to_owned(),
        (Lang::En, Some(age)) => format!("In one future of ten it is spent by {age}. All in today's money."),
        (Lang::En, None) => {
            "In nine futures of ten some is left at the end of the plan. All in today's money.".to_owned()
        }
    };
    format!("{first}{then}")
}

/// The upper edge lies beyond the picture.
#[must_use]
pub const fn fan_clipped(lang: Lang) -> &'static str {
    lang.pick(
        "最好的一成情形超出了图的上沿，表格里有数字。",
        "The best tenth reaches beyond the picture; the table has its figures.",
    )
}

/// The reading at one age: the outer tenths and the median.
#[must_use]
pub fn fan_reading(lang: Lang, age: u32, [low, middle, high]: [&str; 3]) -> String {
    match lang {
        Lang::Zh => format!("{age} 岁：中位数 {middle}，八成情形在 {low}到 {high}之间。"),
        Lang::En => format!("At {age}: median {middle}; 8 in 10 futures lie between {low} and {high}."),
    }
}

/// Columns of the table of wealth over age.
#[must_use]
pub fn fan_columns(lang: Lang) -> [&'static str; 5] {
    match lang {
        Lang::Zh => ["差的一成", "差的四分之一", "中位数", "好的四分之一", "好的一成"],
        Lang::En => ["worst tenth", "worst quarter", "median", "best quarter", "best tenth"],
    }
}

/// What the bands were taken from, and how exact they are.
#[must_use]
pub fn fan_basis(lang: Lang, projection: &Projection) -> String {
    let lifetimes = format::number(lang, f64::from(projection.band_lifetimes), 0);
    let error = format::number(lang, projection.band_rank_error * 100.0, 1);
    match lang {
        Lang::Zh => format!("由 {lifetimes} 种模拟人生得出；各条界线的百分位误差约 ±{error} 个百分点。"),
        Lang::En => format!(
            "Taken from {lifetimes} simulated lifetimes; the rank of each edge is exact to about ±{error} points."
        ),
    }
}

/// What the picture of K shows, in a sentence.
#[must_use]
pub fn spread_sentence(lang: Lang, short_share: &str) -> String {
    match lang {
        Lang::Zh => format!("每一种情形能付想要开支的多少：{short_share} 的情形不到 100%，在竖线左边。"),
        Lang::En => format!(
            "How much of the wished spending each future can pay: {short_share} of futures fall short of 100%, left of the line."
        ),
    }
}

/// The line at the whole wish.
#[must_use]
pub const fn whole_wish(lang: Lang) -> &'static str {
    lang.pick("100%：不必减少", "100%: no cut")
}

/// The line at B.
#[must_use]
pub fn bad_mark(lang: Lang, share: &str) -> String {
    match lang {
        Lang::Zh => format!("长期低迷 {share}"),
        Lang::En => format!("long slump {share}"),
    }
}

/// The line at M.
#[must_use]
pub fn median_mark(lang: Lang, share: &str) -> String {
    match lang {
        Lang::Zh => format!("中等行情 {share}"),
        Lang::En => format!("middling market {share}"),
    }
}

/// Columns of the table of K.
#[must_use]
pub fn spread_columns(lang: Lang) -> [&'static str; 2] {
    match lang {
        Lang::Zh => ["能付想要开支的", "占全部情形"],
        Lang::En => ["pays of the wish", "share of futures"],
    }
}

/// From one share to another.
#[must_use]
pub fn span(lang: Lang, from: &str, to: &str) -> String {
    match lang {
        Lang::Zh => format!("{from} 到 {to}"),
        Lang::En => format!("{from} to {to}"),
    }
}

/// From a share upward.
#[must_use]
pub fn from_on(lang: Lang, from: &str) -> String {
    match lang {
        Lang::Zh => format!("{from} 及以上"),
        Lang::En => format!("{from} and more"),
    }
}
