//! The free times of a client's advisor, and of whoever stands in while the advisor is away.

use std::ops::Range;

use wire::{Slot, Slots};

use super::slots::Raster;
use crate::care::{advisor, availability};
use crate::clock::{DAY_MS, HOUR_MS, MINUTE_MS};
use crate::db::Db;
use crate::firm::care::MeetingPolicy;

/// The times that may be asked for now.
#[must_use]
pub fn window(policy: MeetingPolicy, now_ms: i64) -> Range<i64> {
    now_ms + i64::from(policy.notice_hours) * HOUR_MS..now_ms + i64::from(policy.horizon_days) * DAY_MS
}

/// Lengths of slots.
#[must_use]
pub fn raster(policy: MeetingPolicy) -> Raster {
    let (minutes, step) = (i64::from(policy.minutes), i64::from(policy.step_minutes));
    Raster { length_ms: minutes * MINUTE_MS, step_ms: step * MINUTE_MS }
}

/// Every free time within a window, with whom: the advisor, or the deputy while the advisor is away.
///
/// # Errors
///
/// When the database fails.
pub async fn slots(
    db: &Db,
    advisor_id: &str,
    window: &Range<i64>,
    policy: MeetingPolicy,
    now_ms: i64,
) -> Result<Slots, sqlx::Error> {
    let mut hosts = vec![(advisor_id.to_owned(), window.clone())];
    for cover in advisor::covers(db, advisor_id, window).await? {
        let within = cover.from_ms.max(window.start)..cover.until_ms.min(window.end);
        hosts.push((cover.deputy_id, within));
    }
    let mut offered = Slots { advisors: Vec::new(), slots: Vec::new() };
    for (host, within) in hosts {
        let starts = free(db, &host, &within, policy, "", now_ms).await?;
        let new = !offered.advisors.iter().any(|card| card.id == host);
        if new && (host == advisor_id || !starts.is_empty()) {
            offered.advisors.extend(advisor::card(db, &host).await?);
        }
        let length_ms = raster(policy).length_ms;
        let slot = |start_ms| Slot { start_ms, end_ms: start_ms + length_ms, advisor_id: host.clone() };
        offered.slots.extend(starts.into_iter().map(slot));
    }
    offered.slots.sort_by_key(|slot| slot.start_ms);
    Ok(offered)
}

/// The free times of one advisor, `except` being the key of a meeting that is to be moved, or empty.
///
/// # Errors
///
/// When the database fails.
pub async fn free(
    db: &Db,
    advisor_id: &str,
    window: &Range<i64>,
    policy: MeetingPolicy,
    except: &str,
    now_ms: i64,
) -> Result<Vec<i64>, sqlx::Error> {
    let calendar = availability::calendar(db, advisor_id, window, except, now_ms).await?;
    Ok(calendar.map(|calendar| calendar.free(window, raster(policy))).unwrap_or_default())
}
