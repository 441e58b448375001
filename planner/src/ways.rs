//! Ways to green of several moves: half way by one lever, the rest by another.

use serde::{Deserialize, Serialize};

use crate::answers::{Answers, Priority, Project};
use crate::border::{self, Borders};
use crate::draws::Draws;
use crate::firm::{Firm, ZonePolicy};
use crate::household::{self, Household};
use crate::projection::{self, Column, Lifetimes};
use crate::zone::{self, Zone};
use crate::{GoalMove, Ground, Inputs, Moves, advice, kept};

/// Most ways that are named.
pub const MOST_WAYS: usize = 8;

/// Most years later that are combined with other levers.
pub const MOST_YEARS_LATER: usize = 3;

/// Goals that are tried, the largest first.
const MOST_GOALS: usize = 3;

/// Years by which a goal is postponed.
pub const POSTPONED_YEARS: [u32; 2] = [2, 5];

/// Share of a reduced goal that is kept. Needs are not reduced.
pub const KEPT_SHARE: f64 = 0.5;

/// A lever that takes less than this share off the others is not worth naming.
const WORTHWHILE: f64 = 0.1;

/// Moves that reach green together, and not without one of them.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Way {
    /// What to try: what was tried already, with these moves on top.
    pub moves: Moves,
    /// Saved more in the first year, in whole units of money of today.
    pub more_saving: f64,
    /// Spent less in a year of retirement, in whole units of money of today.
    pub less_spending: f64,
    /// Added today, in whole units.
    pub one_off: f64,
    /// Years of work more.
    pub years_later: u32,
    /// A goal postponed or reduced.
    pub goal: Option<GoalMove>,
    /// What it costs the client in money of today, as [`advice::Move::cost`]; for a goal, the
    /// present value that they go without.
    pub cost: f64,
    /// P after the moves, 0 to 1.
    pub success_after: f64,
}

impl Way {
    /// How much each lever asks: saving, spending, amount, years, goal.
    fn asked(&self) -> [f64; 5] {
        let goal = if self.goal.is_some() { 1.0 } else { 0.0 };
        [self.more_saving, self.less_spending, self.one_off, f64::from(self.years_later), goal]
    }

    /// Which levers it uses.
    fn levers(&self) -> [bool; 5] {
        self.asked().map(|asked| asked > 0.0)
    }

    /// How many levers it uses.
    fn count(&self) -> usize {
        self.levers().iter().filter(|used| **used).count()
    }

    /// True if the other asks no more of any lever; or hardly more, of fewer levers.
    fn is_beaten_by(&self, other: &Self) -> bool {
        let room = if other.count() < self.count() { 1.0 + WORTHWHILE } else { 1.0 };
        let no_more = other.asked().iter().zip(self.asked()).all(|(theirs, ours)| *theirs <= ours * room);
        let same_goal = other.goal.is_none() || other.goal == self.goal;
        no_more && same_goal && other.asked() != self.asked()
    }
}

/// The ways to green of two or three levers, and of a goal alone, cheapest for the client first;
/// none where the plan is green.
///
/// Of each set of levers the cheapest way is named. Ways that ask more of a lever than another,
/// single moves included, and less of none, are left out. Each is exact to one unit of money, and
/// a plan made with its moves is green.
#[must_use]
pub fn find(draws: &mut Option<Draws>, inputs: &Inputs, firm: &Firm) -> Vec<Way> {
    let Ground { cases, returns, .. } = Ground::of(inputs, firm);
    let years_later = (1..).zip(cases.later.iter().take(MOST_YEARS_LATER).cloned());
    let mut households = vec![(cases.tried.clone(), 0, None)];
    households.extend(years_later.map(|(years, household)| (household, years, None)));
    households.extend(goal_moves(inputs, &cases.tried).into_iter().map(|goal| {
        let moves = Moves { goal: Some(goal), ..inputs.moves };
        (household::household(&inputs.answers, firm, &moves, 0), 0, Some(goal))
    }));
    let years = households.iter().map(|(household, ..)| household.years).max().unwrap_or(1);
    let draws = kept(draws, inputs.seed, inputs.lifetimes, years);
    let columns: Vec<Column> = households.iter().map(|(household, ..)| Column::of(household)).collect();
    let played = projection::play(&columns, &returns, draws, inputs.lifetimes);

    let mut desk = Desk {
        inputs,
        plan: &cases.tried,
        policy: &firm.policy.zone,
        discounts: advice::discounts(&returns, years),
        found: Vec::new(),
    };
    for ((household, years_later, goal), lifetimes) in households.iter().zip(&played) {
        let borders = Borders { lifetimes, policy: desk.policy };
        let green = borders.reaches(Zone::Green, household.saving_year, household.wished_year);
        if green && *years_later == 0 && goal.is_none() {
            return Vec::new();
        }
        desk.fill(&Start { household, lifetimes, years_later: *years_later, goal: *goal });
    }
    best(&desk.found)
}

