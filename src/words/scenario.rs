//! Scenarios that are kept and compared.

use super::Lang;

/// The heading.
#[must_use]
pub const fn title(lang: Lang) -> &'static str {
    lang.pick("存下来，比一比", "Keep and compare")
}

/// What can be kept, and where.
#[must_use]
pub const fn lead(lang: Lang) -> &'static str {
    lang.pick(
        "先在上面试，再起个名字存下来。只存在这台设备上；卡片上的链接可以分享，对方看到的是同样的改动，用在他自己的方案上。",
        "Try something above, then keep it under a name. It stays on this device. The link on a card can be shared: it opens the same changes on the other person's own plan.",
    )
}

/// The field of the name.
#[must_use]
pub const fn name(lang: Lang) -> &'static str {
    lang.pick("名称", "Name")
}

/// Keeps what is tried.
#[must_use]
pub const fn keep(lang: Lang) -> &'static str {
    lang.pick("存下现在试的", "Keep this try")
}

/// A name is too short or too long.
#[must_use]
pub fn bad_name(lang: Lang, most: usize) -> String {
    match lang {
        Lang::Zh => format!("名称要 1 到 {most} 个字。"),
        Lang::En => format!("A name has 1 to {most} characters."),
    }
}

/// There is no room for another one.
#[must_use]
pub fn full(lang: Lang, most: usize) -> String {
    match lang {
        Lang::Zh => format!("最多存 {most} 个，先删掉一个。"),
        Lang::En => format!("Up to {most} can be kept: delete one first."),
    }
}

/// Nothing is tried that could be kept.
#[must_use]
pub const fn nothing_tried(lang: Lang) -> &'static str {
    lang.pick("现在没有在试什么。", "Nothing is being tried.")
}

/// The device keeps nothing.
#[must_use]
pub const fn not_kept(lang: Lang) -> &'static str {
    lang.pick(
        "这台设备没有存住，关掉页面就没有了。",
        "This device did not keep it: it is gone once the page closes.",
    )
}

/// The plan of the answers, beside the scenarios.
#[must_use]
pub const fn own_plan(lang: Lang) -> &'static str {
    lang.pick("我的方案", "My plan")
}

/// Tries a scenario.
#[must_use]
pub const fn apply(lang: Lang) -> &'static str {
    lang.pick("试这个", "Try it")
}

/// Takes a tried scenario back.
#[must_use]
pub const fn undo(lang: Lang) -> &'static str {
    lang.pick("撤销", "Undo")
}

/// Forgets a scenario.
#[must_use]
pub const fn forget(lang: Lang) -> &'static str {
    lang.pick("删除", "Delete")
}

/// Names the field that renames a scenario.
#[must_use]
pub fn rename(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Zh => format!("“{name}”的名称"),
        Lang::En => format!("Name of “{name}”"),
    }
}

/// A scenario that does not fit the answers any more.
#[must_use]
pub const fn unusable(lang: Lang) -> &'static str {
    lang.pick("和现在的回答对不上，试不了。", "It does not fit the answers any more.")
}

/// It is being computed.
#[must_use]
pub const fn computing(lang: Lang) -> &'static str {
    lang.pick("正在计算…", "Computing…")
}

/// Names of the figures: zone, P, B, M, age, saving, spending, cost.
#[must_use]
pub const fn figures(lang: Lang) -> [&'static str; 8] {
    match lang {
        Lang::Zh => [
            "所在区",
            "不必减少的机会",
            "长期低迷时能付",
            "中等行情能付",
            "退休年龄",
            "每年储蓄",
            "每年开支",
            "一生代价",
        ],
        Lang::En => [
            "Zone",
            "No cut needed",
            "Long slump pays",
            "Middling pays",
            "Retire at",
            "Save a year",
            "Spend a year",
            "Cost over life",
        ],
    }
}
