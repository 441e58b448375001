//! The ledger of plans: made anew by the server, stored with all that they were made from.

use planner::change::{self, Change};
use planner::firm::{Firm, FirmDocument};
use planner::{Inputs, Plan, Request};
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};
use sqlx::FromRow;
use wire::{NewPlan, PlanSummary, StoredPlan, Verification};

use crate::db::{Db, Tx};
use crate::error::ApiError;
use crate::words::Words;
use crate::{faults, token, values};

/// The firm's data as plans name them: their digest, and the document itself.
#[derive(Clone, Debug)]
pub struct FirmVersion {
    /// SHA-256 of the document, in hexadecimal.
    pub digest: String,
    /// JSON
    pub document: String,
}

impl FirmVersion {
    /// Of a checked firm.
    ///
    /// # Errors
    ///
    /// When it has no JSON form, such as for a number that is not finite.
    pub fn of(firm: &Firm) -> Result<Self, serde_json::Error> {
        let document = serde_json::to_string(&**firm)?;
        Ok(Self { digest: token::hexadecimal(&Sha256::digest(document.as_bytes())), document })
    }
}

/// A plan that was made and is ready to be stored.
#[derive(Debug)]
pub struct Made {
    request: Request,
    note: String,
    plan: Plan,
    change: Option<Change>,
    before: i64,
}

/// The plan before the one that is made: its number, what it was made from and with.
#[derive(Debug)]
pub struct Before {
    number: i64,
    request: Request,
    firm: Firm,
}

#[derive(Debug, FromRow)]
struct LastRow {
    number: i64,
    request: String,
    document: String,
}

/// The newest plan of an account.
///
/// # Errors
///
/// When the database fails.
pub async fn newest(db: &Db, account_id: &str) -> Result<Option<Before>, sqlx::Error> {
    let row: Option<LastRow> = db
        .first(
            "select plan.number, plan.request, firm_version.document
             from plan
             join firm_version on firm_version.digest = plan.firm_digest
             where plan.account_id = $1
             order by plan.number desc
             limit 1",
            values![account_id],
        )
        .await?;
    Ok(row.and_then(|row| {
        let (request, firm) = read(&row.request, &row.document)?;
        Some(Before { number: row.number, request, firm })
    }))
}

/// A plan, or what it was made from, with the firm's data of that time; none where this version cannot
/// read them any more.
fn read<T: DeserializeOwned>(stored: &str, document: &str) -> Option<(T, Firm)> {
    let document: FirmDocument = serde_json::from_str(document).ok()?;
    Some((serde_json::from_str(stored).ok()?, Firm::check(document).ok()?))
}

/// The newest plan of an account, and the firm's data that it was made with.
#[derive(Debug)]
pub struct Newest {
    /// The plan.
    pub stored: StoredPlan,
    /// Rules and assumptions as they were.
    pub firm: Firm,
}

#[derive(Debug, FromRow)]
struct NewestRow {
    body: String,
    document: String,
}

/// The newest plan of an account as a whole; none without one, or where this version cannot read it.
///
/// # Errors
///
/// When the database fails.
pub async fn newest_whole(db: &Db, account_id: &str) -> Result<Option<Box<Newest>>, sqlx::Error> {
    let row: Option<NewestRow> = db
        .first(
            "select plan.body, firm_version.document
             from plan
             join firm_version on firm_version.digest = plan.firm_digest
             where plan.account_id = $1
             order by plan.number desc
             limit 1",
            values![account_id],
        )
        .await?;
    Ok(row.and_then(|row| {
        let (stored, firm) = read(&row.body, &row.document)?;
        // A plan is large, and whoever waits for the database holds it.
        Some(Box::new(Newest { stored, firm }))
    }))
}

/// The newest plan of an account as it is sent, [`StoredPlan`] as JSON.
///
/// # Errors
///
/// When the database fails.
pub async fn newest_body(db: &Db, account_id: &str) -> Result<Option<String>, sqlx::Error> {
    let row: Option<(String,)> = db
        .first(
            "select body from plan where account_id = $1 order by number desc limit 1",
            values![account_id],
        )
        .await?;
    Ok(row.map(|(body,)| body))
}

