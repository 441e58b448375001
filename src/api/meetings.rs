//! Meetings: free times, asking, every later step, calendars.

use wire::{CalendarFeed, Done, Feedback, Meeting, MeetingAct, NewMeeting, Slots, Summary};

use super::ApiError;
use super::ask::Ask;

/// `GET /api/meetings/slots`: the times that can be asked for.
///
/// # Errors
///
/// [`ApiError`] where there is no server, or it refuses; so it is with every function here.
pub async fn slots() -> Result<Slots, ApiError> {
    Ask::get("/api/meetings/slots").read().await
}

/// `GET /api/meetings`: the investor's own, the latest first.
///
/// # Errors
///
/// [`ApiError`].
pub async fn meetings() -> Result<Vec<Meeting>, ApiError> {
    Ask::get("/api/meetings").read().await
}

/// `POST /api/meetings`, under a key: sent again with the same key, it is one meeting.
///
/// # Errors
///
/// [`ApiError`].
pub async fn ask(meeting: &NewMeeting, key: String) -> Result<(), ApiError> {
    Ask::post("/api/meetings").once(key).with(meeting).done().await
}

/// `POST /api/meetings/{id}/acts`, under a key.
///
/// # Errors
///
/// [`ApiError`].
pub async fn act(id: String, act: MeetingAct, key: String) -> Result<Meeting, ApiError> {
    Ask::post(&["/api/meetings/", &id, "/acts"].concat()).once(key).with(&act).read().await
}

/// `PUT /api/meetings/{id}/summary`
///
/// # Errors
///
/// [`ApiError`].
pub async fn summarize(id: String, summary: Summary) -> Result<Meeting, ApiError> {
    Ask::put(&["/api/meetings/", &id, "/summary"].concat()).with(&summary).read().await
}

/// `PUT /api/meetings/{id}/feedback`
///
/// # Errors
///
/// [`ApiError`].
pub async fn judge(id: String, feedback: Feedback) -> Result<Meeting, ApiError> {
    Ask::put(&["/api/meetings/", &id, "/feedback"].concat()).with(&feedback).read().await
}

/// `PUT /api/tasks/{id}`: the meeting of the task.
///
/// # Errors
///
/// [`ApiError`].
pub async fn tick(task_id: String, done: bool) -> Result<Meeting, ApiError> {
    Ask::put(&["/api/tasks/", &task_id].concat()).with(&Done { done }).read().await
}

/// The address of a meeting's calendar file.
#[must_use]
pub fn calendar_file(id: &str) -> String {
    ["/api/meetings/", id, "/calendar"].concat()
}

/// `GET /api/calendar`: whether there is a private feed.
///
/// # Errors
///
/// [`ApiError`].
pub async fn feed() -> Result<CalendarFeed, ApiError> {
    Ask::get("/api/calendar").read().await
}

/// `POST /api/calendar`: a new link; the one before no longer works.
///
/// # Errors
///
/// [`ApiError`].
pub async fn make_feed() -> Result<CalendarFeed, ApiError> {
    Ask::post("/api/calendar").read().await
}

/// `DELETE /api/calendar`: takes the link back.
///
/// # Errors
///
/// [`ApiError`].
pub async fn revoke_feed() -> Result<CalendarFeed, ApiError> {
    Ask::delete("/api/calendar").done().await.map(|()| CalendarFeed::default())
}
