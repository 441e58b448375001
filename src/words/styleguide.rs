//! Stand-ins for words, on the page of every component.

use super::Lang;

/// The heading.
#[must_use]
pub const fn title(lang: Lang) -> &'static str {
    lang.pick("全部组件", "Every component")
}

/// A stand-in for a name, in both scripts.
pub const WORD: &str = "常青 Evergreen";

/// A stand-in for a sentence, in both scripts and with a figure.
pub const SENTENCE: &str = "这里是一句话，有 42% 的数字。A sentence stands here, with a figure of 42%.";
