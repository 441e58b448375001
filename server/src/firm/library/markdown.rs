//! Articles from Markdown to HTML.
//!
//! What comes out is safe by the way it is made: only the few kinds of parts named here are taken,
//! all text is escaped, and raw HTML, links and pictures are faults of the article.

use std::collections::BTreeSet;

use planner::figures;
use planner::firm::Text;
use pulldown_cmark::{Alignment, Event, HeadingLevel, Options, Parser, Tag, TagEnd, TextMergeStream, html};

use super::terms::{Marker, Piece};

/// The language of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tongue {
    Chinese,
    English,
}

impl Tongue {
    pub(super) fn pick<'a>(self, zh: &'a str, en: &'a str) -> &'a str {
        match self {
            Self::Chinese => zh,
            Self::English => en,
        }
    }

    pub(super) fn of(self, text: &Text) -> &str {
        self.pick(&text.zh, &text.en)
    }
}

/// A rendered text.
#[derive(Debug, Default)]
pub(super) struct Body {
    /// The HTML.
    pub(super) html: String,
    /// The text alone, its parts divided by spaces.
    pub(super) text: String,
    /// Minutes to read it, at least 1.
    pub(super) minutes: u32,
    /// What cannot be used.
    pub(super) faults: Vec<String>,
}

/// Renders a text, and marks the words of the glossary where they first stand, headings and tables
/// left out.
pub(super) fn render(markdown: &str, tongue: Tongue, marker: &Marker) -> Body {
    let mut press = Press {
        tongue,
        marker,
        seen: BTreeSet::new(),
        unmarked: 0,
        events: Vec::new(),
        body: Body::default(),
    };
    for event in TextMergeStream::new(Parser::new_ext(markdown, Options::ENABLE_TABLES)) {
        press.take(event);
    }
    let Press { events, mut body, .. } = press;
    html::push_html(&mut body.html, events.into_iter());
    body.minutes = minutes(&body.text, tongue);
    body
}

/// Minutes at 350 Chinese characters or 200 English words a minute, rounded up.
fn minutes(text: &str, tongue: Tongue) -> u32 {
    let count = match tongue {
        Tongue::Chinese => text.chars().filter(|letter| !letter.is_whitespace()).count().div_ceil(350),
        Tongue::English => text.split_whitespace().count().div_ceil(200),
    };
    u32::try_from(count).unwrap_or(u32::MAX).max(1)
}

struct Press<'a> {
    tongue: Tongue,
    marker: &'a Marker,
    /// Words of the glossary that are marked already.
    seen: BTreeSet<String>,
    /// How many parts are open in which no word is marked.
    unmarked: u32,
    events: Vec<Event<'a>>,
    body: Body,
}

