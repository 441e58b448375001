//! What is wrong with something that was entered outside the form: an order, a tilt, a comparison.

use serde::{Deserialize, Serialize};

use crate::answers::Limit;

/// One reason why an entry cannot be used.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, thiserror::Error)]
#[error("{field}: {reason}")]
pub struct EntryError {
    /// The field, dotted, such as `shifts.GOLD`.
    pub field: String,
    /// What is wrong with it.
    pub reason: EntryReason,
}

/// What is wrong with an entry.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum EntryReason {
    /// Nothing was entered.
    #[error("has no answer")]
    Missing,
    /// Outside its range, in the unit of the field.
    #[error("must be from {min} to {max}, is {value}")]
    Range {
        /// What was entered.
        value: f64,
        /// Smallest allowed.
        min: f64,
        /// Largest allowed.
        max: f64,
    },
    /// Must be a whole number.
    #[error("must be a whole number, is {value}")]
    NotWhole {
        /// What was entered.
        value: f64,
    },
    /// Not a day such as `2026-11-22`.
    #[error("must be a day such as 2026-11-22, is {0}")]
    Day(String),
    /// Outside the days that are allowed.
    #[error("must be from {first} to {last}, is {day}")]
    Days {
        /// What was entered.
        day: String,
        /// First allowed.
        first: String,
        /// Last allowed.
        last: String,
    },
    /// A name of something that does not exist.
    #[error("{0} does not exist")]
    Unknown(String),
    /// A word that the firm never uses.
    #[error("must not say \"{0}\"")]
    Word(String),
    /// An asset class whose level does not suit the class of the investor.
    #[error("does not suit the class")]
    Level,
}

/// Reads entries field by field and notes every problem.
#[derive(Debug, Default)]
pub(crate) struct Desk {
    pub(crate) errors: Vec<EntryError>,
}

impl Desk {
    pub(crate) fn fault(&mut self, field: impl Into<String>, reason: EntryReason) {
        self.errors.push(EntryError { field: field.into(), reason });
    }

    /// A number within its limit; 0 where it is not, which then is a fault.
    pub(crate) fn number(&mut self, field: &str, value: Option<f64>, limit: Limit) -> f64 {
        let Some(value) = value else {
            self.fault(field, EntryReason::Missing);
            return 0.0;
        };
        let Limit { min, max, whole } = limit;
        if !(min..=max).contains(&value) {
            self.fault(field, EntryReason::Range { value, min, max });
        } else if whole && value.fract() != 0.0 {
            self.fault(field, EntryReason::NotWhole { value });
        }
        value
    }

    /// What was read, unless there was a problem.
    pub(crate) fn close<T>(self, read: T) -> Result<T, Vec<EntryError>> {
        if self.errors.is_empty() { Ok(read) } else { Err(self.errors) }
    }
}
