//! What is stored or sent between the app and the server.
//!
//! Wire types only grow: a field may be added, none is renamed or taken away. Times are milliseconds
//! since 1970 in UTC. With the feature `schema` every type also has its JSON schema.

mod account;
mod language;
mod library;
mod problem;

pub use account::{
    Account, AddressOnly, Confirm, Device, NewPassword, Profile, Role, Session, SetPassword, SignIn, SignUp,
};
pub use language::Language;
pub use library::{
    Article, ArticleCard, ArticleIndex, ArticleTexts, Bilingual, CheckQuestion, Country, Gap, Glossary,
    SourceNote, Stage, Subject, Talk, TalkKind, Talks, Term,
};
pub use problem::{Fault, Problem};
