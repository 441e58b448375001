//! Contradictions to settle, and notices worth a talk.

use leptos::prelude::*;
use planner::firm::Firm;
use planner::profile::{Flag, FlagEffect};

use crate::components::section::ruled_section;
use crate::node::{El, el};
use crate::pages::planned::Planned;
use crate::routes::Route;
use crate::state::draft::Draft;
use crate::words::{self, Lang};

/// One question with the client's own answer.
pub(super) struct Quote {
    /// The question.
    pub(super) question: String,
    /// The answer, several joined.
    pub(super) answer: String,
}

/// Quotes what the client answered to a risk item.
pub(super) fn quote(lang: Lang, item: &str, firm: &Firm) -> Quote {
    let asked = firm.risk.items.iter().find(|known| known.id == item);
    let draft = expect_context::<Draft>();
    let chosen = draft.form().with(|form| form.risk.get(item).cloned().unwrap_or_default());
    let options =
        asked.into_iter().flat_map(|item| &item.options).filter(|option| chosen.contains(&option.key));
    let answers: Vec<_> = options.map(|option| lang.of(&option.text)).collect();
    let answer = if answers.is_empty() {
        words::profile::no_answer(lang).to_owned()
    } else {
        answers.join(lang.pick("；", "; "))
    };
    Quote { question: asked.map_or(item, |item| lang.of(&item.text)).to_owned(), answer }
}

/// Pairs of answers that contradict each other, with the way to either question.
pub(super) fn contradictions(planned: &Planned) -> Option<El> {
    let lang = planned.lang;
    let lead = el("p", "muted").text(words::profile::contradictions_lead(lang));
    let cards = cards(planned, [FlagEffect::AskAgain, FlagEffect::Retake])?;
    Some(ruled_section(words::profile::contradictions(lang)).with(lead).with(cards))
}

/// What an advisor looks at, and what is worth a talk.
pub(super) fn notices(planned: &Planned) -> Option<El> {
    let cards = cards(planned, [FlagEffect::AdvisorReview, FlagEffect::Talk])?;
    Some(ruled_section(words::profile::to_talk_about(planned.lang)).with(cards))
}

/// A card for every flag with one of the effects; nothing where there is none.
fn cards(planned: &Planned, effects: [FlagEffect; 2]) -> Option<El> {
    let flags = planned.plan.profile.flags.iter().filter(|flag| effects.contains(&flag.effect));
    let cards: Vec<_> = flags.map(|flag| card(planned.lang, flag, &planned.firm)).collect();
    (!cards.is_empty()).then(|| el("ul", "stack stack--loose").attr("role", "list").with_all(cards))
}

fn card(lang: Lang, flag: &Flag, firm: &Firm) -> El {
    let check = firm.risk.checks.iter().find(|check| check.id == flag.id).map(|check| &check.text);
    let text = check.or_else(|| firm.risk.notices.get(&flag.id)).map(|text| lang.of(text).to_owned());
    // More than a pair is no longer read as one: the sentence alone says enough.
    let items = if flag.items.len() <= 3 { flag.items.as_slice() } else { &[] };
    let answers = items.iter().map(|item| answered(lang, item, firm));
    el("li", "contradiction")
        .with(el("p", "contradiction__text").with(text))
        .with(el("div", "contradiction__pair").with_all(answers))
        .with(el("p", "contradiction__effect").text(words::profile::effect(lang, flag.effect)))
}

/// One answer, with the way to its question.
fn answered(lang: Lang, item: &str, firm: &Firm) -> El {
    let Quote { question, answer } = quote(lang, item, firm);
    let way = el("a", "")
        .attr("href", Route::Discover(item.to_owned()).path())
        .text(words::profile::change_answer(lang))
        .with(el("span", "visually-hidden").text(words::profile::change_answer_to(lang, &question)));
    el("div", "contradiction__answer")
        .with(el("p", "contradiction__question").text(question))
        .with(el("blockquote", "contradiction__quote").text(answer))
        .with(el("p", "").with(way))
}
