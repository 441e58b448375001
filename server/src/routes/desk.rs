//! The advisor's desk.

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use wire::{
    Attention, Availability, ClientFile, ClientRow, Colleagues, Invitation, Language, NewHandOver,
    NewInvitation, NewNote, Role, SetTier, Today,
};

use super::examples;
use crate::accounts::email;
use crate::app::{App, Shared};
use crate::care::client::{self, Client};
use crate::care::{self, advisor, availability, hand_over, household, invitation};
use crate::clock::DAY_MS;
use crate::desk::clients::{self, Seen};
use crate::desk::standing::Circle;
use crate::desk::{decisions, notes};
use crate::error::{ApiError, Fault};
use crate::limits;
use crate::meetings::{store, zones};
use crate::plans;
use crate::route::Route;
use crate::sent::{Answer, Id, Sent, answer};
use crate::texts;
use crate::who::{SignedIn, Who};
use crate::words::Words;
use crate::{clock, token, transact};

/// The routes of the desk.
pub(super) fn routes(app: &App) -> Vec<Route> {
    [overview(), of_client(app), of_advisor()].into_iter().flatten().collect()
}

const ADVISOR: Who = Who::Only(Role::Advisor);

fn overview() -> Vec<Route> {
    vec![
        Route::get("/api/desk", ADVISOR, today)
            .about("What the advisor has to do today")
            .gives(StatusCode::OK, &examples::today()),
        Route::get("/api/desk/clients", ADVISOR, list)
            .about("The clients, the most urgent first")
            .gives(StatusCode::OK, &vec![examples::client()]),
        Route::get("/api/desk/colleagues", ADVISOR, colleagues)
            .about("The other advisors of the firm")
            .gives(StatusCode::OK, &vec![examples::advisor()]),
    ]
}

fn of_client(app: &App) -> Vec<Route> {
    let stored = examples::stored_plan(app);
    vec![
        Route::get("/api/desk/clients/{id}", ADVISOR, show)
            .about("A client: plan, decisions, notes, meetings, household")
            .gives(StatusCode::OK, &examples::client_file()),
        Route::get("/api/desk/clients/{id}/plan", ADVISOR, show_plan)
            .about("The client's newest plan, as the client sees it")
            .gives_maybe(StatusCode::OK, stored.as_ref()),
        Route::post("/api/desk/clients/{id}/notes", ADVISOR, write_note)
            .about("Writes a note; one about a contact moves the next contact")
            .takes(&NewNote { text: "电话沟通，下月见面。".to_owned(), contact: true })
            .gives(StatusCode::OK, &examples::client_file()),
        Route::put("/api/desk/clients/{id}/tier", ADVISOR, set_tier)
            .about("Changes the tier of service")
            .takes(&SetTier { tier: "family".to_owned() })
            .gives(StatusCode::OK, &examples::client_file()),
        Route::post("/api/desk/clients/{id}/hand-over", ADVISOR, hand_over)
            .about("Gives a client to another advisor: recorded, with a reason and a note to the client")
            .takes(&examples::hand_over())
            .gives_nothing(StatusCode::NO_CONTENT)
            .refuses(&[StatusCode::CONFLICT]),
    ]
}

fn of_advisor() -> Vec<Route> {
    vec![
        Route::get("/api/desk/availability", ADVISOR, show_availability)
            .about("When the advisor can be met")
            .gives(StatusCode::OK, &examples::availability()),
        Route::put("/api/desk/availability", ADVISOR, save_availability)
            .about("Writes when the advisor can be met, as a whole")
            .takes(&examples::availability())
            .gives(StatusCode::OK, &examples::availability()),
        Route::get("/api/desk/invitations", ADVISOR, invitations)
            .about("Invitations, newest first")
            .gives(StatusCode::OK, &vec![examples::invitation()]),
        Route::post("/api/desk/invitations", ADVISOR, invite)
            .about("Invites somebody to become a client, by mail and by a link that is told once")
            .takes(&NewInvitation { email: examples::EMAIL.to_owned(), language: Language::Zh })
            .gives(StatusCode::OK, &examples::invitation())
            .refuses(&[StatusCode::TOO_MANY_REQUESTS]),
    ]
}

/// `GET /api/desk`
async fn today(State(app): State<Shared>, who: SignedIn) -> Result<Answer<Today>, ApiError> {
    let now_ms = app.now_ms();
    let window = day_of(&app, who.id(), now_ms).await?;
    let clients = seen(&app, who.id(), None).await?;
    let reviews = clients.iter().filter_map(Seen::review).collect();
    let attention = clients
        .into_iter()
        .map(|seen| seen.row)
        .filter(|client| client.attention != Attention::None)
        .collect();
    Ok(answer(Today {
        meetings: store::of_advisor(&app.db, who.id(), &window, &app.care.experts).await?,
        requests: store::requested(&app.db, who.id(), &app.care.experts).await?,
        to_close: store::to_close(&app.db, who.id(), now_ms, &app.care.experts).await?,
        attention,
        reviews,
    }))
}

