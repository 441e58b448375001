//! The questions that the portal asks itself, and the way through all of them.

use planner::answers::Who;

use super::Lang;
use crate::state::steps::{Section, Step};

/// How far along, in words.
#[must_use]
pub fn progress(lang: Lang, number: usize, of: usize, minutes: u32) -> String {
    match lang {
        Lang::Zh => format!("第 {number} / {of} 题，约 {minutes} 分钟"),
        Lang::En => format!("Question {number} of {of}, about {minutes} min left"),
    }
}

/// How far along on a screen with several questions.
#[must_use]
pub fn progress_group(lang: Lang, first: usize, last: usize, of: usize, minutes: u32) -> String {
    match lang {
        Lang::Zh => format!("第 {first}–{last} / {of} 题，约 {minutes} 分钟"),
        Lang::En => format!("Questions {first} to {last} of {of}, about {minutes} min left"),
    }
}

/// The name of a stretch.
#[must_use]
pub const fn section(lang: Lang, section: Section) -> &'static str {
    match section {
        Section::Aims => lang.pick("心愿和担忧", "Aims and worries"),
        Section::Household => lang.pick("您和家人", "You and yours"),
        Section::Money => lang.pick("收支和积蓄", "Money"),
        Section::Risk => lang.pick("对待风险", "Risk"),
        Section::More => lang.pick("给顾问的话", "For your advisor"),
        Section::Review => lang.pick("核对", "Review"),
    }
}

/// The question of a step; the firm's own questions have theirs in its data.
#[must_use]
pub const fn title(lang: Lang, step: &Step) -> &'static str {
    match step {
        Step::Region => lang.pick("您打算在哪里退休？", "Where will you retire?"),
        Step::You => lang.pick("您是哪年哪月出生的？", "When were you born?"),
        Step::Couple => {
            lang.pick("这份方案是一个人的，还是两个人的？", "Is this plan for one adult or for two?")
        }
        Step::Work(Who::You) => lang.pick("您还在工作吗？", "Are you still working?"),
        Step::Work(Who::Partner) => lang.pick("另一位还在工作吗？", "Is your partner still working?"),
        Step::Retire(Who::You) => lang.pick("您希望几岁退休？", "At what age do you wish to retire?"),
        Step::Retire(Who::Partner) => {
            lang.pick("另一位希望几岁退休？", "At what age does your partner wish to retire?")
        }
        Step::Spending => lang.pick("全家每月花多少？", "What does the household spend a month?"),
        Step::Saving => lang.pick("全家每年能存下多少？", "How much does the household save a year?"),
        Step::Holdings => {
            lang.pick("全家现在有多少金融资产？", "What financial assets does the household have?")
        }
        Step::Debts => lang.pick("有没有还没还清的贷款？", "Are there loans to be paid off?"),
        Step::Pension(Who::You) => lang.pick("您的养老金", "Your pension"),
        Step::Pension(Who::Partner) => lang.pick("另一位的养老金", "Your partner's pension"),
        Step::Projects => lang.pick("今后有没有一笔大的开支？", "Is there a large expense to come?"),
        Step::Review => lang.pick("看看还差什么", "What is still missing"),
        Step::Goal(_) | Step::Risk(_) => "",
    }
}

/// Why a step is asked; the firm's own questions have theirs in its data.
#[must_use]
pub const fn why(lang: Lang, step: &Step) -> &'static str {
    match step {
        Step::Region => lang.pick(
            "它决定货币、养老金制度，以及用哪一套市场假设。",
            "It decides the currency, the pension rules and the market assumptions.",
        ),
        Step::You => lang.pick(
            "年龄和性别决定方案要算多少年，以及养老金从何时领。",
            "Age and sex decide how many years the plan must last and when pensions begin.",
        ),
        Step::Couple => lang.pick(
            "两个人一起生活，收入、开支和年限要放在一起算。",
            "Two who live together share income, spending and the length of the plan.",
        ),
        Step::Work(_) => lang.pick(
            "今后的收入，是退休准备的一部分。",
            "The income still to come is part of what pays for retirement.",
        ),
        Step::Retire(_) => lang.pick(
            "晚一年退休，多存一年，也少花一年，对结果影响很大。",
            "A later year adds saving and takes away spending: it changes the result a good deal.",
        ),
        Step::Spending => lang.pick(
            "退休需要多少，取决于您想怎样生活。必不可少的部分决定底线。",
            "What retirement needs depends on how you wish to live. The essential part sets the floor.",
        ),
        Step::Saving => lang.pick(
            "每年存下的钱，决定离绿区还有多远。",
            "What you put aside each year decides how far it is to green.",
        ),
        Step::Holdings => lang.pick(
            "这是方案的起点。按类别填写后，可以和建议的配置对照。",
            "The plan starts here. Sorted by kind, it can be compared with the suggested mix.",
        ),
        Step::Debts => lang.pick(
            "退休后还要还的贷款，会占用退休的钱。",
            "Payments that run into retirement take from its money.",
        ),
        Step::Pension(_) => lang.pick(
            "养老金够付一部分开支，剩下的才要靠积蓄。",
            "Pensions pay a part of your spending; savings have to pay the rest.",
        ),
        Step::Projects => lang.pick(
            "退休前要花的大钱会先留出来，不会算两次。",
            "Large amounts before retirement are set aside first, and never counted twice.",
        ),
        Step::Goal(_) | Step::Risk(_) | Step::Review => "",
    }
}

