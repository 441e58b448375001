//! The page of the life goals: the answer, the order of funding, and the details that are asked.

use planner::answers::{Origin, ProjectKind};
use planner::zone::Zone;

use super::{Lang, fields, zone};
use crate::format;
use crate::state::life::Part;

pub mod balance;
pub mod estate;
pub mod housing;
pub mod protection;

/// A part of the goals, as its heading.
#[must_use]
pub const fn part(lang: Lang, part: Part) -> &'static str {
    match part {
        Part::Reserve => lang.pick("应急储备", "Reserve"),
        Part::Cover => lang.pick("家庭保障", "Protection"),
        Part::Parents => lang.pick("赡养父母", "Support of parents"),
        Part::Children => lang.pick("子女教育", "Education"),
        Part::Home => lang.pick("住房", "Home"),
        Part::Debts => lang.pick("贷款", "Loans"),
        Part::Projects => lang.pick("其他目标", "Other goals"),
        Part::Estate => lang.pick("传承", "Estate"),
    }
}

/// Opens the details of a part.
#[must_use]
pub const fn edit(lang: Lang) -> &'static str {
    lang.pick("填写或修改", "Fill in or change")
}

/// Closes the details of a part.
#[must_use]
pub const fn done(lang: Lang) -> &'static str {
    lang.pick("收起", "Close")
}

/// Details that are not counted until they are complete.
#[must_use]
pub const fn not_counted(lang: Lang) -> &'static str {
    lang.pick("还没填完，暂未计入", "Not complete yet, so not counted")
}

/// On another page: some details are not counted.
#[must_use]
pub const fn some_not_counted(lang: Lang) -> &'static str {
    lang.pick("有内容还没填完，暂未计入。", "Something is not complete yet and is not counted.")
}

/// The way to what is not complete.
#[must_use]
pub const fn complete_it(lang: Lang) -> &'static str {
    lang.pick("去填完", "Complete it")
}

/// No parent is supported.
#[must_use]
pub const fn no_parents(lang: Lang) -> &'static str {
    lang.pick("没有另外给父母的赡养费。", "No parent is supported beside the household's spending.")
}

/// Adds a parent.
#[must_use]
pub const fn add_parent(lang: Lang) -> &'static str {
    lang.pick("添加一位父母", "Add a parent")
}

/// The heading of a parent.
#[must_use]
pub fn parent(lang: Lang, number: usize) -> String {
    match lang {
        Lang::Zh => format!("第 {number} 位父母"),
        Lang::En => format!("Parent {number}"),
    }
}

/// No child's study is planned.
#[must_use]
pub const fn no_children(lang: Lang) -> &'static str {
    lang.pick("还没有孩子读书的打算。", "No child's study is planned yet.")
}

/// Adds a child.
#[must_use]
pub const fn add_child(lang: Lang) -> &'static str {
    lang.pick("添加一个孩子", "Add a child")
}

/// The heading of a child.
#[must_use]
pub fn child(lang: Lang, number: usize) -> String {
    match lang {
        Lang::Zh => format!("第 {number} 个孩子"),
        Lang::En => format!("Child {number}"),
    }
}

/// Plans a home.
#[must_use]
pub const fn add_home(lang: Lang) -> &'static str {
    lang.pick("添加买房计划", "Plan a home")
}

/// Plans no home any more.
#[must_use]
pub const fn remove_home(lang: Lang) -> &'static str {
    lang.pick("删去买房计划", "Remove the home")
}

/// Whether a lawyer was met.
#[must_use]
pub const fn lawyer_met(lang: Lang, met: bool) -> &'static str {
    if met { lang.pick("谈过了", "Yes") } else { lang.pick("还没有", "Not yet") }
}

/// The heading over those who are to get something.
#[must_use]
pub const fn heirs(lang: Lang) -> &'static str {
    lang.pick("想留给谁", "Who is to get what")
}

