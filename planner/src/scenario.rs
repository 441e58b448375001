//! Named scenarios: what an investor tries, under a name of their own, and what it comes to.

use serde::{Deserialize, Serialize};

use crate::answers::{Answers, Field, FormError, Reason, Tried};
use crate::draws::Draws;
use crate::firm::Firm;
use crate::household::Household;
use crate::projection::{self, Column};
use crate::zone::{self, Measures, Zone};
use crate::{Ground, Inputs, Moves, Request, advice, kept};

/// Most characters of a name.
pub const MOST_CHARS: usize = 40;

/// Moves under a name. The only way to get one is [`Scenario::check`]; the moves themselves are
/// checked with the form they are tried on, by [`crate::Inputs::check`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Unchecked")]
pub struct Scenario {
    name: String,
    moves: Moves,
}

impl Scenario {
    /// Names some moves; spaces around the name are left out.
    ///
    /// # Errors
    ///
    /// A name of no characters, or of more than [`MOST_CHARS`].
    pub fn check(name: &str, moves: Moves) -> Result<Self, FormError> {
        let name = name.trim();
        let chars = name.chars().count();
        if (1..=MOST_CHARS).contains(&chars) {
            return Ok(Self { name: name.to_owned(), moves });
        }
        let count = |chars: usize| f64::from(u32::try_from(chars).unwrap_or(u32::MAX));
        let reason = Reason::Range { value: count(chars), min: 1.0, max: count(MOST_CHARS) };
        Err(FormError { field: Field::Tried(Tried::NameChars), reason })
    }

    /// Its name, 1 to [`MOST_CHARS`] characters.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What is tried.
    #[must_use]
    pub const fn moves(&self) -> Moves {
        self.moves
    }
}

/// A scenario as it is stored: the name may be anything.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Unchecked {
    name: String,
    moves: Moves,
}

impl TryFrom<Unchecked> for Scenario {
    type Error = FormError;

    fn try_from(Unchecked { name, moves }: Unchecked) -> Result<Self, FormError> {
        Self::check(&name, moves)
    }
}

/// What some moves come to.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// The zone.
    pub zone: Zone,
    /// P, 0 to 1.
    pub success: f64,
    /// B.
    pub bad_market: f64,
    /// M.
    pub median: f64,
    /// Age of retirement of the investor, in years.
    pub retire_age: u32,
    /// Saved in the first year, in money of today.
    pub saving_year: f64,
    /// Wished spending in retirement a year, in money of today.
    pub wished_year: f64,
    /// What it costs the client against their answers, as [`advice::Move::cost`]; below 0 where
    /// they gain.
    pub cost: f64,
}

/// Plays each of several moves on the draws of a request, in place of what the request tries; none
/// for moves that cannot be tried on its form.
///
/// # Errors
///
/// Every reason why the form itself cannot be planned.
pub fn compare(
    draws: &mut Option<Draws>,
    request: &Request,
    firm: &Firm,
    tried: &[Moves],
) -> Result<Vec<Option<Outcome>>, Vec<FormError>> {
    let with = |moves: Moves| Inputs::check(&Request { moves, ..request.clone() }, firm);
    let answered = with(Moves::default())?;
    let ground = Ground::of(&answered, firm);
    let desk = Desk {
        answers: answered.answers(),
        plan: &ground.cases.tried,
        discounts: advice::discounts(&ground.returns, crate::years_of(&ground.cases)),
        firm,
    };
    Ok(tried.iter().map(|moves| with(*moves).ok().map(|inputs| desk.outcome(draws, &inputs))).collect())
}

/// What every scenario is compared with.
struct Desk<'a> {
    answers: &'a Answers,
    plan: &'a Household,
    discounts: Vec<f64>,
    firm: &'a Firm,
}

impl Desk<'_> {
    fn outcome(&self, draws: &mut Option<Draws>, inputs: &Inputs) -> Outcome {
        let Ground { cases, returns, .. } = Ground::of(inputs, self.firm);
        let household = &cases.tried;
        let draws = kept(draws, inputs.seed, inputs.lifetimes, household.years);
        let played = projection::play(&[Column::of(household)], &returns, draws, inputs.lifetimes);
        let policy = &self.firm.policy.zone;
        // One column went in and came out.
        let measures = zone::measure(&played.into_iter().next().unwrap_or_default(), policy);
        let Measures { success, bad_market, median, .. } = measures;
        Outcome {
            zone: zone::classify(measures, policy),
            success,
            bad_market,
            median,
            retire_age: household.age + household.retire_in,
            saving_year: household.saving_year,
            wished_year: household.wished_year,
            cost: self.cost(household, &inputs.moves),
        }
    }

    fn cost(&self, household: &Household, moves: &Moves) -> f64 {
        let (plan, discounts) = (self.plan, self.discounts.as_slice());
        let value = |flows: &[f64]| advice::present_value(flows, discounts);
        let income_year = self.answers.you().income_year;
        let worked = |from: &Household, to: &Household| {
            advice::cost_of_later(from, to.retire_in, income_year, discounts)
        };
        let later = worked(plan, household) - worked(household, plan);
        let goal = moves.goal.map_or(0.0, |goal| advice::cost_of_goal(self.answers, goal, discounts));
        moves.one_off.unwrap_or(0.0)
            + (household.saving_year - plan.saving_year) * value(&household.saving_factor)
            + (plan.wished_year - household.wished_year) * value(&household.spending_factor)
            + later
            + goal
    }
}