/// What the newest plan of an account was made from, [`Request`] as JSON.
///
/// # Errors
///
/// When the database fails.
pub async fn newest_request(db: &Db, account_id: &str) -> Result<Option<serde_json::Value>, sqlx::Error> {
    let row: Option<(String,)> = db
        .first(
            "select request from plan where account_id = $1 order by number desc limit 1",
            values![account_id],
        )
        .await?;
    Ok(row.and_then(|(request,)| serde_json::from_str(&request).ok()))
}

const NEWEST_SUMMARY: &str = "select summary from plan where account_id = $1 order by number desc limit 1";

/// The digest of the newest plan of an account.
///
/// # Errors
///
/// When the database fails.
pub async fn newest_digest(db: &Db, account_id: &str) -> Result<Option<String>, sqlx::Error> {
    Ok(digest_of(db.first(NEWEST_SUMMARY, values![account_id]).await?))
}

/// The same within a transaction.
///
/// # Errors
///
/// When the database fails.
pub async fn newest_digest_in(tx: &mut Tx, account_id: &str) -> Result<Option<String>, sqlx::Error> {
    Ok(digest_of(tx.first(NEWEST_SUMMARY, values![account_id]).await?))
}

fn digest_of(row: Option<(String,)>) -> Option<String> {
    let summary: PlanSummary = serde_json::from_str(&row?.0).ok()?;
    Some(summary.digest)
}

/// Makes a plan, and tells what changed since the one before. It takes a core for a while.
///
/// # Errors
///
/// [`ApiError::Faults`] with everything that is missing or wrong; [`ApiError::Conflict`] when the device
/// came to another digest.
pub fn make(sent: NewPlan, before: Option<&Before>, firm: &Firm) -> Result<Made, ApiError> {
    let NewPlan { request, digest, note } = sent;
    let inputs = Inputs::check(&request, firm).map_err(|errors| faults::of_form("request.", &errors))?;
    let plan = planner::plan(&inputs, firm);
    if digest.is_some_and(|digest| digest != plan.digest) {
        let words = Words::new(
            "服务器的计算结果与您设备上的不同，请刷新后重试。",
            "The server came to another result than your device. Please reload and try again.",
        );
        return Err(ApiError::Conflict("plan_differs", words));
    }
    // A plan before that cannot be made any more leaves nothing to compare with.
    let change =
        before.and_then(|before| change::compare((&before.request, &before.firm), (&request, firm)).ok());
    Ok(Made { request, note, plan, change, before: before.map_or(0, |before| before.number) })
}

/// Puts a plan into the ledger.
///
/// # Errors
///
/// [`ApiError::Conflict`] without an assessment that counts, or with one of a lower class, or when another
/// device stored a plan meanwhile.
pub async fn store(
    tx: &mut Tx,
    account_id: &str,
    made: &Made,
    version: &FirmVersion,
    now_ms: i64,
) -> Result<PlanSummary, ApiError> {
    let assessment = crate::assessments::valid(tx, account_id, now_ms).await?.ok_or_else(no_assessment)?;
    if assessment.class < made.plan.profile.class {
        return Err(above_class());
    }
    let stored: Option<(Option<i64>,)> =
        tx.first("select max(number) from plan where account_id = $1", values![account_id]).await?;
    if stored.and_then(|(number,)| number).unwrap_or(0) != made.before {
        return Err(stored_meanwhile());
    }
    keep_version(tx, version, now_ms).await?;

    let summary = summary(made, assessment.id, version, now_ms);
    let body = StoredPlan {
        summary: summary.clone(),
        request: made.request.clone(),
        change: made.change.clone(),
        plan: made.plan.clone(),
    };
    // Plans hold finite numbers and strings: they have a JSON form.
    let json = |value: serde_json::Result<String>| value.unwrap_or_default();
    tx.change(
        "insert into plan (id, account_id, number, created_ms, firm_digest, request, summary, body)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        values![
            &summary.id,
            account_id,
            summary.number,
            now_ms,
            &version.digest,
            json(serde_json::to_string(&made.request)),
            json(serde_json::to_string(&summary)),
            json(serde_json::to_string(&body))
        ],
    )
    .await?;
    Ok(summary)
}

async fn keep_version(tx: &mut Tx, version: &FirmVersion, now_ms: i64) -> Result<(), sqlx::Error> {
    tx.change(
        "insert into firm_version (digest, created_ms, document)
         values ($1, $2, $3)
         on conflict (digest) do nothing",
        values![&version.digest, now_ms, &version.document],
    )
    .await?;
    Ok(())
}

