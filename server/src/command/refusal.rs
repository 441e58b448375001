//! Why a line cannot be used, as it is written in the line's place.

use planner::answers::{FormError, Reason};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::lines::Done;

/// A line that cannot be used, with every reason.
#[derive(Debug, Serialize)]
struct Refused {
    /// Its number, from 1.
    line: u64,
    errors: Vec<Refusal>,
}

/// One reason.
#[derive(Debug, PartialEq, Serialize)]
pub(super) struct Refusal {
    /// The field, dotted; empty where it is the whole line.
    field: String,
    /// What is wrong, in a few English words.
    reason: String,
    /// The smallest and the largest allowed number, where there are.
    #[serde(skip_serializing_if = "Option::is_none")]
    range: Option<[f64; 2]>,
}

impl From<FormError> for Refusal {
    fn from(FormError { field, reason }: FormError) -> Self {
        let range = match reason {
            Reason::Range { min, max, .. } => Some([min, max]),
            _ => None,
        };
        Self { field: field.to_string(), reason: reason.to_string(), range }
    }
}

impl Refusal {
    /// A reason that concerns the whole line.
    pub(super) fn of_the_line(reason: &str) -> Self {
        Self { field: String::new(), reason: reason.to_owned(), range: None }
    }
}

/// What is written in place of a line that cannot be used.
pub(super) fn refused(line: u64, errors: Vec<Refusal>) -> Done {
    Done { line: written(&Refused { line, errors }), well: false }
}

/// Reads a line.
///
/// # Errors
///
/// Where it is too long, no JSON, or of another shape, with the field.
pub(super) fn read<T: DeserializeOwned>(text: Option<&[u8]>) -> Result<T, Vec<Refusal>> {
    let text = text.ok_or_else(|| vec![Refusal::of_the_line("is too long to be read")])?;
    let mut json = serde_json::Deserializer::from_slice(text);
    let read = serde_path_to_error::deserialize(&mut json).map_err(|error| {
        let path = error.path().to_string();
        let field = if path == "." { String::new() } else { path };
        vec![Refusal { field, reason: error.inner().to_string(), range: None }]
    })?;
    json.end().map_err(|error| vec![Refusal::of_the_line(&error.to_string())])?;
    Ok(read)
}

/// Something as a line of JSON.
pub(super) fn written(value: &impl Serialize) -> String {
    // Numbers, texts and lists always can be written.
    serde_json::to_string(value).unwrap_or_default()
}
