//! The body of every answer that is not a success.

use serde::{Deserialize, Serialize};

/// Why a request was refused, as problem details (RFC 9457).
///
/// It has no `type`: by the RFC that means `about:blank`, and the title is that of the status.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Problem {
    /// The HTTP status code, 400 to 599.
    pub status: u16,
    /// What the status means, in English; the same for every answer with this status.
    pub title: String,
    /// What is wrong this time, in one sentence of the language asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// The same for a program: one word, such as `too_many_requests`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub code: String,
    /// What is wrong with single fields; all of it at once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub faults: Vec<Fault>,
    /// Seconds after which it may be tried again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retry_after_s: Option<u32>,
}

/// What is wrong with one field of a request.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Fault {
    /// The field, dotted, such as `form.you.birth_year`.
    pub field: String,
    /// What is wrong with it: one word, such as `missing` or `range`.
    pub reason: String,
    /// The same in a sentence of the language asked for.
    pub message: String,
    /// The smallest value that is taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<f64>,
    /// The largest value that is taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<f64>,
}

impl Problem {
    /// The media type of a problem.
    pub const MEDIA_TYPE: &'static str = "application/problem+json";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_without_a_detail_does_not_send_one() {
        let problem = Problem { status: 404, title: "Not Found".to_owned(), ..Problem::default() };

        let sent = serde_json::to_string(&problem).unwrap();

        assert_eq!(sent, r#"{"status":404,"title":"Not Found"}"#);
        assert_eq!(serde_json::from_str::<Problem>(&sent).unwrap(), problem);
    }
}
