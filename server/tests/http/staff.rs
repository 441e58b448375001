//! An advisor who leaves: nobody is left without one.

use axum::http::StatusCode;
use wire::{Care, Departure, DeparturePreview, NewDeparture, Role, StaffRow, TakeAdvisor};

use crate::office::{advisor, signed_in};
use crate::support::{Browser, NOW_MS, Stage};

fn departure(to: Option<&str>) -> NewDeparture {
    NewDeparture {
        to: to.map(str::to_owned),
        reason: "顾问退休".to_owned(),
        note: "感谢您多年的信任，同事会继续照顾您。".to_owned(),
    }
}

/// So many clients of the one advisor there is.
async fn clients(stage: &Stage, count: usize) -> Vec<Browser> {
    let mut clients = Vec::new();
    for at in 0..count {
        let (mut client, _) = signed_in(stage, Role::Investor, &format!("client{at}@example.com")).await;
        client.post("/api/care", &TakeAdvisor::default()).await.json::<Care>();
        clients.push(client);
    }
    clients
}

#[tokio::test]
async fn every_client_of_an_advisor_who_leaves_is_handed_over_with_a_note() {
    let stage = Stage::new().await;
    let (_, chen) = advisor(&stage, "chen@example.com", "陈岚", 10).await;
    let mut clients = clients(&stage, 3).await;
    let (_, wang) = advisor(&stage, "wang@example.com", "王宁", 10).await;
    let (mut admin, _) = signed_in(&stage, Role::Administrator, "admin@example.com").await;

    let address = format!("/api/advisors/{chen}/departure");
    let done: Departure = admin.post(&address, &departure(Some(&wang))).await.json();

    assert_eq!(done.clients, 3);
    for client in &mut clients {
        let care: Care = client.get("/api/care").await.json();
        assert_eq!(care.advisor.unwrap().id, wang);
        assert_eq!(
            (care.hand_overs.len(), care.hand_overs[0].note.as_str()),
            (1, departure(None).note.as_str())
        );
    }
    let staff: Vec<StaffRow> = admin.get("/api/advisors").await.json();
    let told: Vec<_> = staff.iter().map(|row| (row.advisor.id.as_str(), row.clients, row.capacity)).collect();
    assert!(told.contains(&(chen.as_str(), 0, 0)), "nobody new comes to who leaves: {told:?}");
    assert!(told.contains(&(wang.as_str(), 3, 10)), "{told:?}");
    let (mut newcomer, _) = signed_in(&stage, Role::Investor, "new@example.com").await;
    let care: Care = newcomer.post("/api/care", &TakeAdvisor::default()).await.json();
    assert_eq!(care.advisor.unwrap().id, wang);
}

#[tokio::test]
async fn without_a_successor_each_client_gets_one_with_room_or_nothing_changes() {
    let stage = Stage::new().await;
    let (_, chen) = advisor(&stage, "chen@example.com", "陈岚", 10).await;
    let mut clients = clients(&stage, 3).await;
    advisor(&stage, "wang@example.com", "王宁", 1).await;
    advisor(&stage, "zhao@example.com", "赵宁", 1).await;
    let (mut admin, _) = signed_in(&stage, Role::Administrator, "admin@example.com").await;
    let address = format!("/api/advisors/{chen}/departure");

    let refused = admin.post(&address, &departure(None)).await;

    assert_eq!(refused.problem(StatusCode::CONFLICT).code, "no_room");
    for client in &mut clients {
        let care: Care = client.get("/api/care").await.json();
        assert_eq!((care.advisor.unwrap().id.as_str(), care.hand_overs.len()), (chen.as_str(), 0));
    }
    let preview: DeparturePreview = admin.get(&address).await.json();
    assert_eq!((preview.successors.len(), preview.without_room), (2, 1));

    let (_, sun) = advisor(&stage, "sun@example.com", "孙宁", 1).await;
    let preview: DeparturePreview = admin.get(&address).await.json();
    assert_eq!((preview.without_room, preview.stands_in), (0, false));
    assert_eq!(preview.clients.iter().map(|count| count.clients).sum::<u32>(), 3);
    assert!(preview.successors.iter().any(|one| one.advisor_id == sun && one.clients == 1));
    assert_eq!(admin.post(&address, &departure(None)).await.json::<Departure>().clients, 3);
}

#[tokio::test]
async fn who_stands_in_for_another_cannot_leave_yet_and_every_fault_is_named() {
    let stage = Stage::new().await;
    let (_, chen) = advisor(&stage, "chen@example.com", "陈岚", 10).await;
    let (mut wang_desk, wang) = advisor(&stage, "wang@example.com", "王宁", 10).await;
    let mut availability: wire::Availability = wang_desk.get("/api/desk/availability").await.json();
    let until_ms = NOW_MS + 1;
    availability.absences = vec![wire::Absence { from_ms: NOW_MS, until_ms, deputy_id: chen.clone() }];
    wang_desk.put("/api/desk/availability", &availability).await;
    let (mut admin, _) = signed_in(&stage, Role::Administrator, "admin@example.com").await;
    let address = format!("/api/advisors/{chen}/departure");

    assert!(admin.get(&address).await.json::<DeparturePreview>().stands_in);
    let refused = admin.post(&address, &departure(Some(&wang))).await;
    assert_eq!(refused.problem(StatusCode::CONFLICT).code, "stands_in");
    let own = admin.post(&address, &departure(Some(&chen))).await;
    assert_eq!(own.problem(StatusCode::CONFLICT).code, "same_advisor");
    let silent = NewDeparture { to: None, reason: String::new(), note: "保本".to_owned() };
    let problem = admin.post(&address, &silent).await.problem(StatusCode::UNPROCESSABLE_ENTITY);
    let faults: Vec<_> =
        problem.faults.iter().map(|fault| (fault.field.as_str(), fault.reason.as_str())).collect();
    assert_eq!(faults, [("reason", "missing"), ("note", "word")]);
    let nobody = format!("/api/advisors/{}/departure", server::token::id());
    admin.get(&nobody).await.problem(StatusCode::NOT_FOUND);
    admin.post(&nobody, &departure(None)).await.problem(StatusCode::NOT_FOUND);
}
