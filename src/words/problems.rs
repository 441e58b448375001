//! What is wrong with an answer, and what is expected instead.

use planner::answers::{FormError, Reason};
use planner::entry::EntryReason;
use planner::firm::Region;

use super::Lang;
use super::fields::{self, Unit};
use crate::format;

/// A problem in one sentence: which question, why, and what is allowed.
#[must_use]
pub fn sentence(lang: Lang, region: Region, error: &FormError) -> String {
    let label = fields::label(lang, &error.field);
    let reason = reason(lang, region, error);
    match lang {
        Lang::Zh => format!("{label}：{reason}"),
        Lang::En => format!("{label}: {reason}"),
    }
}

/// The problem without the question's name, for a line right under it.
#[must_use]
pub fn reason(lang: Lang, region: Region, error: &FormError) -> String {
    match &error.reason {
        Reason::Missing => lang.pick("请填写。", "Please answer this.").to_owned(),
        Reason::Range { min, max, .. } => range(lang, region, fields::unit(&error.field), *min, *max),
        Reason::NotWhole { .. } => whole(lang).to_owned(),
        Reason::Odd { .. } => lang.pick("请填写偶数。", "Please give an even number.").to_owned(),
        Reason::UnknownOption(_) => lang
            .pick("题目已经更新，请重新选择。", "The question has changed. Please choose again.")
            .to_owned(),
        Reason::TooMany(most) => match lang {
            Lang::Zh => format!("最多选 {most} 项。"),
            Lang::En => format!("Please choose at most {most}."),
        },
        Reason::NotAlone(_) => lang
            .pick("“都没有”不能和其他选项一起选。", "“None of these” cannot be chosen together with others.")
            .to_owned(),
        Reason::EssentialAboveWished => lang
            .pick("必要开支不能超过希望的开支。", "Essential spending cannot be above the wished spending.")
            .to_owned(),
        Reason::NotLower => lang.pick("只能选择更低的类型。", "Only a lower class can be chosen.").to_owned(),
        Reason::TooLong(most) => too_long(lang, *most),
        Reason::NewerSchema => lang
            .pick(
                "这些回答由较新的版本写成，请刷新页面。",
                "These answers were written by a newer version. Please reload.",
            )
            .to_owned(),
    }
}

/// A list takes no more rows.
#[must_use]
pub fn too_long(lang: Lang, most: usize) -> String {
    match lang {
        Lang::Zh => format!("最多填写 {most} 行。"),
        Lang::En => format!("At most {most} rows can be given."),
    }
}

/// Why an entry outside the form cannot be used, for a line right under it.
#[must_use]
pub fn entry(lang: Lang, region: Region, unit: Unit, reason: &EntryReason) -> String {
    match reason {
        EntryReason::Range { min, max, .. } => range(lang, region, unit, *min, *max),
        EntryReason::NotWhole { .. } => whole(lang).to_owned(),
        EntryReason::Missing
        | EntryReason::Day(_)
        | EntryReason::Days { .. }
        | EntryReason::Unknown(_)
        | EntryReason::Word(_)
        | EntryReason::Level => lang.pick("请填写。", "Please enter this.").to_owned(),
    }
}

fn range(lang: Lang, region: Region, unit: Unit, min: f64, max: f64) -> String {
    let [min, max] = [min, max].map(|value| number(lang, region, unit, value));
    match lang {
        Lang::Zh => format!("请填写 {min} 到 {max} 之间的数。"),
        Lang::En => format!("Please give a number from {min} to {max}."),
    }
}

const fn whole(lang: Lang) -> &'static str {
    lang.pick("请填写整数。", "Please give a whole number.")
}

/// What was typed is no number, and what would be one.
#[must_use]
pub const fn unreadable(lang: Lang, unit: Unit) -> &'static str {
    match unit {
        Unit::Money => lang.pick(
            "没有读懂这个金额。可以写成 120000、12万 或 120k。",
            "This amount cannot be read. Write it as 120000, 120,000 or 120k.",
        ),
        Unit::CalendarYear => {
            lang.pick("请填写四位数的年份，例如 2035。", "Please give a year with four digits, such as 2035.")
        }
        Unit::Month => lang.pick("请选择月份。", "Please choose a month."),
        Unit::Age => lang.pick("请用数字填写年龄，例如 60。", "Please give the age as a number, such as 60."),
        Unit::Years => {
            lang.pick("请用数字填写年数，例如 12。", "Please give the years as a number, such as 12.")
        }
        Unit::Months => {
            lang.pick("请用数字填写月数，例如 6。", "Please give the months as a number, such as 6.")
        }
        Unit::Percent => lang.pick("请用数字填写，例如 1.5。", "Please give a number, such as 1.5."),
        Unit::Index => lang.pick("请用数字填写，例如 1.2。", "Please give a number, such as 1.2."),
    }
}

/// A limit as the question puts it.
fn number(lang: Lang, region: Region, unit: Unit, value: f64) -> String {
    match unit {
        Unit::Money => format::money_short(lang, region, value),
        // A commission of half a percent is no round number.
        Unit::Percent => format::percent(lang, value, u8::from(value.abs() < 0.01 && value != 0.0)),
        // Years are not grouped: 1,985 is no year.
        Unit::CalendarYear | Unit::Month | Unit::Age => format!("{value:.0}"),
        Unit::Years | Unit::Months => format::number(lang, value, 0),
        Unit::Index => format::number(lang, value, 1),
    }
}
