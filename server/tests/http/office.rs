//! Advisors and clients for tests.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "test code")]

use server::accounts::{self, NewAccount, session};
use server::firm::care::NewAdvisor;
use server::meetings::store::Row;
use server::{care, transact};
use wire::{Care, Language, Meeting, NewMeeting, Place, Role, Slot, Slots, TakeAdvisor, Topic};

use crate::support::{Browser, NOW_MS, Stage};

/// A browser that is signed in to a new account of a role.
pub(crate) async fn signed_in(stage: &Stage, role: Role, email: &str) -> (Browser, String) {
    named(stage, role, email, "").await
}

async fn named(stage: &Stage, role: Role, email: &str, name: &str) -> (Browser, String) {
    let new = NewAccount {
        email,
        name,
        language: Language::En,
        role,
        password_hash: None,
        confirmed_ms: Some(NOW_MS),
    };
    let secret = server::token::secret().unwrap();
    let id = transact!(stage.app.db, |tx| {
        let id = accounts::create(tx, &new, NOW_MS).await?;
        session::open(tx, &id, "", &secret, NOW_MS).await?;
        id
    })
    .unwrap();
    let mut browser = stage.browser();
    browser.cookie = Some(format!("__Host-session={secret}"));
    (browser, id)
}

/// An advisor with room for so many clients, and the usual hours of the firm.
pub(crate) async fn advisor(stage: &Stage, email: &str, name: &str, capacity: u32) -> (Browser, String) {
    let (browser, id) = named(stage, Role::Advisor, email, name).await;
    let new = NewAdvisor { capacity, ..stage.app.care.service.advisor.clone() };
    transact!(stage.app.db, |tx| care::advisor::create(tx, &id, &new, 15).await?).unwrap();
    (browser, id)
}

/// An advisor and a client of theirs.
pub(crate) struct Pair {
    pub(crate) desk: Browser,
    pub(crate) advisor_id: String,
    pub(crate) client: Browser,
}

impl Pair {
    pub(crate) async fn new(stage: &Stage) -> Self {
        let (desk, advisor_id) = advisor(stage, "chen@example.com", "陈岚", 100).await;
        let (mut client, _) = signed_in(stage, Role::Investor, "li@example.com").await;
        let care: Care = client.post("/api/care", &TakeAdvisor::default()).await.json();
        assert_eq!(care.advisor.unwrap().id, advisor_id);
        Self { desk, advisor_id, client }
    }

    /// The free times.
    pub(crate) async fn slots(&mut self) -> Vec<Slot> {
        let slots: Slots = self.client.get("/api/meetings/slots").await.json();
        slots.slots
    }

    /// Asks for the first free time.
    pub(crate) async fn ask(&mut self) -> Meeting {
        let start_ms = self.slots().await[0].start_ms;
        self.client.post("/api/meetings", &request(start_ms)).await.json()
    }

    /// A meeting that both agreed to.
    pub(crate) async fn agree(&mut self) -> Meeting {
        let meeting = self.ask().await;
        let act = wire::MeetingAct::Confirm { start_ms: meeting.start_ms };
        self.desk.post(&format!("/api/meetings/{}/acts", meeting.id), &act).await.json()
    }
}

/// A meeting that was asked for, as it is stored.
pub(crate) fn meeting(id: &str, account_id: &str, advisor_id: &str, start_ms: i64) -> Row {
    Row {
        id: id.to_owned(),
        account_id: account_id.to_owned(),
        advisor_id: advisor_id.to_owned(),
        state: "requested".to_owned(),
        start_ms,
        end_ms: start_ms + 45 * 60_000,
        topic: "own".to_owned(),
        subject: String::new(),
        name: String::new(),
        words: String::new(),
        place: "phone".to_owned(),
        client_zone: "Asia/Shanghai".to_owned(),
        agenda: "[]".to_owned(),
        sequence: 0,
        summary: String::new(),
    }
}

/// A request for a time.
pub(crate) fn request(start_ms: i64) -> NewMeeting {
    NewMeeting {
        topic: Topic::AnnualReview,
        subject: None,
        name: None,
        words: "想看看整体规划".to_owned(),
        place: Place::Video,
        start_ms,
        time_zone: "America/Toronto".to_owned(),
    }
}
