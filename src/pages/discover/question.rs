//! One question: its heading, why it is asked, and what answers it.

use std::rc::Rc;

use planner::firm::{Firm, Region, Text};

use super::{choices, household, money, review};
use crate::components::phrased::phrased;
use crate::components::why_note::why_note;
use crate::node::{El, Node, el};
use crate::pages::asking::Asking;
use crate::state::steps::Step;
use crate::words::{self, Lang};

/// A step of the questions.
pub(super) fn view(asking: &Rc<Asking>, step: &Step) -> Node {
    let question = el("section", "question");
    let question = match step {
        Step::Region => choices::region(asking, question),
        Step::Goal(id) => choices::goal(asking, id, question),
        Step::Risk(id) => choices::risk(asking, id, question),
        Step::You => household::you(asking, question),
        Step::Couple => household::couple(asking, question),
        Step::Work(who) => household::work(asking, *who, question),
        Step::Retire(who) => household::retire(asking, *who, question),
        Step::Spending => money::spending(asking, question),
        Step::Saving => money::saving(asking, question),
        Step::Holdings => money::holdings(asking, question),
        Step::Debts => money::debts(asking, question),
        Step::Pension(who) => money::pension(asking, *who, question),
        Step::Projects => money::projects(asking, question),
        Step::Review => review::view(asking, question),
    };
    let why = of_firm(&asking.firm, step)
        .map_or_else(|| words::discover::why(asking.lang, step), |(_, why)| asking.lang.of(why));
    let why = (!why.is_empty()).then(|| why_note(words::discover::why_title(asking.lang), why.to_owned()));
    question.with(why).into()
}

/// The heading of a step: the page's own heading where the step stands alone.
pub(super) fn heading(asking: &Asking, step: &Step) -> El {
    titled(if asking.wide { "h2" } else { "h1" }, &title(asking, step))
        .attr("id", format!("q-{}", step.slug()))
        .attr("tabindex", "-1")
}

fn titled(tag: &'static str, title: &str) -> El {
    phrased(el(tag, "question__title"), title)
}

/// The first of all questions on a phone, before anything can be answered.
pub(super) fn first(lang: Lang) -> El {
    let step = Step::Region;
    el("section", "question")
        .with(titled("h1", words::discover::title(lang, &step)))
        .with_all(Region::ALL.map(|_| el("span", "skeleton skeleton--title")))
        .with(why_note(words::discover::why_title(lang), words::discover::why(lang, &step).to_owned()))
}

/// What a step asks.
pub(super) fn title(asking: &Asking, step: &Step) -> String {
    let lang = asking.lang;
    let complete = *step == Step::Review && asking.draft.open().is_empty();
    let own = if complete { words::discover::complete(lang) } else { words::discover::title(lang, step) };
    of_firm(&asking.firm, step).map_or(own, |(text, _)| lang.of(text)).to_owned()
}

/// The firm's own question of a step, and why it is asked.
fn of_firm<'a>(firm: &'a Firm, step: &Step) -> Option<(&'a Text, &'a Text)> {
    match step {
        Step::Goal(id) => {
            firm.goals.items.iter().find(|item| item.id == *id).map(|item| (&item.text, &item.why))
        }
        Step::Risk(id) => {
            firm.risk.items.iter().find(|item| item.id == *id).map(|item| (&item.text, &item.why))
        }
        _ => None,
    }
}
