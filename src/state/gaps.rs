//! What a reader lacks or faces: it makes articles useful to them.

use planner::Plan;
use planner::answers::{Answers, ProjectKind};
use planner::firm::shelf::BandPolicy;
use planner::firm::{Class, Firm, Region};
use planner::goals::estate::TaskState;
use planner::goals::{LifePlan, Source};
use planner::profile::FlagEffect;
use planner::rebalance;
use planner::zone::{self, Zone};
use wire::Gap;

/// Points of knowledge or composure below which there is something to read, of 100.
const LOW_POINTS: f64 = 50.0;

/// Costs take much where they are at least this share of the real return before them.
const MUCH_OF_RETURN: f64 = 0.25;

/// Retirement is near from so many years before it.
const NEAR_YEARS: u32 = 10;

/// What is known of a reader with a plan.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'a> {
    /// The plan of their answers.
    pub plan: &'a Plan,
    /// The answers.
    pub answers: &'a Answers,
    /// The firm.
    pub firm: &'a Firm,
    /// Every life goal, once it is laid out.
    pub life: Option<&'a LifePlan>,
    /// The bands of the firm, once they are here.
    pub bands: Option<&'a BandPolicy>,
}

/// The gaps of a reader, the most pressing first.
#[must_use]
pub fn of(reader: &Reader) -> Vec<Gap> {
    let mut gaps: Vec<Gap> =
        retirement(reader).into_iter().chain(profile(reader)).chain(household(reader)).collect();
    gaps.sort_unstable();
    gaps
}

/// The gaps among those that apply.
fn those(all: impl IntoIterator<Item = (Gap, bool)>) -> Vec<Gap> {
    all.into_iter().filter_map(|(gap, applies)| applies.then_some(gap)).collect()
}

fn retirement(Reader { plan, firm, .. }: &Reader) -> Vec<Gap> {
    let (standing, household) = (&plan.standing, &plan.household);
    let enough = zone::green_bad_market(standing.essential, &firm.policy.zone);
    let region = match plan.region {
        Region::China => Gap::PensionChina,
        Region::Canada => Gap::PensionCanada,
    };
    those([
        (Gap::RedZone, standing.zone == Zone::Red),
        (Gap::GreyZone, standing.zone == Zone::Grey),
        (Gap::GreenZone, standing.zone == Zone::Green),
        (Gap::NearBorder, standing.near_border),
        (Gap::LongSlump, standing.bad_market < enough),
        (Gap::LongLife, standing.by_life[1] < standing.zone),
        (Gap::Retired, household.retire_in == 0),
        (Gap::NearRetirement, (1..=NEAR_YEARS).contains(&household.retire_in)),
        (region, true),
    ])
}

fn profile(Reader { plan, answers, bands, .. }: &Reader) -> Vec<Gap> {
    let (profile, figures) = (&plan.profile, &plan.allocation.figures);
    let before_costs = figures.real_net + figures.fee;
    let (ability, willingness) = (profile.ability_class, profile.willingness_class);
    those([
        (Gap::Contradictions, profile.flags.iter().any(|flag| flag.effect == FlagEffect::AskAgain)),
        (Gap::AbilityBelowWillingness, ability < willingness),
        (Gap::WillingnessBelowAbility, willingness < ability),
        (Gap::KnowledgeLow, profile.knowledge < LOW_POINTS),
        (Gap::ComposureLow, profile.composure.is_some_and(|composure| composure < LOW_POINTS)),
        (Gap::LowClass, profile.class <= Class::C2),
        (Gap::HighClass, Class::C4 <= profile.class),
        (Gap::FeesHigh, MUCH_OF_RETURN * before_costs <= figures.fee),
        (Gap::OutOfRange, bands.is_some_and(|bands| out_of_range(plan, answers, bands))),
    ])
}

/// Whether something that is held lies outside its band, where holdings are sorted at all.
fn out_of_range(plan: &Plan, answers: &Answers, bands: &BandPolicy) -> bool {
    let nothing_new = rebalance::Order { new_money: 0.0, buy_only: true };
    rebalance::rebalance(answers, &plan.allocation.weights, nothing_new, bands)
        .is_some_and(|rebalance| !rebalance.in_range)
}

fn household(Reader { plan, answers, firm, life, .. }: &Reader) -> Vec<Gap> {
    let home = answers.projects.iter().any(|project| project.kind == ProjectKind::Home);
    let short = plan.profile.reserve_months < firm.policy.reserve.target_months;
    let limit = firm.policy.life.loan_of(plan.region).debt_share;
    let life = |holds: &dyn Fn(&LifePlan) -> bool| life.is_some_and(holds);
    those([
        (Gap::ReserveShort, short || life(&|life| 0.0 < life.reserve.gap)),
        (Gap::ProtectionGap, life(&|life| life.protection.iter().any(|person| 0.0 < person.gap[0]))),
        (Gap::EducationGap, life(&study_open)),
        (Gap::LoanHeavy, life(&|life| life.loans.debt_share_now.is_some_and(|share| limit < share))),
        (Gap::HomePlanned, home),
        (
            Gap::EstateOpen,
            life(&|life| life.estate.checklist.iter().any(|task| task.state == TaskState::Open)),
        ),
    ])
}

/// A child's study that is planned for and not on course.
fn study_open(life: &LifePlan) -> bool {
    let study =
        |goal: &&planner::goals::Goal| goal.kind == ProjectKind::Education && goal.source != Source::Nothing;
    life.goals.iter().filter(study).any(|goal| goal.stand.zone != Zone::Green)
}
