//! What stands on and beside the zone map.

use planner::zone::Zone;

use super::Lang;
use super::zone;
use crate::charts::frontier::Upward;

/// The heading over the map.
#[must_use]
pub const fn title(lang: Lang) -> &'static str {
    lang.pick("红、灰、绿地图", "Map of the zones")
}

/// The heading over the picture of wealth.
#[must_use]
pub const fn wealth(lang: Lang) -> &'static str {
    lang.pick("财富走势", "Wealth by age")
}

/// What runs upward, as a choice.
#[must_use]
pub const fn upward(lang: Lang, upward: Upward) -> &'static str {
    match upward {
        Upward::Saving => lang.pick("储蓄", "Saving"),
        Upward::Spending => lang.pick("开支", "Spending"),
    }
}

/// Names the choice of what runs upward.
#[must_use]
pub const fn choice(lang: Lang) -> &'static str {
    lang.pick("地图的纵轴", "What the map shows upward")
}

/// At the dot.
#[must_use]
pub const fn you(lang: Lang) -> &'static str {
    lang.pick("您", "you")
}

/// Names the control that walks the map.
#[must_use]
pub const fn walk(lang: Lang) -> &'static str {
    lang.pick("在地图上查看", "Walk the map")
}

/// How to walk the map, and to try a place.
#[must_use]
pub const fn hint(lang: Lang) -> &'static str {
    lang.pick(
        "点图上任何一处就试那里。方向键：左右换年龄，上下换金额，回车试一试。",
        "Press any place to try it. Arrow keys: left and right for the age, up and down for the money, Enter to try.",
    )
}

/// Tries the place that is read.
#[must_use]
pub const fn try_here(lang: Lang) -> &'static str {
    lang.pick("试这里", "Try this place")
}

/// What the map shows, in a sentence.
#[must_use]
pub const fn sentence(lang: Lang, upward: Upward) -> &'static str {
    match upward {
        Upward::Saving => lang.pick(
            "向右是更晚退休，向上是每年存得更多；越往右上越接近绿区。",
            "Further right is a later retirement, further up more saving a year: green lies up and to the right.",
        ),
        Upward::Spending => lang.pick(
            "向右是更晚退休，向上是退休后每年花得更多；越往右下越接近绿区。",
            "Further right is a later retirement, further up more spending a year: green lies down and to the right.",
        ),
    }
}

/// The end of the dotted line: the cheapest way to green.
#[must_use]
pub fn way(lang: Lang, place: &str) -> String {
    match lang {
        Lang::Zh => format!("虚线是到绿区代价最小的路：{place}。"),
        Lang::En => format!("The broken line is the cheapest way to green: {place}."),
    }
}

/// There is no way to green on this map.
#[must_use]
pub const fn no_way(lang: Lang) -> &'static str {
    lang.pick(
        "只靠这两样，在收入和您给出的最晚年龄之内到不了绿区。",
        "These two alone do not reach green within the income and the latest age you named.",
    )
}

/// The borders are still being drawn.
#[must_use]
pub const fn drawing(lang: Lang) -> &'static str {
    lang.pick("正在画地图…", "Drawing the map…")
}

/// A place in a few words.
#[must_use]
pub fn place(lang: Lang, upward: Upward, age: u32, money: &str) -> String {
    match (lang, upward) {
        (Lang::Zh, Upward::Saving) => format!("{age} 岁退休，每年存 {money}"),
        (Lang::Zh, Upward::Spending) => format!("{age} 岁退休，每年花 {money}"),
        (Lang::En, Upward::Saving) => format!("retire at {age}, save {money} a year"),
        (Lang::En, Upward::Spending) => format!("retire at {age}, spend {money} a year"),
    }
}

/// The zone of a place, and where the borders lie at its age.
#[must_use]
pub fn reading(lang: Lang, place: &str, here: Zone, borders: &str) -> String {
    let name = zone::name(lang, here);
    match lang {
        Lang::Zh => format!("{place}：{name}。{borders}"),
        Lang::En => format!("You {place}: {}. {borders}", name.to_lowercase()),
    }
}

/// Where green and red begin at one age; none where nothing is green, or everything red.
#[must_use]
pub fn borders(lang: Lang, upward: Upward, green: Option<&str>, red: Option<&str>) -> String {
    let green = match (lang, upward, green) {
        (Lang::Zh, _, None) => "没有绿区".to_owned(),
        (Lang::En, _, None) => "nothing is green".to_owned(),
        (Lang::Zh, Upward::Saving, Some(money)) => format!("存 {money} 起是绿区"),
        (Lang::En, Upward::Saving, Some(money)) => format!("green from {money}"),
        (Lang::Zh, Upward::Spending, Some(money)) => format!("花到 {money} 是绿区"),
        (Lang::En, Upward::Spending, Some(money)) => format!("green up to {money}"),
    };
    let red = match (lang, upward, red) {
        (Lang::Zh, _, None) => "全是红区".to_owned(),
        (Lang::En, _, None) => "all of it is red".to_owned(),
        (Lang::Zh, Upward::Saving, Some(money)) => format!("不到 {money} 是红区"),
        (Lang::En, Upward::Saving, Some(money)) => format!("red below {money}"),
        (Lang::Zh, Upward::Spending, Some(money)) => format!("超过 {money} 是红区"),
        (Lang::En, Upward::Spending, Some(money)) => format!("red above {money}"),
    };
    match lang {
        Lang::Zh => format!("这个年龄：{green}，{red}。"),
        Lang::En => format!("At this age: {green}, {red}."),
    }
}

/// Columns of the table of borders, after the age.
#[must_use]
pub const fn columns(lang: Lang, upward: Upward) -> [&'static str; 2] {
    match (lang, upward) {
        (Lang::Zh, Upward::Saving) => ["每年存到多少是绿区", "不到多少是红区"],
        (Lang::Zh, Upward::Spending) => ["每年花到多少是绿区", "超过多少是红区"],
        (Lang::En, Upward::Saving) => ["green from saving", "red below saving"],
        (Lang::En, Upward::Spending) => ["green up to spending", "red above spending"],
    }
}

/// No money leads to a zone at this age.
#[must_use]
pub const fn nowhere(lang: Lang) -> &'static str {
    lang.pick("没有", "none")
}

/// Everything is red at this age.
#[must_use]
pub const fn all(lang: Lang) -> &'static str {
    lang.pick("全部", "all")
}

/// The column of ages.
#[must_use]
pub const fn retire_at(lang: Lang) -> &'static str {
    lang.pick("退休年龄", "Retire at")
}
