//! The advisor for life and the household, as the client sees them.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use wire::{AddressOnly, Care, Deputy, Invited, Kin, Role, TakeAdvisor, Token};

use super::examples;
use crate::accounts::email;
use crate::app::{App, Shared};
use crate::asker::Asker;
use crate::care::{self, advisor, client, hand_over, household, invitation};
use crate::error::ApiError;
use crate::limits;
use crate::route::Route;
use crate::sent::{Answer, Id, Sent, answer};
use crate::who::{SignedIn, Who};
use crate::{token, transact};

/// The routes of care.
pub(super) fn routes() -> Vec<Route> {
    let investor = Who::Only(Role::Investor);
    vec![
        Route::get("/api/care", investor, show)
            .about("Who looks after the client, and how; without an advisor before one was taken")
            .gives(StatusCode::OK, &examples::care()),
        Route::post("/api/care", investor, take)
            .about("Takes the advisor who invited, or the one whom the firm's rule chooses; once, for life")
            .takes(&TakeAdvisor { invitation: Some(examples::TOKEN.to_owned()) })
            .gives(StatusCode::OK, &examples::care())
            .refuses(&[StatusCode::GONE, StatusCode::TOO_MANY_REQUESTS]),
        Route::get("/api/invitations/{token}", Who::Anyone, invited)
            .about("Who invites, by the end of an invitation link")
            .gives(StatusCode::OK, &examples::invited())
            .refuses(&[StatusCode::GONE, StatusCode::TOO_MANY_REQUESTS]),
        Route::post("/api/household", investor, ask_kin)
            .about("Asks somebody by mail to belong to the household")
            .takes(&AddressOnly { email: examples::EMAIL.to_owned() })
            .gives(StatusCode::OK, &examples::kin())
            .refuses(&[StatusCode::CONFLICT, StatusCode::TOO_MANY_REQUESTS]),
        Route::post("/api/household/agreement", investor, agree)
            .about("Agrees to belong to a household, with the end of the link in the mail")
            .takes(&Token { token: examples::TOKEN.to_owned() })
            .gives(StatusCode::OK, &examples::care())
            .refuses(&[StatusCode::GONE, StatusCode::TOO_MANY_REQUESTS]),
        Route::delete("/api/household/{id}", investor, leave)
            .about("Ends a link of the household, or takes an invitation back")
            .gives_nothing(StatusCode::NO_CONTENT),
    ]
}

/// `GET /api/care`
async fn show(State(app): State<Shared>, who: SignedIn) -> Result<Answer<Care>, ApiError> {
    of(&app, who.id()).await
}

async fn of(app: &App, account_id: &str) -> Result<Answer<Care>, ApiError> {
    let now_ms = app.now_ms();
    let client = client::find(&app.db, account_id).await?;
    let (advisor, deputy) = match &client {
        Some(client) => (
            advisor::card(&app.db, &client.advisor_id).await?,
            deputy(app, &client.advisor_id, now_ms).await?,
        ),
        None => (None, None),
    };
    let tier = app.care.service.tier(client.as_ref().map_or("", |client| client.tier.as_str()));
    Ok(answer(Care {
        advisor,
        since_ms: client.as_ref().map(|client| client.since_ms),
        deputy,
        tier: care::tier(tier),
        last_contact_ms: client.as_ref().and_then(|client| client.contact_ms),
        next_contact_ms: client.as_ref().map(|client| client.next_contact_ms),
        experts: app.care.experts.expert.iter().map(care::expert).collect(),
        hand_overs: hand_over::of(&app.db, account_id).await?,
        household: household::of(&app.db, account_id, now_ms).await?,
    }))
}

/// Who stands in now or next.
async fn deputy(app: &App, advisor_id: &str, now_ms: i64) -> Result<Option<Deputy>, ApiError> {
    let covers = advisor::covers(&app.db, advisor_id, &(now_ms..i64::MAX)).await?;
    let Some(cover) = covers.into_iter().next() else { return Ok(None) };
    let card = advisor::card(&app.db, &cover.deputy_id).await?;
    Ok(card.map(|advisor| Deputy { advisor, from_ms: cover.from_ms, until_ms: cover.until_ms }))
}

