//! When an advisor can be met: weekly hours, exceptions, times away, and what is taken.

use std::collections::BTreeSet;
use std::ops::Range;

use jiff::civil::Date;
use sqlx::FromRow;
use wire::{Absence, Availability, DayException, WeekHours};

use super::advisor::{languages_of, list_of};
use crate::db::{Db, Tx};
use crate::error::{ApiError, Fault};
use crate::meetings::slots::{Calendar, GRAIN_MS, Special, Weekly};
use crate::meetings::zones;
use crate::values;
use crate::words::Words;

#[derive(Debug, FromRow)]
struct AdvisorRow {
    time_zone: String,
    capacity: i64,
    languages: String,
    buffer_min: i64,
}

#[derive(Clone, Copy, Debug, FromRow)]
struct HoursRow {
    day: i64,
    from_min: i64,
    until_min: i64,
}

#[derive(Debug, FromRow)]
struct ExceptionRow {
    day: String,
    from_min: i64,
    until_min: i64,
    open: i64,
}

#[derive(Debug, FromRow)]
struct AbsenceRow {
    from_ms: i64,
    until_ms: i64,
    deputy_id: String,
}

/// When an advisor can be met; none where the account is no advisor. Exceptions and times away that are
/// over are left out.
///
/// # Errors
///
/// When the database fails.
pub async fn of(db: &Db, advisor_id: &str, now_ms: i64) -> Result<Option<Availability>, sqlx::Error> {
    let row: Option<AdvisorRow> = db
        .first(
            "select time_zone, capacity, languages, buffer_min from advisor where account_id = $1",
            values![advisor_id],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    let yesterday = zones::zone(&row.time_zone)
        .and_then(|zone| zones::day_at(now_ms, &zone).yesterday().ok())
        .map(|day| day.to_string())
        .unwrap_or_default();
    let hours: Vec<HoursRow> = db
        .all(
            "select day, from_min, until_min from week_hours where advisor_id = $1 order by day, from_min",
            values![advisor_id],
        )
        .await?;
    let exceptions: Vec<ExceptionRow> = db
        .all(
            "select day, from_min, until_min, open
             from day_exception
             where advisor_id = $1 and $2 <= day
             order by day, open, from_min",
            values![advisor_id, yesterday],
        )
        .await?;
    let absences: Vec<AbsenceRow> = db
        .all(
            "select from_ms, until_ms, deputy_id
             from absence
             where advisor_id = $1 and $2 < until_ms
             order by from_ms",
            values![advisor_id, now_ms],
        )
        .await?;
    Ok(Some(Availability {
        time_zone: row.time_zone,
        capacity: u32::try_from(row.capacity).unwrap_or(0),
        languages: languages_of(&row.languages),
        buffer_minutes: minutes(row.buffer_min),
        hours: hours.into_iter().map(week_hours).collect(),
        exceptions: exceptions.into_iter().map(exception).collect(),
        absences: absences.into_iter().map(absence).collect(),
    }))
}

/// Minutes, as sent; they were checked before they were stored.
fn minutes(stored: i64) -> u16 {
    u16::try_from(stored).unwrap_or(0)
}

fn week_hours(row: HoursRow) -> WeekHours {
    let day = u8::try_from(row.day).unwrap_or(0);
    WeekHours { day, from_min: minutes(row.from_min), until_min: minutes(row.until_min) }
}

fn exception(row: ExceptionRow) -> DayException {
    let (from_min, until_min) = (minutes(row.from_min), minutes(row.until_min));
    DayException { day: row.day, from_min, until_min, open: row.open != 0 }
}

fn absence(row: AbsenceRow) -> Absence {
    Absence { from_ms: row.from_ms, until_ms: row.until_ms, deputy_id: row.deputy_id }
}

/// The calendar of an advisor over a window; none where the account is no advisor. What a meeting that
/// is to be moved holds itself counts as free: `except` is its key, empty for none.
///
/// # Errors
///
/// When the database fails.
pub async fn calendar(
    db: &Db,
    advisor_id: &str,
    window: &Range<i64>,
    except: &str,
    now_ms: i64,
) -> Result<Option<Calendar>, sqlx::Error> {
    let Some(availability) = of(db, advisor_id, now_ms).await? else { return Ok(None) };
    let Some(zone) = zones::zone(&availability.time_zone) else { return Ok(None) };
    let buffer_ms = i64::from(availability.buffer_minutes) * crate::clock::MINUTE_MS;
    let taken: Vec<(i64,)> = db
        .all(
            "select grain
             from meeting_grain
             where advisor_id = $1 and $2 <= grain and grain < $3 and meeting_id <> $4",
            values![advisor_id, window.start / GRAIN_MS, (window.end + buffer_ms) / GRAIN_MS + 1, except],
        )
        .await?;
    let range = |from: u16, until: u16| i64::from(from)..i64::from(until);
    let special = |one: &DayException| {
        let minutes = range(one.from_min, one.until_min);
        Some(Special { day: one.day.parse().ok()?, minutes, open: one.open })
    };
    let weekly = |one: &WeekHours| {
        Some(Weekly { day: i8::try_from(one.day).ok()?, minutes: range(one.from_min, one.until_min) })
    };
    Ok(Some(Calendar {
        zone,
        weekly: availability.hours.iter().filter_map(weekly).collect(),
        special: availability.exceptions.iter().filter_map(special).collect(),
        buffer_ms,
        away: availability.absences.iter().map(|absence| absence.from_ms..absence.until_ms).collect(),
        taken: taken.into_iter().map(|(grain,)| grain).collect::<BTreeSet<_>>(),
    }))
}

/// Writes an advisor's availability as a whole.
///
/// # Errors
///
/// When the database fails.
pub async fn save(tx: &mut Tx, advisor_id: &str, new: &Availability) -> Result<(), sqlx::Error> {
    tx.change(
        "update advisor
         set time_zone = $1, capacity = $2, languages = $3, buffer_min = $4
         where account_id = $5",
        values![
            &new.time_zone,
            i64::from(new.capacity),
            list_of(&new.languages),
            i64::from(new.buffer_minutes),
            advisor_id
        ],
    )
    .await?;
    for sql in [
        "delete from week_hours where advisor_id = $1",
        "delete from day_exception where advisor_id = $1",
        "delete from absence where advisor_id = $1",
    ] {
        tx.change(sql, values![advisor_id]).await?;
    }
    for hours in &new.hours {
        tx.change(
            "insert into week_hours (advisor_id, day, from_min, until_min) values ($1, $2, $3, $4)",
            values![advisor_id, i64::from(hours.day), i64::from(hours.from_min), i64::from(hours.until_min)],
        )
        .await?;
    }
    for one in &new.exceptions {
        tx.change(
            "insert into day_exception (advisor_id, day, from_min, until_min, open) values ($1, $2, $3, $4, $5)",
            values![
                advisor_id,
                &one.day,
                i64::from(one.from_min),
                i64::from(one.until_min),
                i64::from(one.open)
            ],
        )
        .await?;
    }
    for absence in &new.absences {
        tx.change(
            "insert into absence (advisor_id, from_ms, until_ms, deputy_id) values ($1, $2, $3, $4)",
            values![advisor_id, absence.from_ms, absence.until_ms, &absence.deputy_id],
        )
        .await?;
    }
    Ok(())
}

/// Most entries of each list.
const MOST: [(&str, usize); 3] = [("hours", 70), ("exceptions", 400), ("absences", 50)];

/// Checks what an advisor sent; `colleagues` are those who may stand in.
///
/// # Errors
///
/// [`ApiError::Faults`] with every field that cannot be taken.
pub fn check(sent: &Availability, colleagues: &[String]) -> Result<(), ApiError> {
    let mut faults = general(sent);
    for (place, hours) in sent.hours.iter().enumerate() {
        let field = format!("hours[{place}]");
        if !(1..=7).contains(&hours.day) {
            faults.push(Fault::range(&format!("{field}.day"), 1.0, 7.0, DAY));
        }
        faults.extend(span(&field, hours.from_min, hours.until_min));
        let same = |other: &WeekHours| {
            other.day == hours.day && other.from_min < hours.until_min && hours.from_min < other.until_min
        };
        if sent.hours.iter().take(place).any(same) {
            faults.push(Fault::new(&field, "overlap", OVERLAP));
        }
    }
    for (place, one) in sent.exceptions.iter().enumerate() {
        let field = format!("exceptions[{place}]");
        if one.day.parse::<Date>().map(|day| day.to_string()).ok().as_ref() != Some(&one.day) {
            faults.push(Fault::new(
                &format!("{field}.day"),
                "shape",
                Words::new("日期格式应为 2026-12-01。", "A day looks like 2026-12-01."),
            ));
        }
        faults.extend(span(&field, one.from_min, one.until_min));
        let same = |other: &DayException| {
            (&other.day, other.open, other.from_min) == (&one.day, one.open, one.from_min)
        };
        if sent.exceptions.iter().take(place).any(same) {
            faults.push(Fault::new(&field, "overlap", OVERLAP));
        }
    }
    for (place, absence) in sent.absences.iter().enumerate() {
        let field = format!("absences[{place}]");
        if absence.until_ms <= absence.from_ms || absence.from_ms < 0 {
            faults.push(Fault::new(&format!("{field}.until_ms"), "order", ORDER));
        }
        let same = |other: &Absence| other.from_ms < absence.until_ms && absence.from_ms < other.until_ms;
        if sent.absences.iter().take(place).any(same) {
            faults.push(Fault::new(&field, "overlap", OVERLAP));
        }
        if !colleagues.contains(&absence.deputy_id) {
            let words = Words::new("请选择一位同事代理。", "Choose a colleague who stands in.");
            faults.push(Fault::new(&format!("{field}.deputy_id"), "unknown", words));
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(ApiError::Faults(faults)) }
}

const DAY: Words = Words::new("星期为 1（周一）至 7（周日）。", "Days go from 1, Monday, to 7, Sunday.");
const ORDER: Words = Words::new("结束时间须晚于开始时间。", "The end has to be after the begin.");
const OVERLAP: Words = Words::new("与另一段时间重叠。", "It overlaps with another one.");

fn general(sent: &Availability) -> Vec<Fault> {
    let mut faults = Vec::new();
    if zones::zone(&sent.time_zone).is_none() {
        faults.push(Fault::new(
            "time_zone",
            "unknown",
            Words::new("没有这个时区。", "There is no such time zone."),
        ));
    }
    if !(1..=10_000).contains(&sent.capacity) {
        let words = Words::new("客户数上限为 1 至 10000。", "Between 1 and 10,000 clients.");
        faults.push(Fault::range("capacity", 1.0, 10_000.0, words));
    }
    if sent.languages.is_empty() {
        faults.push(Fault::new(
            "languages",
            "missing",
            Words::new("请至少选择一种语言。", "Choose one language or more."),
        ));
    }
    if 120 < sent.buffer_minutes || !sent.buffer_minutes.is_multiple_of(15) {
        let words = Words::new(
            "间隔为 0 至 120 分钟，且是 15 的倍数。",
            "Between 0 and 120 minutes, in quarters of an hour.",
        );
        faults.push(Fault::range("buffer_minutes", 0.0, 120.0, words));
    }
    let lengths = [sent.hours.len(), sent.exceptions.len(), sent.absences.len()];
    for ((field, most), length) in MOST.into_iter().zip(lengths) {
        if most < length {
            faults.push(Fault::new(field, "length", Words::new("条目过多。", "There are too many entries.")));
        }
    }
    faults
}

fn span(field: &str, from_min: u16, until_min: u16) -> Option<Fault> {
    let sound = from_min < until_min && until_min <= 1440;
    (!sound).then(|| Fault::new(&format!("{field}.until_min"), "order", ORDER))
}

#[cfg(test)]
mod tests {
    use super::*;
    use wire::Language;

    fn sent() -> Availability {
        Availability {
            time_zone: "Asia/Shanghai".to_owned(),
            capacity: 100,
            languages: vec![Language::Zh],
            buffer_minutes: 15,
            hours: vec![WeekHours { day: 1, from_min: 540, until_min: 720 }],
            exceptions: vec![DayException {
                day: "2026-12-25".to_owned(),
                from_min: 0,
                until_min: 1440,
                open: false,
            }],
            absences: vec![Absence { from_ms: 10, until_ms: 20, deputy_id: "b".to_owned() }],
        }
    }

    #[track_caller]
    fn check_faults(sent: &Availability, expected: &[&str]) {
        let faults = match check(sent, &["b".to_owned()]) {
            Err(ApiError::Faults(faults)) => faults,
            other => panic!("{other:?}"),
        };
        let found: Vec<String> =
            faults.iter().map(|fault| format!("{} {}", fault.field, fault.reason)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn what_holds_together_is_taken() {
        assert!(check(&sent(), &["b".to_owned()]).is_ok());
    }

    #[test]
    fn every_fault_is_named_at_once() {
        let mut sent = sent();
        sent.time_zone = "Mars".to_owned();
        sent.buffer_minutes = 20;
        sent.languages.clear();
        sent.hours.push(WeekHours { day: 1, from_min: 700, until_min: 800 });
        sent.hours.push(WeekHours { day: 8, from_min: 800, until_min: 800 });
        sent.exceptions[0].day = "25.12.2026".to_owned();
        sent.absences[0].deputy_id = "nobody".to_owned();

        check_faults(
            &sent,
            &[
                "time_zone unknown",
                "languages missing",
                "buffer_minutes range",
                "hours[1] overlap",
                "hours[2].day range",
                "hours[2].until_min order",
                "exceptions[0].day shape",
                "absences[0].deputy_id unknown",
            ],
        );
    }
}