/// Nobody is named.
#[must_use]
pub const fn no_heirs(lang: Lang) -> &'static str {
    lang.pick("没有写，就按法定顺序。", "Nobody is named: the law decides.")
}

/// Names somebody.
#[must_use]
pub const fn add_heir(lang: Lang) -> &'static str {
    lang.pick("添加一个人", "Add somebody")
}

/// The heading of somebody.
#[must_use]
pub fn heir(lang: Lang, number: usize) -> String {
    match lang {
        Lang::Zh => format!("第 {number} 位"),
        Lang::En => format!("Person {number}"),
    }
}

/// How many goals are on course: the answer of the page.
#[must_use]
pub fn answer(lang: Lang, goals: usize, green: usize) -> String {
    match (lang, goals, green) {
        (_, 0, _) => lang
            .pick("除了退休，还没有定下别的目标。", "No goal beside retirement has been set yet.")
            .to_owned(),
        (Lang::Zh, 1, 1) => "这一个目标在正轨上。".to_owned(),
        (Lang::En, 1, 1) => "Your one goal is on course.".to_owned(),
        (Lang::Zh, 1, 0) => "这一个目标还不在正轨上。".to_owned(),
        (Lang::En, 1, 0) => "Your one goal is not on course yet.".to_owned(),
        (Lang::Zh, ..) if green == goals => format!("{goals} 个目标都在正轨上。"),
        (Lang::En, ..) if green == goals => format!("All {goals} goals are on course."),
        (Lang::Zh, _, 0) => format!("{goals} 个目标都还不在正轨上。"),
        (Lang::En, _, 0) => format!("None of your {goals} goals is on course yet."),
        (Lang::Zh, ..) => format!("{goals} 个目标里，{green} 个在正轨上。"),
        (Lang::En, ..) => format!("{green} of your {goals} goals are on course."),
    }
}

/// What to do where there is no goal.
#[must_use]
pub const fn no_goals(lang: Lang) -> &'static str {
    lang.pick(
        "下面可以写下孩子读书、买房、赡养父母和其他打算，马上就能看到够不够、代价多大。都可以不填。",
        "Below you can write down a child's study, a home, support of parents and other plans. You see at once whether the money is enough and what they cost. All of it is optional.",
    )
}

/// How many pairs want the same money.
#[must_use]
pub fn competing(lang: Lang, pairs: usize) -> String {
    match (lang, pairs) {
        (Lang::Zh, _) => format!("有 {pairs} 处在争同一笔钱。"),
        (Lang::En, 1) => "Two of them compete for the same money.".to_owned(),
        (Lang::En, _) => format!("In {pairs} places goals compete for the same money."),
    }
}

/// The goal that costs the most.
#[must_use]
pub fn dearest(lang: Lang, name: &str, price: &str) -> String {
    match lang {
        Lang::Zh => format!("最贵的是{name}，代价：{price}。"),
        Lang::En => format!("The dearest: {name}. Its price: {price}."),
    }
}

/// A number of months.
#[must_use]
pub fn months(lang: Lang, months: f64) -> String {
    let whole = format::number(lang, months, 0);
    match lang {
        _ if months < 0.5 => lang.pick("不到 1 个月", "less than a month").to_owned(),
        Lang::Zh => format!("{whole} 个月"),
        Lang::En if months < 1.5 => "1 month".to_owned(),
        Lang::En => format!("{whole} months"),
    }
}

/// A goal by what it is for, and where two could be meant, by its year or the child's age.
#[must_use]
pub fn name(lang: Lang, kind: ProjectKind, origin: Origin, age: u32, year: i32) -> String {
    match (origin, lang) {
        (Origin::Child(_), Lang::Zh) => format!("孩子（{age} 岁）读书"),
        (Origin::Child(_), Lang::En) => format!("Study of the child aged {age}"),
        (Origin::Home, _) => lang.pick("买房首付", "Down payment of a home").to_owned(),
        (Origin::Project(_), Lang::Zh) => format!("{}（{year} 年）", fields::project(lang, kind)),
        (Origin::Project(_), Lang::En) => format!("{} ({year})", fields::project(lang, kind)),
    }
}

