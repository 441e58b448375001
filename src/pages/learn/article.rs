//! `/learn/:slug`: an article, with the figures of the reader's own plan.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::hooks::use_location;
use planner::firm::Region;
use wire::{Article, ArticleCard, Country, Gap};

use super::{figures, minutes, reader, recommend, row, share, unreachable};
use crate::components::choice_card::Choice;
use crate::components::choice_list::ChoiceList;
use crate::components::glossed::Glossed;
use crate::components::phrased::phrased;
use crate::format;
use crate::node::{El, Node, el, kept, nothing};
use crate::pages::locked;
use crate::routes::Route;
use crate::state::current_plan::CurrentPlan;
use crate::state::draft::Draft;
use crate::state::firm_data::FirmData;
use crate::state::library::{Found, Library};
use crate::state::reading::{Progress, Reading};
use crate::state::shared;
use crate::words::{self, Lang};

mod track;

use track::Track;

/// `/learn/:slug`: an article, with the figures of the reader's own plan.
#[must_use]
pub fn page(lang: Lang) -> Node {
    let path = use_location().pathname;
    path.with(|path| match Route::of(path) {
        Route::Article(slug) => article(lang, slug),
        // Another page is on its way.
        _ => nothing(),
    })
}

fn article(lang: Lang, name: String) -> Node {
    kept(
        name.clone(),
        move || Track::open(&name),
        move |track| match shared(Library::new).article(&track.slug(), lang) {
            Found::Loading => locked::skeleton(words::app::loading(lang)),
            Found::Failed(why) => unreachable(lang, why),
            Found::Ready(article) => shown(lang, &article, track).into(),
        },
    )
}

fn shown(lang: Lang, article: &Arc<Article>, track: Track) -> El {
    let card = &article.card;
    el("article", "page article")
        .with(head(lang, card, track))
        .with(body(lang, article))
        .with(check(lang, article))
        .with(sources(lang, article))
        .with(next(lang, card))
}

/// Title, what a reader gets, how long it takes, and what this device remembers.
fn head(lang: Lang, card: &ArticleCard, track: Track) -> El {
    let about = el("p", "article__about")
        .with(el("span", "").text(words::learn::minutes(lang, minutes(lang, card))))
        .with(el("span", "").text(words::learn::dated(lang, &format::day(lang, &card.dated))))
        .with(words::learn::applies(lang, &card.regions).map(|text| el("span", "").text(text)));
    el("header", "page__head article__head")
        .with(el("p", "article__subject").text(words::learn::subject(lang, card.subject)))
        .with(phrased(el("h1", "article__title"), lang.pick(&card.title.zh, &card.title.en)))
        .with(el("p", "").text(lang.pick(&card.lead.zh, &card.lead.en).to_owned()))
        .with(about)
        .with(ways(lang, card, track))
}

/// Saves the article, and goes on where the reader was.
fn ways(lang: Lang, card: &ArticleCard, track: Track) -> El {
    let reading = shared(Reading::new);
    let saved = reading.saved(&card.slug);
    let slug = card.slug.clone();
    let save = el("button", "button")
        .attr("type", "button")
        .attr("aria-pressed", if saved { "true" } else { "false" })
        .on_click(move || reading.toggle_saved(&slug))
        .text(if saved { words::learn::saved(lang) } else { words::learn::save(lang) });
    let go_on = track.begun().map(|percent| {
        el("button", "button button--quiet")
            .attr("type", "button")
            .on_click(move || track.go_on())
            .text(words::learn::go_on(lang, &share(lang, percent)))
    });
    el("div", "row").with(save).with(go_on)
}

/// The body, with its figures and where they come from.
fn body(lang: Lang, article: &Article) -> El {
    let glossary = shared(Library::new).glossary().ready();
    let meaning = move |id: &str| {
        let term = glossary.as_ref()?.terms.iter().find(|term| term.id == id)?;
        let text = |both: &wire::Bilingual| lang.pick(&both.zh, &both.en).to_owned();
        Some((text(&term.name), text(&term.text)))
    };
    let (html, note) = with_figures(lang, article);
    let text = Glossed {
        key: article.card.slug.clone(),
        html,
        meaning: Rc::new(meaning),
        all: (Route::Glossary.path(), words::learn::to_glossary(lang)),
    };
    el("div", "article__body").attr("id", track::BODY).with(note).with(text.show())
}

