//! The language that a request asks for.

use axum::http::{HeaderMap, header};
use wire::Language;

/// The first language of `Accept-Language` by weight that is spoken here; none without one.
pub(crate) fn asked(headers: &HeaderMap) -> Option<Language> {
    let offers = headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?;
    let mut best: Option<(f32, Language)> = None;
    for offer in offers.split(',') {
        let mut parts = offer.split(';').map(str::trim);
        let Some(language) = parts.next().and_then(Language::of_tag) else { continue };
        let weight = parts.find_map(|part| part.strip_prefix("q=")).map_or(Ok(1.0), str::parse);
        let weight: f32 = weight.unwrap_or(0.0);
        if best.is_none_or(|(heaviest, _)| heaviest < weight) {
            best = Some((weight, language));
        }
    }
    best.map(|(_, language)| language)
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    #[track_caller]
    fn check(offers: &'static str, language: Option<Language>) {
        let headers = HeaderMap::from_iter([(header::ACCEPT_LANGUAGE, HeaderValue::from_static(offers))]);
        assert_eq!(asked(&headers), language, "{offers:?}");
    }

    #[test]
    fn the_heaviest_language_that_is_spoken_is_taken() {
        check("en-CA,zh;q=0.5", Some(Language::En));
        check("fr, zh-Hans;q=0.9, en;q=0.8", Some(Language::Zh));
        check("en;q=0.1, zh;q=0.2", Some(Language::Zh));
        check("fr", None);
        check("", None);
    }
}
