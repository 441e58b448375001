//! The household's years: what comes in and what goes out.

use super::Lang;

/// The heading.
#[must_use]
pub const fn title(lang: Lang) -> &'static str {
    lang.pick("家里每一年的收支", "The household, year by year")
}

/// What the years look like, in a sentence: the first year before retirement that is not covered.
#[must_use]
pub fn sentence(lang: Lang, uncovered: Option<(i32, &str)>) -> String {
    match (lang, uncovered) {
        (Lang::Zh, None) => "退休以前，每一年的收入都够付开支、贷款、赡养、目标和储蓄。".to_owned(),
        (Lang::En, None) => {
            "In every year before retirement income pays for spending, loans, parents, goals and saving."
                .to_owned()
        }
        (Lang::Zh, Some((year, amount))) => format!("{year} 年的收入不够，差 {amount}。"),
        (Lang::En, Some((year, amount))) => format!("In {year} income is not enough: {amount} is missing."),
    }
}

/// What the picture is made of, and how to walk it.
#[must_use]
pub const fn hint(lang: Lang) -> &'static str {
    lang.pick(
        "线是收入。深色是日常开支、贷款和赡养，浅色是目标和退休储蓄。线以上的部分要从积蓄里出。在图上拖动，或用左右方向键逐年查看。",
        "The line is income. Dark: daily spending, loans and parents; light: goals and saving for retirement. What lies above the line is drawn from savings. Drag across, or use the arrow keys, to read a year.",
    )
}

/// The reading of a year.
#[must_use]
pub fn reading(lang: Lang, year: i32, income: &str, out: &str, left: &str, drawn: bool) -> String {
    match (lang, drawn) {
        (Lang::Zh, false) => format!("{year} 年：收入 {income}，支出和储蓄 {out}，余 {left}。"),
        (Lang::Zh, true) => format!("{year} 年：收入 {income}，支出和储蓄 {out}，从积蓄里出 {left}。"),
        (Lang::En, false) => format!("{year}: {income} comes in, {out} is spent or saved, {left} is left."),
        (Lang::En, true) => format!("{year}: {income} comes in, {out} is spent or saved, {left} is drawn."),
    }
}

/// The line of income in the picture.
#[must_use]
pub const fn income(lang: Lang) -> &'static str {
    lang.pick("收入", "income")
}

/// The line of retirement in the picture.
#[must_use]
pub const fn retire(lang: Lang) -> &'static str {
    lang.pick("退休", "retire")
}

/// Columns of the table.
#[must_use]
pub const fn columns(lang: Lang) -> [&'static str; 8] {
    match lang {
        Lang::Zh => ["年份", "收入", "日常开支", "贷款", "赡养父母", "目标", "退休储蓄", "结余"],
        Lang::En => {
            ["Year", "Income", "Spending", "Loans", "Parents", "Goals", "Saved for retirement", "Left"]
        }
    }
}
