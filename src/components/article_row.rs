//! An article in a list.

use crate::node::{El, Node, el};

/// An article with what is said about it.
#[derive(Clone, Debug)]
pub struct ArticleRow {
    /// Where it is read.
    pub path: String,
    /// Its title.
    pub title: String,
    /// What a reader gets from it.
    pub lead: String,
    /// How long it takes.
    pub minutes: String,
    /// How far it was read; none for a new one.
    pub mark: Option<Mark>,
    /// It was saved, in a word.
    pub saved: Option<&'static str>,
    /// Why it is recommended.
    pub reason: Option<&'static str>,
    /// What stands under the title.
    pub below: Option<Below>,
}

/// How far an article was read, in words.
#[derive(Clone, Debug)]
pub enum Mark {
    /// So far.
    Begun(String),
    /// To its end.
    Read(&'static str),
}

/// What stands under a title.
#[derive(Clone, Debug)]
pub enum Below {
    /// What a reader gets from it.
    Lead,
    /// Where a word that was searched stands: before it, the word, after it.
    Excerpt([String; 3]),
}

impl ArticleRow {
    /// Says why it is recommended.
    #[must_use]
    pub fn because(self, reason: &'static str) -> Self {
        Self { reason: Some(reason), ..self }
    }

    /// Says what a reader gets from it.
    #[must_use]
    pub fn with_lead(self) -> Self {
        Self { below: Some(Below::Lead), ..self }
    }

    /// Shows where a word stands in it.
    #[must_use]
    pub fn with_excerpt(self, excerpt: [String; 3]) -> Self {
        Self { below: Some(Below::Excerpt(excerpt)), ..self }
    }

    /// Shows it, as a line of a list.
    pub fn show(self) -> El {
        let Self { path, title, lead, minutes, mark, saved, reason, below } = self;
        let below: Node = match below {
            None => Node::from(None::<El>),
            Some(Below::Lead) => el("p", "article-row__below").text(lead).into(),
            Some(Below::Excerpt([before, word, after])) => {
                el("p", "article-row__below").text(before).with(el("mark", "").text(word)).text(after).into()
            }
        };
        let mark = mark.map(|mark| match mark {
            Mark::Begun(text) => el("span", "article-row__mark").text(text),
            Mark::Read(text) => el("span", "article-row__mark article-row__mark--read").text(text),
        });
        let about = el("p", "article-row__about")
            .with(el("span", "").text(minutes))
            .with(mark)
            .with(saved.map(|saved| el("span", "article-row__mark").text(saved)));
        el("li", "article-row")
            .with(reason.map(|reason| el("p", "article-row__reason").text(reason)))
            .with(el("p", "article-row__title").with(el("a", "").attr("href", path).text(title)))
            .with(below)
            .with(about)
    }
}
