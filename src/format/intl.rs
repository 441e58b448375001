//! The platform's `Intl`. Formatters are costly to make and are kept.
//!
//! Where there is no browser (tests on the host) a plain stand-in groups digits and names dates.

#[cfg(not(target_arch = "wasm32"))]
pub(super) use host::{currency, date, decimal, percent};
#[cfg(target_arch = "wasm32")]
pub(super) use platform::{currency, date, decimal, percent};

#[cfg(target_arch = "wasm32")]
mod platform {
    use std::cell::RefCell;
    use std::collections::BTreeMap;

    use js_sys::Intl::{
        CurrencyDisplay, DateTimeFormat, DateTimeFormatOptions, DayFormat, MonthFormat, NumberFormat,
        NumberFormatOptions, NumberFormatStyle, YearFormat,
    };
    use js_sys::{Array, Date, Function};
    use wasm_bindgen::JsValue;

    use crate::words::Lang;

    /// What a formatter is kept under.
    #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
    enum Kind {
        Currency(&'static str),
        Decimal(u8, u8),
        Percent(u8),
        Month,
        Day,
    }

    thread_local! {
        static KEPT: RefCell<BTreeMap<(&'static str, Kind), Function>> = const { RefCell::new(BTreeMap::new()) };
    }

    pub(in crate::format) fn currency(lang: Lang, code: &'static str, amount: f64) -> String {
        format(lang, Kind::Currency(code), &amount.into())
    }

    pub(in crate::format) fn decimal(lang: Lang, value: f64, least: u8, most: u8) -> String {
        format(lang, Kind::Decimal(least, most), &value.into())
    }

    pub(in crate::format) fn percent(lang: Lang, fraction: f64, digits: u8) -> String {
        format(lang, Kind::Percent(digits), &fraction.into())
    }

    pub(in crate::format) fn date(lang: Lang, year: i32, month: u32, day: Option<u32>) -> String {
        let kind = if day.is_some() { Kind::Day } else { Kind::Month };
        // At noon: no time zone moves it to another day.
        let date = Date::new_with_year_month_day_hr(
            u32::try_from(year).unwrap_or(0),
            i32::try_from(month).unwrap_or(1) - 1,
            i32::try_from(day.unwrap_or(15)).unwrap_or(1),
            12,
        );
        format(lang, kind, &date)
    }

    fn format(lang: Lang, kind: Kind, value: &JsValue) -> String {
        let formatter = KEPT.with_borrow_mut(|kept| {
            kept.entry((lang.tag(), kind)).or_insert_with(|| make(lang, kind)).clone()
        });
        // `format` throws for no number and for no real date.
        formatter.call1(&JsValue::UNDEFINED, value).ok().and_then(|text| text.as_string()).unwrap_or_default()
    }

    fn make(lang: Lang, kind: Kind) -> Function {
        let locales = Array::of1(&lang.tag().into());
        let options = NumberFormatOptions::new();
        let (least, most) = match kind {
            Kind::Currency(code) => {
                options.set_style(NumberFormatStyle::Currency);
                options.set_currency(code);
                options.set_currency_display(CurrencyDisplay::NarrowSymbol);
                (0, 0)
            }
            Kind::Decimal(least, most) => (least, most),
            Kind::Percent(digits) => {
                options.set_style(NumberFormatStyle::Percent);
                (digits, digits)
            }
            Kind::Month | Kind::Day => {
                let options = DateTimeFormatOptions::new();
                options.set_year(YearFormat::Numeric);
                options.set_month(MonthFormat::Long);
                if kind == Kind::Day {
                    options.set_day(DayFormat::Numeric);
                }
                return DateTimeFormat::new(&locales, &options).format();
            }
        };
        options.set_minimum_fraction_digits(least);
        options.set_maximum_fraction_digits(most);
        NumberFormat::new(&locales, &options).format()
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod host {
    use crate::words::Lang;

    pub(in crate::format) fn currency(lang: Lang, code: &str, amount: f64) -> String {
        let symbol = if code == "CNY" { "¥" } else { "$" };
        let sign = if amount < 0.0 { "-" } else { "" };
        format!("{sign}{symbol}{}", decimal(lang, amount.abs(), 0, 0))
    }

    pub(in crate::format) fn decimal(_: Lang, value: f64, least: u8, most: u8) -> String {
        let text = format!("{:.*}", usize::from(most), value.abs());
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
        let mut kept = fraction;
        while kept.len() > usize::from(least) && kept.ends_with('0') {
            kept = kept.strip_suffix('0').unwrap_or(kept);
        }
        let mut grouped = String::new();
        for (idx, digit) in whole.chars().enumerate() {
            if idx > 0 && (whole.len() - idx).is_multiple_of(3) {
                grouped.push(',');
            }
            grouped.push(digit);
        }
        let sign = if value < 0.0 { "-" } else { "" };
        let point = if kept.is_empty() { "" } else { "." };
        format!("{sign}{grouped}{point}{kept}")
    }

    pub(in crate::format) fn percent(lang: Lang, fraction: f64, digits: u8) -> String {
        format!("{}%", decimal(lang, fraction * 100.0, digits, digits))
    }

    pub(in crate::format) fn date(_: Lang, year: i32, month: u32, day: Option<u32>) -> String {
        day.map_or_else(|| format!("{year:04}-{month:02}"), |day| format!("{year:04}-{month:02}-{day:02}"))
    }
}
