//! The plan on paper.

use super::Lang;

/// The heading over the paper.
#[must_use]
pub fn title(lang: Lang, month: &str) -> String {
    match lang {
        Lang::Zh => format!("{month}的规划书"),
        Lang::En => format!("Your plan of {month}"),
    }
}

/// The day of the paper.
#[must_use]
pub fn printed(lang: Lang, day: &str) -> String {
    match lang {
        Lang::Zh => format!("打印于 {day}"),
        Lang::En => format!("Printed on {day}"),
    }
}

/// Prints, or keeps as a PDF.
#[must_use]
pub const fn print(lang: Lang) -> &'static str {
    lang.pick("打印或存为 PDF", "Print or save as PDF")
}

/// Some parts are still being worked out.
#[must_use]
pub const fn waiting(lang: Lang) -> &'static str {
    lang.pick("还有几项在计算，马上就好。", "Some parts are still being worked out.")
}

/// Paper and language.
#[must_use]
pub const fn paper(lang: Lang) -> &'static str {
    lang.pick(
        "A4 和 Letter 纸都合适，在打印窗口里选。要英文版，先切换语言。",
        "Fits A4 and Letter: choose in the print dialog. For the Chinese version, switch the language first.",
    )
}

/// Something is tried that the paper does not show.
#[must_use]
pub const fn without_tries(lang: Lang) -> &'static str {
    lang.pick(
        "纸上是您回答的方案，不含您正在试的调整。",
        "The paper shows the plan of your answers, without what you are trying.",
    )
}

/// The part about retirement.
#[must_use]
pub const fn retirement(lang: Lang) -> &'static str {
    lang.pick("退休", "Retirement")
}

/// The household's figures that the zone stands on.
#[must_use]
pub fn household(
    lang: Lang,
    retire_age: u32,
    plan_age: u32,
    saving: &str,
    wished: &str,
    wealth: &str,
) -> String {
    match lang {
        Lang::Zh => format!(
            "按 {retire_age} 岁退休、规划到 {plan_age} 岁；退休前每年存 {saving}，退休后每年想花 {wished}，现有可用于退休的钱 {wealth}。"
        ),
        Lang::En => format!(
            "With retirement at {retire_age}, planned to the age of {plan_age}; saving {saving} a year until then, {wished} of spending a year wished after, and {wealth} invested for it today."
        ),
    }
}

/// The part about class and mix.
#[must_use]
pub const fn allocation(lang: Lang) -> &'static str {
    lang.pick("风险类别与配置", "Class and allocation")
}

/// The part about the goals.
#[must_use]
pub const fn goals(lang: Lang) -> &'static str {
    lang.pick("其他人生目标", "Other life goals")
}

/// Columns of the table of goals.
#[must_use]
pub fn goal_columns(lang: Lang) -> [&'static str; 6] {
    match lang {
        Lang::Zh => ["目标", "何时", "金额", "今天已备", "在哪个区", "代价"],
        Lang::En => ["Goal", "When", "Amount", "Set aside", "Zone", "Price"],
    }
}

/// What a goal's price is.
#[must_use]
pub const fn goal_price(lang: Lang) -> &'static str {
    lang.pick(
        "“代价”是这个目标让退休付出的：要多工作多久，才和没有它时一样。",
        "The price is what a goal takes from retirement: how much longer to work to stand as if it were not there.",
    )
}

/// The part about what has to be known.
#[must_use]
pub const fn warnings(lang: Lang) -> &'static str {
    lang.pick("请留意", "Please note")
}

/// What every reader of the paper has to know.
#[must_use]
pub const fn warnings_list(lang: Lang) -> [&'static str; 4] {
    match lang {
        Lang::Zh => [
            "这不是承诺，也不保证收益或本金。所有结果都是范围，会随市场和您的情况改变。",
            "金额都是今天的钱，已扣产品费用，未计投资的税。",
            "这不是买卖指令。配置经您的顾问与您谈过并确认后才生效。",
            "家庭、收入、目标或身体有变化时，请重新测算；至少一年一次。",
        ],
        Lang::En => [
            "This is not a promise, and neither returns nor capital are guaranteed. Every result is a range that moves with markets and with your life.",
            "All amounts are in today's money, after product costs and before tax on investments.",
            "This is not an order to trade. An allocation takes effect once your advisor has talked it over with you and confirmed it.",
            "Work it out again when family, income, goals or health change, and at least once a year.",
        ],
    }
}

/// The part that lets the paper be checked.
#[must_use]
pub const fn check(lang: Lang) -> &'static str {
    lang.pick("核对这份方案", "Check this plan")
}

/// What the code does, and what it holds.
#[must_use]
pub const fn check_meaning(lang: Lang) -> &'static str {
    lang.pick(
        "用手机扫这个码，浏览器会在您的设备上重新算一遍，告诉您纸上的数字是否一样。码里有您的回答（不含您写的话），请像保管账单一样保管这张纸；扫码时回答不会发给服务器。",
        "Scan this code: the browser works the plan out again on your own device and says whether the figures on the paper are the same. The code holds your answers (not what you wrote in your own words), so keep this paper as you would a bank statement; scanning sends the answers to no server.",
    )
}

/// The code is left out while amounts are hidden.
#[must_use]
pub const fn check_hidden(lang: Lang) -> &'static str {
    lang.pick(
        "金额已隐藏，所以这里不印核对码：码里有您的回答。",
        "Amounts are hidden, so the code is left out: it would hold your answers.",
    )
}

/// The answers are too long for a code.
#[must_use]
pub const fn check_too_long(lang: Lang) -> &'static str {
    lang.pick(
        "您的回答太多，一个码装不下。可以用下面的链接核对。",
        "Your answers are too long for a code. The link below checks them.",
    )
}

/// The same as a link.
#[must_use]
pub const fn check_link(lang: Lang) -> &'static str {
    lang.pick("在这台设备上核对", "Check on this device")
}

/// What the code is, for those who hear the page.
#[must_use]
pub const fn code(lang: Lang) -> &'static str {
    lang.pick("核对码（二维码）", "Code to check the plan (QR)")
}

/// The digest, whole.
#[must_use]
pub fn digest(lang: Lang, digest: &str) -> String {
    match lang {
        Lang::Zh => format!("方案指纹 {digest}"),
        Lang::En => format!("Plan digest {digest}"),
    }
}

/// What made the plan.
#[must_use]
pub fn made_with(lang: Lang, engine: &str, dated: &str) -> String {
    match lang {
        Lang::Zh => format!("计算引擎 {engine} · 假设 {dated}"),
        Lang::En => format!("Engine {engine} · assumptions of {dated}"),
    }
}

/// The way here from other pages.
#[must_use]
pub const fn to_report(lang: Lang) -> &'static str {
    lang.pick("打印整份规划书", "Print the whole plan")
}