/// Opens the reason.
#[must_use]
pub const fn why_title(lang: Lang) -> &'static str {
    lang.pick("为什么问这个", "Why we ask")
}

/// Goes on.
#[must_use]
pub const fn next(lang: Lang) -> &'static str {
    lang.pick("继续", "Go on")
}

/// Goes back; nothing is lost.
#[must_use]
pub const fn back(lang: Lang) -> &'static str {
    lang.pick("上一题", "Back")
}

/// Goes on without an answer that may be left out.
#[must_use]
pub const fn skip(lang: Lang) -> &'static str {
    lang.pick("跳过", "Skip")
}

/// Goes on without an answer that will be needed.
#[must_use]
pub const fn later(lang: Lang) -> &'static str {
    lang.pick("以后再答", "Answer later")
}

/// Says what the keyboard does.
#[must_use]
pub const fn keys(lang: Lang) -> &'static str {
    lang.pick("按数字键选择，按回车继续", "Number keys choose, Enter goes on")
}

/// How many of three are chosen.
#[must_use]
pub fn top_three(lang: Lang, chosen: usize) -> String {
    match (lang, chosen) {
        (Lang::Zh, 0) => "最多选三项，先选最重要的。".to_owned(),
        (Lang::Zh, 1 | 2) => format!("已选 {chosen} 项，最多三项。"),
        (Lang::Zh, _) => "已选三项。要换的话，先取消一项。".to_owned(),
        (Lang::En, 0) => "Up to three, the most important first.".to_owned(),
        (Lang::En, 1 | 2) => format!("{chosen} of at most three chosen."),
        (Lang::En, _) => "Three chosen. To change, clear one first.".to_owned(),
    }
}

/// One adult, or two.
#[must_use]
pub const fn couple(lang: Lang, couple: bool) -> &'static str {
    if couple { lang.pick("两个人", "For two") } else { lang.pick("一个人", "For one") }
}

/// The heading over the other adult's questions.
#[must_use]
pub const fn partner(lang: Lang) -> &'static str {
    lang.pick("另一位", "Your partner")
}

/// Working, or retired.
#[must_use]
pub const fn retired(lang: Lang, retired: bool) -> &'static str {
    if retired { lang.pick("已经退休", "Retired") } else { lang.pick("还在工作", "Working") }
}

/// No month chosen yet.
#[must_use]
pub const fn no_month(lang: Lang) -> &'static str {
    lang.pick("请选择", "Choose")
}

/// The name of a month, 1 to 12.
#[must_use]
pub fn month(lang: Lang, month: usize) -> String {
    const EN: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    match lang {
        Lang::Zh => format!("{month} 月"),
        Lang::En => month.checked_sub(1).and_then(|idx| EN.get(idx)).copied().unwrap_or_default().to_owned(),
    }
}

/// Folds out what few people need.
#[must_use]
pub const fn more(lang: Lang) -> &'static str {
    lang.pick("更多，可不填", "More, optional")
}

/// Folds out the asset classes.
#[must_use]
pub const fn sort(lang: Lang) -> &'static str {
    lang.pick("按类别填写，配置建议会更具体", "Sort it by kind for a more exact comparison")
}

/// The box for one total.
#[must_use]
pub const fn total_box(lang: Lang) -> &'static str {
    lang.pick("金融资产总额", "Total of financial assets")
}

/// What the total is.
#[must_use]
pub const fn total_hint(lang: Lang) -> &'static str {
    lang.pick(
        "存款、理财、基金、股票、债券。不含自住房和养老金账户。没有就填 0。",
        "Deposits, funds, shares, bonds. Your home and state pension are left out. Write 0 if none.",
    )
}

