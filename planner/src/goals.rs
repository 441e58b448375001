//! The life goals beside retirement: reserve, protection, loans, education, home and others, estate.
//!
//! Money is never counted twice: what is set aside for a goal leaves the money of retirement before
//! its funded ratio is measured ([`household::pots`]). Funding goes by order: reserve, protection,
//! loan limits, then needs, wants and wishes, each by date. A goal is measured as retirement is: on
//! the same draws, by P, B, M and a zone.

use serde::{Deserialize, Serialize};

use crate::allocation::{Allocation, LogReturn};
use crate::answers::{Answers, Child, Origin, Priority, ProjectKind};
use crate::date::YearMonth;
use crate::draws::Draws;
use crate::firm::{Firm, Region};
use crate::household::{self, Cases, Household, Pot, Pots};
use crate::profile::Profile;
use crate::projection::{self, Column, Lifetimes};
use crate::zone::{self, Measures, Zone};
use crate::{Moves, allocation};

pub mod balance;
pub mod education;
pub mod estate;
pub mod fund;
pub mod housing;
pub mod mortgage;
pub mod price;
pub mod protection;
pub mod reserve;

pub use balance::Balance;
pub use estate::EstatePlan;
pub use fund::{Funding, Stand};
pub use housing::Loans;
pub use price::{Collision, Price};
pub use protection::Protection;
pub use reserve::Reserve;

/// The schema of [`LifePlan`].
pub const SCHEMA: u32 = 1;

/// Every life goal, what it has, what it lacks, and what it costs retirement.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LifePlan {
    /// Version of this shape.
    pub schema: u32,
    /// The month of the plan.
    pub made: YearMonth,
    /// Where they retire.
    pub region: Region,
    /// Where all the money is.
    pub purse: Purse,
    /// First in order: the reserve.
    pub reserve: Reserve,
    /// Second: protection, one for each adult.
    pub protection: Vec<Protection>,
    /// Third: loans and their limits.
    pub loans: Loans,
    /// Then the goals, in the order in which they are funded.
    pub goals: Vec<Goal>,
    /// The children and their studies, in the order typed; `Origin::Child` has a place here.
    pub children: Vec<Child>,
    /// Where retirement stands after all of them.
    pub retirement: Stand,
    /// Goals that want the same money.
    pub collisions: Vec<Collision>,
    /// What is left, and to whom.
    pub estate: EstatePlan,
    /// The household's years, from this one to the end of the plan.
    pub balance: Vec<Balance>,
}

/// Where all the money is: the parts sum to the holdings.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Purse {
    /// Every financial asset, with one amount that is tried.
    pub holdings: f64,
    /// Kept apart as a reserve.
    pub reserve: f64,
    /// In the pots of the goals.
    pub goals: f64,
    /// Left for retirement.
    pub retirement: f64,
}

/// One large amount as a goal.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Goal {
    /// Its place in [`Answers::projects`].
    pub project: usize,
    /// The question it comes from.
    pub origin: Origin,
    /// What it is for.
    pub kind: ProjectKind,
    /// Amount in today's money: all its years.
    pub amount: f64,
    /// Years from now until it begins.
    pub in_years: u32,
    /// How much it matters.
    pub priority: Priority,
    /// Years it may wait.
    pub wait_years: u32,
    /// Share by which it may shrink, 0 to 1, where they said so: the rest is essential. Else the
    /// firm's usual share is.
    pub shrink_share: Option<f64>,
    /// Where its money comes from.
    pub source: Source,
    /// Set aside today.
    pub pot: f64,
    /// To be taken from saving until its date, all years together.
    pub from_saving: f64,
    /// Taken from saving before retirement for the loan that comes with it.
    pub for_loan: f64,
    /// What neither covers, the loan's part included, where the pot only keeps pace with prices.
    pub uncovered: f64,
    /// Growth share of its pot today, 0 to 1: it falls as the date comes near.
    pub growth_share: f64,
    /// Where it stands.
    pub stand: Stand,
    /// What it needs at its date and what its own pot has, where every year brings the median return.
    /// What retirement pays, and a wish, have no pot.
    pub funding: Funding,
    /// The level saving a year, from this year to the year it begins, that brings a pot of its own to
    /// green: beside today's pot, in place of what it takes from saving; in whole units.
    pub green_saving_year: f64,
    /// The same where it waits as long as it may; none where it may not wait.
    pub green_saving_waiting: Option<f64>,
    /// The same where it shrinks as far as it may; none where it may not shrink.
    pub green_saving_shrunk: Option<f64>,
    /// What it costs retirement.
    pub price: Price,
}

/// Where a goal's money comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// Its own pot and saving.
    Pot,
    /// It falls into retirement, which pays it: it stands where retirement stands.
    Retirement,
    /// Nothing: wishes are not planned for.
    Nothing,
}

