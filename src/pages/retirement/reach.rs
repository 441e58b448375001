//! How far each lever of the page moves.

use planner::Plan;
use planner::advice::Lever;

use crate::components::lever_slider::Reach;
use crate::state::scenario::Knob;

/// The value a lever has in the plan of the answers.
#[must_use]
pub(super) fn in_plan(knob: Knob, plan: &Plan) -> f64 {
    let household = &plan.household;
    match knob {
        Knob::Age => f64::from(household.age + household.retire_in),
        Knob::Save => household.saving_year,
        Knob::Spend => household.wished_year,
        Knob::Growth => plan.allocation.growth_share,
        Knob::Add => 0.0,
    }
}

/// How far a lever moves: around the plan, as far as the way to green, and to `most_saved` a year.
#[must_use]
pub(super) fn reach(knob: Knob, plan: &Plan, most_saved: f64) -> Reach {
    let now = in_plan(knob, plan);
    let advised = plan.advice.moves.iter().filter(|step| Knob::of(step.lever) == knob).map(|step| step.value);
    let advised =
        advised.fold(now, |far, value| if knob == Knob::Spend { far.min(value) } else { far.max(value) });
    match knob {
        Knob::Age => {
            let age = f64::from(plan.household.age);
            Reach { min: age.max(now - 12.0), max: (now + 10.0).clamp(70.0, 80.0).max(advised), step: 1.0 }
        }
        Knob::Save => {
            let max = (2.0 * now).max(1.2 * advised).max(most_saved).max(12_000.0);
            let step = round_step(max);
            Reach { min: 0.0, max: (max / step).ceil() * step, step }
        }
        Knob::Spend => {
            let step = round_step(now);
            let min = (0.5 * now).min(0.95 * advised);
            Reach { min: (min / step).floor().max(1.0) * step, max: (1.5 * now / step).ceil() * step, step }
        }
        Knob::Growth => Reach { min: 0.0, max: plan.allocation.growth_cap, step: 0.01 },
        Knob::Add => Reach { min: 0.0, max: advised, step: round_step(advised) },
    }
}

/// A round step of about one part in two hundred: 1, 2 or 5 times a power of ten, at least 1.
fn round_step(span: f64) -> f64 {
    let wanted = (span / 200.0).max(1.0);
    let power = 10_f64.powf(wanted.log10().floor());
    [1.0, 2.0, 5.0]
        .into_iter()
        .rev()
        .map(|factor| factor * power)
        .find(|step| *step <= wanted * 1.000_001)
        .unwrap_or(power)
}

/// The piece of advice that a lever follows exactly at this moment.
#[must_use]
pub(super) fn is_tried(lever: Lever, value: f64, moves: &planner::Moves) -> bool {
    Knob::of(lever).tried(moves).is_some_and(|tried| (tried - value).abs() < 0.5)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slider_moves_in_round_steps() {
        assert_eq!(round_step(150_000.0), 500.0);
        assert_eq!(round_step(100_000.0), 500.0);
        assert_eq!(round_step(12_000.0), 50.0);
        assert_eq!(round_step(40.0), 1.0);
    }

    #[test]
    fn a_card_is_tried_when_its_lever_stands_there() {
        let moves = planner::Moves { saving_year: Some(54_049.0), ..planner::Moves::default() };
        assert!(is_tried(Lever::Save, 54_049.0, &moves));
        assert!(!is_tried(Lever::Save, 54_100.0, &moves));
        assert!(!is_tried(Lever::Spend, 54_049.0, &moves));
    }
}