/// The clients whom an advisor looks after now, or one of them.
async fn seen(app: &App, advisor_id: &str, only: Option<&str>) -> Result<Vec<Seen>, ApiError> {
    let circle = Circle { advisor_id, only, now_ms: app.now_ms() };
    Ok(clients::of(&app.db, circle, app.care.service.attention).await?)
}

/// The day on the advisor's own clock.
async fn day_of(app: &App, advisor_id: &str, now_ms: i64) -> Result<std::ops::Range<i64>, ApiError> {
    let card = advisor::card(&app.db, advisor_id).await?;
    let zone = card.and_then(|card| zones::zone(&card.time_zone));
    let bounds = zone.and_then(|zone| {
        let day = zones::day_at(now_ms, &zone);
        Some(zones::at_minute(day, 0, &zone)?..zones::at_minute(day, 1440, &zone)?)
    });
    Ok(bounds.unwrap_or(now_ms..now_ms + DAY_MS))
}

/// `GET /api/desk/clients`
async fn list(State(app): State<Shared>, who: SignedIn) -> Result<Answer<Vec<ClientRow>>, ApiError> {
    let clients = seen(&app, who.id(), None).await?;
    Ok(answer(clients.into_iter().map(|seen| seen.row).collect()))
}

/// `GET /api/desk/colleagues`
async fn colleagues(State(app): State<Shared>, who: SignedIn) -> Result<Answer<Colleagues>, ApiError> {
    advisor::furnish(&app.db, &app.care.service).await?;
    let all = advisor::all(&app.db).await?;
    Ok(answer(all.into_iter().filter(|card| card.id != who.id()).collect()))
}

/// The client, where the one who asks looks after them.
pub(super) async fn mine(app: &App, who: &SignedIn, id: &str) -> Result<Client, ApiError> {
    client::seen_by(&app.db, who.id(), id, app.now_ms()).await?.ok_or(ApiError::NotFound)
}

/// `GET /api/desk/clients/{id}`
///
/// # Errors
///
/// [`ApiError::NotFound`] when it is nobody whom the advisor looks after.
async fn show(State(app): State<Shared>, who: SignedIn, Id(id): Id) -> Result<Answer<ClientFile>, ApiError> {
    mine(&app, &who, &id).await?;
    file(&app, who.id(), &id).await
}

/// All about a client whom the advisor looks after.
///
/// # Errors
///
/// [`ApiError::NotFound`] when it is nobody whom the advisor looks after.
pub(super) async fn file(app: &App, advisor_id: &str, id: &str) -> Result<Answer<ClientFile>, ApiError> {
    let now_ms = app.now_ms();
    let client = seen(app, advisor_id, Some(id)).await?.into_iter().next().ok_or(ApiError::NotFound)?;
    let review = client.review();
    let plan = client.standing.plan;
    Ok(answer(ClientFile {
        client: client.row,
        review,
        request: plans::newest_request(&app.db, id).await?,
        digest: plan.as_ref().map(|plan| plan.digest.clone()),
        planned_ms: plan.as_ref().map(|plan| plan.created_ms),
        plan,
        agreed: decisions::of(&app.db, id, &clock::day_of(now_ms)).await?,
        notes: notes::of(&app.db, id).await?,
        meetings: store::of_client(&app.db, id, &app.care.experts).await?,
        household: household::names(&app.db, id, now_ms).await?,
        tiers: app.care.service.tier.iter().map(care::tier).collect(),
    }))
}

/// `GET /api/desk/clients/{id}/plan`
///
/// # Errors
///
/// [`ApiError::NotFound`] when it is nobody whom the advisor looks after, or there is no plan yet.
async fn show_plan(State(app): State<Shared>, who: SignedIn, Id(id): Id) -> Result<Response, ApiError> {
    mine(&app, &who, &id).await?;
    let body = plans::newest_body(&app.db, &id).await?.ok_or(ApiError::NotFound)?;
    let headers = [(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "no-store")];
    Ok((headers, body).into_response())
}

/// `POST /api/desk/clients/{id}/notes`
///
/// # Errors
///
/// [`ApiError::NotFound`]; [`ApiError::Faults`].
async fn write_note(
    State(app): State<Shared>,
    who: SignedIn,
    Id(id): Id,
    Sent(sent): Sent<NewNote>,
) -> Result<Answer<ClientFile>, ApiError> {
    mine(&app, &who, &id).await?;
    let now_ms = app.now_ms();
    let text = texts::block("text", &sent.text, 1..=4000).map_err(one)?;
    transact!(app.db, |tx| {
        notes::write(tx, &id, who.id(), &text, now_ms).await?;
        if sent.contact {
            client::note_contact(tx, &id, &app.care.service, now_ms).await?;
        }
    })?;
    file(&app, who.id(), &id).await
}

