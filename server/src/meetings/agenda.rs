//! What a meeting will be about: the client's topic, then what the plan itself raises.
//!
//! No amounts: both sides see them on the pages that the points lead to.

use planner::allocation::Allocation;
use planner::change::Change;
use planner::goals::LifePlan;
use planner::zone::Zone;
use wire::{AgendaPoint, MeetingSubject, StoredPlan, Text, Topic};

use crate::app::App;
use crate::assessments;
use crate::clock::{DAY_MS, months_later_ms};
use crate::error::ApiError;
use crate::plans::{self, Newest};
use crate::words::Words;

/// What is known of a client when a meeting is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// The newest stored plan.
    pub stored: &'a StoredPlan,
    /// The life goals beside it, where they can still be laid out.
    pub life: Option<&'a LifePlan>,
    /// When the assessment that counts ends; none without one.
    pub assessed_until_ms: Option<i64>,
    /// Now.
    pub now_ms: i64,
}

/// A plan that was made so many months ago is gone through as a whole.
const REVIEW_MONTHS: u32 = 12;

/// An assessment that ends within so many days is spoken of: the next meeting may come after it.
const EXPIRY_DAYS: i64 = 60;

/// A point of the agenda and the page that shows it.
const fn point(path: &'static str, zh: &'static str, en: &'static str) -> (Words, &'static str) {
    (Words::new(zh, en), path)
}

/// The agenda of a topic; what a plan raises follows, where there is one.
#[must_use]
pub fn agenda(topic: Topic, subject: Option<MeetingSubject>, known: Option<&Known>) -> Vec<AgendaPoint> {
    let mut points = vec![opening(topic)];
    points.extend(subject.map(about));
    match known {
        Some(known) => points.extend(raised(topic, known)),
        None => points.push(point(
            "/discover",
            "一起完成第一次规划：心愿、顾虑和风险问卷",
            "Make the first plan together: aims, worries and the risk questions",
        )),
    }
    let mut seen = Vec::new();
    points.retain(|(words, _)| {
        let new = !seen.contains(words);
        seen.push(*words);
        new
    });
    points.into_iter().map(|(words, path)| sent(words, path)).collect()
}

/// The agenda of a meeting from what is stored about the client, as a meeting's row has it: JSON.
///
/// # Errors
///
/// When the database fails.
pub async fn from_stored(
    app: &App,
    account_id: &str,
    (topic, subject): (Topic, Option<MeetingSubject>),
    now_ms: i64,
) -> Result<String, ApiError> {
    let points = match plans::newest_whole(&app.db, account_id).await? {
        None => agenda(topic, subject, None),
        Some(newest) => {
            let assessed_until_ms = assessments::valid_until_ms(&app.db, account_id, now_ms).await?;
            let work = move || {
                let Newest { stored, firm } = *newest;
                // A request that this version no longer takes has no life plan, and still a plan.
                let inputs = planner::Inputs::check(&stored.request, &firm).ok();
                let life = inputs.map(|inputs| planner::life(&inputs, &firm));
                agenda(
                    topic,
                    subject,
                    Some(&Known { stored: &stored, life: life.as_ref(), assessed_until_ms, now_ms }),
                )
            };
            app.planning.run(work).await?
        }
    };
    serde_json::to_string(&points).map_err(|_| ApiError::Internal)
}

fn sent(words: Words, path: &str) -> AgendaPoint {
    AgendaPoint { text: Text { zh: words.zh.to_owned(), en: words.en.to_owned() }, path: path.to_owned() }
}

const fn opening(topic: Topic) -> (Words, &'static str) {
    match topic {
        Topic::ZoneCrossed => point(
            "/retirement",
            "养老区域发生了变化：原因和可行的改变",
            "The zone of retirement changed: why, and what would help",
        ),
        Topic::GapFound => point("/goals", "规划中发现的缺口", "The gap that the plan shows"),
        Topic::ProductAboveClass => point(
            "/products",
            "您问到的产品高于您的风险等级：风险、理由和其他选择",
            "A product above your class: its risks, your reasons, and other choices",
        ),
        Topic::AnnualReview => point(
            "/retirement",
            "年度回顾：生活有哪些变化，规划是否仍然合适",
            "The yearly review: what changed in life, and whether the plan still fits",
        ),
        Topic::Goal => point("/goals", "您关心的人生目标", "The life goal you have in mind"),
        Topic::Own => point("", "您提出的问题", "What you asked about"),
    }
}

