//! Refusals, as problem details in the language asked for.

use axum::extract::rejection::JsonRejection;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::Value;
use wire::{Language, Problem};

use crate::words::Words;

/// Why a request under `/api` was refused.
#[derive(Debug, thiserror::Error)]
pub enum ApiError {
    /// 404: there is no such address.
    #[error("no such address")]
    NoSuchAddress,
    /// 404: there is no such thing, or it is somebody else's.
    #[error("not found")]
    NotFound,
    /// 405: the address does not take this method.
    #[error("method not allowed")]
    MethodNotAllowed,
    /// 400: the body is not JSON of the right shape.
    #[error("not readable")]
    NotReadable,
    /// 413: the body is longer than is taken.
    #[error("too large")]
    TooLarge,
    /// 415: the body is not said to be JSON.
    #[error("not JSON")]
    NotJson,
    /// 401: nobody is signed in.
    #[error("signed out")]
    SignedOut,
    /// 401: the address and the password do not belong together.
    #[error("wrong password")]
    WrongPassword,
    /// 401: no passkey of ours signed the question.
    #[error("passkey refused")]
    PasskeyRefused,
    /// 403: the account's role may not do this.
    #[error("not allowed")]
    NotAllowed,
    /// 403: the password is asked for again before this is done.
    #[error("not fresh")]
    NotFresh,
    /// 403: the request was started by another site.
    #[error("cross site")]
    CrossSite,
    /// 410: the link was used, or is too old.
    #[error("link is gone")]
    LinkGone,
    /// 409: something stands in the way; the sentence says what.
    #[error("conflict: {0}")]
    Conflict(&'static str, Words),
    /// 412: it was changed on another device meanwhile. Holds what is stored and what was sent.
    #[error("changed meanwhile")]
    ChangedMeanwhile(Box<(Value, Value)>),
    /// 428: a write has to say what it is based on, by `If-Match`.
    #[error("base is missing")]
    BaseMissing,
    /// 422: every field that cannot be taken.
    #[error("faults")]
    Faults(Vec<Fault>),
    /// 429: too often. Seconds to wait.
    #[error("too many requests")]
    TooMany {
        /// Seconds until the next is taken.
        after_s: u32,
    },
    /// 503: the database does not answer.
    #[error("not ready")]
    NotReady,
    /// 500: a handler gave up. The cause is logged, never sent.
    #[error("internal")]
    Internal,
    /// 500: the database failed. The cause is logged, never sent.
    #[error("storage: {0}")]
    Storage(#[from] sqlx::Error),
}

/// A field that cannot be taken.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// The field, dotted.
    pub field: String,
    /// What is wrong: one word.
    pub reason: &'static str,
    /// What is wrong, in both languages.
    pub words: Words,
    /// Smallest and largest value that is taken.
    pub range: Option<(f64, f64)>,
}

impl Fault {
    /// A fault without a range.
    #[must_use]
    pub fn new(field: &str, reason: &'static str, words: Words) -> Self {
        Self { field: field.to_owned(), reason, words, range: None }
    }

    /// A number, or a length, outside its range.
    #[must_use]
    pub fn range(field: &str, min: f64, max: f64, words: Words) -> Self {
        Self { field: field.to_owned(), reason: "range", words, range: Some((min, max)) }
    }

