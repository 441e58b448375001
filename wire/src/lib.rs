//! What is stored or sent between the app and the server.
//!
//! Wire types only grow: a field may be added, none is renamed or taken away. Times are milliseconds
//! since 1970 in UTC. With the feature `schema` every type also has its JSON schema.

mod account;
mod assessment;
pub mod draft;
mod language;
mod library;
mod passkey;
mod plan;
mod problem;
#[cfg(feature = "schema")]
mod schema;
mod step;

pub use account::{
    Account, AddressOnly, Confirm, Device, NewPassword, Profile, Prove, Role, Session, SetPassword, SignIn,
    SignUp,
};
pub use assessment::{Assessment, Assessments, NewAssessment};
pub use draft::{Draft, DraftConflict, Kept, WriteDraft};
pub use language::Language;
pub use library::{
    Article, ArticleCard, ArticleIndex, ArticleTexts, Bilingual, CheckQuestion, Country, Gap, Glossary,
    SourceNote, Stage, Subject, Talk, TalkKind, Talks, Term,
};
pub use passkey::{AddPasskey, Passkey, PasskeyChallenge, PasskeySignIn};
pub use plan::{NewPlan, PlanSummary, StoredPlan, Verification};
pub use problem::{Fault, Problem};
pub use step::Step;