impl<'a> Press<'a> {
    fn take(&mut self, event: Event<'a>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text(&text),
            // Chinese has no space between lines.
            Event::SoftBreak if self.tongue == Tongue::Chinese => {}
            Event::SoftBreak => self.plain(" "),
            Event::HardBreak | Event::Rule => self.events.push(event),
            other => self.refuse(&format!("{other:?}")),
        }
    }

    fn start(&mut self, tag: Tag<'a>) {
        match tag {
            Tag::Paragraph | Tag::List(_) | Tag::Item | Tag::Strong | Tag::Emphasis => {
                self.events.push(Event::Start(tag));
            }
            Tag::Heading { level, .. } => {
                self.unmarked += 1;
                self.events.push(Event::Start(tag));
                if !matches!(level, HeadingLevel::H2 | HeadingLevel::H3) {
                    self.refuse(&format!("heading of level {level}"));
                }
            }
            // Alignment would become a style attribute, which the page's policy blocks.
            Tag::Table(columns) => {
                self.unmarked += 1;
                let name = self.tongue.pick("表格", "Table");
                let frame = format!(
                    "<div class=\"article__table\" role=\"region\" tabindex=\"0\" aria-label=\"{name}\">"
                );
                self.events.push(Event::Html(frame.into()));
                self.events.push(Event::Start(Tag::Table(vec![Alignment::None; columns.len()])));
            }
            Tag::TableHead | Tag::TableRow | Tag::TableCell => self.events.push(Event::Start(tag)),
            other => self.refuse(&format!("{other:?}")),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        self.events.push(Event::End(tag));
        match tag {
            TagEnd::Heading(_) => self.unmarked -= 1,
            TagEnd::Table => {
                self.unmarked -= 1;
                self.events.push(Event::Html("</div>".into()));
            }
            TagEnd::Strong | TagEnd::Emphasis => return,
            _ => {}
        }
        // What stands apart is searched apart.
        if !self.body.text.ends_with(' ') {
            self.body.text.push(' ');
        }
    }

    /// A part of a kind that articles do not have.
    fn refuse(&mut self, what: &str) {
        // The parser's name of it, without what is in it.
        let kind = what.split(['(', '{']).next().unwrap_or(what).trim().to_lowercase();
        self.body.faults.push(format!(
            "holds {kind}: only headings of the second and third level, paragraphs, lists, tables and emphasis are taken"
        ));
    }

    /// A text with figures in it.
    fn text(&mut self, text: &str) {
        let mut rest = text;
        while let Some((before, after)) = rest.split_once("{{") {
            self.words(before);
            let Some((key, later)) = after.split_once("}}") else {
                self.body.faults.push("a figure is not closed with }}".to_owned());
                return;
            };
            if figures::KEYS.contains(&key) {
                let place = format!("<span data-figure=\"{key}\"></span>");
                self.events.push(Event::InlineHtml(place.into()));
            } else {
                self.body.faults.push(format!("there is no figure {key}, only {}", figures::KEYS.join(", ")));
            }
            rest = later;
        }
        self.words(rest);
    }

    /// A text without figures, with words of the glossary in it.
    fn words(&mut self, text: &str) {
        if self.unmarked > 0 {
            self.plain(text);
            return;
        }
        for piece in self.marker.divide(text, &mut self.seen) {
            match piece {
                Piece::Plain(plain) => self.plain(plain),
                Piece::Term(word, id) => {
                    let opening = format!("<button type=\"button\" class=\"term\" data-term=\"{id}\">");
                    self.events.push(Event::InlineHtml(opening.into()));
                    self.plain(word);
                    self.events.push(Event::InlineHtml("</button>".into()));
                }
            }
        }
    }

    fn plain(&mut self, text: &str) {
        self.body.text.push_str(text);
        self.events.push(Event::Text(text.to_owned().into()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rendered(markdown: &str) -> Body {
        let forms = vec![("备用金".to_owned(), "reserve".to_owned())];
        render(markdown, Tongue::Chinese, &Marker::new(forms))
    }

    #[test]
    fn figures_and_words_of_the_glossary_are_left_for_the_page() {
        let body = rendered("## 备用金\n\n备用金够 {{reserve_months}}，**{{loss_money}}**。");

        assert_eq!(
            body.html,
            "<h2>备用金</h2>\n<p><button type=\"button\" class=\"term\" data-term=\"reserve\">备用金</button>够 \
             <span data-figure=\"reserve_months\"></span>，<strong><span data-figure=\"loss_money\"></span></strong>。</p>\n"
        );
        assert_eq!(body.text, "备用金 备用金够 ，。 ");
        assert_eq!(body.minutes, 1);
        assert!(body.faults.is_empty());
    }

    #[test]
    fn what_could_carry_a_script_is_refused() {
        for markdown in [
            "<script>alert(1)</script>",
            "text <img src=x onerror=alert(1)>",
            "[here](javascript:alert(1))",
            "![picture](https://example.com/a.png)",
            "<https://example.com>",
            "# 标题",
            "`code`",
            "> quoted",
        ] {
            assert!(!rendered(markdown).faults.is_empty(), "{markdown}");
        }
    }

    #[test]
    fn text_that_looks_like_html_is_escaped() {
        assert_eq!(rendered("1 \\< 2 & 3").html, "<p>1 &lt; 2 &amp; 3</p>\n");
    }

    #[test]
    fn a_table_has_no_style_attribute() {
        let body = rendered("| a | b |\n|---|--:|\n| 备用金 | 2 |");

        assert!(body.html.contains("<td>备用金</td>"), "{}", body.html);
        assert!(!body.html.contains("style"), "{}", body.html);
    }

    #[test]
    fn an_unknown_figure_is_named() {
        assert!(rendered("{{luck}}").faults[0].starts_with("there is no figure luck"));
        assert_eq!(rendered("{{zone").faults, ["a figure is not closed with }}"]);
    }
}
