//! Which times can be asked for: weekly hours, exceptions, times away, what is taken.
//!
//! Hours are on the advisor's own clock and become moments day by day, so a slot at ten stays at ten
//! when the clocks change. Moments are milliseconds since 1970.

use std::collections::BTreeSet;
use std::ops::Range;

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::zones;
use crate::clock::MINUTE_MS;

/// What a calendar is divided into: a quarter of an hour. One row of the database holds one for one
/// advisor, so that no two meetings can have the same.
pub const GRAIN_MS: i64 = 15 * MINUTE_MS;

/// Minutes since midnight on the advisor's clock, 0 to 1440.
pub type Minutes = Range<i64>;

/// Hours of one day of every week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weekly {
    /// 1 for Monday to 7.
    pub day: i8,
    /// From when until when.
    pub minutes: Minutes,
}

/// A day that is not as every week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Special {
    /// The day.
    pub day: Date,
    /// From when until when.
    pub minutes: Minutes,
    /// Open besides the weekly hours; otherwise closed within them.
    pub open: bool,
}

/// When an advisor can be met.
#[derive(Clone, Debug)]
pub struct Calendar {
    /// The advisor's time zone.
    pub zone: TimeZone,
    /// Weekly hours.
    pub weekly: Vec<Weekly>,
    /// Days that are not as every week.
    pub special: Vec<Special>,
    /// Kept free after each meeting.
    pub buffer_ms: i64,
    /// Times away.
    pub away: Vec<Range<i64>>,
    /// Grains that meetings hold, each with what is kept free after it.
    pub taken: BTreeSet<i64>,
}

/// Lengths of slots.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Raster {
    /// Length of a meeting; whole grains.
    pub length_ms: i64,
    /// From one slot's begin to the next one's; whole grains.
    pub step_ms: i64,
}

impl Calendar {
    /// Begins of the free slots that lie within a window, earliest first.
    #[must_use]
    pub fn free(&self, window: &Range<i64>, raster: Raster) -> Vec<i64> {
        let mut starts: Vec<i64> = self
            .days(window)
            .flat_map(|day| self.open_on(day))
            .flat_map(|open| steps(&open, raster))
            .filter(|start| window.contains(start) && start + raster.length_ms <= window.end)
            .filter(|start| self.is_free(*start, raster.length_ms))
            .collect();
        starts.sort_unstable();
        starts.dedup();
        starts
    }

    /// Whether a meeting could be put there.
    fn is_free(&self, start_ms: i64, length_ms: i64) -> bool {
        let end_ms = start_ms + length_ms;
        !self.away.iter().any(|away| start_ms < away.end && away.start < end_ms)
            && grains(start_ms, length_ms + self.buffer_ms).all(|grain| !self.taken.contains(&grain))
    }

    /// The days of a window on the advisor's calendar.
    fn days(&self, window: &Range<i64>) -> impl Iterator<Item = Date> {
        let last = zones::day_at(window.end, &self.zone);
        let first = zones::day_at(window.start, &self.zone);
        std::iter::successors(Some(first), |day| day.tomorrow().ok()).take_while(move |day| *day <= last)
    }

    /// When the advisor can be met on a day, as moments.
    fn open_on(&self, day: Date) -> Vec<Range<i64>> {
        let weekday = day.weekday().to_monday_one_offset();
        let weekly =
            self.weekly.iter().filter(|hours| hours.day == weekday).map(|hours| hours.minutes.clone());
        let special = || self.special.iter().filter(|special| special.day == day);
        let more = special().filter(|special| special.open).map(|special| special.minutes.clone());
        let open = joined(weekly.chain(more).collect());
        let open = special().filter(|special| !special.open).fold(open, |open, closed| {
            open.into_iter().flat_map(|open| without(&open, &closed.minutes)).collect()
        });
        let moment = |minute| zones::at_minute(day, minute, &self.zone);
        open.into_iter().filter_map(|open| Some(moment(open.start)?..moment(open.end)?)).collect()
    }
}

/// The grains that a time holds.
pub fn grains(start_ms: i64, length_ms: i64) -> impl Iterator<Item = i64> {
    start_ms.div_euclid(GRAIN_MS)..(start_ms + length_ms).div_euclid(GRAIN_MS)
}

/// Begins of slots within open hours: at whole grains, the first as early as can be.
fn steps(open: &Range<i64>, raster: Raster) -> impl Iterator<Item = i64> + use<> {
    let first = open.start.div_euclid(GRAIN_MS) * GRAIN_MS;
    let first = if first < open.start { first + GRAIN_MS } else { first };
    let last = open.end - raster.length_ms;
    std::iter::successors(Some(first), move |start| Some(start + raster.step_ms.max(GRAIN_MS)))
        .take_while(move |start| *start <= last)
}

/// Hours that touch or overlap become one.
fn joined(mut hours: Vec<Minutes>) -> Vec<Minutes> {
    hours.sort_by_key(|hours| hours.start);
    let mut joined: Vec<Minutes> = Vec::new();
    for next in hours {
        match joined.last_mut() {
            Some(last) if next.start <= last.end => last.end = last.end.max(next.end),
            _ => joined.push(next),
        }
    }
    joined
}

/// What is left of hours without some of them.
fn without(open: &Minutes, closed: &Minutes) -> Vec<Minutes> {
    let before = open.start..open.end.min(closed.start);
    let after = open.start.max(closed.end)..open.end;
    [before, after].into_iter().filter(|left| !left.is_empty()).collect()
}

#[cfg(test)]
mod tests;
