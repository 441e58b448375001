//! `/learn`: what to read, by one's own gaps, by stage of life and by subject.

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};
use wire::{ArticleCard, ArticleIndex, ArticleTexts, Gap, Stage, Subject};

use crate::components::article_row::{ArticleRow, Mark};
use crate::components::search_box::search_box;
use crate::components::section::{ruled_section, section};
use crate::format;
use crate::node::{El, Node, el, kept};
use crate::pages::locked;
use crate::routes::Route;
use crate::state::current_plan::CurrentPlan;
use crate::state::library::{Found, Library, Why};
use crate::state::reading::{Progress, Reading};
use crate::state::shared;
use crate::words::{self, Lang};

pub mod article;
mod figures;
pub mod glossary;
mod reader;
mod recommend;
mod search;
pub mod talks;

use recommend::Pick;
use search::{Hit, Searched};

/// How many articles are recommended at once.
const RECOMMENDED: usize = 4;

/// `/learn`: what to read, by one's own gaps, by stage of life and by subject.
#[must_use]
pub fn page(lang: Lang) -> Node {
    kept("learn", Desk::open, move |desk| match shared(Library::new).index() {
        Found::Loading => locked::skeleton(words::app::loading(lang)),
        Found::Failed(why) => unreachable(lang, why),
        Found::Ready(index) => shelf(lang, &index, desk).into(),
    })
}

/// What stands in the place of a part of the library that cannot be had.
fn unreachable(lang: Lang, why: Why) -> Node {
    if why == Why::Unknown {
        let back = el("a", "button button--primary").attr("href", Route::Learn.path());
        return el("div", "page")
            .with(el("h1", "").text(words::learn::no_article(lang)))
            .with(el("p", "").with(back.text(words::learn::to_all(lang))))
            .into();
    }
    let library = shared(Library::new);
    let way_out = words::learn::unreachable_way_out(lang);
    locked::failure(lang, words::learn::unreachable(lang), way_out.into(), move || library.retry())
}

/// What the address asks for, for as long as the page is visited.
#[derive(Clone, Copy)]
struct Desk {
    query: Memo<String>,
    stage: Memo<Option<Stage>>,
    ask: Callback<String>,
}

impl Desk {
    fn open() -> Self {
        expect_context::<CurrentPlan>().ask_life();
        let asked = use_query_map();
        let navigate = StoredValue::new_local(use_navigate());
        let word = move |name: &str| asked.with(|asked| asked.get(name)).unwrap_or_default();
        let ask = Callback::new(move |query: String| {
            let quietly = NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() };
            navigate.with_value(|navigate| navigate(&address(&query), quietly));
        });
        let stage = Memo::new(move |_| {
            let asked = word("stage");
            Stage::ALL.into_iter().find(|stage| stage.key() == asked)
        });
        Self { query: Memo::new(move |_| word("q")), stage, ask }
    }
}

/// The address of a search.
fn address(query: &str) -> String {
    let path = Route::Learn.path();
    if query.is_empty() {
        return path;
    }
    [path.as_str(), "?q=", &String::from(js_sys::encode_uri_component(query))].concat()
}

/// What the library is, as its page begins.
pub fn head(lang: Lang) -> El {
    el("header", "page__head")
        .with(el("h1", "").text(words::learn::headline(lang)))
        .with(el("p", "").text(words::learn::lead(lang)))
}

fn shelf(lang: Lang, index: &Arc<ArticleIndex>, desk: Desk) -> El {
    let query = desk.query.get();
    let shelf = el("div", "page learn").with(head(lang)).with(search_box(
        words::learn::search(lang),
        query.clone(),
        desk.ask,
    ));
    if query.trim().is_empty() {
        return shelf.with(for_you(lang, index)).with(yours(lang, index)).with(all(
            lang,
            index,
            desk.stage.get(),
        ));
    }
    shelf.with(results(lang, index, &query))
}

/// What is recommended, each with its reason.
fn for_you(lang: Lang, index: &ArticleIndex) -> El {
    let reader = reader::look();
    let reading = shared(Reading::new);
    let read = |slug: &str| reading.progress(slug) == Progress::Read;
    let picks = recommend::pick(&index.articles, &reader, read, RECOMMENDED);
    let card = |Pick { card, gap }: Pick| {
        row(lang, card).because(words::learn::reason(lang, gap)).with_lead().show()
    };
    let lead = words::learn::for_you_lead(lang, !reader.gaps.contains(&Gap::NewHere));
    section(words::learn::for_you(lang))
        .with(el("p", "muted").text(lead))
        .with(el("ul", "learn__picks").attr("role", "list").with_all(picks.into_iter().map(card)))
}

/// The one article to read first, with its reason; none while the library is not here, or where
/// everything that fits was read. Tracked.
pub(super) fn one_to_read(lang: Lang) -> Option<ArticleRow> {
    let index = shared(Library::new).index().ready()?;
    let reading = shared(Reading::new);
    let read = |slug: &str| reading.progress(slug) == Progress::Read;
    let pick = recommend::pick(&index.articles, &reader::look(), read, 1).into_iter().next()?;
    Some(row(lang, pick.card).because(words::learn::reason(lang, pick.gap)))
}