/// The box for what is in no class, once others are filled in.
#[must_use]
pub const fn rest_box(lang: Lang) -> &'static str {
    lang.pick("其余，不确定属于哪类", "The rest, of no clear kind")
}

/// The sum of all boxes.
#[must_use]
pub fn running_total(lang: Lang, amount: &str) -> String {
    match lang {
        Lang::Zh => format!("合计 {amount}"),
        Lang::En => format!("Together {amount}"),
    }
}

/// No loans.
#[must_use]
pub const fn no_debts(lang: Lang) -> &'static str {
    lang.pick("没有贷款，直接继续。", "If there are none, simply go on.")
}

/// Adds a loan.
#[must_use]
pub const fn add_debt(lang: Lang) -> &'static str {
    lang.pick("添加一笔贷款", "Add a loan")
}

/// The heading of a loan.
#[must_use]
pub fn debt(lang: Lang, number: usize) -> String {
    match lang {
        Lang::Zh => format!("第 {number} 笔贷款"),
        Lang::En => format!("Loan {number}"),
    }
}

/// No large amounts.
#[must_use]
pub const fn no_projects(lang: Lang) -> &'static str {
    lang.pick(
        "例如孩子上大学、买房换房。没有就直接继续。",
        "A child's university, a home. If there is nothing, simply go on.",
    )
}

/// Adds a large amount.
#[must_use]
pub const fn add_project(lang: Lang) -> &'static str {
    lang.pick("添加一笔开支", "Add an expense")
}

/// The heading of a large amount.
#[must_use]
pub fn project(lang: Lang, number: usize) -> String {
    match lang {
        Lang::Zh => format!("第 {number} 笔开支"),
        Lang::En => format!("Expense {number}"),
    }
}

/// Takes a row away.
#[must_use]
pub const fn remove(lang: Lang) -> &'static str {
    lang.pick("删去", "Remove")
}

/// Names the steppers: less, more.
#[must_use]
pub fn steppers(lang: Lang, label: &str) -> (String, String) {
    match lang {
        Lang::Zh => (format!("{label}：减少"), format!("{label}：增加")),
        Lang::En => (format!("Less: {label}"), format!("More: {label}")),
    }
}

/// What stands in the boxes of the pension of somebody who knows nothing about it.
#[must_use]
pub const fn pension_note(lang: Lang) -> &'static str {
    lang.pick(
        "不知道每月能领多少，就留空，我们按缴费年数估算。",
        "If you do not know the amount, leave it empty: it is estimated from the years.",
    )
}

/// Everything has an answer.
#[must_use]
pub const fn complete(lang: Lang) -> &'static str {
    lang.pick("都齐了", "Everything is there")
}

/// What comes next once everything has an answer.
#[must_use]
pub const fn complete_way_on(lang: Lang) -> &'static str {
    lang.pick(
        "您的方案已经在这台设备上算好。任何回答以后都可以改。",
        "Your plan has been worked out on this device. Any answer can be changed later.",
    )
}

/// Opens the list of every question.
#[must_use]
pub const fn all_questions(lang: Lang) -> &'static str {
    lang.pick("所有问题，点一下就能修改", "Every question: choose one to change it")
}

/// The way to the plan.
#[must_use]
pub const fn to_plan(lang: Lang) -> &'static str {
    lang.pick("看我的方案", "See my plan")
}

/// How many answers are missing or absurd.
#[must_use]
pub fn missing(lang: Lang, steps: usize) -> String {
    match (lang, steps) {
        (Lang::Zh, _) => format!("还有 {steps} 题需要回答或修改"),
        (Lang::En, 1) => "One question still needs an answer or a correction".to_owned(),
        (Lang::En, _) => format!("{steps} questions still need an answer or a correction"),
    }
}

/// Leads to a question.
#[must_use]
pub const fn answer(lang: Lang) -> &'static str {
    lang.pick("去回答", "Answer")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_question_of_our_own_has_words_in_both_languages() {
        use Who::{Partner, You};
        let steps = [
            Step::Region,
            Step::You,
            Step::Couple,
            Step::Work(You),
            Step::Work(Partner),
            Step::Retire(You),
            Step::Retire(Partner),
            Step::Spending,
            Step::Saving,
            Step::Holdings,
            Step::Debts,
            Step::Pension(You),
            Step::Pension(Partner),
            Step::Projects,
        ];
        for step in steps {
            for lang in Lang::ALL {
                assert!(!title(lang, &step).is_empty(), "{step:?}");
                assert!(!why(lang, &step).is_empty(), "{step:?}");
            }
            assert_ne!(title(Lang::Zh, &step), title(Lang::En, &step));
        }
    }
}
