//! Amounts as people type them, and read back in words.

use std::fmt::Write as _;

use super::mask;
use crate::words::Lang;

/// Reads an amount of money as people type it; none for anything else.
///
/// Understands separators (`1,234,567`, also full-width, also by four digits), the units 千 万 亿 and
/// k m, several of them in falling order (`1亿2000万`), full-width digits, and a currency before
/// or behind. Negative amounts are none.
#[must_use]
pub fn parse_amount(text: &str) -> Option<f64> {
    let plain: String =
        text.chars().map(ascii).filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect();
    let bare = strip_currency(&plain);
    let mut rest = bare;
    let mut sum = 0.0;
    let mut last_unit = f64::INFINITY;
    while !rest.is_empty() {
        let digits = rest.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',').unwrap_or(rest.len());
        let (figure, after) = rest.split_at(digits);
        let (unit, after) = take_unit(after);
        let value = number(figure)?;
        // 1万5 may mean 15,000 or 10,005: what follows a unit has to fill the place below it.
        if unit >= last_unit || last_unit.is_finite() && value * unit < last_unit / 10.0 {
            return None;
        }
        sum += value * unit;
        last_unit = unit;
        if after.len() == rest.len() {
            return None;
        }
        rest = after;
    }
    (!bare.is_empty() && sum.is_finite()).then_some(sum)
}

/// An amount in words, to be read back while it is typed: 二百万, 2 million.
///
/// Amounts below zero or without end are read as nothing, and so is every amount while they are
/// hidden.
#[must_use]
pub fn amount_in_words(lang: Lang, amount: f64) -> String {
    if mask::on() || !(0.0..1e16).contains(&amount) {
        return String::new();
    }
    let hundredths = (amount * 100.0).round();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 1e18")]
    let (whole, fraction) = ((hundredths / 100.0) as u64, (hundredths % 100.0) as u64);
    match lang {
        Lang::Zh => chinese(whole, fraction),
        Lang::En => english(whole, fraction),
    }
}

fn ascii(c: char) -> char {
    match c {
        // The full-width forms lie at a fixed distance from ASCII.
        '！'..='～' => u32::from(c).checked_sub(0xFEE0).and_then(char::from_u32).unwrap_or(c),
        '￥' => '¥',
        '。' => '.',
        '、' => ',',
        other => other,
    }
}

fn strip_currency(text: &str) -> &str {
    let mut text = text;
    for sign in ["rmb", "cny", "cad", "c$", "cn¥", "¥", "$"] {
        text = text.strip_prefix(sign).unwrap_or(text);
    }
    for unit in ["rmb", "cny", "cad", "人民币", "加元", "块钱", "元", "块"] {
        text = text.strip_suffix(unit).unwrap_or(text);
    }
    text
}

/// The unit at the start of a text, such as 万 or 千万, and what follows; one where there is none.
fn take_unit(text: &str) -> (f64, &str) {
    let mut unit = 1.0;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        unit *= match c {
            '十' => 10.0,
            '百' => 100.0,
            '千' | 'k' => 1e3,
            '万' | 'w' => 1e4,
            'm' => 1e6,
            '亿' => 1e8,
            _ => break,
        };
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
    }
    (unit, rest)
}

/// Digits with separators at equal distances, and at most one point.
fn number(text: &str) -> Option<f64> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    if !fraction.chars().all(|c| c.is_ascii_digit()) || whole.is_empty() {
        return None;
    }
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let sizes: Vec<_> = groups.map(str::len).collect();
    let even = |size: usize| first.len() <= size && sizes.iter().all(|other| *other == size);
    let sound = !first.is_empty() && (sizes.is_empty() || even(3) || even(4));
    if sound { format!("{}.{fraction}0", whole.replace(',', "")).parse().ok() } else { None }
}

