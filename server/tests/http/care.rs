//! The advisor for life: invited or chosen, with a deputy, handed over only as a recorded act.

use axum::http::StatusCode;
use server::clock::DAY_MS;
use wire::{
    AddressOnly, Attention, Care, ClientFile, ClientRow, Invitation, Kin, Language, NewHandOver, Role,
};
use wire::{NewInvitation, NewNote, SetTier, TakeAdvisor, Token};

use crate::office::{advisor, signed_in};
use crate::support::{NOW_MS, Stage};

fn own_choice() -> TakeAdvisor {
    TakeAdvisor::default()
}

#[tokio::test]
async fn a_client_gets_the_advisor_with_room_and_keeps_them() {
    let stage = Stage::new().await;
    advisor(&stage, "full@example.com", "满员", 0).await;
    let (_, chen) = advisor(&stage, "chen@example.com", "陈岚", 10).await;
    let (mut client, _) = signed_in(&stage, Role::Investor, "li@example.com").await;

    let none: Care = client.get("/api/care").await.json();
    let taken: Care = client.post("/api/care", &own_choice()).await.json();
    advisor(&stage, "idle@example.com", "空闲", 10).await;
    let again: Care = client.post("/api/care", &own_choice()).await.json();

    assert_eq!(none.advisor, None);
    assert_eq!(taken.advisor.unwrap().id, chen);
    assert_eq!(again.advisor.unwrap().id, chen);
    assert_eq!(taken.tier.id, "companion");
    assert_eq!(taken.next_contact_ms, Some(NOW_MS + 14 * DAY_MS));
    assert_eq!(taken.experts.len(), 8);
    assert_eq!(stage.mail("client_assigned").await.unwrap().0, "chen@example.com");
}

#[tokio::test]
async fn an_account_that_was_opened_for_an_advisor_is_one_at_once() {
    let stage = Stage::new().await;
    let (mut desk, chen) = signed_in(&stage, Role::Advisor, "chen@example.com").await;
    let (mut client, _) = signed_in(&stage, Role::Investor, "li@example.com").await;

    let care: Care = client.post("/api/care", &own_choice()).await.json();

    assert_eq!(care.advisor.unwrap().id, chen);
    let availability: wire::Availability = desk.get("/api/desk/availability").await.json();
    assert_eq!((availability.hours.len(), availability.capacity), (10, 120));
}

#[tokio::test]
async fn nobody_is_given_to_an_advisor_who_has_no_room() {
    let stage = Stage::new().await;
    advisor(&stage, "chen@example.com", "陈岚", 1).await;
    let (mut first, _) = signed_in(&stage, Role::Investor, "a@example.com").await;
    let (mut second, _) = signed_in(&stage, Role::Investor, "b@example.com").await;

    let first: Care = first.post("/api/care", &own_choice()).await.json();
    let second: Care = second.post("/api/care", &own_choice()).await.json();

    assert!(first.advisor.is_some());
    assert_eq!(second.advisor, None);
}

#[tokio::test]
async fn an_invitation_leads_to_the_advisor_who_sent_it_and_works_once() {
    let stage = Stage::new().await;
    advisor(&stage, "idle@example.com", "空闲", 100).await;
    let (mut chen_desk, chen) = advisor(&stage, "chen@example.com", "陈岚", 1).await;
    let sent = NewInvitation { email: "Li@Example.com".to_owned(), language: Language::Zh };
    let invitation: Invitation = chen_desk.post("/api/desk/invitations", &sent).await.json();
    let (to, payload) = stage.mail("invitation").await.unwrap();
    let token = payload["token"].as_str().unwrap().to_owned();
    assert_eq!(to, "li@example.com");
    assert!(invitation.url.unwrap().ends_with(&token));

    let invited: wire::Invited = stage.browser().get(&format!("/api/invitations/{token}")).await.json();
    assert_eq!((invited.advisor.id.as_str(), invited.email.as_str()), (chen.as_str(), "li@example.com"));

    let (mut client, _) = signed_in(&stage, Role::Investor, "li@example.com").await;
    let take = TakeAdvisor { invitation: Some(token.clone()) };
    let care: Care = client.post("/api/care", &take).await.json();
    assert_eq!(care.advisor.unwrap().id, chen);

    let (mut other, _) = signed_in(&stage, Role::Investor, "other@example.com").await;
    other.post("/api/care", &take).await.problem(StatusCode::GONE);
    let gone = stage.browser().get(&format!("/api/invitations/{token}")).await;
    gone.problem(StatusCode::GONE);
    let listed: Vec<Invitation> = chen_desk.get("/api/desk/invitations").await.json();
    assert_eq!((listed[0].accepted_ms, listed[0].url.as_ref()), (Some(NOW_MS), None));
}

