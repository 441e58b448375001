//! The body of every answer that is not a success.

use serde::{Deserialize, Serialize};

/// Why a request was refused, as problem details (RFC 9457).
///
/// It has no `type`: by the RFC that means `about:blank`, and the title is that of the status.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// The HTTP status code, 400 to 599.
    pub status: u16,
    /// What the status means, in English; the same for every answer with this status.
    pub title: String,
    /// What is wrong this time, in one English sentence; none where the title says it all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
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
        let problem = Problem { status: 404, title: "Not Found".to_owned(), detail: None };

        let sent = serde_json::to_string(&problem).unwrap();

        assert_eq!(sent, r#"{"status":404,"title":"Not Found"}"#);
        assert_eq!(serde_json::from_str::<Problem>(&sent).unwrap(), problem);
    }
}
