//! The end of the road for what does not suit: the warning, own words, and the advisor.

use leptos::prelude::*;
use leptos_router::location::Url;
use planner::firm::product::Product;
use planner::suitability::Warning;
use wire::{MeetingSubject, Topic};

use super::Counter;
use crate::components::section::ruled_section;
use crate::components::words_field::words_field;
use crate::format;
use crate::node::{El, Node, el, nothing};
use crate::routes::Route;
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
            [nothing(), contact(counter, product, false).into()]
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
        .with(el("p", "field__label").attr("id", "own-words-label").text(label))
        .with(field)
        .with(el("p", "muted").text(hint));
    [asked.into(), enough.then(|| contact(counter, product, false)).into()]
}

/// How the advisor is reached about a product: the own words go along by its identifier, not in the address.
pub(super) fn contact(counter: &Counter, product: &Product, suits: bool) -> El {
    let lang = counter.planned.lang;
    let topic = if suits { Topic::Own } else { Topic::ProductAboveClass };
    let name = Url::escape(lang.of(&product.name));
    let subject = MeetingSubject::Product.key();
    let meetings = Route::Meetings.path();
    let parts = ["?topic=", topic.key(), "&subject=", subject, "&product=", &product.id, "&name=", &name];
    let meet = [&meetings, parts.concat().as_str()].concat();
    let phone = &counter.planned.firm.identity.phone;
    let [meet_word, call_word] = words::products::reach(lang);
    let ways =
        el("p", "row").with(el("a", "button button--primary").attr("href", meet).text(meet_word)).with(
            el("a", "button").attr("href", ["tel:", phone].concat()).text([call_word, " ", phone].concat()),
        );
    el("div", "stack products__ask")
        .attr("role", "group")
        .attr("aria-labelledby", "ask-title")
        .with(el("h3", "").attr("id", "ask-title").text(words::products::ask(lang)))
        .with(el("p", "").text(words::products::ask_lead(lang, suits)))
        .with(ways)
}
