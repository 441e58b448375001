//! The language of the page.

use leptos::prelude::*;

use crate::storage::{self, Key};
use crate::words::Lang;

/// The language of the page; remembered on this device.
#[derive(Clone, Copy, Debug)]
pub struct Language {
    lang: RwSignal<Lang>,
}

impl Language {
    /// The language chosen before, or else the first one of the browser that we speak.
    #[must_use]
    pub fn new() -> Self {
        let lang = RwSignal::new(remembered().unwrap_or_else(preferred));
        Effect::new(move |_| {
            if let Some(root) = document().document_element() {
                // The attribute is always allowed on the root element.
                root.set_attribute("lang", lang.get().tag()).unwrap_or_default();
            }
        });
        Self { lang }
    }

    /// The language now; tracked.
    #[must_use]
    pub fn get(self) -> Lang {
        self.lang.get()
    }

    /// The same as a signal, for props.
    #[must_use]
    pub fn signal(self) -> Signal<Lang> {
        self.lang.into()
    }

    /// Speaks another language from now on, here and on the next visit.
    pub fn set(self, lang: Lang) {
        self.lang.set(lang);
        // A browser that keeps nothing asks its own languages again next time.
        storage::write(Key::Language, lang.tag()).unwrap_or_default();
    }
}

impl Default for Language {
    fn default() -> Self {
        Self::new()
    }
}

/// The language in which the server writes to whoever reads the page in this one.
#[must_use]
pub const fn spoken(lang: Lang) -> wire::Language {
    match lang {
        Lang::Zh => wire::Language::Zh,
        Lang::En => wire::Language::En,
    }
}

fn remembered() -> Option<Lang> {
    let tag = storage::read(Key::Language)?;
    Lang::ALL.into_iter().find(|lang| lang.tag() == tag)
}

fn preferred() -> Lang {
    let tags = window().navigator().languages();
    tags.iter().find_map(|tag| of_tag(&tag.as_string()?)).unwrap_or_default()
}

/// The language of a browser's tag, such as `zh-Hant-TW` or `en-CA`.
fn of_tag(tag: &str) -> Option<Lang> {
    match tag.split('-').next()? {
        "zh" => Some(Lang::Zh),
        "en" => Some(Lang::En),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_chinese_and_english_is_understood() {
        assert_eq!(of_tag("zh-Hant-TW"), Some(Lang::Zh));
        assert_eq!(of_tag("en-CA"), Some(Lang::En));
        assert_eq!(of_tag("fr"), None);
    }
}