const fn about(subject: MeetingSubject) -> (Words, &'static str) {
    match subject {
        MeetingSubject::Retirement => RETIREMENT,
        MeetingSubject::Allocation => ALLOCATION,
        MeetingSubject::Reserve => RESERVE,
        MeetingSubject::Protection => PROTECTION,
        MeetingSubject::Loan => LOAN,
        MeetingSubject::Home => {
            point("/goals", "住房：买与租、首付与月供", "A home: buy or rent, deposit and instalments")
        }
        MeetingSubject::Education => {
            point("/goals", "教育：时间、费用和准备", "Education: when, what it costs, what is set aside")
        }
        MeetingSubject::Estate => ESTATE,
        MeetingSubject::Tax => point("", "相关的税务问题", "Questions of tax"),
        MeetingSubject::Product => point(
            "/products",
            "您问到的产品：是否适合您",
            "The product you asked about: whether it suits you",
        ),
        MeetingSubject::Alternatives => point(
            "/products",
            "面向合格投资者的产品：期限、流动性和可能的损失",
            "Products for qualified investors: term, liquidity and possible loss",
        ),
        MeetingSubject::Cash => point("", "现金管理和家庭整体安排", "Cash, and the household as a whole"),
    }
}

const RETIREMENT: (Words, &str) =
    point("/retirement", "退休年龄、养老金和支出", "Retirement age, pensions and spending");
const ALLOCATION: (Words, &str) =
    point("/allocation", "建议的资产配置及其依据", "The suggested allocation and what it rests on");
const RESERVE: (Words, &str) = point("/goals", "应急储备是否足够", "Whether the reserve is enough");
const PROTECTION: (Words, &str) = point("/goals", "家庭保障的缺口", "What protection is missing");
const LOAN: (Words, &str) = point("/goals", "贷款负担", "The burden of loans");
const ESTATE: (Words, &str) =
    point("/goals", "传承安排与文件", "What is passed on, and the documents for it");

/// What the plan itself raises, the most pressing first.
fn raised(topic: Topic, known: &Known) -> Vec<(Words, &'static str)> {
    let plan = &known.stored.plan;
    let mut points = Vec::new();
    points.extend(zone(plan.standing.zone, plan.standing.near_border));
    points.extend(known.stored.change.as_ref().and_then(crossed));
    points.extend(due(topic, known));
    if !plan.profile.flags.is_empty() {
        points.push(point(
            "/profile",
            "风险问卷中有需要一起确认的回答",
            "Answers of the risk questionnaire to be settled together",
        ));
    }
    points.extend(known.life.into_iter().flat_map(gaps));
    points.push(allocation(&plan.allocation));
    points
}

fn zone(zone: Zone, near_border: bool) -> Option<(Words, &'static str)> {
    match zone {
        Zone::Red => Some(point(
            "/retirement",
            "养老目前在红区：先看原因，再看改动最小的办法",
            "Retirement stands in the red zone: why, then the smallest changes that help",
        )),
        Zone::Grey => Some(point(
            "/retirement",
            "养老目前在灰区：哪些小改动能进入绿区",
            "Retirement stands in the grey zone: which small changes reach green",
        )),
        Zone::Green if near_border => Some(point(
            "/retirement",
            "养老在绿区，但靠近边界：留多少余地",
            "Retirement is in the green zone, close to its border: how much room to keep",
        )),
        Zone::Green => None,
    }
}