#[tokio::test]
async fn an_invitation_ends_after_two_weeks() {
    let stage = Stage::new().await;
    let (mut desk, _) = advisor(&stage, "chen@example.com", "陈岚", 1).await;
    let sent = NewInvitation { email: "li@example.com".to_owned(), language: Language::Zh };
    desk.post("/api/desk/invitations", &sent).await;
    let token = stage.mail("invitation").await.unwrap().1["token"].as_str().unwrap().to_owned();

    stage.app.clock.advance(14 * DAY_MS);

    stage.browser().get(&format!("/api/invitations/{token}")).await.problem(StatusCode::GONE);
}

#[tokio::test]
async fn a_hand_over_is_recorded_and_told_to_the_client() {
    let stage = Stage::new().await;
    let (mut desk, _) = advisor(&stage, "chen@example.com", "陈岚", 10).await;
    let (mut client, client_id) = signed_in(&stage, Role::Investor, "li@example.com").await;
    client.post("/api/care", &own_choice()).await;
    let (mut wang_desk, wang) = advisor(&stage, "wang@example.com", "王宁", 10).await;
    let address = format!("/api/desk/clients/{client_id}/hand-over");
    let new = NewHandOver {
        to: wang.clone(),
        reason: "顾问退休".to_owned(),
        note: "王宁会继续照顾您。".to_owned(),
    };

    let promised = NewHandOver { note: "收益稳赚".to_owned(), reason: String::new(), ..new.clone() };
    let problem = desk.post(&address, &promised).await.problem(StatusCode::UNPROCESSABLE_ENTITY);
    let faults: Vec<_> =
        problem.faults.iter().map(|fault| (fault.field.as_str(), fault.reason.as_str())).collect();
    assert_eq!(faults, [("reason", "missing"), ("note", "word")]);

    assert_eq!(desk.post(&address, &new).await.status, StatusCode::NO_CONTENT);

    let care: Care = client.get("/api/care").await.json();
    assert_eq!(care.advisor.unwrap().id, wang);
    let record = &care.hand_overs[0];
    assert_eq!((record.from.as_str(), record.to.as_str()), ("陈岚", "王宁"));
    assert_eq!(record.note, "王宁会继续照顾您。");
    let (to, payload) = stage.mail("handed_over").await.unwrap();
    assert_eq!((to.as_str(), payload["note"].as_str()), ("li@example.com", Some("王宁会继续照顾您。")));
    desk.get(&format!("/api/desk/clients/{client_id}")).await.problem(StatusCode::NOT_FOUND);
    let file: ClientFile = wang_desk.get(&format!("/api/desk/clients/{client_id}")).await.json();
    assert_eq!(file.client.email, "li@example.com");
}

#[tokio::test]
async fn a_deputy_sees_the_clients_while_the_advisor_is_away_and_no_longer() {
    let stage = Stage::new().await;
    let (mut desk, _) = advisor(&stage, "chen@example.com", "陈岚", 10).await;
    let (mut client, client_id) = signed_in(&stage, Role::Investor, "li@example.com").await;
    client.post("/api/care", &own_choice()).await;
    let (mut deputy_desk, deputy) = advisor(&stage, "wang@example.com", "王宁", 10).await;
    let mut availability: wire::Availability = desk.get("/api/desk/availability").await.json();
    let until_ms = NOW_MS + 3 * DAY_MS;
    availability.absences = vec![wire::Absence { from_ms: NOW_MS, until_ms, deputy_id: deputy.clone() }];

    let saved: wire::Availability = desk.put("/api/desk/availability", &availability).await.json();

    assert_eq!(saved, availability);
    let care: Care = client.get("/api/care").await.json();
    assert_eq!(care.deputy.unwrap().advisor.id, deputy);
    let clients: Vec<ClientRow> = deputy_desk.get("/api/desk/clients").await.json();
    assert!(clients.iter().any(|client| client.id == client_id && client.deputy));

    stage.app.clock.advance(3 * DAY_MS);

    let clients: Vec<ClientRow> = deputy_desk.get("/api/desk/clients").await.json();
    assert!(clients.is_empty());
    assert_eq!(client.get("/api/care").await.json::<Care>().deputy, None);
}

