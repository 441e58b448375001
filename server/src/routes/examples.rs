//! Examples for the API's document: what could be sent and answered.

use std::collections::BTreeMap;

use planner::answers;
use planner::date::YearMonth;
use planner::firm::Firm;
use planner::{Inputs, Moves, Plan, Request, profile};
use wire::{
    Absence, Account, AdvisorCard, AgendaPoint, Agreed, AllocationStanding, AllocationState, Assessment,
    Attention, Availability, CalendarFeed, Care, ClientFile, ClientRow, DayException, DeadLetter, Decide,
    Decision, DeparturePreview, Device, Draft, DraftConflict, Expert, ExpertKind, Feedback, Invitation,
    Invited, Kin, Language, LanguageCount, Meeting, MeetingState, MeetingStep, MeetingSubject, NewDeparture,
    NewHandOver, NewMeeting, NewTask, NewTilt, Note, Place, PlanSummary, Problem, Review, ReviewDecision,
    Role, Session, Side, Slot, Slots, StaffRow, StoredPlan, Successor, Summary, TalkSeat, Task, Text, Tier,
    TiltView, Today, Topic, WeekHours, WriteDraft,
};

use crate::app::App;
use crate::assessments;
use crate::clock::DAY_MS;

/// An address.
pub(super) const EMAIL: &str = "li.wei@example.com";
/// A password.
pub(super) const PASSWORD: &str = "four plain words here";
/// The end of a link.
pub(super) const TOKEN: &str = "9f2c5b1e8d7a4c3609f2c5b1e8d7a4c3609f2c5b1e8d7a4c3609f2c5b1e8d7a4";
/// A key.
pub(super) const ID: &str = "019368a2-7d4e-7c31-9a7b-2f3d5c6e8a90";
/// A time: 2026-11-25, 04:00 UTC.
pub(super) const TIME_MS: i64 = 1_795_579_200_000;

pub(super) fn account() -> Account {
    Account {
        id: ID.to_owned(),
        email: EMAIL.to_owned(),
        confirmed: true,
        name: "李伟".to_owned(),
        language: Language::Zh,
        role: Role::Investor,
    }
}

pub(super) fn session() -> Session {
    Session { account: Some(account()) }
}

pub(super) fn device() -> Device {
    Device {
        id: ID.to_owned(),
        name: "Chrome, Android".to_owned(),
        created_ms: TIME_MS,
        seen_ms: TIME_MS,
        this: true,
    }
}

/// The month of [`TIME_MS`].
pub(super) const MONTH: YearMonth = YearMonth { year: 2026, month: 11 };

pub(super) fn draft() -> Draft {
    let kept = BTreeMap::from([("evergreen.language".to_owned(), "zh".to_owned())]);
    Draft { version: 3, changed_ms: TIME_MS, kept }
}

pub(super) fn draft_conflict() -> DraftConflict {
    let problem = Problem {
        status: 412,
        title: "Precondition Failed".to_owned(),
        detail: Some("内容已在另一台设备上更改。".to_owned()),
        code: "changed_meanwhile".to_owned(),
        ..Problem::default()
    };
    DraftConflict { problem, stored: draft(), sent: WriteDraft { kept: BTreeMap::new() } }
}

pub(super) use crate::example::form;

/// None for a firm with other questionnaires.
pub(super) fn assessment(firm: &Firm) -> Option<Assessment> {
    let answers = answers::check(&form(), firm, MONTH).ok()?;
    let profile = profile::score(&answers, firm);
    Some(Assessment {
        id: ID.to_owned(),
        created_ms: TIME_MS,
        valid_until_ms: TIME_MS + 365 * DAY_MS,
        class: profile.class,
        waits: false,
        rules_dated: firm.policy.dated.clone(),
        language: Language::Zh,
        texts: assessments::texts(firm, Language::Zh),
        profile,
    })
}

/// What a plan could be made from.
pub(super) fn request() -> Request {
    Request { form: form(), moves: Moves::default(), today: MONTH, seed: 1, lifetimes: Some(100) }
}

/// None for a firm with other questionnaires.
pub(super) fn stored_plan(app: &App) -> Option<StoredPlan> {
    let request = request();
    let plan = planner::plan(&Inputs::check(&request, &app.firm).ok()?, &app.firm);
    Some(StoredPlan { summary: plan_summary(&plan, app), request, change: None, plan })
}

fn plan_summary(plan: &Plan, app: &App) -> PlanSummary {
    PlanSummary {
        id: ID.to_owned(),
        number: 1,
        created_ms: TIME_MS,
        made: plan.made,
        assessment_id: ID.to_owned(),
        class: plan.profile.class,
        zone: plan.standing.zone,
        success: plan.standing.success,
        median: plan.standing.median,
        engine: plan.engine.clone(),
        assumptions_dated: plan.assumptions_dated.clone(),
        digest: plan.digest.clone(),
        firm: app.firm_version.digest.clone(),
        note: "首次".to_owned(),
    }
}

