//! An allocation from the proposal to what was agreed on, and rises of a class.

use axum::extract::State;
use axum::http::StatusCode;
use planner::day::Day;
use wire::{AllocationStanding, AllocationState, ClientFile, Decide, NewTilt, ReviewDecision, Role};

use super::desk::{file, mine, one};
use super::examples;
use crate::app::{App, Shared};
use crate::care::client;
use crate::db::Tx;
use crate::desk::decisions::{self, New};
use crate::desk::limits;
use crate::desk::reviews::{self, Verdict};
use crate::error::ApiError;
use crate::plans::{self, Newest};
use crate::route::Route;
use crate::sent::{Answer, Id, Sent, answer};
use crate::who::{SignedIn, Who};
use crate::words::Words;
use crate::{assessments, clock, texts, transact};

/// The routes of allocations.
pub(super) fn routes() -> Vec<Route> {
    let (investor, advisor) = (Who::Only(Role::Investor), Who::Only(Role::Advisor));
    vec![
        Route::get("/api/allocation", investor, show)
            .about("Where the own allocation stands: proposed, confirmed, or tilted for a while")
            .gives(StatusCode::OK, &examples::allocation_standing()),
        Route::post("/api/desk/clients/{id}/decision", advisor, decide)
            .about("Confirms the allocation of the newest plan, or sets another one within its limits")
            .takes(&examples::decide())
            .gives(StatusCode::OK, &examples::client_file())
            .refuses(&[StatusCode::CONFLICT]),
        Route::post("/api/desk/clients/{id}/tilt", advisor, set_tilt)
            .about("Tilts the confirmed allocation for a while, in place of the tilt before")
            .takes(&examples::tilt())
            .gives(StatusCode::OK, &examples::client_file())
            .refuses(&[StatusCode::CONFLICT]),
        Route::delete("/api/desk/clients/{id}/tilt", advisor, end_tilt)
            .about("Ends the tilt that holds today")
            .gives(StatusCode::OK, &examples::client_file()),
        Route::post("/api/desk/reviews/{id}", advisor, review)
            .about("Accepts or refuses a rise of the class, by the identifier of its assessment")
            .takes(&examples::review_decision())
            .gives(StatusCode::OK, &examples::client_file())
            .refuses(&[StatusCode::CONFLICT]),
    ]
}

/// `GET /api/allocation`
async fn show(State(app): State<Shared>, who: SignedIn) -> Result<Answer<AllocationStanding>, ApiError> {
    let digest = plans::newest_digest(&app.db, who.id()).await?;
    let agreed = decisions::of(&app.db, who.id(), &clock::day_of(app.now_ms())).await?;
    let decided = agreed.decision.as_ref().map(|decision| &decision.digest);
    let state = if decided.is_none() || decided != digest.as_ref() {
        AllocationState::Proposed
    } else if agreed.tilt.is_some() {
        AllocationState::Tactical
    } else {
        AllocationState::Confirmed
    };
    Ok(answer(AllocationStanding { state, digest, agreed }))
}

/// Today in UTC.
fn today(app: &App) -> Result<Day, ApiError> {
    clock::day_of(app.now_ms()).parse().map_err(|_| ApiError::Internal)
}

/// `POST /api/desk/clients/{id}/decision`
///
/// # Errors
///
/// [`ApiError::NotFound`]; [`ApiError::Faults`] with every field that cannot be taken and its range;
/// [`ApiError::Conflict`] without a plan or a valid assessment, or when there is a newer plan.
async fn decide(
    State(app): State<Shared>,
    who: SignedIn,
    Id(id): Id,
    Sent(sent): Sent<Decide>,
) -> Result<Answer<ClientFile>, ApiError> {
    mine(&app, &who, &id).await?;
    let now_ms = app.now_ms();
    let newest = plans::newest_whole(&app.db, &id).await?.ok_or_else(no_plan)?;
    if newest.stored.summary.digest != sent.digest {
        return Err(newer_plan());
    }
    let settled = limits::settle(&sent, &newest, &app.shelf, today(&app)?)?;
    let new = New {
        account_id: &id,
        by_id: who.id(),
        digest: &sent.digest,
        weights: &settled.weights,
        adjusted: settled.adjusted,
        reason: &settled.reason,
    };
    transact!(app.db, |tx| {
        must_hold(tx, &id, &newest, now_ms).await?;
        decisions::decide(tx, &new, now_ms).await?;
    })?;
    file(&app, who.id(), &id).await
}