    fn to_wire(&self, language: Language) -> wire::Fault {
        wire::Fault {
            field: self.field.clone(),
            reason: self.reason.to_owned(),
            message: self.words.say(language).to_owned(),
            min: self.range.map(|(min, _)| min),
            max: self.range.map(|(_, max)| max),
        }
    }
}

impl From<getrandom::Error> for ApiError {
    fn from(error: getrandom::Error) -> Self {
        tracing::error!("no source of chance: {error}");
        Self::Internal
    }
}

impl From<JsonRejection> for ApiError {
    fn from(rejection: JsonRejection) -> Self {
        match rejection.status() {
            StatusCode::PAYLOAD_TOO_LARGE => Self::TooLarge,
            StatusCode::UNSUPPORTED_MEDIA_TYPE => Self::NotJson,
            _ => Self::NotReadable,
        }
    }
}

impl ApiError {
    /// The HTTP status.
    #[must_use]
    pub const fn status(&self) -> StatusCode {
        match self {
            Self::NoSuchAddress | Self::NotFound => StatusCode::NOT_FOUND,
            Self::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            Self::NotReadable => StatusCode::BAD_REQUEST,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::NotJson => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::SignedOut | Self::WrongPassword | Self::PasskeyRefused => StatusCode::UNAUTHORIZED,
            Self::NotAllowed | Self::NotFresh | Self::CrossSite => StatusCode::FORBIDDEN,
            Self::LinkGone => StatusCode::GONE,
            Self::Conflict(..) => StatusCode::CONFLICT,
            Self::ChangedMeanwhile(_) => StatusCode::PRECONDITION_FAILED,
            Self::BaseMissing => StatusCode::PRECONDITION_REQUIRED,
            Self::Faults(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::NotReady => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal | Self::Storage(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// One word for programs.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NoSuchAddress => "no_such_address",
            Self::NotFound => "not_found",
            Self::MethodNotAllowed => "method_not_allowed",
            Self::NotReadable => "not_readable",
            Self::TooLarge => "too_large",
            Self::NotJson => "not_json",
            Self::SignedOut => "signed_out",
            Self::WrongPassword => "wrong_password",
            Self::PasskeyRefused => "passkey_refused",
            Self::NotAllowed => "not_allowed",
            Self::NotFresh => "not_fresh",
            Self::CrossSite => "cross_site",
            Self::LinkGone => "link_gone",
            Self::Conflict(code, _) => code,
            Self::ChangedMeanwhile(_) => "changed_meanwhile",
            Self::BaseMissing => "base_missing",
            Self::Faults(_) => "faults",
            Self::TooMany { .. } => "too_many_requests",
            Self::NotReady => "not_ready",
            Self::Internal | Self::Storage(_) => "internal",
        }
    }

    const fn words(&self) -> Words {
        match self {
            Self::NoSuchAddress => Words::new("这个地址没有内容。", "There is nothing at this address."),
            Self::NotFound => Words::new("没有找到。", "There is no such thing."),
            Self::MethodNotAllowed => {
                Words::new("这个地址不接受这种请求。", "This address does not take this method.")
            }
            Self::NotReadable => Words::new("请求的内容无法读取。", "The request cannot be read."),
            Self::TooLarge => Words::new("请求的内容太大。", "The request is too large."),
            Self::NotJson => Words::new("请求的内容应为 JSON。", "The request has to be JSON."),
            Self::SignedOut => Words::new("请先登录。", "Please sign in first."),
            Self::WrongPassword => {
                Words::new("邮箱或密码不正确。", "The address and the password do not belong together.")
            }
            Self::PasskeyRefused => Words::new(
                "通行密钥未被接受，请再试一次。",
                "The passkey was not accepted. Please try again.",
            ),
            Self::NotAllowed => Words::new("您的账户不能进行此操作。", "Your account may not do this."),
            Self::NotFresh => {
                Words::new("请再次输入密码后继续。", "Please enter your password again to go on.")
            }
            Self::CrossSite => Words::new(
                "请求来自其他网站，已拒绝。",
                "The request came from another site and was refused.",
            ),
            Self::LinkGone => Words::new(
                "链接已使用或已过期，请重新获取。",
                "The link was used or is too old. Ask for a new one.",
            ),
            Self::Conflict(_, words) => *words,
            Self::ChangedMeanwhile(_) => {
                Words::new("内容已在另一台设备上更改。", "It was changed on another device meanwhile.")
            }
            Self::BaseMissing => {
                Words::new("请求须注明所依据的版本。", "The request has to say which version it is based on.")
            }
            Self::Faults(_) => Words::new("有些内容需要更正。", "Some entries have to be corrected."),
            Self::TooMany { .. } => Words::new(
                "操作过于频繁，请稍后再试。",
                "That was too often. Please wait a little and try again.",
            ),
            Self::NotReady => Words::new("服务器尚未就绪。", "The server is not ready."),
            Self::Internal | Self::Storage(_) => Words::new(
                "服务器出现问题，请稍后再试。",
                "Something went wrong on our side. Please try again later.",
            ),
        }
    }

    /// The problem, as it is sent.
    fn problem(&self, language: Language) -> Problem {
        let status = self.status();
        Problem {
            status: status.as_u16(),
            title: status.canonical_reason().unwrap_or("Error").to_owned(),
            detail: Some(self.words().say(language).to_owned()),
            code: self.code().to_owned(),
            faults: match self {
                Self::Faults(faults) => faults.iter().map(|fault| fault.to_wire(language)).collect(),
                _ => Vec::new(),
            },
            retry_after_s: match self {
                Self::TooMany { after_s } => Some(*after_s),
                _ => None,
            },
        }
    }

    /// The problem as JSON, with both versions where two devices wrote.
    fn body(&self, language: Language) -> Vec<u8> {
        let problem = self.problem(language);
        // Numbers and strings always have a JSON form.
        let Self::ChangedMeanwhile(versions) = self else {
            return serde_json::to_vec(&problem).unwrap_or_default();
        };
        let mut body = serde_json::to_value(&problem).unwrap_or_default();
        if let Some(body) = body.as_object_mut() {
            body.insert("stored".to_owned(), versions.0.clone());
            body.insert("sent".to_owned(), versions.1.clone());
        }
        serde_json::to_vec(&body).unwrap_or_default()
    }
}

impl IntoResponse for ApiError {
    /// Only the status and the error itself: [`in_language`] writes the body.
    fn into_response(self) -> Response {
        if let Self::Storage(error) = &self {
            // The message of an engine names columns; values stand in its details, which are left out.
            tracing::error!("storage failed: {error}");
        }
        let mut response = self.status().into_response();
        response.extensions_mut().insert(Refusal(std::sync::Arc::new(self)));
        response
    }
}

/// An error on its way out.
#[derive(Clone, Debug)]
struct Refusal(std::sync::Arc<ApiError>);

/// Writes a refusal in the language that the request asked for; any other answer stays as it is.
pub(crate) fn in_language(mut response: Response, asked: Option<Language>) -> Response {
    let Some(Refusal(error)) = response.extensions_mut().remove::<Refusal>() else { return response };
    // Where the request asks for none, the account that sent it has one.
    let language = asked.or(response.extensions_mut().remove()).unwrap_or_default();
    let body = error.body(language);
    let kept = response.headers().clone();
    let mut answer = (error.status(), problem_headers(language), body).into_response();
    for (name, value) in kept.iter().filter(|(name, _)| [header::SET_COOKIE, header::ALLOW].contains(name)) {
        answer.headers_mut().append(name, value.clone());
    }
    if let ApiError::TooMany { after_s } = *error {
        answer.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(after_s));
    }
    answer
}

fn problem_headers(language: Language) -> [(HeaderName, HeaderValue); 3] {
    [
        (header::CONTENT_TYPE, HeaderValue::from_static(Problem::MEDIA_TYPE)),
        (header::CONTENT_LANGUAGE, HeaderValue::from_static(language.tag())),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ]
}
