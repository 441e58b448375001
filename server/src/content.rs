//! Something that is sent again and again: compressed and named by its digest once.

use std::io::Write;
use std::sync::{Arc, OnceLock};

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
    brotli: Brotli,
    gzip: Option<Bytes>,
    media_type: &'static str,
    caching: Caching,
    digest: String,
}

/// The form in Brotli.
#[derive(Clone, Debug)]
enum Brotli {
    /// Made ahead of time, or not at all.
    Made(Option<Bytes>),
    /// Made when somebody first asks for it, so that a server starts at once.
    Asked(Arc<OnceLock<Option<Bytes>>>),
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
        let digest = format!("{half:032x}");
        Self { plain, brotli: Brotli::Made(None), gzip: None, media_type, caching, digest }
    }

    /// The same with these compressed forms.
    pub(crate) fn compressed(self, brotli: Option<Bytes>, gzip: Option<Bytes>) -> Self {
        Self { brotli: Brotli::Made(brotli), gzip, ..self }
    }

    /// The same in Brotli too, compressed when somebody first asks for that.
    pub(crate) fn compressed_when_asked(self) -> Self {
        Self { brotli: Brotli::Asked(Arc::default()), ..self }
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
            Encoding::Brotli => match &self.brotli {
                Brotli::Made(body) => body.clone(),
                Brotli::Asked(body) => body.get_or_init(|| compress(&self.plain).ok()).clone(),
            },
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

fn compress(plain: &[u8]) -> std::io::Result<Bytes> {
    // Quality 9 of 11: nearly the smallest size in a tenth of its time.
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 4096, 9, 22);
    writer.write_all(plain)?;
    writer.flush()?;
    Ok(writer.into_inner().into())
}