/// The heading over goals that want the same money.
#[must_use]
pub const fn collisions(lang: Lang) -> &'static str {
    lang.pick("争同一笔钱的目标", "Goals that compete")
}

/// What can be done about goals that compete.
#[must_use]
pub const fn collisions_lead(lang: Lang) -> &'static str {
    lang.pick(
        "按一下就能试着推迟或减少，您填写的内容不变。",
        "One press tries to postpone or reduce a goal. What you answered does not change.",
    )
}

/// A goal lacks what another takes.
#[must_use]
pub fn lacks(lang: Lang, short: &str, with: &str, amount: &str) -> String {
    match lang {
        Lang::Zh => format!("{short}：缺 {amount}，因为{with}排在前面，先用了这笔钱。"),
        Lang::En => format!("{short}: {amount} short, since the money goes first to: {with}."),
    }
}

/// Retirement is worse off for a goal.
#[must_use]
pub fn retirement_lacks(lang: Lang, with: &str, zone: Zone, amount: &str) -> String {
    let zone = zone::name(lang, zone);
    match lang {
        Lang::Zh => format!("退休：如果没有{with}就在{zone}，相当于今天的 {amount}。"),
        Lang::En => {
            format!(
                "Retirement: without this goal it would be in the {}, worth {amount} today: {with}.",
                zone.to_lowercase()
            )
        }
    }
}

/// Postpones a goal.
#[must_use]
pub fn postpone(lang: Lang, years: u32) -> String {
    match (lang, years) {
        (Lang::Zh, _) => format!("推迟 {years} 年"),
        (Lang::En, 1) => "Postpone by a year".to_owned(),
        (Lang::En, _) => format!("Postpone by {years} years"),
    }
}

/// Reduces a goal.
#[must_use]
pub fn reduce(lang: Lang, share: &str) -> String {
    match lang {
        Lang::Zh => format!("减少 {share}"),
        Lang::En => format!("Reduce by {share}"),
    }
}

/// What is tried about a goal.
#[must_use]
pub fn trying(lang: Lang, name: &str, what: &str) -> String {
    match lang {
        Lang::Zh => format!("正在试：{name}，{what}。"),
        Lang::En => format!("Being tried: {name}. {what}."),
    }
}

/// What is tried elsewhere shows here too.
#[must_use]
pub const fn trying_elsewhere(lang: Lang) -> &'static str {
    lang.pick(
        "您在退休页试了别的数字，这里也按试算显示。",
        "Other figures are being tried on the retirement page; this page shows them too.",
    )
}

/// What a try changes: the zone of retirement, and the pairs that compete.
#[must_use]
pub fn tried_result(lang: Lang, [from, to]: [Zone; 2], [before, after]: [usize; 2]) -> String {
    let (from, to) = (zone::name(lang, from), zone::name(lang, to));
    match lang {
        Lang::Zh => format!("退休：原在{from}，试后在{to}。争同一笔钱：原有 {before} 处，试后 {after} 处。"),
        Lang::En => format!(
            "Retirement: {} before, {} with this. Competing goals: {before} before, {after} with this.",
            from.to_lowercase(),
            to.to_lowercase()
        ),
    }
}

/// Leads to the page of retirement.
#[must_use]
pub const fn see_retirement(lang: Lang) -> &'static str {
    lang.pick("看退休页", "See retirement")
}

/// The heading over the order of funding.
#[must_use]
pub const fn order(lang: Lang) -> &'static str {
    lang.pick("先备哪一笔", "The order of funding")
}

