//! The plan before an audience.

use super::Lang;

/// Back, next, end.
#[must_use]
pub const fn controls(lang: Lang) -> [&'static str; 3] {
    match lang {
        Lang::Zh => ["上一页", "下一页", "结束演示"],
        Lang::En => ["Back", "Next", "End"],
    }
}

/// The keys.
#[must_use]
pub const fn hint(lang: Lang) -> &'static str {
    lang.pick(
        "翻页键前后，Esc 结束，F9 隐藏金额",
        "Page Up and Page Down turn, Escape ends, F9 hides amounts",
    )
}
