//! One step in the order of funding.

use crate::node::{El, el};

/// What stands on a row.
pub struct GoalRow {
    /// What it is.
    pub name: String,
    /// When it is, and how much it matters; empty where it has no date.
    pub when: String,
    /// Where it stands: a zone, or how far it is.
    pub stands: El,
    /// Figures, each with its name.
    pub figures: Vec<(&'static str, String)>,
    /// Where its own section is: the id of its heading.
    pub section: &'static str,
}

impl GoalRow {
    /// Shows it; `on_go` is called with the id of its section.
    pub fn show(self, on_go: impl Fn(&'static str) + 'static) -> El {
        let Self { name, when, stands, figures, section } = self;
        let link = el("a", "goal-row__name").attr("href", format!("#{section}")).text(name).on(
            "click",
            move |event| {
                event.prevent_default();
                on_go(section);
            },
        );
        let figure = |(name, value): (&'static str, String)| {
            el("div", "goal-row__figure")
                .with(el("dt", "goal-row__figure-name").text(name))
                .with(el("dd", "goal-row__figure-value").text(value))
        };
        let head = el("div", "goal-row__head")
            .with(el("h3", "goal-row__title").with(link))
            .with((!when.is_empty()).then(|| el("p", "goal-row__when").text(when)))
            .with(stands);
        el("li", "goal-row")
            .with(head)
            .with(el("dl", "goal-row__figures").with_all(figures.into_iter().map(figure)))
    }
}

impl std::fmt::Debug for GoalRow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("GoalRow").field("name", &self.name).finish_non_exhaustive()
    }
}
