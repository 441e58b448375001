//! What there is to read and to hear.
#![expect(clippy::unwrap_used, reason = "test code")]

use axum::http::{Method, StatusCode, header};
use wire::{Article, ArticleBundle, ArticleIndex, ArticleTexts, Glossary, Talks};

use crate::support::{self, Reply, Stage};

async fn get(address: &str, headers: &[(header::HeaderName, &str)]) -> Reply {
    Stage::new().await.browser().send(Method::GET, address, headers, None).await
}

async fn read<T: serde::de::DeserializeOwned>(address: &str) -> T {
    let answer = get(address, &[]).await;
    assert_eq!(answer.status, StatusCode::OK, "{address}");
    serde_json::from_slice(&answer.body).unwrap()
}

#[tokio::test]
async fn the_index_names_every_article_and_stays_small() {
    let index: ArticleIndex = read("/api/articles").await;
    let sent = get("/api/articles", &[(header::ACCEPT_ENCODING, "br")]).await;

    assert!(30 <= index.articles.len());
    assert!(index.articles.iter().all(|card| 1 <= card.minutes[0] && 1 <= card.minutes[1]));
    assert_eq!(sent.header(header::CONTENT_ENCODING), "br");
    assert!(sent.body.len() < 12_000, "{} bytes", sent.body.len());
}

#[tokio::test]
async fn every_article_can_be_read_in_both_languages() {
    let index: ArticleIndex = read("/api/articles").await;
    let card = index.articles.iter().find(|card| card.slug == "ways-to-green").unwrap();

    for (lang, heading) in [("zh", "<h2>四种单独的办法</h2>"), ("en", "<h2>Four single moves</h2>")] {
        let article: Article = read(&format!("/api/articles/ways-to-green/{lang}")).await;

        assert_eq!(article.card, *card);
        assert!(article.html.contains(heading), "{}", article.html);
        assert!(article.html.contains("<span data-figure=\"retire_age\"></span>"), "{}", article.html);
        assert!(article.html.contains("data-term=\"reserve\""), "{}", article.html);
        assert!(article.check.options.get(article.check.right).is_some());
        assert!(!article.sources.is_empty());
    }
}

#[tokio::test]
async fn an_article_marks_a_word_of_the_glossary_once_and_never_in_a_heading() {
    let glossary: Glossary = read("/api/glossary").await;

    for article in support::firm().library.articles.iter().flatten() {
        let slug = &article.card.slug;
        for term in &glossary.terms {
            let mark = format!("data-term=\"{}\"", term.id);
            assert!(article.html.matches(&mark).count() <= 1, "{slug}: {}", term.id);
        }
        let headings = article.html.split("<h2>").skip(1).filter_map(|rest| rest.split("</h2>").next());
        for heading in headings {
            assert!(!heading.contains("<button"), "{slug}: {heading}");
        }
    }
}

#[tokio::test]
async fn the_bodies_can_be_searched_as_plain_text() {
    for (lang, word) in [("zh", "备用金"), ("en", "reserve")] {
        let texts: ArticleTexts = read(&format!("/api/articles/text/{lang}")).await;

        let (_, text) = texts.texts.iter().find(|(slug, _)| slug == "the-reserve").unwrap();
        assert!(text.contains(word), "{text}");
        assert!(!text.contains('<'), "{text}");
    }
}

#[tokio::test]
async fn a_device_keeps_everything_there_is_to_read_by_one_request_a_language() {
    let index: ArticleIndex = read("/api/articles").await;
    for lang in ["zh", "en"] {
        let address = format!("/api/articles/all/{lang}");
        let bundle: ArticleBundle = read(&address).await;
        let sent = get(&address, &[(header::ACCEPT_ENCODING, "br")]).await;

        let cards: Vec<_> = bundle.articles.iter().map(|article| &article.card).collect();
        assert_eq!(cards, index.articles.iter().collect::<Vec<_>>());
        for slug in ["the-reserve", "ways-to-green"] {
            let alone: Article = read(&format!("/api/articles/{slug}/{lang}")).await;
            assert!(bundle.articles.contains(&alone), "{slug}");
        }
        let texts: ArticleTexts = read(&format!("/api/articles/text/{lang}")).await;
        assert_eq!(bundle.texts, texts);
        assert!(sent.body.len() < 90_000, "{lang}: {} bytes", sent.body.len());
    }
}

#[tokio::test]
async fn an_article_that_was_read_is_not_sent_again() {
    let address = "/api/articles/the-reserve/en";
    let first = get(address, &[]).await;
    let tag = first.header(header::ETAG).to_owned();

    let again = get(address, &[(header::IF_NONE_MATCH, &tag)]).await;

    assert_eq!(again.status, StatusCode::NOT_MODIFIED);
}

#[tokio::test]
async fn what_is_not_in_the_library_is_not_found() {
    for address in
        ["/api/articles/luck/en", "/api/articles/the-reserve/fr", "/api/talks/none.ics", "/api/talks/none"]
    {
        assert_eq!(get(address, &[]).await.status, StatusCode::NOT_FOUND, "{address}");
    }
}

#[tokio::test]
async fn a_talk_is_a_calendar_file_in_universal_time() {
    let talks: Talks = read("/api/talks").await;
    let talk = talks.talks.iter().find(|talk| talk.id == "cost-report-toronto").unwrap();
    assert_eq!(talk.start, "2027-01-21T18:30:00-05:00");

    let file = get("/api/talks/cost-report-toronto.ics", &[]).await;

    assert_eq!(file.header(header::CONTENT_TYPE), "text/calendar; charset=utf-8");
    let text = String::from_utf8(file.body.to_vec()).unwrap();
    for line in [
        "BEGIN:VEVENT",
        "UID:talk-cost-report-toronto@evergreen",
        "DTSTART:20270121T233000Z",
        "DTEND:20270122T004500Z",
    ] {
        assert!(text.contains(line), "{line} in {text}");
    }
}

#[tokio::test]
async fn talks_come_in_the_order_of_their_time() {
    let talks: Talks = read("/api/talks").await;

    let days: Vec<&str> = talks.talks.iter().map(|talk| &talk.start[..10]).collect();
    assert!(days.is_sorted(), "{days:?}");
}

#[tokio::test]
async fn a_reader_without_a_plan_is_shown_the_figures_of_a_sample() {
    let samples: Vec<planner::figures::Sample> = read("/api/samples").await;

    assert_eq!(samples.len(), 2);
    for sample in &samples {
        assert_eq!(sample.figures.len(), planner::figures::KEYS.len(), "{:?}", sample.region);
        println!("{sample:?}");
    }
}
