use super::*;
use crate::clock::{DAY_MS, HOUR_MS};

const RASTER: Raster = Raster { length_ms: 45 * MINUTE_MS, step_ms: 30 * MINUTE_MS };

/// Every day from nine to eleven.
fn calendar(zone: &str) -> Calendar {
    Calendar {
        zone: zones::zone(zone).unwrap(),
        weekly: (1..=7).map(|day| Weekly { day, minutes: 540..660 }).collect(),
        special: Vec::new(),
        buffer_ms: 15 * MINUTE_MS,
        away: Vec::new(),
        taken: BTreeSet::new(),
    }
}

fn ms(text: &str) -> i64 {
    text.parse::<jiff::Timestamp>().unwrap().as_millisecond()
}

/// The slots of a window on the clock of a zone, as `MM-DD HH:MM`.
fn shown(calendar: &Calendar, window: &Range<i64>, zone: &str) -> Vec<String> {
    let zone = zones::zone(zone).unwrap();
    let show = |start| zone.to_datetime(zones::moment(start)).strftime("%m-%d %H:%M").to_string();
    calendar.free(window, RASTER).into_iter().map(show).collect()
}

#[track_caller]
fn check(calendar: &Calendar, window: &Range<i64>, zone: &str, expected: &[&str]) {
    assert_eq!(shown(calendar, window, zone), expected);
}

#[test]
fn slots_lie_within_the_hours_of_the_day() {
    let window = ms("2026-11-30T16:00:00Z")..ms("2026-12-01T16:00:00Z");
    check(
        &calendar("Asia/Shanghai"),
        &window,
        "Asia/Shanghai",
        &["12-01 09:00", "12-01 09:30", "12-01 10:00"],
    );
}

#[test]
fn a_client_elsewhere_sees_the_same_slots_on_their_own_clock() {
    let window = ms("2026-11-30T16:00:00Z")..ms("2026-12-01T16:00:00Z");
    check(
        &calendar("Asia/Shanghai"),
        &window,
        "America/Toronto",
        &["11-30 20:00", "11-30 20:30", "11-30 21:00"],
    );
}

#[test]
fn nine_stays_nine_when_clocks_go_forward() {
    // Toronto changes on 2027-03-14: nine is 14:00 UTC before it and 13:00 after it.
    let calendar = calendar("America/Toronto");
    let window = ms("2027-03-13T00:00:00Z")..ms("2027-03-15T00:00:00Z");

    let starts = calendar.free(&window, RASTER);

    assert!(starts.contains(&ms("2027-03-13T14:00:00Z")) && starts.contains(&ms("2027-03-14T13:00:00Z")));
    check(
        &calendar,
        &window,
        "America/Toronto",
        &["03-13 09:00", "03-13 09:30", "03-13 10:00", "03-14 09:00", "03-14 09:30", "03-14 10:00"],
    );
}

#[test]
fn nine_stays_nine_when_clocks_go_back() {
    // Toronto changes on 2026-11-01.
    let calendar = calendar("America/Toronto");
    let window = ms("2026-10-31T00:00:00Z")..ms("2026-11-02T00:00:00Z");

    let starts = calendar.free(&window, RASTER);

    assert!(starts.contains(&ms("2026-10-31T13:00:00Z")) && starts.contains(&ms("2026-11-01T14:00:00Z")));
}

#[test]
fn a_client_whose_clocks_change_sees_the_slots_move() {
    // Shanghai keeps its clocks; Toronto goes back on 2026-11-01.
    let calendar = calendar("Asia/Shanghai");
    let window = ms("2026-10-31T00:00:00Z")..ms("2026-11-03T00:00:00Z");

    let shown = shown(&calendar, &window, "America/Toronto");

    assert_eq!(shown.first().map(String::as_str), Some("10-30 21:00"));
    assert!(shown.contains(&"11-01 20:00".to_owned()), "{shown:?}");
}

#[test]
fn an_hour_that_is_skipped_has_no_slots_and_one_that_comes_twice_has_twice_as_many() {
    let night = |zone| Calendar {
        weekly: (1..=7).map(|day| Weekly { day, minutes: 0..240 }).collect(),
        ..calendar(zone)
    };
    let count = |day: &str| {
        let start = ms(&format!("{day}T04:00:00Z"));
        night("America/Toronto").free(&(start..start + 12 * HOUR_MS), RASTER).len()
    };

    assert_eq!(count("2027-03-07"), 7, "a usual night of four hours");
    assert_eq!(count("2027-03-14"), 5, "three hours");
    assert_eq!(count("2026-11-01"), 9, "five hours");
}

#[test]
fn slots_begin_at_whole_grains_in_every_zone() {
    for zone in
        ["Asia/Kathmandu", "Australia/Lord_Howe", "Asia/Kolkata", "America/St_Johns", "Pacific/Chatham"]
    {
        let mut calendar = calendar(zone);
        calendar.weekly = vec![Weekly { day: 2, minutes: 547..700 }];
        let start = ms("2026-11-30T00:00:00Z");

        let starts = calendar.free(&(start..start + 7 * DAY_MS), RASTER);

        assert!(!starts.is_empty(), "{zone}");
        assert!(starts.iter().all(|start| start % GRAIN_MS == 0), "{zone}");
    }
}

#[test]
fn a_meeting_keeps_the_time_after_it_free_and_the_time_before_it_too() {
    let mut calendar = calendar("Asia/Shanghai");
    let day = ms("2026-11-30T16:00:00Z");
    calendar.weekly = (1..=7).map(|day| Weekly { day, minutes: 540..720 }).collect();
    // From ten to a quarter to eleven, and a quarter of an hour after it.
    calendar.taken = grains(ms("2026-12-01T02:00:00Z"), HOUR_MS).collect();

    check(&calendar, &(day..day + DAY_MS), "Asia/Shanghai", &["12-01 09:00", "12-01 11:00"]);
}

#[test]
fn exceptions_close_and_open() {
    let mut calendar = calendar("Asia/Shanghai");
    let day: Date = "2026-12-01".parse().unwrap();
    calendar.special = vec![
        Special { day, minutes: 540..600, open: false },
        Special { day, minutes: 1140..1200, open: true },
    ];
    let start = ms("2026-11-30T16:00:00Z");

    check(&calendar, &(start..start + DAY_MS), "Asia/Shanghai", &["12-01 10:00", "12-01 19:00"]);
}

#[test]
fn hours_up_to_midnight_end_there() {
    let mut calendar = calendar("Asia/Shanghai");
    calendar.weekly = vec![Weekly { day: 2, minutes: 1380..1440 }];
    let start = ms("2026-11-30T16:00:00Z");
    check(&calendar, &(start..start + 2 * DAY_MS), "Asia/Shanghai", &["12-01 23:00"]);
}

#[test]
fn nobody_is_met_while_away_or_outside_the_window() {
    let mut calendar = calendar("Asia/Shanghai");
    let start = ms("2026-11-30T16:00:00Z");
    assert!(calendar.free(&(start..start), RASTER).is_empty());

    calendar.away.push(ms("2026-12-01T01:45:00Z")..ms("2026-12-03T00:00:00Z"));
    check(&calendar, &(start..start + 2 * DAY_MS), "Asia/Shanghai", &["12-01 09:00"]);
}
