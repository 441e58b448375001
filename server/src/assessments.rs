//! Assessments: records that never change, their limits, and which of them counts.

use planner::answers::{self, Conduct, Form};
use planner::firm::{Class, Firm};
use planner::profile::{self, Profile};
use sha2::{Digest, Sha256};
use sqlx::FromRow;
use wire::{Assessment, Assessments, Language, NewAssessment};

use crate::accounts::language_of;
use crate::clock::{DAY_MS, months_later_ms};
use crate::db::{Db, Tx};
use crate::error::ApiError;
use crate::values;
use crate::words::Words;
use crate::{faults, token};

/// Most assessments within twelve months (SU-9); how many within a day the firm's policy says.
const MOST_A_YEAR: usize = 8;

/// Twelve months for [`MOST_A_YEAR`].
const YEAR_MS: i64 = 365 * DAY_MS;

/// SHA-256 of the questionnaire's texts in a language, in hexadecimal: what was shown, to the letter.
#[must_use]
pub fn texts(firm: &Firm, language: Language) -> String {
    // A checked questionnaire has a JSON form.
    let questionnaire = serde_json::to_vec(&firm.risk).unwrap_or_default();
    let disclosure = serde_json::to_vec(&firm.identity.disclosure).unwrap_or_default();
    let mut hash = Sha256::new();
    for part in [language.tag().as_bytes(), &questionnaire, &disclosure] {
        hash.update(part);
    }
    token::hexadecimal(&hash.finalize())
}

#[derive(Clone, Debug, FromRow)]
struct AssessmentRow {
    id: String,
    created_ms: i64,
    valid_until_ms: i64,
    language: String,
    texts: String,
    rules_dated: String,
    class: String,
    waits: i64,
    profile: String,
    /// What an advisor decided: 1 where it counts, 0 where it does not; null before.
    accepted: Option<i64>,
}

impl AssessmentRow {
    /// None for a row of a planner whose profile this one cannot read.
    fn assessment(&self) -> Option<Assessment> {
        Some(Assessment {
            id: self.id.clone(),
            created_ms: self.created_ms,
            valid_until_ms: self.valid_until_ms,
            class: class_of(&self.class)?,
            waits: self.waits != 0 && self.accepted.is_none(),
            rules_dated: self.rules_dated.clone(),
            language: language_of(&self.language),
            texts: self.texts.clone(),
            profile: serde_json::from_str(&self.profile).ok()?,
        })
    }

    fn counts(&self, now_ms: i64) -> bool {
        now_ms < self.valid_until_ms && (self.waits == 0 || self.accepted == Some(1))
    }
}

/// The stored name of a class, as the planner writes it.
fn class_name(class: Class) -> String {
    serde_json::to_value(class).ok().and_then(|name| Some(name.as_str()?.to_owned())).unwrap_or_default()
}

fn class_of(name: &str) -> Option<Class> {
    Class::ALL.into_iter().find(|class| class_name(*class) == name)
}

const OF_ACCOUNT: &str = "
    select assessment.id, created_ms, valid_until_ms, language, texts, rules_dated, class, waits, profile,
           accepted
    from assessment
    left join assessment_review on assessment_review.assessment_id = assessment.id
    where account_id = $1
    order by created_ms desc, assessment.id desc";

/// Every assessment of an account, and which one counts now.
///
/// # Errors
///
/// When the database fails.
pub async fn of_account(
    db: &Db,
    account_id: &str,
    (firm, language): (&Firm, Language),
    now_ms: i64,
) -> Result<Assessments, sqlx::Error> {
    let rows: Vec<AssessmentRow> = db.all(OF_ACCOUNT, values![account_id]).await?;
    Ok(Assessments {
        valid: rows.iter().find(|row| row.counts(now_ms)).and_then(AssessmentRow::assessment),
        all: rows.iter().filter_map(AssessmentRow::assessment).collect(),
        next_ms: next_ms(&rows, firm, now_ms),
        texts: texts(firm, language),
    })
}

/// The assessment that counts now.
///
/// # Errors
///
/// When the database fails.
pub async fn valid(tx: &mut Tx, account_id: &str, now_ms: i64) -> Result<Option<Assessment>, sqlx::Error> {
    let rows: Vec<AssessmentRow> = tx.all(OF_ACCOUNT, values![account_id]).await?;
    Ok(rows.iter().find(|row| row.counts(now_ms)).and_then(AssessmentRow::assessment))
}

/// When the assessment that counts now ends; none without one.
///
/// # Errors
///
/// When the database fails.
pub async fn valid_until_ms(db: &Db, account_id: &str, now_ms: i64) -> Result<Option<i64>, sqlx::Error> {
    let rows: Vec<AssessmentRow> = db.all(OF_ACCOUNT, values![account_id]).await?;
    Ok(rows.iter().find(|row| row.counts(now_ms)).map(|row| row.valid_until_ms))
}

/// When the next assessment is taken; none for now.
fn next_ms(rows: &[AssessmentRow], firm: &Firm, now_ms: i64) -> Option<i64> {
    let a_day = firm.policy.suitability.max_assessments_per_day as usize;
    // Rows are the newest first: the last of so many decides when there is room again.
    let after = |most: usize, span_ms: i64| {
        let last = rows.get(most.checked_sub(1)?)?;
        Some(last.created_ms + span_ms).filter(|free_ms| now_ms < *free_ms)
    };
    after(a_day, DAY_MS).max(after(MOST_A_YEAR, YEAR_MS))
}

