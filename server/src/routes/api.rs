//! The API's document, and the page to read it.

use std::fmt::Write;
use std::sync::Arc;

use axum::http::HeaderMap;
use serde_json::Value;

use crate::content::{Caching, Content};
use crate::openapi;
use crate::route::{Body, Route, Shape};
use crate::who::Who;

/// The routes that tell of all the others, and of themselves.
///
/// # Errors
///
/// When the document has no JSON form, such as for a number that is not finite.
pub(super) fn routes(others: &[Route]) -> Result<Vec<Route>, serde_json::Error> {
    let own = || {
        [
            ("/api/openapi.json", "This API as an OpenAPI document", JSON),
            ("/api/", "This API as a page to read", HTML),
            ("/api/style.css", "The look of that page", CSS),
        ]
    };
    let empty = |(path, about, kind)| fixed(path, kind, Vec::new()).about(about);
    let all: Vec<Route> = others.iter().cloned().chain(own().map(empty)).collect();
    let contents = [
        serde_json::to_vec(&openapi::document(&all))?,
        page(&all).into_bytes(),
        include_bytes!("api.css").to_vec(),
    ];
    let with_content = |((path, about, kind), content)| fixed(path, kind, content).about(about);
    Ok(own().into_iter().zip(contents).map(with_content).collect())
}

const JSON: &str = "application/json";
const HTML: &str = "text/html; charset=utf-8";
const CSS: &str = "text/css; charset=utf-8";

/// Gives something that does not change while the server runs.
fn fixed(path: &'static str, kind: &'static str, content: Vec<u8>) -> Route {
    let content = Arc::new(Content::new(content.into(), kind, Caching::AskFirst));
    let handler = move |asked: HeaderMap| {
        let content = content.clone();
        async move { content.answer(&asked) }
    };
    Route::get(path, Who::Anyone, handler).gives_other(kind)
}

/// Every route with its examples, as a page without scripts.
fn page(routes: &[Route]) -> String {
    let mut html = String::from(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width\"><title>Evergreen API</title>\
         <link rel=\"stylesheet\" href=\"/api/style.css\"><main><h1>Evergreen 常青: API</h1>\
         <p>Times are milliseconds since 1970 in UTC. Every refusal is a problem (RFC 9457) in the language of \
         <code>Accept-Language</code>, <code>zh</code> or <code>en</code>. \
         The same as a document: <a href=\"/api/openapi.json\">openapi.json</a>.</p>",
    );
    for route in routes {
        section(&mut html, route);
    }
    html.push_str("</main></html>");
    html
}

fn section(html: &mut String, route: &Route) {
    let statuses = |statuses: Vec<String>| statuses.join(", ");
    let given = statuses(route.gives.iter().map(|given| given.status.as_str().to_owned()).collect());
    let refused = statuses(route.refusals().iter().map(|status| status.as_str().to_owned()).collect());
    // Writing into a string does not fail.
    write!(
        html,
        "<section><h2><b>{}</b> <code>{}</code></h2><p>{}. {}</p><p>Gives {given}; refuses with {refused}.</p>",
        route.method,
        escaped(route.path),
        escaped(route.about),
        openapi::open_to(route.who),
    )
    .unwrap_or_default();
    for parameter in &route.reads {
        let about = escaped(parameter.about);
        write!(html, "<p><code>{}</code> ({}): {about}.</p>", parameter.name, parameter.place)
            .unwrap_or_default();
    }
    if let Some(Shape { example: Some(example), .. }) = &route.takes {
        example_of(html, "Takes", example);
    }
    for given in &route.gives {
        if let Body::Json(Shape { example: Some(example), .. }) = &given.body {
            example_of(html, &format!("Gives {}", given.status.as_str()), example);
        }
    }
    html.push_str("</section>");
}

fn example_of(html: &mut String, what: &str, example: &Value) {
    let text = serde_json::to_string_pretty(example).unwrap_or_default();
    write!(html, "<details><summary>{what}</summary><pre>{}</pre></details>", escaped(&text))
        .unwrap_or_default();
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
