//! Choices that are stored and sent by one word each.

/// An enum whose variants each have a word: `ALL`, `key` and `of_key`, and the same word in JSON.
macro_rules! keyed {
    ($(#[$about:meta])* $name:ident { $($(#[$variant_about:meta])* $variant:ident = $key:literal),+ $(,)? }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub enum $name {
            $($(#[$variant_about])* #[serde(rename = $key)] $variant),+
        }

        impl $name {
            /// Every one, in order.
            pub const ALL: [Self; [$($key),+].len()] = [$(Self::$variant),+];

            /// Its word, as it is stored and sent.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self {
                    $(Self::$variant => $key),+
                }
            }

            /// The one of a word.
            #[must_use]
            pub fn of_key(key: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|one| one.key() == key)
            }
        }
    };
}

pub(crate) use keyed;
