//! The end of the road for what does not suit: the warning, own words, and the advisor.

use leptos::prelude::*;
use leptos_router::location::Url;
use planner::firm::product::Product;
use planner::suitability::Warning;

use super::Counter;
use crate::components::section::ruled_section;
use crate::components::words_field::words_field;
use crate::format;
use crate::node::{El, Node, el, nothing};
use crate::state::draft::Draft;
use crate::words;

/// Characters of own words, at least: an effort that no slip of the finger makes.
const LEAST_WORDS: usize = 10;

/// What has to be read, and where it ends: at the advisor, or for the lowest class nowhere.
pub(super) fn warning(counter: &Counter, product: &Product, warning: Warning) -> El {
    let lang = counter.planned.lang;
    let profile = counter.client.profile;
    let texts = match warning {
        Warning::Closed => vec![words::products::closed_text(lang, product.level())],
        Warning::AboveClass => {
            let loss = format::percent(lang, profile.loss_limit, 0);
            words::products::above_class_text(lang, product.level(), profile.recommended, &loss).into()
        }
        Warning::None | Warning::Unsuitable | Warning::NotAssessed => {
            vec![words::products::unsuitable_text(lang).to_owned()]
        }
    };
    let texts = texts.into_iter().map(|text| el("p", "").text(text));
    let end: [Node; 2] = match warning {
        Warning::Closed => [nothing(), nothing()],
        Warning::AboveClass => with_own_words(counter, product),
        Warning::None | Warning::Unsuitable | Warning::NotAssessed => {
            [nothing(), contact(counter, product, "", false).into()]
        }
    };
    ruled_section(words::products::warning(lang))
        .with(el("div", "caution products__warning").with_all(texts))
        .with_all(end)
}

/// Own words first; once there are enough of them, the way to the advisor.
fn with_own_words(counter: &Counter, product: &Product) -> [Node; 2] {
    let lang = counter.planned.lang;
    let draft = expect_context::<Draft>();
    let own = draft.about(&product.id);
    let enough = own.chars().filter(|letter| !letter.is_whitespace()).count() >= LEAST_WORDS;
    let (label, hint) = words::products::own_words(lang);
    let id = product.id.clone();
    let field = words_field("own-words".to_owned(), "own-words-label".to_owned(), own.clone(), move |text| {
        draft.write_about(&id, text);
    });
    let asked = el("div", "stack stack--tight")
        .with(el("p", "number-field__label").attr("id", "own-words-label").text(label))
        .with(field)
        .with(el("p", "muted").text(hint));
    [asked.into(), enough.then(|| contact(counter, product, &own, false)).into()]
}

/// How the advisor is reached about a product, with the own words in the mail.
pub(super) fn contact(counter: &Counter, product: &Product, own: &str, suits: bool) -> El {
    let lang = counter.planned.lang;
    let firm = &counter.planned.firm.identity;
    let subject = words::products::subject(lang, lang.of(&product.name), &product.id);
    let mail =
        ["mailto:", &firm.mail, "?subject=", &Url::escape(&subject), "&body=", &Url::escape(own)].concat();
    let call = ["tel:", &firm.phone].concat();
    let [call_word, write_word] = words::products::reach(lang);
    let way = |href: String, word: &str, to: &str| {
        el("a", "button").attr("href", href).text([word, " ", to].concat())
    };
    let ways = el("p", "row").with(way(call, call_word, &firm.phone)).with(way(mail, write_word, &firm.mail));
    el("div", "stack products__ask")
        .attr("role", "group")
        .attr("aria-labelledby", "ask-title")
        .with(el("h3", "").attr("id", "ask-title").text(words::products::ask(lang)))
        .with(el("p", "").text(words::products::ask_lead(lang, suits)))
        .with(ways)
}
