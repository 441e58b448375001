//! What the figures of a page stand on.

use crate::components::data_table::{Table, data_table};
use crate::components::disclosure::disclosure;
use crate::components::phrased::phrased;
use crate::node::{El, el};

/// What the note says.
pub struct AssumptionsWords {
    /// The heading.
    pub title: &'static str,
    /// The set and its day.
    pub set: String,
    /// That nobody has approved the set; none where somebody has.
    pub draft: Option<&'static str>,
    /// Where the set comes from, who approved it, inflation, the day of the plan: a paragraph each.
    pub paragraphs: Vec<String>,
    /// The line that unfolds every assumption.
    pub every: &'static str,
    /// Every assumption.
    pub table: Box<dyn Fn() -> Table>,
    /// How the plan can be checked later.
    pub digest: String,
}

/// Names the set of assumptions, its day, and whether it is a draft; unfolds every figure.
pub fn assumptions_note(said: AssumptionsWords) -> El {
    let AssumptionsWords { title, set, draft, paragraphs, every, table, digest } = said;
    let draft = draft.map(|draft| el("span", "assumptions-note__draft").text(draft));
    let paragraphs = paragraphs.into_iter().map(|text| el("p", "assumptions-note__text").text(text));
    el("section", "assumptions-note")
        .with(el("h2", "assumptions-note__title").text(title))
        .with(phrased(el("p", "assumptions-note__set"), &set).text(" ").with(draft))
        .with_all(paragraphs)
        .with(disclosure("every", every, move || data_table(every, table()).into()))
        .with(el("p", "assumptions-note__digest").text(digest))
}

impl std::fmt::Debug for AssumptionsWords {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("AssumptionsWords").field("set", &self.set).finish_non_exhaustive()
    }
}
