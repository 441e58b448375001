//! Several classes on one axis from C1 to C5.

use planner::firm::Class;

use crate::node::{El, el};
use crate::words::{self, Lang};

/// One row of the axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClassRow {
    /// What stands there.
    pub name: &'static str,
    /// Its class; none where no class is enough.
    pub class: Option<Class>,
    /// It is the class that counts.
    pub counts: bool,
    /// Its class in words, or why there is none.
    pub text: &'static str,
}

/// Shows rows on one axis, from the top: what can be borne, what is wanted, what is needed, and
/// what counts.
pub fn class_scale(lang: Lang, rows: impl IntoIterator<Item = ClassRow>) -> El {
    let head = |class: Class| {
        el("span", "class-scale__head")
            .with(el("b", "class-scale__code").text(words::profile::class_code(class)))
            .with(el("span", "class-scale__short").text(words::profile::class_short(lang, class)))
    };
    let heads = [Class::C1, Class::C2, Class::C3, Class::C4, Class::C5].map(head);
    let row = |row: ClassRow| {
        // The lowest class stands where C1 does.
        let step = row.class.map(|class| class.rank().max(1) - 1);
        let mark = step.map(|step| el("span", "class-scale__mark").attr("--step", step.to_string()));
        el("li", "class-scale__row")
            .class_if("class-scale__row--counts", row.counts)
            .with(el("span", "visually-hidden").text(words::profile::axis_row(lang, row.name, row.text)))
            .with(el("span", "class-scale__name").attr("aria-hidden", "true").text(row.name))
            .with(el("span", "class-scale__rail").attr("aria-hidden", "true").with(mark))
    };
    el("div", "class-scale")
        .with(el("div", "class-scale__heads").attr("aria-hidden", "true").with_all(heads))
        .with(el("ul", "class-scale__rows").attr("role", "list").with_all(rows.into_iter().map(row)))
}
