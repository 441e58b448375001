//! Time zones by their IANA names, from the data built into the server: the same on every machine.

use std::sync::LazyLock;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::{TimeZone, TimeZoneDatabase};

static ZONES: LazyLock<TimeZoneDatabase> = LazyLock::new(TimeZoneDatabase::bundled);

/// The zone of an IANA name, such as `America/Toronto`.
#[must_use]
pub fn zone(name: &str) -> Option<TimeZone> {
    // The database reads names without regard to case; what is stored is what browsers understand.
    ZONES.get(name).ok().filter(|zone| zone.iana_name() == Some(name))
}

/// A moment, from milliseconds since 1970; the first that there is where it is none.
#[must_use]
pub fn moment(ms: i64) -> Timestamp {
    Timestamp::from_millisecond(ms).unwrap_or(Timestamp::UNIX_EPOCH)
}

/// The day on a zone's calendar at a time.
#[must_use]
pub fn day_at(ms: i64, zone: &TimeZone) -> Date {
    zone.to_datetime(moment(ms)).date()
}

/// The moment at which a zone's clocks show so many minutes since midnight, in milliseconds since
/// 1970.
///
/// A time that the clocks skip in spring is taken as so much later, and one that they show twice in
/// autumn as the first of the two.
#[must_use]
pub fn at_minute(day: Date, minute: i64, zone: &TimeZone) -> Option<i64> {
    let day = if minute < 1440 { day } else { day.tomorrow().ok()? };
    let minute = minute.rem_euclid(1440);
    let (hour, minute) = (i8::try_from(minute / 60).ok()?, i8::try_from(minute % 60).ok()?);
    zone.to_timestamp(day.at(hour, minute, 0, 0)).ok().map(Timestamp::as_millisecond)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_is_found_by_the_name_that_browsers_use() {
        for name in ["Asia/Shanghai", "America/Toronto", "Europe/London", "UTC", "Australia/Lord_Howe"] {
            assert!(zone(name).is_some(), "{name}");
        }
        for name in ["Mars/Base", "asia/shanghai", "", "../etc/passwd", "UTC+8"] {
            assert!(zone(name).is_none(), "{name}");
        }
    }

    #[test]
    fn a_time_that_the_clocks_skip_is_taken_as_later() {
        let toronto = zone("America/Toronto").unwrap();
        let spring = "2027-03-14".parse::<Date>().unwrap();

        let skipped = at_minute(spring, 150, &toronto).unwrap();

        assert_eq!(moment(skipped).to_string(), "2027-03-14T07:30:00Z");
        assert_eq!(
            zone("America/Toronto").unwrap().to_datetime(moment(skipped)).to_string(),
            "2027-03-14T03:30:00"
        );
    }
}
