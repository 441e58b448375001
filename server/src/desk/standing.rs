//! What the stored plans and assessments of an advisor's clients say.

use std::collections::BTreeMap;

use planner::zone::Zone;
use sqlx::FromRow;
use wire::PlanSummary;

use crate::db::{Db, Value};

/// What a client's newest plan, assessments and last decision say.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Standing {
    /// The newest plan's line of the ledger.
    pub plan: Option<PlanSummary>,
    /// `C1-lowest` to `C5`, from the newest assessment that counted.
    pub class: Option<String>,
    /// When that assessment ends, or ended.
    pub assessed_until_ms: Option<i64>,
    /// The newest assessment, where it waits for the advisor.
    pub waiting: Option<Waiting>,
    /// Digest of the plan that was decided on last.
    pub decided: Option<String>,
}

/// An assessment that waits for the advisor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Its key.
    pub assessment_id: String,
    /// The class before.
    pub from: Option<String>,
    /// The class that was reached.
    pub to: String,
    /// When.
    pub at_ms: i64,
}

impl Standing {
    /// The zone of the newest plan.
    #[must_use]
    pub fn zone(&self) -> Option<Zone> {
        self.plan.as_ref().map(|plan| plan.zone)
    }

    /// Whether the newest plan was decided on.
    #[must_use]
    pub fn is_decided(&self) -> bool {
        self.plan.as_ref().is_some_and(|plan| self.decided.as_ref() == Some(&plan.digest))
    }
}

/// The word of a zone, as the planner writes it.
#[must_use]
pub const fn zone_name(zone: Zone) -> &'static str {
    match zone {
        Zone::Red => "red",
        Zone::Grey => "grey",
        Zone::Green => "green",
    }
}

/// Whose standing is asked for: the clients of an advisor, and those whom they look after as a deputy; or
/// one of them.
#[derive(Clone, Copy, Debug)]
pub struct Circle<'a> {
    /// The advisor.
    pub advisor_id: &'a str,
    /// One client; all of them without.
    pub only: Option<&'a str>,
    /// When.
    pub now_ms: i64,
}

impl Circle<'_> {
    /// The values of a statement that has the condition of a circle.
    #[must_use]
    pub fn values(&self) -> [Value; 3] {
        [self.advisor_id.into(), self.now_ms.into(), self.only.unwrap_or_default().into()]
    }
}

/// The condition of a [`Circle`] on `client`: `$1` is the advisor, `$2` the time, `$3` one client or empty.
macro_rules! looked_after {
    () => {
        "($3 = '' or client.account_id = $3) and (
             client.advisor_id = $1
             or client.advisor_id in (
                 select advisor_id from absence where deputy_id = $1 and from_ms <= $2 and $2 < until_ms
             )
         )"
    };
}

pub(super) use looked_after;

/// What is stored about each client of a circle; those of whom nothing is are left out.
///
/// # Errors
///
/// When the database fails.
pub async fn of(db: &Db, circle: Circle<'_>) -> Result<BTreeMap<String, Standing>, sqlx::Error> {
    let mut standings: BTreeMap<String, Standing> = BTreeMap::new();
    for (account_id, summary) in plans(db, circle).await? {
        // Written by us from the same type.
        standings.entry(account_id).or_default().plan = serde_json::from_str(&summary).ok();
    }
    for row in assessments(db, circle).await? {
        take(standings.entry(row.account_id.clone()).or_default(), row);
    }
    for (account_id, digest) in decided(db, circle).await? {
        // A later one takes the place of an earlier one.
        standings.entry(account_id).or_default().decided = Some(digest);
    }
    Ok(standings)
}

async fn plans(db: &Db, circle: Circle<'_>) -> Result<Vec<(String, String)>, sqlx::Error> {
    let sql = concat!(
        "select plan.account_id, plan.summary
         from client
         join plan on plan.account_id = client.account_id
         where plan.number = (
             select max(newest.number) from plan newest where newest.account_id = client.account_id
         ) and ",
        looked_after!()
    );
    db.all(sql, &circle.values()).await
}

#[derive(Debug, FromRow)]
struct AssessmentRow {
    account_id: String,
    id: String,
    created_ms: i64,
    valid_until_ms: i64,
    class: String,
    waits: i64,
    accepted: Option<i64>,
}

/// The earliest first.
async fn assessments(db: &Db, circle: Circle<'_>) -> Result<Vec<AssessmentRow>, sqlx::Error> {
    let sql = concat!(
        "select assessment.account_id, assessment.id, assessment.created_ms, assessment.valid_until_ms,
                assessment.class, assessment.waits, assessment_review.accepted
         from client
         join assessment on assessment.account_id = client.account_id
         left join assessment_review on assessment_review.assessment_id = assessment.id
         where ",
        looked_after!(),
        " order by assessment.created_ms, assessment.id"
    );
    db.all(sql, &circle.values()).await
}

/// A later assessment that counts takes the place of an earlier one; only the newest can wait.
fn take(standing: &mut Standing, row: AssessmentRow) {
    standing.waiting = None;
    match (row.waits, row.accepted) {
        (0, _) | (_, Some(1)) => {
            standing.class = Some(row.class);
            standing.assessed_until_ms = Some(row.valid_until_ms);
        }
        (_, None) => {
            let from = standing.class.clone();
            let (assessment_id, to, at_ms) = (row.id, row.class, row.created_ms);
            standing.waiting = Some(Waiting { assessment_id, from, to, at_ms });
        }
        // It was refused.
        (_, Some(_)) => {}
    }
}

/// Client and digest of every decision, the earliest first.
async fn decided(db: &Db, circle: Circle<'_>) -> Result<Vec<(String, String)>, sqlx::Error> {
    let sql = concat!(
        "select decision.account_id, decision.digest
         from client
         join decision on decision.account_id = client.account_id
         where ",
        looked_after!(),
        " order by decision.at_ms, decision.id"
    );
    db.all(sql, &circle.values()).await
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The standing after assessments with class, whether they wait, and what was decided.
    fn after(rows: &[(&str, bool, Option<i64>)]) -> Standing {
        let mut standing = Standing::default();
        for (at, (class, waits, accepted)) in (1..).zip(rows) {
            let row = AssessmentRow {
                account_id: String::new(),
                id: at.to_string(),
                created_ms: at,
                valid_until_ms: 100 + at,
                class: (*class).to_owned(),
                waits: i64::from(*waits),
                accepted: *accepted,
            };
            take(&mut standing, row);
        }
        standing
    }

    #[test]
    fn a_rise_that_waits_leaves_the_class_before() {
        let standing = after(&[("C1", false, None), ("C4", true, None)]);

        assert_eq!((standing.class.as_deref(), standing.assessed_until_ms), (Some("C1"), Some(101)));
        let waiting = standing.waiting.unwrap();
        assert_eq!((waiting.from.as_deref(), waiting.to.as_str(), waiting.at_ms), (Some("C1"), "C4", 2));
    }

    #[test]
    fn an_accepted_rise_counts_and_a_refused_one_does_not() {
        let accepted = after(&[("C1", false, None), ("C4", true, Some(1))]);
        assert_eq!((accepted.class.as_deref(), accepted.waiting), (Some("C4"), None));
        let refused = after(&[("C1", false, None), ("C4", true, Some(0))]);
        assert_eq!((refused.class.as_deref(), refused.waiting), (Some("C1"), None));
    }

    #[test]
    fn only_the_newest_assessment_can_wait() {
        let standing = after(&[("C1", false, None), ("C4", true, None), ("C2", false, None)]);

        assert_eq!((standing.class.as_deref(), standing.waiting), (Some("C2"), None));
    }
}
