//! What moved since the last plan.

use planner::change::Cause;
use planner::zone::Zone;

use super::{Lang, zone};

/// The heading.
#[must_use]
pub const fn title(lang: Lang) -> &'static str {
    lang.pick("和上次比，什么变了", "What moved since the last plan")
}

/// On a first visit there is nothing to compare with.
#[must_use]
pub const fn first_visit(lang: Lang) -> &'static str {
    lang.pick(
        "这是这台设备上的第一次。下次再来，这里会告诉您什么变了：时间、投入、行情、您的改动，还是假设。",
        "This is the first visit on this device. Next time this place says what moved: time, contributions, the market, your own edits, or the assumptions.",
    )
}

/// It is being computed.
#[must_use]
pub const fn computing(lang: Lang) -> &'static str {
    lang.pick("正在和上次的方案比较…", "Comparing with the last plan…")
}

/// Nothing moved.
#[must_use]
pub fn nothing(lang: Lang, month: &str) -> String {
    match lang {
        Lang::Zh => format!("和{month}的方案相比，没有变化。"),
        Lang::En => format!("Nothing has moved since the plan of {month}."),
    }
}

/// The whole change, and what did most of it.
#[must_use]
pub fn sentence(lang: Lang, month: &str, [before, after]: [&str; 2], most: &str) -> String {
    match lang {
        Lang::Zh => {
            format!("和{month}的方案相比，不必减少开支的机会从 {before} 到 {after}。变化最多来自：{most}。")
        }
        Lang::En => format!(
            "Since the plan of {month} the chance that no cut is needed went from {before} to {after}. Most of it comes from: {most}."
        ),
    }
}

/// The zone is another one.
#[must_use]
pub fn zones(lang: Lang, before: Zone, after: Zone) -> String {
    let [before, after] = [before, after].map(|place| zone::name(lang, place));
    match lang {
        Lang::Zh => format!("从{before}到了{after}。"),
        Lang::En => format!("From the {} to the {}.", before.to_lowercase(), after.to_lowercase()),
    }
}

/// What a cause is called.
#[must_use]
pub const fn cause(lang: Lang, cause: Cause) -> &'static str {
    match cause {
        Cause::Time => lang.pick("时间过去", "Time"),
        Cause::Contributions => lang.pick("按计划存入", "Contributions"),
        Cause::Market => lang.pick("行情与其他存取", "Market and other flows"),
        Cause::Edits => lang.pick("您的改动", "Your own edits"),
        Cause::Assumptions => lang.pick("假设与规则", "Assumptions and rules"),
    }
}

/// The two ends.
#[must_use]
pub const fn ends(lang: Lang) -> [&'static str; 2] {
    match lang {
        Lang::Zh => ["上次", "现在"],
        Lang::En => ["Last plan", "Now"],
    }
}

/// Columns of the table.
#[must_use]
pub const fn columns(lang: Lang) -> [&'static str; 5] {
    match lang {
        Lang::Zh => ["原因", "机会变化", "变化后的机会", "中等行情能付的变化", "变化后能付"],
        Lang::En => ["Cause", "chance moved", "chance then", "middling pays, moved", "pays then"],
    }
}

/// A change in percentage points.
#[must_use]
pub fn points(lang: Lang, points: &str) -> String {
    match lang {
        Lang::Zh => format!("{points} 点"),
        Lang::En => format!("{points} pts"),
    }
}

/// Compares with the plan of today from now on.
#[must_use]
pub const fn begin_anew(lang: Lang) -> &'static str {
    lang.pick("以今天的方案为起点", "Compare with today's plan from now on")
}

/// What that does.
#[must_use]
pub const fn begin_anew_note(lang: Lang) -> &'static str {
    lang.pick(
        "不按也行：下次来时，自动和这次比。",
        "Without it, the next visit is compared with this one by itself.",
    )
}
