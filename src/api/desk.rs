//! The advisor's desk, and the administrator's.

use serde::Deserialize;
use wire::{
    Availability, ClientFile, ClientRow, Colleagues, DeadLetter, Decide, Departure, DeparturePreview,
    Invitation, NewDeparture, NewHandOver, NewInvitation, NewNote, NewTilt, ReviewDecision, SetTier,
    StaffRow, Today,
};

use super::ApiError;
use super::ask::Ask;

/// `GET /api/desk`: what there is to do today.
///
/// # Errors
///
/// [`ApiError`] where there is no server, or it refuses; so it is with every function here.
pub async fn today() -> Result<Today, ApiError> {
    Ask::get("/api/desk").read().await
}

/// `GET /api/desk/clients`: the clients, the most urgent first.
///
/// # Errors
///
/// [`ApiError`].
pub async fn clients() -> Result<Vec<ClientRow>, ApiError> {
    Ask::get("/api/desk/clients").read().await
}

/// `GET /api/desk/colleagues`: the other advisors.
///
/// # Errors
///
/// [`ApiError`].
pub async fn colleagues() -> Result<Colleagues, ApiError> {
    Ask::get("/api/desk/colleagues").read().await
}

/// `GET /api/desk/clients/{id}`: a client.
///
/// # Errors
///
/// [`ApiError`].
pub async fn client(id: String) -> Result<ClientFile, ApiError> {
    Ask::get(&of_client(&id, "")).read().await
}

/// `POST /api/desk/clients/{id}/notes`
///
/// # Errors
///
/// [`ApiError`].
pub async fn write_note(id: String, note: NewNote) -> Result<ClientFile, ApiError> {
    Ask::post(&of_client(&id, "/notes")).with(&note).read().await
}

/// `PUT /api/desk/clients/{id}/tier`
///
/// # Errors
///
/// [`ApiError`].
pub async fn set_tier(id: String, tier: String) -> Result<ClientFile, ApiError> {
    Ask::put(&of_client(&id, "/tier")).with(&SetTier { tier }).read().await
}

/// `POST /api/desk/clients/{id}/hand-over`
///
/// # Errors
///
/// [`ApiError`].
pub async fn hand_over(id: String, new: NewHandOver) -> Result<(), ApiError> {
    Ask::post(&of_client(&id, "/hand-over")).with(&new).done().await
}

/// A weight that is proposed.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Proposed {
    /// Identifier of the asset class.
    pub asset: String,
    /// Its share, a fraction.
    pub share: f64,
}

/// `GET /api/desk/clients/{id}/plan`: the weights of the client's newest plan. Of the rest of the plan
/// nothing is read.
///
/// # Errors
///
/// [`ApiError`].
pub async fn proposed(id: String) -> Result<Vec<Proposed>, ApiError> {
    #[derive(Deserialize)]
    struct Stored {
        plan: Planned,
    }
    #[derive(Deserialize)]
    struct Planned {
        allocation: Weights,
    }
    #[derive(Deserialize)]
    struct Weights {
        weights: Vec<Proposed>,
    }
    Ok(Ask::get(&of_client(&id, "/plan")).read::<Stored>().await?.plan.allocation.weights)
}

/// `POST /api/desk/clients/{id}/decision`: confirms the allocation, or sets another one.
///
/// # Errors
///
/// [`ApiError`].
pub async fn decide(id: String, decision: Decide) -> Result<ClientFile, ApiError> {
    Ask::post(&of_client(&id, "/decision")).with(&decision).read().await
}

/// `POST /api/desk/clients/{id}/tilt`: tilts the confirmed allocation for a while.
///
/// # Errors
///
/// [`ApiError`].
pub async fn set_tilt(id: String, tilt: NewTilt) -> Result<ClientFile, ApiError> {
    Ask::post(&of_client(&id, "/tilt")).with(&tilt).read().await
}

/// `DELETE /api/desk/clients/{id}/tilt`: ends the tilt that holds today.
///
/// # Errors
///
/// [`ApiError`].
pub async fn end_tilt(id: String) -> Result<ClientFile, ApiError> {
    Ask::delete(&of_client(&id, "/tilt")).read().await
}

/// `POST /api/desk/reviews/{id}`: accepts or refuses a rise of the class.
///
/// # Errors
///
/// [`ApiError`].
pub async fn review(assessment_id: String, decision: ReviewDecision) -> Result<ClientFile, ApiError> {
    Ask::post(&["/api/desk/reviews/", &assessment_id].concat()).with(&decision).read().await
}

/// `GET /api/desk/availability`: when the advisor can be met.
///
/// # Errors
///
/// [`ApiError`].
pub async fn availability() -> Result<Availability, ApiError> {
    Ask::get("/api/desk/availability").read().await
}

/// `PUT /api/desk/availability`, as a whole.
///
/// # Errors
///
/// [`ApiError`].
pub async fn save_availability(new: Availability) -> Result<Availability, ApiError> {
    Ask::put("/api/desk/availability").with(&new).read().await
}

/// `GET /api/desk/invitations`, newest first.
///
/// # Errors
///
/// [`ApiError`].
pub async fn invitations() -> Result<Vec<Invitation>, ApiError> {
    Ask::get("/api/desk/invitations").read().await
}

/// `POST /api/desk/invitations`: an invitation, with its link.
///
/// # Errors
///
/// [`ApiError`].
pub async fn invite(new: NewInvitation) -> Result<Invitation, ApiError> {
    Ask::post("/api/desk/invitations").with(&new).read().await
}

/// `GET /api/advisors`: the firm's advisors, by name.
///
/// # Errors
///
/// [`ApiError`].
pub async fn advisors() -> Result<Vec<StaffRow>, ApiError> {
    Ask::get("/api/advisors").read().await
}

/// `GET /api/advisors/{id}/departure`: where the clients of an advisor would go.
///
/// # Errors
///
/// [`ApiError`].
pub async fn foresee(id: String) -> Result<DeparturePreview, ApiError> {
    Ask::get(&["/api/advisors/", &id, "/departure"].concat()).read().await
}

/// `POST /api/advisors/{id}/departure`: hands all of them over.
///
/// # Errors
///
/// [`ApiError`].
pub async fn depart(id: String, new: NewDeparture) -> Result<Departure, ApiError> {
    Ask::post(&["/api/advisors/", &id, "/departure"].concat()).with(&new).read().await
}

/// `GET /api/dead-letters`: what could not be delivered, the latest first.
///
/// # Errors
///
/// [`ApiError`].
pub async fn dead_letters() -> Result<Vec<DeadLetter>, ApiError> {
    Ask::get("/api/dead-letters").read().await
}

/// `POST /api/dead-letters/{id}/revival`: has one delivered again.
///
/// # Errors
///
/// [`ApiError`].
pub async fn revive(id: String) -> Result<(), ApiError> {
    Ask::post(&["/api/dead-letters/", &id, "/revival"].concat()).done().await
}

fn of_client(id: &str, part: &str) -> String {
    ["/api/desk/clients/", id, part].concat()
}