/// The begin of a meeting: 2026-12-01, 09:30 in Shanghai.
pub(super) const START_MS: i64 = 1_796_088_600_000;
const END_MS: i64 = START_MS + 45 * 60_000;

fn text(zh: &str, en: &str) -> Text {
    Text { zh: zh.to_owned(), en: en.to_owned() }
}

pub(super) fn advisor() -> AdvisorCard {
    AdvisorCard {
        id: ID.to_owned(),
        name: "陈岚".to_owned(),
        languages: vec![Language::Zh, Language::En],
        time_zone: "Asia/Shanghai".to_owned(),
    }
}

fn expert() -> Expert {
    Expert {
        kind: ExpertKind::Insurance,
        name: text("保障专家", "Insurance specialist"),
        helps: text("核对保障缺口。", "Checks what cover is missing."),
    }
}

pub(super) fn kin() -> Kin {
    Kin { id: ID.to_owned(), name: EMAIL.to_owned(), agreed: false, asked_ms: TIME_MS }
}

fn tier() -> Tier {
    Tier {
        id: "companion".to_owned(),
        name: text("常青陪伴", "Evergreen Companion"),
        promise: text(
            "您的顾问至少每半年联系您一次。",
            "Your advisor is in touch at least every six months.",
        ),
    }
}

pub(super) fn care() -> Care {
    Care {
        advisor: Some(advisor()),
        since_ms: Some(TIME_MS),
        deputy: None,
        tier: tier(),
        last_contact_ms: None,
        next_contact_ms: Some(START_MS),
        experts: vec![expert()],
        hand_overs: Vec::new(),
        household: vec![kin()],
    }
}

pub(super) fn invited() -> Invited {
    Invited { advisor: advisor(), email: EMAIL.to_owned(), expires_ms: START_MS }
}

pub(super) fn slots() -> Slots {
    let slot = Slot { start_ms: START_MS, end_ms: END_MS, advisor_id: ID.to_owned() };
    Slots { advisors: vec![advisor()], slots: vec![slot] }
}

pub(super) fn new_meeting() -> NewMeeting {
    NewMeeting {
        topic: Topic::GapFound,
        subject: Some(MeetingSubject::Protection),
        name: None,
        words: "想看看家庭保障够不够".to_owned(),
        place: Place::Video,
        start_ms: START_MS,
        time_zone: "Asia/Shanghai".to_owned(),
    }
}

pub(super) fn feedback() -> Feedback {
    Feedback { understood: 5, helped: 4, words: "很清楚".to_owned() }
}

pub(super) fn summary() -> Summary {
    let task = NewTask { text: "核对现有保单".to_owned(), side: Side::Client };
    Summary { summary: "一起看了保障缺口和可行的办法。".to_owned(), tasks: vec![task] }
}

pub(super) fn feed() -> CalendarFeed {
    let url = format!("https://plan.example.com/api/calendar/{TOKEN}.ics");
    CalendarFeed { created_ms: Some(TIME_MS), url: Some(url) }
}

pub(super) fn meeting() -> Meeting {
    Meeting {
        id: ID.to_owned(),
        state: MeetingState::Held,
        start_ms: START_MS,
        end_ms: END_MS,
        advisor: advisor(),
        client_id: ID.to_owned(),
        client_name: "李伟".to_owned(),
        client_zone: "Asia/Shanghai".to_owned(),
        topic: Topic::GapFound,
        subject: Some(MeetingSubject::Protection),
        name: String::new(),
        words: "想看看家庭保障够不够".to_owned(),
        place: Place::Video,
        agenda: vec![AgendaPoint {
            text: text("家庭保障的缺口", "What protection is missing"),
            path: "/goals".to_owned(),
        }],
        experts: vec![expert()],
        steps: vec![MeetingStep {
            at_ms: TIME_MS,
            side: Side::Client,
            state: MeetingState::Requested,
            start_ms: START_MS,
            reason: String::new(),
        }],
        summary: summary().summary,
        tasks: vec![Task {
            id: ID.to_owned(),
            text: "核对现有保单".to_owned(),
            side: Side::Client,
            done_ms: None,
        }],
        feedback: Some(feedback()),
    }
}

pub(super) fn client() -> ClientRow {
    ClientRow {
        id: ID.to_owned(),
        name: "李伟".to_owned(),
        email: EMAIL.to_owned(),
        language: Language::Zh,
        deputy: false,
        attention: Attention::Red,
        zone: Some("red".to_owned()),
        class: Some("C3".to_owned()),
        assessed_until_ms: Some(START_MS),
        rise_waits: true,
        planned_ms: Some(TIME_MS),
        review_due_ms: Some(TIME_MS + 365 * DAY_MS),
        last_contact_ms: None,
        next_contact_ms: START_MS,
        tier: "companion".to_owned(),
    }
}

pub(super) fn today() -> Today {
    Today {
        meetings: vec![meeting()],
        requests: Vec::new(),
        to_close: Vec::new(),
        attention: vec![client()],
        reviews: vec![review()],
    }
}

