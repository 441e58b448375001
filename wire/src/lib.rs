//! What is stored or sent between the app and the server.
//!
//! Wire types only grow: a field may be added, none is renamed or taken away. Times are milliseconds
//! since 1970 in UTC. With the feature `schema` every type also has its JSON schema.

mod account;
mod assessment;
mod care;
mod desk;
pub mod draft;
mod keyed;
mod language;
mod library;
mod meeting;
mod passkey;
mod plan;
mod problem;
#[cfg(feature = "schema")]
mod schema;
mod step;
mod text;

pub use account::{
    Account, AddressOnly, Confirm, Device, NewPassword, Profile, Prove, Role, Session, SetPassword, SignIn,
    SignUp,
};
pub use assessment::{Assessment, Assessments, NewAssessment};
pub use care::{
    AdvisorCard, Care, Deputy, Expert, ExpertKind, HandOver, Invited, Kin, TakeAdvisor, Tier, Token,
};
pub use desk::{
    Absence, Agreed, AllocationStanding, AllocationState, Attention, Availability, ClientFile, ClientRow,
    Colleagues, DayException, DeadLetter, Decide, Decision, Departure, DeparturePreview, Invitation,
    LanguageCount, NewDeparture, NewHandOver, NewInvitation, NewNote, NewTilt, Note, Review, ReviewDecision,
    SetTier, StaffRow, Successor, TiltView, Today, WeekHours,
};
pub use draft::{Draft, DraftConflict, Kept, WriteDraft};
pub use language::Language;
pub use library::{
    Article, ArticleBundle, ArticleCard, ArticleIndex, ArticleTexts, Bilingual, CheckQuestion, Country, Gap,
    Glossary, SourceNote, Stage, Subject, Talk, TalkKind, TalkSeat, Talks, Term,
};
pub use meeting::{
    AgendaPoint, CalendarFeed, Done, Feedback, Meeting, MeetingAct, MeetingState, MeetingStep,
    MeetingSubject, NewMeeting, NewTask, Place, Side, Slot, Slots, Summary, Task, Topic,
};
pub use passkey::{AddPasskey, Passkey, PasskeyChallenge, PasskeySignIn};
pub use plan::{NewPlan, PlanSummary, StoredPlan, Verification};
pub use problem::{Fault, Problem};
pub use step::Step;
pub use text::Text;