/// How the order is made.
#[must_use]
pub const fn order_lead(lang: Lang) -> &'static str {
    lang.pick(
        "先储备和保障，再看贷款限额，然后按“必须、应该、希望”和日期。同一笔钱只用一次。金额为今天的钱。",
        "Reserve and protection first, then the limits of loans, then needs, wants and wishes by date. No money is used twice. Amounts in today's money.",
    )
}

/// When a goal begins, and how much it matters.
#[must_use]
pub fn when(lang: Lang, year: i32, years: u32, priority: &str) -> String {
    match (lang, years) {
        (Lang::Zh, 0 | 1) => format!("{year} 年 · {priority}"),
        (Lang::Zh, _) => format!("{year} 年起 {years} 年 · {priority}"),
        (Lang::En, 0 | 1) => format!("{year} · {priority}"),
        (Lang::En, _) => format!("{years} years from {year} · {priority}"),
    }
}

/// Names of the figures of a goal in the order of funding: amount, set aside, saving, price.
#[must_use]
pub const fn row_figures(lang: Lang) -> [&'static str; 4] {
    match lang {
        Lang::Zh => ["金额", "今天已备", "到绿区每年要存", "代价"],
        Lang::En => ["Amount", "Set aside today", "Saving a year for green", "Price"],
    }
}

/// What a goal costs in work.
#[must_use]
pub fn work(lang: Lang, months: &str) -> String {
    match lang {
        Lang::Zh => format!("多工作 {months}"),
        Lang::En => format!("{months} of work"),
    }
}

/// No work that is left makes up for it.
#[must_use]
pub const fn work_beyond(lang: Lang) -> &'static str {
    lang.pick("多工作也补不回", "more than working longer makes up for")
}

/// Nothing is to be saved any more.
#[must_use]
pub const fn nothing_more(lang: Lang) -> &'static str {
    lang.pick("不用再存", "Nothing more")
}

/// A figure that there is not.
#[must_use]
pub const fn none(lang: Lang) -> &'static str {
    lang.pick("—", "–")
}

/// Enough, or not.
#[must_use]
pub const fn enough(lang: Lang, enough: bool) -> &'static str {
    if enough { lang.pick("足够", "Enough") } else { lang.pick("有缺口", "A gap") }
}

/// From one amount to another.
#[must_use]
pub fn from_to(lang: Lang, least: &str, most: &str) -> String {
    match lang {
        Lang::Zh => format!("{least}到 {most}"),
        Lang::En => format!("{least} to {most}"),
    }
}

/// What the row of protection shows.
#[must_use]
pub const fn missing_at_death(lang: Lang) -> &'static str {
    lang.pick("收入中断时的缺口", "What is missing if an income ends")
}

/// A wish has no zone.
#[must_use]
pub const fn only_a_wish(lang: Lang) -> &'static str {
    lang.pick("愿望，未计划", "A wish, not planned for")
}

/// Limits that are kept, or not.
#[must_use]
pub const fn within(lang: Lang, within: bool) -> &'static str {
    if within {
        lang.pick("在限额内", "Within limits")
    } else {
        lang.pick("超出限额", "Above a limit")
    }
}

/// Months of spending.
#[must_use]
pub fn months_of_spending(lang: Lang, months: &str) -> String {
    match lang {
        Lang::Zh => format!("{months} 个月的开支"),
        Lang::En => format!("{months} months of spending"),
    }
}

/// The reserve in a sentence.
#[must_use]
pub fn reserve(lang: Lang, apart: bool, wanted: &str, had: &str, gap: Option<&str>) -> String {
    let lack = gap.map_or_else(String::new, |gap| match lang {
        Lang::Zh => format!("，还缺 {gap}"),
        Lang::En => format!("; {gap} is missing"),
    });
    match (lang, apart) {
        (Lang::Zh, true) => format!("单独留出 {wanted}，已有 {had}{lack}。"),
        (Lang::Zh, false) => format!("建议留 {wanted}，已有 {had}{lack}。它留在退休的钱里，以现金持有。"),
        (Lang::En, true) => format!("{wanted} is kept apart, {had} of it is there{lack}."),
        (Lang::En, false) => {
            format!(
                "{wanted} is suggested, {had} of it is there{lack}. It stays within the money of retirement, held in cash."
            )
        }
    }
}