fn chinese(whole: u64, fraction: u64) -> String {
    const DIGITS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit =
        |value: u64| usize::try_from(value).ok().and_then(|idx| DIGITS.get(idx)).copied().unwrap_or("");
    let mut text = String::new();
    let mut gap = false;
    for (unit, name) in [(1_000_000_000_000, "万亿"), (100_000_000, "亿"), (10_000, "万"), (1, "")] {
        let group = whole / unit % 10_000;
        if group == 0 {
            gap = !text.is_empty();
            continue;
        }
        // A place left empty on the way is read as one zero.
        gap |= !text.is_empty() && group < 1_000;
        for (place, sign) in [(1_000, "千"), (100, "百"), (10, "十"), (1, "")] {
            let value = group / place % 10;
            if value == 0 {
                gap |= group > place;
                continue;
            }
            if gap && !text.is_empty() {
                text.push('零');
            }
            gap = false;
            // 十二, not 一十二, at the very start.
            if !(text.is_empty() && place == 10 && value == 1) {
                text.push_str(digit(value));
            }
            text.push_str(sign);
        }
        gap = false;
        text.push_str(name);
    }
    if text.is_empty() {
        text.push('零');
    }
    if fraction > 0 {
        text.push('点');
        text.push_str(digit(fraction / 10));
        if !fraction.is_multiple_of(10) {
            text.push_str(digit(fraction % 10));
        }
    }
    text
}

fn english(whole: u64, fraction: u64) -> String {
    let mut parts = Vec::new();
    for (unit, name) in [(1_000_000_000, "billion"), (1_000_000, "million"), (1_000, "thousand")] {
        let group = if unit == 1_000_000_000 { whole / unit } else { whole / unit % 1_000 };
        if group > 0 {
            parts.push(format!("{group} {name}"));
        }
    }
    let mut last = (whole % 1_000).to_string();
    if fraction > 0 {
        // Writing to a string cannot fail.
        write!(last, ".{fraction:02}").unwrap_or_default();
    }
    if parts.is_empty() || last != "0" {
        parts.push(last);
    }
    parts.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, amount: impl Into<Option<f64>>) {
        assert_eq!(parse_amount(text), amount.into(), "{text}");
    }

    #[test]
    fn amounts_are_read_as_people_type_them() {
        check("2000000", 2e6);
        check("2,000,000", 2e6);
        check("200,0000", 2e6);
        check(" 2 000 000 ", 2e6);
        check("200万", 2e6);
        check("２００万元", 2e6);
        check("￥２，０００，０００．５０", 2_000_000.5);
        check("3.5千", 3500.0);
        check("1.2亿", 1.2e8);
        check("5千万", 5e7);
        check("1亿2000万", 1.2e8);
        check("$2M", 2e6);
        check("350k", 3.5e5);
        check("8000块", 8000.0);
        check("60w", 6e5);
        check("0", 0.0);
    }

    #[test]
    fn anything_else_is_no_amount() {
        for text in [
            "",
            "万",
            "¥",
            "abc",
            "-5",
            "1e5",
            "1.2.3",
            "1,23",
            "1,234,56",
            "万5",
            "12万万元x",
            "5万6亿",
            "NaN",
            "inf",
            "1万5",
            ",5",
        ] {
            check(text, None);
        }
    }

    #[test]
    fn an_amount_beyond_all_numbers_is_none() {
        check(&"9".repeat(400), None);
    }

    #[track_caller]
    fn check_words(amount: f64, zh: &str, en: &str) {
        assert_eq!(amount_in_words(Lang::Zh, amount), zh);
        assert_eq!(amount_in_words(Lang::En, amount), en);
    }

    #[test]
    fn amounts_are_read_back_in_words() {
        check_words(0.0, "零", "0");
        check_words(12.0, "十二", "12");
        check_words(2_000_000.0, "二百万", "2 million");
        check_words(54_049.0, "五万四千零四十九", "54 thousand 49");
        check_words(100_000_001.0, "一亿零一", "100 million 1");
        check_words(120_050_000.0, "一亿二千零五万", "120 million 50 thousand");
        check_words(1_010.5, "一千零一十点五", "1 thousand 10.50");
        check_words(200_300.0, "二十万零三百", "200 thousand 300");
    }

    #[test]
    fn what_cannot_be_said_is_nothing() {
        check_words(-1.0, "", "");
        check_words(f64::NAN, "", "");
        check_words(f64::INFINITY, "", "");
    }
}
