//! "Is this you?": accept the class, or choose a lower one. A higher one cannot be chosen.

use leptos::prelude::*;
use planner::Plan;
use planner::firm::Class;

use crate::components::choice_card::ChoiceCard;
use crate::node::{El, el};
use crate::state::draft::Draft;
use crate::words::{self, Lang};

/// The group of the radio buttons.
const GROUP: &str = "class-choice";

/// The assessed class and every lower one.
pub(super) fn choice(lang: Lang, plan: &Plan) -> El {
    let assessed = plan.profile.assessed;
    let lower = lower_than(assessed);
    let answers = if lower.is_empty() {
        el("p", "muted").text(words::profile::no_lower(lang))
    } else {
        let lower =
            lower.into_iter().rev().map(|class| card(words::profile::choose(lang, class), Some(class)));
        el("div", "stack stack--tight")
            .with(card(words::profile::accept(lang, assessed), None))
            .with_all(lower)
    };
    let question = el("h2", "").text(words::profile::is_this_you(lang));
    let asked = el("fieldset", "profile__choice")
        .with(el("legend", "profile__question").with(question))
        .with(el("p", "").text(words::profile::is_this_you_lead(lang)))
        .with(answers);
    el("section", "section section--ruled").with(asked)
}

/// A card that chooses a class: a lower one, or with none the assessed.
fn card(text: String, class: Option<Class>) -> El {
    let draft = expect_context::<Draft>();
    let card = ChoiceCard {
        name: GROUP.to_owned(),
        text: text.into(),
        many: false,
        chosen: draft.form().with(|form| form.lower_class == class),
        open: true,
        rank: None,
        on_choose: Box::new(move |_| draft.edit(|form| form.lower_class = class)),
        on_tap: None,
    };
    card.show()
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