/// The support of parents in a sentence.
#[must_use]
pub fn support(lang: Lang, amount: &str, until: i32) -> String {
    match lang {
        Lang::Zh => format!("今年 {amount}，最后一笔到 {until} 年。"),
        Lang::En => format!("{amount} this year; the last of it in {until}."),
    }
}

/// Where a goal's money comes from, in a sentence.
#[must_use]
pub fn funded(lang: Lang, year: i32, amount: &str, pot: &str, saving: &str, lacking: Option<&str>) -> String {
    let lack = lacking.map_or_else(String::new, |lacking| match lang {
        Lang::Zh => format!("，还缺 {lacking}"),
        Lang::En => format!(", and {lacking} is missing"),
    });
    match lang {
        Lang::Zh => format!("{year} 年要用 {amount}。今天已备 {pot}，之后从储蓄里出 {saving}{lack}。"),
        Lang::En => {
            format!(
                "{amount} in {year}. {pot} is set aside today, {saving} comes from saving until then{lack}."
            )
        }
    }
}

/// Retirement pays a goal.
#[must_use]
pub fn paid_by_retirement(lang: Lang, year: i32, amount: &str) -> String {
    match lang {
        Lang::Zh => format!("{year} 年要用 {amount}，那时已经退休，由退休的钱支付，和退休同进退。"),
        Lang::En => format!("{amount} in {year}: retirement pays it, so it stands where retirement stands."),
    }
}

/// A wish has no money.
#[must_use]
pub fn wished(lang: Lang, year: i32, amount: &str) -> String {
    match lang {
        Lang::Zh => format!("这是一个愿望，暂不预留钱。{year} 年实现要 {amount}。"),
        Lang::En => format!("A wish, for which nothing is set aside. In {year} it would take {amount}."),
    }
}

/// The loan that comes with a home takes from saving.
#[must_use]
pub fn for_loan(lang: Lang, amount: &str) -> String {
    match lang {
        Lang::Zh => format!("退休前，房贷另从储蓄里出 {amount}。"),
        Lang::En => format!("Before retirement its loan takes another {amount} from saving."),
    }
}

/// Where a child studies, how long, and how the cost grows.
#[must_use]
pub fn study(lang: Lang, place: &str, years: u32, cost: &str, growth: &str) -> String {
    match lang {
        Lang::Zh => format!("{place}，读 {years} 年，今天每年 {cost}，每年比物价多涨 {growth}。"),
        Lang::En => {
            format!("{place}, {years} years at {cost} a year today, growing {growth} a year above prices.")
        }
    }
}

/// A study that is over.
#[must_use]
pub fn study_over(lang: Lang, age: u32) -> String {
    match lang {
        Lang::Zh => format!("孩子（{age} 岁）的学业到今年已经读完，不再计入。"),
        Lang::En => format!("The study of the child aged {age} is over and no longer counted."),
    }
}

/// Opens the figures of a goal.
#[must_use]
pub const fn figures(lang: Lang) -> &'static str {
    lang.pick("看数字", "The figures")
}

