//! "Is this you?": accept the class, or choose a lower one. A higher one cannot be chosen.

use std::sync::Arc;

use leptos::prelude::*;
use planner::Plan;
use planner::firm::Class;

use crate::components::choice_card::{Choice, ChoiceCard};
use crate::live;
use crate::state::draft::Draft;
use crate::words::{self, Lang};

/// The group of the radio buttons.
const GROUP: &str = "class-choice";

/// The assessed class and every lower one.
pub(super) fn choice(lang: Signal<Lang>, plan: Signal<Arc<Plan>>) -> impl IntoView {
    let draft = expect_context::<Draft>();
    let assessed = Memo::new(move |_| plan.with(|plan| plan.profile.assessed));
    let chosen = Memo::new(move |_| draft.form().with(|form| form.lower_class));
    let cards = move || {
        let lang = lang.get();
        let accept = Choice::new("assessed", words::profile::accept(lang, assessed.get()));
        let accept = card(accept, Signal::derive(move || chosen.get().is_none()), draft, None);
        let lower = lower_than(assessed.get()).into_iter().rev().map(|class| {
            let choice = Choice::new(words::profile::class_code(class), words::profile::choose(lang, class));
            card(choice, Signal::derive(move || chosen.get() == Some(class)), draft, Some(class))
        });
        (accept, lower.collect_view())
    };
    view! {
        <section class="section section--ruled">
            <fieldset class="profile__choice">
                <legend class="profile__question"><h2>{live::text(move || words::profile::is_this_you(lang.get()))}</h2></legend>
                <p>{live::text(move || words::profile::is_this_you_lead(lang.get()))}</p>
                {live::part(move || if lower_than(assessed.get()).is_empty() {
                    view! { <p class="muted">{words::profile::no_lower(lang.get())}</p> }.into_any()
                } else {
                    view! { <div class="stack stack--tight">{cards()}</div> }.into_any()
                })}
            </fieldset>
        </section>
    }
}

fn card(choice: Choice, chosen: Signal<bool>, draft: Draft, class: Option<Class>) -> impl IntoView {
    let on_choose = Callback::new(move |_| draft.edit(|form| form.lower_class = class));
    view! { <ChoiceCard name=GROUP.to_owned() text=choice.text many=false chosen on_choose /> }
}

/// The classes one may choose instead, lowest first. The lowest class comes from a gate only.
fn lower_than(assessed: Class) -> Vec<Class> {
    Class::ALL.into_iter().filter(|class| *class > Class::C1Lowest && *class < assessed).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_lower_classes_can_be_chosen() {
        assert_eq!(lower_than(Class::C3), [Class::C1, Class::C2]);
        assert!(lower_than(Class::C1).is_empty());
        assert!(lower_than(Class::C1Lowest).is_empty());
    }
}