/// A checked assessment, ready to be stored.
#[derive(Debug)]
pub struct Taken {
    form: Form,
    language: Language,
    texts: String,
    profile: Profile,
}

/// Computes the class of what was sent, knowing how often and when the account was assessed before.
///
/// # Errors
///
/// [`ApiError::Conflict`] when there were too many, or other texts were shown; [`ApiError::Faults`] with
/// everything that is missing or wrong.
pub async fn take(
    tx: &mut Tx,
    account_id: &str,
    sent: &NewAssessment,
    firm: &Firm,
    now_ms: i64,
) -> Result<Assessment, ApiError> {
    let rows: Vec<AssessmentRow> = tx.all(OF_ACCOUNT, values![account_id]).await?;
    if next_ms(&rows, firm, now_ms).is_some() {
        let words = Words::new(
            "一天最多测评两次，十二个月最多八次。请稍后再测。",
            "An assessment can be taken twice a day and eight times in twelve months. Please come back later.",
        );
        return Err(ApiError::Conflict("too_many_assessments", words));
    }
    if sent.texts != texts(firm, sent.language) {
        let words = Words::new(
            "问卷文字已更新，请刷新后重新确认。",
            "The questionnaire's texts have changed. Please reload and confirm again.",
        );
        return Err(ApiError::Conflict("texts_changed", words));
    }
    let form = Form { conduct: conduct(&rows, sent.form.conduct, now_ms), ..sent.form.clone() };
    let answers =
        answers::check(&form, firm, sent.today).map_err(|errors| faults::of_form("form.", &errors))?;
    let profile = profile::score(&answers, firm);
    let taken = Taken { form, language: sent.language, texts: sent.texts.clone(), profile };
    Ok(store(tx, account_id, taken, firm, now_ms).await?)
}

/// How the questionnaire was filled in: what the device says of this time, what we know of earlier ones.
///
/// A rise is one from the last class that counted. Measured from one that waits, or was refused, the same
/// answers sent again would count without an advisor.
fn conduct(rows: &[AssessmentRow], sent: Conduct, now_ms: i64) -> Conduct {
    let today = rows.iter().filter(|row| now_ms - row.created_ms < DAY_MS).count();
    let last = rows.iter().find(|row| row.waits == 0 || row.accepted == Some(1));
    let days = last.map_or(0, |last| (now_ms - last.created_ms) / DAY_MS);
    Conduct {
        fast_items: sent.fast_items,
        attempts_today: u32::try_from(today).unwrap_or(u32::MAX),
        last_class: last.and_then(|last| class_of(&last.class)),
        days_since_last: u32::try_from(days).unwrap_or(u32::MAX),
    }
}

async fn store(
    tx: &mut Tx,
    account_id: &str,
    taken: Taken,
    firm: &Firm,
    now_ms: i64,
) -> Result<Assessment, sqlx::Error> {
    let Taken { form, language, texts, profile } = taken;
    let assessment = Assessment {
        id: token::id(),
        created_ms: now_ms,
        valid_until_ms: months_later_ms(now_ms, firm.policy.suitability.assessment_valid_months),
        class: profile.class,
        waits: profile.held,
        rules_dated: firm.policy.dated.clone(),
        language,
        texts,
        profile,
    };
    // A form and a profile hold finite numbers and strings: they have a JSON form.
    let form = serde_json::to_string(&form).unwrap_or_default();
    let profile = serde_json::to_string(&assessment.profile).unwrap_or_default();
    tx.change(
        "insert into assessment
             (id, account_id, created_ms, valid_until_ms, form, language, texts, rules_dated, engine, class,
              waits, profile)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        values![
            &assessment.id,
            account_id,
            now_ms,
            assessment.valid_until_ms,
            form,
            language.tag(),
            &assessment.texts,
            &assessment.rules_dated,
            env!("CARGO_PKG_VERSION"),
            class_name(assessment.class),
            i64::from(assessment.waits),
            profile
        ],
    )
    .await?;
    Ok(assessment)
}

/// Whose an assessment is.
///
/// # Errors
///
/// When the database fails.
pub async fn owner(db: &Db, assessment_id: &str) -> Result<Option<String>, sqlx::Error> {
    let row: Option<(String,)> =
        db.first("select account_id from assessment where id = $1", values![assessment_id]).await?;
    Ok(row.map(|(account_id,)| account_id))
}

/// The newest assessment of an account, whether it counts or not.
///
/// # Errors
///
/// When the database fails.
pub async fn newest(tx: &mut Tx, account_id: &str) -> Result<Option<String>, sqlx::Error> {
    let row: Option<(String,)> = tx
        .first(
            "select id from assessment where account_id = $1 order by created_ms desc, id desc limit 1",
            values![account_id],
        )
        .await?;
    Ok(row.map(|(id,)| id))
}

/// Notes an advisor's decision about an assessment that waits. Whether the advisor may decide is the
/// caller's question. Says whether it was waiting.
///
/// # Errors
///
/// When the database fails.
pub async fn review(
    tx: &mut Tx,
    assessment_id: &str,
    advisor_id: &str,
    (accepted, note): (bool, &str),
    now_ms: i64,
) -> Result<bool, sqlx::Error> {
    let written = tx
        .change(
            "insert into assessment_review (assessment_id, advisor_id, decided_ms, accepted, note)
             select id, $2, $3, $4, $5
             from assessment
             where id = $1 and waits = 1
             on conflict (assessment_id) do nothing",
            values![assessment_id, advisor_id, now_ms, i64::from(accepted), note],
        )
        .await?;
    Ok(written != 0)
}