/// A figure of a goal: its name and what it means.
#[must_use]
pub const fn figure(lang: Lang, figure: Figure) -> (&'static str, &'static str) {
    match figure {
        Figure::Success => (
            lang.pick("付得起全部的机会", "Chance that all of it is paid"),
            lang.pick("和退休用同一批模拟。", "On the same simulations as retirement."),
        ),
        Figure::BadMarket => (
            lang.pick("行情差时付得起", "Paid in a bad market"),
            lang.pick("十种情形里最差的一种。", "The worst future of ten."),
        ),
        Figure::Median => (
            lang.pick("行情中等时付得起", "Paid in a middling market"),
            lang.pick("好坏各半的那条线。", "Half of the futures do better."),
        ),
        Figure::Need => (
            lang.pick("到时要用", "Needed at its date"),
            lang.pick("所有年份合计。", "All its years together."),
        ),
        Figure::Have => (
            lang.pick("到时会有", "There at its date"),
            lang.pick("行情每年都中等时。", "Where every year is middling."),
        ),
        Figure::SavingMonth => (
            lang.pick("每月再多存", "To save a month, beside what is planned"),
            lang.pick("行情中等时正好够。", "Just enough in middling markets."),
        ),
        Figure::GreenSaving => (
            lang.pick("到绿区每年要存", "Saving a year for green"),
            lang.pick(
                "代替已经安排的储蓄，从今年到用钱那年。",
                "In place of what is planned, from this year to its date.",
            ),
        ),
        Figure::Waiting => (lang.pick("推迟到最晚，每年要存", "The same if it waits as long as it may"), ""),
        Figure::Shrunk => (lang.pick("减到最少，每年要存", "The same if it shrinks as far as it may"), ""),
        Figure::Growth => (
            lang.pick("这笔钱里的增长类", "Growth assets in its pot"),
            lang.pick("离用钱越近越少。", "Fewer as the date comes near."),
        ),
        Figure::PriceMoney => (
            lang.pick("对退休的代价", "What it costs retirement"),
            lang.pick(
                "没有它，退休今天就多这些钱。",
                "Without it, retirement would have this much more today.",
            ),
        ),
        Figure::PriceSaving => (
            lang.pick("补回来：每月多存", "Made up for by saving a month"),
            lang.pick("直到退休。", "Until retirement."),
        ),
        Figure::PriceWork => (lang.pick("或多工作", "Or by working longer"), ""),
    }
}

/// A figure of a goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "`figure` says what each is")]
pub enum Figure {
    Success,
    BadMarket,
    Median,
    Need,
    Have,
    SavingMonth,
    GreenSaving,
    Waiting,
    Shrunk,
    Growth,
    PriceMoney,
    PriceSaving,
    PriceWork,
}

/// The heading over where the money is.
#[must_use]
pub const fn purse(lang: Lang) -> &'static str {
    lang.pick("钱在哪里", "Where the money is")
}

/// Where the money is, in a sentence.
#[must_use]
pub fn purse_sentence(lang: Lang, all: &str, retirement: &str) -> String {
    match lang {
        Lang::Zh => format!("金融资产共 {all}，其中 {retirement}留给退休。"),
        Lang::En => format!("Of {all} in financial assets, {retirement} is left for retirement."),
    }
}

/// The parts of the money: reserve, goals, retirement, all.
#[must_use]
pub const fn purse_parts(lang: Lang) -> [&'static str; 4] {
    match lang {
        Lang::Zh => ["单独的储备", "各目标已备", "留给退休", "合计"],
        Lang::En => ["Reserve kept apart", "Set aside for goals", "Left for retirement", "Together"],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_answer_says_how_many_goals_are_on_course() {
        assert_eq!(answer(Lang::Zh, 4, 2), "4 个目标里，2 个在正轨上。");
        assert_eq!(answer(Lang::En, 4, 2), "2 of your 4 goals are on course.");
        assert_eq!(answer(Lang::En, 3, 3), "All 3 goals are on course.");
        assert_eq!(answer(Lang::En, 1, 0), "Your one goal is not on course yet.");
        assert_eq!(answer(Lang::En, 0, 0), "No goal beside retirement has been set yet.");
    }

    #[test]
    fn months_are_whole_and_never_none() {
        assert_eq!(months(Lang::En, 0.2), "less than a month");
        assert_eq!(months(Lang::En, 1.2), "1 month");
        assert_eq!(months(Lang::Zh, 13.6), "14 个月");
    }
}
