//! Whether a plan on paper is what the planner says.

use super::Lang;

/// The heading while it is worked out.
#[must_use]
pub const fn computing(lang: Lang) -> &'static str {
    lang.pick("正在这台设备上重新计算…", "Working the plan out again on this device…")
}

/// The figures are the same.
#[must_use]
pub const fn equal(lang: Lang) -> &'static str {
    lang.pick("一样：纸上的数字就是规划算出来的", "The same: the paper says what the planner says")
}

/// What was compared.
#[must_use]
pub const fn equal_meaning(lang: Lang) -> &'static str {
    lang.pick(
        "用同样的回答、同样的规则重新算了一遍，方案和每一种将来都一位不差。请再看看下面几个数字和纸上的是否一致。",
        "The plan was made again from the same answers by the same rules, and every figure of it and of every future is equal to the last digit. Compare the figures below with the paper.",
    )
}

/// The figures differ.
#[must_use]
pub const fn unequal(lang: Lang) -> &'static str {
    lang.pick(
        "不一样：重新算出来的和纸上的不同",
        "Not the same: what was worked out now differs from the paper",
    )
}

/// Why they may differ, and what to do.
#[must_use]
pub const fn unequal_meaning(lang: Lang) -> &'static str {
    lang.pick(
        "可能是公司的规则或假设在打印之后改过，也可能是码或纸被改过。请带着这张纸问您的顾问：公司能用当时的规则核对。",
        "The firm may have changed its rules or assumptions since, or the code or the paper may have been altered. Take the paper to your advisor: the firm can check it by the rules of that day.",
    )
}

/// The assumptions of the paper are not those of today.
#[must_use]
pub fn other_assumptions(lang: Lang, paper: &str, today: &str) -> String {
    match lang {
        Lang::Zh => format!("纸上用的是 {paper}的假设，今天的假设是 {today}的，所以数字不同是正常的。"),
        Lang::En => format!(
            "The paper stands on the assumptions of {paper}, and those of today are of {today}: that alone makes the figures differ."
        ),
    }
}

/// The answers cannot be planned with the rules of today.
#[must_use]
pub const fn refused(lang: Lang) -> &'static str {
    lang.pick("用今天的规则算不了这份方案", "By the rules of today this plan cannot be made")
}

/// Why, and what to do.
#[must_use]
pub const fn refused_meaning(lang: Lang) -> &'static str {
    lang.pick(
        "问卷或规则在打印之后改过，码里的回答不再完整。请带着这张纸问您的顾问。",
        "The questions or rules have changed since it was printed, so its answers are no longer complete. Take the paper to your advisor.",
    )
}

/// Another version made the paper.
#[must_use]
pub const fn other_version(lang: Lang) -> &'static str {
    lang.pick(
        "这份方案出自另一个版本，这里核对不了",
        "Another version made this plan, so it cannot be checked here",
    )
}

/// What to do with an older paper.
#[must_use]
pub const fn other_version_meaning(lang: Lang) -> &'static str {
    lang.pick(
        "这不说明它不对。公司保存着旧版本，可以用当时的版本核对：请把纸上的方案指纹给您的顾问。",
        "That does not make it wrong. The firm keeps older versions and can check it by the one of that day: give your advisor the digest on the paper.",
    )
}

/// The link is damaged.
#[must_use]
pub const fn broken(lang: Lang) -> &'static str {
    lang.pick("链接不完整，读不出来", "The link is not complete and cannot be read")
}

/// What to do about it.
#[must_use]
pub const fn broken_meaning(lang: Lang) -> &'static str {
    lang.pick(
        "可能被截断了，或者码没有扫全。请把纸放平，再扫一次；如果是复制的链接，请复制完整。",
        "It may have been cut off, or the code was not read whole. Lay the paper flat and scan again; if you copied the link, copy all of it.",
    )
}

/// There is nothing to check.
#[must_use]
pub const fn absent(lang: Lang) -> &'static str {
    lang.pick("核对纸上的方案", "Check a plan on paper")
}

/// How to check.
#[must_use]
pub const fn absent_meaning(lang: Lang) -> &'static str {
    lang.pick(
        "用手机扫规划书最后的核对码，就会到这一页。计算在您的设备上进行，码里的内容不会发给服务器。",
        "Scan the code at the end of a printed plan and you arrive here. The work is done on your device; what the code holds is sent to no server.",
    )
}

/// The figures to compare.
#[must_use]
pub const fn compare(lang: Lang) -> &'static str {
    lang.pick("重新算出来的数字", "The figures worked out now")
}

/// The digests side by side.
#[must_use]
pub const fn digests(lang: Lang) -> [&'static str; 2] {
    match lang {
        Lang::Zh => ["纸上的方案指纹", "重新算出的方案指纹"],
        Lang::En => ["Digest on the paper", "Digest worked out now"],
    }
}

/// The marks over the answer: the same, or not.
#[must_use]
pub const fn marks(lang: Lang) -> [&'static str; 2] {
    match lang {
        Lang::Zh => ["核对一致", "核对不一致"],
        Lang::En => ["Checked: the same", "Checked: not the same"],
    }
}