#[tokio::test]
async fn a_contact_moves_the_next_one_by_the_tier() {
    let stage = Stage::new().await;
    let (mut desk, _) = advisor(&stage, "chen@example.com", "陈岚", 10).await;
    let (mut client, client_id) = signed_in(&stage, Role::Investor, "li@example.com").await;
    client.post("/api/care", &own_choice()).await;
    let address = format!("/api/desk/clients/{client_id}");

    stage.app.clock.advance(15 * DAY_MS);
    let before: ClientFile = desk.get(&address).await.json();
    assert_eq!(before.client.attention, Attention::Overdue);

    let note = NewNote { text: "电话沟通".to_owned(), contact: true };
    let after: ClientFile = desk.post(&format!("{address}/notes"), &note).await.json();
    assert_eq!(after.notes[0].text, "电话沟通");
    assert_eq!(after.client.next_contact_ms, NOW_MS + (15 + 182) * DAY_MS);

    let tier = SetTier { tier: "private".to_owned() };
    let after: ClientFile = desk.put(&format!("{address}/tier"), &tier).await.json();
    assert_eq!(after.client.next_contact_ms, NOW_MS + (15 + 30) * DAY_MS);
    let tiers: Vec<&str> = after.tiers.iter().map(|tier| tier.id.as_str()).collect();
    assert_eq!(tiers, ["companion", "family", "private"], "what there is to choose from");
    let unknown = SetTier { tier: "gold".to_owned() };
    desk.put(&format!("{address}/tier"), &unknown).await.problem(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(client.get("/api/care").await.json::<Care>().tier.id, "private");
}

#[tokio::test]
async fn a_household_needs_the_consent_of_both_and_either_may_end_it() {
    let stage = Stage::new().await;
    let (mut li, _) = signed_in(&stage, Role::Investor, "li@example.com").await;
    let (mut fang, _) = signed_in(&stage, Role::Investor, "fang@example.com").await;
    let asked: Kin =
        li.post("/api/household", &AddressOnly { email: "fang@example.com".to_owned() }).await.json();
    assert!(!asked.agreed);
    let token = stage.mail("household_invitation").await.unwrap().1["token"].as_str().unwrap().to_owned();

    let own = li.post("/api/household/agreement", &Token { token: token.clone() }).await;
    own.problem(StatusCode::GONE);
    let care: Care = fang.post("/api/household/agreement", &Token { token: token.clone() }).await.json();

    assert_eq!((care.household[0].name.as_str(), care.household[0].agreed), ("li@example.com", true));
    let seen: Care = li.get("/api/care").await.json();
    assert_eq!((seen.household[0].name.as_str(), seen.household[0].agreed), ("fang@example.com", true));
    let again = fang.post("/api/household/agreement", &Token { token }).await;
    again.problem(StatusCode::GONE);

    let address = format!("/api/household/{}", asked.id);
    assert_eq!(fang.delete(&address).await.status, StatusCode::NO_CONTENT);
    assert!(li.get("/api/care").await.json::<Care>().household.is_empty());
    li.delete(&address).await.problem(StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn asking_oneself_is_refused_and_an_unknown_address_is_not_told() {
    let stage = Stage::new().await;
    let (mut li, _) = signed_in(&stage, Role::Investor, "li@example.com").await;

    let own = li.post("/api/household", &AddressOnly { email: "li@example.com".to_owned() }).await;
    assert_eq!(own.problem(StatusCode::CONFLICT).code, "own_address");
    let unknown = li.post("/api/household", &AddressOnly { email: "nobody@example.com".to_owned() }).await;
    assert!(!unknown.json::<Kin>().agreed);
}
