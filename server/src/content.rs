//! Something that is sent again and again: compressed and named by its digest once.

use axum::body::Bytes;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};

use crate::encoding::{self, Encoding};

/// A body in every form that is sent, with what the headers say of it.
#[derive(Clone, Debug)]
pub(crate) struct Content {
    /// As it is.
    pub(crate) plain: Bytes,
    brotli: Option<Bytes>,
    gzip: Option<Bytes>,
    media_type: &'static str,
    caching: Caching,
    digest: String,
}

/// How long a browser may keep something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Caching {
    /// For ever: the name changes with the content.
    Forever,
    /// Only after asking whether it changed.
    AskFirst,
}

impl Caching {
    const fn header(self) -> &'static str {
        match self {
            Self::Forever => "public, max-age=31536000, immutable",
            Self::AskFirst => "no-cache",
        }
    }
}

impl Content {
    /// A body of a media type, in no compressed form.
    pub(crate) fn new(plain: Bytes, media_type: &'static str, caching: Caching) -> Self {
        // Half of the digest is enough to tell any two versions apart.
        let half = Sha256::digest(&plain).first_chunk().copied().map_or(0, u128::from_be_bytes);
        Self { plain, brotli: None, gzip: None, media_type, caching, digest: format!("{half:032x}") }
    }

    /// The same with these compressed forms.
    pub(crate) fn compressed(self, brotli: Option<Bytes>, gzip: Option<Bytes>) -> Self {
        Self { brotli, gzip, ..self }
    }

    /// Its media type.
    pub(crate) const fn media_type(&self) -> &'static str {
        self.media_type
    }

    /// The answer to someone who sent these headers.
    ///
    /// Either the best form that they take, or 304 when they have the content already.
    pub(crate) fn answer(&self, asked: &HeaderMap) -> Response {
        let coded = [Encoding::Brotli, Encoding::Gzip]
            .into_iter()
            .filter(|encoding| encoding::accepted(asked, *encoding))
            .find_map(|encoding| Some((encoding, self.coded(encoding)?)));
        let common = [
            (header::ETAG, self.etag(coded.as_ref().map(|(encoding, _)| *encoding))),
            (header::CACHE_CONTROL, HeaderValue::from_static(self.caching.header())),
            (header::VARY, HeaderValue::from_static("accept-encoding")),
        ];
        if self.is_known(asked) {
            return (StatusCode::NOT_MODIFIED, common).into_response();
        }
        let kind = (header::CONTENT_TYPE, HeaderValue::from_static(self.media_type));
        match coded {
            Some((encoding, body)) => {
                let coding = (header::CONTENT_ENCODING, HeaderValue::from_static(encoding.name()));
                (common, [kind, coding], body).into_response()
            }
            None => (common, [kind], self.plain.clone()).into_response(),
        }
    }

    fn coded(&self, encoding: Encoding) -> Option<Bytes> {
        match encoding {
            Encoding::Brotli => self.brotli.clone(),
            Encoding::Gzip => self.gzip.clone(),
        }
    }

    /// A strong validator. Each form has its own, since it names bytes and not only a meaning.
    fn etag(&self, encoding: Option<Encoding>) -> HeaderValue {
        let form = encoding.map(|encoding| format!("-{}", encoding.name())).unwrap_or_default();
        // Hexadecimal digits in quotes are always a valid header.
        HeaderValue::from_str(&format!("\"{}{form}\"", self.digest))
            .unwrap_or_else(|_| HeaderValue::from_static("\"\""))
    }

    /// Whether the sender of these headers has the content, in whatever form.
    fn is_known(&self, asked: &HeaderMap) -> bool {
        asked
            .get_all(header::IF_NONE_MATCH)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(','))
            .map(|tag| tag.trim().trim_start_matches("W/").trim_matches('"'))
            .any(|tag| tag == "*" || tag.split('-').next() == Some(&self.digest))
    }
}
