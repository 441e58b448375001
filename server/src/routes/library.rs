//! What there is to read and to hear.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::Response;
use planner::firm::Text;
use serde::Serialize;
use wire::{ArticleBundle, ArticleIndex, ArticleTexts, Glossary, Language, Talk, Talks};

use super::firm::{as_json, prepare};
use crate::app::App;
use crate::calendar;
use crate::content::Content;
use crate::error::ApiError;
use crate::firm::library::Library;
use crate::route::Route;
use crate::talks;
use crate::who::Who;

/// The routes of the library.
///
/// # Errors
///
/// When something has no JSON form.
pub(super) fn routes(app: &App) -> Result<Vec<Route>, serde_json::Error> {
    let library = &app.library;
    let documents = Arc::new(Documents::new(library, &app.firm.identity.name)?);
    let show = |path| {
        let documents = Arc::clone(&documents);
        let handler = move |address: Uri, asked: HeaderMap| {
            let documents = Arc::clone(&documents);
            async move { documents.answer(address.path(), &asked) }
        };
        Route::get(path, Who::Anyone, handler)
    };
    let cards = library.index.articles.iter().take(1).cloned().collect();
    let articles = library.articles.iter().flatten().take(1).cloned().collect();
    let texts: Vec<_> = library.texts.iter().flat_map(|texts| &texts.texts).take(1).cloned().collect();
    let terms = library.glossary.terms.iter().take(1).cloned().collect();
    let talks = library.talks.talks.iter().take(1).cloned().collect();
    let mut routes = vec![
        show("/api/articles")
            .about("Every article, as it stands in a list")
            .gives(StatusCode::OK, &ArticleIndex { articles: cards }),
        show("/api/articles/text/{lang}")
            .about("The bodies of all articles in a language as plain text, to be searched on the device")
            .gives(StatusCode::OK, &ArticleTexts { texts: texts.clone() }),
        show("/api/articles/all/{lang}")
            .about("Every article in a language with its plain text, to be kept on the device")
            .gives(StatusCode::OK, &ArticleBundle { articles, texts: ArticleTexts { texts } }),
        show("/api/glossary").about("Words that are explained").gives(StatusCode::OK, &Glossary { terms }),
        show("/api/talks")
            .about("Talks and seminars, the earliest first")
            .gives(StatusCode::OK, &Talks { talks }),
        // With a parameter of the same name as its seat has: the router takes one name a place.
        show("/api/talks/{talk}")
            .about("A talk as a calendar file: its name and .ics")
            .gives_other(calendar::MEDIA_TYPE),
    ];
    if let Some(article) = library.articles.iter().flatten().next() {
        let route = show("/api/articles/{slug}/{lang}").about("An article in a language, zh or en");
        routes.push(route.gives(StatusCode::OK, article));
    }
    Ok(routes)
}

/// Everything of the library by its address, ready to be sent.
#[derive(Debug)]
pub(super) struct Documents(BTreeMap<String, Content>);

impl Documents {
    /// Prepares everything.
    ///
    /// # Errors
    ///
    /// When something has no JSON form.
    pub(super) fn new(library: &Library, firm: &Text) -> Result<Self, serde_json::Error> {
        let mut documents = Self(BTreeMap::new());
        documents.add("/api/articles", &library.index)?;
        documents.add("/api/glossary", &library.glossary)?;
        documents.add("/api/talks", &library.talks)?;
        for ((place, lang), texts) in LANGUAGES.into_iter().enumerate().zip(&library.texts) {
            documents.add(&format!("/api/articles/text/{lang}"), texts)?;
            let articles = library.articles.iter().filter_map(|both| both.get(place)).cloned().collect();
            let bundle = ArticleBundle { articles, texts: texts.clone() };
            documents.add(&format!("/api/articles/all/{lang}"), &bundle)?;
        }
        for article in library.articles.iter().flat_map(|both| LANGUAGES.into_iter().zip(both)) {
            let (lang, article) = article;
            documents.add(&format!("/api/articles/{}/{lang}", article.card.slug), article)?;
        }
        for talk in &library.talks.talks {
            if let Some(file) = calendar_file(talk, firm) {
                let content = prepare(file.into_bytes(), calendar::MEDIA_TYPE);
                documents.0.insert(format!("/api/talks/{}.ics", talk.id), content);
            }
        }
        Ok(documents)
    }

    fn add(&mut self, address: &str, document: &impl Serialize) -> Result<(), serde_json::Error> {
        self.0.insert(address.to_owned(), as_json(document)?);
        Ok(())
    }

    /// Gives what stands at an address, or says that nothing does.
    fn answer(&self, address: &str, asked: &HeaderMap) -> Result<Response, ApiError> {
        self.0.get(address).map(|content| content.answer(asked)).ok_or(ApiError::NoSuchAddress)
    }
}

/// The languages of the library, in the order of its pairs.
const LANGUAGES: [&str; 2] = ["zh", "en"];

/// A talk as a calendar file, in the language it is held in.
fn calendar_file(talk: &Talk, firm: &Text) -> Option<String> {
    let language = Language::of_tag(&talk.language)?;
    let firm = match language {
        Language::Zh => &firm.zh,
        Language::En => &firm.en,
    };
    Some(calendar::file(&talks::entry(talk, language)?, firm))
}