/// The zone is not that of the plan before.
fn crossed(change: &Change) -> Option<(Words, &'static str)> {
    if change.after.zone < change.before.zone {
        return Some(point(
            "/retirement",
            "与上一份规划相比，养老区域变差了：是时间、市场、假设还是生活的变化",
            "Since the plan before, the zone of retirement got worse: time, markets, assumptions or life",
        ));
    }
    (change.before.zone < change.after.zone).then_some(point(
        "/retirement",
        "与上一份规划相比，养老区域变好了：怎样保持",
        "Since the plan before, the zone of retirement got better: how to keep it",
    ))
}

/// What has grown old: the plan, or the assessment that it rests on.
fn due(topic: Topic, known: &Known) -> Vec<(Words, &'static str)> {
    let Known { stored, assessed_until_ms, now_ms, .. } = *known;
    let is_old = months_later_ms(stored.summary.created_ms, REVIEW_MONTHS) <= now_ms;
    let ends_soon = assessed_until_ms.is_none_or(|until_ms| until_ms <= now_ms + EXPIRY_DAYS * DAY_MS);
    [
        (
            is_old || topic == Topic::AnnualReview,
            point(
                "/discover",
                "核对收入、支出、持仓和家庭情况，把规划更新到今天",
                "Go through income, spending, holdings and family, and bring the plan up to date",
            ),
        ),
        (
            ends_soon,
            point(
                "/profile",
                "风险测评即将或已经到期：一起重新完成",
                "The risk assessment ends soon or has ended: take it anew",
            ),
        ),
    ]
    .into_iter()
    .filter_map(|(found, point)| found.then_some(point))
    .collect()
}

fn gaps(life: &LifePlan) -> Vec<(Words, &'static str)> {
    let unprotected = life.protection.iter().any(|one| 0.0 < one.gap[0] || 0.0 < one.illness_gap[0]);
    let red_goal = life.goals.iter().any(|goal| goal.stand.zone == Zone::Red);
    [
        (0.0 < life.reserve.gap, RESERVE),
        (unprotected, PROTECTION),
        (
            red_goal,
            point(
                "/goals",
                "有目标的资金还没有着落：推迟、减少或增加储蓄",
                "A goal is not paid for: later, smaller, or more saving",
            ),
        ),
        (
            !life.collisions.is_empty(),
            point("/goals", "几个目标需要同一笔钱：先后顺序", "Goals want the same money: which comes first"),
        ),
        (life.estate.wish_needs_will || 0.0 < life.estate.liquidity_gap, ESTATE),
    ]
    .into_iter()
    .filter_map(|(found, point)| found.then_some(point))
    .collect()
}

const fn allocation(allocation: &Allocation) -> (Words, &'static str) {
    if allocation.held.is_some() {
        return point(
            "/allocation",
            "现有持仓与建议配置的差距",
            "How today's holdings differ from the suggested allocation",
        );
    }
    ALLOCATION
}

#[cfg(test)]
mod tests {
    use planner::change::Level;

    use super::*;

    /// A change from one zone to another.
    fn change(before: Zone, after: Zone) -> Change {
        let level = |zone| Level { success: 0.5, median: 1.0, zone };
        Change { before: level(before), steps: Vec::new(), after: level(after) }
    }

    #[test]
    fn a_zone_that_was_crossed_is_spoken_of_in_its_direction() {
        let said = |before, after| crossed(&change(before, after)).map_or("", |(words, _)| words.en);

        assert!(said(Zone::Green, Zone::Grey).contains("worse"));
        assert!(said(Zone::Red, Zone::Grey).contains("better"));
        assert_eq!(said(Zone::Grey, Zone::Grey), "");
    }

    #[test]
    fn without_a_plan_the_first_one_is_made_together() {
        let points = agenda(Topic::Own, None, None);

        assert_eq!(points.iter().map(|point| point.path.as_str()).collect::<Vec<_>>(), ["", "/discover"]);
    }

    #[test]
    fn what_it_is_about_follows_the_topic() {
        let points = agenda(Topic::GapFound, Some(MeetingSubject::Protection), None);

        assert_eq!(points[1].text.en, "What protection is missing");
    }
}
