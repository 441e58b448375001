//! One question: its heading, why it is asked, and what answers it.

use leptos::prelude::*;

use super::asking::Asking;
use super::{choices, household, money, review};
use crate::components::why_note::WhyNote;
use crate::state::steps::Step;
use crate::words;

/// A step of the questions.
pub(super) fn view(asking: Asking, step: Step) -> AnyView {
    let body = match &step {
        Step::Region => choices::region(asking),
        Step::Goal(id) => choices::goal(asking, id),
        Step::Risk(id) => choices::risk(asking, id),
        Step::You => household::you(asking),
        Step::Couple => household::couple(asking),
        Step::Work(who) => household::work(asking, *who),
        Step::Retire(who) => household::retire(asking, *who),
        Step::Spending => money::spending(asking),
        Step::Saving => money::saving(asking),
        Step::Holdings => money::holdings(asking),
        Step::Debts => money::debts(asking),
        Step::Pension(who) => money::pension(asking, *who),
        Step::Projects => money::projects(asking),
        Step::Review => review::view(asking),
    };
    let why = {
        let step = step.clone();
        Signal::derive(move || why(asking, &step))
    };
    let has_why = Memo::new(move |_| why.with(|why| !why.is_empty()));
    view! {
        <section class="question">
            {body}
            {move || {
                has_why.get().then(|| view! { <WhyNote title=asking.word(words::discover::why_title) text=why /> })
            }}
        </section>
    }
    .into_any()
}

/// The heading of a step: the page's own heading where the step stands alone.
pub(super) fn heading(asking: Asking, step: &Step) -> AnyView {
    let id = format!("q-{}", step.slug());
    let step = step.clone();
    let text = move || phrases(&title(asking, &step));
    (move || {
        let (id, text) = (id.clone(), text.clone());
        if asking.wide.get() {
            view! { <h2 class="question__title" id=id tabindex="-1">{text}</h2> }.into_any()
        } else {
            view! { <h1 class="question__title" id=id tabindex="-1">{text}</h1> }.into_any()
        }
    })
    .into_any()
}

/// A heading in phrases that stay on one line where they fit; English is one phrase.
fn phrases(text: &str) -> Vec<AnyView> {
    let phrases = text.split_inclusive(['，', '？', '。', '；']);
    phrases
        .map(|phrase| view! { <span class="question__phrase">{phrase.to_owned()}</span> }.into_any())
        .collect()
}

/// What a step asks.
pub(super) fn title(asking: Asking, step: &Step) -> String {
    let lang = asking.lang.get();
    let complete = *step == Step::Review && asking.draft.answers().with(Result::is_ok);
    let own = if complete { words::discover::complete(lang) } else { words::discover::title(lang, step) };
    asking.firm.with_value(|firm| {
        match step {
            Step::Goal(id) => {
                firm.goals.items.iter().find(|item| item.id == *id).map(|item| lang.of(&item.text))
            }
            Step::Risk(id) => {
                firm.risk.items.iter().find(|item| item.id == *id).map(|item| lang.of(&item.text))
            }
            _ => None,
        }
        .unwrap_or(own)
        .to_owned()
    })
}

fn why(asking: Asking, step: &Step) -> String {
    let lang = asking.lang.get();
    let own = words::discover::why(lang, step);
    asking.firm.with_value(|firm| {
        match step {
            Step::Goal(id) => {
                firm.goals.items.iter().find(|item| item.id == *id).map(|item| lang.of(&item.why))
            }
            Step::Risk(id) => {
                firm.risk.items.iter().find(|item| item.id == *id).map(|item| lang.of(&item.why))
            }
            _ => None,
        }
        .unwrap_or(own)
        .to_owned()
    })
}