/// Goals that can be postponed or reduced; one that is tried already is left as it is.
fn goal_moves(inputs: &Inputs, plan: &Household) -> Vec<GoalMove> {
    if inputs.moves.goal.is_some() {
        return Vec::new();
    }
    let mut projects: Vec<(u32, &Project)> = (0..)
        .zip(&inputs.answers.projects)
        .filter(|(_, project)| project.priority != Priority::Wish)
        .collect();
    projects.sort_by(|a, b| b.1.amount.total_cmp(&a.1.amount));
    let mut goals = Vec::new();
    for (project, goal) in projects.into_iter().take(MOST_GOALS) {
        let postponed = POSTPONED_YEARS.into_iter().filter(|years| goal.in_years + years < plan.years);
        goals.extend(postponed.map(|years_later| GoalMove { project, years_later, share: 1.0 }));
        if goal.priority != Priority::Need {
            goals.push(GoalMove { project, years_later: 0, share: KEPT_SHARE });
        }
    }
    goals
}

/// The cheapest way of each set of levers among those that no other beats.
fn best(found: &[Way]) -> Vec<Way> {
    let unbeaten = found.iter().filter(|way| !found.iter().any(|other| way.is_beaten_by(other)));
    let mut ways: Vec<Way> = unbeaten.filter(|way| way.goal.is_some() || way.count() > 1).copied().collect();
    ways.sort_by(|a, b| a.cost.total_cmp(&b.cost));
    let mut named: Vec<Way> = Vec::new();
    for way in ways {
        if named.len() < MOST_WAYS && named.iter().all(|other| other.levers() != way.levers()) {
            named.push(way);
        }
    }
    named
}

/// Where the levers of money begin: the plan, or the plan with years or a goal changed.
struct Start<'a> {
    household: &'a Household,
    lifetimes: &'a Lifetimes,
    years_later: u32,
    goal: Option<GoalMove>,
}

/// What the levers of money do: saving and spending of a year, and an amount added today.
#[derive(Clone, Copy)]
struct Money {
    saving_year: f64,
    wished_year: f64,
    one_off: f64,
}

struct Desk<'a> {
    inputs: &'a Inputs,
    plan: &'a Household,
    policy: &'a ZonePolicy,
    discounts: Vec<f64>,
    found: Vec<Way>,
}

