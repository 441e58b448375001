//! Every route, asked by everybody: nobody reads or changes what is not theirs.
#![expect(clippy::unwrap_used, reason = "test code")]

use axum::http::StatusCode;
use server::accounts::{self, NewAccount, session};
use server::care::{client, household};
use server::clock::DAY_MS;
use server::meetings::store;
use server::route::Route;
use server::transact;
use server::who::Who;
use wire::{Language, NewTask, Role, Side};

use crate::office::{advisor, meeting};
use crate::support::{Browser, NOW_MS, Stage};

const ROLES: [Role; 3] = [Role::Investor, Role::Advisor, Role::Administrator];

/// A browser that is signed in to a new account of a role.
async fn signed_in(stage: &Stage, role: Role, email: &str) -> (Browser, String) {
    let new = NewAccount {
        email,
        name: "",
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

/// Asks for a route with the body of its own example.
async fn ask(browser: &mut Browser, route: &Route, address: &str) -> StatusCode {
    let body = route.takes.as_ref().map(|shape| serde_json::to_vec(shape.example.as_ref().unwrap()).unwrap());
    browser.send(route.method.clone(), address, &[], body).await.status
}

/// The identifier of something that belongs to an account, for each address that has one in it. A route
/// with an identifier that is not named here fails the test.
async fn something_of(stage: &Stage, account_id: &str, path: &str) -> Option<String> {
    let sql = match path {
        "/api/sessions/{id}" => "select id from session where account_id = $1",
        "/api/passkeys/{id}" => "select id from passkey where account_id = $1",
        "/api/plans/{id}" | "/api/plans/{id}/verification" => "select id from plan where account_id = $1",
        "/api/household/{id}" => "select id from kin where account_id = $1",
        "/api/meetings/{id}"
        | "/api/meetings/{id}/acts"
        | "/api/meetings/{id}/summary"
        | "/api/meetings/{id}/feedback"
        | "/api/meetings/{id}/calendar" => "select id from meeting where account_id = $1",
        "/api/tasks/{id}" => {
            "select task.id from task join meeting on meeting.id = task.meeting_id where account_id = $1"
        }
        "/api/talks/{talk}/seat" => "select talk_id from talk_seat where account_id = $1",
        "/api/desk/reviews/{id}" => "select id from assessment where account_id = $1",
        "/api/desk/clients/{id}"
        | "/api/desk/clients/{id}/plan"
        | "/api/desk/clients/{id}/decision"
        | "/api/desk/clients/{id}/tilt"
        | "/api/desk/clients/{id}/notes"
        | "/api/desk/clients/{id}/tier"
        | "/api/desk/clients/{id}/hand-over" => "select account_id from client where account_id = $1",
        _ => return None,
    };
    let row: Option<(String,)> = stage.app.db.first(sql, server::values![account_id]).await.unwrap();
    row.map(|(id,)| id)
}

/// Gives an account an advisor, a meeting with a task, and a household.
async fn look_after(stage: &Stage, account_id: &str) {
    let (_, advisor_id) = advisor(stage, "advisor@example.com", "陈岚", 100).await;
    let id = server::token::id();
    let mut row = meeting(&id, account_id, &advisor_id, NOW_MS + DAY_MS);
    "held".clone_into(&mut row.state);
    transact!(stage.app.db, |tx| {
        let account = accounts::by_id(&stage.app.db, account_id).await?.unwrap().account();
        client::take(tx, &account, Some(&advisor_id), &stage.app.care.service, NOW_MS).await?;
        store::insert(tx, &row, NOW_MS).await?;
        let tasks = [NewTask { text: "核对保单".to_owned(), side: Side::Client }];
        store::summarize(tx, &id, "纪要", &tasks, NOW_MS).await?;
        household::ask(tx, &account, "kin@example.com", Language::Zh, "secret", NOW_MS).await?;
    })
    .unwrap();
}

#[tokio::test]
async fn a_guest_reaches_only_what_is_open_to_anyone() {
    let stage = Stage::new().await;
    for route in server::routes::table(&stage.app).unwrap() {
        let address = route.path.replace("{id}", &server::token::id());

        let status = ask(&mut stage.browser(), &route, &address).await;

        if route.who != Who::Anyone {
            assert_eq!(status, StatusCode::UNAUTHORIZED, "{} {}", route.method, route.path);
        }
    }
}

#[tokio::test]
async fn a_role_reaches_only_what_is_open_to_it() {
    let stage = Stage::new().await;
    for (at, route) in server::routes::table(&stage.app).unwrap().iter().enumerate() {
        for role in ROLES {
            // A new account for each: some routes sign out.
            let (mut browser, _) = signed_in(&stage, role, &format!("{role:?}{at}@example.com")).await;
            let address = route.path.replace("{id}", &server::token::id());

            let status = ask(&mut browser, route, &address).await;

            let told = format!("{} {} as {role:?}: {status}", route.method, route.path);
            assert!(!status.is_server_error(), "{told}");
            if !route.who.admits(Some(role)) {
                assert_eq!(status, StatusCode::FORBIDDEN, "{told}");
            } else if !route.refuses.contains(&StatusCode::FORBIDDEN) {
                assert_ne!(status, StatusCode::FORBIDDEN, "{told}");
            }
        }
    }
}

/// Gives an account one of everything.
async fn furnish(stage: &Stage, account_id: &str) {
    transact!(stage.app.db, |tx| {
        for sql in [
            "insert into passkey (id, account_id, credential_id, name, credential, created_ms)
             values ('019368a2-0000-7000-8000-000000000001', $1, 'ab', '', '{}', 0)",
            "insert into firm_version (digest, created_ms, document) values ($1, 0, '{}')",
            "insert into plan (id, account_id, number, created_ms, firm_digest, request, summary, body)
             values ('019368a2-0000-7000-8000-000000000002', $1, 1, 0, $1, '{}', '{}', '{}')",
            "insert into talk_seat (talk_id, seat, account_id, taken_ms) values ('a-talk', 1, $1, 0)",
            "insert into assessment (id, account_id, created_ms, valid_until_ms, form, language, texts,
                                     rules_dated, engine, class, waits, profile)
             values ('019368a2-0000-7000-8000-000000000003', $1, 0, 0, '{}', 'en', '', '', '', 'C4', 1, '{}')",
        ] {
            tx.change(sql, server::values![account_id]).await?;
        }
    })
    .unwrap();
}

#[tokio::test]
async fn nobody_reaches_what_belongs_to_another() {
    let stage = Stage::new().await;
    let (_, owner) = signed_in(&stage, Role::Investor, "owner@example.com").await;
    furnish(&stage, &owner).await;
    look_after(&stage, &owner).await;
    for (at, route) in server::routes::table(&stage.app).unwrap().iter().enumerate() {
        // An administrator's things belong to the firm.
        let of_the_firm = route.who == Who::Only(Role::Administrator);
        if !route.path.contains('{') || route.who == Who::Anyone || of_the_firm {
            continue;
        }
        let id = something_of(&stage, &owner, route.path).await;
        let id = id.unwrap_or_else(|| panic!("name something for {} in something_of", route.path));
        for role in ROLES.into_iter().filter(|role| route.who.admits(Some(*role))) {
            let (mut browser, _) = signed_in(&stage, role, &format!("{role:?}{at}@example.com")).await;

            let status = ask(&mut browser, route, &route.path.replace("{id}", &id)).await;

            let told = format!("{} {} as {role:?}", route.method, route.path);
            assert_eq!(status, StatusCode::NOT_FOUND, "{told}");
            assert_eq!(something_of(&stage, &owner, route.path).await, Some(id.clone()), "{told}");
        }
    }
}