/// What was looked at is still the newest plan, and an assessment that counts covers its class.
async fn must_hold(tx: &mut Tx, account_id: &str, newest: &Newest, now_ms: i64) -> Result<(), ApiError> {
    if plans::newest_digest_in(tx, account_id).await?.as_ref() != Some(&newest.stored.summary.digest) {
        return Err(newer_plan());
    }
    let valid = assessments::valid(tx, account_id, now_ms).await?.ok_or_else(plans::no_assessment)?;
    if valid.class < newest.stored.summary.class { Err(plans::above_class()) } else { Ok(()) }
}

/// `POST /api/desk/clients/{id}/tilt`
///
/// # Errors
///
/// [`ApiError::NotFound`]; [`ApiError::Faults`] with every field that cannot be taken and its range;
/// [`ApiError::Conflict`] before the allocation of the newest plan was decided on.
async fn set_tilt(
    State(app): State<Shared>,
    who: SignedIn,
    Id(id): Id,
    Sent(sent): Sent<NewTilt>,
) -> Result<Answer<ClientFile>, ApiError> {
    mine(&app, &who, &id).await?;
    let now_ms = app.now_ms();
    let newest = plans::newest_whole(&app.db, &id).await?.ok_or_else(no_plan)?;
    let agreed = decisions::of(&app.db, &id, &clock::day_of(now_ms)).await?;
    let digest = &newest.stored.summary.digest;
    let decided = agreed.decision.filter(|decision| decision.digest == *digest).ok_or_else(not_confirmed)?;
    let by = client::shown_name(&who.account.name, &who.account.email);
    let tilt = limits::tilt(&sent, by, (&newest, &decided), &app.shelf, today(&app)?)?;
    transact!(app.db, |tx| {
        must_hold(tx, &id, &newest, now_ms).await?;
        decisions::set_tilt(tx, &id, who.id(), &tilt, now_ms).await?;
    })?;
    file(&app, who.id(), &id).await
}

/// `DELETE /api/desk/clients/{id}/tilt`
///
/// # Errors
///
/// [`ApiError::NotFound`] when it is nobody whom the advisor looks after, or no tilt holds today.
async fn end_tilt(
    State(app): State<Shared>,
    who: SignedIn,
    Id(id): Id,
) -> Result<Answer<ClientFile>, ApiError> {
    mine(&app, &who, &id).await?;
    let now_ms = app.now_ms();
    let today = clock::day_of(now_ms);
    let ended = transact!(app.db, |tx| decisions::end_tilt(tx, &id, who.id(), &today, now_ms).await?)?;
    if !ended {
        return Err(ApiError::NotFound);
    }
    file(&app, who.id(), &id).await
}

/// `POST /api/desk/reviews/{id}`
///
/// # Errors
///
/// [`ApiError::NotFound`] when it is the assessment of nobody whom the advisor looks after;
/// [`ApiError::Faults`]; [`ApiError::Conflict`] when it does not wait.
async fn review(
    State(app): State<Shared>,
    who: SignedIn,
    Id(id): Id,
    Sent(sent): Sent<ReviewDecision>,
) -> Result<Answer<ClientFile>, ApiError> {
    let account_id = assessments::owner(&app.db, &id).await?.ok_or(ApiError::NotFound)?;
    mine(&app, &who, &account_id).await?;
    let now_ms = app.now_ms();
    let reason = texts::advice("reason", &sent.reason, 1..=500, &app.shelf.wording).map_err(one)?;
    let verdict = Verdict {
        assessment_id: &id,
        account_id: &account_id,
        by_id: who.id(),
        accepted: sent.accepted,
        reason: &reason,
    };
    transact!(app.db, |tx| reviews::decide(tx, &verdict, now_ms).await?)?;
    file(&app, who.id(), &account_id).await
}

fn no_plan() -> ApiError {
    let words = Words::new("客户还没有保存规划。", "The client has not stored a plan yet.");
    ApiError::Conflict("no_plan", words)
}

fn newer_plan() -> ApiError {
    let words =
        Words::new("客户保存了更新的规划，请重新查看。", "There is a newer plan. Please look at that one.");
    ApiError::Conflict("newer_plan", words)
}

fn not_confirmed() -> ApiError {
    let words = Words::new(
        "请先确认最新规划的配置，再作临时调整。",
        "Please confirm the allocation of the newest plan before it is tilted.",
    );
    ApiError::Conflict("not_confirmed", words)
}
