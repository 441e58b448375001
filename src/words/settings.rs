//! How the app looks.

use super::Lang;

/// What the page is for.
#[must_use]
pub const fn lead(lang: Lang) -> &'static str {
    lang.pick("选好就生效，下次打开还是这样。", "Each choice takes effect at once and stays on this device.")
}

/// Size of type.
#[must_use]
pub const fn size(lang: Lang) -> &'static str {
    lang.pick("字号", "Size of type")
}

/// The sizes.
#[must_use]
pub const fn sizes(lang: Lang) -> [&'static str; 2] {
    match lang {
        Lang::Zh => ["标准", "大字，反差更强"],
        Lang::En => ["Usual", "Large, with more contrast"],
    }
}

/// Light or dark.
#[must_use]
pub const fn theme(lang: Lang) -> &'static str {
    lang.pick("明暗", "Light or dark")
}

/// The themes.
#[must_use]
pub const fn themes(lang: Lang) -> [&'static str; 3] {
    match lang {
        Lang::Zh => ["跟随设备", "浅色", "深色"],
        Lang::En => ["As the device", "Light", "Dark"],
    }
}

/// Which colour means up.
#[must_use]
pub const fn market(lang: Lang) -> &'static str {
    lang.pick("涨跌的颜色", "Colours of rise and fall")
}

/// The colours.
#[must_use]
pub const fn markets(lang: Lang) -> [&'static str; 2] {
    match lang {
        Lang::Zh => ["绿涨红跌", "红涨绿跌"],
        Lang::En => ["Green up, red down", "Red up, green down"],
    }
}

/// Zones keep their colours.
#[must_use]
pub const fn market_note(lang: Lang) -> &'static str {
    lang.pick(
        "只改涨跌的颜色。红区、灰区、绿区说的是退休够不够，不随它变。",
        "This changes the colours of rises and falls alone. Red, grey and green zones speak of your retirement and stay as they are.",
    )
}
