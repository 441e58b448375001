//! Puts figures into an article where it has a place for them.

use planner::figures::Figure;
use planner::firm::Region;

use crate::format;
use crate::words::{self, Lang};

/// What the server writes where a figure stands, before and after its name.
const PLACE: (&str, &str) = ("<span data-figure=\"", "\"></span>");

/// Whether a text has a place for a figure.
pub(super) fn has_any(html: &str) -> bool {
    html.contains(PLACE.0)
}

/// The text with its figures; a figure that is not here yet is a line of dots.
pub(super) fn fill(html: &str, figure: impl Fn(&str) -> Option<String>) -> String {
    let mut filled = String::with_capacity(html.len() + 256);
    let mut rest = html;
    while let Some((before, after)) = rest.split_once(PLACE.0) {
        // The server closes what it opens.
        let Some((key, later)) = after.split_once(PLACE.1) else { break };
        let text = figure(key).unwrap_or_else(|| "…".to_owned());
        for part in [before, "<span class=\"figure\" data-figure=\"", key, "\">", &text, "</span>"] {
            filled.push_str(part);
        }
        rest = later;
    }
    filled.push_str(rest);
    filled
}

/// A figure as text, with its unit.
pub(super) fn text(lang: Lang, region: Region, figure: Figure) -> String {
    match figure {
        Figure::Zone(zone) => words::zone::name(lang, zone).to_owned(),
        Figure::Class(class) => words::profile::class_code(class).to_owned(),
        Figure::Age(years) => words::learn::age(lang, years),
        Figure::Money(amount) => format::money(lang, region, amount),
        Figure::Share(share, digits) => format::percent(lang, share, digits),
        Figure::Months(months) => words::learn::months(lang, &format::number(lang, months, 0)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_stands_where_the_article_has_a_place_for_it() {
        let html =
            "<p>付 <span data-figure=\"bad_market\"></span>，到 <span data-figure=\"plan_age\"></span>。</p>";
        let figure =
            |key: &str| (key == "bad_market").then(|| text(Lang::Zh, Region::China, Figure::Share(0.893, 0)));

        assert!(has_any(html));
        assert_eq!(
            fill(html, figure),
            "<p>付 <span class=\"figure\" data-figure=\"bad_market\">89%</span>，到 \
             <span class=\"figure\" data-figure=\"plan_age\">…</span>。</p>"
        );
    }

    #[test]
    fn a_text_without_figures_stays_as_it_is() {
        assert!(!has_any("<p>text</p>"));
        assert_eq!(fill("<p>text</p>", |_| None), "<p>text</p>");
    }
}