/// What was begun or saved.
fn yours(lang: Lang, index: &ArticleIndex) -> Option<El> {
    let reading = shared(Reading::new);
    let mine = |card: &&ArticleCard| {
        reading.saved(&card.slug) || matches!(reading.progress(&card.slug), Progress::Begun(_))
    };
    let rows: Vec<El> = index.articles.iter().filter(mine).map(|card| row(lang, card).show()).collect();
    (!rows.is_empty()).then(|| ruled_section(words::learn::yours(lang)).with(list(rows)))
}

/// Every article under its subject, those of a stage of life alone if one is chosen.
fn all(lang: Lang, index: &ArticleIndex, stage: Option<Stage>) -> El {
    let fits = |card: &&ArticleCard| stage.is_none_or(|stage| card.stages.contains(&stage));
    let group = |subject: Subject| {
        let of_it = index.articles.iter().filter(|card| card.subject == subject).filter(fits);
        let rows: Vec<El> = of_it.map(|card| row(lang, card).show()).collect();
        let title = el("h3", "learn__subject").text(words::learn::subject(lang, subject));
        (!rows.is_empty()).then(|| el("section", "learn__group").with(title).with(list(rows)))
    };
    ruled_section(words::learn::all(lang, index.articles.len()))
        .with(stages(lang, stage))
        .with(el("div", "learn__groups").with_all(Subject::ALL.into_iter().filter_map(group)))
}

/// The choice of a stage of life, as links: each is an address of its own.
fn stages(lang: Lang, chosen: Option<Stage>) -> El {
    let link = |stage: Option<Stage>| {
        let (path, name) = match stage {
            None => (Route::Learn.path(), words::learn::every_stage(lang)),
            Some(stage) => (
                [Route::Learn.path().as_str(), "?stage=", stage.key()].concat(),
                words::learn::stage(lang, stage),
            ),
        };
        let current = (stage == chosen).then_some("true");
        let link =
            el("a", "chip").attr("href", path).attr("data-noscroll", "").attr_if("aria-current", current);
        el("li", "").with(link.text(name))
    };
    let stages = [None].into_iter().chain(Stage::ALL.map(Some));
    el("nav", "")
        .attr("aria-label", words::learn::stages(lang))
        .with(el("ul", "chips").attr("role", "list").with_all(stages.map(link)))
}

fn results(lang: Lang, index: &ArticleIndex, query: &str) -> El {
    let library = shared(Library::new);
    // Whoever types Latin letters on a Chinese page may look for an English word, and the other
    // way round: the language that the letters belong to is searched as well.
    let written = if search::is_chinese(query) { Lang::Zh } else { Lang::En };
    let mut langs = vec![lang];
    langs.extend((written != lang).then_some(written));
    let found: Vec<Found<ArticleTexts>> = langs.into_iter().map(|lang| library.texts(lang)).collect();
    let loading = found.iter().any(|texts| matches!(texts, Found::Loading));
    let texts: Vec<_> = found.into_iter().filter_map(Found::ready).collect();
    let hits = search::search(&Searched { lang, index, texts: &texts, query });
    let row = |Hit { card, excerpt, .. }: Hit| {
        let row = row(lang, card);
        match excerpt {
            Some(excerpt) => row.with_excerpt(excerpt).show(),
            None => row.with_lead().show(),
        }
    };
    let nothing = hits.is_empty() && !loading;
    el("section", "section")
        .with(
            el("div", "")
                .attr("role", "status")
                .with(el("h2", "").text(words::learn::found(lang, hits.len()))),
        )
        .with(nothing.then(|| el("p", "").text(words::learn::nothing_found(lang))))
        .with(loading.then(|| el("p", "muted").text(words::learn::titles_only(lang))))
        .with(list(hits.into_iter().map(row).collect()))
}

fn list(rows: Vec<El>) -> El {
    el("ul", "learn__rows").attr("role", "list").with_all(rows)
}

/// An article in a list, with what this device remembers of it.
fn row(lang: Lang, card: &ArticleCard) -> ArticleRow {
    let reading = shared(Reading::new);
    let mark = match reading.progress(&card.slug) {
        Progress::Read => Some(Mark::Read(words::learn::read(lang))),
        Progress::Begun(percent) => Some(Mark::Begun(words::learn::begun(lang, &share(lang, percent)))),
        Progress::New => None,
    };
    ArticleRow {
        path: Route::Article(card.slug.clone()).path(),
        title: lang.pick(&card.title.zh, &card.title.en).to_owned(),
        lead: lang.pick(&card.lead.zh, &card.lead.en).to_owned(),
        minutes: words::learn::minutes(lang, minutes(lang, card)),
        mark,
        saved: reading.saved(&card.slug).then(|| words::learn::saved(lang)),
        reason: None,
        below: None,
    }
}

const fn minutes(lang: Lang, card: &ArticleCard) -> u32 {
    match lang {
        Lang::Zh => card.minutes[0],
        Lang::En => card.minutes[1],
    }
}

fn share(lang: Lang, percent: u8) -> String {
    format::percent(lang, f64::from(percent) / 100.0, 0)
}
