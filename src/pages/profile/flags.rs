//! Contradictions to settle, and notices worth a talk.

use leptos::prelude::*;
use planner::firm::Firm;
use planner::profile::{Flag, FlagEffect};

use crate::live;
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
pub(super) fn quote(lang: Lang, item: &str, firm: &Firm, draft: Draft) -> Quote {
    let asked = firm.risk.items.iter().find(|known| known.id == item);
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
pub(super) fn contradictions(lang: Signal<Lang>, planned: Planned) -> impl IntoView {
    section(
        lang,
        planned,
        words::profile::contradictions,
        Some(words::profile::contradictions_lead),
        |flag| matches!(flag.effect, FlagEffect::AskAgain | FlagEffect::Retake),
    )
}

/// What an advisor looks at, and what is worth a talk.
pub(super) fn notices(lang: Signal<Lang>, planned: Planned) -> impl IntoView {
    section(lang, planned, words::profile::to_talk_about, None, |flag| {
        matches!(flag.effect, FlagEffect::AdvisorReview | FlagEffect::Talk)
    })
}

type Say = fn(Lang) -> &'static str;

fn section(
    lang: Signal<Lang>,
    planned: Planned,
    title: Say,
    lead: Option<Say>,
    chosen: fn(&Flag) -> bool,
) -> impl IntoView {
    let draft = expect_context::<Draft>();
    let flags = Memo::new(move |_| {
        let flags = planned.plan.with(|plan| plan.profile.flags.clone());
        flags.into_iter().filter(chosen).collect::<Vec<_>>()
    });
    live::part(move || {
        let (lang, firm) = (lang.get(), planned.firm.get());
        let flags = flags.get();
        (!flags.is_empty()).then(|| {
            let cards = flags.iter().map(|flag| card(lang, flag, &firm, draft)).collect_view();
            view! {
                <section class="section section--ruled">
                    <h2>{title(lang)}</h2>
                    {lead.map(|lead| view! { <p class="muted">{lead(lang)}</p> })}
                    <ul class="stack stack--loose" role="list">{cards}</ul>
                </section>
            }
        })
    })
}

fn card(lang: Lang, flag: &Flag, firm: &Firm, draft: Draft) -> impl IntoView + use<> {
    let check = firm.risk.checks.iter().find(|check| check.id == flag.id).map(|check| &check.text);
    let text = check.or_else(|| firm.risk.notices.get(&flag.id)).map(|text| lang.of(text).to_owned());
    // More than a pair is no longer read as one: the sentence alone says enough.
    let items = if flag.items.len() <= 3 { flag.items.as_slice() } else { &[] };
    let answers = items.iter().map(|item| {
        let Quote { question, answer } = quote(lang, item, firm, draft);
        let spoken = words::profile::change_answer_to(lang, &question);
        view! {
            <div class="contradiction__answer">
                <p class="contradiction__question">{question}</p>
                <blockquote class="contradiction__quote">{answer}</blockquote>
                <p>
                    <a href=Route::Discover(item.clone()).path()>
                        {words::profile::change_answer(lang)} <span class="visually-hidden">{spoken}</span>
                    </a>
                </p>
            </div>
        }
    });
    view! {
        <li class="contradiction">
            <p class="contradiction__text">{text}</p>
            <div class="contradiction__pair">{answers.collect_view()}</div>
            <p class="contradiction__effect">{words::profile::effect(lang, flag.effect)}</p>
        </li>
    }
}