fn summary(made: &Made, assessment_id: String, version: &FirmVersion, now_ms: i64) -> PlanSummary {
    let plan = &made.plan;
    PlanSummary {
        id: token::id(),
        number: made.before + 1,
        created_ms: now_ms,
        made: plan.made,
        assessment_id,
        class: plan.profile.class,
        zone: plan.standing.zone,
        success: plan.standing.success,
        median: plan.standing.median,
        engine: plan.engine.clone(),
        assumptions_dated: plan.assumptions_dated.clone(),
        digest: plan.digest.clone(),
        firm: version.digest.clone(),
        note: made.note.clone(),
    }
}

/// Refuses what needs an assessment that counts.
pub(crate) fn no_assessment() -> ApiError {
    let words = Words::new(
        "请先完成风险测评：没有有效的测评，方案不能保存。",
        "Please finish the risk assessment first: without a valid one no plan is stored.",
    );
    ApiError::Conflict("no_assessment", words)
}

/// Refuses a plan of a higher class than the assessment that counts.
pub(crate) fn above_class() -> ApiError {
    let words = Words::new(
        "方案的风险等级高于有效测评的等级，请重新测评。",
        "The plan's class is above the one of the valid assessment. Please take the assessment again.",
    );
    ApiError::Conflict("above_class", words)
}

fn stored_meanwhile() -> ApiError {
    let words = Words::new(
        "另一台设备刚保存了方案，请再试一次。",
        "Another device has just stored a plan. Please try again.",
    );
    ApiError::Conflict("stored_meanwhile", words)
}

/// The ledger of an account, the newest plan first.
///
/// # Errors
///
/// When the database fails.
pub async fn ledger(db: &Db, account_id: &str) -> Result<Vec<PlanSummary>, sqlx::Error> {
    let rows: Vec<(String,)> = db
        .all("select summary from plan where account_id = $1 order by number desc", values![account_id])
        .await?;
    // Written by us from the same type.
    Ok(rows.iter().filter_map(|(summary,)| serde_json::from_str(summary).ok()).collect())
}

/// A stored plan of an account as it is sent, [`StoredPlan`] as JSON.
///
/// # Errors
///
/// When the database fails.
pub async fn body(db: &Db, account_id: &str, id: &str) -> Result<Option<String>, sqlx::Error> {
    let row: Option<(String,)> =
        db.first("select body from plan where id = $1 and account_id = $2", values![id, account_id]).await?;
    Ok(row.map(|(body,)| body))
}

/// A stored plan with all that is needed to make it anew.
#[derive(Debug)]
pub struct Remake {
    request: Request,
    firm: Firm,
    digest: String,
}

#[derive(Debug, FromRow)]
struct RemakeRow {
    request: String,
    summary: String,
    document: String,
}

/// What a plan of an account was made from and with.
///
/// # Errors
///
/// When the database fails.
pub async fn remake(db: &Db, account_id: &str, id: &str) -> Result<Option<Remake>, sqlx::Error> {
    let row: Option<RemakeRow> = db
        .first(
            "select plan.request, plan.summary, firm_version.document
             from plan
             join firm_version on firm_version.digest = plan.firm_digest
             where plan.id = $1 and plan.account_id = $2",
            values![id, account_id],
        )
        .await?;
    Ok(row.and_then(|row| {
        let (request, firm) = read(&row.request, &row.document)?;
        let summary: PlanSummary = serde_json::from_str(&row.summary).ok()?;
        Some(Remake { request, firm, digest: summary.digest })
    }))
}

/// Makes a stored plan anew and compares the digests. It takes a core for a while.
///
/// # Errors
///
/// [`ApiError::Faults`] when this version of the planner refuses what an older one took.
pub fn verify(remake: Remake) -> Result<Verification, ApiError> {
    let inputs = Inputs::check(&remake.request, &remake.firm)
        .map_err(|errors| faults::of_form("request.", &errors))?;
    let plan = planner::plan(&inputs, &remake.firm);
    Ok(Verification {
        same: plan.digest == remake.digest,
        stored: remake.digest,
        now: plan.digest,
        engine: plan.engine,
    })
}