/// One fault alone.
pub(super) fn one(fault: Fault) -> ApiError {
    ApiError::Faults(vec![fault])
}

/// `PUT /api/desk/clients/{id}/tier`
///
/// # Errors
///
/// [`ApiError::NotFound`]; [`ApiError::Faults`] when the firm has no such tier.
async fn set_tier(
    State(app): State<Shared>,
    who: SignedIn,
    Id(id): Id,
    Sent(sent): Sent<SetTier>,
) -> Result<Answer<ClientFile>, ApiError> {
    mine(&app, &who, &id).await?;
    if !app.care.service.tier.iter().any(|tier| tier.id == sent.tier) {
        return Err(one(Fault::new(
            "tier",
            "unknown",
            Words::new("没有这个服务等级。", "There is no such tier."),
        )));
    }
    let now_ms = app.now_ms();
    transact!(app.db, |tx| client::set_tier(tx, &id, &sent.tier, &app.care.service, now_ms).await?)?;
    file(&app, who.id(), &id).await
}

/// `POST /api/desk/clients/{id}/hand-over`
///
/// # Errors
///
/// [`ApiError::NotFound`]; [`ApiError::Faults`]; [`ApiError::Conflict`] when it is theirs already.
async fn hand_over(
    State(app): State<Shared>,
    who: SignedIn,
    Id(id): Id,
    Sent(sent): Sent<NewHandOver>,
) -> Result<StatusCode, ApiError> {
    mine(&app, &who, &id).await?;
    let reason = texts::block("reason", &sent.reason, 1..=500);
    let note = texts::advice("note", &sent.note, 1..=2000, &app.shelf.wording);
    let new = match (reason, note) {
        (Ok(reason), Ok(note)) => NewHandOver { to: sent.to, reason, note },
        (reason, note) => {
            return Err(ApiError::Faults([reason.err(), note.err()].into_iter().flatten().collect()));
        }
    };
    let now_ms = app.now_ms();
    transact!(app.db, |tx| hand_over::record(tx, &id, &new, who.id(), now_ms).await?)?;
    Ok(StatusCode::NO_CONTENT)
}

/// `GET /api/desk/availability`
async fn show_availability(
    State(app): State<Shared>,
    who: SignedIn,
) -> Result<Answer<Availability>, ApiError> {
    let now_ms = app.now_ms();
    if let Some(found) = availability::of(&app.db, who.id(), now_ms).await? {
        return Ok(answer(found));
    }
    advisor::furnish(&app.db, &app.care.service).await?;
    availability::of(&app.db, who.id(), now_ms).await?.map(answer).ok_or(ApiError::NotFound)
}

/// `PUT /api/desk/availability`
///
/// # Errors
///
/// [`ApiError::Faults`] with every entry that cannot be taken.
async fn save_availability(
    State(app): State<Shared>,
    who: SignedIn,
    Sent(sent): Sent<Availability>,
) -> Result<Answer<Availability>, ApiError> {
    let colleagues: Vec<String> =
        advisor::all(&app.db).await?.into_iter().map(|card| card.id).filter(|id| id != who.id()).collect();
    availability::check(&sent, &colleagues)?;
    advisor::furnish(&app.db, &app.care.service).await?;
    transact!(app.db, |tx| availability::save(tx, who.id(), &sent).await?)?;
    availability::of(&app.db, who.id(), app.now_ms()).await?.map(answer).ok_or(ApiError::NotFound)
}

/// `GET /api/desk/invitations`
async fn invitations(State(app): State<Shared>, who: SignedIn) -> Result<Answer<Vec<Invitation>>, ApiError> {
    Ok(answer(invitation::of(&app.db, who.id()).await?))
}

/// `POST /api/desk/invitations`
///
/// # Errors
///
/// [`ApiError::Faults`] when it is no address; [`ApiError::TooMany`].
async fn invite(
    State(app): State<Shared>,
    who: SignedIn,
    Sent(sent): Sent<NewInvitation>,
) -> Result<Answer<Invitation>, ApiError> {
    let now_ms = app.now_ms();
    let new = NewInvitation { email: email::check(&sent.email).map_err(one)?, ..sent };
    app.limits.count(limits::MAIL_BY, who.id(), now_ms)?;
    app.limits.count(limits::MAIL_TO, &new.email, now_ms)?;
    advisor::furnish(&app.db, &app.care.service).await?;
    let secret = token::secret()?;
    let invitation = transact!(app.db, |tx| {
        invitation::create(tx, (who.id(), &who.account.name), &new, &secret, now_ms).await?
    })?;
    let url = format!("{}/account?invitation={secret}", app.settings.public_url);
    Ok(answer(Invitation { url: Some(url), ..invitation }))
}
