//! Which compressed form of a body a browser takes.

use axum::http::{HeaderMap, header};

/// A way to compress a body, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Encoding {
    /// Brotli.
    Brotli,
    /// Gzip.
    Gzip,
}

impl Encoding {
    /// Its name in `Accept-Encoding` and `Content-Encoding`.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Gzip => "gzip",
        }
    }
}

/// Whether the sender of these headers takes a body in this encoding.
///
/// `*` does not count: a client which names nothing gets the plain body.
pub(crate) fn accepted(headers: &HeaderMap, encoding: Encoding) -> bool {
    headers
        .get_all(header::ACCEPT_ENCODING)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|offer| takes(offer, encoding))
}

fn takes(offer: &str, encoding: Encoding) -> bool {
    let mut parts = offer.split(';').map(str::trim);
    if !parts.next().is_some_and(|name| name.eq_ignore_ascii_case(encoding.name())) {
        return false;
    }
    let weight = parts.find_map(|part| part.strip_prefix("q=")).map_or(Ok(1.0), str::parse::<f64>);
    weight.is_ok_and(|weight| 0.0 < weight)
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    #[track_caller]
    fn check(offers: &'static str, brotli: bool) {
        let headers = HeaderMap::from_iter([(header::ACCEPT_ENCODING, HeaderValue::from_static(offers))]);
        assert_eq!(accepted(&headers, Encoding::Brotli), brotli, "{offers:?}");
    }

    #[test]
    fn an_encoding_is_taken_when_it_is_named_with_a_weight_above_zero() {
        check("gzip, deflate, br, zstd", true);
        check("br;q=0.1", true);
        check("br;q=0", false);
        check("gzip", false);
        check("*", false);
        check("", false);
    }
}