/// `POST /api/care`
///
/// # Errors
///
/// [`ApiError::LinkGone`] when the invitation no longer works.
async fn take(
    State(app): State<Shared>,
    who: SignedIn,
    Sent(sent): Sent<TakeAdvisor>,
) -> Result<Answer<Care>, ApiError> {
    let now_ms = app.now_ms();
    app.limits.count(limits::LINK_BY, who.id(), now_ms)?;
    advisor::furnish(&app.db, &app.care.service).await?;
    transact!(app.db, |tx| {
        if client::find_in(tx, who.id()).await?.is_none() {
            let inviting = match &sent.invitation {
                Some(secret) => {
                    Some(invitation::accept(tx, secret, who.id(), now_ms).await?.ok_or(ApiError::LinkGone)?)
                }
                None => None,
            };
            client::take(tx, &who.account, inviting.as_deref(), &app.care.service, now_ms).await?;
        }
    })?;
    of(&app, who.id()).await
}

/// `GET /api/invitations/{token}`
///
/// # Errors
///
/// [`ApiError::LinkGone`] when the link does not work, or no longer.
async fn invited(
    State(app): State<Shared>,
    asker: Asker,
    Path(secret): Path<String>,
) -> Result<Answer<Invited>, ApiError> {
    let now_ms = app.now_ms();
    app.limits.count(limits::LINK_FROM, asker.network, now_ms)?;
    let open = invitation::look_up(&app.db, &secret, now_ms).await?.ok_or(ApiError::LinkGone)?;
    let advisor = advisor::card(&app.db, &open.advisor_id).await?.ok_or(ApiError::LinkGone)?;
    Ok(answer(Invited { advisor, email: open.email, expires_ms: open.expires_ms }))
}

/// `POST /api/household`
///
/// # Errors
///
/// [`ApiError::Faults`] when it is no address; [`ApiError::Conflict`].
async fn ask_kin(
    State(app): State<Shared>,
    who: SignedIn,
    Sent(sent): Sent<AddressOnly>,
) -> Result<Answer<Kin>, ApiError> {
    let now_ms = app.now_ms();
    let email = email::check(&sent.email).map_err(|fault| ApiError::Faults(vec![fault]))?;
    app.limits.count(limits::MAIL_BY, who.id(), now_ms)?;
    app.limits.count(limits::MAIL_TO, &email, now_ms)?;
    let secret = token::secret()?;
    let kin = transact!(app.db, |tx| {
        household::ask(tx, &who.account, &email, who.account.language, &secret, now_ms).await?
    })?;
    Ok(answer(kin))
}

/// `POST /api/household/agreement`
///
/// # Errors
///
/// [`ApiError::LinkGone`] when the link does not work, or no longer.
async fn agree(
    State(app): State<Shared>,
    who: SignedIn,
    Sent(sent): Sent<Token>,
) -> Result<Answer<Care>, ApiError> {
    let now_ms = app.now_ms();
    app.limits.count(limits::LINK_BY, who.id(), now_ms)?;
    transact!(app.db, |tx| household::agree(tx, who.id(), &sent.token, now_ms).await?)?;
    of(&app, who.id()).await
}

/// `DELETE /api/household/{id}`
///
/// # Errors
///
/// [`ApiError::NotFound`] when it is no link of the one who asks.
async fn leave(State(app): State<Shared>, who: SignedIn, Id(id): Id) -> Result<StatusCode, ApiError> {
    let ended = transact!(app.db, |tx| household::end(tx, who.id(), &id, app.now_ms()).await?)?;
    if ended { Ok(StatusCode::NO_CONTENT) } else { Err(ApiError::NotFound) }
}