impl Desk<'_> {
    /// Every way from one start.
    fn fill(&mut self, start: &Start) {
        let borders = Borders { lifetimes: start.lifetimes, policy: self.policy };
        let Household { saving_year, wished_year, .. } = *start.household;
        let now = Money { saving_year, wished_year, one_off: 0.0 };
        if borders.reaches(Zone::Green, saving_year, wished_year) {
            return self.note(start, now);
        }
        self.save(start, &borders, now);
        let cut = self.spend(start, &borders, now);
        self.share(start, &borders, now, cut.unwrap_or(wished_year));
        if start.years_later == 0 && start.goal.is_none() {
            self.add(start, &borders, now);
        }
    }

    /// What is left by saving.
    fn save(&mut self, start: &Start, borders: &Borders, now: Money) {
        if let Some(saving_year) = borders.least_saving(Zone::Green, now.wished_year) {
            self.note(start, Money { saving_year: saving_year.max(now.saving_year), ..now });
        }
    }

    /// What is left by spending less; gives how much less.
    fn spend(&mut self, start: &Start, borders: &Borders, now: Money) -> Option<f64> {
        let mut carried = borders.carried(now.saving_year);
        let wished_year = borders.most_spending(Zone::Green, now.saving_year, &mut carried)?;
        self.note(start, Money { wished_year: wished_year.min(now.wished_year), ..now });
        Some(now.wished_year - wished_year)
    }

    /// What is left by saving more and spending less, each at half the cost.
    fn share(&mut self, start: &Start, borders: &Borders, now: Money, cut_alone: f64) {
        let saved = advice::present_value(&start.household.saving_factor, &self.discounts);
        let spent = advice::present_value(&start.household.spending_factor, &self.discounts);
        if saved <= 0.0 || spent <= 0.0 {
            return;
        }
        let reached = |cut: f64| {
            let (saving, wished) = (now.saving_year + cut * spent / saved, now.wished_year - cut);
            wished < 1.0 || borders.reaches(Zone::Green, saving, wished)
        };
        let Some(cut) = border::least_whole(cut_alone / 2.0, &reached) else { return };
        let money = Money { wished_year: now.wished_year - cut, ..now };
        if money.wished_year >= 1.0 {
            self.save(start, borders, money);
        }
    }

    /// Half of the amount that would do, added today; the rest by saving or by spending less.
    fn add(&mut self, start: &Start, borders: &Borders, now: Money) {
        let Some(amount) = borders.least_amount(Zone::Green, now.saving_year, now.wished_year) else {
            return;
        };
        self.note(start, Money { one_off: amount, ..now });
        let one_off = (amount / 2.0).ceil();
        let wealth = start.lifetimes.wealth + one_off;
        let lifetimes = &Lifetimes { wealth, ..start.lifetimes.clone() };
        let (start, borders) = (&Start { lifetimes, ..*start }, &Borders { lifetimes, ..*borders });
        self.save(start, borders, Money { one_off, ..now });
        self.spend(start, borders, Money { one_off, ..now });
    }

    /// Notes a way that the household can go: saving within its income, essentials paid.
    fn note(&mut self, start: &Start, money: Money) {
        let plan = self.plan;
        let more_saving = money.saving_year - plan.saving_year;
        let less_spending = plan.wished_year - money.wished_year;
        if (more_saving > 0.0 && money.saving_year > income_year(&self.inputs.answers))
            || (less_spending > 0.0 && money.wished_year < plan.essential_year)
        {
            return;
        }
        let tried = self.inputs.moves;
        let changed = |asked: f64, value: f64, old: Option<f64>| if asked > 0.0 { Some(value) } else { old };
        let retire_age = start.household.age + start.household.retire_in;
        let moves = Moves {
            retire_age: if start.years_later > 0 { Some(retire_age) } else { tried.retire_age },
            saving_year: changed(more_saving, money.saving_year, tried.saving_year),
            wished_year: changed(less_spending, money.wished_year, tried.wished_year),
            one_off: changed(money.one_off, tried.one_off.unwrap_or(0.0) + money.one_off, tried.one_off),
            goal: start.goal.or(tried.goal),
            ..tried
        };
        let added = if start.lifetimes.wealth > start.household.wealth { 0.0 } else { money.one_off };
        let wealth = start.lifetimes.wealth + added;
        let ratios = start.lifetimes.funded_ratios(wealth, money.saving_year, money.wished_year);
        self.found.push(Way {
            moves,
            more_saving,
            less_spending,
            one_off: money.one_off,
            years_later: start.years_later,
            goal: start.goal,
            cost: self.cost(start, more_saving, less_spending, money.one_off),
            success_after: zone::success(&ratios),
        });
    }

    fn cost(&self, start: &Start, more_saving: f64, less_spending: f64, one_off: f64) -> f64 {
        let value = |flows: &[f64]| advice::present_value(flows, &self.discounts);
        let income_year = self.inputs.answers.you().income_year;
        one_off
            + more_saving * value(&start.household.saving_factor)
            + less_spending * value(&start.household.spending_factor)
            + advice::cost_of_later(self.plan, start.household.retire_in, income_year, &self.discounts)
            + start.goal.map_or(0.0, |goal| advice::cost_of_goal(&self.inputs.answers, goal, &self.discounts))
    }
}

fn income_year(answers: &Answers) -> f64 {
    answers.people.iter().map(|person| person.income_year).sum()
}
