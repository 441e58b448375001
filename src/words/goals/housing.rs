//! A home's loan within its limits, and whether to prepay.

use planner::firm::Region;

use super::Lang;

/// Which limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// What the home takes of income.
    Home,
    /// What all debts take of income.
    Debts,
    /// The down payment.
    Down,
}

/// A limit by its name.
#[must_use]
pub const fn bound(lang: Lang, region: Region, bound: Bound) -> &'static str {
    match (bound, region) {
        (Bound::Home, Region::China) => lang.pick("月供占收入", "Payment as a share of income"),
        (Bound::Home, Region::Canada) => {
            lang.pick("住房支出占收入（GDS）", "Home as a share of income (GDS)")
        }
        (Bound::Debts, Region::China) => lang.pick("全部债务占收入", "All debts as a share of income"),
        (Bound::Debts, Region::Canada) => {
            lang.pick("全部债务占收入（TDS）", "All debts as a share of income (TDS)")
        }
        (Bound::Down, _) => lang.pick("首付比例", "Down payment"),
    }
}

/// The border of a limit.
#[must_use]
pub fn border(lang: Lang, bound: Bound, limit: &str) -> String {
    match (lang, bound) {
        (Lang::Zh, Bound::Down) => format!("至少 {limit}"),
        (Lang::Zh, _) => format!("至多 {limit}"),
        (Lang::En, Bound::Down) => format!("at least {limit}"),
        (Lang::En, _) => format!("at most {limit}"),
    }
}

/// The loan in a sentence.
#[must_use]
pub fn loan(lang: Lang, principal: &str, years: u32, payment: &str) -> String {
    match lang {
        Lang::Zh => format!("要借 {principal}，还 {years} 年，第一个月还 {payment}。"),
        Lang::En => {
            format!("{principal} is borrowed for {years} years; the first payment is {payment} a month.")
        }
    }
}

/// The dearest home within the limits of income.
#[must_use]
pub fn price_most(lang: Lang, price: &str) -> String {
    match lang {
        Lang::Zh => format!("按收入的限额和这个首付比例，房价最多 {price}。"),
        Lang::En => {
            format!("Within the limits of income, and with this down payment, a home may cost up to {price}.")
        }
    }
}

/// The rate at which the limits are tested.
#[must_use]
pub fn tested(lang: Lang, rate: &str) -> String {
    match lang {
        Lang::Zh => format!("限额按 {rate} 的利率测算；收入按税后计，比银行按税前算更严。"),
        Lang::En => {
            format!("Tested at {rate} interest, on income after tax, which is stricter than before tax.")
        }
    }
}

/// How the rate a month follows from the quoted one.
#[must_use]
pub const fn compounding(lang: Lang, region: Region) -> &'static str {
    match region {
        Region::China => {
            lang.pick("月利率是年利率的十二分之一。", "The monthly rate is a twelfth of the yearly one.")
        }
        Region::Canada => lang.pick(
            "按加拿大的规定，年利率每半年复利一次再折算成月利率。",
            "As the law of Canada has it, the quoted rate is compounded twice a year.",
        ),
    }
}

/// Both ways to repay.
#[must_use]
pub const fn both_ways(lang: Lang) -> &'static str {
    lang.pick("两种还款方式", "Both ways to repay")
}

/// Columns of the table of both ways.
#[must_use]
pub const fn columns(lang: Lang) -> [&'static str; 4] {
    match lang {
        Lang::Zh => ["方式", "第一个月", "最后一个月", "利息合计"],
        Lang::En => ["Way", "First month", "Last month", "All interest"],
    }
}

/// What loans take of income now.
#[must_use]
pub const fn now(lang: Lang) -> &'static str {
    lang.pick("现在", "Now")
}

/// What they take with the home, tested.
#[must_use]
pub const fn with_home(lang: Lang) -> &'static str {
    lang.pick("买房那年", "With the home")
}

/// The limit of all debts.
#[must_use]
pub fn of_income(lang: Lang, limit: &str) -> String {
    match lang {
        Lang::Zh => format!("还款占收入，至多 {limit}"),
        Lang::En => format!("Payments as a share of income, at most {limit}"),
    }
}

/// No loan.
#[must_use]
pub const fn no_loans(lang: Lang) -> &'static str {
    lang.pick("没有贷款。", "There are no loans.")
}

/// What loans take of this year's income.
#[must_use]
pub fn share_now(lang: Lang, share: &str) -> String {
    match lang {
        Lang::Zh => format!("今年的还款占收入 {share}。"),
        Lang::En => format!("This year's payments take {share} of income."),
    }
}

/// Prepay a loan, or invest.
#[must_use]
pub fn prepay(lang: Lang, number: usize, rate: &str, invest: &str, better: &str, prepay: bool) -> String {
    match (lang, prepay) {
        (Lang::Zh, true) => format!(
            "第 {number} 笔贷款：利率 {rate}，投资扣除风险后约值 {invest}。多余的钱先还贷，每年好 {better}。"
        ),
        (Lang::Zh, false) => format!(
            "第 {number} 笔贷款：利率 {rate}，投资扣除风险后约值 {invest}。不急着提前还，投资每年好 {better}。"
        ),
        (Lang::En, true) => format!(
            "Loan {number}: it costs {rate}; investing is worth about {invest} after its risk. Spare money does {better} a year better by prepaying."
        ),
        (Lang::En, false) => format!(
            "Loan {number}: it costs {rate}; investing is worth about {invest} after its risk, {better} a year better than prepaying."
        ),
    }
}

/// The rate follows from balance and payments.
#[must_use]
pub const fn implied(lang: Lang) -> &'static str {
    lang.pick(
        "没有填利率的，按余额和还款推算。",
        "Where no rate was given, it follows from balance and payments.",
    )
}
