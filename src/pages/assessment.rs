//! Whether the assessment counts: held, provisional, or sound.

use planner::Plan;

use crate::node::{El, el};
use crate::routes::Route;
use crate::words::{self, Lang};

/// Says that the result is held or provisional, and the way out; nothing where it is sound.
pub fn standing(lang: Lang, plan: &Plan) -> Option<El> {
    let (title, meaning) = match (plan.profile.held, plan.profile.provisional) {
        (true, _) => (words::profile::held(lang), words::profile::held_meaning(lang)),
        (false, true) => (words::profile::provisional(lang), words::profile::provisional_meaning(lang)),
        (false, false) => return None,
    };
    let way = el("a", "")
        .attr("href", Route::Discover("review".to_owned()).path())
        .text(words::profile::to_answers(lang));
    let caution = el("div", "caution")
        .attr("role", "status")
        .with(el("p", "caution__title").text(title))
        .with(el("p", "").text(meaning))
        .with(el("p", "").with(way));
    Some(caution)
}
