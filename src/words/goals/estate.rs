//! What is left, to whom, and what there is to do.

use planner::goals::estate::{TaskItem, TaskState};

use super::Lang;

/// The answer: how much a document covers.
#[must_use]
pub fn sentence(lang: Lang, covered: &str, open: usize) -> String {
    match (lang, open) {
        (Lang::Zh, 0) => format!("{covered}的财产有文件安排，清单上没有待办的事。"),
        (Lang::Zh, _) => format!("{covered}的财产有文件安排，清单上还有 {open} 件事。"),
        (Lang::En, 0) => format!("A document covers {covered} of what you own; nothing on the list is open."),
        (Lang::En, 1) => {
            format!("A document covers {covered} of what you own; one thing on the list is open.")
        }
        (Lang::En, _) => {
            format!("A document covers {covered} of what you own; {open} things on the list are open.")
        }
    }
}

/// Nothing here is advice about law.
#[must_use]
pub const fn no_law(lang: Lang) -> &'static str {
    lang.pick(
        "这不是法律意见，是和律师见面前的准备。",
        "This is no advice about law: it is what to bring to a lawyer.",
    )
}

/// A wish that only a will fulfils.
#[must_use]
pub const fn needs_will(lang: Lang) -> &'static str {
    lang.pick(
        "您的心愿和法定顺序不同，没有遗嘱就不会照办。",
        "Your wish differs from what the law gives; without a will it is not followed.",
    )
}

/// Opens the inventory.
#[must_use]
pub const fn inventory(lang: Lang) -> &'static str {
    lang.pick("财产清单", "The inventory")
}

/// Lines of the inventory: money, property, insurance, debts, the spouse's half, what is inherited.
#[must_use]
pub const fn lines(lang: Lang) -> [&'static str; 6] {
    match lang {
        Lang::Zh => {
            ["金融资产", "房产和其他", "身故保险金", "债务", "先归配偶的一半", "留给继承人的（不含保险）"]
        }
        Lang::En => [
            "Financial assets",
            "Homes and other property",
            "Paid by insurance",
            "Debts",
            "The spouse's own half",
            "Inherited, insurance apart",
        ],
    }
}

/// What has to be paid, and with what.
#[must_use]
pub fn costs(lang: Lang, costs: &str, liquid: &str, gap: Option<&str>) -> String {
    match (lang, gap) {
        (Lang::Zh, None) => format!("要付的债务和费用约 {costs}，随时可用的有 {liquid}，够付。"),
        (Lang::Zh, Some(gap)) => {
            format!("要付的债务和费用约 {costs}，随时可用的只有 {liquid}，差 {gap}，可能要卖房产。")
        }
        (Lang::En, None) => format!("Debts and costs of about {costs} are covered by {liquid} at hand."),
        (Lang::En, Some(gap)) => {
            format!(
                "Debts and costs are about {costs}, at hand is {liquid}: {gap} is missing, and property might have to be sold."
            )
        }
    }
}

/// Who gets what.
#[must_use]
pub const fn shares(lang: Lang) -> &'static str {
    lang.pick("谁得多少", "Who gets what")
}

/// Columns of the shares.
#[must_use]
pub const fn columns(lang: Lang) -> [&'static str; 3] {
    match lang {
        Lang::Zh => ["继承人", "法定", "您的心愿"],
        Lang::En => ["Heir", "By law", "Your wish"],
    }
}

/// No heir is known.
#[must_use]
pub const fn no_heir(lang: Lang) -> &'static str {
    lang.pick("回答里还没有提到任何继承人。", "The answers name nobody who would inherit.")
}

/// The heading of the checklist.
#[must_use]
pub const fn checklist(lang: Lang) -> &'static str {
    lang.pick("要做的事", "What there is to do")
}

/// How far a task is.
#[must_use]
pub const fn state(lang: Lang, state: TaskState) -> &'static str {
    match state {
        TaskState::Done => lang.pick("已完成", "Done"),
        TaskState::Open => lang.pick("待办", "To do"),
        TaskState::Ask => lang.pick("要问清", "To ask"),
        TaskState::NotNeeded => lang.pick("不需要", "Not needed"),
    }
}

/// A line of the checklist.
#[must_use]
pub const fn task(lang: Lang, item: TaskItem) -> &'static str {
    match item {
        TaskItem::Inventory => lang.pick("列出财产", "List what there is"),
        TaskItem::Will => lang.pick("立遗嘱", "Write a will"),
        TaskItem::Guardianship => {
            lang.pick("为孩子或自己定好监护人", "Name a guardian for children, or for yourself")
        }
        TaskItem::Beneficiaries => {
            lang.pick("指定保险和账户的受益人", "Name the beneficiaries of insurance and accounts")
        }
        TaskItem::MaritalProperty => {
            lang.pick("约定夫妻财产归谁", "Agree which property is whose in the marriage")
        }
        TaskItem::MaritalHalf => lang.pick(
            "弄清哪些是夫妻共同财产：其中一半是配偶的",
            "Find out which property is marital: half of it is the spouse's",
        ),
        TaskItem::RegisteredAccounts => {
            lang.pick("给 RRSP、TFSA 等账户指定受益人", "Name beneficiaries of RRSP, TFSA and the like")
        }
        TaskItem::GainsAtDeath => {
            lang.pick("问清身故时增值部分要交的税", "Ask what tax is due on gains at death")
        }
        TaskItem::Liquidity => lang.pick("留够付债务和费用的现钱", "Keep enough at hand for debts and costs"),
        TaskItem::Lawyer => lang.pick("和律师谈一次", "Meet a lawyer"),
    }
}
