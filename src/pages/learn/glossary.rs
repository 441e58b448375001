//! `/learn/glossary`: the words that are explained.

use leptos::prelude::*;
use wire::{Bilingual, Term};

use super::unreachable;
use crate::components::search_box::search_box;
use crate::node::{El, Node, el, kept};
use crate::pages::locked;
use crate::state::library::{Found, Library};
use crate::state::shared;
use crate::words::{self, Lang};

/// `/learn/glossary`: the words that are explained.
#[must_use]
pub fn page(lang: Lang) -> Node {
    kept(
        "glossary",
        || RwSignal::new(String::new()),
        move |typed| match shared(Library::new).glossary() {
            Found::Loading => locked::skeleton(words::app::loading(lang)),
            Found::Failed(why) => unreachable(lang, why),
            Found::Ready(glossary) => shown(lang, &glossary.terms, typed).into(),
        },
    )
}

fn shown(lang: Lang, terms: &[Term], typed: RwSignal<String>) -> El {
    let query = typed.get().trim().to_lowercase();
    let has = |both: &Bilingual| both.zh.contains(&query) || both.en.to_lowercase().contains(&query);
    let found: Vec<&Term> = terms.iter().filter(|term| has(&term.name) || has(&term.text)).collect();
    let nothing =
        found.is_empty().then(|| el("p", "").attr("role", "status").text(words::learn::found(lang, 0)));
    el("div", "page glossary")
        .with(
            el("header", "page__head")
                .with(el("h1", "").text(words::app::glossary(lang)))
                .with(el("p", "").text(words::learn::glossary_lead(lang))),
        )
        .with(search_box(
            words::learn::glossary_search(lang),
            typed.get(),
            Callback::new(move |text| typed.set(text)),
        ))
        .with(nothing)
        .with(el("dl", "glossary__terms").with_all(found.into_iter().map(|term| row(lang, term))))
}

/// A word in the language of the page, with the other language's word for it, and what it means.
fn row(lang: Lang, term: &Term) -> El {
    let of = |both: &Bilingual, lang: Lang| lang.pick(&both.zh, &both.en).to_owned();
    let other = lang.other();
    let also = el("span", "glossary__also").attr("lang", other.tag()).text(of(&term.name, other));
    el("div", "glossary__term")
        .with(el("dt", "").text(of(&term.name, lang)).text(" ").with(also))
        .with(el("dd", "").text(of(&term.text, lang)))
}