/// What every part is laid out from.
#[derive(Clone, Copy, Debug)]
pub struct Room<'a> {
    /// The checked answers.
    pub answers: &'a Answers,
    /// The firm.
    pub firm: &'a Firm,
    /// What is tried for retirement.
    pub moves: &'a Moves,
    /// Stage 1.
    pub profile: &'a Profile,
    /// Stage 2.
    pub cases: &'a Cases,
    /// Stage 3.
    pub allocation: &'a Allocation,
    /// Returns of the retirement money, by year.
    pub returns: &'a [LogReturn],
    /// The draws of retirement.
    pub draws: &'a Draws,
    /// Lifetimes to play.
    pub lifetimes: u32,
}

impl Room<'_> {
    /// Long-run inflation, a fraction a year.
    pub(crate) fn inflation(&self) -> f64 {
        self.firm.assumptions_of(self.answers.region).inflation
    }

    /// Plays households of retirement on its draws.
    pub(crate) fn play(&self, households: &[&Household]) -> Vec<Lifetimes> {
        let columns: Vec<Column> = households.iter().map(|household| Column::of(household)).collect();
        projection::play(&columns, self.returns, self.draws, self.lifetimes)
    }

    /// Where some lifetimes of retirement stand.
    pub(crate) fn stand(&self, lifetimes: &Lifetimes) -> Stand {
        let measures = zone::measure(lifetimes, &self.firm.policy.zone);
        Stand::of(measures, zone::classify(measures, &self.firm.policy.zone))
    }

    /// The pots of some answers, and of a wish that is taken up.
    pub(crate) fn pots(&self, answers: &Answers, taken_up: Option<usize>) -> Pots {
        let Household { retire_in, saving_factor, .. } = &self.cases.tried;
        household::pots(answers, *retire_in, saving_factor, self.inflation(), taken_up)
    }
}

/// The years that the goals need draws for, those they may wait included.
#[must_use]
pub fn longest(answers: &Answers) -> u32 {
    let ends = answers.projects.iter().map(|project| project.in_years + project.wait_years + project.years);
    ends.max().unwrap_or(1)
}

/// Lays out every life goal.
#[must_use]
pub fn lay_out(room: &Room) -> LifePlan {
    let Room { answers, moves, cases, .. } = room;
    let pots = room.pots(answers, None);
    let order = household::funding_order(answers);
    let pricing = price::lay_out(room, &order, &pots);
    let retirement = room.stand(&pricing.now);
    let goals: Vec<Goal> = order
        .iter()
        .zip(&pricing.prices)
        .filter_map(|(idx, price)| goal(room, *idx, pots.each.get(*idx)?, *price, retirement))
        .collect();
    let set_aside = total(goals.iter().map(|goal| goal.pot));
    LifePlan {
        schema: SCHEMA,
        made: answers.today,
        region: answers.region,
        purse: Purse {
            holdings: answers.wealth() + moves.one_off.unwrap_or(0.0),
            reserve: pots.reserve,
            goals: set_aside,
            retirement: cases.tried.wealth,
        },
        reserve: reserve::lay_out(room, &pots),
        protection: protection::lay_out(room),
        loans: housing::lay_out(room),
        collisions: price::collide(room, &goals, &pots, retirement),
        goals,
        children: answers.life.children.clone(),
        retirement,
        estate: estate::lay_out(room),
        balance: balance::lay_out(room, &pots),
    }
}

/// One goal, with its pot and its price.
fn goal(room: &Room, idx: usize, pot: &Pot, price: Price, retirement: Stand) -> Option<Goal> {
    let project = room.answers.projects.get(idx)?;
    let source = match (household::counted(project), household::before_retirement(project, room.answers)) {
        (false, _) => Source::Nothing,
        (true, true) => Source::Pot,
        (true, false) => Source::Retirement,
    };
    let fund = fund::Fund::of(project, pot, room.firm.policy.zone.default_essential_share);
    let (stand, funding, green_saving_year) = fund.measure(room);
    let green = |fund: fund::Fund| fund.measure(room).2;
    Some(Goal {
        project: idx,
        origin: project.origin,
        kind: project.kind,
        amount: project.amount,
        in_years: project.in_years,
        priority: project.priority,
        wait_years: project.wait_years,
        shrink_share: project.shrink_share,
        source,
        pot: pot.from_wealth,
        from_saving: total(pot.from_saving.iter().copied()),
        for_loan: total(pot.for_loan.iter().copied()),
        uncovered: pot.uncovered,
        growth_share: allocation::pot_growth_share(
            room.profile,
            project.in_years,
            room.answers.region,
            room.firm,
        ),
        stand: if source == Source::Retirement { retirement } else { stand },
        green_saving_waiting: (project.wait_years > 0).then(|| green(fund.waiting(project.wait_years))),
        green_saving_shrunk: project
            .shrink_share
            .filter(|share| *share > 0.0)
            .map(|share| green(fund.shrunk(share))),
        funding,
        green_saving_year,
        price,
    })
}

/// A sum from 0 up: that of nothing is 0, not -0.
pub(crate) fn total(values: impl Iterator<Item = f64>) -> f64 {
    values.fold(0.0, |sum, value| sum + value)
}