fn review() -> Review {
    Review {
        assessment_id: ID.to_owned(),
        client_id: ID.to_owned(),
        client_name: "李伟".to_owned(),
        from: Some("C1".to_owned()),
        to: "C3".to_owned(),
        at_ms: TIME_MS,
    }
}

pub(super) fn review_decision() -> ReviewDecision {
    ReviewDecision { accepted: true, reason: "已与您核对收入和经历的变化。".to_owned() }
}

/// The digest of some plan.
const DIGEST: &str = TOKEN;

fn weights() -> BTreeMap<String, f64> {
    BTreeMap::from([("A_LARGE".to_owned(), 0.4), ("CGB".to_owned(), 0.5), ("CASH".to_owned(), 0.1)])
}

pub(super) fn decide() -> Decide {
    let reason = "与您三到五年的用款安排相符。".to_owned();
    Decide { digest: DIGEST.to_owned(), weights: Some(weights()), reason }
}

pub(super) fn tilt() -> NewTilt {
    NewTilt {
        reason: "债券收益率上升，暂时多配三个月。".to_owned(),
        until: "2027-01-31".to_owned(),
        shifts: BTreeMap::from([("CGB".to_owned(), 0.03), ("CASH".to_owned(), -0.03)]),
    }
}

pub(super) fn allocation_standing() -> AllocationStanding {
    let decision = Decision {
        by: "陈岚".to_owned(),
        at_ms: TIME_MS,
        reason: decide().reason,
        adjusted: true,
        weights: weights(),
        digest: DIGEST.to_owned(),
    };
    let tilt = TiltView {
        by: "陈岚".to_owned(),
        reason: tilt().reason,
        until: tilt().until,
        at_ms: TIME_MS,
        weights: weights(),
    };
    AllocationStanding {
        state: AllocationState::Tactical,
        digest: Some(DIGEST.to_owned()),
        agreed: Agreed { decision: Some(decision), tilt: Some(tilt) },
    }
}

pub(super) fn client_file() -> ClientFile {
    let note = Note {
        id: ID.to_owned(),
        by: "陈岚".to_owned(),
        at_ms: TIME_MS,
        text: "电话沟通，下月见面。".to_owned(),
    };
    ClientFile {
        client: client(),
        plan: None,
        review: Some(review()),
        request: None,
        digest: Some(DIGEST.to_owned()),
        planned_ms: Some(TIME_MS),
        agreed: allocation_standing().agreed,
        notes: vec![note],
        meetings: vec![meeting()],
        household: vec!["王芳".to_owned()],
        tiers: vec![tier()],
    }
}

pub(super) fn hand_over() -> NewHandOver {
    NewHandOver {
        to: ID.to_owned(),
        reason: "顾问退休".to_owned(),
        note: "我将退休，王宁会继续照顾您。".to_owned(),
    }
}

pub(super) fn departure() -> NewDeparture {
    NewDeparture { to: Some(ID.to_owned()), reason: hand_over().reason, note: hand_over().note }
}

pub(super) fn departure_preview() -> DeparturePreview {
    DeparturePreview {
        clients: vec![LanguageCount { language: Language::Zh, clients: 42 }],
        successors: vec![Successor { advisor_id: ID.to_owned(), clients: 40 }],
        without_room: 2,
        stands_in: false,
    }
}

pub(super) fn staff_row() -> StaffRow {
    StaffRow { advisor: advisor(), clients: 42, capacity: 120 }
}

pub(super) fn talk_seat() -> TalkSeat {
    TalkSeat { talk: "first-plan-shanghai".to_owned(), left: 12, taken_ms: Some(TIME_MS) }
}

pub(super) fn availability() -> Availability {
    Availability {
        time_zone: "Asia/Shanghai".to_owned(),
        capacity: 120,
        languages: vec![Language::Zh, Language::En],
        buffer_minutes: 15,
        hours: vec![WeekHours { day: 1, from_min: 570, until_min: 720 }],
        exceptions: vec![DayException {
            day: "2026-12-25".to_owned(),
            from_min: 0,
            until_min: 1440,
            open: false,
        }],
        absences: Vec::<Absence>::new(),
    }
}

pub(super) fn invitation() -> Invitation {
    Invitation {
        id: ID.to_owned(),
        email: EMAIL.to_owned(),
        created_ms: TIME_MS,
        expires_ms: START_MS,
        accepted_ms: None,
        url: None,
    }
}

pub(super) fn dead_letter() -> DeadLetter {
    DeadLetter {
        id: ID.to_owned(),
        channel: "mail".to_owned(),
        kind: "meeting_confirmed".to_owned(),
        created_ms: TIME_MS,
        dead_ms: START_MS,
        attempts: 16,
        error: "the mail server answered 550".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::firm::{Source, load};

    #[test]
    fn the_default_firm_has_every_example() {
        let firm = load(&Source::Embedded).unwrap().firm;
        assert!(assessment(&firm).is_some());
        assert!(Inputs::check(&request(), &firm).is_ok());
    }
}