/// The body with figures of the reader's plan, or of a sample household, and a note that says which.
fn with_figures(lang: Lang, article: &Article) -> (String, Option<El>) {
    if !figures::has_any(&article.html) {
        return (article.html.clone(), None);
    }
    let note = |text: String| el("p", "article__note").text(text);
    let plan = expect_context::<CurrentPlan>().plan().get();
    if let (Some(plan), Some(firm)) = (plan, expect_context::<FirmData>().get()) {
        let figure = |key: &str| {
            planner::figures::figure(key, &plan, &firm).map(|figure| figures::text(lang, plan.region, figure))
        };
        return (
            figures::fill(&article.html, figure),
            Some(note(words::learn::own_figures(lang).to_owned())),
        );
    }
    let samples = shared(Library::new).samples().ready();
    let region = region_for(&article.card);
    let sample = samples.as_ref().and_then(|samples| samples.iter().find(|sample| sample.region == region));
    let figure = |key: &str| Some(figures::text(lang, region, sample?.figure(key)?));
    let way = el("a", "")
        .attr("href", Route::Discover(String::new()).path())
        .text(words::learn::to_own_figures(lang));
    let note = sample
        .map(|sample| note(words::learn::sample_figures(lang, lang.of(&sample.name))).text(" ").with(way));
    (figures::fill(&article.html, figure), note)
}

/// Whose sample household suits an article: the region the reader chose, where the article applies
/// there.
fn region_for(card: &ArticleCard) -> Region {
    let chosen = expect_context::<Draft>().form().with(|form| form.region);
    let applies = |region: &Region| card.regions.contains(&reader::country(*region));
    let first = || if card.regions.contains(&Country::Cn) { Region::China } else { Region::Canada };
    chosen.filter(applies).unwrap_or_else(first)
}

/// The question that the article answers; once answered, whether that was right, and why.
fn check(lang: Lang, article: &Arc<Article>) -> El {
    let reading = shared(Reading::new);
    let slug = article.card.slug.clone();
    let question = &article.check;
    let answer = reading.answer(&slug);
    let choices = question.options.iter().enumerate();
    let list = ChoiceList {
        name: slug.clone(),
        choices: choices.map(|(place, text)| Choice::new(place.to_string(), text.clone())).collect(),
        chosen: answer.iter().map(ToString::to_string).collect(),
        many: false,
        short: false,
        fault: None,
        on_choose: Rc::new(move |chosen: Vec<String>| {
            if let Some(option) = chosen.first().and_then(|key| key.parse().ok()) {
                reading.note_answer(&slug, option);
            }
        }),
        on_tap: None,
        on_number: None,
        legend: el("h2", "article__question").text(question.question.clone()),
    };
    let verdict = answer.map(|answer| {
        let right = question.options.get(question.right).map(String::as_str).unwrap_or_default();
        let right_answer = answer == question.right;
        let said = if right_answer {
            words::learn::right(lang).to_owned()
        } else {
            words::learn::wrong(lang, right)
        };
        el("p", "article__verdict")
            .class_if("article__verdict--right", right_answer)
            .with(el("strong", "").text(said))
            .text(question.why.clone())
    });
    el("section", "section section--ruled article__check")
        .with(el("p", "article__subject").text(words::learn::check(lang)))
        .with(list.show())
        .with(el("div", "").attr("role", "status").with(verdict))
}

fn sources(lang: Lang, article: &Article) -> El {
    let source = |source: &wire::SourceNote| {
        let open =
            (!source.confirmed).then(|| el("span", "article__open").text(words::learn::unconfirmed(lang)));
        el("li", "").text(source.text.clone()).text(" ").with(open)
    };
    el("section", "section section--ruled article__sources")
        .with(el("h2", "").text(words::learn::sources(lang)))
        .with(el("ul", "").with_all(article.sources.iter().map(source)))
}

/// What to read next: what suits the reader, else what stands after it in the library.
fn next(lang: Lang, here: &ArticleCard) -> Option<El> {
    let index = shared(Library::new).index().ready()?;
    let reading = shared(Reading::new);
    let reader = reader::look();
    let read = |slug: &str| slug == here.slug || reading.progress(slug) == Progress::Read;
    let pick = recommend::pick(&index.articles, &reader, read, 1).into_iter().next();
    let after = || {
        let at = index.articles.iter().position(|card| card.slug == here.slug)?;
        index.articles.get((at + 1) % index.articles.len())
    };
    let planned = !reader.gaps.contains(&Gap::NewHere);
    let row = match pick {
        Some(pick) if planned => row(lang, pick.card).because(words::learn::reason(lang, pick.gap)),
        Some(pick) => row(lang, pick.card),
        None => row(lang, after()?),
    };
    let all = el("a", "").attr("href", Route::Learn.path()).text(words::learn::to_all(lang));
    Some(
        el("section", "section section--ruled")
            .with(el("h2", "").text(words::learn::next(lang)))
            .with(el("ul", "learn__rows").attr("role", "list").with(row.with_lead().show()))
            .with(el("p", "").with(all)),
    )
}
