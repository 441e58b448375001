//! Examples for the API's document: what could be sent and answered.

use std::collections::BTreeMap;

use planner::answers;
use planner::date::YearMonth;
use planner::firm::Firm;
use planner::{Inputs, Moves, Plan, Request, profile};
use wire::{
    Account, Assessment, Device, Draft, DraftConflict, Language, PlanSummary, Problem, Role, Session,
    StoredPlan, WriteDraft,
};

use crate::app::App;
use crate::assessments;
use crate::clock::DAY_MS;

/// An address.
pub(super) const EMAIL: &str = "li.wei@example.com";
/// A password.
pub(super) const PASSWORD: &str = "four plain words here";
/// The end of a link.
pub(super) const TOKEN: &str = "9f2c5b1e8d7a4c3609f2c5b1e8d7a4c3609f2c5b1e8d7a4c3609f2c5b1e8d7a4";
/// A key.
pub(super) const ID: &str = "019368a2-7d4e-7c31-9a7b-2f3d5c6e8a90";
/// A time: 2026-11-25, 04:00 UTC.
pub(super) const TIME_MS: i64 = 1_795_579_200_000;

pub(super) fn account() -> Account {
    Account {
        id: ID.to_owned(),
        email: EMAIL.to_owned(),
        confirmed: true,
        name: "李伟".to_owned(),
        language: Language::Zh,
        role: Role::Investor,
    }
}

pub(super) fn session() -> Session {
    Session { account: Some(account()) }
}

pub(super) fn device() -> Device {
    Device {
        id: ID.to_owned(),
        name: "Chrome, Android".to_owned(),
        created_ms: TIME_MS,
        seen_ms: TIME_MS,
        this: true,
    }
}

/// The month of [`TIME_MS`].
pub(super) const MONTH: YearMonth = YearMonth { year: 2026, month: 11 };

pub(super) fn draft() -> Draft {
    let kept = BTreeMap::from([("evergreen.language".to_owned(), "zh".to_owned())]);
    Draft { version: 3, changed_ms: TIME_MS, kept }
}

pub(super) fn draft_conflict() -> DraftConflict {
    let problem = Problem {
        status: 412,
        title: "Precondition Failed".to_owned(),
        detail: Some("内容已在另一台设备上更改。".to_owned()),
        code: "changed_meanwhile".to_owned(),
        ..Problem::default()
    };
    DraftConflict { problem, stored: draft(), sent: WriteDraft { kept: BTreeMap::new() } }
}

pub(super) use crate::example::form;

/// None for a firm with other questionnaires.
pub(super) fn assessment(firm: &Firm) -> Option<Assessment> {
    let answers = answers::check(&form(), firm, MONTH).ok()?;
    let profile = profile::score(&answers, firm);
    Some(Assessment {
        id: ID.to_owned(),
        created_ms: TIME_MS,
        valid_until_ms: TIME_MS + 365 * DAY_MS,
        class: profile.class,
        waits: false,
        rules_dated: firm.policy.dated.clone(),
        language: Language::Zh,
        texts: assessments::texts(firm, Language::Zh),
        profile,
    })
}

/// What a plan could be made from.
pub(super) fn request() -> Request {
    Request { form: form(), moves: Moves::default(), today: MONTH, seed: 1, lifetimes: Some(100) }
}

/// None for a firm with other questionnaires.
pub(super) fn stored_plan(app: &App) -> Option<StoredPlan> {
    let request = request();
    let plan = planner::plan(&Inputs::check(&request, &app.firm).ok()?, &app.firm);
    Some(StoredPlan { summary: plan_summary(&plan, app), request, change: None, plan })
}

fn plan_summary(plan: &Plan, app: &App) -> PlanSummary {
    PlanSummary {
        id: ID.to_owned(),
        number: 1,
        created_ms: TIME_MS,
        made: plan.made,
        assessment_id: ID.to_owned(),
        class: plan.profile.class,
        zone: plan.standing.zone,
        success: plan.standing.success,
        median: plan.standing.median,
        engine: plan.engine.clone(),
        assumptions_dated: plan.assumptions_dated.clone(),
        digest: plan.digest.clone(),
        firm: app.firm_version.digest.clone(),
        note: "首次".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::firm::{Source, load};

    #[test]
    fn the_default_firm_has_every_example() {
        let firm = load(&Source::Embedded).unwrap().firm;
        assert!(assessment(&firm).is_some());
        assert!(Inputs::check(&request(), &firm).is_ok());
    }
}
